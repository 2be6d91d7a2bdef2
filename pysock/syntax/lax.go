package syntax

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// Programs that come from web pages and word processors have typographic
// quotes and no-break spaces where the author typed plain ones. Python refuses
// them; here they are read as what they stand for, and Options.Warn hears of
// it. This happens only where a token starts: inside a string that a plain quote
// opened they are text like any other.

// A laxKind is a kind of leniency.
type laxKind uint8

const (
	laxQuotes laxKind = iota
	laxSpaces
)

// A laxity is the first use of a leniency in a file.
type laxity struct {
	kind laxKind
	at   Pos
	msg  string
}

// note remembers the first use of each kind of leniency.
func (s *scanner) note(k laxKind, off int, r rune) {
	for _, l := range s.lax {
		if l.kind == k {
			return
		}
	}
	var msg string
	if k == laxQuotes {
		msg = fmt.Sprintf("typographic quote '%c' (U+%04X) read as a plain quote", r, r)
	} else {
		msg = fmt.Sprintf("unusual space U+%04X read as a plain space", r)
	}
	s.lax = append(s.lax, laxity{k, s.place(int32(off)), msg})
}

// quoteClass returns the plain quote that a typographic one stands for, or 0.
func quoteClass(r rune) byte {
	switch r {
	case '“', '”', '„', '‟':
		return '"'
	case '‘', '’', '‚', '‛':
		return '\''
	}
	return 0
}

// laxSpace reports whether r is a space that Python doesn't know, and how wide
// it looks: the zero-width ones don't count in an indentation.
func laxSpace(r rune) (width int, ok bool) {
	switch r {
	case 0x200b, 0x2060, 0xfeff:
		return 0, true
	}
	return 1, r >= 0x80 && unicode.Is(unicode.Zs, r)
}

// quoteAt returns the plain form and the length of the quote at src[i:], plain
// or typographic; 0 if there is none.
func quoteAt(src string, i int) (byte, int) {
	if i >= len(src) {
		return 0, 0
	}
	switch c := src[i]; {
	case c == '"' || c == '\'':
		return c, 1
	case c == 0xe2:
		r, n := utf8.DecodeRuneInString(src[i:])
		return quoteClass(r), n
	}
	return 0, 0
}

// tripleQuoteAt returns the length of three quotes c in a row at src[i:], or 0.
func tripleQuoteAt(src string, i int, c byte) int {
	n := 0
	for range 3 {
		q, w := quoteAt(src, i+n)
		if q != c {
			return 0
		}
		n += w
	}
	return n
}

// typographic reads a string opened by a typographic quote. Any quote of the
// same class closes it, the plain one included; an empty string is two in a
// row that aren't three.
func (s *scanner) typographic(start, q int) bool {
	src := s.src[:s.end]
	r, _ := utf8.DecodeRuneInString(src[q:])
	c, n := quoteAt(src, q)
	line := s.line
	i := q + n
	triple := tripleQuoteAt(src, q, c)
	if triple > 0 {
		i = q + triple
	}
	for i < len(src) {
		if src[i] == '\\' {
			if i++; i < len(src) && src[i] == '\n' {
				s.line++
			}
			i++
			continue
		}
		if src[i] == '\n' {
			if triple == 0 {
				break
			}
			s.line++
		}
		if k, n := quoteAt(src, i); k == c {
			if triple > 0 {
				n = tripleQuoteAt(src, i, c)
			}
			if n > 0 {
				s.note(laxQuotes, q, r)
				s.pos = i + n
				s.toks = append(s.toks, token{tString, uint8(len(s.brackets)), line, int32(start), int32(s.pos)})
				return true
			}
		}
		i++
	}
	s.fail(SyntaxError, true, q, q+n, "invalid character '%c' (U+%04X)", r, r)
	s.err.Incomplete = triple > 0
	return false
}

// high reads a token that starts with a character beyond ASCII: a name, or
// something that is read in a lenient way.
func (s *scanner) high(start int) bool {
	r, n := utf8.DecodeRuneInString(s.src[start:s.end])
	if quoteClass(r) != 0 {
		return s.quoted(start, start)
	}
	if _, ok := laxSpace(r); ok {
		s.note(laxSpaces, start, r)
		s.pos += n
		return true
	}
	return s.identifier(start)
}

// nameEnd is where what may be a name ends, valid or not.
func (s *scanner) nameEnd(start int) int {
	i := start
	for i < s.end && (s.src[i] >= 0x80 || class[s.src[i]] == cLetter || class[s.src[i]] == cDigit) {
		i++
	}
	return i
}

// undecodable fails at a name that isn't UTF-8.
func (s *scanner) undecodable(start int) {
	i := s.nameEnd(start)
	_, _, words := utf8Charset.decodeBy([]byte(s.src[start:i]), s.charset)
	s.fail(SyntaxError, true, i-1, i, "%s", "(unicode error) "+words)
	s.err.End.Col, s.err.Bare, s.err.Bytes = -1, false, true
}

// identifier reads a name that holds characters beyond ASCII.
func (s *scanner) identifier(start int) bool {
	i := start
	for i < s.end {
		if c := s.src[i]; c < 0x80 {
			if class[c] != cLetter && class[c] != cDigit {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.src[i:s.end])
		if r == utf8.RuneError && n == 1 {
			s.undecodable(start)
			return false
		}
		if _, space := laxSpace(r); space && i > start {
			break
		}
		if s.py2 || i == start && !isIDStart(r) || !isIDContinue(r) {
			if !s.py2 && !utf8.ValidString(s.src[start:s.nameEnd(start)]) { // which is asked first
				s.undecodable(start)
			} else if unicode.IsPrint(r) {
				s.fail(SyntaxError, true, i, i+n, "invalid character '%c' (U+%04X)", r, r)
			} else {
				s.fail(SyntaxError, true, i, i+n, "invalid non-printable character U+%04X", r)
			}
			return false
		}
		i += n
	}
	s.pos = i
	s.emit(tName, start)
	return true
}

// notXID are the characters that Unicode lets start or continue an identifier,
// but whose normalized form it doesn't.
var notXID = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x037a, 0x037a, 1}, {0x309b, 0x309c, 1}, {0xfc5e, 0xfc63, 1}, {0xfdfa, 0xfdfb, 1},
		{0xfe70, 0xfe7e, 2},
	},
}

// isIDStart reports whether an identifier may start with r (XID_Start).
func isIDStart(r rune) bool {
	return (unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || r == '_' || unicode.Is(unicode.Other_ID_Start, r)) &&
		!unicode.Is(notXID, r) && r != 0x0e33 && r != 0x0eb3 && r != 0xff9e && r != 0xff9f &&
		!unicode.Is(unicode.Pattern_Syntax, r)
}

// isIDContinue reports whether r may stand inside an identifier (XID_Continue).
func isIDContinue(r rune) bool {
	switch r {
	case 0x0e33, 0x0eb3, 0xff9e, 0xff9f:
		return true
	}
	return isIDStart(r) ||
		unicode.In(r, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) &&
			!unicode.Is(notXID, r)
}
