package pypickle

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A buffer is PickleBuffer(object): bytes that a pickle may leave to a channel
// of their own (PEP 574).
type buffer struct {
	value
	of starlark.Value // nil once it is released
}

var (
	_ object.Typed     = (*buffer)(nil)
	_ object.BytesLike = (*buffer)(nil)
)

// Bytes returns the bytes, none once the buffer is released.
func (b *buffer) Bytes() []byte {
	s, _ := object.AsBytes(b.of)
	return s
}

// Writable reports whether the bytes may be changed.
func (b *buffer) Writable() bool {
	w, ok := object.Unwrap(b.of).(interface{ Writable() bool })
	return ok && w.Writable()
}

// bytes is the same, but raises ValueError once the buffer is released.
func (b *buffer) bytes() (bytes []byte, writable bool, err error) {
	if b.of == nil {
		return nil, false, object.ValueError.Errorf("operation forbidden on released PickleBuffer object")
	}
	return b.Bytes(), b.Writable(), nil
}

func (m *module) bufferClass() *object.Class {
	c := m.newClass("PickleBuffer")
	c.Module = "pickle"
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.Keywords(t, "PickleBuffer", args, kwargs, 1, "", &v); err != nil {
			return nil, err
		}
		if _, ok := object.AsBytes(v); !ok {
			return nil, object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(v))
		}
		return &buffer{value{m, m.buffer}, v}, nil
	}
	c.Methods = map[string]object.Method{
		"raw": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			b := self.(*buffer)
			if _, _, err := b.bytes(); err != nil {
				return nil, err
			}
			view := object.TypesOf(t.RT.Dialect).ByName["memoryview"]
			v, err := t.Call(view, b.of)
			if err != nil {
				return nil, err
			}
			return v, object.NoArgs("PickleBuffer", "raw", args, kwargs)
		},
		"release": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			self.(*buffer).of = nil
			return starlark.None, object.NoArgs("PickleBuffer", "release", args, kwargs)
		},
	}
	return c
}

// String returns the repr.
func (b *buffer) String() string { return b.repr(b) }

// Hash returns a hash of the identity.
func (b *buffer) Hash() (uint32, error) { return uint32(object.ID(b) >> 4), nil }

// Attr is b.name.
func (b *buffer) Attr(name string) (starlark.Value, error) { return object.BindAttr(b, name) }
