package object

import (
	"runtime"
	"strings"
	"sync"
	"weak"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Python function is a starlark.Function, which has no attributes: those that
// every function has are computed here, and those that a script sets are kept
// beside it, in Runtime.functions.

// NamespaceVar is the global of every compiled program that holds the Namespace
// its code runs in.
const NamespaceVar = "@ns"

// functionAttrs is what a script has set of a function.
type functionAttrs struct {
	dict     *Dict                     // __dict__
	special  map[string]starlark.Value // __name__ and its like
	iterable bool                      // marked by types.coroutine
}

// A functionTable keeps attributes for as long as their functions live.
type functionTable struct {
	mu sync.Mutex
	m  map[weak.Pointer[starlark.Function]]*functionAttrs
}

// get returns the attributes of f, nil if it has none.
func (t *functionTable) get(f *starlark.Function) *functionAttrs {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.m) == 0 {
		return nil
	}
	return t.m[weak.Make(f)]
}

// of returns the attributes of f, to be changed.
func (t *functionTable) of(f *starlark.Function) *functionAttrs {
	t.mu.Lock()
	defer t.mu.Unlock()
	key := weak.Make(f)
	a := t.m[key]
	if a == nil {
		a = new(functionAttrs)
		if t.m == nil {
			t.m = make(map[weak.Pointer[starlark.Function]]*functionAttrs)
		}
		t.m[key] = a
		table := weak.Make(t) // what refers to the table would keep its runtime alive, and f
		runtime.AddCleanup(f, func(key weak.Pointer[starlark.Function]) {
			if t := table.Value(); t != nil {
				t.drop(key)
			}
		}, key)
	}
	return a
}

func (t *functionTable) drop(key weak.Pointer[starlark.Function]) {
	t.mu.Lock()
	delete(t.m, key)
	t.mu.Unlock()
}

// Renamed returns the qualified names that the script has set of those functions
// that were made by the definition at a position.
func (rt *Runtime) Renamed(at starsyntax.Position) (names []string) {
	t := &rt.functions
	t.mu.Lock()
	defer t.mu.Unlock()
	for key, a := range t.m {
		if f := key.Value(); f != nil {
			if name, ok := AsText(a.special["__qualname__"]); ok && f.Position() == at { // of the same file, not only of its name
				names = append(names, name)
			}
		}
	}
	return names
}

// functionNames are what Python 2 calls the attributes of a function besides.
var functionNames = map[string]string{
	"func_name": "__name__", "func_doc": "__doc__", "func_dict": "__dict__", "func_code": "__code__",
	"func_globals": "__globals__", "func_defaults": "__defaults__", "func_closure": "__closure__",
}

// functionGetters compute the attributes that every function has.
var functionGetters map[string]func(rt *Runtime, f *starlark.Function) starlark.Value

func init() {
	functionGetters = map[string]func(rt *Runtime, f *starlark.Function) starlark.Value{
		"__name__":     func(rt *Runtime, f *starlark.Function) starlark.Value { return rt.Str(FunctionName(f)) },
		"__qualname__": func(rt *Runtime, f *starlark.Function) starlark.Value { return rt.Str(rt.qualname(f)) },
		"__doc__": func(rt *Runtime, f *starlark.Function) starlark.Value {
			if f.Doc() == "" {
				return starlark.None
			}
			return rt.Str(f.Doc())
		},
		"__dict__": func(rt *Runtime, f *starlark.Function) starlark.Value { return rt.functionDict(f) },
		"__globals__": func(rt *Runtime, f *starlark.Function) starlark.Value {
			if ns := FunctionNamespace(f); ns != nil {
				return ns.GlobalDict()
			}
			return new(Dict)
		},
		"__builtins__": func(rt *Runtime, f *starlark.Function) starlark.Value { return rt.Builtins.Dict },
		"__module__": func(rt *Runtime, f *starlark.Function) starlark.Value {
			if ns := FunctionNamespace(f); ns != nil {
				if v, err := ns.Globals().Attr("__name__"); err == nil {
					return v
				}
			}
			return starlark.None
		},
		"__defaults__":   func(rt *Runtime, f *starlark.Function) starlark.Value { return defaults(f) },
		"__kwdefaults__": func(rt *Runtime, f *starlark.Function) starlark.Value { return kwDefaults(f) },
		"__annotations__": func(rt *Runtime, f *starlark.Function) starlark.Value {
			d := new(Dict)
			rt.functions.of(f).set("__annotations__", d)
			return d
		},
		"__code__": func(rt *Runtime, f *starlark.Function) starlark.Value {
			return rt.functionCode(f, FunctionName(f))
		},
		"__closure__": func(rt *Runtime, f *starlark.Function) starlark.Value { return closure(f) },
	}
}

