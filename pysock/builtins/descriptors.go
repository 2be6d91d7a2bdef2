package builtins

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The types of descriptors: property, classmethod, staticmethod, super, and
// those of functions and attributes that are written in Go.

// addDescriptors gives the types of the built-in descriptors, and super, their
// constructors and attributes.
func addDescriptors(ts *object.Types) {
	oneArg := func(c *object.Class, make func(f starlark.Value) starlark.Value, inner func(v starlark.Value) starlark.Value) {
		c.New = func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			switch {
			case len(kwargs) > 0 && (len(args) == 1 || !py2(t)):
				return nil, object.TypeError.By(
					sprintf("%s does not take keyword arguments", c.ClassName), sprintf("%s() takes no keyword arguments", c.ClassName))
			case len(args) != 1:
				return nil, object.TypeError.By(
					sprintf("%s expected 1 arguments, got %d", c.ClassName, len(args)),
					sprintf("%s expected 1 argument, got %d", c.ClassName, len(args)))
			}
			return make(args[0]), nil
		}
		get := func(_ *object.Thread, self starlark.Value) (starlark.Value, error) { return inner(self), nil }
		c.Attrs = attributes(c, map[string]computed{
			"__func__":             get,
			"__isabstractmethod__": isAbstract(func(v starlark.Value) []starlark.Value { return []starlark.Value{inner(v)} }),
		})
		if ts.Str != ts.Bytes {
			c.Attrs["__wrapped__"] = &object.Getset{Name: "__wrapped__", Of: c, Member: true, Get: get}
			c.Attrs["__dict__"] = &object.Getset{Name: "__dict__", Of: c, Get: func(t *object.Thread, self starlark.Value) (starlark.Value, error) {
				return self.(interface {
					AttrDict(rt *object.Runtime) *object.Dict
				}).AttrDict(t.RT), nil
			}}
		}
		c.Methods = joined(getMethod(), initMethod())
		c.Blank = func(*object.Thread, *object.Class) starlark.Value { return make(starlark.None) }
	}
	oneArg(ts.ClassMethod, func(f starlark.Value) starlark.Value { return object.NewClassMethod(f) },
		func(v starlark.Value) starlark.Value { return v.(*object.ClassMethod).F })
	oneArg(ts.StaticMethod, func(f starlark.Value) starlark.Value { return object.NewStaticMethod(f) },
		func(v starlark.Value) starlark.Value { return v.(*object.StaticMethod).F })

	ts.Property.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		none := starlark.Value(starlark.None)
		get, set, del, doc := none, none, none, none
		err := object.Keywords(t, "property", args, kwargs, 0, "fget", &get, "fset", &set, "fdel", &del, "doc", &doc)
		return object.NewProperty(get, set, del, doc), err
	}
	ts.Property.Blank = func(*object.Thread, *object.Class) starlark.Value {
		return object.NewProperty(starlark.None, starlark.None, starlark.None, starlark.None)
	}
	ts.Module.Methods = joined(initMethod())
	ts.Module.Attrs = map[string]starlark.Value{"__dict__": &object.Getset{Name: "__dict__", Of: ts.Module, Member: true,
		Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			return self.(*object.Module).Variables(), nil
		}}}
	ts.Module.Blank = func(t *object.Thread, _ *object.Class) starlark.Value { return object.EmptyModule(t.RT) }
	field := func(f func(p *object.Property) starlark.Value) computed {
		return func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			return f(self.(*object.Property)), nil
		}
	}
	ts.Property.Attrs = attributes(ts.Property, map[string]computed{
		"fget": field(func(p *object.Property) starlark.Value { return p.Get }),
		"fset": field(func(p *object.Property) starlark.Value { return p.Set }),
		"fdel": field(func(p *object.Property) starlark.Value { return p.Del }),
		"__isabstractmethod__": isAbstract(func(v starlark.Value) []starlark.Value {
			p := v.(*object.Property)
			return []starlark.Value{p.Get, p.Set, p.Del}
		}),
	})
	for _, v := range ts.Property.Attrs {
		v.(*object.Getset).Member = true
	}
	ts.Property.Attrs["__doc__"] = &object.Getset{Name: "__doc__", Of: ts.Property, Member: true,
		Get: field(func(p *object.Property) starlark.Value { return p.Doc }),
		Set: func(_ *object.Thread, self, v starlark.Value) error {
			if v == nil {
				v = starlark.None
			}
			self.(*object.Property).Doc = v
			return nil
		}}
	if ts.Str == ts.Bytes { // Python 2
		ts.Property.Attrs["__doc__"].(*object.Getset).Set = nil
	}
	with := func(name string, with func(t *object.Thread, p *object.Property, f starlark.Value) (starlark.Value, error)) map[string]method {
		return map[string]method{name: func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var f starlark.Value
			if err := object.OneArg(t, "property", name, args, kwargs, &f); err != nil {
				return nil, err
			}
			return with(t, self.(*object.Property), f)
		}}
	}
	ts.Property.Methods = joined(getMethod(), storeMethods(), initMethod(),
		with("getter", func(t *object.Thread, p *object.Property, f starlark.Value) (starlark.Value, error) {
			return p.With(t, f, nil, nil)
		}),
		with("setter", func(t *object.Thread, p *object.Property, f starlark.Value) (starlark.Value, error) {
			return p.With(t, nil, f, nil)
		}),
		with("deleter", func(t *object.Thread, p *object.Property, f starlark.Value) (starlark.Value, error) {
			return p.With(t, nil, nil, f)
		}))

	if ts.Str != ts.Bytes {
		ts.Property.Methods["__set_name__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if len(args) != 2 {
				return nil, object.TypeError.Errorf("__set_name__() takes 2 positional arguments but %d were given", len(args))
			}
			self.(*object.Property).Name, _ = object.AsText(args[1])
			return starlark.None, nil
		}
	}

	ts.Super.New = newSuper
	ts.Super.Blank = func(t *object.Thread, _ *object.Class) starlark.Value {
		s, _ := object.NewSuper(t.RT, ts.Object, nil)
		return s
	}
	ts.Super.Methods = joined(getMethod(), initMethod())
	for _, name := range []string{"getset_descriptor", "member_descriptor"} {
		ts.Define(name).Methods = joined(getMethod(), storeMethods())
		ts.ByName[name].Getters = map[string]func(starlark.Value) (starlark.Value, error){
			"__name__":     func(v starlark.Value) (starlark.Value, error) { return starlark.String(v.(*object.Getset).Name), nil },
			"__objclass__": func(v starlark.Value) (starlark.Value, error) { return v.(*object.Getset).Of, nil },
			"__doc__":      func(v starlark.Value) (starlark.Value, error) { return v.(*object.Getset).DocString(), nil },
			"__qualname__": func(v starlark.Value) (starlark.Value, error) {
				g := v.(*object.Getset)
				return starlark.String(g.Of.ClassName + "." + g.Name), nil
			},
		}
	}
	for _, name := range []string{"wrapper_descriptor", "method_descriptor", "method-wrapper"} {
		ts.Define(name).Methods = joined(callMethod(), getMethod())
	}
	ts.Builtin.Methods = callMethod()
	for _, c := range []*object.Class{ts.Function, ts.Method} {
		c.Methods = joined(getMethod(), callMethod())
	}
}

