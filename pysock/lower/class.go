package lower

import (
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// classDef lowers class. The body runs as a function that binds its names in a
// namespace; the cell is what super() and __class__ mean in the methods.
//
//	class C(B, k=v): body    def #1():
//	                             #l1 = @newclassns(@ns)
//	                             #c.__class__ = "__class__" // @newcell
//	                             body, with names as #l1.name
//	                             return (#l1, #c.__class__)
//	                         C = @class("C", (B,), {"k": v}, #1, @ns)
func (l *lowerer) classDef(s *syntax.ClassDef) []star.Stmt {
	at := l.pos(s.NamePos)
	out, decorators := l.decorators(s.Decorators)
	bases := l.elems(at, s.Bases)
	var keywords star.Expr = ident(at, "None")
	if len(s.Keywords) > 0 {
		keywords = l.keywordDict(at, s.Keywords)
	}
	name, def, _ := l.part(at, nil, func() []star.Stmt {
		defer l.enter(s)()
		outer := l.region
		l.region = &region{}
		defer func() { l.region = outer }()
		ns := l.localsName(l.s)
		body := []star.Stmt{
			assign(at, ident(at, ns), l.op1(at, "newlocals", l.need(at, "ns"))),
			assign(at, ident(at, cellName("__class__")), l.op1(at, "newcell", text(at, "__class__"))),
			assign(at, dot(at, ident(at, ns), "__module__"), dot(at, l.need(at, "ns"), "__name__")),
		}
		if !l.py2 {
			body = append(body, assign(at, dot(at, ident(at, ns), "__qualname__"), text(at, s.Name)))
		}
		if d := docstring(l, s.Body); d != nil {
			body = append(body, assign(at, dot(at, ident(at, ns), "__doc__"), d[0].(*star.ExprStmt).X))
		}
		body = append(body, l.block(s.Body)...)
		return append(body, &star.ReturnStmt{Return: at, Result: tuple(at, ident(at, ns), ident(at, cellName("__class__")))})
	})
	def.Name.Name = "#class"
	name.Name = "#class"
	out = append(out, def)
	class := star.Expr(l.call(at, "class", text(at, s.Name), bases, keywords, name, l.need(at, "ns")))
	return append(out, l.decorated(s.Name, at, class, decorators)...)
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

// decorated binds a name to x, passed through decorators, the last one first.
func (l *lowerer) decorated(name string, at star.Position, x star.Expr, decorators []string) []star.Stmt {
	for i := len(decorators) - 1; i >= 0; i-- {
		x = &star.CallExpr{Fn: ident(at, decorators[i]), Lparen: at, Args: []star.Expr{x}, Rparen: at}
	}
	out := []star.Stmt{l.set(name, at, x)}
	for _, d := range decorators {
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
	var fn *scope.Scope
	inClass := false
	for s := l.s; s != nil; s = s.Parent {
		if s.Kind == scope.FunctionScope {
			fn = s
		}
		if s.Kind == scope.ClassScope {
			inClass = true
			break
		}
	}
	if fn == nil || !inClass {
		return nil
	}
	def, ok := fn.Node.(*syntax.FunctionDef)
	if !ok {
		return nil
	}
	all := append(append([]*syntax.Param{}, def.Params.PosOnly...), def.Params.Args...)
	if len(all) == 0 {
		return nil
	}
	return &star.CallExpr{
		Fn: l.expr(e.Func), Lparen: at, Rparen: at,
		Args: []star.Expr{dot(at, ident(at, cellName("__class__")), "__class__"), l.load(all[0].Name, at)},
	}
}