// FunctionAttrNames lists the attributes of f but those of its class.
func (rt *Runtime) FunctionAttrNames(f *starlark.Function) []string {
	py2 := rt.Dialect == syntax.Python2
	var names []string
	for name := range functionGetters {
		if !py2 || !onlyIn3[name] {
			names = append(names, name)
		}
	}
	if py2 {
		for name := range functionNames {
			names = append(names, name)
		}
	}
	if a := rt.functions.get(f); a != nil && a.dict != nil {
		for _, k := range a.dict.Keys() {
			if s, ok := AsText(k); ok {
				names = append(names, s)
			}
		}
	}
	return names
}

// onlyIn3 are the attributes that functions of Python 2 don't have.
var onlyIn3 = map[string]bool{"__qualname__": true, "__kwdefaults__": true, "__annotations__": true, "__builtins__": true}

func (rt *Runtime) functionAttr(f *starlark.Function, name string) (starlark.Value, error) {
	py2 := rt.Dialect == syntax.Python2
	if long, ok := functionNames[name]; ok && py2 {
		name = long
	}
	if a := rt.functions.get(f); a != nil {
		if v := a.special[name]; v != nil {
			return v, nil
		}
		if a.dict != nil {
			if v := a.dict.GetString(name); v != nil {
				return v, nil
			}
		}
	}
	if get := functionGetters[name]; get != nil && !(py2 && onlyIn3[name]) {
		return get(rt, f), nil
	}
	return rt.ClassOf(f).bind(f, name)
}

// qualname is the qualified name: that of the classes and functions around the
// function comes first.
func (rt *Runtime) qualname(f *starlark.Function) string {
	if d := definition(f); d != nil {
		return d.Name
	}
	return FunctionName(f)
}

// functionCode is the code object of f.
func (rt *Runtime) functionCode(f *starlark.Function, name string) *Code {
	d := definition(f)
	if d == nil {
		return NewCode(rt, name, f.Position().Filename(), f)
	}
	if d.code == nil {
		d.code = NewCode(rt, name, f.Position().Filename(), f)
	}
	return d.code
}

// functionRepr is the name of f as its repr shows it.
func functionRepr(f *starlark.Function) string {
	ns := FunctionNamespace(f)
	if ns == nil {
		return FunctionName(f)
	}
	name := "__qualname__"
	if ns.rt.Dialect == syntax.Python2 {
		name = "__name__"
	}
	v, err := ns.rt.functionAttr(f, name)
	s, ok := AsText(v)
	if err != nil || !ok {
		return FunctionName(f)
	}
	return s
}

// defaults is the tuple of the defaults of parameters that can be given by
// position, None if there are none.
func defaults(f *starlark.Function) starlark.Value {
	var t starlark.Tuple
	for i := range f.NumParams() {
		if v := f.ParamDefault(i); v != nil && i < positionals(f) {
			t = append(t, v)
		}
	}
	if t == nil {
		return starlark.None
	}
	return t
}

// positionals is the number of parameters that can be given by position.
func positionals(f *starlark.Function) int {
	n := f.NumParams() - f.NumKwonlyParams()
	if f.HasVarargs() {
		n--
	}
	if f.HasKwargs() {
		n--
	}
	return n
}

// kwDefaults is the dict of the defaults of keyword-only parameters.
func kwDefaults(f *starlark.Function) starlark.Value {
	d := new(Dict)
	for i := positionals(f); i < f.NumParams(); i++ {
		if v := f.ParamDefault(i); v != nil {
			name, _ := f.Param(i)
			d.SetString(name, v)
		}
	}
	if d.Len() == 0 {
		return starlark.None
	}
	return d
}

// functionDict holds what a script has set of f.
func (rt *Runtime) functionDict(f *starlark.Function) *Dict {
	a := rt.functions.of(f)
	if a.dict == nil {
		a.dict = rt.NewDict(0)
	}
	return a.dict
}

func (a *functionAttrs) set(name string, v starlark.Value) {
	if a.special == nil {
		a.special = make(map[string]starlark.Value)
	}
	a.special[name] = v
}

// MarkIterable makes the generators of f awaitable, as types.coroutine does.
func (rt *Runtime) MarkIterable(f *starlark.Function) { rt.functions.of(f).iterable = true }

// IterableCoroutine reports whether MarkIterable was called.
func (rt *Runtime) IterableCoroutine(f *starlark.Function) bool {
	a := rt.functions.get(f)
	return a != nil && a.iterable
}

// setters check what a script sets a function's own attributes to.
var setters = map[string]func(v starlark.Value) error{
	"__name__": setName("__name__"), "__qualname__": setName("__qualname__"),
	"__doc__":    func(starlark.Value) error { return nil },
	"__module__": func(starlark.Value) error { return nil },
	"__annotations__": func(v starlark.Value) error {
		if _, ok := v.(*Dict); !ok {
			return TypeError.Errorf("__annotations__ must be set to a dict object")
		}
		return nil
	},
	"__globals__": readOnly, "__closure__": readOnly, "__builtins__": readOnly,
}

