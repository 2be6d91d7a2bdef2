package libm

import "math"

// Hyperbolic functions and their inverses: the C library computes them from the
// exponential and the logarithm, with errors of its own, by these formulas (those
// of FreeBSD's msun).

// large is from where on 1 is nothing beside e**2x.
const large = 22

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a, half := math.Abs(x), math.Copysign(0.5, x)
	switch {
	case a < 0x1p-28:
		return x
	case math.IsNaN(x):
		return math.Sinh(x)
	case a > 709: // where Exp(a) may be infinite
		return Exp(a/2) * half * Exp(a/2)
	case a >= large:
		return half * Exp(a)
	}
	t := math.Expm1(a)
	if a < 1 {
		return half * (2*t - float64(t*t)/(t+1))
	}
	return half * (t + t/(t+1))
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x):
		return math.Cosh(x)
	case a > 709: // where Exp(a) may be infinite
		return 0.5 * Exp(a/2) * Exp(a/2)
	case a >= large:
		return 0.5 * Exp(a)
	case a < 0.5*math.Ln2:
		t := math.Expm1(a)
		w := 1 + t
		if a < 0x1p-55 {
			return w
		}
		return 1 + float64(t*t)/(w+w)
	}
	t := Exp(a)
	return float64(0.5*t) + 0.5/t
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || a >= large:
		return math.Tanh(x)
	case a < 0x1p-55:
		return x * (1 + x)
	case a < 1:
		t := math.Expm1(-2 * a)
		return math.Copysign(-t/(t+2), x)
	}
	return math.Copysign(1-2/(math.Expm1(2*a)+2), x)
}

// Asinh is the inverse of Sinh.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0) || a <= 2:
		return math.Asinh(x)
	case a > 0x1p28:
		a = Log(a) + math.Ln2
	default:
		a = Log(2*a + 1/(math.Sqrt(float64(x*x)+1)+a))
	}
	return math.Copysign(a, x)
}

// Acosh is the inverse of Cosh.
func Acosh(x float64) float64 {
	switch {
	case !(x > 2) || math.IsInf(x, 1):
		return math.Acosh(x)
	case x >= 0x1p28:
		return Log(x) + math.Ln2
	}
	return Log(2*x - 1/(x+math.Sqrt(float64(x*x)-1)))
}
