package object

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Text is a Unicode string that counts in code points: Python 3's str where
// it isn't ASCII, and every Python 2 unicode, so that its repr keeps the u.
//
// Its bytes are UTF-8, but a lone surrogate (surrogateescape makes them) is
// kept in the three bytes that UTF-8 would have given it, so all loops over
// code points go through decode, not through Go's range.
type Text struct {
	s     string
	n     int  // length in code points
	ascii bool // n == len(s)
	// unicode is set for Python 2's unicode: all that is made from it is a
	// Text again, where Python 3's str falls back to starlark.String.
	unicode bool
}

var (
	_ starlark.Sliceable  = (*Text)(nil)
	_ starlark.Comparable = (*Text)(nil)
	_ starlark.HasBinary  = (*Text)(nil)
)

// NewText returns a Python 2 unicode.
func NewText(s string) *Text { return newText(s, true) }

func newText(s string, unicode bool) *Text {
	n := countRunes(s)
	return &Text{s, n, n == len(s), unicode}
}

// NewStr returns dialect d's native string for s.
func NewStr(d syntax.Dialect, s string) starlark.Value {
	if d == syntax.Python3 && !IsASCII(s) {
		return newText(s, false)
	}
	return starlark.String(s)
}

// String3 returns Python 3's str for s.
func String3(s string) starlark.Value { return NewStr(syntax.Python3, s) }

// IsASCII reports whether all bytes of s are below 0x80.
func IsASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decode returns the first code point of s, surrogates included, and its size.
func decode(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] <= 0xBF && s[2]&0xC0 == 0x80 {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// AppendRune appends a code point, a surrogate in its three bytes.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r <= 0xDFFF {
		return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// Runes returns the code points of the text s.
func Runes(s string) []rune {
	rs := make([]rune, 0, len(s))
	for s != "" {
		r, n := decode(s)
		rs = append(rs, r)
		s = s[n:]
	}
	return rs
}

func countRunes(s string) int {
	if IsASCII(s) {
		return len(s)
	}
	n := 0
	for s != "" {
		_, size := decode(s)
		s = s[size:]
		n++
	}
	return n
}

// offset returns the byte offset of code point i of s.
func offset(s string, i int) int {
	at := 0
	for ; i > 0 && at < len(s); i-- {
		_, n := decode(s[at:])
		at += n
	}
	return at
}

// runeAt returns code point i of s, or -1.
func runeAt(s string, i int) rune {
	if at := offset(s, i); i >= 0 && at < len(s) {
		r, _ := decode(s[at:])
		return r
	}
	return -1
}

// Value returns the UTF-8 bytes.
func (t *Text) Value() string { return t.s }

// String returns the repr as Python 3 prints it.
func (t *Text) String() string { return Repr(syntax.Python3, t) }

// Type returns "str"; TypeName says "unicode" in Python 2.
func (t *Text) Type() string { return "text" }

// Freeze does nothing.
func (t *Text) Freeze() {}

// Truth reports whether the text isn't empty.
func (t *Text) Truth() starlark.Bool { return t.s != "" }

// Hash is that of the equal starlark.String.
func (t *Text) Hash() (uint32, error) { return starlark.String(t.s).Hash() }

// Len returns the number of code points.
func (t *Text) Len() int { return t.n }

// Index returns the text of one code point.
func (t *Text) Index(i int) starlark.Value {
	if t.ascii {
		return t.same(t.s[i : i+1])
	}
	at := offset(t.s, i)
	_, n := decode(t.s[at:])
	return t.same(t.s[at : at+n])
}

// same returns a text of t's type.
func (t *Text) same(s string) starlark.Value {
	if t.unicode {
		return NewText(s)
	}
	return String3(s)
}

// Slice returns a part.
func (t *Text) Slice(start, end, step int) starlark.Value {
	if step == 1 {
		if t.ascii {
			return t.same(t.s[start:end])
		}
		from := offset(t.s, start)
		return t.same(t.s[from : from+offset(t.s[from:], end-start)])
	}
	rs := Runes(t.s)
	var b []byte
	sign := 1
	if step < 0 {
		sign = -1
	}
	for i := start; sign*(end-i) > 0; i += step {
		b = AppendRune(b, rs[i])
	}
	return t.same(string(b))
}

// CompareSameType compares by code point.
func (t *Text) CompareSameType(op starsyntax.Token, y starlark.Value, depth int) (bool, error) {
	return threeway(op, compareText(t.s, y.(*Text).s)), nil
}

// compareText orders by code point. The order of UTF-8 bytes is the same.
func compareText(a, b string) int { return strings.Compare(a, b) }

// Binary is text + text and text * n.
func (t *Text) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch y := y.(type) {
	case *Operator:
		if op == Infix {
			return y.apply(t)
		}
	case *Text:
		if op == starsyntax.PLUS && side == starlark.Left {
			return t.same(t.s + y.s), nil
		}
	case starlark.String:
		if op == starsyntax.PLUS {
			s := string(y)
			if t.unicode && !IsASCII(s) { // Python 2: str + unicode decodes the str
				return nil, decodeFailure(s)
			}
			if side == starlark.Left {
				return t.same(t.s + s), nil
			}
			return t.same(s + t.s), nil
		}
	case starlark.Int:
		if op == starsyntax.STAR {
			v, err := starlark.Binary(op, starlark.String(t.s), y)
			if err != nil {
				return nil, err
			}
			return t.same(string(v.(starlark.String))), nil
		}
	}
	return nil, nil
}

