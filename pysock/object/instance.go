package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// An Instance is an instance of a class that a script made. One whose class
// derives from a built-in type other than an exception holds a value of that
// type, which does what the class doesn't redefine.
type Instance struct {
	class *Class
	Dict  Dict           // its attributes
	Base  starlark.Value // or nil
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
	_ Special              = (*Instance)(nil)
	_ InPlace              = (*Instance)(nil)
	_ Nexter               = (*Instance)(nil)
)

// Class returns the instance's class.
func (x *Instance) Class() *Class { return x.class }

// SetClass changes the instance's class.
func (x *Instance) SetClass(c *Class) { x.class = c }

// Type returns the name of the class; all old-style classes have one type.
func (x *Instance) Type() string {
	if x.class.OldStyle {
		return "instance"
	}
	return x.class.ClassName
}

// Freeze does nothing.
func (x *Instance) Freeze() {}

// Special returns the bound method of that special name that the class defines.
func (x *Instance) Special(name string) starlark.Value { return specialOf(x, x.class, name) }

func specialOf(self starlark.Value, c *Class, name string) starlark.Value {
	if c.Dict == nil {
		return nil
	}
	v := c.special(name)
	if v == nil || v == starlark.None {
		return nil
	}
	b, err := bindTo(c.rt.Current(), self, c, v, nil, name, nil)
	if err != nil {
		c.rt.Current().Fail(err)
		return nil
	}
	return b
}

// call calls a special method; found is false where the class has none, or it
// returned NotImplemented.
func (x *Instance) call(name string, args ...starlark.Value) (v starlark.Value, found bool, err error) {
	m := x.Special(name)
	if m == nil {
		return nil, false, nil
	}
	v, err = x.rt.Current().Call(m, args...)
	if err == nil && v == NotImplemented {
		return nil, false, nil
	}
	return v, true, err
}

// Attr is self.name: data descriptors of the class, the instance's own
// attributes, what else the class has, and __getattr__.
func (x *Instance) Attr(name string) (starlark.Value, error) {
	if g := x.class.special("__getattribute__"); g != nil {
		v, err := x.rt.Current().Call(g, x, x.rt.Str(name))
		if err != nil && Is(err, AttributeError, x.rt.Dialect) {
			if v, found, err2 := x.call("__getattr__", x.rt.Str(name)); found {
				return v, err2
			}
		}
		return v, err
	}
	return x.Generic(name)
}

// Generic is object.__getattribute__.
func (x *Instance) Generic(name string) (starlark.Value, error) {
	t := x.rt.Current()
	l := x.class.lookup(name)
	v, m, in := l.v, l.m, l.in
	if l.data {
		return bindTo(t, x, x.class, v, nil, name, in)
	}
	if own := x.Dict.GetString(name); own != nil {
		return own, nil
	}
	switch {
	case v != nil && in.Dict != nil:
		return bindTo(t, x, x.class, v, nil, name, in)
	case m != nil:
		return bindTo(t, x, x.class, nil, m, name, in)
	case v != nil:
		return v, nil
	}
	if x.Base != nil {
		if v, err := x.rt.Attr(x.Base, name); err == nil && name != "__class__" && name != "__dict__" && name != "__doc__" {
			return v, nil
		}
	}
	switch name {
	case "__class__":
		return x.class, nil
	case "__dict__":
		return &x.Dict, nil
	case "__doc__":
		return starlark.None, nil
	case "__module__":
		return x.rt.Str(x.class.Module), nil
	}
	if v, found, err := x.call("__getattr__", x.rt.Str(name)); found {
		return v, err
	}
	return nil, x.noAttribute(name)
}

func (x *Instance) noAttribute(name string) error {
	if x.class.OldStyle {
		return AttributeError.Errorf("%s instance has no attribute '%s'", x.class.ClassName, name)
	}
	return noAttribute(x.class.ClassName, name)
}

// AttrNames lists the attributes of the instance and of its class.
func (x *Instance) AttrNames() []string {
	seen := make(map[string]bool)
	for _, k := range x.Dict.Keys() {
		if s, ok := AsText(k); ok {
			seen[s] = true
		}
	}
	for _, n := range x.class.names() {
		seen[n] = true
	}
	return sortedKeys(seen)
}

// SetField is self.name = v.
func (x *Instance) SetField(name string, v starlark.Value) error {
	if _, found, err := x.call("__setattr__", x.rt.Str(name), v); found {
		return err
	}
	return x.SetGeneric(name, v)
}

