package pymath

import (
	"cmp"
	"math"
	"math/big"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// plain makes a function with errors of one of Go's.
func plain(f func(float64) float64) func(float64) (float64, error) {
	return func(x float64) (float64, error) { return checked(f(x), x) }
}

// bounded is plain for functions that are infinite where they aren't defined.
func bounded(f func(float64) float64, poles ...float64) func(float64) (float64, error) {
	return func(x float64) (float64, error) {
		for _, p := range poles {
			if x == p {
				return 0, domain()
			}
		}
		return checked(f(x), x)
	}
}

// floats are the functions of one number, in both dialects.
var floats = map[string]func(float64) (float64, error){
	"acos": plain(libm.Acos), "acosh": plain(libm.Acosh), "asin": plain(libm.Asin), "asinh": plain(libm.Asinh),
	"atan": plain(libm.Atan), "atanh": bounded(math.Atanh, 1, -1),
	"cos": plain(libm.Cos), "cosh": plain(libm.Cosh), "sin": plain(libm.Sin), "sinh": plain(libm.Sinh),
	"tan": plain(libm.Tan), "tanh": plain(libm.Tanh),
	"degrees": func(x float64) (float64, error) { return x * (180 / math.Pi), nil },
	"radians": func(x float64) (float64, error) { return x * (math.Pi / 180), nil },
	"erf":     plain(math.Erf), "erfc": plain(math.Erfc),
	"exp": plain(libm.Exp), "expm1": plain(math.Expm1), "log1p": bounded(math.Log1p, -1),
	"fabs": plain(math.Abs), "sqrt": plain(math.Sqrt),
	"gamma": func(x float64) (float64, error) {
		if x == 0 || x < 0 && x == math.Floor(x) {
			return 0, domain()
		}
		if x > 0 && x <= 23 && x == math.Floor(x) { // exact, as CPython has it
			r := 1.0
			for i := 2.0; i < x; i++ {
				r *= i
			}
			return r, nil
		}
		return checked(math.Gamma(x), x)
	},
	"lgamma": func(x float64) (float64, error) {
		if x <= 0 && x == math.Floor(x) && !math.IsInf(x, 0) {
			return 0, domain()
		}
		switch small := math.Abs(x); {
		case math.IsInf(x, 0):
			return math.Inf(1), nil
		case small < 1e-20: // where Go's goes wrong for subnormal numbers
			return -libm.Log(small), nil
		}
		r, _ := math.Lgamma(x)
		return checked(r, x)
	},
}

// floats2 and pairs2 are those that Python 2 has other errors in.
var floats2 = map[string]func(float64) (float64, error){
	"log1p": func(x float64) (float64, error) {
		if x == -1 {
			return 0, outOfRange()
		}
		return checked(math.Log1p(x), x)
	},
}

var pairs2 = map[string]func(x, y float64) (float64, error){
	"pow": func(x, y float64) (float64, error) {
		if x == 0 && math.IsInf(y, -1) {
			return 0, domain()
		}
		return pairs["pow"](x, y)
	},
}

var floats3 = map[string]func(float64) (float64, error){
	"cbrt": plain(math.Cbrt),
	"exp2": plain(libm.Exp2),
	"ulp": func(x float64) (float64, error) {
		x = math.Abs(x)
		switch {
		case math.IsNaN(x) || math.IsInf(x, 0):
			return x, nil
		case x == math.MaxFloat64:
			return x - math.Nextafter(x, 0), nil
		}
		return math.Nextafter(x, math.Inf(1)) - x, nil
	},
}

// pairs are the functions of two numbers.
var pairs = map[string]func(x, y float64) (float64, error){
	"atan2":    func(x, y float64) (float64, error) { return libm.Atan2(x, y), nil },
	"copysign": func(x, y float64) (float64, error) { return math.Copysign(x, y), nil },
	"fmod": func(x, y float64) (float64, error) {
		if math.IsInf(y, 0) && !math.IsInf(x, 0) {
			return x, nil
		}
		return checked(math.Mod(x, y), x, y)
	},
	"pow": func(x, y float64) (float64, error) {
		if x == 0 && y < 0 && !math.IsInf(y, 0) {
			return 0, domain()
		}
		if x == 1 || y == 0 {
			return 1, nil
		}
		return checked(libm.Pow(x, y), x, y)
	},
}

var pairs3 = map[string]func(x, y float64) (float64, error){
	"nextafter": func(x, y float64) (float64, error) { return math.Nextafter(x, y), nil },
	"remainder": func(x, y float64) (float64, error) {
		if math.IsInf(y, 0) && !math.IsInf(x, 0) && !math.IsNaN(x) {
			return x, nil
		}
		return checked(math.Remainder(x, y), x, y)
	},
}

// two takes exactly two numbers.
func two(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (x, y float64, err error) {
	if len(kwargs) > 0 {
		return 0, 0, object.TypeError.By(name+"() takes no keyword arguments", "math."+name+"() takes no keyword arguments")
	}
	if err = builtins.Tupled(name, args, 2, 2); err != nil {
		return 0, 0, err
	}
	x, err = number(t, args[0])
	if err == nil || t.RT.Dialect == syntax.Python2 { // which tells of the second
		var err2 error
		y, err2 = number(t, args[1])
		err = cmp.Or(err2, err)
	}
	return x, y, err
}

// testing makes isnan and its like.
func testing(name string, f func(x float64) bool) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		x, err := number(t, v)
		return object.Truthy(f(x)), err
	}
}

