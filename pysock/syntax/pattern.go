package syntax

// The match statement (PEP 634). match, case and _ are keywords only where a
// match statement stands; anywhere else they are names.

// matchStmt reads a match statement if that is what starts here; else it
// returns nil and passes over nothing.
func (p *parser) matchStmt() Stmt {
	if k := p.peek(1); !startsExpr[k] && k != tStar {
		return nil
	}
	start := p.pos()
	m := &Match{}
	mark := p.i
	subject := func() {
		p.next()
		m.Subject = p.listOf((*parser).starNamed)
		if _, star := m.Subject.(*Starred); star {
			p.fail()
		}
	}
	if !p.try(func() {
		subject()
		p.want(tColon)
		p.want(tNewline)
		p.want(tIndent)
		if !p.softCase() {
			p.fail()
		}
	}) {
		if p.diag {
			p.diagnoseMatch(subject)
			p.seek(mark)
		}
		return nil
	}
	for p.softCase() {
		m.Cases = append(m.Cases, p.caseBlock())
	}
	if p.kind != tEOF {
		p.want(tDedent)
	}
	m.stmt = stmt{Span{start, m.Cases[len(m.Cases)-1].End}}
	return m
}

func (p *parser) softCase() bool { return p.kind == tName && p.text() == "case" }

// diagnoseMatch looks for a match statement without its colon or block.
func (p *parser) diagnoseMatch(subject func()) {
	line := p.pos().Line
	call := p.peek(1) == tLparen
	if !p.try(func() {
		subject()
		if p.kind != tColon && p.kind != tNewline || p.kind == tNewline && call {
			p.fail()
		}
	}) {
		return
	}
	if p.kind == tNewline {
		p.raiseHere("expected ':'")
	}
	if p.peek(1) == tNewline && p.peek(2) != tIndent {
		p.next()
		p.block("'match' statement", line)
	}
}

func (p *parser) caseBlock() *MatchCase {
	c := &MatchCase{}
	start := p.pos()
	p.next()
	c.Pattern = p.openPattern()
	if p.got(kwIf) {
		c.Guard = p.namedExpr()
	}
	p.colon(false)
	c.Body = p.block("'case' statement", start.Line)
	c.Span = Span{start, p.lineEnd}
	return c
}

func (p *parser) patternFrom(start Pos) pattern { return pattern{Span{start, p.end()}} }

// openPattern reads a pattern, or several as a sequence without brackets.
func (p *parser) openPattern() Pattern {
	start := p.pos()
	x := p.maybeStarPattern()
	if p.kind != tComma {
		if _, star := x.(*MatchStar); star {
			p.fail()
		}
		return x
	}
	ps := []Pattern{x}
	for p.got(tComma) && p.startsPattern() {
		ps = append(ps, p.maybeStarPattern())
	}
	return &MatchSequence{p.patternFrom(start), ps}
}

// startsPattern reports whether another pattern of a list starts here.
func (p *parser) startsPattern() bool {
	switch p.kind {
	case tStar, tName, tNumber, tMinus, tString, tLparen, tLbrack, tLbrace, kwNone, kwTrue, kwFalse:
		return true
	}
	return false
}

func (p *parser) maybeStarPattern() Pattern {
	if p.kind != tStar {
		return p.asPattern()
	}
	start := p.pos()
	p.next()
	name := p.name()
	if name == "_" {
		name = ""
	}
	return &MatchStar{p.patternFrom(start), name}
}

func (p *parser) asPattern() Pattern {
	p.enter()
	start := p.pos()
	x := p.orPattern()
	if p.got(kwAs) {
		switch {
		case p.kind != tName:
			mark := p.i
			var y Expr
			if p.try(func() { y = p.expression() }) {
				p.seek(mark)
				p.raise(y.Bounds(), "invalid pattern target")
			}
			p.fail()
		case p.text() == "_":
			p.raiseHere("cannot use '_' as a target")
		}
		at := p.tokenSpan(p.i)
		name := p.name()
		if p.kind == tDot || p.kind == tLparen || p.kind == tLbrack {
			p.raise(at, "invalid pattern target")
		}
		x = &MatchAs{p.patternFrom(start), x, name}
	}
	p.leave()
	return x
}

func (p *parser) orPattern() Pattern {
	start := p.pos()
	x := p.closedPattern()
	if p.kind != tBar {
		return x
	}
	ps := []Pattern{x}
	for p.got(tBar) {
		ps = append(ps, p.closedPattern())
	}
	return &MatchOr{p.patternFrom(start), ps}
}

func (p *parser) closedPattern() Pattern {
	start := p.pos()
	switch p.kind {
	case tNumber, tMinus, tString:
		x := p.patternValue()
		return &MatchValue{p.patternFrom(start), x}
	case kwNone, kwTrue, kwFalse:
		k := None
		switch p.kind {
		case kwTrue:
			k = True
		case kwFalse:
			k = False
		}
		p.next()
		return &MatchSingleton{p.patternFrom(start), k}
	case tName:
		return p.namePattern()
	case tLparen:
		return p.groupPattern()
	case tLbrack:
		p.next()
		ps := p.patternList(tRbrack)
		p.want(tRbrack)
		return &MatchSequence{p.patternFrom(start), ps}
	case tLbrace:
		return p.mappingPattern()
	}
	p.fail()
	return nil
}

