package syntax

// Expressions, from the loosest binding to the tightest. The names in the
// comments are those of Python's grammar.

// exprList reads star_expressions (testlist in Python 2): one expression, or
// several as a tuple.
func (p *parser) exprList() Expr { return p.listOf((*parser).starExpr) }

// listOf reads items separated by commas; a comma makes them a tuple.
func (p *parser) listOf(item func(*parser) Expr) Expr {
	start := p.pos()
	x := item(p)
	if p.kind != tComma {
		return x
	}
	mark := len(p.stack)
	p.push(x)
	for p.got(tComma) && p.startsItem() {
		p.push(item(p))
	}
	xs := p.take(mark)
	return &Tuple{expr: p.from(start), Elts: xs}
}

// startsItem reports whether an expression, starred or not, starts here.
func (p *parser) startsItem() bool {
	return startsExpr[p.kind] || p.kind == tStar && !p.py2
}

// starExpr reads '*' bitwise_or | expression.
func (p *parser) starExpr() Expr {
	if p.kind == tStar && !p.py2 {
		return p.starred()
	}
	return p.expression()
}

// starNamed reads '*' bitwise_or | named_expression.
func (p *parser) starNamed() Expr {
	if p.kind == tStar && !p.py2 {
		return p.starred()
	}
	return p.namedExpr()
}

func (p *parser) starred() Expr {
	start := p.pos()
	p.next()
	x := p.binary(1)
	return &Starred{expr: p.from(start), X: x}
}

// namedExpr reads NAME ':=' expression | expression.
func (p *parser) namedExpr() Expr {
	first := p.i
	x := p.expression()
	switch {
	case p.kind == tWalrus:
		return p.walrus(x, first)
	case p.diag && p.kind == tAssign:
		p.diagnoseAssign(x, first)
	}
	return x
}

// walrus reads the rest of x := expression; x starts at the token first.
func (p *parser) walrus(x Expr, first int) Expr {
	name, ok := x.(*Name)
	if !ok || p.i != first+1 {
		at := p.i
		if p.diag && p.either(func() { p.next(); p.expression() }) {
			p.seek(at)
			p.raise(x.Bounds(), "cannot use assignment expressions with "+describe(x))
		}
		p.fail()
	}
	p.next()
	v := p.expression()
	return &NamedExpr{expr: p.from(name.Start), Target: name, Value: v}
}

// expression reads a conditional expression or a lambda.
func (p *parser) expression() Expr {
	p.enter()
	first := p.i
	var x Expr
	if p.kind == kwLambda {
		x = p.lambda(false)
	} else {
		x = p.disjunction()
		if p.kind == kwIf {
			x = p.ifExp(x, first)
		} else if p.diag && !p.known[first] {
			p.diagnose(x, first)
			last := p.i
			p.seek(first)
			p.legacy()
			p.seek(last)
		}
	}
	if p.partial {
		if p.known == nil {
			p.known = make(map[int]bool)
		}
		p.known[first] = true
	}
	p.leave()
	return x
}

func (p *parser) ifExp(body Expr, first int) Expr {
	mark := p.i
	p.next()
	test := p.disjunction()
	if p.kind != kwElse {
		if p.diag && p.kind != tColon {
			p.raise(p.since(first).Span, "expected 'else' after 'if' expression")
		}
		p.reach()
		p.seek(mark)
		return body
	}
	p.next()
	orelse := p.expression()
	return &IfExp{expr: p.since(first), Test: test, Body: body, Else: orelse}
}

// lambda reads lambda params: body. In Python 2 the body of a lambda in the
// condition of a comprehension has no conditional expression of its own.
func (p *parser) lambda(old bool) Expr {
	start := p.pos()
	p.next()
	params := p.params(tColon)
	p.want(tColon)
	var body Expr
	if old {
		body = p.oldTest()
	} else {
		body = p.expression()
	}
	return &Lambda{expr: p.from(start), Params: params, Body: body}
}

// oldTest reads Python 2's old_test: or_test | old_lambdef.
func (p *parser) oldTest() Expr {
	p.enter()
	defer p.leave()
	if p.kind == kwLambda {
		return p.lambda(true)
	}
	return p.disjunction()
}

// disjunction reads x or y or ...
func (p *parser) disjunction() Expr {
	start := p.i
	x := p.conjunction()
	if p.kind != kwOr {
		return x
	}
	mark := len(p.stack)
	p.push(x)
	for p.kind == kwOr && p.operand((*parser).conjunction) {
	}
	if len(p.stack) == mark+1 {
		return p.take(mark)[0]
	}
	xs := p.take(mark)
	return &BoolOp{expr: p.since(start), Op: Or, Values: xs}
}

// lacking reads an operand after its operator, or returns nil before that.
func (p *parser) lacking(f func(*parser) Expr) (y Expr) {
	p.try(func() { p.next(); y = f(p) })
	return y
}

