package syntax

import (
	"fmt"
	"slices"
	"strings"
)

// maxBlocks is how deep loops, try and with statements nest in CPython.
const maxBlocks = 20

// A checker goes over a whole tree and finds what the grammar allows but Python
// doesn't, as far as that can be seen without knowing which scope a name
// belongs to: return outside a function, starred expressions out of place, a
// name given twice. (Conflicts of global and nonlocal are the business of
// package scope.)
type checker struct {
	p     *parser
	fn    *checkScope
	first [numPhases]*Error
	// annotation is set inside an annotation that is not evaluated.
	annotation bool
	// store is set while a target is visited.
	store bool
	// dead is set in code of Python 2 that its compiler doesn't look at: see unreached.
	dead, forgiven bool
}

// CPython makes these checks in phases, and each phase goes over the whole
// file: an error of an early phase wins over one of a later, wherever it is.
type phase uint8

const (
	treePhase phase = iota // where Python 2 makes its tree
	futurePhase
	symbolPhase
	codePhase
	numPhases
)

const undefinedFeature = "future feature %s is not defined"

// A checkScope is a function, class, comprehension or the module.
type checkScope struct {
	outer *checkScope
	kind  scopeKind
	at    Span // of a function
	async bool
	// What surrounds the current statement inside the scope.
	loops   int
	blocks  int
	finally bool // Python 2: in a finally clause, not in a loop in it
	star    bool // in an except* clause
	jumps   bool // in a loop in that

	yields  bool    // a yield was seen
	yieldAt Span    // the first
	value   *Return // the first return with a value, or nil
	coro    bool    // a comprehension with async for or await

	// Comprehensions only.
	comp      CompKind
	iterating bool            // in an iterable
	iterVars  map[string]bool // what its for clauses bind
	walrus    map[string]bool // what := binds in it
}

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	lambdaScope
	compScope
)

// check returns the first error of a file, or nil.
func check(p *parser, f *File, mode Mode) *Error {
	c := &checker{p: p, fn: &checkScope{}}
	start := true // future imports may still come
	for i, s := range f.Body {
		switch s := s.(type) {
		case *ImportFrom:
			if s.Module == "__future__" && s.Level == 0 {
				c.checkFuture(s, start)
				continue
			}
			start = false
		case *ExprStmt:
			_, doc := s.X.(*Str)
			start = start && i == 0 && doc
		default:
			start = false
		}
		c.visit(s)
	}
	for _, err := range c.first {
		if err != nil {
			return err
		}
	}
	return nil
}

// fail remembers the first error of each phase.
func (c *checker) fail(ph phase, at Span, format string, args ...any) {
	if ph == codePhase && c.dead {
		c.forgiven = true
		return
	}
	if c.first[ph] == nil {
		msg := format
		if len(args) > 0 {
			msg = fmt.Sprintf(format, args...)
		}
		c.first[ph] = c.p.newError(SyntaxError, at, msg)
		c.first[ph].Symbols = ph == symbolPhase || format == undefinedFeature || format == notAChance && c.p.py2
		c.first[ph].Compiled = !c.first[ph].Symbols
	}
}

