package pysys

import (
	"os"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// breakpointHook is breakpointhook(*args, **kws): it calls what
// $PYTHONBREAKPOINT names, pdb.set_trace if that isn't set, nothing if it is 0.
// What can't be imported is warned of and left out. (PEP 553)
func breakpointHook(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name := os.Getenv("PYTHONBREAKPOINT")
	switch name {
	case "0":
		return starlark.None, nil
	case "":
		name = "pdb.set_trace"
	}
	module, attr := "builtins", name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, attr = name[:i], name[i+1:]
	}
	d := t.RT.Dialect
	unimportable := func() (starlark.Value, error) {
		return starlark.None, t.Warn(object.RuntimeWarning, 1, `Ignoring unimportable $PYTHONBREAKPOINT: "%s"`, name)
	}
	if slices.Contains(strings.Split(name, "."), "") {
		return unimportable()
	}
	f, err := t.Call(t.RT.Builtins.Get("__import__"), t.RT.Str(module), starlark.None, starlark.None, starlark.Tuple{t.RT.Str(attr)})
	if err == nil {
		f, err = t.RT.Attr(f, attr)
	}
	if err != nil {
		if object.Is(err, object.ImportError, d) || object.Is(err, object.AttributeError, d) || object.Is(err, object.ValueError, d) {
			return unimportable()
		}
		return nil, err
	}
	return starlark.Call(t.Star, f, args, kwargs)
}

// breakpoint is the built-in breakpoint(*args, **kws): it calls
// sys.breakpointhook.
func breakpoint(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	hook := t.RT.Sys.Get("breakpointhook")
	if hook == nil {
		return nil, object.RuntimeError.Errorf("lost sys.breakpointhook")
	}
	return starlark.Call(t.Star, hook, args, kwargs)
}

// addBreakpoint binds the built-in and its hook.
func addBreakpoint(rt *object.Runtime, m *object.Module) {
	hook := &object.Func{FuncName: "breakpointhook", Module: "sys", Function: breakpointHook}
	m.Set("breakpointhook", hook)
	m.Set("__breakpointhook__", hook)
	rt.Builtins.Set("breakpoint", &object.Func{FuncName: "breakpoint", Function: breakpoint})
}