// SetGeneric is object.__setattr__.
func (x *Instance) SetGeneric(name string, v starlark.Value) error {
	if l := x.class.lookup(name); l.data && l.in.Dict != nil {
		c := l.v
		if p, ok := c.(*Property); ok {
			if p.Set == starlark.None {
				return AttributeError.By("can't set attribute", sprintf("property '%s' of '%s' object has no setter", name, x.class.ClassName))
			}
			_, err := x.rt.Current().Call(p.Set, x, v)
			return err
		}
		if set := SpecialMethod(c, "__set__"); set != nil {
			_, err := x.rt.Current().Call(set, x, v)
			return err
		}
	}
	if name == "__class__" {
		if c, ok := v.(*Class); ok {
			x.class = c
			return nil
		}
	}
	if !x.class.allows(name) {
		return x.noAttribute(name)
	}
	x.Dict.SetString(name, v)
	return nil
}

// allows reports whether __slots__, if all classes of the MRO have them, name
// an attribute.
func (c *Class) allows(name string) bool {
	if c.rt == nil {
		return true
	}
	slots := c.remembered().slots
	return slots == nil || slots[name]
}

// slotted returns the names in __slots__, or nil if any name may be set.
func (c *Class) slotted() map[string]bool {
	names := make(map[string]bool)
	slotted := false
	for _, k := range c.MRO {
		if k.Dict == nil {
			continue
		}
		slots := k.Dict.GetString("__slots__")
		if slots == nil {
			return nil
		}
		slotted = true
		elems := []starlark.Value{slots}
		if _, ok := AsText(slots); !ok {
			elems, _ = Elements(nil, slots)
		}
		for _, e := range elems {
			s, _ := AsText(e)
			if s == "__dict__" {
				return nil
			}
			names[k.mangled(s)] = true
		}
	}
	if !slotted {
		return nil
	}
	return names
}

// mangled is the name of an attribute as the methods of the class know it.
func (c *Class) mangled(name string) string {
	if class := strings.TrimLeft(c.ClassName, "_"); class != "" && strings.HasPrefix(name, "__") && !strings.HasSuffix(name, "__") {
		return "_" + class + name
	}
	return name
}

// DelField is del self.name.
func (x *Instance) DelField(name string) error {
	if _, found, err := x.call("__delattr__", x.rt.Str(name)); found {
		return err
	}
	return x.DelGeneric(name)
}

// DelGeneric is object.__delattr__.
func (x *Instance) DelGeneric(name string) error {
	if c, _, in := x.class.find(name); c != nil && in.Dict != nil {
		if p, ok := c.(*Property); ok {
			if p.Del == starlark.None {
				return AttributeError.By("can't delete attribute", sprintf("property '%s' of '%s' object has no deleter", name, x.class.ClassName))
			}
			_, err := x.rt.Current().Call(p.Del, x)
			return err
		}
		if del := SpecialMethod(c, "__delete__"); del != nil {
			_, err := x.rt.Current().Call(del, x)
			return err
		}
	}
	if !x.Dict.DelString(name) {
		return AttributeError.By(name, sprintf("'%s' object has no attribute '%s'", x.class.ClassName, name))
	}
	return nil
}

// CallInternal is self(...).
func (x *Instance) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m := x.Special("__call__")
	if m == nil {
		if x.class.OldStyle {
			return nil, AttributeError.Errorf("%s instance has no __call__ method", x.class.ClassName)
		}
		return nil, TypeError.Errorf("'%s' object is not callable", x.class.ClassName)
	}
	return starlark.Call(th, m, args, kwargs)
}

// Name is what a frame of the instance's __call__ would be called.
func (x *Instance) Name() string { return "#call" }

