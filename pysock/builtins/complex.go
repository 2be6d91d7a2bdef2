package builtins

import (
	"math"
	"math/cmplx"

	"example.com/pysock/pysock/libm"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// Complex is Python's complex.
type Complex complex128

var (
	_ starlark.HasBinary  = Complex(0)
	_ starlark.HasUnary   = Complex(0)
	_ object.Arithmetic   = Complex(0)
	_ object.Comparer     = Complex(0)
	_ object.Hasher       = Complex(0)
	_ object.PublicHasher = Complex(0)
	_ object.Reprer       = Complex(0)
	_ object.Strer        = Complex(0)
)

// String returns the repr as Python 3 prints it.
func (c Complex) String() string { return c.Repr(syntax.Python3) }

// Repr returns (1+2j), or 2j where the real part is 0.
func (c Complex) Repr(syntax.Dialect) string { return c.write(floatForm{conv: 'r'}) }

// Str has fewer digits in Python 2.
func (c Complex) Str(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return c.write(floatForm{conv: 'g', prec: 12, py2: true})
	}
	return c.Repr(d)
}

func (c Complex) write(form floatForm) string {
	part := func(f float64) string {
		if minus(f) {
			return "-" + form.digits(f)
		}
		return form.digits(f)
	}
	re, im := real(c), imag(c)
	if re == 0 && !minus(re) {
		return part(im) + "j"
	}
	sign := "+"
	if minus(im) {
		sign = ""
	}
	return "(" + part(re) + sign + part(im) + "j)"
}

// Type returns "complex".
func (c Complex) Type() string { return "complex" }

// Freeze does nothing.
func (c Complex) Freeze() {}

// Truth reports whether it isn't 0.
func (c Complex) Truth() starlark.Bool { return c != 0 }

// Hash agrees with that of an equal float.
func (c Complex) Hash() (uint32, error) {
	h, err := c.PyHash()
	return uint32(h), err
}

// PyHash agrees with that of an equal float.
func (c Complex) PyHash() (uint64, error) {
	h, err := object.Hash(starlark.Float(real(c)))
	if imag(c) != 0 {
		i, _ := object.Hash(starlark.Float(imag(c)))
		h += 1000003 * i
	}
	return h, err
}

// PublicHash is hash(c).
func (c Complex) PublicHash(d syntax.Dialect) int64 {
	if cmplx.IsNaN(complex128(c)) {
		return 0
	}
	h := object.HashFloat(d, real(c)) + 1000003*object.HashFloat(d, imag(c))
	if h == -1 {
		return -2
	}
	return h
}

var complexGetters = map[string]getter{
	"real": func(v starlark.Value) (starlark.Value, error) { return starlark.Float(real(v.(Complex))), nil },
	"imag": func(v starlark.Value) (starlark.Value, error) { return starlark.Float(imag(v.(Complex))), nil },
}

var complexMethods = map[string]method{
	"conjugate": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("complex", "conjugate", args, kwargs); err != nil {
			return nil, err
		}
		return Complex(cmplx.Conj(complex128(self.(Complex)))), nil
	},
}

// asComplex returns a number as a complex.
func asComplex(v starlark.Value) (complex128, bool) {
	switch v := object.Unwrap(v).(type) {
	case Complex:
		return complex128(v), true
	case starlark.Float:
		return complex(float64(v), 0), true
	}
	if n, ok := object.AsInt(v); ok {
		return complex(float64(n.Float()), 0), true
	}
	return 0, false
}

// Unary is + and -.
func (c Complex) Unary(op starsyntax.Token) (starlark.Value, error) {
	switch op {
	case starsyntax.MINUS:
		return -c, nil
	case starsyntax.PLUS:
		return c, nil
	}
	return nil, nil
}

