package object

import (
	"math"
	"math/big"
	"math/bits"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// CPython's own hashes, for hash() and for the order in which it would keep
// elements. A Dict doesn't use them: see Hash. (Library reference, "Hashing of
// numeric types"; Objects/{int,long,float,complex,string,tuple,set}object.c.)

// A PublicHasher is a number that has a hash by CPython's rules.
type PublicHasher interface {
	PublicHash(d syntax.Dialect) int64
}

// PublicHash returns hash(v) where CPython's is the same in every process: that
// of numbers, tuples and frozensets of them, in Python 2 of strings, and as far as
// a table goes by it None's.
func PublicHash(d syntax.Dialect, v starlark.Value) (h int64, ok bool) {
	if h, ok := placed(d, v); ok {
		return [...]int64{image2, image3}[dialectIndex(d)] | h, true
	}
	whole := Unwrap(v)
	switch v := whole.(type) {
	case Bool:
		if v {
			return 1, true
		}
		return 0, true
	case starlark.Float:
		if f := float64(v); f != f {
			if d == syntax.Python2 {
				return 0, true
			}
			return int64(ID(whole) >> 4), true // as object.__hash__ has it
		}
		return HashFloat(d, float64(v)), true
	case starlark.String:
		if d == syntax.Python2 {
			return hashString2(string(v), len(v), func(i int) uint64 { return uint64(v[i]) }), true
		}
		return 0, v == ""
	case starlark.Bytes:
		return 0, v == ""
	case *Text:
		if d == syntax.Python2 {
			rs := Runes(v.s)
			return hashString2(v.s, len(rs), func(i int) uint64 { return uint64(rs[i]) }), true
		}
	case starlark.Tuple:
		return hashTuple(d, v)
	case *StructSeq:
		return hashTuple(d, v.Tuple())
	case *Set:
		if v.Frozen {
			return hashFrozenset(d, v)
		}
	case PublicHasher:
		return v.PublicHash(d), true
	default:
		if n, isInt := AsInt(v); isInt {
			return hashInteger(d, n), true
		}
	}
	return 0, false
}

// What lies in CPython's own image has its address for a hash, whose last bits the
// linker gave it: see placed. These stand for the others.
const (
	image2 = 0x7fd895bc200
	image3 = 0x7f340360000
)

// notError replaces -1, which is how C's functions say that they failed.
func notError(h int64) int64 {
	if h == -1 {
		return -2
	}
	return h
}

const hashBits = 61 // Python 3's numbers are hashed modulo 2**61 - 1

func hashInteger(d syntax.Dialect, n starlark.Int) int64 {
	i, ok := n.Int64()
	if d == syntax.Python2 && ok {
		return notError(i)
	}
	if ok && i > -1<<hashBits+1 && i < 1<<hashBits-1 {
		return notError(i)
	}
	modulus := uint64(1)<<hashBits - 1
	if d == syntax.Python2 {
		modulus = math.MaxUint64
	}
	x := n.BigInt()
	h := int64(new(big.Int).Mod(new(big.Int).Abs(x), new(big.Int).SetUint64(modulus)).Uint64())
	if h == 0 && d == syntax.Python2 {
		h = -1 // what is carried round comes to the modulus itself, never to 0
	}
	if x.Sign() < 0 {
		h = -h
	}
	return notError(h)
}

// HashFloat is the hash of a float that isn't NaN.
func HashFloat(d syntax.Dialect, f float64) int64 {
	switch {
	case math.IsInf(f, 1):
		return 314159
	case math.IsInf(f, -1):
		if d == syntax.Python2 {
			return -271828
		}
		return -314159
	case f == math.Trunc(f):
		n, _ := starlark.NumberToInt(starlark.Float(f))
		return hashInteger(d, n)
	}
	m, e := math.Frexp(f)
	if d == syntax.Python2 {
		m *= 1 << 31
		high := math.Trunc(m)
		return notError(int64(high) + int64((m-high)*(1<<31)) + int64(e)<<15)
	}
	// f is m * 2**e, and 2**61 is 1 by this modulus.
	const modulus = 1<<hashBits - 1
	rotate := func(x uint64, n int) uint64 { return x<<n&modulus | x>>(hashBits-n) }
	sign := int64(1)
	if m < 0 {
		sign, m = -1, -m
	}
	x := uint64(0)
	for m != 0 {
		x = rotate(x, 28)
		m *= 1 << 28
		e -= 28
		y := math.Trunc(m)
		m -= y
		if x += uint64(y); x >= modulus {
			x -= modulus
		}
	}
	e = (e%hashBits + hashBits) % hashBits
	return notError(sign * int64(rotate(x, e)))
}

func hashString2(s string, n int, at func(i int) uint64) int64 {
	if s == "" {
		return 0
	}
	x := at(0) << 7
	for i := range n {
		x = 1000003*x ^ at(i)
	}
	return notError(int64(x ^ uint64(n)))
}

func hashTuple(d syntax.Dialect, t starlark.Tuple) (int64, bool) {
	const prime1, prime2, prime5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	x, mult := uint64(prime5), uint64(1000003)
	if d == syntax.Python2 {
		x = 0x345678
	}
	for i, e := range t {
		h, ok := PublicHash(d, e)
		if !ok {
			return 0, false
		}
		if d == syntax.Python2 {
			x = (x ^ uint64(h)) * mult
			mult += 82520 + 2*uint64(len(t)-i-1)
		} else {
			x = bits.RotateLeft64(x+uint64(h)*prime2, 31) * prime1
		}
	}
	if d == syntax.Python2 {
		return notError(int64(x + 97531)), true
	}
	if x += uint64(len(t)) ^ (prime5 ^ 3527539); x == math.MaxUint64 {
		return 1546275796, true
	}
	return int64(x), true
}

func hashFrozenset(d syntax.Dialect, s *Set) (int64, bool) {
	x := uint64(0)
	for _, e := range s.Elems() {
		h, ok := PublicHash(d, e)
		if !ok {
			return 0, false
		}
		x ^= (uint64(h) ^ 89869747 ^ uint64(h)<<16) * 3644798167
	}
	x ^= uint64(s.Len()+1) * 1927868237
	if d != syntax.Python2 {
		x ^= x>>11 ^ x>>25
	}
	x = x*69069 + 907133923
	if x == math.MaxUint64 {
		return 590923713, true
	}
	return int64(x), true
}
