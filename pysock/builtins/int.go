package builtins

import (
	"math/big"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// int, Python 2's long, and bool.

type (
	getter = func(self starlark.Value) (starlark.Value, error)
)

// selfInt returns the value of an int, bool or long.
func selfInt(v starlark.Value) starlark.Int {
	n, _ := object.AsInt(v)
	return n
}

var intGetters = map[string]getter{
	"real":        func(v starlark.Value) (starlark.Value, error) { return intSelf(v), nil },
	"numerator":   func(v starlark.Value) (starlark.Value, error) { return intSelf(v), nil },
	"imag":        intConstant(0),
	"denominator": intConstant(1),
}

// intConstant is an attribute of that value for all integers: a long of Python 2's
// longs.
func intConstant(n int) getter {
	return func(v starlark.Value) (starlark.Value, error) {
		if _, ok := v.(object.Long); ok {
			return object.NewLong(starlark.MakeInt(n)), nil
		}
		return starlark.MakeInt(n), nil
	}
}

// intSelf is the int of a bool, and other integers as they are.
func intSelf(v starlark.Value) starlark.Value {
	if b, ok := v.(object.Bool); ok {
		return b.Int()
	}
	return v
}

var intMethods = map[string]method{
	"bit_length": intMethod("bit_length", func(n starlark.Int) starlark.Value { return starlark.MakeInt(n.BigInt().BitLen()) }),
	"conjugate": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return intSelf(self), noArgs("int", "conjugate", args, kwargs)
	},
}

var intMethods3 = map[string]method{
	"as_integer_ratio": intMethod("as_integer_ratio", func(n starlark.Int) starlark.Value {
		return starlark.Tuple{n, starlark.MakeInt(1)}
	}),
	"bit_count": intMethod("bit_count", func(n starlark.Int) starlark.Value {
		count := 0
		for _, w := range n.BigInt().Bits() {
			count += bits.OnesCount(uint(w))
		}
		return starlark.MakeInt(count)
	}),
	"to_bytes": intToBytes,
}

// intMethod makes a method without arguments.
func intMethod(name string, f func(n starlark.Int) starlark.Value) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("int", name, args, kwargs); err != nil {
			return nil, err
		}
		return f(selfInt(self)), nil
	}
}

// byteOrderArg reads the argument byteorder.
func bigEndian(name string, v starlark.Value) (bool, error) {
	s, ok := object.AsText(v)
	switch {
	case !ok:
		return false, object.TypeError.Errorf("%s() argument 'byteorder' must be str, not %s", name, object.ArgName(v))
	case s == "big":
		return true, nil
	case s == "little":
		return false, nil
	}
	return false, object.ValueError.Errorf("byteorder must be either 'little' or 'big'")
}

// intToBytes is int.to_bytes(length=1, byteorder='big', *, signed=False); it
// raises OverflowError if the bytes don't suffice.
func intToBytes(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	length := 1
	lengthArg := object.ConverterFunc(func(t *object.Thread, v starlark.Value) (err error) {
		length, err = size(t, v)
		return err
	})
	var order starlark.Value = starlark.String("big")
	var signed bool
	if err := object.Keywords(t, "to_bytes", args, kwargs, 0, "length", lengthArg, "byteorder", &order, "$signed", &signed); err != nil {
		return nil, err
	}
	isBig, err := bigEndian("to_bytes", order)
	if err != nil {
		return nil, err
	}
	if length < 0 {
		return nil, object.ValueError.Errorf("length argument must be non-negative")
	}
	n := selfInt(self).BigInt()
	if n.Sign() < 0 && !signed {
		return nil, object.OverflowError.Errorf("can't convert negative int to unsigned")
	}
	need := n.BitLen()
	if signed {
		if n.Sign() < 0 {
			need = new(big.Int).Not(n).BitLen()
		}
		need++
		if n.Sign() == 0 {
			need = 0
		}
	}
	if (need+7)/8 > length {
		return nil, object.OverflowError.Errorf("int too big to convert")
	}
	if err := room(length, 1); err != nil {
		return nil, err
	}
	if n.Sign() < 0 {
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(8*length)))
	}
	b := n.FillBytes(make([]byte, length))
	if !isBig {
		slices.Reverse(b)
	}
	return starlark.Bytes(b), nil
}

