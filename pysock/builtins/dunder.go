package builtins

import (
	"errors"
	"maps"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// The methods of built-in types under special names: [].__len__(),
// dict.__getitem__(d, k). Nothing here calls them; they are for scripts that
// do, and for what derives from a built-in type. Each is written once, for all
// types that have it. Package object counts their arguments.

// dunder0 makes a method without arguments.
func dunder0(name string, f func(t *object.Thread, self starlark.Value) (starlark.Value, error)) map[string]method {
	return map[string]method{name: func(t *object.Thread, self starlark.Value, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return f(t, self)
	}}
}

// dunder1 makes a method of one argument.
func dunder1(name string, f func(t *object.Thread, self, x starlark.Value) (starlark.Value, error)) map[string]method {
	return map[string]method{name: func(t *object.Thread, self starlark.Value, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
		return f(t, self, args[0])
	}}
}

// operatorMethods makes __op__, and __rop__ where reflected is set. What the
// operands' types don't support gives NotImplemented.
func operatorMethods(op string, reflected bool, f func(t *object.Thread, x, y starlark.Value) (starlark.Value, error)) map[string]method {
	try := func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		v, err := f(t, object.Unwrap(x), object.Unwrap(y)) // what they override isn't asked
		if err != nil && isKind(t, object.Raise(t.Exception(err)), object.TypeError) {
			return object.NotImplemented, nil
		}
		return v, err
	}
	ms := dunder1("__"+op+"__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		if !knows(x, y) {
			return object.NotImplemented, nil
		}
		return try(t, x, y)
	})
	if reflected {
		ms = joined(ms, dunder1("__r"+op+"__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			if !knows(x, y) {
				return object.NotImplemented, nil
			}
			return try(t, y, x)
		}))
	}
	return ms
}

// powerMethods are __pow__(x[, mod]) and __rpow__(x[, mod]).
func powerMethods() map[string]method {
	ms := operatorMethods("pow", true, Pow)
	for name, m := range ms {
		ms[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if len(args) == 1 || args[1] == starlark.None {
				return m(t, self, args[:1], kwargs)
			}
			x, y := self, args[0]
			if name == "__rpow__" {
				x, y = y, x
			}
			return numberPowMod(t, self, x, y, args[1])
		}
	}
	return ms
}

// knows reports whether the method of self can know what to do with other: that
// of a number does with numbers of its own type and of those below.
func knows(self, other starlark.Value) bool {
	mine, theirs := object.NumberRank(self), object.NumberRank(other)
	return mine == 0 || theirs > 0 && mine >= theirs
}

// token is an operator that Starlark has too.
func token(tok starsyntax.Token) func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) { return fit(t, tok, x, y) }
}

func compareMethod(name string, op syntax.CmpOp) map[string]method {
	return dunder1(name, func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		if a, b := object.NumberRank(x), object.NumberRank(y); a > 0 && b > 0 {
			if a < b { // the other one's method knows
				return object.NotImplemented, nil
			}
		} else if !comparesWith(t, op, x, y) {
			return object.NotImplemented, nil
		}
		v, err := object.Compare(t.RT.Dialect, op, x, object.Unwrap(y)) // what y overrides isn't asked
		switch object.Unwrap(x).(type) {
		case *object.List, starlark.Tuple, *object.Dict: // the elements' error
			return v, err
		case Complex:
			if py2(t) {
				return v, err
			}
		}
		if err != nil && isKind(t, err, object.TypeError) {
			return object.NotImplemented, nil
		}
		return v, err
	})
}

// richDunders are == and its like of a type of Python 3 whose values know how they
// compare; others are compared by identity.
func richDunders(c *object.Class) map[string]method {
	return comparers(func(name string, op syntax.CmpOp) map[string]method {
		return dunder1(name, func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			var v starlark.Value
			var err error
			switch x := object.Unwrap(x).(type) {
			case object.Comparer:
				v, err = x.RichCompare(op, y)
			default:
				if t.RT.ClassOf(y) == c {
					v, err = object.Compare(t.RT.Dialect, op, x, y)
				}
			}
			if v == nil && err == nil {
				v = object.NotImplemented
			}
			return v, err
		})
	})
}

