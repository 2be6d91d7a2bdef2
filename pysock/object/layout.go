package object

import (
	"slices"
	"strings"
	"unicode"

	"go.starlark.net/starlark"
)

// How the instances of a class that a script made are laid out: whether they
// have a dict, which slots, and of which built-in type they hold a value.

// layOut finds the layout and puts the descriptors of the slots, of __dict__
// and of __weakref__ into the class's dict. It raises TypeError if the bases
// can't be combined.
func (c *Class) layOut(t *Thread) error {
	if c.OldStyle {
		c.hasDict = true
		return nil
	}
	if err := c.inheritLayout(); err != nil {
		return err
	}
	hadDict, hadWeak := c.hasDict, c.hasDict || slices.ContainsFunc(c.MRO[1:], func(k *Class) bool {
		return k.Dict != nil && k.Dict.GetString("__weakref__") != nil
	})
	slots := c.Dict.GetString("__slots__")
	if slots == nil {
		c.hasDict = true
	} else if err := c.addSlots(t, slots, hadDict, hadWeak); err != nil {
		return err
	}
	if !hadDict && c.hasDict && c.Dict.GetString("__dict__") == nil {
		c.Dict.SetString("__dict__", dictGetset(c))
	}
	if !hadWeak && slots == nil && !c.fixedSize() && c.Dict.GetString("__weakref__") == nil {
		c.Dict.SetString("__weakref__", weakGetset(c))
	}
	return nil
}

// fixedSize reports whether instances have no room for slots.
func (c *Class) fixedSize() bool {
	if c.base == nil {
		return false
	}
	switch c.base.ClassName {
	case "long", "tuple", "bytes", "type":
		return true
	case "int":
		return !c.py2
	case "str":
		return c.py2
	}
	return false
}

// inheritLayout takes over the layout of the bases. The most derived of their
// solid bases is that of the class.
func (c *Class) inheritLayout() error {
	for _, b := range c.Bases {
		if b.OldStyle {
			c.hasDict = true
			continue
		}
		if b.hasDict || b.Exception || b.Dict == nil && (b.ClassName == "type" || b.ClassName == "module") {
			c.hasDict = true
		}
		s := b.solidBase()
		switch {
		case c.solid == nil || s.IsSubclass(c.solid):
			c.solid = s
		case !c.solid.IsSubclass(s):
			return badBases("multiple bases have instance lay-out conflict")
		}
		if b.base != nil && (c.base == nil || b.base.IsSubclass(c.base)) {
			c.base = b.base
		} else if b.Dict == nil && b.New != nil && len(b.Bases) > 0 && !b.Exception && (c.base == nil || b.IsSubclass(c.base)) {
			c.base = b
		}
	}
	if c.solid == nil {
		return onlyClassic()
	}
	c.slots = c.solid.slots
	return nil
}

func onlyClassic() error {
	return TypeError.By("a new-style class can't have only classic bases", "bases must be types")
}

// solidBase returns the base that instances are laid out by.
func (c *Class) solidBase() *Class {
	if c.Dict != nil {
		return c.solid
	}
	for len(c.Bases) > 0 {
		if c.Exception && c.New == nil && c.Bases[0].Exception && (c.layout == c.Bases[0].layout || c.layout.members == "") || !c.Exception && c.New == nil {
			c = c.Bases[0]
			continue
		}
		break
	}
	return c
}

