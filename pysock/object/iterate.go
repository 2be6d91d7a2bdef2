package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// An Iterator that can fail tells why it stopped.
type failing interface{ Err() error }

// Iterable returns something that Starlark can iterate over as Python would
// iterate over v: strings by character, bytes by number.
func Iterable(v starlark.Value) (starlark.Iterable, error) {
	switch v := v.(type) {
	case *Instance:
		return v, v.iterates()
	case *Generator:
		if v.flavour == plainGenerator {
			return v, nil
		}
	case *Class:
		return v, v.iterates()
	case *Exception:
		return v, v.iterates()
	case BytesLike:
		if x, ok := v.(starlark.Iterable); ok {
			return x, CheckBuffer(v, false)
		}
	case starlark.Iterable:
		return v, nil
	case starlark.String:
		return sequence{v}, nil
	case *Text:
		return textIterable{v}, nil
	case starlark.Bytes:
		return sequence{byteNumbers(v)}, nil
	}
	return nil, TypeError.Errorf("'%s' object is not iterable", TypeName(v))
}

// Iterate returns an iterator over v. A failure on the way is passed to
// t.Fail, so that it ends the Starlark code which iterates.
func (t *Thread) Iterate(v starlark.Value) (starlark.Iterator, error) {
	it, err := Iterable(v)
	if err != nil {
		return nil, err
	}
	return it.Iterate(), nil
}

// Elements returns all that iterating over v gives; with an error, what came
// before it. t may be nil where v can't run code of a script.
func Elements(t *Thread, v starlark.Value) ([]starlark.Value, error) {
	switch v := v.(type) {
	case *List:
		return append([]starlark.Value(nil), v.Elems...), nil
	case starlark.Tuple:
		return append([]starlark.Value(nil), v...), nil
	}
	x, err := Iterable(v)
	if err != nil {
		return nil, err
	}
	it := x.Iterate()
	defer it.Done()
	var elems []starlark.Value
	var e starlark.Value
	for it.Next(&e) {
		elems = append(elems, e)
	}
	if f, ok := it.(failing); ok && f.Err() != nil {
		return elems, f.Err()
	}
	if t != nil {
		return elems, t.Failed()
	}
	return elems, nil
}

// Guarded wraps an iterable so that an error of its iterator ends the Starlark
// code that runs the loop.
func (t *Thread) Guarded(v starlark.Iterable) starlark.Iterable {
	switch x := v.(type) {
	case *List, starlark.Tuple, sequence, textIterable:
		return v // can't fail
	case *Generator:
		if x.fresh() {
			v = ownedGenerator{x}
		}
	}
	return guarded{v, t}
}

type guarded struct {
	starlark.Iterable
	t *Thread
}

func (g guarded) Iterate() starlark.Iterator {
	it := g.Iterable.Iterate()
	if f, ok := it.(failing); ok {
		return &guardedIterator{it, f, g.t}
	}
	return it
}

type guardedIterator struct {
	starlark.Iterator
	f failing
	t *Thread
}

// Done lets go of what was walked; see walked.
func (it *guardedIterator) Done() {
	it.Iterator.Done()
	it.Iterator, it.f = &listIterator{l: &walked}, nil
}

func (it *guardedIterator) Next(p *starlark.Value) bool {
	if it.Iterator.Next(p) {
		return true
	}
	if err := it.f.Err(); err != nil {
		it.t.RT.current.failAsked(AskedNext, err) // in a generator expression, that isn't t
	}
	return false
}

// byteNumbers is bytes whose elements are numbers.
type byteNumbers starlark.Bytes

func (b byteNumbers) String() string             { return starlark.Bytes(b).String() }
func (b byteNumbers) Type() string               { return "bytes" }
func (b byteNumbers) Freeze()                    {}
func (b byteNumbers) Truth() starlark.Bool       { return len(b) > 0 }
func (b byteNumbers) Hash() (uint32, error)      { return starlark.Bytes(b).Hash() }
func (b byteNumbers) Len() int                   { return len(b) }
func (b byteNumbers) Index(i int) starlark.Value { return starlark.MakeInt(int(b[i])) }

// A sequence lets Starlark iterate over what it can only index.
type sequence struct{ starlark.Indexable }

func (s sequence) Iterate() starlark.Iterator { return &indexIterator{v: s.Indexable, n: s.Len()} }

type indexIterator struct {
	v    starlark.Indexable
	i, n int
}

func (it *indexIterator) Next(p *starlark.Value) bool {
	if it.i >= it.n {
		return false
	}
	*p = it.v.Index(it.i)
	it.i++
	return true
}

func (it *indexIterator) Left() int     { return it.n - it.i }
func (it *indexIterator) Done()         { it.v, it.n = starlark.Tuple(nil), 0 } // see walked
func (it *indexIterator) Position() int { return it.i }
func (it *indexIterator) Seek(i int)    { it.i = min(i, it.n) }

// ByIndex walks a value by index.
func ByIndex(v starlark.Indexable) starlark.Iterator { return &indexIterator{v: v, n: v.Len()} }

type textIterable struct{ *Text }

func (t textIterable) Iterate() starlark.Iterator { return &textIterator{t.Text, t.s} }

type textIterator struct {
	t    *Text
	rest string
}

func (it *textIterator) Next(p *starlark.Value) bool {
	if it.rest == "" {
		return false
	}
	_, n := decode(it.rest)
	*p = it.t.same(it.rest[:n])
	it.rest = it.rest[n:]
	return true
}

func (it *textIterator) Done()         {}
func (it *textIterator) Position() int { return it.t.n - countRunes(it.rest) }
func (it *textIterator) Seek(i int)    { it.rest = it.t.s[offset(it.t.s, min(i, it.t.n)):] }

// Unpacking is Guarded for a loop that unpacks each element, so that elements
// which only Python unpacks (strings) are made ready for it.
func (t *Thread) Unpacking(v starlark.Iterable) starlark.Iterable {
	return unpacking{t.Guarded(v), t}
}

type unpacking struct {
	starlark.Iterable
	t *Thread
}

func (u unpacking) Iterate() starlark.Iterator { return &unpackingIterator{u.Iterable.Iterate(), u.t} }

type unpackingIterator struct {
	starlark.Iterator
	t *Thread
}

func (it *unpackingIterator) Next(p *starlark.Value) bool {
	if !it.Iterator.Next(p) {
		return false
	}
	switch (*p).(type) {
	case starlark.Tuple, *List:
	default:
		x, err := it.t.Unpackable(*p)
		if err != nil {
			x = broken{Tuple: nil, err: err}
		}
		*p = it.t.Guarded(x)
	}
	return true
}

// Unpackable is Iterable for a value that is unpacked.
func (t *Thread) Unpackable(v starlark.Value) (starlark.Iterable, error) {
	x, err := Iterable(v)
	if err != nil && t.RT.Dialect != syntax.Python2 && t.RT.ClassOf(v).special("__iter__") == nil {
		err = TypeError.Errorf("cannot unpack non-iterable %s object", TypeName(v))
	}
	return x, err
}

// broken is an iterable whose iterators fail at once.
type broken struct {
	starlark.Tuple
	err error
}

func (b broken) Iterate() starlark.Iterator { return &instanceIterator{err: b.err} }