// comparesWith reports whether the method of x for op compares it with y: most types
// know their own kind only.
func comparesWith(t *object.Thread, op syntax.CmpOp, x, y starlark.Value) bool {
	equality := op == syntax.Eq || op == syntax.NotEq
	switch x := object.Unwrap(x).(type) {
	case *object.Set:
		return object.IsSet(y)
	case *View:
		v, isView := y.(*View)
		return object.IsSet(y) || isView && v.kind != viewValues
	case *object.Dict:
		return equality && t.RT.ClassOf(y).IsSubclass(t.RT.ClassOf(x))
	case *object.List, starlark.Tuple, starlark.String, starlark.Bytes:
		return t.RT.ClassOf(y).IsSubclass(t.RT.ClassOf(x))
	case *object.Text:
		return isText(y)
	case *object.Class:
		c, ok := y.(*object.Class)
		return ok && !c.OldStyle
	case *Memoryview:
		return equality && holdsBytes(t, y)
	case object.BytesLike:
		return holdsBytes(t, y)
	}
	return object.NumberRank(y) > 0
}

// holdsBytes reports whether v is bytes-like.
func holdsBytes(t *object.Thread, v starlark.Value) bool {
	switch object.Unwrap(v).(type) {
	case starlark.Bytes, object.BytesLike:
		return true
	case starlark.String:
		return py2(t)
	}
	return false
}

func unaryMethod(name string, tok starsyntax.Token) map[string]method {
	return dunder0(name, func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
		v, err := starlark.Unary(tok, x)
		return fitted(t.RT.Dialect, v, err)
	})
}

// hashDunder is __hash__ of a type whose values are equal by content.
func hashDunder() map[string]method {
	return dunder0("__hash__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
		return builtinHash(t, starlark.Tuple{x}, nil)
	})
}

// valueDunders are those of the types whose values are equal by content.
func valueDunders() map[string]method {
	return joined(
		dunder0("__repr__", Repr),
		dunder0("__str__", Str),
		hashDunder(),
		dunder1("__format__", formatMethod),
		map[string]method{"__getattribute__": objectMethods["__getattribute__"]},
		comparisonDunders(),
	)
}

// formatMethod is __format__(spec) of numbers and strings.
func formatMethod(t *object.Thread, self, spec starlark.Value) (starlark.Value, error) {
	if _, ok := object.AsText(spec); !ok {
		words2 := "__format__ requires str or unicode"
		if object.NumberRank(self) == 0 {
			words2 = "__format__ arg must be str or unicode, not " + object.TypeName(spec)
		}
		return nil, object.TypeError.By(words2, "__format__() argument must be str, not "+object.ArgName(spec))
	}
	spec = object.Unwrap(spec)
	if text, ok := spec.(*object.Text); ok && py2(t) && !isUnicode(object.Unwrap(self)) {
		b, err := t.ImplicitEncode(text)
		if err != nil {
			return nil, err
		}
		spec = starlark.String(b)
	}
	return formatted(t, self, spec, formatPlain)
}

// sizedDunders are those of what has a length.
func sizedDunders() map[string]method {
	return joined(
		dunder0("__len__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return builtinLen(t, starlark.Tuple{x}, nil)
		}),
		dunder1("__contains__", func(t *object.Thread, x, v starlark.Value) (starlark.Value, error) {
			return truth(object.Contains(t.RT.Dialect, x, v))
		}))
}

func iterDunder() map[string]method { return dunder0("__iter__", Iter) }

func getDunder() map[string]method { return dunder1("__getitem__", getItem) }

// itemDunders are those of what has items that change.
func itemDunders() map[string]method {
	return joined(getDunder(),
		dunder1("__delitem__", func(t *object.Thread, x, k starlark.Value) (starlark.Value, error) {
			return none(object.DelItem(t.RT, x, k))
		}),
		map[string]method{"__setitem__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return none(self.(starlark.HasSetKey).SetKey(args[0], args[1]))
		}})
}

// sequenceDunders are + and * of sequences, which raise TypeError themselves.
func sequenceDunders() map[string]method {
	repeat := token(starsyntax.STAR)
	concat := func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
		z := object.Unwrap(y)
		if _, other := z.(object.Special); !other { // its __radd__ isn't asked
			v, err := add(t, x, z)
			if err == nil || errors.As(err, new(*object.Raised)) {
				return v, err
			}
		}
		return nil, object.OperandFault(x.Type(), "+", z.Type(), object.TypeName(x), object.TypeName(y))
	}
	return joined(dunder1("__add__", concat), dunder1("__mul__", repeat), dunder1("__rmul__", repeat))
}

