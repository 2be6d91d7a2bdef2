package pymath

import (
	"math"
	"math/big"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// integers takes positional arguments that are integers.
func integers(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) ([]*big.Int, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("math.%s() takes no keyword arguments", name)
	}
	out := make([]*big.Int, len(args))
	for i, v := range args {
		n, err := builtins.Index(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = n.BigInt()
	}
	return out, nil
}

// factorial is factorial(n).
func factorial(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "math", "factorial", args, kwargs, &v); err != nil {
		return nil, err
	}
	if f, ok := v.(starlark.Float); ok && t.RT.Dialect == syntax.Python2 {
		n, err := starlark.NumberToInt(f)
		if err != nil || float64(n.Float()) != float64(f) {
			return nil, object.ValueError.Errorf("factorial() only accepts integral values")
		}
		v = n
	}
	take := builtins.Index
	if t.RT.Dialect == syntax.Python2 {
		take = builtins.Integer
	}
	n, err := take(t, v)
	if err != nil {
		return nil, err
	}
	if n.Sign() < 0 {
		return nil, object.ValueError.Errorf("factorial() not defined for negative values")
	}
	i, ok := n.Int64()
	if !ok {
		return nil, object.OverflowError.By("Python int too large to convert to C long",
			"factorial() argument should not exceed 9223372036854775807")
	}
	if i > 1<<22 {
		return nil, object.MemoryError.New()
	}
	return object.Fit(t.RT.Dialect, starlark.MakeBigInt(new(big.Int).MulRange(1, i))), nil
}

// gcd is gcd(*integers), lcm is lcm(*integers).
func gcd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	ns, err := integers(t, "gcd", args, kwargs)
	r := new(big.Int)
	for _, n := range ns {
		r.GCD(nil, nil, r, new(big.Int).Abs(n))
	}
	return starlark.MakeBigInt(r), err
}

func lcm(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	ns, err := integers(t, "lcm", args, kwargs)
	r := big.NewInt(1)
	for _, n := range ns {
		if n.Sign() == 0 {
			return starlark.MakeInt(0), nil
		}
		n = new(big.Int).Abs(n)
		g := new(big.Int).GCD(nil, nil, r, n)
		r.Mul(r, n.Div(n, g))
	}
	return starlark.MakeBigInt(r), err
}

// isqrt is isqrt(n): the whole part of the square root.
func isqrt(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "math", "isqrt", args, kwargs, &v); err != nil {
		return nil, err
	}
	n, err := builtins.Index(t, v)
	if err != nil {
		return nil, err
	}
	if n.Sign() < 0 {
		return nil, object.ValueError.Errorf("isqrt() argument must be nonnegative")
	}
	return starlark.MakeBigInt(new(big.Int).Sqrt(n.BigInt())), nil
}

// comb is comb(n, k): how many ways there are to choose k of n.
func comb(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	ns, err := integers(t, "comb", args, kwargs)
	if err != nil {
		return nil, err
	}
	if err := builtins.Tupled("comb", args, 2, 2); err != nil {
		return nil, err
	}
	n, k := ns[0], ns[1]
	if n.Sign() < 0 {
		return nil, object.ValueError.Errorf("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, object.ValueError.Errorf("k must be a non-negative integer")
	}
	if k.Cmp(n) > 0 {
		return starlark.MakeInt(0), nil
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() || k.Int64() > 1<<22 {
		return nil, object.OverflowError.Errorf("min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	r := big.NewInt(1)
	for i := range k.Int64() {
		r.Mul(r, new(big.Int).Sub(n, big.NewInt(i)))
		r.Div(r, big.NewInt(i+1))
	}
	return starlark.MakeBigInt(r), nil
}

// perm is perm(n, k=None): how many ways there are to choose k of n in order.
func perm(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := builtins.Tupled("perm", args, 1, 2); err != nil {
		return nil, err
	}
	if len(args) == 1 || args[1] == starlark.None {
		return factorial(t, args[:1], kwargs)
	}
	ns, err := integers(t, "perm", args, kwargs)
	if err != nil {
		return nil, err
	}
	n, k := ns[0], ns[1]
	if n.Sign() < 0 {
		return nil, object.ValueError.Errorf("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, object.ValueError.Errorf("k must be a non-negative integer")
	}
	if k.Cmp(n) > 0 {
		return starlark.MakeInt(0), nil
	}
	if !k.IsInt64() || k.Int64() > 1<<22 {
		return nil, object.OverflowError.Errorf("k must not exceed %d", int64(math.MaxInt64))
	}
	r := big.NewInt(1)
	for i := range k.Int64() {
		r.Mul(r, new(big.Int).Sub(n, big.NewInt(i)))
	}
	return starlark.MakeBigInt(r), nil
}
