package object

import (
	"errors"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// The operators of such values: the special methods of both operands, in the order in
// which CPython asks them.

var binaryMethods = map[starsyntax.Token]string{
	starsyntax.PLUS: "add", starsyntax.MINUS: "sub", starsyntax.STAR: "mul",
	starsyntax.AMP: "and", starsyntax.PIPE: "or", starsyntax.CIRCUMFLEX: "xor",
}

// BinaryHook is what the special methods of either operand make of x op y, for
// op such as "add": __op__ of the left one, __rop__ of the right one, which goes
// first if its class derives from the left one's and redefines it. It is
// NotImplemented if the operands' built-in bases aren't to be asked either.
// Python 2 asks __coerce__ last.
func BinaryHook(t *Thread, op string, x, y starlark.Value) (v starlark.Value, found bool, err error) {
	a, b := asHooked(x), asHooked(y)
	if a == nil && b == nil {
		return nil, false, nil
	}
	v, found, err = specialBinary(t, op, x, y)
	if err != nil || found && v != NotImplemented || t.RT.Dialect != syntax.Python2 || !coercible(x) && !coercible(y) {
		return v, found, err
	}
	p, q, ok, err := Coerced(x, y)
	if !ok || err != nil {
		return v, found, err
	}
	if r, answered, err := numberSlot(t, op, p, q); answered || err != nil {
		return r, true, err
	}
	return v, found, nil
}

// coercible reports whether operators of Python 2 have __coerce__ of the other operand
// make something of v: its type isn't one of those that look at both operands' types
// themselves, as all classes of scripts and numbers, sets and strings do.
func coercible(v starlark.Value) bool {
	if _, ok := v.(Arithmetic); ok || asHooked(v) != nil || NumberRank(v) > 0 || IsSet(v) {
		return false
	}
	switch v.(type) {
	case starlark.String, *Text:
		return false
	}
	return true
}

// numberSlot is what the left one of two values that __coerce__ made says of x op y.
func numberSlot(t *Thread, op string, x, y starlark.Value) (v starlark.Value, found bool, err error) {
	if asHooked(x) != nil {
		v, found, err = specialBinary(t, op, x, y)
		return v, found && v != NotImplemented, err
	}
	if coercible(x) {
		return nil, false, nil
	}
	if _, isText := AsText(x); isText && op != "mod" {
		return nil, false, nil
	}
	m, err := t.RT.Attr(x, "__"+op+"__")
	if err != nil {
		return nil, false, nil
	}
	v, err = t.Call(m, y)
	return v, v != nil && v != NotImplemented, err
}

// specialBinary is BinaryHook without __coerce__.
func specialBinary(t *Thread, op string, x, y starlark.Value) (v starlark.Value, found bool, err error) {
	a, b := asHooked(x), asHooked(y)
	name, reflected := "__"+op+"__", "__r"+op+"__"
	left, right := t.RT.ClassOf(x), t.RT.ClassOf(y)
	if b != nil && left == right && !left.OldStyle {
		b = nil
	} else if b != nil && right.IsSubclass(left) && right.overrides(left, reflected) {
		if v, found, err := answer(b, reflected, x); found || err != nil {
			return v, true, err
		}
		b = nil
	}
	if a != nil {
		if v, found, err := callCoerced(t, a, op, name, y, false); found || err != nil {
			return v, true, err
		}
		if left.special(name) == nil && left.special(reflected) != nil {
			if err := repeatable(t, op, a, y); err != nil {
				return nil, true, err
			}
		}
	}
	if b != nil {
		if right.special(reflected) == nil && right.special(name) != nil {
			if err := repeatable(t, op, b, x); err != nil {
				return nil, true, err
			}
		}
		if left.special(name) == nil && takes(t.RT.Dialect, op, x, y) {
			return nil, false, nil
		}
		if v, found, err = callCoerced(t, b, op, reflected, x, true); found || err != nil {
			return v, true, err
		}
	}
	if replaced(t.RT.Dialect, op, x, y, left.special(name) != nil, left == right || right.special(reflected) != nil) {
		return NotImplemented, true, nil
	}
	return nil, false, nil
}

// repeatable is the TypeError of the built-in sequence that the class of x derives from
// where n is no integer: in Python 2 the other of its methods __mul__ and __rmul__ is
// asked once a class has either.
func repeatable(t *Thread, op string, x hooked, n starlark.Value) error {
	if op != "mul" || t.RT.Dialect != syntax.Python2 {
		return nil
	}
	switch x.value().(type) {
	case starlark.String, *Text, *List, starlark.Tuple, BytesLike:
	default:
		return nil
	}
	_, ok, err := AsIndex(n)
	if err == nil && !ok {
		err = NotIndex(n)
	}
	return err
}

// replaced reports whether what the operands' classes define for x op y, which had
// no answer, stands where that of a built-in base would have been found.
func replaced(d syntax.Dialect, op string, x, y starlark.Value, byLeft, byRight bool) bool {
	a, b := NumberRank(x), NumberRank(y)
	switch {
	case a > 0 && b > 0 || IsSet(x) && IsSet(y):
		return (byLeft || !takes(d, op, x, y)) && (byRight || !takes(d, op, y, x))
	case op == "add":
		return byLeft
	case op == "mul":
		return byLeft && b > 0 || byRight && a > 0
	}
	return false
}

// takes reports whether x's built-in type has an answer to x op y, so that y, which
// may be of a class below such a type, isn't asked: numbers have one for those that
// rank no higher, sets for sets.
func takes(d syntax.Dialect, op string, x, y starlark.Value) bool {
	const bits, quotients = "and or xor lshift rshift", "floordiv mod divmod"
	if IsSet(x) && IsSet(y) {
		return op == "sub" || strings.Contains("and or xor", op)
	}
	a, b := NumberRank(x), NumberRank(y)
	switch {
	case op == "matmul" || a < b || b == 0:
		return false
	case strings.Contains(bits, op):
		return a <= longRank
	}
	return a < complexRank || d == syntax.Python2 || !strings.Contains(quotients, op)
}

// The ranks of numbers.
const (
	intRank = 1 + iota
	longRank
	floatRank
	complexRank
)

// NumberRank ranks the types of numbers by what they take beside their own: int,
// long, float, complex, from 1 on; 0 is for all other values.
func NumberRank(v starlark.Value) int {
	switch v := Unwrap(v).(type) {
	case nil:
		return 0
	case starlark.Int, Bool, starlark.Bool:
		return intRank
	case Long:
		return longRank
	case starlark.Float:
		return floatRank
	default:
		if isComplex(v) {
			return complexRank
		}
	}
	return 0
}

// callCoerced calls an operator method; that of an old-style instance after
// __coerce__.
func callCoerced(t *Thread, x hooked, op, name string, y starlark.Value, reflected bool) (v starlark.Value, found bool, err error) {
	if i, ok := x.(*Instance); ok && i.class.OldStyle {
		a, b, coerced, err := i.Coerce(t, y)
		if err != nil {
			return nil, true, err
		}
		if coerced {
			if z, old := a.(*Instance); !old || !z.class.OldStyle {
				if t.RT.Operate == nil {
					return nil, false, nil
				}
				if reflected {
					a, b = b, a
				}
				err := t.coerced()
				if err == nil {
					v, err = t.RT.Operate(op, a, b)
				}
				t.coercing--
				return v, true, err
			}
			x, y = a.(*Instance), b
		}
	}
	return answer(x, name, y)
}

// overrides reports whether c has another method of that name than its base.
func (c *Class) overrides(base *Class, name string) bool {
	v := c.special(name)
	if v == nil {
		return false
	}
	w := base.Lookup(name)
	return w == nil || !Identical(v, w)
}

// ReflectedFirst is what the right operand makes of x op y, if its class derives
// from the left one's and redefines the operator; else nil.
func ReflectedFirst(t *Thread, op string, x, y starlark.Value) (starlark.Value, error) {
	b := asHooked(y)
	if b == nil {
		return nil, nil
	}
	name, left, right := "__r"+op+"__", t.RT.ClassOf(x), t.RT.ClassOf(y)
	if left == right || !right.IsSubclass(left) || !right.overrides(left, name) {
		return nil, nil
	}
	v, _, err := answer(b, name, x)
	return v, err
}

func binary(x hooked, op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(x)
	}
	name, ok := binaryMethods[op]
	if !ok {
		return nil, nil
	}
	left, right := starlark.Value(x), y
	if side == starlark.Right {
		left, right = y, x
		if _, asked := left.(starlark.HasBinary); asked && asHooked(left) != nil {
			return nil, nil // the left one has asked both
		}
	}
	v, found, err := BinaryHook(x.runtime().Current(), name, left, right)
	if v == NotImplemented {
		return nil, operandError(left, op.String(), right, left, right)
	}
	if found || err != nil {
		return v, err
	}
	a, b := Unwrap(left), Unwrap(right)
	if op == starsyntax.STAR {
		for _, pair := range [...][2]starlark.Value{{a, right}, {b, left}} {
			switch v := pair[0].(type) {
			case starlark.String, starlark.Bytes, starlark.Tuple, *Text, *List, BytesLike:
				if x.runtime().ClassOf(v).Lookup("__mul__") == nil {
					continue
				}
				n, ok, err := AsIndex(pair[1])
				if err != nil {
					return nil, err
				}
				if ok {
					a, b = pair[0], n
				}
			}
		}
	}
	if Identical(a, left) && Identical(b, right) {
		if op == starsyntax.STAR {
			return repeated(y, x)
		}
		return nil, nil
	}
	v, err = starlark.Binary(op, a, b)
	if err != nil && !errors.As(err, new(*Raised)) && strings.HasPrefix(err.Error(), "unknown binary op: ") {
		return nil, operandError(left, op.String(), right, a, b)
	}
	if i, ok := left.(*Instance); ok && err == nil {
		v = i.ofClass(v)
	}
	return v, err
}

