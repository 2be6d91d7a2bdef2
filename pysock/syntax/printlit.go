package syntax

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// number returns a numeric literal.
func number(x Expr) string {
	switch x := x.(type) {
	case *Int:
		s := ""
		switch {
		case x.Big == nil:
			s = strconv.FormatInt(x.Value, 10)
		case x.Big.BitLen() > 4096:
			s = "0x" + x.Big.Text(16)
		default:
			s = x.Big.String()
		}
		if x.Long {
			s += "L"
		}
		return s
	case *Float:
		s := float(x.Value)
		if !strings.ContainsAny(s, ".e") {
			s += ".0"
		}
		return s
	case *Imag:
		return float(x.Value) + "j"
	}
	return ""
}

func float(f float64) string {
	if math.IsInf(f, 0) {
		return "1e999"
	}
	return strconv.FormatFloat(f, 'g', -1, 64)
}

// str prints a string literal.
func (p *printer) str(x *Str) {
	if p.quotes != nil {
		p.bareStr(x)
		return
	}
	p.put(p.prefix(x.Kind), "'", p.escape(x.Value, x.Kind, "'"), "'")
}

func (p *printer) prefix(k StrKind) string {
	switch {
	case k == BytesStr:
		return "b"
	case k == UnicodeStr:
		return "u"
	case p.py2 && p.future&FutureUnicodeLiterals != 0:
		return "b"
	}
	return ""
}

// shortEscapes are the escapes of one letter that are worth having.
var shortEscapes = map[rune]string{'\n': `\n`, '\r': `\r`, '\t': `\t`, '\\': `\\`}

// escape returns the inside of a literal in the given quotes.
func (p *printer) escape(s string, k StrKind, quote string) string {
	var b strings.Builder
	bytes := k == BytesStr || k == NativeStr && p.py2
	for i := 0; i < len(s); {
		c := s[i]
		if c < 0x80 || bytes {
			i++
			e, short := shortEscapes[rune(c)]
			switch {
			case c < 0x80 && short:
				b.WriteString(e)
			case c == quote[0]:
				b.WriteByte('\\')
				b.WriteByte(c)
			case c < ' ' || c >= 0x7f:
				hexEscape(&b, 'x', 2, rune(c))
			default:
				b.WriteByte(c)
			}
			continue
		}
		r, n := decodeRune(s[i:])
		i += n
		switch {
		case !p.py2 && unicode.IsPrint(r):
			b.WriteRune(r)
		case r < 0x10000:
			hexEscape(&b, 'u', 4, r)
		default:
			hexEscape(&b, 'U', 8, r)
		}
	}
	return b.String()
}

func hexEscape(b *strings.Builder, letter byte, digits int, r rune) {
	s := strconv.FormatInt(int64(r), 16)
	b.WriteByte('\\')
	b.WriteByte(letter)
	b.WriteString(strings.Repeat("0", digits-len(s)))
	b.WriteString(s)
}

// decodeRune reads a code point; unlike in UTF-8, surrogates are fine.
func decodeRune(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xed && s[1] >= 0xa0 {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

// allQuotes are the quotes of Python, in the order of preference.
var allQuotes = [...]string{"'", `"`, "'''", `"""`}

// fits reports whether s, as it stands, can be put between quotes inside of
// the f-strings around.
func (p *printer) fits(s, quote string) bool {
	if strings.Contains(s, quote) || strings.HasSuffix(s, quote[:1]) ||
		len(quote) == 1 && strings.Contains(s, "\n") {
		return false
	}
	return !p.forbidden(quote + s + quote)
}

// forbidden reports whether s would end one of the f-strings around.
func (p *printer) forbidden(s string) bool {
	for _, q := range p.quotes {
		if strings.Contains(s, q) || len(q) == 1 && strings.Contains(s, "\n") {
			return true
		}
	}
	return false
}

// bareStr prints a string inside a field of an f-string, where there are no
// escapes. What needs two kinds of quotes becomes two literals.
func (p *printer) bareStr(x *Str) {
	prefix := p.prefix(x.Kind)
	for _, q := range allQuotes {
		if p.fits(x.Value, q) {
			p.put(prefix, q, x.Value, q)
			return
		}
	}
	rest := x.Value
	for rest != "" {
		best, n := allQuotes[0], 0
		for _, q := range allQuotes {
			i := len(rest)
			for _, end := range append(p.quotes[:len(p.quotes):len(p.quotes)], q, "\n") {
				if j := strings.Index(rest[:i], end); j >= 0 && (end != "\n" || !p.fits("\n", q)) {
					i = j + len(end) - 1
				}
			}
			for i > n && !p.fits(rest[:i], q) {
				i--
			}
			if i > n {
				best, n = q, i
			}
		}
		if n == 0 { // no source can have this
			p.put(prefix, "'", p.escape(rest, x.Kind, "'"), "'")
			return
		}
		p.put(prefix, best, rest[:n], best)
		if rest = rest[n:]; rest != "" {
			p.put(" ")
		}
	}
}

// joined prints an f-string in the first quotes in which all its parts can be
// written.
func (p *printer) joined(x *JoinedStr) {
	var s string
	for _, q := range allQuotes {
		inner := &printer{py2: p.py2, future: p.future, quotes: append(p.quotes[:len(p.quotes):len(p.quotes)], q)}
		ok := inner.parts(x.Values, q, p.quotes != nil, 0)
		s = "f" + q + string(inner.out) + q
		if ok && !p.forbidden(s) {
			break
		}
	}
	p.put(s)
}

// parts prints what is inside an f-string, and reports whether the quotes suit
// it. bare is set where no backslash may be used, depth is that of the
// specification.
func (p *printer) parts(values []Expr, quote string, bare bool, depth int) bool {
	ok := true
	for _, v := range values {
		switch v := v.(type) {
		case *Str:
			s := v.Value
			if !bare {
				s = p.escape(s, NativeStr, quote)
			} else if strings.Contains(s, quote) || len(quote) == 1 && strings.Contains(s, "\n") {
				ok = false
			}
			if depth == 0 {
				s = strings.NewReplacer("{", "{{", "}", "}}").Replace(s)
			} else {
				s = strings.NewReplacer("{", `\x7b`, "}", `\x7d`).Replace(s)
			}
			p.put(s)
		case *FormattedValue:
			outer := p.quotes[:len(p.quotes)-1]
			q := &printer{py2: p.py2, future: p.future, quotes: append(outer[:len(outer):len(outer)], quote)}
			q.expr(v.X, precOr)
			s := string(q.out)
			if strings.Contains(s, quote) || strings.Contains(s, `\`) || len(quote) == 1 && strings.Contains(s, "\n") {
				ok = false
			}
			if s[0] == '{' {
				s = " " + s
			}
			p.put("{", s)
			if v.Conv != 0 {
				p.put("!", string(v.Conv))
			}
			if v.Spec != nil {
				p.put(":")
				ok = p.parts(v.Spec.Values, quote, bare, depth+1) && ok
			}
			p.put("}")
		}
	}
	return ok
}
