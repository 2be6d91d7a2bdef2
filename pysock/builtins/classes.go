package builtins

import (
	"cmp"
	"maps"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// nameArg is the name that __getattribute__ and its like are given.
func nameArg(t *object.Thread, args starlark.Tuple) (string, error) {
	return attrName(t, "setattr", args[0])
}

// objectMethods are the methods of object that look at the instance and at
// nothing that its class redefines.
var objectMethods = map[string]method{
	"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return none(object.CheckInit(t, self, args, kwargs))
	},
	"__setattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		return none(setGeneric(t, self, name, args[1]))
	},
	"__delattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		return none(setGeneric(t, self, name, nil))
	},
	"__getattribute__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		switch x := self.(type) {
		case *object.Instance:
			v, err := x.Generic(name)
			return v, t.RT.Blame(err, x, name)
		case *object.Module:
			v, err := x.Generic(name)
			return v, t.RT.Blame(err, x, name)
		}
		return t.RT.Attr(self, name)
	},
	"__repr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if x, ok := self.(*object.Instance); ok {
			return t.RT.Str(x.PlainRepr()), nil
		}
		return t.RT.Str(sprintf("<%s object at 0x%x>", t.RT.ClassOf(self).QualifiedName(), object.ID(self))), nil
	},
	"__str__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return Repr(t, self)
	},
	"__hash__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.MakeUint64(object.ID(self) >> 4), nil
	},
	"__format__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		spec, ok := object.AsText(args[0])
		if !ok {
			return nil, object.TypeError.By("argument to __format__ must be unicode or str",
				"__format__() argument must be str, not "+object.ArgName(args[0]))
		}
		if isUnicode(object.Unwrap(args[0])) {
			return formatUnicode(t, self, args[0], spec)
		}
		s, err := Str(t, self)
		if err != nil || spec == "" {
			return s, err
		}
		if !py2(t) {
			return nil, object.TypeError.Errorf("unsupported format string passed to %s.__format__", t.RT.ClassOf(self).TypeName())
		}
		if err := deprecatedFormat(t); err != nil {
			return nil, err
		}
		out, err := Format(t, s, spec)
		return t.RT.Str(out), err
	},
	"__dir__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return nameList(t, DirNames(t, self)), nil
	},
	"__sizeof__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return starlark.MakeInt(sizeOf(self)), nil
	},
}

// formatUnicode is Python 2's object.__format__ for a format that is unicode.
func formatUnicode(t *object.Thread, self, format starlark.Value, spec string) (starlark.Value, error) {
	s, err := Unicode(t, self)
	if err != nil || spec == "" {
		return object.NewText(s), err
	}
	if err := deprecatedFormat(t); err != nil {
		return nil, err
	}
	return formatted(t, object.NewText(s), format, formatPlain)
}

// objectComparisons are those of Python 3, which compare identities.
func objectComparisons() map[string]method {
	ms := joined(
		dunder1("__eq__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			if object.Identical(x, y) {
				return object.True, nil
			}
			return object.NotImplemented, nil
		}),
		dunder1("__ne__", func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
			same, err := special(t, x, "__eq__", y)
			switch {
			case err != nil || same == object.NotImplemented:
				return same, err
			case same != nil:
				is, err := isTrue(t, same)
				return object.Truthy(!is), err
			case object.Identical(x, y):
				return object.False, nil
			}
			return object.NotImplemented, nil
		}))
	for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
		ms = joined(ms, dunder1(name, func(t *object.Thread, x, y starlark.Value) (starlark.Value, error) { return object.NotImplemented, nil }))
	}
	return ms
}

func setGeneric(t *object.Thread, self starlark.Value, name string, v starlark.Value) error {
	other := "type" // an object whose own way to set attributes object's would go around
	switch x := self.(type) {
	case *object.Instance:
		if !x.Class().OldStyle {
			return x.SetGeneric(name, v)
		}
		other = "instance"
	case *object.Module:
		return x.SetGeneric(name, v)
	case *object.Exception:
		return x.SetGeneric(name, v)
	case *object.Class:
	default:
		other = ""
	}
	if other != "" {
		word := "setattr"
		if v == nil {
			word = "delattr"
		}
		return object.TypeError.Errorf("can't apply this __%s__ to %s object", word, other)
	}
	if v == nil {
		return object.DelAttr(t.RT, self, name)
	}
	return object.SetAttr(t.RT, self, name, v)
}

// sizeOf is about how many bytes CPython uses for a value.
func sizeOf(v starlark.Value) int {
	const header = 16
	switch v := object.Unwrap(v).(type) {
	case starlark.Int:
		return header + 8 + 4*max(1, (v.BigInt().BitLen()+29)/30)
	case starlark.String:
		return 49 + len(v)
	case starlark.Bytes:
		return 33 + len(v)
	case starlark.Tuple:
		return 40 + 8*len(v)
	case *object.List:
		return 56 + 8*len(v.Elems)
	case *object.Dict:
		return 64 + 100*v.Len()
	}
	return header + 32
}

