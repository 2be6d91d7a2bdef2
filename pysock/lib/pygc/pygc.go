// Package pygc is Python's module gc. Go's collector does the work: collect()
// runs it, and what else CPython's lets a script set changes nothing.
package pygc

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

const doc = "The garbage collector: Go's, which needs no care."

// A module is module gc of one runtime.
type module struct {
	enabled   bool
	threshold starlark.Tuple
	debug     int
}

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{enabled: true, threshold: starlark.Tuple{starlark.MakeInt(700), starlark.MakeInt(10), starlark.MakeInt(10)}}
	names := object.NewModule(rt, "gc", doc, []object.Def{
		{Name: "collect", F: collect},
		{Name: "enable", F: m.set("enable", true)},
		{Name: "disable", F: m.set("disable", false)},
		{Name: "isenabled", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.Truthy(m.enabled), object.NoArgs("gc", "isenabled", args, kwargs)
		}},
		{Name: "get_threshold", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.threshold, object.NoArgs("gc", "get_threshold", args, kwargs)
		}},
		{Name: "set_threshold", F: m.setThreshold},
		{Name: "get_count", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			zero := starlark.MakeInt(0)
			return starlark.Tuple{zero, zero, zero}, object.NoArgs("gc", "get_count", args, kwargs)
		}},
		{Name: "get_debug", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.MakeInt(m.debug), object.NoArgs("gc", "get_debug", args, kwargs)
		}},
		{Name: "set_debug", F: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, object.OneArg(t, "gc", "set_debug", args, kwargs, &m.debug)
		}},
		{Name: "is_tracked", F: isTracked},
	})
	names.Set("garbage", object.NewList(nil))
	names.Set("callbacks", object.NewList(nil))
	for name, v := range map[string]int{"DEBUG_STATS": 1, "DEBUG_COLLECTABLE": 2, "DEBUG_UNCOLLECTABLE": 4, "DEBUG_SAVEALL": 32, "DEBUG_LEAK": 38} {
		names.Set(name, starlark.MakeInt(v))
	}
	return names
}

// collect is collect(generation=2) -> int: how many instances with __del__ it
// found that nobody holds.
func collect(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	generation := 2
	if err := object.Keywords(t, "collect", args, kwargs, 0, "generation", &generation); err != nil {
		return nil, err
	}
	if generation < 0 || generation > 2 {
		return nil, object.ValueError.Errorf("invalid generation")
	}
	return starlark.MakeInt(t.CollectAll()), nil
}

// set is enable() or disable().
func (m *module) set(name string, to bool) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("gc", name, args, kwargs); err != nil {
			return nil, err
		}
		m.enabled = to
		return starlark.None, nil
	}
}

// setThreshold is set_threshold(threshold0[, threshold1[, threshold2]]).
func (m *module) setThreshold(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n := [3]int{700, 10, 10}
	if err := object.Positional(t, "set_threshold", args, kwargs, 1, &n[0], &n[1], &n[2]); err != nil {
		return nil, err
	}
	m.threshold = starlark.Tuple{starlark.MakeInt(n[0]), starlark.MakeInt(n[1]), starlark.MakeInt(n[2])}
	return starlark.None, nil
}

// isTracked is is_tracked(object) -> bool: whether it may hold others.
func isTracked(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "gc", "is_tracked", args, kwargs, &v); err != nil {
		return nil, err
	}
	switch v.(type) {
	case starlark.NoneType, starlark.Int, object.Bool, starlark.Float, starlark.String, starlark.Bytes, *object.Text:
		return object.False, nil
	}
	return object.True, nil
}
