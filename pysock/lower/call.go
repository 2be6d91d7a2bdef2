package lower

import (
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// maxArgs is how many positional, and how many keyword, arguments one Starlark
// call can pass; more go in a tuple and a dict.
const maxArgs = 255

// invoke lowers a call.
func (l *lowerer) invoke(at star.Position, e *syntax.Call) star.Expr {
	if x := l.super0(at, e); x != nil {
		return x
	}
	fn, self := l.callee(at, e)
	args, spread := l.positional(at, e.Args, self)
	plain := len(e.Keywords) <= maxArgs
	for _, k := range e.Keywords {
		if k.Name == "" || spread {
			// Starlark would evaluate keyword arguments before *args.
			plain = false
		}
	}
	switch {
	case len(e.Keywords) == 0:
	case plain:
		for _, k := range e.Keywords {
			p := l.start(k)
			args = append(args, binary(p, star.EQ, ident(p, k.Name), l.expr(k.Value)))
		}
	default:
		args = append(args, &star.UnaryExpr{OpPos: at, Op: star.STARSTAR, X: l.keywordDict(at, e.Keywords)})
	}
	return &star.CallExpr{Fn: fn, Lparen: at, Args: args, Rparen: at}
}

// callee is what is called, and the argument that comes before the others, if
// any. Built-ins that see the variables around them are given them first; a
// method of what a plain variable holds is called with that: see
// object.MethodCache.
func (l *lowerer) callee(at star.Position, e *syntax.Call) (fn star.Expr, self []star.Expr) {
	if a, ok := e.Func.(*syntax.Attribute); ok {
		if n, ok := a.X.(*syntax.Name); ok && l.s.Lookup(n.Id).Storage == scope.Native && !l.info.Imported(n.Id) {
			return apply(l.anchor(a), l.expr(n), l.named(l.anchor(a), "method", a.Name)), []star.Expr{l.expr(n)}
		}
	}
	if scope.Reveals(e, l.py2) {
		n := e.Func.(*syntax.Name)
		if v := l.s.Lookup(n.Id); v.Storage == scope.Global || v.Storage == scope.Builtin || v.Storage == scope.Local || v.Storage == scope.ClassBody {
			p := l.start(n)
			return &star.CallExpr{
				Fn: l.named(p, "reveal", n.Id), Lparen: p, Rparen: p,
				Args: []star.Expr{l.load(n.Id, p), l.need(p, "ns"), l.frame(p)},
			}, nil
		}
	}
	return l.expr(e.Func), nil
}

// positional lowers the arguments without a name, after those given; spread
// tells that they are one *tuple.
func (l *lowerer) positional(at star.Position, list []syntax.Expr, first []star.Expr) (args []star.Expr, spread bool) {
	stars := 0
	for _, a := range list {
		if _, ok := a.(*syntax.Starred); ok {
			stars++
		}
	}
	room := maxArgs - len(first)
	if stars == 0 && len(list) <= room {
		return append(first, l.exprs(list)...), false
	}
	if stars == 1 {
		if s, ok := list[len(list)-1].(*syntax.Starred); ok && len(list) <= room {
			args = append(first, l.exprs(list[:len(list)-1])...)
			return append(args, &star.UnaryExpr{OpPos: at, Op: star.STAR, X: l.op1(at, "arguments", l.expr(s.X))}), true
		}
	}
	return append(first, &star.UnaryExpr{OpPos: at, Op: star.STAR, X: l.elems(at, list)}), true
}

// keywordDict is the ** argument that stands for all keyword arguments:
// ("a", 1) // @keywords // @morekeywords // m ...
func (l *lowerer) keywordDict(at star.Position, list []*syntax.Keyword) star.Expr {
	var d star.Expr
	var run []star.Expr
	flush := func() {
		part := l.op1(at, "keywords", tuple(at, run...))
		switch {
		case d == nil:
			d = part
		case run != nil:
			d = apply(at, l.op1(at, "morekeywords", d), part)
		}
		run = nil
	}
	for _, k := range list {
		p := l.start(k)
		if k.Name != "" {
			run = append(run, text(p, k.Name), l.expr(k.Value))
			continue
		}
		flush()
		d = apply(at, l.op1(at, "morekeywords", d), l.expr(k.Value))
	}
	flush()
	return d
}
