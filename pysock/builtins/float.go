package builtins

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// float.

var floatGetters = map[string]getter{
	"real": func(v starlark.Value) (starlark.Value, error) { return v, nil },
	"imag": func(v starlark.Value) (starlark.Value, error) { return starlark.Float(0), nil },
}

var floatMethods = map[string]method{
	"is_integer": floatMethod("is_integer", func(f float64) (starlark.Value, error) {
		return object.Truthy(f == math.Trunc(f) && !math.IsInf(f, 0)), nil
	}),
	"conjugate":        floatMethod("conjugate", func(f float64) (starlark.Value, error) { return starlark.Float(f), nil }),
	"hex":              floatMethod("hex", func(f float64) (starlark.Value, error) { return starlark.String(floatHex(f)), nil }),
	"as_integer_ratio": floatMethod("as_integer_ratio", floatRatio),
}

func floatMethod(name string, f func(f float64) (starlark.Value, error)) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("float", name, args, kwargs); err != nil {
			return nil, err
		}
		return f(float64(self.(starlark.Float)))
	}
}

// floatRatio is float.as_integer_ratio() -> (numerator, denominator).
func floatRatio(f float64) (starlark.Value, error) {
	switch {
	case math.IsInf(f, 0):
		return nil, object.OverflowError.By("Cannot pass infinity to float.as_integer_ratio.", "cannot convert Infinity to integer ratio")
	case math.IsNaN(f):
		return nil, object.ValueError.By("Cannot pass NaN to float.as_integer_ratio.", "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(f)
	return starlark.Tuple{starlark.MakeBigInt(r.Num()), starlark.MakeBigInt(r.Denom())}, nil
}

// floatHex is float.hex().
func floatHex(f float64) string {
	sign := ""
	if minus(f) {
		sign = "-"
	}
	switch f = math.Abs(f); {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 0):
		return sign + "inf"
	case f == 0:
		return sign + "0x0.0p+0"
	}
	bits := math.Float64bits(f)
	mantissa := bits & (1<<52 - 1)
	if exp := int(bits >> 52); exp > 0 {
		return sprintf("%s0x1.%013xp%+d", sign, mantissa, exp-1023)
	}
	return sprintf("%s0x0.%013xp-1022", sign, mantissa)
}

// floatGetformat is float.__getformat__("double" or "float"): how Go keeps them.
func floatGetformat(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("float", "__getformat__", args, kwargs); err != nil {
		return nil, err
	}
	kind, ok := object.AsText(args[0])
	if !ok {
		return nil, object.TypeError.By(
			"__getformat__() argument must be string, not "+object.TypeName(args[0]),
			"__getformat__() argument must be str, not "+object.ArgName(args[0]))
	}
	if kind != "double" && kind != "float" {
		return nil, object.ValueError.Errorf("__getformat__() argument 1 must be 'double' or 'float'")
	}
	return t.RT.Str("IEEE, little-endian"), nil
}

// floatFromhex is float.fromhex(string); it raises ValueError, OverflowError.
func floatFromhex(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("float", "fromhex", args, kwargs); err != nil {
		return nil, err
	}
	s, ok := object.AsText(args[0])
	if !ok {
		return nil, object.TypeError.By(
			sprintf("expected string or Unicode object, %s found", object.TypeName(args[0])),
			"bad argument type for built-in operation")
	}
	if text, ok := object.Unwrap(args[0]).(*object.Text); ok && py2(t) {
		if _, err := t.ImplicitEncode(text); err != nil {
			return nil, err
		}
	}
	s = strings.TrimSpace(strings.ToLower(s))
	body := strings.TrimLeft(s, "+-")
	sign := s[:len(s)-len(body)]
	switch body {
	case "nan":
		if len(sign) <= 1 {
			return starlark.Float(math.NaN()), nil
		}
	case "inf", "infinity":
	default:
		body = "0x" + strings.TrimPrefix(body, "0x")
		if strings.IndexByte(body, 'p') < 0 {
			body += "p0"
		}
	}
	if len(sign) <= 1 && strings.IndexByte(body, '_') < 0 {
		f, err := strconv.ParseFloat(sign+body, 64)
		if err == nil {
			return starlark.Float(f), nil
		}
		if err.(*strconv.NumError).Err == strconv.ErrRange {
			return nil, object.OverflowError.Errorf("hexadecimal value too large to represent as a float")
		}
	}
	return nil, object.ValueError.Errorf("invalid hexadecimal floating-point string")
}

// toFloat returns v as a C double, as math and % take it.
func toFloat(t *object.Thread, v starlark.Value) (float64, error) {
	if f, ok := object.Unwrap(v).(starlark.Float); ok {
		return float64(f), nil
	}
	if f, ok, err := specialFloat(t, v); ok || err != nil {
		return f, err
	}
	if err := object.OldMissing(v, "__float__"); err != nil {
		return 0, err
	}
	return t.Float(v)
}

// specialFloat asks a value's own class.
func specialFloat(t *object.Thread, v starlark.Value) (float64, bool, error) {
	if _, ok := v.(object.Special); !ok {
		return 0, false, nil
	}
	names := []string{"__float__", "__index__"}
	base := object.Unwrap(v)
	_, isFloat := base.(starlark.Float)
	if _, isInt := object.AsInt(base); isInt || isFloat || py2(t) { // their types have a __float__
		names = names[:1]
	}
	for _, m := range names {
		r, err := special(t, v, m)
		if err != nil {
			return 0, false, err
		}
		switch r := r.(type) {
		case nil:
			continue
		case starlark.Float:
			return float64(r), true, nil
		}
		if m == "__index__" {
			if _, ok := object.AsInt(r); !ok {
				return 0, false, object.TypeError.Errorf("__index__ returned non-int (type %s)", object.TypeName(r))
			}
		}
		if f, ok := object.Unwrap(r).(starlark.Float); ok {
			return float64(f), true, deprecated(t, object.TypeName(v)+"."+m, "float", r)
		}
		if n, ok := object.AsInt(r); ok && m == "__index__" {
			f, err := t.Float(n)
			return f, true, err
		}
		return 0, false, object.TypeError.By(
			sprintf("%s returned non-float (type %s)", m, object.TypeName(r)),
			sprintf("%s.%s returned non-float (type %s)", object.TypeName(v), m, object.TypeName(r)))
	}
	return 0, false, nil
}

// hasFloat reports whether a value's own class can make a float of it.
func hasFloat(t *object.Thread, v starlark.Value) bool {
	return object.SpecialMethod(v, "__float__") != nil || !py2(t) && object.SpecialMethod(v, "__index__") != nil
}

// newFloat is float(x=0.0).
func newFloat(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var x starlark.Value = starlark.Float(0)
	if py2(t) {
		if err := object.Keywords(t, "float", args, kwargs, 0, "x", &x); err != nil {
			return nil, err
		}
	} else {
		if err := clinic("", "float", args, kwargs, 0, 1); err != nil {
			return nil, err
		}
		if len(args) == 1 {
			x = args[0]
		}
	}
	given := x
	if object.SpecialMethod(x, "__float__") == nil && object.SpecialMethod(x, "__index__") == nil {
		x = object.Unwrap(x) // of a class that derives from str
	}
	switch v := x.(type) {
	case starlark.Float:
		return x, nil
	case starlark.String:
		return floatLiteral(t, given, string(v))
	case *object.Text:
		s, err := numeral(v)
		if err != nil {
			return nil, err
		}
		return floatLiteral(t, given, s)
	case Complex:
		if py2(t) {
			return nil, object.TypeError.Errorf("can't convert complex to float")
		}
	}
	if _, isView := object.Unwrap(x).(*Memoryview); isView && py2(t) {
		return nil, object.TypeError.Errorf("float() argument must be a string or a number")
	}
	if b, ok := object.AsBytes(x); ok && object.Identical(x, object.Unwrap(x)) {
		return floatLiteral(t, given, string(b))
	}
	f, ok, err := specialFloat(t, x)
	if !ok && err == nil {
		f, err = toFloat(t, x)
	}
	if err != nil && isKind(t, err, object.TypeError) && !hasFloat(t, given) {
		return nil, object.TypeError.By(
			"float() argument must be a string or a number",
			sprintf("float() argument must be a string or a real number, not '%s'", object.TypeName(given)))
	}
	if err != nil {
		return nil, err
	}
	return starlark.Float(f), nil
}

func floatLiteral(t *object.Thread, v starlark.Value, s string) (starlark.Value, error) {
	f, ok := parseFloat(s, py2(t))
	if ok {
		return starlark.Float(f), nil
	}
	shown := strings.TrimLeft(s, " \t\n\v\f\r")
	shown, _, _ = strings.Cut(shown, "\x00")
	shown = shown[:min(len(shown), maxShown)]
	words := "could not convert string to float: " + shown
	rest := strings.ToLower(shown)
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		rest = rest[1:]
	}
	if rest = strings.TrimPrefix(rest, "."); rest != "" && rest[0] >= '0' && rest[0] <= '9' ||
		strings.HasPrefix(rest, "inf") || strings.HasPrefix(rest, "nan") { // it begins well
		words = "invalid literal for float(): " + shown
	}
	return nil, object.ValueError.By(words, "could not convert string to float: "+t.RT.Repr(v))
}
