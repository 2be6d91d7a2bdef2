package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// set and frozenset.

var frozensetMethods = map[string]method{
	"union":                combiner("union", starsyntax.PIPE, -1),
	"intersection":         combiner("intersection", starsyntax.AMP, -1),
	"difference":           combiner("difference", starsyntax.MINUS, -1),
	"symmetric_difference": combiner("symmetric_difference", starsyntax.CIRCUMFLEX, 1),
	"issubset":             relation("issubset", func(a, b *object.Set) (bool, error) { return a.Subset(b) }),
	"issuperset":           relation("issuperset", func(a, b *object.Set) (bool, error) { return b.Subset(a) }),
	"isdisjoint": relation("isdisjoint", func(a, b *object.Set) (bool, error) {
		c, err := a.Combine(starsyntax.AMP, b)
		return err == nil && c.Len() == 0, err
	}),
	"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := self.(*object.Set)
		if err := noArgs(s.Type(), "copy", args, kwargs); err != nil || s.Frozen {
			return s, err
		}
		return s.Copy(false), nil
	},
}

// setMethods change the set.
var setMethods = map[string]method{
	"update":                      updater("update", starsyntax.PIPE, -1),
	"intersection_update":         updater("intersection_update", starsyntax.AMP, -1),
	"difference_update":           updater("difference_update", starsyntax.MINUS, -1),
	"symmetric_difference_update": updater("symmetric_difference_update", starsyntax.CIRCUMFLEX, 1),
	"add": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("set", "add", args, kwargs); err != nil {
			return nil, err
		}
		return none(self.(*object.Set).Add(args[0]))
	},
	"discard": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("set", "discard", args, kwargs); err != nil {
			return nil, err
		}
		_, err := self.(*object.Set).Remove(args[0])
		return none(err)
	},
	"remove": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("set", "remove", args, kwargs); err != nil {
			return nil, err
		}
		found, err := self.(*object.Set).Remove(args[0])
		if err == nil && !found {
			err = object.KeyError.New(args[0])
		}
		return none(err)
	},
	"pop": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("set", "pop", args, kwargs); err != nil {
			return nil, err
		}
		s := self.(*object.Set)
		v := s.First()
		if v == nil {
			return nil, object.KeyError.Errorf("pop from an empty set")
		}
		_, err := s.Remove(v)
		return v, err
	},
	"clear": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("set", "clear", args, kwargs); err != nil {
			return nil, err
		}
		self.(*object.Set).Clear()
		return starlark.None, nil
	},
}

// plainSet returns the set that an instance of a class derived from set or
// frozenset has, whose __iter__ nobody asks; all else is returned as it is.
func plainSet(v starlark.Value) starlark.Value {
	if s, ok := object.Unwrap(v).(*object.Set); ok {
		return s
	}
	return v
}

// combine applies op to s and each of args in turn.
func combine(t *object.Thread, s *object.Set, name string, op starsyntax.Token, want int, args starlark.Tuple, kwargs []starlark.Tuple) (*object.Set, error) {
	if want == 1 {
		if err := oneArg(s.Type(), name, args, kwargs); err != nil {
			return nil, err
		}
	} else if err := noKeywords(s.Type(), name, kwargs); err != nil {
		return nil, err
	}
	first := s
	for _, a := range args {
		a = plainSet(a)
		if _, isSet := a.(*object.Set); op == starsyntax.PIPE && !isSet {
			if s == first {
				s = s.Copy(s.Frozen)
			}
			if err := addAll(t, s, a); err != nil {
				return nil, err
			}
			continue
		}
		if _, isSet := a.(*object.Set); op == starsyntax.AMP && !isSet {
			both, err := intersection(t, s, a)
			if err != nil {
				return nil, err
			}
			s = both
			continue
		}
		if op == starsyntax.MINUS {
			_, isSet := a.(*object.Set)
			_, isDict := a.(*object.Dict)
			if s != first || !isSet && !isDict {
				if s == first {
					s = s.Copy(s.Frozen)
				}
				if err := discard(t, s, a); err != nil {
					return nil, err
				}
				continue
			}
		}
		other, err := setOf(t.RT.Dialect, t, a)
		if err != nil {
			return nil, err
		}
		if s, err = s.Combine(op, other); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// intersection returns those elements of an iterable that are in s; Python 3
// stops as soon as it has them all.
func intersection(t *object.Thread, s *object.Set, iterable starlark.Value) (*object.Set, error) {
	it, err := iterate(t, iterable)
	if err != nil {
		return nil, err
	}
	defer it.done()
	out, _ := object.SetOf(t.RT.Dialect, nil, s.Frozen)
	for {
		v, err := it.next()
		if v == nil || err != nil {
			return out, err
		}
		if err := s.AddCommon(out, v); err != nil {
			return nil, err
		}
		if !py2(t) && out.Len() > 0 && out.Len() == s.Len() {
			return out, nil
		}
	}
}

// discard takes the elements of an iterable out of a set.
func discard(t *object.Thread, s *object.Set, iterable starlark.Value) error {
	iterable = plainSet(iterable)
	if d, ok := iterable.(*object.Dict); ok {
		other, err := setOf(t.RT.Dialect, t, d)
		if err != nil {
			return err
		}
		iterable = other
	}
	if other, ok := iterable.(*object.Set); ok {
		return s.Subtract(other)
	}
	return s.Discard(func(f func(starlark.Value) error) error { return each(t, iterable, f) })
}

// combiner makes a method that returns a new set.
func combiner(name string, op starsyntax.Token, want int) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := self.(*object.Set)
		r, err := combine(t, s, name, op, want, args, kwargs)
		if err != nil {
			return nil, err
		}
		if r == s {
			return s.Copy(s.Frozen), nil
		}
		return r, nil
	}
}

