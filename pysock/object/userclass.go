package object

import (
	"sort"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Classes that scripts make. Their attributes are in Class.Dict; the built-in
// classes among their bases, at the end of the MRO, have Methods instead.

// ClassSpec is what a class statement, or type(name, bases, dict), makes a
// class of.
type ClassSpec struct {
	Name     string
	Bases    []*Class
	Dict     *Dict
	Meta     *Class // nil: that of the bases
	Keywords []starlark.Tuple
}

// NewUserClass makes a class. It raises TypeError for bases that don't go
// together.
func NewUserClass(t *Thread, spec ClassSpec) (*Class, error) {
	rt := t.RT
	old := rt.Dialect == syntax.Python2 && len(spec.Bases) == 0
	if len(spec.Bases) == 0 {
		spec.Bases = []*Class{TypesOf(rt.Dialect).Object}
	}
	c := &Class{ClassName: spec.Name, Bases: spec.Bases, Dict: spec.Dict, Meta: spec.Meta, rt: rt, OldStyle: old, py2: rt.Dialect == syntax.Python2}
	if m, ok := AsText(spec.Dict.GetString("__module__")); ok {
		c.Module = m
	}
	for i, b := range spec.Bases {
		for _, other := range spec.Bases[:i] {
			if other == b {
				return nil, TypeError.By(
					sprintf("Error when calling the metaclass bases\n    duplicate base class %s", b.ClassName),
					"duplicate base class "+b.ClassName)
			}
		}
		if b.final {
			return nil, TypeError.By(
				sprintf("Error when calling the metaclass bases\n    type '%s' is not an acceptable base type", b.ClassName),
				sprintf("type '%s' is not an acceptable base type", b.ClassName))
		}
		if b.Exception {
			c.Exception = true
			if c.kind == nil || b.kind != nil && b.kind.under(rt.Dialect, c.kind.Name, c.kind.Name) {
				c.kind, c.fields = b.kind, b.fields
			}
		}
		if c.Meta == nil && b.Meta != nil {
			c.Meta = b.Meta
		}
	}
	mro, err := c3(c)
	if err != nil {
		return nil, err
	}
	c.MRO = mro
	c.Dict.watch = &rt.classes
	rt.classCount++
	c.number = rt.classCount
	c.changed()
	for _, k := range mro[1:] {
		if k.Dict == nil && k.New != nil && k != TypesOf(rt.Dialect).Object {
			c.base = k
			break
		}
	}
	for _, b := range spec.Bases {
		b.subclasses = append(b.subclasses, c)
	}
	if err := c.announce(t, spec); err != nil {
		return nil, err
	}
	return c, nil
}

// announce calls __set_name__ of the attributes and __init_subclass__ of the
// base.
func (c *Class) announce(t *Thread, spec ClassSpec) error {
	if t.RT.Dialect == syntax.Python2 {
		return nil
	}
	for _, kv := range spec.Dict.Items() {
		if m := SpecialMethod(kv[1], "__set_name__"); m != nil {
			if _, err := t.Call(m, c, kv[0]); err != nil {
				return err
			}
		}
	}
	for _, k := range c.MRO[1:] {
		if k.Dict == nil {
			continue
		}
		if v := k.Dict.GetString("__init_subclass__"); v != nil {
			if cm, ok := v.(*ClassMethod); ok {
				v = cm.F
			}
			_, err := starlark.Call(t.Star, v, starlark.Tuple{c}, spec.Keywords)
			return err
		}
	}
	if len(spec.Keywords) > 0 && spec.Meta == nil {
		return TypeError.Errorf("%s.__init_subclass__() takes no keyword arguments", c.ClassName)
	}
	return nil
}

// c3 is the method resolution order: each class before its bases, and bases in
// the order in which they were given.
func c3(c *Class) ([]*Class, error) {
	var seqs [][]*Class
	for _, b := range c.Bases {
		seqs = append(seqs, append([]*Class(nil), b.MRO...))
	}
	seqs = append(seqs, append([]*Class(nil), c.Bases...))
	out := []*Class{c}
	for {
		var next *Class
		empty := true
	search:
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			for _, o := range seqs {
				for _, k := range tail(o) {
					if k == s[0] {
						continue search
					}
				}
			}
			next = s[0]
			break
		}
		if empty {
			return out, nil
		}
		if next == nil {
			names := ""
			for i, b := range c.Bases {
				if i > 0 {
					names += ", "
				}
				names += b.ClassName
			}
			return nil, TypeError.By(
				"Error when calling the metaclass bases\n    Cannot create a consistent method resolution\norder (MRO) for bases "+names,
				"Cannot create a consistent method resolution\norder (MRO) for bases "+names)
		}
		out = append(out, next)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == next {
				seqs[i] = s[1:]
			}
		}
	}
}

