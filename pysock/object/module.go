package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Module is a Python module; Dict is its namespace, the very dict that
// globals() and vars(module) return.
type Module struct {
	Name string
	Dict *Dict
	// Live, if not nil, looks up the names that a running script keeps in
	// Starlark's own globals, where Dict doesn't have them.
	Live func(name string) starlark.Value
	// Names lists the names that Live knows.
	Names func() []string
	shown *Dict // see Namespace.GlobalDict
	// Parts are the names that other modules hold, which are imported when the
	// first of them is asked for. A name that is that of its part is the
	// module itself.
	Parts map[string]string
	// Late are the names whose values are made when somebody asks for them.
	Late map[string]func() (starlark.Value, error)
	// Absent are the names that CPython's module has and this one can't have,
	// with the reason.
	Absent map[string]string

	rt    *Runtime
	class *Class // what a script has set __class__ to, or nil
	// Loading is set while the module's code runs for the first time.
	Loading bool
}

var (
	_ starlark.HasAttrs    = (*Module)(nil)
	_ starlark.HasSetField = (*Module)(nil)
)

// NewModule returns a module with __name__ and __doc__ and these functions.
func NewModule(rt *Runtime, name, doc string, defs []Def) *Module {
	m := &Module{Name: name, Dict: rt.NewDict(0), rt: rt}
	m.Set("__name__", rt.Str(name))
	m.Set("__doc__", docString(doc))
	for _, d := range defs {
		m.Set(d.Name, &Func{FuncName: d.Name, Module: name, Function: d.F, py2: rt.Dialect == syntax.Python2})
	}
	return m
}

// EmptyModule returns a module that __init__ hasn't seen.
func EmptyModule(rt *Runtime) *Module { return &Module{Dict: rt.NewDict(0), rt: rt} }

// Reset is what __init__ does: m gets the name and the attributes of a new module.
func (m *Module) Reset(to *Module) {
	m.Name = to.Name
	for _, kv := range to.Dict.Items() {
		name, _ := AsText(kv[0])
		m.Set(name, kv[1])
	}
}

// Set binds a name.
func (m *Module) Set(name string, v starlark.Value) { m.Dict.SetString(name, v) }

// Get returns what a name is bound to, or nil.
func (m *Module) Get(name string) starlark.Value {
	if v := m.Dict.GetString(name); v != nil {
		return v
	}
	if m.Live != nil {
		return m.Live(name)
	}
	return nil
}

// Variables returns m.__dict__. What a running main module keeps in Starlark's
// globals is copied into it.
func (m *Module) Variables() *Dict {
	if m.Live == nil || m.Names == nil {
		return m.Dict
	}
	names := m.Names()
	if len(names) == 0 {
		return m.Dict
	}
	if m.shown == nil {
		m.shown = &Dict{order: m.Dict.order}
	}
	for _, kv := range m.Dict.Items() {
		m.shown.SetKey(kv[0], kv[1])
	}
	for _, name := range names {
		if v := m.Live(name); v != nil {
			m.shown.SetString(name, v)
		}
	}
	return m.shown
}

// String returns the repr.
func (m *Module) String() string {
	if f := m.Dict.GetString("__file__"); f != nil {
		return "<module '" + m.Name + "' from " + Repr(syntax.Python3, f) + ">"
	}
	if m.Dict.GetString("__loader__") == starlark.None { // made by types.ModuleType
		return "<module '" + m.Name + "'>"
	}
	return "<module '" + m.Name + "' (built-in)>"
}

// Type returns "module".
func (m *Module) Type() string { return "module" }

// Freeze does nothing.
func (m *Module) Freeze() {}

// Truth returns true.
func (m *Module) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (m *Module) Hash() (uint32, error) { return identity(m), nil }

