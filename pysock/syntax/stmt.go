package syntax

import "fmt"

// Statements. A compound statement's parser is found by its keyword.

var compound [numKinds]func(*parser) Stmt

var simple [numKinds]func(*parser) Stmt

func init() {
	compound = [numKinds]func(*parser) Stmt{
		kwIf: (*parser).ifStmt, kwWhile: (*parser).whileStmt, kwFor: (*parser).forStmt,
		kwTry: (*parser).tryStmt, kwWith: (*parser).withStmt, kwDef: (*parser).funcDef,
		kwClass: (*parser).classDef, kwAsync: (*parser).asyncStmt, tAt: (*parser).decorated,
	}
	simple = [numKinds]func(*parser) Stmt{
		kwPass: (*parser).passStmt, kwBreak: (*parser).breakStmt, kwContinue: (*parser).continueStmt,
		kwReturn: (*parser).returnStmt, kwRaise: (*parser).raiseStmt, kwGlobal: (*parser).globalStmt,
		kwNonlocal: (*parser).nonlocalStmt, kwDel: (*parser).delStmt, kwAssert: (*parser).assertStmt,
		kwImport: (*parser).importStmt, kwFrom: (*parser).fromStmt,
		kwPrint: (*parser).printStmt, kwExec: (*parser).execStmt,
	}
}

// statement appends a compound statement, or a line of simple ones, to list.
func (p *parser) statement(list []Stmt) []Stmt {
	if f := compound[p.kind]; f != nil {
		p.enter()
		s := f(p)
		p.leave()
		return append(list, s)
	}
	if p.kind == tName && !p.py2 && p.text() == "match" {
		if s := p.matchStmt(); s != nil {
			return append(list, s)
		}
	}
	return p.simpleLine(list)
}

// simpleLine reads simple statements up to the end of the line.
func (p *parser) simpleLine(list []Stmt) []Stmt {
	for {
		if f := simple[p.kind]; f != nil {
			list = append(list, f(p))
		} else {
			list = append(list, p.exprStmt())
		}
		if !p.got(tSemi) && p.kind != tNewline {
			p.fail()
		}
		if p.kind == tNewline {
			p.lineEnd = p.end()
			p.next()
			return list
		}
	}
}

// block reads what a compound statement governs: an indented block, or the rest
// of the line. what and line say whose block it is.
func (p *parser) block(what string, line int32) []Stmt {
	if p.kind != tNewline {
		return p.simpleLine(nil)
	}
	p.next()
	if p.kind != tIndent {
		if p.kind == tError {
			p.fail()
		}
		msg := fmt.Sprintf("expected an indented block after %s on line %d", what, line)
		err := p.newError(IndentationError, p.restSpan(p.i), msg)
		err.Incomplete = p.blank(p.i)
		p.far = max(p.far, p.i)
		panic(bailout{err})
	}
	p.next()
	var list []Stmt
	for p.kind != tDedent && p.kind != tEOF {
		list = p.statement(list)
	}
	p.got(tDedent)
	return list
}

// blank reports whether from the i-th token on there are but the ends of blocks.
func (p *parser) blank(i int) bool {
	for p.toks[i].kind == tDedent {
		i++
	}
	return p.toks[i].kind == tEOF
}

// colon passes over the colon before a block. Where only a colon could stand
// (always), or the line ends, its lack is the error.
func (p *parser) colon(always bool) {
	if p.kind != tColon {
		if p.kind != tError && (always || p.kind == tNewline) {
			p.raiseHere("expected ':'")
		}
		p.fail()
	}
	p.next()
}

// blockFrom returns the place of a compound statement, which ends with the
// last line of its last block.
func (p *parser) blockFrom(start Pos) stmt { return stmt{Span{start, p.lineEnd}} }

func (p *parser) ifStmt() Stmt {
	start := p.pos()
	what := "'if' statement"
	if p.kind == kwElif {
		what = "'elif' statement"
	}
	p.next()
	s := &If{Test: p.namedExpr()}
	p.colon(false)
	s.Body = p.block(what, start.Line)
	s.stmt = p.blockFrom(start)
	switch p.kind {
	case kwElif:
		p.enter()
		s.Else = []Stmt{p.ifStmt()}
		p.leave()
	case kwElse:
		s.Else = p.elseBlock()
	default:
		return s
	}
	s.End = p.lineEnd
	return s
}

// elseBlock reads an optional else.
func (p *parser) elseBlock() []Stmt {
	if p.kind != kwElse {
		return nil
	}
	line := p.pos().Line
	p.next()
	p.colon(true)
	return p.block("'else' statement", line)
}

