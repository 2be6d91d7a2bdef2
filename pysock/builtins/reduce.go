package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
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
		return reduceOld(t, self)
	},
	"__reduce_ex__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var protocol starlark.Value
		if err := object.OneArg(t, "object", "__reduce_ex__", args, kwargs, &protocol); err != nil && (len(args) > 0 || !py2(t)) {
			return nil, err
		}
		n := int64(0)
		if protocol != nil {
			var err error
			if n, err = t.Int(protocol); err != nil {
				return nil, err
			}
		}
		if m, err := overriddenReduce(t, self); m != nil || err != nil {
			if err != nil {
				return nil, err
			}
			return t.Call(m)
		}
		if n < 2 {
			return reduceOld(t, self)
		}
		return reduceNew(t, self)
	},
}

// overriddenReduce is the method __reduce__ of a value whose class has another
// than object's, else nil.
func overriddenReduce(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	ts := object.TypesOf(t.RT.Dialect)
	if c, _ := self.(*object.Class); c == nil && t.RT.ClassOf(self).DefinedBy("__reduce__") == ts.Object {
		return nil, nil
	}
	m, err := t.RT.Attr(self, "__reduce__")
	if err != nil {
		return nil, err
	}
	if f, ok := m.(*object.Func); ok && f.FuncName == "__reduce__" && (f.Unbound == ts.Object || isObjectReduce(t, self)) {
		return nil, nil
	}
	return m, nil
}

// isObjectReduce reports whether the class of a value has object's __reduce__.
func isObjectReduce(t *object.Thread, self starlark.Value) bool {
	return t.RT.ClassOf(self).DefinedBy("__reduce__") == object.TypesOf(t.RT.Dialect).Object
}

// stateMethods are those that Python 3.11 added to object.
var stateMethods = map[string]method{
	"__getstate__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("object", "__getstate__", args, kwargs); err != nil {
			return nil, err
		}
		return plainState(t, self)
	},
}

// State is self.__getstate__(), which Python 2 has only where a script defines it.
func State(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	if m := object.SpecialMethod(self, "__getstate__"); m != nil {
		return t.Call(m)
	}
	if x, ok := self.(*object.Instance); ok {
		if v := x.Dict.GetString("__getstate__"); v != nil {
			return t.Call(v)
		}
	}
	return plainState(t, self)
}

// plainState is the dict of an instance, or None; with slots, that and a dict
// of their values.
func plainState(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	var dict starlark.Value = starlark.None
	switch x := self.(type) {
	case *object.Instance:
		if d, err := t.RT.Attr(x, "__dict__"); err == nil {
			if m, ok := d.(*object.Dict); !ok || m.Len() > 0 || py2(t) {
				dict = d
			}
		}
	case *object.Exception:
		if d := x.Dict(); d.Len() > 0 {
			dict = d
		}
	}
	names, err := slotNames(t, t.RT.ClassOf(self))
	if err != nil {
		return nil, err
	}
	slots := new(object.Dict)
	for _, name := range names {
		v, err := t.RT.Attr(self, name)
		if err != nil {
			if isKind(t, err, object.AttributeError) {
				continue
			}
			return nil, err
		}
		slots.SetString(syntax.Intern(name), v)
	}
	if slots.Len() > 0 {
		return starlark.Tuple{dict, slots}, nil
	}
	return dict, nil
}

// slotNames are the names of the slots of instances: as a script has left them
// in __slotnames__, or what copyreg._slotnames returns.
func slotNames(t *object.Thread, c *object.Class) ([]string, error) {
	if !c.User() || c.OldStyle {
		return nil, nil
	}
	v := c.Dict.GetString("__slotnames__")
	if v == nil {
		f, err := copyreg(t, "_slotnames")
		if err != nil {
			return nil, err
		}
		if v, err = t.Call(f, c); err != nil {
			return nil, err
		}
		if _, isList := v.(*object.List); !isList && v != starlark.None {
			return nil, object.TypeError.Errorf("copyreg._slotnames didn't return a list or None")
		}
	}
	if v == starlark.None {
		return nil, nil
	}
	list, ok := v.(*object.List)
	if !ok {
		return nil, object.TypeError.Errorf("%s.__slotnames__ should be a list or None, not %s", c.ClassName, object.TypeName(v))
	}
	names := make([]string, 0, len(list.Elems))
	for _, e := range list.Elems {
		s, ok := object.AsText(e)
		if !ok {
			return nil, object.TypeError.Errorf("attribute name must be string, not '%s'", object.TypeName(e))
		}
		names = append(names, s)
	}
	return names, nil
}

