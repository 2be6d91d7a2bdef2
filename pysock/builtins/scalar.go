package builtins

import (
	"encoding/binary"
	"math"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// What C's types are in memory: for module struct, module array and views of
// arrays.

// A ScalarKind is how the bytes of a scalar are read.
type ScalarKind uint8

// The kinds.
const (
	Signed ScalarKind = iota
	Unsigned
	Floating
	Truth
	Char
)

// A Scalar is a type of C's, by the letter that formats have for it.
type Scalar struct {
	Code byte
	Size int
	Kind ScalarKind
}

// NativeScalar returns the type as this machine has it; ok is false for a letter
// that isn't a scalar's.
func NativeScalar(code byte) (s Scalar, ok bool) {
	switch code {
	case 'b':
		return Scalar{code, 1, Signed}, true
	case 'B':
		return Scalar{code, 1, Unsigned}, true
	case 'c':
		return Scalar{code, 1, Char}, true
	case '?':
		return Scalar{code, 1, Truth}, true
	case 'h':
		return Scalar{code, 2, Signed}, true
	case 'H':
		return Scalar{code, 2, Unsigned}, true
	case 'i':
		return Scalar{code, 4, Signed}, true
	case 'I':
		return Scalar{code, 4, Unsigned}, true
	case 'l', 'q', 'n':
		return Scalar{code, 8, Signed}, true
	case 'L', 'Q', 'N', 'P':
		return Scalar{code, 8, Unsigned}, true
	case 'e':
		return Scalar{code, 2, Floating}, true
	case 'f':
		return Scalar{code, 4, Floating}, true
	case 'd':
		return Scalar{code, 8, Floating}, true
	}
	return Scalar{}, false
}

// Load reads a value. Char gives bytes.
func (s Scalar) Load(order binary.ByteOrder, b []byte) starlark.Value {
	var u uint64
	switch s.Size {
	case 1:
		u = uint64(b[0])
	case 2:
		u = uint64(order.Uint16(b))
	case 4:
		u = uint64(order.Uint32(b))
	default:
		u = order.Uint64(b)
	}
	switch s.Kind {
	case Signed:
		shift := 64 - 8*s.Size
		return starlark.MakeInt64(int64(u<<shift) >> shift)
	case Unsigned:
		return starlark.MakeUint64(u)
	case Floating:
		switch s.Size {
		case 2:
			return starlark.Float(halfToFloat(uint16(u)))
		case 4:
			return starlark.Float(math.Float32frombits(uint32(u)))
		}
		return starlark.Float(math.Float64frombits(u))
	case Truth:
		return object.Truthy(u != 0)
	}
	return starlark.Bytes([]byte{b[0]})
}

// Store writes the low bytes of u.
func (s Scalar) Store(order binary.ByteOrder, b []byte, u uint64) {
	switch s.Size {
	case 1:
		b[0] = byte(u)
	case 2:
		order.PutUint16(b, uint16(u))
	case 4:
		order.PutUint32(b, uint32(u))
	default:
		order.PutUint64(b, u)
	}
}

// StoreFloat writes a float; it fails where a float of 16 bits can't be as
// large, and tells by inexact where one of 32 bits has become infinite.
func (s Scalar) StoreFloat(order binary.ByteOrder, b []byte, f float64) (infinite bool) {
	switch s.Size {
	case 2:
		u, ok := halfFromFloat(f)
		s.Store(order, b, uint64(u))
		return !ok
	case 4:
		g := float32(f)
		s.Store(order, b, uint64(math.Float32bits(g)))
		return math.IsInf(float64(g), 0) && !math.IsInf(f, 0)
	}
	s.Store(order, b, math.Float64bits(f))
	return false
}

// Bits returns n as two's complement; ok is false where it is out of range.
func (s Scalar) Bits(n starlark.Int) (u uint64, ok bool) {
	if s.Kind == Unsigned {
		u, ok = n.Uint64()
		return u, ok && (s.Size == 8 || u>>(8*s.Size) == 0)
	}
	i, ok := n.Int64()
	limit := int64(1) << (8*s.Size - 1)
	return uint64(i), ok && (s.Size == 8 || i >= -limit && i < limit)
}

// halfToFloat reads a float of 16 bits (IEEE 754 binary16).
func halfToFloat(u uint16) float64 {
	sign, exp, frac := u>>15, int(u>>10&31), float64(u&1023)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(frac, -24)
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(1024+frac, exp-25)
	}
	if sign != 0 {
		f = math.Copysign(f, -1)
	}
	return f
}

// halfFromFloat rounds to a float of 16 bits, half to even; ok is false if it is
// too large.
func halfFromFloat(f float64) (u uint16, ok bool) {
	var sign uint16
	if math.Signbit(f) {
		sign = 1 << 15
	}
	f = math.Abs(f)
	switch {
	case math.IsNaN(f):
		return sign | 0x7e00, true
	case math.IsInf(f, 0):
		return sign | 0x7c00, true
	case f == 0:
		return sign, true
	}
	_, exp := math.Frexp(f) // f is 2**(exp-1) or more
	exp = max(exp-1, -14)
	frac := int(math.RoundToEven(math.Ldexp(f, 10-exp)))
	if exp == -14 && frac < 1024 {
		return sign | uint16(frac), true // subnormal
	}
	if frac == 2048 {
		frac, exp = 1024, exp+1
	}
	if exp > 15 {
		return sign | 0x7c00, false
	}
	return sign | uint16(exp+15)<<10 | uint16(frac-1024), true
}

// WritableBytes returns the memory of a value that may be written to.
func WritableBytes(v starlark.Value) ([]byte, bool) {
	w, ok := object.Unwrap(v).(interface {
		Bytes() []byte
		Writable() bool
	})
	if !ok || !w.Writable() {
		return nil, false
	}
	return w.Bytes(), true
}