type computed = func(t *object.Thread, self starlark.Value) (starlark.Value, error)

// attributes makes computed attributes of a class.
func attributes(c *object.Class, computeds map[string]computed) map[string]starlark.Value {
	attrs := make(map[string]starlark.Value, len(computeds)+1)
	for name, get := range computeds {
		attrs[name] = &object.Getset{Name: name, Of: c, Member: name == "__func__", Get: get}
	}
	return attrs
}

// isAbstract computes __isabstractmethod__ of what wraps functions.
func isAbstract(inner func(v starlark.Value) []starlark.Value) computed {
	return func(t *object.Thread, self starlark.Value) (starlark.Value, error) {
		return object.Truthy(t != nil && object.IsAbstract(t.RT, inner(self)...)), nil
	}
}

// callMethod is __call__ of what is called without a special method.
func callMethod() map[string]method {
	return map[string]method{"__call__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.Call(t.Star, self, args, kwargs)
	}}
}

// initMethod is __init__ of what its constructor completes.
func initMethod() map[string]method {
	return map[string]method{"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		c := t.RT.ClassOf(self)
		v, err := c.New(t, c, args, kwargs)
		if err != nil {
			return nil, err
		}
		switch x := self.(type) {
		case *object.Property:
			return none(x.Reset(t, v.(*object.Property)))
		case *object.ClassMethod:
			x.Wrap(t.RT, v.(*object.ClassMethod).F)
		case *object.StaticMethod:
			x.Wrap(t.RT, v.(*object.StaticMethod).F)
		case *object.Super:
			*x = *v.(*object.Super)
		case *object.Module:
			x.Reset(v.(*object.Module))
		}
		return starlark.None, nil
	}}
}

// getMethod is __get__(instance, owner=None) of a descriptor.
func getMethod() map[string]method {
	return map[string]method{"__get__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var owner starlark.Value = starlark.None
		if len(args) == 2 {
			owner = args[1]
		}
		return object.GetThrough(t, self, args[0], owner)
	}}
}

// storeMethods are __set__(instance, value) and __delete__(instance).
func storeMethods() map[string]method {
	return map[string]method{
		"__set__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return none(object.SetThrough(t, self, args[0], args[1]))
		},
		"__delete__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return none(object.SetThrough(t, self, args[0], nil))
		},
	}
}

// newSuper is super(type[, object-or-type]); lowering gives the call without
// arguments in a method two.
func newSuper(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	switch {
	case len(kwargs) > 0:
		return nil, object.TypeError.By("super does not take keyword arguments", "super() takes no keyword arguments")
	case len(args) == 0 && py2(t):
		return nil, object.TypeError.Errorf("super() takes at least 1 argument (0 given)")
	case len(args) == 0:
		return nil, object.RuntimeError.Errorf("super(): no arguments")
	case len(args) > 2:
		return nil, object.TypeError.By(
			sprintf("super() takes at most 2 arguments (%d given)", len(args)), sprintf("super() expected at most 2 arguments, got %d", len(args)))
	}
	c, ok := args[0].(*object.Class)
	if !ok || c.OldStyle {
		name := object.TypeName(args[0])
		if py2(t) {
			name = object.ArgName(args[0])
		}
		return nil, object.TypeError.By(
			sprintf("super() argument 1 must be type, not %s", name), sprintf("super() argument 1 must be a type, not %s", name))
	}
	if len(args) < 2 || args[1] == starlark.None {
		return object.NewSuper(t.RT, c, nil)
	}
	return object.NewSuper(t.RT, c, args[1])
}
