package pysock

import (
	"cmp"
	"slices"

	"example.com/pysock/pysock/syntax"
)

// Python 2.7 numbers lines a statement at a time: each expression that it
// compiles can raise the line number, and nothing brings it back before the next
// statement. So an operation is on the furthest line that anything compiled
// before it begins on:
//
//	x = f(1,
//	      g)        f is called on the second line
//	x[
//	  0] = (a,
//	        b)      and the item is set on the third, as the value comes first
//	@deco           C's body is called on the first line, for there a statement
//	class C: pass   begins

// line2 is the line that Python 2 gives for the work of n, which is at p; n is nil
// where a statement does it. It is 0 if it isn't known. called is
// the name of the function that it calls, if any.
func line2(tree *syntax.File, p syntax.Pos, n syntax.Node, called string) int {
	var root syntax.Node // what line numbers begin anew with
	nodes := path(tree, p)
	for _, m := range nodes {
		switch m := m.(type) {
		case syntax.Stmt, *syntax.ExceptHandler:
			root = m
		case *syntax.Lambda:
			if contains(m.Body, p) {
				root = m.Body
			}
		case *syntax.Comp:
			if first := m.Generators[0]; m != n && m.Kind != syntax.ListComp && p != m.Start && p != first.Start && !contains(first.Iter, p) {
				root = &inside2{Comp: m}
			}
		}
		if m == n {
			break
		}
	}
	if _, ok := n.(*inside2); ok {
		n = root
	}
	line := int32(0)
	if with, ok := root.(*syntax.With); ok && called == "__exit__" {
		(&lines2{line: &line}).last(with.Body)
		return int(line)
	} else if n == nil || ok && called != "" {
		n = cmp.Or(working(root, p), n)
	}
	if root != nil && n != nil && (&lines2{p: p, end: n, line: &line}).compile(root) {
		return int(line)
	}
	return 0
}

// inside2 stands for the function that a comprehension is.
type inside2 struct{ *syntax.Comp }

// walks is the iterable that it walks over at p, or itself where it adds an element.
func (c *inside2) walks(p syntax.Pos) syntax.Node {
	for _, g := range c.Generators {
		if g.Start == p {
			return g.Iter
		}
	}
	return c
}

// working is the node that a statement works on at p by itself, or the statement
// if it has compiled all then; nil for another's work.
func working(s syntax.Node, p syntax.Pos) syntax.Node {
	switch s := s.(type) {
	case *syntax.ClassDef:
		if s.NamePos == p {
			return s
		}
	case *syntax.FunctionDef:
		if s.NamePos == p {
			return s
		}
	case *syntax.With:
		for _, item := range s.Items {
			if item.Start == p {
				return item.Context
			}
		}
	case *syntax.Print, *syntax.Exec, *syntax.Assert:
		return s
	}
	return nil
}

// lines2 follows the compiler until it has done with a node.
type lines2 struct {
	p    syntax.Pos
	end  syntax.Node
	line *int32
}

// last compiles a block to its end.
func (l *lines2) last(block []syntax.Stmt) {
	if len(block) == 0 {
		return
	}
	s := block[len(block)-1]
	*l.line = 0
	l.compile(s)
	for _, inner := range syntax.Blocks(s) {
		l.last(inner)
	}
}

// compile reports whether the end is in n.
func (l *lines2) compile(n syntax.Node) bool {
	*l.line = max(*l.line, startLine2(n))
	switch m := n.(type) {
	case *syntax.Dict: // the values first
		for i, k := range m.Keys {
			if l.compile(m.Values[i]) || l.compile(k) {
				return true
			}
		}
		return l.end == n
	case *syntax.Compare:
		if l.compile(m.X) {
			return true
		}
		for i, y := range m.Ys {
			if l.compile(y) || l.end == n && l.p == m.OpPos[i] {
				return true
			}
		}
		return l.end == n
	}
	return slices.ContainsFunc(compiled2(n), l.compile) || l.end == n
}

// compiled2 is what Python 2 compiles for the work of n, in its order: for a
// compound statement what stands before the first colon.
func compiled2(n syntax.Node) (list []syntax.Node) {
	add := func(exprs ...syntax.Expr) {
		for _, e := range exprs {
			if e != nil {
				list = append(list, e)
			}
		}
	}
	switch n := n.(type) {
	case *syntax.Assign:
		add(n.Value)
		add(n.Targets...)
	case *syntax.IfExp:
		add(n.Test, n.Body, n.Else)
	case *syntax.Lambda:
		add(defaultValues(n.Params)...)
	case *syntax.Comp:
		for i, g := range n.Generators {
			if i == 0 || n.Kind == syntax.ListComp {
				add(g.Iter)
			}
			if n.Kind == syntax.ListComp {
				add(g.Target)
				add(g.Ifs...)
			}
		}
		if n.Kind == syntax.ListComp {
			add(n.Elt)
		}
	case *inside2:
		for i, g := range n.Generators {
			if i > 0 {
				add(g.Iter)
			}
			add(g.Target)
			add(g.Ifs...)
		}
		add(n.Value, n.Elt)
	case *syntax.FunctionDef:
		add(n.Decorators...)
		add(defaultValues(n.Params)...)
	case *syntax.ClassDef:
		add(n.Decorators...)
		add(n.Bases...)
	case *syntax.For:
		add(n.Iter, n.Target)
	case *syntax.While:
		add(n.Test)
	case *syntax.If:
		add(n.Test)
	case *syntax.With:
		for _, item := range n.Items {
			add(item.Context, item.Target)
		}
	case *syntax.ExceptHandler:
		add(n.Type, n.Target)
	case *syntax.Try, *syntax.Import, *syntax.ImportFrom:
	default:
		syntax.Walk(n, func(m syntax.Node) bool {
			if m != n {
				list = append(list, m)
			}
			return m == n
		})
	}
	return list
}

// startLine2 is the line that Python 2 has for a node: that of its first token,
// of a definition its first decorator's, and of all but the first in a row of
// operators the operator's.
func startLine2(n syntax.Node) int32 {
	switch n := n.(type) {
	case *syntax.BinOp:
		if x, ok := n.X.(*syntax.BinOp); ok && inRow[x.Op] == inRow[n.Op] && inRow[n.Op] != 0 && x.Start == n.Start {
			return n.OpPos.Line
		}
	}
	return headLine(n)
}

// inRow tells which operators may follow each other without parentheses.
var inRow = map[syntax.Operator]int{
	syntax.Add: 1, syntax.Sub: 1, syntax.Mult: 2, syntax.Div: 2, syntax.FloorDiv: 2, syntax.Mod: 2,
	syntax.LShift: 3, syntax.RShift: 3, syntax.BitAnd: 4, syntax.BitXor: 5, syntax.BitOr: 6,
}
