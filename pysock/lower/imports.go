package lower

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// importStmt lowers import a.b.c as d. Without "as", the first part is bound.
func (l *lowerer) importStmt(at star.Position, s *syntax.Import) []star.Stmt {
	var out []star.Stmt
	for _, a := range s.Names {
		p := l.start(a)
		name, top := a.AsName, "False"
		if name == "" {
			name, _, _ = strings.Cut(a.Name, ".")
			top = "True"
		}
		m := l.call(at, "import", l.need(at, "ns"), l.name(p, a.Name), ident(p, top))
		out = append(out, l.set(name, p, m))
	}
	return out
}

// importFrom lowers from m import a, b.
func (l *lowerer) importFrom(at star.Position, s *syntax.ImportFrom) []star.Stmt {
	if s.Module == "__future__" && s.Level == 0 && s.Names[0].Name != "*" {
		// It has done its work; the names are bound all the same.
		var out []star.Stmt
		for _, a := range s.Names {
			out = append(out, l.set(bound(a), l.start(a), l.named(at, "future", a.Name)))
		}
		return out
	}
	var names []star.Expr
	for _, a := range s.Names {
		names = append(names, l.name(l.start(a), a.Name))
	}
	m := l.call(at, "importfrom", l.need(at, "ns"), l.name(at, s.Module), integer(at, int64(s.Level)), tuple(at, names...))
	if s.Names[0].Name == "*" {
		return []star.Stmt{discard(l.call(at, "importstar", l.frame(at), m))}
	}
	if len(s.Names) == 1 {
		a := s.Names[0]
		return []star.Stmt{l.set(bound(a), l.start(a), apply(at, m, l.named(at, "importname", a.Name)))}
	}
	tmp := l.temp()
	out := []star.Stmt{assign(at, ident(at, tmp), m)}
	for _, a := range s.Names {
		out = append(out, l.set(bound(a), l.start(a), apply(at, ident(at, tmp), l.named(at, "importname", a.Name))))
	}
	return append(out, release(at, tmp))
}

func bound(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	return a.Name
}