// SetClass is m.__class__ = c. (Language reference, "Customizing module attribute access".)
func (m *Module) SetClass(c *Class) error {
	base := TypesOf(m.rt.Dialect).Module
	if !c.IsSubclass(base) || c.slots > 0 || c.py2 {
		return TypeError.By("__class__ assignment: only for heap types",
			"__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if m.class = c; c == base {
		m.class = nil
	}
	return nil
}

// Class returns type(m).
func (m *Module) Class() *Class {
	if m.class != nil {
		return m.class
	}
	return TypesOf(m.rt.Dialect).Module
}

// Own is what m's own dict has under a name, where nothing of its class comes
// first; else nil.
func (m *Module) Own(name string) starlark.Value {
	if m.class != nil {
		return nil
	}
	return m.Dict.GetString(name)
}

// SetOwner lets an instance of a class that derives from module share the
// module's dict.
func (m *Module) SetOwner(x *Instance) { x.Dict = m.Dict }

// Attr is m.name: by __getattribute__ or the generic way, then __getattr__ of
// the class, then that of the module (PEP 562).
func (m *Module) Attr(name string) (starlark.Value, error) {
	var v starlark.Value
	var err error
	if get := m.hook("__getattribute__"); get != nil {
		v, err = callHook(m.rt.Current(), get, m, m.class, m.rt.Str(name))
	} else {
		v, err = m.Generic(name)
	}
	if get := m.hook("__getattr__"); get != nil && err != nil && m.rt.Current().Is(err, AttributeError) {
		return callHook(m.rt.Current(), get, m, m.class, m.rt.Str(name))
	}
	return v, err
}

// hook is what a class that a script has given to m has under a special name.
func (m *Module) hook(name string) starlark.Value {
	if m.class == nil {
		return nil
	}
	return m.class.special(name)
}

// Generic is module.__getattribute__.
func (m *Module) Generic(name string) (starlark.Value, error) {
	if m.class != nil {
		if l := m.class.lookup(name); l.get {
			return bindTo(m.rt.Current(), l.v, m, m.class)
		}
	}
	if v := m.Get(name); v != nil {
		return v, nil
	}
	if name == "__dict__" {
		return m.Variables(), nil
	}
	if name == "__annotations__" && m.rt != nil && m.rt.Dialect != syntax.Python2 {
		d := new(Dict) // made when somebody asks
		m.Set(name, d)
		return d, nil
	}
	if part := m.Parts[name]; part != "" {
		return m.fromPart(part, name)
	}
	if late := m.Late[name]; late != nil {
		v, err := late()
		if err == nil {
			m.Set(name, v)
		}
		return v, err
	}
	c := m.Class()
	if v := c.Lookup(name); v != nil {
		return bindTo(m.rt.Current(), v, m, c)
	}
	if get := m.Dict.GetString("__getattr__"); get != nil && m.rt.Dialect != syntax.Python2 {
		return m.rt.Current().Call(get, m.rt.Str(name))
	}
	words3 := sprintf("module '%s' has no attribute '%s'", m.Name, name)
	if m.Loading {
		words3 = sprintf("partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", m.Name, name)
	}
	words2 := sprintf("'module' object has no attribute '%s'", cString(name))
	if why := m.Absent[name]; why != "" {
		words2, words3 = words2+": "+why, words3+": "+why
	}
	return nil, AttributeError.By(words2, words3)
}

// fromPart imports the module that holds a name.
func (m *Module) fromPart(part, name string) (starlark.Value, error) {
	v, err := m.rt.Import(m.rt.Current(), part)
	if err != nil {
		return nil, err
	}
	if part != name && !strings.HasSuffix(part, "."+name) {
		if v, err = m.rt.Attr(v, name); err != nil {
			return nil, err
		}
	}
	m.Set(name, v)
	return v, nil
}

// AttrNames lists the names in the module.
func (m *Module) AttrNames() []string {
	seen := make(map[string]bool)
	for _, e := range m.Dict.Items() {
		if s, ok := e[0].(starlark.String); ok {
			seen[string(s)] = true
		}
	}
	for n := range m.Parts {
		seen[n] = true
	}
	for n := range m.Late {
		seen[n] = true
	}
	if m.Names != nil {
		for _, n := range m.Names() {
			seen[n] = true
		}
	}
	return sortedKeys(seen)
}

// SetField binds a name in the module.
func (m *Module) SetField(name string, v starlark.Value) error {
	if set := m.hook("__setattr__"); set != nil {
		_, err := callHook(m.rt.Current(), set, m, m.class, m.rt.Str(name), v)
		return err
	}
	return m.SetGeneric(name, v)
}

// SetGeneric is module.__setattr__, and module.__delattr__ where v is nil.
func (m *Module) SetGeneric(name string, v starlark.Value) error {
	if d := m.Class().Lookup(name); d != nil && isData(d) {
		return setThrough(m.rt.Current(), d, m, v)
	}
	if v == nil {
		if !m.Dict.DelString(name) {
			return AttributeError.By(name, sprintf("'%s' object has no attribute '%s'", m.Class().ClassName, name))
		}
		return nil
	}
	m.Set(name, v)
	return nil
}

// DelField unbinds a name.
func (m *Module) DelField(name string) error {
	if del := m.hook("__delattr__"); del != nil {
		_, err := callHook(m.rt.Current(), del, m, m.class, m.rt.Str(name))
		return err
	}
	return m.SetGeneric(name, nil)
}
