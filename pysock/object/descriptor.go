package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"strings"
)

// What a class has under a name may decide itself what looking the name up
// gives: functions become methods, properties call a function. Such values are
// descriptors, and all look-ups of attributes come to bindTo and setThrough.
// (Language reference, "Implementing descriptors".)

// A descriptor written in Go.
type descriptor interface {
	// get is what looking the attribute up on self gives, an instance of c;
	// self is nil where it was looked up on c itself.
	get(t *Thread, self starlark.Value, c *Class) (starlark.Value, error)
}

// A dataDescriptor goes before what an instance itself has.
type dataDescriptor interface {
	descriptor
	// set sets the attribute of self; v is nil to delete it.
	set(t *Thread, self, v starlark.Value) error
}

var (
	_ descriptor     = (*Func)(nil)
	_ descriptor     = (*ClassMethod)(nil)
	_ descriptor     = (*StaticMethod)(nil)
	_ descriptor     = (*Super)(nil)
	_ dataDescriptor = (*Property)(nil)
	_ dataDescriptor = (*Getset)(nil)
)

// bindTo returns what looking up v, which the class c or a base of it has,
// gives for self, an instance of c, or for c itself where self is nil.
func bindTo(t *Thread, v, self starlark.Value, c *Class) (starlark.Value, error) {
	switch d := v.(type) {
	case *starlark.Function:
		switch {
		case self != nil:
			return &BoundMethod{Self: self, Func: d}, nil
		case c.py2:
			return &BoundMethod{Func: d, Class: c}, nil
		}
		return d, nil
	case *BoundMethod: // an unbound one: boo = C.foo
		switch {
		case d.Self != nil || !c.py2 || d.Class != nil && !c.IsSubclass(d.Class):
			return d, nil
		case self != nil:
			return &BoundMethod{Self: self, Func: d.Func}, nil
		}
		return &BoundMethod{Func: d.Func, Class: c}, nil
	case descriptor:
		return d.get(t, self, c)
	case *Instance:
		if d.class.special("__get__") == nil {
			if s, ok := d.Base.(*Super); ok && s.Self == nil && self != nil {
				return t.Call(d.class, s.After, self)
			}
			if b, ok := d.Base.(descriptor); ok {
				if _, ok := b.(*Property); ok && self == nil {
					return d, nil // not the property that it is based on
				}
				return b.get(t, self, c)
			}
		}
	}
	if get := SpecialMethod(v, "__get__"); get != nil {
		if self == nil {
			self = starlark.None
		}
		return t.Call(get, self, c)
	}
	return v, nil
}

// isData reports whether v, which a class has, is a data descriptor.
func isData(v starlark.Value) bool {
	switch d := v.(type) {
	case dataDescriptor:
		return true
	case *Instance:
		if _, ok := d.Base.(dataDescriptor); ok {
			return true
		}
		return d.class.special("__set__") != nil || d.class.special("__delete__") != nil
	}
	return SpecialMethod(v, "__set__") != nil || SpecialMethod(v, "__delete__") != nil
}

// hasGet reports whether a descriptor has a __get__.
func hasGet(v starlark.Value) bool {
	if x, ok := v.(*Instance); ok && x.class.special("__get__") == nil {
		_, ok := x.Base.(descriptor)
		return ok
	}
	return true
}

// setThrough sets an attribute of self by the data descriptor d; v is nil to
// delete it.
func setThrough(t *Thread, d, self, v starlark.Value) error {
	name, args := "__set__", []starlark.Value{self, v}
	if v == nil {
		name, args = "__delete__", args[:1]
	}
	if m := SpecialMethod(d, name); m != nil {
		_, err := t.Call(m, args...)
		return err
	}
	if x, ok := Unwrap(d).(dataDescriptor); ok {
		return x.set(t, self, v)
	}
	return AttributeError.Errorf("%s", name)
}

// A Getset is an attribute of the instances of a class that Go code computes:
// getset_descriptor in CPython, or member_descriptor, which reads a slot.
type Getset struct {
	Name   string
	Of     *Class
	Member bool
	// Get may be given a nil thread. It returns nil, nil where there is
	// nothing.
	Get func(t *Thread, self starlark.Value) (starlark.Value, error)
	// Set is nil where the attribute can't be set; v is nil to delete it. It may be given
	// a nil thread too.
	Set func(t *Thread, self, v starlark.Value) error
}

// DocString is __doc__.
func (g *Getset) DocString() starlark.Value {
	doc := g.Of.docOf(g.Name)
	if doc == starlark.None && strings.HasPrefix(g.Name, "__") {
		return starlark.String("Attribute of " + g.Of.ClassName + " objects.")
	}
	return doc
}

func (g *Getset) get(t *Thread, self starlark.Value, c *Class) (starlark.Value, error) {
	if self == nil {
		return g, nil
	}
	v, err := g.Get(t, g.value(self))
	if v == nil && err == nil {
		err = AttributeError.By(g.Name, sprintf("'%s' object has no attribute '%s'", c.TypeName(), g.Name))
	}
	return v, err
}

