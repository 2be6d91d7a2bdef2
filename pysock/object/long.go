package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Long is a Python 2 long: 10L, and every integer that doesn't fit in 64 bits.
//
// What + - and * make of two ints is Starlark's doing, which knows of no longs;
// in Python 2 lowering has Fit look at the result. A starlark.Int beyond 64 bits,
// such as some function written in Go may return, counts as a long too, but what
// is calculated from it may be an int again.
type Long struct{ n starlark.Int }

var (
	_ Inter              = Long{}
	_ starlark.HasBinary = Long{}
	_ starlark.HasUnary  = Long{}
	_ attributed         = Long{}
)

// NewLong returns the long of that value.
func NewLong(n starlark.Int) starlark.Value { return Long{n} }

// Fit returns an integer as dialect d has it: in Python 2 an int, if 64 bits hold
// it, else a long.
func Fit(d syntax.Dialect, n starlark.Int) starlark.Value {
	if d == syntax.Python2 {
		if _, ok := n.Int64(); !ok {
			return Long{n}
		}
	}
	return n
}

// Int returns the value.
func (l Long) Int() starlark.Int { return l.n }

// String returns the repr.
func (l Long) String() string { return l.n.String() + "L" }

// Repr returns the digits and an L.
func (l Long) Repr(syntax.Dialect) string { return l.String() }

// Str returns the digits.
func (l Long) Str(syntax.Dialect) string { return l.n.String() }

// Type returns "long".
func (l Long) Type() string { return "long" }

// Class returns long.
func (l Long) Class() *Class { return TypesOf(syntax.Python2).Long }

// Freeze does nothing.
func (l Long) Freeze() {}

// Truth reports whether it isn't 0.
func (l Long) Truth() starlark.Bool { return l.n.Truth() }

// Hash is that of the equal int.
func (l Long) Hash() (uint32, error) { return l.n.Hash() }

// PyHash is that of the equal int.
func (l Long) PyHash() (uint64, error) { return hashInt(l.n), nil }

// Attr returns a bound method.
func (l Long) Attr(name string) (starlark.Value, error) { return BindAttr(l, name) }

// AttrNames lists the methods.
func (l Long) AttrNames() []string { return l.Class().AttrNames() }

// Unary gives a long.
func (l Long) Unary(op starsyntax.Token) (starlark.Value, error) {
	return longResult(starlark.Unary(op, l.n))
}

// Binary calculates as an int does, but integers come out as longs.
func (l Long) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if _, ok := y.(*Instance); ok { // which knows when it is to be asked
		return nil, nil
	}
	other := plain(y)
	switch o := other.(type) {
	case starlark.Float:
		if op == starsyntax.AMP || op == starsyntax.PIPE || op == starsyntax.CIRCUMFLEX {
			return nil, nil
		}
	case starlark.Int:
	case starlark.String, starlark.Tuple, *List, *Text:
		if op != starsyntax.STAR {
			return nil, nil
		}
	case *Operator:
		if op == Infix {
			return o.apply(l)
		}
		return nil, nil
	default:
		return nil, nil
	}
	if side == starlark.Right {
		return longResult(starlark.Binary(op, other, l.n))
	}
	return longResult(starlark.Binary(op, l.n, other))
}

func longResult(v starlark.Value, err error) (starlark.Value, error) {
	if n, ok := v.(starlark.Int); ok && err == nil {
		return NewLong(n), nil
	}
	return v, err
}
