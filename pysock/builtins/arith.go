package builtins

import (
	"math"
	"math/big"

	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The arithmetic that Starlark hasn't or does otherwise: // % ** divmod, for
// ints and floats; other values bring their own (object.Arithmetic).

// unsupported is the error of an operator that doesn't take its operands.
func unsupported(t *object.Thread, op string, x, y starlark.Value) error {
	hint := ""
	if f, ok := x.(*object.Func); ok && op == ">>" && f.FuncName == "print" && !py2(t) {
		hint = `. Did you mean "print(<message>, file=<output_stream>)"?`
	}
	return object.TypeError.Errorf("unsupported operand type(s) for %s: '%s' and '%s'%s",
		op, t.RT.ClassOf(x).TypeName(), t.RT.ClassOf(y).TypeName(), hint)
}

// hooked asks the special methods of operands whose classes a script made.
func hooked(t *object.Thread, name, sign string, x, y starlark.Value) (r starlark.Value, found bool, err error) {
	_, special1 := x.(object.Special)
	_, special2 := y.(object.Special)
	if !special1 && !special2 {
		return nil, false, nil
	}
	if r, found, err = object.BinaryHook(t, name, x, y); r == object.NotImplemented {
		return nil, true, unsupported(t, sign, x, y)
	}
	return r, found, err
}

// own asks the operands' own types.
func own(t *object.Thread, name string, x, y starlark.Value) (starlark.Value, error) {
	x, y = object.Unwrap(x), object.Unwrap(y)
	if a, ok := x.(object.Arithmetic); ok {
		if r, err := a.Arith(name, y, starlark.Left); r != nil || err != nil {
			return r, err
		}
	}
	if a, ok := y.(object.Arithmetic); ok {
		return a.Arith(name, x, starlark.Right)
	}
	return nil, nil
}

// numbers returns both operands as ints, or both as floats.
func numbers(t *object.Thread, x, y starlark.Value) (a, b starlark.Int, f, g float64, kind byte, err error) {
	a, ok1 := object.AsInt(x)
	b, ok2 := object.AsInt(y)
	_, float1 := object.Unwrap(x).(starlark.Float)
	_, float2 := object.Unwrap(y).(starlark.Float)
	switch {
	case ok1 && ok2:
		return a, b, 0, 0, 'i', nil
	case (ok1 || float1) && (ok2 || float2):
		if f, err = t.Float(x); err == nil {
			g, err = t.Float(y)
		}
		return a, b, f, g, 'f', err
	}
	return
}

// isLong reports whether Python 2 would call one of both a long.
func isLong(t *object.Thread, x, y starlark.Value) bool {
	if !py2(t) {
		return false
	}
	for _, v := range [...]starlark.Value{object.Unwrap(x), object.Unwrap(y)} {
		switch n := v.(type) {
		case object.Long:
			return true
		case starlark.Int:
			if _, ok := n.Int64(); !ok {
				return true
			}
		}
	}
	return false
}

// sameKind returns an integer result, as a long if an operand is one.
func sameKind(t *object.Thread, x, y starlark.Value, n starlark.Int) starlark.Value {
	if isLong(t, x, y) {
		return object.NewLong(n)
	}
	return object.Fit(t.RT.Dialect, n)
}

// numeric applies an operator to two ints or two floats (nil: there is none for
// floats), and else asks the operands' own types. An integer result is a long
// if an operand is one.
func numeric(t *object.Thread, op, sign string, x, y starlark.Value,
	ints func(a, b starlark.Int) (starlark.Value, error), floats func(f, g float64) (starlark.Value, error)) (starlark.Value, error) {
	if r, found, err := hooked(t, op, sign, x, y); found || err != nil {
		return r, err
	}
	a, b, f, g, kind, err := numbers(t, x, y)
	switch {
	case kind == 'i':
		z, err := ints(a, b)
		if n, ok := z.(starlark.Int); ok && err == nil {
			return sameKind(t, x, y, n), nil
		}
		return z, err
	case kind == 'f' && floats != nil:
		if err != nil {
			return nil, err
		}
		return floats(f, g)
	}
	if py2(t) {
		if r, err := complexDivMod(t, op, x, y); r != nil || err != nil {
			return r, err
		}
	}
	if r, err := own(t, op, x, y); r != nil || err != nil {
		return r, err
	}
	return nil, unsupported(t, sign, x, y)
}

// DivMod is divmod(x, y); it raises ZeroDivisionError, TypeError.
func DivMod(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "divmod", "divmod()", x, y,
		func(a, b starlark.Int) (starlark.Value, error) {
			if b.Sign() == 0 {
				return nil, zeroDivision(t, x, y, "integer division or modulo by zero")
			}
			if leastByMinusOne(a, b) {
				return starlark.Tuple{sameKind(t, x, y, a.Div(b)), longZero(t)}, nil
			}
			return starlark.Tuple{sameKind(t, x, y, a.Div(b)), sameKind(t, x, y, a.Mod(b))}, nil
		},
		func(f, g float64) (starlark.Value, error) {
			if g == 0 {
				return nil, object.ZeroDivisionError.Errorf("float divmod()")
			}
			q, r := floatDivMod(f, g)
			return starlark.Tuple{starlark.Float(q), starlark.Float(r)}, nil
		})
}