// Truth is __bool__ (Python 2: __nonzero__), or else whether __len__ isn't 0.
func (x *Instance) Truth() starlark.Bool {
	name := "__bool__"
	if x.rt.Dialect == syntax.Python2 {
		name = "__nonzero__"
	}
	t := x.rt.Current()
	v, found, err := x.call(name)
	if !found && err == nil {
		name = "__len__"
		v, found, err = x.call(name)
	}
	switch {
	case err != nil:
		t.Fail(err)
		return false
	case found:
		n, isInt := AsInt(v)
		switch _, isBool := v.(Bool); {
		case name == "__len__" && !isInt:
			t.Fail(TypeError.By("an integer is required", sprintf("'%s' object cannot be interpreted as an integer", TypeName(v))))
		case name == "__len__" && n.Sign() < 0:
			t.Fail(ValueError.Errorf("__len__() should return >= 0"))
		case name == "__bool__" && !isBool:
			t.Fail(TypeError.Errorf("__bool__ should return bool, returned %s", TypeName(v)))
		case name == "__nonzero__" && !isInt:
			t.Fail(TypeError.Errorf("__nonzero__ should return bool or int, returned %s", TypeName(v)))
		default:
			return v.Truth()
		}
		return false
	case x.Base != nil:
		return x.Base.Truth()
	}
	return true
}

// Hash is that of the identity.
func (x *Instance) Hash() (uint32, error) {
	h, err := x.PyHash()
	return uint32(h), err
}

// PyHash is __hash__; a class with __eq__ but without it can't be hashed in
// Python 3.
func (x *Instance) PyHash() (uint64, error) {
	for _, k := range x.class.MRO {
		if k.Dict == nil {
			break
		}
		if h := k.Dict.GetString("__hash__"); h != nil {
			if h == starlark.None {
				return 0, Unhashable(x.class.ClassName)
			}
			v, err := x.rt.Current().Call(h, x)
			if err != nil {
				return 0, err
			}
			n, ok := AsInt(v)
			if !ok {
				return 0, TypeError.By("an integer is required", "__hash__ method should return an integer")
			}
			return hashInt(n), nil
		}
		if x.rt.Dialect != syntax.Python2 && k.Dict.GetString("__eq__") != nil {
			return 0, Unhashable(x.class.ClassName)
		}
	}
	if x.Base != nil {
		return Hash(x.Base)
	}
	return mix(ID(x)), nil
}

// cmpMethods are the special methods of the comparisons.
var cmpMethods = map[syntax.CmpOp]string{
	syntax.Eq: "__eq__", syntax.NotEq: "__ne__", syntax.Lt: "__lt__",
	syntax.LtE: "__le__", syntax.Gt: "__gt__", syntax.GtE: "__ge__",
}

// RichCompare is __eq__ and its like; Python 2 tries __cmp__ too, and Python 3
// derives != from ==.
func (x *Instance) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	v, found, err := x.call(cmpMethods[op], y)
	if found || err != nil {
		return v, err
	}
	if x.rt.Dialect == syntax.Python2 {
		if v, found, err := x.call("__cmp__", y); found || err != nil {
			if err != nil {
				return nil, err
			}
			n, _ := AsInt(v)
			return Truthy(threeway(cmpToken[op], n.Sign())), nil
		}
	} else if op == syntax.NotEq {
		if v, found, err := x.call("__eq__", y); found || err != nil {
			return Truthy(err == nil && !bool(v.Truth())), err
		}
	}
	if x.Base != nil {
		return Compare(x.rt.Dialect, op, x.Base, Unwrap(y))
	}
	return nil, nil
}

// Unwrap returns the built-in value of an instance that has one.
func Unwrap(v starlark.Value) starlark.Value {
	if x, ok := v.(*Instance); ok && x.Base != nil {
		return x.Base
	}
	return v
}

var binaryMethods = map[starsyntax.Token]string{
	starsyntax.PLUS: "add", starsyntax.MINUS: "sub", starsyntax.STAR: "mul",
	starsyntax.AMP: "and", starsyntax.PIPE: "or", starsyntax.CIRCUMFLEX: "xor",
}

// Binary is __add__ and its like, or __radd__ from the right.
func (x *Instance) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(x)
	}
	name, ok := binaryMethods[op]
	if !ok {
		return nil, nil
	}
	if side == starlark.Left {
		if z, ok := y.(*Instance); ok && z.class != x.class && z.class.IsSubclass(x.class) && z.class.overrides(x.class, "__r"+name+"__") {
			if v, found, err := z.call("__r"+name+"__", x); found || err != nil {
				return v, err
			}
		}
		if v, found, err := x.call("__"+name+"__", y); found || err != nil {
			return v, err
		}
	} else if v, found, err := x.call("__r"+name+"__", y); found || err != nil {
		return v, err
	}
	if x.Base == nil {
		return nil, nil
	}
	if side == starlark.Left {
		if z, ok := y.(*Instance); ok {
			if v, found, err := z.call("__r"+name+"__", x); found || err != nil {
				return v, err
			}
		}
		return starlark.Binary(op, x.Base, Unwrap(y))
	}
	return starlark.Binary(op, y, x.Base)
}

