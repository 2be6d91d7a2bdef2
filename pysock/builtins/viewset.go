package builtins

import (
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// Keys and items as sets: & | - ^ of them and anything iterable give a set. How it is
// made shows in its order, and in which of two equal elements it has, so it is made as
// CPython makes it. (Library reference, "Dictionary view objects"; Objects/dictobject.c.)

// Binary is & | - ^ of keys or items with anything iterable.
func (v *View) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch op {
	case starsyntax.PIPE, starsyntax.AMP, starsyntax.MINUS, starsyntax.CIRCUMFLEX:
	default:
		return nil, nil
	}
	if v.kind == viewValues {
		return nil, nil
	}
	var left, right starlark.Value = v, y
	if side == starlark.Right {
		left, right = y, v
	}
	if v.d != syntax.Python2 {
		other, isView := y.(*View)
		switch {
		case op == starsyntax.AMP:
			return v.common(y)
		case op == starsyntax.CIRCUMFLEX && isView && v.kind == viewItems && other.kind == viewItems:
			if side == starlark.Right {
				return differing(other, v)
			}
			return differing(v, other)
		}
	}
	r, err := object.SetOf(v.d, nil, false)
	if err == nil {
		if left == v && v.kind == viewKeys && v.d != syntax.Python2 {
			err = r.AddKeys(v.dict)
		} else {
			err = update(r, left)
		}
	}
	if err != nil {
		return nil, err
	}
	switch op {
	case starsyntax.PIPE:
		err = update(r, right)
	case starsyntax.MINUS:
		err = without(r, right)
	case starsyntax.AMP:
		if set, ok := right.(*object.Set); ok {
			r, err = r.Combine(op, set)
			break
		}
		var elems []starlark.Value
		if elems, err = object.Elements(nil, right); err == nil {
			r, err = r.Common(elems)
		}
	case starsyntax.CIRCUMFLEX:
		if dict, ok := right.(*object.Dict); ok {
			err = r.ToggleKeys(dict)
			break
		}
		var other *object.Set
		if other, err = setOf(v.d, nil, right); err != nil {
			break
		}
		err = r.Toggle(other)
	}
	return r, err
}

// common is & in Python 3, which goes through the elements of the smaller of two views, or
// of a view and a set that isn't smaller, and else through those of the other operand.
func (v *View) common(y starlark.Value) (starlark.Value, error) {
	in, walked := starlark.Value(v), y
	switch other := y.(type) {
	case *object.Set:
		if !other.Frozen && v.Len() <= other.Len() {
			in, walked = y, v
		}
	case *View:
		if other.Len() > v.Len() {
			in, walked = y, v
		}
	}
	set, err := setOf(v.d, nil, in)
	if err != nil {
		return nil, err
	}
	elems, err := object.Elements(nil, walked)
	if err != nil {
		return nil, err
	}
	if view, ok := in.(*View); ok && view.kind == viewItems { // others aren't looked for
		elems = slices.DeleteFunc(elems, func(e starlark.Value) bool {
			pair, ok := object.Unwrap(e).(starlark.Tuple)
			return !ok || len(pair) != 2
		})
	}
	r, err := set.Common(elems)
	if err == nil {
		r.Frozen = false
	}
	return r, err
}

// differing is ^ of items in Python 3: it begins with those of the right operand.
func differing(left, right *View) (starlark.Value, error) {
	r, err := object.SetOf(left.d, nil, false)
	for _, of := range [][2]*View{{right, left}, {left, right}} {
		for _, e := range of[0].elems() {
			if err != nil {
				return nil, err
			}
			var both bool
			if both, err = of[1].Has(e); err == nil && !both {
				err = r.Add(e)
			}
		}
	}
	return r, err
}

// update adds the elements of x, one of the operands, to a set.
func update(s *object.Set, x starlark.Value) error {
	switch x := x.(type) {
	case *object.Set:
		return s.Merge(x)
	case *object.Dict:
		return s.AddKeys(x)
	}
	elems, err := object.Elements(nil, x)
	for i := 0; err == nil && i < len(elems); i++ {
		err = s.Add(elems[i])
	}
	return err
}

// without takes the elements of x, the right operand, away from a set.
func without(s *object.Set, x starlark.Value) error {
	if set, ok := x.(*object.Set); ok {
		return s.Subtract(set)
	}
	elems, err := object.Elements(nil, x)
	if err != nil {
		return err
	}
	return s.Discard(func(discard func(starlark.Value) error) error {
		for _, e := range elems {
			if err := discard(e); err != nil {
				return err
			}
		}
		return nil
	})
}
