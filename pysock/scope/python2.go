package scope

import (
	"fmt"

	"example.com/pysock/pysock/syntax"
)

// What only Python 2 minds about names.
//
// Its functions keep their variables in numbered slots, unless an exec statement
// or import * may add to them: then a name of an inner function could mean a
// variable that nobody knows of yet, and Python 2 refuses the function. It also
// refuses to delete a variable that an inner function uses. A global statement
// that comes after a use of the name is a SyntaxWarning where Python 3 has an
// error.

// A spill is a statement that adds variables to a function.
type spill uint8

const (
	importStar spill = 1 << iota
	bareExec
)

// spills notes such a statement in the function around.
func (c *collector) spills(n syntax.Stmt, kind spill) {
	if o := c.open(); o.Kind == FunctionScope {
		if o.spill == 0 {
			o.spilling = n
		}
		o.spill |= kind
	}
}

// usesNone notes that the function or class body around uses None. A list comprehension
// is a part of what is around it.
func (c *collector) usesNone() {
	s := c.s
	for {
		if comp, ok := s.Node.(*syntax.Comp); !ok || comp.Kind != syntax.ListComp {
			break
		}
		s = s.Parent
	}
	s.none = true
}

// warn notes a SyntaxWarning.
func (c *collector) warn(n syntax.Node, format string, args ...any) {
	e := &syntax.Error{Path: c.in.File.Path, Span: n.Bounds(), Msg: fmt.Sprintf(format, args...), Symbols: true}
	c.in.Warnings = append(c.in.Warnings, syntax.Warning{Error: e})
}

// refuse finds what Python 2 refuses once all names are known.
func (in *Info) refuse() {
	nested := make(map[*Scope]bool) // functions with a function inside that looks for names outside
	for _, s := range in.scopes {
		if c, ok := s.Node.(*syntax.Comp); s.Kind == ModuleScope || ok && c.Kind == syntax.ListComp {
			continue // other comprehensions are functions in CPython
		}
		for name, f := range s.names {
			if o := s.owner(name); o != nil && o.names[name]&deleted != 0 && f&(bound|global) == 0 {
				in.fail(nowhere{o.Node}, "can not delete variable '%s' referenced in nested scope", name)
			}
		}
		if s.looksOut(in.globals) {
			for o := s.Parent; o != nil; o = o.Parent {
				nested[o] = true
			}
		}
	}
	for _, s := range in.scopes {
		if s.spill == 0 || !nested[s] && !s.looksOut(in.globals) {
			continue
		}
		why := "is a nested function"
		if nested[s] {
			why = "contains a nested function with free variables"
		}
		name := "lambda"
		if def, ok := s.Node.(*syntax.FunctionDef); ok {
			name = def.Name
		}
		switch s.spill {
		case importStar:
			in.fail(s.spilling, "import * is not allowed in function '%s' because it %s", name, why)
		case bareExec:
			in.fail(s.spilling, "unqualified exec is not allowed in function '%s' because it %s", name, why)
		default:
			in.fail(s.spilling, "function '%s' uses import * and bare exec, which are illegal because it %s", name, why)
		}
	}
}

// looksOut reports whether a function inside of another uses a name that it
// neither binds nor declares global, None among them. Names that any scope declares so are known to
// be of the module, unless a function around binds them.
func (s *Scope) looksOut(globals map[string]bool) bool {
	inside := false
	for o := s.Parent; o != nil; o = o.Parent {
		inside = inside || o.Kind == FunctionScope
	}
	if !inside {
		return false
	}
	if s.none {
		return true
	}
	for name, f := range s.names {
		if f&used != 0 && f&(bound|global) == 0 && (!globals[name] || s.owner(name) != nil) {
			return true
		}
	}
	return false
}

// nowhere is a node whose place isn't told.
type nowhere struct{ syntax.Node }

func (nowhere) Bounds() syntax.Span { return syntax.Span{} }

// fail keeps the error that comes first in the text.
func (in *Info) fail(n syntax.Node, format string, args ...any) {
	at := n.Bounds()
	if in.err == nil || at.Start.Before(in.err.Start) {
		in.err = &syntax.Error{Span: at, Msg: fmt.Sprintf(format, args...), Symbols: true}
	}
}
