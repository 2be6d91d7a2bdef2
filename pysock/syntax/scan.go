package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The limits of CPython's own scanner.
const (
	maxBrackets = 200
	maxIndents  = 100
)

// A scanner cuts a source text into tokens, all at once. It works on a string,
// so that names and most literals are just parts of the source.
//
// A fault doesn't stop the parse by itself: it is the last token (tError), and
// is reported if the parser gets that far, or if it fails before in a less
// telling way.
type scanner struct {
	src  string
	pos  int
	end  int // where to stop; before len(src) in a field of an f-string
	py2  bool
	line int32
	// charset knows encodings, for the words of a failure; it may be nil.
	charset func(string) *Charset
	// lines holds the offset at which each line starts.
	lines []int32
	toks  []token

	// fragment is set in a replacement field of an f-string, which is read as if
	// it stood in parentheses.
	fragment bool
	// single is set if the source is one interactive statement.
	single bool
	// open is set if nothing stands for a newline that the source's end lacks.
	open bool

	brackets []bracket
	indents  []indent
	tabSize  int

	err    *scanError
	lax    []laxity
	joined []joinedNumber
	path   string
}

type bracket struct {
	char byte
	line int32
	off  int32
}

// An indent is the width of an indentation, with tabs to the next multiple of
// eight, and with tabs as one column: where the two disagree about which of two
// lines is deeper, the indentation is ambiguous.
type indent struct{ col, alt int }

// A scanError is what stopped the scanner.
type scanError struct {
	Error
	// hard errors are reported even if the parser stumbled earlier, as in CPython.
	hard bool
	// unclosed is set if a bracket is open at the end.
	unclosed bool
	old      *oldPlace // nil if it is the start of the token
}

// newScanner makes a scanner of src, which is UTF-8 with plain newlines.
func newScanner(path, src string, py2 bool) *scanner {
	s := &scanner{
		path: path, src: src, end: len(src), py2: py2, line: 1, tabSize: 8,
		lines:   make([]int32, 1, 16+len(src)/24),
		toks:    make([]token, 0, 16+len(src)/4),
		indents: make([]indent, 1, 8),
	}
	for i := 0; ; {
		n := strings.IndexByte(src[i:], '\n')
		if n < 0 {
			return s
		}
		i += n + 1
		s.lines = append(s.lines, int32(i))
	}
}

// at returns the place of an offset in a given line.
func (s *scanner) at(line int32, off int32) Pos {
	return Pos{line, off - s.lines[line-1] + 1}
}

// place returns the place of any offset, by searching for its line.
func (s *scanner) place(off int32) Pos {
	lo, hi := 0, len(s.lines)
	for hi-lo > 1 {
		m := (lo + hi) / 2
		if s.lines[m] <= off {
			lo = m
		} else {
			hi = m
		}
	}
	return s.at(int32(lo+1), off)
}

// lineText returns a line's text without its newline.
func (s *scanner) lineText(line int32) string {
	if line < 1 || int(line) > len(s.lines) {
		return ""
	}
	text := s.src[s.lines[line-1]:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

func (s *scanner) emit(k kind, start int) {
	s.toks = append(s.toks, token{k, uint8(len(s.brackets)), s.line, int32(start), int32(s.pos)})
}

// fail ends the tokens with an error that is shown at [start, end).
func (s *scanner) fail(k ErrorKind, hard bool, start, end int, format string, args ...any) {
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	e := &scanError{hard: hard}
	e.Kind, e.Path, e.Msg, e.scanned = k, s.path, msg, true
	e.Start, e.End = s.place(int32(start)), s.place(int32(end))
	if k == SyntaxError && !s.py2 { // CPython's tokenizer knows where it is, and no more of the line
		e.End, e.Bare = e.Start, true
	}
	e.Line = s.lineText(e.Start.Line)
	s.err = e
	s.line = e.Start.Line
	s.pos = end
	s.emit(tError, start)
}

// Classes of bytes: what a token that starts with it can be.
const (
	cBad = iota
	cSpace
	cNewline
	cLetter
	cDigit
	cQuote
	cHash
	cBackslash
	cHigh
	cOp
)

var class = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= 0x80:
			t[c] = cHigh
		case 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_':
			t[c] = cLetter
		case '0' <= c && c <= '9':
			t[c] = cDigit
		}
	}
	for class, chars := range map[uint8]string{
		cSpace: " \t\f", cNewline: "\n", cQuote: "'\"", cHash: "#", cBackslash: "\\",
		cOp: "()[]{},:;.=-+*/%<>!&|^~@`",
	} {
		for _, c := range []byte(chars) {
			t[c] = class
		}
	}
	return t
}()

