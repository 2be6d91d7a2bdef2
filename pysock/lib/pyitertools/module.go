// Package pyitertools is Python's module itertools.
//
// Each of its types is an object.Iterator over a step: a function that gives
// the next value, or nil at the end. The constructors stand by what they make:
// endless.go (count, cycle, repeat), select.go (what passes on some of the
// values), combine.go (what walks over several iterables), group.go (groupby,
// tee, pairwise) and combinations.go.
//
// What differs from CPython: only count and repeat have __reduce__, so copy
// and pickle take no others (tee's iterators have __copy__); the group of a
// groupby that came to its end stays there.
package pyitertools

import (
	"fmt"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = `Functional tools for creating and using iterators.

Infinite: count, cycle, repeat. All others end with the shortest of what they
are given, or, zip_longest (Python 2: izip_longest), with the longest.`

// A step gives the next value; nil, nil is the end.
type step = func(t *object.Thread) (starlark.Value, error)

// A constructor takes the arguments of a type of the module.
type constructor = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error)

// constructors are in both dialects, constructors2 and constructors3 in one.
var (
	constructors = map[string]constructor{
		"chain":                         newChain,
		"combinations":                  newCombinations,
		"combinations_with_replacement": newCombinationsWithReplacement,
		"compress":                      newCompress,
		"cycle":                         newCycle,
		"dropwhile":                     newDropwhile,
		"islice":                        newIslice,
		"permutations":                  newPermutations,
		"product":                       newProduct,
		"starmap":                       newStarmap,
		"takewhile":                     newTakewhile,
	}
	constructors2 = map[string]constructor{
		"ifilter":      filtering("ifilter", true),
		"ifilterfalse": filtering("ifilterfalse", false),
		"imap":         newImap,
		"izip":         newIzip,
		"izip_longest": zippingLongest("izip_longest"),
	}
	constructors3 = map[string]constructor{
		"accumulate":  newAccumulate,
		"filterfalse": filtering("filterfalse", false),
		"pairwise":    newPairwise,
		"zip_longest": zippingLongest("zip_longest"),
	}
)

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := object.NewModule(rt, "itertools", doc, nil)
	mine := constructors3
	if rt.Dialect == syntax.Python2 {
		mine = constructors2
	}
	for _, table := range []map[string]constructor{constructors, mine} {
		for name, f := range table {
			c := newClass(rt, name)
			c.New = func(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				s, err := f(t, args, kwargs)
				if err != nil {
					return nil, err
				}
				return newIterator(t, c, s), nil
			}
			m.Set(name, c)
		}
	}
	chain := m.Get("chain").(*object.Class)
	chain.Attrs = map[string]starlark.Value{"from_iterable": fromIterable(chain)}
	object.Subscript(chain)
	addEndless(rt, m)
	addGroupby(rt, m)
	addTee(rt, m)
	return m
}

// newClass returns a type whose values are iterators.
func newClass(rt *object.Runtime, name string) *object.Class {
	ts := object.TypesOf(rt.Dialect)
	c := object.NewClass("itertools", name, ts.Object)
	c.Static = true
	like := ts.ByName["enumerate"].Methods
	c.Methods = make(map[string]object.Method, 2)
	for _, name := range []string{"__iter__", "__next__", "next"} {
		if m := like[name]; m != nil {
			c.Methods[name] = m
		}
	}
	return c
}

// newIterator returns an iterator of type c that takes its values from s.
func newIterator(t *object.Thread, c *object.Class, s step) *object.Iterator {
	return object.NewIterator(c, &stepped{rt: t.RT, step: s})
}

// A stepped is a step as Starlark sees it.
type stepped struct {
	rt   *object.Runtime
	step step
	err  error
}

func (s *stepped) Next(p *starlark.Value) bool {
	var v starlark.Value
	if v, s.err = s.step(s.rt.Current()); v == nil || s.err != nil {
		return false
	}
	*p = v
	return true
}

func (s *stepped) Err() error { return s.err }
func (s *stepped) Done()      {}

// pull returns a step through an iterable.
func pull(t *object.Thread, v starlark.Value) (step, error) { return builtins.Pull(t, v) }

// pullAll returns a step for each of the iterables; with an error, for those before
// the one that fails.
func pullAll(t *object.Thread, args []starlark.Value) ([]step, error) {
	steps := make([]step, 0, len(args))
	for _, v := range args {
		s, err := pull(t, v)
		if err != nil {
			return steps, err
		}
		steps = append(steps, s)
	}
	return steps, nil
}

// holds reports whether v is true.
func holds(t *object.Thread, v starlark.Value) (bool, error) {
	b := bool(v.Truth())
	return b, t.Failed()
}

// positional checks for min to max arguments and none by name.
func positional(name string, args starlark.Tuple, kwargs []starlark.Tuple, min, max int) error {
	if err := noKeywords(name, kwargs); err != nil {
		return err
	}
	return builtins.Tupled(name, args, min, max)
}

func noKeywords(name string, kwargs []starlark.Tuple) error {
	if len(kwargs) == 0 {
		return nil
	}
	return object.TypeError.By(name+"() does not take keyword arguments", name+"() takes no keyword arguments")
}

func sprintf(format string, args ...any) string { return fmt.Sprintf(format, args...) }
