package lower

import (
	"strconv"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// cellName is the variable that holds the cell of a Python variable.
func cellName(name string) string { return "#c." + name }

// localsName is the variable that holds a function's namespace.
func (l *lowerer) localsName(s *scope.Scope) string { return "#l" + strconv.Itoa(depth(s)) }

// depth tells a scope from those around it.
func depth(s *scope.Scope) int {
	n := 0
	for p := s.Parent; p != nil; p = p.Parent {
		n++
	}
	return n
}

// classCell is the variable that holds the cell of a class which its methods
// call __class__. A class in a method of another has one of its own.
func (l *lowerer) classCell(class *scope.Scope) string {
	l.classCells[class] = true
	return cellName("__class__") + strconv.Itoa(depth(class))
}

// cellOf is the variable that holds the cell of a Python variable.
func (l *lowerer) cellOf(v scope.Var) string {
	if v.Scope.Kind == scope.ClassScope {
		return l.classCell(v.Scope)
	}
	return cellName(v.Name)
}

// place is the Starlark expression that reads a variable, or is assigned to.
func (l *lowerer) place(v scope.Var, at star.Position) star.Expr {
	switch v.Storage {
	case scope.Native:
		return ident(at, v.Name)
	case scope.Cell:
		return dot(at, ident(at, l.cellOf(v)), v.Name)
	case scope.Local, scope.ClassBody:
		return dot(at, ident(at, l.localsName(v.Scope)), v.Name)
	case scope.Builtin:
		return l.named(at, "builtin", v.Name)
	}
	return dot(at, l.global(at, v.Name), v.Name)
}

// global is the module's namespace, as a function or the module itself sees it.
// They differ in code that exec runs with locals of its own: there, a name that
// some function declares global is global at top level too.
func (l *lowerer) global(at star.Position, name string) star.Expr {
	for s := l.s; s != nil; s = s.Parent {
		comp, _ := s.Node.(*syntax.Comp)
		switch {
		case s.Kind == scope.FunctionScope || comp != nil && !(l.py2 && comp.Kind == syntax.ListComp):
			return l.need(at, "inside")
		case l.py2 && s.Kind == scope.ClassScope && !s.Declares(name):
			return l.need(at, "body")
		}
	}
	if l.info.DeclaredGlobal(name) {
		return l.need(at, "inside")
	}
	return l.need(at, "ns")
}

// load reads a variable. Names with # are temporaries of our own. A class body
// finds what locals() or __prepare__ put into it before a function's variable.
func (l *lowerer) load(name string, at star.Position) star.Expr {
	if name[0] == '#' {
		return ident(at, name)
	}
	v := l.s.Lookup(name)
	if name == "__class__" && !l.py2 {
		if class := l.classAround(v.Scope); class != nil {
			return dot(at, ident(at, l.classCell(class)), name)
		}
	}
	x := l.place(v, at)
	if own := ownName(v); own != name {
		x = dot(at, ident(at, l.localsName(v.Scope)), own)
	}
	if v.Scope != l.s && l.s.Peopled() && v.Scope != nil && v.Scope.Kind == scope.FunctionScope {
		body := &scope.Var{Storage: scope.ClassBody, Name: name, Scope: l.s}
		return &star.CondExpr{
			If: at, ElsePos: at, False: x, True: l.place(*body, at),
			Cond: apply(at, ident(at, l.localsName(l.s)), l.named(at, "binds", name)),
		}
	}
	return x
}

// store is an assignment expression: it binds a name in the function or module
// around, and has its value.
func (l *lowerer) store(at star.Position, name string, x star.Expr) star.Expr {
	s := l.s
	for s.Kind == scope.CompScope {
		s = s.Parent
	}
	v := s.Lookup(name)
	if v.Storage == scope.Cell {
		return apply(at, l.op1(at, "setcell", ident(at, l.cellOf(v))), x)
	}
	return apply(at, apply(at, l.namespace(at, v), l.named(at, "setname", name)), x)
}

// namespace is the namespace that holds v.
func (l *lowerer) namespace(at star.Position, v scope.Var) star.Expr {
	if v.Storage == scope.Local || v.Storage == scope.ClassBody {
		return ident(at, l.localsName(v.Scope))
	}
	return l.global(at, v.Name)
}

// frame is the namespace that locals() means here: that of a function or
// comprehension, or the module's.
func (l *lowerer) frame(at star.Position) star.Expr {
	for s := l.s; s != nil; s = s.Parent {
		if s.Kind != scope.ModuleScope && s.Open {
			return ident(at, l.localsName(s))
		}
	}
	return l.need(at, "ns")
}

// set assigns to a name.
func (l *lowerer) set(name string, at star.Position, x star.Expr) star.Stmt {
	return assign(at, l.place(l.s.Lookup(name), at), x)
}

// unset is del name. Its value, if nobody else holds it, is to be found by the
// collector, so the operands of the statements before, which Starlark leaves on
// its stack, are overwritten first.
func (l *lowerer) unset(e *syntax.Name) []star.Stmt {
	at := l.start(e)
	operands := make([]star.Expr, operandsSwept)
	for i := range operands {
		operands[i] = ident(at, "None")
	}
	out := []star.Stmt{discard(tuple(at, operands...))}
	v := l.s.Lookup(e.Id)
	if v.Storage == scope.Cell {
		return append(out, discard(l.op1(at, "unset", ident(at, l.cellOf(v)))))
	}
	return append(out, discard(apply(at, l.namespace(at, v), l.named(at, "delname", ownName(v)))))
}

// operandsSwept is how deep the stack is overwritten: as deep as statements
// mostly go.
const operandsSwept = 8

// ownName is how a namespace is asked for a variable: with a dot before its name
// if a function's text binds it, so that nothing outside can stand in for it.
func ownName(v scope.Var) string {
	if v.Storage == scope.Local && v.Scope.Binds(v.Name) {
		return "." + v.Name
	}
	return v.Name
}

// classAround is the class that __class__ means here: the nearest one around a
// function, unless a scope in between binds the name; nil if there is none.
func (l *lowerer) classAround(binds *scope.Scope) *scope.Scope {
	in := false
	for s := l.s; s != nil && s != binds; s = s.Parent {
		if s.Kind == scope.ClassScope && in {
			return s
		}
		in = s.Kind == scope.FunctionScope || s.Kind == scope.CompScope
	}
	return nil
}