// typeNew is type.__new__(metaclass, name, bases, dict).
func typeNew(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if py2(t) && len(args) > 0 && len(args)-1+len(kwargs) != 3 {
		meta, ok := args[0].(*object.Class)
		if ok && len(args) == 2 && len(kwargs) == 0 && meta.Metaclass(t.RT.Dialect) == object.TypesOf(t.RT.Dialect).Type {
			return t.RT.ClassOf(args[1]), nil
		} else if ok {
			return nil, object.TypeError.Errorf("type() takes 1 or 3 arguments")
		}
	}
	if py2(t) && len(args) > 0 && len(args) < 4 {
		var name, bases, dict starlark.Value
		if err := object.Keywords(t, "type", args[1:], kwargs, 3, "name", &name, "bases", &bases, "dict", &dict); err != nil {
			return nil, err
		}
		args, kwargs = starlark.Tuple{args[0], name, bases, dict}, nil
	}
	if len(args) > 0 {
		if k, ok := args[0].(*object.Class); ok && !k.IsSubclass(object.TypesOf(t.RT.Dialect).Type) {
			return nil, object.TypeError.Errorf("type.__new__(%s): %s is not a subtype of type", k.ClassName, k.ClassName)
		}
	}
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
	ok = ok && !(py2(t) && isUnicode(object.Unwrap(args[0])))
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 1 must be string, not %s", object.ArgName(args[0])),
			sprintf("type.__new__() argument 1 must be str, not %s", object.ArgName(args[0])))
	}
	bases, ok := object.Unwrap(args[1]).(starlark.Tuple)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 2 must be tuple, not %s", object.ArgName(args[1])),
			sprintf("type.__new__() argument 2 must be tuple, not %s", object.ArgName(args[1])))
	}
	d, ok := object.Unwrap(args[2]).(*object.Dict)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("type() argument 3 must be dict, not %s", object.ArgName(args[2])),
			sprintf("type.__new__() argument 3 must be dict, not %s", object.ArgName(args[2])))
	}
	if !py2(t) {
		if err := cmp.Or(object.Encodable(args[0]), object.Encodable(d.GetString("__doc__"))); err != nil {
			return nil, err
		}
	}
	spec := object.ClassSpec{Name: name, Dict: d.Copy(), Keywords: kwargs}
	if strings.ContainsRune(name, 0) {
		return nil, object.ValueError.By("type name must not contain null characters", "type name must not contain null characters")
	}
	typ := object.TypesOf(t.RT.Dialect).Type
	winner := meta
	for _, b := range bases {
		c, ok := b.(*object.Class)
		if ok && !c.OldStyle {
			if m := t.RT.ClassOf(c); m.IsSubclass(winner) {
				winner = m
			} else if !winner.IsSubclass(m) {
				return nil, metaclassConflict()
			}
		} else if !ok {
			if !py2(t) && object.SpecialMethod(b, "__mro_entries__") != nil {
				return nil, object.TypeError.Errorf("type() doesn't support MRO entry resolution; use types.new_class()")
			}
			if !winner.IsSubclass(t.RT.ClassOf(b)) {
				return nil, metaclassConflict()
			}
			return nil, object.TypeError.Errorf("bases must be types")
		}
		spec.Bases = append(spec.Bases, c)
	}
	if winner != meta {
		if f, ok := winner.Lookup("__new__").(*object.Func); !ok || f.Self != typ {
			return callNew(t, winner, append(starlark.Tuple{winner}, args...), kwargs)
		}
	}
	if winner != typ {
		spec.Meta = winner
	}
	if spec.Dict.GetString("__module__") == nil {
		if m := t.ModuleName(); m != nil {
			spec.Dict.SetString("__module__", m)
		}
	}
	c, err := object.NewUserClass(t, spec)
	if err != nil {
		return nil, err
	}
	return c, nil
}