// leastByMinusOne reports whether a / b is beyond 64 bits although a and b aren't: then
// Python 2 turns to longs for the remainder too.
func leastByMinusOne(a, b starlark.Int) bool {
	n, _ := a.Int64()
	m, _ := b.Int64()
	return n == math.MinInt64 && m == -1
}

func longZero(t *object.Thread) starlark.Value {
	if py2(t) {
		return object.NewLong(starlark.MakeInt(0))
	}
	return starlark.MakeInt(0)
}

func zeroDivision(t *object.Thread, x, y starlark.Value, words3 string) error {
	words2 := "integer division or modulo by zero"
	if isLong(t, x, y) {
		words2 = "long division or modulo by zero"
	}
	return object.ZeroDivisionError.By(words2, words3)
}

// floatDivMod rounds the quotient down; the remainder has the divisor's sign.
func floatDivMod(f, g float64) (q, r float64) {
	r = math.Mod(f, g)
	q = (f - r) / g
	if r != 0 {
		if (g < 0) != (r < 0) {
			r += g
			q--
		}
	} else {
		r = math.Copysign(0, g)
	}
	if q != 0 {
		floor := math.Floor(q)
		if q-floor > 0.5 {
			floor++
		}
		q = floor
	} else {
		q = math.Copysign(0, f/g)
	}
	return q, r
}

// FloorDiv is x // y.
func FloorDiv(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "floordiv", "//", x, y,
		func(a, b starlark.Int) (starlark.Value, error) { return floorInts(t, x, y, a, b) },
		func(f, g float64) (starlark.Value, error) {
			if g == 0 {
				return nil, object.ZeroDivisionError.By("float divmod()", "float floor division by zero")
			}
			q, _ := floatDivMod(f, g)
			return starlark.Float(q), nil
		})
}

// floorInts is a // b, for x and y of these values.
func floorInts(t *object.Thread, x, y starlark.Value, a, b starlark.Int) (starlark.Value, error) {
	if b.Sign() == 0 {
		return nil, zeroDivision(t, x, y, "integer division or modulo by zero")
	}
	return a.Div(b), nil
}

