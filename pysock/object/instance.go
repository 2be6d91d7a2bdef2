package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// An Instance is an instance of a class that a script made. One whose class
// derives from a built-in type other than an exception holds a value of that
// type, which does what the class doesn't redefine.
type Instance struct {
	class *Class
	Dict  *Dict          // its attributes
	Base  starlark.Value // or nil
	slots []starlark.Value
	rt    *Runtime
}

var (
	_ starlark.HasAttrs    = (*Instance)(nil)
	_ starlark.HasSetField = (*Instance)(nil)
	_ starlark.HasBinary   = (*Instance)(nil)
	_ starlark.HasUnary    = (*Instance)(nil)
	_ starlark.Mapping     = (*Instance)(nil)
	_ starlark.HasSetKey   = (*Instance)(nil)
	_ starlark.Iterable    = (*Instance)(nil)
	_ starlark.Callable    = (*Instance)(nil)
	_ Comparer             = (*Instance)(nil)
	_ Hasher               = (*Instance)(nil)
	_ Typed                = (*Instance)(nil)
	_ InPlace              = (*Instance)(nil)
	_ Nexter               = (*Instance)(nil)
	_ hooked               = (*Instance)(nil)
)

// An Owned value wants to know the instance that has it for its Base.
type Owned interface{ SetOwner(x *Instance) }

// newInstanceOf returns an instance that __init__ hasn't seen. Its dict is
// allocated with it.
func newInstanceOf(c *Class) *Instance {
	if c.finalizes() { // what refers to itself would never be finalized
		x := &Instance{class: c, rt: c.rt, Dict: c.newDict()}
		c.rt.finalizers.finalize(x)
		return x
	}
	x := &struct {
		Instance
		dict Dict
	}{}
	x.class, x.rt, x.Instance.Dict = c, c.rt, &x.dict
	x.dict.order = dictOrder(c.dialect())
	return &x.Instance
}

// Attach keeps a value in the instance's first slot, which scripts can't see.
func (x *Instance) Attach(v starlark.Value) {
	if len(x.slots) == 0 {
		x.slots = make([]starlark.Value, x.class.slots)
	}
	x.slots[0] = v
}

// Attached returns what Attach keeps.
func (x *Instance) Attached() starlark.Value {
	if len(x.slots) == 0 {
		return nil
	}
	return x.slots[0]
}

// Class returns the instance's class.
func (x *Instance) Class() *Class { return x.class.made() }

func (x *Instance) runtime() *Runtime     { return x.rt }
func (x *Instance) value() starlark.Value { return x.Base }

// Type returns the name of the class; all old-style classes have one type.
func (x *Instance) Type() string { return x.class.TypeName() }

// Freeze does nothing.
func (x *Instance) Freeze() {}

// Special returns the bound method of that special name that the class defines.
func (x *Instance) Special(name string) starlark.Value {
	if x.class.OldStyle {
		return x.oldSpecial(name)
	}
	return specialOf(x, x.class, name)
}

// denies reports whether None for a special method says that there is none,
// whatever the bases have. None for another is called, which fails.
func denies(c *Class, name string) bool {
	switch name {
	case "__hash__":
		return true
	case "__iter__", "__contains__", "__reversed__":
		return !c.py2
	}
	return false
}

func specialOf(self starlark.Value, c *Class, name string) starlark.Value {
	v := c.special(name)
	if v == nil || v == starlark.None && denies(c, name) {
		return nil
	}
	if v == starlark.None {
		return v
	}
	b, err := bindTo(c.rt.Current(), v, self, c)
	if err != nil {
		c.rt.Current().Fail(err)
		return nil
	}
	return b
}

// Attr is self.name: by __getattribute__ or the generic way, then __getattr__.
func (x *Instance) Attr(name string) (starlark.Value, error) {
	if x.class.OldStyle {
		v, err := x.oldAttr(name)
		if v == nil && err == nil {
			err = x.noAttribute(name)
		}
		return v, err
	}
	var v starlark.Value
	var err error
	if g := x.class.special("__getattribute__"); g != nil {
		v, err = callHook(x.rt.Current(), g, x, x.class, x.rt.Str(name))
	} else {
		v, err = x.lookup(name)
	}
	if v != nil {
		return v, nil
	}
	if err == nil || x.rt.Current().Is(err, AttributeError) {
		if get := x.class.special("__getattr__"); get != nil {
			return callHook(x.rt.Current(), get, x, x.class, x.rt.Str(name))
		}
	}
	if err == nil {
		err = x.noAttribute(name)
	}
	return nil, err
}

