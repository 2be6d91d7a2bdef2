package pysock

import (
	"regexp"
	"sync"
	"unicode"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
)

// CPython 3.11 ends the traceback of a NameError with a name that resembles the
// one that isn't defined. The measure is its own: an insertion, a deletion or a
// substitution costs moveCost, another case caseCost, and a third of that for
// all letters of both names is too much.
const (
	moveCost      = 2
	caseCost      = 1
	longestName   = 40
	mostNames     = 750
	halfOfTheCost = 6
)

var undefinedName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^name '(.*)' is not defined$`) })

// suggest returns what CPython adds to the message of a NameError or an
// AttributeError.
func (r *Runtime) suggest(e *object.Exception) string {
	if e.Class() == object.AttributeError.Class(syntax.Python3) {
		return r.suggestAttribute(e)
	}
	if r.rt.Dialect == syntax.Python2 || e.Class() != object.NameError.Class(r.rt.Dialect) {
		return ""
	}
	m := undefinedName().FindStringSubmatch(e.Message(r.rt.Dialect))
	trace := e.Trace()
	if m == nil || len(trace) == 0 {
		return ""
	}
	for _, names := range r.visible(trace[len(trace)-1]) {
		if s := nearest(m[1], names); s != "" {
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
	var names []string
	for _, n := range list {
		if s, ok := object.AsText(n); ok {
			names = append(names, s)
		}
	}
	if s := nearest(name, names); s != "" {
		return ". Did you mean: '" + s + "'?"
	}
	return ""
}

// visible returns the names that the code of a frame could have meant: the
// function's own, the module's, the built-ins.
func (r *Runtime) visible(f object.Frame) [][]string {
	var lists [][]string
	if tree := r.tree(f.File); tree != nil {
		if info, err := scope.Analyze(tree, scope.Options{}); err == nil {
			for _, n := range path(tree, syntax.Pos{Line: int32(f.Line), Col: int32(f.Col)}) {
				if s := info.Of(n); s != nil && s.Kind != scope.ModuleScope {
					lists = [][]string{s.Bound()}
				}
			}
		}
	}
	return append(lists, keys(r.moduleOf(f.File)), keys(r.rt.Builtins))
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

// keys returns the names in a module, in the order in which they were bound.
func keys(m *object.Module) []string {
	var names []string
	for _, k := range m.Dict.Keys() {
		if s, ok := object.AsText(k); ok {
			names = append(names, s)
		}
	}
	if m.Names != nil {
		names = append(names, m.Names()...)
	}
	return names
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
	x, y := []rune(a), []rune(b)
	if len(x) > longestName || len(y) > longestName {
		return 1 << 30
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j * moveCost
	}
	for i := range x {
		diagonal := row[0]
		row[0] = (i + 1) * moveCost
		for j := range y {
			d := diagonal + substitution(x[i], y[j])
			diagonal = row[j+1]
			row[j+1] = min(d, row[j]+moveCost, row[j+1]+moveCost)
		}
	}
	return row[len(y)]
}

func substitution(a, b rune) int {
	switch {
	case a == b:
		return 0
	case unicode.ToLower(a) == unicode.ToLower(b):
		return caseCost
	}
	return moveCost
}