// intFromBytes is int.from_bytes(bytes, byteorder='big', *, signed=False).
func intFromBytes(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var order starlark.Value = starlark.String("big")
	var signed bool
	if err := object.Keywords(t, "from_bytes", args, kwargs, 1, "bytes", &v, "byteorder", &order, "$signed", &signed); err != nil {
		return nil, err
	}
	isBig, err := bigEndian("from_bytes", order)
	if err != nil {
		return nil, err
	}
	b, err := ownBytes(t, v)
	if b == nil && err == nil {
		b, err = bytesOf(t, v, "bytes")
	}
	if err != nil {
		return nil, err
	}
	b = slices.Clone(b)
	if !isBig {
		slices.Reverse(b)
	}
	n := new(big.Int).SetBytes(b)
	if signed && len(b) > 0 && b[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return starlark.MakeBigInt(n), nil
}

// newInt is int(x=0) or int(x, base=10).
func newInt(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := makeInt(t, "int", args, kwargs)
	return fitted(t.RT.Dialect, v, err)
}

// newLong is Python 2's long.
func newLong(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := makeInt(t, "long", args, kwargs)
	if err != nil {
		return nil, err
	}
	if _, ok := object.Unwrap(v).(object.Long); ok {
		return v, nil
	}
	n, _ := object.AsInt(v)
	return object.NewLong(n), nil
}

func makeInt(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 1 && len(kwargs) == 0 {
		return toInt(t, name, args[0])
	}
	var x, base starlark.Value
	if !py2(t) && len(args)+len(kwargs) <= 2 {
		for _, kv := range kwargs {
			if s, _ := object.AsText(kv[0]); s != "base" {
				return nil, object.TypeError.Errorf("'%s' is an invalid keyword argument for %s()", s, name)
			}
		}
	}
	if err := object.Keywords(t, name, args, kwargs, 0, "x", &x, "base", &base); err != nil {
		return nil, err
	}
	switch {
	case base == nil && x == nil:
		return starlark.MakeInt(0), nil
	case base == nil:
		return toInt(t, name, x)
	case x == nil:
		return nil, object.TypeError.Errorf("%s() missing string argument", name)
	}
	var b starlark.Int
	var err error
	if py2(t) {
		var n int
		err = cInt(&n).Convert(t, base)
		b = starlark.MakeInt(n)
	} else {
		b, err = integer(t, base)
	}
	if err != nil {
		return nil, err
	}
	if i, ok := b.Int64(); !py2(t) && (!ok || i != 0 && i < 2 || i > 36) {
		return nil, object.ValueError.Errorf("%s() base must be >= 2 and <= 36, or 0", name)
	}
	s, ok := object.AsText(x)
	if text, isText := x.(*object.Text); isText {
		if s, err = numeral(text); err != nil {
			return nil, err
		}
	}
	switch raw := object.Unwrap(x).(type) {
	case starlark.Bytes:
		s, ok = string(raw), true
	case *Bytearray:
		if !py2(t) {
			s, ok = string(raw.Bytes()), true
		}
	}
	if !ok {
		return nil, object.TypeError.Errorf("%s() can't convert non-string with explicit base", name)
	}
	i, ok := b.Int64()
	if !ok || i != 0 && (i < 2 || i > 36) {
		return nil, object.ValueError.Errorf("%s() base must be >= 2 and <= 36, or 0", name)
	}
	if _, isStr := object.Unwrap(x).(starlark.String); isStr && py2(t) && strings.IndexByte(s, 0) >= 0 {
		return nil, object.ValueError.Errorf("invalid literal for %s() with base %d: %s", name, i, t.RT.Repr(starlark.String(s)))
	}
	return literal(t, name, x, s, int(i))
}

// writable refuses an int with more digits than sys.set_int_max_str_digits allows.
func writable(t *object.Thread, n starlark.Int) error {
	const bitsPerDigit = 3.3219280948873626
	limit := t.RT.MaxStrDigits
	if _, small := n.Int64(); small || limit == 0 {
		return nil
	}
	if x := n.BigInt(); float64(x.BitLen()) <= bitsPerDigit*float64(limit) || len(x.Text(10))-(1-x.Sign())/2 <= limit {
		return nil
	}
	return object.ValueError.Errorf("Exceeds the limit (%d digits) for integer string conversion; "+
		"use sys.set_int_max_str_digits() to increase the limit", limit)
}

// readable is writable for text that is to become an int.
func readable(t *object.Thread, s string, base int) error {
	if limit := t.RT.MaxStrDigits; limit > 0 && len(s) > limit && base&(base-1) != 0 {
		digits := 0
		for _, c := range s {
			if c >= '0' && c <= '9' || unicode.IsDigit(c) {
				digits++
			}
		}
		if digits > limit {
			return object.ValueError.Errorf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
				"use sys.set_int_max_str_digits() to increase the limit", limit, digits)
		}
	}
	return nil
}

