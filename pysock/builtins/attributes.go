package builtins

import (
	"slices"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Built-in functions about attributes, classes and identity.

// attrName takes the name of an attribute.
func attrName(t *object.Thread, fn string, v starlark.Value) (string, error) {
	if x, ok := object.Unwrap(v).(*object.Text); ok && py2(t) {
		name, err := t.ImplicitEncode(x)
		return string(name), err
	}
	if s, ok := object.AsText(v); ok {
		return s, nil
	}
	words2 := fn + "(): attribute name must be string"
	if fn == "setattr" || fn == "delattr" {
		words2 = sprintf("attribute name must be string, not '%s'", object.TypeName(v))
	}
	return "", object.TypeError.By(words2, sprintf("attribute name must be string, not '%s'", object.TypeName(v)))
}

// builtinGetattr is getattr(object, name[, default]).
func builtinGetattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "getattr", args, kwargs, 2, 3); err != nil {
		return nil, err
	}
	name, err := attrName(t, "getattr", args[1])
	if err != nil {
		return nil, err
	}
	v, err := t.RT.Attr(args[0], name)
	if err != nil && len(args) == 3 && isKind(t, err, object.AttributeError) {
		return args[2], nil
	}
	return v, t.RT.Blame(err, args[0], name)
}

// builtinHasattr is hasattr(object, name). Python 2's takes any exception for a
// no.
func builtinHasattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "hasattr", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	name, err := attrName(t, "hasattr", args[1])
	if err != nil {
		return nil, err
	}
	_, err = t.RT.Attr(args[0], name)
	no := object.AttributeError
	if py2(t) {
		no = object.Exc
	}
	if err != nil && isKind(t, err, no) {
		return object.False, nil
	}
	return truth(true, err)
}

// builtinSetattr is setattr(object, name, value).
func builtinSetattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "setattr", args, kwargs, 3, 3); err != nil {
		return nil, err
	}
	name, err := attrName(t, "setattr", args[1])
	if err != nil {
		return nil, err
	}
	return none(object.SetAttr(t.RT, args[0], name, args[2]))
}

// builtinDelattr is delattr(object, name).
func builtinDelattr(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "delattr", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	name, err := attrName(t, "delattr", args[1])
	if err != nil {
		return nil, err
	}
	return none(object.DelAttr(t.RT, args[0], name))
}

// builtinCallable is callable(object).
func builtinCallable(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "callable", args, kwargs); err != nil {
		return nil, err
	}
	if s, ok := args[0].(*object.StaticMethod); ok && py2(t) && s != nil {
		return object.False, nil
	}
	return object.Truthy(object.Callable(args[0])), nil
}

// builtinHash is hash(object). Numbers and what holds only numbers have
// CPython's hashes.
func builtinHash(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "hash", args, kwargs); err != nil {
		return nil, err
	}
	v := args[0]
	if r, err := special(t, v, "__hash__"); err != nil || r != nil {
		if _, isInt := object.AsInt(r); err == nil && !isInt && isOld(v) {
			err = object.TypeError.Errorf("__hash__() should return an int")
		}
		return ownHash(t, r, err)
	}
	h, err := object.Hash(v)
	if err != nil {
		return nil, err
	}
	if h, ok := object.PublicHash(t.RT.Dialect, v); ok {
		return starlark.MakeInt64(h), nil
	}
	return starlark.MakeInt64(int64(h)), nil
}

// isOld reports whether v is an instance of an old-style class.
func isOld(v starlark.Value) bool {
	i, ok := v.(*object.Instance)
	return ok && i.Class().OldStyle
}

// ownHash makes a hash of what a script's __hash__ returned.
func ownHash(t *object.Thread, r starlark.Value, err error) (starlark.Value, error) {
	if err != nil {
		return nil, err
	}
	n, err := object.HashResult(t.RT.Dialect, r)
	if err != nil {
		return nil, err
	}
	if i, ok := n.Int64(); ok && i != -1 {
		return starlark.MakeInt64(i), nil
	}
	h, _ := object.PublicHash(t.RT.Dialect, n)
	return starlark.MakeInt64(h), nil
}