// operand reads what follows an operator of one token onto the stack. It may be lacking
// in an expression that is read as far as it goes.
func (p *parser) operand(f func(*parser) Expr) bool {
	if p.partial {
		return p.try(func() { p.next(); p.push(f(p)) })
	}
	p.next()
	p.push(f(p))
	return true
}

// conjunction reads x and y and ...
func (p *parser) conjunction() Expr {
	start := p.i
	x := p.inversion()
	if p.kind != kwAnd {
		return x
	}
	mark := len(p.stack)
	p.push(x)
	for p.kind == kwAnd && p.operand((*parser).inversion) {
	}
	if len(p.stack) == mark+1 {
		return p.take(mark)[0]
	}
	xs := p.take(mark)
	return &BoolOp{expr: p.since(start), Op: And, Values: xs}
}

// since returns the place from the i-th token up to the current one.
func (p *parser) since(i int) expr {
	t := &p.toks[i]
	return p.from(p.s.at(t.line, t.start))
}

// inversion reads not x | comparison.
func (p *parser) inversion() Expr {
	if p.kind != kwNot {
		return p.comparison()
	}
	p.enter()
	start := p.i
	p.next()
	x := p.inversion()
	p.leave()
	return &UnaryOp{expr: p.since(start), Op: Not, X: x}
}

// comparison reads x < y < ...
func (p *parser) comparison() Expr {
	start := p.i
	x := p.binary(1)
	op, ok := p.cmpOp()
	if !ok {
		return x
	}
	c := &Compare{X: x}
	mark := len(p.stack)
	for ok {
		at := p.pos()
		if op == NotIn || op == IsNot {
			p.next()
		}
		if !p.operand(func(p *parser) Expr { return p.binary(1) }) {
			break
		}
		c.OpPos = append(c.OpPos, at)
		c.Ops = append(c.Ops, op)
		op, ok = p.cmpOp()
	}
	if c.Ops == nil {
		return x
	}
	c.Ys = p.take(mark)
	c.expr = p.since(start)
	return c
}

// cmpOp returns the comparison operator at the current token, if there is one.
func (p *parser) cmpOp() (CmpOp, bool) {
	switch p.kind {
	case tEq:
		return Eq, true
	case tNotEq:
		return NotEq, true
	case tLt:
		return Lt, true
	case tLtE:
		return LtE, true
	case tGt:
		return Gt, true
	case tGtE:
		return GtE, true
	case kwIn:
		return In, true
	case tLtGt:
		return NotEq, p.py2
	case kwIs:
		if p.peek(1) == kwNot {
			return IsNot, true
		}
		return Is, true
	case kwNot:
		if p.peek(1) == kwIn {
			return NotIn, true
		}
		p.far = max(p.far, p.i+1)
	}
	return 0, false
}

// binary reads operands joined by operators of at least the given precedence.
func (p *parser) binary(prec uint8) Expr {
	start := p.i
	x := p.factor()
	for n := 0; ; n++ {
		op := binaryOps[p.kind]
		if op.prec < prec || p.kind == tAt && p.py2 {
			return x
		}
		if n > maxChain {
			p.raiseHere("parser stack overflow - expression is too long")
		}
		at := p.pos()
		var y Expr
		if p.partial {
			if y = p.lacking(func(p *parser) Expr { return p.binary(op.prec + 1) }); y == nil {
				return x
			}
		} else {
			p.next()
			y = p.binary(op.prec + 1)
		}
		b := p.nodes.binop.alloc()
		*b = BinOp{expr: p.since(start), Op: op.op, OpPos: at, X: x, Y: y}
		x = b
	}
}

// factor reads a unary operator with its operand, or a power.
func (p *parser) factor() Expr {
	var op UnaryOperator
	switch p.kind {
	case tMinus:
		op = USub
	case tPlus:
		op = UAdd
	case tTilde:
		op = Invert
	default:
		return p.power()
	}
	p.enter()
	start := p.pos()
	p.next()
	x := p.factor()
	p.leave()
	return &UnaryOp{expr: p.from(start), Op: op, X: x}
}

// power reads [await] primary ['**' factor].
func (p *parser) power() Expr {
	start := p.i
	var x Expr
	if p.kind == kwAwait {
		p.next()
		x = p.primary()
		x = &Await{expr: p.since(start), X: x}
	} else {
		x = p.primary()
	}
	if p.kind != tPower {
		return x
	}
	at := p.pos()
	p.enter()
	var y Expr
	if p.partial {
		y = p.lacking((*parser).factor)
	} else {
		p.next()
		y = p.factor()
	}
	p.leave()
	if y == nil {
		return x
	}
	b := p.nodes.binop.alloc()
	*b = BinOp{expr: p.since(start), Op: Pow, OpPos: at, X: x, Y: y}
	return b
}

// yield reads a yield expression.
func (p *parser) yield() Expr {
	start := p.pos()
	p.next()
	if p.kind == kwFrom && !p.py2 {
		p.next()
		x := p.expression()
		return &YieldFrom{expr: p.from(start), X: x}
	}
	var x Expr
	if p.startsItem() {
		x = p.exprList()
	}
	return &Yield{expr: p.from(start), Value: x}
}
