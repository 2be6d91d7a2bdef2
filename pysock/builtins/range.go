package builtins

import (
	"math"
	"strconv"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A Range is Python 3's range and Python 2's xrange, of numbers that fit in 64
// bits; others are a BigRange.
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

// rangeParts takes (stop) or (start, stop[, step]).
func rangeParts(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (v [3]starlark.Int, err error) {
	xrange := name == "xrange"
	switch {
	case xrange && len(kwargs) > 0:
		return v, object.TypeError.Errorf("xrange() does not take keyword arguments")
	case xrange && (len(args) == 0 || len(args) > 3):
		return v, object.TypeError.Errorf("xrange() requires 1-3 int arguments")
	}
	if err := tupled("", name, args, kwargs, 1, 3); err != nil {
		return v, err
	}
	v[0], v[1], v[2] = starlark.MakeInt(0), starlark.MakeInt(0), starlark.MakeInt(1)
	order := []int{0, 1, 2}
	if py2(t) && name == "range" && len(args) > 1 { // it looks at the end first
		order = []int{1, 0, 2}
	}
	for _, i := range order[:len(args)] {
		if v[i], err = integer(t, args[i]); err == nil && xrange {
			_, err = t.Int(v[i])
		}
		if err != nil {
			return v, rangeArg(t, name, i, len(args), args[i], err)
		}
	}
	if len(args) == 1 {
		v[0], v[1] = v[1], v[0]
	}
	if v[2].Sign() == 0 {
		if xrange || !py2(t) {
			return v, object.ValueError.Errorf("%s() arg 3 must not be zero", name)
		}
		return v, object.ValueError.Errorf("range() step argument must not be zero")
	}
	return v, nil
}

func rangeArg(t *object.Thread, name string, i, n int, v starlark.Value, err error) error {
	_, isFloat := object.Unwrap(v).(starlark.Float)
	if !py2(t) || name != "range" {
		return err
	}
	if !isFloat { // it tries once more, with words of its own
		if r, again := special(t, v, "__int__"); again != nil {
			return again
		} else if _, isInt := object.AsInt(r); r != nil && !isInt {
			return object.TypeError.Errorf("__int__ should return int object")
		} else if r != nil {
			return err
		}
	}
	if _, ok := object.Unwrap(v).(Complex); ok {
		return object.TypeError.Errorf("can't convert complex to int")
	}
	if isOld(v) {
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
	v, err := rangeParts(t, c.ClassName, args, kwargs)
	if err != nil {
		return nil, err
	}
	r := makeRange(v[0], v[1], v[2])
	if py2(t) {
		small, ok := r.(*Range)
		if !ok {
			return nil, object.OverflowError.Errorf("Python int too large to convert to C long")
		}
		small.d = syntax.Python2
	}
	return r, nil
}

// rangeList is Python 2's range(...) -> list.
func rangeList(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := rangeParts(t, "range", args, kwargs)
	if err != nil {
		return nil, err
	}
	switch r := makeRange(v[0], v[1], v[2]).(type) {
	case *Range:
		if err := room(r.n, 16); err != nil {
			return nil, err
		}
		elems := make([]starlark.Value, r.n)
		for i := range elems {
			elems[i] = starlark.MakeInt(r.start + i*r.step)
		}
		return object.NewList(elems), nil
	case *BigRange:
		n, ok := r.n.Int64()
		if !ok {
			return nil, object.OverflowError.Errorf("range() result has too many items")
		}
		if err := room(int(n), 16); err != nil {
			return nil, err
		}
		elems, err := object.Elements(t, r)
		if err != nil {
			return nil, err
		}
		longs := make([]starlark.Value, len(elems)) // even those that would be ints
		for i, e := range elems {
			n, _ := object.AsInt(e)
			longs[i] = object.NewLong(n)
		}
		return object.NewList(longs), nil
	}
	return nil, nil
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
	end := r.start
	if r.n > 0 {
		last := r.start + (r.n-1)*r.step
		switch end = last + r.step; {
		case r.step > 0 && end < last:
			end = math.MaxInt
		case r.step < 0 && end > last:
			end = math.MinInt
		}
	}
	stop := strconv.Itoa(end)
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
func (r *Range) PyHash() (uint64, error) { return r.big().PyHash() }

// Len returns how many numbers there are.
func (r *Range) Len() int { return r.n }

// Iterate walks the numbers.
func (r *Range) Iterate() starlark.Iterator {
	return &rangeIterator{at: r.start, step: r.step, left: r.n, n: r.n}
}

type rangeIterator struct{ at, step, left, n int }

func (it *rangeIterator) Next(p *starlark.Value) bool {
	if it.left == 0 {
		return false
	}
	*p = starlark.MakeInt(it.at)
	it.at += it.step
	it.left--
	return true
}

func (it *rangeIterator) Left() int     { return it.left }
func (it *rangeIterator) Done()         {}
func (it *rangeIterator) Position() int { return it.n - it.left }

// Seek goes to index i, of the numbers that there were at first.
func (it *rangeIterator) Seek(i int) {
	i = min(i, it.n)
	it.at += (i - it.Position()) * it.step
	it.left = it.n - i
}

// Get is r[i] or, in Python 3, r[i:j].
func (r *Range) Get(k starlark.Value) (starlark.Value, bool, error) {
	if s, ok := k.(*object.Slice); ok {
		if r.d == syntax.Python2 {
			return nil, false, object.TypeError.Errorf("sequence index must be integer, not 'slice'")
		}
		return r.big().Get(s)
	}
	words := "range object index out of range"
	if r.d == syntax.Python2 {
		words = "xrange object index out of range"
	}
	if n, ok := object.AsInt(k); ok && r.d != syntax.Python2 {
		if _, ok := n.Int64(); !ok {
			return nil, false, object.IndexError.Errorf("%s", words)
		}
	}
	i, err := object.Index("range", k, r.n, words)
	if err != nil {
		if _, isIndex, failed := object.AsIndex(k); !isIndex && r.d == syntax.Python2 {
			if err = failed; err != nil {
				return nil, false, err
			}
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

// Has is v in r, without walking unless v compares itself.
func (r *Range) Has(v starlark.Value) (bool, error) {
	if _, ok := v.(object.Comparer); ok {
		return walked(r, v)
	}
	return r.find(v) >= 0, nil
}

// walked searches a range for a value with an equality of its own.
func walked(r starlark.Iterable, v starlark.Value) (bool, error) {
	it := r.Iterate()
	var e starlark.Value
	for it.Next(&e) {
		if same, err := object.Equal(e, v); same || err != nil {
			return same, err
		}
	}
	return false, nil
}

// RichCompare compares ranges as sequences; an xrange equals only itself.
func (r *Range) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	if big, ok := y.(*BigRange); ok {
		return big.RichCompare(op, r)
	}
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

// bigRange is v, a Range or BigRange, as a BigRange.
func bigRange(v starlark.Value) *BigRange {
	if r, ok := v.(*Range); ok {
		return r.big()
	}
	return v.(*BigRange)
}

var rangeGetters = map[string]getter{
	"start": func(v starlark.Value) (starlark.Value, error) { return bigRange(v).start, nil },
	"stop":  func(v starlark.Value) (starlark.Value, error) { return bigRange(v).stop, nil },
	"step":  func(v starlark.Value) (starlark.Value, error) { return bigRange(v).step, nil },
}

// searched returns the index of v in a range. What isn't a number, but may be
// equal to one, is compared with each.
func searched(t *object.Thread, self, v starlark.Value) (starlark.Int, bool, error) {
	r := bigRange(self)
	_, isInt := v.(starlark.Int)
	_, isBool := v.(object.Bool)
	if isInt || isBool {
		i, ok := r.find(v)
		return i, ok, nil
	}
	i := starlark.MakeInt(0)
	it := r.Iterate()
	var e starlark.Value
	for ; it.Next(&e); i = i.Add(starlark.MakeInt(1)) {
		same, err := object.Equal(e, v)
		if same || err != nil {
			return i, same, err
		}
		if err := t.Check(); err != nil {
			return i, false, err
		}
	}
	return i, false, nil
}

// rangeMethods are Python 3's.
var rangeMethods = map[string]method{
	"count": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("range", "count", args, kwargs); err != nil {
			return nil, err
		}
		if n, isInt := args[0].(starlark.Int); isInt {
			if _, ok := bigRange(self).find(n); ok {
				return starlark.MakeInt(1), nil
			}
			return starlark.MakeInt(0), nil
		}
		n := 0
		err := each(t, self, func(e starlark.Value) error {
			same, err := object.Equal(e, args[0])
			if same {
				n++
			}
			return err
		})
		return starlark.MakeInt(n), err
	},
	"index": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("range", "index", args, kwargs); err != nil {
			return nil, err
		}
		i, found, err := searched(t, self, args[0])
		if err == nil && !found {
			if _, ok := object.AsInt(args[0]); !ok {
				return nil, object.ValueError.Errorf("sequence.index(x): x not in sequence")
			}
			return nil, object.ValueError.Errorf("%s is not in range", t.RT.Repr(args[0]))
		}
		return i, err
	},
}
