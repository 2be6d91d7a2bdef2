package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// What operators do with a class itself: its metaclass decides, and C[k] is
// __class_getitem__ of the class.

var (
	_ hooked             = (*Class)(nil)
	_ Comparer           = (*Class)(nil)
	_ Hasher             = (*Class)(nil)
	_ starlark.HasBinary = (*Class)(nil)
	_ starlark.HasUnary  = (*Class)(nil)
	_ starlark.Mapping   = (*Class)(nil)
	_ starlark.HasSetKey = (*Class)(nil)
	_ starlark.Iterable  = (*Class)(nil)
	_ Container          = (*Class)(nil)
)

// Class returns type(c).
func (c *Class) Class() *Class { return c.metaclass() }

func (c *Class) runtime() *Runtime     { return c.rt }
func (c *Class) value() starlark.Value { return nil }

// hooks reports whether a script made the metaclass.
func (c *Class) hooks() bool { return c.Meta != nil && c.rt != nil }

// Truth is true unless the metaclass says otherwise.
func (c *Class) Truth() starlark.Bool {
	if c.hooks() {
		return truth(c)
	}
	return true
}

// PyHash is that of the identity unless the metaclass says otherwise.
func (c *Class) PyHash() (uint64, error) {
	if c.hooks() {
		return hash(c)
	}
	return mix(ID(c)), nil
}

// RichCompare asks the metaclass.
func (c *Class) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if c.hooks() {
		return richCompare(c, op, y)
	}
	return nil, nil
}

// Binary asks the metaclass; C | D is a union in Python 3, if that says nothing of it.
func (c *Class) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(c)
	}
	if c.hooks() {
		if v, err := binary(c, op, y, side); v != nil || err != nil {
			return v, err
		}
	}
	if op == starsyntax.PIPE && !c.py2 && !(c.hooks() && c.metaclass().special("__or__") != nil) {
		if side == starlark.Right {
			return unionOf(y, c)
		}
		return unionOf(c, y)
	}
	return nil, nil
}

// Unary asks the metaclass.
func (c *Class) Unary(op starsyntax.Token) (starlark.Value, error) {
	if c.hooks() {
		return unary(c, op)
	}
	return nil, nil
}

// Get is C[k]: the metaclass's __getitem__, or the class's __class_getitem__.
func (c *Class) Get(k starlark.Value) (starlark.Value, bool, error) {
	if c.hooks() {
		if v, found, err := call(c, "__getitem__", k); found || err != nil {
			return v, true, err
		}
	}
	if !c.py2 {
		if v, _ := c.find("__class_getitem__"); v != nil && v != starlark.None {
			m, err := bindTo(c.thread(), v, nil, c)
			if err != nil {
				return nil, false, err
			}
			if f, ok := m.(*Func); ok && f.Generic {
				return NewAlias(c, k), true, nil
			}
			v, err := c.rt.Current().Call(m, k)
			return v, true, err
		}
	}
	return nil, false, TypeError.By(
		sprintf("'%s' object has no attribute '__getitem__'", c.metaclass().TypeName()),
		sprintf("type '%s' is not subscriptable", c.TypeName()))
}

// SetKey asks the metaclass.
func (c *Class) SetKey(k, v starlark.Value) error {
	if c.hooks() {
		if _, found, err := call(c, "__setitem__", k, v); found || err != nil {
			return err
		}
	}
	return TypeError.Errorf("'%s' object does not support item assignment", c.metaclass().TypeName())
}

// DelKey asks the metaclass.
func (c *Class) DelKey(k starlark.Value) error {
	if c.hooks() {
		if _, found, err := call(c, "__delitem__", k); found || err != nil {
			return err
		}
	}
	return noItemDeletion(c.metaclass(), c, k)
}

// Has asks the metaclass.
func (c *Class) Has(v starlark.Value) (bool, error) {
	if c.hooks() {
		return contains(c, v)
	}
	return false, TypeError.Errorf("argument of type '%s' is not iterable", c.metaclass().ClassName)
}

func (c *Class) iterates() error {
	if c.hooks() {
		return iterates(c)
	}
	return TypeError.Errorf("'%s' object is not iterable", c.metaclass().TypeName())
}

// Iterate asks the metaclass.
func (c *Class) Iterate() starlark.Iterator { return iterate(c) }
