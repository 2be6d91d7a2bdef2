package builtins

import (
	"bytes"
	"encoding/hex"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Memoryview shows the bytes of another value without copying them. It is
// always one-dimensional, of unsigned bytes.
type Memoryview struct {
	obj      starlark.Value
	array    *Bytearray // of a writable view
	fixed    []byte     // of a read-only one
	lo, n    int
	step     int
	released bool
	d        syntax.Dialect
}

var (
	_ object.BytesLike   = (*Memoryview)(nil)
	_ starlark.Mapping   = (*Memoryview)(nil)
	_ starlark.HasSetKey = (*Memoryview)(nil)
	_ starlark.Sequence  = (*Memoryview)(nil)
	_ starlark.HasAttrs  = (*Memoryview)(nil)
	_ object.Comparer    = (*Memoryview)(nil)
)

// newMemoryview is memoryview(object).
func newMemoryview(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Keywords(t, "memoryview", args, kwargs, 1, "object", &v); err != nil {
		return nil, err
	}
	m := &Memoryview{obj: v, step: 1, d: t.RT.Dialect}
	switch x := v.(type) {
	case *Bytearray:
		m.array, m.n = x, len(x.B)
		return m, nil
	case *Memoryview:
		copied := *x
		return &copied, nil
	case starlark.String:
		if py2(t) {
			m.fixed, m.n = []byte(x), len(x)
			return m, nil
		}
	}
	b, ok := object.AsBytes(v)
	if !ok {
		return nil, object.TypeError.By(
			"cannot make memory view because object does not have the buffer interface",
			sprintf("memoryview: a bytes-like object is required, not '%s'", object.TypeName(v)))
	}
	m.fixed, m.n = b, len(b)
	return m, nil
}

// NewMemoryview returns a view of a bytearray, which shows obj as what it is a
// view of; it is read-only if obj is nil.
func NewMemoryview(d syntax.Dialect, a *Bytearray, obj starlark.Value) *Memoryview {
	m := &Memoryview{obj: obj, array: a, n: len(a.B), step: 1, d: d}
	if obj == nil {
		m.obj, m.array, m.fixed = a, nil, a.B
	}
	return m
}

// Released reports whether release was called.
func (m *Memoryview) Released() bool { return m.released }

// Writable reports whether what Bytes returns may be written to.
func (m *Memoryview) Writable() bool { return m.array != nil && m.step == 1 && !m.released }

// whole returns all bytes of the object below.
func (m *Memoryview) whole() []byte {
	if m.array != nil {
		return m.array.B
	}
	return m.fixed
}

// Bytes returns the bytes: those of the object, unless the view has a step.
func (m *Memoryview) Bytes() []byte {
	b := m.whole()
	if m.step == 1 {
		return b[min(m.lo, len(b)):min(m.lo+m.n, len(b))]
	}
	out := make([]byte, 0, m.n)
	for i := range m.n {
		if at := m.lo + i*m.step; at < len(b) {
			out = append(out, b[at])
		}
	}
	return out
}

// Class returns memoryview.
func (m *Memoryview) Class() *object.Class { return object.TypesOf(m.d).ByName["memoryview"] }

// Type returns "memoryview".
func (m *Memoryview) Type() string { return "memoryview" }

// String returns the repr.
func (m *Memoryview) String() string { return m.Repr(m.d) }

// Repr returns <memory at 0x...>.
func (m *Memoryview) Repr(syntax.Dialect) string {
	if m.released {
		return sprintf("<released memory at 0x%x>", object.ID(m))
	}
	return sprintf("<memory at 0x%x>", object.ID(m))
}

// Freeze does nothing.
func (m *Memoryview) Freeze() {}

// Truth reports whether there are bytes.
func (m *Memoryview) Truth() starlark.Bool { return m.n > 0 }

// Hash is that of the bytes, if they can't change.
func (m *Memoryview) Hash() (uint32, error) {
	h, err := m.PyHash()
	return uint32(h), err
}

// PyHash is that of the bytes, if they can't change.
func (m *Memoryview) PyHash() (uint64, error) {
	if m.array != nil {
		return 0, object.ValueError.Errorf("cannot hash writable memoryview object")
	}
	return object.StringHash(string(m.Bytes())), nil
}

// Len returns the number of bytes.
func (m *Memoryview) Len() int { return m.n }

// Iterate walks the bytes, as numbers in Python 3.
func (m *Memoryview) Iterate() starlark.Iterator {
	b := m.Bytes()
	elems := make(starlark.Tuple, len(b))
	for i, x := range b {
		elems[i] = m.element(x)
	}
	return elems.Iterate()
}

func (m *Memoryview) element(b byte) starlark.Value {
	if m.d == syntax.Python2 {
		return starlark.String([]byte{b})
	}
	return starlark.MakeInt(int(b))
}

func (m *Memoryview) check() error {
	if m.released {
		return object.ValueError.Errorf("operation forbidden on released memoryview object")
	}
	return nil
}

func (m *Memoryview) index(k starlark.Value) (int, error) {
	if err := m.check(); err != nil {
		return 0, err
	}
	if _, ok := object.AsInt(k); !ok {
		return 0, object.TypeError.By(
			sprintf("cannot index memory using \"%s\"", object.TypeName(k)), "memoryview: invalid slice key")
	}
	words := "index out of bounds on dimension 1"
	if m.d == syntax.Python2 {
		words = "index out of bounds"
	}
	i, err := object.Index("memoryview", k, m.n, words)
	if err != nil {
		return 0, err
	}
	at := m.lo + i*m.step
	if at >= len(m.whole()) {
		return 0, object.IndexError.Errorf("%s", words)
	}
	return at, nil
}

// Get is m[i] or m[i:j], which is a view too.
func (m *Memoryview) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		if err := m.check(); err != nil {
			return nil, false, err
		}
		start, _, step, n, err := s.Indices(m.n)
		if err != nil {
			return nil, false, err
		}
		part := *m
		part.lo, part.step, part.n = m.lo+start*m.step, m.step*step, n
		return &part, true, nil
	}
	at, err := m.index(k)
	if err != nil {
		return nil, false, err
	}
	return m.element(m.whole()[at]), true, nil
}

