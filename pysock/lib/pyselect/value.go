//go:build unix

package pyselect

import (
	"fmt"
	"runtime"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A value is what poll and epoll objects share.
type value struct {
	m     *module
	self  object.Typed
	class *object.Class
}

// newClass makes a class of the module with methods for T.
func newClass[T starlark.Value](m *module, name string, methods map[string]func(x T, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)) *object.Class {
	c := object.NewClass("select", name, object.TypesOf(m.rt.Dialect).Object)
	c.Static = true
	c.Seal()
	c.Methods = make(map[string]object.Method)
	for name, f := range methods {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			x, ok := object.Unwrap(self).(T)
			if !ok {
				return nil, object.TypeError.Errorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, c.QualifiedName(), object.TypeName(self))
			}
			v, err := f(x, t, args, kwargs)
			runtime.KeepAlive(x)
			return v, err
		}
	}
	return c
}

// Class returns the object's class.
func (v *value) Class() *object.Class { return v.class }

// Type returns the name of the class.
func (v *value) Type() string { return v.class.TypeName() }

// Repr returns <select.poll object at 0x...>.
func (v *value) Repr(syntax.Dialect) string {
	return fmt.Sprintf("<%s object at 0x%x>", v.class.QualifiedName(), object.ID(v.self))
}

// String returns the repr.
func (v *value) String() string { return v.Repr(v.m.rt.Dialect) }

// Freeze does nothing.
func (v *value) Freeze() {}

// Truth returns true.
func (v *value) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (v *value) Hash() (uint32, error) { return uint32(object.ID(v.self)), nil }

// PyHash returns a hash of the identity.
func (v *value) PyHash() (uint64, error) { return object.ID(v.self), nil }

// Own returns nil: there are no attributes but those of the class.
func (v *value) Own(string) starlark.Value { return nil }

// Attr returns an attribute or a method.
func (v *value) Attr(name string) (starlark.Value, error) { return object.BindAttr(v.self, name) }

// AttrNames lists the attributes.
func (v *value) AttrNames() []string { return v.class.AttrNames() }

var (
	_ object.Attributed = (*poll)(nil)
	_ object.Reprer     = (*poll)(nil)
)
