package builtins

import (
	"bytes"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Bytearray is Python's bytearray.
type Bytearray struct {
	object.NoOwn
	B    []byte
	d    syntax.Dialect
	held int // how many with statements hold a view of the bytes
}

var (
	_ object.BytesLike   = (*Bytearray)(nil)
	_ starlark.Mapping   = (*Bytearray)(nil)
	_ starlark.HasSetKey = (*Bytearray)(nil)
	_ starlark.Sequence  = (*Bytearray)(nil)
	_ starlark.HasBinary = (*Bytearray)(nil)
	_ starlark.HasAttrs  = (*Bytearray)(nil)
	_ object.Comparer    = (*Bytearray)(nil)
	_ object.InPlace     = (*Bytearray)(nil)
	_ object.Strer       = (*Bytearray)(nil)
)

// NewBytearray returns a bytearray of dialect d that keeps b.
func NewBytearray(d syntax.Dialect, b []byte) *Bytearray { return &Bytearray{B: b, d: d} }

// Bytes returns the bytes themselves.
func (a *Bytearray) Bytes() []byte { return a.B }

// Writable reports that what Bytes returns may be written to.
func (a *Bytearray) Writable() bool { return true }

// SetBytes replaces the contents; len(b) may differ from Len.
func (a *Bytearray) SetBytes(b []byte) { a.B = b }

// CanResize fails while a with statement holds a view of the bytes. Views that
// are held by names alone aren't counted: nothing tells when they are dropped.
func (a *Bytearray) CanResize() error {
	if a.held > 0 {
		return errExported()
	}
	return nil
}

func errExported() error {
	return object.BufferError.Errorf("Existing exports of data: object cannot be re-sized")
}

// fits fails if a can't get n bytes in the place of what it has, where v is what they
// come from: a view of a keeps it from growing and shrinking, too.
func (a *Bytearray) fits(n int, v starlark.Value) error {
	if n == len(a.B) {
		return nil
	}
	if m, ok := v.(*Memoryview); ok && m.array == a && !m.released {
		return errExported()
	}
	return a.CanResize()
}

// Class returns bytearray.
func (a *Bytearray) Class() *object.Class { return object.TypesOf(a.d).Bytearray }

// String returns the repr.
func (a *Bytearray) String() string { return a.Repr(a.d) }

// Repr returns bytearray(b'...').
func (a *Bytearray) Repr(d syntax.Dialect) string { return a.ReprAs("bytearray", d) }

// ReprAs is the repr of a bytearray of a class of that name, which Python 2
// doesn't show.
func (a *Bytearray) ReprAs(name string, d syntax.Dialect) string {
	if d == syntax.Python2 {
		name = "bytearray"
	}
	q := object.QuoteBytes(string(a.B))
	if q[0] == '"' { // CPython escapes the single quotes inside all the same
		q = strings.ReplaceAll(q, "'", `\'`)
	}
	return name + "(b" + q + ")"
}

// Str is the contents in Python 2, the repr in Python 3.
func (a *Bytearray) Str(d syntax.Dialect) string {
	if d == syntax.Python2 {
		return string(a.B)
	}
	return a.Repr(d)
}

// Type returns "bytearray".
func (a *Bytearray) Type() string { return "bytearray" }

// Freeze does nothing.
func (a *Bytearray) Freeze() {}

// Truth reports whether it isn't empty.
func (a *Bytearray) Truth() starlark.Bool { return len(a.B) > 0 }

// Hash fails: it is mutable.
func (a *Bytearray) Hash() (uint32, error) { return 0, object.Unhashable("bytearray") }

// Len returns the number of bytes.
func (a *Bytearray) Len() int { return len(a.B) }

// Iterate walks the bytes as numbers, by index.
func (a *Bytearray) Iterate() starlark.Iterator { return &bytearrayIterator{a: a} }

type bytearrayIterator struct {
	a *Bytearray
	i int
}

func (it *bytearrayIterator) Next(p *starlark.Value) bool {
	if it.i >= len(it.a.B) {
		return false
	}
	*p = starlark.MakeInt(int(it.a.B[it.i]))
	it.i++
	return true
}

func (it *bytearrayIterator) Left() int     { return max(len(it.a.B)-it.i, 0) }
func (it *bytearrayIterator) Done()         {}
func (it *bytearrayIterator) Position() int { return it.i }
func (it *bytearrayIterator) Seek(i int)    { it.i = min(i, len(it.a.B)) }

func (a *Bytearray) index(k starlark.Value, words2 string) (int, error) {
	if _, ok, err := object.AsIndex(k); !ok && err == nil && a.d == syntax.Python2 {
		return 0, object.TypeError.Errorf("%s", words2)
	}
	return object.Index("bytearray", k, len(a.B), "bytearray index out of range")
}

// Get is a[i] or a[i:j].
func (a *Bytearray) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		b, err := cutBytes(a.B, s)
		return NewBytearray(a.d, b), err == nil, err
	}
	i, err := a.index(k, "bytearray indices must be integers")
	if err != nil {
		return nil, false, err
	}
	return starlark.MakeInt(int(a.B[i])), true, nil
}

