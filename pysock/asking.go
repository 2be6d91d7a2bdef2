package pysock

import (
	"slices"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// asking finds what CPython 3.11 marks where a condition has no truth or a loop's
// iterator fails, which are no operations of the script's: p is where the last one
// before that has its anchor.
//
// CPython's jump has the place of the statement or expression that it is a part
// of. A condition's own comparisons leave theirs behind, for the jumps after them:
//
//	if o: pass            if o: pass
//	x = 1 if o else 2     1 if o else 2
//	x = o and 1           o and 1
//	if a < b and o: pass  a < b
//	[x for x in y if o]   [x for x in y if o]
//	for x in y: pass      for x in y: pass
func asking(tree *syntax.File, p syntax.Pos, what object.Asked, py2 bool) syntax.Node {
	if py2 {
		return nil
	}
	nodes := path(tree, p)
	for i := len(nodes) - 1; i > 0; i-- {
		switch n := nodes[i].(type) {
		case *syntax.For, *syntax.Comp:
			if what == object.AskedNext {
				return n
			}
		case *syntax.Compare:
			if j := slices.Index(n.OpPos, p); what == object.AskedTruth && j >= 0 && j < len(n.OpPos)-1 {
				return n
			}
		case *syntax.UnaryOp:
			if what == object.AskedTruth && n.Op == syntax.Not && n.Start == p && condition(nodes[:i+1]) == nil {
				return n
			}
		case *syntax.Lambda:
			if contains(n.Body, p) {
				return nil
			}
		case *syntax.FunctionDef, *syntax.ClassDef:
			return nil
		}
		if what != object.AskedTruth {
			continue
		}
		if root := condition(nodes[:i+1]); root != nil {
			return lastMark(root, p)
		}
		if b, ok := nodes[i-1].(*syntax.BoolOp); ok && b.Values[len(b.Values)-1] != nodes[i] {
			return b
		}
	}
	return nil
}

// condition returns what has the last of the nodes for a condition, or for a part of
// one; nil if that has a value.
func condition(nodes []syntax.Node) syntax.Node {
	last := len(nodes) - 1
	if last < 1 {
		return nil
	}
	n, outer := nodes[last], nodes[:last]
	is := func(e syntax.Expr) bool { return n == syntax.Node(e) }
	switch parent := outer[last-1].(type) {
	case *syntax.If:
		if is(parent.Test) {
			return parent
		}
	case *syntax.While:
		if is(parent.Test) {
			return parent
		}
	case *syntax.Assert:
		if is(parent.Test) {
			return parent
		}
	case *syntax.MatchCase:
		if parent.Guard != nil && is(parent.Guard) {
			return parent
		}
	case *syntax.Generator:
		if slices.ContainsFunc(parent.Ifs, is) {
			return outer[last-2]
		}
	case *syntax.IfExp:
		if root := condition(outer); root != nil || !is(parent.Test) {
			return root
		}
		return parent
	case *syntax.BoolOp:
		return condition(outer)
	case *syntax.UnaryOp:
		if parent.Op == syntax.Not {
			return condition(outer)
		}
	}
	return nil
}

// lastMark is the last place that the conditions of root up to p leave behind.
func lastMark(root syntax.Node, p syntax.Pos) syntax.Node {
	mark := root
	look := func(e syntax.Expr) {
		if _, ok := e.(*syntax.Compare); ok && !p.Before(e.Bounds().Start) {
			mark = e
		}
	}
	switch r := root.(type) {
	case *syntax.If:
		syntax.Conditions(r.Test, look)
	case *syntax.While:
		syntax.Conditions(r.Test, look)
	case *syntax.Assert:
		syntax.Conditions(r.Test, look)
	case *syntax.IfExp:
		syntax.Conditions(r.Test, look)
	case *syntax.Comp:
		for _, g := range r.Generators {
			for _, e := range g.Ifs {
				syntax.Conditions(e, look)
			}
		}
	case *syntax.MatchCase:
		syntax.Walk(r.Pattern, func(n syntax.Node) bool { // each pattern leaves its own
			if as, ok := n.(*syntax.MatchAs); ok && as.Name == "" {
				return false
			}
			if pattern, ok := n.(syntax.Pattern); ok {
				mark = pattern
			}
			return true
		})
		syntax.Conditions(r.Guard, look)
	}
	return mark
}