// Generic is object.__getattribute__.
func (x *Instance) Generic(name string) (starlark.Value, error) {
	v, err := x.lookup(name)
	if v == nil && err == nil {
		err = x.noAttribute(name)
	}
	return v, err
}

// lookup finds data descriptors of the class, the instance's own attributes,
// and what else the class has; it returns nil, nil if there is nothing.
func (x *Instance) lookup(name string) (starlark.Value, error) {
	if x.class.OldStyle {
		return x.oldLookup(name)
	}
	if s, ok := x.Base.(*Super); ok && s.Self != nil && name != "__class__" {
		if v, err := s.find(name); v != nil || err != nil {
			return v, err
		}
	}
	l := x.class.lookup(name)
	if l.get {
		return bindTo(x.rt.Current(), l.v, x, x.class)
	}
	if own := x.Dict.GetString(name); own != nil {
		return own, nil
	}
	if l.v != nil {
		return bindTo(x.rt.Current(), l.v, x, x.class)
	}
	if x.Base != nil && l.v == nil { // attributes that its type computes
		if b, ok := x.Base.(starlark.HasAttrs); ok && !unaware(x.Base) {
			if v, err := b.Attr(name); v != nil && err == nil {
				return v, nil
			}
		}
	}
	return nil, nil
}

func (x *Instance) noAttribute(name string) error {
	if x.class.OldStyle {
		return lacks(x.class.ClassName+" instance", name)
	}
	return noAttribute(x.class.TypeName(), name)
}

// AttrNames lists the attributes of the instance and of its class.
func (x *Instance) AttrNames() []string {
	seen := make(map[string]bool)
	for _, k := range x.Dict.Keys() {
		if s, ok := AsText(k); ok {
			seen[s] = true
		}
	}
	for _, n := range x.class.AttrNames() {
		seen[n] = true
	}
	return sortedKeys(seen)
}

// SetField is self.name = v.
func (x *Instance) SetField(name string, v starlark.Value) error {
	if set := x.class.special("__setattr__"); set != nil {
		_, err := callHook(x.rt.Current(), set, x, x.class, x.rt.Str(name), v)
		return err
	}
	return x.SetGeneric(name, v)
}

// DelField is del self.name.
func (x *Instance) DelField(name string) error {
	if del := x.class.special("__delattr__"); del != nil {
		_, err := callHook(x.rt.Current(), del, x, x.class, x.rt.Str(name))
		return err
	}
	return x.SetGeneric(name, nil)
}

// SetGeneric is object.__setattr__, and object.__delattr__ where v is nil.
func (x *Instance) SetGeneric(name string, v starlark.Value) error {
	if x.class.OldStyle {
		return x.setOld(name, v)
	}
	l := x.class.lookup(name)
	switch {
	case l.data:
		return setThrough(x.rt.Current(), l.v, x, v)
	case !x.class.hasDict && l.v != nil:
		return AttributeError.Errorf("'%s' object attribute '%s' is read-only", x.class.TypeName(), name)
	case !x.class.hasDict:
		return x.noAttribute(name)
	case v != nil:
		x.Dict.SetString(name, v)
	case x.Dict.Version() == 0: // there never was an attribute: Python 2 has made no dict yet
		if l.v != nil && x.class.py2 {
			return AttributeError.Errorf("'%s' object attribute '%s' is read-only", x.class.TypeName(), name)
		}
		return x.noAttribute(name)
	case !x.Dict.DelString(name):
		return AttributeError.By(name, sprintf("'%s' object has no attribute '%s'", x.class.TypeName(), name))
	}
	return nil
}

