package lower

import (
	"strings"

	"example.com/pysock/pysock/syntax"
)

// mangle renames the private names of class bodies, in place: __x in a class C
// is _C__x, wherever it stands inside. (Language reference, "Identifiers
// (Names)": private name mangling.)
func mangle(n syntax.Node, class string) {
	private := func(name *string) {
		if class != "" && strings.HasPrefix(*name, "__") && !strings.HasSuffix(*name, "__") && !strings.Contains(*name, ".") {
			*name = "_" + class + *name
		}
	}
	binds := func(name, written *string) {
		was := *name
		if private(name); *name != was {
			*written = was
		}
	}
	syntax.Walk(n, func(m syntax.Node) bool {
		switch m := m.(type) {
		case *syntax.ClassDef:
			if m == n {
				return true
			}
			binds(&m.Name, &m.Private)
			for _, list := range [][]syntax.Expr{m.Decorators, m.Bases} {
				for _, e := range list {
					mangle(e, class)
				}
			}
			for _, k := range m.Keywords {
				mangle(k.Value, class)
			}
			inner := strings.TrimLeft(m.Written(), "_")
			for _, s := range m.Body {
				mangleStmt(s, inner)
			}
			return false
		case *syntax.Name:
			private(&m.Id)
		case *syntax.Attribute:
			private(&m.Name)
		case *syntax.FunctionDef:
			binds(&m.Name, &m.Private)
		case *syntax.Param:
			private(&m.Name)
		case *syntax.Keyword:
			private(&m.Name)
		case *syntax.Alias:
			private(&m.AsName)
			private(&m.Name)
		case *syntax.Global:
			for i := range m.Names {
				private(&m.Names[i])
			}
		case *syntax.Nonlocal:
			for i := range m.Names {
				private(&m.Names[i])
			}
		}
		return true
	})
}

// mangleStmt is mangle for a statement of a class body, which may be a class
// itself.
func mangleStmt(s syntax.Stmt, class string) {
	if c, ok := s.(*syntax.ClassDef); ok {
		mangle(&syntax.File{Body: []syntax.Stmt{c}}, class)
		return
	}
	mangle(s, class)
}
