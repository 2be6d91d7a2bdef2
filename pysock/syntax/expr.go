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
		p.raise(x.Bounds(), "cannot use assignment expressions with "+describe(x))
	}
	p.next()
	v := p.expression()
	return &NamedExpr{expr: p.from(name.Start), Target: name, Value: v}
}

// expression reads a conditional expression or a lambda.
func (p *parser) expression() Expr {
	p.enter()
	var x Expr
	if p.kind == kwLambda {
		x = p.lambda(false)
	} else {
		first := p.i
		x = p.disjunction()
		if p.kind == kwIf {
			x = p.ifExp(x, first)
		} else if p.diag {
			p.diagnose(x, first)
		}
	}
	p.leave()
	return x
}

func (p *parser) ifExp(body Expr, first int) Expr {
	p.next()
	test := p.disjunction()
	if p.kind != kwElse {
		if p.kind != tColon {
			p.raise(p.since(first).Span, "expected 'else' after 'if' expression")
		}
		p.fail()
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
	for p.got(kwOr) {
		p.push(p.conjunction())
	}
	xs := p.take(mark)
	return &BoolOp{expr: p.since(start), Op: Or, Values: xs}
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
	for p.got(kwAnd) {
		p.push(p.inversion())
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
		c.OpPos = append(c.OpPos, p.pos())
		p.next()
		if op == NotIn || op == IsNot {
			p.next()
		}
		p.push(p.binary(1))
		c.Ops = append(c.Ops, op)
		op, ok = p.cmpOp()
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
		p.next()
		y := p.binary(op.prec + 1)
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
	p.next()
	y := p.factor()
	p.leave()
	b := p.nodes.binop.alloc()
	*b = BinOp{expr: p.since(start), Op: Pow, OpPos: at, X: x, Y: y}
	return b
}

// primary reads an atom with its attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start := p.pos()
	x := p.atom()
	for n := 0; ; n++ {
		if n > maxChain {
			p.raiseHere("parser stack overflow - expression is too long")
		}
		at := p.pos()
		switch p.kind {
		case tDot:
			p.next()
			a := p.nodes.attribute.alloc()
			a.X, a.Dot, a.NamePos = x, at, p.pos()
			a.Name = p.name()
			a.expr = p.from(start)
			x = a
		case tLparen:
			c := p.nodes.call.alloc()
			c.Func, c.Lparen = x, at
			p.next()
			p.arguments(c)
			p.want(tRparen)
			c.expr = p.from(start)
			x = c
		case tLbrack:
			p.next()
			s := p.nodes.subscript.alloc()
			s.X, s.Lbrack = x, at
			s.Index = p.slices()
			p.want(tRbrack)
			s.expr = p.from(start)
			x = s
		default:
			return x
		}
	}
}

// atom reads a name, a literal or a display.
func (p *parser) atom() Expr {
	switch p.kind {
	case tName:
		e := p.span()
		id := p.ident()
		p.next()
		if p.py2 && id == "None" {
			return &Constant{expr: e, Kind: None}
		}
		n := p.nodes.name.alloc()
		n.expr, n.Id = e, id
		return n
	case tNumber:
		return p.number()
	case tString:
		return p.strings()
	case tLparen:
		return p.paren()
	case tLbrack:
		return p.listDisplay()
	case tLbrace:
		return p.braces()
	case kwNone:
		return p.constant(None)
	case kwTrue:
		return p.constant(True)
	case kwFalse:
		return p.constant(False)
	case tEllipsis:
		return p.constant(Ellipsis)
	case tBackquote:
		return p.repr()
	}
	p.fail()
	return nil
}

func (p *parser) constant(k ConstantKind) Expr {
	x := &Constant{expr: p.span(), Kind: k}
	p.next()
	return x
}

// repr reads Python 2's `x`.
func (p *parser) repr() Expr {
	p.enter()
	start := p.pos()
	p.next()
	mark := p.pos()
	x := p.expression()
	if p.kind == tComma {
		n := len(p.stack)
		p.push(x)
		for p.got(tComma) {
			p.push(p.expression())
		}
		xs := p.take(n)
		x = &Tuple{expr: p.from(mark), Elts: xs}
	}
	p.want(tBackquote)
	p.leave()
	return &Repr{expr: p.from(start), X: x}
}

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
					p.raise(at, "':' expected after dictionary key")
				}
				p.fail()
			}
		}
		colon := p.tokenSpan(p.i)
		p.want(tColon)
		switch {
		case p.kind == tRbrace || p.kind == tComma:
			p.raise(colon, "expression expected after dictionary key and ':'")
		case p.kind == tStar:
			p.raiseHere("cannot use a starred expression in a dictionary value")
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
	first := p.i
	x := p.listOf(func(p *parser) Expr {
		if p.kind == tStar && !p.py2 {
			return p.starred()
		}
		return p.binary(1)
	})
	if p.diag && p.kind != kwIn {
		p.far = max(p.far, p.i)
		p.seek(first)
		x = p.exprList()
	}
	p.checkTarget(x, forTarget)
	return x
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

// slices reads what stands between the brackets of a subscript.
func (p *parser) slices() Expr {
	start := p.pos()
	x := p.slice()
	if p.kind != tComma {
		if s, ok := x.(*Starred); ok {
			return &Tuple{expr: s.expr, Elts: []Expr{s}} // x[*a] is x[(*a,)]
		}
		return x
	}
	mark := len(p.stack)
	p.push(x)
	for p.got(tComma) && (p.startsItem() || p.kind == tColon || p.kind == tDot) {
		p.push(p.slice())
	}
	xs := p.take(mark)
	return &Tuple{expr: p.from(start), Elts: xs}
}

func (p *parser) slice() Expr {
	start := p.pos()
	var lo Expr
	switch {
	case p.kind == tStar && !p.py2:
		return p.starred()
	case p.kind == tDot && p.py2:
		p.next()
		p.want(tDot)
		p.want(tDot)
		return &Constant{expr: p.from(start), Kind: Ellipsis}
	case p.kind != tColon:
		if lo = p.namedExpr(); p.kind != tColon {
			return lo
		}
	}
	s := &Slice{Lo: lo, Colons: 1}
	p.want(tColon)
	if startsExpr[p.kind] {
		s.Hi = p.expression()
	}
	if p.got(tColon) {
		s.Colons = 2
		if startsExpr[p.kind] {
			s.Step = p.expression()
		}
	}
	s.expr = p.from(start)
	return s
}

// arguments reads the arguments of a call up to its closing parenthesis.
func (p *parser) arguments(c *Call) {
	if p.kind == tRparen {
		return
	}
	open := c.Lparen
	begin := p.pos()
	mark := len(p.stack)
	var unpacked, star, late bool // **x was seen; *x was seen; x after y=z
	for p.kind != tRparen {
		start := p.i
		switch {
		case p.kind == tStar:
			if unpacked && !p.py2 {
				p.raise(Span{begin, p.end()}, "iterable argument unpacking follows keyword argument unpacking")
			}
			if p.py2 && (star || unpacked) {
				p.fail()
			}
			star = true
			at := p.pos()
			p.next()
			x := p.expression()
			p.push(&Starred{expr: p.from(at), X: x})
		case p.kind == tPower:
			if p.py2 && unpacked {
				p.fail()
			}
			unpacked = true
			at := p.pos()
			p.next()
			x := p.expression()
			c.Keywords = append(c.Keywords, &Keyword{Span: Span{at, p.end()}, Value: x})
		case p.kind == tName && p.peek(1) == tAssign:
			p.keyword(c)
		case (p.kind == kwTrue || p.kind == kwFalse || p.kind == kwNone) && p.peek(1) == tAssign:
			p.raise(Span{p.pos(), p.tokenSpan(p.i + 1).End}, "cannot assign to "+spelling[p.kind])
		default:
			x := p.expression()
			if p.kind == tWalrus {
				x = p.walrus(x, start)
			}
			switch p.kind {
			case kwFor, kwAsync:
				g := &Comp{Kind: GeneratorExp, Elt: x, Generators: p.generators(false)}
				if alone := len(p.stack) == mark && c.Keywords == nil; !alone || p.kind == tComma && (!p.py2 || p.peek(1) != tRparen) {
					p.raise(Span{p.s.at(p.toks[start].line, p.toks[start].start), p.end()}, "Generator expression must be parenthesized")
				}
				g.Start = open
				g.End = p.tokenSpan(p.i).End
				x = g
			case tAssign:
				if n, ok := x.(*Name); ok && p.py2 {
					p.next()
					v := p.expression()
					c.Keywords = append(c.Keywords, &Keyword{Span: Span{n.Start, p.end()}, Name: n.Id, Value: v})
					goto comma
				}
				p.raise(Span{x.Bounds().Start, p.tokenSpan(p.i).End}, `expression cannot contain assignment, perhaps you meant "=="?`)
			}
			if c.Keywords != nil {
				late = true
			}
			if p.py2 && star {
				p.raise(x.Bounds(), "only named arguments may follow *expression")
			}
			p.push(x)
		}
	comma:
		if p.kind != tComma {
			break
		}
		if p.py2 && (unpacked || star && p.peek(1) == tRparen) {
			p.fail()
		}
		p.next()
	}
	if late {
		if unpacked && !p.py2 {
			p.raiseHere("positional argument follows keyword argument unpacking")
		}
		p.raiseHere("positional argument follows keyword argument")
	}
	c.Args = p.take(mark)
}

// keyword reads name=value.
func (p *parser) keyword(c *Call) {
	at := p.tokenSpan(p.i)
	name := p.ident()
	p.next()
	eq := p.tokenSpan(p.i)
	p.next()
	x := p.expression()
	if p.kind == kwFor {
		p.raise(Span{at.Start, eq.End}, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
	}
	c.Keywords = append(c.Keywords, &Keyword{Span: Span{at.Start, p.end()}, Name: name, Value: x})
}
