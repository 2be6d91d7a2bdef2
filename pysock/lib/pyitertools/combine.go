package pyitertools

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// newChain is chain(*iterables).
func newChain(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := noKeywords("chain", kwargs); err != nil {
		return nil, err
	}
	i := 0
	return chained(func(*object.Thread) (starlark.Value, error) {
		if i == len(args) {
			return nil, nil
		}
		i++
		return args[i-1], nil
	}), nil
}

// fromIterable is chain.from_iterable(iterable).
func fromIterable(chain *object.Class) *object.Func {
	return &object.Func{FuncName: "from_iterable", Self: chain,
		Method: func(t *object.Thread, _ starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var v starlark.Value
			if err := object.OneArg(t, "chain", "from_iterable", args, kwargs, &v); err != nil {
				return nil, err
			}
			iterables, err := pull(t, v)
			if err != nil {
				return nil, err
			}
			return newIterator(t, chain, chained(iterables)), nil
		}}
}

// chained walks over each of the iterables that a step gives.
func chained(iterables step) step {
	var active step
	return func(t *object.Thread) (starlark.Value, error) {
		for {
			if active == nil {
				v, err := iterables(t)
				if v == nil || err != nil {
					return nil, err
				}
				if active, err = pull(t, v); err != nil {
					return nil, err
				}
			}
			v, err := active(t)
			if v != nil || err != nil {
				return v, err
			}
			active = nil
		}
	}
}

// newStarmap is starmap(function, iterable).
func newStarmap(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := positional("starmap", args, kwargs, 2, 2); err != nil {
		return nil, err
	}
	next, err := pull(t, args[1])
	fn := args[0]
	return func(t *object.Thread) (starlark.Value, error) {
		v, err := next(t)
		if v == nil || err != nil {
			return nil, err
		}
		row, err := builtins.Elements(t, v)
		if err != nil {
			return nil, err
		}
		return starlark.Call(t.Star, fn, row, nil)
	}, err
}

// newImap is Python 2's imap(function, *iterables); None makes tuples.
func newImap(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := noKeywords("imap", kwargs); err != nil {
		return nil, err
	}
	if len(args) < 2 {
		return nil, object.TypeError.Errorf("imap() must have at least two arguments.")
	}
	steps, err := pullAll(t, args[1:])
	row := rows(steps)
	return func(t *object.Thread) (starlark.Value, error) {
		v, err := row(t)
		if v == nil || err != nil || args[0] == starlark.None {
			return v, err
		}
		return starlark.Call(t.Star, args[0], v.(starlark.Tuple), nil)
	}, err
}

// rows takes one value of each step until one is at its end.
func rows(steps []step) step {
	return func(t *object.Thread) (starlark.Value, error) {
		row := make(starlark.Tuple, len(steps))
		for i, next := range steps {
			v, err := next(t)
			if v == nil || err != nil {
				return nil, err
			}
			row[i] = v
		}
		return row, nil
	}
}

// pullRows is pullAll with the words of Python 2's izip and izip_longest.
func pullRows(t *object.Thread, name string, args starlark.Tuple) ([]step, error) {
	steps, err := pullAll(t, args)
	if err != nil && t.RT.Dialect == syntax.Python2 && object.Is(err, object.TypeError, syntax.Python2) {
		return nil, object.TypeError.Errorf("%s argument #%d must support iteration", name, len(steps)+1)
	}
	return steps, err
}

// newIzip is Python 2's izip(*iterables).
func newIzip(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := noKeywords("izip", kwargs); err != nil {
		return nil, err
	}
	steps, err := pullRows(t, "izip", args)
	if len(args) == 0 {
		return func(*object.Thread) (starlark.Value, error) { return nil, nil }, err
	}
	return rows(steps), err
}

// zippingLongest makes zip_longest(*iterables, fillvalue=None).
func zippingLongest(name string) constructor {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
		fill := starlark.Value(starlark.None)
		for _, kv := range kwargs {
			if key, _ := object.AsText(kv[0]); key != "fillvalue" || len(kwargs) > 1 {
				return nil, object.TypeError.Errorf("%s() got an unexpected keyword argument", name)
			}
			fill = kv[1]
		}
		steps, err := pullRows(t, name, args)
		active := len(steps)
		return func(t *object.Thread) (starlark.Value, error) {
			if active == 0 {
				return nil, nil
			}
			row := make(starlark.Tuple, len(steps))
			for i, next := range steps {
				row[i] = fill
				if next == nil {
					continue
				}
				v, err := next(t)
				if err != nil {
					active = 0
					return nil, err
				}
				if v != nil {
					row[i] = v
					continue
				}
				steps[i] = nil
				if active--; active == 0 {
					return nil, nil
				}
			}
			return row, nil
		}, err
	}
}

// newAccumulate is accumulate(iterable, func=operator.add, *, initial=None).
func newAccumulate(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	var iterable starlark.Value
	fn, initial := starlark.Value(starlark.None), starlark.Value(starlark.None)
	if err := object.Keywords(t, "accumulate", args, kwargs, 1, "iterable", &iterable, "func", &fn, "$initial", &initial); err != nil {
		return nil, err
	}
	next, err := pull(t, iterable)
	if err != nil {
		return nil, err
	}
	combine := builtins.Binary(t.RT, "add")
	var total starlark.Value
	return func(t *object.Thread) (starlark.Value, error) {
		if initial != starlark.None {
			total, initial = initial, starlark.None
			return total, nil
		}
		v, err := next(t)
		switch {
		case v == nil || err != nil:
			return nil, err
		case total == nil:
			total = v
			return v, nil
		case fn == starlark.None:
			v, err = combine(total, v)
		default:
			v, err = t.Call(fn, total, v)
		}
		if err != nil {
			return nil, err
		}
		total = v
		return v, nil
	}, nil
}
