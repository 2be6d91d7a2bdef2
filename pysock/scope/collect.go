package scope

import (
	"fmt"
	"strings"

	"example.com/pysock/pysock/syntax"
)

// A collector walks the tree and notes what each scope does with names.
type collector struct {
	in  *Info
	s   *Scope
	py2 bool

	block, blocks int // the current block, and how many there were
	loops         int // how many loops of the function are around
	sure          *sure
	// declared are the last global and nonlocal statements for each name.
	declared map[string]syntax.Stmt
}

// enter opens a scope; the result is to be called at its end.
func (c *collector) enter(n syntax.Node, k Kind) func() {
	around := *c
	c.s = c.in.push(n, k, c.s)
	c.s.block = c.block
	if k != CompScope {
		c.block, c.blocks, c.loops, c.sure = 0, 0, 0, nil
	}
	return func() {
		c.s = around.s
		if k != CompScope {
			c.block, c.blocks, c.loops, c.sure = around.block, around.blocks, around.loops, around.sure
		}
	}
}

// within walks a part of a function that runs as a function of its own.
func (c *collector) within(walk func()) {
	outer := c.block
	c.blocks++
	c.block = c.blocks
	if c.loops > 0 {
		c.s.again[c.block] = true
	}
	c.perhaps(walk)
	c.block = outer
}

// repeated walks the body of a loop.
func (c *collector) repeated(walk func()) {
	c.loops++
	c.perhaps(walk)
	c.loops--
}

// perhaps walks what may not run, or may end early, and returns what is bound
// where it comes to its end.
func (c *collector) perhaps(walk func()) *sure {
	outer := c.sure
	c.sure = &sure{outer: outer}
	walk()
	inner := c.sure
	c.sure = outer
	return inner
}

// sure holds names that are bound for sure at a point of a function.
type sure struct {
	names map[string]bool
	outer *sure // those that were before
	never bool  // the point isn't reached
}

func (s *sure) has(name string) bool {
	for ; s != nil; s = s.outer {
		if s.names[name] || s.never {
			return true
		}
	}
	return false
}

func (s *sure) add(name string) {
	if s.names == nil {
		s.names = make(map[string]bool)
	}
	s.names[name] = true
}

// either adds what is bound at the end of either of two branches.
func (c *collector) either(a, b *sure) {
	if a.never && b.never {
		c.never()
	}
	for _, s := range []*sure{a, b} {
		for name := range s.names {
			if (a.never || a.names[name]) && (b.never || b.names[name]) {
				c.surely(name)
			}
		}
	}
}

func (c *collector) surely(name string) {
	if c.sure == nil {
		c.sure = new(sure)
	}
	c.sure.add(name)
}

// never notes that the statement after this one isn't reached.
func (c *collector) never() {
	if c.sure == nil {
		c.sure = new(sure)
	}
	c.sure.never = true
}

// mark notes what happens to a name in the current scope.
func (c *collector) mark(name string, f flags) {
	c.s.mark(name, f)
	if c.s.blocks == nil {
		return
	}
	c.s.occurs(name, c.block, f&(bound|deleted) != 0)
	switch s := c.running(name); {
	case s == nil:
	case f&bound != 0:
		c.surely(name)
	case f&used != 0 && s.again[c.block] && !c.sure.has(name):
		s.occurs(name, c.block, false)
		s.blocks[name].lasts = true
	}
}

// running is the scope whose code runs here, but for comprehensions; nil if one of
// those binds name.
func (c *collector) running(name string) *Scope {
	s := c.s
	for ; s.Kind == CompScope; s = s.Parent {
		if s.names[name]&bound != 0 {
			return nil
		}
	}
	return s
}

// revealing are the built-ins that see or change the variables of whoever
// calls them, with the number of arguments from which on they no longer do.
var revealing = map[string]int{
	"globals": 1, "locals": 1, "vars": 1, "dir": 1,
	"eval": 2, "exec": 2, "execfile": 2,
}

// globalsAttrs are the attributes of frames and functions by which a script gets
// hold of a module's variables.
var globalsAttrs = map[string]bool{"f_globals": true, "f_locals": true, "__globals__": true, "func_globals": true}

