package object

import (
	"go.starlark.net/starlark"
)

// Await runs what v gives to await until it has a result, in the coroutine that
// t runs. words is the message for a value that can't be awaited; %s is its type.
func (t *Thread) Await(v starlark.Value, words string) (starlark.Value, error) {
	it, err := t.awaitable(v, words)
	if err != nil {
		return nil, err
	}
	return t.delegate(it)
}

// CantAwait is what await says of other values.
const CantAwait = "object %s can't be used in 'await' expression"

// awaitable returns the iterator that awaiting v runs: a coroutine itself, or
// what __await__ returns. (PEP 492)
func (t *Thread) awaitable(v starlark.Value, words string) (starlark.Value, error) {
	switch v := v.(type) {
	case *Generator:
		if v.flavour == nativeCoroutine {
			if v.from != nil {
				return nil, RuntimeError.Errorf("coroutine is being awaited already")
			}
			return v, nil
		}
		if v.flavour == plainGenerator && v.iterable() {
			return v, nil
		}
	case *Stepper:
		return v, nil
	}
	f := t.RT.TypeMethod(v, "__await__")
	if f == nil {
		return nil, TypeError.Errorf(words, TypeName(v))
	}
	it, err := t.Call(f)
	if err != nil {
		return nil, err
	}
	if g, ok := it.(*Generator); ok && (g.flavour == nativeCoroutine || g.flavour == plainGenerator && g.iterable()) {
		return nil, TypeError.Errorf("__await__() returned a coroutine")
	}
	if !t.RT.isIterator(it) {
		return nil, TypeError.Errorf("__await__() returned non-iterator of type '%s'", TypeName(it))
	}
	return it, nil
}

// TypeMethod finds a special method of v's type, bound to v, or nil.
func (rt *Runtime) TypeMethod(v starlark.Value, name string) starlark.Value {
	c := rt.ClassOf(v)
	f := c.Lookup(name)
	if f == nil {
		return nil
	}
	m, err := bindTo(rt.Current(), f, v, c)
	if err != nil {
		rt.Current().Fail(err)
		return nil
	}
	return m
}

func (rt *Runtime) isIterator(v starlark.Value) bool {
	if _, ok := v.(*Instance); !ok {
		if _, ok := NextOf(v); ok {
			return true
		}
	}
	return rt.TypeMethod(v, "__next__") != nil
}

// coroutineAwait is coroutine.__await__().
func coroutineAwait(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	g := self.(*Generator)
	return newStepper(TypesOf(t.RT.Dialect).CoroutineWrapper, t.RT, g.advance, g.close), nil
}

// A Stepper is an awaitable of ours that is its own iterator: what the methods of
// async generators return, for instance.
type Stepper struct {
	class *Class
	rt    *Runtime
	run   func(t *Thread, o resumption) (v, result starlark.Value, err error)
	end   func() error
}

var (
	_ resumable         = (*Stepper)(nil)
	_ Nexter            = (*Stepper)(nil)
	_ starlark.Iterable = (*Stepper)(nil)
	_ attributed        = (*Stepper)(nil)
)

func newStepper(c *Class, rt *Runtime, run func(t *Thread, o resumption) (v, result starlark.Value, err error), end func() error) *Stepper {
	return &Stepper{c, rt, run, end}
}

func (s *Stepper) advance(t *Thread, o resumption) (v, result starlark.Value, err error) {
	return s.run(t, o)
}
func (s *Stepper) close() error { return s.end() }

// NextValue advances it.
func (s *Stepper) NextValue(t *Thread) (starlark.Value, error) {
	return stepped(t, s, send(starlark.None))
}

// Iterate advances it for each element.
func (s *Stepper) Iterate() starlark.Iterator { return &stepperIterator{s: s} }

type stepperIterator struct {
	s   *Stepper
	err error
}

func (it *stepperIterator) Next(p *starlark.Value) bool {
	v, _, err := it.s.run(it.s.rt.current, send(starlark.None))
	it.err = err
	if v != nil {
		*p = v
	}
	return v != nil
}

func (it *stepperIterator) Err() error { return it.err }
func (it *stepperIterator) Done()      {}

// Class returns the type.
func (s *Stepper) Class() *Class { return s.class }