// scan cuts the whole file. The tokens end with tEOF or tError.
func (s *scanner) scan() {
	bol := !s.fragment
	for {
		if bol {
			bol = false
			if !s.indentation() {
				return
			}
		}
		for s.pos < s.end && class[s.src[s.pos]] == cSpace {
			s.pos++
		}
		if s.pos >= s.end {
			s.finish()
			return
		}
		start := s.pos
		c := s.src[start]
		switch class[c] {
		case cLetter:
			if !s.word(start) {
				return
			}
		case cNewline:
			if len(s.brackets) == 0 {
				s.pos++
				s.toks = append(s.toks, token{tNewline, 0, s.line, int32(start), int32(start)})
				bol = true
			} else {
				s.pos++
			}
			s.line++
		case cDigit:
			if !s.number(start) {
				return
			}
		case cQuote:
			if !s.quoted(start, start) {
				return
			}
		case cHash:
			s.comment()
		case cBackslash:
			if !s.continuation() {
				return
			}
		case cOp:
			if !s.operator(c) {
				return
			}
		case cHigh:
			if !s.high(start) {
				return
			}
		default:
			s.pos++
			if c < ' ' || c == 0x7f {
				s.fail(SyntaxError, true, start, start+1, "invalid non-printable character U+%04X", c)
				return
			}
			s.emit(tBad, start)
		}
	}
}

// finish ends the last line and all blocks.
func (s *scanner) finish() {
	if s.fragment && len(s.brackets) == 1 {
		s.emit(tEOF, s.pos)
		return
	}
	if n := len(s.brackets); n > 0 {
		b := s.brackets[n-1]
		s.fail(SyntaxError, false, int(b.off), int(b.off)+1, "'%c' was never closed", b.char)
		s.err.unclosed, s.err.Incomplete = true, true
		s.err.old = &oldPlace{"", -1}
		s.err.End.Col, s.err.Bare, s.err.scanned = 0, false, false // the parser says so
		return
	}
	if n := len(s.toks); n > 0 && s.toks[n-1].kind != tNewline && s.toks[n-1].kind != tDedent {
		s.emit(tNewline, s.pos)
	}
	// The end is where the last line ends; an empty line after it doesn't exist.
	if s.line = int32(len(s.lines)); s.line > 1 && s.lines[s.line-1] == int32(len(s.src)) {
		s.line--
		s.pos--
	}
	for range s.indents[1:] {
		s.emit(tDedent, s.pos)
	}
	s.emit(tEOF, s.pos)
}

// comment skips to the end of the line. Python 2 takes the width of a tab from
// an editor's settings in a comment.
func (s *scanner) comment() {
	n := strings.IndexByte(s.src[s.pos:s.end], '\n')
	if n < 0 {
		n = s.end - s.pos
	}
	text := s.src[s.pos : s.pos+n]
	s.pos += n
	if !s.py2 {
		return
	}
	for _, form := range [...]string{"tab-width:", ":tabstop=", ":ts=", "set tabsize="} {
		if i := strings.Index(text, form); i >= 0 {
			v := strings.TrimLeft(text[i+len(form):], " \t")
			n := 0
			for n < len(v) && '0' <= v[n] && v[n] <= '9' {
				n++
			}
			if w, err := strconv.Atoi(v[:n]); err == nil && 1 <= w && w <= 40 {
				s.tabSize = w
			}
		}
	}
}

