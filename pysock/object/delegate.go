package object

import (
	"errors"

	"go.starlark.net/starlark"
)

// A resumable is a value of ours that can be delegated to, and that has
// methods send, throw and close.
type resumable interface {
	starlark.Value
	// advance runs it to its next yield, or to its end, where it has a result.
	advance(t *Thread, o resumption) (v, result starlark.Value, err error)
	close() error
}

// stepped is advance for the methods, which raise StopIteration at the end.
func stepped(t *Thread, r resumable, o resumption) (starlark.Value, error) {
	v, result, err := r.advance(t, o)
	switch {
	case result == nil:
		return v, err
	case result == starlark.None:
		return nil, StopIteration.New()
	}
	return nil, StopIteration.New(result)
}

// Yield hands a value to whoever resumed the generator that t runs, and returns
// what that one sends, or raises what it throws.
func (t *Thread) Yield(v starlark.Value) (starlark.Value, error) {
	co := t.gen
	if co == nil {
		return nil, SystemError.Errorf("yield outside a generator")
	}
	if co.flavour == asyncGenerator {
		v = yielded{v}
	}
	o := co.suspend(v)
	if o.err != nil {
		return nil, o.err
	}
	return o.sent, nil
}

// YieldFrom yields what an iterable gives, passes on to it what is sent and
// thrown, and returns what it returned. (PEP 380)
func (t *Thread) YieldFrom(v starlark.Value) (starlark.Value, error) {
	if g, ok := v.(*Generator); ok && g.flavour == nativeCoroutine && !t.gen.awaits() {
		return nil, TypeError.Errorf("cannot 'yield from' a coroutine object in a non-coroutine generator")
	}
	if g, ok := v.(*Generator); ok && g.flavour != asyncGenerator {
		return t.delegate(g)
	}
	it, err := t.RT.Iter(t, v)
	if err != nil {
		return nil, err
	}
	return t.delegate(it)
}

// awaits reports whether the coroutine may await others: types.coroutine makes
// such generators.
func (co *coroutine) awaits() bool {
	return co != nil && (co.flavour != plainGenerator || co.iterable())
}

// iterable reports whether types.coroutine marked the function.
func (co *coroutine) iterable() bool { return co.fn != nil && co.rt.IterableCoroutine(co.fn) }

// delegate runs an iterator to its end in place of the coroutine.
func (t *Thread) delegate(it starlark.Value) (starlark.Value, error) {
	co := t.gen
	outer := co.from
	co.from = it
	defer func() { co.from = outer }()
	o := send(starlark.None)
	for {
		v, result, err := t.advance(it, o)
		if result != nil || err != nil {
			return result, err
		}
		o = co.suspend(v)
	}
}

// advance resumes any iterator.
func (t *Thread) advance(it starlark.Value, o resumption) (v, result starlark.Value, err error) {
	if o.err != nil && !o.exit && Is(o.err, GeneratorExit, t.RT.Dialect) {
		if err := t.closeIterator(it); err != nil {
			return nil, nil, err
		}
		return nil, nil, o.err
	}
	if r, ok := it.(resumable); ok {
		return r.advance(t, o)
	}
	switch {
	case o.err != nil:
		throw, err := t.RT.optionalAttr(it, "throw")
		if err != nil {
			return nil, nil, err
		}
		if throw == nil {
			return nil, nil, o.err
		}
		args := o.args
		if args == nil {
			args = starlark.Tuple{t.raised(o.err).in(t.RT.Dialect)}
		}
		v, err = t.Call(throw, args...)
		return t.stopped(v, err)
	case o.sent == starlark.None:
		if _, ok := it.(Special); ok { // so that StopIteration keeps its value
			if f := SpecialMethod(it, "__next__"); f != nil {
				v, err = t.Call(f)
				break
			}
		}
		v, err = t.RT.Next(t, it)
		if v == nil && err == nil {
			return nil, starlark.None, nil
		}
	default:
		var f starlark.Value
		if f, err = t.RT.Attr(it, "send"); err == nil {
			v, err = t.Call(f, o.sent)
		}
	}
	return t.stopped(v, err)
}