// visit checks a node and what it consists of.
func (c *checker) visit(n Node) {
	switch n := n.(type) {
	case *Starred:
		if c.store {
			c.fail(codePhase, n.Span, "starred assignment target must be in a list or tuple")
		}
		c.fail(codePhase, n.Span, "can't use starred expression here")
	case *Tuple:
		c.elements(n.Elts, n.Span)
	case *List:
		c.elements(n.Elts, n.Span)
	case *Set:
		c.elements(n.Elts, n.Span)
	case *Name:
		if c.store {
			c.binding(n.Id, n.Span)
		}
	case *Attribute:
		if c.store {
			c.binding(n.Name, n.Span)
		}
		c.load(n.X)
	case *Subscript:
		if !c.store {
			c.subscripted(n)
		}
		c.load(n.X)
		c.load(n.Index)
	case *Call:
		c.called(n)
		c.load(n.Func)
		c.call(n.Args, n.Keywords, n.Span)
	case *Compare:
		c.compared(n)
		children(n, c.visit)
	case *Lambda:
		c.params(n.Span, n.Params)
		c.enter(lambdaScope)
		c.visit(n.Body)
		c.fn = c.fn.outer
	case *Comp:
		c.comprehension(n)
	case *NamedExpr:
		c.namedExpr(n)
	case *Yield:
		c.yield(n.Span, false)
		children(n, c.visit)
	case *YieldFrom:
		c.yield(n.Span, true)
		children(n, c.visit)
	case *Await:
		c.await(n)
		children(n, c.visit)

	case *Assign:
		for _, t := range n.Targets {
			c.target(t)
		}
		c.visit(n.Value)
	case *AugAssign:
		c.target(n.Target)
		c.visit(n.Value)
	case *AnnAssign:
		c.target(n.Target)
		c.annotate(n.Annotation)
		if n.Value != nil {
			c.visit(n.Value)
		}
	case *Delete:
		for _, t := range n.Targets {
			if x, ok := t.(*Name); ok && x.Id == "__debug__" {
				c.fail(c.namePhase(), x.Span, "cannot delete __debug__")
			}
			c.visit(t)
		}
	case *FunctionDef:
		c.function(n)
	case *ClassDef:
		each(n.Decorators, c.visit)
		c.call(n.Bases, n.Keywords, n.Span)
		c.binding(n.Name, n.Span)
		c.enter(classScope)
		each(n.Body, c.visit)
		c.fn = c.fn.outer
	case *For:
		if n.Async && (c.fn.kind != functionScope || !c.fn.async) {
			c.fail(codePhase, n.Span, "'async for' outside async function")
		}
		c.target(n.Target)
		c.visit(n.Iter)
		c.loop(n.Span, n.Body, n.Else)
	case *If:
		c.branches(n)
	case *While:
		c.visit(n.Test)
		if is, known := c.constantTest(n.Test); known && !is {
			c.unreached(&n.Body, func() { c.loop(n.Span, n.Body, nil) })
			each(n.Else, c.visit)
			break
		}
		c.loop(n.Span, n.Body, n.Else)
	case *With:
		if n.Async && (c.fn.kind != functionScope || !c.fn.async) {
			c.fail(codePhase, n.Span, "'async with' outside async function")
		}
		for _, w := range n.Items {
			c.visit(w.Context)
			c.push(n.Span)
			if w.Target != nil {
				c.target(w.Target)
			}
		}
		each(n.Body, c.visit)
		c.fn.blocks -= len(n.Items)
	case *Try:
		c.try(n)
	case *Return:
		c.returns(n)
	case *Break, *Continue:
		c.jump(n)
	case *Assert:
		c.asserted(n)
		children(n, c.visit)
	case *Import:
		for _, a := range n.Names {
			if a.AsName == "" {
				first, _, _ := strings.Cut(a.Name, ".")
				c.binding(first, n.Span)
			}
			c.binding(a.AsName, n.Span)
		}
	case *ImportFrom:
		if n.Module == "__future__" && n.Level == 0 {
			c.checkFuture(n, false)
		}
		for _, a := range n.Names {
			if a.Name == "*" && c.fn.kind != moduleScope && !c.p.py2 {
				c.fail(symbolPhase, n.Names[0].Span, "import * only allowed at module level")
			} else if a.Name == "*" && c.fn.kind != moduleScope && c.fn.kind != classScope {
				c.warn(c.fn.at, "import * only allowed at module level")
			}
			if a.AsName == "" {
				c.binding(a.Name, n.Span)
			}
			c.binding(a.AsName, n.Span)
		}
	case *Nonlocal:
		if c.fn.kind == moduleScope {
			c.fail(symbolPhase, n.Span, "nonlocal declaration not allowed at module level")
		}
	case *Match:
		c.match(n)
	default:
		children(n, c.visit)
	}
}

