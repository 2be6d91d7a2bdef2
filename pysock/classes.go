package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// classStatement is @class(name, bases, keywords, body, ns).
func (r *Runtime) classStatement(t *object.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	name, _ := object.AsText(args[0])
	bases := args[1].(starlark.Tuple)
	var keywords []starlark.Tuple
	var meta starlark.Value
	if d, ok := args[2].(*starlark.Dict); ok {
		for _, kv := range d.Items() {
			if s, _ := object.AsText(kv[0]); s == "metaclass" {
				meta = kv[1]
			} else {
				keywords = append(keywords, kv)
			}
		}
	}
	v, err := t.Call(args[3])
	if err != nil {
		return nil, err
	}
	body := v.(starlark.Tuple)
	ns := body[0].(*object.Namespace)
	cell := body[1].(*object.Cell)
	if r.rt.Dialect == syntax.Python2 {
		meta = ns.Dict.GetString("__metaclass__")
	}
	class, err := r.makeClass(t, name, bases, ns.Dict, meta, keywords)
	if err != nil {
		return nil, err
	}
	cell.V = class
	return class, nil
}

// makeClass calls the metaclass: the one given, that of a base, or type.
func (r *Runtime) makeClass(t *object.Thread, name string, bases starlark.Tuple, dict *object.Dict, meta starlark.Value, keywords []starlark.Tuple) (starlark.Value, error) {
	var list []*object.Class
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok {
			if m := object.SpecialMethod(b, "__mro_entries__"); m != nil {
				v, err := t.Call(m, bases)
				if err != nil {
					return nil, err
				}
				elems, err := object.Elements(t, v)
				if err != nil {
					return nil, err
				}
				for _, e := range elems {
					if c, ok := e.(*object.Class); ok {
						list = append(list, c)
					}
				}
				continue
			}
			return nil, object.TypeError.By(
				"Error when calling the metaclass bases\n    metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
				object.TypeName(b)+"() takes exactly one argument (3 given)")
		}
		list = append(list, c)
		if mc := c.Meta; mc != nil {
			if given, ok := meta.(*object.Class); meta == nil || ok && mc.IsSubclass(given) {
				meta = mc
			}
		}
	}
	if meta == nil || meta == starlark.Value(object.TypesOf(r.rt.Dialect).Type) {
		return object.NewUserClass(t, object.ClassSpec{Name: name, Bases: list, Dict: dict, Keywords: keywords})
	}
	return starlark.Call(t.Star, meta, starlark.Tuple{r.rt.Str(name), bases, dict}, keywords)
}
