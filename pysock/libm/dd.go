package libm

import "math"

// A dd is the unevaluated sum of two float64, the second at most half a unit in
// the last place of the first: Dekker's double-double.
type dd struct{ hi, lo float64 }

// sum returns a + b exactly.
func sum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// quick is sum for |a| >= |b|.
func quick(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

// product returns a * b exactly.
func product(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (a dd) add(b dd) dd {
	s, t := sum(a.hi, b.hi), sum(a.lo, b.lo)
	s = quick(s.hi, s.lo+t.hi)
	return quick(s.hi, s.lo+t.lo)
}

func (a dd) neg() dd        { return dd{-a.hi, -a.lo} }
func (a dd) sub(b dd) dd    { return a.add(b.neg()) }
func (a dd) value() float64 { return a.hi + a.lo }

func (a dd) plus(b float64) dd {
	s := sum(a.hi, b)
	return quick(s.hi, s.lo+a.lo)
}

func (a dd) mul(b dd) dd {
	p := product(a.hi, b.hi)
	return quick(p.hi, p.lo+(a.hi*b.lo+a.lo*b.hi))
}

func (a dd) times(b float64) dd {
	p := product(a.hi, b)
	return quick(p.hi, p.lo+a.lo*b)
}

func (a dd) div(b dd) dd {
	q := a.hi / b.hi
	r := a.sub(b.times(q))
	q2 := r.hi / b.hi
	r = r.sub(b.times(q2))
	return quick(q, q2).plus(r.hi / b.hi)
}

// sqrt is the square root of a positive number.
func (a dd) sqrt() dd {
	s := math.Sqrt(a.hi)
	return sum(s, a.sub(product(s, s)).hi/(2*s))
}

// scaled is a * 2**n, without rounding.
func (a dd) scaled(n int) dd { return dd{math.Ldexp(a.hi, n), math.Ldexp(a.lo, n)} }

// ldexp is a * 2**n as a float64, rounded once.
func (a dd) ldexp(n int) float64 {
	const step = -1074 // the exponent of the smallest number
	if _, e := math.Frexp(a.hi); e+n > -1021 {
		return math.Ldexp(a.value(), n)
	}
	a = a.scaled(n - step)
	r := math.RoundToEven(a.hi)
	switch d := (a.hi - r) + a.lo; {
	case d > 0.5:
		r++
	case d < -0.5:
		r--
	}
	return math.Ldexp(r, step)
}

// The constants, to 106 bits or more.
var (
	ln2    = dd{0.6931471805599453, 2.3190468138462996e-17}
	halfPi = [3]float64{1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33}
)

// inverseFactorials are 1/n! for n up to 29.
var inverseFactorials = func() (t [30]dd) {
	t[0] = dd{1, 0}
	for n := 1; n < len(t); n++ {
		t[n] = t[n-1].div(dd{float64(n), 0})
	}
	return t
}()
