package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A BoundMethod is a function of a class, looked up on an instance.
type BoundMethod struct {
	Self starlark.Value
	Func starlark.Value
}

var (
	_ starlark.Callable = (*BoundMethod)(nil)
	_ starlark.HasAttrs = (*BoundMethod)(nil)
	_ Comparer          = (*BoundMethod)(nil)
	_ Hasher            = (*BoundMethod)(nil)
)

// CallInternal calls the function with Self before the other arguments.
func (m *BoundMethod) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	all := make(starlark.Tuple, len(args)+1)
	all[0] = m.Self
	copy(all[1:], args)
	return starlark.Call(th, m.Func, all, kwargs)
}

// Name returns the function's name.
func (m *BoundMethod) Name() string {
	if c, ok := m.Func.(starlark.Callable); ok {
		return c.Name()
	}
	return "?"
}

// String returns the repr as Python 3 prints it.
func (m *BoundMethod) String() string { return m.Repr(syntax.Python3) }

// Repr names the method and shows what it is bound to.
func (m *BoundMethod) Repr(d syntax.Dialect) string {
	return sprintf("<bound method %s.%s of %s>", ClassOf(d, m.Self).ClassName, m.Name(), Repr(d, m.Self))
}

// Type returns "method".
func (m *BoundMethod) Type() string { return "method" }

// Freeze does nothing.
func (m *BoundMethod) Freeze() {}

// Truth returns true.
func (m *BoundMethod) Truth() starlark.Bool { return true }

// Hash returns a hash of the function.
func (m *BoundMethod) Hash() (uint32, error) { return m.Func.Hash() }

// PyHash agrees with RichCompare.
func (m *BoundMethod) PyHash() (uint64, error) { return mix(ID(m.Func) ^ ID(m.Self)), nil }

// RichCompare compares what is bound to what.
func (m *BoundMethod) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*BoundMethod)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := Identical(m.Self, o.Self) && Identical(m.Func, o.Func)
	return Truthy(same == (op == syntax.Eq)), nil
}

// Attr returns __self__, __func__, or an attribute of the function.
func (m *BoundMethod) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__self__", "im_self":
		return m.Self, nil
	case "__func__", "im_func":
		return m.Func, nil
	case "__name__":
		return starlark.String(m.Name()), nil
	}
	if t := currentOf(m.Self); t != nil {
		return t.RT.Attr(m.Func, name)
	}
	return nil, noAttribute("method", name)
}

func currentOf(v starlark.Value) *Thread {
	switch v := v.(type) {
	case *Instance:
		return v.rt.Current()
	case *Class:
		if v.rt != nil {
			return v.rt.Current()
		}
	case *Exception:
		if v.class.rt != nil {
			return v.class.rt.Current()
		}
	}
	return nil
}

// AttrNames lists the attributes.
func (m *BoundMethod) AttrNames() []string {
	return []string{"__doc__", "__func__", "__name__", "__self__"}
}

// ClassMethod, StaticMethod and Property are the built-in descriptors.
type (
	ClassMethod struct {
		wrapper
		F starlark.Value
	}
	StaticMethod struct {
		wrapper
		F starlark.Value
	}
	Property struct {
		wrapper
		Get, Set, Del starlark.Value // None where there is none
		Doc           starlark.Value
		Name          string
	}
)

// A wrapper gives a descriptor what every value has.
type wrapper struct{ typ string }

func (w *wrapper) String() string        { return sprintf("<%s object at 0x%x>", w.typ, identity(w)) }
func (w *wrapper) Type() string          { return w.typ }
func (w *wrapper) Freeze()               {}
func (w *wrapper) Truth() starlark.Bool  { return true }
func (w *wrapper) Hash() (uint32, error) { return identity(w), nil }

// NewClassMethod is classmethod(f).
func NewClassMethod(f starlark.Value) *ClassMethod { return &ClassMethod{wrapper{"classmethod"}, f} }

// NewStaticMethod is staticmethod(f).
func NewStaticMethod(f starlark.Value) *StaticMethod {
	return &StaticMethod{wrapper{"staticmethod"}, f}
}

// NewProperty is property(fget, fset, fdel, doc).
func NewProperty(get, set, del, doc starlark.Value) *Property {
	if fn, ok := get.(*starlark.Function); ok && doc == starlark.None && fn.Doc() != "" {
		doc = docString(fn.Doc())
	}
	return &Property{wrapper{"property"}, get, set, del, doc, ""}
}

// CallInternal calls the function: a staticmethod may be called in the class body.
func (s *StaticMethod) CallInternal(th *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.Call(th, s.F, args, kwargs)
}

// Name returns the function's name.
func (s *StaticMethod) Name() string { return "staticmethod" }

// Attr returns __func__.
func (s *StaticMethod) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__func__", "__wrapped__":
		return s.F, nil
	case "__isabstractmethod__":
		return isAbstract(s.F), nil
	}
	return nil, noAttribute("staticmethod", name)
}

// AttrNames lists the attributes.
func (s *StaticMethod) AttrNames() []string { return []string{"__func__"} }

// Attr returns __func__.
func (c *ClassMethod) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__func__", "__wrapped__":
		return c.F, nil
	case "__isabstractmethod__":
		return isAbstract(c.F), nil
	}
	return nil, noAttribute("classmethod", name)
}

// AttrNames lists the attributes.
func (c *ClassMethod) AttrNames() []string { return []string{"__func__"} }

