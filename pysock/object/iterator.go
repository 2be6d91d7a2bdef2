package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Nexter is a value that next() takes: an Iterator, a generator, a file.
type Nexter interface {
	starlark.Value
	// NextValue returns the next value, or nil, nil where Python's method
	// would raise StopIteration.
	NextValue(t *Thread) (starlark.Value, error)
}

// An Iterator is what iter() returns, and what zip, map and their like are in
// Python 3. It is iterable itself, and all loops over it share its position.
type Iterator struct {
	class *Class
	src   starlark.Iterator
	done  bool
	hint  func() int // how many are left, if that is known
	over  starlark.Value
}

// A Positioned source of an iterator walks something by index.
type Positioned interface {
	starlark.Iterator
	// Position is the index of what comes next.
	Position() int
	// Seek makes what has that index come next.
	Seek(i int)
}

var (
	_ Nexter            = (*Iterator)(nil)
	_ starlark.Iterable = (*Iterator)(nil)
	_ attributed        = (*Iterator)(nil)
)

// NewIterator returns an iterator of type c over src. Where src has a method
// Err, it is asked why src stopped; the iterator may be asked again then.
func NewIterator(c *Class, src starlark.Iterator) *Iterator { return &Iterator{class: c, src: src} }

// WithHint sets what operator.length_hint returns.
func (it *Iterator) WithHint(hint func() int) *Iterator {
	it.hint = hint
	return it
}

// Hint returns how many values are left, or -1 if that isn't known.
func (it *Iterator) Hint() int {
	switch {
	case it.done:
		return 0
	case it.hint == nil:
		return -1
	}
	return it.hint()
}

// Close ends the iterator.
func (it *Iterator) Close() { it.done = true }

// Over tells what the iterator walks, for Of to return.
func (it *Iterator) Over(v starlark.Value) *Iterator {
	it.over = v
	return it
}

// Of returns what the iterator walks; nil if that isn't known.
func (it *Iterator) Of() starlark.Value { return it.over }

// Ended reports whether the iterator has come to its end.
func (it *Iterator) Ended() bool { return it.done }

// Source returns what the iterator was made of.
func (it *Iterator) Source() starlark.Iterator { return it.src }

// NextValue returns the next value, or nil at the end, which is final.
func (it *Iterator) NextValue(t *Thread) (starlark.Value, error) {
	if it.done {
		return nil, nil
	}
	var v starlark.Value
	if it.src.Next(&v) {
		return v, nil
	}
	if f, ok := it.src.(failing); ok {
		if err := f.Err(); err != nil {
			return nil, err
		}
	}
	if t != nil {
		if err := t.Failed(); err != nil {
			return nil, err
		}
	}
	it.done = true
	it.src.Done()
	return nil, nil
}

// Iterate returns a view of the iterator: what one loop takes, the next one
// doesn't see.
func (it *Iterator) Iterate() starlark.Iterator { return &cursor{it: it} }

type cursor struct {
	it  *Iterator
	err error
}

func (c *cursor) Next(p *starlark.Value) bool {
	v, err := c.it.NextValue(nil)
	if err != nil && Is(err, StopIteration, c.it.class.dialect()) {
		err = nil // raised by what the iterator calls: it ends a loop as well
	}
	c.err = err
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (c *cursor) Err() error { return c.err }
func (c *cursor) Done()      { c.it = nil } // see walked

// Class returns the iterator's type.
func (it *Iterator) Class() *Class { return it.class }

// String returns the repr.
func (it *Iterator) String() string { return it.Repr(syntax.Python3) }

// Repr returns <list_iterator object at 0x...>, or what the source says.
func (it *Iterator) Repr(d syntax.Dialect) string {
	if r, ok := it.src.(Reprer); ok {
		return r.Repr(d)
	}
	return sprintf("<%s object at 0x%x>", it.class.QualifiedName(), ID(it))
}

// Type returns the name of the iterator's type.
func (it *Iterator) Type() string { return it.class.TypeName() }

// Freeze does nothing.
func (it *Iterator) Freeze() {}

// Truth returns true.
func (it *Iterator) Truth() starlark.Bool { return true }

// Hash returns a hash of the identity.
func (it *Iterator) Hash() (uint32, error) { return identity(it), nil }

// Attr returns a bound method.
func (it *Iterator) Attr(name string) (starlark.Value, error) { return BindAttr(it, name) }

// AttrNames lists the methods.
func (it *Iterator) AttrNames() []string { return it.class.AttrNames() }
