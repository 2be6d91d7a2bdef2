package lower

import (
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// compResult is the operator that makes the result out of the list of elements
// that a Starlark comprehension gives.
var compResult = map[syntax.CompKind]string{
	syntax.ListComp:     "list",
	syntax.SetComp:      "set",
	syntax.DictComp:     "pairs",
	syntax.GeneratorExp: "generator",
}

// comp lowers a comprehension to one of Starlark's. A generator expression is
// worked off at once, until there are generators.
func (l *lowerer) comp(at star.Position, e *syntax.Comp) star.Expr {
	c := &star.Comprehension{Lbrack: at, Rbrack: at}
	outer, inner := l.s, l.info.Of(e)
	for i, g := range e.Generators {
		if g.Async {
			l.unsupported(g, "'async'")
		}
		p := l.start(g)
		if i == 1 && inner != nil {
			l.s = inner // the first iterable belongs to the scope around
		}
		iter := l.op1(p, iterOp(g.Target), l.expr(g.Iter))
		if i == 0 && inner != nil {
			l.s = inner
		}
		vars, stores := l.compTarget(g.Target)
		c.Clauses = append(c.Clauses, &star.ForClause{For: p, Vars: vars, In: p, X: iter})
		for _, s := range stores {
			c.Clauses = append(c.Clauses, &star.IfClause{If: p, Cond: s})
		}
		for _, cond := range g.Ifs {
			c.Clauses = append(c.Clauses, &star.IfClause{If: l.start(cond), Cond: l.cond(cond)})
		}
	}
	c.Body = l.expr(e.Elt)
	if e.Kind == syntax.DictComp {
		c.Body = tuple(at, c.Body, l.expr(e.Value))
	}
	l.s = outer
	return l.op1(at, compResult[e.Kind], c)
}

// compTarget is what a clause of a comprehension binds. A target that isn't a
// plain variable of the comprehension is bound to a temporary, and stored by a
// condition that is always true.
func (l *lowerer) compTarget(t syntax.Expr) (vars star.Expr, stores []star.Expr) {
	at := l.start(t)
	switch t := t.(type) {
	case *syntax.Name:
		if v := l.s.Lookup(t.Id); l.s.Kind == scope.CompScope && v.Storage == scope.Native {
			return ident(at, t.Id), nil
		}
		tmp := l.temp()
		return ident(at, tmp), []star.Expr{l.op1(at, "true", l.storeTarget(at, t.Id, ident(at, tmp)))}
	case *syntax.Tuple:
		return l.compTargets(at, t.Elts)
	case *syntax.List:
		return l.compTargets(at, t.Elts)
	case *syntax.Attribute, *syntax.Subscript:
		l.unsupported(t, "this target of a comprehension")
	}
	l.unsupported(t, "this target of a comprehension")
	return ident(at, l.temp()), nil
}

func (l *lowerer) compTargets(at star.Position, elts []syntax.Expr) (star.Expr, []star.Expr) {
	var list []star.Expr
	var stores []star.Expr
	for _, x := range elts {
		v, s := l.compTarget(x)
		list = append(list, v)
		stores = append(stores, s...)
	}
	return tuple(at, list...), stores
}

// storeTarget binds the target of a Python 2 list comprehension, which belongs
// to the scope around.
func (l *lowerer) storeTarget(at star.Position, name string, x star.Expr) star.Expr {
	return l.store(at, name, x)
}
