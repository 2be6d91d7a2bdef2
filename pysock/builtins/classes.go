package builtins

import (
	"maps"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// AddClasses puts what classes are made with among the built-ins: property,
// classmethod, staticmethod and super.
func AddClasses(rt *object.Runtime) {
	rt.Builtins.Set("super", &object.Func{FuncName: "super", Function: superFunc})
	for name, c := range descriptors(rt.Dialect) {
		rt.Builtins.Set(name, c)
	}
}

// descriptors are the classes of the built-in descriptors.
func descriptors(d syntax.Dialect) map[string]*object.Class {
	oneArg := func(name string, make func(f starlark.Value) starlark.Value) *object.Class {
		c := object.NewClass("builtins", name, object.TypesOf(d).Object)
		c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var f starlark.Value
			if len(args) != 1 || len(kwargs) > 0 {
				return nil, object.TypeError.By(
					sprintf("%s expected 1 arguments, got %d", name, len(args)),
					sprintf("%s expected 1 argument, got %d", name, len(args)))
			}
			f = args[0]
			return make(f), nil
		}
		return c
	}
	property := object.NewClass("builtins", "property", object.TypesOf(d).Object)
	property.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		none := starlark.Value(starlark.None)
		get, set, del, doc := none, none, none, none
		err := object.Keywords(t, "property", args, kwargs, 0, "fget", &get, "fset", &set, "fdel", &del, "doc", &doc)
		return object.NewProperty(get, set, del, doc), err
	}
	return map[string]*object.Class{
		"classmethod":  oneArg("classmethod", func(f starlark.Value) starlark.Value { return object.NewClassMethod(f) }),
		"staticmethod": oneArg("staticmethod", func(f starlark.Value) starlark.Value { return object.NewStaticMethod(f) }),
		"property":     property,
	}
}

// superFunc is super(type[, object-or-type]).
func superFunc(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 0 {
		if t.RT.Dialect == syntax.Python2 {
			return nil, object.TypeError.Errorf("super() takes at least 1 argument (0 given)")
		}
		return nil, object.RuntimeError.Errorf("super(): no arguments")
	}
	c, ok := args[0].(*object.Class)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("super() argument 1 must be type, not %s", object.TypeName(args[0])),
			sprintf("super() argument 1 must be a type, not %s", object.TypeName(args[0])))
	}
	if len(args) < 2 {
		return nil, object.TypeError.Errorf("unbound super objects aren't supported")
	}
	if c.OldStyle {
		return nil, object.TypeError.Errorf("super() argument 1 must be type, not classobj")
	}
	return object.NewSuper(t.RT, c, args[1])
}

// objectMethods are the methods of object, as a class that redefines one calls
// them.
var objectMethods = map[string]method{
	"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args)+len(kwargs) > 0 && object.SpecialMethod(self, "__new__") == nil {
			return nil, object.TypeError.By("object.__init__() takes no parameters",
				"object.__init__() takes exactly one argument (the instance to initialize)")
		}
		return starlark.None, nil
	},
	"__setattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var name string
		var v starlark.Value
		if err := object.Positional(t, "__setattr__", args, kwargs, 2, &name, &v); err != nil {
			return nil, err
		}
		if x, ok := self.(*object.Instance); ok {
			return starlark.None, x.SetGeneric(name, v)
		}
		return starlark.None, object.SetAttr(t.RT, self, name, v)
	},
	"__getattribute__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var name string
		if err := object.Positional(t, "__getattribute__", args, kwargs, 1, &name); err != nil {
			return nil, err
		}
		if x, ok := self.(*object.Instance); ok {
			return x.Generic(name)
		}
		return t.RT.Attr(self, name)
	},
	"__delattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var name string
		if err := object.Positional(t, "__delattr__", args, kwargs, 1, &name); err != nil {
			return nil, err
		}
		if x, ok := self.(*object.Instance); ok {
			return starlark.None, x.DelGeneric(name)
		}
		return starlark.None, object.DelAttr(t.RT, self, name)
	},
	"__repr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if x, ok := self.(*object.Instance); ok {
			return t.RT.Str(x.PlainRepr()), nil
		}
		return t.RT.Str(t.RT.Repr(self)), nil
	},
	"__str__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Str(t.RT.Repr(self)), t.Failed()
	},
	"__hash__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.MakeUint64(object.ID(self) >> 4), nil
	},
	"__eq__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var y starlark.Value
		if err := object.OneArg(t, "object", "__eq__", args, kwargs, &y); err != nil {
			return nil, err
		}
		if object.Identical(self, y) {
			return object.True, nil
		}
		return object.NotImplemented, nil
	},
	"__format__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Str(object.Str(t.RT.Dialect, self)), t.Failed()
	},
}

// typeNew is type.__new__(metaclass, name, bases, dict).
func typeNew(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) != 4 {
		return nil, object.TypeError.Errorf("type.__new__() takes exactly 3 arguments (%d given)", len(args)-1)
	}
	meta, ok := args[0].(*object.Class)
	if !ok {
		return nil, object.TypeError.Errorf("type.__new__(X): X is not a type object (%s)", object.TypeName(args[0]))
	}
	return makeType(t, meta, args[1:], kwargs)
}