// Binary is + - *.
func (c Complex) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	b, ok := asComplex(y)
	if _, asks := y.(*object.Instance); !ok || asks {
		return nil, nil
	}
	a := complex128(c)
	if side == starlark.Right {
		a, b = b, a
	}
	switch op {
	case starsyntax.PLUS:
		return Complex(a + b), nil
	case starsyntax.MINUS:
		return Complex(a - b), nil
	case starsyntax.STAR:
		return Complex(a * b), nil
	case starsyntax.SLASH:
		return c.Arith("truediv", y, side)
	}
	return nil, nil
}

// complexDivMod is what // % and divmod still do in Python 2: the quotient is
// the floor of the real part.
func complexDivMod(t *object.Thread, op string, x, y starlark.Value) (starlark.Value, error) {
	a, ok1 := asComplex(x)
	b, ok2 := asComplex(y)
	if !ok1 || !ok2 || op != "floordiv" && op != "mod" && op != "divmod" {
		return nil, nil
	}
	if err := t.Warn(object.DeprecationWarning, 1, "complex divmod(), // and %% are deprecated"); err != nil {
		return nil, err
	}
	if b == 0 {
		words := map[string]string{"floordiv": "complex divmod()", "divmod": "complex divmod()", "mod": "complex remainder"}
		return nil, object.ZeroDivisionError.Errorf("%s", words[op])
	}
	q := complex(math.Floor(real(divide(a, b))), 0)
	r := a - b*q
	switch op {
	case "floordiv":
		return Complex(q), nil
	case "mod":
		return Complex(r), nil
	}
	return starlark.Tuple{Complex(q), Complex(r)}, nil
}

// Arith is / and **.
func (c Complex) Arith(op string, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	b, ok := asComplex(y)
	if !ok {
		return nil, nil
	}
	a := complex128(c)
	if side == starlark.Right {
		a, b = b, a
	}
	switch op {
	case "div", "truediv":
		if b == 0 {
			return nil, object.ZeroDivisionError.Errorf("complex division by zero")
		}
		return Complex(divide(a, b)), nil
	case "pow":
		return complexPow(a, b)
	}
	return nil, nil
}

// divide scales by the larger part of the divisor, as CPython does.
func divide(a, b complex128) complex128 {
	if math.Abs(real(b)) >= math.Abs(imag(b)) {
		ratio := imag(b) / real(b)
		denom := real(b) + imag(b)*ratio
		return complex((real(a)+imag(a)*ratio)/denom, (imag(a)-real(a)*ratio)/denom)
	}
	ratio := real(b) / imag(b)
	denom := real(b)*ratio + imag(b)
	return complex((real(a)*ratio+imag(a))/denom, (imag(a)*ratio-real(a))/denom)
}

// complexPow multiplies for small integer exponents, which is exact where the
// general formula isn't.
func complexPow(a, b complex128) (starlark.Value, error) {
	r, err := rawPow(a, b)
	if err == nil && (math.IsInf(real(r), 0) || math.IsInf(imag(r), 0)) {
		err = object.OverflowError.Errorf("complex exponentiation")
	}
	return Complex(r), err
}

// rawPow is a ** b with infinities where the result is too large.
func rawPow(a, b complex128) (complex128, error) {
	if b == 0 {
		return 1, nil
	}
	if a == 0 && (real(b) < 0 || imag(b) != 0) {
		return 0, object.ZeroDivisionError.Errorf("0.0 to a negative or complex power")
	}
	if n := real(b); imag(b) == 0 && n == math.Trunc(n) && math.Abs(n) <= 100 {
		r, base := complex128(1), a
		for i := int(math.Abs(n)); i > 0; i >>= 1 {
			if i&1 != 0 {
				r *= base
			}
			base *= base
		}
		if n < 0 {
			r = divide(1, r)
		}
		return r, nil
	}
	if a == 0 {
		return 0, nil
	}
	abs, at := libm.Hypot(real(a), imag(a)), libm.Atan2(imag(a), real(a))
	size := libm.Pow(abs, real(b))
	phase := at * real(b)
	if imag(b) != 0 {
		size /= libm.Exp(at * imag(b))
		phase += imag(b) * libm.Log(abs)
	}
	if math.IsInf(phase, 0) { // what C's cos has no answer to
		return 0, object.ZeroDivisionError.Errorf("0.0 to a negative or complex power")
	}
	return complex(size*libm.Cos(phase), size*libm.Sin(phase)), nil
}