// addSlots makes the descriptors of __slots__.
func (c *Class) addSlots(t *Thread, slots starlark.Value, hadDict, hadWeak bool) error {
	names, err := []starlark.Value{slots}, error(nil)
	if _, ok := AsText(slots); !ok {
		if names, err = Elements(t, slots); err != nil {
			return err
		}
	}
	wantDict, wantWeak := false, false
	var add []string
	for _, v := range names {
		name, ok := AsText(v)
		switch {
		case !ok:
			return c.slotError("__slots__ items must be strings, not '%s'", TypeName(v))
		case c.fixedSize() && (name != "__dict__" || hadDict):
			return c.slotError("nonempty __slots__ not supported for subtype of '%s'", c.Bases[0].ClassName)
		case !isIdentifier(name):
			return c.slotError("__slots__ must be identifiers")
		case name == "__dict__":
			if hadDict || wantDict {
				return c.slotError("__dict__ slot disallowed: we already got one")
			}
			wantDict = true
			continue
		case name == "__weakref__":
			if hadWeak || wantWeak {
				return c.slotError("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
			}
			wantWeak = true
			continue
		}
		name = c.mangled(name)
		if !c.py2 && c.Dict.GetString(name) != nil && !(name == "__qualname__" || name == "__classcell__") {
			return ValueError.Errorf("'%s' in __slots__ conflicts with class variable", name)
		}
		if !slices.Contains(add, name) {
			add = append(add, name)
		}
	}
	slices.Sort(add)
	for _, name := range add {
		c.Dict.SetString(name, slotMember(c, name, c.slots))
		c.slots++
	}
	if len(add) > 0 {
		c.solid = c
	}
	c.hasDict = hadDict || wantDict
	if wantWeak {
		c.Dict.SetString("__weakref__", weakGetset(c))
	}
	return nil
}

func (c *Class) slotError(format string, args ...any) error { return badBases(format, args...) }

func isIdentifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// mangled is the name of an attribute as the methods of the class know it.
func (c *Class) mangled(name string) string {
	if class := strings.TrimLeft(c.ClassName, "_"); class != "" && strings.HasPrefix(name, "__") && !strings.HasSuffix(name, "__") {
		return "_" + class + name
	}
	return name
}

// slotMember is the descriptor of the i'th slot.
func slotMember(c *Class, name string, i int) *Getset {
	return &Getset{Name: name, Of: c, Member: true,
		Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) {
			x, ok := self.(*Instance)
			if !ok || i >= len(x.slots) || x.slots[i] == nil {
				return nil, nil
			}
			return x.slots[i], nil
		},
		Set: func(_ *Thread, self, v starlark.Value) error {
			x, ok := self.(*Instance)
			if !ok {
				return TypeError.Errorf("'%s' object has no slots", TypeName(self))
			}
			if x.slots == nil {
				x.slots = make([]starlark.Value, max(x.class.slots, i+1))
			}
			if v == nil && x.slots[i] == nil {
				return AttributeError.Errorf("%s", name)
			}
			x.slots[i] = v
			return nil
		},
	}
}

// dictGetset is __dict__ of the instances of a class.
func dictGetset(c *Class) *Getset {
	return &Getset{Name: "__dict__", Of: c,
		Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
			if g := builtinDict(c, self); g != nil {
				return g.get(t, self, c)
			}
			if x, ok := self.(*Instance); ok {
				x.Dict.Made()
				return x.Dict, nil
			}
			return nil, nil
		},
		Set: func(t *Thread, self, v starlark.Value) error {
			if g := builtinDict(c, self); g != nil {
				return g.set(t, self, v)
			}
			x, ok := self.(*Instance)
			if !ok {
				return AttributeError.Errorf("__dict__")
			}
			if v == nil {
				x.Dict = x.class.newDict()
				return nil
			}
			d, ok := Unwrap(v).(*Dict)
			if !ok {
				return TypeError.Errorf("__dict__ must be set to a dictionary, not a '%s'", TypeName(v))
			}
			x.Dict = d
			return nil
		},
	}
}

// builtinDict is __dict__ of the built-in class, such as type, that says what
// the dict of self is; nil for an ordinary instance.
func builtinDict(c *Class, self starlark.Value) *Getset {
	for _, k := range ClassOf(c.dialect(), self).MRO {
		if k.Dict == nil {
			if g, ok := k.has("__dict__").(*Getset); ok {
				return g
			}
		}
	}
	return nil
}

// weakGetset is __weakref__ of the instances of a class.
func weakGetset(c *Class) *Getset {
	return &Getset{Name: "__weakref__", Of: c, Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
		if t != nil && t.RT.Weakref != nil {
			return t.RT.Weakref(self), nil
		}
		return starlark.None, nil
	}}
}

// SetClass is self.__class__ = c.
func (x *Instance) SetClass(c *Class) error {
	switch {
	case c.Dict == nil || c.Static || x.class.OldStyle != c.OldStyle:
		return TypeError.By("__class__ assignment: only for heap types",
			"__class__ assignment only supported for mutable types or ModuleType subclasses")
	case c.solid != x.class.solid && !(sameSlots(c, x.class)) || c.hasDict != x.class.hasDict || c.hasWeak() != x.class.hasWeak() || c.base != x.class.base || c.behindItems() != x.class.behindItems():
		return TypeError.By(
			sprintf("__class__ assignment: '%s' object layout differs from '%s'", x.class.TypeName(), c.TypeName()),
			sprintf("__class__ assignment: '%s' object layout differs from '%s'", c.TypeName(), x.class.TypeName()))
	}
	x.class = c
	return nil
}

// behindItems is the class that gives instances a dict where that lies behind items of
// varying number, which no other class has at the same place; else nil.
func (c *Class) behindItems() *Class {
	ts := TypesOf(c.dialect())
	if b := c.base; b == nil || b != ts.Tuple && b != ts.Bytes && b != ts.Long && (b != ts.Int || c.py2) {
		return nil
	}
	for _, k := range slices.Backward(c.MRO) {
		if k.Dict != nil && k.hasDict {
			return k
		}
	}
	return nil
}

