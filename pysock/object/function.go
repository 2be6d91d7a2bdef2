package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Python function is a starlark.Function, which has no attributes: those that
// every function has are computed here, and those that a script sets are kept
// beside it, in Runtime.functions. There they keep the function alive; few
// functions are given attributes, and rarely in a loop.

// NamespaceVar is the global of every compiled program that holds the Namespace
// its code runs in.
const NamespaceVar = "@ns"

// functionNames are what Python 2 calls the attributes of a function besides.
var functionNames = map[string]string{
	"func_name": "__name__", "func_doc": "__doc__", "func_dict": "__dict__",
	"func_globals": "__globals__", "func_defaults": "__defaults__",
}

func (rt *Runtime) functionAttr(f *starlark.Function, name string) (starlark.Value, error) {
	if long, ok := functionNames[name]; ok && rt.Dialect == syntax.Python2 {
		name = long
	}
	if d := rt.functions[f]; d != nil {
		if v := d.GetString(name); v != nil {
			return v, nil
		}
	}
	switch name {
	case "__name__":
		return rt.Str(FunctionName(f)), nil
	case "__qualname__":
		if rt.Dialect != syntax.Python2 {
			return rt.Str(FunctionName(f)), nil
		}
	case "__doc__":
		if f.Doc() == "" {
			return starlark.None, nil
		}
		return rt.Str(f.Doc()), nil
	case "__dict__":
		return rt.functionDict(f), nil
	case "__globals__":
		if ns := FunctionNamespace(f); ns != nil {
			return ns.GlobalDict(), nil
		}
	case "__module__":
		if ns := FunctionNamespace(f); ns != nil {
			return ns.Globals().Attr("__name__")
		}
		return starlark.None, nil
	case "__defaults__":
		var t starlark.Tuple
		for i := range f.NumParams() {
			if v := f.ParamDefault(i); v != nil && i < f.NumParams()-f.NumKwonlyParams() {
				t = append(t, v)
			}
		}
		if t == nil {
			return starlark.None, nil
		}
		return t, nil
	}
	return rt.ClassOf(f).bind(f, name)
}

// functionDict holds what a script has set of f.
func (rt *Runtime) functionDict(f *starlark.Function) *Dict {
	d := rt.functions[f]
	if d == nil {
		d = new(Dict)
		if rt.functions == nil {
			rt.functions = make(map[*starlark.Function]*Dict)
		}
		rt.functions[f] = d
	}
	return d
}

func (rt *Runtime) setFunctionAttr(f *starlark.Function, name string, v starlark.Value) error {
	if long, ok := functionNames[name]; ok && rt.Dialect == syntax.Python2 {
		name = long
	}
	switch name {
	case "__name__", "__qualname__":
		if _, ok := AsText(v); !ok {
			return TypeError.Errorf("%s must be set to a string object", name)
		}
	case "__dict__":
		d, ok := v.(*Dict)
		if !ok {
			return TypeError.By(
				"setting function's dictionary to a non-dict",
				sprintf("__dict__ must be set to a dictionary, not a '%s'", TypeName(v)))
		}
		rt.functionDict(f)
		rt.functions[f] = d
		return nil
	case "__globals__", "__closure__":
		return TypeError.By("readonly attribute", "readonly attribute")
	}
	rt.functionDict(f).SetString(name, v)
	return nil
}

func (rt *Runtime) delFunctionAttr(f *starlark.Function, name string) error {
	if d := rt.functions[f]; d == nil || !d.DelString(name) {
		return noAttribute("function", name)
	}
	return nil
}

// FunctionName is the name that a function was defined by.
func FunctionName(f *starlark.Function) string {
	if f.Name() == "lambda" {
		return "<lambda>"
	}
	return f.Name()
}

// FunctionNamespace is where the function looks its globals up, nil if it was
// not compiled from Python.
func FunctionNamespace(f *starlark.Function) *Namespace {
	ns, _ := f.Globals()[NamespaceVar].(*Namespace)
	return ns
}
