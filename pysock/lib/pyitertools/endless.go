package pyitertools

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// addEndless adds count and repeat, which show in their repr where they are.
func addEndless(rt *object.Runtime, m *object.Module) {
	count, repeat := newClass(rt, "count"), newClass(rt, "repeat")
	add := builtins.Binary(rt, "add")
	count.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		c := &counter{rt: t.RT, at: starlark.MakeInt(0), by: starlark.MakeInt(1), add: add}
		if err := object.Keywords(t, "count", args, kwargs, 0, "start", &c.at, "step", &c.by); err != nil {
			return nil, err
		}
		for _, v := range []starlark.Value{c.at, c.by} {
			if !builtins.IsNumber(t.RT.Dialect, v) {
				return nil, object.TypeError.Errorf("a number is required")
			}
		}
		if b, ok := c.at.(object.Bool); ok && c.byOne() { // else it adds to what it was given
			c.at = b.Int()
		}
		return object.NewIterator(count, c), nil
	}
	count.Methods["__repr__"], repeat.Methods["__repr__"] = builtins.ReprMethod, builtins.ReprMethod
	count.Methods["__reduce__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		c := object.Unwrap(self).(*object.Iterator).Source().(*counter)
		state := starlark.Tuple{c.at}
		if !c.byOne() {
			state = append(state, c.by)
		}
		return starlark.Tuple{t.RT.ClassOf(self), state}, object.NoArgs("count", "__reduce__", args, kwargs)
	}
	repeat.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		r := &repeater{left: -1}
		var times starlark.Value
		if err := object.Keywords(t, "repeat", args, kwargs, 1, "object", &r.v, "times", &times); err != nil {
			return nil, err
		}
		if times != nil {
			n, err := builtins.Size(t, times)
			if err != nil {
				return nil, err
			}
			r.left = max(n, 0)
		}
		return object.NewIterator(repeat, r), nil
	}
	repeat.Methods["__length_hint__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		r := object.Unwrap(self).(*object.Iterator).Source().(*repeater)
		if r.left < 0 {
			return nil, object.TypeError.Errorf("len() of unsized object")
		}
		return starlark.MakeInt(r.left), object.NoArgs("repeat", "__length_hint__", args, kwargs)
	}
	repeat.Methods["__reduce__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		r := object.Unwrap(self).(*object.Iterator).Source().(*repeater)
		state := starlark.Tuple{r.v}
		if r.left >= 0 {
			state = append(state, starlark.MakeInt(r.left))
		}
		return starlark.Tuple{t.RT.ClassOf(self), state}, object.NoArgs("repeat", "__reduce__", args, kwargs)
	}
	m.Set("count", count)
	m.Set("repeat", repeat)
}

// A counter is itertools.count(start=0, step=1).
type counter struct {
	rt     *object.Runtime
	at, by starlark.Value
	add    func(x, y starlark.Value) (starlark.Value, error)
	err    error
}

func (c *counter) Next(p *starlark.Value) bool {
	v := c.at
	if c.at, c.err = c.add(v, c.by); c.err != nil {
		c.at = v
		return false
	}
	*p = v
	return true
}

func (c *counter) Err() error { return c.err }
func (c *counter) Done()      {}

func (c *counter) byOne() bool {
	n, ok := c.by.(starlark.Int)
	return ok && object.Identical(n, starlark.MakeInt(1))
}

// Repr is count(start) or count(start, step).
func (c *counter) Repr(d syntax.Dialect) string { return c.ReprAs("count", d) }

// ReprAs is the repr of an instance of a class that derives from count, which Python 2
// doesn't name.
func (c *counter) ReprAs(name string, d syntax.Dialect) string {
	if d == syntax.Python2 {
		name = "count"
	}
	if c.byOne() {
		return sprintf("%s(%s)", name, object.Repr(d, c.at))
	}
	return sprintf("%s(%s, %s)", name, object.Repr(d, c.at), object.Repr(d, c.by))
}

// A repeater is itertools.repeat(object[, times]).
type repeater struct {
	v    starlark.Value
	left int // -1 for ever
}

func (r *repeater) Next(p *starlark.Value) bool {
	if r.left == 0 {
		return false
	}
	if r.left > 0 {
		r.left--
	}
	*p = r.v
	return true
}

func (r *repeater) Done() {}

// Left tells how many are to come.
func (r *repeater) Left() int { return r.left }

// Repr is repeat(object) or repeat(object, times).
func (r *repeater) Repr(d syntax.Dialect) string { return r.ReprAs("repeat", d) }

// ReprAs is the repr of an instance of a class that derives from repeat, which Python 2
// doesn't name.
func (r *repeater) ReprAs(name string, d syntax.Dialect) string {
	if d == syntax.Python2 {
		name = "repeat"
	}
	if r.left < 0 {
		return sprintf("%s(%s)", name, object.Repr(d, r.v))
	}
	return sprintf("%s(%s, %d)", name, object.Repr(d, r.v), r.left)
}

// newCycle is cycle(iterable).
func newCycle(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := positional("cycle", args, kwargs, 1, 1); err != nil {
		return nil, err
	}
	next, err := pull(t, args[0])
	if err != nil {
		return nil, err
	}
	var saved []starlark.Value
	i, first := 0, true
	return func(t *object.Thread) (starlark.Value, error) {
		if first {
			v, err := next(t)
			if err != nil {
				return nil, err
			}
			if v != nil {
				saved = append(saved, v)
				return v, nil
			}
			first = false
		}
		if len(saved) == 0 {
			return nil, nil
		}
		v := saved[i]
		i = (i + 1) % len(saved)
		return v, nil
	}, nil
}
