// Package pystruct is Python's module struct: values as C has them in memory.
// (Library reference, "struct - Interpret bytes as packed binary data".)
package pystruct

import (
	"fmt"
	"slices"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Functions to convert between Python values and C structs represented as Python bytes objects."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{class: newClass(rt), cache: make(map[string]*layout)}
	defs := []object.Def{
		{Name: "calcsize", F: m.calcsize}, {Name: "pack", F: m.pack}, {Name: "unpack", F: m.unpack},
		{Name: "pack_into", F: m.packInto}, {Name: "unpack_from", F: m.unpackFrom}, {Name: "_clearcache", F: m.clearCache},
	}
	if rt.Dialect != syntax.Python2 {
		defs = append(defs, object.Def{Name: "iter_unpack", F: m.iterUnpack})
		m.iterator = object.NewClass("_struct", "unpack_iterator", object.TypesOf(rt.Dialect).Object)
		m.iterator.Static = true
		m.iterator.Seal()
		m.iterator.Methods = map[string]object.Method{
			"__iter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return self, nil
			},
			"__next__":        object.TypesOf(rt.Dialect).ByName["reversed"].Methods["__next__"],
			"__length_hint__": object.TypesOf(rt.Dialect).ByName["reversed"].Methods["__length_hint__"],
		}
		m.class.Methods["iter_unpack"] = m.structIterUnpack
	}
	mod := object.NewModule(rt, "struct", doc, defs)
	mod.Set("Struct", m.class)
	mod.Set("error", structError.Class(rt.Dialect))
	return mod
}

// A module is what the module's functions share.
type module struct {
	class, iterator *object.Class
	cache           map[string]*layout
}

// formatOf takes a format: str, or bytes.
func formatOf(t *object.Thread, v starlark.Value) (string, error) {
	switch x := object.Unwrap(v).(type) {
	case starlark.String:
		return string(x), nil
	case starlark.Bytes:
		return string(x), nil
	case *object.Text:
		b, err := object.EncodeASCII(x)
		return string(b), err
	}
	return "", object.TypeError.By(
		"Struct() argument 1 must be string, not "+object.TypeName(v),
		"Struct() argument 1 must be a str or bytes object, not "+object.TypeName(v))
}

// layoutOf returns the layout of a format, kept from the last time.
func (m *module) layoutOf(t *object.Thread, v starlark.Value) (*layout, error) {
	if x, ok := v.(*Struct); ok { // as Struct's own methods call these functions
		return x.layout, nil
	}
	if s, ok := v.(starlark.String); ok {
		if l := m.cache[string(s)]; l != nil {
			return l, nil
		}
	}
	s, err := formatOf(t, v)
	if err != nil {
		if _, hashing := object.Hash(v); hashing != nil && t.RT.Dialect != syntax.Python2 { // what was parsed is kept
			err = hashing
		}
		return nil, err
	}
	if l := m.cache[s]; l != nil {
		return l, nil
	}
	l, err := compile(t.RT.Dialect, s)
	if err != nil {
		return nil, err
	}
	if len(m.cache) >= 100 {
		clear(m.cache)
	}
	m.cache[s] = l
	return l, nil
}

func (m *module) clearCache(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	clear(m.cache)
	return starlark.None, object.NoArgs("_struct", "_clearcache", args, kwargs)
}

// calcsize is calcsize(format).
func (m *module) calcsize(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_struct", "calcsize", args, kwargs, &v); err != nil {
		return nil, err
	}
	l, err := m.layoutOf(t, v)
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt(l.size), nil
}