// SetKey is m[i] = v and m[i:j] = v, which can't change the length.
func (m *Memoryview) SetKey(k, v starlark.Value) error {
	if m.array == nil {
		return object.TypeError.Errorf("cannot modify read-only memory")
	}
	if _, ok := k.(*object.Slice); ok {
		part, _, err := m.Get(k)
		if err != nil {
			return err
		}
		p := part.(*Memoryview)
		b, ok := object.AsBytes(v)
		if s, isStr := v.(starlark.String); isStr && m.d == syntax.Python2 {
			b, ok = []byte(s), true
		}
		if !ok {
			return object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(v))
		}
		if len(b) != p.n {
			return object.ValueError.By("cannot modify size of memoryview object",
				"memoryview assignment: lvalue and rvalue have different structures")
		}
		b = bytes.Clone(b)
		for i := range b {
			m.array.B[p.lo+i*p.step] = b[i]
		}
		return nil
	}
	at, err := m.index(k)
	if err != nil {
		return err
	}
	n, ok := object.AsInt(v)
	if !ok {
		if s, isStr := v.(starlark.String); isStr && m.d == syntax.Python2 && len(s) == 1 {
			m.array.B[at] = s[0]
			return nil
		}
		return object.TypeError.Errorf("memoryview: invalid type for format 'B'")
	}
	i, ok := n.Int64()
	if !ok || i < 0 || i > 255 {
		return object.ValueError.Errorf("memoryview: invalid value for format 'B'")
	}
	m.array.B[at] = byte(i)
	return nil
}

// RichCompare compares with what has bytes, for equality.
func (m *Memoryview) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	return compareBytes(m.d, op, m.Bytes(), y)
}

