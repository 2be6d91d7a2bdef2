// Package scope decides who binds which name: for each use of a name in a
// file, where its value is kept while the file runs.
//
// # Theory of operation
//
// Python binds a name anywhere in a function for the whole function, unless
// global or nonlocal says otherwise; so a first walk (collect.go) notes for each
// scope what is bound and used there, and a second pass resolves the uses from
// the inside out. (Language reference, "Execution model: Naming and binding".)
//
// Starlark has the same rule for locals and for reading an outer function's
// variables, so most names stay Starlark's own (Native). What Starlark lacks
// decides the others:
//
//   - An inner function can't rebind an outer one's variable, and nothing can
//     be unbound. A local that nonlocal rebinds, that del unbinds, or that is
//     bound in the middle of an expression (by := or by a Python 2 list
//     comprehension) lives in a Cell.
//   - The names of a module are open: exec, import *, globals() and other
//     modules may bind any of them, and a name that isn't bound is looked up
//     among the built-ins, at the moment of use. A module's names live in its
//     Namespace, the dict that globals() returns, unless it is the main module
//     of a program and nothing in it could make the difference seen.
//   - A function that uses locals(), or in Python 2 exec or import *, keeps all
//     its locals in a Namespace of its own.
package scope

import (
	"example.com/pysock/pysock/syntax"
)

// Storage says where a variable is kept.
type Storage uint8

// The places.
const (
	Native    Storage = iota // a Starlark local or global of the same name
	Cell                     // a one-slot object, for a local
	Local                    // the namespace of a function
	Global                   // the namespace of the module, then the built-ins
	Builtin                  // a built-in that nothing shadows
	ClassBody                // the namespace of a class body, then what is outside of it
)

// Kind says what opened a scope.
type Kind uint8

// The kinds of scopes.
const (
	ModuleScope Kind = iota
	FunctionScope
	ClassScope
	CompScope
)

// flags are what a scope does with a name.
type flags uint16

const (
	bound     flags = 1 << iota // assigned, imported, defined, a parameter
	param                       // a parameter
	used                        // read
	global                      // declared global
	nonlocal                    // declared nonlocal
	deleted                     // unbound by del
	rebound                     // assigned by an inner scope's nonlocal
	detached                    // bound where no Starlark statement can: see Cell
	annotated                   // has an annotation
	caught                      // holds the exception of a handler, whose end unbinds it
	captured                    // used by a function inside
	read                        // used otherwise than by x += 1, as a later "global x" minds
	assigned                    // bound otherwise than by an import, likewise
)

// A Scope is a module, function, class body or comprehension.
type Scope struct {
	Kind   Kind
	Parent *Scope
	Node   syntax.Node

	// Open is set when the scope's variables can be reached by other means than
	// their names in the text: they are kept in a namespace.
	Open bool
	// Unseen is set when a name in the text may mean one of those.
	Unseen bool
	// spill is what Python 2 may refuse a function for, spilling the first such statement.
	spill    spill
	spilling syntax.Stmt
	// Closed is set for a comprehension some of whose variables a function
	// inside of it uses: each run of it has its own.
	Closed bool

	names map[string]flags
	order []string // names in order of first appearance
	binds []string // those that are bound, in the order in which they first are
	info  *Info

	// blocks tells in which of the scope's blocks a name is bound and used.
	blocks map[string]*blocks
	again  map[int]bool // the blocks that stand in a loop
	none   bool         // Python 2's None, a name that nobody can bind, is used
	block  int          // the parent's block in which the scope stands
}

// Some parts of a function run as functions of their own: those of a try or
// with statement. They are its blocks, numbered from 1; 0 is the rest of it.
// Starlark lets such a part read the function's variables, not bind them.
//
// A block that stands in a loop runs again and again, each time with variables
// of its own. That makes no difference to a name that each run binds before it
// uses it.
type blocks struct {
	bound, all int  // the block that binds it, that it occurs in; -1 if several
	lasts      bool // a run of the block may see what an earlier one bound
}

// Annotated reports whether the scope itself annotates one of its names.
func (s *Scope) Annotated() bool {
	for _, f := range s.names {
		if f&annotated != 0 {
			return true
		}
	}
	return false
}

func (s *Scope) occurs(name string, block int, binds bool) {
	b := s.blocks[name]
	if b == nil {
		b = &blocks{bound: -2, all: block}
		s.blocks[name] = b
	}
	if b.all != block {
		b.all = -1
	}
	if binds {
		if b.bound == -2 {
			b.bound = block
		} else if b.bound != block {
			b.bound = -1
		}
	}
}

// split reports whether a variable is bound in a block but lives in more than
// one run of that one, or is to.
func (s *Scope) split(name string) bool {
	b := s.blocks[name]
	return b != nil && b.bound != -2 && b.bound != 0 && (b.all == -1 || b.lasts || s.info.opts.Lasting)
}

