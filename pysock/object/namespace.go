package object

import (
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A SimpleNamespace is types.SimpleNamespace: an object that is nothing but its
// attributes. sys.implementation and time.get_clock_info's result are such.
type SimpleNamespace struct {
	printing bool
	Fields   Dict
}

// NamespaceClass returns types.SimpleNamespace, called with keyword arguments.
func NamespaceClass() *Class {
	namespaceClass.once.Do(func() { namespaceClass.c = newNamespaceClass() })
	return namespaceClass.c
}

var namespaceClass struct {
	once sync.Once
	c    *Class
}

var (
	_ starlark.HasSetField = (*SimpleNamespace)(nil)
	_ Nest                 = (*SimpleNamespace)(nil)
	_ Hasher               = (*SimpleNamespace)(nil)
	_ Reprer               = (*SimpleNamespace)(nil)
	_ Typed                = (*SimpleNamespace)(nil)
)

// fillNamespace sets the attributes that a call names.
func fillNamespace(t *Thread, d *Dict, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if len(args) > 0 {
		return TypeError.Errorf("no positional arguments expected")
	}
	for _, kv := range kwargs {
		if err := d.SetKey(t.RT.Keyword(kv[0]), kv[1]); err != nil {
			return err
		}
	}
	return nil
}

func newNamespaceClass() *Class {
	c := NewClass("types", "SimpleNamespace", TypesOf(syntax.Python3).Object)
	c.Static, c.Mixin = true, true
	c.Doc = "SimpleNamespace(**kwargs): an object with these attributes, which may change."
	c.Methods = map[string]Method{
		"__init__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, fillNamespace(t, namespaceDict(self), args, kwargs)
		},
		"__repr__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return t.RT.Str(Unwrap(self).(*SimpleNamespace).repr(t.RT.Dialect, t.RT.ClassOf(self), namespaceDict(self))), nil
		},
		"__eq__": namespaceEqual("__eq__", syntax.Eq),
		"__ne__": namespaceEqual("__ne__", syntax.NotEq),
		"__reduce__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{}, namespaceDict(self).Copy()}, NoArgs("SimpleNamespace", "__reduce__", args, kwargs)
		},
	}
	c.Attrs = map[string]starlark.Value{"__hash__": starlark.None}
	c.Blank = func(*Thread, *Class) starlark.Value { return new(SimpleNamespace) }
	c.New = func(t *Thread, c *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		n := new(SimpleNamespace)
		return n, fillNamespace(t, &n.Fields, args, kwargs)
	}
	return c
}

// namespaceDict holds the attributes of a namespace, or of an instance of a class
// that derives from it.
func namespaceDict(v starlark.Value) *Dict {
	switch v := v.(type) {
	case *SimpleNamespace:
		return &v.Fields
	case *Instance:
		return v.Dict
	}
	return nil
}

// namespaceEqual is __eq__ or __ne__.
func namespaceEqual(name string, op syntax.CmpOp) Method {
	return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var other starlark.Value
		if err := OneArg(t, "SimpleNamespace", name, args, kwargs, &other); err != nil {
			return nil, err
		}
		if !t.RT.ClassOf(other).IsSubclass(NamespaceClass()) {
			return NotImplemented, nil
		}
		same, err := equalDicts(namespaceDict(self), namespaceDict(other), 0)
		return Truthy(same == (op == syntax.Eq)), err
	}
}

// repr returns namespace(name=value, ...), for a class that derives from it by its
// own name.
func (n *SimpleNamespace) repr(d syntax.Dialect, c *Class, fields *Dict) string {
	name := "namespace"
	if c != NamespaceClass() {
		name = c.ClassName
	}
	if n.printing {
		return name + "(...)"
	}
	n.printing = true
	defer func() { n.printing = false }()
	var parts []string
	for _, kv := range fields.Items() {
		parts = append(parts, Str(d, kv[0])+"="+Repr(d, kv[1]))
	}
	return name + "(" + strings.Join(parts, ", ") + ")"
}

// Class returns types.SimpleNamespace.
func (n *SimpleNamespace) Class() *Class { return NamespaceClass() }

// Repr returns namespace(name=value, ...).
func (n *SimpleNamespace) Repr(d syntax.Dialect) string {
	return n.repr(d, NamespaceClass(), &n.Fields)
}

// String returns the repr.
func (n *SimpleNamespace) String() string { return n.Repr(syntax.Python3) }

// Type returns the name of the type.
func (n *SimpleNamespace) Type() string { return NamespaceClass().QualifiedName() }

// Freeze does nothing.
func (n *SimpleNamespace) Freeze() {}

// Truth returns true.
func (n *SimpleNamespace) Truth() starlark.Bool { return true }

// Hash fails: its equality is by content, and that may change.
func (n *SimpleNamespace) Hash() (uint32, error) { return 0, Unhashable(n.Type()) }

// PyHash fails.
func (n *SimpleNamespace) PyHash() (uint64, error) { return 0, Unhashable(n.Type()) }

// RichCompare says whether another namespace has the same attributes.
func (n *SimpleNamespace) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	m, ok := y.(*SimpleNamespace)
	switch {
	case !ok:
		return nil, nil
	case op != syntax.Eq && op != syntax.NotEq: // says what it says of dicts
		return Compare(syntax.Python3, op, &n.Fields, &m.Fields)
	}
	same, err := equalDicts(&n.Fields, &m.Fields, 0)
	return Truthy(same == (op == syntax.Eq)), err
}

// EqualTo compares the attributes.
func (n *SimpleNamespace) EqualTo(y starlark.Value, depth int) (same, known bool, err error) {
	m, ok := y.(*SimpleNamespace)
	if ok {
		same, err = equalDicts(&n.Fields, &m.Fields, depth+1)
	}
	return same, ok, err
}

// Attr returns an attribute.
func (n *SimpleNamespace) Attr(name string) (starlark.Value, error) {
	if v := n.Fields.GetString(name); v != nil {
		return v, nil
	}
	if name == "__dict__" {
		return &n.Fields, nil
	}
	return BindAttr(n, name)
}

// AttrNames lists the attributes.
func (n *SimpleNamespace) AttrNames() []string {
	var names []string
	for _, kv := range n.Fields.Items() {
		if s, ok := kv[0].(starlark.String); ok {
			names = append(names, string(s))
		}
	}
	return names
}

// SetField sets an attribute.
func (n *SimpleNamespace) SetField(name string, v starlark.Value) error {
	n.Fields.SetString(name, v)
	return nil
}

// DelField removes an attribute.
func (n *SimpleNamespace) DelField(name string) error {
	if !n.Fields.DelString(name) {
		return noAttribute(n.Type(), name)
	}
	return nil
}
