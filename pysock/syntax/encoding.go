package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Charset is an encoding that a source file can be in: one that contains
// ASCII. This package knows UTF-8, ASCII and Latin-1; see Options.Charset.
type Charset struct {
	Name string // as messages have it
	// Decode returns src as UTF-8. Where it can't, bad is the offset of the
	// first byte that has no meaning, else -1, and words are what Python says.
	Decode func(src []byte) (text string, bad int, words string)
	// Encode turns text that was decoded back.
	Encode func(text string) string
}

var utf8Charset = &Charset{
	Name: "utf-8",
	Decode: func(src []byte) (string, int, string) {
		bad := invalidUTF8(src)
		if bad < 0 {
			return string(src), -1, ""
		}
		return "", bad, undecodable("utf-8", src, bad)
	},
	Encode: func(text string) string { return text },
}

// narrowCharset is that of the first limit code points, a byte each.
func narrowCharset(name string, limit rune) *Charset {
	return &Charset{
		Name: name,
		Decode: func(src []byte) (string, int, string) {
			out := make([]byte, 0, len(src))
			for i, b := range src {
				if rune(b) >= limit {
					return "", i, undecodable(name, src, i)
				}
				out = utf8.AppendRune(out, rune(b))
			}
			return string(out), -1, ""
		},
		Encode: func(text string) string {
			out := make([]byte, 0, len(text))
			for _, r := range text {
				out = append(out, byte(r))
			}
			return string(out)
		},
	}
}

func undecodable(name string, src []byte, i int) string {
	return fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d", name, src[i], i)
}

// charsets are the encodings that are known here, by normalized name.
var charsets = map[string]*Charset{
	"utf-8": utf8Charset, "utf8": utf8Charset, "u8": utf8Charset, "utf": utf8Charset, "utf-8-sig": utf8Charset, "cp65001": utf8Charset,
}

func init() {
	ascii, latin1 := narrowCharset("ascii", 0x80), narrowCharset("iso-8859-1", 0x100)
	for _, name := range [...]string{"ascii", "us-ascii", "646", "ansi-x3.4-1968"} {
		charsets[name] = ascii
	}
	for _, name := range [...]string{"iso-8859-1", "latin-1", "latin1", "latin", "l1", "iso8859-1", "8859", "cp819", "iso-latin-1"} {
		charsets[name] = latin1
	}
}

// decodeBy decodes src, and has the words of a failure from where Python's are
// known.
func (c *Charset) decodeBy(src []byte, known func(name string) *Charset) (text string, bad int, words string) {
	text, bad, words = c.Decode(src)
	if bad >= 0 && known != nil {
		if better := known(c.Name); better != nil {
			if _, bad2, words2 := better.Decode(src); bad2 >= 0 {
				return "", bad2, words2
			}
		}
	}
	return text, bad, words
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Readable is a line of source code with U+FFFD for what isn't UTF-8, as Python shows
// it: one for each byte, or for all that is there of a character.
func Readable(line string) string {
	if utf8.ValidString(line) {
		return line
	}
	var b strings.Builder
	for len(line) > 0 {
		r, n := utf8.DecodeRuneInString(line)
		for r == utf8.RuneError && n < min(len(line), 3) && !utf8.FullRuneInString(line[:n+1]) {
			n++
		}
		b.WriteRune(r)
		line = line[n:]
	}
	return b.String()
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
// in a comment would keep them from running. Where UTF-8 is declared, Python 2
// takes bytes that aren't UTF-8 into its literals as they are.
func decode(path string, src []byte, py2 bool, opts *Options) (string, *Charset, *Error) {
	fault := func(line int32, kind ErrorKind, format string, args ...any) *Error {
		return &Error{Kind: kind, Path: path, Span: Span{Start: Pos{line, 1}}, Msg: fmt.Sprintf(format, args...)}
	}
	enc := utf8Charset
	declared := ""
	if !opts.Text {
		bom := bytes.HasPrefix(src, []byte("\ufeff"))
		if bom {
			src = src[3:]
		}
		if declared = declaration(src); declared != "" {
			enc = charsets[normalizeEncoding(declared)]
			if enc == nil && opts.Charset != nil {
				enc = opts.Charset(declared)
			}
			if enc == nil {
				return "", nil, fault(0, SyntaxError, "unknown encoding: %s", declared)
			}
			if bom && normalizeEncoding(declared) != "utf-8" {
				return "", nil, fault(0, SyntaxError, "encoding problem: %s with BOM", declared)
			}
		} else if bom {
			declared = "utf-8"
		} else if opts.Str && py2 {
			enc = charsets["latin-1"]
		}
	}
	text, bad, words := enc.decodeBy(src, opts.Charset)
	if bad >= 0 && py2 && enc == utf8Charset && (opts.Text || declared != "") {
		text, bad = string(src), -1
	}
	if bad >= 0 && !py2 && enc == utf8Charset && opts.Str {
		text, bad = string(src), -1
	}
	if bad >= 0 {
		line := int32(1 + bytes.Count(src[:bad], []byte("\n")))
		switch {
		case opts.Text || declared != "":
			return "", nil, fault(line, SyntaxError, "%s", words)
		case py2:
			return "", nil, fault(line, SyntaxError, `Non-ASCII character '\x%02x' in file %s on line %d, but no encoding declared; see http://python.org/dev/peps/pep-0263/ for details`, src[bad], path, line)
		}
		return "", nil, fault(line, SyntaxError, `Non-UTF-8 code starting with '\x%02x' in file %s on line %d, but no encoding declared; see https://peps.python.org/pep-0263/ for details`, src[bad], path, line)
	}
	if i := strings.IndexByte(text, 0); i >= 0 {
		if opts.Text {
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
// declares. The second line counts only if the first holds no code.
func declaration(src []byte) string {
	for range 2 {
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
				return string(v[:n])
			}
		}
	}
	return ""
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
func Text(path string, src []byte, opts Options) (string, error) {
	text, _, err := decode(path, src, opts.Dialect == Python2, &opts)
	if err != nil {
		return "", err
	}
	return text, nil
}
