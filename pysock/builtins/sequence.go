package builtins

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	"math"
)

// Built-in functions that look at all elements of something.

// builtinLen is len(obj).
func builtinLen(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg("", "len", args, kwargs); err != nil {
		return nil, err
	}
	n, err := Len(t, args[0])
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt(n), nil
}

// searching makes any and all: whether an element's truth is stop.
func searching(name string, stop bool) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("", name, args, kwargs); err != nil {
			return nil, err
		}
		it, err := iterate(t, args[0])
		if err != nil {
			return nil, err
		}
		defer it.done()
		for {
			v, err := it.next()
			if err != nil {
				return nil, err
			}
			if v == nil {
				return object.Truthy(!stop), nil
			}
			b, err := isTrue(t, v)
			if err != nil {
				return nil, err
			}
			if b == stop {
				return object.Truthy(stop), nil
			}
		}
	}
}

// extreme makes max and min: max(iterable, *[, default, key]) and max(a, b,
// *args[, key]).
func extreme(name string, op syntax.CmpOp) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var key, fallback starlark.Value
		if len(args) == 0 {
			return nil, object.TypeError.By(name+" expected 1 arguments, got 0", name+" expected at least 1 argument, got 0")
		}
		if len(kwargs) > 0 {
			if err := extremeOptions(t, name, kwargs, &key, &fallback); err != nil {
				return nil, err
			}
		}
		var over starlark.Value = args
		if len(args) == 1 {
			over = args[0]
		} else if fallback != nil {
			return nil, object.TypeError.Errorf("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		var best, bestKey starlark.Value
		err := each(t, over, func(v starlark.Value) error {
			k := v
			var err error
			if key != nil {
				if k, err = t.Call(key, v); err != nil {
					return err
				}
			}
			better := best == nil
			if !better {
				r, err := object.Compare(t.RT.Dialect, op, k, bestKey)
				if err != nil {
					return err
				}
				if better, err = isTrue(t, r); err != nil {
					return err
				}
			}
			if better {
				best, bestKey = v, k
			}
			return nil
		})
		switch {
		case err != nil:
			return nil, err
		case best != nil:
			return best, nil
		case fallback != nil:
			return fallback, nil
		}
		return nil, object.ValueError.Errorf("%s() arg is an empty sequence", name)
	}
}

func extremeOptions(t *object.Thread, name string, kwargs []starlark.Tuple, key, fallback *starlark.Value) error {
	if py2(t) {
		if s, _ := object.AsText(kwargs[0][0]); len(kwargs) > 1 || s != "key" {
			return object.TypeError.Errorf("%s() got an unexpected keyword argument", name)
		}
	}
	if err := object.Keywords(t, name, nil, kwargs, 0, "key", key, "default", fallback); err != nil {
		return err
	}
	if *key == starlark.None && !py2(t) {
		*key = nil
	}
	return nil
}

// builtinReduce is Python 2's reduce(function, sequence[, initial]), which is
// functools.reduce too.
func builtinReduce(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := tupled("", "reduce", args, kwargs, 2, 3); err != nil {
		return nil, err
	}
	var total starlark.Value
	if len(args) == 3 {
		total = args[2]
	}
	its, err := steppers(t, args[1:2], func(_ int, err error) error {
		if err != nil && !py2(t) && !isKind(t, err, object.TypeError) {
			return err
		}
		return object.TypeError.Errorf("reduce() arg 2 must support iteration")
	})
	if err != nil {
		return nil, err
	}
	defer its[0].done()
	for {
		v, err := its[0].next()
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		if total == nil {
			total = v
		} else if total, err = t.Call(args[0], total, v); err != nil {
			return nil, err
		}
	}
	if err == nil && total == nil {
		err = object.TypeError.By("reduce() of empty sequence with no initial value", "reduce() of empty iterable with no initial value")
	}
	return total, err
}

// newSlice is slice(stop) or slice(start, stop[, step]).
func newSlice(t *object.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := constructorArgs(t, "slice", args, kwargs, 1, 3); err != nil {
		return nil, err
	}
	s := &object.Slice{Start: starlark.None, Stop: args[0], Step: starlark.None}
	if len(args) > 1 {
		s.Start, s.Stop = args[0], args[1]
	}
	if len(args) > 2 {
		s.Step = args[2]
	}
	return s, nil
}

var sliceMethods = map[string]method{
	"indices": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg("slice", "indices", args, kwargs); err != nil {
			return nil, err
		}
		n, err := index(t, args[0])
		if err == nil && py2(t) {
			if _, fits := n.Int64(); !fits {
				err = object.OverflowError.Errorf("cannot fit 'long' into an index-sized integer")
			}
		}
		if err != nil {
			return nil, err
		}
		if n.Sign() < 0 && !py2(t) {
			return nil, object.ValueError.Errorf("length should not be negative")
		}
		if n.Sign() < 0 {
			return indices2(self.(*object.Slice), n.BigInt().Int64())
		}
		start, stop, step, err := self.(*object.Slice).BigIndices(n.BigInt())
		if err != nil {
			return nil, err
		}
		return starlark.Tuple{starlark.MakeBigInt(start), starlark.MakeBigInt(stop), starlark.MakeBigInt(step)}, nil
	},
}

// indices2 are the indices of a slice in a sequence of negative length, of which
// Python 2 thinks nothing; its numbers wrap around.
func indices2(s *object.Slice, n int64) (starlark.Value, error) {
	bound := func(v starlark.Value, i int64) (int64, error) {
		if v == starlark.None {
			return i, nil
		}
		b, ok, err := object.AsIndex(v)
		if !ok && err == nil {
			err = object.TypeError.Errorf("slice indices must be integers or None or have an __index__ method")
		}
		if i, ok = b.Int64(); !ok {
			i = math.MaxInt64
			if b.Sign() < 0 {
				i = math.MinInt64
			}
		}
		return i, err
	}
	step, err := bound(s.Step, 1)
	if err != nil {
		return nil, err
	}
	first, last, lowest, highest := int64(0), int64(math.MaxInt64), int64(0), n
	if step < 0 {
		first, last, lowest, highest = math.MaxInt64, math.MinInt64, -1, n-1
	} else if step == 0 {
		return nil, object.ValueError.Errorf("slice step cannot be zero")
	}
	out := starlark.Tuple{nil, nil, starlark.MakeInt64(step)}
	for k, v := range []starlark.Value{s.Start, s.Stop} {
		i, err := bound(v, []int64{first, last}[k])
		if err != nil {
			return nil, err
		}
		switch {
		case i < 0:
			if i += n; i < 0 {
				i = lowest
			}
		case i >= n:
			i = highest
		}
		out[k] = starlark.MakeInt64(i)
	}
	return out, nil
}

var sliceGetters = map[string]getter{
	"start": func(v starlark.Value) (starlark.Value, error) { return v.(*object.Slice).Start, nil },
	"stop":  func(v starlark.Value) (starlark.Value, error) { return v.(*object.Slice).Stop, nil },
	"step":  func(v starlark.Value) (starlark.Value, error) { return v.(*object.Slice).Step, nil },
}
