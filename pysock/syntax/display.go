package syntax

// What stands in brackets: groups, displays and comprehensions.

// paren reads a group, a tuple or a generator expression.
func (p *parser) paren() Expr {
	start := p.pos()
	p.next()
	return p.parenBody(start, tRparen)
}

// parenBody reads what stands between a parenthesis at start and one that
// ends with the token closing.
func (p *parser) parenBody(start Pos, closing kind) Expr {
	switch p.kind {
	case closing:
		if closing == tEOF {
			p.fail()
		}
		p.next()
		return &Tuple{expr: p.from(start), Paren: true}
	case kwYield:
		x := p.yield()
		p.close(closing)
		return x
	case tPower:
		p.diagnoseDoubleStar(closing)
	}
	x := p.starNamed()
	switch p.kind {
	case kwFor, kwAsync:
		p.checkElement(x)
		c := &Comp{Kind: GeneratorExp, Elt: x, Generators: p.generators(false)}
		p.close(closing)
		c.expr = p.from(start)
		return c
	case tComma:
		mark := len(p.stack)
		p.push(x)
		for p.got(tComma) && p.startsItem() {
			p.push(p.starNamed())
		}
		xs := p.take(mark)
		p.close(closing)
		return &Tuple{expr: p.from(start), Elts: xs, Paren: true}
	case closing:
		if _, ok := x.(*Starred); ok {
			p.raise(x.Bounds(), "cannot use starred expression here")
		}
	}
	p.close(closing)
	return x
}

// close passes over a closing token, which the end of the input isn't.
func (p *parser) close(k kind) {
	if p.kind != k {
		p.fail()
	}
	if k != tEOF {
		p.next()
	}
}

// listDisplay reads a list or a list comprehension.
func (p *parser) listDisplay() Expr {
	start := p.pos()
	p.next()
	mark := len(p.stack)
	if p.kind != tRbrack {
		p.push(p.starNamed())
		if p.kind == kwFor || p.kind == kwAsync {
			x := p.take(mark)[0]
			p.checkElement(x)
			c := &Comp{Kind: ListComp, Elt: x, Generators: p.generators(p.py2)}
			p.want(tRbrack)
			c.expr = p.from(start)
			return c
		}
		for p.got(tComma) && p.startsItem() {
			p.push(p.starNamed())
		}
		p.diagnoseTarget(mark)
	}
	xs := p.take(mark)
	p.want(tRbrack)
	return &List{expr: p.from(start), Elts: xs}
}

// braces reads a dict, a set, or a comprehension of one of them.
func (p *parser) braces() Expr {
	start := p.pos()
	p.next()
	if p.kind == tRbrace || p.kind == tPower && !p.py2 {
		return p.dict(start, nil)
	}
	x := p.starNamed()
	if _, star := x.(*Starred); p.kind == tColon && !star {
		return p.dict(start, x)
	}
	mark := len(p.stack)
	if p.kind == kwFor || p.kind == kwAsync {
		p.checkElement(x)
		c := &Comp{Kind: SetComp, Elt: x, Generators: p.generators(false)}
		p.want(tRbrace)
		c.expr = p.from(start)
		return c
	}
	p.push(x)
	for p.got(tComma) && p.startsItem() {
		p.push(p.starNamed())
	}
	p.diagnoseTarget(mark)
	xs := p.take(mark)
	p.want(tRbrace)
	return &Set{expr: p.from(start), Elts: xs}
}

