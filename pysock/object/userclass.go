package object

import (
	"slices"
	"strings"
	"weak"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Classes that scripts make. Their attributes are in Class.Dict; the built-in
// classes among their bases, at the end of the MRO, have Methods instead.

// ClassSpec is what type(name, bases, dict) makes a class of.
type ClassSpec struct {
	Name     string
	Bases    []*Class
	Dict     *Dict
	Meta     *Class // nil: type
	Keywords []starlark.Tuple
	OldStyle bool
}

func badBases(format string, args ...any) error {
	return TypeError.Errorf(format, args...)
}

// NewUserClass makes a class. It raises TypeError for bases that don't go
// together.
func NewUserClass(t *Thread, spec ClassSpec) (*Class, error) {
	rt := t.RT
	if len(spec.Bases) == 0 && !spec.OldStyle {
		spec.Bases = []*Class{TypesOf(rt.Dialect).Object}
	}
	c := &Class{
		ClassName: spec.Name, Qualname: spec.Name, Bases: spec.Bases, Dict: spec.Dict, Meta: spec.Meta,
		rt: rt, OldStyle: spec.OldStyle, py2: rt.Dialect == syntax.Python2,
	}
	c.Module, _ = AsText(spec.Dict.GetString("__module__"))
	if c.py2 {
		c.Qualname = ""
	} else if q := spec.Dict.GetString("__qualname__"); q != nil {
		s, ok := AsText(q)
		if !ok {
			return nil, TypeError.Errorf("type __qualname__ must be a str, not %s", TypeName(q))
		}
		c.Qualname = s
		spec.Dict.DelString("__qualname__")
	}
	cell, ok := spec.Dict.GetString("__classcell__").(*ClosureCell)
	if v := spec.Dict.GetString("__classcell__"); v != nil && !ok && !c.py2 {
		return nil, TypeError.Errorf("__classcell__ must be a nonlocal cell, not %s", Repr(rt.Dialect, rt.ClassOf(v)))
	}
	spec.Dict.DelString("__classcell__")
	for i, b := range spec.Bases {
		for _, other := range spec.Bases[:i] {
			if other == b {
				if c.py2 && !slices.ContainsFunc(spec.Bases, func(b *Class) bool { return !b.OldStyle }) {
					return nil, onlyClassic()
				}
				return nil, badBases("duplicate base class %s", b.nameInError())
			}
		}
		if b.final() {
			return nil, badBases("type '%s' is not an acceptable base type", b.TypeName())
		}
		if b.Exception {
			c.Exception = true
			if c.kind == nil || b.IsSubclass(c.kind.Class(rt.Dialect)) {
				c.kind, c.layout = b.kind, b.layout
			}
		}
	}
	if cell != nil { // methods that mro() calls know the class already
		*cell.slot = c
	}
	if err := c.order(t); err != nil {
		return nil, err
	}
	if err := c.layOut(t); err != nil {
		return nil, err
	}
	c.complete()
	c.Dict.watch = &rt.classes
	rt.classCount++
	c.number = rt.classCount
	c.changed()
	c.remember()
	return c, c.announce(t, spec)
}

// nameInError is the name of a base as Python 2's messages about it show it.
func (c *Class) nameInError() string {
	if c.OldStyle {
		return "?"
	}
	return c.ClassName
}

// complete adds to a class's dict what its body leaves out.
func (c *Class) complete() {
	if c.OldStyle {
		if c.Dict.GetString("__doc__") == nil {
			c.Dict.SetString("__doc__", starlark.None)
		}
		return
	}
	d := c.Dict
	for _, name := range []string{"__new__", "__init_subclass__", "__class_getitem__"} {
		if f, ok := d.GetString(name).(*starlark.Function); ok {
			if name == "__new__" {
				d.SetString(name, NewStaticMethod(f))
			} else if !c.py2 {
				d.SetString(name, NewClassMethod(f))
			}
		}
	}
	if d.GetString("__doc__") == nil {
		d.SetString("__doc__", starlark.None)
	}
	if !c.py2 && d.GetString("__eq__") != nil && d.GetString("__hash__") == nil {
		d.SetString("__hash__", starlark.None)
	}
}

// subclasses are the classes that derive from one.
type subclasses []weak.Pointer[Class]

// derived returns where the subclasses of c in a runtime are kept: the built-in
// classes are shared by all runtimes of the process.
func (c *Class) derived(rt *Runtime) *subclasses {
	if c.rt != nil {
		return &c.subclasses
	}
	list := rt.derived[c]
	if list == nil {
		if rt.derived == nil {
			rt.derived = make(map[*Class]*subclasses)
		}
		list = new(subclasses)
		rt.derived[c] = list
	}
	return list
}

// remember enters the class among the subclasses of its bases.
func (c *Class) remember() {
	for _, b := range c.Bases {
		list := b.derived(c.rt)
		*list = append(*list, weak.Make(c))
	}
}

// Subclasses returns the classes of a runtime that derive from c directly and
// that somebody still holds.
func (c *Class) Subclasses(rt *Runtime) []*Class {
	out := c.builtinSubclasses(rt)
	list := c.derived(rt)
	kept := (*list)[:0]
	for _, w := range *list {
		if s := w.Value(); s != nil {
			kept = append(kept, w)
			if slices.Contains(s.Bases, c) {
				out = append(out, s)
			}
		}
	}
	*list = kept
	return out
}

// builtinSubclasses returns those among the built-ins in CPython's order: that of
// hierarchy in Python 2, of the module's names in Python 3.
func (c *Class) builtinSubclasses(rt *Runtime) []*Class {
	if c.rt != nil {
		return nil
	}
	var out []*Class
	add := func(v starlark.Value) {
		s, ok := v.(*Class)
		if ok && s.rt == nil && slices.Contains(s.Bases, c) && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if rt.Dialect == syntax.Python2 {
		for _, name := range builtinNames[0] {
			add(rt.Builtins.Dict.GetString(name))
		}
	}
	for _, v := range rt.Builtins.Dict.Values() {
		add(v)
	}
	return out
}

// order sets the method resolution order: what a metaclass's mro() returns, or
// that of C3, or in an old-style class each base with all of its own first.
func (c *Class) order(t *Thread) error {
	if c.OldStyle {
		c.MRO = []*Class{c}
		for _, b := range c.Bases {
			for _, k := range b.MRO {
				if !slices.Contains(c.MRO, k) {
					c.MRO = append(c.MRO, k)
				}
			}
		}
		return nil
	}
	mro, err := c3(c)
	if err == nil {
		c.MRO = mro
	}
	if c.Meta == nil || c.Meta.special("mro") == nil {
		return err
	}
	v, err := t.Call(specialOf(c, c.Meta, "mro"))
	if err != nil {
		return err
	}
	elems, err := Elements(t, v)
	if err != nil {
		return err
	}
	c.MRO = make([]*Class, len(elems))
	for i, e := range elems {
		k, ok := e.(*Class)
		if !ok {
			return TypeError.Errorf("mro() returned a non-class ('%s')", TypeName(e))
		}
		c.MRO[i] = k
	}
	return nil
}

// announce calls __set_name__ of the attributes and __init_subclass__ of the
// base.
func (c *Class) announce(t *Thread, spec ClassSpec) error {
	if c.py2 {
		return nil
	}
	for _, kv := range spec.Dict.Items() {
		if p, ok := Unwrap(kv[1]).(*Property); ok {
			p.Name, _ = AsText(kv[0])
		}
		m := SpecialMethod(kv[1], "__set_name__")
		if m == nil {
			continue
		}
		if _, err := t.Call(m, c, kv[0]); err != nil {
			e := t.Exception(err)
			outer := RuntimeError.Errorf("Error calling __set_name__ on '%s' instance '%s' in '%s'",
				TypeName(kv[1]), Str(t.RT.Dialect, kv[0]), c.ClassName)
			return t.caused(outer, e)
		}
	}
	init, err := (&Super{After: c, Self: c, of: c, rt: c.rt}).Attr("__init_subclass__")
	if err != nil {
		return err
	}
	_, err = starlark.Call(t.Star, init, nil, spec.Keywords)
	return err
}

// caused makes an exception that has another as its cause.
func (t *Thread) caused(r *Raised, cause *Exception) error {
	e := t.Exception(r)
	e.Cause, e.Context, e.Suppress = cause, cause, true
	return Raise(e)
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
			return nil, badBases("Cannot create a consistent method resolution\norder (MRO) for bases %s", names)
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
func (c *Class) find(name string) (v starlark.Value, in *Class) {
	if c.rt == nil {
		return c.walk(name)
	}
	l := c.lookup(name)
	return l.v, l.in
}

func (c *Class) walk(name string) (v starlark.Value, in *Class) {
	for _, k := range c.MRO {
		if v := k.has(name); v != nil {
			return v, k
		}
	}
	return nil, nil
}

// User reports whether a script made the class.
func (c *Class) User() bool { return c.Dict != nil }

// special returns what a class that a script made has under a special name,
// unbound; nil where a built-in class comes first.
func (c *Class) special(name string) starlark.Value {
	if c.rt == nil {
		return nil
	}
	if c.draft != nil {
		if c.draft.plainInt(name) {
			return nil
		}
		c = c.made()
	}
	m := c.remembered()
	v, ok := m.specials[name]
	if !ok {
		for _, k := range c.MRO {
			if k.Dict == nil && len(k.Bases) == 0 { // object
				continue
			}
			if v = k.has(name); v != nil {
				if k.Dict == nil && !k.Mixin {
					v = nil
				}
				break
			}
		}
		m.specials[name] = v
	}
	return v
}

// Metaclass returns type(c).
func (c *Class) Metaclass(d syntax.Dialect) *Class {
	switch {
	case c.Meta != nil:
		return c.Meta
	case c.OldStyle:
		return TypesOf(d).ByName["classobj"]
	}
	return TypesOf(d).Type
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
	if c.Meta != nil {
		if set := c.Meta.special("__setattr__"); set != nil {
			_, err := c.rt.Current().Call(set, c, c.rt.Str(name), v)
			return err
		}
	}
	return c.SetGeneric(name, v)
}

// DelField is del C.name.
func (c *Class) DelField(name string) error {
	if c.Meta != nil {
		if del := c.Meta.special("__delattr__"); del != nil {
			_, err := c.rt.Current().Call(del, c, c.rt.Str(name))
			return err
		}
	}
	return c.SetGeneric(name, nil)
}

// SetGeneric is type.__setattr__, and type.__delattr__ where v is nil.
func (c *Class) SetGeneric(name string, v starlark.Value) error {
	if c.OldStyle {
		return c.setOldAttr(name, v)
	}
	if c.Dict == nil && !c.open {
		return TypeError.By(
			sprintf("can't set attributes of built-in/extension type '%s'", c.typeName2()),
			immutable("set", name, c.QualifiedName()))
	}
	meta := c.metaclass()
	if d, _ := meta.find(name); d != nil && isData(d) {
		return setThrough(c.rt.Current(), d, c, v)
	}
	if c.open {
		if had := c.has(name) != nil; had || v != nil {
			c.edit(name, v)
			return nil
		}
	} else if v != nil {
		c.Dict.SetString(name, v)
		return nil
	}
	if c.open || !c.Dict.DelString(name) {
		return AttributeError.By(name, sprintf("type object '%s' has no attribute '%s'", c.TypeName(), name))
	}
	return nil
}

// edit sets what an open class has under a name; nil is nothing.
func (c *Class) edit(name string, v starlark.Value) {
	if v == nil {
		delete(c.own, name)
	} else {
		c.own[name] = v
	}
	c.edits++
	c.changed()
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
	if c.OldStyle {
		return c.instance(t, args, kwargs)
	}
	var self starlark.Value
	var err error
	n := c.special("__new__")
	if n != nil {
		if n, err = bindTo(t, n, nil, c); err == nil {
			self, err = starlark.Call(t.Star, n, append(starlark.Tuple{c}, args...), kwargs)
		}
	} else {
		self, err = c.allocate(t, args, kwargs, false)
	}
	if err != nil {
		return nil, err
	}
	made := t.RT.ClassOf(self)
	if !made.IsSubclass(c) {
		return self, nil
	}
	init := made.special("__init__")
	if init == nil {
		if e, ok := self.(*Exception); ok {
			return self, e.initialize(args, kwargs)
		}
		switch init = made.initializer(); {
		case made.base == nil && made.Dict != nil:
			return self, excess(made, args, kwargs, false)
		case n == nil || init == nil: // allocate has filled it
			return self, nil
		}
	}
	if init, err = bindTo(t, init, self, made); err != nil {
		return nil, err
	}
	v, err := starlark.Call(t.Star, init, args, kwargs)
	if err != nil {
		return nil, err
	}
	if v != starlark.None {
		return nil, TypeError.Errorf("__init__() should return None, not '%s'", TypeName(v))
	}
	return self, nil
}

// excess raises TypeError if object.__new__ or object.__init__ of the class is
// given arguments that nothing else takes.
func excess(c *Class, args starlark.Tuple, kwargs []starlark.Tuple, isNew bool) error {
	if len(args)+len(kwargs) == 0 {
		return nil
	}
	hasNew := c.special("__new__") != nil || c.base != nil
	hasInit := c.special("__init__") != nil || c.initializer() != nil
	mine, other := hasInit, hasNew
	name, what, plain := "__init__", "the instance to initialize", sprintf("%s.__init__() takes exactly one argument (the instance to initialize)", c.ClassName)
	if isNew {
		mine, other = hasNew, hasInit
		name, what, plain = "__new__", "the type to instantiate", sprintf("%s() takes no arguments", c.ClassName)
	}
	if c.py2 {
		words := "object.__init__() takes no parameters"
		if isNew {
			words = "object() takes no parameters"
		}
		switch {
		case mine && other:
			return c.thread().Warn(DeprecationWarning, 1, "%s", words)
		case other:
			return nil
		}
		return TypeError.Errorf("%s", words)
	}
	switch {
	case mine:
		return TypeError.Errorf("object.%s() takes exactly one argument (%s)", name, what)
	case !other:
		return TypeError.Errorf("%s", plain)
	}
	return nil
}

// CheckInit is object.__init__, which takes no arguments.
func CheckInit(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	c := t.RT.ClassOf(self)
	if c.Dict == nil && len(c.Bases) > 0 {
		return nil
	}
	return excess(c, args, kwargs, false)
}

// Linearized is type.mro(c).
func (c *Class) Linearized() ([]*Class, error) {
	if c.Dict == nil {
		return c.MRO, nil
	}
	return c3(c)
}

// allocate is object.__new__ and those of the built-in bases: an instance that
// __init__ hasn't seen. Where no class of a script's has an __init__, that of the
// base need not be called any more, unless a blank instance is asked for.
func (c *Class) allocate(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple, blank bool) (starlark.Value, error) {
	if c.Exception {
		return newException(c, args, kwargs)
	}
	if c.base == TypesOf(t.RT.Dialect).Type { // a metaclass: its instances are classes
		return c.base.New(t, c, args, kwargs)
	}
	if names := c.abstractMethods(); names != nil && c.base == nil {
		return nil, abstractError(t, c, names)
	}
	if c.base == nil {
		return newInstanceOf(c), excess(c, args, kwargs, true)
	}
	var base starlark.Value
	// A mutable base is filled by its __init__, an immutable one by __new__.
	blank = c.base.Blank != nil && (blank || c.special("__init__") != nil)
	if blank {
		base = c.base.Blank(t, c.base)
	} else {
		if keywordless[c.base.ClassName] && c.special("__init__") != nil && (!c.py2 || c.base.ClassName == "weakref") {
			kwargs = nil
		}
		as := c.base
		if ts := TypesOf(t.RT.Dialect); as.Static || as == ts.Set || as == ts.FrozenSet { // it may ask which class it makes a value for
			as = c
		}
		v, err := c.base.New(t, as, args, kwargs)
		if err != nil {
			return nil, err
		}
		if l, ok := v.(Long); ok && c.base == TypesOf(syntax.Python2).Int {
			if _, small := l.n.Int64(); !small {
				return nil, OverflowError.Errorf("Python int too large to convert to C long")
			}
			v = l.n
		}
		base = v
	}
	x := newInstanceOf(c) // no earlier: what couldn't be made has no __del__
	x.Base = base
	if o, ok := x.Base.(Owned); ok {
		o.SetOwner(x)
	}
	if p, ok := x.Base.(*Property); ok {
		return x, p.Reset(t, p)
	}
	return x, nil
}

// keywordless are the immutable types that leave keyword arguments to the
// __init__ of a class that derives from them.
var keywordless = map[string]bool{"float": true, "tuple": true, "frozenset": true, "map": true, "filter": true, "reversed": true,
	"ReferenceType": true, "weakref": true}

// initializer returns the __init__ that fills what the __new__ of the built-in base
// makes, or nil if __new__ does all.
func (c *Class) initializer() starlark.Value {
	base := c
	if c.Dict != nil {
		base = c.base
	}
	if base == nil || base.Blank == nil {
		return nil
	}
	init, in := base.find("__init__")
	if in == nil || len(in.Bases) == 0 {
		return nil
	}
	return init
}

// Defines reports whether the class or one that it derives from has something
// other than None under a name.
func (c *Class) Defines(name string) bool {
	v := c.Lookup(name)
	return v != nil && v != starlark.None
}

// DefinedBy is the first class of the method resolution order that has a name,
// or nil.
func (c *Class) DefinedBy(name string) *Class {
	_, in := c.find(name)
	return in
}

// HasDict reports whether instances have attributes beside their slots.
func (c *Class) HasDict() bool { return c.hasDict }

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
	slices.Sort(names)
	start, list := "Can't instantiate abstract class "+c.ClassName+" with abstract method", strings.Join(names, ", ")
	return TypeError.By(start+"s "+list, start+plural(len(names))+" "+list)
}

// typeName2 is a built-in class's name with its module's as Python 2 has it.
func (c *Class) typeName2() string {
	if c.Exception {
		return "exceptions." + c.ClassName
	}
	return c.QualifiedName()
}
