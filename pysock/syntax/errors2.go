package syntax

import (
	"regexp"
	"strings"
	"sync"
)

// An Old is how Python 2 tells of a syntax error. Its parser knows the token that it
// can't use and no more: the error is at the last byte of that. What is found afterwards, in
// the tree, has words of its own and no place in its line.
type Old struct {
	Kind   ErrorKind
	Msg    string
	Line   int
	Offset int    // of a byte, from 1; -1 if there is none
	Text   string // what of the source the tokenizer had before it, or ""
}

// inOldWords are the words that Python 2 has for what it finds in the tree, by those of Python 3
// or, where only it refuses that, by its own; the first that matches counts.
var inOldWords = sync.OnceValue(func() []wording {
	on := func(pattern, words string) wording {
		return wording{regexp.MustCompile("^(?:" + pattern + ")$"), words}
	}
	const hint = `(?: here\. Maybe you meant .*)?`
	return []wording{
		on(`cannot (assign to|delete) (?:dict literal|set display)`+hint, "can't $1 literal"),
		on(`cannot (assign to|delete) tuple`+hint, "can't $1 ()"),
		on(`cannot (assign to|delete) expression`+hint, "can't $1 operator"),
		on(`cannot (assign to|delete) (literal|function call|lambda|comparison|conditional expression|yield expression|`+
			`(?:list|set|dict) comprehension|generator expression|repr)`+hint, "can't $1 $2"),
		on(`'.*' is an (illegal expression for augmented assignment)`, "$1"),
		on(`Generator expression must be parenthesized`, "Generator expression must be parenthesized if not sole argument"),
		on(`keyword argument repeated: .*`, "keyword argument repeated"),
		on(`expression cannot contain assignment, perhaps you meant "=="\?`, "keyword can't be an expression"),
		on(`positional argument follows keyword argument`, "non-keyword arg after keyword arg"),
		on(`(cannot assign to None|non-default argument follows default argument|only named arguments may follow \*expression|`+
			`assignment to yield expression not possible|parenthesized arg with default|more than 255 arguments|lambda cannot contain assignment|trailing comma not allowed without surrounding parentheses|`+
			`\(unicode error\) .*|Exceeds the limit .*)`, "$1"),
	}
})

type wording struct {
	pattern *regexp.Regexp
	words   string
}

// oldWords returns Python 2's words for an error in the tree.
func oldWords(msg string) (string, bool) {
	for _, w := range inOldWords() {
		if w.pattern.MatchString(msg) {
			return w.pattern.ReplaceAllString(msg, w.words), true
		}
	}
	return "", false
}

// An oldPlace is what Python 2's tokenizer says where it gives up, and how far it has read by then.
type oldPlace struct {
	msg string // "" at the end of the file, or of what is no token
	pos int    // the end of the source, with the newline that is added, is -1
}

// old is what Python 2 says of the error that ended the parser, by the token at which that failed first.
func (p *parser) old(mode Mode) *Old {
	i := p.stuck
	t := &p.toks[i]
	if s := p.s.err; s != nil && t.kind == tError {
		return p.oldScan(s, mode)
	}
	o := &Old{Msg: "invalid syntax"}
	end, atEnd := int(t.end), false
	switch t.kind {
	case tIndent:
		o.Kind, o.Msg = IndentationError, "unexpected indent"
		end = p.firstToken(i)
	case tDedent, tEOF:
		if t.kind == tDedent {
			o.Kind, o.Msg = IndentationError, "unexpected unindent"
		}
		if end = p.firstToken(i); end >= len(p.src) {
			atEnd = true
		}
	case tNewline:
		atEnd = int(t.start) >= len(p.src) && (mode != ExecMode || strings.HasSuffix(strings.TrimSuffix(p.src, "\n"), "\\"))
		end = int(t.start) + 1
	default: // all but strings are read up to what isn't theirs any more
		atEnd = mode != ExecMode && end == len(p.src) && t.kind != tString
	}
	if e := p.found; e != nil && e.Kind == IndentationError {
		o.Kind, o.Msg = IndentationError, "expected an indented block"
	}
	p.place2(o, p.lineOf(i), end, atEnd, mode)
	return o
}

// endSingle2 ends "single" input as Python 2 does: after a compound statement must come an empty line, which for
// the tokenizer the end of the file is after the end of a line. What follows a line is nothing to it.
func (p *parser) endSingle2(block bool) {
	if !block {
		return
	}
	if p.kind != tEOF || !strings.HasSuffix(p.src, "\n") && p.toks[p.i-1].kind != tDedent {
		p.fail()
	}
}

