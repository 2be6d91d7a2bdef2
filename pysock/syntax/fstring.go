package syntax

import (
	"fmt"
	"strings"
)

// An f-string is one token. Its fields are cut out by their brackets and
// quotes alone, and each is then scanned and parsed in place, so that its nodes
// have their true positions. The rules are those of Python 3.11: no backslash,
// no comment and not the string's own quote inside a field.

// A joiner collects the parts of an f-string and of the strings next to it.
type joiner struct {
	values  []Expr
	pending string // text that has not become a Str yet
	at      Span   // its place
}

func (j *joiner) text(s string, at expr) {
	if s == "" {
		return
	}
	if j.pending == "" {
		j.at = at.Span
	}
	j.pending += s
	j.at.End = at.End
}

// flush makes the pending text a Str.
func (j *joiner) flush() {
	if j.pending != "" {
		j.values = append(j.values, &Str{expr: expr{j.at}, Value: j.pending})
		j.pending = ""
	}
}

func (j *joiner) add(x Expr) {
	j.flush()
	j.values = append(j.values, x)
}

// An fparser reads one f-string token.
type fparser struct {
	p   *parser
	lit *literal
	pos int
	end int
	at  expr // the token's place
}

// fstring reads the current token, an f-string.
func (p *parser) fstring(j *joiner, l *literal) {
	f := &fparser{p: p, lit: l, pos: l.start, end: l.end, at: p.span()}
	f.parts(j, 0)
}

func (f *fparser) fail(msg string) { f.raise("f-string: " + msg) }

func (f *fparser) raise(msg string) { f.p.raiseAfter(msg) }

// parts reads text and fields: to the end of the string, or, in a format
// specification (depth > 0), up to its brace.
func (f *fparser) parts(j *joiner, depth int) {
	for {
		f.text(j, depth)
		if f.pos >= f.end || f.p.src[f.pos] == '}' {
			return
		}
		f.field(j, depth)
	}
}

// text reads literal text up to a single brace. A doubled brace stands for one,
// except in a format specification.
func (f *fparser) text(j *joiner, depth int) {
	src := f.p.src
	for start := f.pos; ; start = f.pos {
		doubled := false
		i := start
	scan:
		for ; i < f.end; i++ {
			switch c := src[i]; c {
			case '\\':
				if f.lit.raw || i+1 >= f.end {
					break
				}
				switch src[i+1] {
				case '{', '}':
				case 'N':
					if i++; i+1 < f.end && src[i+1] == '{' {
						for i < f.end && src[i] != '}' {
							i++
						}
					}
				default:
					i++
				}
			case '{', '}':
				if depth == 0 && i+1 < f.end && src[i+1] == c {
					doubled = true
					i++
				} else if depth == 0 && c == '}' {
					f.fail("single '}' is not allowed")
				}
				break scan
			}
		}
		i = min(i, f.end)
		text := src[start:i]
		f.pos = i
		if doubled {
			f.pos++
		}
		if !f.lit.raw {
			v, msg := f.p.unescape(text, escapeText)
			if msg != "" {
				f.raise(msg)
			}
			f.p.strayEscape(f.at.Span, src[start:min(i+1, f.end)], escapeText)
			text = v
		}
		j.text(text, f.at)
		if !doubled {
			return
		}
	}
}

// field reads {X!conv:spec}, from its brace on.
func (f *fparser) field(j *joiner, depth int) {
	src := f.p.src
	if depth >= 2 {
		f.fail("expressions nested too deeply")
	}
	open := f.pos
	f.pos++
	start := f.pos
	end := f.fieldEnd()
	if end >= f.end {
		f.fail("expecting '}'")
	}
	x := f.expr(open, start, end)
	f.pos = end
	v := &FormattedValue{X: x}
	if src[f.pos] == '=' {
		f.pos++
		for f.pos < f.end && strings.IndexByte(" \t\n\r\f\v", src[f.pos]) >= 0 {
			f.pos++
		}
		j.text(src[start:f.pos], f.at)
		v.Conv = 'r'
		f.more()
	}
	debug := v.Conv != 0
	if src[f.pos] == '!' {
		f.pos++
		f.more()
		v.Conv = src[f.pos]
		if v.Conv != 's' && v.Conv != 'r' && v.Conv != 'a' {
			f.fail("invalid conversion character: expected 's', 'r', or 'a'")
		}
		f.pos++
		debug = false
		f.more()
	}
	if src[f.pos] == ':' {
		f.pos++
		var spec joiner
		f.parts(&spec, depth+1)
		spec.flush()
		v.Spec = &JoinedStr{expr: f.at, Values: spec.values}
		if debug {
			v.Conv = 0
		}
		f.more()
	}
	if src[f.pos] != '}' {
		f.fail("expecting '}'")
	}
	f.pos++
	v.expr = f.at
	v.Start, v.End = f.p.s.place(int32(open)), f.p.s.place(int32(f.pos))
	j.add(v)
}

