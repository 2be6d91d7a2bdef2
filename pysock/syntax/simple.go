package syntax

import "strings"

// Simple statements: those of one line.

func (p *parser) passStmt() Stmt {
	s := &Pass{stmt{p.tokenSpan(p.i)}}
	p.next()
	return s
}

func (p *parser) breakStmt() Stmt {
	s := &Break{stmt{p.tokenSpan(p.i)}}
	p.next()
	return s
}

func (p *parser) continueStmt() Stmt {
	s := &Continue{stmt{p.tokenSpan(p.i)}}
	p.next()
	return s
}

func (p *parser) returnStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Return{}
	if p.startsItem() {
		s.Value = p.exprList()
	}
	s.stmt = p.stmtFrom(start)
	return s
}

func (p *parser) raiseStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Raise{}
	if startsExpr[p.kind] {
		s.Exc = p.expression()
		switch {
		case p.kind == kwFrom && !p.py2:
			p.next()
			s.Cause = p.expression()
		case p.kind == tComma && p.py2:
			p.next()
			s.Value = p.expression()
			if p.got(tComma) {
				s.Traceback = p.expression()
			}
		}
	}
	s.stmt = p.stmtFrom(start)
	return s
}

func (p *parser) globalStmt() Stmt {
	start := p.pos()
	names := p.nameList()
	return &Global{p.stmtFrom(start), names}
}

func (p *parser) nonlocalStmt() Stmt {
	start := p.pos()
	names := p.nameList()
	return &Nonlocal{p.stmtFrom(start), names}
}

// nameList reads the names after a keyword.
func (p *parser) nameList() []string {
	p.next()
	names := []string{p.name()}
	for p.got(tComma) {
		names = append(names, p.name())
	}
	return names
}

func (p *parser) delStmt() Stmt {
	start := p.pos()
	p.next()
	mark := len(p.stack)
	for {
		p.push(p.starBinary())
		if !p.got(tComma) || !p.startsItem() {
			break
		}
	}
	xs := p.take(mark)
	for _, x := range xs {
		p.checkTarget(x, deleteTarget)
	}
	if p.kind != tSemi && p.kind != tNewline {
		p.fail()
	}
	return &Delete{p.stmtFrom(start), xs}
}

// starBinary reads '*' bitwise_or | bitwise_or.
func (p *parser) starBinary() Expr {
	if p.kind == tStar && !p.py2 {
		return p.starred()
	}
	if p.diag {
		return p.expression()
	}
	return p.binary(1)
}

func (p *parser) assertStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Assert{Test: p.expression()}
	if p.got(tComma) {
		s.Msg = p.expression()
	}
	s.stmt = p.stmtFrom(start)
	return s
}

// dottedName reads a.b.c.
func (p *parser) dottedName() string {
	name := p.name()
	if p.kind != tDot {
		return name
	}
	var b strings.Builder
	b.WriteString(name)
	for p.got(tDot) {
		b.WriteByte('.')
		b.WriteString(p.name())
	}
	return b.String()
}

func (p *parser) importStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Import{}
	for {
		s.Names = append(s.Names, p.alias(p.dottedName, true))
		if !p.got(tComma) {
			break
		}
	}
	s.stmt = p.stmtFrom(start)
	return s
}

// alias reads a name, that of a whole module or of a part of one, with what it is imported as.
func (p *parser) alias(name func() string, whole bool) *Alias {
	a := &Alias{}
	start := p.pos()
	a.Name = name()
	if whole && p.py2 && a.Name == "None" && p.kind != kwAs {
		p.refuse(p.tokenSpan(p.i-1), "cannot assign to None")
	}
	if p.got(kwAs) {
		if p.py2 && p.kind == tName && p.text() == "None" {
			p.refuse(p.tokenSpan(p.i), "cannot assign to None")
		}
		a.AsName = p.name()
	}
	a.Span = Span{start, p.end()}
	return a
}

func (p *parser) fromStmt() Stmt {
	start := p.pos()
	p.next()
	s := &ImportFrom{}
	for ; ; p.next() {
		if p.kind == tDot {
			s.Level++
		} else if p.kind == tEllipsis {
			s.Level += 3
		} else {
			break
		}
	}
	if p.kind == tName || s.Level == 0 {
		s.Module = p.dottedName()
	}
	p.want(kwImport)
	switch {
	case p.kind == tStar:
		s.Names = []*Alias{{Span: p.tokenSpan(p.i), Name: "*"}}
		p.next()
	case p.got(tLparen):
		for {
			s.Names = append(s.Names, p.alias(p.name, false))
			if !p.got(tComma) || p.kind == tRparen {
				break
			}
		}
		p.want(tRparen)
	default:
		for {
			s.Names = append(s.Names, p.alias(p.name, false))
			if !p.got(tComma) {
				break
			}
			if p.kind == tNewline || p.py2 && p.kind == tSemi {
				p.refuse(p.tokenSpan(p.i), "trailing comma not allowed without surrounding parentheses")
				break
			}
		}
	}
	s.stmt = p.stmtFrom(start)
	if s.Module == "__future__" && s.Level == 0 {
		p.futureImport(s)
	}
	return s
}

// printStmt reads Python 2's print.
func (p *parser) printStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Print{NewLine: true}
	mark := len(p.stack)
	more := startsExpr[p.kind]
	if p.got(tRShift) {
		s.Dest = p.expression()
		if more = p.got(tComma); more && !startsExpr[p.kind] {
			p.fail()
		}
	}
	for more {
		p.push(p.expression())
		if !p.got(tComma) {
			break
		}
		if more = startsExpr[p.kind]; !more {
			s.NewLine = false
		}
	}
	s.Values = p.take(mark)
	s.stmt = p.stmtFrom(start)
	return s
}

