package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// What makes a list or a tuple of an iterable asks it first how long it is
// (PyObject_LengthHint). That is only a guess at how much room is needed, but its
// methods run, and what they raise is raised.

// askLength calls __len__ or __length_hint__ of an instance of a user's class, as
// what is about to walk it does. Any other value knows its length by itself.
func askLength(t *object.Thread, v starlark.Value) error {
	if it, ok := v.(*object.Iterator); ok {
		if _, byItem := object.Stepped(it.Source()); !byItem || it.Ended() {
			return nil
		}
		v = it.Of()
	}
	if object.SpecialMethod(v, "__len__") != nil {
		_, err := Len(t, v)
		if err == nil || !unasked(t, err) {
			return err
		}
	} else if starlark.Len(object.Unwrap(v)) >= 0 { // a built-in type's, before __length_hint__
		return t.Failed()
	}
	m := object.SpecialMethod(v, "__length_hint__")
	if err := t.Failed(); m == nil || err != nil {
		return err
	}
	r, err := t.Call(m)
	switch {
	case err != nil && unasked(t, err) || r == object.NotImplemented:
		return nil
	case err != nil:
		return err
	}
	n, ok := object.AsInt(r)
	switch {
	case py2(t):
		if ok {
			_, err = size(t, n)
		}
	case !ok:
		err = object.TypeError.Errorf("__length_hint__ must be an integer, not %s", object.TypeName(r))
	case n.Sign() < 0:
		err = object.ValueError.Errorf("__length_hint__() should return >= 0")
	default:
		_, err = indexSized(n)
	}
	return err
}

// unasked reports whether an error of __len__ or __length_hint__ only means that
// there is no answer.
func unasked(t *object.Thread, err error) bool {
	return isKind(t, err, object.TypeError) || py2(t) && isKind(t, err, object.AttributeError)
}

// indexSized returns n as a Py_ssize_t.
func indexSized(n starlark.Int) (int, error) {
	i, ok := n.Int64()
	if !ok {
		return 0, object.OverflowError.By("cannot fit 'long' into an index-sized integer", "cannot fit 'int' into an index-sized integer")
	}
	return int(i), nil
}

// elements returns all elements of v, as a new slice, as list(v) finds them.
func elements(t *object.Thread, v starlark.Value) ([]starlark.Value, error) {
	if err := countable(v); err != nil {
		return nil, err
	}
	switch x := v.(type) {
	case *object.Iterator:
		if err := askLength(t, x); err != nil {
			return nil, err
		}
	case object.Special:
		it, err := iterate(t, v)
		if err != nil {
			return nil, err
		}
		if err := askLength(t, v); err != nil {
			it.done()
			return nil, err
		}
		return it.rest()
	}
	return object.Elements(t, v)
}

// fast returns the elements of a list or tuple, and else those of list(iter(v)),
// as CPython's PySequence_Fast does. noIter makes the error for what isn't
// iterable, or whose __iter__ raised err.
func fast(t *object.Thread, v starlark.Value, noIter func(i int, err error) error) ([]starlark.Value, error) {
	switch v := v.(type) {
	case *object.List:
		return v.Elems, nil
	case starlark.Tuple:
		return v, nil
	}
	its, err := steppers(t, starlark.Tuple{v}, noIter)
	if err != nil {
		return nil, err
	}
	it, byItem := object.Stepped(its[0].it)
	switch it.(type) {
	case object.Special, *object.Iterator:
		return elements(t, it)
	}
	if byItem {
		if err := askLength(t, its[0].iterator()); err != nil {
			return nil, err
		}
	}
	return its[0].rest()
}

func init() {
	object.FastInstance = func(t *object.Thread, v starlark.Value, words string) ([]starlark.Value, error) {
		return fast(t, v, func(_ int, err error) error {
			if err != nil && !isKind(t, err, object.TypeError) {
				return err
			}
			return object.TypeError.Errorf("%s", words)
		})
	}
}

// Elements is elements for other packages.
func Elements(t *object.Thread, v starlark.Value) ([]starlark.Value, error) { return elements(t, v) }