// load visits an expression that is read, even if it is part of a target.
func (c *checker) load(x Expr) {
	store := c.store
	c.store = false
	c.visit(x)
	c.store = store
}

// target visits something that is assigned to.
func (c *checker) target(x Expr) {
	c.store = true
	c.visit(x)
	c.store = false
}

// elements visits the elements of a display, which may be starred; in a target
// only one may.
func (c *checker) elements(xs []Expr, of Span) {
	stars := 0
	for i, x := range xs {
		s, ok := x.(*Starred)
		if !ok {
			c.visit(x)
			continue
		}
		if stars++; c.store {
			if stars > 1 {
				c.fail(codePhase, of, "multiple starred expressions in assignment")
			} else if i >= 256 {
				c.fail(codePhase, s.Span, "too many expressions in star-unpacking assignment")
			}
		}
		c.visit(s.X)
	}
}

// binding refuses the names that nothing can be assigned to.
func (c *checker) binding(name string, at Span) {
	if name == "__debug__" || name == "None" && c.p.py2 {
		c.fail(c.namePhase(), at, "cannot assign to %s", name)
	}
}

// namePhase is that in which names are looked at.
func (c *checker) namePhase() phase {
	if c.p.py2 {
		return treePhase
	}
	return codePhase
}

// call checks the arguments of a call or class statement.
func (c *checker) call(args []Expr, keywords []*Keyword, of Span) {
	c.noStore(func() {
		for _, x := range args {
			if s, ok := x.(*Starred); ok {
				x = s.X
			}
			c.visit(x)
		}
		for i, k := range keywords {
			c.binding(k.Name, of)
			for _, j := range keywords[:i] {
				if k.Name != "" && j.Name == k.Name {
					c.fail(c.namePhase(), k.Span, "keyword argument repeated: %s", k.Name)
				}
			}
			c.visit(k.Value)
		}
	})
}

func (c *checker) noStore(f func()) {
	store := c.store
	c.store = false
	f()
	c.store = store
}

// enter starts a scope.
func (c *checker) enter(k scopeKind) *checkScope {
	c.fn = &checkScope{outer: c.fn, kind: k}
	return c.fn
}

// params checks parameters; defaults and annotations belong to the scope
// around the function.
func (c *checker) params(of Span, ps *Params) {
	seen := map[string]bool{}
	name := func(id string, at Span) {
		if seen[id] {
			if c.p.py2 {
				at = of
			}
			c.fail(symbolPhase, at, "duplicate argument '%s' in function definition", id)
		}
		seen[id] = true
		c.binding(id, of)
	}
	children(ps, func(n Node) {
		a := n.(*Param)
		if a.Tuple != nil {
			Walk(a.Tuple, func(n Node) bool {
				if x, ok := n.(*Name); ok {
					name(x.Id, x.Span)
				}
				return true
			})
		} else {
			name(a.Name, a.Span)
		}
		if a.Annotation != nil {
			if s, ok := a.Annotation.(*Starred); ok {
				c.annotate(s.X)
			} else {
				c.annotate(a.Annotation)
			}
		}
		if a.Default != nil {
			c.visit(a.Default)
		}
	})
}

// annotate visits an annotation.
func (c *checker) annotate(x Expr) {
	outer := c.annotation
	c.annotation = c.p.future&FutureAnnotations != 0
	c.load(x)
	c.annotation = outer
}

func (c *checker) function(f *FunctionDef) {
	each(f.Decorators, c.visit)
	c.binding(f.Name, f.Span)
	c.params(f.Span, f.Params)
	if f.Returns != nil {
		c.annotate(f.Returns)
	}
	fn := c.enter(functionScope)
	fn.async, fn.at = f.Async, f.Span
	each(f.Body, c.visit)
	if fn.value != nil && fn.yields {
		if f.Async {
			c.fail(codePhase, fn.value.Span, "'return' with value in async generator")
		} else if c.p.py2 {
			at := fn.value.Span // of the two the one that comes second
			if at.Start.Before(fn.yieldAt.Start) {
				at = fn.yieldAt
			}
			c.fail(symbolPhase, at, "'return' with argument inside generator")
		}
	}
	c.fn = fn.outer
}

