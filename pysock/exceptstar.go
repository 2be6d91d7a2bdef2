package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The operators of try statements with except*: see lower/exceptstar.go.

// A starGroup is what such a statement knows of the exception that it handles.
type starGroup struct {
	whole *object.Exception
	rest  *object.Exception // what no handler took yet; nil: nothing is left
	// raised are the exceptions that the handlers raised.
	raised []*object.Exception
	taken  *object.Exception // what the next handler runs for
}

func (g *starGroup) String() string        { return "<except*>" }
func (g *starGroup) Type() string          { return "except*" }
func (g *starGroup) Freeze()               {}
func (g *starGroup) Truth() starlark.Bool  { return true }
func (g *starGroup) Hash() (uint32, error) { return 0, object.Unhashable("except*") }

// starGroup is e // @stargroup.
func (r *Runtime) starGroup(v starlark.Value) (starlark.Value, error) {
	e := v.(*object.Exception)
	return &starGroup{whole: e, rest: e}, nil
}

// starTake is group // @startake // E: the part of the exception that a handler
// of E takes, as a group, or None.
func (r *Runtime) starTake(v, class starlark.Value) (starlark.Value, error) {
	g := v.(*starGroup)
	g.taken = nil
	classes := starlark.Tuple{class}
	if t, ok := class.(starlark.Tuple); ok {
		classes = t
	}
	for _, c := range classes {
		k, ok := c.(*object.Class)
		if !ok || !k.Exception {
			return nil, object.TypeError.Errorf("catching classes that do not inherit from BaseException is not allowed")
		}
	}
	for _, c := range classes {
		if c.(*object.Class).IsSubclass(object.BaseExceptionGroup.Class(syntax.Python3)) {
			return nil, object.TypeError.Errorf("catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	if g.rest == nil {
		return starlark.None, nil
	}
	matches := func(e *object.Exception) (bool, error) {
		for _, c := range classes {
			if e.Class().IsSubclass(c.(*object.Class)) {
				return true, nil
			}
		}
		return false, nil
	}
	match, rest, err := r.rt.Current().Split(g.rest, matches)
	if match == nil || err != nil {
		return starlark.None, err
	}
	if match.Members() == nil { // an exception that is no group is made one
		match = object.NewGroup(starlark.Tuple{match})
	}
	g.taken, g.rest = match, rest
	return match, nil
}

// starRun is group // @starrun // handler.
func (r *Runtime) starRun(v, handler starlark.Value) (starlark.Value, error) {
	g, t := v.(*starGroup), r.rt.Current()
	_, err := t.HandleBy(handler, g.taken)
	if err != nil {
		g.raised = append(g.raised, t.Catch(err, t.FrameDepth()))
	}
	return starlark.None, nil
}

// starEnd is group // @starend: it raises what the handlers raised, and what
// none of them took or what they raised again as one group of the shape that
// the whole had.
func (r *Runtime) starEnd(v starlark.Value) (starlark.Value, error) {
	g, t := v.(*starGroup), r.rt.Current()
	if g.whole.Members() == nil {
		switch {
		case len(g.raised) > 0:
			return nil, reraise(g.raised[0])
		case g.rest != nil:
			return nil, reraise(g.rest)
		}
		return starlark.None, nil
	}
	keep := make(map[*object.Exception]bool)
	add := func(e *object.Exception) { keep[e] = true }
	var raised []*object.Exception
	for _, e := range g.raised {
		if e.Members() != nil && e.IsPartOf(g.whole) {
			e.Leaves(add)
		} else {
			raised = append(raised, e)
		}
	}
	if g.rest != nil {
		g.rest.Leaves(add)
	}
	if len(keep) > 0 {
		again, _, err := t.Split(g.whole, func(e *object.Exception) (bool, error) { return keep[e], nil })
		if err != nil {
			return nil, err
		}
		if again != nil {
			raised = append(raised, again)
		}
	}
	switch len(raised) {
	case 0:
		return starlark.None, nil
	case 1:
		return nil, reraise(raised[0])
	}
	values := make([]starlark.Value, len(raised))
	for i, e := range raised {
		values[i] = e
	}
	return nil, reraise(object.NewGroup(object.NewList(values)))
}

// reraise is what a raise statement without an expression does.
func reraise(e *object.Exception) error {
	r := object.Raise(e)
	r.Bare = true
	return r
}
