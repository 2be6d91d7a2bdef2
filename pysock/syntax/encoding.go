package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A charset is an encoding that a source file can be in. Only encodings that
// contain ASCII are known: UTF-8 and those of one byte a character.
type charset struct {
	name string
	high *[128]rune // the characters of the upper half; nil for UTF-8; 0: undefined
}

var utf8Charset = &charset{name: "utf-8"}

// charsets are the known encodings, by normalized name. An encoding is given
// by what the bytes from 0x80 on mean: as ranges that equal Latin-1, and text
// for the rest, in which a blank stands for an undefined byte.
var charsets = map[string]*charset{}

func init() {
	add := func(c *charset, names ...string) {
		for _, n := range names {
			charsets[n] = c
		}
	}
	add(utf8Charset, "utf-8", "utf8", "u8", "utf", "utf-8-sig", "cp65001")
	add(newCharset("ascii", 0x80, strings.Repeat(" ", 128)), "ascii", "us-ascii", "646", "ansi-x3.4-1968")
	add(newCharset("iso-8859-1", 0, ""),
		"iso-8859-1", "latin-1", "latin1", "latin", "l1", "iso8859-1", "8859", "cp819", "iso-latin-1")
	latin9 := newCharset("iso-8859-15", 0, "")
	for b, r := range map[byte]rune{0xa4: '€', 0xa6: 'Š', 0xa8: 'š', 0xb4: 'Ž', 0xb8: 'ž', 0xbc: 'Œ', 0xbd: 'œ', 0xbe: 'Ÿ'} {
		latin9.high[b-0x80] = r
	}
	add(latin9, "iso-8859-15", "iso8859-15", "latin-9", "latin9", "l9")
	add(newCharset("cp1252", 0x80, "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"), "cp1252", "windows-1252", "1252")
	add(newCharset("cp1251", 0x80, "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\x00™љ›њќћџ"+
		"\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї"+
		"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"), "cp1251", "windows-1251", "1251")
	add(newCharset("koi8-r", 0x80, "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"+
		"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"), "koi8-r", "koi8r", "cskoi8r")
}

// newCharset makes an encoding that is Latin-1 except for the characters of
// text, which start at first.
func newCharset(name string, first int, text string) *charset {
	c := &charset{name: name, high: new([128]rune)}
	for i := range c.high {
		c.high[i] = rune(0x80 + i)
	}
	i := first - 0x80
	for _, r := range text {
		if r == ' ' {
			r = 0
		}
		c.high[i] = r
		i++
	}
	return c
}

