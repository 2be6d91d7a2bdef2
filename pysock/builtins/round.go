package builtins

import (
	"math"
	"math/big"
	"strconv"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// builtinRound is round(number[, ndigits]): to even in Python 3, where without
// digits it gives an int; away from zero, and always a float, in Python 2.
func builtinRound(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var nd starlark.Value
	if err := object.Keywords(t, "round", args, kwargs, 1, "number", &v, "ndigits", &nd); err != nil {
		return nil, err
	}
	if m := object.SpecialMethod(v, "__round__"); m != nil && !py2(t) {
		if nd == nil || nd == starlark.None {
			return t.Call(m)
		}
		return t.Call(m, nd)
	}
	if _, isInt := object.AsInt(v); !py2(t) && !isInt {
		if _, isFloat := object.Unwrap(v).(starlark.Float); !isFloat {
			return nil, object.TypeError.Errorf("type %s doesn't define __round__ method", object.TypeName(v))
		}
	}
	if py2(t) {
		f, err := t.Float(v)
		if err != nil {
			if _, ok := object.Unwrap(v).(Complex); ok {
				err = object.TypeError.Errorf("can't convert complex to float")
			}
			return nil, err
		}
		digits := 0
		if nd != nil {
			n, ok, err := object.AsIndex(nd)
			if err != nil {
				return nil, err
			}
			if !ok {
				return nil, object.NotIndex(nd)
			}
			digits = clampDigits(n)
		}
		return roundTo(f, digits, true)
	}
	digits, given := 0, nd != nil && nd != starlark.None
	if given {
		n, err := index(t, nd)
		if err != nil {
			return nil, err
		}
		digits = clampDigits(n)
	}
	if n, ok := object.AsInt(v); ok {
		if !given || digits >= 0 {
			return n, nil
		}
		return roundInt(n, -digits), nil
	}
	f, ok := object.Unwrap(v).(starlark.Float)
	if !ok {
		return nil, object.TypeError.Errorf("type %s doesn't define __round__ method", object.TypeName(v))
	}
	if given {
		return roundTo(float64(f), digits, false)
	}
	return truncate(math.RoundToEven(float64(f)))
}

func clampDigits(n starlark.Int) int {
	i, ok := n.Int64()
	if !ok {
		i = int64(n.Sign()) * 1e6
	}
	return int(max(-1e6, min(i, 1e6)))
}

// roundTo rounds f to that many decimal digits. The digits are exact: what
// decides is the number itself, not what its product with a power of ten is.
func roundTo(f float64, digits int, away bool) (starlark.Value, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) || f == 0 || digits > 323 {
		return starlark.Float(f), nil
	}
	if digits < -308 {
		return starlark.Float(math.Copysign(0, f)), nil
	}
	exact := new(big.Rat).SetFloat64(math.Abs(f))
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(digits, -digits))), nil))
	if digits < 0 {
		scale.Inv(scale)
	}
	exact.Mul(exact, scale)
	n := new(big.Int).Quo(exact.Num(), exact.Denom())
	rest := new(big.Rat).Sub(exact, new(big.Rat).SetInt(n))
	if c := rest.Cmp(big.NewRat(1, 2)); c > 0 || c == 0 && (away || n.Bit(0) == 1) {
		n.Add(n, big.NewInt(1))
	}
	r, err := strconv.ParseFloat(n.String()+"e"+strconv.Itoa(-digits), 64)
	if err != nil {
		return nil, object.OverflowError.Errorf("rounded value too large to represent")
	}
	return starlark.Float(math.Copysign(r, f)), nil
}

// roundInt rounds n to a multiple of 10**digits, to even.
func roundInt(n starlark.Int, digits int) starlark.Value {
	x := n.BigInt()
	if digits > len(x.String()) {
		return starlark.MakeInt(0)
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)
	q, r := new(big.Int).DivMod(x, unit, new(big.Int))
	r.Lsh(r, 1)
	if c := r.Cmp(unit); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return starlark.MakeBigInt(q.Mul(q, unit))
}