// lastStmt returns the last statement of a block that is compiled, which may be within another.
func lastStmt(block []Stmt) Stmt {
	s := block[len(block)-1]
	for _, b := range slices.Backward(Blocks(s)) {
		if len(b) > 0 {
			return lastStmt(b)
		}
	}
	return s
}

// push counts a block, and refuses one too many.
func (c *checker) push(at Span) {
	if c.fn.blocks++; c.fn.blocks > maxBlocks {
		c.fail(codePhase, at, "too many statically nested blocks")
	}
}

func (c *checker) loop(at Span, body, orelse []Stmt) {
	finally, jumps := c.fn.finally, c.fn.jumps
	c.fn.finally, c.fn.jumps = false, true
	c.push(at)
	c.fn.loops++
	each(body, c.visit)
	c.fn.loops--
	c.fn.blocks--
	c.fn.finally, c.fn.jumps = finally, jumps
	each(orelse, c.visit)
}

func (c *checker) try(t *Try) {
	outer := c.fn.blocks
	if t.Finally != nil {
		c.push(t.Span)
	}
	depth := c.fn.blocks
	if t.Handlers != nil {
		c.push(t.Span)
	}
	each(t.Body, c.visit)
	c.fn.blocks = depth
	if t.Handlers != nil && !c.p.py2 { // a handler is two blocks of Python 3
		c.push(t.Handlers[0].Span)
		c.push(t.Handlers[0].Span)
	}
	star, jumps := c.fn.star, c.fn.jumps
	c.fn.star, c.fn.jumps = star || t.Star, jumps && !t.Star
	for i, h := range t.Handlers {
		if h.Type == nil && i < len(t.Handlers)-1 {
			at := h.Span
			if before := t.Body; c.p.py2 { // it is at the last line that it has compiled
				if i > 0 {
					before = t.Handlers[i-1].Body
				}
				at = lastStmt(before).Bounds()
			}
			c.fail(codePhase, at, "default 'except:' must be last")
		}
		if h.Type != nil {
			c.visit(h.Type)
		}
		if h.Target != nil {
			c.target(h.Target)
		}
		each(h.Body, c.visit)
	}
	c.fn.star, c.fn.jumps = star, jumps
	c.fn.blocks = depth
	each(t.Else, c.visit)
	c.fn.blocks = outer
	if t.Finally != nil {
		c.push(t.Span)
		finally := c.fn.finally
		c.fn.finally = true
		each(t.Finally, c.visit)
		c.fn.finally = finally
		c.fn.blocks--
	}
}

func (c *checker) returns(r *Return) {
	switch {
	case c.fn.kind != functionScope:
		c.fail(codePhase, r.Span, "'return' outside function")
	case c.fn.star:
		at := r.Span
		switch r.Value.(type) {
		case *Int, *Float, *Imag, *Str, *Constant: // which has no code of its own
			at = r.Value.Bounds()
		}
		c.fail(codePhase, at, "'break', 'continue' and 'return' cannot appear in an except* block")
	case r.Value != nil && c.fn.value == nil:
		c.fn.value = r
	}
	if r.Value != nil {
		c.visit(r.Value)
	}
}

func (c *checker) jump(n Node) {
	_, isBreak := n.(*Break)
	switch {
	case c.fn.star && !c.fn.jumps:
		c.fail(codePhase, n.Bounds(), "'break', 'continue' and 'return' cannot appear in an except* block")
	case c.fn.loops == 0 && isBreak:
		c.fail(codePhase, n.Bounds(), "'break' outside loop")
	case c.fn.loops == 0:
		c.fail(codePhase, n.Bounds(), "'continue' not properly in loop")
	case !isBreak && c.fn.finally && c.p.py2:
		c.fail(codePhase, n.Bounds(), "'continue' not supported inside 'finally' clause")
	}
}