// copyregName is the module that the functions of reductions belong to.
func copyregName(t *object.Thread) string {
	if py2(t) {
		return "copy_reg"
	}
	return "copyreg"
}

// copyreg is a function of module copyreg.
func copyreg(t *object.Thread, name string) (starlark.Value, error) {
	if t.RT.Import == nil {
		return nil, object.ImportError.Errorf("No module named %s", copyregName(t))
	}
	m, err := t.RT.Import(t, copyregName(t))
	if err != nil {
		return nil, err
	}
	return t.RT.Attr(m, name)
}

// callNew is class.__new__(*args, **kwargs).
func callNew(t *object.Thread, class starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n, err := t.RT.Attr(class, "__new__")
	if err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, n, args, kwargs)
}

// cannotPickle is the TypeError of a value that can't be taken apart.
func cannotPickle(t *object.Thread, self starlark.Value) error {
	c := t.RT.ClassOf(self)
	return object.TypeError.By(sprintf("can't pickle %s objects", c.ClassName), sprintf("cannot pickle '%s' object", c.TypeName()))
}

// opaque reports whether there is more in a value than its class, its
// attributes and what it contains tell.
func opaque(t *object.Thread, self starlark.Value) bool {
	switch x := self.(type) {
	case *object.Instance:
		switch x.Base.(type) {
		case nil, *object.List, *object.Dict:
			return false
		}
		return true
	case *object.List, *object.Dict, *object.Exception:
		return false
	}
	return t.RT.ClassOf(self) != object.TypesOf(t.RT.Dialect).Object
}

// reduceOld is the way of protocols 0 and 1: copyreg._reduce_ex. What the base
// that is written in C holds is written as an instance of that.
func reduceOld(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	ts := object.TypesOf(t.RT.Dialect)
	class := t.RT.ClassOf(self)
	var base, state starlark.Value = ts.Object, starlark.None
	if x, ok := self.(*object.Instance); ok && x.Base != nil {
		c := t.RT.ClassOf(x.Base)
		v, err := t.Call(c, x.Base)
		if err != nil {
			return nil, err
		}
		base, state = c, v
	} else if !ok && opaque(t, self) || !class.User() && class != ts.Object {
		return nil, cannotPickle(t, self)
	}
	make, err := copyreg(t, "_reconstructor")
	if err != nil {
		return nil, err
	}
	out := starlark.Tuple{make, starlark.Tuple{class, base, state}}
	var s starlark.Value
	if m := object.SpecialMethod(self, "__getstate__"); m != nil {
		s, err = t.Call(m)
	} else if slots, err2 := slotsOf(t, self); err2 != nil {
		return nil, err2
	} else if slots != nil && bool(slots.Truth()) {
		return nil, object.TypeError.Errorf("a class that defines __slots__ without defining __getstate__ cannot be pickled")
	} else if s, err = State(t, self); err == nil {
		if pair, ok := s.(starlark.Tuple); ok && len(pair) == 2 && py2(t) {
			s = pair[0]
		}
	}
	if err != nil {
		return nil, err
	}
	more, err := isTrue(t, s)
	if more {
		out = append(out, s)
	}
	return out, err
}

// slotsOf is getattr(self, "__slots__", None), or nil.
func slotsOf(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	if object.SpecialMethod(self, "__getattr__") == nil {
		return t.RT.ClassOf(self).Lookup("__slots__"), nil
	}
	v, err := t.RT.Attr(self, "__slots__")
	if err != nil && isKind(t, err, object.AttributeError) {
		return nil, nil
	}
	return v, err
}