// RichCompare knows equality only.
func (c Complex) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	y = object.Unwrap(y)
	b, ok := asComplex(y)
	if !ok {
		return nil, nil
	}
	same := complex128(c) == b
	if n, ok := object.AsInt(y); ok && same { // which a float may not hold exactly
		var err error
		if same, err = object.Equal(starlark.Float(real(c)), n); err != nil {
			return nil, err
		}
	}
	return object.Truthy(same == (op == syntax.Eq)), nil
}

// newComplex is complex(real=0, imag=0) or complex(string).
func newComplex(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var re, im starlark.Value
	if err := object.Keywords(t, "complex", args, kwargs, 0, "real", &re, "imag", &im); err != nil {
		return nil, err
	}
	if re == nil {
		re = starlark.MakeInt(0)
	}
	if s, ok := object.AsText(re); ok {
		if im != nil {
			return nil, object.TypeError.Errorf("complex() can't take second arg if first is a string")
		}
		if text, ok := re.(*object.Text); ok {
			var err error
			if s, err = numeral(text); err != nil {
				return nil, err
			}
		}
		c, ok := parseComplex(s, py2(t))
		if !ok {
			if !py2(t) && !groupsDigits(s) {
				return nil, object.ValueError.Errorf("could not convert string to complex: %s", t.RT.Repr(re))
			}
			return nil, object.ValueError.Errorf("complex() arg is a malformed string")
		}
		return Complex(c), nil
	}
	if _, ok := object.AsText(im); ok && im != nil {
		return nil, object.TypeError.Errorf("complex() second arg can't be a string")
	}
	if r, err := special(t, re, "__complex__"); err != nil {
		return nil, err
	} else if r != nil {
		if _, ok := object.Unwrap(r).(Complex); !ok && !py2(t) {
			return nil, object.TypeError.Errorf("__complex__ returned non-complex (type %s)", object.TypeName(r))
		}
		re = r
	}
	re = plainComplex(re)
	if im != nil {
		im = plainComplex(im)
	}
	a, err := complexArg(t, re, "complex() argument must be a string or a number",
		"complex() first argument must be a string or a number, not '%s'")
	if err != nil || im == nil {
		return Complex(a), err
	}
	b, err := complexArg(t, im, "complex() argument must be a string or a number",
		"complex() second argument must be a number, not '%s'")
	if err != nil {
		return nil, err
	}
	x, y := real(a), real(b)
	if _, ok := im.(Complex); ok { // else there is nothing to add: a zero has a sign
		x -= imag(b)
	}
	if _, ok := re.(Complex); ok {
		y += imag(a)
	}
	return Complex(complex(x, y)), nil
}

// plainComplex is the complex of a value whose class derives from complex.
func plainComplex(v starlark.Value) starlark.Value {
	if c, ok := object.Unwrap(v).(Complex); ok {
		return c
	}
	return v
}

func complexArg(t *object.Thread, v starlark.Value, words2, words3 string) (complex128, error) {
	if c, ok := object.Unwrap(v).(Complex); ok {
		return complex128(c), nil
	}
	if r, err := special(t, v, "__float__"); py2(t) && isFloat(object.Unwrap(v)) && (r != nil || err != nil) {
		f, ok := object.Unwrap(r).(starlark.Float)
		if !ok && err == nil {
			err = object.TypeError.Errorf("__float__ returned non-float (type %s)", object.TypeName(r))
		}
		return complex(float64(f), 0), err
	}
	f, err := toFloat(t, v)
	if err != nil && isKind(t, err, object.TypeError) && !hasFloat(t, v) {
		return 0, object.TypeError.By(words2, sprintf(words3, object.TypeName(v)))
	}
	return complex(f, 0), err
}