// continuation joins the next line to this one at a backslash.
func (s *scanner) continuation() bool {
	at := s.pos
	s.pos++
	if s.pos < s.end {
		if s.src[s.pos] != '\n' {
			s.strayBackslash(s.pos)
			return false
		}
		s.pos++
		s.line++
	}
	switch {
	case s.pos < s.end || s.py2 && !s.single: // a Python 2 file may end so
		return true
	case s.open && s.src[s.end-1] == '\\':
		s.strayBackslash(at)
	case s.py2:
		s.fail(SyntaxError, false, at, at+1, "unexpected EOF while parsing")
	default:
		s.fail(SyntaxError, false, at, at+1, "unexpected EOF while parsing")
		s.err.Start.Col++
		s.err.End.Col, s.err.Bare = -1, false
	}
	if s.err.old == nil {
		s.err.old = &oldPlace{"", -1}
	}
	s.err.Incomplete = true
	return false
}

// strayBackslash is the error for a backslash that joins no lines.
func (s *scanner) strayBackslash(at int) {
	s.fail(SyntaxError, false, at, at+1, "unexpected character after line continuation character")
	s.err.old = &oldPlace{s.err.Msg, at + strings.IndexByte(s.src[at:]+"\n", '\n') + 1}
	if !s.py2 {
		s.err.End.Col, s.err.Bare, s.err.scanned = 0, false, false // the parser says so
	}
}

// indentation reads the white space that starts a line, passes over lines that
// hold nothing else, and emits the indents and dedents.
func (s *scanner) indentation() bool {
	var in indent
	joined := false // after a backslash only the first line's indentation counts
	begin := s.pos
loop:
	for s.pos < s.end {
		switch c := s.src[s.pos]; c {
		case ' ':
			if !joined {
				in.col++
				in.alt++
			}
		case '\t':
			if !joined {
				in.col = (in.col/s.tabSize + 1) * s.tabSize
				in.alt++
			}
		case '\f':
			in = indent{}
		case '#':
			s.comment()
			continue
		case '\n':
			s.line++
			in, joined = indent{}, false
			begin = s.pos + 1
		case '\\':
			if s.py2 {
				break loop
			}
			if !s.continuation() {
				return false
			}
			joined = joined || in.col > 0
			continue
		default:
			if c < 0x80 {
				break loop
			}
			r, n := utf8.DecodeRuneInString(s.src[s.pos:s.end])
			w, ok := laxSpace(r)
			if !ok {
				break loop
			}
			s.note(laxSpaces, s.pos, r)
			if !joined {
				in.col += w
				in.alt += w
			}
			s.pos += n
			continue
		}
		s.pos++
	}
	if s.pos >= s.end {
		return true // the rest is blank
	}
	top := &s.indents[len(s.indents)-1]
	switch {
	case in.col == top.col:
		if in.alt != top.alt && !s.py2 {
			return s.tabError(begin)
		}
	case in.col > top.col:
		if len(s.indents) >= maxIndents {
			s.fail(IndentationError, false, s.pos, s.pos, "too many levels of indentation")
			return false
		}
		if in.alt <= top.alt && !s.py2 {
			return s.tabError(begin)
		}
		s.indents = append(s.indents, in)
		s.emit(tIndent, max(begin, int(s.lines[s.line-1])))
	default:
		mark := len(s.toks)
		for in.col < top.col {
			s.indents = s.indents[:len(s.indents)-1]
			top = &s.indents[len(s.indents)-1]
			s.emit(tDedent, s.pos)
		}
		if in.col != top.col {
			s.toks = s.toks[:mark]
			eol := s.pos + strings.IndexByte(s.src[s.pos:]+"\n", '\n')
			s.fail(IndentationError, false, eol, eol, "unindent does not match any outer indentation level")
			s.err.End.Col = -1 // there is none
			if s.open && !s.py2 && eol == len(s.src) {
				s.err.Start.Col--
			}
			return false
		}
		if in.alt != top.alt && !s.py2 {
			return s.tabError(begin)
		}
	}
	return true
}