func metaclassConflict() error {
	const words = "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
	return object.TypeError.Errorf("%s", words)
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
		return truth(PlainInstance(t, args[0], self.(*object.Class)))
	},
	"__subclasscheck__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		c, ok := args[0].(*object.Class)
		if !ok {
			return nil, object.TypeError.Errorf("issubclass() arg 1 must be a class")
		}
		return object.Truthy(c.IsSubclass(self.(*object.Class))), nil
	},
	"__setattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		return none(self.(*object.Class).SetGeneric(name, args[1]))
	},
	"__delattr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		return none(self.(*object.Class).SetGeneric(name, nil))
	},
	"__getattribute__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		name, err := nameArg(t, args)
		if err != nil {
			return nil, err
		}
		v, err := self.(*object.Class).Generic(name)
		if v == nil && err == nil {
			err = object.AttributeError.Errorf("type object '%s' has no attribute '%s'", self.(*object.Class).ClassName, name)
		}
		return v, err
	},
	"__repr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return t.RT.Str(self.(*object.Class).PlainRepr(t.RT.Dialect)), nil
	},
	"__dir__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return nameList(t, DirNames(t, self)), nil
	},
	"mro": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs(self.(*object.Class).ClassName, "mro", args, kwargs); err != nil {
			return nil, err
		}
		mro, err := self.(*object.Class).Linearized()
		list := make([]starlark.Value, len(mro))
		for i, c := range mro {
			list[i] = c
		}
		return object.NewList(list), err
	},
	"__subclasses__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var list []starlark.Value
		for _, c := range self.(*object.Class).Subclasses(t.RT) {
			list = append(list, c)
		}
		return object.NewList(list), nil
	},
}

// typeMethods3 are those of Python 3 alone.
func typeMethods3() map[string]method {
	return joined(operatorMethods("or", true, token(starsyntax.PIPE)))
}

// addClassHooks gives the built-in types what the classes that derive from them
// call: __new__, the __init__ of containers, and methods of their own where
// those of object would do something else.
func addClassHooks(ts *object.Types) {
	concrete := []*object.Class{ts.Int, ts.Float, ts.Str, ts.Bytes, ts.Tuple, ts.List, ts.Dict, ts.Set, ts.FrozenSet, ts.Bytearray, ts.Complex}
	if ts.Unicode != ts.Str {
		concrete = append(concrete, ts.Unicode, ts.Long)
	}
	for i, c := range concrete {
		if i > 0 && c == ts.Str && concrete[i-1] == ts.Str {
			continue // Python 2's bytes
		}
		extend(c, func(c *object.Class) {
			for name, m := range valueDunders() {
				if c.Methods[name] == nil && (name != "__str__" || tellsStr(ts, c)) && (name != "__format__" || formats(ts, c)) {
					c.Methods[name] = m
				}
			}
			switch c {
			case ts.Tuple, ts.Str, ts.Unicode, ts.Bytes, ts.Int, ts.Float, ts.Complex:
				c.Methods["__getnewargs__"] = newArgs
			case ts.List, ts.Dict, ts.Set, ts.Bytearray:
				delete(c.Methods, "__hash__")
				c.Attrs["__hash__"] = starlark.None
				c.Methods["__init__"] = reinit
			}
		})
	}
	for _, name := range selfShowing {
		if c := ts.ByName[name]; c != nil {
			extend(c, func(c *object.Class) {
				if c.Methods["__repr__"] == nil {
					maps.Copy(c.Methods, dunder0("__repr__", Repr))
				}
			})
		}
	}
	is3 := ts.Str == ts.Unicode
	if is3 {
		for _, name := range []string{"range", "slice", "memoryview", "builtin_function_or_method"} {
			extend(ts.ByName[name], func(c *object.Class) { maps.Copy(c.Methods, richDunders(c)) })
		}
		for _, c := range []*object.Class{ts.StaticMethod, ts.ClassMethod} {
			extend(c, func(c *object.Class) { c.Methods["__repr__"] = ReprMethod })
		}
	}
	if !is3 {
		for _, c := range []*object.Class{ts.Int, ts.Long, ts.Float, ts.Type, ts.Object} {
			defer extend(c, func(c *object.Class) {
				delete(c.Methods, "__dir__")
				delete(c.Methods, "__round__")
				if c == ts.Type {
					maps.Copy(c.Methods, comparisonDunders())
				}
				if c == ts.Int || c == ts.Long {
					for _, name := range []string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"} {
						delete(c.Methods, name) // they have __cmp__
					}
				}
			})
		}
	}
	extend(ts.Object, func(c *object.Class) {
		maps.Copy(c.Methods, objectMethods)
		maps.Copy(c.Methods, reduceMethods)
		c.Attrs["__subclasshook__"] = classMethod(c, "__subclasshook__", func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.NotImplemented, nil
		})
		if is3 {
			maps.Copy(c.Methods, objectComparisons())
			maps.Copy(c.Methods, stateMethods)
			c.Attrs["__init_subclass__"] = classMethod(c, "__init_subclass__", func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return starlark.None, object.NoArgs("", c.ClassName+".__init_subclass__", args, kwargs)
			})
		}
	})
	extend(ts.Type, func(c *object.Class) {
		maps.Copy(c.Methods, typeMethods)
		c.Attrs["__new__"] = &object.Func{FuncName: "__new__", Self: c, Function: typeNew}
		if is3 {
			maps.Copy(c.Methods, typeMethods3())
			c.Attrs["__prepare__"] = classMethod(c, "__prepare__", func(*object.Thread, *object.Class, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
				return new(object.Dict), nil
			})
		}
	})
	for _, c := range append(concrete, ts.Object, ts.Property, ts.ClassMethod, ts.StaticMethod, ts.Super, ts.Module) {
		if c.Attrs == nil {
			c.Attrs = make(map[string]starlark.Value)
		}
		c.Attrs["__new__"] = object.NewFor(c)
	}
	if is3 {
		for _, c := range []*object.Class{ts.List, ts.Tuple, ts.Dict, ts.Set, ts.FrozenSet, ts.Type, ts.ByName["enumerate"], ts.ByName["mappingproxy"]} {
			if c.Attrs == nil {
				c.Attrs = make(map[string]starlark.Value)
			}
			c.Attrs["__class_getitem__"] = &object.Func{FuncName: "__class_getitem__", Self: c, Generic: true, Function: classGetItem(c)}
		}
	}
}

