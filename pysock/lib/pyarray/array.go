// Package pyarray is Python's module array: sequences of numbers of one C type.
// (Library reference, "array - Efficient arrays of numeric values".)
package pyarray

import (
	"bytes"
	"slices"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "array", "This module defines an object type which can efficiently represent an array of basic values.", nil)
	c := newClass(rt)
	m.Set("array", c)
	m.Set("ArrayType", c)
	if rt.Dialect != syntax.Python2 {
		m.Set("typecodes", starlark.String(typecodes(rt.Dialect)))
		m.Set("_array_reconstructor", &object.Func{FuncName: "_array_reconstructor", Module: "array", Function: reconstruct})
	}
	return m
}

// An array is array.array(typecode[, initializer]).
type array struct {
	builtins.Scalar
	mem *builtins.Bytearray // which views of the array share
	rt  *object.Runtime
	*kind
}

// A kind is what the arrays of a runtime share: their class, and that of their
// iterators.
type kind struct{ class, iter *object.Class }

var (
	_ object.BytesLike   = (*array)(nil)
	_ starlark.Mapping   = (*array)(nil)
	_ starlark.HasSetKey = (*array)(nil)
	_ starlark.Sequence  = (*array)(nil)
	_ starlark.HasBinary = (*array)(nil)
	_ starlark.HasAttrs  = (*array)(nil)
	_ object.Comparer    = (*array)(nil)
	_ object.Container   = (*array)(nil)
	_ object.Hasher      = (*array)(nil)
	_ object.InPlace     = (*array)(nil)
	_ object.Typed       = (*array)(nil)
	_ object.ItemDeleter = (*array)(nil)
	_ builtins.Viewed    = (*array)(nil)
)

// like returns an array of the same type with this memory.
func (a *array) like(b []byte) *array {
	return &array{a.Scalar, builtins.NewBytearray(a.rt.Dialect, b), a.rt, a.kind}
}

// newArray is array(typecode[, initializer]).
func newArray(t *object.Thread, k *kind, args starlark.Tuple) (*array, error) {
	py2 := t.RT.Dialect == syntax.Python2
	if n := len(args); n == 0 || n > 2 {
		how, want := "at least", "1 argument"
		if n > 2 {
			how, want = "at most", "2 arguments"
		}
		return nil, object.TypeError.Errorf("array() takes %s %s (%d given)", how, want, n)
	}
	code, ok := object.AsText(args[0])
	if !ok || len(code) != 1 {
		return nil, object.TypeError.By(
			"array() argument 1 or typecode must be char (string or ascii-unicode with length 1), not "+object.TypeName(args[0]),
			"array() argument 1 must be a unicode character, not "+object.TypeName(args[0]))
	}
	init := starlark.Value(nil)
	if len(args) > 1 {
		init = args[1]
	}
	scalar, known := scalarOf(t.RT.Dialect, code[0])
	_, text := object.Unwrap(init).(*object.Text)
	if _, ok := object.Unwrap(init).(starlark.String); ok && !py2 {
		text = true
	}
	other, isArray := object.Unwrap(init).(*array)
	if !py2 && code != "u" {
		if text {
			return nil, object.TypeError.Errorf("cannot use a str to initialize an array with typecode '%s'", code)
		}
		if isArray && other.Code == 'u' {
			return nil, object.TypeError.Errorf("cannot use a unicode array to initialize an array with typecode '%s'", code)
		}
	}
	if !known {
		list := strings.Split(typecodes(t.RT.Dialect), "")
		return nil, object.ValueError.Errorf("bad typecode (must be %s or d)", strings.Join(list[:len(list)-1], ", "))
	}
	a := &array{scalar, builtins.NewBytearray(t.RT.Dialect, nil), t.RT, k}
	if init == nil {
		return a, nil
	}
	if isArray && other.Code == a.Code {
		a.mem.B = bytes.Clone(other.mem.B)
		return a, nil
	}
	if text && code == "u" {
		s, _ := object.AsText(init)
		return a, a.addText(s)
	}
	var b []byte
	raw := false
	switch x := object.Unwrap(init).(type) {
	case starlark.Bytes:
		b, raw = []byte(x), true
	case starlark.String:
		b, raw = []byte(x), py2
	case *builtins.Bytearray:
		b, raw = x.B, !py2
	}
	if raw {
		return a, a.addBytes(b)
	}
	return a, a.extend(t, init)
}

