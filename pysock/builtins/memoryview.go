package builtins

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Memoryview shows the memory of another value without copying it, as
// scalars in one row, or in more dimensions after cast.
type Memoryview struct {
	object.NoOwn
	obj      starlark.Value
	array    *Bytearray // of a writable view
	fixed    []byte     // of a read-only one
	lo, n    int        // the first byte, and how many items
	step     int        // from item to item, in bytes
	item     Scalar
	format   string
	dims     []int // of more than one dimension, row after row
	released bool
	held     bool    // by a with statement
	hash     *uint64 // once it was asked for
	d        syntax.Dialect
}

var (
	_ object.BytesLike    = (*Memoryview)(nil)
	_ object.WeakReferent = (*Memoryview)(nil)
	_ starlark.Mapping    = (*Memoryview)(nil)
	_ starlark.HasSetKey  = (*Memoryview)(nil)
	_ starlark.Sequence   = (*Memoryview)(nil)
	_ starlark.HasAttrs   = (*Memoryview)(nil)
	_ object.Comparer     = (*Memoryview)(nil)
)

// A Viewed value tells what a memoryview of it shows.
type Viewed interface {
	View() (*Bytearray, Scalar)
}

var unsignedByte = Scalar{'B', 1, Unsigned}

// newMemoryview is memoryview(object).
func newMemoryview(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Keywords(t, "memoryview", args, kwargs, 1, "object", &v); err != nil {
		return nil, err
	}
	m := &Memoryview{obj: v, step: 1, item: unsignedByte, format: "B", d: t.RT.Dialect}
	if x, ok := object.Unwrap(v).(Viewed); ok {
		if py2(t) {
			return nil, object.TypeError.Errorf("cannot make memory view because object does not have the buffer interface")
		}
		m.array, m.item = x.View()
		m.step, m.n, m.format = m.item.Size, len(m.array.B)/m.item.Size, string(m.item.Code)
		return m, nil
	}
	switch x := v.(type) {
	case *Bytearray:
		m.array, m.n = x, len(x.B)
		return m, nil
	case *Memoryview:
		return x.another(), x.check()
	}
	if s, ok := object.Unwrap(v).(starlark.String); ok && py2(t) {
		m.fixed, m.n = []byte(s), len(s)
		return m, nil
	}
	if x, ok := object.Unwrap(v).(*Bytearray); ok { // of a derived class
		m.array, m.n = x, len(x.B)
		return m, nil
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
	m := &Memoryview{obj: obj, array: a, n: len(a.B), step: 1, item: unsignedByte, format: "B", d: d}
	if obj == nil {
		m.obj, m.array, m.fixed = a, nil, a.B
	}
	return m
}

// another returns a copy, which is released by itself.
func (m *Memoryview) another() *Memoryview {
	copied := *m
	copied.held, copied.released, copied.hash = false, false, nil
	return &copied
}

// release lets go of the memory.
func (m *Memoryview) release() {
	if m.held {
		m.array.held--
	}
	m.held, m.released = false, true
}

// Released reports whether release was called.
func (m *Memoryview) Released() bool { return m.released }

// Writable reports whether what Bytes returns may be written to.
func (m *Memoryview) Writable() bool { return m.array != nil && m.step == m.item.Size && !m.released }

// whole returns all bytes of the object below.
func (m *Memoryview) whole() []byte {
	if m.array != nil {
		return m.array.B
	}
	return m.fixed
}

// Bytes returns the bytes: those of the object, unless the view has a step.
func (m *Memoryview) Bytes() []byte {
	b, size := m.whole(), m.item.Size
	if m.step == size {
		return b[min(m.lo, len(b)):min(m.lo+m.n*size, len(b))]
	}
	out := make([]byte, 0, m.n*size)
	for i := range m.n {
		if at := m.lo + i*m.step; at+size <= len(b) {
			out = append(out, b[at:at+size]...)
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

// Weak lets it have weak references.
func (m *Memoryview) Weak() (any, func() starlark.Value) { return object.WeakPointer(m) }

// Truth reports whether there are bytes.
func (m *Memoryview) Truth() starlark.Bool { return m.n > 0 }

// Hash is that of the bytes, if they can't change.
func (m *Memoryview) Hash() (uint32, error) {
	h, err := m.PyHash()
	return uint32(h), err
}

// PyHash is that of the bytes, if they can't change.
func (m *Memoryview) PyHash() (uint64, error) {
	if m.hash != nil {
		return *m.hash, nil
	}
	if m.d == syntax.Python2 {
		return 0, object.Unhashable(m.Type())
	}
	if err := m.CheckBuffer(false); err != nil {
		return 0, err
	}
	if m.array != nil {
		return 0, object.ValueError.Errorf("cannot hash writable memoryview object")
	}
	h := object.StringHash(string(m.Bytes()))
	m.hash = &h
	return h, nil
}

// Len returns the number of items, or of rows.
func (m *Memoryview) Len() int {
	if m.dims != nil {
		return m.dims[0]
	}
	return m.n
}

// Iterate walks the items.
func (m *Memoryview) Iterate() starlark.Iterator { return &memoryIterator{m: m} }

type memoryIterator struct {
	m   *Memoryview
	i   int
	err error
}

// Next fails once the memoryview is released.
func (it *memoryIterator) Next(p *starlark.Value) bool {
	if it.i >= it.m.n || it.err != nil {
		return false
	}
	if *p, _, it.err = it.m.Get(starlark.MakeInt(it.i)); it.err != nil {
		return false
	}
	it.i++
	return true
}

func (it *memoryIterator) Left() int     { return max(it.m.n-it.i, 0) }
func (it *memoryIterator) Done()         {}
func (it *memoryIterator) Err() error    { return it.err }
func (it *memoryIterator) Position() int { return it.i }
func (it *memoryIterator) Seek(i int)    { it.i = min(i, it.m.n) }

// items returns all items.
func (m *Memoryview) items(get func(b []byte) starlark.Value) []starlark.Value {
	b, size := m.Bytes(), m.item.Size
	elems := make([]starlark.Value, len(b)/size)
	for i := range elems {
		elems[i] = get(b[i*size : (i+1)*size])
	}
	return elems
}

// element returns an item: a str of one byte in Python 2.
func (m *Memoryview) element(b []byte) starlark.Value {
	if m.d == syntax.Python2 {
		return starlark.String(b[:1])
	}
	return m.item.Load(binary.NativeEndian, b)
}

func (m *Memoryview) check() error {
	if m.released {
		return object.ValueError.Errorf("operation forbidden on released memoryview object")
	}
	return nil
}

// CheckBuffer tells whether the bytes can be read, and if contiguous, whether
// they are one run of memory.
func (m *Memoryview) CheckBuffer(contiguous bool) error {
	if contiguous && m.step != m.item.Size && m.n > 1 {
		return object.BufferError.Errorf("memoryview: underlying buffer is not C-contiguous")
	}
	return m.check()
}

// shape is how many items there are in each dimension.
func (m *Memoryview) shape() []int {
	if m.dims != nil {
		return m.dims
	}
	return []int{m.n}
}

// index is where the item of m[k] begins; k may be a tuple, of an index for each
// dimension.
func (m *Memoryview) index(k starlark.Value, set bool) (int, error) {
	if err := m.check(); err != nil {
		return 0, err
	}
	shape := m.shape()
	keys, ok := k.(starlark.Tuple)
	switch {
	case !ok:
		if !isIndex(k) {
			return 0, object.TypeError.By(
				sprintf("cannot index memory using \"%s\"", object.TypeName(k)), "memoryview: invalid slice key")
		}
		if m.dims != nil {
			if set {
				return 0, object.NotImplementedError.Errorf("sub-views are not implemented")
			}
			return 0, object.NotImplementedError.Errorf("multi-dimensional sub-views are not implemented")
		}
		keys = starlark.Tuple{k}
	case m.d == syntax.Python2:
		return 0, object.TypeError.Errorf("cannot index memory using \"tuple\"")
	case len(keys) > 0 && all(keys, isSlice):
		if set {
			return 0, object.NotImplementedError.Errorf("memoryview slice assignments are currently restricted to ndim = 1")
		}
		return 0, object.NotImplementedError.Errorf("multi-dimensional slicing is not implemented")
	case !all(keys, isIndex):
		return 0, object.TypeError.Errorf("memoryview: invalid slice key")
	case len(keys) < len(shape):
		return 0, object.NotImplementedError.Errorf("sub-views are not implemented")
	case len(keys) > len(shape):
		return 0, object.TypeError.Errorf("cannot index %d-dimension view with %d-element tuple", len(shape), len(keys))
	}
	at := 0
	for dim, k := range keys {
		words := sprintf("index out of bounds on dimension %d", dim+1)
		if m.d == syntax.Python2 {
			words = "index out of bounds"
		}
		i, err := object.Index("memoryview", k, shape[dim], words)
		if err != nil {
			return 0, err
		}
		at = at*shape[dim] + i
	}
	if err := m.check(); err != nil { // an __index__ may have released it
		return 0, err
	}
	at = m.lo + at*m.step
	if at+m.item.Size > len(m.whole()) {
		return 0, object.IndexError.Errorf("index out of bounds on dimension 1")
	}
	return at, nil
}

func isSlice(k starlark.Value) bool { _, ok := k.(*object.Slice); return ok }

// isIndex reports whether k is an int or has __index__.
func isIndex(k starlark.Value) bool {
	if _, ok := object.AsInt(k); ok {
		return true
	}
	return object.SpecialMethod(k, "__index__") != nil
}

func all(vs []starlark.Value, is func(starlark.Value) bool) bool {
	return !slices.ContainsFunc(vs, func(v starlark.Value) bool { return !is(v) })
}

// Get is m[i] or m[i:j], which is a view too.
func (m *Memoryview) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		if err := m.check(); err != nil {
			return nil, false, err
		}
		row := m.n // items
		if m.dims != nil {
			row = m.dims[0]
		}
		part := m.another()
		start, _, step, n, err := s.Indices(row)
		if err != nil {
			return nil, false, err
		}
		if m.dims == nil {
			part.lo, part.step, part.n = m.lo+start*m.step, m.step*step, n
			return part, true, nil
		}
		if step != 1 {
			return nil, false, object.NotImplementedError.Errorf("multi-dimensional slicing is not implemented")
		}
		row = m.n / row
		part.dims = slices.Clone(m.dims)
		part.dims[0], part.lo, part.n = n, m.lo+start*row*m.step, n*row
		return part, true, nil
	}
	at, err := m.index(k, false)
	if err != nil {
		return nil, false, err
	}
	return m.element(m.whole()[at : at+m.item.Size]), true, nil
}

// Binary is b + m for bytes, Python 3's.
func (m *Memoryview) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	b, ok := y.(starlark.Bytes)
	if !ok || op != starsyntax.PLUS || side != starlark.Right {
		return nil, nil
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	return b + starlark.Bytes(m.Bytes()), nil
}

// DelKey fails: no item can go.
func (m *Memoryview) DelKey(starlark.Value) error {
	switch err := m.check(); {
	case err != nil:
		return err
	case m.array == nil:
		return object.TypeError.Errorf("cannot modify read-only memory")
	}
	return object.TypeError.Errorf("cannot delete memory")
}

// SetKey is m[i] = v and m[i:j] = v, which can't change the length.
func (m *Memoryview) SetKey(k, v starlark.Value) error {
	if err := m.check(); err != nil {
		return err
	}
	if m.array == nil {
		return object.TypeError.Errorf("cannot modify read-only memory")
	}
	if isSlice(k) {
		if m.dims != nil {
			return object.NotImplementedError.Errorf("memoryview slice assignments are currently restricted to ndim = 1")
		}
		part, _, err := m.Get(k)
		if err != nil {
			return err
		}
		p := part.(*Memoryview)
		b, ok := object.AsBytes(v)
		if m.d == syntax.Python2 {
			if b, err = buffered2(v); err != nil {
				return err
			}
			ok = true
		}
		if !ok {
			return object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(v))
		}
		if len(b) != p.n*p.item.Size {
			return object.ValueError.By("cannot modify size of memoryview object",
				"memoryview assignment: lvalue and rvalue have different structures")
		}
		b = bytes.Clone(b)
		for i, size := 0, p.item.Size; i < p.n; i++ {
			copy(m.array.B[p.lo+i*p.step:], b[i*size:(i+1)*size])
		}
		return nil
	}
	at, err := m.index(k, true)
	if err != nil {
		return err
	}
	if m.d == syntax.Python2 {
		b, err := buffered2(v)
		if err == nil && len(b) != m.item.Size {
			err = object.ValueError.Errorf("cannot modify size of memoryview object")
		}
		copy(m.array.B[min(at, len(m.array.B)):], b)
		return err
	}
	var item [16]byte
	b := item[:m.item.Size]
	if err := m.store(b, v); err != nil {
		return err
	}
	if err := m.check(); err != nil { // v's own methods may have released it
		return err
	}
	copy(m.array.B[min(at, len(m.array.B)):], b)
	return nil
}

// buffered2 returns the bytes of what Python 2 puts into a memoryview.
func buffered2(v starlark.Value) ([]byte, error) {
	v = object.Unwrap(v)
	if s, ok := v.(starlark.String); ok {
		return []byte(s), nil
	}
	if b, ok := object.AsBytes(v); ok {
		return b, nil
	}
	return nil, object.TypeError.Errorf("'%s' does not have the buffer interface", object.TypeName(v))
}

// store writes an item.
func (m *Memoryview) store(b []byte, v starlark.Value) error {
	wrongType := object.TypeError.Errorf("memoryview: invalid type for format '%s'", m.format)
	wrongValue := object.ValueError.Errorf("memoryview: invalid value for format '%s'", m.format)
	v = object.Unwrap(v)
	switch m.item.Kind {
	case Char:
		s, ok := v.(starlark.Bytes)
		if !ok {
			return wrongType
		}
		if len(s) != 1 {
			return wrongValue
		}
		b[0] = s[0]
		return nil
	case Truth:
		b[0] = 0
		if v.Truth() {
			b[0] = 1
		}
		return nil
	case Floating:
		f, ok := v.(starlark.Float)
		if n, isInt := object.AsInt(v); isInt {
			f, ok = n.Float(), true
		}
		if !ok {
			return wrongType
		}
		m.item.StoreFloat(binary.NativeEndian, b, float64(f))
		return nil
	}
	n, ok, err := object.AsIndex(v)
	switch {
	case object.Is(err, object.ValueError, m.d), object.Is(err, object.OverflowError, m.d):
		return wrongValue
	case err != nil && !object.Is(err, object.TypeError, m.d):
		return err
	case !ok || err != nil:
		return wrongType
	}
	u, ok := m.item.Bits(n)
	if !ok {
		return wrongValue
	}
	m.item.Store(binary.NativeEndian, b, u)
	return nil
}

// RichCompare compares with what has bytes, for equality.
func (m *Memoryview) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	if x, ok := y.(*Memoryview); m.released || ok && x.released {
		return object.Truthy((x == m) == (op == syntax.Eq)), nil
	}
	a, b := m, m
	switch x := object.Unwrap(y).(type) {
	case *Memoryview:
		b = x
	case Viewed:
		b = &Memoryview{d: m.d}
		b.array, b.item = x.View()
		b.step, b.n = b.item.Size, len(b.array.B)/b.item.Size
	default:
		if m.item.Size == 1 {
			return compareBytes(m.d, op, m.Bytes(), y)
		}
		raw, ok := object.AsBytes(y)
		if !ok {
			return nil, nil
		}
		b = &Memoryview{d: m.d, fixed: raw, n: len(raw), step: 1, item: unsignedByte}
	}
	if a.item == b.item && a.item.Kind != Floating {
		return compareBytes(m.d, op, a.Bytes(), starlark.Bytes(b.Bytes()))
	}
	return object.Compare(m.d, op, object.NewList(a.items(a.element)), object.NewList(b.items(b.element)))
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
	return func(v starlark.Value) (starlark.Value, error) {
		m := v.(*Memoryview)
		if err := m.check(); err != nil {
			return nil, err
		}
		return f(m), nil
	}
}

