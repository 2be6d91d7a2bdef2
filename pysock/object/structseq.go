package object

import (
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A StructType is the type of tuples whose elements also have names:
// time.struct_time, os.stat_result, sys.version_info. Behind the elements there
// may be fields that only have names. In Python 3 it derives from tuple; in
// Python 2 it is a type of its own that compares and adds like one.
type StructType struct {
	class   *Class
	fields  []string // "" for an element without a name
	visible int      // how many of them are elements
	d       syntax.Dialect
}

// A StructSpec describes a StructType.
type StructSpec struct {
	Module, Name, Doc string
	// Fields names the elements, in order, then the fields that are no
	// elements; "" is an element without a name.
	Fields []string
	// Visible is the number of elements, 0 if all fields are.
	Visible int
	// Sealed types can't be called: sys.flags.
	Sealed bool
}

// NewStructType makes the type.
func NewStructType(rt *Runtime, spec StructSpec) *StructType {
	base := TypesOf(rt.Dialect).Tuple
	if rt.Dialect == syntax.Python2 {
		base = TypesOf(rt.Dialect).Object
	}
	st := &StructType{
		class:   NewClass(spec.Module, spec.Name, base),
		fields:  spec.Fields,
		visible: spec.Visible,
		d:       rt.Dialect,
	}
	if st.visible == 0 {
		st.visible = len(st.fields)
	}
	var names []starlark.Value
	unnamed := 0
	for i, name := range st.fields {
		switch {
		case name == "":
			unnamed++
		case i < st.visible:
			names = append(names, rt.Str(name))
		}
	}
	c := st.class
	c.Static, c.Doc = true, spec.Doc
	c.Seal()
	c.Attrs = map[string]starlark.Value{
		"n_fields":          starlark.MakeInt(len(st.fields)),
		"n_sequence_fields": starlark.MakeInt(st.visible),
		"n_unnamed_fields":  starlark.MakeInt(unnamed),
	}
	if st.d != syntax.Python2 {
		c.Attrs["__match_args__"] = starlark.Tuple(names)
	}
	for i, name := range st.fields {
		if name != "" {
			c.Attrs[name] = st.member(i)
		}
	}
	c.Methods = map[string]Method{"__reduce__": structReduce}
	if st.d == syntax.Python2 {
		for _, name := range tupleMethods {
			c.Methods[name] = viaTuple(name)
		}
	}
	c.New = st.call
	if spec.Sealed {
		c.New = func(*Thread, *Class, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
			return nil, TypeError.Errorf("cannot create '%s' instances", c.QualifiedName())
		}
	}
	return st
}

// member is the descriptor of the i'th field.
func (st *StructType) member(i int) *Getset {
	return &Getset{Name: st.fields[i], Of: st.class, Member: true, Get: func(_ *Thread, self starlark.Value) (starlark.Value, error) {
		return self.(*StructSeq).values[i], nil
	}}
}

// tupleMethods are what Python 2's types have of tuple's, without deriving from it.
var tupleMethods = []string{
	"__add__", "__contains__", "__eq__", "__ge__", "__getitem__", "__getslice__", "__gt__", "__hash__", "__le__", "__len__",
	"__lt__", "__mul__", "__ne__", "__rmul__",
}

// viaTuple is a method of tuple's, called on the elements.
func viaTuple(name string) Method {
	return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m, err := typeBind(t.RT.Dialect, self.(*StructSeq).Tuple(), name)
		if err != nil {
			return nil, err
		}
		return starlark.Call(t.Star, m, args, kwargs)
	}
}

// Class returns the type as a script sees it.
func (st *StructType) Class() *Class { return st.class }

// New returns an instance that keeps values. Fields without a value are None.
func (st *StructType) New(values ...starlark.Value) *StructSeq {
	for len(values) < len(st.fields) {
		values = append(values, starlark.None)
	}
	return &StructSeq{st, values}
}

