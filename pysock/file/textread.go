package file

import (
	"math/big"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A snapshot is the state of a decoder and the bytes that were decoded from
// there on: what tell needs to find the bytes of a character.
type snapshot struct {
	flag starlark.Int
	next []byte
}

// decode decodes a piece and its newlines.
func (x *Text) decode(t *object.Thread, b []byte, final bool) (string, error) {
	s, err := x.dec.decode(t, b, final)
	if err == nil && x.newline != nil {
		s = x.newline.decode(s, final)
	}
	return s, err
}

// decoderState is that of the decoder and of the newlines, as
// IncrementalNewlineDecoder has it.
func (x *Text) decoderState(t *object.Thread) ([]byte, starlark.Int, error) {
	b, flag, err := x.dec.state(t)
	if x.newline != nil {
		flag = flag.Lsh(1)
		if x.newline.pendingCR {
			flag = flag.Or(starlark.MakeInt(1))
		}
	}
	return b, flag, err
}

func (x *Text) setDecoderState(t *object.Thread, b []byte, flag starlark.Int) error {
	if x.newline != nil {
		x.newline.pendingCR = flag.And(starlark.MakeInt(1)).Sign() != 0
		flag = flag.Rsh(1)
	}
	return x.dec.setState(t, b, flag)
}

func (x *Text) resetDecoder(t *object.Thread) error {
	if x.newline != nil {
		x.newline.pendingCR, x.newline.seen = false, 0
	}
	return x.dec.reset(t)
}

// fill reads and decodes the next chunk; at the end it returns false.
func (x *Text) fill(t *object.Thread) (bool, error) {
	var snap *snapshot
	if x.telling {
		b, flag, err := x.decoderState(t)
		if err != nil {
			return false, err
		}
		snap = &snapshot{flag, b}
	}
	p, err := x.under().read1(t, x.chunk)
	if err == errWouldBlock {
		err = object.TypeError.Errorf("underlying read1() should have returned a bytes-like object, not 'NoneType'")
	}
	if err != nil {
		return false, err
	}
	s, err := x.decode(t, p, len(p) == 0)
	if err != nil {
		return false, err
	}
	x.decoded, x.used = s, 0
	if snap != nil {
		snap.next = append(snap.next, p...)
		x.snapshot = snap
	}
	return len(p) > 0 || s != "", nil
}

// read reads n characters, or to the end.
func (x *Text) read(t *object.Thread, n int) (string, error) {
	if err := x.flushPending(t); err != nil {
		return "", err
	}
	if n < 0 {
		p, err := x.under().read(t, -1)
		if err != nil {
			return "", err
		}
		s, err := x.decode(t, p, true)
		if err != nil {
			return "", err
		}
		s = x.decoded[x.used:] + s
		x.decoded, x.used, x.snapshot = "", 0, nil
		return s, nil
	}
	var out strings.Builder
	for n > 0 {
		part := x.decoded[x.used:]
		if cut := runeOffset(part, n); cut < len(part) || runeCount(part) == n {
			x.used += cut
			out.WriteString(part[:cut])
			break
		}
		n -= runeCount(part)
		out.WriteString(part)
		x.used = len(x.decoded)
		more, err := x.fill(t)
		if err != nil {
			return "", err
		}
		if !more {
			break
		}
	}
	return out.String(), nil
}

// readLine reads a line, at most limit characters if that isn't negative.
func (x *Text) readLine(t *object.Thread, limit int) (string, error) {
	if err := x.flushPending(t); err != nil {
		return "", err
	}
	before := "" // of the line, from earlier chunks
	for {
		line := x.decoded[x.used:]
		start := 0 // of the search
		if before != "" {
			start = max(len(before)-len(x.lines.end)+1, 0)
			if x.lines.universal {
				start = len(before)
			}
			line = before + line
		}
		end := x.lines.find(line[start:])
		if end >= 0 {
			end += start
		}
		if limit >= 0 {
			if cut := runeOffset(line, limit); end > cut || end < 0 && (cut < len(line) || runeCount(line) == limit) {
				end = cut
			}
		}
		if end >= 0 {
			x.used += end - len(before)
			return line[:end], nil
		}
		x.used = len(x.decoded)
		more, err := x.fill(t)
		if err != nil {
			return "", err
		}
		if !more {
			x.decoded, x.used, x.snapshot = "", 0, nil
			return line, nil
		}
		before = line
	}
}

// runeCount returns the number of characters of a text.
func runeCount(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// runeOffset returns where character n of a text begins, its length if it has
// fewer.
func runeOffset(s string, n int) int {
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			if n == 0 {
				return i
			}
			n--
		}
	}
	return len(s)
}

// readable checks that the file is open for reading.
func (x *Text) readable(t *object.Thread) error {
	if err := x.ready(t); err != nil {
		return err
	}
	if x.dec == nil {
		return unsupported("not readable")
	}
	return nil
}

// Line reads a line; at the end it is empty.
func (x *Text) Line(t *object.Thread, limit int) (starlark.Value, error) {
	if err := x.readable(t); err != nil {
		return nil, err
	}
	s, err := x.readLine(t, limit)
	if err != nil {
		return nil, err
	}
	return t.RT.Unicode(s), nil
}

// All reads n characters, or to the end.
func (x *Text) All(t *object.Thread, n int) (starlark.Value, error) {
	if err := x.readable(t); err != nil {
		return nil, err
	}
	s, err := x.read(t, n)
	if err != nil {
		return nil, err
	}
	return t.RT.Unicode(s), nil
}

// NextValue returns the next line; tell doesn't work until the last is read.
func (x *Text) NextValue(t *object.Thread) (starlark.Value, error) {
	if err := x.readable(t); err != nil {
		return nil, err
	}
	x.telling = false
	s, err := x.readLine(t, -1)
	if err != nil {
		return nil, err
	}
	if s == "" {
		x.telling, x.snapshot = x.seekable, nil
		return nil, nil
	}
	return t.RT.Unicode(s), nil
}

// Iterate walks the lines.
func (x *Text) Iterate() starlark.Iterator { return linesOf(x, x.rt) }

// A cookie is what tell returns: a position in bytes, and where a character
// begins within what is decoded from there. The numbers beside the position are
// 0 where the position alone will do. Its layout is CPython's.
type cookie struct {
	start int64
	flag  starlark.Int // the decoder's
	feed  int64        // bytes to decode
	skip  int64        // characters to skip of these
	eof   bool
}

const cookieField = 64

func (c cookie) value(rt *object.Runtime) starlark.Value {
	if c.flag.Sign() == 0 && c.feed == 0 && c.skip == 0 && !c.eof {
		return long(rt, c.start)
	}
	n := big.NewInt(0)
	add := func(v *big.Int, field uint) { n.Or(n, new(big.Int).Lsh(v, field*cookieField)) }
	add(big.NewInt(c.start), 0)
	add(c.flag.BigInt(), 1)
	add(big.NewInt(c.feed), 2)
	add(big.NewInt(c.skip), 3)
	if c.eof {
		add(big.NewInt(1), 4)
	}
	return starlark.MakeBigInt(n)
}

func parseCookie(v starlark.Int) cookie {
	n := v.BigInt()
	mask := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), cookieField), big.NewInt(1))
	field := func(i uint) *big.Int { return new(big.Int).And(new(big.Int).Rsh(n, i*cookieField), mask) }
	return cookie{
		start: field(0).Int64(), flag: starlark.MakeBigInt(field(1)),
		feed: field(2).Int64(), skip: field(3).Int64(), eof: field(4).Sign() != 0,
	}
}