var memoryviewGetters = map[string]getter{
	"format":   viewGetter(func(m *Memoryview) starlark.Value { return starlark.String(m.format) }),
	"itemsize": viewGetter(func(m *Memoryview) starlark.Value { return m.longIn2(m.item.Size) }),
	"ndim":     viewGetter(func(m *Memoryview) starlark.Value { return m.longIn2(max(len(m.dims), 1)) }),
	"readonly": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.array == nil) }),
	"shape": viewGetter(func(m *Memoryview) starlark.Value {
		if m.dims == nil {
			return starlark.Tuple{m.longIn2(m.n)}
		}
		shape := make(starlark.Tuple, len(m.dims))
		for i, n := range m.dims {
			shape[i] = starlark.MakeInt(n)
		}
		return shape
	}),
	"strides": viewGetter(func(m *Memoryview) starlark.Value {
		strides, step := make(starlark.Tuple, max(len(m.dims), 1)), m.step
		for i := len(strides) - 1; i >= 0; i-- {
			strides[i] = m.longIn2(step)
			if m.dims != nil {
				step *= m.dims[i]
			}
		}
		return strides
	}),
	"suboffsets": viewGetter(func(m *Memoryview) starlark.Value {
		if m.d == syntax.Python2 {
			return starlark.None
		}
		return starlark.Tuple{}
	}),
}