// execStmt reads Python 2's exec.
func (p *parser) execStmt() Stmt {
	start := p.pos()
	p.next()
	s := &Exec{Body: p.binary(1)}
	if p.got(kwIn) {
		s.Globals = p.expression()
		if p.got(tComma) {
			s.Locals = p.expression()
		}
	} else if t, ok := s.Body.(*Tuple); ok && t.Paren && (len(t.Elts) == 2 || len(t.Elts) == 3) {
		s.Body, s.Globals = t.Elts[0], t.Elts[1]
		if len(t.Elts) == 3 {
			s.Locals = t.Elts[2]
		}
	}
	s.stmt = p.stmtFrom(start)
	return s
}

// exprStmt reads an expression statement or an assignment.
func (p *parser) exprStmt() Stmt {
	if !p.startsItem() && p.kind != kwYield {
		p.fail()
	}
	start := p.pos()
	first := p.i
	x := p.rhs()
	switch {
	case p.kind == tAssign:
		return p.assignStmt(start, first, x)
	case p.kind.isAugmented():
		if p.py2 && p.toks[first].kind == kwYield {
			p.fail()
		}
		switch x.(type) {
		case *Name, *Attribute, *Subscript:
		default:
			if p.py2 {
				p.checkTarget(x, assignTarget)
			}
			p.refuse(x.Bounds(), "'"+describe(x)+"' is an illegal expression for augmented assignment")
		}
		s := &AugAssign{Target: x, Op: augmented[p.kind-tPlusEq], OpPos: p.pos()}
		p.next()
		s.Value = p.rhs()
		s.stmt = p.stmtFrom(start)
		return s
	case p.kind == tColon && !p.py2:
		return p.annAssign(start, first, x)
	case p.kind == tWalrus && p.diag:
		if t, ok := x.(*Tuple); !ok || t.Paren {
			p.walrus(x, first)
		}
		p.fail()
	}
	s := p.nodes.exprStmt.alloc()
	s.stmt, s.X = p.stmtFrom(start), x
	return s
}

// rhs reads yield_expr | star_expressions.
func (p *parser) rhs() Expr {
	if p.kind == kwYield {
		return p.yield()
	}
	return p.exprList()
}

func (p *parser) assignStmt(start Pos, first int, x Expr) Stmt {
	if p.py2 && p.toks[first].kind == kwYield {
		p.fail()
	}
	s := p.nodes.assign.alloc()
	mark := len(p.stack)
	head, headFirst, eq := x, first, p.i
	for p.kind == tAssign {
		if p.invalidTarget(x, assignTarget) != nil {
			p.refuseAssign(x, first, head, headFirst, eq)
		}
		p.push(x)
		p.next()
		first = p.i
		x = p.rhs()
	}
	s.Targets = p.take(mark)
	s.Value = x
	s.stmt = p.stmtFrom(start)
	return s
}

// refuseAssign tells what is wrong with x as a target of an assignment. The statement
// begins with head, which an '=' follows at eq; the first tokens of both are given too.
// What stands before that '=' is looked at first: a comparison may be meant there.
func (p *parser) refuseAssign(x Expr, first int, head Expr, headFirst, eq int) {
	if p.py2 {
		if p.toks[first].kind == kwYield {
			p.refuse(x.Bounds(), "assignment to yield expression not possible")
		}
		p.checkTarget(x, assignTarget)
		return
	}
	switch x.(type) {
	case *Yield, *YieldFrom:
		if p.toks[first].kind == kwYield {
			p.raise(x.Bounds(), "assignment to yield expression not possible")
		}
	}
	if t, ok := head.(*Tuple); ok && !t.Paren && len(t.Elts) > 0 {
		head = t.Elts[len(t.Elts)-1]
		for headFirst < eq && p.s.at(p.toks[headFirst].line, p.toks[headFirst].start) != head.Bounds().Start {
			headFirst++
		}
	}
	if _, starred := head.(*Starred); !starred && headFirst < eq {
		mark := p.i
		p.seek(eq)
		p.diagnoseAssign(head, headFirst)
		p.seek(mark)
	}
	p.checkTarget(x, assignTarget)
}

func (p *parser) annAssign(start Pos, first int, x Expr) Stmt {
	bad := ""
	switch x.(type) {
	case *Name, *Attribute, *Subscript:
	case *List:
		bad = "only single target (not list) can be annotated"
	case *Tuple:
		bad = "only single target (not tuple) can be annotated"
	case *Yield, *YieldFrom, *Starred:
		p.fail()
	default:
		bad = "illegal target for annotation"
	}
	if bad != "" {
		at := x.Bounds()
		if t, ok := x.(*Tuple); ok && !t.Paren {
			at = t.Elts[0].Bounds()
		}
		mark := p.i
		if p.diag && p.try(func() { p.next(); p.expression() }) {
			p.seek(mark)
			p.raise(at, bad)
		}
		p.fail()
	}
	_, name := x.(*Name)
	s := &AnnAssign{Target: x, Simple: name && p.toks[first].kind == tName}
	p.next()
	s.Annotation = p.expression()
	if p.got(tAssign) {
		s.Value = p.rhs()
	}
	s.stmt = p.stmtFrom(start)
	return s
}