// Reveals reports whether a call of a built-in by its name needs to know the
// variables around it. Python 2's input evaluates what is typed. Namespaces that
// are given take their place, unless they are None.
func Reveals(call *syntax.Call, py2 bool) bool {
	n, ok := call.Func.(*syntax.Name)
	if !ok {
		return false
	}
	limit := revealing[n.Id]
	if len(call.Args) < limit || py2 && n.Id == "input" {
		return true
	}
	if limit < 2 {
		return false
	}
	switch e := call.Args[1].(type) {
	case *syntax.Name:
		return true
	case *syntax.Constant:
		return e.Kind == syntax.None
	}
	return false
}

func (c *collector) fail(n syntax.Node, format string, args ...any) {
	if c.in.err == nil {
		c.in.err = &syntax.Error{Span: n.Bounds(), Msg: fmt.Sprintf(format, args...), Symbols: true}
	}
}

func (c *collector) stmts(body []syntax.Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *collector) exprs(list []syntax.Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

func (c *collector) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		c.exprs(s.Decorators)
		c.bind(s.Name, 0)
		c.function(s, s.Params, s.Returns, func() { c.stmts(s.Body) })
	case *syntax.ClassDef:
		c.exprs(s.Decorators)
		c.exprs(s.Bases)
		c.keywords(s.Keywords)
		c.bind(s.Name, 0)
		leave := c.enter(s, ClassScope)
		c.stmts(s.Body)
		leave()
	case *syntax.Return:
		c.expr(s.Value)
		c.never()
	case *syntax.Break, *syntax.Continue:
		c.never()
	case *syntax.Delete:
		for _, t := range s.Targets {
			c.target(t, deleted)
		}
	case *syntax.Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.target(t, 0)
		}
	case *syntax.AugAssign:
		if n, ok := s.Target.(*syntax.Name); ok {
			c.mark(n.Id, used)
		} else {
			c.expr(s.Target)
		}
		c.expr(s.Value)
		c.target(s.Target, 0)
	case *syntax.AnnAssign:
		if c.in.File.Future&syntax.FutureAnnotations == 0 {
			c.expr(s.Annotation)
		}
		c.expr(s.Value)
		if n, ok := s.Target.(*syntax.Name); ok {
			c.annotated(s, n.Id)
		} else {
			c.target(s.Target, 0)
		}
	case *syntax.For:
		c.expr(s.Iter)
		c.repeated(func() {
			c.target(s.Target, 0)
			c.stmts(s.Body)
		})
		c.perhaps(func() { c.stmts(s.Else) })
	case *syntax.While:
		c.expr(s.Test)
		c.repeated(func() { c.stmts(s.Body) })
		c.perhaps(func() { c.stmts(s.Else) })
	case *syntax.If:
		c.expr(s.Test)
		body := c.perhaps(func() { c.stmts(s.Body) })
		c.either(body, c.perhaps(func() { c.stmts(s.Else) }))
	case *syntax.With:
		c.with(s.Items, s.Body)
	case *syntax.Raise:
		c.exprs([]syntax.Expr{s.Exc, s.Cause, s.Value, s.Traceback})
		c.never()
	case *syntax.Try:
		holds := caught
		if c.py2 {
			holds = 0
		}
		c.within(func() { c.stmts(s.Body) })
		c.within(func() {
			for _, h := range s.Handlers {
				c.expr(h.Type)
				body := func() {
					c.target(h.Target, holds)
					c.stmts(h.Body)
				}
				if s.Star {
					c.within(body)
				} else {
					c.perhaps(body)
				}
			}
		})
		c.within(func() { c.stmts(s.Else) })
		c.within(func() { c.stmts(s.Finally) })
	case *syntax.Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			c.mark(boundName(a), bound)
			c.in.imports[boundName(a)] = true
			if a.Name == "__main__" {
				c.in.open = true
			}
			c.namesBuiltins(a.Name)
		}
	case *syntax.ImportFrom:
		for _, a := range s.Names {
			if a.Name == "*" {
				c.open().Unseen = true
				c.spills(s, importStar)
			} else {
				c.mark(boundName(a), bound)
				c.in.imports[boundName(a)] = true
			}
		}
	case *syntax.Global:
		c.declare(s, s.Names, global, "global")
	case *syntax.Nonlocal:
		c.declare(s, s.Names, nonlocal, "nonlocal")
	case *syntax.ExprStmt:
		c.expr(s.X)
	case *syntax.Print:
		c.expr(s.Dest)
		c.exprs(s.Values)
	case *syntax.Exec:
		c.exprs([]syntax.Expr{s.Body, s.Globals, s.Locals})
		c.open().Unseen = true
		if _, tuple := s.Body.(*syntax.Tuple); s.Globals == nil && !tuple {
			c.spills(s, bareExec)
		}
		c.in.open = true
	case *syntax.Match:
		c.expr(s.Subject)
		for _, k := range s.Cases {
			c.perhaps(func() {
				c.pattern(k.Pattern)
				c.expr(k.Guard)
				c.stmts(k.Body)
			})
		}
	}
}

