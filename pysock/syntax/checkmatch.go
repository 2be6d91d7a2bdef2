package syntax

import "strconv"

// match checks the patterns of a match statement.
func (c *checker) match(m *Match) {
	if t, ok := m.Subject.(*Tuple); ok {
		c.elements(t.Elts, t.Span)
	} else {
		c.visit(m.Subject)
	}
	for i, k := range m.Cases {
		bound := map[string]bool{}
		c.pattern(k.Pattern, bound)
		if k.Guard == nil && i < len(m.Cases)-1 {
			c.irrefutable(k.Pattern)
		}
		if k.Guard != nil {
			c.visit(k.Guard)
		}
		each(k.Body, c.visit)
	}
}

// irrefutable refuses a pattern that matches everything where others follow.
func (c *checker) irrefutable(x Pattern) {
	switch x := x.(type) {
	case *MatchAs:
		switch {
		case x.Pattern != nil:
			c.irrefutable(x.Pattern)
		case x.Name == "":
			c.fail(codePhase, x.Span, "wildcard makes remaining patterns unreachable")
		default:
			c.fail(codePhase, x.Span, "name capture '%s' makes remaining patterns unreachable", x.Name)
		}
	case *MatchOr:
		c.irrefutable(x.Patterns[len(x.Patterns)-1])
	}
}

// pattern checks one pattern and adds the names that it binds.
func (c *checker) pattern(x Pattern, bound map[string]bool) {
	bind := func(name string, at Span) {
		if name == "" {
			return
		}
		c.binding(name, at)
		if bound[name] {
			c.fail(codePhase, at, "multiple assignments to name '%s' in pattern", name)
		}
		bound[name] = true
	}
	switch x := x.(type) {
	case *MatchValue:
		c.visit(x.Value)
	case *MatchStar:
		bind(x.Name, x.Span)
	case *MatchAs:
		if x.Pattern != nil {
			c.pattern(x.Pattern, bound)
		}
		bind(x.Name, x.Span)
	case *MatchSequence:
		stars := 0
		for _, y := range x.Patterns {
			if _, ok := y.(*MatchStar); ok {
				if stars++; stars == 2 {
					c.fail(codePhase, x.Span, "multiple starred names in sequence pattern")
				}
			}
			c.pattern(y, bound)
		}
	case *MatchMapping:
		seen := map[string]bool{}
		for i, k := range x.Keys {
			if _, ok := k.(*Attribute); !ok {
				key := keyValue(k)
				if seen[key] {
					c.fail(codePhase, x.Span, "mapping pattern checks duplicate key (%s)", Format(k))
				}
				seen[key] = true
			}
			c.pattern(x.Patterns[i], bound)
		}
		bind(x.Rest, x.Span)
	case *MatchClass:
		c.visit(x.Cls)
		for _, y := range x.Patterns {
			c.pattern(y, bound)
		}
		for i, y := range x.KwdPatterns {
			for _, name := range x.KwdAttrs[:i] {
				if name == x.KwdAttrs[i] {
					c.fail(codePhase, y.Bounds(), "attribute name repeated in class pattern: %s", name)
				}
			}
			c.pattern(y, bound)
		}
	case *MatchOr:
		c.orPattern(x, bound)
	}
}

// keyValue is a text that equal constants share: 1, True and 1.0 do.
func keyValue(e Expr) string {
	if v, ok := numberValue(e); ok {
		return strconv.FormatComplex(v, 'g', -1, 128)
	}
	return Format(e)
}

// numberValue is the value of a number as a pattern writes it, as long as a
// float holds it exactly.
func numberValue(e Expr) (complex128, bool) {
	switch e := e.(type) {
	case *Int:
		return complex(float64(e.Value), 0), e.Big == nil && e.Value < 1<<53
	case *Float:
		return complex(e.Value, 0), true
	case *Imag:
		return complex(0, e.Value), true
	case *Constant:
		switch e.Kind {
		case True:
			return 1, true
		case False:
			return 0, true
		}
	case *UnaryOp:
		v, ok := numberValue(e.X)
		return 0 - v, ok
	case *BinOp:
		x, ok1 := numberValue(e.X)
		y, ok2 := numberValue(e.Y)
		if e.Op == Sub {
			y = 0 - y
		}
		return x + y, ok1 && ok2
	}
	return 0, false
}

// orPattern checks that all alternatives bind the same names, and that only the
// last matches everything.
func (c *checker) orPattern(x *MatchOr, bound map[string]bool) {
	var names map[string]bool
	for i, y := range x.Patterns {
		mine := map[string]bool{}
		for name := range bound {
			mine[name] = true
		}
		c.pattern(y, mine)
		if i == 0 {
			names = mine
		} else if !sameNames(names, mine) {
			c.fail(codePhase, x.Span, "alternative patterns bind different names")
		}
		if i < len(x.Patterns)-1 {
			c.irrefutable(y)
		}
	}
	for name := range names {
		bound[name] = true
	}
}

func sameNames(a, b map[string]bool) bool {
	if len(a) != len(b) {
		return false
	}
	for name := range a {
		if !b[name] {
			return false
		}
	}
	return true
}