// canResize fails while a with statement holds a view of the items.
func (a *array) canResize() error {
	if a.mem.CanResize() != nil {
		return object.BufferError.Errorf("cannot resize an array that is exporting buffers")
	}
	return nil
}

func (a *array) addText(s string) error {
	if err := a.canResize(); err != nil {
		return err
	}
	for _, r := range object.Runes(s) {
		a.mem.B = order.AppendUint32(a.mem.B, uint32(r))
	}
	return nil
}

func (a *array) addBytes(b []byte) error {
	if len(b)%a.Size != 0 {
		return object.ValueError.By("string length not a multiple of item size", "bytes length not a multiple of item size")
	}
	if err := a.canResize(); err != nil {
		return err
	}
	a.mem.B = append(a.mem.B, b...)
	return nil
}

// add appends an item.
func (a *array) add(t *object.Thread, v starlark.Value) error {
	var item [8]byte
	if err := a.store(t, item[:a.Size], v); err != nil {
		return err
	}
	if err := a.canResize(); err != nil {
		return err
	}
	a.mem.B = append(a.mem.B, item[:a.Size]...)
	return nil
}

// extend appends all items of an array of the same type, or of an iterable.
func (a *array) extend(t *object.Thread, v starlark.Value) error {
	if other, ok := object.Unwrap(v).(*array); ok && other.Code == a.Code {
		if err := a.canResize(); err != nil {
			return err
		}
		a.mem.B = append(a.mem.B, other.mem.B...)
		return nil
	}
	return builtins.Each(t, v, func(e starlark.Value) error { return a.add(t, e) })
}

// items returns all items.
func (a *array) items() []starlark.Value {
	elems := make([]starlark.Value, a.Len())
	for i := range elems {
		elems[i] = a.load(i)
	}
	return elems
}

// Bytes is the memory itself.
func (a *array) Bytes() []byte { return a.mem.B }

// Writable reports that what Bytes returns may be written to.
func (a *array) Writable() bool { return true }

// View is what a memoryview shows.
func (a *array) View() (*builtins.Bytearray, builtins.Scalar) {
	s := a.Scalar
	if s.Code == 'u' {
		s.Code = 'w'
	}
	return a.mem, s
}

// Len is the number of items.
func (a *array) Len() int { return len(a.mem.B) / a.Size }

// Iterate walks by index.
func (a *array) Iterate() starlark.Iterator { return &iterator{a: a} }

// Walker returns an iterator.
func (a *array) Walker(reverse bool) *object.Iterator {
	a.class.Lookup("__iter__") // which makes the classes
	w, c := &iterator{a: a}, a.iter
	if reverse {
		w.back, c = a.Len(), object.TypesOf(a.rt.Dialect).ByName["reversed"]
	}
	return object.NewIterator(c, w).WithHint(w.Left).Over(a)
}

// An iterator walks by index: forward, or from back on backwards.
type iterator struct {
	a       *array
	i, back int
}

func (it *iterator) Next(p *starlark.Value) bool {
	if it.i >= it.a.Len() {
		return false
	}
	if it.i++; it.back == 0 {
		*p = it.a.load(it.i - 1)
		return true
	}
	at := it.back - it.i
	if at < 0 || at >= it.a.Len() {
		return false
	}
	*p = it.a.load(at)
	return true
}

func (it *iterator) Left() int { return max(it.a.Len()-it.i, 0) }

// Position is the index of what comes next.
func (it *iterator) Position() int {
	if it.back > 0 {
		return it.back - it.i - 1
	}
	return it.i
}

// Seek makes what has that index come next.
func (it *iterator) Seek(i int) {
	if it.back > 0 {
		i = it.back - i - 1
	}
	it.i = max(i, 0)
}
func (it *iterator) Done() {}

func (a *array) position(k starlark.Value, words, wrongType string) (int, error) {
	n, ok, err := object.AsIndex(k)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, object.TypeError.Errorf("%s", wrongType)
	}
	i, ok := n.Int64()
	if i < 0 {
		i += int64(a.Len())
	}
	if !ok || i < 0 || i >= int64(a.Len()) {
		return 0, object.IndexError.Errorf("%s", words)
	}
	return int(i), nil
}

