package lower

import (
	"slices"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// functionDef lowers def. A name that isn't Starlark's own variable is bound
// in a second step, so that the function keeps its name.
func (l *lowerer) functionDef(s *syntax.FunctionDef) []star.Stmt {
	at := l.pos(s.NamePos)
	out, decorators := l.decorators(s.Decorators)
	notes := l.annotations(s)
	before := len(out)
	if notes != nil {
		tmp := l.temp()
		out = append(out, assign(at, ident(at, tmp), notes))
		notes = ident(at, tmp)
	}
	name := s.Written()
	if l.s.Kind == scope.ClassScope {
		name += hidden
	}
	def := &star.DefStmt{Def: l.start(s), Name: ident(at, name), Lparen: at, Rparen: at}
	var first []star.Stmt
	enter := l.enter(s)
	def.Params, first = l.params(s.Params, at)
	var defaults []star.Stmt // they come before the annotations
	if notes != nil {
		for _, p := range def.Params {
			if b, ok := p.(*star.BinaryExpr); ok {
				tmp := l.temp()
				defaults = append(defaults, assign(at, ident(at, tmp), b.Y))
				b.Y = ident(at, tmp)
			}
		}
		out = slices.Insert(out, before, defaults...)
	}
	outer := l.region
	l.region = &region{}
	body := l.block(s.Body)
	if _, ends := body[len(body)-1].(*star.ReturnStmt); l.settles && !ends {
		body = append(body, l.result(at, nil))
	}
	switch yields := Yields(s.Body); {
	case s.Async && yields:
		body = l.generator(at, "makeasyncgen", s, body)
	case s.Async:
		body = l.generator(at, "makecoroutine", s, body)
	case yields:
		body = l.generator(at, "makegenerator", s, body)
	}
	if l.py2 && l.region.handles { // see object.HandledMark
		first = append(first, assign(at, ident(at, "#handled"), l.op1(at, "newcell", text(at, "#handled"))))
	}
	def.Body = append(docstring(l, s.Body), append(first, body...)...)
	l.region = outer
	enter()
	out = append(out, def)
	if notes != nil {
		at := def.Def
		out = append(out, discard(apply(at, l.op1(at, "annotate", ident(at, name)), notes)), release(at, notes.(*star.Ident).Name))
		for _, d := range defaults {
			out = append(out, release(at, d.(*star.AssignStmt).LHS.(*star.Ident).Name))
		}
	}
	v := l.s.Lookup(s.Name)
	elsewhere := v.Storage != scope.Native || name != s.Name
	switch {
	case len(decorators) > 0:
		out = append(out, l.decorated(s.Name, at, ident(at, name), s.Decorators, decorators)...)
	case elsewhere:
		out = append(out, assign(at, l.place(v, at), ident(at, name)))
	}
	if elsewhere {
		out = append(out, release(at, name))
	}
	return out
}

// hidden ends the Starlark names of functions that a class body defines: what
// they bind in the function that is the body must not stand between the methods
// and a variable of the same name around the class. (object.FunctionName takes
// it off.)
//
//	def send(): ...
//	class C:
//	    def send(self): send()     the global
const hidden = "#"

// docstring is the function's documentation, where Starlark looks for it.
func docstring(l *lowerer, body []syntax.Stmt) []star.Stmt {
	if s := Docstring(body); s != nil {
		return []star.Stmt{discard(text(l.start(s), s.Value))}
	}
	return nil
}

// annotations is a tuple of the names and annotations of a function, which are
// evaluated before it is made; nil if there are none.
func (l *lowerer) annotations(s *syntax.FunctionDef) star.Expr {
	var list []star.Expr
	at := l.start(s)
	add := func(name string, e syntax.Expr) {
		if e != nil {
			list = append(list, l.name(at, name), l.annotation(e))
		}
	}
	for _, q := range s.Params.Args {
		add(q.Name, q.Annotation)
	}
	for _, q := range s.Params.PosOnly {
		add(q.Name, q.Annotation)
	}
	if q := s.Params.Vararg; q != nil {
		add(q.Name, q.Annotation)
	}
	for _, q := range s.Params.KwOnly {
		add(q.Name, q.Annotation)
	}
	if q := s.Params.Kwarg; q != nil {
		add(q.Name, q.Annotation)
	}
	add("return", s.Returns)
	if list == nil {
		return nil
	}
	return tuple(at, list...)
}

// annotation is the value of an annotation: its text, under "from __future__
// import annotations".
func (l *lowerer) annotation(e syntax.Expr) star.Expr {
	if l.file.Future&syntax.FutureAnnotations != 0 {
		return text(l.start(e), syntax.FormatAs(e, l.file.Dialect, l.file.Future))
	}
	if s, ok := e.(*syntax.Starred); ok { // *args: *Ts
		return index(l.start(e), l.op1(l.start(e), "spread", l.expr(s.X)), integer(l.start(e), 0))
	}
	return l.expr(e)
}

// enter moves into the scope of a function, and returns the way back.
func (l *lowerer) enter(n syntax.Node) func() {
	outer := l.s
	l.s = l.info.Of(n)
	return func() { l.s = outer }
}

// params lowers parameters, whose defaults belong to the scope around. The
// statements bring into cells and namespaces what was passed.
//
// Starlark has no positional-only parameters: they get names that no caller
// can write, and are renamed at once.
func (l *lowerer) params(p *syntax.Params, at star.Position) (params []star.Expr, first []star.Stmt) {
	s := l.s
	if s.Open {
		first = append(first, assign(at, ident(at, l.localsName(s)), l.op1(at, "newlocals", l.need(at, "ns"))))
	}
	cells := make(map[string]bool)
	for _, name := range s.Cells() {
		cells[name] = true
		first = append(first, assign(at, ident(at, cellName(name)), l.op1(at, "newcell", text(at, name))))
	}
	add := func(q *syntax.Param, name string) star.Expr {
		p := l.start(q)
		if q.Tuple != nil {
			name = "#p" + name
			first = append(first, l.assignTo(q.Tuple, nil, ident(p, name))...)
		} else if s.Open || cells[q.Name] || name != q.Name {
			first = append(first, l.set(q.Name, p, ident(p, name)))
		}
		id := ident(p, name)
		if q.Default == nil {
			return id
		}
		l.s = s.Parent
		x := l.expr(q.Default)
		l.s = s
		return binary(p, star.EQ, id, x)
	}
	for _, q := range p.PosOnly {
		params = append(params, add(q, "#"+q.Name))
	}
	for i, q := range p.Args {
		name := q.Name
		if q.Tuple != nil {
			name = string(rune('a' + i%26))
		}
		params = append(params, add(q, name))
	}
	if p.Vararg != nil {
		params = append(params, &star.UnaryExpr{OpPos: at, Op: star.STAR, X: add(p.Vararg, p.Vararg.Name)})
	} else if len(p.KwOnly) > 0 {
		params = append(params, &star.UnaryExpr{OpPos: at, Op: star.STAR})
	}
	for _, q := range p.KwOnly {
		params = append(params, add(q, q.Name))
	}
	if q := p.Kwarg; q != nil {
		// Starlark passes a dict of its own.
		pos := l.start(q)
		params = append(params, &star.UnaryExpr{OpPos: at, Op: star.STARSTAR, X: ident(pos, "#"+q.Name)})
		first = append(first, l.set(q.Name, pos, l.op1(pos, "kwargs", ident(pos, "#"+q.Name))))
	}
	return params, first
}

// lambda lowers a lambda expression. What must be done on entry is done before
// its value.
func (l *lowerer) lambda(at star.Position, e *syntax.Lambda) star.Expr {
	leave := l.enter(e)
	defer leave()
	params, first := l.params(e.Params, at)
	body := func() star.Expr { return l.expr(e.Body) }
	if Yields([]syntax.Stmt{&syntax.ExprStmt{X: e.Body}}) {
		body = func() star.Expr {
			inner := &star.LambdaExpr{Lambda: at, Body: l.expr(e.Body)}
			args := l.passOn(at, e.Params, &inner.Params)
			return l.call(at, "makegenerator", text(at, "<lambda>"), inner, args)
		}
	}
	return &star.LambdaExpr{Lambda: at, Params: params, Body: l.let(at, first, body)}
}

// Position is where the Starlark function of a FunctionDef, Lambda or generator
// expression stands; it is zero for other nodes.
func Position(n syntax.Node) syntax.Pos {
	switch n := n.(type) {
	case *syntax.FunctionDef:
		return n.Start
	case *syntax.Lambda:
		return n.Anchor()
	case *syntax.Comp:
		if n.Kind == syntax.GeneratorExp {
			return n.Anchor()
		}
	}
	return syntax.Pos{}
}

// Yields reports whether statements hold a yield of their own function.
func Yields(body []syntax.Stmt) bool {
	found := false
	var visit func(n syntax.Node) bool
	// What belongs to the scope around a definition.
	exprs := func(list ...syntax.Expr) {
		for _, e := range list {
			syntax.Walk(e, visit)
		}
	}
	defaults := func(p *syntax.Params) {
		for _, q := range scope.Parameters(p) {
			if q.Default != nil {
				exprs(q.Default)
			}
		}
	}
	visit = func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Yield, *syntax.YieldFrom:
			found = true
		case *syntax.FunctionDef:
			exprs(n.Decorators...)
			defaults(n.Params)
			return false
		case *syntax.Lambda:
			defaults(n.Params)
			return false
		case *syntax.ClassDef:
			exprs(n.Decorators...)
			exprs(n.Bases...)
			for _, k := range n.Keywords {
				exprs(k.Value)
			}
			return false
		}
		return !found
	}
	for _, s := range body {
		syntax.Walk(s, visit)
	}
	return found
}

