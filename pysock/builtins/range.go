package builtins

import (
	"math"
	"strconv"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Range is Python 3's range and Python 2's xrange. Its numbers fit in 64
// bits; CPython's range has no limit.
type Range struct {
	start, stop, step int
	n                 int
	d                 syntax.Dialect
}

var (
	_ starlark.Sequence = (*Range)(nil)
	_ starlark.Mapping  = (*Range)(nil)
	_ starlark.HasAttrs = (*Range)(nil)
	_ object.Container  = (*Range)(nil)
	_ object.Comparer   = (*Range)(nil)
	_ object.Hasher     = (*Range)(nil)
)

func newRange(d syntax.Dialect, start, stop, step int) (*Range, error) {
	r := &Range{start: start, stop: stop, step: step, d: d}
	switch {
	case step > 0 && start < stop:
		n := (uint64(stop)-uint64(start)-1)/uint64(step) + 1
		if n > math.MaxInt {
			return nil, object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
		}
		r.n = int(n)
	case step < 0 && start > stop:
		n := (uint64(start)-uint64(stop)-1)/-uint64(step) + 1
		if n > math.MaxInt {
			return nil, object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
		}
		r.n = int(n)
	}
	return r, nil
}

// rangeOf takes (stop) or (start, stop[, step]).
func rangeOf(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (*Range, error) {
	if err := tupled("", name, args, kwargs, 1, 3); err != nil {
		return nil, err
	}
	v := [3]int{0, 0, 1}
	for i, a := range args {
		n, ok := object.AsInt(a)
		if !ok {
			var err error
			if n, err = index(t, a); err != nil {
				return nil, rangeArg(t, name, i, len(args), a, err)
			}
		}
		x, ok := n.Int64()
		if !ok {
			return nil, object.OverflowError.By("Python int too large to convert to C long", "Python int too large to convert to C ssize_t")
		}
		v[i] = int(x)
	}
	if len(args) == 1 {
		v[0], v[1] = 0, v[0]
	}
	if v[2] == 0 {
		if name == "xrange" || !py2(t) {
			return nil, object.ValueError.Errorf("%s() arg 3 must not be zero", name)
		}
		return nil, object.ValueError.Errorf("range() step argument must not be zero")
	}
	return newRange(t.RT.Dialect, v[0], v[1], v[2])
}

func rangeArg(t *object.Thread, name string, i, n int, v starlark.Value, err error) error {
	if !py2(t) || name != "range" {
		return err
	}
	what := []string{"start", "end", "step"}[i]
	if n == 1 {
		what = "end"
	}
	return object.TypeError.Errorf("range() integer %s argument expected, got %s.", what, object.TypeName(v))
}

// newRangeObject is range(...) of Python 3 and xrange(...) of Python 2.
func newRangeObject(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	r, err := rangeOf(t, c.ClassName, args, kwargs)
	if err != nil {
		return nil, err
	}
	return r, nil
}

// rangeList is Python 2's range(...) -> list.
func rangeList(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	r, err := rangeOf(t, "range", args, kwargs)
	if err != nil {
		return nil, err
	}
	if err := room(r.n, 16); err != nil {
		return nil, err
	}
	elems := make([]starlark.Value, r.n)
	for i := range elems {
		elems[i] = starlark.MakeInt(r.start + i*r.step)
	}
	return object.NewList(elems), nil
}

// Class returns range or xrange.
func (r *Range) Class() *object.Class { return object.TypesOf(r.d).Range }

// Type returns "range" or "xrange".
func (r *Range) Type() string { return r.Class().ClassName }

// String returns the repr.
func (r *Range) String() string { return r.Repr(r.d) }

// Repr of an xrange has the limit that its length gives.
func (r *Range) Repr(syntax.Dialect) string {
	if r.d != syntax.Python2 {
		s := "range(" + strconv.Itoa(r.start) + ", " + strconv.Itoa(r.stop)
		if r.step != 1 {
			s += ", " + strconv.Itoa(r.step)
		}
		return s + ")"
	}
	stop := strconv.Itoa(r.start + r.n*r.step)
	switch {
	case r.step != 1:
		return sprintf("xrange(%d, %s, %d)", r.start, stop, r.step)
	case r.start != 0:
		return sprintf("xrange(%d, %s)", r.start, stop)
	}
	return "xrange(" + stop + ")"
}

// Freeze does nothing.
func (r *Range) Freeze() {}

// Truth reports whether there is a number in it.
func (r *Range) Truth() starlark.Bool { return r.n > 0 }

// Hash agrees with RichCompare.
func (r *Range) Hash() (uint32, error) {
	h, err := r.PyHash()
	return uint32(h), err
}

// PyHash agrees with RichCompare.
func (r *Range) PyHash() (uint64, error) {
	if r.n == 0 {
		return object.Hash(starlark.Tuple{starlark.MakeInt(0)})
	}
	step := r.step
	if r.n == 1 {
		step = 1
	}
	return object.Hash(starlark.Tuple{starlark.MakeInt(r.n), starlark.MakeInt(r.start), starlark.MakeInt(step)})
}

// Len returns how many numbers there are.
func (r *Range) Len() int { return r.n }

// Iterate walks the numbers.
func (r *Range) Iterate() starlark.Iterator {
	return &rangeIterator{at: r.start, step: r.step, left: r.n}
}

type rangeIterator struct{ at, step, left int }

func (it *rangeIterator) Next(p *starlark.Value) bool {
	if it.left == 0 {
		return false
	}
	*p = starlark.MakeInt(it.at)
	it.at += it.step
	it.left--
	return true
}

func (it *rangeIterator) Left() int { return it.left }
func (it *rangeIterator) Done()     {}

// Get is r[i] or, in Python 3, r[i:j].
func (r *Range) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		if r.d == syntax.Python2 {
			return nil, false, object.TypeError.Errorf("sequence index must be integer, not 'slice'")
		}
		start, stop, step, _, err := s.Indices(r.n)
		if err != nil {
			return nil, false, err
		}
		cut, err := newRange(r.d, r.start+start*r.step, r.start+stop*r.step, r.step*step)
		return cut, err == nil, err
	}
	words := "range object index out of range"
	if r.d == syntax.Python2 {
		words = "xrange object index out of range"
	}
	i, err := object.Index("range", k, r.n, words)
	if err != nil {
		if _, isInt := object.AsInt(k); !isInt && r.d == syntax.Python2 {
			err = object.TypeError.Errorf("sequence index must be integer, not '%s'", object.TypeName(k))
		}
		return nil, false, err
	}
	return starlark.MakeInt(r.start + i*r.step), true, nil
}