// updater makes a method that changes the set.
func updater(name string, op starsyntax.Token, want int) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := self.(*object.Set)
		if op == starsyntax.PIPE { // the usual one; adds in place
			if err := noKeywords("set", name, kwargs); err != nil {
				return nil, err
			}
			for _, a := range args {
				if other, ok := plainSet(a).(*object.Set); ok {
					if err := s.Merge(other); err != nil {
						return nil, err
					}
					continue
				}
				if err := addAll(t, s, a); err != nil {
					return nil, err
				}
			}
			return starlark.None, nil
		}
		if op == starsyntax.MINUS {
			if err := noKeywords("set", name, kwargs); err != nil {
				return nil, err
			}
			for _, a := range args {
				if err := discard(t, s, a); err != nil {
					return nil, err
				}
			}
			return starlark.None, nil
		}
		if op == starsyntax.CIRCUMFLEX {
			if err := oneArg("set", name, args, kwargs); err != nil {
				return nil, err
			}
			other, err := setOf(t.RT.Dialect, t, args[0])
			if err == nil && other == s {
				s.Clear()
			} else if err == nil {
				err = s.Toggle(other)
			}
			return none(err)
		}
		r, err := combine(t, s, name, op, want, args, kwargs)
		if err != nil || r == s {
			return none(err)
		}
		s.Take(r)
		return starlark.None, nil
	}
}

// relation makes a method that compares with any iterable.
func relation(name string, holds func(a, b *object.Set) (bool, error)) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := self.(*object.Set)
		if err := oneArg(s.Type(), name, args, kwargs); err != nil {
			return nil, err
		}
		_, isSet := args[0].(*object.Set) // one of a derived class is asked for its elements by isdisjoint
		if name == "isdisjoint" && !isSet {
			return decided(t, s, args[0], true)
		}
		if _, isSet = plainSet(args[0]).(*object.Set); !isSet && name == "issuperset" && !py2(t) {
			return decided(t, s, args[0], false)
		}
		other, err := setOf(t.RT.Dialect, t, args[0])
		if err != nil {
			return nil, err
		}
		return truth(holds(s, other))
	}
}

// decided is false as soon as an iterable gives an element that is in s, or one
// that isn't, and else true.
func decided(t *object.Thread, s *object.Set, iterable starlark.Value, in bool) (starlark.Value, error) {
	it, err := iterate(t, iterable)
	if err != nil {
		return nil, err
	}
	defer it.done()
	for {
		v, err := it.next()
		if v == nil {
			return truth(true, err)
		}
		has, err := s.Holds(v)
		if err != nil || has == in {
			return truth(false, err)
		}
	}
}

// newSet is set([iterable]); newFrozenset is frozenset([iterable]).
func newSet(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return makeSet(t, c, "set", args, kwargs)
}

func newFrozenset(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return makeSet(t, c, "frozenset", args, kwargs)
}

func makeSet(t *object.Thread, c *object.Class, name string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if py2(t) && len(kwargs) > 0 {
		if name == "set" || c.Dict == nil {
			return nil, object.TypeError.Errorf("%s() does not take keyword arguments", name)
		}
		kwargs = nil // they are for the __init__ of what derives from frozenset
	}
	if len(args) > 1 { // the words have the name of the class itself
		return nil, tupled("", c.ClassName, args, kwargs, 0, 1)
	}
	v, err := optionalIterable(t, name, args, kwargs)
	if err != nil {
		return nil, err
	}
	frozen := name == "frozenset"
	if s, ok := v.(*object.Set); ok && frozen && s.Frozen {
		return s, nil
	}
	v = plainSet(v)
	if s, ok := v.(*object.Set); ok {
		return s.Copy(frozen), nil
	}
	s, _ := object.SetOf(t.RT.Dialect, nil, frozen)
	if v != nil {
		err = addAll(t, s, v)
	}
	if err != nil {
		return nil, err
	}
	if frozen && s.Len() == 0 {
		return emptyFrozenset(t), nil
	}
	return s, nil
}

// addAll adds the elements of an iterable to a set.
func addAll(t *object.Thread, s *object.Set, iterable starlark.Value) error {
	if d, ok := iterable.(*object.Dict); ok {
		return s.AddKeys(d)
	}
	return each(t, iterable, s.Add)
}

type emptyFrozensetKey struct{}

// emptyFrozenset is the one that all empty frozensets are.
func emptyFrozenset(t *object.Thread) starlark.Value {
	return t.RT.Local(emptyFrozensetKey{}, func() any {
		s, _ := object.SetOf(t.RT.Dialect, nil, true)
		return s
	}).(starlark.Value)
}
