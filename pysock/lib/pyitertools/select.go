package pyitertools

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// tested is a step and the function that chooses among what it gives.
func tested(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple) (next step, chosen func(t *object.Thread, v starlark.Value) (bool, error), err error) {
	if err := positional(name, args, kwargs, 2, 2); err != nil {
		return nil, nil, err
	}
	next, err = pull(t, args[1])
	fn := args[0]
	return next, func(t *object.Thread, v starlark.Value) (bool, error) {
		r, err := t.Call(fn, v)
		if err != nil {
			return false, err
		}
		return holds(t, r)
	}, err
}

// filtering makes ifilter, ifilterfalse and filterfalse(function, iterable);
// None tests the values themselves.
func filtering(name string, want bool) constructor {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
		next, chosen, err := tested(t, name, args, kwargs)
		if err != nil {
			return nil, err
		}
		if args[0] == starlark.None {
			chosen = holds
		}
		return func(t *object.Thread) (starlark.Value, error) {
			for {
				v, err := next(t)
				if v == nil || err != nil {
					return nil, err
				}
				is, err := chosen(t, v)
				if err != nil {
					return nil, err
				}
				if is == want {
					return v, nil
				}
			}
		}, nil
	}
}

// newTakewhile is takewhile(predicate, iterable).
func newTakewhile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	next, chosen, err := tested(t, "takewhile", args, kwargs)
	stopped := false
	return func(t *object.Thread) (starlark.Value, error) {
		if stopped {
			return nil, nil
		}
		v, err := next(t)
		if v == nil || err != nil {
			return nil, err
		}
		is, err := chosen(t, v)
		if err != nil {
			return nil, err
		}
		if !is {
			stopped = true
			return nil, nil
		}
		return v, nil
	}, err
}

// newDropwhile is dropwhile(predicate, iterable).
func newDropwhile(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	next, chosen, err := tested(t, "dropwhile", args, kwargs)
	begun := false
	return func(t *object.Thread) (starlark.Value, error) {
		for {
			v, err := next(t)
			if v == nil || err != nil || begun {
				return v, err
			}
			is, err := chosen(t, v)
			if err != nil {
				return nil, err
			}
			if !is {
				begun = true
				return v, nil
			}
		}
	}, err
}

// newCompress is compress(data, selectors).
func newCompress(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	var data, selectors starlark.Value
	if err := object.Keywords(t, "compress", args, kwargs, 2, "data", &data, "selectors", &selectors); err != nil {
		return nil, err
	}
	steps, err := pullAll(t, []starlark.Value{data, selectors})
	if err != nil {
		return nil, err
	}
	return func(t *object.Thread) (starlark.Value, error) {
		for {
			v, err := steps[0](t)
			if v == nil || err != nil {
				return nil, err
			}
			s, err := steps[1](t)
			if s == nil || err != nil {
				return nil, err
			}
			is, err := holds(t, s)
			if err != nil {
				return nil, err
			}
			if is {
				return v, nil
			}
		}
	}, nil
}

// newIslice is islice(iterable, stop) or islice(iterable, start, stop[, step]).
func newIslice(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := positional("islice", args, kwargs, 2, 4); err != nil {
		return nil, err
	}
	// bound returns an argument as a number from least on; none is what None means.
	bound := func(i, none, least int) (n int, ok bool) {
		if i >= len(args) || args[i] == starlark.None {
			return none, true
		}
		n, err := builtins.Length(t, args[i])
		return n, err == nil && n >= least
	}
	wrong := func(what string) error {
		const bounds = " must be None or an integer: 0 <= x <= "
		return object.ValueError.By(what+bounds+"maxint.", what+bounds+"sys.maxsize.")
	}
	start, by := 0, 1
	stop, ok := bound(1, -1, 0)
	if !ok && len(args) == 2 {
		if n, err := builtins.Size(t, args[1]); err == nil && n < -1 {
			return nil, wrong("Indices for islice()")
		}
		return nil, wrong("Stop argument for islice()")
	}
	if len(args) > 2 {
		var ok2, ok3 bool
		start, ok = bound(1, 0, 0)
		stop, ok2 = bound(2, -1, 0)
		by, ok3 = bound(3, 1, 1)
		switch {
		case !ok2:
			if _, err := builtins.Size(t, args[2]); err != nil {
				return nil, wrong("Stop argument for islice()")
			}
			return nil, wrong("Indices for islice()")
		case !ok:
			return nil, wrong("Indices for islice()")
		case !ok3:
			return nil, object.ValueError.Errorf("Step for islice() must be a positive integer or None.")
		}
	}
	next, err := pull(t, args[0])
	if err != nil {
		return nil, err
	}
	taken, want := 0, start
	return func(t *object.Thread) (starlark.Value, error) {
		for ; taken < want; taken++ {
			if v, err := next(t); v == nil || err != nil {
				return nil, err
			}
		}
		if stop >= 0 && taken >= stop {
			return nil, nil
		}
		v, err := next(t)
		if v == nil || err != nil {
			return nil, err
		}
		taken++
		if want += by; want < 0 || stop >= 0 && want > stop {
			want = stop
		}
		return v, nil
	}, nil
}
