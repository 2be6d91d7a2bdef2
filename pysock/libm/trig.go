package libm

import (
	"math"
	"math/big"
	"sync"
)

// reduce returns r and a quadrant q with x = (4n + q) * pi/2 + r, |r| <= pi/4.
func reduce(x float64) (r dd, q int) {
	if math.Abs(x) <= math.Pi/4 {
		return dd{x, 0}, 0
	}
	if math.Abs(x) > 1e8 {
		return reduceLarge(x)
	}
	n := math.Round(x / halfPi[0])
	r = sum(x, 0)
	for _, part := range halfPi {
		p := product(n, part)
		r = r.add(p.neg())
	}
	return r, int(int64(n) & 3)
}

// reduceBits is the precision for the largest arguments: their exponent, and 150
// bits that come out right.
const reduceBits = 1024 + 53 + 150

var bigHalfPi = sync.OnceValue(func() *big.Float {
	// pi/4 = 4*atan(1/5) - atan(1/239) (Machin)
	atanInv := func(n int64) *big.Float {
		f := func(n int64) *big.Float { return new(big.Float).SetPrec(reduceBits + 32).SetInt64(n) }
		term := f(1)
		term.Quo(term, f(n))
		total, square := new(big.Float).Copy(term), f(n*n)
		for k := int64(3); term.MantExp(nil) > -reduceBits-32; k += 2 {
			term.Quo(term, square)
			term.Neg(term)
			total.Add(total, new(big.Float).Quo(term, f(k)))
		}
		return total
	}
	a := atanInv(5)
	a.Mul(a, big.NewFloat(4))
	a.Sub(a, atanInv(239))
	return a.Mul(a, big.NewFloat(2))
})

func reduceLarge(x float64) (dd, int) {
	half := bigHalfPi()
	b := new(big.Float).SetPrec(reduceBits).SetFloat64(x)
	n, _ := new(big.Float).SetPrec(reduceBits).Quo(b, half).Int(nil)
	b.Sub(b, new(big.Float).SetPrec(reduceBits).Mul(new(big.Float).SetPrec(reduceBits).SetInt(n), half))
	q := int(new(big.Int).And(n, big.NewInt(3)).Int64())
	hi, _ := b.Float64()
	lo, _ := new(big.Float).SetPrec(reduceBits).Sub(b, new(big.Float).SetFloat64(hi)).Float64()
	r := dd{hi, lo}
	switch pi2 := (dd{halfPi[0], halfPi[1]}); {
	case hi > math.Pi/4:
		r, q = r.sub(pi2), q+1
	case hi < -math.Pi/4:
		r, q = r.add(pi2), q-1
	}
	return r, q & 3
}

// sinCosSmall is the sine and the cosine of r, |r| <= pi/4, by their series.
func sinCosSmall(r dd) (sin, cos dd) {
	q := r.mul(r).neg()
	sin, cos = inverseFactorials[27], inverseFactorials[26]
	for n := 25; n >= 1; n -= 2 {
		sin = sin.mul(q).add(inverseFactorials[n])
		cos = cos.mul(q).add(inverseFactorials[n-1])
	}
	return sin.mul(r), cos
}

// sinCos is the sine and the cosine of a finite number.
func sinCos(x float64) (sin, cos dd) {
	r, q := reduce(x)
	sin, cos = sinCosSmall(r)
	switch q {
	case 1:
		return cos, sin.neg()
	case 2:
		return sin.neg(), cos.neg()
	case 3:
		return cos.neg(), sin
	}
	return sin, cos
}

// tiny is below what sines and tangents differ from their arguments by less than
// half a unit in the last place.
const tiny = 1e-9

// Sin is the sine of x radians.
func Sin(x float64) float64 {
	if math.Abs(x) < tiny || math.IsInf(x, 0) || math.IsNaN(x) {
		return math.Sin(x)
	}
	s, _ := sinCos(x)
	return s.value()
}

// Cos is the cosine of x radians.
func Cos(x float64) float64 {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return math.Cos(x)
	}
	_, c := sinCos(x)
	return c.value()
}

// Tan is the tangent of x radians.
func Tan(x float64) float64 {
	if math.Abs(x) < tiny || math.IsInf(x, 0) || math.IsNaN(x) {
		return math.Tan(x)
	}
	s, c := sinCos(x)
	return s.div(c).value()
}

// Atan2 is the angle of the point (x, y), in (-pi, pi].
func Atan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	_, ky := math.Frexp(y)
	_, kx := math.Frexp(x)
	if x == 0 || y == 0 || math.IsNaN(a) || math.IsInf(x, 0) || math.IsInf(y, 0) || ky-kx < -500 || ky-kx > 500 {
		return a
	}
	y, x = math.Ldexp(y, -max(kx, ky)), math.Ldexp(x, -max(kx, ky))
	return angle(a, dd{y, 0}, dd{x, 0}).value()
}

// angle is the angle of (x, y), given one that is nearly right: the rest is the
// angle of the point turned back by that.
func angle(nearly float64, y, x dd) dd {
	s, c := sinCos(nearly)
	return sum(nearly, 0).add(y.mul(c).sub(x.mul(s)).div(x.mul(c).add(y.mul(s))))
}

// Atan is the arc tangent, in [-pi/2, pi/2].
func Atan(x float64) float64 {
	if math.Abs(x) < tiny || math.IsInf(x, 0) || math.IsNaN(x) {
		return math.Atan(x)
	}
	return Atan2(x, 1)
}

// Asin is the arc sine, in [-pi/2, pi/2].
func Asin(x float64) float64 {
	if !(math.Abs(x) < 1) || math.Abs(x) < tiny {
		return math.Asin(x)
	}
	return asin(dd{x, 0}).value()
}

func asin(x dd) dd {
	cos := dd{1, 0}.sub(x).mul(x.plus(1)).sqrt()
	return angle(math.Atan2(x.hi, cos.hi), x, cos)
}

// Acos is the arc cosine, in [0, pi].
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) {
		return math.Acos(x)
	}
	sin := dd{1, 0}.sub(dd{x, 0}).mul(dd{1, 0}.plus(x)).sqrt()
	return angle(math.Atan2(sin.hi, x), sin, dd{x, 0}).value()
}
