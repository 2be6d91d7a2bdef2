package libm

import (
	"math"
	"math/big"
	"testing"
)

// The values are recorded from CPython, in testdata/math: this test is about
// what no script reaches.

// TestIdentities checks functions against each other, where both sides are known
// to be exact.
func TestIdentities(t *testing.T) {
	for n := -1074; n < 1024; n++ {
		x := math.Ldexp(1, n)
		if got := Log2(x); got != float64(n) {
			t.Errorf("Log2(2**%d) = %v", n, got)
		}
		if got := Pow(2, float64(n)); got != x {
			t.Errorf("Pow(2, %d) = %v, not %v", n, got, x)
		}
		if got := Exp2(float64(n)); got != x {
			t.Errorf("Exp2(%d) = %v", n, got)
		}
	}
	for n := range 23 {
		x := math.Pow10(n)
		if got := Log10(x); got != float64(n) {
			t.Errorf("Log10(1e%d) = %v", n, got)
		}
	}
}

// TestSpecial holds what isn't a usual number against package math.
func TestSpecial(t *testing.T) {
	values := []float64{0, math.Copysign(0, -1), 1, -1, 5e-324, -5e-324, math.MaxFloat64, -math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), 745.2, -745.2, 709.8, 710.5}
	same := func(a, b float64) bool {
		return a == b && math.Signbit(a) == math.Signbit(b) || math.IsNaN(a) && math.IsNaN(b) ||
			math.Abs(a-b) <= 1e-14*math.Abs(b)
	}
	for name, f := range map[string][2]func(float64) float64{
		"Exp": {Exp, math.Exp}, "Exp2": {Exp2, math.Exp2}, "Log": {Log, math.Log}, "Log2": {Log2, math.Log2}, "Log10": {Log10, math.Log10},
		"Sin": {Sin, math.Sin}, "Cos": {Cos, math.Cos}, "Tan": {Tan, math.Tan}, "Asin": {Asin, math.Asin}, "Acos": {Acos, math.Acos}, "Atan": {Atan, math.Atan},
		"Sinh": {Sinh, math.Sinh}, "Cosh": {Cosh, math.Cosh}, "Tanh": {Tanh, math.Tanh}, "Asinh": {Asinh, math.Asinh}, "Acosh": {Acosh, math.Acosh},
	} {
		for _, x := range values {
			if name[:2] == "Lo" && x == 5e-324 {
				continue // package math's is wrong on some machines
			}
			if got, want := f[0](x), f[1](x); !same(got, want) {
				t.Errorf("%s(%v) = %v, not %v", name, x, got, want)
			}
		}
	}
	for name, f := range map[string][2]func(x, y float64) float64{"Pow": {Pow, math.Pow}, "Atan2": {Atan2, math.Atan2}} {
		for _, x := range values {
			for _, y := range values {
				if got, want := f[0](x, y), f[1](x, y); !same(got, want) {
					t.Errorf("%s(%v, %v) = %v, not %v", name, x, y, got, want)
				}
			}
		}
	}
}

// TestSubnormal checks that results below the normal numbers are rounded once.
func TestSubnormal(t *testing.T) {
	for x := -745.0; x < -708.5; x += 0.37 {
		m, k := exp(dd{x, 0})
		exact := new(big.Float).SetPrec(200).Add(big.NewFloat(m.hi), big.NewFloat(m.lo))
		want, _ := exact.SetMantExp(exact, k).Float64()
		if got := Exp(x); got != want {
			t.Errorf("Exp(%v) = %g, not %g", x, got, want)
		}
	}
}

func BenchmarkPow(b *testing.B) {
	for i := range b.N {
		Pow(1.0001, float64(i%1000)+0.5)
	}
}

func BenchmarkSin(b *testing.B) {
	for i := range b.N {
		Sin(float64(i % 1000))
	}
}

func BenchmarkLog(b *testing.B) {
	for i := range b.N {
		Log(float64(i%1000) + 2)
	}
}
