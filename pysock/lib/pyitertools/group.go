package pyitertools

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A grouped is the state of a groupby, which its groups share.
type grouped struct {
	next   step
	key    starlark.Value // a function, or None
	target starlark.Value // the key of the group given last
	at     starlark.Value // the key of the value read last
	value  starlark.Value // that value, until it is given
	group  int            // counts the groups: only the last one gives values
}

// advance reads one value; false at the end.
func (g *grouped) advance(t *object.Thread) (bool, error) {
	v, err := g.next(t)
	if v == nil || err != nil {
		return false, err
	}
	k := v
	if g.key != starlark.None {
		if k, err = t.Call(g.key, v); err != nil {
			return false, err
		}
	}
	g.value, g.at = v, k
	return true, nil
}

// addGroupby adds groupby(iterable, key=None).
func addGroupby(rt *object.Runtime, m *object.Module) {
	groupby, grouper := newClass(rt, "groupby"), newClass(rt, "_grouper")
	groupby.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var iterable starlark.Value
		g := &grouped{key: starlark.None}
		err := object.Keywords(t, "groupby", args, kwargs, 1, "iterable", &iterable, "key", &g.key)
		if err != nil {
			return nil, err
		}
		if g.next, err = pull(t, iterable); err != nil {
			return nil, err
		}
		return newIterator(t, groupby, func(t *object.Thread) (starlark.Value, error) {
			g.group++
			for {
				if g.at != nil {
					if g.target == nil {
						break
					}
					same, err := builtins.Same(t, g.target, g.at)
					if err != nil {
						return nil, err
					}
					if !same {
						break
					}
				}
				if more, err := g.advance(t); !more || err != nil {
					return nil, err
				}
			}
			g.target = g.at
			return starlark.Tuple{g.at, newIterator(t, grouper, g.walk())}, nil
		}), nil
	}
	m.Set("groupby", groupby)
	if rt.Dialect != syntax.Python2 {
		m.Set("_grouper", grouper)
	}
}

// walk gives the values of the group that begins here.
func (g *grouped) walk() step {
	group, key := g.group, g.at
	return func(t *object.Thread) (starlark.Value, error) {
		if g.group != group {
			return nil, nil
		}
		if g.value == nil {
			if more, err := g.advance(t); !more || err != nil {
				return nil, err
			}
		}
		same, err := builtins.Same(t, key, g.at)
		if !same || err != nil {
			return nil, err
		}
		v := g.value
		g.value = nil
		return v, nil
	}
}

// A link of a tee holds a value that some of its iterators have still to give.
type link struct {
	v    starlark.Value // nil until it is read
	next *link
}

// A teed is where one iterator of a tee stands.
type teed struct {
	source *shared
	at     *link
	err    error
}

// shared is the iterable of a tee.
type shared struct {
	rt      *object.Runtime
	next    step
	reading bool
}

func (s *teed) Next(p *starlark.Value) bool {
	s.err = nil
	if s.at.v == nil {
		if s.source.reading {
			s.err = object.RuntimeError.Errorf("cannot re-enter the tee iterator")
			return false
		}
		s.source.reading = true
		v, err := s.source.next(s.source.rt.Current())
		s.source.reading = false
		if v == nil || err != nil {
			s.err = err
			return false
		}
		s.at.v, s.at.next = v, new(link)
	}
	*p = s.at.v
	s.at = s.at.next
	return true
}

func (s *teed) Err() error { return s.err }
func (s *teed) Done()      {}

// addTee adds tee(iterable, n=2) -> tuple of n independent iterators.
func addTee(rt *object.Runtime, m *object.Module) {
	name := "_tee"
	if rt.Dialect == syntax.Python2 {
		name = "tee"
	}
	c := newClass(rt, name)
	c.Seal()
	clone := func(s *teed) starlark.Value { return object.NewIterator(c, &teed{source: s.source, at: s.at}) }
	start := func(t *object.Thread, v starlark.Value) (*teed, error) {
		if it, ok := v.(*object.Iterator); ok {
			if s, ok := it.Source().(*teed); ok {
				return s, nil
			}
		}
		next, err := pull(t, v)
		return &teed{source: &shared{rt: t.RT, next: next}, at: new(link)}, err
	}
	c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := positional(name, args, kwargs, 1, 1); err != nil {
			return nil, err
		}
		s, err := start(t, args[0])
		if err != nil {
			return nil, err
		}
		return clone(s), nil
	}
	c.Methods["__copy__"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return clone(self.(*object.Iterator).Source().(*teed)), object.NoArgs(name, "__copy__", args, kwargs)
	}
	if rt.Dialect != syntax.Python2 {
		m.Set("_tee", c)
	}
	m.Set("tee", &object.Func{FuncName: "tee", Module: "itertools", Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) == 0 && t.RT.Dialect == syntax.Python2 {
			return nil, object.TypeError.Errorf("function takes at least 1 argument (0 given)")
		}
		if len(kwargs) > 0 {
			return nil, object.TypeError.By("tee() takes no keyword arguments", "itertools.tee() takes no keyword arguments")
		}
		if err := builtins.Tupled("tee", args, 1, 2); err != nil {
			return nil, err
		}
		n := 2
		if len(args) == 2 {
			var err error
			if n, err = builtins.Size(t, args[1]); err != nil {
				return nil, err
			}
		}
		if n < 0 {
			return nil, object.ValueError.Errorf("n must be >= 0")
		}
		out := make(starlark.Tuple, n)
		if n == 0 {
			return out, nil
		}
		s, err := start(t, args[0])
		if err != nil {
			return nil, err
		}
		for i := range out {
			out[i] = clone(s)
		}
		return out, nil
	}})
}

// newPairwise is pairwise(iterable).
func newPairwise(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	if err := positional("pairwise", args, kwargs, 1, 1); err != nil {
		return nil, err
	}
	next, err := pull(t, args[0])
	var before starlark.Value
	return func(t *object.Thread) (starlark.Value, error) {
		if before == nil {
			v, err := next(t)
			if v == nil || err != nil {
				return nil, err
			}
			before = v
		}
		v, err := next(t)
		if v == nil || err != nil {
			return nil, err
		}
		pair := starlark.Tuple{before, v}
		before = v
		return pair, nil
	}, err
}
