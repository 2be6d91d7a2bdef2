package builtins

import (
	"math"
	"unicode/utf8"

	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// Built-in functions about numbers and characters.

// builtinAbs is abs(x).
func builtinAbs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "abs", args, kwargs); err != nil {
		return nil, err
	}
	v := args[0]
	if r, err := special(t, v, "__abs__"); err != nil || r != nil {
		return r, err
	}
	switch x := object.Unwrap(v).(type) {
	case starlark.Float:
		return starlark.Float(math.Abs(float64(x))), nil
	case Complex:
		return starlark.Float(libm.Hypot(real(x), imag(x))), nil
	}
	n, ok := object.AsInt(v)
	if !ok {
		if err := object.OldMissing(v, "__abs__"); err != nil {
			return nil, err
		}
		return nil, object.TypeError.Errorf("bad operand type for abs(): '%s'", object.TypeName(v))
	}
	if n.Sign() < 0 {
		n = starlark.MakeInt(0).Sub(n)
	}
	return sameKind(t, v, v, n), nil
}

// based makes bin, oct and hex. Python 2 marks a long with an L, but not in bin.
func based(name string, base int, prefix2, prefix3 string) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("", name, args, kwargs); err != nil {
			return nil, err
		}
		v := args[0]
		if py2(t) && name != "bin" {
			if r, err := special(t, v, "__"+name+"__"); err != nil || r != nil {
				if _, ok := object.Unwrap(r).(starlark.String); err == nil && !ok {
					return nil, object.TypeError.Errorf("__%s__ returned non-string (type %s)", name, object.TypeName(r))
				}
				return r, err
			}
			if err := object.OldMissing(v, "__"+name+"__"); err != nil {
				return nil, err
			}
		}
		n, ok := object.AsInt(v)
		if !ok && py2(t) && name != "bin" {
			return nil, object.TypeError.Errorf("%s() argument can't be converted to %s", name, name)
		}
		var err error
		if !ok {
			n, err = index(t, v)
		}
		if err != nil {
			return nil, err
		}
		prefix, suffix := prefix3, ""
		if py2(t) {
			prefix = prefix2
			if name == "oct" && n.Sign() == 0 {
				prefix = ""
			}
			if name != "bin" && isLong(t, v, v) {
				suffix = "L"
			}
		}
		sign := ""
		if n.Sign() < 0 {
			sign = "-"
		}
		return t.RT.Str(sign + prefix + radix(n, base) + suffix), nil
	}
}

// builtinChr is chr(i): a byte in Python 2, a character in Python 3.
func builtinChr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	limit, words := int64(utf8.MaxRune), "chr() arg not in range(0x110000)"
	if py2(t) {
		limit, words = 255, "chr() arg not in range(256)"
	}
	i, err := character(t, "chr", args, kwargs, limit, words)
	if err != nil {
		return nil, err
	}
	if py2(t) {
		return starlark.String([]byte{byte(i)}), nil
	}
	return object.String3(string(object.AppendRune(nil, i))), nil
}

// builtinUnichr is Python 2's unichr(i).
func builtinUnichr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	i, err := character(t, "unichr", args, kwargs, utf8.MaxRune, "unichr() arg not in range(0x110000) (wide Python build)")
	if err != nil {
		return nil, err
	}
	return object.NewText(string(object.AppendRune(nil, i))), nil
}

func character(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, limit int64, words string) (rune, error) {
	if err := exactlyOne(t, "", name, args, kwargs); err != nil {
		return 0, err
	}
	n, err := integer(t, args[0])
	if err != nil {
		return 0, err
	}
	i, ok := n.Int64()
	if py2(t) && !ok {
		return 0, object.OverflowError.Errorf("Python int too large to convert to C long")
	}
	if name == "unichr" && i > math.MaxInt32 {
		return 0, object.OverflowError.Errorf("signed integer is greater than maximum")
	} else if name == "unichr" && i < math.MinInt32 {
		return 0, object.OverflowError.Errorf("signed integer is less than minimum")
	}
	if !ok || i != int64(int32(i)) {
		if !py2(t) {
			return 0, object.OverflowError.Errorf("Python int too large to convert to C int")
		}
		return 0, object.ValueError.Errorf("%s", words)
	}
	if i < 0 || i > limit {
		return 0, object.ValueError.Errorf("%s", words)
	}
	return rune(i), nil
}

