package lower

import (
	"cmp"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// classDef lowers class. The body runs as a function that binds its names in a
// namespace, which the metaclass may supply. The cell is there if a method
// uses super() or __class__, and means the class; the class statement fills it.
//
//	class C(B, k=v): body    def #class(#l1):
//	                             #c.__class__1 = "__class__" // @newcell
//	                             body, with names as #l1.name
//	                             #l1.__classcell__ = #c.__class__1 // @cellview
//	                         C = @class("C", (B,), {"k": v}, #1, @ns)
func (l *lowerer) classDef(s *syntax.ClassDef) []star.Stmt {
	at := l.pos(s.NamePos)
	out, decorators := l.decorators(s.Decorators)
	bases := l.elems(at, s.Bases)
	params := []star.Expr{ident(at, l.localsName(l.info.Of(s)))}
	name, def, _ := l.part(at, params, func() []star.Stmt {
		defer l.enter(s)()
		outer := l.region
		l.region = &region{}
		defer func() { l.region = outer }()
		ns := l.localsName(l.s)
		body := []star.Stmt{assign(at, dot(at, ident(at, ns), "__module__"), dot(at, l.need(at, "ns"), "__name__"))}
		if !l.py2 {
			body = append(body, assign(at, dot(at, ident(at, ns), "__qualname__"), l.name(at, l.s.Name())))
		}
		if d := docstring(l, s.Body); d != nil {
			body = append(body, assign(at, dot(at, ident(at, ns), "__doc__"), d[0].(*star.ExprStmt).X))
		}
		body = append(append(body, l.noted(at)...), l.block(s.Body)...)
		if !l.classCells[l.s] {
			return body
		}
		cell := l.classCell(l.s)
		return append(append([]star.Stmt{assign(at, ident(at, cell), l.op1(at, "newcell", text(at, "__class__")))}, body...),
			assign(at, dot(at, ident(at, ns), "__classcell__"), l.op1(at, "cellview", ident(at, cell))))
	})
	def.Name.Name = s.Written() + hidden
	name.Name = def.Name.Name
	out = append(out, def)
	given := []star.Expr{l.name(at, s.Written()), bases, name, l.need(at, "ns")}
	class := star.Expr(l.call(at, "__build_class__", given...))
	if len(s.Keywords) > 0 {
		class = l.spreadCall(at, l.need(at, "__build_class__"), given, nil, s.Keywords)
	}
	return append(out, l.decorated(s.Name, at, class, s.Decorators, decorators)...)
}

// decorators evaluates decorators in the order in which they are written.
func (l *lowerer) decorators(list []syntax.Expr) (out []star.Stmt, names []string) {
	for _, d := range list {
		tmp := l.temp()
		at := l.anchor(d)
		out = append(out, assign(at, ident(at, tmp), l.expr(d)))
		names = append(names, tmp)
	}
	return out, names
}

// decorated binds a name to x, passed through decorators, the last one first; tmps
// hold their values. Their calls stand where they stand, in Python 2 at the name's place.
func (l *lowerer) decorated(name string, at star.Position, x star.Expr, decorators []syntax.Expr, tmps []string) []star.Stmt {
	for i := len(tmps) - 1; i >= 0; i-- {
		at := at
		if !l.py2 {
			at = l.anchor(decorators[i])
		}
		x = &star.CallExpr{Fn: ident(at, tmps[i]), Lparen: at, Args: []star.Expr{x}, Rparen: at}
	}
	out := []star.Stmt{l.set(name, at, x)}
	for _, d := range tmps {
		out = append(out, release(at, d))
	}
	return out
}

// super0 lowers super() without arguments, which means the class around the
// method and the method's first parameter.
func (l *lowerer) super0(at star.Position, e *syntax.Call) star.Expr {
	n, ok := e.Func.(*syntax.Name)
	if !ok || n.Id != "super" || len(e.Args)+len(e.Keywords) > 0 || l.py2 {
		return nil
	}
	if v := l.s.Lookup("super"); v.Storage != scope.Builtin && v.Storage != scope.Global {
		return nil
	}
	var params *syntax.Params
	switch n := l.s.Node.(type) {
	case *syntax.FunctionDef:
		params = n.Params
	case *syntax.Lambda:
		params = n.Params
	case *syntax.Comp:
	default:
		return nil
	}
	var self star.Expr = text(at, "") // a comprehension's parameter is an iterator, of no class that has the method
	if params != nil {
		all := append(append([]*syntax.Param{}, params.PosOnly...), params.Args...)
		if len(all) == 0 {
			return nil
		}
		self = l.load(all[0].Name, at)
		if v := l.s.Lookup(all[0].Name); v.Storage == scope.Cell { // one that del may have unbound
			self = l.op1(at, "superself", ident(at, l.cellOf(v)))
		}
	}
	if l.classAround(nil) == nil {
		return l.op1(at, "superlost", self)
	}
	class := l.load("__class__", at)
	v := l.s.Lookup("__class__")
	if c := cmp.Or(l.classAround(v.Scope), v.Scope); c != nil && c.Kind == scope.ClassScope {
		class = l.op1(at, "superclass", ident(at, l.classCell(c)))
	}
	return &star.CallExpr{Fn: l.expr(e.Func), Lparen: at, Rparen: at, Args: []star.Expr{class, self}}
}