// Get is a[i] and a[i:j].
func (a *array) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		start, _, step, n, err := s.Indices(a.Len())
		if err != nil {
			return nil, false, err
		}
		if step == 1 {
			return a.like(bytes.Clone(a.mem.B[start*a.Size : (start+n)*a.Size])), true, nil
		}
		out := make([]byte, 0, n*a.Size)
		for i := range n {
			at := (start + i*step) * a.Size
			out = append(out, a.mem.B[at:at+a.Size]...)
		}
		return a.like(out), true, nil
	}
	i, err := a.position(k, "array index out of range", "array indices must be integers")
	if err != nil {
		return nil, false, err
	}
	return a.load(i), true, nil
}

// SetKey is a[i] = v, and a[i:j] = array.
func (a *array) SetKey(k, v starlark.Value) error {
	s, ok := k.(*object.Slice)
	if !ok {
		words := "array indices must be integers"
		if a.rt.Dialect == syntax.Python2 {
			words = "array indices must be integer"
		}
		i, err := a.position(k, "array assignment index out of range", words)
		if err != nil {
			return err
		}
		return a.store(a.rt.Current(), a.mem.B[i*a.Size:(i+1)*a.Size], v)
	}
	other, ok := object.Unwrap(v).(*array)
	if !ok {
		return object.TypeError.Errorf("can only assign array (not \"%s\") to array slice", object.TypeName(v))
	}
	if other.Code != a.Code {
		return badArgument()
	}
	start, stop, step, n, err := s.Indices(a.Len())
	if err != nil {
		return err
	}
	from := bytes.Clone(other.mem.B)
	if step == 1 {
		stop = max(start, stop)
		if other.Len() != stop-start {
			if err := a.canResize(); err != nil {
				return err
			}
		}
		a.mem.B = slices.Concat(a.mem.B[:start*a.Size], from, a.mem.B[stop*a.Size:])
		return nil
	}
	if other.Len() != n {
		return object.ValueError.Errorf("attempt to assign array of size %d to extended slice of size %d", other.Len(), n)
	}
	for i := range n {
		copy(a.mem.B[(start+i*step)*a.Size:], from[i*a.Size:(i+1)*a.Size])
	}
	return nil
}

func badArgument() error { return object.TypeError.Errorf("bad argument type for built-in operation") }

// DelKey is del a[i] and del a[i:j].
func (a *array) DelKey(k starlark.Value) error {
	if err := a.canResize(); err != nil {
		return err
	}
	s, ok := k.(*object.Slice)
	if !ok {
		i, err := a.position(k, "array assignment index out of range", "array indices must be integers")
		if err == nil {
			err = a.remove(i)
		}
		return err
	}
	start, _, step, n, err := s.Indices(a.Len())
	if err != nil {
		return err
	}
	gone := make(map[int]bool, n)
	for i := range n {
		gone[start+i*step] = true
	}
	kept := make([]byte, 0, len(a.mem.B))
	for i := range a.Len() {
		if !gone[i] {
			kept = append(kept, a.mem.B[i*a.Size:(i+1)*a.Size]...)
		}
	}
	a.mem.B = kept
	return nil
}

func (a *array) remove(i int) error {
	if err := a.canResize(); err != nil {
		return err
	}
	a.mem.B = slices.Delete(a.mem.B, i*a.Size, (i+1)*a.Size)
	return nil
}

// Has is v in a.
func (a *array) Has(v starlark.Value) (bool, error) {
	i, err := a.find(a.rt.Current(), v, 0, a.Len())
	return i >= 0, err
}

