package syntax

import "strings"

// stmts prints statements, each on lines of its own.
func (p *printer) stmts(list []Stmt) {
	for _, s := range list {
		p.put(strings.Repeat("    ", p.indent))
		p.stmt(s)
		if p.out[len(p.out)-1] != '\n' {
			p.put("\n")
		}
	}
}

// block prints a colon and what it governs.
func (p *printer) block(list []Stmt) {
	p.put(":\n")
	p.indent++
	p.stmts(list)
	p.indent--
}

// clause starts another clause of a compound statement.
func (p *printer) clause(word string, body []Stmt) {
	if body != nil {
		p.put(strings.Repeat("    ", p.indent), word)
		p.block(body)
	}
}

// then prints a word with an expression, if there is one.
func (p *printer) then(word string, x Expr) {
	if x != nil {
		p.put(word)
		p.expr(x, precTest)
	}
}

func (p *printer) decorators(ds []Expr) {
	for _, d := range ds {
		p.put("@")
		p.expr(d, precTest)
		p.newline()
	}
}

func async(is bool, word string) string {
	if is {
		return "async " + word
	}
	return word
}

func (p *printer) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		p.decorators(s.Decorators)
		p.put(async(s.Async, "def "), s.Name, "(")
		p.params(s.Params)
		p.put(")")
		p.then(" -> ", s.Returns)
		p.block(s.Body)
	case *ClassDef:
		p.decorators(s.Decorators)
		p.put("class ", s.Name)
		if len(s.Bases)+len(s.Keywords) > 0 {
			p.put("(")
			p.arguments(s.Bases, s.Keywords)
			p.put(")")
		}
		p.block(s.Body)
	case *Return:
		p.put("return")
		if s.Value != nil {
			p.put(" ")
			p.top(s.Value)
		}
	case *Delete:
		p.put("del ")
		list(p, s.Targets, p.element)
	case *Assign:
		for _, t := range s.Targets {
			p.top(t)
			p.put(" = ")
		}
		p.top(s.Value)
	case *AugAssign:
		p.top(s.Target)
		p.put(" ", s.Op.String(), "= ")
		p.top(s.Value)
	case *AnnAssign:
		if _, name := s.Target.(*Name); name && !s.Simple {
			p.put("(")
			p.top(s.Target)
			p.put(")")
		} else {
			p.top(s.Target)
		}
		p.then(": ", s.Annotation)
		if s.Value != nil {
			p.put(" = ")
			p.top(s.Value)
		}
	case *For:
		p.put(async(s.Async, "for "))
		p.top(s.Target)
		p.put(" in ")
		p.top(s.Iter)
		p.block(s.Body)
		p.clause("else", s.Else)
	case *While:
		p.then("while ", s.Test)
		p.block(s.Body)
		p.clause("else", s.Else)
	case *If:
		p.ifStmt(s, "if ")
	case *With:
		p.with(s)
	case *Raise:
		p.put("raise")
		p.then(" ", s.Exc)
		p.then(" from ", s.Cause)
		p.then(", ", s.Value)
		p.then(", ", s.Traceback)
	case *Try:
		p.put("try")
		p.block(s.Body)
		word := "except"
		if s.Star {
			word = "except*"
		}
		for _, h := range s.Handlers {
			p.put(strings.Repeat("    ", p.indent))
			p.handler(h, word)
		}
		p.clause("else", s.Else)
		p.clause("finally", s.Finally)
	case *Assert:
		p.then("assert ", s.Test)
		p.then(", ", s.Msg)
	case *Import:
		p.put("import ")
		list(p, s.Names, p.alias)
	case *ImportFrom:
		p.put("from ", strings.Repeat(".", s.Level), s.Module, " import ")
		list(p, s.Names, p.alias)
	case *Global:
		p.put("global ", strings.Join(s.Names, ", "))
	case *Nonlocal:
		p.put("nonlocal ", strings.Join(s.Names, ", "))
	case *ExprStmt:
		p.top(s.X)
	case *Pass:
		p.put("pass")
	case *Break:
		p.put("break")
	case *Continue:
		p.put("continue")
	case *Print:
		p.print(s)
	case *Exec:
		p.put("exec ")
		p.expr(s.Body, precBitOr)
		p.then(" in ", s.Globals)
		p.then(", ", s.Locals)
	case *Match:
		p.put("match ")
		p.top(s.Subject)
		p.put(":\n")
		p.indent++
		for _, c := range s.Cases {
			p.put(strings.Repeat("    ", p.indent))
			p.matchCase(c)
		}
		p.indent--
	}
}

