package syntax

import (
	"strconv"
	"strings"
)

// Error returns the message with its place: path:line:col: message.
func (e *Error) Error() string {
	b := []byte(e.Path)
	if e.Start.IsValid() {
		b = append(b, ':')
		b = strconv.AppendInt(b, int64(e.Start.Line), 10)
		b = append(b, ':')
		b = strconv.AppendInt(b, int64(e.Start.Col), 10)
	}
	b = append(b, ": "...)
	return string(append(b, e.Msg...))
}

// String returns the name of Python's exception.
func (k ErrorKind) String() string {
	return [...]string{"SyntaxError", "IndentationError", "TabError", "ValueError"}[k]
}

// A bailout carries an error, or the bare fact of a failure (err is nil), up
// to the function that can deal with it: parser.try or parser.parse. It never
// leaves this package.
type bailout struct{ err *Error }

// fail gives up at the current token. What to say is found out afterwards.
func (p *parser) fail() {
	p.far = max(p.far, p.i)
	p.reach()
	panic(bailout{})
}

// reach notes that the parser wanted to read on where the scanner had failed.
func (p *parser) reach() {
	if p.kind == tError {
		p.reached = true
	}
}

// raise reports an error that is understood.
func (p *parser) raise(at Span, msg string) {
	p.raiseKind(SyntaxError, at, msg)
}

// raiseEarly reports an error of a rule that is tried in any run.
func (p *parser) raiseEarly(at Span, msg string) {
	err := p.newError(SyntaxError, at, msg)
	err.early = !p.py2
	p.far = max(p.far, p.i)
	panic(bailout{err})
}

func (p *parser) raiseKind(k ErrorKind, at Span, msg string) {
	p.far = max(p.far, p.i)
	panic(bailout{p.newError(k, at, msg)})
}

func (p *parser) newError(k ErrorKind, at Span, msg string) *Error {
	return &Error{Kind: k, Path: p.s.path, Span: at, Msg: msg, Line: p.s.lineText(at.Start.Line)}
}

// raiseHere reports an error at the current token.
func (p *parser) raiseHere(msg string) { p.raise(p.restSpan(p.i), msg) }

// refuse reports an error that Python 2 finds in the tree, when the whole file has been read:
// there it is only noted.
func (p *parser) refuse(at Span, msg string) {
	if !p.py2 {
		p.raise(at, msg)
	}
	p.note(p.newError(SyntaxError, at, msg))
}

func (p *parser) note(err *Error) {
	if p.refused == nil {
		p.refused = err
	}
}

// try runs f; if it fails, the parser goes back to where it was. What it said
// is in p.tried.
func (p *parser) try(f func()) (ok bool) {
	mark, depth, diag, stack, refused, partial := p.i, p.depth, p.diag, len(p.stack), p.refused, p.partial
	p.diag = false
	p.tried = nil
	defer func() {
		p.diag = diag
		if r := recover(); r != nil {
			b, is := r.(bailout)
			if !is {
				panic(r)
			}
			if b.err != nil && b.err.early {
				panic(b)
			}
			p.tried = b.err
			p.depth, p.stack, p.refused, p.partial = depth, p.stack[:stack], refused, partial
			p.seek(mark)
			ok = false
		}
	}()
	f()
	return true
}

// part is try for an expression that ends where it can't go on. What stands in it has
// been read then: it isn't looked into for mistakes again.
func (p *parser) part(f func()) bool {
	partial := p.partial
	p.partial = true
	defer func() { p.partial = partial }()
	return p.try(f)
}

// either is try for one of the ways that the grammar may go on. In the second run what
// is found on that way is the error, unless the way just ends.
func (p *parser) either(f func()) bool {
	diag := p.diag
	ok := p.try(func() { p.diag = diag; f() })
	if !ok && diag && p.tried != nil {
		panic(bailout{p.tried})
	}
	return ok
}