// call is the constructor, T(sequence, dict={}): dict gives the fields beyond
// the sequence by name.
func (st *StructType) call(t *Thread, c *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sequence, dict starlark.Value
	if err := Keywords(t, "structseq", args, kwargs, 1, "sequence", &sequence, "dict", &dict); err != nil {
		return nil, err
	}
	values, err := Elements(t, sequence)
	if err != nil {
		return nil, TypeError.Errorf("constructor requires a sequence")
	}
	named, ok := dict.(starlark.Mapping)
	if _, isDict := dict.(*Dict); dict != nil && !(ok && (isDict || TypeName(dict) == "dict")) {
		return nil, TypeError.Errorf("%s() takes a dict as second arg, if any", c.QualifiedName())
	}
	least, most := st.visible, len(st.fields)
	if n := len(values); n < least || n > most {
		how, want := "a", least
		switch {
		case least == most:
		case n < least:
			how = "an at least"
		default:
			how, want = "an at most", most
		}
		return nil, TypeError.Errorf("%s() takes %s %d-sequence (%d-sequence given)", c.QualifiedName(), how, want, n)
	}
	for _, name := range st.fields[len(values):] {
		var v starlark.Value = starlark.None
		if named != nil {
			if x, found, err := named.Get(starlark.String(name)); found && err == nil {
				v = x
			}
		}
		values = append(values, v)
	}
	return st.New(values...), nil
}

// structReduce is __reduce__() -> (class, (elements, {other fields})).
func structReduce(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	s := self.(*StructSeq)
	more := t.RT.NewDict(0)
	for i := s.typ.visible; i < len(s.typ.fields); i++ {
		more.SetString(s.typ.fields[i], s.values[i])
	}
	return starlark.Tuple{s.typ.class, starlark.Tuple{s.Tuple(), more}}, NoArgs(s.typ.class.ClassName, "__reduce__", args, kwargs)
}

// A StructSeq is an instance of a StructType.
type StructSeq struct {
	typ    *StructType
	values []starlark.Value
}

var (
	_ starlark.Mapping     = (*StructSeq)(nil) // so that it sees every index itself
	_ starlark.Sliceable   = (*StructSeq)(nil)
	_ starlark.Sequence    = (*StructSeq)(nil)
	_ starlark.Comparable  = (*StructSeq)(nil)
	_ starlark.HasBinary   = (*StructSeq)(nil)
	_ starlark.HasSetField = (*StructSeq)(nil)
	_ Comparer             = (*StructSeq)(nil)
	_ Hasher               = (*StructSeq)(nil)
	_ Reprer               = (*StructSeq)(nil)
	_ Typed                = (*StructSeq)(nil)
)

// AsTuple returns the elements of a tuple, or of what derives from it.
func AsTuple(v starlark.Value) (starlark.Tuple, bool) {
	switch v := v.(type) {
	case starlark.Tuple:
		return v, true
	case *StructSeq:
		return v.Tuple(), v.typ.d != syntax.Python2
	case *Instance:
		t, ok := v.Base.(starlark.Tuple)
		return t, ok
	}
	return nil, false
}

// Tuple returns the elements.
func (s *StructSeq) Tuple() starlark.Tuple { return s.values[:s.typ.visible:s.typ.visible] }

// Field returns a field by name, or nil.
func (s *StructSeq) Field(name string) starlark.Value {
	for i, f := range s.typ.fields {
		if f == name && name != "" {
			return s.values[i]
		}
	}
	return nil
}

// StructType returns the type.
func (s *StructSeq) StructType() *StructType { return s.typ }

// Class returns the type as a script sees it.
func (s *StructSeq) Class() *Class { return s.typ.class }

// String returns the repr.
func (s *StructSeq) String() string { return s.Repr(s.typ.d) }

// Repr returns module.name(field=value, ...). An element without a name goes
// by the next name that there is, as in CPython.
func (s *StructSeq) Repr(d syntax.Dialect) string {
	var b strings.Builder
	b.WriteString(s.typ.class.QualifiedName())
	sep := "("
	next := 0
	for _, v := range s.Tuple() {
		for s.typ.fields[next] == "" {
			next++
		}
		b.WriteString(sep + s.typ.fields[next] + "=" + Repr(d, v))
		sep = ", "
		next++
	}
	b.WriteByte(')')
	return b.String()
}

// Type returns the name of the type.
func (s *StructSeq) Type() string { return s.typ.class.QualifiedName() }

// Freeze does nothing.
func (s *StructSeq) Freeze() {}

// Truth reports whether there are elements.
func (s *StructSeq) Truth() starlark.Bool { return s.typ.visible > 0 }

// Hash is the tuple's.
func (s *StructSeq) Hash() (uint32, error) { return s.Tuple().Hash() }

// PyHash is the tuple's.
func (s *StructSeq) PyHash() (uint64, error) { return Hash(s.Tuple()) }

