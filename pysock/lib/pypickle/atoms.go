package pypickle

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What holds no other objects.

func (p *pickler) saveBool(b bool) {
	switch {
	case p.proto >= 2 && b:
		p.op(opNewTrue)
	case p.proto >= 2:
		p.op(opNewFalse)
	case b:
		p.text(opInt, "01")
	default:
		p.text(opInt, "00")
	}
}

// saveInt saves an int, or a long of Python 2.
func (p *pickler) saveInt(n starlark.Int, long bool) error {
	if i, ok := n.Int64(); ok && !long && (p.py2 || i == int64(int32(i))) {
		switch {
		case p.proto == 0 || i != int64(int32(i)):
			p.text(opInt, strconv.FormatInt(i, 10))
		case i >= 0 && i <= 0xff:
			p.op(opBinInt1, byte(i))
		case i >= 0 && i <= 0xffff:
			p.op(opBinInt2, byte(i), byte(i>>8))
		default:
			p.op(opBinInt, byte(i), byte(i>>8), byte(i>>16), byte(i>>24))
		}
		return nil
	}
	if p.proto < 2 {
		p.text(opLong, n.String()+"L")
		return nil
	}
	b := encodeLong(n.BigInt())
	head := []byte{opLong1, byte(len(b))}
	if len(b) > 0xff {
		if len(b) > math.MaxInt32 {
			return object.OverflowError.Errorf("int too large to pickle")
		}
		head = binary.LittleEndian.AppendUint32([]byte{opLong4}, uint32(len(b)))
	}
	p.op(head...)
	p.out = append(p.out, b...)
	return nil
}

// encodeLong is n in two's complement, little endian, as short as can be.
func encodeLong(n *big.Int) []byte {
	if n.Sign() == 0 {
		return nil
	}
	m := n
	if n.Sign() < 0 {
		m = new(big.Int).Not(n)
	}
	size := m.BitLen()/8 + 1
	if n.Sign() < 0 {
		n = new(big.Int).Add(n, new(big.Int).Lsh(big.NewInt(1), uint(8*size)))
	}
	b := n.FillBytes(make([]byte, size))
	slices.Reverse(b)
	return b
}

// decodeLong is the inverse of encodeLong.
func decodeLong(b []byte) starlark.Int {
	if len(b) <= 8 {
		var u uint64
		for i, c := range b {
			u |= uint64(c) << (8 * i)
		}
		if n := len(b); n > 0 && n < 8 && b[n-1]&0x80 != 0 {
			u |= ^uint64(0) << (8 * n)
		}
		return starlark.MakeInt64(int64(u))
	}
	be := slices.Clone(b)
	slices.Reverse(be)
	n := new(big.Int).SetBytes(be)
	if be[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return starlark.MakeBigInt(n)
}

func (p *pickler) saveFloat(f float64) {
	if p.proto == 0 {
		p.text(opFloat, object.FloatRepr(f))
		return
	}
	p.op(opBinFloat)
	p.out = binary.BigEndian.AppendUint64(p.out, math.Float64bits(f))
}

// saveBytes saves Python 3's bytes, which protocols below 3 know only as a call.
func (p *pickler) saveBytes(v starlark.Bytes) error {
	if p.proto < 3 {
		if len(v) == 0 {
			return p.saveReduce(starlark.Tuple{object.TypesOf(p.rt.Dialect).Bytes, starlark.Tuple{}}, v)
		}
		encode, err := p.global("_codecs", "encode")
		if err != nil {
			return err
		}
		return p.saveReduce(starlark.Tuple{encode, starlark.Tuple{p.rt.Str(latin1(string(v))), latin1Name}}, v)
	}
	return p.bytesData(string(v), v, v)
}

var latin1Name = starlark.String(syntax.Intern("latin1"))

// latin1 is the text whose characters have the numbers of the bytes of s.
func latin1(s string) string {
	if object.IsASCII(s) {
		return s
	}
	b := make([]byte, 0, len(s)+len(s)/2)
	for i := range len(s) {
		b = object.AppendRune(b, rune(s[i]))
	}
	return string(b)
}

// bytesData writes the bytes of v as an object of type bytes.
func (p *pickler) bytesData(s string, v, whole starlark.Value) error {
	op8 := byte(0)
	if p.proto >= 4 {
		op8 = opBinBytes8
	}
	head := sized(len(s), opShortBinBytes, opBinBytes, op8)
	if head.op == 0 {
		return object.OverflowError.Errorf("serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher")
	}
	if err := p.data(p.rt.Current(), head, s, whole); err != nil {
		return err
	}
	return p.memoize(v)
}

// bytearrayData writes bytes as an object of type bytearray.
func (p *pickler) bytearrayData(s string, v starlark.Value) error {
	if err := p.data(p.rt.Current(), sized(len(s), 0, 0, opByteArray8), s, nil); err != nil {
		return err
	}
	return p.memoize(v)
}

// saveString saves Python 2's str.
func (p *pickler) saveString(v starlark.String) error {
	if p.proto == 0 {
		p.text(opString, object.Repr(syntax.Python2, v))
	} else if err := p.data(p.rt.Current(), sized(len(v), opShortBinString, opBinString, 0), string(v), v); err != nil {
		return err
	}
	return p.memoize(v)
}

// saveText saves Python 3's str, or Python 2's unicode.
func (p *pickler) saveText(v starlark.Value, s string) error {
	if p.proto == 0 {
		p.text(opUnicode, rawEscape(s, p.py2))
		return p.memoize(v)
	}
	op1, op8 := byte(0), byte(0)
	if p.proto >= 4 {
		op1, op8 = opShortBinUnicode, opBinUnicode8
	}
	head := sized(len(s), op1, opBinUnicode, op8)
	if head.op == 0 {
		return object.OverflowError.Errorf("serializing a string larger than 4 GiB requires pickle protocol 4 or higher")
	}
	if err := p.data(p.rt.Current(), head, s, nil); err != nil {
		return err
	}
	return p.memoize(v)
}

// rawEscape is the codec raw_unicode_escape, which also escapes what would end
// the line, begin another escape, or not survive in a text file.
func rawEscape(s string, py2 bool) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || c == '\\' || c == '\n' || c == 0 || c == '\r' || c == 0x1a {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for s != "" {
		r, n := object.DecodeRune(s)
		s = s[n:]
		special := r == '\\' || r == '\n' || !py2 && (r == 0 || r == '\r' || r == 0x1a)
		switch {
		case r > 0xffff:
			fmt.Fprintf(&b, "\\U%08x", r)
		case r > 0xff || special:
			fmt.Fprintf(&b, "\\u%04x", r)
		default:
			b.WriteByte(byte(r))
		}
	}
	return b.String()
}