// maxShown is how much of a text that isn't a number an error shows.
const maxShown = 200

// literal reads the text s of x.
func literal(t *object.Thread, name string, x starlark.Value, s string, base int) (starlark.Value, error) {
	if err := readable(t, s, base); err != nil {
		return nil, err
	}
	n, ok := parseInt(s, base, py2(t), name == "long")
	if !ok {
		if py2(t) {
			var null bool
			if name == "int" {
				s = strings.TrimLeft(s, " \t\n\v\f\r")
			}
			s, _, null = strings.Cut(s, "\x00")
			if _, ok := parseInt(s, base, true, name == "long"); ok && null {
				return nil, object.ValueError.Errorf("null byte in argument for %s()", name)
			}
			x = starlark.String(s[:min(len(s), maxShown)])
		} else if _, isText := object.AsText(x); !isText {
			x = starlark.Bytes(s[:min(len(s), maxShown)])
		}
		shown := []rune(t.RT.Repr(x))
		if !py2(t) {
			shown = shown[:min(len(shown), maxShown)]
		}
		return nil, object.ValueError.Errorf("invalid literal for %s() with base %d: %s", name, base, string(shown))
	}
	return n, nil
}

// spelled is the decimal number that the text spells which v is.
func spelled(t *object.Thread, name string, v, text starlark.Value) (starlark.Value, error) {
	x, ok := text.(*object.Text)
	if !ok {
		return literal(t, name, v, string(text.(starlark.String)), 10)
	}
	s, err := numeral(x)
	if err != nil {
		return nil, err
	}
	return literal(t, name, v, s, 10)
}