// RichCompare compares with tuples and their like.
func (s *StructSeq) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	switch y := y.(type) {
	case *StructSeq:
		return Compare(s.typ.d, op, s.Tuple(), y.Tuple())
	case starlark.Tuple:
		return Compare(s.typ.d, op, s.Tuple(), y)
	}
	return nil, nil
}

// CompareSameType is for .star files, where only instances compare.
func (s *StructSeq) CompareSameType(op starsyntax.Token, y starlark.Value, depth int) (bool, error) {
	return starlark.CompareDepth(op, s.Tuple(), y.(*StructSeq).Tuple(), depth)
}

// Len returns the number of elements.
func (s *StructSeq) Len() int { return s.typ.visible }

// Index returns an element.
func (s *StructSeq) Index(i int) starlark.Value { return s.values[i] }

// Iterate walks the elements.
func (s *StructSeq) Iterate() starlark.Iterator { return s.Tuple().Iterate() }

// Slice returns a part, as a tuple.
func (s *StructSeq) Slice(start, end, step int) starlark.Value {
	return s.Tuple().Slice(start, end, step)
}

// Get is s[k] for an integer or slice.
func (s *StructSeq) Get(k starlark.Value) (starlark.Value, bool, error) {
	if slice, ok := k.(*Slice); ok {
		elems, err := slice.Cut(s.Tuple())
		return starlark.Tuple(elems), err == nil, err
	}
	if _, ok := AsInt(k); !ok && s.typ.d == syntax.Python2 {
		return nil, false, TypeError.Errorf("structseq index must be integer")
	}
	i, err := Index("tuple", k, s.typ.visible, "tuple index out of range")
	if err != nil {
		return nil, false, err
	}
	return s.values[i], true, nil
}

// Binary is tuple + tuple and tuple * n.
func (s *StructSeq) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch {
	case op == Infix:
		if o, ok := y.(*Operator); ok {
			return o.apply(s)
		}
	case op == starsyntax.PLUS && side == starlark.Left:
		other, ok := y.(starlark.Tuple)
		if !ok {
			z, isStruct := y.(*StructSeq)
			if !isStruct || s.typ.d == syntax.Python2 {
				return nil, notTuple(y)
			}
			other = z.Tuple()
		}
		return append(s.Tuple(), other...), nil
	case op == starsyntax.PLUS:
		if x, ok := y.(starlark.Tuple); ok {
			if s.typ.d == syntax.Python2 {
				return nil, notTuple(s)
			}
			return append(x[:len(x):len(x)], s.Tuple()...), nil
		}
	case op == starsyntax.STAR:
		n, ok, err := AsIndex(y)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, TypeError.Errorf("can't multiply sequence by non-int of type '%s'", TypeName(y))
		}
		return starlark.Binary(op, s.Tuple(), n)
	}
	return nil, nil
}

func notTuple(v starlark.Value) error {
	return TypeError.Errorf("can only concatenate tuple (not \"%s\") to tuple", TypeName(v))
}

// Attr returns a field, or an attribute of the type. What the type has from
// tuple is bound to the plain tuple.
func (s *StructSeq) Attr(name string) (starlark.Value, error) {
	if v := s.Field(name); v != nil {
		return v, nil
	}
	if f, ok := s.typ.class.Lookup(name).(*Func); ok && f.Unbound != nil && f.Unbound != s.typ.class && len(f.Unbound.Bases) > 0 {
		return typeBind(s.typ.d, s.Tuple(), name)
	}
	return BindAttr(s, name)
}

func typeBind(d syntax.Dialect, v starlark.Value, name string) (starlark.Value, error) {
	return ClassOf(d, v).bind(v, name)
}

// AttrNames lists the fields, and the attributes of the type.
func (s *StructSeq) AttrNames() []string {
	names := s.typ.class.AttrNames()
	for _, f := range s.typ.fields {
		if f != "" {
			names = append(names, f)
		}
	}
	return names
}

// SetField fails: the fields can't be changed.
func (s *StructSeq) SetField(name string, v starlark.Value) error {
	if s.Field(name) != nil {
		return readOnly2(s.typ.d)
	}
	return ReadOnly(s.typ.d, s, name, v)
}

// DelField fails likewise.
func (s *StructSeq) DelField(name string) error { return s.SetField(name, nil) }