// first takes the format off the arguments of pack and pack_into.
func (m *module) first(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (*layout, starlark.Tuple, error) {
	if len(kwargs) > 0 {
		return nil, nil, object.TypeError.By(name+"() takes no keyword arguments", "_struct."+name+"() takes no keyword arguments")
	}
	if len(args) == 0 {
		return nil, nil, object.TypeError.Errorf("missing format argument")
	}
	l, err := m.layoutOf(t, args[0])
	return l, args[1:], err
}

// pack is pack(format, v1, v2, ...).
func (m *module) pack(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l, args, err := m.first(t, "pack", args, kwargs)
	if err != nil {
		return nil, err
	}
	return packed(t, l, args)
}

func packed(t *object.Thread, l *layout, args starlark.Tuple) (starlark.Value, error) {
	if len(args) != l.values {
		return nil, structError.Errorf("pack expected %d items for packing (got %d)", l.values, len(args))
	}
	if l.size > builtins.MaxAlloc {
		return nil, object.MemoryError.New()
	}
	buf := make([]byte, l.size)
	if err := l.pack(t, buf, args); err != nil {
		return nil, err
	}
	return t.RT.TakeBytes(buf), nil
}

// packInto is pack_into(format, buffer, offset, v1, v2, ...).
func (m *module) packInto(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l, args, err := m.first(t, "pack_into", args, kwargs)
	if err != nil {
		return nil, err
	}
	return packedInto(t, l, args)
}

func packedInto(t *object.Thread, l *layout, args starlark.Tuple) (starlark.Value, error) {
	if len(args) != l.values+2 {
		switch len(args) {
		case 0:
			return nil, structError.Errorf("pack_into expected buffer argument")
		case 1:
			return nil, structError.Errorf("pack_into expected offset argument")
		}
		return nil, structError.Errorf("pack_into expected %d items for packing (got %d)", l.values, len(args)-2)
	}
	buf, ok := builtins.WritableBytes(args[0])
	if !ok {
		return nil, object.TypeError.By(
			"argument must be read-write buffer, not "+object.TypeName(args[0]),
			"argument must be read-write bytes-like object, not "+object.TypeName(args[0]))
	}
	offset, err := builtins.Size(t, args[1])
	if err != nil {
		return nil, err
	}
	n := len(buf)
	if offset < 0 {
		if offset+l.size > 0 && t.RT.Dialect != syntax.Python2 {
			return nil, structError.Errorf("no space to pack %d bytes at offset %d", l.size, offset)
		}
		if offset+n < 0 {
			return nil, needs("pack_into", "packing", l, offset, n, true)
		}
		offset += n
	}
	if n-offset < l.size {
		return nil, needs("pack_into", "packing", l, offset, n, false)
	}
	part := buf[offset : offset+l.size]
	clear(part)
	return starlark.None, l.pack(t, part, args[2:])
}

// needs is the error of an offset that leaves no room.
func needs(name, doing string, l *layout, offset, n int, outside bool) error {
	words2 := "%s requires a buffer of at least %d bytes"
	if outside {
		return structError.By(fmt.Sprintf(words2, name, l.size), fmt.Sprintf("offset %d out of range for %d-byte buffer", offset, n))
	}
	return structError.By(
		fmt.Sprintf(words2, name, l.size),
		fmt.Sprintf("%s requires a buffer of at least %d bytes for %s %d bytes at offset %d (actual buffer size is %d)",
			name, uint64(l.size)+uint64(offset), doing, l.size, offset, n))
}

// bytesOf returns the bytes that are to be unpacked, whatever they are in.
func bytesOf(t *object.Thread, name string, v starlark.Value) ([]byte, error) {
	switch x := v.(type) {
	case starlark.Bytes:
		return []byte(x), nil
	case starlark.String:
		if t.RT.Dialect == syntax.Python2 {
			return []byte(x), nil
		}
	}
	return t.Buffer(name, 0, v)
}

// unpack is unpack(format, buffer).
func (m *module) unpack(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(kwargs) > 0 {
		return nil, object.TypeError.By("unpack() takes no keyword arguments", "_struct.unpack() takes no keyword arguments")
	}
	if err := builtins.Tupled("unpack", args, 2, 2); err != nil {
		return nil, err
	}
	l, err := m.layoutOf(t, args[0])
	if err != nil {
		return nil, err
	}
	return unpacked(t, l, args[1])
}

func unpacked(t *object.Thread, l *layout, v starlark.Value) (starlark.Value, error) {
	wrong := func() error {
		return structError.By(
			fmt.Sprintf("unpack requires a string argument of length %d", l.size),
			fmt.Sprintf("unpack requires a buffer of %d bytes", l.size))
	}
	b, err := bytesOf(t, "unpack", v)
	if err != nil {
		if t.RT.Dialect == syntax.Python2 {
			return nil, wrong()
		}
		return nil, err
	}
	if len(b) != l.size {
		return nil, wrong()
	}
	return l.unpack(t, b), nil
}

// unpackFrom is unpack_from(format, buffer, offset=0).
func (m *module) unpackFrom(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) == 0 {
		return nil, object.TypeError.By("missing format argument", "unpack_from() takes at least 1 positional argument (0 given)")
	}
	if t.RT.Dialect != syntax.Python2 && len(args) == 1 && !slices.ContainsFunc(kwargs, func(kv starlark.Tuple) bool { return kv[0] == starlark.String("buffer") }) {
		return nil, object.TypeError.Errorf("unpack_from() missing required argument 'buffer' (pos 2)")
	}
	l, err := m.layoutOf(t, args[0])
	if err != nil {
		return nil, err
	}
	return unpackedFrom(t, l, args[1:], kwargs, 1)
}

