package syntax

// Atoms, and what follows them: attributes, calls and subscripts.

// primary reads an atom with its attributes, calls and subscripts.
func (p *parser) primary() Expr {
	start := p.pos()
	x := p.atom()
	for n := 0; ; n++ {
		if n > maxChain {
			p.raiseHere("parser stack overflow - expression is too long")
		}
		trailer := trailers[p.kind]
		switch {
		case trailer == nil:
			return x
		case !p.partial:
			x = trailer(p, x, start)
		case !p.try(func() { x = trailer(p, x, start) }):
			return x
		}
	}
}

// trailers read what may follow an atom x, which begins at start, by the token that it begins with.
var trailers [numKinds]func(p *parser, x Expr, start Pos) Expr

func init() {
	trailers[tDot], trailers[tLparen], trailers[tLbrack] = (*parser).attributeOf, (*parser).callOf, (*parser).subscriptOf
}

// subscriptOf reads [index] after x, which begins at start.
func (p *parser) subscriptOf(x Expr, start Pos) Expr {
	s := p.nodes.subscript.alloc()
	s.X, s.Lbrack = x, p.pos()
	p.next()
	s.Index = p.slices()
	p.want(tRbrack)
	s.expr = p.from(start)
	return s
}

// attributeOf reads .name after x, which begins at start.
func (p *parser) attributeOf(x Expr, start Pos) Expr {
	a := p.nodes.attribute.alloc()
	a.X, a.Dot = x, p.pos()
	p.next()
	a.NamePos = p.pos()
	a.Name = p.name()
	a.expr = p.from(start)
	return a
}

// maxArgs2 is how many arguments a call may have in Python 2.
const maxArgs2 = 255

// callOf reads the arguments after x, which begins at start.
func (p *parser) callOf(x Expr, start Pos) Expr {
	c := p.nodes.call.alloc()
	c.Func, c.Lparen = x, p.pos()
	p.next()
	p.arguments(c)
	if n := len(c.Args) + len(c.Keywords); p.py2 && n > maxArgs2 {
		for _, k := range c.Keywords {
			if k.Name == "" {
				n--
			}
		}
		for _, x := range c.Args {
			if _, star := x.(*Starred); star {
				n--
			}
		}
		if n > maxArgs2 {
			p.refuse(Span{Start: start}, "more than 255 arguments")
		}
	}
	p.want(tRparen)
	c.expr = p.from(start)
	return c
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
	mark := len(p.stack)
	var unpacked, star bool // **x was seen; *x was seen
	late := ""              // why an x is too late
	for p.kind != tRparen {
		start := p.i
		switch {
		case p.kind == tStar:
			if unpacked && !p.py2 {
				p.raiseHere("iterable argument unpacking follows keyword argument unpacking")
			}
			if p.py2 && (star || unpacked) {
				p.fail()
			}
			star = true
			at := p.pos()
			if p.diag && !p.py2 && (len(p.stack) > mark || c.Keywords != nil) {
				star := p.i
				if !p.part(func() { p.next(); p.expression() }) {
					p.raiseHere("iterable argument unpacking follows keyword argument unpacking")
				}
				p.seek(star)
			}
			p.next()
			x := p.expression()
			p.push(&Starred{expr: p.from(at), X: x})
			if p.kind == kwFor && p.diag && !p.py2 {
				p.diagnoseStarredFor(at, len(p.stack) == mark+1 && c.Keywords == nil)
			}
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
			if c.Keywords != nil && !p.py2 && !p.diag {
				p.fail()
			}
			x := p.expression()
			if p.kind == tWalrus {
				x = p.walrus(x, start)
			}
			switch p.kind {
			case kwFor, kwAsync:
				g := &Comp{Kind: GeneratorExp, Elt: x, Generators: p.generators(false)}
				if alone := len(p.stack) == mark && c.Keywords == nil; !alone || p.kind == tComma && (!p.py2 || p.peek(1) != tRparen) {
					p.refuse(Span{p.s.at(p.toks[start].line, p.toks[start].start), p.end()}, "Generator expression must be parenthesized")
				}
				g.Start = open
				g.End = p.tokenSpan(p.i).End
				x = g
			case tAssign:
				n, isName := x.(*Name)
				if _, isLambda := x.(*Lambda); isLambda && p.py2 {
					p.refuse(x.Bounds(), "lambda cannot contain assignment")
				}
				if !isName || !p.py2 {
					p.refuse(Span{x.Bounds().Start, p.tokenSpan(p.i).End}, `expression cannot contain assignment, perhaps you meant "=="?`)
					n = &Name{}
				}
				p.next()
				v := p.expression()
				c.Keywords = append(c.Keywords, &Keyword{Span: Span{x.Bounds().Start, p.end()}, Name: n.Id, Value: v})
				goto comma
			}
			if c.Keywords != nil && late == "" {
				late = "positional argument follows keyword argument"
				if p.py2 {
					p.refuse(x.Bounds(), late)
				} else if unpacked {
					late += " unpacking"
				}
			}
			if p.py2 && star {
				p.refuse(x.Bounds(), "only named arguments may follow *expression")
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
	if late != "" && !p.py2 {
		p.raiseHere(late)
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