// parse runs f over the tokens. If it fails without an explanation, it is run
// again in a mode that looks for one: this keeps the search for the likeliest
// mistake away from the sources that have none.
func (p *parser) parse(f func()) *Error {
	err, ok := p.attempt(f)
	if ok {
		return nil
	}
	p.stuck = p.far
	if err == nil {
		p.diag = true
		p.far, p.future, p.depth, p.stack, p.refused = 0, p.initial, 0, p.stack[:0], nil
		p.seek(0)
		if err, ok = p.attempt(f); ok {
			err = nil
		}
	}
	p.found = err
	return p.explain(err, p.stuck)
}

// hold notes what CPython's tokenizer has before it when it has read up to the i-th token: the
// line, but if that token is on a later one, its newline has gone, and if a string or a
// backslash joins lines to it, they are there still.
func (p *parser) hold(err *Error, i int) {
	if p.py2 || p.s.fragment || err.inField {
		return
	}
	read := p.endOf(&p.toks[i]).Line
	if read > err.Start.Line {
		err.Held = err.Line
		return
	}
	if err.Line == "" {
		err.Held = "\n"
		return
	}
	first := p.lineOf(i)
	for first > 1 && strings.HasSuffix(p.s.lineText(first-1), "\\") && !p.commented(first-1) {
		first--
	}
	if first < read {
		err.Held = p.src[p.s.lines[first-1]:]
		if int(read) < len(p.s.lines) {
			err.Held = p.src[p.s.lines[first-1]:p.s.lines[read]]
		} else if !p.s.open {
			err.Held += "\n"
		}
	}
}

// commented reports whether a line ends with a comment.
func (p *parser) commented(line int32) bool {
	i := 0
	for p.toks[i].kind != tEOF && p.toks[i].kind != tError && p.toks[i].line <= line {
		i++
	}
	from := p.s.lines[line-1]
	if i > 0 {
		from = max(from, p.toks[i-1].end)
	}
	return strings.Contains(p.s.src[from:p.s.lines[line]], "#")
}

func (p *parser) attempt(f func()) (err *Error, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			b, is := r.(bailout)
			if !is {
				panic(r)
			}
			err, ok = b.err, false
		}
	}()
	f()
	return nil, true
}

// explain chooses between what the parser found, which may be nothing, at the
// token it was stuck at, and what the scanner found.
func (p *parser) explain(err *Error, stuck int) *Error {
	t := p.toks[stuck]
	if err != nil && err.parsed {
		p.hold(err, stuck)
		return err
	}
	read := max(p.far, stuck)
	if err == nil {
		at := p.tokenSpan(stuck)
		switch t.kind {
		case tError:
			return p.scanError(true)
		case tIndent:
			err = p.newError(IndentationError, p.restSpan(stuck), "unexpected indent")
			p.hold(err, stuck)
			return err
		case tDedent:
			err = p.newError(IndentationError, p.restSpan(stuck), "unexpected unindent")
			p.hold(err, stuck)
			return err
		case tEOF:
			err = p.newError(SyntaxError, at, "invalid syntax")
			if err.Incomplete = true; !p.py2 && !p.s.fragment {
				err.Start.Col, err.End.Col = 0, 0 // it is nowhere
			}
		case tNewline:
			err = p.newError(SyntaxError, p.restSpan(stuck), "invalid syntax")
		default:
			err = p.newError(SyntaxError, at, "invalid syntax")
		}
	}
	if s := p.s.err; s != nil && (s.hard || p.reached || s.unclosed && p.toks[read].line > s.Start.Line) {
		return p.scanError(t.kind == tError)
	}
	p.hold(err, read)
	return err
}

// scanError returns the scanner's error; reached tells whether all before it was fine.
func (p *parser) scanError(reached bool) *Error {
	e := p.s.err.Error
	e.Incomplete = e.Incomplete && reached
	if p.s.err.unclosed && !p.py2 && p.lastLine() > e.Start.Line {
		e.Held = e.Line
	}
	return &e
}

