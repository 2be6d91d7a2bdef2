package lower

import (
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// filled are the comprehensions that fill a set or dict: the operators that make
// an empty one of (), and that add an element.
var filled = map[syntax.CompKind]struct{ make, add string }{
	syntax.SetComp:  {"set", "setadd"},
	syntax.DictComp: {"dict", "setpair"},
}

// comp lowers a comprehension to one of Starlark's. A generator expression is
// one that runs as the body of a generator; it yields each element by a
// condition that is always false, so that it collects nothing.
//
//	(f(x) for x in z)              @makegenerator("<genexpr>",
//	                                   lambda #t: [None for x in #t if f(x) // @yieldfalse],
//	                                   (z // @firstiter,))
//	[f(x, y) for x, y in z if x]   [f(x, y) for x, y in z // @firstiterunpack if x] // @list
//	[lambda: x for x in z]         @comp(lambda #t: [lambda: x for x in #t], z // @firstiter) // @list
//	{f(x) for x in z}              [([None for x in z // @firstiter if #s // @setadd // f(x)], #s)
//	                                   for #s in (() // @set,)][0][1]
//	[f for a.b in z]               [f for #t in z // @firstiter if #t // @setattr:b // a // @true] // @list
//	[eval("x") for x in z]         [... for #l1 in (@ns // @newlocals,) for #t in z // @firstiter
//	                               if #l1 // @setname:x // #t // @true] // @list
//
// The variables of Starlark's comprehensions are those of the function around,
// so that one whose variables are used by a function inside of it is run by a
// function of its own: each run has its own variables then.
func (l *lowerer) comp(at star.Position, e *syntax.Comp) star.Expr {
	c := &star.Comprehension{Lbrack: at, Rbrack: at}
	outer, inner := l.s, l.info.Of(e)
	maker := "makegenerator"
	if e.Kind == syntax.GeneratorExp && awaits(e) {
		maker = "makeasyncgen"
	}
	generator := e.Kind == syntax.GeneratorExp
	fill, fills := filled[e.Kind]
	function := generator || inner != nil && inner.Closed
	var first star.Expr // what a function's body is called with
	var param string
	for i, g := range e.Generators {
		p := l.start(g)
		// The first iterable belongs to the scope around.
		from := p
		if i == 0 && !generator { // that of a generator's may begin where a call does
			from = at
		}
		op := iterOp(g.Target, g.Async)
		if i == 0 && !g.Async {
			op = "first" + op
		}
		iter := l.op1(from, op, l.expr(g.Iter))
		if i == 0 && function {
			tmp := l.temp()
			first, param = iter, tmp
			iter = ident(p, tmp)
		}
		if i == 0 && inner != nil {
			l.s = inner
			cells := inner.Cells()
			if inner.Open || cells != nil {
				tmp := l.temp()
				bind(c, p, ident(p, tmp), iter)
				iter = ident(p, tmp)
			}
			if inner.Open {
				bind(c, p, ident(p, l.localsName(inner)), l.op1(p, "newlocals", l.need(p, "ns")))
			}
			for _, name := range cells {
				bind(c, p, ident(p, cellName(name)), l.op1(p, "newcell", text(p, name)))
			}
		}
		l.compClause(c, p, g.Target, iter)
		for _, cond := range g.Ifs {
			c.Clauses = append(c.Clauses, &star.IfClause{If: l.start(cond), Cond: l.cond(cond)})
		}
	}
	c.Body = l.expr(e.Elt)
	if e.Value != nil {
		op, swapped := l.pairs("setpair")
		if swapped {
			c.Body = tuple(at, l.expr(e.Value), c.Body)
		} else {
			c.Body = tuple(at, c.Body, l.expr(e.Value))
		}
		fill.add = op
	}
	// An element that can't be added fails in the comprehension's own frame: at
	// its closing brace, which belongs to nothing else.
	brace := l.pos(syntax.Pos{Line: e.End.Line, Col: e.End.Col - 1})
	var target string
	switch {
	case generator:
		c.Clauses = append(c.Clauses, &star.IfClause{If: at, Cond: l.op1(at, "yieldfalse", c.Body)})
		c.Body = ident(at, "None")
	case fills:
		target = l.temp()
		c.Clauses = append(c.Clauses, &star.IfClause{If: brace, Cond: apply(brace, l.op1(brace, fill.add, ident(brace, target)), c.Body)})
		c.Body = ident(at, "None")
	}
	l.s = outer
	var run star.Expr = c
	if function {
		body := &star.LambdaExpr{Lambda: at, Params: []star.Expr{ident(at, param)}, Body: c}
		if generator {
			return l.call(at, maker, text(at, "<genexpr>"), body, tuple(at, first))
		}
		run = l.call(at, "comp", body, first)
	}
	if !fills {
		return l.op1(at, "list", run)
	}
	made := &star.Comprehension{Lbrack: at, Rbrack: at, Body: tuple(at, run, ident(at, target))}
	bind(made, at, ident(at, target), l.op1(at, fill.make, tuple(at)))
	return index(at, index(at, made, integer(at, 0)), integer(at, 1))
}

// awaits reports whether a generator expression is an async generator: it has an
// async for or an await of its own, but for the first iterable, which belongs to
// the function around.
func awaits(e *syntax.Comp) bool {
	found := e.Generators[0].Async
	var look func(n syntax.Node) bool
	look = func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Await:
			found = true
		case *syntax.Lambda:
			return false
		case *syntax.Comp:
			if n.Kind == syntax.GeneratorExp {
				syntax.Walk(n.Generators[0].Iter, look)
				return false
			}
			for _, g := range n.Generators {
				found = found || g.Async
			}
		}
		return !found
	}
	parts := []syntax.Node{e.Elt}
	if e.Value != nil {
		parts = append(parts, e.Value)
	}
	for i, g := range e.Generators {
		found = found || g.Async
		if i > 0 {
			parts = append(parts, g.Iter)
		}
		for _, c := range g.Ifs {
			parts = append(parts, c)
		}
	}
	for _, p := range parts {
		syntax.Walk(p, look)
	}
	return found
}

