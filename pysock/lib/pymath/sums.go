package pymath

import (
	"math"
	"math/big"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// fsum is fsum(iterable): the sum of floats, rounded once. The sum is kept
// exactly, in a float that is wide enough for all exponents.
func fsum(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "math", "fsum", args, kwargs, &v); err != nil {
		return nil, err
	}
	const wide = 2200 // from 2**-1074 to 2**1024, and the carries
	sum := new(big.Float).SetPrec(wide)
	special := 0.0 // the sum of infinities and NaNs
	infinite := false
	err := builtins.Each(t, v, func(e starlark.Value) error {
		x, err := number(t, e)
		if err != nil {
			return err
		}
		if math.IsInf(x, 0) || math.IsNaN(x) {
			infinite = infinite || math.IsInf(x, 0)
			special += x
			return nil
		}
		sum.Add(sum, new(big.Float).SetFloat64(x))
		return nil
	})
	if err != nil {
		return nil, err
	}
	if special != 0 {
		if math.IsNaN(special) && infinite {
			return nil, object.ValueError.Errorf("-inf + inf in fsum")
		}
		return starlark.Float(special), nil
	}
	r, _ := sum.Float64()
	if math.IsInf(r, 0) {
		return nil, object.OverflowError.Errorf("intermediate overflow in fsum")
	}
	return starlark.Float(r), nil
}

// numbers takes the elements of an iterable as floats.
func numbers(t *object.Thread, v starlark.Value) ([]float64, error) {
	elems, err := object.Elements(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(elems))
	for i, e := range elems {
		if out[i], err = number(t, e); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// hypot is hypot(*coordinates).
func hypot(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("math.hypot() takes no keyword arguments")
	}
	xs, err := numbers(t, args)
	return starlark.Float(libm.Hypot(xs...)), err
}

// dist is dist(p, q): the distance of two points.
func dist(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("math.dist() takes no keyword arguments")
	}
	if err := builtins.Tupled("dist", args, 2, 2); err != nil {
		return nil, err
	}
	p, err := numbers(t, args[0])
	if err != nil {
		return nil, err
	}
	q, err := numbers(t, args[1])
	if err != nil {
		return nil, err
	}
	if len(p) != len(q) {
		return nil, object.ValueError.Errorf("both points must have the same number of dimensions")
	}
	for i := range p {
		p[i] -= q[i]
	}
	return starlark.Float(libm.Hypot(p...)), nil
}

// prod is prod(iterable, *, start=1).
func prod(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	r := starlark.Value(starlark.MakeInt(1))
	if err := object.Keywords(t, "prod", args, kwargs, 1, "", &v, "$start", &r); err != nil {
		return nil, err
	}
	mul := builtins.Binary(t.RT, "mul")
	err := builtins.Each(t, v, func(e starlark.Value) error {
		var err error
		r, err = mul(r, e)
		return err
	})
	return r, err
}
