package syntax

// params reads the parameters of a function (up to tRparen) or of a lambda (up
// to tColon, without annotations).
func (p *parser) params(closing kind) *Params {
	ps := &Params{}
	start := p.pos()
	ps.Start, ps.End = start, start
	lambda := closing == tColon
	var slash, star, deflt bool // what has been seen
	for p.kind != closing {
		if ps.Kwarg != nil {
			if p.kind == tName || p.kind == tStar || p.kind == tPower || p.kind == tSlash {
				p.raiseHere("arguments cannot follow var-keyword argument")
			}
			p.fail()
		}
		at := p.tokenSpan(p.i)
		switch {
		case p.kind == tSlash && !p.py2:
			switch {
			case slash:
				p.raise(at, "/ may appear only once")
			case star:
				p.raise(at, "/ must be ahead of *")
			case len(ps.Args) == 0 && lambda:
				p.fail()
			case len(ps.Args) == 0:
				p.raise(at, "at least one argument must precede /")
			}
			slash = true
			p.next()
			if p.kind == tStar {
				p.raiseHere("expected comma between / and *")
			}
			ps.PosOnly, ps.Args = ps.Args, nil
		case p.kind == tStar:
			if star {
				if k := p.peek(1); p.py2 || k != tName && k != tComma {
					p.fail()
				}
				p.raise(at, "* argument may appear only once")
			}
			star = true
			p.next()
			if p.kind == tComma && !p.py2 {
				if k := p.peek(1); k == closing || k == tPower {
					p.refuseBareStar(at, p.i+1, lambda)
				}
				break
			}
			if p.kind == closing && !p.py2 {
				p.refuseBareStar(at, p.i, lambda)
			}
			ps.Vararg = p.param(ps.Start, lambda, true)
			if p.kind == tAssign {
				p.raiseHere("var-positional argument cannot have default value")
			}
		case p.kind == tPower:
			p.next()
			ps.Kwarg = p.param(ps.Start, lambda, false)
			if p.kind == tAssign {
				p.raiseHere("var-keyword argument cannot have default value")
			}
		default:
			if star && p.py2 {
				p.fail()
			}
			if p.kind == tLparen && !p.py2 && p.diag {
				p.diagnoseParens(lambda)
			}
			opens := p.kind
			a := p.param(ps.Start, lambda, false)
			if p.got(tAssign) {
				if p.kind == tComma || p.kind == closing && !lambda {
					p.raise(p.tokenSpan(p.i-1), "expected default value expression")
				}
				a.Default = p.expression()
				if p.py2 && opens == tLparen && a.Tuple == nil {
					p.refuse(Span{Start: ps.Start}, "parenthesized arg with default")
				}
			}
			if star {
				ps.KwOnly = append(ps.KwOnly, a)
				break
			}
			if a.Default != nil {
				deflt = true
			} else if deflt {
				at := a.Span
				if p.py2 {
					at.Start = ps.Start
				} else if p.kind != tComma && p.kind != closing {
					p.fail()
				}
				p.refuse(at, "non-default argument follows default argument")
			}
			ps.Args = append(ps.Args, a)
		}
		ps.End = p.end()
		if p.kind != tComma {
			break
		}
		if p.py2 && ps.Kwarg != nil {
			p.fail()
		}
		p.next()
		if p.py2 && star && p.kind != tPower {
			p.fail()
		}
	}
	return ps
}

// refuseBareStar tells that nothing follows a *, at its place, or in a lambda at that of
// the token that is there instead.
func (p *parser) refuseBareStar(star Span, instead int, lambda bool) {
	if lambda {
		star = p.tokenSpan(instead)
	}
	p.raise(star, "named arguments must follow bare *")
}

// param reads a name with its annotation, or Python 2's tuple of names.
func (p *parser) param(first Pos, lambda, vararg bool) *Param {
	a := &Param{}
	at := p.pos()
	if p.kind == tLparen && p.py2 && !vararg {
		a.Tuple = p.tupleParam()
		if n, ok := a.Tuple.(*Name); ok { // (a) is just a
			a.Name, a.Tuple = n.Id, nil
		}
		a.Span = Span{at, p.end()}
		return a
	}
	if p.py2 && p.kind == tName && p.text() == "None" {
		p.refuse(Span{Start: first}, "cannot assign to None")
	}
	a.Name = p.name()
	if p.kind == tColon && !lambda && !p.py2 {
		p.next()
		if vararg {
			a.Annotation = p.starExpr()
		} else {
			a.Annotation = p.expression()
		}
	}
	a.Span = Span{at, p.end()}
	return a
}

// tupleParam reads a parenthesized list of names and such lists.
func (p *parser) tupleParam() Expr {
	p.enter()
	defer p.leave()
	if p.kind != tLparen {
		if p.kind != tName {
			p.fail()
		}
		x := p.atom()
		if _, none := x.(*Constant); none {
			p.refuse(x.Bounds(), "cannot assign to None")
		}
		return x
	}
	start := p.pos()
	p.next()
	mark := len(p.stack)
	p.push(p.tupleParam())
	comma := false
	for p.got(tComma) {
		comma = true
		if p.kind == tRparen {
			break
		}
		p.push(p.tupleParam())
	}
	xs := p.take(mark)
	p.want(tRparen)
	if !comma {
		return xs[0]
	}
	return &Tuple{expr: p.from(start), Elts: xs, Paren: true}
}

// diagnoseParens looks for parameters in parentheses, which Python 3 lost.
func (p *parser) diagnoseParens(lambda bool) {
	start := p.pos()
	mark := p.i
	if p.try(func() {
		p.next()
		p.name()
		for p.got(tComma) && p.kind == tName {
			p.name()
		}
		p.want(tRparen)
	}) {
		end := p.end()
		p.seek(mark)
		if lambda {
			p.raise(Span{start, end}, "Lambda expression parameters cannot be parenthesized")
		}
		p.raise(Span{start, end}, "Function parameters cannot be parenthesized")
	}
}
