package pysock

import (
	"bytes"
	"io"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// uncaught tells of an exception that ended a script: by sys.excepthook, which a
// script may have replaced. It returns SystemExit if that raised it, else nil.
func (r *Runtime) uncaught(e *object.Exception) (exit *object.Exception) {
	t, sys := r.rt.Current(), r.rt.Sys
	tb := e.Traceback()
	sys.Set("last_type", e.Class())
	sys.Set("last_value", e)
	sys.Set("last_traceback", tb)
	hook := sys.Get("excepthook")
	if f, ok := hook.(*object.Func); ok && f == sys.Get("__excepthook__") {
		r.show(e)
		return nil
	}
	if hook == nil {
		r.writeError("sys.excepthook is missing\n")
		r.show(e)
		return nil
	}
	if _, err := t.Call(hook, e.Class(), e, tb); err != nil {
		again := t.Exception(err)
		if again.Class().IsSubclass(object.SystemExit.Class(r.rt.Dialect)) {
			return again
		}
		r.writeError("Error in sys.excepthook:\n")
		r.show(again)
		r.writeError("\nOriginal exception was:\n")
		r.show(e)
	}
	return nil
}

// writeExit writes what sys.exit was given to sys.stderr.
func (r *Runtime) writeExit(code starlark.Value) {
	r.writeError(object.Str(r.rt.Dialect, code))
	r.writeError("\n")
}

// show writes an exception to sys.stderr.
func (r *Runtime) show(e *object.Exception) {
	var b bytes.Buffer
	c := &plain
	if r.cfg.Colour && r.rt.Sys.Get("stderr") == starlark.Value(r.rt.Stderr) {
		c = &coloured
	}
	r.paintException(&b, e, c)
	if r.rt.Advice != nil {
		b.WriteString(r.rt.Advice(e, r.rt.Sys.Get("stderr")))
	}
	r.writeError(b.String())
}

// writeError writes to what sys.stderr is bound to now.
func (r *Runtime) writeError(s string) {
	v := r.rt.Sys.Get("stderr")
	if f, ok := v.(object.File); v == nil || v == starlark.None || ok && f == r.rt.Stderr {
		if ok || r.rt.Dialect == syntax.Python2 {
			io.WriteString(r.stderr, s)
		}
		return
	}
	t := r.rt.Current()
	write, err := r.rt.Attr(v, "write")
	if err == nil {
		_, err = t.Call(write, r.rt.Str(s))
	}
	if err != nil {
		t.Exception(err) // there is nobody to tell
	}
}

// excepthook is sys.excepthook(type, value, traceback): it writes the exception to
// sys.stderr.
func (r *Runtime) excepthook(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var class, value, tb starlark.Value
	if err := object.Positional(t, "excepthook", args, kwargs, 3, &class, &value, &tb); err != nil {
		return nil, err
	}
	e, ok := value.(*object.Exception)
	if r.rt.Dialect == syntax.Python2 {
		return starlark.None, r.excepthook2(class, value, tb)
	}
	if !ok {
		r.writeError("TypeError: print_exception(): Exception expected for value, " + object.TypeName(value) + " found\n")
		return starlark.None, nil
	}
	if tb != starlark.None && e.Traceback() == starlark.None {
		if err := e.SetTraceback(tb); err != nil {
			return nil, err
		}
	}
	r.show(e)
	return starlark.None, nil
}

// excepthook2 is Python 2's excepthook. It shows the traceback that it is given, not the exception's own, and
// takes anything for a value.
func (r *Runtime) excepthook2(class, value, tb starlark.Value) error {
	e, ok := value.(*object.Exception)
	if !ok {
		c, isClass := class.(*object.Class)
		if !isClass || !c.IsSubclass(object.BaseException.Class(syntax.Python2)) {
			r.writeError(object.Str(syntax.Python2, class))
			if value != starlark.None {
				r.writeError(": " + object.Str(syntax.Python2, value))
			}
			r.writeError("\n")
			return nil
		}
		args := starlark.Tuple{value}
		if value == starlark.None {
			args = nil
		}
		e = object.NewException(c, args)
	}
	own := e.Traceback()
	if err := e.SetTraceback(tb); err != nil {
		return err
	}
	r.show(e)
	return e.SetTraceback(own)
}
