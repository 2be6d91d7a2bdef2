// Package pycollections is the part of Python's module collections that is
// asked often: deque, and what namedtuple, OrderedDict and Counter call. It is
// the module _collections; the rest of collections is embedded Python.
package pycollections

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "What module collections is made with."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "_collections", doc, []object.Def{
		{Name: "_count_elements", F: countElements},
		{Name: "_move_to_end", F: moveToEnd},
		{Name: "_keep_order", F: keepOrder},
		{Name: "_ordered_views", F: orderedViews},
		{Name: "_static", F: static},
	})
	k := newDequeKind(rt)
	m.Set("deque", k.class)
	m.Live = func(name string) starlark.Value {
		for i, class := range []string{"_deque_iterator", "_deque_reverse_iterator"} {
			if name == class && rt.Dialect != syntax.Python2 {
				k.class.Lookup("__iter__") // which makes them
				return k.iterators[i]
			}
		}
		return nil
	}
	m.Set("_tuplegetter", newGetterClass(rt))
	return m
}

// orderedViews is _ordered_views(cls): it gives OrderedDict its keys, values and
// items.
func orderedViews(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_collections", "_ordered_views", args, kwargs, &v); err != nil {
		return nil, err
	}
	c, ok := v.(*object.Class)
	if !ok {
		return nil, object.TypeError.Errorf("a class is required")
	}
	builtins.OrderedViews(t, c)
	return starlark.None, nil
}

// static is _static(class, name=None): a class of an embedded module that is
// written in C in CPython, as its repr and the messages about its instances
// show; name is what it's called there, with its module, if that differs.
func static(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var name string
	if err := object.Positional(t, "_static", args, kwargs, 1, &v, &name); err != nil {
		return nil, err
	}
	if c, ok := v.(*object.Class); ok && c.User() {
		c.Static = true
		c.Dict.DelString("__slots__") // C has other means
		if module, name, ok := strings.Cut(name, "."); ok {
			c.Module, c.ClassName, c.Qualname = module, name, ""
			c.Dict.SetString("__module__", t.RT.Str(module))
		}
	}
	return v, nil
}

// countElements is _count_elements(mapping, iterable): it counts the elements
// of the iterable in the mapping.
func countElements(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var mapping, iterable starlark.Value
	if err := object.Positional(t, "_count_elements", args, kwargs, 2, &mapping, &iterable); err != nil {
		return nil, err
	}
	one := starlark.MakeInt(1)
	if d, ok := object.Unwrap(mapping).(*object.Dict); ok && plainItems(mapping) {
		add := builtins.Binary(t.RT, "add")
		return starlark.None, builtins.Each(t, iterable, func(e starlark.Value) error {
			n, err := d.Lookup(e)
			if err != nil {
				return err
			}
			if n == nil {
				return d.SetKey(e, one)
			}
			if i, ok := n.(starlark.Int); ok {
				return d.SetKey(e, i.Add(one))
			}
			if n, err = add(n, one); err != nil {
				return err
			}
			return d.SetKey(e, n)
		})
	}
	get, err := t.RT.Attr(mapping, "get")
	if err != nil {
		return nil, err
	}
	set, err := t.RT.Attr(mapping, "__setitem__")
	if err != nil {
		return nil, err
	}
	add := builtins.Binary(t.RT, "add")
	return starlark.None, builtins.Each(t, iterable, func(e starlark.Value) error {
		n, err := t.Call(get, e, starlark.MakeInt(0))
		if err != nil {
			return err
		}
		if n, err = add(n, one); err != nil {
			return err
		}
		_, err = t.Call(set, e, n)
		return err
	})
}

// plainItems reports whether the class of a dict leaves its items to dict.
func plainItems(v starlark.Value) bool {
	for _, name := range []string{"get", "__getitem__", "__setitem__"} {
		if object.SpecialMethod(v, name) != nil {
			return false
		}
	}
	return true
}

