package object

import (
	"math"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The classes of Python 2 that don't derive from object. All of them are of
// type classobj and their instances of type instance. A name is looked up in
// each base and all of its bases before the next one, and special methods are
// looked up on the instance, like any attribute.

// oldAttr is C.name.
func (c *Class) oldAttr(name string) (starlark.Value, error) {
	switch name {
	case "__dict__":
		return c.Dict, nil
	case "__bases__":
		return classTuple(c.Bases), nil
	case "__name__":
		return starlark.String(c.ClassName), nil
	}
	if v, _ := c.find(name); v != nil {
		return bindTo(c.thread(), v, nil, c)
	}
	return nil, lacks("class "+c.ClassName, name)
}

// setOldAttr is C.name = v, and del C.name where v is nil.
func (c *Class) setOldAttr(name string, v starlark.Value) error {
	switch name {
	case "__name__":
		s, ok := v.(starlark.String)
		if !ok {
			return TypeError.Errorf("__name__ must be a string object")
		}
		c.ClassName = string(s)
		return nil
	case "__dict__":
		d, ok := v.(*Dict)
		if !ok {
			return TypeError.Errorf("__dict__ must be a dictionary object")
		}
		d.watch = &c.rt.classes
		c.Dict = d
		c.changed()
		return nil
	case "__bases__":
		return c.setOldBases(v)
	}
	if v != nil {
		c.Dict.SetString(name, v)
	} else if !c.Dict.DelString(name) {
		return lacks("class "+c.ClassName, name)
	}
	return nil
}

func (c *Class) setOldBases(v starlark.Value) error {
	tuple, ok := v.(starlark.Tuple)
	if !ok {
		return TypeError.Errorf("__bases__ must be a tuple object")
	}
	var bases []*Class
	for _, e := range tuple {
		b, ok := e.(*Class)
		switch {
		case !ok || !b.OldStyle:
			return TypeError.Errorf("__bases__ items must be classes")
		case b.IsSubclass(c):
			return TypeError.Errorf("a __bases__ item causes an inheritance cycle")
		}
		bases = append(bases, b)
	}
	c.Bases = bases
	c.remember()
	c.changed()
	return c.reorder(c.thread())
}

// instance is C(*args, **kwargs).
func (c *Class) instance(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	x := newInstanceOf(c)
	init, err := x.oldLookup("__init__")
	if err != nil {
		return nil, err
	}
	if init == nil {
		if len(args)+len(kwargs) > 0 {
			return nil, TypeError.Errorf("this constructor takes no arguments")
		}
		return x, nil
	}
	v, err := starlark.Call(t.Star, init, args, kwargs)
	if err != nil {
		return nil, err
	}
	if v != starlark.None {
		return nil, TypeError.Errorf("__init__() should return None")
	}
	return x, nil
}

// oldLookup finds an attribute of an old-style instance but for what
// __getattr__ makes; nil, nil if there is none.
func (x *Instance) oldLookup(name string) (starlark.Value, error) {
	switch name {
	case "__dict__":
		return x.Dict, nil
	case "__class__":
		return x.class, nil
	}
	if own := x.Dict.GetString(name); own != nil {
		return own, nil
	}
	if v, _ := x.class.find(name); v != nil {
		return bindTo(x.rt.Current(), v, x, x.class)
	}
	return nil, nil
}

// oldAttr is x.name; nil, nil if there is no such attribute.
func (x *Instance) oldAttr(name string) (starlark.Value, error) {
	v, err := x.oldLookup(name)
	if v != nil || err != nil {
		return v, err
	}
	if get, _ := x.class.find("__getattr__"); get != nil {
		return x.rt.Current().Call(get, x, starlark.String(name))
	}
	return nil, nil
}

// oldSpecial returns a special method of an old-style instance, or nil.
func (x *Instance) oldSpecial(name string) starlark.Value {
	v, err := x.oldAttr(name)
	if err != nil {
		if t := x.rt.Current(); Is(err, AttributeError, x.rt.Dialect) {
			t.lacking = lacking{x, name, err}
		} else {
			t.Fail(err)
		}
		return nil
	}
	return v
}

// lacking is the AttributeError that a __getattr__ raised when an old-style
// instance was asked for a special method.
type lacking struct {
	x    *Instance
	name string
	err  error
}

// setOld is x.name = v, and del x.name where v is nil.
func (x *Instance) setOld(name string, v starlark.Value) error {
	switch name {
	case "__dict__":
		d, ok := v.(*Dict)
		if !ok {
			return TypeError.Errorf("__dict__ must be set to a dictionary")
		}
		x.Dict = d
		return nil
	case "__class__":
		c, ok := v.(*Class)
		if !ok || !c.OldStyle {
			return TypeError.Errorf("__class__ must be set to a class")
		}
		x.class = c
		return nil
	}
	if v != nil {
		x.Dict.SetString(name, v)
	} else if !x.Dict.DelString(name) {
		return x.noAttribute(name)
	}
	return nil
}

// Coerce is what __coerce__ makes of x and y: ok is false if there is none or
// it can't.
func (x *Instance) Coerce(t *Thread, y starlark.Value) (a, b starlark.Value, ok bool, err error) {
	if !x.class.OldStyle {
		return nil, nil, false, nil
	}
	m := x.oldSpecial("__coerce__")
	if m == nil {
		return nil, nil, false, t.Failed()
	}
	v, err := t.Call(m, y)
	if err != nil || v == starlark.None || v == NotImplemented {
		return nil, nil, false, err
	}
	pair, isPair := v.(starlark.Tuple)
	if !isPair || len(pair) != 2 {
		return nil, nil, false, TypeError.Errorf("coercion should return None or 2-tuple")
	}
	return pair[0], pair[1], true, nil
}

// Coerced is what __coerce__ makes of x and y by way of the type of either: that of an
// old-style instance asks its own, that of a new-style class both.
func Coerced(x, y starlark.Value) (a, b starlark.Value, ok bool, err error) {
	if a, b, ok, err = coerceSlot(x, y); ok || err != nil {
		return a, b, ok, err
	}
	b, a, ok, err = coerceSlot(y, x)
	return a, b, ok, err
}

func coerceSlot(x, y starlark.Value) (a, b starlark.Value, ok bool, err error) {
	i, _ := x.(*Instance)
	switch {
	case i == nil || !i.class.py2:
		return nil, nil, false, nil
	case i.class.OldStyle:
		return i.Coerce(i.rt.Current(), y)
	case i.class.special("__coerce__") == nil:
		return nil, nil, false, nil
	}
	if a, b, ok, err = coerceNew(i, y); ok || err != nil {
		return a, b, ok, err
	}
	if j, _ := y.(*Instance); j != nil && !j.class.OldStyle {
		b, a, ok, err = coerceNew(j, x)
	}
	return a, b, ok, err
}

// coerceNew is Coerce for an instance of a new-style class.
func coerceNew(x *Instance, y starlark.Value) (a, b starlark.Value, ok bool, err error) {
	v, found, err := answer(x, "__coerce__", y)
	if !found || err != nil {
		return nil, nil, false, err
	}
	pair, isPair := Unwrap(v).(starlark.Tuple)
	if !isPair || len(pair) != 2 {
		return nil, nil, false, TypeError.Errorf("__coerce__ didn't return a 2-tuple")
	}
	return pair[0], pair[1], true, nil
}

// coerced counts the operations on what __coerce__ made that are under way: two
// such methods may send each other round for ever. It is to be counted down.
func (t *Thread) coerced() error {
	t.coercing++
	if t.coercing > t.RT.RecursionLimit() {
		return RecursionError.Errorf("maximum recursion depth exceeded after coercion")
	}
	return nil
}

// NewOldInstance returns an instance of an old-style class that __init__ hasn't
// seen; d, if not nil, is its dict.
func NewOldInstance(c *Class, d *Dict) *Instance {
	x := newInstanceOf(c)
	if d != nil {
		x.Dict = d
	}
	return x
}

// OldMissing is the AttributeError of an old-style instance that lacks a special
// method, nil for any other value.
func OldMissing(v starlark.Value, name string) error {
	x, ok := v.(*Instance)
	if !ok || !x.class.OldStyle {
		return nil
	}
	if t := x.rt.Current(); t.lacking.x == x && t.lacking.name == name {
		err := t.lacking.err
		t.lacking = lacking{}
		return err
	}
	return x.noAttribute(name)
}

// slicesByBase reports whether Python 2 has x[i:j] done by the sequence that x derives
// from, whose __getslice__ and its like come before the __getitem__ of a derived class.
func (x *Instance) slicesByBase(name string, k starlark.Value) bool {
	s, ok := k.(*Slice)
	if !ok || !x.class.py2 || s.Step != starlark.None || !index(s.Start) || !index(s.Stop) {
		return false
	}
	switch x.Base.(type) {
	case *List:
	case starlark.String, *Text, starlark.Tuple:
		if name != "__getslice__" {
			return false
		}
	default:
		return false
	}
	return x.Special(name) == nil
}

// sliced returns the bounds that Python 2 gives to __getslice__ and its like for
// x[i:j]; i is nil where the class has no such method. The slice object that
// other methods of an old-style instance are given has its bounds filled in.
func (x *Instance) sliced(name string, k starlark.Value) (key, i, j starlark.Value, err error) {
	s, ok := k.(*Slice)
	if !ok || !x.class.py2 || s.Step != starlark.None {
		return k, nil, nil, nil
	}
	has := x.Special(name) != nil
	if !has && !x.class.OldStyle || !index(s.Start) || !index(s.Stop) {
		return k, nil, nil, nil
	}
	bound := func(v starlark.Value, absent int64) (starlark.Value, error) {
		if v == starlark.None {
			return starlark.MakeInt64(absent), nil
		}
		n, ok := AsInt(v)
		if !ok {
			if m := SpecialMethod(v, "__index__"); m != nil {
				r, err := x.rt.Current().Call(m)
				if err != nil {
					return nil, err
				}
				n, ok = AsInt(r)
			}
		}
		if _, small := n.Int64(); !small && n.Sign() < 0 {
			n = starlark.MakeInt64(math.MinInt64)
		} else if !small {
			n = starlark.MakeInt64(math.MaxInt64)
		}
		switch {
		case !ok:
			return nil, TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
		case n.Sign() >= 0:
			return n, nil
		}
		length, found, err := call(x, "__len__")
		if err != nil {
			return nil, err
		}
		if !found && x.class.OldStyle {
			return nil, OldMissing(x, "__len__")
		}
		if !found {
			b, ok := x.Base.(interface{ Len() int })
			if !ok {
				return n, nil
			}
			length = starlark.MakeInt(b.Len())
		}
		size, _ := AsInt(length)
		if x.class.OldStyle {
			i, err := OldCount("__len__()", length)
			if err != nil {
				return nil, err
			}
			size = starlark.MakeInt(i)
		}
		return n.Add(size), nil
	}
	if i, err = bound(s.Start, 0); err != nil {
		return k, nil, nil, err
	}
	if j, err = bound(s.Stop, math.MaxInt64); err != nil {
		return k, nil, nil, err
	}
	if !has {
		return &Slice{Start: i, Stop: j, Step: starlark.None}, nil, nil, nil
	}
	return k, i, j, nil
}

// index reports whether v can be the bound of a plain slice.
func index(v starlark.Value) bool {
	if _, ok := AsInt(v); ok || v == starlark.None {
		return true
	}
	return SpecialMethod(v, "__index__") != nil
}

// OldException is what raise makes of an old-style instance, which needn't be an
// exception: an Exception that carries it through Go code.
func OldException(x *Instance) *Exception { return &Exception{class: x.class, thrown: x} }

// Thrown is what a script sees of the exception: itself, or the old-style
// instance that was raised.
func (e *Exception) Thrown() starlark.Value {
	if e.thrown != nil {
		return e.thrown
	}
	return e
}

// OldCount is what __nonzero__ or __len__ of an old-style instance returned, for bool and
// len: an int that isn't negative.
func OldCount(method string, r starlark.Value) (int, error) {
	n, _ := AsInt(r)
	i, fits := n.Int64()
	switch {
	case !ClassOf(syntax.Python2, r).IsSubclass(TypesOf(syntax.Python2).Int) || !fits:
		return 0, TypeError.Errorf("%s should return an int", method)
	case i < 0:
		return 0, ValueError.Errorf("%s should return >= 0", method)
	}
	return int(i), nil
}