// Mod is x % y for numbers, and Percent for strings.
func Mod(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	switch object.Unwrap(x).(type) {
	case starlark.String, *object.Text, starlark.Bytes:
		if object.SpecialMethod(x, "__mod__") != nil {
			break
		}
		if r, err := object.ReflectedFirst(t, "mod", x, y); r != nil || err != nil {
			return r, err
		}
		return Percent(t, x, y)
	case *Bytearray:
		if !py2(t) {
			return Percent(t, x, y)
		}
	}
	return numeric(t, "mod", "%", x, y,
		func(a, b starlark.Int) (starlark.Value, error) {
			if b.Sign() == 0 {
				return nil, zeroDivision(t, x, y, "integer modulo by zero")
			}
			if leastByMinusOne(a, b) {
				return longZero(t), nil
			}
			return a.Mod(b), nil
		},
		func(f, g float64) (starlark.Value, error) {
			if g == 0 {
				return nil, object.ZeroDivisionError.Errorf("float modulo")
			}
			_, r := floatDivMod(f, g)
			return starlark.Float(r), nil
		})
}

// Pow is x ** y.
func Pow(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	if r, found, err := hooked(t, "pow", "** or pow()", x, y); found || err != nil {
		return r, err
	}
	a, b, f, g, kind, err := numbers(t, x, y)
	switch {
	case err != nil:
		return nil, err
	case kind == 'i' && b.Sign() >= 0:
		n, err := intPow(a, b)
		if err != nil {
			return nil, err
		}
		return sameKind(t, x, y, n), nil
	case kind == 'i':
		if f, err = t.Float(x); err == nil {
			g, err = t.Float(y)
		}
		if err != nil {
			return nil, err
		}
		return floatPow(t, f, g)
	case kind == 'f':
		return floatPow(t, f, g)
	}
	if r, err := own(t, "pow", x, y); r != nil || err != nil {
		return r, err
	}
	return nil, unsupported(t, "** or pow()", x, y)
}

// intPow refuses results of more than maxAlloc bytes.
func intPow(a, b starlark.Int) (starlark.Int, error) {
	x := a.BigInt()
	if n, ok := b.Int64(); x.BitLen() > 1 && (!ok || n > 8*maxAlloc/int64(x.BitLen())) {
		return starlark.Int{}, object.MemoryError.New()
	}
	if x.BitLen() <= 1 { // -1, 0, 1
		if b.Sign() == 0 {
			return starlark.MakeInt(1), nil
		}
		if x.Sign() < 0 && b.BigInt().Bit(0) == 0 {
			return starlark.MakeInt(1), nil
		}
		return a, nil
	}
	return starlark.MakeBigInt(new(big.Int).Exp(x, b.BigInt(), nil)), nil
}

func floatPow(t *object.Thread, f, g float64) (starlark.Value, error) {
	switch {
	case f == 0 && g < 0 && !math.IsInf(g, 0):
		return nil, object.ZeroDivisionError.Errorf("0.0 cannot be raised to a negative power")
	case f < 0 && g != math.Trunc(g) && !math.IsInf(f, 0) && !math.IsInf(g, 0) && !math.IsNaN(g):
		if py2(t) {
			return nil, object.ValueError.Errorf("negative number cannot be raised to a fractional power")
		}
		return complexPow(complex(f, 0), complex(g, 0))
	}
	r := libm.Pow(f, g)
	if math.IsInf(r, 0) && !math.IsInf(f, 0) && !math.IsInf(g, 0) {
		return nil, object.OverflowError.New(starlark.MakeInt(34), starlark.String("Numerical result out of range"))
	}
	return starlark.Float(r), nil
}

// powMod is pow(x, y, z). The operands' types are asked in turn, each once; only
// that of ints has an answer.
func powMod(t *object.Thread, x, y, z starlark.Value) (starlark.Value, error) {
	if r, err := special(t, x, "__pow__", y, z); err != nil || r != nil && r != object.NotImplemented {
		return r, err
	}
	if object.NumberRank(x) != 1 || object.NumberRank(y) != 1 || object.NumberRank(z) != 1 {
		for i, v := range []starlark.Value{x, y, z} { // each one's type is asked
			if err := powModHook(t, v, x, i == 0); err != nil {
				return nil, err
			}
			if r, err := numberPowMod(t, v, x, y, z); r != object.NotImplemented {
				return r, err
			}
		}
		names := sprintf("'%s', '%s', '%s'", object.TypeName(x), object.TypeName(y), object.TypeName(z))
		return nil, object.TypeError.By("unsupported operand type(s) for pow(): "+names, "unsupported operand type(s) for ** or pow(): "+names)
	}
	return intPowMod(t, x, y, z)
}