// overrides reports whether c has another method of that name than its base.
func (c *Class) overrides(base *Class, name string) bool {
	v := c.special(name)
	if v == nil {
		return false
	}
	w := base.special(name)
	return w == nil || !Identical(v, w)
}

var unaryMethods = map[starsyntax.Token]string{
	starsyntax.MINUS: "__neg__", starsyntax.PLUS: "__pos__", starsyntax.TILDE: "__invert__",
}

// Unary is __neg__ and its like.
func (x *Instance) Unary(op starsyntax.Token) (starlark.Value, error) {
	if v, found, err := x.call(unaryMethods[op]); found || err != nil {
		return v, err
	}
	if x.Base != nil {
		return starlark.Unary(op, x.Base)
	}
	return nil, nil
}

// Augment is __iadd__ and its like.
func (x *Instance) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	v, _, err := x.call("__i"+binaryMethods[op]+"__", y)
	if v == nil && err == nil {
		if b, ok := x.Base.(InPlace); ok {
			if v, err := b.Augment(op, y); v == nil || err != nil {
				return v, err
			}
			return x, nil
		}
		if l, ok := x.Base.(*List); ok && op == starsyntax.PLUS && x.Special("__add__") == nil {
			elems, err := Elements(x.rt.Current(), y)
			if err != nil {
				return nil, err
			}
			l.Elems = append(l.Elems, elems...)
			return x, nil
		}
	}
	return v, err
}

// Get is self[k].
func (x *Instance) Get(k starlark.Value) (starlark.Value, bool, error) {
	if v, found, err := x.call("__getitem__", k); found || err != nil {
		return v, true, err
	}
	switch b := x.Base.(type) {
	case nil:
	case *Dict:
		v, err := b.Lookup(k)
		if v != nil || err != nil {
			return v, true, err
		}
		if v, found, err := x.call("__missing__", k); found {
			return v, true, err
		}
		return nil, false, KeyError.New(k)
	default:
		if x.rt.GetItem != nil {
			v, err := x.rt.GetItem(b, k)
			return v, true, err
		}
	}
	if x.class.OldStyle {
		return nil, false, AttributeError.Errorf("%s instance has no attribute '__getitem__'", x.class.ClassName)
	}
	return nil, false, TypeError.By(
		sprintf("'%s' object has no attribute '__getitem__'", x.class.ClassName),
		sprintf("'%s' object is not subscriptable", x.class.ClassName))
}

// SetKey is self[k] = v.
func (x *Instance) SetKey(k, v starlark.Value) error {
	if _, found, err := x.call("__setitem__", k, v); found || err != nil {
		return err
	}
	if b, ok := x.Base.(starlark.HasSetKey); ok {
		return b.SetKey(k, v)
	}
	return TypeError.Errorf("'%s' object does not support item assignment", x.class.ClassName)
}

// DelKey is del self[k].
func (x *Instance) DelKey(k starlark.Value) error {
	if _, found, err := x.call("__delitem__", k); found || err != nil {
		return err
	}
	if b, ok := x.Base.(ItemDeleter); ok {
		return b.DelKey(k)
	}
	return TypeError.Errorf("'%s' object doesn't support item deletion", x.class.ClassName)
}

// Has is v in self.
func (x *Instance) Has(v starlark.Value) (bool, error) {
	r, found, err := x.call("__contains__", v)
	switch {
	case err != nil:
		return false, err
	case found:
		return bool(r.Truth()), nil
	case x.Base != nil && x.Special("__iter__") == nil:
		return Contains(x.rt.Dialect, x.Base, v)
	}
	if x.iterates() != nil {
		return false, TypeError.Errorf("argument of type '%s' is not iterable", x.class.ClassName)
	}
	it := x.Iterate()
	defer it.Done()
	var e starlark.Value
	for it.Next(&e) {
		if Identical(e, v) {
			return true, nil
		}
		if same, err := Equal(e, v); same || err != nil {
			return same, err
		}
	}
	return false, it.(failing).Err()
}

// iterates returns the TypeError of an instance that can't be iterated over.
func (x *Instance) iterates() error {
	if x.class.special("__iter__") != nil || x.class.special("__getitem__") != nil {
		return nil
	}
	if x.Base != nil {
		_, err := Iterable(x.Base)
		return err
	}
	return TypeError.Errorf("'%s' object is not iterable", x.class.ClassName)
}