// others are the functions with arguments or results of another kind.
var others = map[string]function{
	"isnan":     testing("isnan", math.IsNaN),
	"isinf":     testing("isinf", func(x float64) bool { return math.IsInf(x, 0) }),
	"factorial": factorial,
	"fsum":      fsum,
	"frexp": func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", "frexp", args, kwargs, &v); err != nil {
			return nil, err
		}
		x, err := number(t, v)
		frac, exp := math.Frexp(x)
		return starlark.Tuple{starlark.Float(frac), starlark.MakeInt(exp)}, err
	},
	"modf": func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", "modf", args, kwargs, &v); err != nil {
			return nil, err
		}
		x, err := number(t, v)
		whole, frac := math.Modf(x)
		if math.IsInf(x, 0) {
			whole, frac = x, math.Copysign(0, x)
		}
		return starlark.Tuple{starlark.Float(math.Copysign(frac, x)), starlark.Float(whole)}, err
	},
	"ldexp": ldexp,
	"log":   logBase,
	"log10": of1Log("log10", libm.Log10, 10),
	"trunc": rounding("trunc", "__trunc__", math.Trunc),
}

var others3 = map[string]function{
	"isfinite": testing("isfinite", func(x float64) bool { return !math.IsInf(x, 0) && !math.IsNaN(x) }),
	"floor":    rounding("floor", "__floor__", math.Floor),
	"ceil":     rounding("ceil", "__ceil__", math.Ceil),
	"log2":     of1Log("log2", libm.Log2, 2),
	"isclose":  isclose,
	"hypot":    hypot,
	"dist":     dist,
	"prod":     prod,
	"gcd":      gcd,
	"lcm":      lcm,
	"isqrt":    isqrt,
	"comb":     comb,
	"perm":     perm,
}

// ldexp is ldexp(x, i): x * 2**i.
func ldexp(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 || len(args) != 2 {
		_, _, err := two(t, "ldexp", args, kwargs)
		if len(kwargs) == 0 && t.RT.Dialect == syntax.Python2 {
			err = object.TypeError.Errorf("ldexp() takes exactly 2 arguments (%d given)", len(args))
		}
		return nil, err
	}
	x, err := number(t, args[0])
	if err != nil {
		return nil, err
	}
	n, ok := object.AsInt(args[1])
	if !ok {
		return nil, object.TypeError.By("Expected an int or long as second argument to ldexp.", "Expected an int as second argument to ldexp.")
	}
	exp, ok := n.Int64()
	if !ok {
		exp = int64(n.Sign()) * math.MaxInt32
	}
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return starlark.Float(x), nil
	}
	r := math.Ldexp(x, int(max(min(exp, 1<<30), -1<<30)))
	if math.IsInf(r, 0) {
		return nil, outOfRange()
	}
	return starlark.Float(r), nil
}

