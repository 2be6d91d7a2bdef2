package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// A literal is one string token taken apart.
type literal struct {
	bytes   bool // b
	raw     bool // r
	unicode bool // u
	format  bool // f
	start   int  // offsets of what stands between the quotes
	end     int
}

// literal takes the current token apart.
func (p *parser) literal() literal {
	t := p.toks[p.i]
	var l literal
	i := int(t.start)
	for ; class[p.src[i]] == cLetter; i++ {
		switch p.src[i] | 0x20 {
		case 'b':
			l.bytes = true
		case 'r':
			l.raw = true
		case 'u':
			l.unicode = true
		case 'f':
			l.format = true
		}
	}
	c, n := quoteAt(p.src, i)
	l.start, l.end = i+n, int(t.end)
	if c != p.src[i] { // typographic, on the left
		if m := tripleQuoteAt(p.src[:t.end], i, c); m > 0 {
			l.start = i + m
			for range 2 {
				l.end -= quoteLenBefore(p.src, l.end)
			}
		}
		l.end -= quoteLenBefore(p.src, l.end)
		return l
	}
	if l.end-l.start > 3 && p.src[i+1] == c && p.src[i+2] == c {
		l.start, l.end = i+3, l.end-3
	} else {
		l.end--
	}
	return l
}

// quoteLenBefore returns the length of the quote that ends at end.
func quoteLenBefore(src string, end int) int {
	if src[end-1] < 0x80 {
		return 1
	}
	return 3
}

// strings reads adjacent string literals as one.
func (p *parser) strings() Expr {
	start := p.i
	l := p.literal()
	if !l.format && p.peek(1) != tString { // by far the commonest case
		s := p.nodes.str.alloc()
		s.Kind = p.strKind(&l)
		s.Value = p.intern(p.value(&l, s.Kind))
		s.expr = p.span()
		p.next()
		return s
	}
	if p.py2 {
		return p.concat2()
	}
	var parts joiner
	kind, format := p.strKind(&l), false
	for p.kind == tString {
		l := p.literal()
		k := p.strKind(&l)
		text := ""
		if !l.format {
			text = p.value(&l, k)
		}
		if (k == BytesStr) != (kind == BytesStr) {
			p.raiseAfter("cannot mix bytes and nonbytes literals")
		}
		if l.format {
			format = true
			p.fstring(&parts, &l)
		} else {
			parts.text(text, p.span())
		}
		p.next()
	}
	e := p.since(start)
	if !format {
		return &Str{expr: e, Kind: kind, Value: p.intern(parts.pending)}
	}
	parts.flush()
	return &JoinedStr{expr: e, Values: parts.values}
}

// raiseAfter reports an error in a string. CPython 3 takes adjacent strings apart
// when it has read what follows, and points at that.
func (p *parser) raiseAfter(msg string) {
	i := p.i
	for !p.py2 && p.toks[i].kind == tString {
		i++
	}
	if p.toks[i].kind == tError {
		p.seek(i)
		p.fail()
	}
	at, ended := p.tokenSpan(i), p.toks[i].kind == tNewline || p.toks[i].kind == tEOF
	if ended && i > p.i {
		at = p.newlineSpan(i)
	}
	err := p.newError(SyntaxError, at, msg)
	err.after, err.ended, err.early = true, ended, true
	p.far = max(p.far, p.i)
	panic(bailout{err})
}

// intern makes equal literals of a file share their bytes, so that they are one
// object, and those that could be identifiers those of all files.
func (p *parser) intern(s string) string {
	if len(s) <= 32 && isIdentifierLike(s) {
		return Intern(s)
	}
	if t, ok := p.literals[s]; ok {
		return t
	}
	if p.literals == nil {
		p.literals = make(map[string]string)
	}
	p.literals[s] = s
	return s
}

