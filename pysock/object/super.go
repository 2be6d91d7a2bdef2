package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Super looks attributes up after a class in the MRO of an instance's class.
type Super struct {
	wrapper
	After *Class
	Self  starlark.Value // nil if it is unbound
	of    *Class         // whose MRO it is
	rt    *Runtime
}

// NewSuper is super(after, self); self is nil for super(after).
func NewSuper(rt *Runtime, after *Class, self starlark.Value) (*Super, error) {
	s := &Super{wrapper{"super"}, after, self, nil, rt}
	if self == nil {
		return s, nil
	}
	s.of = rt.ClassOf(self)
	if c, ok := self.(*Class); ok && c.IsSubclass(after) {
		s.of = c
	}
	if !s.of.IsSubclass(after) {
		claimed, err := rt.Attr(self, "__class__")
		if c, ok := claimed.(*Class); err == nil && ok && c.IsSubclass(after) {
			s.of = c
			return s, nil
		}
		return nil, TypeError.Errorf("super(type, obj): obj must be an instance or subtype of type")
	}
	return s, nil
}

// Attr finds name after the class, bound to the instance.
func (s *Super) Attr(name string) (starlark.Value, error) {
	if s.Self != nil && name != "__class__" {
		if v, err := s.find(name); v != nil || err != nil {
			return v, err
		}
	}
	var v starlark.Value
	switch name {
	case "__self__":
		v = orNil(s.Self)
	case "__thisclass__":
		v = s.After
	case "__self_class__":
		v = starlark.None
		if s.of != nil {
			v = s.of
		}
	default:
		if v := TypesOf(s.rt.Dialect).Super.Lookup(name); v != nil {
			return bindTo(s.rt.Current(), v, s, TypesOf(s.rt.Dialect).Super)
		}
		return nil, lacks("'super' object", name)
	}
	return v, nil
}

// find looks name up after the class in the MRO of the instance's class; it
// returns nil, nil if there is nothing.
func (s *Super) find(name string) (starlark.Value, error) {
	past := false
	for _, k := range s.of.MRO {
		if !past {
			past = k == s.After
			continue
		}
		v := k.has(name)
		if v == nil {
			continue
		}
		self := s.Self
		if c, ok := self.(*Class); ok && c == s.of {
			self = nil
		}
		return bindTo(s.rt.Current(), v, self, s.of)
	}
	return nil, nil
}

func orNil(v starlark.Value) starlark.Value {
	if v == nil {
		return starlark.None
	}
	return v
}

// get binds an unbound super object.
func (s *Super) get(_ *Thread, self starlark.Value, _ *Class) (starlark.Value, error) {
	if self == nil || s.Self != nil {
		return s, nil
	}
	return NewSuper(s.rt, s.After, self)
}

// AttrNames lists the attributes of its own.
func (s *Super) AttrNames() []string { return []string{"__self__", "__self_class__", "__thisclass__"} }

// Repr names the class and that of the instance.
func (s *Super) Repr(syntax.Dialect) string {
	if s.of == nil {
		return sprintf("<super: <class '%s'>, NULL>", s.After.ClassName)
	}
	return sprintf("<super: <class '%s'>, <%s object>>", s.After.ClassName, s.of.ClassName)
}