// rounding makes floor, ceil and trunc, which return an int.
func rounding(name, special string, f func(float64) float64) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		if t.RT.Dialect == syntax.Python2 && name == "trunc" {
			m, err := t.RT.Attr(v, special)
			if err != nil {
				return nil, err
			}
			return t.Call(m)
		}
		if m := object.SpecialMethod(v, special); m != nil {
			return t.Call(m)
		}
		if l, ok := object.Unwrap(v).(object.Long); ok {
			return l, nil
		}
		if n, ok := object.AsInt(v); ok {
			return n, nil
		}
		if _, isFloat := object.Unwrap(v).(starlark.Float); !isFloat && name == "trunc" {
			return nil, object.TypeError.Errorf("type %s doesn't define __trunc__ method", object.TypeName(v))
		}
		x, err := number(t, v)
		if err != nil {
			return nil, err
		}
		switch {
		case math.IsInf(x, 0):
			return nil, object.OverflowError.Errorf("cannot convert float infinity to integer")
		case math.IsNaN(x):
			return nil, object.ValueError.Errorf("cannot convert float NaN to integer")
		}
		n, err := starlark.NumberToInt(starlark.Float(f(x)))
		if err != nil {
			return nil, err
		}
		return object.Fit(t.RT.Dialect, n), nil
	}
}

// logOf is the logarithm of a number, which may be an int of any size.
func logOf(t *object.Thread, v starlark.Value, f func(float64) float64, base float64) (float64, error) {
	if n, ok := object.AsInt(v); ok {
		if n.Sign() <= 0 {
			return 0, domain()
		}
		if _, small := n.Int64(); !small {
			var mant big.Float
			exp := new(big.Float).SetInt(n.BigInt()).MantExp(&mant)
			m, _ := mant.Float64()
			if math.IsInf(float64(n.Float()), 0) {
				return f(m) + float64(exp)*f(2), nil
			}
			return f(float64(n.Float())), nil
		}
		return f(float64(n.Float())), nil
	}
	x, err := number(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 && !math.IsNaN(x) {
		return 0, domain()
	}
	return f(x), nil
}

func of1Log(name string, f func(float64) float64, base float64) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "math", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		r, err := logOf(t, v, f, base)
		return starlark.Float(r), err
	}
}

// logBase is log(x[, base]).
func logBase(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.By("log() takes no keyword arguments", "math.log() takes no keyword arguments")
	}
	if len(args) < 1 || len(args) > 2 {
		if t.RT.Dialect == syntax.Python2 {
			return nil, builtins.Tupled("log", args, 1, 2)
		}
		return nil, object.TypeError.Errorf("math.log requires 1 to 2 arguments")
	}
	x, err := logOf(t, args[0], libm.Log, math.E)
	if err != nil || len(args) == 1 {
		return starlark.Float(x), err
	}
	base, err := logOf(t, args[1], libm.Log, math.E)
	if err != nil {
		return nil, err
	}
	if base == 0 {
		return nil, object.ZeroDivisionError.Errorf("float division by zero")
	}
	return starlark.Float(x / base), nil
}

// isclose is isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0).
func isclose(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var a, b float64
	rel, abs := 1e-9, 0.0
	if err := object.Keywords(t, "isclose", args, kwargs, 2, "a", &a, "b", &b, "$rel_tol", &rel, "abs_tol", &abs); err != nil {
		return nil, err
	}
	if rel < 0 || abs < 0 {
		return nil, object.ValueError.Errorf("tolerances must be non-negative")
	}
	if a == b {
		return object.True, nil
	}
	if math.IsInf(a, 0) || math.IsInf(b, 0) {
		return object.False, nil
	}
	diff := math.Abs(b - a)
	return object.Truthy(diff <= math.Abs(rel*b) || diff <= math.Abs(rel*a) || diff <= abs), nil
}
