package builtins

import (
	"maps"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// More methods under special names: those that few types have, and Python 2's.

// inplaceDunders are the methods of augmented assignments, by the names that
// lowering gives the operators: iadd, ior.
func inplaceDunders(names ...string) map[string]method {
	ms := make(map[string]method, len(names))
	for _, name := range names {
		tok := inplace[name]
		for n, m := range dunder1("__"+name+"__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			v, err := augment(t, tok, x, y)
			if err != nil && object.IsSet(x) && isKind(t, object.Raise(t.Exception(err)), object.TypeError) {
				return object.NotImplemented, nil
			}
			return v, err
		}) {
			ms[n] = m
		}
	}
	return ms
}

// comparisonDunders are == and its like of types that don't share object's.
func comparisonDunders() map[string]method {
	return comparers(compareMethod)
}

// comparers are the methods of comparisons, as make makes them.
func comparers(make func(name string, op syntax.CmpOp) map[string]method) map[string]method {
	ms := map[string]method{}
	for _, name := range []string{"eq", "ne", "lt", "le", "gt", "ge"} {
		maps.Copy(ms, make("__"+name+"__", comparisons[name]))
	}
	return ms
}

// threeWayDunder is Python 2's __cmp__ of a type that has one.
func threeWayDunder(c *object.Class) map[string]method {
	return dunder1("__cmp__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		if got := t.RT.ClassOf(y); !got.IsSubclass(c) && !(object.IsSet(x) && object.IsSet(y)) {
			own := t.RT.ClassOf(x).TypeName()
			return nil, object.TypeError.Errorf("%s.__cmp__(x,y) requires y to be a '%s', not a '%s'", own, own, got.TypeName())
		}
		if object.IsSet(x) {
			return nil, object.TypeError.Errorf("cannot compare sets using cmp()")
		}
		n, err := object.Cmp(object.Unwrap(x), object.Unwrap(y))
		return starlark.MakeInt(n), err
	})
}

// reflectedModulo is x % self for a string self.
func reflectedModulo() map[string]method {
	return dunder1("__rmod__", func(t *object.Thread, self, x starlark.Value) (starlark.Value, error) {
		if !t.RT.ClassOf(x).IsSubclass(t.RT.ClassOf(self)) {
			return object.NotImplemented, nil
		}
		return Percent(t, object.Unwrap(x), self)
	})
}

// identityDunder is a method that returns the value itself, if it isn't of a
// class that derives from the type.
func identityDunder(name string) map[string]method {
	return dunder0(name, func(t *object.Thread, x starlark.Value) (starlark.Value, error) { return object.Unwrap(x), nil })
}

// truthDunder is __bool__.
func truthDunder() map[string]method {
	return dunder0("__bool__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) { return truth(isTrue(t, x)) })
}

// roundingDunders are __ceil__ and __floor__ of Python 3's numbers.
func roundingDunders() map[string]method {
	away := func(name string, by int) map[string]method {
		return dunder0(name, func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			n, err := toInt(t, "int", x)
			f, isFloat := x.(starlark.Float)
			if err != nil || !isFloat {
				return n, err
			}
			whole := n.(starlark.Int)
			if d := f - whole.Float(); by > 0 && d > 0 || by < 0 && d < 0 {
				whole = whole.Add(starlark.MakeInt(by))
			}
			return whole, nil
		})
	}
	return joined(away("__ceil__", 1), away("__floor__", -1))
}

// coercionDunders are those of Python 2's numbers.
func coercionDunders() map[string]method {
	return joined(
		dunder1("__coerce__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			if !knows(x, y) {
				return object.NotImplemented, nil
			}
			v, err := builtinCoerce(t, starlark.Tuple{x, y}, nil)
			if err != nil && isKind(t, err, object.TypeError) {
				return object.NotImplemented, nil
			}
			return v, err
		}),
		dunder0("__long__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			v, err := toInt(t, "long", x)
			if err != nil {
				return nil, err
			}
			return object.NewLong(selfInt(v)), nil
		}))
}

// basedDunders are __hex__ and __oct__ of Python 2's integers.
func basedDunders() map[string]method {
	return joined(
		dunder0("__hex__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return based("hex", 16, "0x", "0x")(t, starlark.Tuple{x}, nil)
		}),
		dunder0("__oct__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return based("oct", 8, "0", "0o")(t, starlark.Tuple{x}, nil)
		}))
}

// complexDunders2 are what complex numbers still have in Python 2, and raise.
func complexDunders2() map[string]method {
	refuse := func(name, to string) map[string]method {
		return dunder0(name, func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return nil, object.TypeError.Errorf("can't convert complex to %s", to)
		})
	}
	return joined(coercionDunders(), refuse("__int__", "int"), refuse("__long__", "long"), refuse("__float__", "float"),
		operatorMethods("floordiv", true, FloorDiv), operatorMethods("mod", true, Mod), operatorMethods("divmod", true, DivMod))
}

// sliceDunders are Python 2's __getslice__(i, j) and, of what changes, its like.
func sliceDunders(mutable bool) map[string]method {
	withSlice := func(name string, f func(t *object.Thread, self, s starlark.Value, args starlark.Tuple) (starlark.Value, error)) map[string]method {
		return map[string]method{name: func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(t, self, &object.Slice{Start: notBelow0(args[0]), Stop: notBelow0(args[1]), Step: starlark.None}, args)
		}}
	}
	ms := withSlice("__getslice__", func(t *object.Thread, self, s starlark.Value, _ starlark.Tuple) (starlark.Value, error) {
		return GetItem(t.RT, self, s)
	})
	if !mutable {
		return ms
	}
	return joined(ms,
		withSlice("__setslice__", func(t *object.Thread, self, s starlark.Value, args starlark.Tuple) (starlark.Value, error) {
			return none(self.(starlark.HasSetKey).SetKey(s, args[2]))
		}),
		withSlice("__delslice__", func(t *object.Thread, self, s starlark.Value, _ starlark.Tuple) (starlark.Value, error) {
			return none(object.DelItem(t.RT, self, s))
		}))
}

// notBelow0 is an index of __getslice__ and its like: whoever calls it has counted from the
// end already.
func notBelow0(i starlark.Value) starlark.Value {
	if n, ok := object.AsInt(i); ok && n.Sign() < 0 {
		return starlark.MakeInt(0)
	}
	return i
}

// dictOperatorDunders are | of Python 3's dict.
func dictOperatorDunders() map[string]method {
	return joined(operatorMethods("or", true, token(starsyntax.PIPE)), inplaceDunders("ior"))
}

// mergeInPlace is d |= other, for a mapping or pairs.
func mergeInPlace(t *object.Thread, d *object.Dict, other starlark.Value) (starlark.Value, error) {
	if py2(t) {
		return nil, unsupported(t, "|=", d, other)
	}
	return d, mergeFrom(t, d, other)
}
