// Package pyfunctools is the part of Python's module functools that is called
// often: partial, lru_cache's wrapper, cmp_to_key and reduce. It is the module
// _functools; the rest of functools is embedded Python.
package pyfunctools

import (
	"fmt"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Tools that operate on functions."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "_functools", doc, []object.Def{
		{Name: "reduce", F: builtins.Reduce},
	})
	m.Set("partial", newPartialClass(rt))
	m.Set("cmp_to_key", cmpToKey(rt))
	if rt.Dialect != syntax.Python2 {
		m.Set("_lru_cache_wrapper", newCacheClass(rt))
	}
	return m
}

// An owned value is what the module's values have in common: a class, and
// attributes that a script sets.
type owned struct {
	class *object.Class
	Dict  object.Dict
}

func (o *owned) Class() *object.Class { return o.class }
func (o *owned) Type() string         { return o.class.TypeName() }
func (o *owned) Freeze()              {}
func (o *owned) Truth() starlark.Bool { return true }

// AttrNames lists the attributes.
func (o *owned) AttrNames() []string {
	names := o.class.AttrNames()
	for _, k := range o.Dict.Keys() {
		if s, ok := object.AsText(k); ok {
			names = append(names, s)
		}
	}
	return names
}

// Own returns what a script set.
func (o *owned) Own(name string) starlark.Value { return o.Dict.GetString(name) }

// attr is self.name: what a script set, or what the class has.
func (o *owned) attr(self object.Typed, name string) (starlark.Value, error) {
	if v := o.Dict.GetString(name); v != nil {
		return v, nil
	}
	if name == "__dict__" {
		return &o.Dict, nil
	}
	return object.BindAttr(self, name)
}

// SetField sets an attribute.
func (o *owned) SetField(name string, v starlark.Value) error {
	if o.class.HasGetter(name) {
		return readonly(o.class)
	}
	o.Dict.SetString(name, v)
	return nil
}

// DelField deletes an attribute that a script set.
func (o *owned) DelField(name string) error {
	if o.class.HasGetter(name) {
		return readonly(o.class)
	}
	if name == "__dict__" {
		return object.TypeError.By("a partial object's dictionary may not be deleted", "cannot delete __dict__")
	}
	if !o.Dict.DelString(name) {
		return object.AttributeError.Errorf("'%s' object has no attribute '%s'", o.class.TypeName(), name)
	}
	return nil
}

// readonly is the error of setting an attribute that can't be set.
func readonly(c *object.Class) error {
	if c.IsSubclass(object.TypesOf(syntax.Python2).Object) {
		return object.TypeError.Errorf("readonly attribute")
	}
	return object.AttributeError.Errorf("readonly attribute")
}

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }
