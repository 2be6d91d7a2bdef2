package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The statements that run parts of a function as functions: see
// lower/control.go for how a part says how it ended.

// notHandled is what the handlers of a try statement return if none was right.
func notHandled(v starlark.Value) bool {
	n, ok := v.(starlark.Int)
	return ok && n.Sign() == 0
}

// The parts of a try statement, as its function is told which one to run, and
// their bits in the operator's argument.
var (
	partBody     = starlark.MakeInt(0)
	partHandlers = starlark.MakeInt(1)
	partElse     = starlark.MakeInt(2)
	partFinally  = starlark.MakeInt(3)
)

const (
	hasHandlers = 1 << 1
	hasElse     = 1 << 2
	hasFinally  = 1 << 3
)

// try is f // @try:parts.
func (r *Runtime) try(parts int) func(f starlark.Value) (starlark.Value, error) {
	return func(f starlark.Value) (starlark.Value, error) {
		t := r.rt.Current()
		v, err := t.Call(f, partBody, starlark.None)
		switch {
		case err == nil:
			if parts&hasElse != 0 && v == starlark.None {
				v, err = t.Call(f, partElse, starlark.None)
			}
		case parts&hasHandlers != 0:
			e := t.Catch(err, t.FrameDepth())
			traced := e.Traced()
			w, err2 := t.HandleBy(f, e, partHandlers, e)
			switch {
			case err2 != nil:
				v, err = nil, err2
			case notHandled(w):
				err = t.Again(e, err, traced)
			default:
				v, err = w, nil
			}
		}
		if parts&hasFinally == 0 {
			return v, err
		}
		finally := func() (starlark.Value, error) { return t.Call(f, partFinally, starlark.None) }
		var w starlark.Value
		var err2 error
		if err == nil {
			w, err2 = finally()
		} else {
			e := t.Catch(err, t.FrameDepth())
			traced := e.Traced()
			if r.rt.Dialect == syntax.Python2 { // it isn't handled there: raise and sys.exc_info() don't see it
				w, err2 = finally()
			} else {
				w, err2 = t.Handle(e, finally)
			}
			err = t.Again(e, err, traced)
		}
		if err2 != nil {
			return nil, err2
		}
		if w != starlark.None {
			return w, nil
		}
		return v, err
	}
}

// with is manager // @with // body: body is called with what __enter__
// returned.
func (r *Runtime) with(mgr, body starlark.Value) (starlark.Value, error) {
	t := r.rt.Current()
	if r.enter == nil {
		r.enter, r.exit = object.NewMethodCache(r.rt, "__enter__"), object.NewMethodCache(r.rt, "__exit__")
	}
	first, second := r.enter, r.exit
	if t.RT.Dialect == syntax.Python2 {
		first, second = second, first
	}
	enter, err := special(t, first, mgr)
	if err != nil {
		return nil, err
	}
	exit, err := special(t, second, mgr)
	if err != nil {
		return nil, err
	}
	if t.RT.Dialect == syntax.Python2 {
		enter, exit = exit, enter
	}
	v, err := t.Call(enter, mgr)
	if err != nil {
		return nil, err
	}
	return within(t, body, v, func(class, e, tb starlark.Value) (starlark.Value, error) { return t.Call(exit, mgr, class, e, tb) })
}

// within runs the body of a with statement and calls exit as __exit__ at its end.
func within(t *object.Thread, body, v starlark.Value, exit func(class, e, tb starlark.Value) (starlark.Value, error)) (starlark.Value, error) {
	result, err := t.Call(body, v)
	if err == nil {
		_, err := exit(starlark.None, starlark.None, starlark.None)
		return result, err
	}
	e := t.Catch(err, t.FrameDepth())
	traced := e.Traced()
	swallow, err2 := t.Handle(e, func() (starlark.Value, error) {
		return exit(e.Class(), e, e.Traceback())
	})
	if err2 == nil {
		if bool(swallow.Truth()) {
			return starlark.None, t.Failed()
		}
		err2 = t.Failed()
	}
	if err2 != nil {
		return nil, err2
	}
	return nil, t.Again(e, err, traced)
}

// special finds a method of a context manager, to be called with it.
func special(t *object.Thread, method *object.MethodCache, v starlark.Value) (starlark.Value, error) {
	name := method.Name()
	m, err := method.Special(v)
	if m != nil || err != nil && t.RT.ClassOf(v).Lookup(name) != nil {
		return m, err
	}
	if err != nil && !t.Is(err, object.AttributeError) {
		return nil, err
	}
	if x, ok := v.(*object.Instance); ok && x.Class().OldStyle {
		return nil, err // it was looked up like any attribute
	}
	if t.RT.Dialect == syntax.Python2 {
		return nil, object.AttributeError.Errorf("%s", name)
	}
	extra := ""
	if name == "__exit__" {
		extra = " (missed __exit__ method)"
	}
	return nil, object.TypeError.Errorf("'%s' object does not support the context manager protocol%s", object.TypeName(v), extra)
}

