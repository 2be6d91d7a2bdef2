package builtins

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
)

// The encodings of all of Unicode.

const noSurrogates = "surrogates not allowed"

// utf8Codec is UTF-8; mark says whether it begins with U+FEFF (utf-8-sig).
func utf8Codec(name2, name3 string, mark bool) *codec {
	const bom = "\ufeff"
	var unmarked *codec
	if mark {
		unmarked = utf8Codec(name2, name3, false)
	}
	return &codec{
		name:     [2]string{name2, name3},
		plain:    !mark,
		unmarked: unmarked,
		encode: func(c *coding, text string) ([]byte, error) {
			var prefix []byte
			if mark {
				prefix = []byte(bom)
			}
			if utf8.ValidString(text) {
				return append(prefix, text...), nil
			}
			if py2(c.t) {
				return appendPaired(prefix, text), nil
			}
			b, err := c.eachRune(text, noSurrogates, func(b []byte, r rune) ([]byte, bool) {
				if isSurrogate(r) {
					return b, false
				}
				return utf8.AppendRune(b, r), true
			})
			return append(prefix, b...), err
		},
		decode: func(c *coding, b []byte) (string, error) {
			if !mark || c.order != unordered {
				return decodeUTF8(c, b)
			}
			if c.partial && len(b) < 3 && strings.HasPrefix(bom, string(b)) {
				c.stop(b, 0)
				return "", nil
			}
			c.order = markedLittle
			return decodeUTF8(c, bytes.TrimPrefix(b, []byte(bom)))
		},
	}
}

// appendPaired appends text whose surrogates Python 2 encodes: two of a pair as
// the character that they stand for, others as they are.
func appendPaired(b []byte, text string) []byte {
	rs := object.Runes(text)
	for i := 0; i < len(rs); i++ {
		if i+1 < len(rs) {
			if r := utf16.DecodeRune(rs[i], rs[i+1]); r != utf8.RuneError {
				b = utf8.AppendRune(b, r)
				i++
				continue
			}
		}
		b = object.AppendRune(b, rs[i])
	}
	return b
}

func isSurrogate(r rune) bool { return r >= 0xd800 && r <= 0xdfff }

func decodeUTF8(c *coding, b []byte) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); {
		if r, n := utf8.DecodeRune(b[i:]); r != utf8.RuneError || n > 1 {
			out = append(out, b[i:i+n]...)
			i += n
			continue
		}
		n, reason := utf8Fault(b[i:])
		if reason == "invalid continuation byte" && py2(c.t) && cutShort(b[i:]) {
			reason = "unexpected end of data"
		}
		if n == 1 && b[i] == 0xed && i+2 < len(b) && b[i+1] >= 0xa0 && b[i+1] <= 0xbf && b[i+2]&0xc0 == 0x80 &&
			(py2(c.t) || c.errors == "surrogatepass") {
			out = append(out, b[i:i+3]...) // a surrogate, as object.Text keeps them
			i += 3
			continue
		}
		if c.partial && (reason == "unexpected end of data" || py2(c.t) && n == 1 && cutShort(b[i:]) && surrogateBegins(b[i:])) {
			c.stop(b, i)
			break
		}
		s, next, err := c.undecodable(b, i, i+n, reason)
		if err != nil {
			return "", err
		}
		out = append(out, s...)
		i = next
	}
	return string(out), nil
}

// surrogateBegins reports whether b begins as a surrogate would.
func surrogateBegins(b []byte) bool {
	return b[0] == 0xed && (len(b) == 1 || b[1] >= 0xa0 && b[1] <= 0xbf)
}

// cutShort reports whether b ends before the character that it begins with
// would. Python 2 looks at that first.
func cutShort(b []byte) bool {
	return b[0] >= 0xf0 && len(b) < 4 || b[0] >= 0xe0 && len(b) < 3 || len(b) < 2
}