// dict reads a dict display or comprehension after its brace, or, if key isn't
// nil, after its first key.
func (p *parser) dict(start Pos, key Expr) Expr {
	mark := len(p.stack)
	for first := true; ; first = false {
		if key == nil {
			if p.kind == tRbrace {
				break
			}
			if p.kind == tPower && !p.py2 {
				at := p.tokenSpan(p.i)
				p.next()
				p.push(nil)
				p.push(p.binary(1))
				if p.kind == kwFor && first {
					p.raise(at, "dict unpacking cannot be used in dict comprehension")
				}
				if !p.got(tComma) {
					break
				}
				continue
			}
			diag := p.diag
			p.diag = false // a missing colon is likelier than a missing comma
			key = p.expression()
			p.diag = diag
			if p.kind != tColon {
				at := key.Bounds()
				if p.diag || p.kind == tComma || p.kind == tRbrace {
					at.Start = Pos{at.End.Line, at.End.Col - 1}
					at.End.Col = 0 // there is none
					p.raiseEarly(at, "':' expected after dictionary key")
				}
				p.fail()
			}
		}
		colon := p.tokenSpan(p.i)
		p.want(tColon)
		switch {
		case p.kind == tRbrace || p.kind == tComma:
			p.raiseEarly(colon, "expression expected after dictionary key and ':'")
		case p.kind == tStar && !p.py2:
			at := p.tokenSpan(p.i)
			p.next()
			p.binary(1)
			at.End = p.endOf(&p.toks[p.i])
			at.End.Col--
			p.raiseEarly(at, "cannot use a starred expression in a dictionary value")
		}
		p.push(key)
		p.push(p.expression())
		key = nil
		if first && (p.kind == kwFor || p.kind == kwAsync) {
			kv := p.take(mark)
			c := &Comp{Kind: DictComp, Elt: kv[0], Value: kv[1], Generators: p.generators(false)}
			p.want(tRbrace)
			c.expr = p.from(start)
			return c
		}
		if !p.got(tComma) {
			break
		}
	}
	p.want(tRbrace)
	n := (len(p.stack) - mark) / 2
	d := &Dict{expr: p.from(start)}
	if n > 0 {
		xs := make([]Expr, 2*n)
		d.Keys, d.Values = xs[:n:n], xs[n:]
		for i := range n {
			d.Keys[i], d.Values[i] = p.stack[mark+2*i], p.stack[mark+2*i+1]
		}
		p.stack = p.stack[:mark]
	}
	return d
}

// checkElement refuses a starred element of a comprehension.
func (p *parser) checkElement(x Expr) {
	if _, ok := x.(*Starred); ok {
		p.raise(x.Bounds(), "iterable unpacking cannot be used in comprehension")
	}
}

// generators reads for_if_clauses. In a Python 2 list comprehension, marked by
// old, several expressions may follow "in", and lambdas.
func (p *parser) generators(old bool) []*Generator {
	var gs []*Generator
	for p.kind == kwFor || p.kind == kwAsync {
		g := &Generator{}
		start := p.pos()
		if p.got(kwAsync) {
			g.Async = true
		}
		p.want(kwFor)
		g.Target = p.targetList()
		p.want(kwIn)
		if old {
			g.Iter = p.oldList()
		} else {
			g.Iter = p.disjunction()
		}
		for p.got(kwIf) {
			var x Expr
			if p.py2 {
				x = p.oldTest()
			} else {
				x = p.disjunction()
			}
			g.Ifs = append(g.Ifs, x)
		}
		g.Span = Span{start, p.end()}
		gs = append(gs, g)
	}
	return gs
}

// oldList reads Python 2's testlist_safe, in which a comma alone at the end
// needs two items before it.
func (p *parser) oldList() Expr {
	start := p.pos()
	x := p.oldTest()
	if p.kind != tComma {
		return x
	}
	mark := len(p.stack)
	p.push(x)
	for p.got(tComma) && (startsExpr[p.kind] || len(p.stack)-mark < 2) {
		p.push(p.oldTest())
	}
	xs := p.take(mark)
	return &Tuple{expr: p.from(start), Elts: xs}
}

// targetList reads the targets of a for, up to "in".
func (p *parser) targetList() Expr {
	if p.py2 {
		x := p.listOf(func(p *parser) Expr { return p.binary(1) })
		p.checkTarget(x, forTarget)
		return x
	}
	first := p.i
	var x Expr
	read := func() {
		x = p.listOf((*parser).starTarget)
		if p.kind != kwIn || p.invalidTarget(x, forTarget) != nil {
			p.fail()
		}
	}
	if !p.diag {
		read()
	} else if !p.either(read) {
		p.seek(first)
		x = p.exprList()
		p.checkTarget(x, forTarget)
		p.fail()
	}
	return x
}

// starTarget reads star_target, or another primary in its stead.
func (p *parser) starTarget() Expr {
	start := p.pos()
	if !p.got(tStar) {
		return p.primary()
	}
	x := p.primary()
	return &Starred{expr: p.from(start), X: x}
}
