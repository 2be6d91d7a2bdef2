package builtins

import (
	"math"
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// How numbers are written, for %, format() and repr alike.

// A floatForm says how to write a float.
type floatForm struct {
	conv byte // e f g as in C, r for repr; a capital writes capitals
	prec int  // digits; ignored by r
	alt  bool // keep the point and, in g, the zeros
	py2  bool // keep the zeros that Python 2 does: see object.KeepsZeros
	dot0 bool // write ".0" after a whole number that has neither point nor exponent
}

// digits writes |f|.
func (p floatForm) digits(f float64) string {
	conv := p.conv | 0x20
	var s string
	switch f = math.Abs(f); {
	case math.IsNaN(f):
		s = "nan"
	case math.IsInf(f, 0):
		s = "inf"
	case conv == 'f':
		if s = strconv.FormatFloat(f, 'f', p.prec, 64); p.alt && p.prec == 0 {
			s += "."
		}
	case conv == 'e':
		s = p.exponent(strconv.FormatFloat(f, 'e', p.prec, 64))
	case conv == 'r':
		s = p.general(strconv.FormatFloat(f, 'e', -1, 64), 16, false)
	default:
		prec := max(p.prec, 1)
		limit := prec
		if p.dot0 {
			limit--
		}
		s = p.general(strconv.FormatFloat(f, 'e', prec-1, 64), limit, p.py2 && object.KeepsZeros(f, prec))
	}
	if p.conv >= 'A' && p.conv <= 'Z' {
		return strings.ToUpper(s)
	}
	return s
}

// exponent adds the point to a text in exponent form that the # flag asks for.
func (p floatForm) exponent(s string) string {
	i := strings.IndexByte(s, 'e')
	if p.alt && strings.IndexByte(s[:i], '.') < 0 {
		return s[:i] + "." + s[i:]
	}
	return s
}

// general chooses between both forms of a number that is given in exponent
// form: with an exponent below 1e-4, and if there are more than limit digits
// before the point. Zeros at the end go, unless they are to be kept.
func (p floatForm) general(s string, limit int, keep bool) string {
	i := strings.IndexByte(s, 'e')
	mantissa := strings.Replace(s[:i], ".", "", 1)
	exp, _ := strconv.Atoi(s[i+1:])
	if !p.alt && !keep {
		mantissa = strings.TrimRight(mantissa, "0")
		if mantissa == "" {
			mantissa = "0"
		}
	}
	point := exp + 1 // digits before the point
	if point <= -4 || point > limit {
		m := mantissa[:1]
		if len(mantissa) > 1 || p.alt {
			m += "." + mantissa[1:]
		}
		return m + s[i:]
	}
	switch {
	case point <= 0:
		return "0." + strings.Repeat("0", -point) + mantissa
	case point >= len(mantissa):
		m := mantissa + strings.Repeat("0", point-len(mantissa))
		if p.alt {
			m += "."
		}
		if p.dot0 {
			m = strings.TrimSuffix(m, ".") + ".0"
		}
		return m
	}
	return mantissa[:point] + "." + mantissa[point:]
}

// minus reports whether f is written with a minus.
func minus(f float64) bool { return math.Signbit(f) && !math.IsNaN(f) }

// radix writes |n| in base 2, 8, 10 or 16.
func radix(n starlark.Int, base int) string {
	if i, ok := n.Int64(); ok && i != math.MinInt64 {
		return strconv.FormatInt(max(i, -i), base)
	}
	return strings.TrimPrefix(n.BigInt().Text(base), "-")
}

// truncate returns int(f).
func truncate(f float64) (starlark.Int, error) {
	switch {
	case math.IsNaN(f):
		return starlark.Int{}, object.ValueError.By("cannot convert float NaN to integer", "cannot convert float NaN to integer")
	case math.IsInf(f, 0):
		return starlark.Int{}, object.OverflowError.By("cannot convert float infinity to integer", "cannot convert float infinity to integer")
	}
	return starlark.NumberToInt(starlark.Float(f))
}