// String returns the repr.
func (s *Stepper) String() string { return sprintf("<%s object at 0x%x>", s.class.ClassName, ID(s)) }

// Type returns the name of the type.
func (s *Stepper) Type() string { return s.class.ClassName }

// Freeze does nothing.
func (s *Stepper) Freeze() {}

// Truth returns true.
func (s *Stepper) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (s *Stepper) Hash() (uint32, error) { return identity(s), nil }

// Attr returns a bound method.
func (s *Stepper) Attr(name string) (starlark.Value, error) { return BindAttr(s, name) }

// AttrNames lists the methods.
func (s *Stepper) AttrNames() []string { return s.class.AttrNames() }

// AsyncIter is what a loop "async for" walks over: __aiter__ is called, and
// each step awaits __anext__.
func (t *Thread) AsyncIter(v starlark.Value) (starlark.Iterable, error) {
	it, err := t.aiter(v, "'async for' requires an object with __aiter__ method, got %s",
		"'async for' received an object from __aiter__ that does not implement __anext__: %s")
	return asyncIterable{it, t.RT}, err
}

func (t *Thread) aiter(v starlark.Value, words, wordsNext string) (starlark.Value, error) {
	f := t.RT.TypeMethod(v, "__aiter__")
	if f == nil {
		return nil, TypeError.Errorf(words, TypeName(v))
	}
	it, err := t.Call(f)
	if err == nil && t.RT.TypeMethod(it, "__anext__") == nil {
		err = TypeError.Errorf(wordsNext, TypeName(it))
	}
	return it, err
}

// Aiter is aiter(v).
func (t *Thread) Aiter(v starlark.Value) (starlark.Value, error) {
	return t.aiter(v, "'%s' object is not an async iterable", "aiter() returned not an async iterator of type '%s'")
}

// Anext is anext(v[, otherwise]); otherwise may be nil.
func (t *Thread) Anext(v, otherwise starlark.Value) (starlark.Value, error) {
	f := t.RT.TypeMethod(v, "__anext__")
	if f == nil {
		return nil, TypeError.Errorf("'%s' object is not an async iterator", TypeName(v))
	}
	x, err := t.Call(f)
	if err != nil || otherwise == nil {
		return x, err
	}
	var it starlark.Value
	run := func(t *Thread, o resumption) (v, result starlark.Value, err error) {
		if it == nil {
			if it, err = t.awaitable(x, CantAwait); err != nil {
				return nil, nil, err
			}
		}
		v, result, err = t.advance(it, o)
		if err != nil && Is(err, StopAsyncIteration, t.RT.Dialect) {
			return nil, otherwise, nil
		}
		return v, result, err
	}
	end := func() error {
		if it == nil {
			return nil
		}
		return t.RT.current.closeIterator(it)
	}
	return newStepper(TypesOf(t.RT.Dialect).ANext, t.RT, run, end), nil
}

// asyncIterable lets Starlark loop over an async iterator.
type asyncIterable struct {
	starlark.Value
	rt *Runtime
}

func (a asyncIterable) Iterate() starlark.Iterator { return &asyncCursor{a: a} }

type asyncCursor struct {
	a   asyncIterable
	err error
}

func (c *asyncCursor) Next(p *starlark.Value) bool {
	t := c.a.rt.current // of a generator expression: not where the loop was prepared
	f := t.RT.TypeMethod(c.a.Value, "__anext__")
	if f == nil {
		c.err = TypeError.Errorf("'async for' requires an iterator with __anext__ method, got %s", TypeName(c.a.Value))
		return false
	}
	v, err := t.Call(f)
	if err == nil {
		var it starlark.Value
		if it, err = t.awaitable(v, CantAwait); err != nil {
			cause := t.raised(err).in(t.RT.Dialect)
			r := TypeError.Errorf("'async for' received an invalid object from __anext__: %s", TypeName(v))
			r.Exc = r.in(t.RT.Dialect)
			r.Exc.Cause, r.Exc.Context, r.Exc.Suppress = cause, cause, true
			c.err = r
			return false
		}
		v, err = t.delegate(it)
	}
	if err == nil {
		*p = v
		return true
	}
	if !Is(err, StopAsyncIteration, t.RT.Dialect) {
		c.err = err
	}
	return false
}

func (c *asyncCursor) Err() error { return c.err }
func (c *asyncCursor) Done()      {}
