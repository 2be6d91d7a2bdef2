package pystruct

import (
	"encoding/binary"
	"math"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// pack writes values to buf, which is as long as the layout and zero.
func (l *layout) pack(t *object.Thread, buf []byte, args starlark.Tuple) error {
	next := 0
	for i := range l.fields {
		f := &l.fields[i]
		at := f.offset
		for range f.count {
			if err := l.put(t, f, buf[at:at+f.Size], args[next]); err != nil {
				return err
			}
			at += f.Size
			next++
		}
	}
	return nil
}

func (l *layout) put(t *object.Thread, f *field, b []byte, v starlark.Value) error {
	switch f.Kind {
	case builtins.Signed, builtins.Unsigned:
		n, ok := v.(starlark.Int)
		if !ok {
			var err error
			if n, err = integer(t, v); err != nil {
				return err
			}
		}
		u, ok := f.Bits(n)
		if !ok {
			if f.Code != 'P' {
				return l.outOfRange(f, n)
			}
			i, ok := n.Int64()
			if !ok {
				if t.RT.Dialect == syntax.Python2 {
					return object.OverflowError.Errorf("long int too large to convert")
				}
				return structError.Errorf("int too large to convert")
			}
			u = uint64(i)
		}
		f.Store(l.order, b, u)
	case builtins.Floating:
		x, err := t.Float(v)
		if err != nil {
			if x, err = float(t, v); err != nil {
				return structError.Errorf("required argument is not a float")
			}
		}
		if f.StoreFloat(l.order, b, x) && (f.Code == 'e' || !l.native) {
			return object.OverflowError.Errorf("float too large to pack with %c format", f.Code)
		}
	case builtins.Truth:
		yes, err := builtins.IsTrue(t, v)
		if err != nil {
			return err
		}
		b[0] = 0
		if yes {
			b[0] = 1
		}
	default:
		return l.putString(t, f, b, v)
	}
	return nil
}

// putString packs c, s and p.
func (l *layout) putString(t *object.Thread, f *field, b []byte, v starlark.Value) error {
	var s []byte
	ok := false
	switch x := object.Unwrap(v).(type) {
	case starlark.Bytes:
		s, ok = []byte(x), true
	case starlark.String:
		s, ok = []byte(x), t.RT.Dialect == syntax.Python2
	case *builtins.Bytearray:
		s, ok = x.B, t.RT.Dialect != syntax.Python2 && f.Code != 'c'
	}
	if f.Code == 'c' {
		if !ok || len(s) != 1 {
			return structError.By("char format require string of length 1", "char format requires a bytes object of length 1")
		}
		b[0] = s[0]
		return nil
	}
	if !ok {
		words := "argument for '" + string(f.Code) + "' must be a "
		return structError.By(words+"string", words+"bytes object")
	}
	if f.Code == 'p' {
		if len(b) == 0 {
			return nil
		}
		n := min(len(s), len(b)-1)
		b[0] = byte(min(n, 255))
		b, s = b[1:], s[:n]
	}
	clear(b[copy(b, s):])
	return nil
}

// integer takes what is no int: a bool, what has __index__, and in Python 2
// what has __int__.
func integer(t *object.Thread, v starlark.Value) (starlark.Int, error) {
	n, ok, err := object.AsIndex(v)
	switch {
	case ok, err != nil && !(t.RT.Dialect == syntax.Python2 && object.Is(err, object.TypeError, syntax.Python2)):
		return n, err
	case t.RT.Dialect != syntax.Python2:
		return n, structError.Errorf("required argument is not an integer")
	}
	words := "integer argument expected, got non-integer (implicit conversion using __int__ is deprecated)"
	switch object.Unwrap(v).(type) {
	case starlark.Float:
		words = "integer argument expected, got float"
	case builtins.Complex:
	default:
		if object.SpecialMethod(v, "__int__") == nil {
			if x, ok := v.(*object.Instance); ok && x.Class().OldStyle { // by __trunc__
				n, _, err = t.Integer(v)
				return n, err
			}
			return n, structError.Errorf("cannot convert argument to integer")
		}
	}
	if err := t.Warn(object.BuiltinKind("DeprecationWarning"), 1, "%s", words); err != nil {
		return n, err
	}
	var i starlark.Value
	if m := object.SpecialMethod(v, "__int__"); m != nil {
		i, err = t.Call(m)
	} else {
		i, err = t.Call(object.TypesOf(t.RT.Dialect).Int, v)
	}
	if err != nil {
		return n, err
	}
	if n, ok = object.AsInt(i); !ok {
		return n, object.TypeError.Errorf("__int__ method returned non-integer")
	}
	return n, nil
}

// float takes what has __float__ or __index__.
func float(t *object.Thread, v starlark.Value) (float64, error) {
	if object.SpecialMethod(v, "__float__") == nil && object.SpecialMethod(v, "__index__") == nil {
		return 0, structError.New()
	}
	x, err := t.Call(object.TypesOf(t.RT.Dialect).Float, v)
	if err != nil {
		return 0, err
	}
	return t.Float(x)
}

// outOfRange words the error of a number that the field can't hold.
func (l *layout) outOfRange(f *field, n starlark.Int) error {
	// CPython packs with the native function where it does the same
	native := l.native || l.order != binary.BigEndian && (f.Code != 'l' && f.Code != 'L')
	signed := f.Kind == builtins.Signed
	long := builtins.Scalar{Size: 8, Kind: builtins.Signed}
	if !signed && !(native && f.Size < 4) && f.Size > 1 {
		long.Kind = builtins.Unsigned
	}
	general := structError.By("integer out of range for '"+string(f.Code)+"' format code", "argument out of range")
	_, fits := long.Bits(n)
	switch {
	case f.Size == 8 && !native:
		return structError.By("integer out of range for '"+string(f.Code)+"' format code", "int too large to convert")
	case f.Size == 8 || !fits:
		return general
	case f.Code == 'b':
		return structError.Errorf("byte format requires -128 <= number <= 127")
	case f.Code == 'B':
		return structError.Errorf("ubyte format requires 0 <= number <= 255")
	case f.Code == 'h' && native:
		return structError.By("short format requires SHRT_MIN <= number <= SHRT_MAX", "short format requires -32768 <= number <= 32767")
	case f.Code == 'H' && native:
		return structError.By("ushort format requires 0 <= number <= USHRT_MAX", "ushort format requires 0 <= number <= 65535")
	case signed:
		limit := int64(1) << (8*f.Size - 1)
		return structError.Errorf("'%c' format requires %d <= number <= %d", f.Code, -limit, limit-1)
	}
	return structError.Errorf("'%c' format requires 0 <= number <= %d", f.Code, uint64(math.MaxUint64)>>(64-8*f.Size))
}

// unpack reads the values of buf, which is as long as the layout.
func (l *layout) unpack(t *object.Thread, buf []byte) starlark.Tuple {
	out := make(starlark.Tuple, 0, l.values)
	for i := range l.fields {
		f := &l.fields[i]
		at := f.offset
		for range f.count {
			b := buf[at : at+f.Size]
			at += f.Size
			switch {
			case f.Kind != builtins.Char:
				v := f.Load(l.order, b)
				if n, ok := v.(starlark.Int); ok {
					v = object.Fit(t.RT.Dialect, n)
				}
				out = append(out, v)
				continue
			case f.Code == 'p' && len(b) > 0:
				b = b[1 : 1+min(int(b[0]), len(b)-1)]
			}
			out = append(out, t.RT.Bytes(append([]byte(nil), b...)))
		}
	}
	return out
}