// find returns the index of v, or -1.
func (r *Range) find(v starlark.Value) int {
	n, ok := object.AsInt(v)
	if f, isFloat := v.(starlark.Float); isFloat && float64(f) == math.Trunc(float64(f)) && !math.IsInf(float64(f), 0) {
		n, _ = starlark.NumberToInt(f)
		ok = true
	}
	if !ok {
		return -1
	}
	x, ok := n.Int64()
	if !ok || r.n == 0 {
		return -1
	}
	d := int(x) - r.start
	if d%r.step != 0 || d/r.step < 0 || d/r.step >= r.n {
		return -1
	}
	return d / r.step
}

// Has is v in r, without walking.
func (r *Range) Has(v starlark.Value) (bool, error) { return r.find(v) >= 0, nil }

// RichCompare compares ranges as sequences; an xrange equals only itself.
func (r *Range) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*Range)
	if !ok || r.d == syntax.Python2 || op != syntax.Eq && op != syntax.NotEq {
		return nil, nil
	}
	same := r.n == o.n && (r.n == 0 || r.start == o.start && (r.n == 1 || r.step == o.step))
	return object.Truthy(same == (op == syntax.Eq)), nil
}

// Attr returns start, stop, step or a bound method.
func (r *Range) Attr(name string) (starlark.Value, error) { return object.BindAttr(r, name) }

// AttrNames lists the attributes.
func (r *Range) AttrNames() []string { return r.Class().AttrNames() }

var rangeGetters = map[string]getter{
	"start": func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(v.(*Range).start), nil },
	"stop":  func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(v.(*Range).stop), nil },
	"step":  func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(v.(*Range).step), nil },
}

// rangeMethods are Python 3's.
var rangeMethods = map[string]method{
	"count": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("range", "count", args, kwargs); err != nil {
			return nil, err
		}
		if self.(*Range).find(args[0]) >= 0 {
			return starlark.MakeInt(1), nil
		}
		return starlark.MakeInt(0), nil
	},
	"index": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("range", "index", args, kwargs); err != nil {
			return nil, err
		}
		i := self.(*Range).find(args[0])
		if i < 0 {
			if _, ok := object.AsInt(args[0]); !ok {
				return nil, object.ValueError.Errorf("sequence.index(x): x not in sequence")
			}
			return nil, object.ValueError.Errorf("%s is not in range", t.RT.Repr(args[0]))
		}
		return starlark.MakeInt(i), nil
	},
}