// powModHook is the error of an instance without an answer to pow(x, y, z), if its
// class has one: of v, which is x or stands after it.
func powModHook(t *object.Thread, v, x starlark.Value, first bool) error {
	in, ok := v.(*object.Instance)
	switch {
	case !ok:
	case in.Class().OldStyle: // x need not be one
		_, err := t.RT.Attr(x, "__pow__")
		return err
	case first && in.Base == nil && in.Special("__pow__") == nil && in.Special("__rpow__") != nil: // they are one slot
		return object.AttributeError.Errorf("__pow__")
	}
	return nil
}

// numberPowMod is what the type of self, a number, makes of pow(x, y, z).
func numberPowMod(t *object.Thread, self, x, y, z starlark.Value) (starlark.Value, error) {
	switch rank := object.NumberRank(self); {
	case rank == 4 && object.NumberRank(x) > 0 && object.NumberRank(y) > 0:
		return nil, object.ValueError.Errorf("complex modulo")
	case rank == 3:
		return nil, object.TypeError.Errorf("pow() 3rd argument not allowed unless all arguments are integers")
	case rank > 0 && rank < 3 && noHigher(rank, x, y, z), rank == 1 && noHigher(rank, x, y) && py2(t) && selfInt(y).Sign() < 0:
		return intPowMod(t, x, y, z)
	}
	return object.NotImplemented, nil
}

// noHigher reports whether all of the values are numbers of a rank up to that.
func noHigher(rank int, values ...starlark.Value) bool {
	for _, v := range values {
		if r := object.NumberRank(v); r == 0 || r > rank {
			return false
		}
	}
	return true
}

// intPowMod is pow(x, y, z) of integers.
func intPowMod(t *object.Thread, x, y, z starlark.Value) (starlark.Value, error) {
	a, b, m := selfInt(x), selfInt(y), selfInt(z)
	if b.Sign() < 0 && py2(t) {
		return nil, object.TypeError.Errorf("pow() 2nd argument cannot be negative when 3rd argument specified")
	}
	if m.Sign() == 0 {
		return nil, object.ValueError.Errorf("pow() 3rd argument cannot be 0")
	}
	mod := new(big.Int).Abs(m.BigInt())
	base, exp := a.BigInt(), b.BigInt()
	if exp.Sign() < 0 {
		inverse := new(big.Int).ModInverse(base, mod)
		if inverse == nil {
			if mod.Cmp(big.NewInt(1)) != 0 {
				return nil, object.ValueError.Errorf("base is not invertible for the given modulus")
			}
			inverse = new(big.Int)
		}
		base, exp = inverse, new(big.Int).Neg(exp)
	}
	r := new(big.Int).Exp(base, exp, mod)
	if m.Sign() < 0 && r.Sign() != 0 {
		r.Sub(r, mod)
	}
	n := starlark.MakeBigInt(r)
	if py2(t) && (isLong(t, x, y) || isLong(t, z, z) || powOverflows(a, b, m)) {
		return object.NewLong(n), nil
	}
	return n, nil
}

// powOverflows reports whether Python 2, which squares and multiplies ints before it
// takes the remainder, has to turn to longs for pow(x, y, z).
func powOverflows(x, y, z starlark.Int) bool {
	base, _ := x.Int64()
	exp, _ := y.Int64()
	mod, _ := z.Int64()
	product := func(a, b int64) (int64, bool) {
		p := a * b
		return p, a == 0 || p/a == b
	}
	for r, ok := int64(1), true; exp > 0; exp >>= 1 {
		if exp&1 != 0 {
			if r, ok = product(r, base); !ok {
				return true
			}
		}
		if exp > 1 {
			if base, ok = product(base, base); !ok {
				return true
			}
			r, base = r%mod, base%mod
		}
	}
	return false
}
