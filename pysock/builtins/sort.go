package builtins

import (
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// list.sort and sorted, which stop at the first error.

// A sorter is how to sort; see sortArgs.
type sorter struct {
	t       *object.Thread
	cmp     starlark.Value // Python 2's, or nil
	key     starlark.Value // or nil
	reverse bool
}

// sortArgs takes cmp, key and reverse: in Python 3 by name only, and no cmp.
func sortArgs(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (*sorter, error) {
	s := &sorter{t: t}
	var err error
	if py2(t) {
		var reverse int
		err = object.Keywords(t, name, args, kwargs, 0, "cmp", &s.cmp, "key", &s.key, "reverse", &reverse)
		s.reverse = reverse != 0
	} else {
		var reverse int
		err = object.Keywords(t, "sort", args, kwargs, 0, "$key", &s.key, "reverse", cInt(&reverse))
		s.reverse = reverse != 0
	}
	if s.cmp == starlark.None {
		s.cmp = nil
	}
	if s.key == starlark.None {
		s.key = nil
	}
	return s, err
}

// sorted returns a sorted copy of elems; with an error, how far it got, or nil if
// it has not begun.
func (s *sorter) sorted(elems []starlark.Value) ([]starlark.Value, error) {
	keys := elems
	if s.key != nil {
		keys = make([]starlark.Value, len(elems))
		for i, e := range elems {
			k, err := s.t.Call(s.key, e)
			if err != nil {
				return nil, err
			}
			keys[i] = k
		}
	}
	if s.cmp != nil {
		return sortBy(s, keys, elems, func(v starlark.Value) (starlark.Value, bool) { return v, true }, s.compare)
	}
	// in a shorter way where all keys are of one simple type
	var out []starlark.Value
	var err error
	if len(keys) > 0 {
		switch keys[0].(type) {
		case starlark.Int:
			out, err = sortBy(s, keys, elems, func(v starlark.Value) (int64, bool) {
				n, ok := v.(starlark.Int)
				if !ok {
					return 0, false
				}
				return n.Int64()
			}, func(a, b int64) (bool, error) { return a < b, nil })
		case starlark.String:
			out, err = sortBy(s, keys, elems, func(v starlark.Value) (string, bool) {
				x, ok := v.(starlark.String)
				return string(x), ok
			}, func(a, b string) (bool, error) { return a < b, nil })
		case starlark.Float:
			out, err = sortBy(s, keys, elems, func(v starlark.Value) (float64, bool) {
				x, ok := v.(starlark.Float)
				return float64(x), ok
			}, func(a, b float64) (bool, error) { return a < b, nil })
		}
	}
	if out != nil || err != nil {
		return out, err
	}
	return sortBy(s, keys, elems, func(v starlark.Value) (starlark.Value, bool) { return v, true },
		func(a, b starlark.Value) (bool, error) { return lessThan(s.t, a, b) })
}

// compare is < by Python 2's cmp.
func (s *sorter) compare(a, b starlark.Value) (bool, error) {
	r, err := s.t.Call(s.cmp, a, b)
	if err != nil {
		return false, err
	}
	n, ok := object.AsInt(r)
	if !ok || object.NumberRank(r) != 1 {
		return false, object.TypeError.Errorf("comparison function must return int, not %s", object.TypeName(r))
	}
	return n.Sign() < 0, nil
}

// An item stands for an element by its index: numbers move faster than values.
type item[K any] struct {
	key K
	at  int
}

// sortBy sorts elems by what simple makes of their keys; nil if it refuses one.
// With an error it returns them as they were arranged by then.
func sortBy[K any](s *sorter, keys, elems []starlark.Value, simple func(starlark.Value) (K, bool), less func(a, b K) (bool, error)) ([]starlark.Value, error) {
	items := make([]item[K], len(elems))
	for i := range elems {
		k, ok := simple(keys[i])
		if !ok {
			return nil, nil
		}
		items[i] = item[K]{k, i}
	}
	if s.reverse { // so that equal elements keep their order
		slices.Reverse(items)
	}
	err := timSort(items, less)
	if s.reverse {
		slices.Reverse(items)
	}
	out := make([]starlark.Value, len(items))
	for i, it := range items {
		out[i] = elems[it.at]
	}
	return out, err
}

// lessThan is a < b, as a truth.
func lessThan(t *object.Thread, a, b starlark.Value) (bool, error) {
	r, err := object.Compare(t.RT.Dialect, syntax.Lt, a, b)
	if err != nil {
		return false, err
	}
	if r == object.True || r == object.False {
		return r == object.True, t.Failed()
	}
	return isTrue(t, r)
}

// listSort is list.sort(*, key=None, reverse=False); list.sort(cmp=None,
// key=None, reverse=False) in Python 2. Meanwhile the list is empty.
func listSort(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	s, err := sortArgs(t, "sort", args, kwargs)
	if err != nil {
		return nil, err
	}
	l := self.(*object.List)
	elems := l.Elems
	l.Elems = nil
	sorted, err := s.sorted(elems)
	if err != nil {
		if l.Elems = sorted; sorted == nil {
			l.Elems = elems
		}
		return nil, err
	}
	changed := l.Elems != nil
	l.Elems = sorted
	if changed {
		return nil, object.ValueError.Errorf("list modified during sort")
	}
	return starlark.None, nil
}

// builtinSorted is sorted(iterable, *, key=None, reverse=False) -> list.
func builtinSorted(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var rest starlark.Tuple
	var v starlark.Value
	if py2(t) { // sort then refuses iterable by name
		var cmp, key, reverse starlark.Value
		err := object.Keywords(t, "sorted", args, kwargs, 1, "iterable", &v, "cmp", &cmp, "key", &key, "reverse", &reverse)
		if err == nil && reverse != nil {
			_, err = t.Int(reverse)
		}
		if err != nil {
			return nil, err
		}
		rest = args[min(1, len(args)):]
	} else {
		if err := tupled("", "sorted", args, nil, 1, 1); err != nil {
			return nil, err
		}
		v = args[0]
	}
	elems, err := elements(t, v)
	if err != nil {
		return nil, err
	}
	s, err := sortArgs(t, "sorted", rest, kwargs)
	if err != nil {
		return nil, err
	}
	sorted, err := s.sorted(elems)
	if err != nil {
		return nil, err
	}
	return object.NewList(sorted), nil
}