// builtinOrd is ord(c).
func builtinOrd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "ord", args, kwargs); err != nil {
		return nil, err
	}
	v := args[0]
	s, k := "", str3
	switch x := object.Unwrap(v).(type) {
	case starlark.String:
		s, k = string(x), flavourOf(t.RT.Dialect, x)
	case *object.Text:
		s = x.Value()
	case starlark.Bytes:
		s, k = string(x), bytes3
	case *Bytearray:
		s, k = string(x.B), array3
	default:
		return nil, object.TypeError.Errorf("ord() expected string of length 1, but %s found", object.TypeName(v))
	}
	if n := k.length(s); n != 1 {
		return nil, object.TypeError.Errorf("ord() expected a character, but string of length %d found", n)
	}
	r, _ := k.next(s)
	return starlark.MakeInt(int(r)), nil
}

// builtinDivmod is divmod(a, b).
func builtinDivmod(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "divmod", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	return DivMod(t, args[0], args[1])
}

// builtinPow is pow(base, exp[, mod]).
func builtinPow(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var x, y, z starlark.Value
	if py2(t) {
		if err := tupled("", "pow", args, kwargs, 2, 3); err != nil {
			return nil, err
		}
	}
	if err := object.Keywords(t, "pow", args, kwargs, 2, "base", &x, "exp", &y, "mod", &z); err != nil {
		return nil, err
	}
	if z == nil || z == starlark.None {
		return Pow(t, x, y)
	}
	return powMod(t, x, y, z)
}

// takesLike reports whether a type of Python 2's has operators that take values of the
// type alone: two of them need no coercion.
func takesLike(ts *object.Types, v starlark.Value, c *object.Class) bool {
	switch c {
	case ts.Int, ts.Bool, ts.Long, ts.Float, ts.Complex, ts.Str, ts.Unicode, ts.Set, ts.FrozenSet:
		return false
	}
	_, made := v.(*object.Instance)
	return !made
}

// builtinSum is sum(iterable, start=0).
func builtinSum(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, start starlark.Value
	if py2(t) {
		if err := tupled("", "sum", args, kwargs, 1, 2); err != nil {
			return nil, err
		}
	}
	if err := object.Keywords(t, "sum", args, kwargs, 1, "", &v, "start", &start); err != nil {
		return nil, err
	}
	it, err := iterate(t, v)
	if err != nil {
		return nil, err
	}
	defer it.done()
	var total starlark.Value = starlark.MakeInt(0)
	kind := start
	if start != nil {
		kind = object.Unwrap(start)
	}
	switch kind.(type) {
	case nil:
	case starlark.String, *object.Text:
		return nil, object.TypeError.Errorf("sum() can't sum strings [use ''.join(seq) instead]")
	case starlark.Bytes:
		return nil, object.TypeError.Errorf("sum() can't sum bytes [use b''.join(seq) instead]")
	case *Bytearray:
		if py2(t) {
			total = start
			break
		}
		return nil, object.TypeError.Errorf("sum() can't sum bytearray [use b''.join(seq) instead]")
	default:
		total = start
	}
	for {
		e, err := it.next()
		if e == nil || err != nil {
			return total, err
		}
		if total, err = add(t, total, e); err != nil {
			return nil, err
		}
	}
}

// add is x + y.
func add(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return fit(t, starsyntax.PLUS, x, y)
}

func isFloat(v starlark.Value) bool {
	_, ok := v.(starlark.Float)
	return ok
}

// builtinCoerce is Python 2's coerce(x, y) -> (x1, y1).
func builtinCoerce(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "coerce", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	switch args[0].(type) {
	case *object.Instance, *object.Text, *object.Set, starlark.String: // whose types say that they check the operands'
	default:
		if t.RT.ClassOf(args[0]) == t.RT.ClassOf(args[1]) {
			return args, nil
		}
	}
	if a, b, ok, err := object.Coerced(args[0], args[1]); ok || err != nil {
		return starlark.Tuple{a, b}, err
	}
	x, y := object.Unwrap(args[0]), object.Unwrap(args[1])
	_, complex1 := x.(Complex)
	_, complex2 := y.(Complex)
	if complex1 || complex2 {
		a, ok1 := asComplex(x)
		b, ok2 := asComplex(y)
		if ok1 && ok2 {
			return starlark.Tuple{Complex(a), Complex(b)}, nil
		}
	}
	if c := t.RT.ClassOf(args[0]); c == t.RT.ClassOf(args[1]) && takesLike(object.TypesOf(t.RT.Dialect), args[0], c) {
		return args, nil
	}
	a, b, f, g, kind, err := numbers(t, x, y)
	switch {
	case err != nil:
		return nil, err
	case kind == 'f' && isFloat(x) && isFloat(y), kind == 'i' && !isLong(t, x, y):
		return args, nil
	case kind == 'f':
		return starlark.Tuple{starlark.Float(f), starlark.Float(g)}, nil
	case kind == 'i':
		return starlark.Tuple{sameKind(t, x, y, a), sameKind(t, x, y, b)}, nil
	}
	return nil, object.TypeError.Errorf("number coercion failed")
}
