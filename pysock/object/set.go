package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Set is Python's set or frozenset.
type Set struct {
	d      Dict
	Frozen bool
}

var (
	_ starlark.Sequence  = (*Set)(nil)
	_ starlark.HasBinary = (*Set)(nil)
	_ starlark.HasAttrs  = (*Set)(nil)
	_ Hasher             = (*Set)(nil)
)

// IsSet reports whether v is a set or frozenset, of a derived class too.
func IsSet(v starlark.Value) bool {
	_, ok := Unwrap(v).(*Set)
	return ok
}

// NewSet returns a set of these elements, as Python 3 orders it.
func NewSet(elems []starlark.Value, frozen bool) (*Set, error) {
	s := &Set{Frozen: frozen}
	s.d.order = slots3
	for _, e := range elems {
		if err := s.Add(e); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Add adds an element, whether the set is frozen or not.
func (s *Set) Add(v starlark.Value) error {
	h, err := Hash(v)
	if err != nil {
		return err
	}
	return s.add(h, v)
}

func (s *Set) add(hash uint64, v starlark.Value) error {
	i, err := s.d.find(v, hash)
	if err == nil && i < 0 {
		s.d.put(hash, v, starlark.None)
	}
	return err
}

// AddKeys adds the keys of a dict, whose hashes it knows.
func (s *Set) AddKeys(d *Dict) error {
	s.d.Expect(d.live)
	return d.eachKey(s.add)
}

// Has reports whether v, a set as the frozenset that equals it, is in the set.
func (s *Set) Has(v starlark.Value) (bool, error) { return s.Holds(frozen(v)) }

// Holds reports whether v is in the set.
func (s *Set) Holds(v starlark.Value) (bool, error) {
	e, err := s.d.Lookup(v)
	return e != nil, err
}

// Remove removes an element, a set as the frozenset that equals it, and reports
// whether it was there.
func (s *Set) Remove(v starlark.Value) (bool, error) {
	e, err := s.d.Delete(frozen(v))
	return e != nil, err
}

// frozen returns what a set is looked for in another one by: a frozenset.
func frozen(v starlark.Value) starlark.Value {
	if s, ok := Unwrap(v).(*Set); ok && !s.Frozen {
		if x, ok := v.(*Instance); ok && x.class.special("__hash__") != nil {
			return v
		}
		return &Set{d: s.d, Frozen: true}
	}
	return v
}

// First returns the oldest element, or nil.
func (s *Set) First() starlark.Value {
	v, _ := s.d.First()
	return v
}

// Clear removes all.
func (s *Set) Clear() { s.d.Clear() }

// Elems returns the elements.
func (s *Set) Elems() []starlark.Value { return s.d.Keys() }

// Len returns the number of elements.
func (s *Set) Len() int { return s.d.live }

// Iterate walks the elements.
func (s *Set) Iterate() starlark.Iterator {
	return &setIterator{*s.d.Walk(nil, false)}
}

type setIterator struct{ DictIterator }

func (it *setIterator) Err() error {
	if it.err != nil {
		return RuntimeError.By("Set changed size during iteration", "Set changed size during iteration")
	}
	return nil
}

// String returns the repr as Python 3 prints it.
func (s *Set) String() string { return Repr(syntax.Python3, s) }

// ReprAs is the repr of a set of a class of that name.
func (s *Set) ReprAs(name string, d syntax.Dialect) string {
	p := printer{d: d}
	p.set(s, name, false, s.Elems())
	return p.b.String()
}

// Type returns "set" or "frozenset".
func (s *Set) Type() string {
	if s.Frozen {
		return "frozenset"
	}
	return "set"
}

// Freeze does nothing.
func (s *Set) Freeze() {}

// Truth reports whether the set isn't empty.
func (s *Set) Truth() starlark.Bool { return s.d.live > 0 }

// Hash is there for a frozenset only.
func (s *Set) Hash() (uint32, error) {
	h, err := s.PyHash()
	return uint32(h), err
}

// PyHash doesn't depend on the order of the elements.
func (s *Set) PyHash() (uint64, error) {
	if !s.Frozen {
		return 0, Unhashable("set")
	}
	h := uint64(s.d.live)
	for _, e := range s.d.entries {
		if e.key != nil {
			h ^= mix(e.hash)
		}
	}
	return mix(h), nil
}

// Copy returns a set of the same elements.
func (s *Set) Copy(frozen bool) *Set {
	return &Set{d: *s.d.Copy(), Frozen: frozen}
}

// Combine returns the set that op (| & - ^) makes of s and other.
func (s *Set) Combine(op starsyntax.Token, other *Set) (*Set, error) {
	if op == starsyntax.PIPE {
		out := s.Copy(s.Frozen)
		if other == s {
			return out, nil
		}
		return out, out.Merge(other)
	}
	out := &Set{Frozen: s.Frozen}
	out.d.order = s.d.order
	var err error
	switch op {
	case starsyntax.AMP: // the smaller one is walked, as in CPython
		if other.Len() > s.Len() {
			err = out.sift(s, other, true)
		} else {
			err = out.sift(other, s, true)
		}
	case starsyntax.MINUS: // a much smaller one is walked
		if s.Len()/4 > other.Len() && s.d.order == slots3 {
			out = s.Copy(s.Frozen)
			return out, out.Subtract(other)
		}
		err = out.sift(s, other, false)
	case starsyntax.CIRCUMFLEX:
		out = other.Copy(s.Frozen)
		err = out.Toggle(s)
	}
	return out, err
}

// each calls f for each element.
func (s *Set) each(f func(v starlark.Value) error) error {
	return s.d.eachKey(func(_ uint64, v starlark.Value) error { return f(v) })
}

// Toggle takes away the elements of other that are in s, and adds those that
// aren't.
func (s *Set) Toggle(other *Set) error {
	if s == other {
		s.Clear()
	}
	return s.ToggleKeys(&other.d)
}

// ToggleKeys is Toggle for the keys of a dict.
func (s *Set) ToggleKeys(d *Dict) error {
	return d.eachKey(func(hash uint64, v starlark.Value) error {
		was, err := s.d.DeleteHashed(hash, v)
		if was != nil || err != nil {
			return err
		}
		return s.add(hash, v)
	})
}

// Subtract takes the elements of another set away.
func (s *Set) Subtract(other *Set) error {
	if s == other {
		s.Clear()
		return nil
	}
	return s.Discard(other.each)
}

// Discard takes the elements away that each gives, which leaves the others where
// they lie, unless there are then many holes in CPython's table.
func (s *Set) Discard(each func(func(v starlark.Value) error) error) error {
	err := each(func(v starlark.Value) error {
		_, err := s.d.Delete(v)
		return err
	})
	if err == nil && s.d.table != nil {
		s.d.table.tidy()
	}
	return err
}

// Merge adds the elements of another set.
func (s *Set) Merge(other *Set) error {
	if other == s {
		return nil
	}
	s.d.Expect(other.d.live)
	if s.d.live == 0 && (s.d.table == nil || s.d.table.fill == 0) && s.d.order == other.d.order {
		s.d.copyOf(&other.d)
		return nil
	}
	return s.AddKeys(&other.d)
}

// Take makes the elements of another set, which is not used any more, those of s.
func (s *Set) Take(other *Set) {
	finger := 0
	if s.d.table != nil && s.d.order == slots3 {
		finger = s.d.table.finger
	}
	s.d = other.d
	if t := s.d.lying(); t != nil && finger > 0 {
		t.finger = finger
	}
}

// sift adds the elements of from that are in by, or that aren't.
func (s *Set) sift(from, by *Set, in bool) error {
	return from.d.eachKey(func(hash uint64, v starlark.Value) error {
		at, err := by.d.find(v, hash)
		if err == nil && at >= 0 == in {
			err = s.add(hash, v)
		}
		return err
	})
}

// Common returns what of elems is in s, in their order.
func (s *Set) Common(elems []starlark.Value) (*Set, error) {
	out := &Set{Frozen: s.Frozen}
	out.d.order = s.d.order
	for _, v := range elems {
		if err := s.AddCommon(out, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// AddCommon adds v to out if it is in s.
func (s *Set) AddCommon(out *Set, v starlark.Value) error {
	h, err := Hash(v)
	if err != nil {
		return err
	}
	at, err := s.d.find(v, h)
	if err == nil && at >= 0 {
		err = out.add(h, v)
	}
	return err
}

// Subset reports whether all elements of s are in other.
func (s *Set) Subset(other *Set) (bool, error) {
	if s.Len() > other.Len() {
		return false, nil
	}
	missing := false
	err := s.d.eachKey(func(hash uint64, v starlark.Value) error {
		if missing {
			return nil
		}
		at, err := other.d.find(v, hash)
		missing = at < 0
		return err
	})
	return !missing && err == nil, err
}

// Binary is | & - ^ of two sets.
func (s *Set) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch y := y.(type) {
	case *Operator:
		if op == Infix {
			return y.apply(s)
		}
	case *Set:
		switch op {
		case starsyntax.PIPE, starsyntax.AMP, starsyntax.MINUS, starsyntax.CIRCUMFLEX:
			if side == starlark.Left {
				return s.Combine(op, y)
			}
		}
	}
	return nil, nil
}

// Attr returns a bound method.
func (s *Set) Attr(name string) (starlark.Value, error) { return typeAttr(s, name) }

// AttrNames lists the methods.
func (s *Set) AttrNames() []string { return typeAttrNames(s) }
