package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The types that a class's own attributes are seen through, and those of
// Python 2's old-style classes.

// proxyMethods are those that a proxy passes on to its mapping.
func proxyMethods(is2 bool) map[string]method {
	names := []string{"get", "keys", "values", "items", "copy", "__getitem__", "__contains__", "__len__", "__iter__",
		"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
	if is2 {
		names = append(names, "has_key", "iterkeys", "itervalues", "iteritems")
	} else {
		names = append(names, "__reversed__", "__or__", "__ror__", "__hash__")
	}
	ms := make(map[string]method, len(names))
	for _, name := range names {
		ms[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			m, err := t.RT.Attr(self.(*object.MappingProxy).Of, name)
			if err != nil {
				return nil, err
			}
			return starlark.Call(t.Star, m, args, kwargs)
		}
	}
	return ms
}

// newMappingproxy is mappingproxy(mapping).
func newMappingproxy(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var m starlark.Value
	if err := object.Keywords(t, "mappingproxy", args, kwargs, 1, "mapping", &m); err != nil {
		return nil, err
	}
	switch object.Unwrap(m).(type) {
	case *object.List, starlark.Tuple, *object.StructSeq:
	default:
		if IsMapping(t.RT.Dialect, m) {
			return object.NewMappingProxy(t.RT.Dialect, m), nil
		}
	}
	return nil, object.TypeError.Errorf("mappingproxy() argument must be a mapping, not %s", object.TypeName(m))
}

// newClassobj is classobj(name, bases, dict), Python 2's: an old-style class, or
// one of the type of a base that isn't old-style.
func newClassobj(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name, bases, dict starlark.Value
	if err := object.Keywords(t, "classobj", args, kwargs, 3, "name", &name, "bases", &bases, "dict", &dict); err != nil {
		return nil, err
	}
	s, ok := name.(starlark.String)
	if !ok {
		return nil, object.TypeError.Errorf("PyClass_New: name must be a string")
	}
	d, ok := dict.(*object.Dict)
	if !ok {
		return nil, object.TypeError.Errorf("PyClass_New: dict must be a dictionary")
	}
	list, ok := bases.(starlark.Tuple)
	if !ok {
		return nil, object.TypeError.Errorf("PyClass_New: bases must be a tuple")
	}
	spec := object.ClassSpec{Name: string(s), Dict: d, OldStyle: true}
	for _, b := range list {
		c, ok := b.(*object.Class)
		if ok && c.OldStyle {
			spec.Bases = append(spec.Bases, c)
			continue
		}
		if meta := t.RT.ClassOf(b); meta.New != nil || meta.IsSubclass(object.TypesOf(t.RT.Dialect).Type) {
			return starlark.Call(t.Star, meta, starlark.Tuple{name, bases, dict}, nil)
		}
		return nil, object.TypeError.Errorf("PyClass_New: base must be a class")
	}
	if d.GetString("__module__") == nil {
		if m := t.ModuleName(); m != nil {
			d.SetString("__module__", m)
		}
	}
	c, err := object.NewUserClass(t, spec)
	if err != nil {
		return nil, err
	}
	return c, nil
}

// newInstanceobj is instance(class[, dict]), Python 2's.
func newInstanceobj(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var class, dict starlark.Value
	if err := object.Keywords(t, "instance", args, kwargs, 1, "class", &class, "dict", &dict); err != nil {
		return nil, err
	}
	c, ok := class.(*object.Class)
	if !ok || !c.OldStyle {
		return nil, object.TypeError.Errorf("instance() argument 1 must be classobj, not %s", object.TypeName(class))
	}
	d, ok := dict.(*object.Dict)
	if dict != nil && dict != starlark.None && !ok {
		return nil, object.TypeError.Errorf("instance() second arg must be dictionary or None")
	}
	return object.NewOldInstance(c, d), nil
}

// newMethod is types.MethodType(function, instance[, class]).
func newMethod(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var f, self, class starlark.Value
	name, dst := "method", []any{&f, &self}
	if py2(t) {
		name, dst = "instancemethod", append(dst, &class)
	}
	if err := object.Positional(t, name, args, kwargs, 2, dst...); err != nil {
		return nil, err
	}
	if !object.Callable(f) {
		return nil, object.TypeError.Errorf("first argument must be callable")
	}
	if self == starlark.None {
		c, ok := class.(*object.Class)
		if !ok {
			return nil, object.TypeError.By("unbound methods must have non-NULL im_class", "instance must not be None")
		}
		return &object.BoundMethod{Func: f, Class: c}, nil
	}
	return &object.BoundMethod{Self: self, Func: f}, nil
}