// makeType is type(name, bases, dict) with a metaclass.
func makeType(t *object.Thread, meta *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	name, ok := object.AsText(args[0])
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 1 must be string, not %s", object.TypeName(args[0])),
			sprintf("type.__new__() argument 1 must be str, not %s", object.TypeName(args[0])))
	}
	bases, ok := args[1].(starlark.Tuple)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 2 must be tuple, not %s", object.TypeName(args[1])),
			sprintf("type.__new__() argument 2 must be tuple, not %s", object.TypeName(args[1])))
	}
	d, ok := args[2].(*object.Dict)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 3 must be dict, not %s", object.TypeName(args[2])),
			sprintf("type.__new__() argument 3 must be dict, not %s", object.TypeName(args[2])))
	}
	spec := object.ClassSpec{Name: name, Dict: d.Copy(), Keywords: kwargs}
	if meta != object.TypesOf(t.RT.Dialect).Type {
		spec.Meta = meta
	}
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if !ok {
			return nil, object.TypeError.Errorf("bases must be types")
		}
		spec.Bases = append(spec.Bases, c)
	}
	if len(spec.Bases) == 0 {
		spec.Bases = []*object.Class{object.TypesOf(t.RT.Dialect).Object}
	}
	if spec.Dict.GetString("__module__") == nil {
		spec.Dict.SetString("__module__", t.RT.Str("__main__"))
	}
	c, err := object.NewUserClass(t, spec)
	if err != nil {
		return nil, err
	}
	return c, nil
}

// typeMethods are the methods of type, as a metaclass that redefines one calls
// them.
var typeMethods = map[string]method{
	"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, nil
	},
	"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		c, ok := self.(*object.Class)
		if !ok || !c.User() {
			return starlark.Call(t.Star, self, args, kwargs)
		}
		return c.Construct(t, args, kwargs)
	},
	"__instancecheck__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("type", "__instancecheck__", args, kwargs); err != nil {
			return nil, err
		}
		return object.Truthy(t.RT.ClassOf(args[0]).IsSubclass(self.(*object.Class))), nil
	},
	"__subclasscheck__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("type", "__subclasscheck__", args, kwargs); err != nil {
			return nil, err
		}
		c, ok := args[0].(*object.Class)
		if !ok {
			return nil, object.TypeError.Errorf("issubclass() arg 1 must be a class")
		}
		return object.Truthy(c.IsSubclass(self.(*object.Class))), nil
	},
	"__setattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var name string
		var v starlark.Value
		if err := object.Positional(t, "__setattr__", args, kwargs, 2, &name, &v); err != nil {
			return nil, err
		}
		c := self.(*object.Class)
		c.Dict.SetString(name, v)
		return starlark.None, nil
	},
}

// addClassHooks gives the built-in types what the classes that derive from them
// call: __new__, the __init__ of containers, and methods of their own where
// those of object would do something else.
func addClassHooks(ts *object.Types) {
	concrete := []*object.Class{ts.Int, ts.Float, ts.Str, ts.Bytes, ts.Tuple, ts.List, ts.Dict, ts.Set, ts.FrozenSet, ts.Bytearray, ts.Complex}
	if ts.Unicode != ts.Str {
		concrete = append(concrete, ts.Unicode)
	}
	for i, c := range concrete {
		if i > 0 && c == ts.Str && concrete[i-1] == ts.Str {
			continue // Python 2's bytes
		}
		extend(c, func(c *object.Class) {
			for name, m := range objectDunders() {
				if c.Methods[name] == nil {
					c.Methods[name] = m
				}
			}
			switch c {
			case ts.List, ts.Dict, ts.Set, ts.Bytearray:
				c.Methods["__init__"] = reinit
			}
		})
	}
	extend(ts.Object, func(c *object.Class) { maps.Copy(c.Methods, objectMethods) })
	extend(ts.Type, func(c *object.Class) { maps.Copy(c.Methods, typeMethods) })
	for _, c := range append(concrete, ts.Object) {
		if c.Attrs == nil {
			c.Attrs = make(map[string]starlark.Value)
		}
		c.Attrs["__new__"] = object.NewInstance
	}
	ts.Type.Attrs = map[string]starlark.Value{"__new__": &object.Func{FuncName: "__new__", Function: typeNew}}
}

// extend adds to the methods of a type, when they are first asked for.
func extend(c *object.Class, more func(c *object.Class)) {
	methods := c.Lazy
	c.Lazy = func(c *object.Class) {
		if methods != nil {
			methods(c)
		}
		if c.Methods == nil {
			c.Methods = make(map[string]method)
		}
		more(c)
	}
}

// reinit fills a mutable container anew, as its __init__ does.
func reinit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := t.RT.ClassOf(self)
	v, err := c.New(t, c, args, kwargs)
	if err != nil {
		return nil, err
	}
	switch x := self.(type) {
	case *object.List:
		x.Elems = v.(*object.List).Elems
	case *object.Dict:
		_, err = x.Augment(starsyntax.PIPE, v)
	case *object.Set:
		*x = *v.(*object.Set)
	case *Bytearray:
		*x = *v.(*Bytearray)
	}
	return starlark.None, err
}
