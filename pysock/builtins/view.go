package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A viewKind is what a view shows of each entry.
type viewKind struct {
	name  string // the type of the view
	iter2 string // of its iterator in Python 2
	iter3 string
	back3 string // of its reversed iterator
	pick  func(k, v starlark.Value) starlark.Value
}

var (
	viewKeys = &viewKind{"dict_keys", "dictionary-keyiterator", "dict_keyiterator", "dict_reversekeyiterator",
		func(k, v starlark.Value) starlark.Value { return k }}
	viewValues = &viewKind{"dict_values", "dictionary-valueiterator", "dict_valueiterator", "dict_reversevalueiterator",
		func(k, v starlark.Value) starlark.Value { return v }}
	viewItems = &viewKind{"dict_items", "dictionary-itemiterator", "dict_itemiterator", "dict_reverseitemiterator",
		func(k, v starlark.Value) starlark.Value { return starlark.Tuple{k, v} }}
)

// A View is what dict.keys(), values() and items() return in Python 3: it shows
// the dict as it is whenever somebody looks. Keys and items act as sets.
type View struct {
	dict    *object.Dict
	kind    *viewKind
	d       syntax.Dialect
	ordered bool // is an OrderedDict's, whose views are of classes of their own
}

var (
	_ starlark.Sequence  = (*View)(nil)
	_ starlark.HasBinary = (*View)(nil)
	_ starlark.HasAttrs  = (*View)(nil)
	_ object.Comparer    = (*View)(nil)
	_ object.Container   = (*View)(nil)
	_ object.Hasher      = (*View)(nil)
)

func dictView(name string, kind *viewKind) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("dict", name, args, kwargs); err != nil {
			return nil, err
		}
		return &View{dict: self.(*object.Dict), kind: kind, d: t.RT.Dialect}, nil
	}
}

func dictList(name string, kind *viewKind) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("dict", name, args, kwargs); err != nil {
			return nil, err
		}
		d := self.(*object.Dict)
		elems := make([]starlark.Value, 0, d.Len())
		d.Each(func(k, v starlark.Value) bool { elems = append(elems, kind.pick(k, v)); return true })
		return object.NewList(elems), nil
	}
}

func dictIter(name string, kind *viewKind) method {
	return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("dict", name, args, kwargs); err != nil {
			return nil, err
		}
		return newIterator(t, kind.iter2, self.(*object.Dict).Walk(kind.pick, false)), nil
	}
}

// Class returns dict_keys and its like.
func (v *View) Class() *object.Class { return object.TypesOf(v.d).ByName[v.Type()] }

// Type returns the name of the type.
func (v *View) Type() string {
	if v.ordered {
		return "o" + v.kind.name
	}
	return v.kind.name
}

// String returns the repr.
func (v *View) String() string { return v.Repr(v.d) }

// Repr returns dict_keys([...]).
func (v *View) Repr(d syntax.Dialect) string { return object.Repr(d, v) }

// ReprList gives the elements to be shown.
func (v *View) ReprList() (string, []starlark.Value) { return v.Type(), v.elems() }

func (v *View) elems() []starlark.Value {
	elems := make([]starlark.Value, 0, v.dict.Len())
	v.dict.Each(func(k, x starlark.Value) bool { elems = append(elems, v.kind.pick(k, x)); return true })
	return elems
}

// Freeze does nothing.
func (v *View) Freeze() {}

// Truth reports whether the dict isn't empty.
func (v *View) Truth() starlark.Bool { return v.dict.Len() > 0 }

// Hash fails but for values, which have their identity's.
func (v *View) Hash() (uint32, error) {
	h, err := v.PyHash()
	return uint32(h), err
}

// PyHash fails but for values, which have their identity's.
func (v *View) PyHash() (uint64, error) {
	if v.kind == viewValues {
		return object.IntHash(int64(object.ID(v))), nil
	}
	return 0, object.Unhashable(v.Type())
}

// Len returns the size of the dict.
func (v *View) Len() int { return v.dict.Len() }

// Iterate walks the dict.
func (v *View) Iterate() starlark.Iterator {
	if v.ordered {
		return orderedWalk(v.dict, v.kind, false)
	}
	if v.kind == viewKeys {
		return v.dict.Iterate()
	}
	return v.dict.Walk(v.kind.pick, false)
}

// Has looks a key or an item up; values are searched.
func (v *View) Has(x starlark.Value) (bool, error) {
	switch v.kind {
	case viewKeys:
		e, err := v.dict.Lookup(x)
		return e != nil, err
	case viewItems:
		pair, ok := object.Unwrap(x).(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return false, nil
		}
		e, err := v.dict.Lookup(pair[0])
		if e == nil || err != nil {
			return false, err
		}
		if object.Identical(e, pair[1]) {
			return true, nil
		}
		return object.Equal(e, pair[1])
	}
	elems := v.elems()
	i, err := find(func() []starlark.Value { return elems }, 0, len(elems), x)
	return i >= 0, err
}