func isIdentifierLike(s string) bool {
	for _, c := range []byte(s) {
		if c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// concat2 joins the string literals of Python 2: one unicode literal makes the
// whole unicode, and the others are decoded.
func (p *parser) concat2() Expr {
	start := p.i
	kind := NativeStr
	var b strings.Builder
	for p.kind == tString {
		l := p.literal()
		k := p.strKind(&l)
		v := p.value(&l, k)
		switch {
		case k == UnicodeStr && kind != UnicodeStr:
			text := p.decode2(b.String())
			b.Reset()
			b.WriteString(text)
			kind = k
		case k != UnicodeStr && kind == UnicodeStr:
			v = p.decode2(v)
		}
		b.WriteString(v)
		p.next()
	}
	return &Str{expr: p.since(start), Kind: kind, Value: p.intern(b.String())}
}

// decode2 makes the text of a bytes literal next to a unicode one. Python 2
// takes ASCII only; here the file's encoding will do.
func (p *parser) decode2(s string) string {
	text, bad, _ := p.enc.Decode([]byte(s))
	if bad >= 0 {
		p.badLiteral(fmt.Sprintf("(unicode error) 'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", s[bad], bad))
	}
	return text
}

// strKind returns the type that a literal makes.
func (p *parser) strKind(l *literal) StrKind {
	switch {
	case l.bytes && !p.py2:
		return BytesStr
	case p.py2 && !l.bytes && (l.unicode || p.future&FutureUnicodeLiterals != 0):
		return UnicodeStr
	}
	return NativeStr
}

// value returns what the current token, taken apart, stands for.
func (p *parser) value(l *literal, kind StrKind) string {
	body := p.src[l.start:l.end]
	if kind == BytesStr && !isASCII(body) {
		p.raise(p.tokenSpan(p.i), "bytes can only contain ASCII literal characters")
	}
	bytes := kind == BytesStr || kind == NativeStr && p.py2
	if bytes {
		body = p.enc.Encode(body)
	}
	mode := escapeText
	switch {
	case bytes && l.raw, !p.py2 && l.raw:
		return body
	case bytes:
		mode = escapeBytes
	case l.raw:
		mode = escapeRawUnicode
	}
	if p.py2 && !bytes {
		if i := invalidUTF8([]byte(body)); i >= 0 {
			run := i // CPython decodes from where the ASCII ends
			for run > 0 && body[run-1] >= 0x80 {
				run--
			}
			_, _, words := utf8Charset.decodeBy([]byte(body[run:]), p.charset)
			p.badLiteral("(unicode error) " + strings.Replace(words, "utf-8", "utf8", 1))
			return ""
		}
	}
	if !p.py2 && !utf8.ValidString(body) {
		_, _, words := utf8Charset.decodeBy([]byte(body), p.charset)
		p.raiseAfter("(unicode error) " + words)
	}
	v, msg := p.unescape(body, mode)
	switch {
	case msg != "" && p.py2:
		p.badLiteral(msg)
	case msg != "":
		p.raiseAfter(msg)
	}
	if !p.py2 && strings.IndexByte(body, '\\') >= 0 {
		p.strayEscape(p.tokenSpan(p.i), body, mode)
	}
	return v
}

// An escapeMode says which backslash escapes there are.
type escapeMode uint8

const (
	escapeText       escapeMode = iota // all
	escapeBytes                        // all but \u, \U and \N
	escapeRawUnicode                   // \u and \U: Python 2's ur""
)

// simpleEscapes maps the letter of an escape to what it stands for.
var simpleEscapes = [256]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'a': '\a', 'b': '\b', 'f': '\f',
	'n': '\n', 'r': '\r', 't': '\t', 'v': '\v',
}

// unescape resolves the escapes in a literal's text. An escape that means
// nothing stands for itself. A fault is returned as a message.
func (p *parser) unescape(s string, mode escapeMode) (value, fault string) {
	i := strings.IndexByte(s, '\\')
	if i < 0 {
		return s, ""
	}
	out := make([]byte, 0, len(s))
	for i >= 0 {
		out = append(out, s[:i]...)
		rest := s[i+1:]
		if rest == "" {
			out = append(out, '\\')
			s = ""
			break
		}
		var n int
		if mode == escapeRawUnicode {
			out, n, fault = p.rawUnicodeEscape(out, rest)
		} else {
			out, n, fault = p.escape(out, rest, mode)
		}
		if fault != "" {
			return "", p.escapeFault(fault, s, i, len(out), mode)
		}
		s = rest[n:]
		i = strings.IndexByte(s, '\\')
	}
	return string(append(out, s...)), ""
}

// escape appends what the escape at s, after its backslash, stands for, and
// returns its length.
func (p *parser) escape(out []byte, s string, mode escapeMode) ([]byte, int, string) {
	c := s[0]
	if r := simpleEscapes[c]; r != 0 {
		return append(out, r), 1, ""
	}
	switch {
	case c == '\n':
		return out, 1, ""
	case '0' <= c && c <= '7':
		n, v := 0, rune(0)
		for n < 3 && n < len(s) && '0' <= s[n] && s[n] <= '7' {
			v = v*8 + rune(s[n]-'0')
			n++
		}
		if mode == escapeBytes {
			return append(out, byte(v)), n, ""
		}
		return appendRune(out, v), n, ""
	case c == 'x':
		v, n := hexDigits(s[1:], 2)
		switch {
		case mode == escapeBytes && n < 2:
			return out, n, "x"
		case n < 2:
			return out, 1 + n, `truncated \xXX escape`
		case mode == escapeBytes:
			return append(out, byte(v)), 3, ""
		}
		return appendRune(out, v), 3, ""
	case mode == escapeBytes:
	case c == 'u':
		v, n := hexDigits(s[1:], 4)
		if n < 4 {
			return out, 1 + n, `truncated \uXXXX escape`
		}
		return appendRune(out, v), 5, ""
	case c == 'U':
		v, n := hexDigits(s[1:], 8)
		if n < 8 {
			return out, 1 + n, `truncated \UXXXXXXXX escape`
		}
		if v < 0 || v > utf8.MaxRune {
			return out, 9, "illegal Unicode character"
		}
		return appendRune(out, v), 9, ""
	case c == 'N':
		end := strings.IndexByte(s, '}')
		if len(s) < 2 || s[1] != '{' {
			return out, 1, `malformed \N character escape`
		}
		if end < 0 || end == 2 {
			return out, len(s), `malformed \N character escape`
		}
		r, ok := p.runeByName(s[2:end])
		if !ok {
			return out, end + 1, "unknown Unicode character name"
		}
		return appendRune(out, r), end + 1, ""
	}
	return append(out, '\\'), 0, ""
}

// rawUnicodeEscape does the same for Python 2's ur"", where a backslash counts
// only if an odd number of them stands before the u.
func (p *parser) rawUnicodeEscape(out []byte, s string) ([]byte, int, string) {
	n := 0
	for n < len(s) && s[n] == '\\' {
		n++
	}
	if n == len(s) || n%2 == 1 || s[n] != 'u' && s[n] != 'U' {
		return append(append(out, '\\'), s[:n]...), n, ""
	}
	out = append(out, s[:n]...)
	want := 4
	if s[n] == 'U' {
		want = 8
	}
	v, k := hexDigits(s[n+1:], want)
	if k < want {
		return out, n + 1 + k, `truncated \uXXXX`
	}
	if v < 0 || v > utf8.MaxRune {
		return out, n + 1 + k, `\Uxxxxxxxx out of range`
	}
	return appendRune(out, v), n + 1 + k, ""
}

// escapeFault words a fault in the escape at s[i:].
func (p *parser) escapeFault(fault, s string, i, decoded int, mode escapeMode) string {
	switch {
	case fault == "x" && p.py2:
		return invalidHex
	case fault == "x":
		return fmt.Sprintf(`(value error) invalid \x escape at position %d`, decoded)
	}
	codec := "unicodeescape"
	if mode == escapeRawUnicode {
		codec = "rawunicodeescape"
	}
	rest := s[i+1:]
	_, n, _ := p.escape(nil, rest, escapeText)
	// The codec sees a character beyond ASCII as an escape of ten bytes.
	return fmt.Sprintf("(unicode error) '%s' codec can't decode bytes in position %d-%d: %s", codec, decoded, decoded+n, fault)
}

// hexDigits reads up to n hexadecimal digits.
func hexDigits(s string, n int) (v rune, read int) {
	for read < n && read < len(s) {
		d := digitValue(s[read])
		if d > 15 {
			break
		}
		v = v<<4 | rune(d)
		read++
	}
	return v, read
}

// appendRune appends a code point; unlike UTF-8 it has a form for surrogates.
func appendRune(out []byte, r rune) []byte {
	if 0xd800 <= r && r <= 0xdfff {
		return append(out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(out, r)
}
