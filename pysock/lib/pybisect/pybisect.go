// Package pybisect is Python's module bisect, as _bisect: where an item belongs in a
// list that stays sorted, found by halving. (Library reference, bisect.)
package pybisect

import (
	"strings"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Lists that stay sorted."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	var defs []object.Def
	for _, name := range []string{"bisect_left", "bisect_right", "insort_left", "insort_right"} {
		defs = append(defs, object.Def{Name: name, F: function(name)})
	}
	py2 := rt.Dialect == syntax.Python2
	if py2 {
		defs = append(defs, object.Def{Name: "bisect", F: function("bisect_right")}, object.Def{Name: "insort", F: function("insort_right")})
	}
	m := object.NewModule(rt, "_bisect", doc, defs)
	if !py2 {
		m.Set("bisect", m.Get("bisect_right"))
		m.Set("insort", m.Get("insort_right"))
	}
	return m
}

// A search is for the place of x in a between lo and hi; hi is -1 for the end.
type search struct {
	t      *object.Thread
	a, x   starlark.Value
	key    starlark.Value // None: the items themselves are compared
	lo, hi int
	right  bool // behind all items that are equal to x
}

// function makes bisect_left(a, x, lo=0, hi=None, *, key=None) and its like; Python 2's
// have no key.
func function(name string) func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	inserts := strings.HasPrefix(name, "insort")
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		s := search{t: t, hi: -1, right: strings.HasSuffix(name, "right"), key: starlark.None}
		var lo, hi int64 = 0, -1
		dst := []any{"a", &s.a, "x", &s.x, "lo", &lo, "hi", &hi}
		if t.RT.Dialect != syntax.Python2 {
			dst = []any{"a", &s.a, "x", &s.x, "lo", size(&lo), "hi", sizeOrNone(&hi), "$key", &s.key}
		}
		if err := object.Keywords(t, name, args, kwargs, 2, dst...); err != nil {
			return nil, err
		}
		s.lo, s.hi = int(lo), int(hi)
		item := s.x
		if inserts && s.key != starlark.None {
			k, err := t.Call(s.key, item)
			if err != nil {
				return nil, err
			}
			s.x = k
		}
		at, err := s.find()
		switch {
		case err != nil:
			return nil, err
		case !inserts:
			return starlark.MakeInt(at), nil
		}
		insert, err := t.RT.Attr(s.a, "insert")
		if err == nil {
			_, err = t.Call(insert, starlark.MakeInt(at), item)
		}
		return starlark.None, err
	}
}

// size converts to a Py_ssize_t.
func size(dst *int64) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		n, err := builtins.Size(t, v)
		*dst = int64(n)
		return err
	})
}

// sizeOrNone is size where None stands for the default.
func sizeOrNone(dst *int64) object.Converter {
	return object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if v == starlark.None {
			return nil
		}
		n, ok, err := object.AsIndex(v)
		if err == nil && !ok {
			err = object.TypeError.Errorf("argument should be integer or None, not '%s'", object.TypeName(v))
		}
		if err != nil {
			return err
		}
		if *dst, ok = n.Int64(); !ok {
			return object.OverflowError.Errorf("cannot fit '%s' into an index-sized integer", object.TypeName(v))
		}
		return nil
	})
}

// find returns the place; it raises ValueError.
func (s *search) find() (int, error) {
	t, lo, hi := s.t, s.lo, s.hi
	if lo < 0 {
		return 0, object.ValueError.Errorf("lo must be non-negative")
	}
	if hi == -1 {
		n, err := s.len()
		if err != nil {
			return 0, err
		}
		hi = n
	}
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		v, err := builtins.GetItem(t.RT, s.a, starlark.MakeInt(mid))
		if err == nil && s.key != starlark.None {
			v, err = t.Call(s.key, v)
		}
		if err != nil {
			return 0, err
		}
		x, y := v, s.x
		if s.right {
			x, y = y, x
		}
		less, err := object.Compare(t.RT.Dialect, syntax.Lt, x, y)
		if err != nil {
			return 0, err
		}
		is, err := builtins.IsTrue(t, less)
		switch {
		case err != nil:
			return 0, err
		case is == s.right:
			hi = mid
		default:
			lo = mid + 1
		}
	}
	return lo, nil
}

// len is the number of items; a mapping is no sequence.
func (s *search) len() (int, error) {
	if _, ok := s.a.(starlark.IterableMapping); ok {
		name := object.TypeName(s.a)
		return 0, object.TypeError.By("object of type '"+name+"' has no len()", name+" is not a sequence")
	}
	return builtins.Len(s.t, s.a)
}
