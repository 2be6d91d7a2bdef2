package lower

import (
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

// finalizes reports whether somebody may notice when what a file makes goes: it has a
// method __del__, a generator that yields inside try or with, or weak references.
func finalizes(f *syntax.File) (found bool) {
	for _, s := range f.Body {
		syntax.Walk(s, func(n syntax.Node) bool {
			switch n := n.(type) {
			case *syntax.FunctionDef:
				found = found || n.Name == "__del__" || guarded(n.Body)
			case *syntax.Import:
				for _, a := range n.Names {
					found = found || a.Name == "weakref"
				}
			case *syntax.ImportFrom:
				found = found || n.Module == "weakref"
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
		return !arithmetic
	case *syntax.AnnAssign, *syntax.Delete, *syntax.For, *syntax.Try, *syntax.With, *syntax.Exec, *syntax.Print:
		return true
	}
	return false
}