// cutBytes returns a copy of what a slice selects.
func cutBytes(b []byte, s *object.Slice) ([]byte, error) {
	start, _, step, n, err := s.Indices(len(b))
	if err != nil {
		return nil, err
	}
	out := make([]byte, n)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return out, nil
}

// element is a byte to be stored.
func (a *Bytearray) element(v starlark.Value) (byte, error) {
	n, ok, err := object.AsIndex(v)
	if err != nil && !(a.d == syntax.Python2 && object.Is(err, object.TypeError, a.d)) {
		return 0, err
	}
	if !ok {
		if s, isStr := v.(starlark.String); isStr && a.d == syntax.Python2 {
			if len(s) == 1 {
				return s[0], nil
			}
			return 0, object.ValueError.Errorf("string must be of size 1")
		}
		return 0, object.TypeError.By("an integer or string of size 1 is required",
			sprintf("'%s' object cannot be interpreted as an integer", object.TypeName(v)))
	}
	return byteOf(n)
}

// SetKey is a[i] = v and a[i:j] = v.
func (a *Bytearray) SetKey(k, v starlark.Value) error {
	if s, ok := k.(*object.Slice); ok {
		return a.splice(s, v)
	}
	var b byte
	n, isIndex, err := object.AsIndex(k)
	if _, isInt := object.AsInt(k); isIndex && !isInt {
		k = n
	}
	_, fits := n.Int64()
	early := isIndex && fits && a.d != syntax.Python2 // its __index__ may change the size
	if early && err == nil {
		b, err = a.element(v)
	}
	if err != nil {
		return err
	}
	i, err := a.index(k, "bytearray indices must be integer")
	if err == nil && !early {
		b, err = a.element(v)
	}
	if err == nil {
		a.B[i] = b
	}
	return err
}