// raise is @raise([exc[, cause]]).
func raise(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 0 {
		e := t.Handling()
		if e == nil {
			if t.RT.Dialect == syntax.Python2 {
				return nil, object.TypeError.Errorf("exceptions must be old-style classes or derived from BaseException, not NoneType")
			}
			return nil, object.RuntimeError.Errorf("No active exception to reraise")
		}
		r := object.Raise(e)
		r.Bare = true
		return nil, r
	}
	e, err := exception(t, args[0])
	if err != nil {
		return nil, err
	}
	if len(args) == 2 {
		if err := chain(t, e, args[1]); err != nil {
			return nil, err
		}
	}
	t.SetContext(e)
	return nil, t.RaiseAnew(e)
}

// chain is raise e from cause.
func chain(t *object.Thread, e *object.Exception, cause starlark.Value) error {
	var c *object.Exception
	switch v := cause.(type) {
	case starlark.NoneType:
	case *object.Exception:
		c = v
	case *object.Class:
		if !v.Exception {
			return object.TypeError.Errorf("exception causes must derive from BaseException")
		}
		x, err := exception(t, v)
		if err != nil {
			return err
		}
		c = x
	default:
		return object.TypeError.Errorf("exception causes must derive from BaseException")
	}
	e.Cause, e.Suppress = c, true
	return nil
}

// exception returns the exception that a raise statement means: an instance, or
// a class to be called.
func exception(t *object.Thread, v starlark.Value) (*object.Exception, error) {
	if c, ok := v.(*object.Class); ok && (c.Exception || c.OldStyle) {
		x, err := t.Call(c)
		if err != nil {
			return nil, err
		}
		if _, ok := x.(*object.Exception); !ok && c.Exception {
			return nil, object.NoException(t, c, x, t.RT.Repr(t.RT.ClassOf(x)))
		}
		v = x
	}
	switch x := v.(type) {
	case *object.Exception:
		return x, nil
	case *object.Instance:
		if x.Class().OldStyle {
			return object.OldException(x), nil
		}
	}
	if tuple, ok := object.Unwrap(v).(starlark.Tuple); ok && len(tuple) > 0 && t.RT.Dialect == syntax.Python2 {
		return exception(t, tuple[0])
	}
	return nil, object.TypeError.By(
		"exceptions must be old-style classes or derived from BaseException, not "+object.TypeName(v),
		"exceptions must derive from BaseException")
}

// raise3 is Python 2's raise type, value, traceback.
func raise3(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	class, value := args[0], args[1]
	if _, ok := args[2].(*object.Traceback); !ok && args[2] != starlark.None {
		return nil, object.TypeError.Errorf("raise: arg 3 must be a traceback or None")
	}
	for {
		tuple, ok := object.Unwrap(class).(starlark.Tuple)
		if !ok || len(tuple) == 0 {
			break
		}
		class = tuple[0]
	}
	c, ok := class.(*object.Class)
	if !ok || !c.Exception && !c.OldStyle {
		if value != starlark.None {
			if x, ok := class.(*object.Instance); ok && x.Class().OldStyle {
				return nil, object.TypeError.Errorf("instance exception may not have a separate value")
			}
			if _, ok := class.(*object.Exception); ok {
				return nil, object.TypeError.Errorf("instance exception may not have a separate value")
			}
		}
		e, err := exception(t, class)
		if err != nil {
			return nil, err
		}
		return nil, raiseWith(t, e, args[2])
	}
	e, err := t.Instantiate(c, value)
	if err != nil {
		return nil, err
	}
	return nil, raiseWith(t, e, args[2])
}

// raiseWith raises e with a traceback, or None for a new one.
func raiseWith(t *object.Thread, e *object.Exception, traceback starlark.Value) error {
	r := t.RaiseAnew(e)
	if tb, ok := traceback.(*object.Traceback); ok {
		r.Inner, r.Bare = tb.Trail(), true
	}
	return r
}

// forget is cell // @forget:name or namespace // @forget:name: the name of a
// handler's exception is to be unbound when the handler ends.
func (r *Runtime) forget(where, name starlark.Value) (starlark.Value, error) {
	text, _ := object.AsText(name)
	r.rt.Current().Forget(where, text)
	return starlark.None, nil
}

// maker is @makegenerator(name, body, args) and its like, called by the function
// that is called by the script. There is a fourth argument where the body yields inside
// try or with.
func maker(make func(*object.Thread, string, *starlark.Function, starlark.Value, starlark.Tuple) *object.Generator) function {
	return func(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		name, _ := object.AsText(args[0])
		var fn *starlark.Function
		if name != object.GeneratorExpression {
			fn, _ = t.Star.DebugFrame(1).Callable().(*starlark.Function)
		}
		g := make(t, name, fn, args[1], args[2].(starlark.Tuple))
		if len(args) > 3 {
			g.Guard()
		}
		return g, nil
	}
}