func unpackedFrom(t *object.Thread, l *layout, args starlark.Tuple, kwargs []starlark.Tuple, before int) (starlark.Value, error) {
	var v, at starlark.Value
	if err := object.Keywords(t, "unpack_from", args, kwargs, 0, "buffer", &v, "offset", &at); err != nil {
		return nil, err
	}
	if v == nil {
		return nil, object.TypeError.By("Required argument 'buffer' (pos 1) not found",
			fmt.Sprintf("unpack_from() missing required argument 'buffer' (pos %d)", before+1))
	}
	b, err := bytesOf(t, "unpack_from", v)
	if err != nil {
		return nil, err
	}
	offset := 0
	if at != nil {
		if offset, err = builtins.Size(t, at); err != nil {
			return nil, err
		}
	}
	n := len(b)
	if offset < 0 {
		if offset+l.size > 0 && t.RT.Dialect != syntax.Python2 {
			return nil, structError.Errorf("not enough data to unpack %d bytes at offset %d", l.size, offset)
		}
		if offset+n < 0 {
			return nil, needs("unpack_from", "unpacking", l, offset, n, true)
		}
		offset += n
	}
	if n-offset < l.size {
		return nil, needs("unpack_from", "unpacking", l, offset, n, false)
	}
	return l.unpack(t, b[offset:offset+l.size]), nil
}

// iterUnpack is iter_unpack(format, buffer).
func (m *module) iterUnpack(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := builtins.Tupled("iter_unpack", args, 2, 2); err != nil {
		return nil, err
	}
	l, err := m.layoutOf(t, args[0])
	if err != nil {
		return nil, err
	}
	return m.iterate(t, l, args[1])
}

func (m *module) iterate(t *object.Thread, l *layout, v starlark.Value) (starlark.Value, error) {
	if l.size == 0 {
		return nil, structError.Errorf("cannot iteratively unpack with a struct of length 0")
	}
	b, err := bytesOf(t, "iter_unpack", v)
	if err != nil {
		return nil, err
	}
	if len(b)%l.size != 0 {
		return nil, structError.Errorf("iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	it := &iterator{t: t, l: l, b: b}
	return object.NewIterator(m.iterator, it).WithHint(func() int { return len(it.b) / l.size }), nil
}

// An iterator unpacks a buffer piece by piece.
type iterator struct {
	t *object.Thread
	l *layout
	b []byte
}

// Next unpacks a piece.
func (it *iterator) Next(p *starlark.Value) bool {
	if len(it.b) < it.l.size {
		return false
	}
	*p = it.l.unpack(it.t, it.b[:it.l.size])
	it.b = it.b[it.l.size:]
	return true
}

// Done does nothing.
func (it *iterator) Done() {}