// annotated notes that a name is annotated, which makes it the scope's own
// unless it stands in parentheses and nothing is assigned.
func (c *collector) annotated(s *syntax.AnnAssign, name string) {
	if had := c.s.names[name]; s.Simple && c.s.Kind != ModuleScope && had&(global|nonlocal) != 0 {
		word := "global"
		if had&nonlocal != 0 {
			word = "nonlocal"
		}
		c.fail(s, "annotated name '%s' can't be %s", name, word)
	}
	switch {
	case s.Simple && s.Value == nil:
		c.bind(name, annotated|detached)
	case s.Simple:
		c.bind(name, annotated)
	case s.Value != nil:
		c.bind(name, 0)
	}
	if c.s.Kind == ClassScope {
		c.bind("__annotations__", detached)
	}
}

// boundName is the name that an import binds.
func boundName(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	for i := range a.Name {
		if a.Name[i] == '.' {
			return a.Name[:i]
		}
	}
	return a.Name
}

// namesBuiltins notes a name by which a script reaches the module of the
// built-ins, or one of them, as unittest.mock.patch does.
func (c *collector) namesBuiltins(name string) {
	module, _, _ := strings.Cut(name, ".")
	if module == "builtins" || module == "__builtin__" {
		c.in.builtins = true
	}
}

// open notes that the variables here can be reached by other means than their
// names, and returns the scope whose they are.
func (c *collector) open() *Scope {
	for s := c.s; ; s = s.Parent {
		switch s.Kind {
		case FunctionScope, CompScope, ClassScope:
			s.Open = true
			return s
		case ModuleScope:
			c.in.open = true
			return s
		}
	}
}

func (c *collector) bind(name string, f flags) { c.mark(name, bound|assigned|f) }

// with walks the items of a with statement, each of which holds the next.
func (c *collector) with(items []*syntax.WithItem, body []syntax.Stmt) {
	if len(items) == 0 {
		c.stmts(body)
		return
	}
	c.expr(items[0].Context)
	c.within(func() {
		c.target(items[0].Target, 0)
		c.with(items[1:], body)
	})
}

func (c *collector) declare(n syntax.Stmt, names []string, f flags, word string) {
	for _, name := range names {
		had := c.s.names[name]
		switch {
		case f == nonlocal && c.s.Kind == ModuleScope:
			c.fail(n, "nonlocal declaration not allowed at module level")
		case had&param != 0:
			if c.py2 { // it tells the function's line
				c.fail(c.s.Node, "name '%s' is local and %s", name, word)
			}
			c.fail(n, "name '%s' is parameter and %s", name, word)
		case (had|f)&(global|nonlocal) == global|nonlocal:
			c.fail(c.declared[name], "name '%s' is nonlocal and global", name)
		case c.py2 && had&bound != 0:
			c.warn(n, "name '%s' is assigned to before global declaration", name)
		case c.py2 && had&used != 0:
			c.warn(n, "name '%s' is used prior to global declaration", name)
		case c.py2 || c.s.Kind == ModuleScope && c.in.opts.LocalNames:
		case had&read != 0:
			c.fail(n, "name '%s' is used prior to %s declaration", name, word)
		case had&annotated != 0:
			c.fail(n, "annotated name '%s' can't be %s", name, word)
		case had&assigned != 0:
			c.fail(n, "name '%s' is assigned to before %s declaration", name, word)
		}
		if c.declared == nil {
			c.declared = make(map[string]syntax.Stmt)
		}
		c.declared[name] = n
		if f == nonlocal && c.in.err == nil && c.s.owner(name) == nil && !c.later(name) && !(name == "__class__" && c.s.class() != nil) {
			c.fail(n, "no binding for nonlocal '%s' found", name)
		}
		c.s.mark(name, f)
		if f == global && (c.s.Kind != ModuleScope || c.in.opts.Open) {
			c.in.globals[name] = true
		}
	}
}

