package object

import (
	"errors"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
	"strings"
)

// What operators and built-in functions do with a value whose class a script
// made: they call its special methods. An Instance comes here, a Class whose
// metaclass defines some, and an Exception.

// A hooked value may have special methods.
type hooked interface {
	Typed
	Special
	runtime() *Runtime
	// value is that of a built-in type that the instance has, or nil.
	value() starlark.Value
}

// callHook calls f, which a class has under a special name, on self.
func callHook(t *Thread, f, self starlark.Value, c *Class, args ...starlark.Value) (starlark.Value, error) {
	if fn, ok := f.(*starlark.Function); ok {
		all := make(starlark.Tuple, len(args)+1)
		all[0] = self
		copy(all[1:], args)
		return starlark.Call(t.Star, fn, all, nil)
	}
	m, err := bindTo(t, f, self, c)
	if err != nil {
		return nil, err
	}
	return t.Call(m, args...)
}

// call calls a special method; found is false where the class has none.
func call(x hooked, name string, args ...starlark.Value) (v starlark.Value, found bool, err error) {
	t := x.runtime().Current()
	if i, ok := x.(*Instance); ok && !i.class.OldStyle {
		f := i.class.special(name)
		if f == nil {
			return nil, false, nil
		}
		v, err = callHook(t, f, x, i.class, args...)
	} else {
		m := x.Special(name)
		if m == nil {
			return nil, false, t.Failed()
		}
		v, err = t.Call(m, args...)
	}
	return v, true, err
}

// answer is call of a method of two operands, which has none where it returns
// NotImplemented.
func answer(x hooked, name string, args ...starlark.Value) (v starlark.Value, found bool, err error) {
	if v, found, err = call(x, name, args...); err == nil && v == NotImplemented {
		return nil, false, nil
	}
	return v, found, err
}

// kindOf is the class whose special methods a value has.
func kindOf(x hooked) *Class {
	switch x := x.(type) {
	case *Class:
		return x.metaclass()
	case *Instance:
		return x.class
	}
	return x.Class()
}

// asHooked returns v if a script made its class, else nil.
func asHooked(v starlark.Value) hooked {
	switch x := v.(type) {
	case *Instance:
		return x
	case *Class:
		if x.Meta != nil && x.rt != nil {
			return x
		}
	case *Exception:
		if x.class.Dict != nil {
			return x
		}
	}
	return nil
}

// truth is __bool__ (Python 2: __nonzero__), or else whether __len__ isn't 0.
func truth(x hooked) starlark.Bool {
	rt := x.runtime()
	name := "__bool__"
	if rt.Dialect == syntax.Python2 {
		name = "__nonzero__"
	}
	t := rt.Current()
	v, found, err := call(x, name)
	base := x.value() // a number has a truth that asks no __len__
	if !found && err == nil && (base == nil || !isNumber(base) && kindOf(x).special("__len__") != nil) {
		name = "__len__"
		v, found, err = call(x, name)
	}
	switch {
	case err != nil:
		t.failAsked(AskedTruth, err)
		return false
	case found && kindOf(x).OldStyle:
		n, err := OldCount("__nonzero__", v)
		if err != nil {
			t.failAsked(AskedTruth, err)
		}
		return n != 0
	case found:
		n, isInt := AsInt(v)
		if f, ok := Unwrap(v).(starlark.Float); ok && name == "__len__" && rt.Dialect == syntax.Python2 {
			if i, err := starlark.NumberToInt(f); err == nil {
				v, n, isInt = i, i, true
			}
		}
		switch _, isBool := v.(Bool); {
		case name == "__len__" && !isInt:
			t.failAsked(AskedTruth, TypeError.By("an integer is required", sprintf("'%s' object cannot be interpreted as an integer", TypeName(v))))
		case name == "__len__" && n.Sign() < 0:
			t.failAsked(AskedTruth, ValueError.Errorf("__len__() should return >= 0"))
		case name == "__len__" && n.BigInt().BitLen() > 63:
			t.failAsked(AskedTruth, OverflowError.By("long int too large to convert to int", "cannot fit 'int' into an index-sized integer"))
		case name == "__bool__" && !isBool:
			t.failAsked(AskedTruth, TypeError.Errorf("__bool__ should return bool, returned %s", TypeName(v)))
		case name == "__nonzero__" && !isBool && TypeName(v) != "int":
			t.failAsked(AskedTruth, TypeError.Errorf("__nonzero__ should return bool or int, returned %s", TypeName(v)))
		default:
			return n.Sign() != 0
		}
		return false
	case x.value() != nil:
		return x.value().Truth()
	}
	return true
}

