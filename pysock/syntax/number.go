package syntax

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// maxIntDigits is the length of a decimal integer literal from which on
// CPython 3.11 refuses to convert it (sys.set_int_max_str_digits).
const maxIntDigits = 4300

// A radix is a base that an integer literal can be written in.
type radix struct {
	base int
	name string
}

// radixes is indexed by the lower-case letter after the 0.
var radixes = map[byte]radix{
	'x': {16, "hexadecimal"}, 'o': {8, "octal"}, 'b': {2, "binary"},
}

// digitValue returns the value of a digit in bases up to 16, or 99.
func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// peek returns the byte at i, or 0 at the end.
func (s *scanner) peek(i int) byte {
	if i < s.end {
		return s.src[i]
	}
	return 0
}

// number reads a numeric literal; the parser makes its value.
func (s *scanner) number(start int) bool {
	i := start
	if s.src[i] == '0' {
		if r, ok := radixes[s.peek(i+1)|0x20]; ok {
			return s.based(start, r)
		}
	}
	kind := "decimal"
	i, ok := s.digits(i, kind)
	if !ok {
		return false
	}
	float := false
	if s.peek(i) == '.' {
		float = true
		i++
		if c := s.peek(i); '0' <= c && c <= '9' {
			if i, ok = s.digits(i, kind); !ok {
				return false
			}
		}
	}
	if c := s.peek(i); c|0x20 == 'e' {
		j := i + 1
		if c := s.peek(j); c == '+' || c == '-' {
			j++
		}
		if c := s.peek(j); '0' <= c && c <= '9' {
			float = true
			if i, ok = s.digits(j, kind); !ok {
				return false
			}
		} else if j > i+1 {
			s.fail(SyntaxError, true, j-1, j, "invalid decimal literal")
			s.err.old = &oldPlace{invalidToken, j}
			return false
		}
	}
	switch c := s.peek(i); {
	case c|0x20 == 'j':
		float = true
		kind = "imaginary"
		i++
	case s.py2 && !float && c|0x20 == 'l':
		i++
		if s.src[start] == '0' {
			return s.octal2(start, i-1, i)
		}
	case !float && s.src[start] == '0' && s.py2:
		return s.octal2(start, i, i)
	}
	if !float && s.src[start] == '0' && strings.Trim(s.src[start:i], "0_") != "" {
		s.fail(SyntaxError, true, start, i, "leading zeros in decimal integer literals are not permitted; "+
			"use an 0o prefix for octal integers")
		zeros := len(s.src[start:i]) - len(strings.TrimLeft(s.src[start:i], "0_"))
		s.err.End, s.err.Bytes = s.place(int32(start+zeros)), true
		return false
	}
	return s.endNumber(start, i, kind)
}

// octal2 ends a Python 2 integer that starts with 0: its digits end at end, the
// literal at i.
func (s *scanner) octal2(start, end, i int) bool {
	for j := start; j < end; j++ {
		if s.src[j] > '7' {
			s.fail(SyntaxError, true, j, j+1, "invalid digit '%c' in octal literal", s.src[j])
			s.err.old = &oldPlace{invalidToken, end}
			return false
		}
	}
	return s.endNumber(start, i, "octal")
}

// digits passes over decimal digits with single underscores between them.
func (s *scanner) digits(i int, kind string) (int, bool) {
	for {
		for c := s.peek(i); '0' <= c && c <= '9'; c = s.peek(i) {
			i++
		}
		if s.peek(i) != '_' || s.py2 {
			return i, true
		}
		if c := s.peek(i + 1); c < '0' || c > '9' {
			s.fail(SyntaxError, true, i, i+1, "invalid %s literal", kind)
			return i, false
		}
		i++
	}
}

