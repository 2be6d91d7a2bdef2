package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What such values hold: in, iteration, and stepping.

func contains(x hooked, v starlark.Value) (bool, error) {
	c := kindOf(x)
	if !c.py2 && c.special("__contains__") == starlark.None {
		return false, TypeError.Errorf("'%s' object is not a container", c.TypeName())
	}
	r, found, err := call(x, "__contains__", v)
	switch {
	case err != nil:
		return false, err
	case found:
		in := bool(r.Truth())
		return in, x.runtime().Current().Failed()
	case x.value() != nil && (c.special("__iter__") == nil || looksFor(x.value())):
		if _, err := Iterable(x.value()); err == nil {
			return Contains(x.runtime().Dialect, x.value(), v)
		}
	}
	if iterates(x) != nil {
		return false, TypeError.Errorf("argument of type '%s' is not iterable", c.TypeName())
	}
	it := iterate(x)
	defer it.Done()
	if err := Broken(it); err != nil {
		if x.runtime().Dialect == syntax.Python2 || x.runtime().Current().Is(err, TypeError) {
			err = TypeError.Errorf("argument of type '%s' is not iterable", c.TypeName())
		}
		return false, err
	}
	return among(x.runtime().Dialect, it, v)
}

// looksFor reports whether the type of v has a __contains__ of its own, which
// asks no __iter__.
func looksFor(v starlark.Value) bool {
	switch v.(type) {
	case *List, starlark.Tuple, *Dict, starlark.String, *Text, Container, BytesLike:
		return true
	}
	return false
}

// iterates returns the TypeError of a value that can't be iterated over.
func iterates(x hooked) error {
	c := kindOf(x)
	if i, ok := x.(*Instance); ok && c.OldStyle {
		for _, name := range [...]string{"__iter__", "__getitem__"} {
			if i.oldSpecial(name) != nil {
				return nil
			}
			if err := i.rt.Current().Failed(); err != nil { // of its __getattr__
				return err
			}
		}
		return TypeError.Errorf("iteration over non-sequence")
	}
	switch iter := c.special("__iter__"); {
	case iter == starlark.None && !c.py2:
	case iter == starlark.None:
		return TypeError.Errorf("'NoneType' object is not callable")
	case iter != nil:
		return nil
	case x.value() != nil:
		if _, err := Iterable(x.value()); err == nil {
			return nil
		}
		fallthrough
	default:
		if c.special("__getitem__") != nil {
			return nil
		}
	}
	return TypeError.Errorf("'%s' object is not iterable", c.TypeName())
}

// stepName is the method that steps an iterator.
func stepName(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return "next"
	}
	return "__next__"
}

// byItems reports whether x is a string of Python 2 that gives items of its own:
// its strings have no __iter__.
func byItems(x hooked) bool {
	switch x.value().(type) {
	case starlark.String, *Text:
		return kindOf(x).py2 && kindOf(x).special("__getitem__") != nil
	}
	return false
}

func iterate(x hooked) starlark.Iterator {
	rt := x.runtime()
	if m := x.Special("__iter__"); m != nil {
		it, err := rt.Current().Call(m)
		if err != nil {
			return &instanceIterator{rt: rt, err: err}
		}
		return stepping(rt, it, kindOf(x).OldStyle)
	} else if err := rt.Current().Failed(); err != nil {
		return &instanceIterator{rt: rt, err: err}
	}
	if x.value() != nil && !byItems(x) {
		b, err := Iterable(x.value())
		if err == nil {
			return b.Iterate()
		}
		if kindOf(x).special("__getitem__") == nil {
			return &instanceIterator{rt: rt, err: err}
		}
	}
	item := x.Special("__getitem__")
	if item == nil {
		if err := iterates(x); err != nil {
			return &instanceIterator{rt: rt, err: err}
		}
		item = starlark.None // the class has __getitem__ = None: its first step fails
	}
	return &instanceIterator{rt: rt, item: item}
}

