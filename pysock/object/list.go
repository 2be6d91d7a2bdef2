package object

import (
	"slices"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A List is Python's list. It may change while it is iterated over.
type List struct {
	Elems []starlark.Value
}

var (
	_ starlark.Mapping   = (*List)(nil) // so that it sees every index itself
	_ starlark.HasSetKey = (*List)(nil)
	_ starlark.Sequence  = (*List)(nil)
	_ starlark.HasBinary = (*List)(nil)
	_ starlark.HasAttrs  = (*List)(nil)
)

// NewList returns a list that keeps elems.
func NewList(elems []starlark.Value) *List { return &List{elems} }

// String returns the repr as Python 3 prints it.
func (l *List) String() string { return Repr(syntax.Python3, l) }

// Type returns "list".
func (l *List) Type() string { return "list" }

// Freeze does nothing.
func (l *List) Freeze() {}

// Truth reports whether the list isn't empty.
func (l *List) Truth() starlark.Bool { return len(l.Elems) > 0 }

// Hash fails: lists are mutable.
func (l *List) Hash() (uint32, error) { return 0, Unhashable("list") }

// Unhashable is the TypeError for a key that can't be one.
func Unhashable(typ string) error { return TypeError.Errorf("unhashable type: '%s'", typ) }

// Len returns the length.
func (l *List) Len() int { return len(l.Elems) }

// Iterate walks the list by index, as CPython does: elements appended on the
// way are visited, removed ones are skipped.
func (l *List) Iterate() starlark.Iterator { return &listIterator{l: l} }

type listIterator struct {
	l *List
	i int
}

func (it *listIterator) Next(p *starlark.Value) bool {
	if it.i < len(it.l.Elems) {
		*p = it.l.Elems[it.i]
		it.i++
		return true
	}
	return false
}

func (it *listIterator) Left() int     { return max(len(it.l.Elems)-it.i, 0) }
func (it *listIterator) Position() int { return it.i }
func (it *listIterator) Seek(i int)    { it.i = min(i, len(it.l.Elems)) }

// Done lets go of the list: Starlark keeps iterators for a while after their loops,
// and with them what they hold on to.
func (it *listIterator) Done() { it.l = &walked }

// walked is the list of an iterator that is done.
var walked List

// Get is l[k] for an integer or slice.
func (l *List) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*Slice); ok {
		elems, err := s.Cut(l.Elems)
		if err != nil {
			return nil, false, err
		}
		return NewList(elems), true, nil
	}
	i, err := l.index(k, "list index out of range")
	if err != nil {
		return nil, false, err
	}
	return l.Elems[i], true, nil
}

// FastInstance is Fast for instances of users' classes; package builtins sets it.
var FastInstance func(t *Thread, v starlark.Value, words string) ([]starlark.Value, error)

// Fast returns the elements of v as CPython's PySequence_Fast does; words are those
// of the TypeError for what isn't iterable.
func Fast(v starlark.Value, words string) ([]starlark.Value, error) {
	if x := asHooked(v); x != nil && FastInstance != nil {
		return FastInstance(x.runtime().Current(), v, words)
	}
	if _, err := Iterable(v); err != nil {
		return nil, TypeError.Errorf("%s", words)
	}
	return Elements(nil, v)
}

// SetKey is l[k] = v for an integer or slice.
func (l *List) SetKey(k, v starlark.Value) error {
	if s, ok := k.(*Slice); ok {
		words := "can only assign an iterable"
		if s.Step != starlark.None {
			words = "must assign iterable to extended slice"
		}
		elems, err := Fast(v, words)
		if err != nil {
			return err
		}
		l.Elems, err = s.Replace(l.Elems, elems)
		return err
	}
	i, err := l.index(k, "list assignment index out of range")
	if err != nil {
		return err
	}
	l.Elems[i] = v
	return nil
}

// DelKey is del l[k].
func (l *List) DelKey(k starlark.Value) error {
	if s, ok := k.(*Slice); ok {
		elems, err := s.Remove(l.Elems)
		l.Elems = elems
		return err
	}
	i, err := l.index(k, "list assignment index out of range")
	if err != nil {
		return err
	}
	l.Elems = slices.Delete(l.Elems, i, i+1) // which lets go of the value
	return nil
}

func (l *List) index(k starlark.Value, outOfRange string) (int, error) {
	return Index("list", k, len(l.Elems), outOfRange)
}

// Index returns k as an index into a sequence of length n, counting from the
// end if negative, or the error that typ raises.
func Index(typ string, k starlark.Value, n int, outOfRange string) (int, error) {
	v, ok, err := AsIndex(k)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, TypeError.By(
			sprintf("%s indices must be integers, not %s", typ, TypeName(k)),
			sprintf("%s indices must be integers or slices, not %s", typ, TypeName(k)))
	}
	i, ok := v.Int64()
	if !ok {
		return 0, cannotFit(k)
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return 0, IndexError.Errorf("%s", outOfRange)
	}
	return int(i), nil
}

// Binary is list + list and list * n.
func (l *List) Binary(op starsyntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	switch y := y.(type) {
	case *Operator:
		if op == Infix {
			return y.apply(l)
		}
	case *List:
		if op == starsyntax.PLUS && side == starlark.Left {
			elems := make([]starlark.Value, 0, len(l.Elems)+len(y.Elems))
			return NewList(append(append(elems, l.Elems...), y.Elems...)), nil
		}
	case starlark.Int:
		if op == starsyntax.STAR {
			t, err := starlark.Binary(op, starlark.Tuple(l.Elems), y)
			if err != nil {
				return nil, err
			}
			return NewList(t.(starlark.Tuple)), nil
		}
	}
	return nil, nil
}

// Attr returns a bound method.
func (l *List) Attr(name string) (starlark.Value, error) { return typeAttr(l, name) }

// AttrNames lists the methods.
func (l *List) AttrNames() []string { return typeAttrNames(l) }
