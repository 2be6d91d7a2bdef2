package pysock

import (
	"bytes"
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// unraisable tells of an error in v that nobody can catch: by sys.unraisablehook,
// which a script may have replaced.
func (r *Runtime) unraisable(err error, v starlark.Value) {
	r.flush()
	t := r.rt.Current()
	e := t.Exception(err)
	if r.rt.Dialect == syntax.Python2 {
		value := ""
		if v := unhandled2(e); v != nil {
			value = ": " + r.reprOr(v, "<exception repr() failed>")
		}
		r.writeError("Exception " + e.Class().ClassName + value + " in " + r.reprOr(v, "<object repr() failed>") + " ignored\n")
		return
	}
	r.tellUnraisable(e, starlark.None, v)
}

// unhandled2 is what Python 2 has for an exception until somebody asks for an
// instance: the arguments for one, nil if there are none.
func unhandled2(e *object.Exception) starlark.Value {
	c := e.Class()
	filename, _ := e.Attr("filename")
	switch {
	case !e.Fresh || c.IsSubclass(object.BuiltinKind("UnicodeError").Class(syntax.Python2)) || c == object.AssertionError.Class(syntax.Python2):
		return e
	case filename != nil && filename != starlark.None && len(e.Args) == 2:
		return append(slices.Clone(e.Args), filename)
	case len(e.Args) == 0:
		return nil
	case len(e.Args) == 1 && !c.IsSubclass(object.KeyError.Class(syntax.Python2)):
		return e.Args[0]
	}
	return e.Args
}

// reprOr is repr(v), or other words if that fails.
func (r *Runtime) reprOr(v starlark.Value, failed string) string {
	s := r.rt.Repr(v)
	if r.rt.Current().Failed() != nil {
		return failed
	}
	return s
}

// tellUnraisable calls Python 3's sys.unraisablehook; words are None, or say where
// it happened.
func (r *Runtime) tellUnraisable(e *object.Exception, words, v starlark.Value) {
	t := r.rt.Current()
	hook := r.rt.Sys.Get("unraisablehook")
	if f, ok := hook.(*object.Func); ok && f == r.rt.Sys.Get("__unraisablehook__") {
		r.showUnraisable(e, words, v)
		return
	}
	if hook == nil || hook == starlark.None {
		return
	}
	args := r.unraisableArgs().New(e.Class(), e, e.Traceback(), words, v)
	if _, err := t.Call(hook, args); err != nil {
		r.showUnraisable(t.Exception(err), r.rt.Str("Exception ignored in sys.unraisablehook"), hook)
	}
}

type unraisableKey struct{}

// unraisableArgs is the type of what the hook is given.
func (r *Runtime) unraisableArgs() *object.StructType {
	return r.rt.Local(unraisableKey{}, func() any {
		return object.NewStructType(r.rt, object.StructSpec{
			Module: "sys", Name: "UnraisableHookArgs",
			Fields: []string{"exc_type", "exc_value", "exc_traceback", "err_msg", "object"},
			Doc:    "An exception that nobody can catch.",
		})
	}).(*object.StructType)
}

// unraisableHook is sys.unraisablehook(unraisable): it writes what it is told to
// sys.stderr.
func (r *Runtime) unraisableHook(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "sys", "unraisablehook", args, kwargs, &v); err != nil {
		return nil, err
	}
	s, ok := v.(*object.StructSeq)
	if !ok || s.StructType() != r.unraisableArgs() {
		return nil, object.TypeError.Errorf("sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	e, ok := s.Field("exc_value").(*object.Exception)
	if !ok {
		return starlark.None, nil
	}
	r.showUnraisable(e, s.Field("err_msg"), s.Field("object"))
	return starlark.None, nil
}

// showUnraisable writes an exception under the words of what it happened in.
func (r *Runtime) showUnraisable(e *object.Exception, words, v starlark.Value) {
	var b bytes.Buffer
	head := "Exception ignored in"
	if words != nil && words != starlark.None {
		head = object.Str(r.rt.Dialect, words)
	}
	if v != nil && v != starlark.None {
		head += ": " + r.reprOr(v, "<object repr() failed>")
	} else if words != nil && words != starlark.None {
		head += ":"
	}
	if v != nil && v != starlark.None || words != nil && words != starlark.None {
		b.WriteString(head + "\n")
	}
	// Neither what the exception came from nor notes are shown, and the colon
	// stands even if there is no message.
	var frames bytes.Buffer
	r.printFrames(&frames, e.Trace(), &plain)
	if frames.Len() > 0 { // not only what nobody is to see
		b.WriteString("Traceback (most recent call last):\n")
		b.Write(frames.Bytes())
	}
	msg := e.Message(r.rt.Dialect)
	if r.rt.Current().Failed() != nil {
		msg = "<exception str() failed>"
	}
	b.WriteString(r.className(e) + ": " + msg + "\n")
	if r.rt.Advice != nil {
		b.WriteString(r.rt.Advice(e, r.rt.Sys.Get("stderr")))
	}
	r.writeError(b.String())
}