// generator makes a generator function out of a function's body, which becomes
// a function inside it; maker says what is made of it:
//
//	def f(a): body      def f(a):
//	                        def #gen f(a): body
//	                        return @makegenerator("f", #gen f, (a,))
func (l *lowerer) generator(at star.Position, maker string, s *syntax.FunctionDef, body []star.Stmt) []star.Stmt {
	name := "#gen " + s.Written()
	def := &star.DefStmt{Def: l.start(s), Name: ident(at, name), Lparen: at, Rparen: at, Body: body}
	args := l.passOn(at, s.Params, &def.Params)
	all := []star.Expr{text(at, name[len("#gen "):]), ident(at, name), args}
	if guarded(s.Body) {
		all = append(all, ident(at, "True"))
	}
	return []star.Stmt{def, &star.ReturnStmt{Return: at, Result: l.call(at, maker, all...)}}
}

// passOn gives the body of a generator the parameters of its function that are
// Starlark's own variables; it returns the tuple of arguments for them.
func (l *lowerer) passOn(at star.Position, p *syntax.Params, params *[]star.Expr) star.Expr {
	var args []star.Expr
	for _, q := range scope.Parameters(p) {
		if q.Tuple == nil && l.s.Lookup(q.Name).Storage == scope.Native {
			*params = append(*params, ident(at, q.Name))
			args = append(args, ident(at, q.Name))
		}
	}
	return tuple(at, args...)
}