// yield checks a yield or yield from.
func (c *checker) yield(at Span, from bool) {
	if c.annotation {
		c.fail(symbolPhase, at, "'yield expression' can not be used within an annotation")
	}
	switch c.fn.kind {
	case moduleScope, classScope:
		c.fail(codePhase, at, "'yield' outside function")
	case compScope:
		if !c.p.py2 {
			c.fail(symbolPhase, at, "'yield' inside %s", describe(&Comp{Kind: c.fn.comp}))
		}
	}
	if !c.fn.yields {
		c.fn.yields, c.fn.yieldAt = true, at
	}
	if from && c.fn.async {
		c.fail(codePhase, at, "'yield from' inside async function")
	}
}

func (c *checker) await(n *Await) {
	if c.annotation {
		c.fail(symbolPhase, n.Span, "'await expression' can not be used within an annotation")
	}
	switch {
	case c.fn.kind == moduleScope || c.fn.kind == classScope:
		c.fail(codePhase, n.Span, "'await' outside function")
	case c.fn.kind != compScope && !c.fn.async:
		c.fail(codePhase, n.Span, "'await' outside async function")
	}
	c.fn.coro = true
}

// comprehension visits a comprehension, whose first iterable belongs to the
// scope around it. In Python 2 a list comprehension is no scope.
func (c *checker) comprehension(x *Comp) {
	c.noStore(func() {
		if c.p.py2 && x.Kind == ListComp {
			for _, g := range x.Generators {
				c.target(g.Target)
				c.visit(g.Iter)
				each(g.Ifs, c.visit)
			}
			c.visit(x.Elt)
			return
		}
		iterating := c.fn.iterating
		c.fn.iterating = true
		c.visit(x.Generators[0].Iter)
		c.fn.iterating = iterating

		outer := c.fn
		fn := c.enter(compScope)
		fn.comp = x.Kind
		fn.iterVars, fn.walrus = map[string]bool{}, map[string]bool{}
		for i, g := range x.Generators {
			fn.coro = fn.coro || g.Async
			Walk(g.Target, func(n Node) bool {
				switch n := n.(type) {
				case *Name:
					if fn.walrus[n.Id] {
						c.fail(symbolPhase, n.Span, "comprehension inner loop cannot rebind assignment expression target '%s'", n.Id)
					}
					fn.iterVars[n.Id] = true
				case *Attribute, *Subscript:
					return false
				}
				return true
			})
			c.target(g.Target)
			if i > 0 {
				fn.iterating = true
				c.visit(g.Iter)
				fn.iterating = false
			}
			each(g.Ifs, c.visit)
		}
		c.visit(x.Elt)
		if x.Value != nil {
			c.visit(x.Value)
		}
		c.fn = outer
		if fn.coro && x.Kind != GeneratorExp {
			if outer.kind == compScope {
				outer.coro = true
			} else if !outer.async {
				c.fail(codePhase, x.Span, "asynchronous comprehension outside of an asynchronous function")
			}
		}
	})
}

// namedExpr checks x := y, which in a comprehension binds x around it.
func (c *checker) namedExpr(n *NamedExpr) {
	if c.annotation {
		c.fail(symbolPhase, n.Span, "'named expression' can not be used within an annotation")
	}
	id := n.Target.Id
	c.binding(id, n.Target.Span)
	for s := c.fn; s != nil; s = s.outer {
		if s.iterating {
			c.fail(symbolPhase, n.Span, "assignment expression cannot be used in a comprehension iterable expression")
			break
		}
	}
	for s := c.fn; s.kind == compScope; s = s.outer {
		if s.iterVars[id] {
			c.fail(symbolPhase, n.Span, "assignment expression cannot rebind comprehension iteration variable '%s'", id)
		}
		s.walrus[id] = true
		if s.outer.kind == classScope {
			c.fail(symbolPhase, n.Span, "assignment expression within a comprehension cannot be used in a class body")
		}
	}
	c.load(n.Value)
}
