package pythread

import (
	"io"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// addHookArgs adds _ExceptHookArgs, what threading.excepthook is called with.
func (m *module) addHookArgs(names *object.Module) {
	st := object.NewStructType(m.rt, object.StructSpec{
		Module: "_thread", Name: "_ExceptHookArgs",
		Doc:    "What threading.excepthook is told of an exception that ended a thread.",
		Fields: []string{"exc_type", "exc_value", "exc_traceback", "thread"},
	})
	names.Set("_ExceptHookArgs", st.Class())
	m.hookArgs = st
}

// excepthook is _excepthook(args): it writes the exception that ended a thread to
// sys.stderr. SystemExit is passed over.
func (m *module) excepthook(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_thread", "_excepthook", args, kwargs, &v); err != nil {
		return nil, err
	}
	told, ok := v.(*object.StructSeq)
	if !ok || told.StructType() != m.hookArgs {
		return nil, object.TypeError.Errorf("_thread.excepthook argument type must be ExceptHookArgs")
	}
	class, value, tb, thread := told.Field("exc_type"), told.Field("exc_value"), told.Field("exc_traceback"), told.Field("thread")
	if class == object.SystemExit.Class(m.rt.Dialect) {
		return starlark.None, nil
	}
	name := ""
	out := m.rt.Sys.Get("stderr")
	if thread != starlark.None {
		if v, err := m.rt.Attr(thread, "_name"); err == nil {
			name = object.Str(m.rt.Dialect, v)
		}
		if out == nil || out == starlark.None {
			out, _ = m.rt.Attr(thread, "_stderr")
		}
	}
	if out == nil || out == starlark.None {
		return starlark.None, nil
	}
	if name == "" {
		name = starlark.MakeInt64(t.Ident()).String()
	}
	var b strings.Builder
	io.WriteString(&b, "Exception in thread "+name+":\n")
	e, ok := value.(*object.Exception)
	if !ok {
		if c, isClass := class.(*object.Class); isClass && c.Exception {
			made, err := t.Call(c)
			if err != nil {
				return nil, err
			}
			e, _ = made.(*object.Exception)
		}
	}
	if e != nil {
		if tb != starlark.None && e.Traceback() == starlark.None {
			if err := e.SetTraceback(tb); err != nil {
				return nil, err
			}
		}
		m.rt.Format(&b, e)
		if m.rt.Advice != nil {
			b.WriteString(m.rt.Advice(e, out))
		}
	}
	if _, err := t.CallMethod(out, "write", m.rt.Str(b.String())); err != nil {
		return nil, err
	}
	if _, err := t.CallMethod(out, "flush"); err != nil {
		return nil, err
	}
	return starlark.None, nil
}

// unraisable is _unraisable(words, exception, object): it tells of an exception
// that nobody can catch.
func (m *module) unraisable(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var words string
	var exc, v starlark.Value
	if err := object.Positional(t, "_unraisable", args, kwargs, 3, &words, &exc, &v); err != nil {
		return nil, err
	}
	if e, ok := exc.(*object.Exception); ok {
		m.rt.Complain(words, object.Raise(e), v)
	}
	return starlark.None, nil
}