// decodeFailure is the UnicodeDecodeError of Python 2's implicit decoding.
func decodeFailure(s string) error {
	i := 0
	for s[i] < utf8.RuneSelf {
		i++
	}
	return UnicodeDecodeError.New(starlark.String("ascii"), starlark.String(s),
		starlark.MakeInt(i), starlark.MakeInt(i+1), starlark.String("ordinal not in range(128)"))
}

// Mixed is the UnicodeDecodeError of a str that meets a unicode and isn't ASCII,
// nil if it is, or where they are of one kind. (Python 2)
func Mixed(x, y starlark.Value) error {
	s, ok := x.(starlark.String)
	t, text := y.(*Text)
	if !ok {
		s, ok = y.(starlark.String)
		t, text = x.(*Text)
	}
	if ok && text && t.unicode && !IsASCII(string(s)) {
		return decodeFailure(string(s))
	}
	return nil
}

// EncodeASCII returns the bytes of a text that is all ASCII, or the
// UnicodeEncodeError of Python 2's implicit encoding.
func EncodeASCII(t *Text) ([]byte, error) {
	if t.ascii {
		return []byte(t.s), nil
	}
	rs := Runes(t.s)
	i := 0
	for rs[i] < utf8.RuneSelf {
		i++
	}
	j := i
	for j < len(rs) && rs[j] >= utf8.RuneSelf {
		j++
	}
	return nil, UnicodeEncodeError.New(starlark.String("ascii"), t,
		starlark.MakeInt(i), starlark.MakeInt(j), starlark.String("ordinal not in range(128)"))
}

// Encodable returns the UnicodeEncodeError of a text that UTF-8 has no bytes
// for, as it has a lone surrogate; nil if it has none.
func Encodable(v starlark.Value) error {
	t, ok := Unwrap(v).(*Text)
	if !ok || utf8.ValidString(t.s) {
		return nil
	}
	rs := Runes(t.s)
	i := slices.IndexFunc(rs, isSurrogate)
	if i < 0 {
		return nil
	}
	j := i
	for j < len(rs) && isSurrogate(rs[j]) {
		j++
	}
	return UnicodeEncodeError.New(starlark.String("utf-8"), v,
		starlark.MakeInt(i), starlark.MakeInt(j), starlark.String("surrogates not allowed"))
}

func isSurrogate(r rune) bool { return r >= 0xD800 && r < 0xE000 }

// AsText returns the text of a string value as UTF-8: a Python 3 str, a Python
// 2 unicode, or the bytes of a Python 2 str as they are.
func AsText(v starlark.Value) (string, bool) {
	switch v := v.(type) {
	case starlark.String:
		return string(v), true
	case *Text:
		return v.s, true
	case *Instance:
		if v.Base != nil {
			return AsText(v.Base)
		}
	}
	return "", false
}

// A BytesLike value gives access to its bytes: bytearray, memoryview.
type BytesLike interface {
	starlark.Value
	Bytes() []byte
}

// AsBytes returns the bytes of a value that holds bytes whatever the dialect:
// Python 3's bytes, a bytearray. A starlark.String isn't one of them: it is
// bytes in Python 2 and .star, but text in Python 3; see Thread.Buffer.
func AsBytes(v starlark.Value) ([]byte, bool) {
	switch v := v.(type) {
	case starlark.Bytes:
		return []byte(v), true
	case BytesLike:
		return v.Bytes(), true
	case *Instance:
		if v.Base != nil {
			return AsBytes(v.Base)
		}
	}
	return nil, false
}

// CheckBuffer fails if v's bytes were given back, or if contiguous aren't one
// run of memory.
func CheckBuffer(v starlark.Value, contiguous bool) error {
	if x, ok := Unwrap(v).(interface{ CheckBuffer(contiguous bool) error }); ok {
		return x.CheckBuffer(contiguous)
	}
	return nil
}

// DecodeRune returns the first code point of s, a lone surrogate included, and
// its size; see Text.
func DecodeRune(s string) (rune, int) { return decode(s) }

// IsUnicode reports whether the text is a Python 2 unicode.
func (t *Text) IsUnicode() bool { return t.unicode }