// moveToEnd is _move_to_end(dict, key, last): it makes an entry the last or the
// first one. It raises KeyError.
func moveToEnd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v, key starlark.Value
	var last bool
	if err := object.Positional(t, "_move_to_end", args, kwargs, 3, &v, &key, &last); err != nil {
		return nil, err
	}
	d, ok := object.Unwrap(v).(*object.Dict)
	if !ok {
		return nil, object.TypeError.Errorf("a dict is required")
	}
	val, err := d.Delete(key)
	if err != nil {
		return nil, err
	}
	if val == nil {
		return nil, object.KeyError.New(key)
	}
	if last {
		return starlark.None, d.SetKey(key, val)
	}
	rest := d.Items()
	d.Clear()
	for _, kv := range append([]starlark.Tuple{{key, val}}, rest...) {
		if err := d.SetKey(kv[0], kv[1]); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// keepOrder is _keep_order(dict): in Python 2, where a dict is walked in another
// order, this one keeps that of insertion.
func keepOrder(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_collections", "_keep_order", args, kwargs, &v); err != nil {
		return nil, err
	}
	d, ok := object.Unwrap(v).(*object.Dict)
	if !ok {
		return nil, object.TypeError.Errorf("a dict is required")
	}
	d.KeepOrder()
	return starlark.None, nil
}

// A getter is _tuplegetter(index, doc): the descriptor of a field of a
// namedtuple.
type getter struct {
	class *object.Class
	i     int
	doc   starlark.Value
}

var (
	_ object.Special       = (*getter)(nil)
	_ starlark.HasSetField = (*getter)(nil)
)

func newGetterClass(rt *object.Runtime) *object.Class {
	c := object.NewClass("_collections", "_tuplegetter", object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		g := &getter{class: c}
		return g, object.Positional(t, "_tuplegetter", args, kwargs, 2, &g.i, &g.doc)
	}
	c.Methods = map[string]object.Method{"__get__": getterGet, "__set__": getterSet, "__delete__": getterSet}
	return c
}

// getterGet is __get__(obj, type): the field of a tuple.
func getterGet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	g := self.(*getter)
	if len(args) == 0 || args[0] == starlark.None {
		return g, nil
	}
	tuple, ok := object.Unwrap(args[0]).(starlark.Tuple)
	if !ok {
		return nil, object.TypeError.Errorf("descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", g.i, object.TypeName(args[0]))
	}
	if g.i >= len(tuple) {
		return nil, object.IndexError.Errorf("tuple index out of range")
	}
	return tuple[g.i], nil
}

func getterSet(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 1 && t.RT.Dialect != syntax.Python2 {
		return nil, object.AttributeError.Errorf("can't delete attribute")
	}
	return nil, object.AttributeError.Errorf("can't set attribute")
}

// Special tells that the value is a data descriptor.
func (g *getter) Special(name string) starlark.Value {
	if m := g.class.Methods[name]; m != nil {
		return &object.Func{FuncName: name, Self: g, Method: m}
	}
	return nil
}

// Attr is __doc__, or what the class has.
func (g *getter) Attr(name string) (starlark.Value, error) {
	if name == "__doc__" {
		return g.doc, nil
	}
	return object.BindAttr(g, name)
}

// SetField sets __doc__.
func (g *getter) SetField(name string, v starlark.Value) error {
	if name != "__doc__" {
		return object.AttributeError.Errorf("'_tuplegetter' object has no attribute '%s'", name)
	}
	g.doc = v
	return nil
}

// AttrNames lists the methods.
func (g *getter) AttrNames() []string { return g.class.AttrNames() }

// Class returns _tuplegetter.
func (g *getter) Class() *object.Class { return g.class }

// String returns the repr.
func (g *getter) String() string {
	return "_tuplegetter(" + starlark.MakeInt(g.i).String() + ", " + object.Repr(syntax.Python3, g.doc) + ")"
}

func (g *getter) Type() string          { return "_collections._tuplegetter" }
func (g *getter) Freeze()               {}
func (g *getter) Truth() starlark.Bool  { return true }
func (g *getter) Hash() (uint32, error) { return uint32(object.ID(g) >> 4), nil }
