package libm

import "math"

// exp returns e**x as m * 2**k. x is in the range in which that is a float64, or
// nearly.
func exp(x dd) (m dd, k int) {
	n := math.Round(x.hi / ln2.hi)
	r := x.sub(ln2.times(n))
	return expm1Small(r).plus(1), int(n)
}

// halvings is how often expm1Small halves its argument.
const halvings = 6

// expm1Small is e**r - 1 for |r| < 0.35: its series for r / 2**halvings, and then
// e**2s - 1 = (e**s - 1) * (e**s - 1 + 2).
func expm1Small(r dd) dd {
	r = r.scaled(-halvings)
	s := inverseFactorials[11]
	for n := 10; n >= 1; n-- {
		s = s.mul(r).add(inverseFactorials[n])
	}
	s = s.mul(r)
	for range halvings {
		s = s.mul(s.plus(2))
	}
	return s
}

// Exp is e**x.
func Exp(x float64) float64 {
	if math.IsNaN(x) || x > 710 || x < -746 {
		return math.Exp(x)
	}
	m, k := exp(dd{x, 0})
	return m.ldexp(k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	if math.IsNaN(x) || x > 1025 || x < -1080 || x == math.Trunc(x) {
		return math.Exp2(x)
	}
	k := math.Round(x)
	return expm1Small(ln2.times(x - k)).plus(1).ldexp(int(k))
}

// log is the natural logarithm of a positive number, not subnormal.
func log(x dd) dd {
	f, k := math.Frexp(x.hi) // in [0.5, 1)
	if f < math.Sqrt2/2 {
		k--
	}
	x = x.scaled(-k) // in [0.707, 1.414)
	var l dd
	if d := x.plus(-1); math.Abs(d.hi) < 0.02 {
		l = log1pSmall(d)
	} else {
		y := math.Log(x.hi)
		m, n := exp(dd{-y, 0})
		l = x.mul(m.scaled(n)).plus(-1) // e**-y * x - 1, which is log(x) - y and half its square more
		l = dd{y, 0}.add(l.sub(l.mul(l).scaled(-1)))
	}
	if k == 0 {
		return l
	}
	return ln2.times(float64(k)).add(l)
}

// log1pSmall is log(1 + d) for |d| <= 0.02: 2*atanh(d / (2 + d)).
func log1pSmall(d dd) dd {
	s := d.div(d.plus(2))
	q := s.mul(s)
	sum := dd{}
	for n := 17; n >= 3; n -= 2 {
		sum = sum.add(dd{1, 0}.div(dd{float64(n), 0})).mul(q)
	}
	return sum.plus(1).mul(s).scaled(1)
}

// logarithm calls f with the natural logarithm of a positive finite number, and
// special for others.
func logarithm(x float64, special func(float64) float64, f func(l dd) float64) float64 {
	switch {
	case !(x > 0) || math.IsInf(x, 1) || x == 1:
		return special(x)
	case x < 0x1p-1022:
		return f(log(dd{x * 0x1p60, 0}).sub(ln2.times(60)))
	}
	return f(log(dd{x, 0}))
}

// Log is the natural logarithm.
func Log(x float64) float64 { return logarithm(x, math.Log, dd.value) }

// Log2 is the logarithm to base 2; exact for powers of 2.
func Log2(x float64) float64 {
	if f, k := math.Frexp(x); f == 0.5 {
		return float64(k - 1)
	}
	return logarithm(x, math.Log2, func(l dd) float64 { return l.div(ln2).value() })
}

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log10(x)
	}
	const (
		log10of2Hi, log10of2Lo = 0x1.34413509f6p-2, 0x1.9fef311f12b36p-42 // their product with an exponent is exact
		log10ofE               = 0x1.bcb7b1526e50ep-2
	)
	f, k := math.Frexp(x)
	k--
	f *= 2
	if k < 0 {
		k, f = k+1, f/2
	}
	n := float64(k)
	return (n*log10of2Lo + log10ofE*Log(f)) + n*log10of2Hi
}

// Pow is x**y.
func Pow(x, y float64) float64 {
	r := math.Pow(x, y)
	switch {
	case r == 0 && math.Abs(x) > 1 || math.IsInf(r, 0) && !(x > 0), math.IsNaN(r), x == 0, math.IsInf(x, 0), math.IsInf(y, 0), y == 0, y == 1, x == 1, x == -1:
		return r
	case y == 2:
		return x * x
	case y == 0.5 && x > 0: // whose result may be all but halfway between two numbers
		return math.Sqrt(x)
	}
	negative := x < 0 && math.Mod(y, 2) != 0
	a := math.Abs(x)
	shift := 0.0
	if a < 0x1p-1022 {
		a, shift = a*0x1p60, 60
	}
	l := log(dd{a, 0}).sub(ln2.times(shift))
	if e := l.hi * y; e > 710 || e < -746 {
		return r
	}
	e := l.times(y)
	m, k := exp(e)
	r = m.ldexp(k)
	if negative {
		r = -r
	}
	return r
}

// Hypot is the Euclidean norm of a vector.
func Hypot(v ...float64) float64 {
	top := 0.0
	for _, x := range v {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		top = math.Max(top, math.Abs(x)) // NaN stays
	}
	if top == 0 || math.IsNaN(top) {
		return top
	}
	_, k := math.Frexp(top)
	all := dd{}
	for _, x := range v {
		x = math.Ldexp(x, -k)
		all = all.add(product(x, x))
	}
	return all.sqrt().ldexp(k)
}
