package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A BigRange is Python 3's range where its numbers, or how many they are,
// don't fit in 64 bits.
type BigRange struct{ start, stop, step, n starlark.Int }

var (
	_ starlark.Mapping  = (*BigRange)(nil)
	_ starlark.Iterable = (*BigRange)(nil)
	_ starlark.HasAttrs = (*BigRange)(nil)
	_ object.Container  = (*BigRange)(nil)
	_ object.Comparer   = (*BigRange)(nil)
	_ object.Hasher     = (*BigRange)(nil)
	_ object.Typed      = (*BigRange)(nil)
)

// makeRange returns a Range if the numbers allow it, or else a BigRange.
func makeRange(start, stop, step starlark.Int) starlark.Value {
	one := starlark.MakeInt(1)
	length, by := stop.Sub(start), step
	if step.Sign() < 0 {
		length, by = start.Sub(stop), starlark.MakeInt(0).Sub(step)
	}
	n := starlark.MakeInt(0)
	if length.Sign() > 0 {
		n = length.Sub(one).Div(by).Add(one)
	}
	a, ok1 := start.Int64()
	b, ok2 := stop.Int64()
	c, ok3 := step.Int64()
	d, ok4 := n.Int64()
	if ok1 && ok2 && ok3 && ok4 {
		return &Range{int(a), int(b), int(c), int(d), syntax.Python3}
	}
	return &BigRange{start, stop, step, n}
}

// big returns the same range in large numbers.
func (r *Range) big() *BigRange {
	return &BigRange{starlark.MakeInt(r.start), starlark.MakeInt(r.stop), starlark.MakeInt(r.step), starlark.MakeInt(r.n)}
}

// Class returns range.
func (r *BigRange) Class() *object.Class { return object.TypesOf(syntax.Python3).Range }

// Type returns "range".
func (r *BigRange) Type() string { return "range" }

// String returns the repr.
func (r *BigRange) String() string { return r.Repr(syntax.Python3) }

// Repr returns range(...).
func (r *BigRange) Repr(syntax.Dialect) string {
	if i, ok := r.step.Int64(); ok && i == 1 {
		return sprintf("range(%v, %v)", r.start, r.stop)
	}
	return sprintf("range(%v, %v, %v)", r.start, r.stop, r.step)
}

// Freeze does nothing.
func (r *BigRange) Freeze() {}

// Truth reports whether there is a number in it.
func (r *BigRange) Truth() starlark.Bool { return r.n.Sign() > 0 }

// key is equal for equal ranges.
func (r *BigRange) key() starlark.Tuple {
	switch n, ok := r.n.Int64(); {
	case ok && n == 0:
		return starlark.Tuple{r.n, starlark.None, starlark.None}
	case ok && n == 1:
		return starlark.Tuple{r.n, r.start, starlark.None}
	}
	return starlark.Tuple{r.n, r.start, r.step}
}

// Hash agrees with RichCompare.
func (r *BigRange) Hash() (uint32, error) {
	h, err := r.PyHash()
	return uint32(h), err
}

// PyHash agrees with RichCompare.
func (r *BigRange) PyHash() (uint64, error) { return object.Hash(r.key()) }

// at returns number i.
func (r *BigRange) at(i starlark.Int) starlark.Int { return r.start.Add(i.Mul(r.step)) }

// Iterate walks the numbers.
func (r *BigRange) Iterate() starlark.Iterator { return &bigRangeIterator{r: r} }

type bigRangeIterator struct {
	r *BigRange
	i starlark.Int
}

func (it *bigRangeIterator) Next(p *starlark.Value) bool {
	if it.i.Sub(it.r.n).Sign() >= 0 {
		return false
	}
	*p = it.r.at(it.i)
	it.i = it.i.Add(starlark.MakeInt(1))
	return true
}

func (it *bigRangeIterator) Done() {}