// numberDunders are those of all numbers.
func numberDunders(is2 bool) map[string]method {
	ms := joined(
		operatorMethods("add", true, add), operatorMethods("sub", true, token(starsyntax.MINUS)),
		operatorMethods("mul", true, token(starsyntax.STAR)), operatorMethods("truediv", true, trueDiv),
		powerMethods(),
		unaryMethod("__neg__", starsyntax.MINUS), unaryMethod("__pos__", starsyntax.PLUS),
		dunder0("__abs__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return builtinAbs(t, starlark.Tuple{x}, nil)
		}))
	bool := "__bool__"
	if is2 {
		bool = "__nonzero__"
		ms = joined(ms, operatorMethods("div", true, div))
	}
	return joined(ms, dunder0(bool, func(t *object.Thread, x starlark.Value) (starlark.Value, error) { return truth(isTrue(t, x)) }))
}

// whole is int(x) of a number that no class has changed.
func whole(t *object.Thread, x starlark.Value) (starlark.Value, error) {
	v, err := toInt(t, "int", x)
	return fitted(t.RT.Dialect, v, err)
}

// realDunders are those of int and float.
func realDunders() map[string]method {
	return joined(
		operatorMethods("floordiv", true, FloorDiv), operatorMethods("mod", true, Mod), operatorMethods("divmod", true, DivMod),
		dunder0("__int__", whole),
		dunder0("__trunc__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			if py2(t) && isLong(t, x, x) {
				return object.NewLong(selfInt(x)), nil
			}
			return whole(t, x)
		}),
		dunder0("__float__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			f, err := toFloat(t, x)
			return starlark.Float(f), err
		}),
		map[string]method{"__round__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			owner := "int"
			if _, isFloat := object.Unwrap(self).(starlark.Float); isFloat {
				owner = "float"
			}
			if err := clinic(owner, "__round__", args, kwargs, 0, 1); err != nil {
				return nil, err
			}
			if owner == "int" && len(args) == 1 && args[0] == starlark.None {
				return nil, object.NotIndex(args[0]) // which round() itself takes for no digits
			}
			return builtinRound(t, append(starlark.Tuple{self}, args...), nil)
		}})
}

// integerDunders are int's alone.
func integerDunders() map[string]method {
	return joined(
		operatorMethods("and", true, token(starsyntax.AMP)), operatorMethods("or", true, token(starsyntax.PIPE)),
		operatorMethods("xor", true, token(starsyntax.CIRCUMFLEX)),
		operatorMethods("lshift", true, lshift), operatorMethods("rshift", true, rshift),
		unaryMethod("__invert__", starsyntax.TILDE),
		dunder0("__index__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
			return sameKind(t, x, x, selfInt(x)), nil
		}))
}

// viewOperatorDunders are the operators of views, which take whatever is iterable and
// raise what is wrong with it.
func viewOperatorDunders() map[string]method {
	ms := make(map[string]method)
	for name, tok := range map[string]starsyntax.Token{"and": starsyntax.AMP, "or": starsyntax.PIPE, "xor": starsyntax.CIRCUMFLEX, "sub": starsyntax.MINUS} {
		f := token(tok)
		maps.Copy(ms, dunder1("__"+name+"__", f))
		maps.Copy(ms, dunder1("__r"+name+"__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) { return f(t, y, x) }))
	}
	return ms
}

func setOperatorDunders() map[string]method {
	return joined(
		operatorMethods("and", true, token(starsyntax.AMP)), operatorMethods("or", true, token(starsyntax.PIPE)),
		operatorMethods("xor", true, token(starsyntax.CIRCUMFLEX)), operatorMethods("sub", true, token(starsyntax.MINUS)))
}

func moduloDunder() map[string]method { return dunder1("__mod__", Percent) }

func reversedDunder(ts *object.Types) map[string]method {
	return dunder0("__reversed__", func(t *object.Thread, x starlark.Value) (starlark.Value, error) {
		return newReversed(t, ts.ByName["reversed"], starlark.Tuple{x}, nil)
	})
}
