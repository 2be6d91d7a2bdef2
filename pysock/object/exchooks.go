package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// What operators do with an exception: the special methods decide that a script
// gave its class. Those of Python's own classes have none that operators ask.

var (
	_ hooked             = (*Exception)(nil)
	_ Comparer           = (*Exception)(nil)
	_ Hasher             = (*Exception)(nil)
	_ starlark.Callable  = (*Exception)(nil)
	_ starlark.HasBinary = (*Exception)(nil)
	_ starlark.HasUnary  = (*Exception)(nil)
	_ starlark.HasSetKey = (*Exception)(nil)
	_ starlark.Iterable  = (*Exception)(nil)
	_ Container          = (*Exception)(nil)
)

func (e *Exception) runtime() *Runtime     { return e.class.rt }
func (e *Exception) value() starlark.Value { return nil }

// hooks reports whether a script made the class.
func (e *Exception) hooks() bool { return e.class.Dict != nil }

// plain reports whether the exception is a sequence of its arguments, as Python 2
// has it where the class doesn't say otherwise.
func (e *Exception) plain() bool {
	c := e.class
	return c.py2 && c.special("__iter__") == nil && c.special("__getitem__") == nil
}

// Truth is that of the class's __bool__ or __len__.
func (e *Exception) Truth() starlark.Bool {
	if e.class.rt == nil {
		return true
	}
	return truth(e)
}

// Hash is that of the identity.
func (e *Exception) Hash() (uint32, error) { return identity(e), nil }

// PyHash is that of the identity unless the class says otherwise.
func (e *Exception) PyHash() (uint64, error) {
	if e.hooks() {
		return hash(e)
	}
	return mix(ID(e)), nil
}

// CallInternal is e(...).
func (e *Exception) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := Of(th)
	if err := t.CheckDepth(); err != nil { // __call__ may be such an exception, and so on
		return nil, err
	}
	m := e.Special("__call__")
	if m == nil {
		if err := t.Failed(); err != nil {
			return nil, err
		}
		return nil, TypeError.Errorf("'%s' object is not callable", e.class.TypeName())
	}
	return starlark.Call(th, m, args, kwargs)
}

// Name is what a frame of the exception's __call__ would be called.
func (e *Exception) Name() string { return "#call" }

// Binary is __add__ and its like, or __radd__ from the right.
func (e *Exception) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if o, ok := y.(*Operator); ok && op == Infix {
		return o.apply(e)
	}
	if e.hooks() {
		return binary(e, op, y, side)
	}
	return nil, nil
}

// Augment is __iadd__ and its like.
func (e *Exception) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	return AugmentHook(e, binaryMethods[op], y)
}

// RichCompare is __eq__ and its like.
func (e *Exception) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if e.hooks() {
		return richCompare(e, op, y)
	}
	return nil, nil
}

// Unary is __neg__ and its like.
func (e *Exception) Unary(op starsyntax.Token) (starlark.Value, error) {
	if e.hooks() {
		return unary(e, op)
	}
	return nil, nil
}

// Get is e[k]; Python 2 has it without __getitem__ too: an element of args.
func (e *Exception) Get(k starlark.Value) (starlark.Value, bool, error) {
	if e.hooks() {
		if v, found, err := call(e, "__getitem__", k); found || err != nil {
			return v, true, err
		}
	}
	if !e.class.py2 {
		return nil, false, TypeError.Errorf("'%s' object is not subscriptable", e.class.TypeName())
	}
	s, isSlice := k.(*Slice)
	if _, isIndex := AsInt(k); !isIndex && (!isSlice || s.Step != starlark.None) {
		return nil, false, TypeError.Errorf("sequence index must be integer, not '%s'", TypeName(k))
	}
	if !isSlice {
		i, err := Index("tuple", k, len(e.Args), "tuple index out of range")
		if err != nil {
			return nil, false, err
		}
		return e.Args[i], true, nil
	}
	start, stop, _, n, err := s.Indices(len(e.Args))
	if err != nil || n == 0 {
		return starlark.Tuple{}, err == nil, err
	}
	return e.Args[start:stop], true, nil
}

// SetKey is e[k] = v.
func (e *Exception) SetKey(k, v starlark.Value) error {
	if e.hooks() {
		if _, found, err := call(e, "__setitem__", k, v); found || err != nil {
			return err
		}
	}
	return TypeError.Errorf("'%s' object does not support item assignment", e.class.TypeName())
}

// DelKey is del e[k].
func (e *Exception) DelKey(k starlark.Value) error {
	if e.hooks() {
		if _, found, err := call(e, "__delitem__", k); found || err != nil {
			return err
		}
	}
	return noItemDeletion(e.class, e, k)
}

// Has is v in e.
func (e *Exception) Has(v starlark.Value) (bool, error) {
	switch {
	case e.hooks() && (!e.plain() || e.class.special("__contains__") != nil):
		return contains(e, v)
	case e.class.py2:
		return Contains(syntax.Python2, e.Args, v)
	}
	return false, TypeError.Errorf("argument of type '%s' is not iterable", e.class.TypeName())
}

// iterates returns the TypeError of an exception that can't be iterated over.
func (e *Exception) iterates() error {
	switch {
	case e.hooks() && !e.plain():
		return iterates(e)
	case e.class.py2:
		return nil
	}
	return TypeError.Errorf("'%s' object is not iterable", e.class.TypeName())
}

// Iterate follows __iter__, or else __getitem__ from 0 on, which Python 2 has.
func (e *Exception) Iterate() starlark.Iterator {
	if e.plain() {
		return e.Args.Iterate()
	}
	return iterate(e)
}