// builtinID is id(object).
func builtinID(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "id", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.MakeUint64(object.ID(args[0])), nil
}

// builtinIsinstance is isinstance(object, class or tuple).
func builtinIsinstance(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "isinstance", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	return truth(IsInstance(t, args[0], args[1]))
}

// IsInstance is isinstance(v, class); class may be a tuple of classes.
func IsInstance(t *object.Thread, v, class starlark.Value) (bool, error) {
	switch c := class.(type) {
	case *object.Class:
		if t.RT.ClassOf(v) == c {
			return true, nil
		}
		if check := c.Special("__instancecheck__"); check != nil {
			r, err := t.Call(check, v)
			if err != nil {
				return false, err
			}
			return isTrue(t, r)
		}
		return PlainInstance(t, v, c)
	case starlark.Tuple:
		return anyOf(t, inInstanceCheck, c, func(e starlark.Value) (bool, error) { return IsInstance(t, v, e) })
	case *object.Union:
		return anyOf(t, inInstanceCheck, c.Args, func(e starlark.Value) (bool, error) { return IsInstance(t, v, e) })
	}
	if c, ok := object.Unwrap(class).(starlark.Tuple); ok {
		return IsInstance(t, v, c)
	}
	if isOld(class) { // they aren't asked
	} else if r, err := special(t, class, "__instancecheck__", v); err != nil || r != nil {
		if err != nil {
			return false, err
		}
		return isTrue(t, r)
	}
	if own, err := t.RT.Attr(v, "__class__"); err == nil {
		if bases, err := basesOf(t, class); bases != nil || err != nil {
			if err != nil {
				return false, err
			}
			return abstractSubclass(t, own, class)
		}
	}
	return false, object.TypeError.By(
		"isinstance() arg 2 must be a class, type, or tuple of classes and types",
		"isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// Where the recursion was too deep.
const (
	inInstanceCheck = " in __instancecheck__"
	inSubclassCheck = " in __subclasscheck__"
)

// anyOf reports whether f holds for an element; f may come back to anyOf.
func anyOf(t *object.Thread, where string, elems starlark.Tuple, f func(e starlark.Value) (bool, error)) (is bool, err error) {
	err = t.Nested(where, func() (err error) {
		for _, e := range elems {
			if is, err = f(e); is || err != nil {
				break
			}
		}
		return err
	})
	return is, err
}

// PlainInstance is type.__instancecheck__: by the type of v, or by the class
// that its __class__ claims.
func PlainInstance(t *object.Thread, v starlark.Value, c *object.Class) (bool, error) {
	own := t.RT.ClassOf(v)
	if own.IsSubclass(c) || own.OldStyle && (len(c.Bases) == 0 && !c.User() || c == object.TypesOf(t.RT.Dialect).ByName["instance"]) {
		return true, nil
	}
	if _, ok := v.(*object.Instance); !ok {
		return false, nil
	}
	claimed, err := attribute(t, v, "__class__")
	if k, ok := claimed.(*object.Class); ok && err == nil {
		return k.IsSubclass(c), nil
	}
	return false, err
}

// basesOf returns __bases__ of something that isn't a class, nil if it has none.
func basesOf(t *object.Thread, v starlark.Value) (starlark.Tuple, error) {
	b, err := attribute(t, v, "__bases__")
	bases, _ := b.(starlark.Tuple)
	return bases, err
}

// abstractSubclass follows __bases__, whatever has it.
func abstractSubclass(t *object.Thread, c, of starlark.Value) (bool, error) {
	if object.Identical(c, of) {
		return true, nil
	}
	bases, err := basesOf(t, c)
	if err != nil {
		return false, err
	}
	return anyOf(t, inSubclassCheck, bases, func(e starlark.Value) (bool, error) { return abstractSubclass(t, e, of) })
}

// builtinIssubclass is issubclass(class, class or tuple).
func builtinIssubclass(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "issubclass", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	if c, ok := args[0].(*object.Class); ok {
		return truth(IsSubclass(t, c, args[1]))
	}
	return truth(looseSubclass(t, args[0], args[1]))
}

// looseSubclass is issubclass(c, of) for a c that isn't a class.
func looseSubclass(t *object.Thread, c, of starlark.Value) (bool, error) {
	if x, ok := object.Unwrap(of).(starlark.Tuple); ok {
		return anyOf(t, inSubclassCheck, x, func(e starlark.Value) (bool, error) { return looseSubclass(t, c, e) })
	}
	switch x := of.(type) {
	case *object.Union:
		return anyOf(t, inSubclassCheck, x.Args, func(e starlark.Value) (bool, error) { return looseSubclass(t, c, e) })
	}
	if isOld(of) { // they aren't asked
	} else if r, err := special(t, of, "__subclasscheck__", c); err != nil || r != nil {
		if err != nil {
			return false, err
		}
		return isTrue(t, r)
	}
	if bases, err := basesOf(t, c); bases == nil {
		if err == nil {
			err = object.TypeError.Errorf("issubclass() arg 1 must be a class")
		}
		return false, err
	}
	if bases, err := basesOf(t, of); bases == nil {
		if err == nil {
			err = badSubclassArg()
		}
		return false, err
	}
	return abstractSubclass(t, c, of)
}

func badSubclassArg() error {
	return object.TypeError.By(
		"issubclass() arg 2 must be a class or tuple of classes",
		"issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

// IsSubclass is issubclass(c, class); class may be a tuple of classes.
func IsSubclass(t *object.Thread, c *object.Class, of starlark.Value) (bool, error) {
	if x, ok := of.(*object.Class); ok {
		if check := x.Special("__subclasscheck__"); check != nil {
			r, err := t.Call(check, c)
			if err != nil {
				return false, err
			}
			return isTrue(t, r)
		}
		return c.IsSubclass(x), nil
	}
	return looseSubclass(t, c, of)
}

// newType is type(object). Making a class, type(name, bases, dict), is not done
// here.
func newType(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	plain := c == object.TypesOf(t.RT.Dialect).Type
	if len(args) == 1 && len(kwargs) == 0 && plain {
		switch v := args[0].(type) {
		case *object.Instance:
			if v.Class().OldStyle {
				return object.TypesOf(t.RT.Dialect).ByName["instance"], nil
			}
		case *object.Class:
			if v.OldStyle {
				return object.TypesOf(t.RT.Dialect).ByName["classobj"], nil
			}
		}
		return t.RT.ClassOf(args[0]), nil
	}
	if len(args) == 1 && py2(t) && len(kwargs) == 0 && c.Metaclass(t.RT.Dialect) == object.TypesOf(t.RT.Dialect).Type {
		return t.RT.ClassOf(args[0]), nil
	}
	if len(args) != 3 {
		if !plain && !py2(t) {
			return nil, object.TypeError.Errorf("type.__new__() takes exactly 3 arguments (%d given)", len(args))
		}
		return nil, object.TypeError.Errorf("type() takes 1 or 3 arguments")
	}
	return makeType(t, c, args, kwargs)
}

// A bareObject is what object() returns.
type bareObject struct{ class *object.Class }

func newObject(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if c != object.TypesOf(t.RT.Dialect).Object {
		return nil, object.TypeError.Errorf("cannot create '%s' instances", c.QualifiedName())
	}
	if len(args)+len(kwargs) > 0 {
		return nil, object.TypeError.By("object() takes no parameters", "object() takes no arguments")
	}
	return &bareObject{c}, nil
}

func (o *bareObject) Class() *object.Class { return o.class }
func (o *bareObject) String() string       { return sprintf("<object object at 0x%x>", object.ID(o)) }
func (o *bareObject) Type() string         { return "object" }
func (o *bareObject) Freeze()              {}
func (o *bareObject) Truth() starlark.Bool { return true }
func (o *bareObject) Hash() (uint32, error) {
	return uint32(object.IntHash(int64(object.ID(o)))), nil
}
func (o *bareObject) Attr(name string) (starlark.Value, error) { return object.BindAttr(o, name) }
func (o *bareObject) AttrNames() []string                      { return o.class.AttrNames() }

// DirNames lists what dir(v) returns, in no order.
func DirNames(t *object.Thread, v starlark.Value) []string {
	seen := make(map[string]bool)
	add := func(names []string) {
		for _, n := range names {
			seen[n] = true
		}
	}
	switch x := v.(type) {
	case *object.Class:
		add(x.AttrNames())
	case *object.Instance:
		if d, err := t.RT.Attr(v, "__dict__"); err == nil {
			if d, ok := object.Unwrap(d).(*object.Dict); ok {
				for _, k := range d.Keys() {
					if s, ok := object.AsText(k); ok {
						seen[s] = true
					}
				}
			}
		}
		if c, err := t.RT.Attr(v, "__class__"); err == nil {
			if c, ok := c.(*object.Class); ok {
				add(c.AttrNames())
			}
		}
	case *object.Module:
		add(x.AttrNames())
	case *starlark.Function:
		add(t.RT.FunctionAttrNames(x))
		add(t.RT.ClassOf(v).AttrNames())
	case starlark.String, starlark.Bytes, *object.Dict, *object.List, *object.Set, *object.Slice: // they list Starlark's or Python 3's
		add(t.RT.ClassOf(v).AttrNames())
	case starlark.HasAttrs:
		add(x.AttrNames())
		add(t.RT.ClassOf(v).AttrNames())
	default:
		add(t.RT.ClassOf(v).AttrNames())
	}
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	return names
}

// builtinDir is dir(object) -> list of names. Package pysock, which knows the
// scopes, answers a call without an argument.
func builtinDir(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "dir", args, kwargs, 1-min(len(args), 1), 1); err != nil {
		return nil, err
	}
	var names starlark.Value
	var err error
	if m, ok := object.Unwrap(args[0]).(*object.Module); ok && !overridesDir(args[0]) {
		names, err = moduleDir(t, args[0], m)
	} else if own := t.RT.ClassOf(args[0]).Methods["__dir__"]; own != nil {
		names, err = own(t, args[0], nil, nil)
	} else {
		names, err = special(t, args[0], "__dir__")
	}
	if err != nil {
		return nil, err
	}
	if _, isList := object.Unwrap(names).(*object.List); names != nil && !isList && py2(t) {
		return nil, object.TypeError.Errorf("__dir__() must return a list, not %s", object.TypeName(names))
	}
	if names != nil {
		return builtinSorted(t, starlark.Tuple{names}, nil)
	}
	return nameList(t, DirNames(t, args[0])), nil
}

// overridesDir reports whether a script's class has a __dir__.
func overridesDir(v starlark.Value) bool {
	x, ok := v.(*object.Instance)
	if !ok {
		return false
	}
	_, own := x.Class().Lookup("__dir__").(*starlark.Function)
	return own
}

// moduleDir is module.__dir__: the names in the module's dict, or what its own
// function __dir__ returns; nil to list those that Starlark keeps.
func moduleDir(t *object.Thread, v starlark.Value, m *object.Module) (starlark.Value, error) {
	if dir := m.Dict.GetString("__dir__"); dir != nil && !py2(t) {
		return t.Call(dir)
	}
	if object.Identical(v, m) {
		return nil, nil
	}
	d, err := t.RT.Attr(v, "__dict__")
	if err != nil {
		return nil, err
	}
	if _, ok := object.Unwrap(d).(*object.Dict); !ok {
		return nil, object.TypeError.By(m.Name+".__dict__ is not a dictionary", "<module>.__dict__ is not a dictionary")
	}
	return d, nil
}

// nameList returns names as a sorted list.
func nameList(t *object.Thread, list []string) starlark.Value {
	slices.Sort(list)
	out := make([]starlark.Value, len(list))
	for i, n := range list {
		out[i] = t.RT.Str(n)
	}
	return object.NewList(out)
}

// builtinVars is vars(object) -> dict.
func builtinVars(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "vars", args, kwargs, 1-min(len(args), 1), 1); err != nil {
		return nil, err
	}
	v, err := attribute(t, args[0], "__dict__")
	if err == nil && v == nil || err != nil && py2(t) {
		err = object.TypeError.Errorf("vars() argument must have __dict__ attribute")
	}
	return v, err
}
