package builtins

import (
	"encoding/binary"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Buffer is Python 2's buffer(object[, offset[, size]]): a window on the
// memory of another value, through which nothing can be written.
type Buffer struct {
	obj          starlark.Value // no Buffer
	offset, size int            // a size of -1 reaches to the end, wherever that is
}

var (
	_ object.BytesLike    = (*Buffer)(nil)
	_ object.Comparer     = (*Buffer)(nil)
	_ object.Container    = (*Buffer)(nil)
	_ object.Hasher       = (*Buffer)(nil)
	_ object.PublicHasher = (*Buffer)(nil)
	_ object.ItemDeleter  = (*Buffer)(nil)
	_ object.Typed        = (*Buffer)(nil)
	_ starlark.HasAttrs   = (*Buffer)(nil)
	_ starlark.HasBinary  = (*Buffer)(nil)
	_ starlark.HasSetKey  = (*Buffer)(nil)
	_ starlark.Indexable  = (*Buffer)(nil)
	_ starlark.Mapping    = (*Buffer)(nil)
	_ starlark.Sequence   = (*Buffer)(nil)
)

// memoryOf returns the memory that a Python 2 value shows to a buffer. That of
// a unicode has four bytes for each character.
func memoryOf(v starlark.Value) ([]byte, bool) {
	switch v := object.Unwrap(v).(type) {
	case *Memoryview: // which has the newer kind of buffers alone
		return nil, false
	case starlark.String:
		return []byte(v), true
	case *object.Text:
		var b []byte
		for _, r := range object.Runes(v.Value()) {
			b = binary.NativeEndian.AppendUint32(b, uint32(r))
		}
		return b, true
	case object.BytesLike:
		return v.Bytes(), true
	}
	return nil, false
}

// newBuffer is buffer(object[, offset[, size]]).
func newBuffer(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b := &Buffer{}
	offset, size := int64(0), int64(-1)
	if len(kwargs) > 0 {
		return nil, object.TypeError.Errorf("buffer() does not take keyword arguments")
	}
	if err := object.Positional(t, "buffer", args, nil, 1, &b.obj, &offset, &size); err != nil {
		return nil, err
	}
	b.offset, b.size = int(offset), int(size)
	if _, ok := memoryOf(b.obj); !ok {
		return nil, object.TypeError.Errorf("buffer object expected")
	}
	switch {
	case b.offset < 0:
		return nil, errBufferOffset
	case b.size < -1:
		return nil, object.ValueError.Errorf("size must be zero or positive")
	}
	if below, ok := b.obj.(*Buffer); ok {
		if below.size >= 0 {
			left := max(below.size-b.offset, 0)
			if b.size < 0 || b.size > left {
				b.size = left
			}
		}
		if b.obj, b.offset = below.obj, b.offset+below.offset; b.offset < 0 {
			return nil, errBufferOffset
		}
	}
	return b, nil
}

// Writable reports that nothing can be written.
func (b *Buffer) Writable() bool { return false }

// Bytes returns the bytes in the window as they are now.
func (b *Buffer) Bytes() []byte {
	all, _ := memoryOf(b.obj)
	all = all[min(b.offset, len(all)):]
	if b.size >= 0 {
		all = all[:min(b.size, len(all))]
	}
	return all
}

// Class returns buffer.
func (b *Buffer) Class() *object.Class { return object.TypesOf(syntax.Python2).ByName["buffer"] }

// Type returns "buffer".
func (b *Buffer) Type() string { return "buffer" }

// String returns the repr.
func (b *Buffer) String() string { return b.Repr(syntax.Python2) }

// Repr tells where the window is.
func (b *Buffer) Repr(syntax.Dialect) string {
	return sprintf("<read-only buffer for 0x%x, size %d, offset %d at 0x%x>", object.ID(b.obj), b.size, b.offset, object.ID(b))
}

// Str returns the bytes.
func (b *Buffer) Str(syntax.Dialect) string { return string(b.Bytes()) }

// Freeze does nothing.
func (b *Buffer) Freeze() {}

// Truth reports whether there are bytes.
func (b *Buffer) Truth() starlark.Bool { return b.Len() > 0 }

// Hash is that of the bytes.
func (b *Buffer) Hash() (uint32, error) {
	h, err := b.PyHash()
	return uint32(h), err
}

// PyHash is that of the bytes as a str.
func (b *Buffer) PyHash() (uint64, error) { return object.StringHash(string(b.Bytes())), nil }

// PublicHash is hash(str(b)).
func (b *Buffer) PublicHash(d syntax.Dialect) int64 {
	h, _ := object.PublicHash(d, starlark.String(b.Bytes()))
	return h
}

// Len returns the number of bytes.
func (b *Buffer) Len() int { return len(b.Bytes()) }

// Index returns a byte as a str.
func (b *Buffer) Index(i int) starlark.Value { return starlark.String(b.Bytes()[i : i+1]) }

// Iterate walks the bytes.
func (b *Buffer) Iterate() starlark.Iterator { return starlark.Tuple(b.elems()).Iterate() }

func (b *Buffer) elems() []starlark.Value {
	all := b.Bytes()
	elems := make([]starlark.Value, len(all))
	for i := range all {
		elems[i] = starlark.String(all[i : i+1])
	}
	return elems
}

// Has looks for one of the bytes, as in any sequence.
func (b *Buffer) Has(v starlark.Value) (bool, error) {
	return object.Contains(syntax.Python2, starlark.Tuple(b.elems()), v)
}

// Get is b[i] or b[i:j], a str.
func (b *Buffer) Get(k starlark.Value) (starlark.Value, bool, error) {
	all := b.Bytes()
	if s, ok := k.(*object.Slice); ok {
		start, _, step, n, err := s.Indices(len(all))
		if err != nil {
			return nil, false, err
		}
		part := make([]byte, n)
		for i := range part {
			part[i] = all[start+i*step]
		}
		return starlark.String(part), true, nil
	}
	if _, ok, err := object.AsIndex(k); !ok && err == nil {
		return nil, false, object.TypeError.Errorf("sequence index must be integer")
	}
	i, err := object.Index("buffer", k, len(all), "buffer index out of range")
	if err != nil {
		return nil, false, err
	}
	return starlark.String(all[i : i+1]), true, nil
}

var (
	errBufferOffset   = object.ValueError.Errorf("offset must be zero or positive")
	errReadOnlyBuffer = object.TypeError.Errorf("buffer is read-only")
)

// SetKey fails.
func (b *Buffer) SetKey(k, v starlark.Value) error { return errReadOnlyBuffer }

// DelKey fails.
func (b *Buffer) DelKey(k starlark.Value) error { return errReadOnlyBuffer }

// Binary is + and *, which make a str.
func (b *Buffer) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch op {
	case starsyntax.PLUS:
		if side == starlark.Right { // unicode + buffer decodes; a str adds nothing but text
			if u, ok := object.Unwrap(y).(*object.Text); ok && u.IsUnicode() {
				text, err := textOf(nil, starlark.String(b.Bytes()))
				if err != nil {
					return nil, err
				}
				return object.NewText(u.Value() + text), nil
			}
			return nil, nil
		}
		if _, ok := y.(*object.Operator); ok {
			return nil, nil
		}
		more, ok := memoryOf(y)
		if !ok {
			return nil, object.TypeError.Errorf("bad argument type for built-in operation")
		}
		return starlark.String(string(b.Bytes()) + string(more)), nil
	case starsyntax.STAR:
		if _, ok := y.(*object.Operator); ok {
			return nil, nil
		}
		n, ok, err := object.AsIndex(y)
		if err != nil {
			return nil, err
		}
		if !ok && side == starlark.Left {
			return nil, object.TypeError.Errorf("can't multiply sequence by non-int of type '%s'", object.TypeName(y))
		}
		if ok {
			repeated, err := repeatBytes(b.Bytes(), n)
			if err != nil {
				return nil, err
			}
			return starlark.String(repeated), nil
		}
	}
	return nil, nil
}

// RichCompare compares buffers with each other, and with a unicode, which takes their
// bytes for those of a str.
func (b *Buffer) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if text, ok := y.(*object.Text); ok {
		return object.Compare(syntax.Python2, op, starlark.String(b.Bytes()), text)
	}
	if other, ok := y.(*Buffer); ok {
		return compareBytes(syntax.Python2, op, b.Bytes(), other)
	}
	return nil, nil
}

// Attr returns a bound method.
func (b *Buffer) Attr(name string) (starlark.Value, error) { return object.BindAttr(b, name) }

// AttrNames lists the methods.
func (b *Buffer) AttrNames() []string { return b.Class().AttrNames() }