// setOf returns the elements of v as a set, or nil if it isn't iterable.
func setOf(dialect syntax.Dialect, t *object.Thread, v starlark.Value) (*object.Set, error) {
	if s, ok := plainSet(v).(*object.Set); ok {
		return s, nil
	}
	if d, ok := v.(*object.Dict); ok {
		s, _ := object.SetOf(dialect, nil, false)
		return s, s.AddKeys(d)
	}
	if t == nil {
		elems, err := object.Elements(nil, v)
		if err != nil {
			return nil, err
		}
		return object.SetOf(dialect, elems, false)
	}
	s, _ := object.SetOf(dialect, nil, false)
	return s, each(t, v, s.Add)
}

// RichCompare compares keys and items as sets, with sets and other views.
func (v *View) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if v.kind == viewValues {
		return nil, nil
	}
	var other container
	switch y := y.(type) {
	case *object.Set:
		other = y
	case *View:
		if y.kind == viewValues {
			return nil, nil
		}
		other = y
	default:
		return nil, nil
	}
	a, b := container(v), other
	if op == syntax.Gt || op == syntax.GtE {
		a, b = b, a
	}
	var holds bool
	switch m, n := a.Len(), b.Len(); op {
	case syntax.Eq, syntax.NotEq:
		holds = m == n
	case syntax.Lt, syntax.Gt:
		holds = m < n
	default:
		holds = m <= n
	}
	if holds {
		var err error
		if holds, err = within(a, b); err != nil {
			return nil, err
		}
	}
	return object.Truthy(holds != (op == syntax.NotEq)), nil
}

// A container is what a view is compared with. Its elements are looked up, not
// collected: those of a view of items need not be hashable.
type container interface {
	starlark.Sequence
	object.Container
}

// within reports whether b has all elements of a.
func within(a, b container) (bool, error) {
	it := a.Iterate()
	defer it.Done()
	var e starlark.Value
	for it.Next(&e) {
		if has, err := b.Has(e); !has || err != nil {
			return false, err
		}
	}
	if f, ok := it.(interface{ Err() error }); ok {
		return true, f.Err()
	}
	return true, nil
}

// Attr returns a bound method.
func (v *View) Attr(name string) (starlark.Value, error) { return object.BindAttr(v, name) }

// AttrNames lists the methods.
func (v *View) AttrNames() []string { return v.Class().AttrNames() }

var viewSetMethods = map[string]method{
	"isdisjoint": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		v := self.(*View)
		if err := oneArg(v.kind.name, "isdisjoint", args, kwargs); err != nil {
			return nil, err
		}
		disjoint := true
		err := each(t, args[0], func(e starlark.Value) error {
			in, err := v.Has(e)
			disjoint = disjoint && !in
			return err
		})
		return truth(disjoint, err)
	},
}

// viewGetters are Python 3's.
var viewGetters = map[string]getter{
	"mapping": func(v starlark.Value) (starlark.Value, error) { return &MappingProxy{v.(*View).dict}, nil },
}

// A MappingProxy is a dict that can't be changed through it: a view's mapping,
// a class's __dict__.
type MappingProxy struct{ *object.Dict }

var _ object.Typed = (*MappingProxy)(nil)

// Class returns mappingproxy.
func (m *MappingProxy) Class() *object.Class {
	return object.TypesOf(syntax.Python3).ByName["mappingproxy"]
}

// Type returns "mappingproxy".
func (m *MappingProxy) Type() string { return "mappingproxy" }

// String returns the repr.
func (m *MappingProxy) String() string { return m.Repr(syntax.Python3) }

// Repr returns mappingproxy({...}).
func (m *MappingProxy) Repr(d syntax.Dialect) string {
	return "mappingproxy(" + object.Repr(d, m.Dict) + ")"
}

// SetKey fails.
func (m *MappingProxy) SetKey(k, v starlark.Value) error {
	return object.TypeError.Errorf("'mappingproxy' object does not support item assignment")
}

// DelKey fails.
func (m *MappingProxy) DelKey(k starlark.Value) error {
	return object.TypeError.Errorf("'mappingproxy' object does not support item deletion")
}

// Has is k in m.
func (m *MappingProxy) Has(k starlark.Value) (bool, error) {
	v, err := m.Dict.Lookup(k)
	return v != nil, err
}

// Attr returns the dict's methods that don't change it.
func (m *MappingProxy) Attr(name string) (starlark.Value, error) {
	if strings.Contains(" copy get items keys values ", " "+name+" ") {
		return object.BindValue(syntax.Python3, m.Dict, name)
	}
	return object.BindAttr(m, name)
}

// AttrNames lists the methods.
func (m *MappingProxy) AttrNames() []string {
	return []string{"copy", "get", "items", "keys", "values"}
}
