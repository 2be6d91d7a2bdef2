package pysys

import (
	"runtime"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Audit hooks, and what else scripts ask sys for now and then. (Library
// reference, "sys"; PEP 578.)

// hooks are the functions that audit calls, in the order they were added.
type hooks struct{ list []starlark.Value }

// audit is audit(event, *args): it calls the hooks with (event, args). What one
// raises is raised.
func (h *hooks) audit(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("sys.audit() takes no keyword arguments")
	}
	if len(args) == 0 {
		return nil, object.TypeError.Errorf("audit expected at least 1 argument, got 0")
	}
	if _, ok := object.AsText(args[0]); !ok {
		return nil, object.TypeError.Errorf("expected str for argument 'event', not %s", object.TypeName(args[0]))
	}
	for _, hook := range h.list {
		if _, err := t.Call(hook, args[0], args[1:]); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// add is addaudithook(hook).
func (h *hooks) add(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var hook starlark.Value
	if err := object.Keywords(t, "addaudithook", args, kwargs, 1, "hook", &hook); err != nil {
		return nil, err
	}
	h.list = append(h.list, hook)
	return starlark.None, nil
}

// getAllocatedBlocks is getallocatedblocks() -> int: the objects on the heap.
func getAllocatedBlocks(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return starlark.MakeUint64(s.Mallocs - s.Frees), object.NoArgs("sys", "getallocatedblocks", args, kwargs)
}

// getFilesystemEncodeErrors is getfilesystemencodeerrors() -> str.
func getFilesystemEncodeErrors(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return t.RT.Str("surrogateescape"), object.NoArgs("sys", "getfilesystemencodeerrors", args, kwargs)
}

// setMore binds the names of this file.
func setMore(rt *object.Runtime, m *object.Module) {
	m.Set("float_repr_style", rt.Str("short"))
	m.Set("meta_path", rt.List(nil))
	m.Set("path_hooks", rt.List(nil))
	m.Set("path_importer_cache", object.NewDict(0))
	if rt.Dialect == syntax.Python2 {
		return
	}
	h := new(hooks)
	for name, f := range map[string]func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error){
		"audit": h.audit, "addaudithook": h.add,
		"getallocatedblocks": getAllocatedBlocks, "getfilesystemencodeerrors": getFilesystemEncodeErrors,
	} {
		m.Set(name, &object.Func{FuncName: name, Module: "sys", Function: f})
	}
	addBreakpoint(rt, m)
	m.Set("abiflags", rt.Str(""))
	m.Set("platlibdir", rt.Str("lib"))
	m.Set("pycache_prefix", starlark.None)
	m.Set("base_exec_prefix", rt.Str(""))
}