// Attr returns fget and its like, or the methods that decorate: getter, setter,
// deleter.
func (p *Property) Attr(name string) (starlark.Value, error) {
	with := func(change func(q *Property, f starlark.Value)) (starlark.Value, error) {
		return &Func{FuncName: name, Self: p, Method: func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var f starlark.Value
			if err := OneArg(t, "property", name, args, kwargs, &f); err != nil {
				return nil, err
			}
			q := NewProperty(p.Get, p.Set, p.Del, p.Doc)
			change(q, f)
			return q, nil
		}}, nil
	}
	switch name {
	case "fget":
		return p.Get, nil
	case "fset":
		return p.Set, nil
	case "fdel":
		return p.Del, nil
	case "__doc__":
		return p.Doc, nil
	case "__isabstractmethod__":
		return isAbstract(p.Get, p.Set, p.Del), nil
	case "getter":
		return with(func(q *Property, f starlark.Value) { q.Get = f })
	case "setter":
		return with(func(q *Property, f starlark.Value) { q.Set = f })
	case "deleter":
		return with(func(q *Property, f starlark.Value) { q.Del = f })
	}
	return nil, noAttribute("property", name)
}

// isAbstract reports whether one of the functions that a descriptor wraps was
// marked by abc.abstractmethod.
func isAbstract(functions ...starlark.Value) starlark.Value {
	for _, f := range functions {
		var v starlark.Value
		switch f := f.(type) {
		case *starlark.Function:
			if ns := FunctionNamespace(f); ns != nil {
				v, _ = ns.builtins.rt.functionAttr(f, "__isabstractmethod__")
			}
		case starlark.HasAttrs:
			v, _ = f.Attr("__isabstractmethod__")
		}
		if v != nil && bool(v.Truth()) {
			return True
		}
	}
	return False
}

// AttrNames lists the attributes.
func (p *Property) AttrNames() []string {
	return []string{"__doc__", "deleter", "fdel", "fget", "fset", "getter", "setter"}
}

// A Super looks attributes up after a class in the MRO of an instance's class.
type Super struct {
	wrapper
	After *Class
	Self  starlark.Value
	of    *Class // whose MRO it is
	rt    *Runtime
}

// NewSuper is super(after, self).
func NewSuper(rt *Runtime, after *Class, self starlark.Value) (*Super, error) {
	of := rt.ClassOf(self)
	if c, ok := self.(*Class); ok && c.IsSubclass(after) {
		of = c
	}
	if !of.IsSubclass(after) {
		return nil, TypeError.Errorf("super(type, obj): obj must be an instance or subtype of type")
	}
	return &Super{wrapper{"super"}, after, self, of, rt}, nil
}

// Attr finds name after the class, bound to the instance.
func (s *Super) Attr(name string) (starlark.Value, error) {
	t := s.rt.Current()
	past := false
	for _, k := range s.of.MRO {
		if !past {
			past = k == s.After
			continue
		}
		if k.Dict != nil {
			if v := k.Dict.GetString(name); v != nil {
				if name == "__new__" {
					if st, ok := v.(*StaticMethod); ok {
						return st.F, nil
					}
					return v, nil
				}
				if c, ok := s.Self.(*Class); ok && c == s.of {
					switch v := v.(type) {
					case *ClassMethod:
						return &BoundMethod{c, v.F}, nil
					case *StaticMethod:
						return v.F, nil
					}
					return v, nil
				}
				return bindTo(t, s.Self, s.of, v, nil, name, k)
			}
			continue
		}
		k.fill()
		if m, ok := k.Methods[name]; ok {
			return bindTo(t, s.Self, s.of, nil, m, name, k)
		}
		if v, ok := k.Attrs[name]; ok {
			return v, nil
		}
	}
	return nil, AttributeError.Errorf("'super' object has no attribute '%s'", name)
}

// AttrNames lists nothing.
func (s *Super) AttrNames() []string { return nil }

// builtinMethod binds a method of the built-in class in. It works on the value
// that an instance has of that class; where it returns that, it is the instance
// that a script sees.
func builtinMethod(self starlark.Value, in *Class, name string, m Method) *Func {
	x, ok := self.(*Instance)
	if !ok || x.Base == nil || len(in.Bases) == 0 {
		return &Func{FuncName: name, Self: self, Method: m}
	}
	switch name {
	case "__enter__", "__iadd__", "__imul__", "__ior__", "__iand__", "__isub__", "__ixor__":
		inner := m
		m = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			v, err := inner(t, self, args, kwargs)
			if err == nil && Identical(v, self) {
				v = x
			}
			return v, err
		}
	}
	return &Func{FuncName: name, Self: x.Base, Method: m}
}

// bindTo binds what a class has under a name to an instance. A method of a
// built-in base works on the value that the instance has of it.
func bindTo(t *Thread, self starlark.Value, c *Class, v starlark.Value, m Method, name string, in *Class) (starlark.Value, error) {
	if m != nil {
		return builtinMethod(self, in, name, m), nil
	}
	switch v := v.(type) {
	case *starlark.Function:
		return &BoundMethod{self, v}, nil
	case *Func:
		if v.Unbound != nil {
			if !c.IsSubclass(v.Unbound) {
				return nil, v.wrongSelf("for '%s' objects doesn't apply to '%s' object", c)
			}
			return builtinMethod(self, v.Unbound, v.FuncName, v.Method), nil
		}
	case *ClassMethod:
		return &BoundMethod{c, v.F}, nil
	case *StaticMethod:
		return v.F, nil
	case *Property:
		if v.Get == starlark.None {
			return nil, AttributeError.By("unreadable attribute", sprintf("property of '%s' object has no getter", c.ClassName))
		}
		return t.Call(v.Get, self)
	}
	if get := SpecialMethod(v, "__get__"); get != nil {
		return t.Call(get, self, c)
	}
	return v, nil
}