// bestBase is the base whose layout instances have.
func (c *Class) bestBase() *Class {
	for _, b := range c.Bases {
		if b.solidBase() == c.solid {
			return b
		}
	}
	return c.Bases[0]
}

// collected reports whether CPython's collector looks after instances: they are then
// allocated in another way.
func (c *Class) collected() bool {
	if c.Dict == nil {
		return !uncollected[c.ClassName]
	}
	return c.hasDict || c.slots > 0 || slices.ContainsFunc(c.Bases, (*Class).collected)
}

var uncollected = map[string]bool{
	"object": true, "int": true, "long": true, "bool": true, "float": true, "complex": true, "basestring": true,
	"str": true, "unicode": true, "bytes": true, "bytearray": true, "date": true,
}

// hasWeak reports whether there may be weak references to instances.
func (c *Class) hasWeak() bool {
	return slices.ContainsFunc(c.MRO, func(k *Class) bool { return k.Dict != nil && k.Dict.GetString("__weakref__") != nil })
}

// sameSlots reports whether two classes add the same slots to the same base.
func sameSlots(c, d *Class) bool {
	names := func(c *Class) (all []string) {
		if c.solid != c {
			return []string{"#"}
		}
		c.each(func(name string, v starlark.Value) {
			if g, ok := v.(*Getset); ok && g.Member {
				all = append(all, name)
			}
		})
		slices.Sort(all)
		return all
	}
	return c.slots == d.slots && slices.Equal(names(c), names(d)) && slices.Equal(c.Bases, d.Bases)
}

// setBases is C.__bases__ = bases.
func (c *Class) setBases(t *Thread, v starlark.Value) error {
	tuple, ok := v.(starlark.Tuple)
	switch {
	case !ok:
		return TypeError.Errorf("can only assign tuple to %s.__bases__, not %s", c.ClassName, TypeName(v))
	case len(tuple) == 0:
		return TypeError.Errorf("can only assign non-empty tuple to %s.__bases__, not ()", c.ClassName)
	}
	probe := &Class{ClassName: c.ClassName, Dict: c.newDict(), rt: c.rt, py2: c.py2}
	for i, e := range tuple {
		b, ok := e.(*Class)
		switch {
		case !ok:
			return TypeError.By(
				sprintf("%s.__bases__ must be tuple of old- or new-style classes, not '%s'", c.ClassName, TypeName(e)),
				sprintf("%s.__bases__ must be tuple of classes, not '%s'", c.ClassName, TypeName(e)))
		case b.IsSubclass(c):
			return TypeError.Errorf("a __bases__ item causes an inheritance cycle")
		case b.final():
			return TypeError.Errorf("type '%s' is not an acceptable base type", b.TypeName())
		case slices.Contains(tuple[:i], e):
			return TypeError.Errorf("duplicate base class %s", b.ClassName)
		}
		probe.Bases = append(probe.Bases, b)
	}
	if err := probe.inheritLayout(); err != nil {
		return TypeError.Errorf("multiple bases have instance lay-out conflict")
	}
	was, is := c.bestBase(), probe.bestBase()
	solid, base := c.Bases[0].solidBase(), c.base
	switch {
	case was.collected() != is.collected() || c.py2 && was != is && (was.Dict == nil || is.Dict == nil):
		return TypeError.Errorf("__bases__ assignment: '%s' deallocator differs from '%s'", is.cName(), was.cName())
	case probe.solid != solid || probe.base != base:
		return TypeError.Errorf("__bases__ assignment: '%s' object layout differs from '%s'", is.cName(), was.cName())
	}
	old := c.Bases
	c.Bases = probe.Bases
	if err := c.reorder(t); err != nil {
		c.Bases = old
		c.reorder(t)
		return err
	}
	c.remember()
	c.changed()
	return nil
}

// reorder sets the method resolution order of the class and of all below it.
func (c *Class) reorder(t *Thread) error {
	if err := c.order(t); err != nil {
		return err
	}
	for _, s := range c.Subclasses(c.rt) {
		if err := s.reorder(t); err != nil {
			return err
		}
	}
	return nil
}

// Slots calls f for the slots that have a value.
func (x *Instance) Slots(f func(name string, v starlark.Value)) {
	for _, k := range x.class.MRO {
		if k.Dict == nil {
			continue
		}
		k.each(func(name string, v starlark.Value) {
			if g, ok := v.(*Getset); ok && g.Member {
				if v, _ := g.Get(nil, x); v != nil {
					f(name, v)
				}
			}
		})
	}
}
