package object

import (
	"strings"
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

	// Blank, if not nil, makes an instance that __init__ hasn't seen: for
	// classes whose instances are filled by it.
	Blank func(t *Thread, c *Class) starlark.Value

	// Sequence is set of those built-in classes of modules that a match statement takes for sequences
	// though collections.abc, which says so, isn't imported.
	Sequence bool
	// Mixin classes have no instances of their own: their methods are written
	// for those of the classes that derive from them, scripts' own included.
	Mixin bool

	// File classes are those of files: their methods are given the instance of
	// a class that derives from them, and it is finalized after all others.
	File bool

	// ByIndex classes are those of sequences that CPython gives no slots of a mapping:
	// __getitem__ and its like are given an integer.
	ByIndex bool

	// Lazy, if not nil, fills in Methods when the class is first asked for an
	// attribute: a script uses few of the built-in types.
	Lazy func(c *Class)
	lazy sync.Once

	// own is what the dict of a built-in class holds; fill makes it.
	own map[string]starlark.Value

	// Of a class that a script made:
	Dict       *Dict  // its attributes; nil for a built-in class
	Qualname   string // Python 3's __qualname__
	Meta       *Class // nil: type
	OldStyle   bool   // Python 2: made without a base
	base       *Class // the built-in class that instances have a value of
	hasDict    bool   // instances have attributes beside the slots
	slots      int    // how many slots instances have
	solid      *Class // the base that says how instances are laid out
	subclasses subclasses
	rt         *Runtime
	number     int // tells classes apart in an AttrCache
	memo       memo
	draft      *Enumeration // of a class that stands for one to be made

	Exception bool
	py2       bool // of Python 2
	sealed    bool // no acceptable base, though it isn't one of the built-ins
	open      bool // scripts may set attributes, though the class is written in Go: see Open
	edits     uint // how often they did
	Static    bool // a type of CPython's C modules: messages name its module too
	kind      *Kind
	layout    *excLayout
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

// Seal makes the class one that no class can derive from.
func (c *Class) Seal() { c.sealed = true }

// extensible are the built-in types that are acceptable bases, beside the
// exceptions.
var extensible = map[string]bool{
	"object": true, "type": true, "module": true, "super": true,
	"property": true, "classmethod": true, "staticmethod": true,
	"int": true, "long": true, "float": true, "complex": true,
	"basestring": true, "str": true, "unicode": true, "bytes": true, "bytearray": true,
	"list": true, "tuple": true, "dict": true, "set": true, "frozenset": true,
	"enumerate": true, "reversed": true, "zip": true, "map": true, "filter": true,
	"file": true, "weakref": true, "Struct": true,
}

// final reports whether the class is no acceptable base.
func (c *Class) final() bool {
	builtin := c.Module == "" || c.Module == "builtins" || c.Module == "__builtin__"
	return c.sealed || c.Dict == nil && builtin && !c.Exception && !c.OldStyle && !extensible[c.ClassName]
}

// Open lets scripts set the attributes of a class written in Go, for one that is
// written in Python in CPython.
func (c *Class) Open(rt *Runtime) { c.open, c.rt = true, rt }

// linearize sets the method resolution order. Built-in classes have a single
// base each, so it is the chain of them.
func (c *Class) linearize() {
	var rest []*Class
	if len(c.Bases) > 0 {
		rest = c.Bases[0].MRO
		c.py2 = c.py2 || c.Bases[0].py2
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

// CompleteTypes is what package builtins gives the types of a dialect their
// methods with. A runtime calls it for its own dialect; values that don't know
// theirs may be asked by the rules of the other one.
var CompleteTypes func(d syntax.Dialect)

// Documentation is what package help tells of a name in a module, such as
// "socket.bind" of "socket": __doc__ of what is written in Go and doesn't bring
// its own. It returns "" if there is nothing to tell.
var Documentation func(d syntax.Dialect, module, name string) string

// docOf is what Documentation tells of an attribute of a class.
func (c *Class) docOf(name string) starlark.Value {
	if Documentation != nil {
		for _, k := range c.MRO {
			if doc := Documentation(c.dialect(), k.Module, k.ClassName+"."+name); doc != "" {
				return NewStr(c.dialect(), doc)
			}
		}
	}
	return starlark.None
}

// fill makes the dict of a built-in class, once.
func (c *Class) fill() {
	c.lazy.Do(func() {
		if c.Lazy == nil && CompleteTypes != nil {
			CompleteTypes(c.dialect())
		}
		if c.Lazy != nil {
			c.Lazy(c)
		}
		own := make(map[string]starlark.Value, len(c.Methods)+len(c.Getters)+len(c.Attrs)+2)
		for name, m := range c.Methods {
			own[name] = &Func{FuncName: name, Unbound: c, Method: c.counted(name, m)}
		}
		for name, get := range c.Getters {
			own[name] = &Getset{Name: name, Of: c, Member: c.fields(), Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) { return get(self) }}
		}
		for name, v := range c.Attrs {
			own[name] = v
		}
		if own["__new__"] == nil && c.news() {
			own["__new__"] = NewFor(c)
		}
		if own["__doc__"] == nil {
			own["__doc__"] = docString(c.Doc)
		}
		c.own = own
	})
}

// news reports whether a built-in class has a __new__ of its own, not that of a base.
func (c *Class) news() bool {
	switch {
	case c.Exception:
		return c.py2 || !newless[c.ClassName] && !c.IsSubclass(OSError.Class(syntax.Python3))
	case c.New == nil || c.Mixin || c.open:
		return false
	}
	for _, k := range c.MRO[1:] {
		if k.Blank != nil {
			return false
		}
	}
	return true
}

// newless are the exceptions, beside OSErrors, that Python 3 makes as their base.
var newless = map[string]bool{
	"AttributeError": true, "ExceptionGroup": true, "ImportError": true, "IndentationError": true, "KeyError": true,
	"ModuleNotFoundError": true, "NameError": true, "StopIteration": true, "SyntaxError": true, "SystemExit": true,
	"TabError": true, "UnboundLocalError": true,
}

// fields reports whether CPython keeps the attributes of a built-in class as
// fields of a struct, which makes member descriptors of them.
func (c *Class) fields() bool {
	switch c.ClassName {
	case "complex", "slice", "range":
		return true
	}
	return false
}

// has returns what the class itself, not a base, has under a name, unbound.
func (c *Class) has(name string) starlark.Value {
	if c.Dict != nil {
		return c.Dict.GetString(name)
	}
	c.fill()
	v := c.own[name]
	if name == "__doc__" && v == starlark.None {
		v, _ = typeDoc(c) // not before: it takes time to tell
	}
	return v
}

// Lookup finds what a class or a base of it has under a name, unbound.
func (c *Class) Lookup(name string) starlark.Value {
	v, _ := c.find(name)
	return v
}

// thread is the running thread, or nil if that can't be known.
func (c *Class) thread() *Thread {
	if c.rt != nil {
		return c.rt.Current()
	}
	return nil
}

// dialect is that of the class.
func (c *Class) dialect() syntax.Dialect {
	if c.py2 {
		return syntax.Python2
	}
	return syntax.Python3
}

// bind looks name up for the instance self, which has no attributes but those
// of its class.
func (c *Class) bind(self starlark.Value, name string) (starlark.Value, error) {
	return c.bindIn(c.thread(), self, name)
}

func (c *Class) bindIn(t *Thread, self starlark.Value, name string) (starlark.Value, error) {
	if v, _ := c.find(name); v != nil {
		return bindTo(t, v, self, c)
	}
	if get := specialOf(self, c, "__getattr__"); get != nil {
		return c.rt.Current().Call(get, c.rt.Str(name))
	}
	return nil, noAttribute(c.TypeName(), name)
}

// HasGetter reports whether instances have a computed attribute of that name.
func (c *Class) HasGetter(name string) bool {
	_, ok := c.Lookup(name).(*Getset)
	return ok
}

func noAttribute(class, name string) error {
	return lacks("'"+class+"' object", name)
}

// lacks is the error of a subject, such as "'int' object", that hasn't the attribute.
func lacks(subject, name string) error {
	words := subject + " has no attribute '"
	return AttributeError.By(words+cString(name)+"'", words+name+"'")
}

// cString is what Python 2's messages show of a name: as much as is a string of C.
func cString(name string) string {
	name, _, _ = strings.Cut(name, "\x00")
	return name
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

// Type returns the name of the metaclass.
func (c *Class) Type() string {
	if c.rt == nil && !c.OldStyle {
		return "type"
	}
	return c.metaclass().TypeName()
}

// Freeze does nothing.
func (c *Class) Freeze() {}

// Hash returns a hash of the identity.
func (c *Class) Hash() (uint32, error) { return identity(c), nil }

// QualifiedName is the name as reprs and tracebacks show it: with its module
// unless that is the built-ins'.
func (c *Class) QualifiedName() string {
	name := c.ClassName
	if c.Qualname != "" {
		name = c.Qualname
	}
	switch c.Module {
	case "", "builtins", "__builtin__", "exceptions":
		return name
	}
	return c.Module + "." + name
}

// TypeName is the name as messages about an instance show it.
func (c *Class) TypeName() string {
	switch {
	case c.OldStyle:
		return "instance"
	case c.Static:
		return c.QualifiedName()
	case c.Exception && c.py2 && c.Dict == nil:
		return c.Module + "." + c.ClassName
	}
	return c.ClassName
}

// Attr is type.__getattribute__: data descriptors of the metaclass, what the
// class has, the rest of the metaclass, and its __getattr__.
func (c *Class) Attr(name string) (starlark.Value, error) {
	if c.OldStyle {
		return c.oldAttr(name)
	}
	meta := c.metaclass()
	if get := meta.special("__getattribute__"); get != nil {
		v, err := c.rt.Current().Call(get, c, c.rt.Str(name))
		if err != nil && Is(err, AttributeError, c.dialect()) {
			if w, found, err2 := c.missing(name); found {
				return w, err2
			}
		}
		return v, err
	}
	v, err := c.Generic(name)
	if v != nil || err != nil {
		return v, err
	}
	if v, found, err := c.missing(name); found {
		return v, err
	}
	return nil, c.noAttribute(name)
}

// Generic is type.__getattribute__ but for the metaclass's __getattr__: it
// returns nil, nil if there is no attribute of that name.
func (c *Class) Generic(name string) (starlark.Value, error) {
	meta := c.metaclass()
	m, _ := meta.find(name)
	if m != nil && isData(m) && hasGet(m) {
		return bindTo(c.thread(), m, c, meta)
	}
	if v, _ := c.find(name); v != nil {
		return bindTo(c.thread(), v, nil, c)
	}
	if m != nil {
		return bindTo(c.thread(), m, c, meta)
	}
	return nil, nil
}

func (c *Class) noAttribute(name string) error {
	return lacks("type object '"+c.TypeName()+"'", name)
}

// metaclass returns type(c).
func (c *Class) metaclass() *Class { return c.Metaclass(c.dialect()) }

// missing is what the metaclass's __getattr__ makes of a name that isn't there.
func (c *Class) missing(name string) (starlark.Value, bool, error) {
	get := c.metaclass().special("__getattr__")
	if get == nil {
		return nil, false, nil
	}
	v, err := c.rt.Current().Call(get, c, c.rt.Str(name))
	return v, true, err
}

// AttrNames lists what the class and its bases have.
func (c *Class) AttrNames() []string {
	seen := make(map[string]bool)
	for _, k := range c.MRO {
		k.each(func(name string, _ starlark.Value) { seen[name] = true })
	}
	return sortedKeys(seen)
}

// each calls f for what the class itself has.
func (c *Class) each(f func(name string, v starlark.Value)) {
	if c.Dict == nil {
		c.fill()
		for _, name := range sortedKeys(c.own) {
			f(name, c.own[name])
		}
		return
	}
	c.Dict.Each(func(k, v starlark.Value) bool {
		if name, ok := AsText(k); ok {
			f(name, v)
		}
		return true
	})
}

// CallInternal makes an instance.
func (c *Class) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := Of(th)
	if len(kwargs) > 1 && c.py2 {
		kwargs = t.LayKeywords(kwargs, len(kwargs))
	}
	if c.Dict != nil {
		return c.instantiate(t, args, kwargs)
	}
	if c.Exception {
		e, err := newException(c, args, kwargs)
		if err != nil {
			return nil, err
		}
		return e, e.initialize(args, kwargs)
	}
	for _, k := range c.MRO {
		if k.New != nil {
			return k.New(t, c, args, kwargs)
		}
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