func tail(s []*Class) []*Class {
	if len(s) == 0 {
		return nil
	}
	return s[1:]
}

// find looks a name up along the MRO. What it finds is unbound.
func (c *Class) find(name string) (v starlark.Value, m Method, in *Class) {
	if c.rt == nil {
		return c.walk(name)
	}
	l := c.lookup(name)
	return l.v, l.m, l.in
}

func (c *Class) walk(name string) (v starlark.Value, m Method, in *Class) {
	for _, k := range c.MRO {
		if k.Dict != nil {
			if v := k.Dict.GetString(name); v != nil {
				return v, nil, k
			}
			continue
		}
		k.fill()
		if m, ok := k.Methods[name]; ok {
			return nil, m, k
		}
		if v, ok := k.Attrs[name]; ok {
			return v, nil, k
		}
	}
	return nil, nil, nil
}

// User reports whether a script made the class.
func (c *Class) User() bool { return c.Dict != nil }

// special returns what the user-made classes of the MRO have under a special
// name, unbound.
func (c *Class) special(name string) starlark.Value {
	if c.rt == nil {
		return nil
	}
	m := c.remembered()
	v, ok := m.specials[name]
	if !ok {
		for _, k := range c.MRO {
			if k.Dict != nil {
				if v = k.Dict.GetString(name); v != nil {
					break
				}
			}
		}
		m.specials[name] = v
	}
	return v
}

// Metaclass returns type(c).
func (c *Class) Metaclass(d syntax.Dialect) *Class {
	if c.Meta != nil {
		return c.Meta
	}
	return TypesOf(d).Type
}

// getUser is C.name for a class that a script made.
func (c *Class) getUser(name string) (starlark.Value, error) {
	if v, m, in := c.find(name); v != nil || m != nil {
		if m != nil {
			return &Func{FuncName: name, Unbound: in, Method: m}, nil
		}
		switch v := v.(type) {
		case *ClassMethod:
			return &BoundMethod{Self: c, Func: v.F}, nil
		case *StaticMethod:
			return v.F, nil
		case *Property:
			return v, nil
		}
		if get := SpecialMethod(v, "__get__"); get != nil {
			return c.rt.Current().Call(get, starlark.None, c)
		}
		return v, nil
	}
	if c.Meta != nil {
		if v, m, in := c.Meta.find(name); v != nil || m != nil {
			if m == nil || in.Dict != nil {
				return bindTo(c.rt.Current(), c, c.Meta, v, m, name, in)
			}
		}
	}
	switch name {
	case "__dict__":
		return c.Dict, nil
	case "__class__":
		return c.Metaclass(c.rt.Dialect), nil
	case "__doc__":
		return starlark.None, nil
	case "mro":
		return &Func{FuncName: "mro", Self: c, Method: func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v, err := c.Attr("__mro__")
			if err != nil {
				return nil, err
			}
			return NewList(v.(starlark.Tuple)), nil
		}}, nil
	case "__subclasses__":
		return &Func{FuncName: "__subclasses__", Self: c, Method: func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var out []starlark.Value
			for _, s := range c.subclasses {
				out = append(out, s)
			}
			return NewList(out), nil
		}}, nil
	}
	return nil, nil
}

// missing is what the metaclass's __getattr__ makes of a name that isn't there.
func (c *Class) missing(name string) (starlark.Value, bool, error) {
	if c.Meta == nil {
		return nil, false, nil
	}
	get := c.Meta.special("__getattr__")
	if get == nil {
		return nil, false, nil
	}
	v, err := c.rt.Current().Call(get, c, c.rt.Str(name))
	return v, true, err
}

// Special returns the bound method of that special name that the metaclass
// defines.
func (c *Class) Special(name string) starlark.Value {
	if c.Meta == nil {
		return nil
	}
	return specialOf(c, c.Meta, name)
}

// SetField is C.name = v.
func (c *Class) SetField(name string, v starlark.Value) error {
	if c.Dict == nil {
		return TypeError.By(
			sprintf("can't set attributes of built-in/extension type '%s'", c.QualifiedName()),
			sprintf("cannot set '%s' attribute of immutable type '%s'", name, c.QualifiedName()))
	}
	if c.Meta != nil {
		if set := c.Meta.special("__setattr__"); set != nil {
			_, err := c.rt.Current().Call(set, c, c.rt.Str(name), v)
			return err
		}
	}
	if name == "__name__" {
		if s, ok := AsText(v); ok {
			c.ClassName = s
		}
	}
	c.Dict.SetString(name, v)
	return nil
}

