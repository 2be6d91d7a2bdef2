package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Warn is warnings.warn(message, category, stacklevel), for Go code: the warning
// is about the script's function that runs, or for a higher level about one of
// those that called it. It returns the warning where a filter makes it an error.
func (t *Thread) Warn(category *Kind, level int, format string, args ...any) error {
	if t.RT.Import == nil { // it has no modules
		return nil
	}
	name, _ := AsText(t.ModuleName())
	if t.RT.ignores(category, name) {
		return nil
	}
	return t.warnings("warn", t.RT.Str(sprintf(format, args...)), category.Class(t.RT.Dialect), starlark.MakeInt(level))
}

// WarnAt is warnings.warn_explicit(message, category, file, line).
func (t *Thread) WarnAt(category *Kind, file string, line int, msg string) error {
	if t.RT.ignores(category, file) {
		return nil
	}
	return t.warnings("warn_explicit", t.RT.Str(msg), category.Class(t.RT.Dialect), t.RT.Str(file), starlark.MakeInt(line))
}

func (t *Thread) warnings(function string, args ...starlark.Value) error {
	m, err := t.RT.Import(t, "warnings")
	if err != nil {
		return err
	}
	f, err := t.RT.Attr(m, function)
	if err == nil {
		_, err = t.Call(f, args...)
	}
	return err
}

// WarnUnclosed warns that something was dropped which wasn't closed
// (ResourceWarning). gone is the repr of what has held the descriptor. Nobody sees
// these warnings unless somebody asked for them, for which module warnings is
// imported.
func (t *Thread) WarnUnclosed(what, gone string) {
	rt := t.RT
	w := rt.Modules.GetString("warnings")
	if rt.Dialect == syntax.Python2 || w == nil || w == starlark.None {
		return
	}
	source := &departed{rt: rt, repr: gone}
	err := t.Failed()
	if err == nil {
		_, err = t.CallMethod(w, "warn", rt.Str("unclosed "+what), BuiltinKind("ResourceWarning").Class(rt.Dialect), starlark.MakeInt(1), source)
	}
	if err != nil && rt.Unraisable != nil {
		rt.Unraisable(Raise(t.Exception(err)), source)
	}
}

// A departed is what is left of a dead object: its repr.
type departed struct {
	rt   *Runtime
	repr string
}

var _ Reprer = (*departed)(nil)

func (d *departed) Repr(syntax.Dialect) string { return d.repr }
func (d *departed) String() string             { return d.repr }
func (d *departed) Type() string               { return "object" }
func (d *departed) Class() *Class              { return TypesOf(d.rt.Dialect).Object }
func (d *departed) Freeze()                    {}
func (d *departed) Truth() starlark.Bool       { return true }
func (d *departed) Hash() (uint32, error)      { return uint32(ID(d) >> 4), nil }

// ignored are the warnings that nobody sees who doesn't ask for them.
var ignored = map[string]bool{
	"DeprecationWarning": true, "PendingDeprecationWarning": true, "ImportWarning": true,
	"ResourceWarning": true, "BytesWarning": true,
}

// ignores reports whether a warning about a module can't be seen, as neither the
// script nor an option has touched the filters.
func (rt *Runtime) ignores(category *Kind, module string) bool {
	if !ignored[category.Name] || rt.Modules.GetString("warnings") != nil {
		return false
	}
	if category == DeprecationWarning && module == "__main__" && rt.Dialect != syntax.Python2 {
		return false
	}
	options, ok := rt.Sys.Get("warnoptions").(*List)
	return !ok || options.Len() == 0
}
