package pycollections

import (
	"fmt"
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A kind is what the deques of a runtime share: their class, and those of their
// iterators.
type kind struct {
	class     *object.Class
	iterators [2]*object.Class // forward and reversed
}

// A deque is collections.deque(iterable=(), maxlen=None).
type deque struct {
	object.NoOwn
	ring
	*kind
	rt       *object.Runtime
	maxlen   int // -1 for none
	changes  int // counts them, so that an iterator notices
	printing bool
}

var (
	_ starlark.Mapping   = (*deque)(nil)
	_ starlark.HasSetKey = (*deque)(nil)
	_ starlark.Sequence  = (*deque)(nil)
	_ starlark.HasBinary = (*deque)(nil)
	_ starlark.HasAttrs  = (*deque)(nil)
	_ object.Comparer    = (*deque)(nil)
	_ object.Container   = (*deque)(nil)
	_ object.Hasher      = (*deque)(nil)
	_ object.InPlace     = (*deque)(nil)
	_ object.Typed       = (*deque)(nil)
	_ object.ItemDeleter = (*deque)(nil)
)

// push adds at the back; pushLeft at the front. A deque at its limit drops one
// at the other end.
func (d *deque) push(v starlark.Value) {
	if d.maxlen == 0 {
		return
	}
	d.changes++
	if d.n == d.maxlen {
		d.popFront()
	}
	d.pushBack(v)
}

func (d *deque) pushLeft(v starlark.Value) {
	if d.maxlen == 0 {
		return
	}
	d.changes++
	if d.n == d.maxlen {
		d.popBack()
	}
	d.pushFront(v)
}

// extend adds all elements of an iterable, which may be the deque itself.
func (d *deque) extend(t *object.Thread, v starlark.Value, push func(starlark.Value)) error {
	if own, ok := object.Unwrap(v).(*deque); ok && own == d {
		for _, e := range d.slice() {
			push(e)
		}
		return nil
	}
	return builtins.Each(t, v, func(e starlark.Value) error { push(e); return nil })
}

// copy returns a deque of these elements with the same limit.
func (d *deque) copy(elems []starlark.Value) *deque {
	c := &deque{kind: d.kind, rt: d.rt, maxlen: d.maxlen}
	for _, e := range elems {
		c.push(e)
	}
	return c
}

// find returns the position of v from lo to below hi, or -1.
func (d *deque) find(t *object.Thread, v starlark.Value, lo, hi int, what string) (int, error) {
	before := d.changes
	for i := lo; i < min(hi, d.n); i++ {
		same, err := builtins.Same(t, *d.at(i), v)
		if err != nil {
			return -1, err
		}
		if d.changes != before {
			if what == "remove()" {
				return -1, object.IndexError.Errorf("deque mutated during remove().")
			}
			return -1, object.RuntimeError.Errorf("deque mutated during iteration")
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

// Referents visits the elements.
func (d *deque) Referents(visit func(starlark.Value)) {
	for i := range d.n {
		visit(*d.at(i))
	}
}

// Len returns the length.
func (d *deque) Len() int { return d.n }

// Has is v in d.
func (d *deque) Has(v starlark.Value) (bool, error) {
	i, err := d.find(d.rt.Current(), v, 0, d.n, "")
	return i >= 0, err
}

// position takes an index.
func (d *deque) position(k starlark.Value) (int, error) {
	n, ok := object.AsInt(k)
	if !ok {
		if object.SpecialMethod(k, "__index__") == nil {
			return 0, object.TypeError.Errorf("sequence index must be integer, not '%s'", object.TypeName(k))
		}
		var err error
		if n, err = builtins.Index(d.rt.Current(), k); err != nil {
			return 0, err
		}
	}
	i, ok := n.Int64()
	if !ok {
		return 0, object.IndexError.By("cannot fit 'long' into an index-sized integer", "cannot fit 'int' into an index-sized integer")
	}
	if i < 0 {
		i += int64(d.n)
	}
	if i < 0 || i >= int64(d.n) {
		return 0, object.IndexError.Errorf("deque index out of range")
	}
	return int(i), nil
}

// Get is d[k].
func (d *deque) Get(k starlark.Value) (starlark.Value, bool, error) {
	i, err := d.position(k)
	if err != nil {
		return nil, false, err
	}
	return *d.at(i), true, nil
}

// SetKey is d[k] = v.
func (d *deque) SetKey(k, v starlark.Value) error {
	i, err := d.position(k)
	if err == nil {
		*d.at(i) = v
	}
	return err
}

// DelKey is del d[k].
func (d *deque) DelKey(k starlark.Value) error {
	i, err := d.position(k)
	if err == nil {
		d.changes++
		d.remove(i)
	}
	return err
}

// Iterate walks the deque; a change on the way makes it fail.
func (d *deque) Iterate() starlark.Iterator { return d.walk(false) }

func (d *deque) walk(reverse bool) *walker {
	return &walker{d: d, changes: d.changes, reverse: reverse}
}

// Walker returns an iterator.
func (d *deque) Walker(reverse bool) *object.Iterator {
	w, i := d.walk(reverse), 0
	if reverse {
		i = 1
	}
	d.class.Lookup("__iter__") // which makes the classes
	return object.NewIterator(d.iterators[i], w).WithHint(w.Left)
}

// A walker is an iterator over a deque.
type walker struct {
	d          *deque
	i, changes int
	reverse    bool
	err        error
}

func (w *walker) Next(p *starlark.Value) bool {
	if w.changes != w.d.changes {
		w.err = object.RuntimeError.Errorf("deque mutated during iteration")
		return false
	}
	if w.i >= w.d.n {
		return false
	}
	i := w.i
	if w.reverse {
		i = w.d.n - 1 - i
	}
	*p = *w.d.at(i)
	w.i++
	return true
}

func (w *walker) Err() error { return w.err }
func (w *walker) Done()      {}
func (w *walker) Left() int  { return max(w.d.n-w.i, 0) }

// RichCompare compares deques as lists are compared.
func (d *deque) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := object.Unwrap(y).(*deque)
	if !ok {
		return nil, nil
	}
	return object.Compare(d.rt.Dialect, op, object.NewList(d.slice()), object.NewList(o.slice()))
}

// EqualTo compares the elements.
func (d *deque) EqualTo(y starlark.Value, depth int) (same, known bool, err error) {
	o, ok := object.Unwrap(y).(*deque)
	if ok {
		same, err = object.EqualElems(d.slice(), o.slice(), depth+1)
	}
	return same, ok, err
}

// Binary is d + deque and d * n, in Python 3.
func (d *deque) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if d.rt.Dialect == syntax.Python2 {
		return nil, nil
	}
	switch {
	case op == starsyntax.PLUS && side == starlark.Left:
		o, ok := object.Unwrap(y).(*deque)
		if !ok {
			return nil, object.TypeError.Errorf("can only concatenate deque (not \"%s\") to deque", object.TypeName(y))
		}
		return d.copy(append(d.slice(), o.slice()...)), nil
	case op == starsyntax.STAR:
		n, ok, err := object.AsIndex(y)
		if err != nil {
			return nil, err
		}
		if !ok {
			if _, asks := y.(starlark.HasBinary); asks || side == starlark.Right {
				return nil, nil
			}
			return nil, object.TypeError.Errorf("can't multiply sequence by non-int of type '%s'", object.TypeName(y))
		}
		times, err := builtins.Size(d.rt.Current(), n)
		if err != nil {
			return nil, err
		}
		c := d.copy(nil)
		return c, c.repeat(d.slice(), times)
	}
	return nil, nil
}

// repeat appends elems that many times.
func (d *deque) repeat(elems []starlark.Value, times int) error {
	if times > 0 && len(elems) > 1<<26/times {
		if d.maxlen < 0 {
			return object.MemoryError.New()
		}
		times = d.maxlen/len(elems) + 1
	}
	for range max(times, 0) {
		for _, e := range elems {
			d.push(e)
		}
	}
	return nil
}

// Augment is d += iterable and d *= n.
func (d *deque) Augment(op starsyntax.Token, y starlark.Value) (starlark.Value, error) {
	t := d.rt.Current()
	switch {
	case op == starsyntax.PLUS:
		return d, d.extend(t, y, d.push)
	case op == starsyntax.STAR && t.RT.Dialect != syntax.Python2:
		times, err := builtins.Size(t, y)
		if err != nil {
			return nil, err
		}
		elems := d.slice()
		d.clear()
		return d, d.repeat(elems, times)
	}
	return nil, nil
}

func (d *deque) clear() {
	d.ring = ring{}
	d.changes++
}

// Class returns collections.deque.
func (d *deque) Class() *object.Class { return d.class }

// Attr returns a bound method.
func (d *deque) Attr(name string) (starlark.Value, error) { return object.BindAttr(d, name) }

// AttrNames lists the methods.
func (d *deque) AttrNames() []string { return d.class.AttrNames() }

// Type returns the name of the type.
func (d *deque) Type() string { return "collections.deque" }

// Freeze does nothing.
func (d *deque) Freeze() {}

// Truth reports whether the deque isn't empty.
func (d *deque) Truth() starlark.Bool { return d.n > 0 }

// Hash fails: deques are mutable.
func (d *deque) Hash() (uint32, error) { return 0, object.Unhashable("collections.deque") }

// PyHash fails.
func (d *deque) PyHash() (uint64, error) { return 0, object.Unhashable("collections.deque") }

// String returns the repr as Python 3 prints it.
func (d *deque) String() string { return d.Repr(syntax.Python3) }

// Repr is deque([...]) or deque([...], maxlen=n).
func (d *deque) Repr(dialect syntax.Dialect) string { return d.ReprAs("deque", dialect) }

// ReprAs is the repr of an instance of a class that derives from deque.
func (d *deque) ReprAs(name string, dialect syntax.Dialect) string {
	if dialect == syntax.Python2 {
		name = "deque"
	}
	if d.printing {
		return "[...]"
	}
	d.printing = true
	defer func() { d.printing = false }()
	var b strings.Builder
	b.WriteString(name + "(" + object.Repr(dialect, object.NewList(d.slice())))
	if d.maxlen >= 0 {
		fmt.Fprintf(&b, ", maxlen=%d", d.maxlen)
	}
	return b.String() + ")"
}

// Weak returns what a weak reference holds.
func (d *deque) Weak() (key any, get func() starlark.Value) { return object.WeakPointer(d) }

// Append is append(v), for Go code.
func (d *deque) Append(v starlark.Value) { d.push(v) }

// PopLeft is popleft() of a deque that isn't empty, for Go code.
func (d *deque) PopLeft() starlark.Value {
	d.changes++
	return d.popFront()
}