// lastLine is the number of the last line.
func (p *parser) lastLine() int32 {
	return p.s.place(int32(max(len(p.src)-1, 0))).Line
}

// tokenSpan returns the place of the i-th token.
func (p *parser) tokenSpan(i int) Span {
	t := &p.toks[i]
	return Span{p.s.at(t.line, t.start), p.endOf(t)}
}

// restSpan returns the place of the i-th token as CPython has it where an error is merely that
// of the last token: changes of the indentation and the end of the file have none, so it is how
// far the tokenizer has come in its line, and no end.
func (p *parser) restSpan(i int) Span {
	at := p.tokenSpan(i)
	if p.py2 {
		return at
	}
	switch p.toks[i].kind {
	case tDedent, tIndent, tEOF:
		if p.toks[i].kind != tEOF {
			at.Start = Pos{at.End.Line, at.End.Col}
		}
		if !p.blank(i) || p.s.open && !strings.HasSuffix(p.src, "\n") {
			at.Start.Col--
		}
	case tNewline:
		if !p.s.open || int(p.toks[i].start) < len(p.src) {
			return p.newlineSpan(i)
		}
		at.Start.Col--
	default:
		return at
	}
	at.End = Pos{at.Start.Line, -1}
	return at
}

// newlineSpan returns the place of a token that ends a line, which begins at its comment.
func (p *parser) newlineSpan(i int) Span {
	at := p.tokenSpan(i)
	if i > 0 {
		from := p.toks[i-1].end
		if n := strings.IndexByte(p.src[from:p.toks[i].start], '#'); n >= 0 {
			at.Start = p.s.place(from + int32(n))
		}
	}
	return at
}

func (p *parser) endOf(t *token) Pos {
	if lines := p.s.lines; int(t.line) < len(lines) && t.end > lines[t.line] {
		return p.s.place(t.end)
	}
	return p.s.at(t.line, t.end)
}

// describe names the kind of an expression, as CPython's messages do.
func describe(x Expr) string {
	switch x := x.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *Repr:
		return "repr"
	case *Comp:
		return [...]string{"list comprehension", "set comprehension", "dict comprehension", "generator expression"}[x.Kind]
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Constant:
		return [...]string{"None", "True", "False", "ellipsis"}[x.Kind]
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "literal"
}

// A targetKind is what is done to a target.
type targetKind uint8

const (
	assignTarget targetKind = iota
	deleteTarget
	forTarget
)

// invalidTarget returns the part of x that can't be a target, or nil.
func (p *parser) invalidTarget(x Expr, k targetKind) Expr {
	switch x := x.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *Starred:
		if k == deleteTarget || p.py2 {
			return x
		}
		return p.invalidTarget(x.X, k)
	case *List:
		return p.firstInvalid(x.Elts, k)
	case *Tuple:
		if p.py2 && len(x.Elts) == 0 {
			return x
		}
		return p.firstInvalid(x.Elts, k)
	case *Compare:
		if k == forTarget && x.Ops[0] == In {
			return p.invalidTarget(x.X, k)
		}
		if k == forTarget {
			return nil // it lacks its "in", which is the real error
		}
	}
	return x
}

func (p *parser) firstInvalid(xs []Expr, k targetKind) Expr {
	for _, x := range xs {
		if bad := p.invalidTarget(x, k); bad != nil {
			return bad
		}
	}
	return nil
}

// checkTarget raises an error unless x can be a target.
func (p *parser) checkTarget(x Expr, k targetKind) {
	if bad := p.invalidTarget(x, k); bad != nil {
		at := bad.Bounds()
		if p.py2 {
			at = x.Bounds()
		}
		verb := "assign to "
		if k == deleteTarget {
			verb = "delete "
		}
		p.refuse(at, "cannot "+verb+describe(bad))
	}
}