// Broken returns the error of an iterator that could not be had, which its first
// step would raise.
func Broken(it starlark.Iterator) error {
	if it, ok := it.(*instanceIterator); ok && !it.late {
		return it.err
	}
	return nil
}

// Started is Iterable, but it has called __iter__ already.
func Started(v starlark.Value) (starlark.Iterable, error) {
	x, err := Iterable(v)
	if err != nil || asHooked(v) == nil {
		return x, err
	}
	it := x.Iterate()
	return started{x, it}, Broken(it)
}

type started struct {
	starlark.Iterable
	it starlark.Iterator
}

func (s started) Iterate() starlark.Iterator { return s.it }

// stepping steps what __iter__ returned, that of an old-style instance or another.
func stepping(rt *Runtime, it starlark.Value, old bool) starlark.Iterator {
	bad := func() starlark.Iterator {
		x, _ := it.(*Instance)
		from := "iter()"
		if old {
			from = "__iter__"
		}
		return &instanceIterator{rt: rt, late: x != nil && x.class.OldStyle, err: TypeError.Errorf("%s returned non-iterator of type '%s'", from, TypeName(it))}
	}
	y := asHooked(it)
	if y == nil {
		if _, ok := it.(Nexter); !ok {
			return bad()
		}
		b, err := Iterable(it)
		if err != nil {
			return bad()
		}
		return b.Iterate()
	}
	if y.Special(stepName(rt.Dialect)) != nil {
		return &instanceIterator{rt: rt, next: y}
	}
	if n, ok := y.value().(Nexter); ok {
		if b, err := Iterable(n); err == nil {
			return b.Iterate()
		}
	}
	return bad()
}

func nextValue(t *Thread, x hooked) (starlark.Value, error) {
	m := x.Special(stepName(t.RT.Dialect))
	if m == nil {
		if n, ok := x.value().(Nexter); ok {
			return n.NextValue(t)
		}
		name := kindOf(x).TypeName()
		if i, ok := x.(*Instance); ok && i.class.OldStyle {
			return nil, TypeError.Errorf("instance has no next() method")
		}
		return nil, TypeError.By(sprintf("%s object is not an iterator", name), sprintf("'%s' object is not an iterator", name))
	}
	v, err := t.Call(m)
	if err != nil && Is(err, StopIteration, t.RT.Dialect) {
		return nil, nil
	}
	return v, err
}

// An instanceIterator calls __next__, or __getitem__ with 0, 1, 2, ...
type instanceIterator struct {
	late bool // the error is only for the first step to raise
	rt   *Runtime
	next hooked         // whose __next__
	item starlark.Value // __getitem__
	i    int
	err  error
	done bool
}

func (it *instanceIterator) Next(p *starlark.Value) bool {
	if it.err != nil || it.done {
		return false
	}
	t := it.rt.Current()
	var v starlark.Value
	var err error
	if it.next != nil {
		v, err = nextValue(t, it.next)
	} else {
		v, err = t.Call(it.item, starlark.MakeInt(it.i))
		it.i++
		if err != nil && (it.rt.Current().Is(err, IndexError) || it.rt.Current().Is(err, StopIteration)) {
			v, err = nil, nil
		}
	}
	if v == nil {
		it.done, it.err = true, err
		return false
	}
	*p = v
	return true
}

func (it *instanceIterator) Err() error    { return it.err }
func (it *instanceIterator) Done()         { it.next, it.item, it.done = nil, nil, true } // see walked
func (it *instanceIterator) Position() int { return it.i }
func (it *instanceIterator) Seek(i int)    { it.i = i }

// Stepped returns the value that an iterator steps: what an instance's __iter__
// returned, or an Iterator. It is nil where there is no such value; byItem
// tells that the iterator goes by __getitem__.
func Stepped(it starlark.Iterator) (v starlark.Value, byItem bool) {
	switch it := it.(type) {
	case *instanceIterator:
		if it.next != nil {
			return it.next, false
		}
		return nil, it.item != nil
	case *cursor:
		return it.it, false
	}
	return nil, false
}
