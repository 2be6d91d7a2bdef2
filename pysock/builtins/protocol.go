package builtins

import (
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What Python asks of a value: its str, repr, length, truth, elements. A class
// that a script defines answers by its special methods; all of them are called
// in this file.

// special calls v's own method of that name without arguments; it returns
// nil, nil if its class doesn't define one.
func special(t *object.Thread, v starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
	m := object.SpecialMethod(v, name)
	if m == nil {
		return nil, t.Failed() // its __get__ may have raised
	}
	return t.Call(m, args...)
}

// Str returns str(v): a str of the dialect.
func Str(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	switch x := v.(type) {
	case starlark.String:
		return x, nil
	case starlark.Int:
		if err := writable(t, x); err != nil {
			return nil, err
		}
	case *object.Text:
		if !x.IsUnicode() {
			return x, nil
		}
		b, err := t.ImplicitEncode(x)
		return starlark.String(b), err
	case object.Special:
		r, err := anyStr(t, x)
		if n, ok := object.Unwrap(v).(starlark.Int); ok && r == nil && err == nil {
			err = writable(t, n)
		}
		if err != nil {
			return nil, err
		}
		if r == nil {
			if text, ok := object.Unwrap(v).(*object.Text); ok {
				return Str(t, text)
			}
			break
		}
		return Str(t, r)
	}
	switch v.(type) {
	case *object.List, starlark.Tuple, *object.Dict, *object.Set, *View:
		return Repr(t, v)
	}
	return nativeStr(t, object.Str(t.RT.Dialect, v))
}

// anyStr is what __str__ of a value returns, which may be unicode in Python 2,
// or nil where its class defines none.
func anyStr(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	r, err := ownStr(t, v)
	if i, ok := v.(*object.Instance); ok && r == nil && err == nil && i.Base == nil { // object.__str__ is repr
		r, err = special(t, v, "__repr__")
	}
	if r == nil || err != nil {
		return nil, err
	}
	return checkStr(r)
}

// checkStr returns the string that __str__ returned.
func checkStr(r starlark.Value) (starlark.Value, error) {
	switch object.Unwrap(r).(type) {
	case starlark.String, *object.Text:
		return object.Unwrap(r), nil
	}
	return nil, object.TypeError.Errorf("__str__ returned non-string (type %s)", object.TypeName(r))
}

// ownStr is anyStr before it is looked at.
func ownStr(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if r, err := special(t, v, "__str__"); r != nil || err != nil {
		return r, err
	}
	if e, ok := v.(*object.Exception); ok && py2(t) {
		if arg := e.OnlyArg(); arg != nil {
			return Str(t, arg)
		}
		if slices.ContainsFunc(e.Args, isUnicode) { // then the message is, too
			return t.RT.Unicode(object.Str(syntax.Python2, e)), nil
		}
	}
	return nil, nil
}

func nativeStr(t *object.Thread, s string) (starlark.Value, error) {
	return t.RT.Str(s), t.Failed()
}

// Unicode returns unicode(v), Python 2's, as UTF-8.
func Unicode(t *object.Thread, v starlark.Value) (string, error) {
	if x, ok := v.(*object.Text); ok {
		return x.Value(), nil
	}
	r, err := special(t, v, "__unicode__")
	if err != nil {
		return "", err
	}
	if r == nil {
		if x, ok := object.Unwrap(v).(*object.Text); ok {
			return x.Value(), nil
		}
		if e, ok := v.(*object.Exception); ok && e.OnlyArg() != nil {
			return Unicode(t, e.OnlyArg())
		}
		if r, err = ownStr(t, v); err != nil {
			return "", err
		}
		if i, ok := v.(*object.Instance); ok && r == nil && i.Base == nil {
			if r, err = special(t, v, "__repr__"); err != nil {
				return "", err
			}
		}
		if r == nil {
			if r, err = Str(t, v); err != nil {
				return "", err
			}
		}
	}
	return textOf(t, r)
}

// textOf takes what __unicode__ or __str__ returned.
func textOf(t *object.Thread, r starlark.Value) (string, error) {
	r = object.Unwrap(r)
	if x, ok := r.(*object.Text); ok {
		return x.Value(), nil
	}
	s, ok := r.(starlark.String)
	if !ok {
		return "", object.TypeError.Errorf("coercing to Unicode: need string or buffer, %s found", object.TypeName(r))
	}
	return string(s), t.ImplicitDecode(string(s))
}

// Repr returns repr(v): a str of the dialect.
func Repr(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	r, err := askedRepr(t, v)
	if err != nil {
		return nil, err
	}
	return Str(t, r)
}

// askedRepr is Repr that may be of a class derived from str.
func askedRepr(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	r, err := special(t, v, "__repr__")
	if err != nil {
		return nil, err
	}
	if r == nil {
		if n, ok := v.(starlark.Int); ok {
			if err := writable(t, n); err != nil {
				return nil, err
			}
		}
		s, err := t.CheckedRepr(v)
		if err != nil {
			return nil, err
		}
		return nativeStr(t, s)
	}
	if _, ok := object.AsText(r); !ok {
		return nil, object.TypeError.Errorf("__repr__ returned non-string (type %s)", object.TypeName(r))
	}
	if isDerivedStr(r) {
		return r, nil
	}
	return Str(t, r)
}

// Len returns len(v).
func Len(t *object.Thread, v starlark.Value) (int, error) {
	if m := object.SpecialMethod(v, "__len__"); m != nil {
		r, err := t.Call(m)
		if err != nil {
			return 0, err
		}
		if x, ok := v.(*object.Instance); ok && x.Class().OldStyle {
			return object.OldCount("__len__()", r)
		}
		n, err := lengthOf(t, r)
		if i, isInt := object.AsInt(r); n < 0 || isInt && i.Sign() < 0 {
			err = object.ValueError.Errorf("__len__() should return >= 0")
		}
		return n, err
	}
	switch v := object.Unwrap(v).(type) {
	case starlark.String:
		return len(v), nil
	case *BigRange:
		return size(t, v.n)
	case *Memoryview:
		return v.Len(), v.check()
	case *object.MappingProxy:
		return Len(t, v.Of)
	case interface{ Len() int }:
		if _, ok := v.(object.Special); !ok {
			return v.Len(), t.Failed()
		}
	}
	if err := object.OldMissing(v, "__len__"); err != nil {
		return 0, err
	}
	return 0, object.TypeError.Errorf("object of type '%s' has no len()", object.TypeName(v))
}

// lengthOf is the number that __len__ returned: Python 2 cuts a float's fraction off.
func lengthOf(t *object.Thread, r starlark.Value) (int, error) {
	if f, ok := object.Unwrap(r).(starlark.Float); ok && py2(t) {
		n, err := starlark.NumberToInt(f)
		if err != nil {
			return 0, err
		}
		r = n
	}
	if py2(t) {
		return size2(t, r)
	}
	n, err := index(t, r)
	if err != nil {
		return 0, err
	}
	return indexSized(n)
}

// size2 is size where Python 2 asks for a Py_ssize_t.
func size2(t *object.Thread, v starlark.Value) (int, error) {
	n, err := integer(t, v)
	if err != nil {
		return 0, err
	}
	i, ok := n.Int64()
	if !ok {
		return 0, object.OverflowError.Errorf("long int too large to convert to int")
	}
	return int(i), nil
}

// isTrue returns bool(v).
func isTrue(t *object.Thread, v starlark.Value) (bool, error) {
	b := bool(v.Truth())
	return b, t.Failed()
}

// isIterable reports whether a for loop takes v.
func isIterable(v starlark.Value) bool {
	_, err := object.Iterable(v)
	return err == nil
}

// iterate returns what a loop over v in Go steps through.
func iterate(t *object.Thread, v starlark.Value) (*stepper, error) {
	x, err := object.Iterable(v)
	if err != nil {
		return nil, err
	}
	it := x.Iterate()
	if err := t.Failed(); err != nil {
		return nil, err
	}
	if err := object.Broken(it); err != nil {
		return nil, err
	}
	return &stepper{it: begin(v, it), t: t, of: v}, nil
}

// A stepper is an iterator whose errors are returned.
type stepper struct {
	it  starlark.Iterator
	t   *object.Thread
	of  starlark.Value // what it iterates over
	obj starlark.Value // see iterator
}

// iterator returns the iterator as a script would see it.
func (s *stepper) iterator() starlark.Value {
	if s.obj == nil {
		if v, _ := object.Stepped(s.it); v != nil {
			s.obj = v
		} else if n, ok := object.NextOf(object.Unwrap(s.of)); ok {
			s.obj = n
		} else {
			it := iteratorOver(s.t, s.of, s.it)
			s.obj, s.it = it, it.Iterate()
		}
	}
	return s.obj
}

// next returns the next value, or nil at the end.
func (s *stepper) next() (starlark.Value, error) {
	var v starlark.Value
	if s.it.Next(&v) {
		return v, nil
	}
	return nil, iterationError(s.it, s.t)
}

func (s *stepper) done() { s.it.Done() }

// rest returns the values that are left, and ends the iteration.
func (s *stepper) rest() ([]starlark.Value, error) {
	defer s.done()
	if err := countable(s.of); err != nil {
		return nil, err
	}
	var elems []starlark.Value
	for {
		v, err := s.next()
		if v == nil || err != nil {
			return elems, err
		}
		elems = append(elems, v)
	}
}

// iterationError tells why an iterator stopped; nil if it was at its end.
func iterationError(it starlark.Iterator, t *object.Thread) error {
	if f, ok := it.(interface{ Err() error }); ok {
		if err := f.Err(); err != nil {
			return err
		}
	}
	return t.Failed()
}

// each calls f for each element of v.
func each(t *object.Thread, v starlark.Value, f func(e starlark.Value) error) error {
	it, err := iterate(t, v)
	if err != nil {
		return err
	}
	defer it.done()
	for {
		e, err := it.next()
		if err != nil {
			return err
		}
		if e == nil {
			return nil
		}
		if err := f(e); err != nil {
			return err
		}
	}
}

// countable is MemoryError for a range of more elements than memory can hold.
func countable(v starlark.Value) error {
	if n, ok := v.(*Range); ok {
		return room(n.n, 16)
	}
	return nil
}

// isKind reports whether err is an exception of that kind.
func isKind(t *object.Thread, err error, k *object.Kind) bool {
	return t.Is(err, k)
}

// attribute returns v.name, or nil if there is none.
func attribute(t *object.Thread, v starlark.Value, name string) (starlark.Value, error) {
	x, err := t.RT.Attr(v, name)
	if err != nil && isKind(t, err, object.AttributeError) {
		return nil, nil
	}
	return x, err
}

// callKw calls fn with arguments by name too.
func callKw(t *object.Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.Call(t.Star, fn, args, kwargs)
}

// getItem is v[key].
func getItem(t *object.Thread, v, key starlark.Value) (starlark.Value, error) {
	if r, err := special(t, v, "__getitem__", key); err != nil || r != nil {
		return r, err
	}
	return GetItem(t.RT, v, key)
}