// later reports whether a function around the current scope binds name in a
// part of it that hasn't been walked yet.
func (c *collector) later(name string) bool {
	for s := c.s.Parent; s != nil; s = s.Parent {
		if def, ok := s.Node.(*syntax.FunctionDef); ok && s.Kind == FunctionScope {
			probe := &collector{in: &Info{File: c.in.File, scopes: map[syntax.Node]*Scope{}, globals: map[string]bool{}, imports: map[string]bool{}, opts: c.in.opts}, py2: c.py2}
			probe.s = &Scope{Kind: FunctionScope, names: map[string]flags{}, info: probe.in, Node: def, Parent: &Scope{Kind: ModuleScope, names: map[string]flags{}}}
			probe.shallow(def.Body)
			if f := probe.s.names[name]; f&bound != 0 && f&(global|nonlocal) == 0 {
				return true
			}
		}
	}
	return false
}

// shallow notes what statements bind, without entering inner scopes.
func (c *collector) shallow(body []syntax.Stmt) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.FunctionDef:
			c.bind(s.Name, 0)
		case *syntax.ClassDef:
			c.bind(s.Name, 0)
		case *syntax.For:
			c.target(s.Target, 0)
		case *syntax.With:
			for _, i := range s.Items {
				c.target(i.Target, 0)
			}
		case *syntax.Try:
			for _, h := range s.Handlers {
				c.target(h.Target, 0)
			}
		case *syntax.Match:
			for _, k := range s.Cases {
				c.pattern(k.Pattern)
			}
		case *syntax.Global, *syntax.Nonlocal, *syntax.Assign, *syntax.AugAssign, *syntax.AnnAssign, *syntax.Delete, *syntax.Import, *syntax.ImportFrom, *syntax.ExprStmt:
			c.stmt(s)
		}
		for _, block := range syntax.Blocks(s) {
			c.shallow(block)
		}
	}
}

// function opens a scope for a FunctionDef or Lambda. Defaults and annotations
// belong to the scope around it.
func (c *collector) function(n syntax.Node, p *syntax.Params, returns syntax.Expr, body func()) {
	all := Parameters(p)
	for _, q := range all {
		c.expr(q.Default)
	}
	if c.in.File.Future&syntax.FutureAnnotations == 0 {
		for _, q := range all {
			c.expr(q.Annotation)
		}
		c.expr(returns)
	}
	leave := c.enter(n, FunctionScope)
	for _, q := range all {
		if q.Tuple != nil {
			c.target(q.Tuple, 0)
		} else {
			c.bind(q.Name, param)
		}
	}
	body()
	leave()
}

// Parameters returns all parameters in the order in which they are written.
func Parameters(p *syntax.Params) []*syntax.Param {
	if p == nil {
		return nil
	}
	all := append(append([]*syntax.Param{}, p.PosOnly...), p.Args...)
	if p.Vararg != nil {
		all = append(all, p.Vararg)
	}
	all = append(all, p.KwOnly...)
	if p.Kwarg != nil {
		all = append(all, p.Kwarg)
	}
	return all
}

func (c *collector) keywords(list []*syntax.Keyword) {
	for _, k := range list {
		c.expr(k.Value)
	}
}

// target notes what assigning to e binds.
func (c *collector) target(e syntax.Expr, f flags) {
	switch e := e.(type) {
	case nil:
	case *syntax.Name:
		c.bind(e.Id, f)
	case *syntax.Tuple:
		for _, x := range e.Elts {
			c.target(x, f)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			c.target(x, f)
		}
	case *syntax.Starred:
		c.target(e.X, f)
	default:
		c.expr(e)
	}
}

