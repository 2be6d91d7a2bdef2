//go:build unix

package pyssl

import (
	"math"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A bio is a queue of bytes: ssl.MemoryBIO, and the two sides of a wire.
type bio struct {
	object.NoOwn
	class *object.Class
	buf   []byte
	eof   bool // nothing will follow what is in it
}

var _ object.Typed = (*bio)(nil)

func (b *bio) Class() *object.Class  { return b.class }
func (b *bio) String() string        { return plainRepr(b) }
func (b *bio) Type() string          { return b.class.ClassName }
func (b *bio) Freeze()               {}
func (b *bio) Truth() starlark.Bool  { return true }
func (b *bio) Hash() (uint32, error) { return uint32(object.ID(b)), nil }

// Attr returns an attribute of the class.
func (b *bio) Attr(name string) (starlark.Value, error) { return object.BindAttr(b, name) }

// AttrNames lists the attributes.
func (b *bio) AttrNames() []string { return b.class.AttrNames() }

// take moves bytes from the front of the queue to p.
func (b *bio) take(p []byte) int {
	n := copy(p, b.buf)
	b.drop(n)
	return n
}

// drop removes bytes from the front.
func (b *bio) drop(n int) {
	b.buf = b.buf[n:]
	if len(b.buf) == 0 && cap(b.buf) > 1<<16 {
		b.buf = nil
	}
}

func (m *module) newBIOClass() *object.Class {
	c := object.NewClass("_ssl", "MemoryBIO", object.TypesOf(m.rt.Dialect).Object)
	c.Doc = "MemoryBIO(): a queue of bytes between a TLS connection and whoever carries its records."
	c.New = func(t *object.Thread, class *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := object.NoArgs("", "MemoryBIO", args, kwargs); err != nil {
			return nil, err
		}
		return &bio{class: class}, nil
	}
	c.Methods = map[string]object.Method{
		// read(size=-1) -> bytes
		"read": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			b, n := self.(*bio), -1
			if err := object.Positional(t, "read", args, kwargs, 0, &n); err != nil {
				return nil, err
			}
			if n < 0 {
				n = math.MaxInt
			}
			n = min(n, len(b.buf))
			v := t.RT.Bytes(b.buf[:n])
			b.drop(n)
			return v, nil
		},
		// write(bytes) -> how many
		"write": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			b := self.(*bio)
			var data []byte
			if err := object.OneArg(t, "MemoryBIO", "write", args, kwargs, &data); err != nil {
				return nil, err
			}
			if b.eof {
				return nil, m.plainError("cannot write() after write_eof()")
			}
			b.buf = append(b.buf, data...)
			return starlark.MakeInt(len(data)), nil
		},
		"write_eof": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("MemoryBIO", "write_eof", args, kwargs); err != nil {
				return nil, err
			}
			self.(*bio).eof = true
			return starlark.None, nil
		},
	}
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"pending": func(self starlark.Value) (starlark.Value, error) { return starlark.MakeInt(len(self.(*bio).buf)), nil },
		"eof": func(self starlark.Value) (starlark.Value, error) {
			b := self.(*bio)
			return m.rt.Bool(b.eof && len(b.buf) == 0), nil
		},
	}
	return c
}