// decode returns src as UTF-8; bad is the offset of the first byte that has no
// meaning, or -1.
func (c *charset) decode(src []byte) (text string, bad int) {
	if c.high == nil {
		return string(src), invalidUTF8(src)
	}
	n := 0
	for _, b := range src {
		if b >= 0x80 {
			n++
		}
	}
	if n == 0 {
		return string(src), -1
	}
	out := make([]byte, 0, len(src)+2*n)
	for i, b := range src {
		if b < 0x80 {
			out = append(out, b)
		} else if r := c.high[b-0x80]; r == 0 {
			return "", i
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out), -1
}

// encode returns text, which was decoded from c, in c.
func (c *charset) encode(text string) string {
	if c.high == nil || isASCII(text) {
		return text
	}
	out := make([]byte, 0, len(text))
	for _, r := range text {
		if r < 0x80 {
			out = append(out, byte(r))
			continue
		}
		for i, h := range c.high {
			if h == r {
				out = append(out, byte(0x80+i))
				break
			}
		}
	}
	return string(out)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// invalidUTF8 returns the offset of the first byte that isn't UTF-8, or -1.
func invalidUTF8(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// decode turns a file into UTF-8 text with plain newlines, after its byte-order
// mark and its encoding declaration (PEP 263).
//
// A Python 2 file without a declaration should be ASCII; here UTF-8 will do,
// because programs copied from a page have no declaration and any dash or quote
// in a comment would keep them from running.
func decode(path string, src []byte, py2, isText bool) (string, *charset, *Error) {
	fault := func(line int32, kind ErrorKind, format string, args ...any) *Error {
		return &Error{Kind: kind, Path: path, Span: Span{Start: Pos{line, 1}}, Msg: fmt.Sprintf(format, args...)}
	}
	enc := utf8Charset
	declared := ""
	if !isText {
		bom := bytes.HasPrefix(src, []byte("\ufeff"))
		if bom {
			src = src[3:]
		}
		var line int32
		if declared, line = declaration(src); declared != "" {
			var ok bool
			enc, ok = charsets[normalizeEncoding(declared)]
			if !ok {
				return "", nil, fault(0, SyntaxError, "unknown encoding: %s", declared)
			}
			if bom && normalizeEncoding(declared) != "utf-8" {
				return "", nil, fault(line, SyntaxError, "encoding problem: %s with BOM", declared)
			}
		} else if bom {
			declared = "utf-8"
		}
	}
	text, bad := enc.decode(src)
	if bad >= 0 {
		line := int32(1 + bytes.Count(src[:bad], []byte("\n")))
		switch {
		case isText || declared != "":
			return "", nil, fault(line, SyntaxError, "(unicode error) '%s' codec can't decode byte 0x%02x in position %d", enc.name, src[bad], bad)
		case py2:
			return "", nil, fault(line, SyntaxError, `Non-ASCII character '\x%02x' in file %s on line %d, but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details`, src[bad], path, line)
		}
		return "", nil, fault(line, SyntaxError, `Non-UTF-8 code starting with '\x%02x' in file %s on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details`, src[bad], path, line)
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		if isText {
			return "", nil, fault(0, ValueError, "source code string cannot contain null bytes")
		}
		return "", nil, fault(int32(1+strings.Count(text[:i], "\n")), SyntaxError, "source code cannot contain null bytes")
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	return text, enc, nil
}

// declaration returns the encoding that a comment in the first two lines
// declares, and that line's number. The second line counts only if the first
// holds no code.
func declaration(src []byte) (string, int32) {
	for line := int32(1); line <= 2; line++ {
		text, rest, _ := bytes.Cut(src, []byte("\n"))
		if i := bytes.IndexByte(text, '\r'); i >= 0 && i < len(text)-1 {
			text, rest = text[:i], src[i+1:]
		}
		src = rest
		text = bytes.Trim(text, " \t\f\r")
		if len(text) == 0 {
			continue
		}
		if text[0] != '#' {
			break
		}
		for {
			i := bytes.Index(text, []byte("coding"))
			if i < 0 {
				break
			}
			text = text[i+len("coding"):]
			if len(text) == 0 || text[0] != ':' && text[0] != '=' {
				continue
			}
			v := bytes.TrimLeft(text[1:], " \t")
			n := 0
			for n < len(v) && (class[v[n]] == cLetter || class[v[n]] == cDigit || v[n] == '-' || v[n] == '.') {
				n++
			}
			if n > 0 {
				return string(v[:n]), line
			}
		}
	}
	return "", 0
}

// normalizeEncoding reduces the spellings of an encoding to one.
func normalizeEncoding(name string) string {
	name = strings.ReplaceAll(strings.ToLower(name), "_", "-")
	for _, p := range [...]string{"utf-8-", "latin-1-", "iso-8859-1-", "iso-latin-1-"} {
		if strings.HasPrefix(name, p) { // utf-8-unix and the like, after Emacs
			return p[:len(p)-1]
		}
	}
	return name
}

// normalize gives the full-width and mathematical forms of ASCII letters and
// digits in an identifier their plain form. Of Python's NFKC this is what can be
// had without tables; names in other compatibility forms stay as written.
func normalize(name string) string {
	if isASCII(name) {
		return name
	}
	return strings.Map(func(r rune) rune {
		switch {
		case 0xff01 <= r && r <= 0xff5e:
			return r - 0xff01 + '!'
		case 0x1d400 <= r && r < 0x1d6a4: // A to Z, a to z, in style after style
			if i := (r - 0x1d400) % 52; i < 26 {
				return 'A' + i
			} else {
				return 'a' + i - 26
			}
		case 0x1d7ce <= r && r < 0x1d800:
			return '0' + (r-0x1d7ce)%10
		case r == 'µ':
			return 'μ'
		}
		return r
	}, name)
}

// Text decodes a source file as Parse does: by its byte order mark or the
// encoding that it declares.
func Text(path string, src []byte, d Dialect) (string, error) {
	text, _, err := decode(path, src, d == Python2, false)
	if err != nil {
		return "", err
	}
	return text, nil
}