// newArguments are those for __new__, of __getnewargs_ex__ or __getnewargs__; ok
// is false if there is neither.
func newArguments(t *object.Thread, self starlark.Value) (args starlark.Tuple, kwargs *object.Dict, ok bool, err error) {
	class := t.RT.ClassOf(self)
	if class.Lookup("__getnewargs_ex__") != nil && !py2(t) {
		m, err := t.RT.Attr(self, "__getnewargs_ex__")
		if err != nil {
			return nil, nil, false, err
		}
		v, err := t.Call(m)
		if err != nil {
			return nil, nil, false, err
		}
		pair, isTuple := object.Unwrap(v).(starlark.Tuple)
		switch {
		case !isTuple:
			return nil, nil, false, object.TypeError.Errorf("__getnewargs_ex__ should return a tuple, not '%s'", object.TypeName(v))
		case len(pair) != 2:
			return nil, nil, false, object.ValueError.Errorf("__getnewargs_ex__ should return a tuple of length 2, not %d", len(pair))
		}
		if args, ok = object.Unwrap(pair[0]).(starlark.Tuple); !ok {
			return nil, nil, false, object.TypeError.Errorf("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", object.TypeName(pair[0]))
		}
		if kwargs, ok = object.Unwrap(pair[1]).(*object.Dict); !ok {
			return nil, nil, false, object.TypeError.Errorf("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", object.TypeName(pair[1]))
		}
		return args, kwargs, true, nil
	}
	m, err := t.RT.Attr(self, "__getnewargs__")
	if err != nil {
		if isKind(t, err, object.AttributeError) {
			err = nil
		}
		return nil, nil, false, err
	}
	v, err := t.Call(m)
	if err != nil {
		return nil, nil, false, err
	}
	if args, ok = object.Unwrap(v).(starlark.Tuple); !ok {
		return nil, nil, false, object.TypeError.Errorf("__getnewargs__ should return a tuple, not '%s'", object.TypeName(v))
	}
	return args, nil, true, nil
}

// reduceNew is the way of protocol 2 and above.
func reduceNew(t *object.Thread, self starlark.Value) (starlark.Value, error) {
	class := t.RT.ClassOf(self)
	var args starlark.Tuple
	var kwargs *object.Dict
	given := false
	if x, ok := self.(*object.Instance); !ok || x.Base != nil || class.Lookup("__getnewargs__") != nil || class.Lookup("__getnewargs_ex__") != nil ||
		x.Dict.GetString("__getnewargs__") != nil || x.Special("__getattr__") != nil {
		if !class.User() && opaque(t, self) && class.Lookup("__getnewargs__") == nil {
			switch class.ClassName {
			case "code", "memoryview": // of no fixed size in CPython
				return nil, object.TypeError.By(sprintf("can't pickle %s objects", class.ClassName), sprintf("cannot pickle %s objects", class.TypeName()))
			}
			return nil, cannotPickle(t, self)
		}
		var err error
		if args, kwargs, given, err = newArguments(t, self); err != nil {
			return nil, err
		}
	}
	name, parts := "__newobj__", append(starlark.Tuple{class}, args...)
	if kwargs != nil && kwargs.Len() > 0 {
		name, parts = "__newobj_ex__", starlark.Tuple{class, args, kwargs}
	}
	make, err := copyreg(t, name)
	if err != nil {
		return nil, err
	}
	var state starlark.Value
	if object.SpecialMethod(self, "__getstate__") == nil && !given && !py2(t) && opaque(t, self) {
		return nil, cannotPickle(t, self)
	}
	if state, err = State(t, self); err != nil {
		return nil, err
	}
	lists, dicts, err := contents(t, self)
	return starlark.Tuple{make, parts, state, lists, dicts}, err
}

