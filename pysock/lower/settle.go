package lower

import (
	"slices"

	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// settle has finalized what the statement before it has dropped, in files that
// define something to be finalized (see object.Thread.Settle):
//
//	None // @settle
//
// In such a file functions return v // @settlereturn.
func (l *lowerer) settle(at star.Position) star.Stmt {
	return discard(l.op1(at, "settle", ident(at, "None")))
}

// printCall lowers a call of print whose operands may drop something: that is to die
// before they are printed. It is nil for other calls.
//
//	print(f(), x)       #t1 = f(); #t2 = x; None // @settle; print(#t1, #t2)
//
// Whoever has bound that name to something else than the built-in won't notice.
func (l *lowerer) printCall(at star.Position, c *syntax.Call) []star.Stmt {
	n, ok := c.Func.(*syntax.Name)
	if !ok || n.Id != "print" || len(c.Keywords) > 0 || hasStar(c.Args) || !slices.ContainsFunc(c.Args, calls) {
		return nil
	}
	call := *c
	call.Args = nil
	var out, after []star.Stmt
	for _, e := range c.Args {
		again, before, done := l.once(e)
		call.Args = append(call.Args, again)
		out = append(out, before...)
		after = append(after, done...)
	}
	out = append(out, l.settle(at), discard(l.expr(&call)))
	return append(out, after...)
}

// lives are the modules by which a file can tell what is alive.
var lives = map[string]bool{"gc": true, "weakref": true}

// finalizes reports whether somebody may notice when what a file makes goes: it has a
// method __del__, a generator that yields inside try or with, or imports weakref or gc.
func finalizes(f *syntax.File) (found bool) {
	for _, s := range f.Body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.FunctionDef:
				found = found || n.Name == "__del__" || guarded(n.Body)
			case *syntax.Import:
				for _, a := range n.Names {
					found = found || lives[a.Name]
				}
			case *syntax.ImportFrom:
				found = found || lives[n.Module]
			}
			return !found
		})
	}
	return found
}

// guarded reports whether the body of a function yields inside a try or with
// statement.
func guarded(body []syntax.Stmt) (found bool) {
	for _, s := range body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.Try:
				found = found || Yields(n.Body)
			case *syntax.With:
				found = found || Yields(n.Body)
			case *syntax.FunctionDef, *syntax.ClassDef, *syntax.Lambda:
				return false
			}
			return !found
		})
	}
	return found
}

// mayDrop reports whether a statement may drop the last reference to something that
// isn't a plain value, when it is over.
func mayDrop(s syntax.Stmt) bool {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		return calls(s.X)
	case *syntax.Assign:
		_, arithmetic := s.Value.(*syntax.BinOp)
		return !arithmetic || calls(s.Value)
	case *syntax.AnnAssign, *syntax.Delete, *syntax.For, *syntax.Try, *syntax.With, *syntax.Exec, *syntax.Print:
		return true
	}
	return false
}
