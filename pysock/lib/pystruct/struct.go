package pystruct

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Struct is struct.Struct(format).
type Struct struct {
	object.NoOwn
	class  *object.Class
	layout *layout
	d      syntax.Dialect
}

var (
	_ object.Typed      = (*Struct)(nil)
	_ starlark.HasAttrs = (*Struct)(nil)
)

func newClass(rt *object.Runtime) *object.Class {
	module := "_struct"
	if rt.Dialect == syntax.Python2 {
		module = ""
	}
	c := object.NewClass(module, "Struct", object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.Doc = "Struct(fmt) --> compiled struct object"
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := &Struct{class: c, d: rt.Dialect}
		return s, s.init(t, args, kwargs)
	}
	c.Blank = func(t *object.Thread, _ *object.Class) starlark.Value {
		return &Struct{class: c, d: rt.Dialect, layout: &layout{size: -1, values: -1}}
	}
	c.Methods = map[string]object.Method{
		"__init__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, own(self).init(t, args, kwargs)
		},
		"pack": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if len(kwargs) > 0 {
				return nil, object.NoArgs("Struct", "pack", nil, kwargs)
			}
			return packed(t, own(self).layout, args)
		},
		"pack_into": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if len(kwargs) > 0 {
				return nil, object.NoArgs("Struct", "pack_into", nil, kwargs)
			}
			return packedInto(t, own(self).layout, args)
		},
		"unpack": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var v starlark.Value
			if err := object.OneArg(t, "Struct", "unpack", args, kwargs, &v); err != nil {
				return nil, err
			}
			return unpacked(t, own(self).layout, v)
		},
		"unpack_from": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return unpackedFrom(t, own(self).layout, args, kwargs, 0)
		},
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"format": func(v starlark.Value) (starlark.Value, error) {
			return starlark.String(own(v).layout.format), nil
		},
		"size": func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(own(v).layout.size), nil },
	}
	return c
}

// own returns the Struct that self is, or has.
func own(self starlark.Value) *Struct {
	s, _ := object.Unwrap(self).(*Struct)
	return s
}

// init is __init__(format).
func (s *Struct) init(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) error {
	var v starlark.Value
	if err := object.Keywords(t, "Struct", args, kwargs, 1, "format", &v); err != nil {
		return err
	}
	format, err := formatOf(t, v)
	if err != nil {
		return err
	}
	l, err := compile(s.d, format)
	if err == nil {
		s.layout = l
	}
	return err
}

// structIterUnpack is Struct.iter_unpack(buffer).
func (m *module) structIterUnpack(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "Struct", "iter_unpack", args, kwargs, &v); err != nil {
		return nil, err
	}
	return m.iterate(t, own(self).layout, v)
}

// Class returns Struct.
func (s *Struct) Class() *object.Class { return s.class }

// Attr returns an attribute or bound method.
func (s *Struct) Attr(name string) (starlark.Value, error) { return object.BindAttr(s, name) }

// AttrNames lists the attributes.
func (s *Struct) AttrNames() []string { return s.class.AttrNames() }

// String returns the repr.
func (s *Struct) String() string {
	return fmt.Sprintf("<%s object at 0x%x>", s.class.QualifiedName(), object.ID(s))
}

func (s *Struct) Type() string          { return s.class.TypeName() }
func (s *Struct) Freeze()               {}
func (s *Struct) Truth() starlark.Bool  { return true }
func (s *Struct) Hash() (uint32, error) { return uint32(object.ID(s) >> 4), nil }

// Weak returns what a weak reference holds.
func (s *Struct) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(s) }
