package object

import (
	"math/big"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Slice is Python's slice object, what x[a:b:c] passes to __getitem__.
type Slice struct {
	Start, Stop, Step starlark.Value // None where left out
}

// String returns the repr.
func (s *Slice) String() string { return s.Repr(syntax.Python3) }

// Repr shows the three values as the dialect does.
func (s *Slice) Repr(d syntax.Dialect) string {
	return "slice(" + Repr(d, s.Start) + ", " + Repr(d, s.Stop) + ", " + Repr(d, s.Step) + ")"
}

// Type returns "slice".
func (s *Slice) Type() string { return "slice" }

// Freeze does nothing.
func (s *Slice) Freeze() {}

// Truth returns true.
func (s *Slice) Truth() starlark.Bool { return true }

// Hash fails.
func (s *Slice) Hash() (uint32, error) {
	return 0, TypeError.By("unhashable type", "unhashable type: 'slice'")
}

// Attr returns start, stop or step.
func (s *Slice) Attr(name string) (starlark.Value, error) {
	switch name {
	case "start":
		return s.Start, nil
	case "stop":
		return s.Stop, nil
	case "step":
		return s.Step, nil
	}
	return typeAttr(s, name)
}

// AttrNames lists the attributes.
func (s *Slice) AttrNames() []string { return append(typeAttrNames(s), "start", "stop", "step") }

// Indices returns the first index, the limit and the step for a sequence of
// length n, and how many indices there are between them.
func (s *Slice) Indices(n int) (start, stop, step, count int, err error) {
	step = 1
	if s.Step != starlark.None {
		if step, err = bound(s.Step); err != nil {
			return
		}
		if step == 0 {
			err = ValueError.Errorf("slice step cannot be zero")
			return
		}
	}
	lo, hi := 0, n
	start, stop = 0, n
	if step < 0 {
		lo, hi = -1, n-1
		start, stop = n-1, -1
	}
	if s.Start != starlark.None {
		if start, err = clamp(s.Start, n, lo, hi); err != nil {
			return
		}
	}
	if s.Stop != starlark.None {
		if stop, err = clamp(s.Stop, n, lo, hi); err != nil {
			return
		}
	}
	switch {
	case step > 0 && start < stop:
		count = (stop-start-1)/step + 1
	case step < 0 && stop < start:
		count = (start-stop-1)/-step + 1
	}
	return
}

// BigIndices is Indices for a length of any size, as slice.indices takes it.
func (s *Slice) BigIndices(n *big.Int) (start, stop, step *big.Int, err error) {
	step, one := big.NewInt(1), big.NewInt(1)
	if s.Step != starlark.None {
		if step, err = bigBound(s.Step); err != nil {
			return
		}
		if step.Sign() == 0 {
			err = ValueError.Errorf("slice step cannot be zero")
			return
		}
	}
	lo, hi := new(big.Int), n
	if step.Sign() < 0 {
		lo, hi = big.NewInt(-1), new(big.Int).Sub(n, one)
	}
	clamped := func(v starlark.Value, otherwise *big.Int) (*big.Int, error) {
		if v == starlark.None {
			return otherwise, nil
		}
		i, err := bigBound(v)
		if err != nil {
			return nil, err
		}
		if i.Sign() < 0 {
			i = new(big.Int).Add(i, n)
		}
		switch {
		case i.Cmp(hi) > 0:
			i = hi
		case i.Cmp(lo) < 0:
			i = lo
		}
		return i, nil
	}
	first, last := lo, hi
	if step.Sign() < 0 {
		first, last = hi, lo
	}
	if start, err = clamped(s.Start, first); err == nil {
		stop, err = clamped(s.Stop, last)
	}
	return
}

func bigBound(v starlark.Value) (*big.Int, error) {
	n, ok, err := AsIndex(v)
	if err == nil && !ok {
		err = TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
	}
	if err != nil {
		return nil, err
	}
	return n.BigInt(), nil
}

func clamp(v starlark.Value, n, lo, hi int) (int, error) {
	i, err := bound(v)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += n
	}
	return max(lo, min(i, hi)), nil
}

// bound returns a slice's part as an int; what is beyond an int's range is as
// good as its end.
func bound(v starlark.Value) (int, error) {
	n, ok, err := AsIndex(v)
	if err != nil {
		return 0, err
	}
	if !ok {
		return 0, TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
	}
	const far = 1 << 62
	if i, ok := n.Int64(); ok {
		return int(max(-far, min(i, far))), nil
	}
	return far * n.Sign(), nil
}

// Cut returns the elements that the slice selects, copied.
func (s *Slice) Cut(elems []starlark.Value) ([]starlark.Value, error) {
	start, _, step, n, err := s.Indices(len(elems))
	if err != nil {
		return nil, err
	}
	out := make([]starlark.Value, n)
	if step == 1 {
		copy(out, elems[start:])
		return out, nil
	}
	for i := range out {
		out[i] = elems[start+i*step]
	}
	return out, nil
}

// Replace returns elems with what the slice selects replaced by other.
func (s *Slice) Replace(elems, other []starlark.Value) ([]starlark.Value, error) {
	start, stop, step, n, err := s.Indices(len(elems))
	if err != nil {
		return elems, err
	}
	if step == 1 {
		stop = max(start, stop)
		out := make([]starlark.Value, 0, len(elems)-(stop-start)+len(other))
		return append(append(append(out, elems[:start]...), other...), elems[stop:]...), nil
	}
	if len(other) != n {
		return elems, ValueError.Errorf("attempt to assign sequence of size %d to extended slice of size %d", len(other), n)
	}
	for i, v := range append([]starlark.Value{}, other...) {
		elems[start+i*step] = v
	}
	return elems, nil
}

// Remove returns elems without what the slice selects.
func (s *Slice) Remove(elems []starlark.Value) ([]starlark.Value, error) {
	start, _, step, n, err := s.Indices(len(elems))
	if err != nil || n == 0 {
		return elems, err
	}
	gone := make([]bool, len(elems))
	for i := range n {
		gone[start+i*step] = true
	}
	out := elems[:0]
	for i, v := range elems {
		if !gone[i] {
			out = append(out, v)
		}
	}
	clear(elems[len(out):])
	return out, nil
}