// contents are iterators over the elements of a list and the items of a dict.
func contents(t *object.Thread, self starlark.Value) (lists, dicts starlark.Value, err error) {
	lists, dicts = starlark.None, starlark.None
	switch object.Unwrap(self).(type) {
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
	return lists, dicts, err
}

// Reducers are __reduce__ of built-in types, by name. They get the instance
// itself, where its class derives from the type.
var (
	reducers = map[string]method{
		"set": reduceSet, "frozenset": reduceSet,
		"bytearray": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := noArgs("bytearray", "__reduce__", args, kwargs); err != nil {
				return nil, err
			}
			return reduceBytearray(t, self, 2)
		},
		"slice": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			s := self.(*object.Slice)
			return starlark.Tuple{t.RT.ClassOf(s), starlark.Tuple{s.Start, s.Stop, s.Step}}, noArgs("slice", "__reduce__", args, kwargs)
		},
		"range": reduceRange, "xrange": reduceRange,
	}
	reducers3 = map[string]method{
		"ellipsis": reduceSingleton, "NotImplementedType": reduceSingleton,
		"builtin_function_or_method": reduceFunc,
		"method_descriptor":          reduceFunc, "wrapper_descriptor": reduceFunc, "method-wrapper": reduceFunc,
		"types.GenericAlias": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			a := self.(*object.Alias)
			return starlark.Tuple{t.RT.ClassOf(a), starlark.Tuple{a.Origin, a.Args}}, noArgs("GenericAlias", "__reduce__", args, kwargs)
		},
		"method": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			m := self.(*object.BoundMethod)
			name, err := t.RT.Attr(m.Func, "__name__")
			if err != nil {
				return nil, err
			}
			return reduceByName(t, m.Self, name, noArgs("method", "__reduce__", args, kwargs))
		},
	}
)

// addReducers gives the built-in types their __reduce__.
func addReducers(ts *object.Types, table map[string]method) {
	for name, reduce := range table {
		c := ts.ByName[name]
		if c == nil {
			c = ts.Define(name)
		}
		extend(c, func(c *object.Class) {
			c.Methods["__reduce__"] = reduce
			if c == ts.Bytearray && ts.Str == ts.Unicode {
				c.Methods["__reduce_ex__"] = bytearrayReduceEx
			}
		})
	}
}

// reduceSet is set.__reduce__() -> (class, ([elements],), state).
func reduceSet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noArgs("set", "__reduce__", args, kwargs); err != nil {
		return nil, err
	}
	state, err := State(t, self)
	elems := object.Unwrap(self).(*object.Set).Elems()
	return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{object.NewList(elems)}, state}, err
}

// bytearrayReduceEx is bytearray.__reduce_ex__(protocol=0).
func bytearrayReduceEx(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	protocol := 0
	if err := object.Positional(t, "__reduce_ex__", args, kwargs, 0, &protocol); err != nil {
		return nil, err
	}
	return reduceBytearray(t, self, protocol)
}

// reduceBytearray gives bytes to protocols that know them, and to those below 3
// text to encode.
func reduceBytearray(t *object.Thread, self starlark.Value, protocol int) (starlark.Value, error) {
	b := object.Unwrap(self).(*Bytearray).B
	args := starlark.Tuple{}
	switch {
	case len(b) == 0:
	case protocol > 2:
		args = starlark.Tuple{starlark.Bytes(b)}
	default:
		text, err := Decode(t, b, "latin-1", "strict")
		if err != nil {
			return nil, err
		}
		args = starlark.Tuple{t.RT.Unicode(text), starlark.String("latin-1")}
	}
	state, err := State(t, self)
	return starlark.Tuple{t.RT.ClassOf(self), args, state}, err
}

// reduceRange is range.__reduce__() -> (range, (start, stop, step)).
func reduceRange(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	r := bigRange(self)
	return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{r.start, r.stop, r.step}}, noArgs("range", "__reduce__", args, kwargs)
}

// reduceSingleton is the name of a value that is the only one of its type.
func reduceSingleton(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.String(syntax.Intern(self.String())), noArgs("", "__reduce__", args, kwargs)
}

// reduceFunc is __reduce__ of functions and methods that are written in Go: the
// name, or the call of getattr that finds it.
func reduceFunc(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	f := self.(*object.Func)
	var owner starlark.Value = f.Unbound
	if f.Unbound == nil {
		v, err := t.RT.Attr(f, "__self__")
		if err != nil {
			return nil, err
		}
		owner = v
	}
	if _, isModule := owner.(*object.Module); isModule || owner == starlark.None {
		return starlark.String(f.FuncName), noArgs("", "__reduce__", args, kwargs)
	}
	return reduceByName(t, owner, starlark.String(f.FuncName), noArgs("", "__reduce__", args, kwargs))
}

// reduceByName is (getattr, (owner, name)).
func reduceByName(t *object.Thread, owner, name starlark.Value, err error) (starlark.Value, error) {
	return starlark.Tuple{t.RT.Builtins.Get("getattr"), starlark.Tuple{owner, name}}, err
}
