package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// How copy and pickle take a value apart: object.__reduce__ and its like.
// (Library reference, "Pickling Class Instances"; PEP 307.)

// reduceMethods are those of object.
var reduceMethods = map[string]method{
	"__reduce__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("object", "__reduce__", args, kwargs); err != nil {
			return nil, err
		}
		return reduceOld(t, self, 0)
	},
	"__reduce_ex__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		protocol := 0
		if err := object.Positional(t, "__reduce_ex__", args, kwargs, 0, &protocol); err != nil {
			return nil, err
		}
		if m := object.SpecialMethod(self, "__reduce__"); m != nil {
			return t.Call(m)
		}
		if f, ok := t.RT.ClassOf(self).Lookup("__reduce__").(*object.Func); ok && f.Unbound != object.TypesOf(t.RT.Dialect).Object {
			m, err := t.RT.Attr(self, "__reduce__")
			if err != nil {
				return nil, err
			}
			return t.Call(m)
		}
		if protocol < 2 {
			return reduceOld(t, self, protocol)
		}
		return reduceNew(t, self)
	},
}

// stateMethods are those that Python 3.11 added to object.
var stateMethods = map[string]method{
	"__getstate__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("object", "__getstate__", args, kwargs); err != nil {
			return nil, err
		}
		return plainState(t, self), nil
	},
}

// plainState is the dict of an instance, or None; with slots, that and a dict
// of their values.
func plainState(t *object.Thread, self starlark.Value) starlark.Value {
	var dict starlark.Value = starlark.None
	if d, err := t.RT.Attr(self, "__dict__"); err == nil {
		if m, ok := d.(*object.Dict); ok && (m.Len() > 0 || py2(t)) {
			dict = d
		}
	}
	slots := new(object.Dict)
	if x, ok := self.(*object.Instance); ok {
		x.Slots(func(name string, v starlark.Value) { slots.SetString(name, v) })
	}
	if slots.Len() > 0 {
		return starlark.Tuple{dict, slots}
	}
	return dict
}

// copyregName is the module that the functions below belong to.
func copyregName(t *object.Thread) string {
	if py2(t) {
		return "copy_reg"
	}
	return "copyreg"
}

// copyreg is a function of module copyreg: the module's own, if it has one.
func copyreg(t *object.Thread, name string, f function) starlark.Value {
	if m, ok := t.RT.Modules.GetString(copyregName(t)).(*object.Module); ok {
		if v := m.Get(name); v != nil {
			return v
		}
	}
	return &object.Func{FuncName: name, Module: copyregName(t), Function: f}
}

// newobj is copyreg.__newobj__(cls, *args): cls.__new__(cls, *args).
func newobj(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 0 {
		return nil, object.TypeError.Errorf("__newobj__() missing 1 required positional argument: 'cls'")
	}
	return callNew(t, args[0], args, kwargs)
}

// newobjEx is copyreg.__newobj_ex__(cls, args, kwargs).
func newobjEx(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) != 3 {
		return nil, object.TypeError.Errorf("__newobj_ex__() takes 3 positional arguments but %d were given", len(args))
	}
	elems, err := object.Elements(t, args[1])
	if err != nil {
		return nil, err
	}
	items, err := mappingItems(t.RT, args[2])
	if err != nil {
		return nil, err
	}
	return callNew(t, args[0], append(starlark.Tuple{args[0]}, elems...), items)
}

func callNew(t *object.Thread, class starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n, err := t.RT.Attr(class, "__new__")
	if err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, n, args, kwargs)
}

// reconstructor is copyreg._reconstructor(cls, base, state).
func reconstructor(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) != 3 {
		return nil, object.TypeError.Errorf("_reconstructor() takes 3 positional arguments but %d were given", len(args))
	}
	if args[1] == starlark.Value(object.TypesOf(t.RT.Dialect).Object) {
		return callNew(t, args[1], args[:1], nil)
	}
	return callNew(t, args[1], starlark.Tuple{args[0], args[2]}, nil)
}

// reduceOld is the way of protocols 0 and 1.
func reduceOld(t *object.Thread, self starlark.Value, protocol int) (starlark.Value, error) {
	ts := object.TypesOf(t.RT.Dialect)
	class := t.RT.ClassOf(self)
	var base, state starlark.Value = ts.Object, starlark.None
	if x, ok := self.(*object.Instance); ok && x.Base != nil {
		base, state = t.RT.ClassOf(x.Base), x.Base
	} else if !ok && !class.User() {
		if class != ts.Object {
			return nil, object.TypeError.By(
				sprintf("can't pickle %s objects", class.ClassName), sprintf("cannot pickle '%s' object", class.ClassName))
		}
	}
	args := starlark.Tuple{class, base, state}
	out := starlark.Tuple{copyreg(t, "_reconstructor", reconstructor), args}
	if m := object.SpecialMethod(self, "__getstate__"); m != nil {
		s, err := t.Call(m)
		if err != nil {
			return nil, err
		}
		return append(out, s), nil
	}
	s := plainState(t, self)
	if _, slots := s.(starlark.Tuple); slots {
		return nil, object.TypeError.By(
			"a class that defines __slots__ without defining __getstate__ cannot be pickled",
			sprintf("a class that defines __slots__ without defining __getstate__ cannot be pickled with protocol %d", protocol))
	}
	if d, ok := s.(*object.Dict); ok && d.Len() > 0 {
		out = append(out, s)
	}
	return out, nil
}

// reduceNew is the way of protocol 2 and above.
func reduceNew(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	class := t.RT.ClassOf(self)
	x, isInstance := self.(*object.Instance)
	if !isInstance && !class.User() && class != object.TypesOf(t.RT.Dialect).Object && class.Lookup("__getnewargs__") == nil {
		return nil, object.TypeError.By(
			sprintf("can't pickle %s objects", class.ClassName), sprintf("cannot pickle '%s' object", class.ClassName))
	}
	make, args := copyreg(t, "__newobj__", newobj), starlark.Tuple{class}
	if m, err := t.RT.Attr(self, "__getnewargs_ex__"); err == nil && !py2(t) {
		v, err := t.Call(m)
		if err != nil {
			return nil, err
		}
		pair, ok := v.(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return nil, object.TypeError.Errorf("__getnewargs_ex__ should return a tuple of length 2")
		}
		make, args = copyreg(t, "__newobj_ex__", newobjEx), starlark.Tuple{class, pair[0], pair[1]}
	} else if m, err := t.RT.Attr(self, "__getnewargs__"); err == nil {
		v, err := t.Call(m)
		if err != nil {
			return nil, err
		}
		more, ok := v.(starlark.Tuple)
		if !ok {
			return nil, object.TypeError.Errorf("__getnewargs__ should return a tuple, not '%s'", object.TypeName(v))
		}
		args = append(args, more...)
	}
	var state starlark.Value
	if m := object.SpecialMethod(self, "__getstate__"); m != nil {
		var err error
		if state, err = t.Call(m); err != nil {
			return nil, err
		}
	} else {
		state = plainState(t, self)
	}
	var lists, dicts starlark.Value = starlark.None, starlark.None
	if isInstance {
		var err error
		switch x.Base.(type) {
		case *object.List:
			lists, err = Iter(t, self)
		case *object.Dict:
			name := "items"
			if py2(t) {
				name = "iteritems"
			}
			var m, items starlark.Value
			if m, err = t.RT.Attr(self, name); err == nil {
				if items, err = t.Call(m); err == nil {
					dicts, err = Iter(t, items)
				}
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return starlark.Tuple{make, args, state, lists, dicts}, nil
}