// Iterate follows __iter__, or else __getitem__ from 0 on.
func (x *Instance) Iterate() starlark.Iterator {
	if m := x.Special("__iter__"); m != nil {
		t := x.rt.Current()
		it, err := t.Call(m)
		if err != nil {
			return &instanceIterator{rt: x.rt, err: err}
		}
		if y, ok := it.(*Instance); ok {
			next := "__next__"
			if x.rt.Dialect == syntax.Python2 {
				next = "next"
			}
			step := y.Special(next)
			if step == nil {
				if y.Base != nil {
					if b, err := Iterable(y.Base); err == nil {
						return b.Iterate()
					}
				}
				return &instanceIterator{rt: x.rt, err: TypeError.By(
					sprintf("iter() returned non-iterator of type '%s'", y.class.ClassName),
					sprintf("iter() returned non-iterator of type '%s'", y.class.ClassName))}
			}
			return &instanceIterator{rt: x.rt, next: step}
		}
		b, err := Iterable(it)
		if err != nil {
			return &instanceIterator{rt: x.rt, err: TypeError.Errorf("iter() returned non-iterator of type '%s'", TypeName(it))}
		}
		return b.Iterate()
	}
	if x.Base != nil {
		b, err := Iterable(x.Base)
		if err == nil {
			return b.Iterate()
		}
		if x.class.special("__getitem__") == nil {
			return &instanceIterator{rt: x.rt, err: err}
		}
	}
	return &instanceIterator{rt: x.rt, item: x.Special("__getitem__")}
}

// NextValue is next(self).
func (x *Instance) NextValue(t *Thread) (starlark.Value, error) {
	name := "__next__"
	if x.rt.Dialect == syntax.Python2 {
		name = "next"
	}
	m := x.Special(name)
	if m == nil {
		if n, ok := x.Base.(Nexter); ok {
			return n.NextValue(t)
		}
		return nil, TypeError.By(
			sprintf("%s object is not an iterator", x.class.ClassName),
			sprintf("'%s' object is not an iterator", x.class.ClassName))
	}
	v, err := t.Call(m)
	if err != nil && Is(err, StopIteration, x.rt.Dialect) {
		return nil, nil
	}
	return v, err
}

// An instanceIterator calls __next__, or __getitem__ with 0, 1, 2, ...
type instanceIterator struct {
	rt         *Runtime
	next, item starlark.Value
	i          int
	err        error
	done       bool
}

func (it *instanceIterator) Next(p *starlark.Value) bool {
	if it.err != nil || it.done {
		return false
	}
	t := it.rt.Current()
	var v starlark.Value
	var err error
	stop := StopIteration
	if it.next != nil {
		v, err = t.Call(it.next)
	} else {
		v, err = t.Call(it.item, starlark.MakeInt(it.i))
		it.i++
		stop = IndexError
	}
	if err != nil {
		it.done = true
		if !Is(err, stop, it.rt.Dialect) && !(it.item != nil && Is(err, StopIteration, it.rt.Dialect)) {
			it.err = err
		}
		return false
	}
	*p = v
	return true
}

func (it *instanceIterator) Err() error { return it.err }
func (it *instanceIterator) Done()      {}

// String returns the repr.
func (x *Instance) String() string { return x.Repr(x.rt.Dialect) }

// Repr is __repr__.
func (x *Instance) Repr(d syntax.Dialect) string {
	if s, ok := x.text("__repr__"); ok {
		return s
	}
	if x.Base != nil {
		return Repr(d, x.Base)
	}
	return x.PlainRepr()
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
	if s, ok := x.text("__str__"); ok {
		return s
	}
	if x.Base != nil && x.Special("__repr__") == nil {
		return Str(d, x.Base)
	}
	return x.Repr(d)
}

// text calls a method that has to return a string.
func (x *Instance) text(name string) (string, bool) {
	v, found, err := x.call(name)
	if !found && err == nil {
		return "", false
	}
	t := x.rt.Current()
	if err != nil {
		t.Fail(err)
		return "", true
	}
	s, ok := AsText(Unwrap(v))
	if !ok {
		t.Fail(TypeError.Errorf("%s returned non-string (type %s)", name, TypeName(v)))
	}
	return s, true
}