// DelField is del C.name.
func (c *Class) DelField(name string) error {
	if c.Dict == nil {
		return c.SetField(name, nil)
	}
	if c.Dict == nil || !c.Dict.DelString(name) {
		return AttributeError.By(name, sprintf("type object '%s' has no attribute '%s'", c.ClassName, name))
	}
	return nil
}

// names lists what the classes of the MRO define.
func (c *Class) names() []string {
	seen := make(map[string]bool)
	for _, k := range c.MRO {
		if k.Dict != nil {
			for _, key := range k.Dict.Keys() {
				if s, ok := AsText(key); ok {
					seen[s] = true
				}
			}
		}
		k.fill()
		for n := range k.Methods {
			seen[n] = true
		}
		for n := range k.Attrs {
			seen[n] = true
		}
		for n := range k.Getters {
			seen[n] = true
		}
	}
	out := sortedKeys(seen)
	sort.Strings(out)
	return out
}

// instantiate is C(*args, **kwargs) for a class that a script made.
func (c *Class) instantiate(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if c.Meta != nil {
		if call := c.Meta.special("__call__"); call != nil {
			return starlark.Call(t.Star, call, append(starlark.Tuple{c}, args...), kwargs)
		}
	}
	return c.Construct(t, args, kwargs)
}

// Construct is type.__call__: __new__, then __init__ if that made an instance
// of the class.
func (c *Class) Construct(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var self starlark.Value
	var err error
	if n := c.special("__new__"); n != nil {
		if s, ok := n.(*StaticMethod); ok {
			n = s.F
		}
		self, err = starlark.Call(t.Star, n, append(starlark.Tuple{c}, args...), kwargs)
	} else {
		self, err = c.allocate(t, args, kwargs)
	}
	if err != nil {
		return nil, err
	}
	if !t.RT.ClassOf(self).IsSubclass(c) {
		return self, nil
	}
	init := c.special("__init__")
	if init == nil {
		if c.base == nil && !c.Exception && c.special("__new__") == nil && len(args)+len(kwargs) > 0 {
			if c.OldStyle {
				return nil, TypeError.Errorf("this constructor takes no arguments")
			}
			return nil, TypeError.By("object() takes no parameters", sprintf("%s() takes no arguments", c.ClassName))
		}
		return self, nil
	}
	v, err := starlark.Call(t.Star, init, append(starlark.Tuple{self}, args...), kwargs)
	if err != nil {
		return nil, err
	}
	if v != starlark.None {
		return nil, TypeError.Errorf("__init__() should return None, not '%s'", TypeName(v))
	}
	return self, nil
}

// allocate is object.__new__ and those of the built-in bases: an instance that
// __init__ hasn't seen.
func (c *Class) allocate(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if c.Exception {
		if c.py2 && c.special("__init__") != nil {
			args = nil // BaseException.__init__ sets them
		}
		return NewException(c, args), nil
	}
	if c.base == TypesOf(t.RT.Dialect).Type { // a metaclass: its instances are classes
		return c.base.New(t, c, args, kwargs)
	}
	if names := c.abstractMethods(); names != nil && c.base == nil {
		return nil, abstractError(t, c, names)
	}
	x := &Instance{class: c, rt: t.RT}
	if c.base != nil {
		// A mutable base is filled by its __init__, an immutable one by __new__.
		if c.special("__init__") != nil && mutable(c.base) {
			args, kwargs = nil, nil
		}
		v, err := c.base.New(t, c.base, args, kwargs)
		if err != nil {
			return nil, err
		}
		x.Base = v
	}
	return x, nil
}

// mutable reports whether instances of a built-in class are filled by __init__.
func mutable(c *Class) bool {
	switch c.ClassName {
	case "list", "dict", "set", "bytearray", "socket", "_socketobject":
		return true
	}
	return false
}

// Subclasses returns the classes that scripts derived from c.
func (c *Class) Subclasses() []*Class { return c.subclasses }

// Defines reports whether the class or one that it derives from has something
// other than None under a name.
func (c *Class) Defines(name string) bool {
	v, m, _ := c.find(name)
	return m != nil || v != nil && v != starlark.None
}

// abstractMethods returns __abstractmethods__ of a class of which no instance
// may be made, else nil.
func (c *Class) abstractMethods() starlark.Value {
	if c.Meta == nil {
		return nil // only a metaclass sets them
	}
	names := c.Dict.GetString("__abstractmethods__")
	if names == nil || !bool(names.Truth()) {
		return nil
	}
	return names
}

func abstractError(t *Thread, c *Class, set starlark.Value) error {
	elems, err := Elements(t, set)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range elems {
		s, _ := AsText(e)
		names = append(names, s)
	}
	sort.Strings(names)
	start, list := "Can't instantiate abstract class "+c.ClassName+" with abstract method", strings.Join(names, ", ")
	return TypeError.By(start+"s "+list, start+plural(len(names))+" "+list)
}