var memoryviewGetters3 = map[string]getter{
	"obj":          viewGetter(func(m *Memoryview) starlark.Value { return m.obj }),
	"nbytes":       viewGetter(func(m *Memoryview) starlark.Value { return starlark.MakeInt(m.n * m.item.Size) }),
	"contiguous":   viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == m.item.Size) }),
	"c_contiguous": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == m.item.Size) }),
	"f_contiguous": viewGetter(func(m *Memoryview) starlark.Value { return object.Truthy(m.step == m.item.Size) }),
}

var memoryviewMethods = map[string]method{
	"tobytes": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview)
		if py2(t) {
			if err := noArgs("", "tobytes", args, kwargs); err != nil {
				return nil, err
			}
		}
		var order starlark.Value = starlark.None
		if err := object.Keywords(t, "tobytes", args, kwargs, 0, "order", &order); err != nil {
			return nil, err
		}
		if s, ok := object.AsText(order); !py2(t) && order != starlark.None {
			switch {
			case !ok:
				return nil, object.TypeError.Errorf("tobytes() argument 'order' must be str or None, not %s", object.ArgName(order))
			case s != "C" && s != "F" && s != "A":
				return nil, object.ValueError.Errorf("order must be 'C', 'F' or 'A'")
			}
		}
		return t.RT.Bytes(bytes.Clone(m.Bytes())), m.check()
	},
	"tolist": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview)
		if err := noArgs("memoryview", "tolist", args, kwargs); err != nil {
			return nil, err
		}
		load := func(b []byte) starlark.Value { return m.item.Load(binary.NativeEndian, b) }
		items := m.items(load)
		for _, n := range slices.Backward(m.dims) { // rows, of rows, ...
			if n == 0 || len(items) <= m.dims[0] {
				break
			}
			var rows []starlark.Value
			for row := range slices.Chunk(items, n) {
				rows = append(rows, object.NewList(slices.Clone(row)))
			}
			items = rows
		}
		return object.NewList(items), m.check()
	},
}

