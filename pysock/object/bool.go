package object

import (
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// Bool is Python's bool, which is an int: True + 1 is 2, and True == 1.
type Bool bool

// True and False are boxed once.
var (
	True  starlark.Value = Bool(true)
	False starlark.Value = Bool(false)
)

var (
	_ starlark.HasBinary = Bool(false)
	_ starlark.HasUnary  = Bool(false)
)

// Truthy returns True or False.
func Truthy(b bool) starlark.Value {
	if b {
		return True
	}
	return False
}

// Int returns 0 or 1.
func (b Bool) Int() starlark.Int {
	if b {
		return starlark.MakeInt(1)
	}
	return starlark.MakeInt(0)
}

func (b Bool) String() string {
	if b {
		return "True"
	}
	return "False"
}

// Type returns "bool".
func (b Bool) Type() string { return "bool" }

// Freeze does nothing.
func (b Bool) Freeze() {}

// Truth returns the value.
func (b Bool) Truth() starlark.Bool { return starlark.Bool(b) }

// Hash returns the hash of 0 or 1.
func (b Bool) Hash() (uint32, error) { return b.Int().Hash() }

// Unary treats the value as 0 or 1.
func (b Bool) Unary(op starsyntax.Token) (starlark.Value, error) {
	return starlark.Unary(op, b.Int())
}

// Binary treats the value as 0 or 1, but for & | ^ of two bools.
func (b Bool) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(b)
	}
	var other starlark.Value = y
	switch y := y.(type) {
	case Bool:
		switch op {
		case starsyntax.AMP:
			return b && y, nil
		case starsyntax.PIPE:
			return b || y, nil
		case starsyntax.CIRCUMFLEX:
			return Bool(b != y), nil
		}
		other = y.Int()
	case starlark.Bool:
		return b.Binary(op, Bool(y), side)
	case starlark.Int, starlark.Float:
	case starlark.String, starlark.Bytes, starlark.Tuple, *List, *Text:
		if op != starsyntax.STAR {
			return nil, nil
		}
	default:
		return nil, nil
	}
	if _, ok := other.(starlark.Float); ok && (op == starsyntax.AMP || op == starsyntax.PIPE || op == starsyntax.CIRCUMFLEX) {
		return nil, nil
	}
	if side == starlark.Right {
		return starlark.Binary(op, other, b.Int())
	}
	return starlark.Binary(op, b.Int(), other)
}