func (a *array) find(t *object.Thread, v starlark.Value, lo, hi int) (int, error) {
	for i := lo; i < min(hi, a.Len()); i++ {
		same, err := builtins.Same(t, a.load(i), v)
		if err != nil {
			return -1, err
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

// Binary is a + array and a * n.
func (a *array) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch {
	case op == starsyntax.PLUS && side == starlark.Left:
		other, ok := object.Unwrap(y).(*array)
		if !ok {
			return nil, object.TypeError.Errorf("can only append array (not \"%s\") to array", object.TypeName(y))
		}
		if other.Code != a.Code {
			return nil, badArgument()
		}
		return a.like(slices.Concat(a.mem.B, other.mem.B)), nil
	case op == starsyntax.STAR:
		b, err := a.repeated(y)
		if b == nil || err != nil {
			if _, asks := y.(starlark.HasBinary); err == nil && side == starlark.Left && !asks {
				err = object.TypeError.Errorf("can't multiply sequence by non-int of type '%s'", object.TypeName(y))
			}
			return nil, err
		}
		return a.like(b), nil
	}
	return nil, nil
}

// repeated is the memory n times, nil if y isn't a number.
func (a *array) repeated(y starlark.Value) ([]byte, error) {
	n, ok, err := object.AsIndex(y)
	if !ok || err != nil {
		return nil, err
	}
	i, ok := n.Int64()
	if n.Sign() <= 0 || len(a.mem.B) == 0 {
		return []byte{}, nil
	}
	if !ok || i > builtins.MaxAlloc/int64(len(a.mem.B)) {
		return nil, object.MemoryError.New()
	}
	return bytes.Repeat(a.mem.B, int(i)), nil
}

// Augment is a += array and a *= n.
func (a *array) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	switch op {
	case starsyntax.PLUS:
		other, ok := object.Unwrap(y).(*array)
		if !ok {
			return nil, object.TypeError.Errorf("can only extend array with array (not \"%s\")", object.TypeName(y))
		}
		if other.Code != a.Code {
			return nil, object.TypeError.Errorf("can only extend with array of same kind")
		}
		return a, a.extend(a.rt.Current(), other)
	case starsyntax.STAR:
		b, err := a.repeated(y)
		if err != nil {
			return nil, err
		}
		if b == nil {
			return nil, object.TypeError.Errorf("can't multiply sequence by non-int of type '%s'", object.TypeName(y))
		}
		if err := a.canResize(); err != nil {
			return nil, err
		}
		a.mem.B = b
		return a, nil
	}
	return nil, nil
}

// RichCompare compares the items with those of another array.
func (a *array) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	other, ok := object.Unwrap(y).(*array)
	if !ok {
		return nil, nil
	}
	return object.Compare(a.rt.Dialect, op, object.NewList(a.items()), object.NewList(other.items()))
}

// Class returns array.array.
func (a *array) Class() *object.Class { return a.class }

// Attr returns an attribute or bound method.
func (a *array) Attr(name string) (starlark.Value, error) { return object.BindAttr(a, name) }

// AttrNames lists the attributes.
func (a *array) AttrNames() []string { return a.class.AttrNames() }

// Type returns the name of the type.
func (a *array) Type() string { return "array.array" }

// Freeze does nothing.
func (a *array) Freeze() {}

// Truth reports whether there are items.
func (a *array) Truth() starlark.Bool { return len(a.mem.B) > 0 }

// Hash fails: arrays are mutable.
func (a *array) Hash() (uint32, error) { return 0, object.Unhashable("array.array") }

// PyHash fails.
func (a *array) PyHash() (uint64, error) { return 0, object.Unhashable("array.array") }

// String returns the repr.
func (a *array) String() string { return a.Repr(a.rt.Dialect) }

// Repr is array('i', [1, 2]).
func (a *array) Repr(d syntax.Dialect) string { return a.ReprAs("array", d) }

// ReprAs is the repr of an instance of a class that derives from array.
func (a *array) ReprAs(name string, d syntax.Dialect) string {
	if d == syntax.Python2 {
		name = "array"
	}
	s := name + "('" + string(a.Code)
	switch {
	case a.Len() == 0:
		return s + "')"
	case a.Code == 'u' || a.Code == 'c':
		return s + "', " + object.Repr(d, a.text()) + ")"
	}
	return s + "', " + object.Repr(d, object.NewList(a.items())) + ")"
}

// text is the contents of an array of characters.
func (a *array) text() starlark.Value {
	if a.Code == 'c' {
		return starlark.String(a.mem.B)
	}
	var b []byte
	for i := range a.Len() {
		b = object.AppendRune(b, rune(order.Uint32(a.mem.B[4*i:])))
	}
	return a.rt.Unicode(string(b))
}

// Weak returns what a weak reference holds.
func (a *array) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(a) }

// Own returns nil: there are no attributes but the class's.
func (a *array) Own(string) starlark.Value { return nil }
