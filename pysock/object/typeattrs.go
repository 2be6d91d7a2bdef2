package object

import (
	"cmp"
	"maps"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// The computed attributes that every class has, those of type, and those that
// every value has, those of object. (Library reference, "Special attributes".)

// classTuple is a tuple of classes.
func classTuple(classes []*Class) starlark.Tuple {
	t := make(starlark.Tuple, len(classes))
	for i, c := range classes {
		t[i] = c
	}
	return t
}

// A typeGetset is a computed attribute of a class.
type typeGetset struct {
	get func(c *Class) (starlark.Value, error)
	set func(t *Thread, c *Class, v starlark.Value) error
	// member tells that CPython has it as a member, whose errors differ.
	member bool
}

// typeGetsets are those of type.
func typeGetsets() map[string]typeGetset {
	return map[string]typeGetset{
		"__name__":     {get: func(c *Class) (starlark.Value, error) { return NewStr(c.dialect(), c.ClassName), nil }, set: setTypeName},
		"__qualname__": {get: typeQualname, set: setTypeQualname},
		"__module__":   {get: typeModule, set: setTypeItem("__module__")},
		"__doc__":      {get: typeDoc, set: setTypeItem("__doc__")},
		"__dict__":     {get: func(c *Class) (starlark.Value, error) { return c.Proxy(), nil }},
		"__bases__":    {get: func(c *Class) (starlark.Value, error) { return classTuple(c.Bases), nil }, set: setTypeBases},
		"__mro__":      {get: func(c *Class) (starlark.Value, error) { return classTuple(c.MRO), nil }, member: true},
		"__base__": {get: func(c *Class) (starlark.Value, error) {
			for _, b := range c.Bases {
				if b.solidBase() == c.solid || c.solid == c {
					return b, nil
				}
			}
			if len(c.Bases) > 0 {
				return c.Bases[0], nil
			}
			return starlark.None, nil
		}, member: true},
		"__abstractmethods__": {get: func(c *Class) (starlark.Value, error) {
			if c.Dict != nil {
				if v := c.Dict.GetString("__abstractmethods__"); v != nil {
					return v, nil
				}
			}
			return nil, AttributeError.Errorf("__abstractmethods__")
		}, set: setTypeItem("__abstractmethods__")},
		"__annotations__": {get: func(c *Class) (starlark.Value, error) {
			if c.Dict == nil || c.py2 {
				return nil, c.noAttribute("__annotations__")
			}
			v := c.Dict.GetString("__annotations__")
			if v == nil {
				v = new(Dict)
				c.Dict.SetString("__annotations__", v)
			}
			return v, nil
		}, set: setTypeItem("__annotations__")},
		"__flags__":          {get: func(c *Class) (starlark.Value, error) { return starlark.MakeInt(c.flags()), nil }, member: true},
		"__basicsize__":      {get: func(c *Class) (starlark.Value, error) { return starlark.MakeInt(16 + 8*c.slots), nil }, member: true},
		"__itemsize__":       {get: func(c *Class) (starlark.Value, error) { return starlark.MakeInt(c.itemSize()), nil }, member: true},
		"__dictoffset__":     {get: func(c *Class) (starlark.Value, error) { return slotOffset(c.hasDict), nil }, member: true},
		"__weakrefoffset__":  {get: func(c *Class) (starlark.Value, error) { return slotOffset(c.Weakly()), nil }, member: true},
		"__text_signature__": {get: func(c *Class) (starlark.Value, error) { return starlark.None, nil }},
	}
}

// itemSizes are what an element takes in the types that CPython keeps in one
// piece of memory.
var itemSizes = map[string]int{"tuple": 8, "int": 4, "bytes": 1, "type": 40}

func (c *Class) itemSize() int {
	for _, b := range c.MRO {
		if n := itemSizes[b.ClassName]; b.Dict == nil && n > 0 && (!c.py2 || b.ClassName != "int") {
			return n
		}
	}
	return 0
}

// slotOffset is where CPython would keep something, 0 if there is no such thing.
func slotOffset(has bool) starlark.Value {
	if has {
		return starlark.MakeInt(16)
	}
	return starlark.MakeInt(0)
}

// Weakly reports whether instances may have weak references to them.
func (c *Class) Weakly() bool {
	if c.Dict == nil {
		return false
	}
	return c.OldStyle || c.Lookup("__weakref__") != nil
}

// The flags of types that scripts ask for: CPython's Py_TPFLAGS_*.
const (
	flagImmutable = 1 << 8
	flagHeap      = 1 << 9
	flagBase      = 1 << 10
	flagAbstract  = 1 << 20
)

func (c *Class) flags() int {
	n := 0
	if c.Dict != nil {
		n |= flagHeap
		if v := c.Dict.GetString("__abstractmethods__"); v != nil && bool(v.Truth()) {
			n |= flagAbstract
		}
	} else if !c.py2 {
		n |= flagImmutable
	}
	if !c.final() {
		n |= flagBase
	}
	return n
}

func typeQualname(c *Class) (starlark.Value, error) {
	if c.Qualname != "" {
		return NewStr(c.dialect(), c.Qualname), nil
	}
	return NewStr(c.dialect(), c.ClassName), nil
}

func typeModule(c *Class) (starlark.Value, error) {
	if c.Dict != nil {
		if v := c.Dict.GetString("__module__"); v != nil {
			return v, nil
		}
		return nil, AttributeError.Errorf("__module__")
	}
	if c.Module != "" {
		return NewStr(c.dialect(), c.Module), nil
	}
	if c.py2 {
		return starlark.String("__builtin__"), nil
	}
	return starlark.String("builtins"), nil
}

func typeDoc(c *Class) (starlark.Value, error) {
	if c.Dict == nil {
		doc := c.Doc
		if doc == "" && Documentation != nil {
			doc = Documentation(c.dialect(), c.Module, c.ClassName)
		}
		return docString(cmp.Or(doc, typeDocs[c.ClassName])), nil
	}
	v := c.Dict.GetString("__doc__")
	if v == nil {
		return starlark.None, nil
	}
	return bindTo(c.thread(), v, nil, c)
}

// mutable raises the TypeError of an attempt to change a built-in class, or to
// delete what every class has.
func (c *Class) mutable(name string, v starlark.Value) error {
	switch {
	case c.Dict == nil:
		return TypeError.By(sprintf("can't set %s.%s", c.ClassName, name), immutable("set", name, c.TypeName()))
	case v == nil:
		return TypeError.By(sprintf("can't delete %s.%s", c.ClassName, name), immutable("delete", name, c.TypeName()))
	}
	return nil
}

// immutable is what Python 3 says of it.
func immutable(verb, name, class string) string {
	return sprintf("cannot %s %s attribute of immutable type '%s'", verb, Repr(syntax.Python3, starlark.String(name)), class)
}

// nameText checks a name that is given to a class.
func (c *Class) nameText(attr string, v starlark.Value) (string, error) {
	if err := c.mutable(attr, v); err != nil {
		return "", err
	}
	s, ok := AsText(v)
	if t, text := Unwrap(v).(*Text); text && c.py2 && t.unicode {
		ok = false
	}
	switch {
	case !ok:
		return "", TypeError.Errorf("can only assign string to %s.%s, not '%s'", c.ClassName, attr, TypeName(v))
	case attr == "__name__" && strings.ContainsRune(s, 0):
		return "", ValueError.By("__name__ must not contain null bytes", "type name must not contain null characters")
	case attr == "__name__" && !c.py2:
		return s, Encodable(v)
	}
	return s, nil
}

func setTypeName(_ *Thread, c *Class, v starlark.Value) error {
	s, err := c.nameText("__name__", v)
	if err == nil {
		c.ClassName = s
	}
	return err
}

func setTypeQualname(_ *Thread, c *Class, v starlark.Value) error {
	s, err := c.nameText("__qualname__", v)
	if err == nil {
		c.Qualname = s
	}
	return err
}

func setTypeBases(t *Thread, c *Class, v starlark.Value) error {
	if err := c.mutable("__bases__", v); err != nil {
		return err
	}
	return c.setBases(t, v)
}

// setTypeItem sets an attribute that is kept in the class's dict.
func setTypeItem(name string) func(t *Thread, c *Class, v starlark.Value) error {
	return func(_ *Thread, c *Class, v starlark.Value) error {
		if v == nil && c.Dict != nil && (name == "__abstractmethods__" || name == "__annotations__") {
			if !c.Dict.DelString(name) {
				return AttributeError.Errorf("%s", name)
			}
			return nil
		}
		if err := c.mutable(name, v); err != nil {
			return err
		}
		if name == "__doc__" && c.py2 {
			return AttributeError.Errorf("attribute '__doc__' of 'type' objects is not writable")
		}
		c.Dict.SetString(name, v)
		if name == "__module__" {
			c.Module, _ = AsText(v)
		}
		return nil
	}
}

// fillType gives type its computed attributes.
func fillType(c *Class) {
	attrs := maps.Clone(c.Attrs)
	if attrs == nil {
		attrs = make(map[string]starlark.Value)
	}
	for name, g := range typeGetsets() {
		if c.py2 && (name == "__qualname__" || name == "__annotations__" || name == "__text_signature__") {
			continue
		}
		d := &Getset{Name: name, Of: c, Member: g.member, Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) {
			return g.get(self.(*Class))
		}}
		if g.set != nil {
			d.Set = func(t *Thread, self, v starlark.Value) error { return g.set(t, self.(*Class), v) }
		}
		attrs[name] = d
	}
	c.Attrs = attrs
}

