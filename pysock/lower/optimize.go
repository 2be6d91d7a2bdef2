package lower

import (
	"slices"

	"example.com/pysock/pysock/syntax"
)

// Levels of optimization: what -O and -OO leave out. See the reference of the command
// line, and compile's optimize.
const (
	NoAsserts = 1 // assert statements aren't run, and __debug__ is False
	NoDocs    = 2 // nor have functions, classes and modules docstrings
)

// stripDocs takes the docstrings out of a file.
func stripDocs(f *syntax.File) {
	strip := func(body *[]syntax.Stmt) {
		if Docstring(*body) != nil {
			*body = slices.Clone((*body)[1:])
		}
	}
	strip(&f.Body)
	syntax.Walk(f, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.FunctionDef:
			strip(&n.Body)
		case *syntax.ClassDef:
			strip(&n.Body)
		}
		return true
	})
}

// Docstring is the text that the body of a function, class or file begins with, or nil.
func Docstring(body []syntax.Stmt) *syntax.Str {
	if len(body) > 0 {
		if e, ok := body[0].(*syntax.ExprStmt); ok {
			if s, ok := e.X.(*syntax.Str); ok && s.Kind != syntax.BytesStr {
				return s
			}
		}
	}
	return nil
}
