package object

import (
	"sort"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Class is a Python class: a built-in type, an exception, or a type that a
// module brings. Its value prints as <class 'name'> or <type 'name'> and is
// called to make an instance.
type Class struct {
	ClassName string
	Module    string // "builtins" and "__builtin__" are both written ""
	Bases     []*Class
	MRO       []*Class // the class itself first; set by linearize
	Doc       string

	// Methods are the attributes that instances get bound.
	Methods map[string]Method
	// Getters compute the attributes of instances that can't be set.
	Getters map[string]func(self starlark.Value) (starlark.Value, error)
	// Attrs are the other attributes.
	Attrs map[string]starlark.Value
	// New makes an instance, or is nil where there is no way to make one.
	New func(t *Thread, c *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

	// Lazy, if not nil, fills in Methods when the class is first asked for an
	// attribute: a script uses few of the built-in types.
	Lazy func(c *Class)
	lazy sync.Once

	// Of a class that a script made:
	Dict       *Dict  // its attributes; nil for a built-in class
	Meta       *Class // nil: type
	OldStyle   bool   // Python 2: made without a base
	base       *Class // the built-in class that instances have a value of
	subclasses []*Class
	rt         *Runtime
	number     int // tells classes apart in an AttrCache
	memo       memo

	Exception bool
	py2       bool // an exception of Python 2
	final     bool // no acceptable base
	Static    bool // a type of CPython's C modules: messages name its module too
	kind      *Kind
	fields    []string
}

// A Method is a method written in Go. self is what it was looked up on.
type Method func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

var (
	_ starlark.Callable = (*Class)(nil)
	_ starlark.HasAttrs = (*Class)(nil)
)

// NewClass returns a class with these bases.
func NewClass(module, name string, bases ...*Class) *Class {
	c := &Class{Module: module, ClassName: name, Bases: bases}
	c.linearize()
	return c
}

// linearize sets the method resolution order. Built-in classes have a single
// base each, so it is the chain of them.
func (c *Class) linearize() {
	var rest []*Class
	if len(c.Bases) > 0 {
		rest = c.Bases[0].MRO
	}
	c.MRO = append(append(make([]*Class, 0, 1+len(rest)), c), rest...)
}

// IsSubclass reports whether c is d or derives from it.
func (c *Class) IsSubclass(d *Class) bool {
	for _, k := range c.MRO {
		if k == d {
			return true
		}
	}
	return false
}

// fill runs Lazy, once.
func (c *Class) fill() {
	if c.Lazy != nil {
		c.lazy.Do(func() { c.Lazy(c) })
	}
}

// Lookup finds a method or attribute in the class and those it derives from.
func (c *Class) Lookup(name string) (Method, starlark.Value) {
	for _, k := range c.MRO {
		k.fill()
		if m, ok := k.Methods[name]; ok {
			return m, nil
		}
		if v, ok := k.Attrs[name]; ok {
			return nil, v
		}
	}
	return nil, nil
}

// bind looks name up for the instance self, binding methods.
func (c *Class) bind(self starlark.Value, name string) (starlark.Value, error) {
	if c.Dict != nil { // an exception of a class that a script made
		if v, m, in := c.find(name); (v != nil || m != nil) && (m != nil || in.Dict != nil) {
			return bindTo(c.rt.Current(), self, c, v, m, name, in)
		}
		if get := specialOf(self, c, "__getattr__"); get != nil {
			return c.rt.Current().Call(get, c.rt.Str(name))
		}
	}
	switch m, v := c.Lookup(name); {
	case m != nil:
		return &Func{FuncName: name, Self: self, Method: m}, nil
	case v != nil:
		return v, nil
	}
	if get := c.getter(name); get != nil {
		return get(self)
	}
	switch name {
	case "__class__":
		return c, nil
	case "__doc__":
		return docString(c.Doc), nil
	}
	return nil, noAttribute(c.TypeName(), name)
}

// getter finds a computed attribute.
func (c *Class) getter(name string) func(starlark.Value) (starlark.Value, error) {
	for _, k := range c.MRO {
		if get := k.Getters[name]; get != nil {
			return get
		}
	}
	return nil
}

// HasGetter reports whether instances have a computed attribute of that name.
func (c *Class) HasGetter(name string) bool { return c.getter(name) != nil }

func noAttribute(class, name string) error {
	return AttributeError.Errorf("'%s' object has no attribute '%s'", class, name)
}

func docString(s string) starlark.Value {
	if s == "" {
		return starlark.None
	}
	return starlark.String(s)
}

// String returns the repr as Python 3 prints it.
func (c *Class) String() string { return Repr(syntax.Python3, c) }

// Name returns the class's name.
func (c *Class) Name() string { return c.ClassName }

// Type returns "type".
func (c *Class) Type() string { return "type" }

// Freeze does nothing.
func (c *Class) Freeze() {}

// Truth returns true.
func (c *Class) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (c *Class) Hash() (uint32, error) { return identity(c), nil }

// QualifiedName is the name as reprs and tracebacks show it: with its module
// unless that is the built-ins'.
func (c *Class) QualifiedName() string {
	switch c.Module {
	case "", "builtins", "__builtin__", "exceptions":
		return c.ClassName
	}
	return c.Module + "." + c.ClassName
}

// TypeName is the name as messages about an instance show it.
func (c *Class) TypeName() string {
	if c.Static {
		return c.QualifiedName()
	}
	return c.ClassName
}

// Attr returns an attribute of the class: methods unbound.
func (c *Class) Attr(name string) (starlark.Value, error) {
	if c.Dict != nil {
		if v, err := c.getUser(name); v != nil || err != nil {
			return v, err
		}
	}
	switch m, v := c.Lookup(name); {
	case m != nil:
		return &Func{FuncName: name, Unbound: c, Method: m}, nil
	case v != nil:
		return v, nil
	}
	switch name {
	case "__name__", "__qualname__":
		return starlark.String(c.ClassName), nil
	case "__module__":
		return starlark.String(c.Module), nil
	case "__doc__":
		return docString(c.Doc), nil
	case "__bases__":
		t := make(starlark.Tuple, len(c.Bases))
		for i, b := range c.Bases {
			t[i] = b
		}
		return t, nil
	case "__mro__":
		t := make(starlark.Tuple, len(c.MRO))
		for i, b := range c.MRO {
			t[i] = b
		}
		return t, nil
	}
	if m, _ := TypesOf(syntax.Python3).Type.Lookup(name); m != nil {
		return &Func{FuncName: name, Self: c, Method: m}, nil
	}
	if v, found, err := c.missing(name); found {
		return v, err
	}
	return nil, AttributeError.Errorf("type object '%s' has no attribute '%s'", c.TypeName(), name)
}

// AttrNames lists the names of methods and attributes.
func (c *Class) AttrNames() []string {
	if c.Dict != nil {
		return c.names()
	}
	seen := make(map[string]bool)
	for _, k := range c.MRO {
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
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// CallInternal makes an instance.
func (c *Class) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := Of(th)
	if c.Dict != nil {
		return c.instantiate(t, args, kwargs)
	}
	for _, k := range c.MRO {
		if k.New != nil {
			return k.New(t, c, args, kwargs)
		}
	}
	if c.Exception {
		if len(kwargs) > 0 {
			return nil, TypeError.Errorf("%s() takes no keyword arguments", c.ClassName)
		}
		if c.kind == OSError && t.RT.Dialect != syntax.Python2 && (len(args) == 2 || len(args) == 3) {
			if n, err := starlark.AsInt32(args[0]); err == nil {
				c = OSErrorClass(n)
			}
		}
		return NewException(c, args), nil
	}
	return nil, TypeError.Errorf("cannot create '%s' instances", c.QualifiedName())
}

// A Typed value knows its class. Starlark's own values get theirs from a table:
// see Runtime.ClassOf.
type Typed interface {
	starlark.Value
	Class() *Class
}

// An Instance is the usual shape of a value whose type a Go module brings:
// embed it, and give Class.
type attributed interface {
	Typed
	starlark.HasAttrs
}

var _ attributed = (*Exception)(nil)

// BindAttr looks an attribute up in the class of self, binding methods to it;
// it is what the Attr method of a value with methods returns in the end.
func BindAttr(self Typed, name string) (starlark.Value, error) {
	return self.Class().bind(self, name)
}
