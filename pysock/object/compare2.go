package object

import (
	"cmp"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Comparison in Python 2, of values whose classes a script made. CPython 2.7 asks
// richly (__eq__ and its like) and then by __cmp__, in an order that shows where
// methods return NotImplemented: an operand's slot asks the other operand too, and
// operands of one class are asked once more than others.

// ask2 is ask, of x op y. It returns nil, nil if neither knows.
func ask2(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	if decides(x, y) {
		if c, ok := x.(Comparer); ok {
			return c.RichCompare(op, y)
		}
		return nil, nil
	}
	a := asHooked(x)
	if b := asHooked(y); a != nil && b != nil && kindOf(a) == kindOf(b) && !kindOf(a).OldStyle {
		if v, err := slotRich(op, x, y); v != nil || err != nil {
			return v, err
		}
		if n, found, err := threeWay(x, y); found || err != nil {
			return Truthy(threeway(cmpToken[op], n)), err
		}
	}
	if v, err := tryRich(op, x, y); v != nil || err != nil {
		return v, err
	}
	if n, found, err := threeWay(x, y); found || err != nil {
		return Truthy(threeway(cmpToken[op], n)), err
	}
	return nil, nil
}

// tryRich asks __eq__ and its like of both operands: first of the left one, or of the
// right one if its class derives from the left one's.
func tryRich(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	if derives(y, x) {
		if v, err := slotRich(swapped[op], y, x); v != nil || err != nil {
			return v, err
		}
	}
	if v, err := slotRich(op, x, y); v != nil || err != nil {
		return v, err
	}
	return slotRich(swapped[op], y, x)
}

// slotRich is what the type of x does for x op y. One that a script made asks y too,
// if a script made its type.
func slotRich(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	a := asHooked(x)
	if a == nil {
		if c, ok := x.(Comparer); ok {
			return c.RichCompare(op, y)
		}
		return nil, nil
	}
	v, err := richCompare(a, op, y)
	if b := asHooked(y); v == nil && err == nil && b != nil && comparesRichly(a) && comparesRichly(b) && kindOf(a).OldStyle == kindOf(b).OldStyle {
		return richCompare(b, swapped[op], x)
	}
	return v, err
}

// comparesRichly reports whether the class of x has __eq__ or its like.
func comparesRichly(x hooked) bool {
	c := kindOf(x)
	if c.OldStyle {
		return true // its __getattr__ may have
	}
	for _, name := range cmpMethods {
		if name != "" && c.special(name) != nil {
			return true
		}
	}
	return false
}

// threeWay asks the __cmp__ of x, then that of y. Where new-style classes have it and
// neither knows, the order is that of the addresses.
func threeWay(x, y starlark.Value) (n int, found bool, err error) {
	a, b := asHooked(x), asHooked(y)
	switch {
	case a != nil && kindOf(a).OldStyle:
		return threeWayHook(a, y)
	case b != nil && kindOf(b).OldStyle:
		n, found, err = threeWayHook(b, x)
		return -n, found, err
	}
	known := false
	if a != nil {
		if n, found, err = threeWayHook(a, y); found || err != nil {
			return n, true, err
		}
		known = kindOf(a).special("__cmp__") != nil
	}
	if b != nil {
		if n, found, err = threeWayHook(b, x); found || err != nil {
			return -n, true, err
		}
		known = known || kindOf(b).special("__cmp__") != nil
	}
	if known {
		return cmp.Compare(ID(x), ID(y)), true, nil
	}
	if a, b, ok, err := Coerced(x, y); err != nil {
		return 0, true, err
	} else if ok && NumberRank(a) == NumberRank(b) && NumberRank(a) <= longRank {
		m, isInt := AsInt(a)
		n, _ := AsInt(b)
		return m.Sub(n).Sign(), isInt, nil
	}
	return 0, false, nil
}

// Cmp is Python 2's cmp(x, y): it asks the __cmp__ of two values of one class,
// then whether they are equal, less or greater, and where nothing of that is
// true the __cmp__ of either.
func Cmp(x, y starlark.Value) (int, error) {
	if Identical(x, y) {
		return 0, nil
	}
	if IsSet(x) && ClassOf(syntax.Python2, x) == ClassOf(syntax.Python2, y) {
		return 0, setsCompared()
	}
	a, b := asHooked(x), asHooked(y)
	if a == nil && b == nil {
		return cmpBuiltin(x, y)
	}
	if a != nil && b != nil && (kindOf(a) == kindOf(b) || kindOf(a).OldStyle && kindOf(b).OldStyle) {
		if n, found, err := threeWay(x, y); found || err != nil {
			return n, err
		}
	}
	if n, found, err := cmpBy(tryRich, x, y); found || err != nil {
		return n, err
	}
	if n, found, err := threeWay(x, y); found || err != nil {
		return n, err
	}
	n, found, err := cmpBy(compareUnasked2, x, y)
	if !found && err == nil {
		n, err = anyOrder(x, y)
	}
	return n, err
}

func setsCompared() error { return TypeError.Errorf("cannot compare sets using cmp()") }

// cmpBuiltin is Cmp for values of built-in types.
func cmpBuiltin(x, y starlark.Value) (int, error) {
	n, found, err := cmpBy(func(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
		return Compare(syntax.Python2, op, x, y)
	}, x, y)
	switch {
	case found || err != nil:
		return n, err
	case IsSet(x):
		return 0, setsCompared()
	}
	return anyOrder(x, y)
}

func compareUnasked2(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	v, err := compareUnasked(syntax.Python2, op, x, y)
	if err == errUnordered {
		return nil, complexOrder(x, y)
	}
	return v, err
}

// cmpBy finds out whether x is equal to, less or greater than y; found is false if it
// is nothing of that.
func cmpBy(compare func(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error), x, y starlark.Value) (n int, found bool, err error) {
	for i, op := range [...]syntax.CmpOp{syntax.Eq, syntax.Lt, syntax.Gt} {
		if v, err := compare(op, x, y); err != nil || v != nil && bool(v.Truth()) {
			return [...]int{0, -1, 1}[i], true, err
		}
	}
	return 0, false, nil
}