// toInt is int(v).
func toInt(t *object.Thread, name string, v starlark.Value) (starlark.Value, error) {
	switch x := v.(type) {
	case starlark.Int:
		return x, nil
	case object.Bool:
		return x.Int(), nil
	case starlark.Float:
		return truncate(float64(x))
	case starlark.String, *object.Text:
		return spelled(t, name, x, x)
	case object.Long:
		if name == "int" {
			return object.Fit(t.RT.Dialect, x.Int()), nil
		}
		return x, nil
	case Complex:
		if py2(t) {
			return nil, object.TypeError.Errorf("can't convert complex to %s", name)
		}
	}
	base := object.Unwrap(v)
	for _, m := range intHooks(t, name, v, base) {
		if m == "__trunc__" && !py2(t) && object.SpecialMethod(v, m) != nil {
			if err := t.Warn(object.DeprecationWarning, 1, "The delegation of int() to __trunc__ is deprecated."); err != nil {
				return nil, err
			}
		}
		r, err := special(t, v, m)
		if py2(t) && m == "__trunc__" { // whatever has it, a class too
			r, err = callAttr(t, v, m)
		}
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		if _, ok := object.AsInt(r); ok && (m != "__trunc__" || py2(t)) {
			if _, plain := r.(starlark.Int); !plain {
				if err := deprecated(t, m, "int", r); err != nil {
					return nil, err
				}
			}
			return integral(t, r), nil
		}
		if m == "__trunc__" && !py2(t) {
			n, ok, err := object.AsIndex(r)
			if !ok && (err == nil || isKind(t, err, object.TypeError)) {
				err = object.TypeError.Errorf("__trunc__ returned non-Integral (type %s)", instanceOf(r))
			}
			return n, err
		}
		if py2(t) && m == "__trunc__" {
			switch r.(type) {
			case starlark.Float, Complex: // which have an __int__
				return toInt(t, "int", r)
			}
			if n, err := special(t, r, "__int__"); err != nil {
				return nil, err
			} else if _, ok := object.AsInt(n); n != nil && ok {
				return n, nil
			} else if n != nil {
				r = n
			}
			return nil, object.TypeError.Errorf("__trunc__ returned non-Integral (type %s)", instanceOf(r))
		}
		kind := strings.Trim(m, "_")
		if m == "__index__" {
			kind = "int"
		}
		if name == "long" && isOld(v) {
			m, kind = "__long__", "long"
		}
		return nil, object.TypeError.Errorf("%s returned non-%s (type %s)", m, kind, object.TypeName(r))
	}
	switch base.(type) {
	case starlark.String, *object.Text:
		return spelled(t, name, v, base)
	case Complex:
		if py2(t) {
			return toInt(t, name, base)
		}
	case starlark.Int, object.Bool, object.Long, starlark.Float:
		if !object.Identical(base, v) {
			return toInt(t, name, base)
		}
	}
	if n, ok := object.AsInt(v); ok {
		return n, nil
	}
	_, isView := base.(*Memoryview)
	if b, ok := object.AsBytes(v); ok && !(isView && py2(t)) {
		return literal(t, name, v, string(b), 10)
	}
	if err := object.OldMissing(v, "__trunc__"); err != nil {
		return nil, err
	}
	return nil, object.TypeError.By(
		sprintf("%s() argument must be a string or a number, not '%s'", name, object.TypeName(v)),
		sprintf("%s() argument must be a string, a bytes-like object or a real number, not '%s'", name, object.TypeName(v)))
}

// deprecated warns that a special method returned an instance of a class that
// derives from what it should return.
func deprecated(t *object.Thread, method, kind string, v starlark.Value) error {
	if py2(t) {
		return nil
	}
	return t.Warn(object.DeprecationWarning, 1, "%s returned non-%s (type %s).  The ability to return an instance of a strict subclass of %s "+
		"is deprecated, and may be removed in a future version of Python.", method, kind, object.TypeName(v), kind)
}

// callAttr is v.name(), or nil if v has no such attribute.
func callAttr(t *object.Thread, v starlark.Value, name string) (starlark.Value, error) {
	f, err := t.RT.Attr(v, name)
	if err != nil {
		return nil, nil
	}
	return t.Call(f)
}

// intHooks are the special methods that int(v) and long(v) ask, where the value
// under v is base.
func intHooks(t *object.Thread, name string, v, base starlark.Value) []string {
	hooks := []string{"__int__", "__index__", "__trunc__"}
	if py2(t) {
		hooks = []string{"__" + name + "__", "__trunc__"}
		if name == "long" && object.OldMissing(v, "") != nil {
			hooks = []string{"__long__", "__int__", "__trunc__"}
		}
	}
	switch base.(type) {
	case starlark.Int, object.Bool, object.Long, starlark.Float, Complex:
		return hooks[:1] // all that its class may have changed
	}
	return hooks
}

// instanceOf is the name of v's class, of an old-style one too.
func instanceOf(v starlark.Value) string {
	if x, ok := v.(*object.Instance); ok {
		return x.Class().ClassName
	}
	return object.TypeName(v)
}

// integral is what a special method returned: Python 2 takes it as it is.
func integral(t *object.Thread, v starlark.Value) starlark.Value {
	if py2(t) {
		return v
	}
	n, _ := object.AsInt(v)
	return n
}

// newBool is bool(x=False).
func newBool(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if py2(t) {
		var x starlark.Value = object.False
		if err := object.Keywords(t, "bool", args, kwargs, 0, "x", &x); err != nil {
			return nil, err
		}
		return truth(isTrue(t, x))
	}
	if err := clinic("", "bool", args, kwargs, 0, 1); err != nil {
		return nil, err
	}
	if len(args) == 0 {
		return object.False, nil
	}
	return truth(isTrue(t, args[0]))
}