func (c *collector) expr(e syntax.Expr) {
	switch e := e.(type) {
	case nil:
	case *syntax.Name:
		c.mark(e.Id, used|read)
		if e.Id == "__builtins__" {
			c.in.builtins = true
		}
	case *syntax.Constant:
		if c.py2 && e.Kind == syntax.None {
			c.usesNone()
		}
	case *syntax.Str:
		c.namesBuiltins(e.Value)
	case *syntax.JoinedStr:
		if e != nil {
			c.exprs(e.Values)
		}
	case *syntax.FormattedValue:
		c.expr(e.X)
		if e.Spec != nil {
			c.exprs(e.Spec.Values)
		}
	case *syntax.BoolOp:
		c.exprs(e.Values)
	case *syntax.NamedExpr:
		c.expr(e.Value)
		// It binds in the function or module around comprehensions.
		s := c.s
		for s.Kind == CompScope {
			if s.names[e.Target.Id]&bound != 0 {
				c.fail(e, "assignment expression cannot rebind comprehension iteration variable '%s'", e.Target.Id)
			}
			s = s.Parent
		}
		if s != c.s && s.Kind == ClassScope {
			c.fail(e, "assignment expression within a comprehension cannot be used in a class body")
		}
		s.mark(e.Target.Id, bound|assigned|detached)
	case *syntax.BinOp:
		c.expr(e.X)
		c.expr(e.Y)
	case *syntax.UnaryOp:
		c.expr(e.X)
	case *syntax.Lambda:
		c.function(e, e.Params, nil, func() { c.expr(e.Body) })
	case *syntax.IfExp:
		c.expr(e.Test)
		c.expr(e.Body)
		c.expr(e.Else)
	case *syntax.Dict:
		for i := range e.Values {
			c.expr(e.Keys[i])
			c.expr(e.Values[i])
		}
	case *syntax.Set:
		c.exprs(e.Elts)
	case *syntax.List:
		c.exprs(e.Elts)
	case *syntax.Tuple:
		c.exprs(e.Elts)
	case *syntax.Comp:
		c.comp(e)
	case *syntax.Await:
		c.expr(e.X)
	case *syntax.Yield:
		c.expr(e.Value)
	case *syntax.YieldFrom:
		c.expr(e.X)
	case *syntax.Compare:
		c.expr(e.X)
		c.exprs(e.Ys)
	case *syntax.Call:
		if Reveals(e, c.py2) {
			c.open()
			c.in.open = true
		}
		c.expr(e.Func)
		c.exprs(e.Args)
		c.keywords(e.Keywords)
	case *syntax.Repr:
		c.expr(e.X)
	case *syntax.Attribute:
		if globalsAttrs[e.Name] {
			c.in.open = true
		}
		c.expr(e.X)
	case *syntax.Subscript:
		c.expr(e.X)
		c.expr(e.Index)
	case *syntax.Slice:
		c.exprs([]syntax.Expr{e.Lo, e.Hi, e.Step})
	case *syntax.Starred:
		c.expr(e.X)
	}
}

// comp opens a scope for a comprehension. Its first iterable belongs to the
// scope around it. A Python 2 list comprehension has no scope of its own: its
// targets are bound around it.
func (c *collector) comp(e *syntax.Comp) {
	c.expr(e.Generators[0].Iter)
	f := detached
	if !(c.py2 && e.Kind == syntax.ListComp) {
		defer c.enter(e, CompScope)()
		f = 0
	}
	for i, g := range e.Generators {
		c.target(g.Target, f)
		if i > 0 {
			c.expr(g.Iter)
		}
		c.exprs(g.Ifs)
	}
	c.expr(e.Elt)
	c.expr(e.Value)
}

func (c *collector) pattern(p syntax.Pattern) {
	switch p := p.(type) {
	case nil:
	case *syntax.MatchValue:
		c.expr(p.Value)
	case *syntax.MatchSequence:
		c.patterns(p.Patterns)
	case *syntax.MatchMapping:
		c.exprs(p.Keys)
		c.patterns(p.Patterns)
		if p.Rest != "" {
			c.bind(p.Rest, 0)
		}
	case *syntax.MatchClass:
		c.expr(p.Cls)
		c.patterns(p.Patterns)
		c.patterns(p.KwdPatterns)
	case *syntax.MatchStar:
		if p.Name != "" {
			c.bind(p.Name, 0)
		}
	case *syntax.MatchAs:
		c.pattern(p.Pattern)
		if p.Name != "" {
			c.bind(p.Name, 0)
		}
	case *syntax.MatchOr:
		c.patterns(p.Patterns)
	}
}

func (c *collector) patterns(list []syntax.Pattern) {
	for _, p := range list {
		c.pattern(p)
	}
}