func (a *Bytearray) splice(s *object.Slice, v starlark.Value) error {
	u, isText := v.(*object.Text)
	if _, isStr := v.(starlark.String); IsNumber(a.d, v) || isText && (u.IsUnicode() || a.d == syntax.Python3) || isStr && a.d == syntax.Python3 {
		return object.TypeError.Errorf("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
	}
	b, err := a.contents(nil, v, "cannot convert '%s' object to bytearray")
	if err != nil {
		return err
	}
	start, stop, step, n, err := s.Indices(len(a.B))
	if err != nil {
		return err
	}
	if step == 1 {
		stop = max(start, stop)
		if err := a.fits(len(a.B)+len(b)-(stop-start), v); err != nil {
			return err
		}
		a.B = append(append(append(make([]byte, 0, len(a.B)+len(b)), a.B[:start]...), b...), a.B[stop:]...)
		return nil
	}
	if len(b) == 0 {
		return a.DelKey(s)
	}
	if len(b) != n {
		return object.ValueError.Errorf("attempt to assign bytes of size %d to extended slice of size %d", len(b), n)
	}
	for i := range b {
		a.B[start+i*step] = b[i]
	}
	return nil
}

// DelKey is del a[i].
func (a *Bytearray) DelKey(k starlark.Value) error {
	if err := a.CanResize(); err != nil {
		return err
	}
	s, ok := k.(*object.Slice)
	if !ok {
		i, err := a.index(k, "bytearray indices must be integer")
		if err == nil {
			a.B = append(a.B[:i], a.B[i+1:]...)
		}
		return err
	}
	start, _, step, n, err := s.Indices(len(a.B))
	if err != nil {
		return err
	}
	gone := make(map[int]bool, n)
	for i := range n {
		gone[start+i*step] = true
	}
	var kept []byte
	for i, b := range a.B {
		if !gone[i] {
			kept = append(kept, b)
		}
	}
	a.B = kept
	return nil
}

// contents returns the bytes of what is assigned or appended: bytes-like, or an
// iterable of numbers; words3 is what Python 3 says of what isn't one.
func (a *Bytearray) contents(t *object.Thread, v starlark.Value, words3 string) ([]byte, error) {
	if err := object.CheckBuffer(v, false); err != nil {
		return nil, err
	}
	if b, ok := object.AsBytes(v); ok {
		return bytes.Clone(b), nil
	}
	if s, ok := v.(starlark.String); ok && a.d == syntax.Python2 {
		return []byte(s), nil
	}
	var b []byte
	add := func(e starlark.Value) error {
		c, err := a.element(e)
		b = append(b, c)
		return err
	}
	if t == nil {
		if a.d == syntax.Python3 && !isIterable(v) {
			return nil, object.TypeError.Errorf(words3, object.TypeName(v))
		}
		elems, err := object.Elements(nil, v)
		for _, e := range elems {
			if err == nil {
				err = add(e)
			}
		}
		return b, err
	}
	it, err := iterate(t, v)
	if err != nil && a.d == syntax.Python3 && isKind(t, err, object.TypeError) {
		err = object.TypeError.Errorf(words3, object.TypeName(v))
	}
	if err != nil {
		return nil, err
	}
	defer it.done()
	if words3 != "" {
		if err := askLength(t, v); err != nil {
			return nil, err
		}
	}
	for {
		e, err := it.next()
		if e == nil || err != nil {
			return b, err
		}
		if err := add(e); err != nil {
			return nil, err
		}
	}
}

// Binary is + and *. What comes first decides the type of the sum.
func (a *Bytearray) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch op {
	case starsyntax.PLUS:
		b, ok := object.AsBytes(y)
		if s, isStr := object.Unwrap(y).(starlark.String); isStr && a.d == syntax.Python2 {
			b, ok = []byte(s), true
		}
		_, isBytes := y.(starlark.Bytes)
		switch {
		case ok && side == starlark.Left:
			return NewBytearray(a.d, append(bytes.Clone(a.B), b...)), nil
		case ok && isBytes:
			return starlark.Bytes(string(b) + string(a.B)), nil
		case ok:
			return NewBytearray(a.d, append(bytes.Clone(b), a.B...)), nil
		}
	case starsyntax.STAR:
		if n, ok := object.AsInt(y); ok {
			b, err := repeatBytes(a.B, n)
			if err != nil {
				return nil, err
			}
			return NewBytearray(a.d, b), nil
		}
	}
	return nil, nil
}

func repeatBytes(b []byte, n starlark.Int) ([]byte, error) {
	i, ok := n.Int64()
	if !ok {
		return nil, object.OverflowError.By("cannot fit 'long' into an index-sized integer", "cannot fit 'int' into an index-sized integer")
	}
	if i <= 0 || len(b) == 0 {
		return nil, nil
	}
	if i > maxAlloc {
		return nil, object.MemoryError.New()
	}
	if err := room(int(i), len(b)); err != nil {
		return nil, err
	}
	return bytes.Repeat(b, int(i)), nil
}

// Augment is += and *=.
func (a *Bytearray) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	if op == starsyntax.STAR { // y may have an __index__
		n, ok, err := object.AsIndex(y)
		if err != nil {
			return nil, err
		} else if ok {
			y = n
		}
	}
	r, err := a.Binary(op, y, starlark.Left)
	if r, ok := r.(*Bytearray); ok && err == nil {
		if err := a.fits(len(r.B), y); err != nil {
			return nil, err
		}
		if op == starsyntax.PLUS && object.Unwrap(y) == starlark.Value(a) && len(r.B) != len(a.B) { // it reads itself while it grows
			return nil, errExported()
		}
		a.B = r.B
		return a, nil
	}
	return r, err
}

// RichCompare compares with everything that has bytes.
func (a *Bytearray) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	return compareBytes(a.d, op, a.B, y)
}

