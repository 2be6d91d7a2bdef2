package scope

import (
	"slices"

	"example.com/pysock/pysock/syntax"
)

// What code objects and qualified names tell of a scope.

// Qualified is the qualified name of what s binds under a name: __qualname__. Written
// is how the name is written, if it is private to a class.
func (s *Scope) Qualified(name, written string) string {
	switch {
	case s.Kind == ModuleScope || s.names[name]&global != 0:
		return written
	case s.Kind == ClassScope || s.Kind == CompScope:
		return s.Name() + "." + written
	}
	return s.Name() + ".<locals>." + written
}

// Name is the qualified name of the function, class or comprehension that opens
// the scope.
func (s *Scope) Name() string {
	switch n := s.Node.(type) {
	case *syntax.FunctionDef:
		return s.Parent.Qualified(n.Name, n.Written())
	case *syntax.ClassDef:
		return s.Parent.Qualified(n.Name, n.Written())
	case *syntax.Lambda:
		return s.Parent.Qualified("<lambda>", "<lambda>")
	case *syntax.Comp:
		return s.Parent.Qualified(compNames[n.Kind], compNames[n.Kind])
	}
	return "<module>"
}

var compNames = map[syntax.CompKind]string{
	syntax.ListComp: "<listcomp>", syntax.SetComp: "<setcomp>", syntax.DictComp: "<dictcomp>", syntax.GeneratorExp: "<genexpr>",
}

// CompName names the function that a comprehension is.
func CompName(k syntax.CompKind) string { return compNames[k] }

// Variables returns the names of a function's own variables but those that only
// inner functions see: parameters first, then in the order of their appearance.
func (s *Scope) Variables(params []string) []string {
	list := slices.Clone(params)
	cells := s.Captured()
	for _, n := range s.Bound() {
		if !slices.Contains(list, n) && !slices.Contains(cells, n) {
			list = append(list, n)
		}
	}
	return list
}

// Captured returns the names of s's variables that inner scopes use, sorted.
func (s *Scope) Captured() []string {
	return s.crossing(func(inner *Scope, name string) bool {
		return inner != s && inner.within(s) && inner.Lookup(name).Scope == s && s.Kind == FunctionScope
	})
}

// Free returns the names of variables of functions around s that it or its
// inner scopes use, sorted.
func (s *Scope) Free() []string {
	list := s.crossing(func(inner *Scope, name string) bool {
		if !inner.within(s) {
			return false
		}
		o := inner.Lookup(name).Scope
		return o != nil && o.Kind == FunctionScope && o != s && s.within(o)
	})
	if i, there := slices.BinarySearch(list, "__class__"); !there && s.knowsClass() {
		list = slices.Insert(list, i, "__class__")
	}
	return list
}

// knowsClass reports whether s, or a function or comprehension inside of it, uses
// the cell of the class around s: by its name or by super.
func (s *Scope) knowsClass() bool {
	if s.class() == nil || s.info.File.Dialect == syntax.Python2 {
		return false
	}
	for _, inner := range s.info.scopes {
		if _, named := inner.names["__class__"]; !named && inner.names["super"]&used == 0 || !inner.within(s) {
			continue
		}
		k := inner
		for k != s && k.Kind != ClassScope {
			k = k.Parent
		}
		if k == s && !inner.Binds("__class__") {
			return true
		}
	}
	return false
}

func (s *Scope) crossing(is func(inner *Scope, name string) bool) []string {
	seen := make(map[string]bool)
	for _, inner := range s.info.scopes {
		for name := range inner.names {
			if !seen[name] && is(inner, name) {
				seen[name] = true
			}
		}
	}
	var list []string
	for name := range seen {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// within reports whether s is o or stands inside it.
func (s *Scope) within(o *Scope) bool {
	for ; s != nil; s = s.Parent {
		if s == o {
			return true
		}
	}
	return false
}

// Scopes calls f for each scope of the file.
func (in *Info) Scopes(f func(s *Scope)) {
	for _, s := range in.scopes {
		f(s)
	}
}
