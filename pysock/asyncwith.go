package pysock

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// asyncWith is manager // @asyncwith // body, with for "async with": what
// __aenter__ and __aexit__ return is awaited.
func (r *Runtime) asyncWith(mgr, body starlark.Value) (starlark.Value, error) {
	t := r.rt.Current()
	missing := func(extra string) error {
		return object.TypeError.Errorf("'%s' object does not support the asynchronous context manager protocol%s", object.TypeName(mgr), extra)
	}
	enter := t.RT.TypeMethod(mgr, "__aenter__")
	if enter == nil {
		return nil, missing("")
	}
	exit := t.RT.TypeMethod(mgr, "__aexit__")
	if exit == nil {
		return nil, missing(" (missed __aexit__ method)")
	}
	call := func(f starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
		v, err := t.Call(f, args...)
		if err != nil {
			return nil, err
		}
		return t.Await(v, "'async with' received an object from "+name+" that does not implement __await__: %s")
	}
	v, err := call(enter, "__aenter__")
	if err != nil {
		return nil, err
	}
	return within(t, body, v, func(class, e, tb starlark.Value) (starlark.Value, error) {
		return call(exit, "__aexit__", class, e, tb)
	})
}