// Attr returns an attribute or bound method.
func (m *Memoryview) Attr(name string) (starlark.Value, error) { return object.BindAttr(m, name) }

// AttrNames lists the attributes.
func (m *Memoryview) AttrNames() []string { return m.Class().AttrNames() }

// longIn2 is an int, a long in Python 2, as the getters of a memoryview give it.
func (m *Memoryview) longIn2(n int) starlark.Value {
	if m.d == syntax.Python2 {
		return object.NewLong(starlark.MakeInt(n))
	}
	return starlark.MakeInt(n)
}

func viewGetter(f func(m *Memoryview) starlark.Value) getter {
	return func(v starlark.Value) (starlark.Value, error) { return f(v.(*Memoryview)), nil }
}

var memoryviewGetters = map[string]getter{
	"format":   viewGetter(func(m *Memoryview) starlark.Value { return starlark.String("B") }),
	"itemsize": viewGetter(func(m *Memoryview) starlark.Value { return m.longIn2(1) }),
	"ndim":     viewGetter(func(m *Memoryview) starlark.Value { return m.longIn2(1) }),
	"readonly": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.array == nil) }),
	"shape":    viewGetter(func(m *Memoryview) starlark.Value { return starlark.Tuple{m.longIn2(m.n)} }),
	"strides":  viewGetter(func(m *Memoryview) starlark.Value { return starlark.Tuple{m.longIn2(m.step)} }),
	"suboffsets": viewGetter(func(m *Memoryview) starlark.Value {
		if m.d == syntax.Python2 {
			return starlark.None
		}
		return starlark.Tuple{}
	}),
}

var memoryviewGetters3 = map[string]getter{
	"obj":          viewGetter(func(m *Memoryview) starlark.Value { return m.obj }),
	"nbytes":       viewGetter(func(m *Memoryview) starlark.Value { return starlark.MakeInt(m.n) }),
	"contiguous":   viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == 1) }),
	"c_contiguous": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == 1) }),
	"f_contiguous": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == 1) }),
}

var memoryviewMethods = map[string]method{
	"tobytes": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview)
		var order starlark.Value
		if err := object.Keywords(t, "tobytes", args, kwargs, 0, "order", &order); err != nil {
			return nil, err
		}
		return t.RT.Bytes(bytes.Clone(m.Bytes())), m.check()
	},
	"tolist": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview)
		if err := noArgs("memoryview", "tolist", args, kwargs); err != nil {
			return nil, err
		}
		b := m.Bytes()
		elems := make([]starlark.Value, len(b))
		for i, x := range b {
			elems[i] = starlark.MakeInt(int(x))
		}
		return object.NewList(elems), m.check()
	},
}

var memoryviewMethods3 = map[string]method{
	"hex": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview)
		if len(args) == 0 && len(kwargs) == 0 {
			return starlark.String(hex.EncodeToString(m.Bytes())), m.check()
		}
		return bytesHex(t, bytes3, string(m.Bytes()), args, kwargs)
	},
	"release": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		self.(*Memoryview).released = true
		return starlark.None, noArgs("memoryview", "release", args, kwargs)
	},
	"toreadonly": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := *self.(*Memoryview)
		m.fixed, m.array = m.whole(), nil
		return &m, noArgs("memoryview", "toreadonly", args, kwargs)
	},
	"cast": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var format string
		var shape starlark.Value
		if err := object.Keywords(t, "cast", args, kwargs, 1, "format", &format, "shape", &shape); err != nil {
			return nil, err
		}
		if format != "B" && format != "@B" || shape != nil {
			return nil, object.NotImplementedError.Errorf("memoryview: unsupported format %s", format)
		}
		m := *self.(*Memoryview)
		return &m, m.check()
	},
	"__enter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return self, self.(*Memoryview).check()
	},
	"__exit__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		self.(*Memoryview).released = true
		return starlark.None, nil
	},
}
