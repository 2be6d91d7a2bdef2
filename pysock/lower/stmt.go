package lower

import (
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// block lowers statements; a block is never empty, for Starlark's compiler
// takes none.
func (l *lowerer) block(body []syntax.Stmt) []star.Stmt {
	var out []star.Stmt
	for _, s := range body {
		if l.err != nil {
			break
		}
		out = append(out, l.stmt(s)...)
	}
	if len(out) == 0 {
		out = append(out, &star.BranchStmt{Token: star.PASS})
	}
	return out
}

func (l *lowerer) stmt(s syntax.Stmt) []star.Stmt {
	out := l.statement(s)
	switch {
	case l.settles && mayDrop(s):
		out = append(out, l.settle(l.start(s)))
	case l.letsGo(s):
		out = append(out, l.letGo(l.start(s)))
	}
	return out
}

func (l *lowerer) statement(s syntax.Stmt) []star.Stmt {
	at := l.start(s)
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return l.exprStmt(at, s)
	case *syntax.Assign:
		return l.assignStmt(s)
	case *syntax.AugAssign:
		return l.augAssign(s)
	case *syntax.AnnAssign:
		return l.annAssign(s)
	case *syntax.Delete:
		return l.deleteStmt(s.Targets)
	case *syntax.FunctionDef:
		return l.functionDef(s)
	case *syntax.Return:
		var v star.Expr
		if s.Value != nil {
			v = l.expr(s.Value)
		}
		return []star.Stmt{l.result(at, v)}
	case *syntax.If:
		i := &star.IfStmt{If: at, Cond: l.cond(s.Test), True: l.block(s.Body), ElsePos: at}
		if len(s.Else) > 0 {
			i.False = l.block(s.Else)
		}
		return []star.Stmt{i}
	case *syntax.While:
		return l.loop(s.Else, at, func() star.Stmt {
			return &star.WhileStmt{While: at, Cond: l.cond(s.Test), Body: l.block(s.Body)}
		})
	case *syntax.For:
		return l.loop(s.Else, at, func() star.Stmt { return l.forStmt(at, s) })
	case *syntax.Break:
		return l.leave(at, signalBreak)
	case *syntax.Continue:
		return l.leave(at, signalContinue)
	case *syntax.Pass, *syntax.Global, *syntax.Nonlocal:
		return nil
	case *syntax.Assert:
		if l.opts.Optimize >= NoAsserts {
			return nil
		}
		var msg []star.Expr
		if s.Msg != nil {
			msg = append(msg, l.expr(s.Msg))
		}
		return []star.Stmt{&star.IfStmt{If: at, Cond: not(at, l.cond(s.Test)), True: []star.Stmt{discard(l.call(l.failPos(s), "fail", msg...))}}}
	case *syntax.Import:
		return l.importStmt(at, s)
	case *syntax.ImportFrom:
		return l.importFrom(at, s)
	case *syntax.Print:
		return l.printStmt(at, s)
	case *syntax.Exec:
		args := []star.Expr{l.need(at, "ns"), l.frame(at)}
		for _, e := range []syntax.Expr{s.Body, s.Globals, s.Locals} {
			if e != nil {
				args = append(args, l.expr(e))
			}
		}
		return []star.Stmt{discard(l.call(at, "exec", args...))}
	case *syntax.ClassDef:
		return l.classDef(s)
	case *syntax.Try:
		return l.tryStmt(s)
	case *syntax.With:
		return l.withStmt(s)
	case *syntax.Raise:
		return l.raiseStmt(s)
	case *syntax.Match:
		return l.matchStmt(s)
	default:
		l.fail(s, "invalid syntax")
	}
	return nil
}

// failPos is where an assert statement fails: CPython 3.11 marks the last comparison.
func (l *lowerer) failPos(s *syntax.Assert) star.Position {
	at := l.start(s)
	if l.py2 {
		return at
	}
	syntax.Conditions(s.Test, func(e syntax.Expr) {
		if c, ok := e.(*syntax.Compare); ok {
			at = l.anchor(c)
		}
	})
	return at
}

// printStmt lowers Python 2's print statement. Each value is printed before the
// next one is evaluated:
//
//	print "a", f(), g()   @print(None, False, ("a",)); @print(None, False, (f(),)); @print(None, True, (g(),))
func (l *lowerer) printStmt(at star.Position, s *syntax.Print) []star.Stmt {
	var out, after []star.Stmt
	dest := syntax.Expr(&syntax.Constant{Kind: syntax.None})
	if s.Dest != nil {
		dest, out, after = l.once(s.Dest)
	}
	print := func(newline bool, values []star.Expr) {
		word := "False"
		if newline {
			word = "True"
		}
		out = append(out, discard(l.call(at, "print", l.expr(dest), ident(at, word), tuple(at, values...))))
	}
	var values []star.Expr
	for _, e := range s.Values {
		if l.settles && calls(e) {
			if values != nil {
				print(false, values)
				values = nil
			}
			again, before, done := l.once(e)
			out = append(append(out, before...), l.settle(at))
			after = append(after, done...)
			e = again
		}
		name, isName := e.(*syntax.Name)
		safe := isName && l.s.Lookup(name.Id).Storage == scope.Native
		if _, isConst := constant(e); !safe && !isConst && values != nil {
			print(false, values)
			values = nil
		}
		values = append(values, l.expr(e))
	}
	print(s.NewLine, values)
	return append(out, after...)
}

