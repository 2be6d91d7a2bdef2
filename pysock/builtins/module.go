package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// newModule is types.ModuleType(name, doc=None).
func newModule(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	doc := starlark.Value(starlark.None)
	if err := object.Keywords(t, "module", args, kwargs, 1, "name", &name, "doc", &doc); err != nil {
		return nil, err
	}
	m := object.NewModule(t.RT, name, "", nil)
	m.Set("__doc__", doc)
	if !py2(t) {
		m.Set("__package__", starlark.None)
		m.Set("__loader__", starlark.None)
		m.Set("__spec__", starlark.None)
	}
	return m, nil
}
