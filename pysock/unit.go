package pysock

import (
	"strconv"
	"sync"

	"example.com/pysock/pysock/lower"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A unit is what is known of the source of a program's functions. Every program
// has it as a global, so that a function leads to it: see object.UnitVar.
type unit struct {
	r    *Runtime
	file *syntax.File
	info *scope.Info

	index func() map[syntax.Pos]*scope.Scope
	made  map[*scope.Scope]*object.Definition
}

var _ object.Unit = (*unit)(nil)

func newUnit(r *Runtime, f *syntax.File, info *scope.Info) *unit {
	u := &unit{r: r, file: f, info: info, made: make(map[*scope.Scope]*object.Definition)}
	u.index = sync.OnceValue(u.scopes)
	return u
}

// scopes finds the scopes of functions by the positions that lowering gives
// them.
func (u *unit) scopes() map[syntax.Pos]*scope.Scope {
	m := make(map[syntax.Pos]*scope.Scope)
	u.info.Scopes(func(s *scope.Scope) {
		if p := lower.Position(s.Node); p.Line > 0 {
			m[p] = s
		}
	})
	return m
}

// Definition returns what the source tells of a function, nil if it isn't there.
func (u *unit) Definition(fn *starlark.Function) *object.Definition {
	at := fn.Position()
	s := u.index()[syntax.Pos{Line: at.Line, Col: at.Col}]
	if s == nil {
		return nil
	}
	d := u.made[s]
	if d == nil {
		d = u.define(s)
		u.made[s] = d
	}
	return d
}

// define describes a function, lambda or generator expression.
func (u *unit) define(s *scope.Scope) *object.Definition {
	d := &object.Definition{Name: s.Name(), Line: int(headLine(s.Node)), Free: s.Free(), Cells: s.Captured(), Unoptimized: s.Unseen}
	var body []syntax.Node
	var params *syntax.Params
	switch n := s.Node.(type) {
	case *syntax.FunctionDef:
		params = n.Params
		for _, st := range n.Body {
			body = append(body, st)
		}
		d.Async, d.Yields = n.Async, lower.Yields(n.Body)
		if len(n.Body) > 0 {
			if e, ok := n.Body[0].(*syntax.ExprStmt); ok {
				if doc, ok := e.X.(*syntax.Str); ok {
					d.Doc, body = u.r.constant(doc), body[1:]
				}
			}
		}
	case *syntax.Lambda:
		params = n.Params
		body = []syntax.Node{n.Body}
		d.Yields = lower.Yields([]syntax.Stmt{&syntax.ExprStmt{X: n.Body}})
	case *syntax.Comp:
		d.Yields, d.Args = true, 1
		body = []syntax.Node{n.Elt}
	}
	for o := s.Parent; o != nil; o = o.Parent {
		d.Nested = d.Nested || o.Kind == scope.FunctionScope
	}
	if params != nil {
		d.Vararg, d.Kwarg = params.Vararg != nil, params.Kwarg != nil
		d.Args, d.PosOnly, d.KwOnly = len(params.PosOnly)+len(params.Args), len(params.PosOnly), len(params.KwOnly)
	}
	d.Params = parameters(s)
	d.Locals = s.Variables(d.Params)
	u.uses(d, s, body)
	return d
}

// parameters lists the parameters of what opens a scope, in the order of co_varnames.
func parameters(s *scope.Scope) []string {
	var p *syntax.Params
	switch n := s.Node.(type) {
	case *syntax.FunctionDef:
		p = n.Params
	case *syntax.Lambda:
		p = n.Params
	case *syntax.Comp:
		return []string{".0"}
	default:
		return nil
	}
	var list []*syntax.Param
	list = append(append(append(list, p.PosOnly...), p.Args...), p.KwOnly...)
	for _, q := range []*syntax.Param{p.Vararg, p.Kwarg} {
		if q != nil {
			list = append(list, q)
		}
	}
	var names []string
	for i, q := range list {
		name := q.Name
		if q.Tuple != nil {
			name = "." + strconv.Itoa(i)
		}
		names = append(names, name)
	}
	return names
}

// uses lists the constants of a function, and the names that it looks up other
// than its variables.
func (u *unit) uses(d *object.Definition, s *scope.Scope, body []syntax.Node) {
	named := make(map[string]bool)
	name := func(n string) {
		if !named[n] {
			named[n] = true
			d.Names = append(d.Names, n)
		}
	}
	var visit func(n syntax.Node) bool
	visit = func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Name:
			if v := s.Lookup(n.Id); v.Storage == scope.Global || v.Storage == scope.Builtin || v.Scope != nil && v.Scope.Kind == scope.ModuleScope {
				name(n.Id)
			}
		case *syntax.Attribute:
			syntax.Walk(n.X, visit)
			name(n.Name)
			return false
		case *syntax.Int, *syntax.Float, *syntax.Imag, *syntax.Str:
			d.Consts = append(d.Consts, u.r.constant(n.(syntax.Expr)))
		case *syntax.Import:
			for _, a := range n.Names {
				name(a.Name)
			}
		case *syntax.ImportFrom:
			name(n.Module)
			for _, a := range n.Names {
				name(a.Name)
			}
		case *syntax.FunctionDef, *syntax.Lambda, *syntax.ClassDef:
			return false
		}
		return true
	}
	for _, n := range body {
		syntax.Walk(n, visit)
	}
}

// String, Type and the others make a unit a value of Starlark's.
func (u *unit) String() string        { return "<unit " + u.file.Path + ">" }
func (u *unit) Type() string          { return "unit" }
func (u *unit) Freeze()               {}
func (u *unit) Truth() starlark.Bool  { return true }
func (u *unit) Hash() (uint32, error) { return 0, object.Unhashable("unit") }
