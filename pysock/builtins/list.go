package builtins

import (
	"slices"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// list and tuple.

var listMethods = map[string]method{
	"append":  listAppend,
	"extend":  listExtend,
	"insert":  listInsert,
	"pop":     listPop,
	"remove":  listRemove,
	"index":   listIndex,
	"count":   listCount,
	"reverse": listReverse,
	"sort":    listSort,
}

// listMethods3 are in Python 3 only.
var listMethods3 = map[string]method{
	"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("list", "copy", args, kwargs); err != nil {
			return nil, err
		}
		return object.NewList(slices.Clone(self.(*object.List).Elems)), nil
	},
	"clear": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := noArgs("list", "clear", args, kwargs); err != nil {
			return nil, err
		}
		self.(*object.List).Elems = nil
		return starlark.None, nil
	},
}

// listAppend is list.append(object).
func listAppend(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("list", "append", args, kwargs); err != nil {
		return nil, err
	}
	l := self.(*object.List)
	l.Elems = append(l.Elems, args[0])
	return starlark.None, nil
}

// listExtend is list.extend(iterable).
func listExtend(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("list", "extend", args, kwargs); err != nil {
		return nil, err
	}
	l := self.(*object.List)
	elems, err := elements(t, args[0])
	l.Elems = append(l.Elems, elems...)
	return none(err)
}

// listInsert is list.insert(index, object).
func listInsert(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := clinic("list", "insert", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	i, err := size(t, args[0])
	if err != nil {
		return nil, err
	}
	l := self.(*object.List)
	l.Elems = slices.Insert(l.Elems, insertAt(i, len(l.Elems)), args[1])
	return starlark.None, nil
}

// listPop is list.pop([index]); it raises IndexError.
func listPop(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := clinic("list", "pop", args, kwargs, 0, 1); err != nil {
		return nil, err
	}
	l := self.(*object.List)
	i, err := popAt(t, args, len(l.Elems), "list")
	if err != nil {
		return nil, err
	}
	v := l.Elems[i]
	switch {
	case i == len(l.Elems)-1:
		l.Elems[i] = nil
		l.Elems = l.Elems[:i]
	case i == 0: // what a queue does; moves nothing
		l.Elems[0] = nil
		l.Elems = l.Elems[1:]
	default:
		l.Elems = slices.Delete(l.Elems, i, i+1)
	}
	return v, nil
}

// find returns the index of v in the part of elems, which may change
// meanwhile, or -1.
func find(elems func() []starlark.Value, lo, hi int, v starlark.Value) (int, error) {
	for i := lo; i < hi; i++ {
		es := elems()
		if i >= len(es) {
			break
		}
		if object.Identical(es[i], v) {
			return i, nil
		}
		same, err := object.Equal(es[i], v)
		if err != nil {
			return -1, err
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

// listRemove is list.remove(value); it raises ValueError.
func listRemove(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("list", "remove", args, kwargs); err != nil {
		return nil, err
	}
	l := self.(*object.List)
	i, err := find(func() []starlark.Value { return l.Elems }, 0, len(l.Elems), args[0])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		return nil, object.ValueError.Errorf("list.remove(x): x not in list")
	}
	if i < len(l.Elems) {
		l.Elems = slices.Delete(l.Elems, i, i+1)
	}
	return starlark.None, nil
}

// sliceIndex refuses what is no index, for methods that take None for none.
func sliceIndex(v starlark.Value) error {
	_, ok, err := object.AsIndex(v)
	if err == nil && !ok {
		err = object.TypeError.Errorf("slice indices must be integers or have an __index__ method")
	}
	return err
}

// sequenceIndex is index(value[, start[, stop]]) of list and tuple.
func sequenceIndex(t *object.Thread, elems func() []starlark.Value, typ string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := clinic(typ, "index", args, kwargs, 1, 3); err != nil {
		return nil, err
	}
	for _, a := range args[1:] {
		if err := sliceIndex(a); err != nil {
			return nil, err
		}
	}
	lo, hi, err := sliceBounds(t, args, 1, len(elems()))
	if err != nil {
		return nil, err
	}
	i, err := find(elems, lo, hi, args[0])
	if err != nil {
		return nil, err
	}
	if i < 0 {
		if typ == "tuple" {
			return nil, object.ValueError.Errorf("tuple.index(x): x not in tuple")
		}
		r, err := Repr(t, args[0])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError.Errorf("%s is not in list", raw(r))
	}
	return starlark.MakeInt(i), nil
}

func sequenceCount(t *object.Thread, elems []starlark.Value, typ string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg(typ, "count", args, kwargs); err != nil {
		return nil, err
	}
	n := 0
	for _, e := range elems {
		same := object.Identical(e, args[0])
		if !same {
			var err error
			if same, err = object.Equal(e, args[0]); err != nil {
				return nil, err
			}
		}
		if same {
			n++
		}
	}
	return starlark.MakeInt(n), nil
}

func listIndex(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	l := self.(*object.List)
	return sequenceIndex(t, func() []starlark.Value { return l.Elems }, "list", args, kwargs)
}

func listCount(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return sequenceCount(t, self.(*object.List).Elems, "list", args, kwargs)
}

// listReverse is list.reverse().
func listReverse(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := noArgs("list", "reverse", args, kwargs); err != nil {
		return nil, err
	}
	slices.Reverse(self.(*object.List).Elems)
	return starlark.None, nil
}

var tupleMethods = map[string]method{
	"index": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		tuple, _ := object.AsTuple(self)
		return sequenceIndex(t, func() []starlark.Value { return tuple }, "tuple", args, kwargs)
	},
	"count": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		tuple, _ := object.AsTuple(self)
		return sequenceCount(t, tuple, "tuple", args, kwargs)
	},
}

// optionalIterable takes the only argument of list, tuple, set and frozenset.
func optionalIterable(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if py2(t) && (name == "list" || name == "tuple") {
		var v starlark.Value
		return v, object.Keywords(t, name, args, kwargs, 0, "sequence", &v)
	}
	if err := tupled("", name, args, kwargs, 0, 1); err != nil {
		return nil, err
	}
	if len(args) == 0 {
		return nil, nil
	}
	return args[0], nil
}

// newList is list([iterable]).
func newList(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := optionalIterable(t, "list", args, kwargs)
	if err != nil {
		return nil, err
	}
	if v == nil {
		return object.NewList(nil), nil
	}
	elems, err := elements(t, v)
	if err != nil {
		return nil, err
	}
	return object.NewList(elems), nil
}

// newTuple is tuple([iterable]).
func newTuple(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	v, err := optionalIterable(t, "tuple", args, kwargs)
	if err != nil || v == nil {
		return starlark.Tuple{}, err
	}
	if tuple, ok := v.(starlark.Tuple); ok {
		return tuple, nil
	}
	elems, err := elements(t, v)
	return starlark.Tuple(elems), err
}