// hash is __hash__; None for it is a class that has __eq__ alone.
func hash(x hooked) (uint64, error) {
	c, rt := kindOf(x), x.runtime()
	var h starlark.Value
	if i, ok := x.(*Instance); ok && c.OldStyle {
		h = i.oldSpecial("__hash__")
		if h == nil && (i.oldSpecial("__eq__") != nil || i.oldSpecial("__cmp__") != nil) {
			return 0, TypeError.Errorf("unhashable instance")
		}
		if h != nil {
			v, err := rt.Current().Call(h)
			if _, isInt := AsInt(v); err == nil && !isInt {
				return 0, TypeError.Errorf("__hash__() should return an int")
			}
			return hashResult(rt.Dialect, v, err)
		}
	} else if h = c.special("__hash__"); h == starlark.None {
		return 0, Unhashable(c.TypeName())
	} else if h != nil {
		v, err := callHook(rt.Current(), h, x, c)
		return hashResult(rt.Dialect, v, err)
	}
	if b := x.value(); b != nil {
		s, isSet := b.(*Set)
		_, isArray := b.(interface{ SetBytes([]byte) })
		switch b.(type) {
		case *List, *Dict:
			return 0, Unhashable(c.TypeName())
		}
		if isArray && c.py2 {
			return mix(ID(x)), nil
		}
		if isArray || isSet && !s.Frozen {
			return 0, Unhashable(c.TypeName())
		}
		return Hash(b)
	}
	return mix(ID(x)), nil
}

func hashResult(d syntax.Dialect, v starlark.Value, err error) (uint64, error) {
	if err != nil {
		return 0, err
	}
	n, err := HashResult(d, v)
	return hashInt(n), err
}

// HashResult is the integer that a __hash__ returned: Python 2 cuts a float's
// fraction off.
func HashResult(d syntax.Dialect, v starlark.Value) (starlark.Int, error) {
	if f, ok := v.(starlark.Float); ok && d == syntax.Python2 {
		return starlark.NumberToInt(f)
	}
	n, ok := AsInt(v)
	if !ok {
		return n, TypeError.By("an integer is required", "__hash__ method should return an integer")
	}
	return n, nil
}

// cmpMethods are the special methods of the comparisons.
var cmpMethods = [...]string{
	syntax.Eq: "__eq__", syntax.NotEq: "__ne__", syntax.Lt: "__lt__",
	syntax.LtE: "__le__", syntax.Gt: "__gt__", syntax.GtE: "__ge__",
}

// callCompared is call of a comparison's method; one that can't be bound counts as
// missing.
func callCompared(x hooked, name string, y starlark.Value) (v starlark.Value, found bool, err error) {
	i, ok := x.(*Instance)
	if !ok || i.class.OldStyle {
		return answer(x, name, y)
	}
	f := i.class.special(name)
	if _, plain := f.(*starlark.Function); f == nil || plain {
		return answer(x, name, y)
	}
	t := x.runtime().Current()
	m, err := bindTo(t, f, x, i.class)
	if err != nil {
		return nil, false, nil
	}
	v, err = t.Call(m, y)
	return v, err != nil || v != NotImplemented, err
}

// richCompare is __eq__ and its like; Python 3 derives != from ==, but for built-in
// types, which have one of their own.
func richCompare(x hooked, op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	d := x.runtime().Dialect
	v, found, err := callCompared(x, cmpMethods[op], y)
	if found || err != nil {
		return v, err
	}
	if d != syntax.Python2 && op == syntax.NotEq && x.value() == nil && kindOf(x).special("__ne__") == nil {
		if v, found, err := callCompared(x, "__eq__", y); found || err != nil {
			if err != nil {
				return nil, err
			}
			same := bool(v.Truth())
			return Truthy(!same), x.runtime().Current().Failed()
		}
	}
	if x.value() != nil && kindOf(x).special(cmpMethods[op]) == nil {
		if z, ok := y.(*Instance); ok && (z.Base == nil || z.class.special(cmpMethods[swapped[op]]) != nil && !knowsBase(d, x.value(), z.Base)) {
			return nil, nil
		}
		v, err := compare(d, op, x.value(), Unwrap(y))
		if err == errUnordered {
			return nil, nil
		}
		return v, err
	}
	return nil, nil
}

// knowsBase reports whether the type of x compares richly with that of y; the ints of
// Python 2 compare in three ways alone.
func knowsBase(d syntax.Dialect, x, y starlark.Value) bool {
	rank := func(v starlark.Value) int {
		if _, isInt := AsInt(v); isInt {
			return 1
		} else if _, isFloat := v.(starlark.Float); isFloat {
			return 2
		} else if isComplex(v) {
			return 3
		}
		return 0
	}
	_, array := x.(BytesLike)
	_, bytes := AsBytes(y)
	if _, str := y.(starlark.String); str && d == syntax.Python2 {
		bytes = true
	}
	_, unicode := x.(*Text)
	_, text := AsText(y)
	switch a, b := rank(x), rank(y); {
	case a > 0 && b > 0:
		return a >= b && !(a == 1 && d == syntax.Python2)
	case array && bytes, unicode && text, IsSet(x) && IsSet(y):
		return true
	}
	return ClassOf(d, x) == ClassOf(d, y)
}