func (s *scanner) tabError(begin int) bool {
	eol := begin + strings.IndexByte(s.src[begin:]+"\n", '\n')
	s.fail(TabError, false, eol, eol, "inconsistent use of tabs and spaces in indentation")
	if !s.py2 {
		s.err.Start.Col, s.err.End.Col = 1, 0 // where it is isn't told
	}
	return false
}

// word reads a name or keyword, or the string that a prefix belongs to.
func (s *scanner) word(start int) bool {
	src, i := s.src[:s.end], start+1
	for i < len(src) && (class[src[i]] == cLetter || class[src[i]] == cDigit) {
		i++
	}
	s.pos = i
	if i < len(src) {
		switch class[src[i]] {
		case cQuote:
			if s.isPrefix(src[start:i]) {
				return s.quoted(start, i)
			}
		case cHigh:
			r, _ := utf8.DecodeRuneInString(src[i:])
			if quoteClass(r) != 0 {
				if s.isPrefix(src[start:i]) {
					return s.quoted(start, i)
				}
			} else if _, space := laxSpace(r); !space && !s.py2 {
				return s.identifier(start)
			}
		}
	}
	k := tName
	if n := i - start; 2 <= n && n <= 8 {
		k = keyword(src[start:i], s.py2)
	}
	s.emit(k, start)
	return true
}

// isPrefix reports whether a word before a quote is the prefix of a string.
func (s *scanner) isPrefix(w string) bool {
	if len(w) > 2 {
		return false
	}
	switch strings.ToLower(w) {
	case "r", "u", "b", "br":
		return true
	case "ur":
		return s.py2
	case "f", "rb", "fr", "rf":
		return !s.py2
	}
	return false
}

// operator reads an operator or a bracket.
func (s *scanner) operator(c byte) bool {
	start := s.pos
	var c1, c2 byte
	if start+1 < s.end {
		c1 = s.src[start+1]
	}
	if start+2 < s.end {
		c2 = s.src[start+2]
	}
	k, n := tBad, 1
	// with returns what "c" is, or "c=" if that is what it is.
	with := func(alone, eq kind) {
		if k = alone; c1 == '=' {
			k, n = eq, 2
		}
	}
	// twice does the same for an operator that also exists doubled.
	twice := func(alone, eq, double, doubleEq kind) {
		switch {
		case c1 != c:
			with(alone, eq)
		case c2 == '=' && doubleEq != tBad:
			k, n = doubleEq, 3
		default:
			k, n = double, 2
		}
	}
	switch c {
	case '(', '[', '{':
		if len(s.brackets) >= maxBrackets {
			s.fail(SyntaxError, true, start, start+1, "too many nested parentheses")
			return false
		}
		s.brackets = append(s.brackets, bracket{c, s.line, int32(start)})
		switch c {
		case '(':
			k = tLparen
		case '[':
			k = tLbrack
		default:
			k = tLbrace
		}
	case ')', ']', '}':
		return s.closing(c)
	case ',':
		k = tComma
	case ':':
		k = tColon
		if c1 == '=' && !s.py2 {
			k, n = tWalrus, 2
		}
	case ';':
		k = tSemi
	case '.':
		if '0' <= c1 && c1 <= '9' {
			return s.number(start)
		}
		k = tDot
		if c1 == '.' && c2 == '.' && !s.py2 {
			k, n = tEllipsis, 3
		}
	case '=':
		with(tAssign, tEq)
	case '-':
		if with(tMinus, tMinusEq); c1 == '>' && !s.py2 {
			k, n = tArrow, 2
		}
	case '+':
		with(tPlus, tPlusEq)
	case '*':
		twice(tStar, tStarEq, tPower, tPowerEq)
	case '/':
		twice(tSlash, tSlashEq, tFloorDiv, tFloorDivEq)
	case '%':
		with(tPercent, tPercentEq)
	case '<':
		if twice(tLt, tLtE, tLShift, tLShiftEq); c1 == '>' {
			k, n = tLtGt, 2
		}
	case '>':
		twice(tGt, tGtE, tRShift, tRShiftEq)
	case '!':
		with(tBad, tNotEq)
	case '&':
		with(tAmp, tAmpEq)
	case '|':
		with(tBar, tBarEq)
	case '^':
		with(tCaret, tCaretEq)
	case '~':
		k = tTilde
	case '@':
		if k = tAt; !s.py2 {
			with(tAt, tAtEq)
		}
	case '`':
		if k = tBad; s.py2 {
			k = tBackquote
		}
	}
	s.pos += n
	s.emit(k, start)
	return true
}

