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
	outer, parent := nodes[:last], nodes[last-1]
	switch p := parent.(type) {
	case *syntax.IfExp:
		if root := condition(outer); root != nil {
			return root
		}
	case *syntax.BoolOp:
		return condition(outer)
	case *syntax.UnaryOp:
		if p.Op == syntax.Not {
			return condition(outer)
		}
	case *syntax.Generator:
		parent = nodes[last-2]
	}
	if slices.ContainsFunc(conditions(parent), func(e syntax.Expr) bool { return nodes[last] == syntax.Node(e) }) {
		return parent
	}
	return nil
}

// conditions are the expressions of which a node asks the truth itself.
func conditions(n syntax.Node) (tests []syntax.Expr) {
	switch n := n.(type) {
	case *syntax.If:
		return []syntax.Expr{n.Test}
	case *syntax.While:
		return []syntax.Expr{n.Test}
	case *syntax.Assert:
		return []syntax.Expr{n.Test}
	case *syntax.IfExp:
		return []syntax.Expr{n.Test}
	case *syntax.MatchCase:
		if n.Guard != nil {
			return []syntax.Expr{n.Guard}
		}
	case *syntax.Comp:
		for _, g := range n.Generators {
			tests = append(tests, g.Ifs...)
		}
	}
	return tests
}

// lastMark is the last place that the conditions of root up to p leave behind.
func lastMark(root syntax.Node, p syntax.Pos) syntax.Node {
	mark := root
	if c, ok := root.(*syntax.MatchCase); ok {
		syntax.Walk(c.Pattern, func(n syntax.Node) bool { // each pattern leaves its own
			if as, ok := n.(*syntax.MatchAs); ok && as.Name == "" {
				return false
			}
			if pattern, ok := n.(syntax.Pattern); ok {
				mark = pattern
			}
			return true
		})
	}
	for _, test := range conditions(root) {
		syntax.Conditions(test, func(e syntax.Expr) {
			if _, ok := e.(*syntax.Compare); ok && !p.Before(e.Bounds().Start) {
				mark = e
			}
		})
	}
	return mark
}
