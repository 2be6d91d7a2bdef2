package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A SimpleNamespace is types.SimpleNamespace: an object that is nothing but its
// attributes. sys.implementation and time.get_clock_info's result are such.
type SimpleNamespace struct {
	printing bool
	Fields   Dict
}

// NamespaceClass is types.SimpleNamespace, called with keyword arguments.
var NamespaceClass = newNamespaceClass()

var (
	_ starlark.HasSetField = (*SimpleNamespace)(nil)
	_ Nest                 = (*SimpleNamespace)(nil)
	_ Hasher               = (*SimpleNamespace)(nil)
	_ Reprer               = (*SimpleNamespace)(nil)
	_ Typed                = (*SimpleNamespace)(nil)
)

func newNamespaceClass() *Class {
	c := NewClass("types", "SimpleNamespace")
	c.Static = true
	c.Doc = "SimpleNamespace(**kwargs): an object with these attributes, which may change."
	c.Methods = map[string]Method{
		"__reduce__": func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.Tuple{t.RT.ClassOf(self), starlark.Tuple{}, Unwrap(self).(*SimpleNamespace).Fields.Copy()}, NoArgs("SimpleNamespace", "__reduce__", args, kwargs)
		},
	}
	c.New = func(t *Thread, c *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) > 0 {
			return nil, TypeError.Errorf("no positional arguments expected")
		}
		n := new(SimpleNamespace)
		for _, kv := range kwargs {
			if err := n.Fields.SetKey(kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
		return n, nil
	}
	return c
}

// Class returns types.SimpleNamespace.
func (n *SimpleNamespace) Class() *Class { return NamespaceClass }

// Repr returns namespace(name=value, ...).
func (n *SimpleNamespace) Repr(d syntax.Dialect) string {
	if n.printing {
		return "namespace(...)"
	}
	n.printing = true
	defer func() { n.printing = false }()
	var parts []string
	for _, kv := range n.Fields.Items() {
		parts = append(parts, Str(d, kv[0])+"="+Repr(d, kv[1]))
	}
	return "namespace(" + strings.Join(parts, ", ") + ")"
}

// String returns the repr.
func (n *SimpleNamespace) String() string { return n.Repr(syntax.Python3) }

// Type returns the name of the type.
func (n *SimpleNamespace) Type() string { return NamespaceClass.QualifiedName() }

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
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
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
		return AttributeError.Errorf("%s", name)
	}
	return nil
}