// replacers change what a function is made of.
var replacers = map[string]func(rt *Runtime, f *starlark.Function, v starlark.Value) error{
	"__code__": (*Runtime).setCode,
	"__defaults__": func(rt *Runtime, f *starlark.Function, v starlark.Value) error {
		t, ok := Unwrap(v).(starlark.Tuple)
		if !ok && v != starlark.None {
			return TypeError.Errorf("__defaults__ must be set to a tuple object")
		}
		byName, _ := kwDefaults(f).(*Dict)
		setDefaults(f, t, byName)
		rt.functions.of(f).set("__defaults__", v)
		return nil
	},
	"__kwdefaults__": func(rt *Runtime, f *starlark.Function, v starlark.Value) error {
		d, ok := Unwrap(v).(*Dict)
		if !ok && v != starlark.None {
			return TypeError.Errorf("__kwdefaults__ must be set to a dict object")
		}
		values, _ := defaults(f).(starlark.Tuple)
		setDefaults(f, values, d)
		rt.functions.of(f).set("__kwdefaults__", v)
		return nil
	},
}

func readOnly(starlark.Value) error { return AttributeError.Errorf("readonly attribute") }

func setName(name string) func(v starlark.Value) error {
	return func(v starlark.Value) error {
		if _, ok := AsText(v); !ok {
			return TypeError.Errorf("%s must be set to a string object", name)
		}
		return nil
	}
}

func (rt *Runtime) setFunctionAttr(f *starlark.Function, name string, v starlark.Value) error {
	py2 := rt.Dialect == syntax.Python2
	if long, ok := functionNames[name]; ok && py2 {
		name = long
	}
	if name == "__class__" {
		return fixedClass(rt.Dialect, v)
	}
	if name == "__dict__" {
		d, ok := v.(*Dict)
		if !ok {
			return TypeError.By(
				"setting function's dictionary to a non-dict",
				sprintf("__dict__ must be set to a dictionary, not a '%s'", TypeName(v)))
		}
		rt.functions.of(f).dict = d
		return nil
	}
	if replace := replacers[name]; replace != nil && !(py2 && onlyIn3[name]) {
		return replace(rt, f, v)
	}
	if check := setters[name]; check != nil && !(py2 && onlyIn3[name]) {
		if err := check(v); err != nil {
			if Is(err, AttributeError, rt.Dialect) {
				return readOnly2(rt.Dialect)
			}
			return err
		}
		rt.functions.of(f).set(name, v)
		return nil
	}
	rt.functionDict(f).SetString(name, v)
	return nil
}

func (rt *Runtime) delFunctionAttr(f *starlark.Function, name string) error {
	if long, ok := functionNames[name]; ok && rt.Dialect == syntax.Python2 {
		name = long
	}
	a := rt.functions.get(f)
	switch check := setters[name]; {
	case name == "__doc__":
		rt.functions.of(f).set(name, starlark.None)
		return nil
	case name == "__annotations__" && a != nil:
		delete(a.special, name)
		return nil
	case name == "__defaults__" || name == "__kwdefaults__":
		return replacers[name](rt, f, starlark.None)
	case name == "__code__":
		return TypeError.Errorf("__code__ must be set to a code object")
	case name == "__dict__":
		return TypeError.By("function's dictionary may not be deleted", "cannot delete __dict__")
	case name == "__class__":
		return fixedClass(rt.Dialect, nil)
	case check != nil && !(rt.Dialect == syntax.Python2 && onlyIn3[name]):
		err := check(starlark.None)
		if err != nil && Is(err, AttributeError, rt.Dialect) {
			return readOnly2(rt.Dialect)
		}
		return err
	}
	if a == nil || a.dict == nil {
		return noAttribute("function", name)
	}
	if !a.dict.DelString(name) {
		return AttributeError.By(name, sprintf("'function' object has no attribute '%s'", name))
	}
	return nil
}

// HiddenName ends the Starlark name of a function that a class body defines:
// see package lower.
const HiddenName = "#"

// FunctionName is the name that a function was defined by.
func FunctionName(f *starlark.Function) string {
	if f.Name() == "lambda" {
		return "<lambda>"
	}
	return strings.TrimSuffix(f.Name(), HiddenName)
}

// FunctionNamespace is where the function looks its globals up, nil if it was
// not compiled from Python.
func FunctionNamespace(f *starlark.Function) *Namespace {
	ns, _ := f.Globals()[NamespaceVar].(*Namespace)
	return ns
}

// ModuleName returns __name__ of the module whose code is running, or nil.
func (t *Thread) ModuleName() starlark.Value {
	for d := range t.Star.CallStackDepth() {
		if f, ok := t.Star.DebugFrame(d).Callable().(*starlark.Function); ok {
			if ns := FunctionNamespace(f); ns != nil {
				v, err := ns.Globals().Attr("__name__")
				if err != nil {
					return nil
				}
				return v
			}
		}
	}
	return nil
}
