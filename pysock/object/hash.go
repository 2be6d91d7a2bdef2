package object

import (
	"hash/maphash"
	"math"
	"unsafe"

	"go.starlark.net/starlark"
)

// Values that are equal in Python have one hash, whatever their Go types: 1,
// 1.0 and True; in Python 2 'a' and u'a'. Starlark's own hashes don't have
// that property, so a Dict uses these.

var seed = maphash.MakeSeed()

// Hash returns the hash by which a Dict finds v, or TypeError if v can't be a key.
func Hash(v starlark.Value) (uint64, error) {
	switch v := v.(type) {
	case starlark.String:
		return maphash.String(seed, string(v)), nil
	case *Text:
		return maphash.String(seed, v.s), nil
	case starlark.Bytes:
		return maphash.String(seed, string(v)), nil
	case starlark.Int:
		return hashInt(v), nil
	case Bool:
		if v {
			return mix(1), nil
		}
		return mix(0), nil
	case starlark.Bool:
		return Hash(Bool(v))
	case starlark.Float:
		if f := float64(v); f == math.Trunc(f) && !math.IsInf(f, 0) {
			n, err := starlark.NumberToInt(v)
			if err == nil {
				return hashInt(n), nil
			}
		}
		return mix(math.Float64bits(float64(v))), nil
	case starlark.NoneType:
		return mix(0x6e6f6e65), nil
	case starlark.Tuple:
		h := uint64(len(v))
		for _, e := range v {
			x, err := Hash(e)
			if err != nil {
				return 0, err
			}
			h = mix(h*31 + x)
		}
		return h, nil
	case *starlark.Function:
		return mix(uint64(uintptr(unsafe.Pointer(v)))), nil
	case *starlark.List, *starlark.Dict, *starlark.Set:
		return 0, Unhashable(TypeName(v))
	case Hasher:
		return v.PyHash()
	}
	h, err := v.Hash()
	return mix(uint64(h)), err
}

// A Hasher has a hash of its own that agrees with its equality; IntHash and
// StringHash help to agree with numbers and strings.
type Hasher interface {
	PyHash() (uint64, error)
}

// IntHash returns the hash of an integer.
func IntHash(i int64) uint64 { return mix(uint64(i)) }

// StringHash returns the hash of a string.
func StringHash(s string) uint64 { return maphash.String(seed, s) }

func hashInt(v starlark.Int) uint64 {
	if i, ok := v.Int64(); ok {
		return mix(uint64(i))
	}
	return maphash.String(seed, v.String())
}

// mix spreads the bits of x.
func mix(x uint64) uint64 {
	x ^= x >> 32
	x *= 0x9e3779b97f4a7c15
	return x ^ x>>29
}

// identity is a hash of a pointer. Go's collector doesn't move what it has
// allocated.
func identity[T any](p *T) uint32 {
	return uint32(mix(uint64(uintptr(unsafe.Pointer(p)))))
}
