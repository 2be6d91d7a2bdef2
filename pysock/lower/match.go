package lower

import (
	"strconv"
	"strings"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// A match statement becomes a chain of if statements over the subject, which
// is evaluated once (PEP 634):
//
//	match s:                    #s = s
//	    case 1 | A.b: X         if #s // @eq:1 or #s // @eq // A.b: X
//	    case [a, C(x=0)]        else:
//	        if a: Y                 #m = False
//	    case _: Z                   #r = #s // @matchseq:...
//	                                if #r:
//	                                    #a, #e = #r
//	                                    #v = #e // @matchclass:0,x // C
//	                                    if #v:
//	                                        if #v[0] // @eq:0:
//	                                            a = #a
//	                                            if a: #m = True; Y
//	                                if not #m: Z
//
// The operators tell whether the subject has the shape of a pattern, and give
// the parts that patterns inside it need. Names are bound when the pattern as a
// whole has matched, before the guard.

// A caseMatcher lowers the pattern of one case.
type caseMatcher struct {
	*lowerer
	temps map[string]string // what the pattern's names are kept in until it has matched
	names []string
}

func (l *lowerer) matchStmt(s *syntax.Match) []star.Stmt {
	at := l.start(s)
	subject := l.temp()
	out := append([]star.Stmt{assign(at, ident(at, subject), l.expr(s.Subject))}, l.cases(s.Cases, subject)...)
	if l.s.Kind == scope.ModuleScope {
		out = append(out, release(at, subject))
	}
	return out
}

// cases lowers the cases from the first one on.
func (l *lowerer) cases(list []*syntax.MatchCase, subject string) []star.Stmt {
	if len(list) == 0 {
		return []star.Stmt{&star.BranchStmt{Token: star.PASS}}
	}
	c := list[0]
	at := l.start(c)
	m := &caseMatcher{lowerer: l, temps: make(map[string]string)}
	var guard star.Expr
	if cond := m.cond(c.Pattern, subject); cond != nil {
		if c.Guard != nil {
			cond = binary(l.start(c.Guard), star.AND, cond, l.cond(c.Guard))
		}
		return []star.Stmt{&star.IfStmt{If: at, Cond: cond, True: l.block(c.Body), ElsePos: at, False: l.cases(list[1:], subject)}}
	}
	done := l.temp()
	out := m.pattern(c.Pattern, subject, func() []star.Stmt {
		var inner []star.Stmt
		for _, name := range m.names {
			inner = append(inner, l.set(name, at, ident(at, m.temps[name])))
		}
		if c.Guard != nil {
			guard = l.cond(c.Guard)
		}
		body := append([]star.Stmt{assign(at, ident(at, done), ident(at, "True"))}, l.block(c.Body)...)
		if guard == nil {
			return append(inner, body...)
		}
		return append(inner, &star.IfStmt{If: at, Cond: guard, True: body})
	})
	out = append([]star.Stmt{assign(at, ident(at, done), ident(at, "False"))}, out...)
	if len(list) > 1 {
		out = append(out, &star.IfStmt{If: at, Cond: not(at, ident(at, done)), True: l.cases(list[1:], subject)})
	}
	return out
}

// cond is a pattern as an expression, if it binds nothing and needs no parts of
// the subject; else nil.
func (m *caseMatcher) cond(p syntax.Pattern, x string) star.Expr {
	at := m.start(p)
	switch p := p.(type) {
	case *syntax.MatchValue:
		return m.op2(m.anchor(p.Value), "eq", ident(at, x), p.Value)
	case *syntax.MatchSingleton:
		return m.op2(at, "is", ident(at, x), &syntax.Constant{Kind: p.Value})
	case *syntax.MatchClass:
		if len(p.Patterns)+len(p.KwdPatterns) == 0 {
			return m.class(p, x)
		}
	case *syntax.MatchOr:
		var all star.Expr
		for _, alt := range p.Patterns {
			c := m.cond(alt, x)
			switch {
			case c == nil:
				return nil
			case all == nil:
				all = c
			default:
				all = binary(at, star.OR, all, c)
			}
		}
		return all
	}
	return nil
}

// pattern lowers a pattern for what the variable x holds; then makes what is to
// be done if it matches, and is called once.
func (m *caseMatcher) pattern(p syntax.Pattern, x string, then func() []star.Stmt) []star.Stmt {
	at := m.start(p)
	if c := m.cond(p, x); c != nil {
		return []star.Stmt{&star.IfStmt{If: at, Cond: c, True: then()}}
	}
	switch p := p.(type) {
	case *syntax.MatchAs:
		bind := func() []star.Stmt { return append(m.capture(at, p.Name, x), then()...) }
		if p.Pattern == nil {
			return bind()
		}
		return m.pattern(p.Pattern, x, bind)
	case *syntax.MatchStar:
		return append(m.capture(at, p.Name, x), then()...)
	case *syntax.MatchSequence:
		return m.sequence(p, x, then)
	case *syntax.MatchMapping:
		var keys []star.Expr
		for _, k := range p.Keys {
			keys = append(keys, m.expr(k))
		}
		parts, rest := p.Patterns, ""
		if p.Rest != "" {
			parts, rest = append(parts[:len(parts):len(parts)], &syntax.MatchAs{Name: p.Rest}), "rest"
		}
		return m.parts(at, apply(at, apply(at, ident(at, x), m.named(at, "matchmap", rest)), tuple(at, keys...)), parts, then)
	case *syntax.MatchClass:
		return m.parts(at, m.class(p, x), append(p.Patterns[:len(p.Patterns):len(p.Patterns)], p.KwdPatterns...), then)
	case *syntax.MatchOr:
		found := m.temp()
		out := []star.Stmt{assign(at, ident(at, found), ident(at, "False"))}
		for i, alt := range p.Patterns {
			try := m.pattern(alt, x, func() []star.Stmt {
				return []star.Stmt{assign(at, ident(at, found), ident(at, "True"))}
			})
			if i > 0 {
				try = []star.Stmt{&star.IfStmt{If: at, Cond: not(at, ident(at, found)), True: try}}
			}
			out = append(out, try...)
		}
		return append(out, &star.IfStmt{If: at, Cond: ident(at, found), True: then()})
	}
	m.fail(p, "invalid syntax")
	return nil
}

// capture keeps x for a name, "" for none.
func (m *caseMatcher) capture(at star.Position, name, x string) []star.Stmt {
	if name == "" {
		return nil
	}
	t := m.nameTemp(name)
	if t == x {
		return nil
	}
	return []star.Stmt{assign(at, ident(at, t), ident(at, x))}
}

func (m *caseMatcher) nameTemp(name string) string {
	t := m.temps[name]
	if t == "" {
		t = m.temp()
		m.temps[name] = t
		m.names = append(m.names, name)
	}
	return t
}

// partTemp is the variable for the part of a subject that p is for.
func (m *caseMatcher) partTemp(p syntax.Pattern) string {
	switch p := p.(type) {
	case *syntax.MatchAs:
		if p.Pattern == nil && p.Name != "" {
			return m.nameTemp(p.Name)
		}
	case *syntax.MatchStar:
		if p.Name != "" {
			return m.nameTemp(p.Name)
		}
	}
	return m.temp()
}

// parts lowers patterns for the parts that an operator gives, which is false
// where the subject hasn't the shape asked for.
func (m *caseMatcher) parts(at star.Position, op star.Expr, list []syntax.Pattern, then func() []star.Stmt) []star.Stmt {
	if len(list) == 0 {
		return []star.Stmt{&star.IfStmt{If: at, Cond: op, True: then()}}
	}
	r := m.temp()
	temps := make([]string, len(list))
	targets := make([]star.Expr, len(list))
	for i, p := range list {
		temps[i] = m.partTemp(p)
		targets[i] = ident(at, temps[i])
	}
	unpack := assign(at, tuple(at, targets...), ident(at, r))
	if len(list) == 1 {
		unpack = assign(at, targets[0], index(at, ident(at, r), integer(at, 0)))
	}
	return []star.Stmt{
		assign(at, ident(at, r), op),
		&star.IfStmt{If: at, Cond: ident(at, r), True: append([]star.Stmt{unpack}, m.all(list, temps, then)...)},
	}
}

// all lowers patterns of which each must match.
func (m *caseMatcher) all(list []syntax.Pattern, temps []string, then func() []star.Stmt) []star.Stmt {
	if len(list) == 0 {
		return then()
	}
	return m.pattern(list[0], temps[0], func() []star.Stmt { return m.all(list[1:], temps[1:], then) })
}

// sequence lowers [p, *rest, q]. What @matchseq is told: how many patterns, which
// of them is starred, whether to iterate over all of the subject, as CPython
// does unless it can index what it needs, and which parts are asked for.
func (m *caseMatcher) sequence(p *syntax.MatchSequence, x string, then func() []star.Stmt) []star.Stmt {
	starred, iterate := -1, true
	var wanted []syntax.Pattern
	places := ""
	for i, q := range p.Patterns {
		s, isStar := q.(*syntax.MatchStar)
		if isStar {
			starred, iterate = i, s.Name != ""
		}
		if a, ok := q.(*syntax.MatchAs); isStar && s.Name == "" || ok && a.Pattern == nil && a.Name == "" {
			continue
		}
		wanted = append(wanted, q)
		places += "," + strconv.Itoa(i)
	}
	at := m.start(p)
	arg := strconv.Itoa(len(p.Patterns)) + "," + strconv.Itoa(starred) + "," + strconv.FormatBool(iterate) + places
	return m.parts(at, apply(at, ident(at, x), m.named(at, "matchseq", arg)), wanted, then)
}

// class is x // @matchclass:n,name,... // cls, with the number of positional
// patterns and the names of the others. Its errors are found by the closing
// parenthesis.
func (m *caseMatcher) class(p *syntax.MatchClass, x string) star.Expr {
	arg := strings.Join(append([]string{strconv.Itoa(len(p.Patterns))}, p.KwdAttrs...), ",")
	at := m.pos(syntax.Pos{Line: p.End.Line, Col: p.End.Col - 1})
	return apply(at, apply(at, ident(at, x), m.named(at, "matchclass", arg)), m.expr(p.Cls))
}