// closing reads a closing bracket, which must match the last one opened.
func (s *scanner) closing(c byte) bool {
	start := s.pos
	n := len(s.brackets)
	if n == 0 {
		s.fail(SyntaxError, true, start, start+1, "unmatched '%c'", c)
		return false
	}
	b := s.brackets[n-1]
	k := tRparen
	want := byte(')')
	switch b.char {
	case '[':
		k, want = tRbrack, ']'
	case '{':
		k, want = tRbrace, '}'
	}
	if c != want {
		on := ""
		if b.line != s.line {
			on = fmt.Sprintf(" on line %d", b.line)
		}
		s.fail(SyntaxError, true, start, start+1,
			"closing parenthesis '%c' does not match opening parenthesis '%c'%s", c, b.char, on)
		return false
	}
	s.brackets = s.brackets[:n-1]
	s.pos++
	s.emit(k, start)
	return true
}

// quoted reads a string whose prefix starts at start and whose quote is at q.
func (s *scanner) quoted(start, q int) bool {
	src := s.src[:s.end]
	c := src[q]
	if c >= 0x80 {
		return s.typographic(start, q)
	}
	line := s.line
	i := q + 1
	if i+1 < len(src) && src[i] == c && src[i+1] == c {
		for i += 2; i < len(src); i++ {
			switch src[i] {
			case '\\':
				if i++; i < len(src) && src[i] == '\n' {
					s.line++
				}
			case '\n':
				s.line++
			case c:
				if i+2 < len(src) && src[i+1] == c && src[i+2] == c {
					s.pos = i + 3
					s.toks = append(s.toks, token{tString, uint8(len(s.brackets)), line, int32(start), int32(s.pos)})
					return true
				}
			}
		}
		last := int32(len(s.lines))
		if last > 1 && s.lines[last-1] == int32(len(s.src)) {
			last--
		}
		s.fail(SyntaxError, true, start, start+1, "unterminated triple-quoted string literal (detected at line %d)", last)
		s.err.Incomplete = true
		s.err.old = &oldPlace{"EOF while scanning triple-quoted string literal", -1}
		return false
	}
	for ; i < len(src); i++ {
		switch src[i] {
		case '\\':
			if i++; i < len(src) && src[i] == '\n' {
				s.line++
			}
		case c:
			s.pos = i + 1
			s.toks = append(s.toks, token{tString, uint8(len(s.brackets)), line, int32(start), int32(s.pos)})
			return true
		case '\n':
			s.unterminated(start, i)
			return false
		}
	}
	s.unterminated(start, i)
	return false
}

// unterminated is the error for a string without an end on its line, which ends at end.
func (s *scanner) unterminated(start, end int) {
	last := min(s.line, s.place(int32(max(s.end-1, 0))).Line)
	s.fail(SyntaxError, true, start, start+1, "unterminated string literal (detected at line %d)", last)
	s.err.old = &oldPlace{"EOL while scanning string literal", end}
}
