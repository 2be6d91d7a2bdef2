package object

import (
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// An Arithmetic value has some of the binary operators that aren't Starlark's:
// div, truediv, floordiv, mod, pow, lshift, rshift, matmul, divmod. It returns
// nil, nil for what it doesn't take. (+ - * & | ^ are starlark.HasBinary's.)
type Arithmetic interface {
	starlark.Value
	Arith(op string, y starlark.Value, side starlark.Side) (starlark.Value, error)
}

// An InPlace value changes itself in an augmented assignment. It returns nil,
// nil for what it doesn't take.
type InPlace interface {
	starlark.Value
	Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error)
}

// Augment is the in-place form of | & - ^ for a set.
func (s *Set) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	other, ok := y.(*Set)
	if !ok || s.Frozen {
		return nil, nil
	}
	var err error
	switch op {
	case starsyntax.PIPE:
		err = s.Merge(other)
	case starsyntax.AMP:
		var both *Set
		if both, err = s.Combine(op, other); err == nil {
			s.Take(both)
		}
	case starsyntax.MINUS:
		err = s.Subtract(other)
	case starsyntax.CIRCUMFLEX:
		err = s.Toggle(other)
	default:
		return nil, nil
	}
	return s, err
}

// Augment is dict |= mapping.
func (d *Dict) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	other, ok := y.(*Dict)
	if !ok || op != starsyntax.PIPE {
		return nil, nil
	}
	var err error
	other.Each(func(k, v starlark.Value) bool { err = d.SetKey(k, v); return err == nil })
	return d, err
}
