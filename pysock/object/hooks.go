package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
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
