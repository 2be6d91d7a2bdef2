package pysignal

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// enums are Python 3's: what module signal has in place of _signal's ints.
type enums struct{ signals, handlers *object.Enumeration }

// NewEnums returns Python 3's module signal: what _signal has, with enums for
// its ints. (Library reference, "signal".)
func NewEnums(rt *object.Runtime) *object.Module {
	raw := New(rt)
	if rt.Dialect == syntax.Python2 {
		return raw
	}
	names := object.NewModule(rt, "signal", doc, nil)
	signals, masks := make(map[string]int64), make(map[string]int64)
	for _, name := range raw.AttrNames() {
		if strings.HasPrefix(name, "__") {
			continue
		}
		v := raw.Get(name)
		names.Set(name, v)
		n, isInt := v.(starlark.Int)
		value, _ := n.Int64()
		switch {
		case !isInt || rt.Dialect != syntax.Python3: // .star files have ints, which Starlark's own == compares
		case strings.HasPrefix(name, "CTRL_"), strings.HasPrefix(name, "SIG") && !strings.HasPrefix(name, "SIG_"):
			signals[name] = value
		case name == "SIG_BLOCK", name == "SIG_UNBLOCK", name == "SIG_SETMASK":
			masks[name] = value
		}
	}
	if rt.Dialect != syntax.Python3 {
		return names
	}
	var e enums
	e.signals = object.NewEnumeration(rt, "IntEnum", "signal", "Signals", signals)
	e.handlers = object.NewEnumeration(rt, "IntEnum", "signal", "Handlers", map[string]int64{"SIG_DFL": sigDfl, "SIG_IGN": sigIgn})
	e.signals.Export(names)
	e.handlers.Export(names)
	if len(masks) > 0 {
		object.NewEnumeration(rt, "IntEnum", "signal", "Sigmasks", masks).Export(names)
	}
	for name, convert := range map[string]func(starlark.Value) (starlark.Value, error){
		"signal":          as(e.handlers),
		"getsignal":       as(e.handlers),
		"sigwait":         as(e.signals),
		"pthread_sigmask": e.set,
		"sigpending":      e.set,
		"valid_signals":   e.set,
	} {
		if f, ok := raw.Get(name).(*object.Func); ok {
			names.Set(name, &object.Func{FuncName: name, Module: "signal", Function: converted(f.Function, convert)})
		}
	}
	return names
}

// A starFunc is what an object.Func calls.
type starFunc = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// converted is a function whose result is converted.
func converted(f starFunc, convert func(starlark.Value) (starlark.Value, error)) starFunc {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		v, err := f(t, args, kwargs)
		if err != nil {
			return nil, err
		}
		return convert(v)
	}
}

// as makes members of numbers.
func as(e *object.Enumeration) func(starlark.Value) (starlark.Value, error) {
	return func(v starlark.Value) (starlark.Value, error) {
		if n, ok := v.(starlark.Int); ok {
			i, _ := n.Int64()
			return e.Member(i), nil
		}
		return v, nil
	}
}

// set makes members of the numbers in a set; real-time signals have no name
// and stay numbers.
func (e *enums) set(v starlark.Value) (starlark.Value, error) {
	elems := v.(*object.Set).Elems()
	for i, x := range elems {
		elems[i], _ = as(e.signals)(x)
	}
	return object.NewSet(elems, false)
}
