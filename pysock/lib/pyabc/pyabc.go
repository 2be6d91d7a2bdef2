// Package pyabc is the part of Python's module abc that is asked often: whether
// a class is a subclass of an abstract one. The rest of abc is embedded Python.
//
// A class is a subclass of an abstract class if it derives from it, if the
// abstract class's __subclasshook__ says so, or if it is a subclass of a class
// that was registered with the abstract class or derives from it (PEP 3119).
// Each abstract class remembers whom it took and whom it refused; what it
// refused counts until the next registration anywhere.
package pyabc

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A module is module _abc of one runtime.
type module struct {
	rt       *object.Runtime
	token    int // counts registrations
	abstract map[*object.Class]*abstract
}

// An abstract is what is known of one abstract class.
type abstract struct {
	registry     []*object.Class
	taken        map[*object.Class]bool
	refused      map[*object.Class]bool
	refusedToken int
}

const doc = "What module abc asks of abstract classes."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt, abstract: make(map[*object.Class]*abstract)}
	names := object.NewModule(rt, "_abc", doc, []object.Def{
		{Name: "get_cache_token", F: m.getCacheToken},
		{Name: "_abc_init", F: m.init},
		{Name: "_abc_register", F: m.register},
		{Name: "_abc_instancecheck", F: m.instanceCheck},
		{Name: "_abc_subclasscheck", F: m.subclassCheck},
		{Name: "_get_dump", F: m.dump},
		{Name: "_reset_registry", F: m.resetRegistry},
		{Name: "_reset_caches", F: m.resetCaches},
		{Name: "_check_methods", F: m.checkMethods},
	})
	// The methods of ABCMeta: functions that bind, unlike the ones above.
	for name, f := range map[string]func(*object.Thread, starlark.Tuple, []starlark.Tuple) (starlark.Value, error){
		"__instancecheck__": m.instanceCheck,
		"__subclasscheck__": m.subclassCheck,
		"register":          m.register,
	} {
		names.Set(name, &object.Func{FuncName: name, Unbound: object.TypesOf(rt.Dialect).Type,
			Method: func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return f(t, append(starlark.Tuple{self}, args...), kwargs)
			}})
	}
	return names
}

// of returns what is known of an abstract class, nil if c isn't one.
func (m *module) of(v starlark.Value) (*object.Class, *abstract, error) {
	c, ok := v.(*object.Class)
	if !ok {
		return nil, nil, object.TypeError.Errorf("_abc_init() argument 1 must be type, not %s", object.TypeName(v))
	}
	a := m.abstract[c]
	if a == nil {
		a = &abstract{taken: make(map[*object.Class]bool), refused: make(map[*object.Class]bool), refusedToken: m.token}
		m.abstract[c] = a
	}
	return c, a, nil
}

// getCacheToken is get_cache_token() -> int, which changes with every
// registration.
func (m *module) getCacheToken(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_abc", "get_cache_token", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.MakeInt(m.token), nil
}

// init is _abc_init(cls): it finds the abstract methods of a new class.
func (m *module) init(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_abc", "_abc_init", args, kwargs, &v); err != nil {
		return nil, err
	}
	c, _, err := m.of(v)
	if err == nil && !c.User() {
		err = object.TypeError.By("can't set attributes of built-in/extension type '"+c.TypeName()+"'",
			"cannot set '__abstractmethods__' attribute of immutable type '"+c.TypeName()+"'")
	}
	if err != nil {
		return nil, err
	}
	var names []starlark.Value
	for _, kv := range c.Dict.Items() {
		is, err := m.isAbstract(t, kv[1])
		if err != nil {
			return nil, err
		}
		if is {
			names = append(names, kv[0])
		}
	}
	for _, b := range c.Bases {
		if b.Dict == nil {
			continue
		}
		inherited := b.Dict.GetString("__abstractmethods__")
		if inherited == nil {
			continue
		}
		elems, err := object.Elements(t, inherited)
		if err != nil {
			return nil, err
		}
		for _, name := range elems {
			s, _ := object.AsText(name)
			f, err := t.RT.Attr(c, s)
			if err != nil {
				if t.Is(err, object.AttributeError) {
					continue
				}
				return nil, err
			}
			is, err := m.isAbstract(t, f)
			if err != nil {
				return nil, err
			}
			if is {
				names = append(names, name)
			}
		}
	}
	set, err := object.NewSet(names, true)
	if err != nil {
		return nil, err
	}
	c.Dict.SetString("__abstractmethods__", set)
	return starlark.None, nil
}

// isAbstract is bool(getattr(v, "__isabstractmethod__", False)).
func (m *module) isAbstract(t *object.Thread, v starlark.Value) (bool, error) {
	switch v.(type) {
	case starlark.String, starlark.Int, starlark.NoneType, *object.Text:
		return false, nil
	case *object.Class:
		return false, nil
	}
	f, err := t.RT.Attr(v, "__isabstractmethod__")
	if err != nil {
		if t.Is(err, object.AttributeError) {
			return false, nil
		}
		return false, err
	}
	is := bool(f.Truth())
	return is, t.Failed()
}