// Info is what is known of a file.
type Info struct {
	File   *syntax.File
	Module *Scope
	scopes map[syntax.Node]*Scope
	opts   Options
	// open is set when something in the file makes the module open.
	open bool
	// builtins is set when the file may put other values in the place of
	// built-ins: they are looked up whenever they are used.
	builtins bool
	// globals are the names that some function of the file declares global.
	globals map[string]bool
	// imports are the names that some import statement of the file binds.
	imports map[string]bool
	err     *syntax.Error
	// Warnings are what Python 2 warns of.
	Warnings []syntax.Warning
}

// Imported reports whether an import statement of the file, wherever it may
// stand, binds that name: what it holds is then most likely a module.
func (i *Info) Imported(name string) bool { return i.imports[name] }

// Options are what the file's surroundings mean for its names.
type Options struct {
	// Open keeps all names of the module in its namespace: for what another
	// module imports, for exec'd code and interactive sessions.
	Open bool
	// Builtin reports whether a name is a built-in.
	Builtin func(name string) bool
	// LocalNames is set for code given to exec or eval with a local namespace:
	// what it binds goes there.
	LocalNames bool
	// Lasting has all variables of a function live as long as its call.
	Lasting bool
}

// Of returns the scope that a File, FunctionDef, Lambda, ClassDef or Comp opens.
func (in *Info) Of(n syntax.Node) *Scope { return in.scopes[n] }

// Analyze resolves the names of a file. The error, if any, is a *syntax.Error.
func Analyze(f *syntax.File, opts Options) (*Info, error) {
	in := &Info{File: f, scopes: make(map[syntax.Node]*Scope), opts: opts, globals: make(map[string]bool), imports: make(map[string]bool)}
	in.Module = in.push(f, ModuleScope, nil)
	c := collector{in: in, s: in.Module, py2: f.Dialect == syntax.Python2}
	c.stmts(f.Body)
	if in.err == nil {
		in.resolve()
	}
	if in.err == nil && c.py2 {
		in.refuse()
	}
	if in.err != nil {
		in.err.Path = f.Path
		return nil, in.err
	}
	return in, nil
}

func (in *Info) push(n syntax.Node, k Kind, parent *Scope) *Scope {
	s := &Scope{Kind: k, Parent: parent, Node: n, names: make(map[string]flags), info: in, blocks: make(map[string]*blocks), again: make(map[int]bool)}
	in.scopes[n] = s
	return s
}

func (s *Scope) mark(name string, f flags) {
	old, ok := s.names[name]
	if !ok {
		s.order = append(s.order, name)
	}
	if f&bound != 0 && old&bound == 0 {
		s.binds = append(s.binds, name)
	}
	s.names[name] = old | f
}

// resolve follows nonlocal declarations to the variables they mean, and opens
// the module where it must be.
func (in *Info) resolve() {
	in.Module.Open = in.open || in.opts.Open
	for _, s := range in.scopes {
		for name, f := range s.names {
			s.seenFromInside(name, f)
			if f&nonlocal == 0 {
				continue
			}
			if o := s.owner(name); o != nil && (f&bound != 0 || f&deleted != 0) {
				o.mark(name, rebound)
			}
		}
	}
}

// seenFromInside notes at the scope that binds a name in which of its blocks an
// inner scope uses it.
func (s *Scope) seenFromInside(name string, f flags) {
	if f&global != 0 || f&bound != 0 && f&nonlocal == 0 {
		return
	}
	o := s.owner(name)
	if o == nil {
		return
	}
	for in := s; in != nil && in != o; in = in.Parent {
		if in.isFunction() {
			o.Closed = true
			o.names[name] |= captured
		}
		if in.Parent == o {
			o.occurs(name, in.block, false)
			if (o.names[name]&captured != 0 || in.Kind == ClassScope) && o.again[in.block] {
				o.blocks[name].lasts = true
			}
		}
	}
}

// isFunction reports whether what opens the scope runs as a function of
// Starlark's: a comprehension that makes a generator does.
func (s *Scope) isFunction() bool {
	c, ok := s.Node.(*syntax.Comp)
	return !ok || c.Kind == syntax.GeneratorExp
}

// owner returns the function scope around s that binds name, or nil. Class
// bodies are passed over: their names aren't seen from inside.
func (s *Scope) owner(name string) *Scope {
	for o := s.Parent; o != nil; o = o.Parent {
		if o.Kind == ModuleScope {
			return nil
		}
		if o.Kind == ClassScope {
			continue
		}
		f := o.names[name]
		if f&global != 0 {
			return nil
		}
		if f&bound != 0 && f&nonlocal == 0 {
			return o
		}
	}
	return nil
}