// ifStmt prints a chain of if and elif in a loop: it may be long.
func (p *printer) ifStmt(s *If, word string) {
	for {
		p.then(word, s.Test)
		p.block(s.Body)
		if len(s.Else) == 1 {
			if next, ok := s.Else[0].(*If); ok {
				p.put(strings.Repeat("    ", p.indent))
				s, word = next, "elif "
				continue
			}
		}
		p.clause("else", s.Else)
		return
	}
}

func (p *printer) with(s *With) {
	p.put(async(s.Async, "with "))
	text := p.sub(func(q *printer) { list(q, s.Items, q.withItem) })
	// One item in parentheses would be read as a list of items.
	if len(s.Items) == 1 && s.Items[0].Target == nil && text[0] == '(' && !p.py2 {
		text = "(" + text + ")"
	}
	p.put(text)
	p.block(s.Body)
}

func (p *printer) withItem(w *WithItem) {
	p.expr(w.Context, precTest)
	p.then(" as ", w.Target)
}

func (p *printer) handler(h *ExceptHandler, word string) {
	p.put(word)
	p.then(" ", h.Type)
	if h.Target != nil {
		as := " as "
		if p.py2 {
			as = ", "
		}
		p.then(as, h.Target)
	}
	p.block(h.Body)
}

func (p *printer) alias(a *Alias) {
	p.put(a.Name)
	if a.AsName != "" {
		p.put(" as ", a.AsName)
	}
}

func (p *printer) print(s *Print) {
	p.put("print")
	comma := " "
	if s.Dest != nil {
		p.then(" >>", s.Dest)
		comma = ", "
	}
	for _, v := range s.Values {
		p.then(comma, v)
		comma = ", "
	}
	if !s.NewLine {
		p.put(",")
	}
}

func (p *printer) matchCase(c *MatchCase) {
	p.put("case ")
	p.pattern(c.Pattern, false)
	p.then(" if ", c.Guard)
	p.block(c.Body)
}

// pattern prints a pattern, in parentheses if closed asks for it and it isn't
// of one piece.
func (p *printer) pattern(x Pattern, closed bool) {
	sub := func(x Pattern) { p.pattern(x, false) }
	switch x := x.(type) {
	case *MatchValue:
		p.top(x.Value)
	case *MatchSingleton:
		p.put(x.Value.String())
	case *MatchSequence:
		p.put("[")
		list(p, x.Patterns, sub)
		p.put("]")
	case *MatchMapping:
		p.put("{")
		for i, k := range x.Keys {
			if i > 0 {
				p.put(", ")
			}
			p.top(k)
			p.put(": ")
			sub(x.Patterns[i])
		}
		if x.Rest != "" {
			if x.Keys != nil {
				p.put(", ")
			}
			p.put("**", x.Rest)
		}
		p.put("}")
	case *MatchClass:
		p.top(x.Cls)
		p.put("(")
		list(p, x.Patterns, sub)
		for i, k := range x.KwdPatterns {
			if i+len(x.Patterns) > 0 {
				p.put(", ")
			}
			p.put(x.KwdAttrs[i], "=")
			sub(k)
		}
		p.put(")")
	case *MatchStar:
		p.put("*", orUnderscore(x.Name))
	case *MatchAs:
		if x.Pattern == nil {
			p.put(orUnderscore(x.Name))
			return
		}
		if closed {
			p.put("(")
		}
		_, as := x.Pattern.(*MatchAs)
		p.pattern(x.Pattern, as)
		p.put(" as ", x.Name)
		if closed {
			p.put(")")
		}
	case *MatchOr:
		if closed {
			p.put("(")
		}
		for i, y := range x.Patterns {
			if i > 0 {
				p.put(" | ")
			}
			p.pattern(y, true)
		}
		if closed {
			p.put(")")
		}
	}
}

func orUnderscore(name string) string {
	if name == "" {
		return "_"
	}
	return name
}