// threeWayHook is Python 2's __cmp__, the left operand's or the right one's.
func threeWayHook(x hooked, y starlark.Value) (n int, found bool, err error) {
	result := func(v starlark.Value, err error) (int, bool, error) {
		if err != nil {
			return 0, true, err
		}
		n, ok := AsInt(v)
		if !ok {
			if o, isOld := x.(*Instance); isOld && o.class.OldStyle {
				return 0, true, TypeError.Errorf("comparison did not return an int")
			}
			return 0, true, TypeError.Errorf("an integer is required")
		}
		return n.Sign(), true, nil
	}
	if i, ok := x.(*Instance); ok && i.class.OldStyle {
		a, b, coerced, err := i.Coerce(x.runtime().Current(), y)
		if err != nil {
			return 0, true, err
		}
		if coerced {
			p, isOld := a.(*Instance)
			q, isOld2 := b.(*Instance)
			switch {
			case isOld && p.class.OldStyle:
				x, y = p, b
			case isOld2 && q.class.OldStyle:
				v, found, err := answer(q, "__cmp__", a)
				if !found && err == nil {
					return 0, false, nil
				}
				n, found, err := result(v, err)
				return -n, found, err
			default:
				t := x.runtime().Current()
				err := t.coerced()
				if err == nil {
					n, err = Cmp(a, b)
				}
				t.coercing--
				return n, true, err
			}
		}
	}
	v, found, err := callCompared(x, "__cmp__", y)
	if found || err != nil {
		return result(v, err)
	}
	return 0, false, nil
}

// Unwrap returns the built-in value of an instance that has one.
func Unwrap(v starlark.Value) starlark.Value {
	if x, ok := v.(*Instance); ok && x.Base != nil {
		return x.Base
	}
	return v
}

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

// hookText calls a method that has to return a string.
func hookText(x hooked, name string) (string, bool) { return hookTextAs(x, name, name) }

// hookTextAs is hookText for what another method is made of, which is to blame.
func hookTextAs(x hooked, name, shown string) (string, bool) {
	v, found, err := call(x, name)
	if !found && err == nil {
		return "", false
	}
	t := x.runtime().Current()
	if err != nil {
		t.Fail(err)
		return "", true
	}
	s, ok := AsText(Unwrap(v))
	if !ok {
		t.Fail(TypeError.Errorf("%s returned non-string (type %s)", shown, TypeName(v)))
	}
	return s, true
}

// NotIndex is the TypeError where Python wants an integer, for what AsIndex says is none.
func NotIndex(v starlark.Value) error {
	name := "'" + TypeName(v) + "' "
	if x, ok := v.(*Instance); ok && x.class.OldStyle {
		name = ""
	}
	return TypeError.By(name+"object cannot be interpreted as an index", name+"object cannot be interpreted as an integer")
}

// AsIndex returns v as an integer where Python wants one and takes what
// __index__ gives; ok is false if v is neither.
func AsIndex(v starlark.Value) (n starlark.Int, ok bool, err error) {
	if n, ok = AsInt(v); ok {
		return n, true, nil
	}
	x := asHooked(v)
	if x == nil {
		return n, false, nil
	}
	if Blocked(v, "__index__") {
		return n, false, TypeError.Errorf("'NoneType' object is not callable")
	}
	r, found, err := call(x, "__index__")
	if i, isInstance := v.(*Instance); isInstance && !found && err == nil && i.class.OldStyle {
		err = TypeError.Errorf("object cannot be interpreted as an index")
	}
	if !found || err != nil {
		return n, false, err
	}
	if n, ok = AsInt(r); !ok {
		return n, false, TypeError.By(
			sprintf("__index__ returned non-(int,long) (type %s)", TypeName(r)), sprintf("__index__ returned non-int (type %s)", TypeName(r)))
	}
	switch r.(type) {
	case starlark.Int, Long:
	default:
		if t := x.runtime().Current(); t != nil && t.RT.Dialect != syntax.Python2 {
			err = t.Warn(DeprecationWarning, 1, "__index__ returned non-int (type %s).  The ability to return an instance of a strict subclass of int "+
				"is deprecated, and may not be supported in a future version of Python.", TypeName(r))
		}
	}
	return n, err == nil, err
}