// CallInternal is self(...).
func (x *Instance) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := Of(th).CheckDepth(); err != nil { // __call__ may be such an instance, and so on
		return nil, err
	}
	m := x.Special("__call__")
	if m == nil {
		if err := Of(th).Failed(); err != nil {
			return nil, err
		}
		if b, ok := x.Base.(starlark.Callable); ok {
			return starlark.Call(th, b, args, kwargs)
		}
		if x.class.OldStyle {
			return nil, AttributeError.Errorf("%s instance has no __call__ method", x.class.ClassName)
		}
		return nil, TypeError.Errorf("'%s' object is not callable", x.class.TypeName())
	}
	if len(kwargs) > 1 && x.class.py2 {
		kwargs = Of(th).LayKeywords(kwargs, len(kwargs))
	}
	return starlark.Call(th, m, args, kwargs)
}

// Name is what a frame of the instance's __call__ would be called.
func (x *Instance) Name() string { return "#call" }

// Truth is __bool__ (Python 2: __nonzero__), or else whether __len__ isn't 0.
func (x *Instance) Truth() starlark.Bool { return truth(x) }

// Hash is that of the identity.
func (x *Instance) Hash() (uint32, error) {
	h, err := x.PyHash()
	return uint32(h), err
}

// PyHash is __hash__.
func (x *Instance) PyHash() (uint64, error) { return hash(x) }

// RichCompare is __eq__ and its like.
func (x *Instance) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	return richCompare(x, op, y)
}

// Binary is __add__ and its like, or __radd__ from the right.
func (x *Instance) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	return binary(x, op, y, side)
}

// dictItem is what dict.__getitem__ returns for an instance of a class that derives
// from dict: its __missing__ is asked for what isn't there.
func (x *Instance) dictItem(d *Dict, k starlark.Value) (starlark.Value, bool, error) {
	v, err := d.Lookup(k)
	if v != nil || err != nil {
		return v, true, err
	}
	if v, found, err := call(x, "__missing__", k); found {
		return v, true, err
	}
	return nil, false, KeyError.New(k)
}

// Unary is __neg__ and its like.
func (x *Instance) Unary(op starsyntax.Token) (starlark.Value, error) { return unary(x, op) }

// Augment is __iadd__ and its like.
func (x *Instance) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	return AugmentHook(x, binaryMethods[op], y)
}

// Get is self[k].
func (x *Instance) Get(k starlark.Value) (starlark.Value, bool, error) {
	k, i, j, err := x.sliced("__getslice__", k)
	if err != nil {
		return nil, true, err
	}
	if i != nil {
		v, _, err := call(x, "__getslice__", i, j)
		return v, true, err
	}
	if x.slicesByBase("__getslice__", k) {
		v, err := x.rt.GetItem(x.Base, k)
		return v, true, err
	}
	if v, found, err := call(x, "__getitem__", k); found || err != nil {
		return v, true, err
	}
	switch b := x.Base.(type) {
	case *Dict:
		return x.dictItem(b, k)
	case starlark.Mapping, starlark.Indexable, *List:
		if x.rt.GetItem != nil {
			v, err := x.rt.GetItem(b, k)
			return v, true, err
		}
	}
	if x.class.OldStyle {
		return nil, false, OldMissing(x, "__getitem__")
	}
	words2 := "'%s' object has no attribute '__getitem__'"
	if _, ok, err := AsIndex(k); err != nil {
		return nil, false, err
	} else if ok {
		words2 = "'%s' object does not support indexing"
	}
	return nil, false, TypeError.By(
		sprintf(words2, x.class.TypeName()),
		sprintf("'%s' object is not subscriptable", x.class.TypeName()))
}

// SetKey is self[k] = v.
func (x *Instance) SetKey(k, v starlark.Value) error {
	k, i, j, err := x.sliced("__setslice__", k)
	if err != nil {
		return err
	}
	if i != nil {
		_, _, err := call(x, "__setslice__", i, j, v)
		return err
	}
	if !x.slicesByBase("__setslice__", k) {
		if _, found, err := call(x, "__setitem__", k, v); found || err != nil {
			return err
		}
	}
	if b, ok := x.Base.(starlark.HasSetKey); ok {
		return b.SetKey(k, v)
	}
	if x.class.OldStyle {
		return OldMissing(x, "__setitem__")
	}
	if err := x.otherHalf(k, "set", "del"); err != nil {
		return err
	}
	return NoItemAssignment(x.rt, x, k)
}