// backwards returns the range from its end to its beginning.
func (r *BigRange) backwards() *BigRange {
	zero, one := starlark.MakeInt(0), starlark.MakeInt(1)
	return &BigRange{r.at(r.n.Sub(one)), r.start.Sub(r.step), zero.Sub(r.step), r.n}
}

// Get is r[i] or r[i:j].
func (r *BigRange) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		start, stop, step, err := bigIndices(s, r.n)
		if err != nil {
			return nil, false, err
		}
		return makeRange(r.at(start), r.at(stop), r.step.Mul(step)), true, nil
	}
	i, ok, err := object.AsIndex(k)
	if err != nil {
		return nil, false, err
	}
	if !ok {
		_, err := object.Index("range", k, 0, "")
		return nil, false, err
	}
	if i.Sign() < 0 {
		i = i.Add(r.n)
	}
	if i.Sign() < 0 || i.Sub(r.n).Sign() >= 0 {
		return nil, false, object.IndexError.Errorf("range object index out of range")
	}
	return r.at(i), true, nil
}

// bigIndices is slice.indices for a length of any size.
func bigIndices(s *object.Slice, n starlark.Int) (start, stop, step starlark.Int, err error) {
	zero, one := starlark.MakeInt(0), starlark.MakeInt(1)
	part := func(v starlark.Value, otherwise starlark.Int) (starlark.Int, error) {
		if v == starlark.None {
			return otherwise, nil
		}
		i, ok, err := object.AsIndex(v)
		if err != nil {
			return i, err
		}
		if !ok {
			return i, object.TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
		}
		return i, nil
	}
	if step, err = part(s.Step, one); err != nil {
		return
	}
	if step.Sign() == 0 {
		err = object.ValueError.Errorf("slice step cannot be zero")
		return
	}
	low, high, first, last := zero, n, zero, n
	if step.Sign() < 0 {
		low, high = zero.Sub(one), n.Sub(one)
		first, last = high, low
	}
	bound := func(v starlark.Value, otherwise starlark.Int) (starlark.Int, error) {
		i, err := part(v, otherwise)
		if err != nil || v == starlark.None {
			return i, err
		}
		if i.Sign() < 0 {
			i = i.Add(n)
		}
		switch {
		case i.Sub(low).Sign() < 0:
			i = low
		case i.Sub(high).Sign() > 0:
			i = high
		}
		return i, nil
	}
	if start, err = bound(s.Start, first); err == nil {
		stop, err = bound(s.Stop, last)
	}
	return
}

// find returns the index of v, if it is in the range.
func (r *BigRange) find(v starlark.Value) (i starlark.Int, ok bool) {
	n, ok := object.AsInt(v)
	if f, isFloat := v.(starlark.Float); isFloat {
		x, err := starlark.NumberToInt(f)
		if err != nil || x.Float() != f {
			return i, false
		}
		n, ok = x, true
	}
	if !ok || r.n.Sign() == 0 {
		return i, false
	}
	d := n.Sub(r.start)
	if d.Mod(r.step).Sign() != 0 {
		return i, false
	}
	i = d.Div(r.step)
	return i, i.Sign() >= 0 && i.Sub(r.n).Sign() < 0
}

// Has is v in r, without walking unless v compares itself.
func (r *BigRange) Has(v starlark.Value) (bool, error) {
	if _, ok := v.(object.Comparer); ok {
		return walked(r, v)
	}
	_, ok := r.find(v)
	return ok, nil
}

// RichCompare compares ranges as sequences.
func (r *BigRange) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if small, ok := y.(*Range); ok {
		y = small.big()
	}
	o, ok := y.(*BigRange)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same, err := object.Equal(r.key(), o.key())
	return object.Truthy(same == (op == syntax.Eq)), err
}

// Attr returns start, stop, step or a bound method.
func (r *BigRange) Attr(name string) (starlark.Value, error) { return object.BindAttr(r, name) }

// AttrNames lists the attributes.
func (r *BigRange) AttrNames() []string { return r.Class().AttrNames() }