// more makes sure that the string goes on.
func (f *fparser) more() {
	if f.pos >= f.end {
		f.fail("expecting '}'")
	}
}

// fieldEnd returns where the expression that starts here ends.
func (f *fparser) fieldEnd() int {
	src := f.p.src
	var quote byte
	triple := false
	var brackets []byte
	i := f.pos
loop:
	for ; i < f.end; i++ {
		c := src[i]
		isTriple := i+2 < f.end && src[i+1] == c && src[i+2] == c
		switch {
		case c == '\\':
			f.raise("f-string expression part cannot include a backslash")
		case quote != 0:
			if c == quote {
				if !triple {
					quote = 0
				} else if isTriple {
					i += 2
					quote = 0
				}
			}
		case c == '\'' || c == '"':
			quote, triple = c, isTriple
			if triple {
				i += 2
			}
		case c == '(' || c == '[' || c == '{':
			if len(brackets) >= maxBrackets {
				f.fail("too many nested parenthesis")
			}
			brackets = append(brackets, c)
		case c == '#':
			f.raise("f-string expression part cannot include '#'")
		case len(brackets) == 0 && strings.IndexByte("!:}=<>", c) >= 0:
			if i+1 < f.end && src[i+1] == '=' && strings.IndexByte("!=<>", c) >= 0 {
				i++
				continue
			}
			if c == '<' || c == '>' {
				continue
			}
			break loop
		case c == ')' || c == ']' || c == '}':
			if len(brackets) == 0 {
				f.fail(fmt.Sprintf("unmatched '%c'", c))
			}
			open := brackets[len(brackets)-1]
			brackets = brackets[:len(brackets)-1]
			if !(open == '(' && c == ')' || open == '[' && c == ']' || open == '{' && c == '}') {
				f.fail(fmt.Sprintf("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open))
			}
		}
	}
	if quote != 0 {
		f.fail("unterminated string")
	}
	if len(brackets) > 0 {
		f.fail(fmt.Sprintf("unmatched '%c'", brackets[len(brackets)-1]))
	}
	return i
}

// expr parses the expression at src[start:end], as if in parentheses.
func (f *fparser) expr(open, start, end int) Expr {
	p := f.p
	if strings.Trim(p.src[start:end], " \t\n\f\r") == "" {
		if c := p.src[end]; c == '!' || c == ':' || c == '=' {
			f.fail("expression required before '" + string(c) + "'")
		}
		f.fail("empty expression not allowed")
	}
	at := p.s.place(int32(open))
	s := &scanner{
		path: p.s.path, src: p.src, pos: start, end: end, line: at.Line, lines: p.s.lines,
		fragment: true, brackets: []bracket{{'(', at.Line, int32(open)}}, charset: p.charset,
	}
	s.scan()
	sub := &parser{
		s: s, src: p.src, toks: s.toks, enc: p.enc, initial: p.future, future: p.future,
		charName: p.charName,
	}
	sub.depth = p.depth
	sub.seek(0)
	var x Expr
	err := sub.parse(func() {
		sub.depth = p.depth
		x = sub.parenBody(at, tEOF)
	})
	if err != nil {
		if !err.Bare && (err.after || !strings.HasPrefix(err.Msg, "f-string: ")) { // the scanner doesn't know
			err.Msg = "f-string: " + err.Msg
		}
		f.relate(err, start, end)
		err.Incomplete, err.early = false, true
		p.far = max(p.far, p.i)
		panic(bailout{err})
	}
	return x
}

// relate makes an error in the expression at src[start:end] speak of that alone,
// put in parentheses: so does CPython, which compiles it so.
func (f *fparser) relate(err *Error, start, end int) {
	if err.inField {
		return
	}
	err.inField, err.after, err.ended = true, false, false
	from := f.p.s.place(int32(start))
	if err.Start == err.End && !err.Bare { // at the end of the expression, where the parenthesis is
		err.End.Col++
	}
	lines := strings.Split("("+f.p.src[start:end]+")", "\n")
	if i := int(err.Start.Line - from.Line); i >= 0 && i < len(lines) {
		err.Line = lines[i]
	}
	for _, at := range []*Pos{&err.Start, &err.End} {
		if at.Line == from.Line {
			at.Col += int32(len("(")) - (from.Col - 1)
		}
	}
}
