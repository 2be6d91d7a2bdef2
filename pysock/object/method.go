package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A BoundMethod is a function of a class, looked up on an instance, or in
// Python 2 on the class itself: then it is bound to nothing yet, and has to be
// called with an instance of the class.
type BoundMethod struct {
	Self  starlark.Value // nil for an unbound method
	Func  starlark.Value
	Class *Class // of an unbound method
	// Stray is set of one that Python 2's __get__ made without being told a class.
	Stray bool
}

var (
	_ starlark.Callable = (*BoundMethod)(nil)
	_ starlark.HasAttrs = (*BoundMethod)(nil)
	_ Comparer          = (*BoundMethod)(nil)
	_ Hasher            = (*BoundMethod)(nil)
)

// CallInternal calls the function with Self before the other arguments.
func (m *BoundMethod) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if m.Self == nil {
		if err := m.check(Of(th), args); err != nil {
			return nil, err
		}
		return starlark.Call(th, m.Func, args, kwargs)
	}
	all := make(starlark.Tuple, len(args)+1)
	all[0] = m.Self
	copy(all[1:], args)
	return starlark.Call(th, m.Func, all, kwargs)
}

// check raises TypeError unless an unbound method is called with an instance
// of its class.
func (m *BoundMethod) check(t *Thread, args starlark.Tuple) error {
	got := "nothing"
	if len(args) > 0 {
		c := t.RT.ClassOf(args[0])
		if c != m.Class && m.Class.hooks() {
			r, found, err := call(m.Class, "__instancecheck__", args[0])
			if err != nil || found && bool(r.Truth()) {
				return err
			}
			if found {
				return m.wrongSelf(t, c.ClassName+" instance")
			}
		}
		if c.IsSubclass(m.Class) {
			return nil
		}
		got = c.ClassName + " instance"
		if k, ok := args[0].(*Class); ok {
			got = k.Metaclass(syntax.Python2).ClassName + " instance"
		}
	}
	return m.wrongSelf(t, got)
}

func (m *BoundMethod) wrongSelf(t *Thread, got string) error {
	name := m.Name()
	if f, ok := m.Func.(*starlark.Function); ok {
		if v, err := t.RT.functionAttr(f, "__name__"); err == nil {
			name, _ = AsText(v)
		}
	}
	return TypeError.Errorf("unbound method %s() must be called with %s instance as first argument (got %s instead)", name, m.Class.ClassName, got)
}

// Name returns the function's name.
func (m *BoundMethod) Name() string {
	if f, ok := m.Func.(*starlark.Function); ok {
		return FunctionName(f)
	}
	if c, ok := m.Func.(starlark.Callable); ok {
		return c.Name()
	}
	return "?"
}

// String returns the repr as Python 3 prints it.
func (m *BoundMethod) String() string { return m.Repr(syntax.Python3) }

// Repr names the method and shows what it is bound to.
func (m *BoundMethod) Repr(d syntax.Dialect) string {
	name := m.Name()
	t := m.thread()
	if d == syntax.Python2 {
		if t != nil {
			if v, err := t.RT.Attr(m.Func, "__name__"); err == nil {
				name, _ = AsText(v)
			} else {
				name = "?"
			}
		}
		if m.Self == nil {
			return sprintf("<unbound method %s.%s>", m.Class.ClassName, name)
		}
		if m.Stray {
			return sprintf("<bound method ?.%s of %s>", name, Repr(d, m.Self))
		}
		c := ClassOf(d, m.Self)
		if k, ok := m.Self.(*Class); ok {
			c = k.Metaclass(d)
		}
		return sprintf("<bound method %s.%s of %s>", c.ClassName, name, Repr(d, m.Self))
	}
	if t != nil {
		q, err := t.RT.Attr(m.Func, "__qualname__")
		if err != nil {
			q, err = t.RT.Attr(m.Func, "__name__")
		}
		if s, ok := AsText(q); ok && err == nil {
			name = s
		} else {
			name = "?"
		}
	}
	return sprintf("<bound method %s of %s>", name, Repr(d, m.Self))
}

// Type returns "method", in Python 2 "instancemethod".
func (m *BoundMethod) Type() string {
	t := currentOf(m.Func)
	if t == nil {
		t = currentOf(m.Self)
	}
	if m.Self == nil || t != nil && t.RT.Dialect == syntax.Python2 {
		return "instancemethod" // what is unbound is Python 2's
	}
	return "method"
}

