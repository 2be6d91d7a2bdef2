package syntax

import "strings"

// The second run of the parser looks for the mistakes that people make. Each
// function here is called where the grammar can't go on, and returns if it
// has nothing to say.

// diagnose looks at what follows a whole expression x, which starts at the
// token first.
func (p *parser) diagnose(x Expr, first int) {
	t := p.toks[first]
	word := p.src[t.start:t.end]
	if startsExpr[p.kind] {
		soft := t.kind == tName && (beginsSoft(word) || p.toks[first+1].kind == tString)
		mark := p.i
		var y Expr
		var level uint8
		if !soft && !isLegacy(x) && p.part(func() { y = p.expression(); level = p.toks[p.i-1].level; p.reach() }) {
			p.seek(mark)
			if level > 0 {
				p.raise(Span{x.Bounds().Start, y.Bounds().End}, "invalid syntax. Perhaps you forgot a comma?")
			}
		}
	}
}

// legacy looks for a statement of Python 2 where an expression starts. CPython reads what
// follows any name before it looks whether the name is print or exec, and finds the errors there.
func (p *parser) legacy() {
	if p.kind != tName || p.peek(1) == tLparen || !startsExpr[p.peek(1)] && p.peek(1) != tStar || p.searched[p.i] {
		return
	}
	if p.searched == nil {
		p.searched = make(map[int]bool)
	}
	p.searched[p.i] = true
	word, at, mark := p.text(), p.tokenSpan(p.i), p.i
	var y Expr
	if p.either(func() { p.next(); y = p.exprList() }) {
		p.seek(mark)
		if word == "print" || word == "exec" {
			p.raise(Span{at.Start, y.Bounds().End}, "Missing parentheses in call to '"+word+"'. Did you mean "+word+"(...)?")
		}
	}
}

// beginsSoft reports whether a name is one of the words that are keywords in places, or
// begins one: CPython compares no more of them than the name's length.
func beginsSoft(name string) bool {
	for _, word := range [...]string{"_", "case", "match"} {
		if strings.HasPrefix(word, name) {
			return true
		}
	}
	return false
}

// isLegacy reports whether x is the name of a statement of Python 2.
func isLegacy(x Expr) bool {
	n, ok := x.(*Name)
	return ok && (n.Id == "print" || n.Id == "exec")
}

// diagnoseAssign looks at an '=' where only ':=' or '==' makes sense, after x.
func (p *parser) diagnoseAssign(x Expr, first int) {
	t := p.toks[first]
	bare := p.s.at(t.line, t.start) == x.Bounds().Start
	switch x := x.(type) {
	case *List, *Tuple:
		return
	case *Constant:
		if x.Kind != Ellipsis {
			return
		}
	case *Comp:
		if x.Kind == GeneratorExp {
			return
		}
	case *BoolOp, *Compare, *IfExp, *Lambda:
		if bare {
			return
		}
	case *UnaryOp:
		if bare && x.Op == Not {
			return
		}
	}
	mark := p.i
	var y Expr
	ok := p.try(func() {
		p.next()
		y = p.binary(1)
		if p.reach(); p.kind == tAssign || p.kind == tWalrus {
			p.fail()
		}
	})
	if !ok {
		return
	}
	p.seek(mark)
	if _, name := x.(*Name); name && mark == first+1 {
		p.raise(Span{x.Bounds().Start, y.Bounds().End}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	p.raise(x.Bounds(), "cannot assign to "+describe(x)+" here. Maybe you meant '==' instead of '='?")
}

// diagnoseDoubleStar looks at (**x).
func (p *parser) diagnoseDoubleStar(closing kind) {
	if !p.diag {
		return
	}
	at := p.tokenSpan(p.i)
	mark := p.i
	if p.try(func() {
		p.next()
		p.expression()
		if p.kind != closing {
			p.fail()
		}
	}) {
		p.seek(mark)
		p.raise(at, "cannot use double starred expression here")
	}
}

// diagnoseStarredFor looks at f(*x for ...), whose star is at a place; alone tells
// whether nothing stands before it.
func (p *parser) diagnoseStarredFor(at Pos, alone bool) {
	span := Span{at, p.end()}
	if !p.try(func() { p.generators(false) }) {
		return
	}
	if alone {
		p.raise(span, "iterable unpacking cannot be used in comprehension")
	}
	p.raise(Span{at, p.end()}, "Generator expression must be parenthesized")
}

// diagnoseTarget looks for [a, b for ...], whose items start at mark.
func (p *parser) diagnoseTarget(mark int) {
	if p.kind != kwFor && p.kind != kwAsync || len(p.stack) == mark {
		return
	}
	at := Span{p.stack[mark].Bounds().Start, p.end()}
	if p.try(func() { p.generators(false) }) {
		p.raise(at, "did you forget parentheses around the comprehension target?")
	}
}