// utf8Fault tells how many bytes at the beginning of b are wrong, and why.
func utf8Fault(b []byte) (int, string) {
	c := b[0]
	need := 0
	lo, hi := byte(0x80), byte(0xbf)
	switch {
	case c >= 0xc2 && c <= 0xdf:
		need = 1
	case c >= 0xe0 && c <= 0xef:
		need = 2
		if c == 0xe0 {
			lo = 0xa0
		} else if c == 0xed {
			hi = 0x9f
		}
	case c >= 0xf0 && c <= 0xf4:
		need = 3
		if c == 0xf0 {
			lo = 0x90
		} else if c == 0xf4 {
			hi = 0x8f
		}
	default:
		return 1, "invalid start byte"
	}
	for i := 1; i <= need; i++ {
		if i == len(b) {
			return i, "unexpected end of data"
		}
		if b[i] < lo || b[i] > hi {
			return i, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xbf
	}
	return 1, "invalid start byte" // not reached: b is invalid
}

// utf16Codec and utf32Codec: order is nil where a mark at the beginning tells
// the order of bytes; without one it is little-endian, as on CPython's usual
// machines.
func utf16Codec(name2, name3 string, order binary.AppendByteOrder) *codec {
	var unmarked *codec
	if order == nil {
		unmarked = utf16Codec(name2, name3, nativeOrder)
	}
	return &codec{
		name:     [2]string{name2, name3},
		unmarked: unmarked,
		unit:     2,
		encode: func(c *coding, text string) ([]byte, error) {
			w, prefix := order, []byte(nil)
			if w == nil {
				w, prefix = nativeOrder, []byte{0xff, 0xfe}
			}
			b, err := c.eachRune(text, noSurrogates, func(b []byte, r rune) ([]byte, bool) {
				switch {
				case isSurrogate(r) && !py2(c.t):
					return b, false
				case r >= 0x10000:
					r -= 0x10000
					b = w.AppendUint16(b, uint16(0xd800+r>>10))
					return w.AppendUint16(b, uint16(0xdc00+r&0x3ff)), true
				}
				return w.AppendUint16(b, uint16(r)), true
			})
			return append(prefix, b...), err
		},
		decode: decodeUTF16(name3, order),
	}
}

// The order of bytes that a decoder has found out from the mark.
type order int

const (
	unordered order = iota
	markedLittle
	markedBig
)

// byteOrder reads the mark, if there may be one.
func (c *coding) byteOrder(given binary.AppendByteOrder, b []byte, size int) (o binary.ByteOrder, big bool, skip int) {
	if given != nil {
		big = given.String() == binary.BigEndian.String()
	} else if c.order != unordered {
		big = c.order == markedBig
	} else if len(b) >= size {
		switch le, be := b[0] == 0xff && b[1] == 0xfe, b[size-2] == 0xfe && b[size-1] == 0xff; {
		case size == 2 && le, size == 4 && le && b[2] == 0 && b[3] == 0:
			skip = size
		case size == 2 && be, size == 4 && be && b[0] == 0 && b[1] == 0:
			big, skip = true, size
		}
		c.order = markedLittle
		if big {
			c.order = markedBig
		}
	}
	if big {
		return binary.BigEndian, true, skip
	}
	return binary.LittleEndian, false, skip
}

// labelOrder sets the name that Python 3's messages give.
func (c *coding) labelOrder(base string, big bool) {
	if py2(c.t) {
		return
	}
	c.label = base + "-le"
	if big {
		c.label = base + "-be"
	}
}

// eachCharacter decodes b from i on. step decodes the character that a slice
// begins with, and says how many bytes it takes; or what is wrong with these
// bytes, and whether more of them could mend it.
func (c *coding) eachCharacter(b []byte, i int, step func(b []byte) (r rune, n int, reason string, cut bool)) (string, error) {
	out := make([]byte, 0, len(b))
	for i < len(b) {
		r, n, reason, cut := step(b[i:])
		switch {
		case reason == "":
			out = object.AppendRune(out, r)
			i += n
		case cut && c.partial:
			c.stop(b, i)
			return string(out), nil
		default:
			s, next, err := c.undecodable(b, i, i+n, reason)
			if err != nil {
				return "", err
			}
			out, i = append(out, s...), next
		}
	}
	return string(out), nil
}

func decodeUTF16(name string, order binary.AppendByteOrder) func(c *coding, b []byte) (string, error) {
	return func(c *coding, b []byte) (string, error) {
		o, big, start := c.byteOrder(order, b, 2)
		c.labelOrder("utf-16", big)
		return c.eachCharacter(b, start, func(b []byte) (rune, int, string, bool) {
			if len(b) < 2 {
				return 0, 1, "truncated data", true
			}
			r := rune(o.Uint16(b))
			switch {
			case !isSurrogate(r):
				return r, 2, "", false
			case r >= 0xdc00:
				return 0, 2, "illegal encoding", false
			case len(b) < 4:
				return 0, len(b), "unexpected end of data", true
			}
			low := rune(o.Uint16(b[2:]))
			if low < 0xdc00 || low > 0xdfff {
				return 0, 2, "illegal UTF-16 surrogate", false
			}
			return 0x10000 + (r-0xd800)<<10 + low - 0xdc00, 4, "", false
		})
	}
}

func utf32Codec(name2, name3 string, order binary.AppendByteOrder) *codec {
	var unmarked *codec
	if order == nil {
		unmarked = utf32Codec(name2, name3, nativeOrder)
	}
	return &codec{
		name:     [2]string{name2, name3},
		unmarked: unmarked,
		unit:     4,
		encode: func(c *coding, text string) ([]byte, error) {
			w, prefix := order, []byte(nil)
			if w == nil {
				w, prefix = nativeOrder, []byte{0xff, 0xfe, 0, 0}
			}
			b, err := c.eachRune(text, noSurrogates, func(b []byte, r rune) ([]byte, bool) {
				if isSurrogate(r) && !py2(c.t) {
					return b, false
				}
				return w.AppendUint32(b, uint32(r)), true
			})
			return append(prefix, b...), err
		},
		decode: func(c *coding, b []byte) (string, error) {
			o, big, start := c.byteOrder(order, b, 4)
			c.labelOrder("utf-32", big)
			return c.eachCharacter(b, start, func(b []byte) (rune, int, string, bool) {
				if len(b) < 4 {
					return 0, len(b), "truncated data", true
				}
				r := o.Uint32(b)
				switch {
				case r > 0x10ffff:
					return 0, 4, "code point not in range(0x110000)", false
				case isSurrogate(rune(r)) && !py2(c.t):
					return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)", false
				}
				return rune(r), 4, "", false
			})
		},
	}
}