// selfShowing are the other types that don't show their values as object does.
var selfShowing = []string{
	"NoneType", "NotImplementedType", "ellipsis", "slice", "range", "xrange", "function", "builtin_function_or_method",
	"method", "instancemethod", "module", "generator", "code", "super", "memoryview", "buffer", "mappingproxy", "dictproxy",
	"dict_keys", "dict_values", "dict_items", "wrapper_descriptor", "method_descriptor", "method-wrapper",
	"getset_descriptor", "member_descriptor",
}

// tellsStr reports whether a type has a __str__ that isn't object's, which asks
// __repr__.
func tellsStr(ts *object.Types, c *object.Class) bool {
	switch c {
	case ts.Str, ts.Unicode, ts.Bytes, ts.Bytearray:
		return true
	case ts.Int, ts.Long, ts.Float, ts.Complex:
		return ts.Unicode != ts.Str // Python 2
	}
	return false
}

// formats reports whether a type has a __format__ that isn't object's.
func formats(ts *object.Types, c *object.Class) bool {
	switch c {
	case ts.Str, ts.Unicode, ts.Int, ts.Long, ts.Float, ts.Complex:
		return true
	}
	return false
}

// classGetItem is __class_getitem__ of a built-in type.
func classGetItem(c *object.Class) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var k starlark.Value
		if err := object.OneArg(t, c.ClassName, "__class_getitem__", args, kwargs, &k); err != nil {
			return nil, err
		}
		return object.NewAlias(c, k), nil
	}
}

// classMethod makes a method of a built-in class that is bound to the class.
func classMethod(c *object.Class, name string, f func(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)) starlark.Value {
	return &object.Func{FuncName: name, Unbound: c, ClassMethod: true,
		Method: func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(t, self.(*object.Class), args, kwargs)
		}}
}

// newArgs is __getnewargs__ of a type whose values can't change: what makes
// another one of an instance of a class that derives from it.
func newArgs(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v := starlark.Tuple{object.Unwrap(self)}
	if c, ok := v[0].(Complex); ok {
		v = starlark.Tuple{starlark.Float(real(c)), starlark.Float(imag(c))}
	}
	return v, nil
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

// reinit is the __init__ of a mutable container: it fills it anew. What it took
// before an error stays.
func reinit(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	switch x := self.(type) {
	case *object.List:
		v, err := optionalIterable(t, "list", args, kwargs)
		if err != nil {
			return nil, err
		}
		x.Elems = nil
		if v != nil {
			err = each(t, v, func(e starlark.Value) error {
				x.Elems = append(x.Elems, e)
				return nil
			})
		}
		return none(err)
	case *object.Dict:
		return none(merge(t, "dict", x, args, kwargs))
	case *object.Set:
		if len(kwargs) > 0 && py2(t) {
			return nil, object.TypeError.Errorf("set() does not take keyword arguments")
		}
		v, err := optionalIterable(t, "set", args, kwargs)
		if err != nil {
			return nil, err
		}
		x.Clear()
		switch v := plainSet(v).(type) {
		case nil:
		case *object.Set:
			err = x.Merge(v)
		case *object.Dict:
			err = x.AddKeys(v)
		default:
			err = each(t, v, x.Add)
		}
		return none(err)
	case *Bytearray:
		s, err := sourceOf(t, "bytearray", args, kwargs)
		if err == nil {
			err = x.fits(0, s.v)
		}
		if err != nil {
			return nil, err
		}
		x.B = nil
		x.B, err = s.bytes(t, "bytearray")
		return none(err)
	}
	return starlark.None, nil
}