func (g *Getset) set(t *Thread, self, v starlark.Value) error {
	switch {
	case g.Set != nil:
		return g.Set(t, g.value(self), v)
	case g.Member && t != nil && t.RT.Dialect == syntax.Python2: // no thread: an exception of 3's
		return TypeError.Errorf("readonly attribute")
	case g.Member:
		return AttributeError.Errorf("readonly attribute")
	}
	return AttributeError.Errorf("attribute '%s' of '%s' objects is not writable", g.Name, g.Of.TypeName())
}

// value is what the Go code takes: the value that an instance has of a built-in
// base.
func (g *Getset) value(self starlark.Value) starlark.Value {
	if g.Of.Dict == nil && len(g.Of.Bases) > 0 && !g.Of.Mixin {
		return Unwrap(self)
	}
	return self
}

// check raises TypeError where self is no instance of the descriptor's class.
func (g *Getset) check(t *Thread, self starlark.Value) error {
	if got := t.RT.ClassOf(self); !got.IsSubclass(g.Of) {
		to := sprintf("descriptor '%s' for '%s' objects doesn't apply to ", g.Name, g.Of.TypeName())
		return TypeError.By(to+sprintf("'%s' object", got.TypeName()), to+sprintf("a '%s' object", got.TypeName()))
	}
	return nil
}

// Repr returns <attribute 'x' of 'C' objects>.
func (g *Getset) Repr(syntax.Dialect) string {
	word := "attribute"
	if g.Member {
		word = "member"
	}
	return sprintf("<%s '%s' of '%s' objects>", word, g.Name, g.Of.TypeName())
}

// String returns the repr.
func (g *Getset) String() string { return g.Repr(syntax.Python3) }

// Type returns the name of the type.
func (g *Getset) Type() string {
	if g.Member {
		return "member_descriptor"
	}
	return "getset_descriptor"
}

// Freeze does nothing.
func (g *Getset) Freeze() {}

// Truth returns true.
func (g *Getset) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (g *Getset) Hash() (uint32, error) { return identity(g), nil }

// GetThrough is descriptor.__get__(self, owner) for a descriptor written in Go, which
// raises TypeError for an instance of a wrong class.
func GetThrough(t *Thread, d, self, owner starlark.Value) (starlark.Value, error) {
	if self == starlark.None && owner == starlark.None {
		return nil, TypeError.Errorf("__get__(None, None) is invalid")
	}
	c, ok := owner.(*Class)
	if self == starlark.None {
		if _, isFunc := d.(*starlark.Function); !isFunc || t.RT.Dialect != syntax.Python2 || ok {
			self = nil
		}
	}
	if !ok {
		if s, ok := d.(*StaticMethod); ok {
			return s.F, nil
		}
		if self == nil {
			return d, nil
		}
		c = t.RT.ClassOf(self)
	}
	if self != nil {
		var err error
		switch d := d.(type) {
		case *Getset:
			err = d.check(t, self)
		case *Func:
			if d.Unbound != nil && !d.ClassMethod {
				_, err = d.get(t, self, t.RT.ClassOf(self))
			}
		}
		if err != nil {
			return nil, err
		}
	}
	if m, ok := d.(*BoundMethod); ok {
		if m.Self == nil && self != nil && t.RT.ClassOf(self).IsSubclass(m.Class) {
			return &BoundMethod{Self: self, Func: m.Func}, nil
		}
		return m, nil
	}
	v, err := bindTo(t, d, self, c)
	if m, isMethod := v.(*BoundMethod); isMethod && !ok && t.RT.Dialect == syntax.Python2 {
		if _, isFunc := d.(*starlark.Function); isFunc {
			m.Stray = true
		}
	}
	return v, err
}

// SetThrough is descriptor.__set__(self, v), and descriptor.__delete__(self) where v
// is nil.
func SetThrough(t *Thread, d, self, v starlark.Value) error {
	if g, ok := d.(*Getset); ok {
		if err := g.check(t, self); err != nil {
			return err
		}
	}
	return setThrough(t, d, self, v)
}

// Subscript gives Python 3's classes of those written in Go C[int].
func Subscript(classes ...*Class) {
	for _, c := range classes {
		if c.dialect() == syntax.Python2 {
			continue
		}
		if c.Attrs == nil {
			c.Attrs = make(map[string]starlark.Value)
		}
		c.Attrs["__class_getitem__"] = ClassGetItem(c)
	}
}

// ClassGetItem is __class_getitem__ of a class written in Go: C[int].
func ClassGetItem(c *Class) *Func {
	return &Func{
		FuncName: "__class_getitem__", Unbound: c, ClassMethod: true, Generic: true,
		Method: func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var k starlark.Value
			if err := OneArg(t, c.ClassName, "__class_getitem__", args, kwargs, &k); err != nil {
				return nil, err
			}
			return NewAlias(self, k), nil
		},
	}
}
