package pysock

import (
	"math"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// CPython 3.11 ends the traceback of a NameError with a name that resembles the
// one that isn't defined: of those that resemble it most the first. The measure
// is its own, and counts bytes of UTF-8: an insertion, a deletion or a
// substitution costs moveCost, another case caseCost, and a third of that for all
// letters of both names is too much.
const (
	moveCost      = 2
	caseCost      = 1
	longestName   = 40 // without what both begin and end with
	mostNames     = 750
	halfOfTheCost = 6
)

// suggest returns what CPython adds to the message of a NameError or an
// AttributeError.
func (r *Runtime) suggest(e *object.Exception) string {
	if e.Class() == object.AttributeError.Class(syntax.Python3) {
		return r.suggestAttribute(e)
	}
	name, ok := object.AsText(e.Slot("name"))
	trace := e.Trace()
	if !ok || len(trace) == 0 || e.Class() != object.NameError.Class(syntax.Python3) {
		return ""
	}
	for _, names := range r.seen(trace[len(trace)-1]) {
		if s := nearest(name, names); s != "" {
			return ". Did you mean: '" + s + "'?"
		}
	}
	return ""
}

// suggestAttribute is suggest for an AttributeError that knows what was looked up.
func (r *Runtime) suggestAttribute(e *object.Exception) string {
	t := r.rt.Current()
	name, ok := object.AsText(e.Slot("name"))
	obj := e.Slot("obj")
	if !ok || obj == nil {
		return ""
	}
	v, err := t.Call(r.rt.Builtins.Get("dir"), obj)
	if err != nil {
		return ""
	}
	list, err := object.Elements(t, v)
	if err != nil {
		return ""
	}
	if s := nearest(name, texts(list)); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// seen returns the names that the code of a frame could have meant: the
// function's own variables but those that only inner functions see, the
// module's, the built-ins.
func (r *Runtime) seen(f object.Frame) [][]string {
	var lists [][]string
	tree, globals := r.tree(f.File), r.keys(r.moduleOf(f.File))
	builtins := r.rt.Builtins.Dict
	if f.Pos.IsValid() {
		tree = r.treeAt(f.Pos)
		if made := r.madeAt(f.Pos); made != nil && made.ns != nil {
			ns := made.ns.Globals()
			if ns.Module != r.mainMod {
				globals = texts(ns.Dict.Keys())
			}
			builtins = ns.BuiltinDict()
		}
	}
	if tree != nil {
		if info := r.analyze(tree); info != nil {
			p, inner := syntax.Pos{Line: int32(f.Line), Col: int32(f.Col)}, info.Module
			if f.Pos.IsValid() {
				p = syntax.Pos{Line: f.Pos.Line, Col: f.Pos.Col}
			}
			for _, n := range path(tree, p) {
				if s := info.Of(n); s != nil && encloses(n, p) {
					inner = s
				}
			}
			if inner.Kind == scope.FunctionScope || inner.Kind == scope.CompScope {
				lists = append(lists, inner.Variables(parameters(inner)))
			}
		}
	}
	return append(lists, globals, texts(builtins.Keys()))
}

// moduleOf returns the module whose code is in a file.
func (r *Runtime) moduleOf(file string) *object.Module {
	for _, kv := range r.rt.Modules.Items() {
		if m, ok := kv[1].(*object.Module); ok {
			if f, ok := object.AsText(m.Dict.GetString("__file__")); ok && f == file {
				return m
			}
		}
	}
	return r.mainMod
}

// keys returns the names in a module, in the order in which they were bound. What
// a main script keeps in Starlark's globals, of which that isn't known, has the
// order of its text.
func (r *Runtime) keys(m *object.Module) []string {
	names := texts(m.Dict.Keys())
	if m.Names == nil {
		return names
	}
	natives, rank := m.Names(), make(map[string]int)
	if natives == nil && m == r.mainMod {
		natives = r.left
	}
	for i, n := range r.bound() {
		rank[n] = i
	}
	var all []string
	for _, n := range names {
		if i, ok := rank[n]; ok {
			for len(natives) > 0 && rank[natives[0]] < i {
				all, natives = append(all, natives[0]), natives[1:]
			}
		}
		all = append(all, n)
	}
	return append(all, natives...)
}

// texts returns values that are all strings, else none.
func texts(values []starlark.Value) []string {
	var list []string
	for _, v := range values {
		s, ok := object.AsText(v)
		if !ok {
			return nil
		}
		list = append(list, s)
	}
	return list
}

// nearest returns the name that resembles name most, "" if none does.
func nearest(name string, names []string) string {
	if len(names) >= mostNames {
		return ""
	}
	best, least := "", 0
	for _, n := range names {
		if n == name {
			continue
		}
		limit := (len(name) + len(n) + 3) * moveCost / halfOfTheCost
		if best != "" {
			limit = min(limit, least-1)
		}
		if d := distance(name, n); d <= limit && (best == "" || d < least) {
			best, least = n, d
		}
	}
	return best
}

// distance is Levenshtein's, with CPython's costs.
func distance(a, b string) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if a != "" && b != "" && max(len(a), len(b)) > longestName {
		return math.MaxInt
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = (i + 1) * moveCost
		for j := range len(b) {
			d := diagonal + substitution(a[i], b[j])
			diagonal = row[j+1]
			row[j+1] = min(d, row[j]+moveCost, row[j+1]+moveCost)
		}
	}
	return row[len(b)]
}

func substitution(a, b byte) int {
	switch {
	case a == b:
		return 0
	case lowercase(a) == lowercase(b):
		return caseCost
	}
	return moveCost
}

func lowercase(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