// Freeze does nothing.
func (m *BoundMethod) Freeze() {}

// Truth returns true.
func (m *BoundMethod) Truth() starlark.Bool { return true }

// Hash returns a hash of the function.
func (m *BoundMethod) Hash() (uint32, error) { return m.Func.Hash() }

// PyHash agrees with RichCompare.
func (m *BoundMethod) PyHash() (uint64, error) {
	if m.Self == nil {
		return mix(ID(m.Func)), nil
	}
	if m.python2() {
		h, err := Hash(m.Self)
		return mix(ID(m.Func) ^ h), err
	}
	return mix(ID(m.Func) ^ ID(m.Self)), nil
}

// RichCompare compares what is bound to what. For Python 2 it is enough that the
// instances are equal.
func (m *BoundMethod) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*BoundMethod)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := (m.Self == nil) == (o.Self == nil) && Identical(m.Func, o.Func)
	var err error
	if same && m.Self != nil && !Identical(m.Self, o.Self) {
		if same = m.python2(); same {
			same, err = Equal(m.Self, o.Self)
		}
	}
	return Truthy(same == (op == syntax.Eq)), err
}

// python2 reports whether the method is Python 2's. Methods of equal instances are equal
// there.
func (m *BoundMethod) python2() bool {
	t := m.thread()
	return t != nil && t.RT.Dialect == syntax.Python2
}

// Attr returns __self__, __func__, or an attribute of the function.
func (m *BoundMethod) Attr(name string) (starlark.Value, error) {
	t := m.thread()
	if t == nil {
		return m.attr(syntax.Python3, name)
	}
	v, err := m.attr(t.RT.Dialect, name)
	if v != nil || err != nil {
		return v, err
	}
	if name == "__reduce__" || name == "__reduce_ex__" || name == "__getstate__" {
		return t.RT.ClassOf(m).bind(m, name)
	}
	v, err = t.RT.Attr(m.Func, name)
	if err == nil && name != "__call__" && name != "__get__" && name != "__repr__" {
		return v, nil
	}
	if v, own := t.RT.ClassOf(m).bind(m, name); own == nil || err == nil {
		return v, own
	}
	return nil, err // the function's: it would have the attribute
}

// attr returns what is the method's own, or nil.
func (m *BoundMethod) attr(d syntax.Dialect, name string) (starlark.Value, error) {
	if d == syntax.Python2 {
		switch name {
		case "im_self":
			name = "__self__"
		case "im_func":
			name = "__func__"
		case "im_class":
			if m.Self == nil {
				return m.Class, nil
			}
			if m.Stray {
				return starlark.None, nil
			}
			return ClassOf(d, m.Self), nil
		}
	}
	switch name {
	case "__self__":
		if m.Self == nil {
			return starlark.None, nil
		}
		return m.Self, nil
	case "__func__":
		return m.Func, nil
	case "__class__":
		return ClassOf(d, m), nil
	}
	return nil, nil
}

// SetField fails: attributes are the function's.
func (m *BoundMethod) SetField(name string, v starlark.Value) error {
	d := syntax.Python3
	if m.python2() {
		d = syntax.Python2
	}
	return ReadOnly(d, m, name, v)
}

// DelField fails.
func (m *BoundMethod) DelField(name string) error { return m.SetField(name, nil) }

// thread is the running thread, or nil if that can't be known.
func (m *BoundMethod) thread() *Thread {
	for _, v := range []starlark.Value{m.Self, m.Func} {
		if t := currentOf(v); t != nil {
			return t
		}
	}
	if m.Class != nil {
		return m.Class.thread()
	}
	return nil
}

func currentOf(v starlark.Value) *Thread {
	switch v := v.(type) {
	case *Instance:
		return v.rt.Current()
	case *Class:
		return v.thread()
	case *Exception:
		return v.class.thread()
	case *starlark.Function:
		if ns := FunctionNamespace(v); ns != nil {
			return ns.rt.Current()
		}
	}
	return nil
}