// compClause adds a for clause. A target that isn't made of the comprehension's
// own plain variables is bound to a temporary and assigned from there.
func (l *lowerer) compClause(c *star.Comprehension, at star.Position, t syntax.Expr, iter star.Expr) {
	vars, ok := l.plainTarget(t)
	if l.s.Kind != scope.CompScope || !ok {
		tmp := l.temp()
		c.Clauses = append(c.Clauses, &star.ForClause{For: at, Vars: ident(at, tmp), In: at, X: iter})
		l.clauses(c, l.assignTo(t, nil, ident(at, tmp)))
		return
	}
	c.Clauses = append(c.Clauses, &star.ForClause{For: l.eachPos(at, t), Vars: vars, In: at, X: iter})
}

// bind adds the clause for vars in (x,), which assigns x to vars.
func bind(c *star.Comprehension, at star.Position, vars, x star.Expr) {
	c.Clauses = append(c.Clauses, &star.ForClause{For: at, Vars: vars, In: at, X: tuple(at, x)})
}

// clauses makes clauses of a comprehension out of assignments: a variable is
// bound by a for clause with one element, and all else is stored by a condition
// that is always true.
func (l *lowerer) clauses(c *star.Comprehension, stmts []star.Stmt) {
	cond := func(at star.Position, x star.Expr) {
		c.Clauses = append(c.Clauses, &star.IfClause{If: at, Cond: l.op1(at, "true", x)})
	}
	for _, s := range stmts {
		switch s := s.(type) {
		case *star.AssignStmt:
			if lhs, ok := s.LHS.(*star.DotExpr); ok {
				cond(s.OpPos, apply(s.OpPos, apply(s.OpPos, lhs.X, l.named(s.OpPos, "setname", lhs.Name.Name)), s.RHS))
			} else if !isRelease(s) {
				bind(c, s.OpPos, s.LHS, s.RHS)
			}
		case *star.ExprStmt:
			at, _ := s.X.Span()
			cond(at, s.X)
		}
	}
}

// let is an expression that runs assignments before it has the value of body:
//
//	[body for x in (value,)][0]
//
// Unlike the call of a lambda it needs no frame.
func (l *lowerer) let(at star.Position, stmts []star.Stmt, body func() star.Expr) star.Expr {
	if len(stmts) == 0 {
		return body()
	}
	c := &star.Comprehension{Lbrack: at, Rbrack: at}
	l.clauses(c, stmts)
	if _, ok := c.Clauses[0].(*star.IfClause); ok { // a for clause must come first
		c.Clauses = append([]star.Node{&star.ForClause{For: at, Vars: ident(at, l.temp()), In: at, X: tuple(at, ident(at, "None"))}}, c.Clauses...)
	}
	c.Body = body()
	return index(at, c, integer(at, 0))
}