func (p *parser) whileStmt() Stmt {
	start := p.pos()
	p.next()
	s := &While{Test: p.namedExpr()}
	p.colon(false)
	s.Body = p.block("'while' statement", start.Line)
	s.stmt = p.blockFrom(start)
	if s.Else = p.elseBlock(); s.Else != nil {
		s.End = p.lineEnd
	}
	return s
}

func (p *parser) forStmt() Stmt {
	start := p.pos()
	p.next()
	s := &For{Target: p.targetList()}
	p.want(kwIn)
	s.Iter = p.exprList()
	p.colon(false)
	s.Body = p.block("'for' statement", start.Line)
	s.stmt = p.blockFrom(start)
	if s.Else = p.elseBlock(); s.Else != nil {
		s.End = p.lineEnd
	}
	return s
}

func (p *parser) tryStmt() Stmt {
	start := p.pos()
	p.next()
	p.colon(true)
	s := &Try{}
	s.Body = p.block("'try' statement", start.Line)
	for p.kind == kwExcept {
		at := p.tokenSpan(p.i)
		h, star := p.handler()
		if s.Handlers != nil && star != s.Star {
			p.raise(at, "cannot have both 'except' and 'except*' on the same 'try'")
		}
		s.Star = star
		s.Handlers = append(s.Handlers, h)
	}
	if s.Handlers != nil {
		s.Else = p.elseBlock()
	}
	if p.kind == kwFinally {
		line := p.pos().Line
		p.next()
		p.colon(true)
		s.Finally = p.block("'finally' statement", line)
	} else if s.Handlers == nil {
		err := p.newError(SyntaxError, p.restSpan(p.i), "expected 'except' or 'finally' block")
		err.Incomplete = p.blank(p.i)
		p.far = max(p.far, p.i)
		panic(bailout{err})
	}
	s.stmt = p.blockFrom(start)
	return s
}

// handler reads an except clause, and says whether it is an except*.
func (p *parser) handler() (h *ExceptHandler, star bool) {
	h = &ExceptHandler{}
	start := p.pos()
	p.next()
	what := "'except' statement"
	if !p.py2 && p.got(tStar) {
		star = true
		what = "'except*' statement"
		if p.kind == tNewline || p.kind == tColon {
			p.raiseHere("expected one or more exception types")
		}
	}
	if p.kind != tColon && p.kind != tNewline {
		h.Type = p.expression()
		switch {
		case p.got(kwAs):
			at := p.tokenSpan(p.i)
			h.Target = p.exceptTarget()
			if n, ok := h.Target.(*Name); !p.py2 && (!ok || n.End != at.End) {
				p.raise(at, "invalid syntax")
			}
		case p.kind == tComma && p.py2:
			p.next()
			h.Target = p.exceptTarget()
		case p.kind == tComma && p.diag:
			at := Span{Start: h.Type.Bounds().Start}
			mark := p.i
			if p.try(func() {
				p.next()
				p.exprList()
				if p.got(kwAs) {
					p.name()
				}
				at.End = p.end()
				p.want(tColon)
			}) {
				p.seek(mark)
				p.raise(at, "multiple exception types must be parenthesized")
			}
		}
	}
	p.colon(false)
	h.Body = p.block(what, start.Line)
	h.Span = Span{start, p.lineEnd}
	return h, star
}

// exceptTarget reads what an exception is bound to: a name, or in Python 2 any
// target.
func (p *parser) exceptTarget() Expr {
	if !p.py2 {
		if p.kind != tName {
			p.fail()
		}
		return p.atom()
	}
	x := p.expression()
	p.checkTarget(x, assignTarget)
	return x
}

func (p *parser) withStmt() Stmt {
	start := p.pos()
	p.next()
	s := &With{}
	if p.kind != tLparen || p.py2 || !p.parenWith(s) {
		s.Items = nil
		for {
			s.Items = append(s.Items, p.withItem())
			if !p.got(tComma) {
				break
			}
		}
		p.colon(false)
	}
	s.Body = p.block("'with' statement", start.Line)
	s.stmt = p.blockFrom(start)
	return s
}

// parenWith reads the items of a with statement in parentheses, if that is
// what they are: the parenthesis must close right before the colon.
func (p *parser) parenWith(s *With) bool {
	return p.either(func() {
		s.Items = nil
		p.next()
		for p.kind != tRparen {
			s.Items = append(s.Items, p.withItem())
			if !p.got(tComma) {
				break
			}
		}
		if s.Items == nil {
			p.fail()
		}
		p.want(tRparen)
		p.colon(false)
	})
}