// stopped turns StopIteration into the result that it carries.
func (t *Thread) stopped(v starlark.Value, err error) (_, result starlark.Value, _ error) {
	if err == nil || !Is(err, StopIteration, t.RT.Dialect) {
		return v, nil, err
	}
	var r *Raised
	errors.As(err, &r)
	if result = r.in(t.RT.Dialect).Slot("value"); result == nil {
		result = starlark.None
	}
	return nil, result, nil
}

// closeIterator calls close() of an iterator that has it.
func (t *Thread) closeIterator(it starlark.Value) error {
	if r, ok := it.(resumable); ok {
		return r.close()
	}
	f, err := t.RT.optionalAttr(it, "close")
	if f != nil && err == nil {
		_, err = t.Call(f)
	}
	return err
}

// optionalAttr is Attr with nil for an attribute that isn't there.
func (rt *Runtime) optionalAttr(v starlark.Value, name string) (starlark.Value, error) {
	x, err := rt.Attr(v, name)
	if err != nil && rt.Current().Is(err, AttributeError) {
		return nil, nil
	}
	return x, err
}

// methodNext is __next__(), or next() in Python 2.
func methodNext(t *Thread, self starlark.Value, _ starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	return stepped(t, self.(resumable), send(starlark.None))
}

// methodSend is send(value).
func methodSend(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := OneArg(t, TypeName(self), "send", args, kwargs, &v); err != nil {
		return nil, err
	}
	return stepped(t, self.(resumable), send(v))
}

// methodThrow is throw(type[, value[, traceback]]).
func methodThrow(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, noKeywords(TypeName(self), "throw", kwargs)
	}
	o, err := t.throwing(args)
	if err != nil {
		return nil, err
	}
	return stepped(t, self.(resumable), o)
}

// throwing is the order that the arguments of throw() mean.
func (t *Thread) throwing(args starlark.Tuple) (resumption, error) {
	typ, val, tb := starlark.Value(nil), starlark.Value(starlark.None), starlark.Value(starlark.None)
	switch n := len(args); {
	case n == 0:
		return resumption{}, TypeError.By("throw expected at least 1 arguments, got 0", "throw expected at least 1 argument, got 0")
	case n > 3:
		return resumption{}, TypeError.Errorf("throw expected at most 3 arguments, got %d", n)
	}
	for i, dst := range []*starlark.Value{&typ, &val, &tb}[:len(args)] {
		*dst = args[i]
	}
	if _, ok := tb.(*Traceback); tb != starlark.None && !ok {
		return resumption{}, TypeError.Errorf("throw() third argument must be a traceback object")
	}
	e, err := t.meant(typ)
	switch {
	case err != nil:
		return resumption{}, err
	case e != nil && val != starlark.None:
		return resumption{}, TypeError.Errorf("instance exception may not have a separate value")
	case e == nil:
		if e, err = t.Instantiate(typ.(*Class), val); err != nil { // it is what the generator sees
			return resumption{err: Raise(t.Exception(err))}, nil
		}
	}
	if tb != starlark.None {
		e.SetTraceback(tb)
	}
	return resumption{err: Raise(e), args: args}, nil
}

// meant is the exception that v is, or nil if it is a class of them. Python 2's
// old-style classes and their instances are exceptions too.
func (t *Thread) meant(v starlark.Value) (*Exception, error) {
	switch x := v.(type) {
	case *Class:
		if x.Exception || x.OldStyle {
			return nil, nil
		}
	case *Exception:
		return x, nil
	case *Instance:
		if x.class.OldStyle {
			return OldException(x), nil
		}
	}
	return nil, TypeError.By(
		sprintf("exceptions must be classes, or instances, not %s", TypeName(v)),
		sprintf("exceptions must be classes or instances deriving from BaseException, not %s", TypeName(v)))
}

// methodClose is close().
func methodClose(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := NoArgs(TypeName(self), "close", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, self.(resumable).close()
}