// otherHalf is the error of x[k] = v ("set") or del x[k] ("del") where the class has
// but the method of the other one, which is in the same slot of CPython's.
func (x *Instance) otherHalf(k starlark.Value, do, other string) error {
	if s, ok := k.(*Slice); ok && x.class.py2 && s.Step == starlark.None && x.class.special("__"+other+"slice__") != nil {
		return AttributeError.Errorf("__%sslice__", do)
	}
	if x.class.special("__"+other+"item__") != nil {
		return AttributeError.Errorf("__%sitem__", do)
	}
	return nil
}

// DelKey is del self[k].
func (x *Instance) DelKey(k starlark.Value) error {
	k, i, j, err := x.sliced("__delslice__", k)
	if err != nil {
		return err
	}
	if i != nil {
		_, _, err := call(x, "__delslice__", i, j)
		return err
	}
	if !x.slicesByBase("__delslice__", k) {
		if _, found, err := call(x, "__delitem__", k); found || err != nil {
			return err
		}
	}
	if b, ok := x.Base.(ItemDeleter); ok {
		return b.DelKey(k)
	}
	if x.class.OldStyle {
		return OldMissing(x, "__delitem__")
	}
	if err := x.otherHalf(k, "del", "set"); err != nil {
		return err
	}
	return noItemDeletion(x.class, x, k)
}

// Has is v in self.
func (x *Instance) Has(v starlark.Value) (bool, error) { return contains(x, v) }

// iterates returns the TypeError of an instance that can't be iterated over.
func (x *Instance) iterates() error { return iterates(x) }

// Iterate follows __iter__, or else __getitem__ from 0 on.
func (x *Instance) Iterate() starlark.Iterator { return iterate(x) }

// NextValue is next(self).
func (x *Instance) NextValue(t *Thread) (starlark.Value, error) { return nextValue(t, x) }

// String returns the repr.
func (x *Instance) String() string { return x.Repr(x.rt.Dialect) }

// A selfNaming value has the name of its class in its repr; an instance of a
// class that derives from it has its own there.
type selfNaming interface {
	ReprAs(class string, d syntax.Dialect) string
}

// namer returns the part of a built-in value that tells its repr by the name of its
// class, or nil.
func namer(v starlark.Value) selfNaming {
	if it, ok := v.(*Iterator); ok {
		n, _ := it.src.(selfNaming)
		return n
	}
	n, _ := v.(selfNaming)
	return n
}

// Repr is __repr__.
func (x *Instance) Repr(d syntax.Dialect) string {
	p := printer{d: d, path: x.rt.Current().printing}
	p.instance(x)
	return p.b.String()
}

// PlainRepr is object.__repr__.
func (x *Instance) PlainRepr() string {
	if x.class.OldStyle {
		return sprintf("<%s instance at 0x%x>", x.class.QualifiedName(), ID(x))
	}
	return sprintf("<%s object at 0x%x>", x.class.QualifiedName(), ID(x))
}

// Str is __str__.
func (x *Instance) Str(d syntax.Dialect) string {
	if s, ok := hookText(x, "__str__"); ok {
		return s
	}
	switch n := namer(x.Base); {
	case ownStr(d, x.Base):
		if n != nil && d != syntax.Python2 {
			return n.ReprAs(x.class.ClassName, d)
		}
		return Str(d, x.Base)
	case x.Base != nil && n == nil && x.Special("__repr__") == nil:
		if s := Str(d, x.Base); !isPlainRepr(d, x.Base, s) {
			return s
		}
	case x.Base == nil:
		if s, ok := hookTextAs(x, "__repr__", "__str__"); ok {
			return s
		}
	}
	return x.Repr(d)
}

// ownStr reports whether the type of v has a __str__ that doesn't ask __repr__.
func ownStr(d syntax.Dialect, v starlark.Value) bool {
	switch v.(type) {
	case nil:
		return false
	case starlark.String, *Text, starlark.Bytes:
		return true
	case starlark.Int, starlark.Float:
		return d == syntax.Python2
	}
	switch v.Type() {
	case "bytearray":
		return true
	case "long", "complex":
		return d == syntax.Python2
	}
	return false
}