func compareBytes(d syntax.Dialect, op syntax.CmpOp, a []byte, y starlark.Value) (starlark.Value, error) {
	y = object.Unwrap(y)
	b, ok := object.AsBytes(y)
	if s, isStr := y.(starlark.String); isStr && d == syntax.Python2 {
		b, ok = []byte(s), true
	}
	if !ok {
		return nil, nil
	}
	return object.Truthy(holds(op, bytes.Compare(a, b))), nil
}

// holds tells what op says of the sign of a comparison.
func holds(op syntax.CmpOp, c int) bool {
	switch op {
	case syntax.Eq:
		return c == 0
	case syntax.NotEq:
		return c != 0
	case syntax.Lt:
		return c < 0
	case syntax.LtE:
		return c <= 0
	case syntax.Gt:
		return c > 0
	}
	return c >= 0
}

// Attr returns a bound method.
func (a *Bytearray) Attr(name string) (starlark.Value, error) { return object.BindAttr(a, name) }

// AttrNames lists the methods.
func (a *Bytearray) AttrNames() []string { return a.Class().AttrNames() }

var bytearrayMethods = map[string]method{
	"append": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("bytearray", "append", args, kwargs); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		b, err := a.element(args[0])
		if err == nil {
			err = a.CanResize()
		}
		if err == nil {
			a.B = append(a.B, b)
		}
		return none(err)
	},
	"extend": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("bytearray", "extend", args, kwargs); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		b, err := a.contents(t, args[0], "can't extend bytearray with %s")
		if err == nil {
			err = a.fits(len(a.B)+len(b), args[0])
		}
		if err == nil {
			a.B = append(a.B, b...)
		}
		return none(err)
	},
	"insert": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := clinic("bytearray", "insert", args, kwargs, 2, 2); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		i, err := size(t, args[0])
		if err != nil {
			return nil, err
		}
		b, err := a.element(args[1])
		if err != nil {
			return nil, err
		}
		if err := a.CanResize(); err != nil {
			return nil, err
		}
		i = insertAt(i, len(a.B))
		a.B = append(a.B, 0)
		copy(a.B[i+1:], a.B[i:])
		a.B[i] = b
		return starlark.None, nil
	},
	"pop": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := clinic("bytearray", "pop", args, kwargs, 0, 1); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		i, err := popAt(t, args, len(a.B), "bytearray")
		if err != nil {
			return nil, err
		}
		if err := a.CanResize(); err != nil {
			return nil, err
		}
		b := a.B[i]
		a.B = append(a.B[:i], a.B[i+1:]...)
		return starlark.MakeInt(int(b)), nil
	},
	"remove": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("bytearray", "remove", args, kwargs); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		b, err := a.element(args[0])
		if err != nil {
			return nil, err
		}
		i := bytes.IndexByte(a.B, b)
		if i < 0 {
			return nil, object.ValueError.Errorf("value not found in bytearray")
		}
		if err := a.CanResize(); err != nil {
			return nil, err
		}
		a.B = append(a.B[:i], a.B[i+1:]...)
		return starlark.None, nil
	},
	"reverse": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("bytearray", "reverse", args, kwargs); err != nil {
			return nil, err
		}
		b := self.(*Bytearray).B
		for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
			b[i], b[j] = b[j], b[i]
		}
		return starlark.None, nil
	},
}

var bytearrayMethods3 = map[string]method{
	"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		a := self.(*Bytearray)
		return NewBytearray(a.d, bytes.Clone(a.B)), noArgs("bytearray", "copy", args, kwargs)
	},
	"clear": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("bytearray", "clear", args, kwargs); err != nil {
			return nil, err
		}
		a := self.(*Bytearray)
		if err := a.CanResize(); err != nil {
			return nil, err
		}
		a.B = nil
		return starlark.None, nil
	},
}

// insertAt clamps an index as insert does.
func insertAt(i, n int) int {
	if i < 0 {
		i = max(i+n, 0)
	}
	return min(i, n)
}

// popAt takes the optional index of pop.
func popAt(t *object.Thread, args starlark.Tuple, n int, typ string) (int, error) {
	i := -1
	if len(args) == 1 {
		var err error
		if i, err = size(t, args[0]); err != nil {
			return 0, err
		}
	}
	if n == 0 {
		return 0, object.IndexError.Errorf("pop from empty %s", typ)
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return 0, object.IndexError.Errorf("pop index out of range")
	}
	return i, nil
}