// class returns the class body around s, or nil.
func (s *Scope) class() *Scope {
	for s = s.Parent; s != nil && s.Kind != ClassScope; s = s.Parent {
	}
	return s
}

// A Var is where a name's value is kept, and whose variable it is.
type Var struct {
	Storage Storage
	Name    string
	Scope   *Scope // the scope that binds it; the module's for Global and Builtin
}

// Lookup says where name is kept, as seen from s.
func (s *Scope) Lookup(name string) Var {
	in := s.info
	f := s.names[name]
	switch {
	case s.Kind == ModuleScope || f&global != 0:
		return in.global(name)
	case s.Kind == ClassScope && f&nonlocal == 0:
		if f&bound != 0 || implicit[name] {
			return Var{ClassBody, name, s}
		}
	case f&bound != 0 && f&nonlocal == 0:
		return s.own(name)
	}
	if o := s.owner(name); o != nil {
		return o.own(name)
	}
	if name == "__class__" && f&nonlocal != 0 { // the cell that super() uses
		return Var{Cell, name, s.class()}
	}
	// A Python 2 function with an exec statement or import * keeps what they
	// turn out to bind in its own namespace, which goes on to the module's. No
	// function in it may depend on that.
	for o := s; o != nil; o = o.Parent {
		if o.Kind == FunctionScope && o.Unseen {
			return Var{Local, name, o}
		}
		if comp, ok := o.Node.(*syntax.Comp); !ok || comp.Kind != syntax.ListComp {
			break
		}
	}
	if f&global == 0 && s.Peopled() {
		return Var{ClassBody, name, s}
	}
	return in.global(name)
}

// implicit are the names that every class body binds.
var implicit = map[string]bool{"__module__": true, "__qualname__": true, "__annotations__": true}

// Peopled reports whether s is a class body that may hold names which its text
// doesn't bind: __prepare__ of a metaclass put them there, or locals() or exec.
func (s *Scope) Peopled() bool {
	c, ok := s.Node.(*syntax.ClassDef)
	return ok && (s.Open || len(c.Keywords) > 0)
}

// own is the place of a variable that s binds itself.
func (s *Scope) own(name string) Var {
	f := s.names[name]
	switch {
	case s.Open:
		return Var{Local, name, s}
	case f&(rebound|deleted|detached) != 0 || f&(caught|captured) == caught|captured || s.Kind == FunctionScope && s.split(name):
		return Var{Cell, name, s}
	}
	return Var{Native, name, s}
}

// Declares reports whether s itself declares name global.
func (s *Scope) Declares(name string) bool { return s.names[name]&global != 0 }

// DeclaredGlobal reports whether some function of the file declares name global.
func (in *Info) DeclaredGlobal(name string) bool { return in.globals[name] }

// global is the place of a name of the module, or of a built-in.
func (in *Info) global(name string) Var {
	m := in.Module
	f := m.names[name]
	builtin := in.opts.Builtin != nil && in.opts.Builtin(name)
	switch {
	case m.Open || in.globals[name] || f&(deleted|detached) != 0 || m.blocks[name] != nil && m.blocks[name].bound != 0 && m.blocks[name].bound != -2:
		return Var{Global, name, m}
	case f&bound == 0 && builtin && !in.builtins:
		return Var{Builtin, name, m}
	case f&bound == 0 || builtin:
		// Not bound in the text, or only perhaps in place of a built-in.
		return Var{Global, name, m}
	}
	return Var{Native, name, m}
}

// Natives returns the names that s keeps as Starlark's own variables.
func (s *Scope) Natives() []string {
	var names []string
	for _, n := range s.order {
		if s.names[n]&bound != 0 && s.Lookup(n).Storage == Native && s.Lookup(n).Scope == s {
			names = append(names, n)
		}
	}
	return names
}

// Cells returns the names that s keeps in cells.
func (s *Scope) Cells() []string {
	var names []string
	for _, n := range s.order {
		if v := s.Lookup(n); v.Storage == Cell && v.Scope == s {
			names = append(names, n)
		}
	}
	return names
}

// Binds reports whether the text of s binds a name itself: it is the scope's
// own, whatever stands outside.
func (s *Scope) Binds(name string) bool {
	f := s.names[name]
	return f&bound != 0 && f&(global|nonlocal) == 0
}

// FirstBound returns the names that the text of s binds, in the order in which
// they first are.
func (s *Scope) FirstBound() []string { return s.binds }

// Bound returns the names that s binds itself, in order of first appearance.
func (s *Scope) Bound() []string {
	var names []string
	for _, n := range s.order {
		if s.Binds(n) {
			names = append(names, n)
		}
	}
	return names
}
