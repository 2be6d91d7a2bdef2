package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What classmethod and staticmethod make. In Python 3 they have the attributes
// of the function that they wrap, and a script may set others.

type (
	// A ClassMethod is classmethod(f).
	ClassMethod struct{ wrapped }
	// A StaticMethod is staticmethod(f).
	StaticMethod struct{ wrapped }
)

// wrapped is what both have.
type wrapped struct {
	wrapper
	F    starlark.Value
	dict *Dict // __dict__, once somebody has asked for it
}

// NewClassMethod is classmethod(f).
func NewClassMethod(f starlark.Value) *ClassMethod {
	return &ClassMethod{wrapped{wrapper: wrapper{"classmethod"}, F: f}}
}

// NewStaticMethod is staticmethod(f).
func NewStaticMethod(f starlark.Value) *StaticMethod {
	return &StaticMethod{wrapped{wrapper: wrapper{"staticmethod"}, F: f}}
}

// A furnished value of a built-in type has a dict of its own beside what its
// class has.
type furnished interface {
	starlark.Value
	// furniture is that dict, nil where the dialect has none.
	furniture(rt *Runtime) *Dict
}

var (
	_ furnished = (*ClassMethod)(nil)
	_ furnished = (*StaticMethod)(nil)
	_ Owned     = (*ClassMethod)(nil)
	_ Owned     = (*StaticMethod)(nil)
)

// wrappedNames are the attributes that are copied from the function.
var wrappedNames = [...]string{"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"}

func (w *wrapped) furniture(rt *Runtime) *Dict {
	if w.dict == nil && rt.Dialect != syntax.Python2 {
		w.dict = rt.NewDict(0)
		w.copyAttrs(rt)
	}
	return w.dict
}

func (w *wrapped) copyAttrs(rt *Runtime) {
	for _, name := range wrappedNames {
		if v, err := rt.Attr(w.F, name); err == nil {
			w.dict.SetString(name, v)
		}
	}
}

// Wrap is what __init__ does: it sets the function.
func (w *wrapped) Wrap(rt *Runtime, f starlark.Value) {
	w.F = f
	if w.dict != nil {
		w.copyAttrs(rt)
	}
}

// SetOwner gives an instance of a class that derives from the type the
// attributes of the function.
func (w *wrapped) SetOwner(x *Instance) {
	if x.rt.Dialect != syntax.Python2 {
		w.dict = x.Dict
		w.copyAttrs(x.rt)
	}
}

// AttrDict is __dict__; it is nil in Python 2.
func (w *wrapped) AttrDict(rt *Runtime) *Dict { return w.furniture(rt) }

// furnishedAttr is v.name.
func (rt *Runtime) furnishedAttr(v furnished, name string) (starlark.Value, error) {
	c := rt.ClassOf(v)
	if d := c.Lookup(name); d == nil || !isData(d) {
		if own := v.furniture(rt); own != nil {
			if x := own.GetString(name); x != nil {
				return x, nil
			}
		}
	}
	return c.bindIn(rt.Current(), v, name)
}

// setFurnished is v.name = x, and del v.name where x is nil.
func (rt *Runtime) setFurnished(v furnished, name string, x starlark.Value) error {
	own := v.furniture(rt)
	if d := rt.ClassOf(v).Lookup(name); own == nil || d != nil && isData(d) {
		return rt.setBuiltin(v, name, x)
	}
	if x != nil {
		own.SetString(name, x)
	} else if !own.DelString(name) {
		return noAttribute(TypeName(v), name)
	}
	return nil
}

// CallInternal calls the function, in Python 3: a staticmethod may be called in
// the class body.
func (s *StaticMethod) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if Of(th).RT.Dialect == syntax.Python2 {
		return nil, TypeError.Errorf("'staticmethod' object is not callable")
	}
	return starlark.Call(th, s.F, args, kwargs)
}

// Name returns the function's name.
func (s *StaticMethod) Name() string { return "staticmethod" }

func (s *StaticMethod) get(*Thread, starlark.Value, *Class) (starlark.Value, error) { return s.F, nil }

func (m *ClassMethod) get(t *Thread, self starlark.Value, c *Class) (starlark.Value, error) {
	bound := &BoundMethod{Self: c, Func: m.F}
	switch m.F.(type) {
	case *starlark.Function, *BoundMethod:
		return bound, nil
	}
	if c.py2 {
		return bound, nil
	}
	v, err := bindTo(t, m.F, c, c) // it may wrap another descriptor
	if err == nil && Identical(v, m.F) {
		return bound, nil
	}
	return v, err
}

// Repr shows what is wrapped in Python 3.
func (s *StaticMethod) Repr(d syntax.Dialect) string {
	return wrapperRepr(d, s.String(), "staticmethod", s.F)
}

// Repr shows what is wrapped in Python 3.
func (m *ClassMethod) Repr(d syntax.Dialect) string {
	return wrapperRepr(d, m.String(), "classmethod", m.F)
}

func wrapperRepr(d syntax.Dialect, plain, name string, f starlark.Value) string {
	if d == syntax.Python2 {
		return plain
	}
	return "<" + name + "(" + Repr(d, f) + ")>"
}