// based reads an integer with a prefix such as 0x.
func (s *scanner) based(start int, r radix) bool {
	i := start + 2
	for {
		if s.peek(i) == '_' && !s.py2 {
			i++
		}
		first := i
		for digitValue(s.peek(i)) < r.base {
			i++
		}
		if c := s.peek(i); i == first || '0' <= c && c <= '9' && !s.py2 {
			if '0' <= c && c <= '9' {
				s.fail(SyntaxError, true, i, i+1, "invalid digit '%c' in %s literal", c, r.name)
			} else {
				s.fail(SyntaxError, true, i-1, i, "invalid %s literal", r.name)
			}
			s.err.old = &oldPlace{invalidToken, i}
			return false
		}
		if s.peek(i) != '_' || s.py2 {
			break
		}
	}
	if s.py2 && s.peek(i)|0x20 == 'l' {
		i++
	}
	return s.endNumber(start, i, r.name)
}

// invalidToken is what Python 2 says of a number that goes wrong.
const invalidToken = "invalid token"

// endNumber ends a literal at i, where no letter may follow, except that of a
// keyword that makes sense there, as in "1if x else y". Python 2 ends a number
// wherever it can't go on.
func (s *scanner) endNumber(start, i int, kind string) bool {
	s.pos = i
	if c := s.peek(i); !s.py2 && (class[c] == cLetter || class[c] == cDigit) && !s.keywordAfterNumber(i) {
		s.fail(SyntaxError, true, i-1, i, "invalid %s literal", kind)
		return false
	} else if !s.py2 && class[c] == cLetter {
		s.joined = append(s.joined, joinedNumber{int32(i), kind})
	}
	s.emit(tNumber, start)
	return true
}

// A joinedNumber is a number that a keyword follows without a space.
type joinedNumber struct {
	end  int32
	kind string
}

// suspects are the warnings of what the scanner read.
func (s *scanner) suspects() []Warning {
	var ws []Warning
	for _, n := range s.joined {
		at := s.place(n.end - 1)
		ws = append(ws, Warning{Error: &Error{
			Path: s.path, Span: Span{at, at}, Msg: "invalid " + n.kind + " literal", Line: s.lineText(at.Line),
		}})
	}
	return ws
}

func (s *scanner) keywordAfterNumber(i int) bool {
	for _, w := range [...]string{"and", "else", "for", "if", "in", "is", "not", "or"} {
		if strings.HasPrefix(s.src[i:s.end], w) {
			c := class[s.peek(i+len(w))]
			return w[0] == 'i' || c != cLetter && c != cDigit && c != cHigh
		}
	}
	return false
}

// number makes the node of a numeric literal.
func (p *parser) number() Expr {
	text := p.text()
	e := p.span()
	c := text[len(text)-1]
	if len(text) == 1 || len(text) < 18 && '1' <= text[0] && isDigits(text) {
		n := int64(0)
		for i := range len(text) {
			n = n*10 + int64(text[i]-'0')
		}
		p.next()
		return &Int{expr: e, Value: n}
	}
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	hex := len(text) > 1 && text[1]|0x20 == 'x'
	if c|0x20 == 'j' && !hex {
		p.next()
		return &Imag{expr: e, Value: parseFloat(text[:len(text)-1])}
	}
	if !hex && strings.ContainsAny(text, ".eE") {
		p.next()
		return &Float{expr: e, Value: parseFloat(text)}
	}
	n := &Int{expr: e}
	if c|0x20 == 'l' {
		n.Long = true
		text = text[:len(text)-1]
	}
	base := 10
	if len(text) > 1 && text[0] == '0' {
		if r, ok := radixes[text[1]|0x20]; ok {
			base, text = r.base, text[2:]
		} else if p.py2 {
			base = 8
		}
	}
	if base == 10 && len(text) > maxIntDigits && !p.py2 {
		p.raise(e.Span, fmt.Sprintf("Exceeds the limit (%d) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.", maxIntDigits, len(text)))
	}
	if v, err := strconv.ParseInt(text, base, 64); err == nil {
		n.Value = v
	} else {
		n.Big, _ = new(big.Int).SetString(text, base)
	}
	p.next()
	return n
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// parseFloat returns the nearest float, infinity if there is none.
func parseFloat(s string) float64 {
	f, _ := strconv.ParseFloat(s, 64) // out of range: ±Inf, as Python has it
	return f
}
