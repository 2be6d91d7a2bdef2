package syntax

import "strconv"

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

func (p *parser) raiseKind(k ErrorKind, at Span, msg string) {
	p.far = max(p.far, p.i)
	panic(bailout{p.newError(k, at, msg)})
}

func (p *parser) newError(k ErrorKind, at Span, msg string) *Error {
	return &Error{Kind: k, Path: p.s.path, Span: at, Msg: msg, Line: p.s.lineText(at.Start.Line)}
}

// raiseHere reports an error at the current token.
func (p *parser) raiseHere(msg string) { p.raise(p.tokenSpan(p.i), msg) }

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
	mark, depth, diag, stack, refused := p.i, p.depth, p.diag, len(p.stack), p.refused
	p.diag = false
	p.tried = nil
	defer func() {
		p.diag = diag
		if r := recover(); r != nil {
			b, is := r.(bailout)
			if !is {
				panic(r)
			}
			p.tried = b.err
			p.depth, p.stack, p.refused = depth, p.stack[:stack], refused
			p.seek(mark)
			ok = false
		}
	}()
	f()
	return true
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
	if err == nil {
		at := p.tokenSpan(stuck)
		switch t.kind {
		case tError:
			e := p.s.err.Error
			return &e
		case tIndent:
			at.Start = Pos{at.End.Line, max(at.End.Col-1, 1)}
			at.End.Col = -1 // there is none
			return p.newError(IndentationError, at, "unexpected indent")
		case tDedent:
			return p.newError(IndentationError, at, "unexpected unindent")
		case tEOF:
			err = p.newError(SyntaxError, at, "invalid syntax")
			err.Incomplete = true
		default:
			err = p.newError(SyntaxError, at, "invalid syntax")
		}
	}
	if s := p.s.err; s != nil && (s.hard || p.reached || s.unclosed && t.line > s.Start.Line) {
		e := s.Error
		e.Incomplete = e.Incomplete && t.kind == tError
		return &e
	}
	return err
}

// tokenSpan returns the place of the i-th token.
func (p *parser) tokenSpan(i int) Span {
	t := &p.toks[i]
	return Span{p.s.at(t.line, t.start), p.endOf(t)}
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