// fillObject gives object its computed attribute, __class__.
func fillObject(c *Class) {
	attrs := maps.Clone(c.Attrs)
	if attrs == nil {
		attrs = make(map[string]starlark.Value)
	}
	attrs["__class__"] = &Getset{Name: "__class__", Of: c,
		Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) { return ClassOf(c.dialect(), self), nil },
		Set: func(_ *Thread, self, v starlark.Value) error {
			k, ok := v.(*Class)
			switch {
			case v == nil:
				return TypeError.Errorf("can't delete __class__ attribute")
			case !ok:
				return TypeError.By(
					sprintf("__class__ must be set to new-style class, not '%s' object", TypeName(v)),
					sprintf("__class__ must be set to a class, not '%s' object", TypeName(v)))
			}
			switch x := self.(type) {
			case *Instance:
				return x.SetClass(k)
			case interface{ SetClass(c *Class) error }:
				return x.SetClass(k)
			}
			return TypeError.By("__class__ assignment: only for heap types",
				"__class__ assignment only supported for mutable types or ModuleType subclasses")
		}}
	c.Attrs = attrs
}

// A MappingProxy shows a mapping that can't be changed through it: the dict of
// a class. It is types.MappingProxyType(mapping).
type MappingProxy struct {
	Of starlark.Value
	d  syntax.Dialect
}

