package object

import (
	"fmt"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Cell is a variable that Starlark can't keep itself: one that an inner
// function rebinds or that del unbinds. Any attribute of it is the variable.
type Cell struct {
	Name string
	V    starlark.Value // nil while unbound
}

var (
	_ starlark.HasAttrs    = (*Cell)(nil)
	_ starlark.HasSetField = (*Cell)(nil)
)

// NewCell returns an unbound variable.
func NewCell(name string) *Cell { return &Cell{Name: name} }

// Attr reads the variable.
func (c *Cell) Attr(string) (starlark.Value, error) {
	if c.V == nil {
		return nil, c.unbound()
	}
	return c.V, nil
}

func (c *Cell) unbound() error { return unbound(c.Name) }

func unbound(name string) error {
	return fmt.Errorf("local variable %s referenced before assignment", name) // as Starlark says it
}

// SetField binds the variable.
func (c *Cell) SetField(_ string, v starlark.Value) error {
	c.V = v
	return nil
}

// Unset unbinds the variable.
func (c *Cell) Unset() error {
	if c.V == nil {
		return c.unbound()
	}
	c.V = nil
	return nil
}

func (c *Cell) AttrNames() []string   { return nil }
func (c *Cell) String() string        { return "<cell " + c.Name + ">" }
func (c *Cell) Type() string          { return "cell" }
func (c *Cell) Freeze()               {}
func (c *Cell) Truth() starlark.Bool  { return true }
func (c *Cell) Hash() (uint32, error) { return identity(c), nil }

// A Namespace is a dict of variables and where to look for those that it
// doesn't hold: the namespace of a module goes on to the built-ins, that of a
// function to the module's.
type Namespace struct {
	Dict  *Dict
	Outer *Namespace
	// Module is what imports of the code that runs here are relative to; nil
	// in a namespace that exec was given.
	Module *Module
	// Live looks up names that a main module keeps in Starlark's globals.
	Live func(name string) starlark.Value

	// Mapping, if not nil, holds the variables in the place of Dict: what
	// __prepare__ of a metaclass returned.
	Mapping starlark.Value

	rt       *Runtime
	builtins *Dict
	odd      starlark.Value // __builtins__ in globals that is neither a module nor a dict
	inside   bool           // seen from a function, which words errors in another way
	// snapshot is what locals() showed last of the variables of a function, and
	// shown are those of its names that were such variables.
	function bool
	snapshot *Namespace
	shown    map[string]bool
}

var (
	_ starlark.HasAttrs    = (*Namespace)(nil)
	_ starlark.HasSetField = (*Namespace)(nil)
)

// NewNamespace returns the namespace of a module or of exec'd code whose
// globals are d. The built-ins are those of the __builtins__ in d, a module or
// its dict, if there is one.
func NewNamespace(rt *Runtime, d *Dict, m *Module) *Namespace {
	ns := &Namespace{Dict: d, Module: m, rt: rt, builtins: rt.Builtins.Dict}
	switch b := d.GetString("__builtins__").(type) {
	case nil:
	case *Module:
		ns.builtins = b.Dict
	case *Dict:
		ns.builtins = b
	default:
		ns.builtins, ns.odd = new(Dict), b
	}
	return ns
}

// Builtin returns a built-in as code in ns finds it, nil if there is none of that
// name.
func (ns *Namespace) Builtin(name string) (starlark.Value, error) {
	if ns.odd == nil {
		return ns.builtins.GetString(name), nil
	}
	v, err := ns.rt.GetItem(ns.odd, String3(name))
	if err != nil && ns.rt.Current().Is(err, KeyError) {
		return nil, nil
	}
	return v, err
}

// BuiltinDict returns the built-ins that code in ns finds.
func (ns *Namespace) BuiltinDict() *Dict { return ns.builtins }

// SetBuiltins has the runtime's built-ins of now found in ns.
func (ns *Namespace) SetBuiltins() { ns.builtins = ns.rt.Builtins.Dict }

// Inner returns a namespace for locals inside ns.
func (ns *Namespace) Inner(d *Dict) *Namespace {
	return &Namespace{Dict: d, Outer: ns, Module: ns.Module, rt: ns.rt, builtins: ns.builtins, odd: ns.odd}
}

// Function returns a namespace for the variables of a call of a function whose
// module's namespace is ns.
func (ns *Namespace) Function() *Namespace {
	in := ns.Inner(new(Dict))
	in.function = true
	return in
}

// Snapshot returns what locals(), eval and exec see as the local namespace. Of a
// function it is a copy, the same at each call and brought up to date by it;
// what is changed in it doesn't change the function's variables. It holds the
// variables of functions around that the running one uses, too.
func (ns *Namespace) Snapshot(t *Thread) *Namespace {
	if !ns.function {
		return ns
	}
	free := new(Dict)
	var names []string
	if f := t.FrameObject(); f != nil {
		free, names = f.Free(), f.variables()
	}
	if ns.snapshot == nil {
		ns.snapshot, ns.shown = ns.Outer.Inner(ns.rt.NewDict(0)), make(map[string]bool)
	}
	for name := range ns.shown {
		if ns.Dict.GetString(name) == nil && free.GetString(name) == nil {
			ns.snapshot.Dict.DelString(name)
		}
	}
	all := ns.Dict.Copy()
	all.addMissing(free)
	for _, kv := range all.inOrder(names).Items() {
		if name, ok := AsText(kv[0]); ok {
			ns.snapshot.Dict.SetString(name, kv[1])
			ns.shown[name] = true
		}
	}
	return ns.snapshot
}

// Variables returns the mapping that holds the variables.
func (ns *Namespace) Variables() starlark.Value {
	if ns.Mapping != nil {
		return ns.Mapping
	}
	return ns.Dict
}

// Binds reports whether ns itself binds a variable, not one around it.
func (ns *Namespace) Binds(name string) (bool, error) {
	if ns.Mapping == nil {
		return ns.Dict.GetString(name) != nil, nil
	}
	_, err := ns.rt.GetItem(ns.Mapping, String3(name))
	if err != nil && ns.rt.Current().Is(err, KeyError) {
		return false, nil
	}
	return err == nil, err
}

// Globals returns the outermost namespace: the module's.
func (ns *Namespace) Globals() *Namespace {
	for ns.Outer != nil {
		ns = ns.Outer
	}
	return ns
}

// Attr reads a variable; it raises NameError. A name with a dot before it is a
// variable of ns alone.
func (ns *Namespace) Attr(name string) (starlark.Value, error) {
	if name[0] == '.' {
		if v := ns.Dict.GetString(name[1:]); v != nil {
			return v, nil
		}
		return nil, unbound(name[1:])
	}
	if ns.Mapping != nil {
		rt := ns.rt
		v, err := rt.GetItem(ns.Mapping, String3(name))
		if err == nil || !rt.Current().Is(err, KeyError) {
			return v, err
		}
	}
	h := StringHash(name)
	for n := ns; n != nil; n = n.Outer {
		if i := n.Dict.findString(name, h); i >= 0 {
			return n.Dict.entries[i].val, nil
		}
		if n.snapshot != nil && !n.shown[name] { // bound in what locals() returned
			if v := n.snapshot.Dict.GetString(name); v != nil {
				return v, nil
			}
		}
		if n.Live != nil {
			if v := n.Live(name); v != nil {
				return v, nil
			}
		}
	}
	if d := ns.builtins; d != nil {
		if i := d.findString(name, h); i >= 0 {
			return d.entries[i].val, nil
		}
	}
	if ns.odd != nil {
		if v, err := ns.Builtin(name); v != nil || err != nil {
			return v, err
		}
	}
	return nil, ns.undefined(name)
}

// GlobalDict returns the dict of the module's variables.
func (ns *Namespace) GlobalDict() *Dict {
	g := ns.Globals()
	if g.Live == nil || g.Module == nil {
		return g.Dict
	}
	return g.Module.Variables()
}

// Inside returns ns as functions see it: it is what a name that no function
// binds refers to.
func (ns *Namespace) Inside() *Namespace {
	in := *ns.Globals()
	in.inside = true
	return &in
}

// Body returns ns as the body of a class sees it, which says of a name that it
// isn't defined as a module does.
func (ns *Namespace) Body() *Namespace {
	in := *ns.Globals()
	return &in
}

func (ns *Namespace) undefined(name string) error {
	if !ns.inside {
		return NameError.Errorf("name '%s' is not defined", name).With("name", NewStr(syntax.Python3, name))
	}
	return NameError.By(sprintf("global name '%s' is not defined", name), sprintf("name '%s' is not defined", name)).
		With("name", NewStr(syntax.Python3, name))
}

// SetField binds a variable.
func (ns *Namespace) SetField(name string, v starlark.Value) error {
	if m, ok := ns.Mapping.(starlark.HasSetKey); ok {
		return m.SetKey(String3(name), v)
	}
	ns.Dict.SetString(name, v)
	return nil
}

// Unbind unbinds a variable; it raises NameError. A dot before the name means
// what it means to Attr.
func (ns *Namespace) Unbind(name string) error {
	if name[0] == '.' {
		if !ns.Dict.DelString(name[1:]) {
			return unbound(name[1:])
		}
		return nil
	}
	if m, ok := ns.Mapping.(ItemDeleter); ok {
		if err := m.DelKey(String3(name)); err != nil && ns.rt.Current().Is(err, KeyError) {
			return ns.undefined(name)
		} else if err != nil {
			return err
		}
		return nil
	}
	if !ns.Dict.DelString(name) {
		return ns.undefined(name)
	}
	return nil
}

func (ns *Namespace) AttrNames() []string   { return nil }
func (ns *Namespace) String() string        { return "<namespace>" }
func (ns *Namespace) Type() string          { return "namespace" }
func (ns *Namespace) Freeze()               {}
func (ns *Namespace) Truth() starlark.Bool  { return true }
func (ns *Namespace) Hash() (uint32, error) { return identity(ns), nil }