// repeated is seq * x for an x that is a number only by its __index__; nil if it
// isn't, or seq no sequence.
func repeated(seq starlark.Value, x hooked) (starlark.Value, error) {
	if _, ok := seq.(hooked); ok {
		return nil, nil
	}
	if c := x.runtime().ClassOf(seq); c.Lookup("__mul__") == nil || !c.repeats() {
		return nil, nil
	}
	n, ok, err := AsIndex(x)
	if !ok || err != nil {
		return nil, err
	}
	v, err := starlark.Binary(starsyntax.STAR, seq, n)
	if err != nil && !errors.As(err, new(*Raised)) && strings.HasPrefix(err.Error(), "unknown binary op: ") {
		return nil, nil
	}
	return v, err
}

// ofClass makes the set that comes of a set one of the same class, as Python 2
// does; __init__ doesn't see it.
func (x *Instance) ofClass(v starlark.Value) starlark.Value {
	if _, from := x.Base.(*Set); !from || !x.class.py2 {
		return v
	}
	if s, ok := v.(*Set); ok {
		y := newInstanceOf(x.class)
		y.Base = s
		return y
	}
	return v
}

// AugmentHook is what a method such as __iadd__ makes of x op= y; nil if there
// is none or it doesn't want to.
func AugmentHook(x starlark.Value, op string, y starlark.Value) (starlark.Value, error) {
	h := asHooked(x)
	if h == nil {
		return nil, nil
	}
	v, _, err := answer(h, "__i"+op+"__", y)
	return v, err
}

var unaryMethods = map[starsyntax.Token]string{
	starsyntax.MINUS: "__neg__", starsyntax.PLUS: "__pos__", starsyntax.TILDE: "__invert__",
}

func unary(x hooked, op starsyntax.Token) (starlark.Value, error) {
	if v, found, err := call(x, unaryMethods[op]); found || err != nil {
		return v, err
	}
	if x.value() != nil {
		v, err := starlark.Unary(op, x.value())
		if err != nil && !errors.As(err, new(*Raised)) { // Starlark knows but the value's type
			return nil, nil
		}
		return v, err
	}
	if x.Class().OldStyle {
		if i, ok := x.(*Instance); ok { // what its __getattr__ says, if it has one
			_, err := i.Attr(unaryMethods[op])
			return nil, err
		}
	}
	return nil, nil
}