var (
	_ starlark.IterableMapping = (*MappingProxy)(nil)
	_ Comparer                 = (*MappingProxy)(nil)
	_ Container                = (*MappingProxy)(nil)
	_ starlark.HasBinary       = (*MappingProxy)(nil)
)

// NewMappingProxy returns a proxy of m.
func NewMappingProxy(d syntax.Dialect, m starlark.Value) *MappingProxy { return &MappingProxy{m, d} }

// Binary is m | y, which is what the mapping makes of it.
func (m *MappingProxy) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if op != starsyntax.PIPE || m.d == syntax.Python2 {
		return nil, nil
	}
	x := m.Of
	if p, ok := y.(*MappingProxy); ok {
		y = p.Of
	}
	if side == starlark.Right {
		x, y = y, x
	}
	return starlark.Binary(op, x, y)
}

func (m *MappingProxy) mapping() starlark.IterableMapping {
	if d, ok := Unwrap(m.Of).(starlark.IterableMapping); ok {
		return d
	}
	return new(Dict)
}

// Repr shows the mapping; Python 2 has dict_proxy for its name.
func (m *MappingProxy) Repr(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return "dict_proxy(" + Repr(d, m.Of) + ")"
	}
	return "mappingproxy(" + Repr(d, m.Of) + ")"
}

// Str shows the mapping.
func (m *MappingProxy) Str(d syntax.Dialect) string {
	return Str(d, m.Of)
}

// Get is m[k].
func (m *MappingProxy) Get(k starlark.Value) (starlark.Value, bool, error) {
	if x, ok := m.Of.(starlark.Mapping); ok {
		return x.Get(k)
	}
	return m.mapping().Get(k)
}

// Has is k in m.
func (m *MappingProxy) Has(k starlark.Value) (bool, error) { return Contains(m.d, m.Of, k) }

// RichCompare compares the mapping.
func (m *MappingProxy) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if o, ok := y.(*MappingProxy); ok {
		y = o.Of
	}
	return Compare(m.d, op, m.Of, y)
}

// Iterate iterates over the keys.
func (m *MappingProxy) Iterate() starlark.Iterator {
	if it, err := Iterable(m.Of); err == nil {
		return it.Iterate()
	}
	return m.mapping().Iterate()
}

// Items returns keys and values.
func (m *MappingProxy) Items() []starlark.Tuple { return m.mapping().Items() }

// Len returns the number of items.
func (m *MappingProxy) Len() int { return len(m.mapping().Items()) }

// String returns the repr.
func (m *MappingProxy) String() string { return m.Repr(m.d) }

// Type returns the name of the type.
func (m *MappingProxy) Type() string {
	if m.d == syntax.Python2 {
		return "dictproxy"
	}
	return "mappingproxy"
}

// Freeze does nothing.
func (m *MappingProxy) Freeze() {}

// Truth reports whether there are items.
func (m *MappingProxy) Truth() starlark.Bool { return m.Len() > 0 }

// Hash fails.
func (m *MappingProxy) Hash() (uint32, error) { return 0, Unhashable(m.Type()) }
