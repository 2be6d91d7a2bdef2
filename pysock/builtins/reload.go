package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// builtinReload is Python 2's reload(module), which module imp has too.
func builtinReload(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var module starlark.Value
	if err := object.OneArg(t, "", "reload", args, kwargs, &module); err != nil {
		return nil, err
	}
	imp, err := t.RT.Import(t, "imp")
	if err != nil {
		return nil, err
	}
	reload, err := t.RT.Attr(imp, "reload")
	if err != nil {
		return nil, err
	}
	return t.Call(reload, module)
}