// register is cls.register(subclass) -> subclass.
func (m *module) register(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, sub starlark.Value
	if err := object.Keywords(t, "register", args, kwargs, 2, "cls", &v, "subclass", &sub); err != nil {
		return nil, err
	}
	c, a, err := m.of(v)
	if err != nil {
		return nil, err
	}
	s, ok := sub.(*object.Class)
	if !ok {
		return nil, object.TypeError.Errorf("Can only register classes")
	}
	var result starlark.Value = s
	if t.RT.Dialect == syntax.Python2 {
		result = starlark.None
	}
	if is, err := builtins.IsSubclass(t, s, c); is || err != nil {
		return result, err
	}
	if is, err := builtins.IsSubclass(t, c, s); is || err != nil {
		if err == nil {
			err = object.RuntimeError.Errorf("Refusing to create an inheritance cycle")
		}
		return nil, err
	}
	a.registry = append(a.registry, s)
	m.token++
	return result, nil
}

// instanceCheck is isinstance(instance, cls).
func (m *module) instanceCheck(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, x starlark.Value
	if err := object.Positional(t, "__instancecheck__", args, kwargs, 2, &v, &x); err != nil {
		return nil, err
	}
	c, _, err := m.of(v)
	if err != nil {
		return nil, err
	}
	typ := t.RT.ClassOf(x)
	is, err := m.check(t, c, typ)
	if is || err != nil {
		return object.Truthy(is), err
	}
	if _, ok := x.(*object.Instance); ok { // whose __class__ may say something else
		if v, err := t.RT.Attr(x, "__class__"); err == nil {
			if as, ok := v.(*object.Class); ok && as != typ {
				is, err := builtins.IsSubclass(t, as, c)
				return object.Truthy(is), err
			}
		}
	}
	return object.False, nil
}

// subclassCheck is issubclass(subclass, cls).
func (m *module) subclassCheck(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, sub starlark.Value
	if err := object.Positional(t, "__subclasscheck__", args, kwargs, 2, &v, &sub); err != nil {
		return nil, err
	}
	c, _, err := m.of(v)
	if err != nil {
		return nil, err
	}
	s, ok := sub.(*object.Class)
	if !ok {
		return nil, object.TypeError.Errorf("issubclass() arg 1 must be a class")
	}
	is, err := m.check(t, c, s)
	return object.Truthy(is), err
}

// check reports whether sub is a subclass of the abstract class c.
func (m *module) check(t *object.Thread, c, sub *object.Class) (bool, error) {
	_, a, _ := m.of(c)
	if a.taken[sub] {
		return true, nil
	}
	if a.refusedToken != m.token {
		a.refused, a.refusedToken = make(map[*object.Class]bool), m.token
	} else if a.refused[sub] {
		return false, nil
	}
	is, err := m.search(t, c, a, sub)
	switch {
	case err != nil:
	case is:
		a.taken[sub] = true
	default:
		a.refused[sub] = true
	}
	return is, err
}

func (m *module) search(t *object.Thread, c *object.Class, a *abstract, sub *object.Class) (bool, error) {
	hook, err := t.RT.Attr(c, "__subclasshook__")
	if err == nil {
		v, err := t.Call(hook, sub)
		if err != nil {
			return false, err
		}
		if v != object.NotImplemented {
			if v != object.True && v != object.False {
				return false, object.AssertionError.New()
			}
			return bool(v.Truth()), nil
		}
	} else if !t.Is(err, object.AttributeError) {
		return false, err
	}
	if sub.IsSubclass(c) {
		return true, nil
	}
	for _, others := range [][]*object.Class{a.registry, c.Subclasses(t.RT)} {
		for _, r := range others {
			if is, err := builtins.IsSubclass(t, sub, r); is || err != nil {
				return is, err
			}
		}
	}
	return false, nil
}

// dump is _get_dump(cls) -> (registry, cache, negative cache, its version).
func (m *module) dump(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.one(t, "_get_dump", args, kwargs)
	if err != nil {
		return nil, err
	}
	var sets starlark.Tuple
	registry := make(map[*object.Class]bool)
	for _, c := range a.registry {
		registry[c] = true
	}
	for _, classes := range []map[*object.Class]bool{registry, a.taken, a.refused} {
		var elems []starlark.Value
		for c := range classes {
			elems = append(elems, c)
		}
		set, err := object.NewSet(elems, false)
		if err != nil {
			return nil, err
		}
		sets = append(sets, set)
	}
	return append(sets, starlark.MakeInt(a.refusedToken)), nil
}

// resetRegistry is _reset_registry(cls).
func (m *module) resetRegistry(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.one(t, "_reset_registry", args, kwargs)
	if err != nil {
		return nil, err
	}
	a.registry = nil
	return starlark.None, nil
}

// resetCaches is _reset_caches(cls).
func (m *module) resetCaches(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := m.one(t, "_reset_caches", args, kwargs)
	if err != nil {
		return nil, err
	}
	clear(a.taken)
	clear(a.refused)
	return starlark.None, nil
}

func (m *module) one(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (*abstract, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_abc", name, args, kwargs, &v); err != nil {
		return nil, err
	}
	_, a, err := m.of(v)
	return a, err
}

// checkMethods is _check_methods(cls, *names): True if the class has all of
// these methods, else NotImplemented. A method that is None counts as missing.
// It is what the __subclasshook__ of Iterable and its like return.
func (m *module) checkMethods(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 0 || len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("_check_methods() takes a class and names")
	}
	c, ok := args[0].(*object.Class)
	if !ok {
		return object.NotImplemented, nil
	}
	for _, name := range args[1:] {
		s, _ := object.AsText(name)
		if !c.Defines(s) {
			return object.NotImplemented, nil
		}
	}
	return object.True, nil
}