// AttrNames lists the attributes.
func (m *BoundMethod) AttrNames() []string {
	names := []string{"__doc__", "__func__", "__name__", "__self__"}
	if m.python2() {
		names = append(names, "im_class", "im_func", "im_self")
	}
	t := m.thread()
	if f, ok := m.Func.(*starlark.Function); ok && t != nil {
		if a := t.RT.functions.get(f); a != nil && a.dict != nil {
			for _, k := range a.dict.Keys() {
				if name, ok := AsText(k); ok {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// A Property is property(fget, fset, fdel, doc).
type Property struct {
	wrapper
	Get, Set, Del starlark.Value // None where there is none
	Doc           starlark.Value
	Name          string // known from __set_name__
	docOfGetter   bool
	owner         *Instance // of a class that derives from property, or nil
}

// A wrapper gives a descriptor what every value has.
type wrapper struct{ typ string }

func (w *wrapper) String() string        { return sprintf("<%s object at 0x%x>", w.typ, identity(w)) }
func (w *wrapper) Type() string          { return w.typ }
func (w *wrapper) Freeze()               {}
func (w *wrapper) Truth() starlark.Bool  { return true }
func (w *wrapper) Hash() (uint32, error) { return identity(w), nil }

// NewProperty is property(fget, fset, fdel, doc).
func NewProperty(get, set, del, doc starlark.Value) *Property {
	p := &Property{wrapper: wrapper{"property"}, Get: get, Set: set, Del: del, Doc: doc}
	if fn, ok := get.(*starlark.Function); ok && doc == starlark.None && fn.Doc() != "" {
		p.Doc, p.docOfGetter = docString(fn.Doc()), true
	}
	return p
}

// With returns a copy of the property with another getter, setter or deleter;
// nil stands for the one that it has.
func (p *Property) With(t *Thread, get, set, del starlark.Value) (starlark.Value, error) {
	or := func(v, old starlark.Value) starlark.Value {
		if v == nil {
			return old
		}
		return v
	}
	doc := p.Doc
	if p.docOfGetter && get != nil {
		doc = starlark.None
	}
	fget, fset, fdel := or(get, p.Get), or(set, p.Set), or(del, p.Del)
	if p.owner != nil {
		v, err := t.Call(p.owner.class, fget, fset, fdel, doc)
		if q, ok := Unwrap(v).(*Property); ok && err == nil {
			q.Name = p.Name
		}
		return v, err
	}
	q := NewProperty(fget, fset, fdel, doc)
	q.Name, q.docOfGetter = p.Name, q.docOfGetter || p.docOfGetter && get == nil
	return q, nil
}

// Reset is what __init__ does: all but the name becomes that of q.
func (p *Property) Reset(t *Thread, q *Property) error {
	p.Get, p.Set, p.Del, p.Doc, p.docOfGetter = q.Get, q.Set, q.Del, q.Doc, q.docOfGetter
	if p.owner != nil && p.docOfGetter {
		return p.owner.SetField("__doc__", p.Doc)
	}
	return nil
}

// SetOwner tells the instance of a class that derives from property.
func (p *Property) SetOwner(x *Instance) { p.owner = x }

func (p *Property) get(t *Thread, self starlark.Value, c *Class) (starlark.Value, error) {
	switch {
	case self == nil:
		return p, nil
	case p.Get == starlark.None:
		return nil, p.lacks("unreadable attribute", "getter", c)
	}
	return t.Call(p.Get, self)
}

func (p *Property) set(t *Thread, self, v starlark.Value) error {
	f, words2, part := p.Set, "can't set attribute", "setter"
	if v == nil {
		f, words2, part = p.Del, "can't delete attribute", "deleter"
	}
	if f == starlark.None {
		return p.lacks(words2, part, t.RT.ClassOf(self))
	}
	args := []starlark.Value{self, v}
	if v == nil {
		args = args[:1]
	}
	_, err := t.Call(f, args...)
	return err
}

// lacks is the AttributeError for a property without a getter, setter or deleter.
func (p *Property) lacks(words2, part string, c *Class) error {
	name := ""
	if p.Name != "" {
		name = " '" + p.Name + "'"
	}
	return AttributeError.By(words2, sprintf("property%s of '%s' object has no %s", name, c.nameForProperty(), part))
}

func (c *Class) nameForProperty() string {
	if c.Qualname != "" {
		return c.Qualname
	}
	return c.ClassName
}

// IsAbstract reports whether one of the functions that a descriptor wraps was
// marked by abc.abstractmethod.
func IsAbstract(rt *Runtime, functions ...starlark.Value) bool {
	for _, f := range functions {
		if v, err := rt.Attr(f, "__isabstractmethod__"); err == nil && bool(v.Truth()) {
			return true
		}
	}
	return false
}