// cast returns a view of other items of the same memory. shape may give the
// length once more.
func (m *Memoryview) cast(format string, shape starlark.Value) (starlark.Value, error) {
	_, isTuple := object.AsTuple(shape)
	if _, isList := object.Unwrap(shape).(*object.List); shape != nil && !isTuple && !isList {
		return nil, object.TypeError.Errorf("shape must be a list or a tuple")
	}
	var item Scalar
	code, ok := strings.TrimPrefix(format, "@"), false
	if len(code) == 1 {
		item, ok = NativeScalar(code[0])
	}
	if !ok {
		return nil, object.ValueError.Errorf("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	size := m.n * m.item.Size
	switch {
	case m.step != m.item.Size:
		return nil, object.TypeError.Errorf("memoryview: casts are restricted to C-contiguous views")
	case !strings.Contains("bBc", string(m.item.Code)) && !strings.Contains("bBc", code):
		return nil, object.TypeError.Errorf("memoryview: cannot cast between two non-byte formats")
	case size%item.Size != 0:
		return nil, object.TypeError.Errorf("memoryview: length is not a multiple of itemsize")
	}
	m.item, m.step, m.n, m.format, m.dims = item, item.Size, size/item.Size, format, nil
	if shape != nil {
		dims, err := object.Elements(nil, shape)
		if err != nil {
			return nil, err
		}
		m.dims = nil
		product := 1
		for _, d := range dims {
			n, ok := object.AsInt(d)
			i, fits := n.Int64()
			switch {
			case !ok:
				return nil, object.TypeError.Errorf("memoryview.cast(): elements of shape must be integers")
			case i <= 0:
				return nil, object.ValueError.Errorf("memoryview.cast(): elements of shape must be integers > 0")
			case !fits || i > int64(m.n):
				return nil, object.TypeError.Errorf("memoryview: product(shape) * itemsize != buffer size")
			}
			m.dims = append(m.dims, int(i))
			product *= int(i)
		}
		if product != m.n {
			return nil, object.TypeError.Errorf("memoryview: product(shape) * itemsize != buffer size")
		}
		if len(m.dims) == 1 {
			m.dims = nil
		}
	}
	return m, nil
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
		if err := noArgs("memoryview", "release", args, kwargs); err != nil {
			return nil, err
		}
		self.(*Memoryview).release()
		return starlark.None, nil
	},
	"toreadonly": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		m := self.(*Memoryview).another()
		m.fixed, m.array = m.whole(), nil
		return m, noArgs("memoryview", "toreadonly", args, kwargs)
	},
	"cast": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var format string
		var shape starlark.Value
		if err := object.Keywords(t, "cast", args, kwargs, 1, "format", object.Named("cast", "format", 1, &format), "shape", &shape); err != nil {
			return nil, err
		}
		if err := self.(*Memoryview).check(); err != nil {
			return nil, err
		}
		if !object.IsASCII(format) {
			if _, err := Encode(t, starlark.String(format), "ascii", "strict"); err != nil {
				return nil, err
			}
		}
		return self.(*Memoryview).another().cast(format, shape)
	},
	"__enter__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("memoryview", "__enter__", args, kwargs); err != nil {
			return nil, err
		}
		m := self.(*Memoryview)
		if m.array != nil && !m.held && !m.released {
			m.held = true
			m.array.held++
		}
		return m, m.check()
	},
	"__exit__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noKeywords("memoryview", "__exit__", kwargs); err != nil {
			return nil, err
		}
		self.(*Memoryview).release()
		return starlark.None, nil
	},
}
