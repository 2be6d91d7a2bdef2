package pyhashlib

import (
	"encoding/binary"
	"hash"
	"math/bits"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// BLAKE2 with all its parameters: RFC 7693, and "BLAKE2: simpler, smaller, fast
// as MD5", 2013, section 2.8 for salt, person and tree hashing. Words of 32 bits
// are kept in those of 64.

// A variant is BLAKE2b or BLAKE2s.
type variant struct {
	name    string
	word    int // bytes of a word
	rounds  int
	rotate  [4]int
	iv      [8]uint64
	maxNode uint64
}

var (
	blake2b = &variant{name: "blake2b", word: 8, rounds: 12, rotate: [4]int{32, 24, 16, 63}, maxNode: 1<<64 - 1, iv: [8]uint64{
		0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
		0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}}
	blake2s = &variant{name: "blake2s", word: 4, rounds: 10, rotate: [4]int{16, 12, 8, 7}, maxNode: 1<<48 - 1, iv: [8]uint64{
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}}
)

var sigma = [10][16]byte{
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	{14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
	{11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
	{7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
	{9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
	{2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
	{12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
	{13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
	{6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
	{10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0},
}

// A blake is a BLAKE2 hash in the making.
type blake struct {
	*variant
	h        [8]uint64
	length   uint64
	buf      []byte // never empty once there was input: the last block is special
	size     int
	lastNode bool
}

var _ hash.Cloner = (*blake)(nil)

func (v *variant) load(b []byte) uint64 {
	if v.word == 4 {
		return uint64(binary.LittleEndian.Uint32(b))
	}
	return binary.LittleEndian.Uint64(b)
}

func (v *variant) ror(x uint64, n int) uint64 {
	if v.word == 4 {
		return uint64(bits.RotateLeft32(uint32(x), -n))
	}
	return bits.RotateLeft64(x, -n)
}

// start begins with a block of parameters, of 8 words.
func (v *variant) start(params, key []byte, size int, lastNode bool) *blake {
	b := &blake{variant: v, size: size, lastNode: lastNode}
	for i := range b.h {
		b.h[i] = v.iv[i] ^ v.load(params[i*v.word:])
	}
	if len(key) > 0 {
		b.buf = append(append([]byte(nil), key...), make([]byte, b.BlockSize()-len(key))...)
	}
	return b
}

// BlockSize is 128 or 64.
func (b *blake) BlockSize() int { return 16 * b.word }

// Size is the length of the digest.
func (b *blake) Size() int { return b.size }

// Reset isn't asked for.
func (b *blake) Reset() {}

// Write adds data.
func (b *blake) Write(p []byte) (int, error) {
	b.buf = append(b.buf, p...)
	block := b.BlockSize()
	data := b.buf
	for len(data) > block {
		b.length += uint64(block)
		b.compress(data[:block], false)
		data = data[block:]
	}
	b.buf = append(b.buf[:0], data...)
	return len(p), nil
}

// Sum appends the digest.
func (b *blake) Sum(out []byte) []byte {
	c := *b
	c.length += uint64(len(b.buf))
	c.compress(append(append([]byte(nil), b.buf...), make([]byte, b.BlockSize()-len(b.buf))...), true)
	var digest []byte
	for _, x := range c.h {
		if b.word == 4 {
			digest = binary.LittleEndian.AppendUint32(digest, uint32(x))
		} else {
			digest = binary.LittleEndian.AppendUint64(digest, x)
		}
	}
	return append(out, digest[:b.size]...)
}

// Clone copies the state.
func (b *blake) Clone() (hash.Cloner, error) {
	c := *b
	c.buf = append([]byte(nil), b.buf...)
	return &c, nil
}

func (b *blake) compress(block []byte, last bool) {
	mask := uint64(1<<64 - 1)
	if b.word == 4 {
		mask = 1<<32 - 1
	}
	var m, v [16]uint64
	for i := range m {
		m[i] = b.load(block[i*b.word:])
	}
	copy(v[:], b.h[:])
	copy(v[8:], b.iv[:])
	v[12] ^= b.length & mask
	if b.word == 4 {
		v[13] ^= b.length >> 32
	}
	if last {
		v[14] ^= mask
		if b.lastNode {
			v[15] ^= mask
		}
	}
	mix := func(i, j, k, l int, x, y uint64) {
		v[i] = (v[i] + v[j] + x) & mask
		v[l] = b.ror(v[l]^v[i], b.rotate[0])
		v[k] = (v[k] + v[l]) & mask
		v[j] = b.ror(v[j]^v[k], b.rotate[1])
		v[i] = (v[i] + v[j] + y) & mask
		v[l] = b.ror(v[l]^v[i], b.rotate[2])
		v[k] = (v[k] + v[l]) & mask
		v[j] = b.ror(v[j]^v[k], b.rotate[3])
	}
	for round := range b.rounds {
		s := &sigma[round%10]
		for i := range 4 {
			mix(i, i+4, i+8, i+12, m[s[2*i]], m[s[2*i+1]])
		}
		for i := range 4 {
			mix(i, (i+1)%4+4, (i+2)%4+8, (i+3)%4+12, m[s[2*i+8]], m[s[2*i+9]])
		}
	}
	for i := range b.h {
		b.h[i] ^= v[i] ^ v[i+8]
	}
}

// newBlakeClass returns blake2b or blake2s: blake2b(data=b"", /, *,
// digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
// node_offset=0, node_depth=0, inner_size=0, last_node=False,
// usedforsecurity=True). It raises ValueError and OverflowError.
func newBlakeClass(rt *object.Runtime, v *variant) *object.Class {
	c := newHashClass(rt, v.name)
	c.Module = "_blake2"
	c.Doc = "Return a new BLAKE2" + v.name[6:] + " hash object."
	max := 8 * v.word
	c.Attrs = map[string]starlark.Value{
		"MAX_DIGEST_SIZE": starlark.MakeInt(max), "MAX_KEY_SIZE": starlark.MakeInt(max),
		"SALT_SIZE": starlark.MakeInt(2 * v.word), "PERSON_SIZE": starlark.MakeInt(2 * v.word),
	}
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) > 1 {
			return nil, object.TypeError.Errorf("%s() takes at most 1 positional argument (%d given)", v.name, len(args))
		}
		var in input
		var key, salt, person []byte
		size, fanout, depth, nodeDepth, inner := int64(max), int64(1), int64(1), int64(0), int64(0)
		leaf, offset := starlark.Value(starlark.MakeInt(0)), starlark.Value(starlark.MakeInt(0))
		var lastNode bool
		security := true
		if err := object.Keywords(t, v.name, args, kwargs, 0, "", &in, "digest_size", &size, "key", &key, "salt", &salt,
			"person", &person, "fanout", &fanout, "depth", &depth, "leaf_size", &leaf, "node_offset", &offset,
			"node_depth", &nodeDepth, "inner_size", &inner, "last_node", &lastNode, "usedforsecurity", &security); err != nil {
			return nil, err
		}
		leafSize, _ := object.AsInt(leaf)
		nodeOffset, _ := object.AsInt(offset)
		l, okLeaf := leafSize.Uint64()
		o, okOffset := nodeOffset.Uint64()
		switch {
		case size <= 0 || size > int64(max):
			return nil, object.ValueError.Errorf("digest_size must be between 1 and %d bytes", max)
		case len(salt) > 2*v.word:
			return nil, object.ValueError.Errorf("maximum salt length is %d bytes", 2*v.word)
		case len(person) > 2*v.word:
			return nil, object.ValueError.Errorf("maximum person length is %d bytes", 2*v.word)
		case fanout < 0 || fanout > 255:
			return nil, object.ValueError.Errorf("fanout must be between 0 and 255")
		case depth <= 0 || depth > 255:
			return nil, object.ValueError.Errorf("depth must be between 1 and 255")
		case leafSize.Sign() < 0 || nodeOffset.Sign() < 0:
			return nil, object.ValueError.Errorf("value must be positive")
		case !okLeaf || l > 1<<32-1:
			return nil, object.OverflowError.Errorf("leaf_size is too large")
		case !okOffset || o > v.maxNode:
			return nil, object.OverflowError.Errorf("node_offset is too large")
		case nodeDepth < 0 || nodeDepth > 255:
			return nil, object.ValueError.Errorf("node_depth must be between 0 and 255")
		case inner < 0 || inner > int64(max):
			return nil, object.ValueError.Errorf("inner_size must be between 0 and is %d", max)
		case len(key) > max:
			return nil, object.ValueError.Errorf("maximum key length is %d bytes", max)
		}
		params := make([]byte, max)
		params[0], params[1], params[2], params[3] = byte(size), byte(len(key)), byte(fanout), byte(depth)
		binary.LittleEndian.PutUint32(params[4:], uint32(l))
		binary.LittleEndian.PutUint64(params[8:], o)
		if v.word == 8 {
			params[16], params[17] = byte(nodeDepth), byte(inner)
		} else {
			params[14], params[15] = byte(nodeDepth), byte(inner)
		}
		copy(params[4*v.word:], salt)
		copy(params[6*v.word:], person)
		h := &hasher{name: v.name, class: c, state: v.start(params, key, int(size), lastNode)}
		h.state.Write(in.b)
		return h, nil
	}
	return c
}
