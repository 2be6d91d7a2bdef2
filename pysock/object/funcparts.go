package object

import (
	"maps"
	"slices"
	"sync"
	"unsafe"

	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// What a function is made of, and a script may replace: its code, its defaults,
// its closure. Starlark's functions have it all, but nobody may touch it there.

// A functionParts is a starlark.Function from inside; TestFunctionParts holds
// the two together.
type functionParts struct {
	funcode  unsafe.Pointer
	module   *starlark.Module
	defaults starlark.Tuple // of the last positional parameters, then of all others
	freevars starlark.Tuple
}

func partsOf(f *starlark.Function) *functionParts { return (*functionParts)(unsafe.Pointer(f)) }

// mandatory stands among the defaults for that of a keyword-only parameter
// without one.
var mandatory = sync.OnceValue(func() starlark.Value {
	globals, err := starlark.ExecFileOptions(new(starsyntax.FileOptions), new(starlark.Thread), "mandatory", "def f(*, x): pass", nil)
	if err != nil {
		panic(err)
	}
	return partsOf(globals["f"].(*starlark.Function)).defaults[0]
})

// setDefaults gives f other defaults: those of the last of the parameters that
// can be given by position, and those of keyword-only parameters, by name.
func setDefaults(f *starlark.Function, values starlark.Tuple, byName *Dict) {
	n := positionals(f)
	if len(values) > n {
		values = values[len(values)-n:]
	}
	all := slices.Clone(values)
	for i := range f.NumKwonlyParams() {
		name, _ := f.Param(n + i)
		v := starlark.Value(nil)
		if byName != nil {
			v = byName.GetString(name)
		}
		if v == nil {
			v = mandatory()
		}
		all = append(all, v)
	}
	partsOf(f).defaults = all
}

// setCode gives f the code of another function. It keeps its defaults and its
// closure; the code must have as many free variables.
func (rt *Runtime) setCode(f *starlark.Function, v starlark.Value) error {
	c, ok := v.(*Code)
	if !ok {
		return TypeError.Errorf("__code__ must be set to a code object")
	}
	if c.Fn == nil || c.Name == ModuleFrame {
		return ValueError.Errorf("the code of a module can't be that of a function")
	}
	if c.IterableOf(f) {
		rt.MarkIterable(f)
		return nil
	}
	name, err := rt.functionAttr(f, "__name__")
	if err != nil {
		return err
	}
	if have, want := len(freeVars(f)), len(freeVars(c.Fn)); have != want {
		s, _ := AsText(name)
		return ValueError.Errorf("%s() requires a code object with %d free vars, not %d", s, have, want)
	}
	values, _ := defaults(f).(starlark.Tuple)
	byName, _ := kwDefaults(f).(*Dict)
	cells, _ := closure(f).(starlark.Tuple)
	a := rt.functions.of(f)
	a.set("__name__", name)
	if a.special["__qualname__"] == nil {
		a.set("__qualname__", rt.Str(rt.qualname(f)))
	}
	p, from := partsOf(f), partsOf(c.Fn)
	// A call that runs now goes on with the old code and its places in freevars.
	old := p.freevars
	p.funcode, p.module, p.freevars = from.funcode, from.module, from.freevars
	enclose(f, cells)
	if len(old) > len(p.freevars) {
		p.freevars = append(p.freevars, old[len(p.freevars):]...)
	}
	setDefaults(f, values, byName)
	a.set("__code__", c)
	return nil
}

// A moduleParts is a starlark.Module from inside.
type moduleParts struct {
	program     *starlark.Program
	predeclared starlark.StringDict
	globals     []starlark.Value
	constants   []starlark.Value
}

// moveTo makes f look its globals up in another dict. That can't be done to code
// of a main module, which keeps them in Starlark's globals.
func (rt *Runtime) moveTo(f *starlark.Function, globals *Dict) error {
	old := FunctionNamespace(f)
	if old == nil || old.GlobalDict() == globals {
		return nil
	}
	if old.Globals().Live != nil {
		return ValueError.Errorf("the functions of a main module can't be given other globals")
	}
	ns := NewNamespace(rt, globals, nil)
	moved := func(v starlark.Value) starlark.Value {
		if n, ok := v.(*Namespace); ok {
			if n.inside {
				return ns.Inside()
			}
			return ns
		}
		return v
	}
	m := *(*moduleParts)(unsafe.Pointer(partsOf(f).module))
	m.globals = slices.Clone(m.globals)
	for i, v := range m.globals {
		m.globals[i] = moved(v)
	}
	m.predeclared = maps.Clone(m.predeclared)
	for k, v := range m.predeclared {
		m.predeclared[k] = moved(v)
	}
	module := new(starlark.Module)
	*(*moduleParts)(unsafe.Pointer(module)) = m
	partsOf(f).module = module
	return nil
}

// newFunction is FunctionType(code, globals, name=None, argdefs=None,
// closure=None).
func newFunction(t *Thread, _ *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var c *Code
	var dict *Dict
	var name, values, cells starlark.Value = starlark.None, starlark.None, starlark.None
	if err := Keywords(t, "function", args, kwargs, 2,
		"code", ConverterFunc(func(_ *Thread, v starlark.Value) (err error) {
			var ok bool
			if c, ok = v.(*Code); !ok {
				err = TypeError.By("function() argument 1 must be code, not "+ArgName(v), "function() argument 'code' must be code, not "+ArgName(v))
			}
			return err
		}), "globals", ConverterFunc(func(_ *Thread, v starlark.Value) (err error) {
			var ok bool
			if dict, ok = Unwrap(v).(*Dict); !ok {
				err = TypeError.By("function() argument 2 must be dict, not "+ArgName(v), "function() argument 'globals' must be dict, not "+ArgName(v))
			}
			return err
		}), "name", &name, "argdefs", &values, "closure", &cells); err != nil {
		return nil, err
	}
	if _, ok := AsText(name); !ok && name != starlark.None {
		return nil, TypeError.Errorf("arg 3 (name) must be None or string")
	}
	defaults, ok := values.(starlark.Tuple)
	if !ok && values != starlark.None {
		return nil, TypeError.Errorf("arg 4 (defaults) must be None or tuple")
	}
	if c.Fn == nil || c.Name == ModuleFrame {
		return nil, TypeError.Errorf("cannot create 'function' instances")
	}
	closure, ok := cells.(starlark.Tuple)
	free := freeVars(c.Fn)
	switch {
	case !ok && cells != starlark.None:
		return nil, TypeError.Errorf("arg 5 (closure) must be None or tuple")
	case !ok && len(free) > 0:
		return nil, TypeError.Errorf("arg 5 (closure) must be tuple")
	case len(closure) != len(free):
		return nil, ValueError.Errorf("%s requires closure of length %d, not %d", FunctionName(c.Fn), len(free), len(closure))
	}
	for _, v := range closure {
		if _, ok := v.(*ClosureCell); !ok {
			return nil, TypeError.Errorf("arg 5 (closure) expected cell, found %s", TypeName(v))
		}
	}
	f := new(starlark.Function)
	*f = *c.Fn
	if err := t.RT.moveTo(f, dict); err != nil {
		return nil, err
	}
	enclose(f, closure)
	setDefaults(f, defaults, nil)
	a := t.RT.functions.of(f)
	a.set("__code__", c)
	if name != starlark.None {
		a.set("__name__", name)
	}
	return f, nil
}