// lineOf is the line in which a token starts, or before it on that line a string of several lines: the
// tokenizer still has these.
func (p *parser) lineOf(i int) int32 {
	line := p.toks[i].line
	for i--; i >= 0 && p.endOf(&p.toks[i]).Line == line; i-- {
		line = p.toks[i].line
	}
	return line
}

// firstToken returns the start of the token that follows changes of the indentation.
func (p *parser) firstToken(i int) int {
	for p.toks[i].kind == tDedent || p.toks[i].kind == tIndent {
		i++
	}
	if p.toks[i].kind == tEOF {
		return len(p.src)
	}
	return int(p.toks[i].start)
}

// badLiteral notes what is wrong with a string. Python 2 looks into strings when the whole file has been
// read.
func (p *parser) badLiteral(msg string) {
	kind := SyntaxError
	if msg == invalidHex {
		kind = ValueError
	}
	p.note(p.newError(kind, p.tokenSpan(p.i), msg))
}

// invalidHex is the one fault of a string that is a ValueError.
const invalidHex = `invalid \x escape`

// inTree is an error that the parser has nothing to do with.
func inTree(err *Error) *Old {
	words, ok := oldWords(err.Msg)
	if !ok {
		words = err.Msg
	}
	return &Old{Kind: err.Kind, Msg: words, Line: int(err.Start.Line), Offset: -1}
}

// oldScan is what is said where the scanner gave up.
func (p *parser) oldScan(s *scanError, mode Mode) *Old {
	o := &Old{Kind: s.Kind, Msg: s.Msg}
	start := int(p.toks[len(p.toks)-1].start)
	at := s.old
	if at == nil {
		at = &oldPlace{pos: start + 1}
		if mode != ExecMode && at.pos == len(p.src) {
			at.pos = -1
		}
		if s.Kind != SyntaxError {
			at.msg, at.pos = s.Msg, p.lineEnd2(start)
		}
	}
	if o.Msg = at.msg; o.Msg == "" {
		o.Msg = "invalid syntax"
	}
	if at.pos < 0 {
		last := p.s.place(int32(max(len(p.src)-1, 0))).Line
		if at.msg != "" {
			p.place2(o, p.lineOf(len(p.toks)-1), len(p.src), false, mode)
			if p.lines {
				if strings.HasSuffix(p.src, "\n") {
					o.Text += "\n"
					o.Line++
				}
				o.Line++
			}
			o.Offset = len(o.Text)
		} else {
			p.place2(o, last, len(p.src), true, mode)
		}
		return o
	}
	p.place2(o, p.lineOf(len(p.toks)-1), at.pos, false, mode)
	if p.lines && strings.HasSuffix(strings.TrimSuffix(p.src, "\n"), "\\") && at.pos >= len(p.src) {
		o.Line++
	}
	return o
}

// lineEnd2 is the place after the newline of the line of an offset.
func (p *parser) lineEnd2(at int) int {
	if i := strings.IndexByte(p.src[min(at, len(p.src)):], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(p.src) + 1
}

// place2 fills in where an error is: what had been read of the line, and those after it, ends at end.
func (p *parser) place2(o *Old, line int32, end int, atEnd bool, mode Mode) {
	src := p.src
	if mode == ExecMode && !strings.HasSuffix(src, "\n") {
		src += "\n"
	}
	if atEnd { // the last line is what it had read
		end = len(src)
		line = p.s.place(int32(max(end-1, 0))).Line
	}
	from := int(p.s.lines[line-1])
	end = min(end, len(src))
	last := max(end-1, from)
	to := len(src)
	if i := strings.IndexByte(src[last:], '\n'); i >= 0 {
		to = last + i + 1
	}
	text := func(a, b int) string {
		if p.latin {
			return p.enc.Encode(src[a:b])
		}
		return src[a:b]
	}
	o.Offset = len(text(from, end))
	o.Text = text(from, to)
	o.Line = int(line) + strings.Count(src[from:last], "\n")
	if src == "" {
		o.Line = 0
	}
	if atEnd && p.lines { // it has looked for another line
		o.Line, o.Text = o.Line+1, ""
	}
	if atEnd && o.Line <= 1 {
		o.Kind, o.Msg = SyntaxError, "unexpected EOF while parsing"
	}
}