// patternValue reads a literal: strings, or a number, perhaps a complex one.
func (p *parser) patternValue() Expr {
	if p.kind == tString {
		x := p.strings()
		if _, ok := x.(*JoinedStr); ok {
			p.raise(x.Bounds(), "patterns may only match literals and attribute lookups")
		}
		return x
	}
	start := p.pos()
	x := p.signedNumber()
	if p.kind != tPlus && p.kind != tMinus {
		return x
	}
	if isImag(x) {
		p.raise(x.Bounds(), "real number required in complex literal")
	}
	op, at := Add, p.pos()
	if p.kind == tMinus {
		op = Sub
	}
	p.next()
	if p.kind != tNumber {
		p.fail()
	}
	y := p.number()
	if !isImag(y) {
		p.raise(y.Bounds(), "imaginary number required in complex literal")
	}
	return &BinOp{expr: p.from(start), Op: op, OpPos: at, X: x, Y: y}
}

func isImag(x Expr) bool {
	if u, ok := x.(*UnaryOp); ok {
		x = u.X
	}
	_, ok := x.(*Imag)
	return ok
}

func (p *parser) signedNumber() Expr {
	start := p.pos()
	neg := p.got(tMinus)
	if p.kind != tNumber {
		p.fail()
	}
	x := p.number()
	if neg {
		x = &UnaryOp{expr: p.from(start), Op: USub, X: x}
	}
	return x
}

// namePattern reads what starts with a name: a capture, a wildcard, a value or
// a class.
func (p *parser) namePattern() Pattern {
	start := p.pos()
	bare := p.text()
	x := p.atom()
	dotted := false
	for p.kind == tDot {
		dotted = true
		a := &Attribute{X: x, Dot: p.pos()}
		p.next()
		a.NamePos = p.pos()
		a.Name = p.name()
		a.expr = p.from(start)
		x = a
	}
	switch {
	case p.kind == tLparen:
		return p.classPattern(start, x)
	case dotted:
		return &MatchValue{p.patternFrom(start), x}
	case bare == "_":
		return &MatchAs{pattern: p.patternFrom(start)}
	}
	return &MatchAs{pattern: p.patternFrom(start), Name: x.(*Name).Id}
}

// groupPattern reads a pattern in parentheses, or a sequence.
func (p *parser) groupPattern() Pattern {
	start := p.pos()
	p.next()
	if p.got(tRparen) {
		return &MatchSequence{pattern: p.patternFrom(start)}
	}
	x := p.maybeStarPattern()
	_, star := x.(*MatchStar)
	if p.kind == tRparen && !star {
		p.next()
		return x
	}
	if p.kind != tComma {
		p.fail()
	}
	ps := []Pattern{x}
	if p.got(tComma) {
		ps = append(ps, p.patternList(tRparen)...)
	}
	p.want(tRparen)
	return &MatchSequence{p.patternFrom(start), ps}
}

// patternList reads patterns up to the closing token.
func (p *parser) patternList(closing kind) []Pattern {
	var ps []Pattern
	for p.kind != closing {
		ps = append(ps, p.maybeStarPattern())
		if !p.got(tComma) {
			break
		}
	}
	return ps
}

func (p *parser) mappingPattern() Pattern {
	start := p.pos()
	m := &MatchMapping{}
	p.next()
	for p.kind != tRbrace {
		if p.got(tPower) {
			at := p.tokenSpan(p.i)
			m.Rest = p.name()
			if m.Rest == "_" {
				p.raise(at, "invalid syntax")
			}
			p.got(tComma)
			break
		}
		var key Expr
		switch p.kind {
		case tName:
			v, ok := p.namePattern().(*MatchValue)
			if !ok {
				p.fail()
			}
			key = v.Value
		case kwNone:
			key = p.constant(None)
		case kwTrue:
			key = p.constant(True)
		case kwFalse:
			key = p.constant(False)
		case tNumber, tMinus, tString:
			key = p.patternValue()
		default:
			p.fail()
		}
		p.want(tColon)
		m.Keys = append(m.Keys, key)
		m.Patterns = append(m.Patterns, p.asPattern())
		if !p.got(tComma) {
			break
		}
	}
	p.want(tRbrace)
	m.pattern = p.patternFrom(start)
	return m
}

func (p *parser) classPattern(start Pos, cls Expr) Pattern {
	c := &MatchClass{Cls: cls}
	p.next()
	var late Pattern
	for p.kind != tRparen {
		if p.kind == tName && p.peek(1) == tAssign {
			c.KwdAttrs = append(c.KwdAttrs, p.name())
			p.next()
			c.KwdPatterns = append(c.KwdPatterns, p.asPattern())
		} else {
			x := p.asPattern()
			if c.KwdAttrs != nil && late == nil {
				late = x
			}
			c.Patterns = append(c.Patterns, x)
		}
		if !p.got(tComma) {
			break
		}
	}
	if late != nil {
		p.raise(late.Bounds(), "positional patterns follow keyword patterns")
	}
	p.want(tRparen)
	c.pattern = p.patternFrom(start)
	return c
}