// exprStmt evaluates an expression. Constants, docstrings among them, do nothing.
func (l *lowerer) exprStmt(at star.Position, s *syntax.ExprStmt) []star.Stmt {
	switch {
	case l.opts.Value:
		return []star.Stmt{discard(l.call(at, "result", l.expr(s.X)))}
	case l.opts.Interactive && l.s.Kind == scope.ModuleScope:
		return []star.Stmt{discard(l.call(at, "display", l.expr(s.X)))}
	}
	if _, ok := constant(s.X); ok {
		return nil
	}
	if c, ok := s.X.(*syntax.Call); ok && l.settles {
		if out := l.printCall(at, c); out != nil {
			return out
		}
	}
	return []star.Stmt{discard(l.expr(s.X))}
}

// annAssign assigns the value, then evaluates the annotation, unless in a
// function; that of a name goes into __annotations__.
func (l *lowerer) annAssign(s *syntax.AnnAssign) []star.Stmt {
	var out []star.Stmt
	if s.Value != nil {
		out = l.assignTo(s.Target, s.Value, nil)
	}
	if l.s.Kind == scope.FunctionScope {
		return out
	}
	at := l.start(s)
	if n, ok := s.Target.(*syntax.Name); ok && s.Simple {
		return append(out, discard(l.call(at, "setitem", l.annotation(s.Annotation), l.notes(at), l.name(at, n.Id))))
	}
	if l.file.Future&syntax.FutureAnnotations == 0 {
		out = append(out, discard(l.expr(s.Annotation)))
	}
	return out
}

// noted makes __annotations__ of a module or class that has any, before the
// first of them.
func (l *lowerer) noted(at star.Position) []star.Stmt {
	if !l.s.Annotated() {
		return nil
	}
	return []star.Stmt{discard(l.notes(at))}
}

// notes is __annotations__ of the class or module.
func (l *lowerer) notes(at star.Position) star.Expr {
	if l.s.Kind == scope.ClassScope {
		return l.op1(at, "notes", ident(at, l.localsName(l.s)))
	}
	return l.op1(at, "notes", l.need(at, "ns"))
}

// A loop knows how its break statements tell its else clause.
type loop struct {
	flag   string // "" where there is no else clause
	broken bool
}

// loop lowers a loop and its else clause, which runs unless a break ended the
// loop.
func (l *lowerer) loop(orelse []syntax.Stmt, at star.Position, body func() star.Stmt) []star.Stmt {
	lp := &loop{}
	if len(orelse) > 0 {
		lp.flag = l.temp()
	}
	l.region.loops = append(l.region.loops, lp)
	s := body()
	l.region.loops = l.region.loops[:len(l.region.loops)-1]
	if lp.flag == "" {
		return []star.Stmt{s}
	}
	after := l.block(orelse)
	if !lp.broken {
		return append([]star.Stmt{s}, after...)
	}
	return []star.Stmt{
		l.setFlag(at, lp, "False"),
		s,
		&star.IfStmt{If: at, Cond: not(at, ident(at, lp.flag)), True: after},
	}
}

func (l *lowerer) setFlag(at star.Position, lp *loop, value string) star.Stmt {
	return assign(at, ident(at, lp.flag), ident(at, value))
}

// forStmt lowers a for loop. A target that is no variable of Starlark's gets
// each element by way of a temporary.
func (l *lowerer) forStmt(at star.Position, s *syntax.For) star.Stmt {
	vars, ok := l.plainTarget(s.Target)
	op := iterOp(s.Target, s.Async)
	var first []star.Stmt
	if !ok {
		tmp := l.temp()
		vars = ident(at, tmp)
		op = iterOp(nil, s.Async)
		first = append(l.assignTo(s.Target, nil, ident(at, tmp)), release(at, tmp))
	}
	iter := l.op1(at, op, l.expr(s.Iter))
	return &star.ForStmt{For: l.eachPos(at, s.Target), Vars: vars, X: iter, Body: append(first, l.block(s.Body)...)}
}

// eachPos is where a loop that starts at pos fails if an element can't be
// unpacked.
func (l *lowerer) eachPos(pos star.Position, target syntax.Expr) star.Position {
	switch target.(type) {
	case *syntax.Tuple, *syntax.List:
		return l.unpackPos(target)
	}
	return pos
}

// plainTarget returns a target that consists of native variables only.
func (l *lowerer) plainTarget(t syntax.Expr) (star.Expr, bool) {
	at := l.start(t)
	switch t := t.(type) {
	case *syntax.Name:
		return ident(at, t.Id), l.s.Lookup(t.Id).Storage == scope.Native
	case *syntax.Tuple:
		return l.plainTargets(at, t.Elts)
	case *syntax.List:
		return l.plainTargets(at, t.Elts)
	}
	return nil, false
}

func (l *lowerer) plainTargets(at star.Position, elts []syntax.Expr) (star.Expr, bool) {
	var list []star.Expr
	for _, e := range elts {
		n, ok := e.(*syntax.Name)
		if !ok || l.s.Lookup(n.Id).Storage != scope.Native {
			return nil, false
		}
		list = append(list, ident(l.start(n), n.Id))
	}
	return tuple(at, list...), len(list) > 0
}