func (p *parser) withItem() *WithItem {
	start := p.pos()
	w := &WithItem{Context: p.expression()}
	if p.got(kwAs) {
		if p.py2 {
			w.Target = p.binary(1)
			p.checkTarget(w.Target, assignTarget)
		} else {
			w.Target = p.withTarget()
		}
	}
	w.Span = Span{start, p.end()}
	return w
}

// withTarget reads the target of an item of Python 3's with.
func (p *parser) withTarget() (x Expr) {
	ends := func() bool { return p.kind == tComma || p.kind == tRparen || p.kind == tColon }
	read := func() {
		if x = p.starTarget(); p.invalidTarget(x, assignTarget) != nil || !ends() {
			p.fail()
		}
	}
	if !p.diag {
		read()
	} else if !p.either(read) {
		if y := p.expression(); ends() {
			p.checkTarget(y, assignTarget)
		}
		p.fail()
	}
	return x
}

func (p *parser) asyncStmt() Stmt {
	start := p.pos()
	p.next()
	switch p.kind {
	case kwDef:
		f := p.funcDef().(*FunctionDef)
		f.Start, f.Async = start, true
		return f
	case kwFor:
		f := p.forStmt().(*For)
		f.Start, f.Async = start, true
		return f
	case kwWith:
		w := p.withStmt().(*With)
		w.Start, w.Async = start, true
		return w
	}
	p.fail()
	return nil
}

func (p *parser) decorated() Stmt {
	var ds []Expr
	for p.kind == tAt {
		p.next()
		if p.py2 {
			ds = append(ds, p.decorator2())
		} else {
			ds = append(ds, p.namedExpr())
		}
		p.want(tNewline)
	}
	switch p.kind {
	case kwDef:
		f := p.funcDef().(*FunctionDef)
		f.Decorators = ds
		return f
	case kwAsync:
		if p.peek(1) == kwDef {
			f := p.asyncStmt().(*FunctionDef)
			f.Decorators = ds
			return f
		}
	case kwClass:
		c := p.classDef().(*ClassDef)
		c.Decorators = ds
		return c
	}
	p.fail()
	return nil
}

// decorator2 reads Python 2's decorator: a dotted name, perhaps called.
func (p *parser) decorator2() Expr {
	start := p.pos()
	if p.kind != tName {
		p.fail()
	}
	x := p.atom()
	for p.kind == tDot {
		x = p.attributeOf(x, start)
	}
	if p.kind == tLparen {
		x = p.callOf(x, start)
	}
	return x
}

func (p *parser) funcDef() Stmt {
	start := p.pos()
	p.next()
	f := &FunctionDef{NamePos: p.pos()}
	if p.py2 && p.kind == tName && p.text() == "None" {
		p.refuse(p.tokenSpan(p.i), "cannot assign to None")
	}
	f.Name = p.name()
	if p.kind != tLparen {
		if p.kind == tError {
			p.fail()
		}
		p.raiseHere("expected '('")
	}
	p.next()
	f.Params = p.params(tRparen)
	p.want(tRparen)
	if p.kind == tArrow {
		if !startsExpr[p.peek(1)] {
			p.raiseHere("expected ':'")
		}
		p.next()
		f.Returns = p.expression()
	}
	p.colon(true)
	f.Body = p.block("function definition", start.Line)
	f.stmt = p.blockFrom(start)
	return f
}

func (p *parser) classDef() Stmt {
	start := p.pos()
	p.next()
	c := &ClassDef{NamePos: p.pos()}
	if p.py2 && p.kind == tName && p.text() == "None" {
		p.refuse(p.tokenSpan(p.i), "cannot assign to None")
	}
	c.Name = p.name()
	if p.kind == tLparen {
		if p.py2 {
			p.next()
			if p.kind != tRparen {
				mark := len(p.stack)
				for {
					p.push(p.expression())
					if !p.got(tComma) || p.kind == tRparen {
						break
					}
				}
				c.Bases = p.take(mark)
			}
		} else {
			call := &Call{Lparen: p.pos()}
			p.next()
			p.arguments(call)
			c.Bases, c.Keywords = call.Args, call.Keywords
			if len(c.Bases) == 1 {
				if g, ok := c.Bases[0].(*Comp); ok && g.Start == call.Lparen {
					at := g.Generators[0].Start
					p.raise(Span{at, Pos{at.Line, at.Col + int32(len("for"))}}, "invalid syntax")
				}
			}
		}
		p.want(tRparen)
	}
	p.colon(!p.py2 && p.kind == tNewline)
	c.Body = p.block("class definition", start.Line)
	c.stmt = p.blockFrom(start)
	return c
}
