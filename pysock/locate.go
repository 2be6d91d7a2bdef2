package pysock

import (
	"slices"

	"example.com/pysock/pysock/embedded"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// comprehensionNames are what CPython calls the functions that it makes of
// comprehensions.
var comprehensionNames = map[syntax.CompKind]string{
	syntax.ListComp: "<listcomp>", syntax.SetComp: "<setcomp>",
	syntax.DictComp: "<dictcomp>", syntax.GeneratorExp: "<genexpr>",
}

// locate finds the source of each frame: the node, the line that CPython gives
// for it, and the frames of comprehensions, which are functions in CPython.
func (r *Runtime) locate(frames []object.Frame) []object.Frame {
	py2 := r.rt.Dialect == syntax.Python2
	var out []object.Frame
	for i, f := range frames {
		if f.Located {
			out = append(out, f)
			continue
		}
		if embedded.IsFile(f.File) {
			continue
		}
		f.Located = true
		tree := r.tree(f.File)
		if f.Pos.IsValid() {
			tree = r.treeAt(f.Pos)
		}
		if tree == nil || f.Col == 0 {
			out = append(out, f)
			continue
		}
		p := syntax.Pos{Line: int32(f.Line), Col: int32(f.Col)}
		f.First = firstLine(tree, p)
		n := asking(tree, p, f.Asked, py2)
		if n == nil {
			n = failing(tree, p)
		}
		list := comprehensions(tree, p, py2)
		if f.Name == "<genexpr>" { // it has a frame of its own
			i := len(list) - 1
			for i >= 0 && list[i].Kind != syntax.GeneratorExp {
				i--
			}
			if i >= 0 {
				f.First = int(list[i].Start.Line)
				list = list[i+1:]
			} else { // what it walks over failed: those are around it
				list = nil
			}
		}
		at := at3
		if py2 {
			called := ""
			if i+1 < len(frames) {
				called = frames[i+1].Name
			}
			at = func(f object.Frame, n syntax.Node) object.Frame { return at2(f, n, line2(tree, p, n, called)) }
		}
		for _, c := range list {
			out = append(out, at(f, c.around))
			f.Name, f.First = comprehensionNames[c.Kind], int(c.Start.Line)
			if n == nil {
				n = c.Comp // what it walks over failed
			}
		}
		if c, ok := n.(*syntax.Comp); ok && !py2 {
			n = lastMark(c, p)
		} else if ok && c.Kind != syntax.ListComp {
			n = (&inside2{Comp: c}).walks(p)
		}
		out = append(out, at(f, n))
	}
	return out
}

// firstLine is where the function begins that p lies in, 1 for the module.
func firstLine(tree *syntax.File, p syntax.Pos) int {
	line := int32(1)
	for _, n := range path(tree, p) {
		inside := false // not in what is evaluated around it
		switch n := n.(type) {
		case *syntax.FunctionDef:
			inside = p != n.NamePos && !slices.ContainsFunc(defaultValues(n.Params), func(e syntax.Expr) bool { return contains(e, p) })
		case *syntax.Lambda:
			inside = contains(n.Body, p)
		case *syntax.ClassDef:
			inside = !p.Before(n.Body[0].Bounds().Start)
		}
		if inside {
			line = headLine(n)
		}
	}
	return int(line)
}

// defaultValues are the defaults of parameters.
func defaultValues(ps *syntax.Params) (list []syntax.Expr) {
	for _, params := range [][]*syntax.Param{ps.PosOnly, ps.Args, ps.KwOnly} {
		for _, p := range params {
			if p.Default != nil {
				list = append(list, p.Default)
			}
		}
	}
	return list
}

// headLine is the line that a node begins on; a definition does with its first
// decorator.
func headLine(n syntax.Node) int32 {
	var decorators []syntax.Expr
	switch n := n.(type) {
	case *syntax.FunctionDef:
		decorators = n.Decorators
	case *syntax.ClassDef:
		decorators = n.Decorators
	}
	if len(decorators) > 0 {
		return decorators[0].Bounds().Start.Line
	}
	return n.Bounds().Start.Line
}

// at2 is the place of a node in Python 2: see line2.
func at2(f object.Frame, n syntax.Node, line int) object.Frame {
	if line == 0 && n != nil {
		line = int(n.Bounds().Start.Line)
	}
	if line > 0 {
		f.Line, f.Node = line, n
	}
	return f
}

// at3 is the place of a node in Python 3: CPython shows the line it begins on.
func at3(f object.Frame, n syntax.Node) object.Frame {
	if n == nil {
		return f
	}
	line := n.Bounds().Start.Line
	if name := lastName(n); name != nil {
		n, line = name, name.Start.Line
	}
	f.Line, f.Node = int(line), n
	return f
}

// lastName returns the part of an attribute or method call that spans lines
// which CPython 3.11 gives as its place: from the attribute's name on. For all
// other nodes it returns nil.
func lastName(n syntax.Node) *syntax.Name {
	f := n
	if call, ok := n.(*syntax.Call); ok {
		f = call.Func
	}
	a, ok := f.(*syntax.Attribute)
	if !ok || a.Start.Line == a.NamePos.Line {
		return nil
	}
	name := &syntax.Name{Id: a.Name}
	name.Span = syntax.Span{Start: a.NamePos, End: n.Bounds().End}
	return name
}

// A comprehension is a Comp that runs as a function of its own, and the node
// that calls it.
type comprehension struct {
	*syntax.Comp
	around syntax.Node
}

// comprehensions returns those that p lies in, within its function, from the
// outermost on. A first iterable belongs to the function around.
func comprehensions(tree *syntax.File, p syntax.Pos, py2 bool) []comprehension {
	var list []comprehension
	var parent syntax.Node
	for _, n := range path(tree, p) {
		switch n := n.(type) {
		case *syntax.FunctionDef:
			list = nil
		case *syntax.Lambda:
			if contains(n.Body, p) { // its defaults belong to what is around
				list = nil
			}
		case *syntax.Comp:
			if py2 && n.Kind == syntax.ListComp || n.Start == p || contains(n.Generators[0].Iter, p) {
				break
			}
			if n.Kind == syntax.GeneratorExp && n.Generators[0].Start == p { // see lower's comp
				break
			}
			c := comprehension{n, n}
			if call, ok := parent.(*syntax.Call); ok && n.Kind == syntax.GeneratorExp {
				c.around = call
			}
			list = append(list, c)
		}
		parent = n
	}
	return list
}

func contains(n syntax.Node, p syntax.Pos) bool {
	b := n.Bounds()
	return !p.Before(b.Start) && p.Before(b.End)
}

// path returns the nodes that p lies in, from the file inwards.
func path(tree *syntax.File, p syntax.Pos) []syntax.Node {
	var list []syntax.Node
	walkTo(tree, p, func(n syntax.Node) {
		if n == syntax.Node(tree) || contains(n, p) {
			list = append(list, n)
		}
	})
	return list
}

// walkTo calls f for the nodes that p may lie in. Some nodes have parts outside
// of their own bounds.
func walkTo(tree *syntax.File, p syntax.Pos, f func(syntax.Node)) {
	syntax.Walk(tree, func(n syntax.Node) bool {
		switch n.(type) {
		case *syntax.File, *syntax.FunctionDef, *syntax.ClassDef, *syntax.Params, *syntax.Param, *syntax.JoinedStr, *syntax.FormattedValue:
		default:
			if b := n.Bounds(); b.IsValid() && (p.Before(b.Start) || b.End.Before(p)) {
				return false
			}
		}
		f(n)
		return true
	})
}

// failing finds the operation whose anchor is at p. Of several, an operation
// with an anchor of its own wins; of those that begin there, the smallest.
func failing(f *syntax.File, p syntax.Pos) syntax.Node {
	if f == nil {
		return nil
	}
	var best syntax.Node
	own := false
	walkTo(f, p, func(n syntax.Node) {
		switch s := n.(type) {
		case *syntax.Tuple, *syntax.List:
			if p == syntax.UnpackAnchor(s.(syntax.Expr)) {
				best, own = s, true
			}
		case *syntax.MatchClass:
			if s.End.Line == p.Line && s.End.Col == p.Col+1 {
				best, own = s, true
			}
		case *syntax.Comp:
			for _, g := range s.Generators {
				if g.Start == p {
					best, own = s, true // it has nothing to walk over
				}
			}
		case *syntax.AugAssign:
			if s.OpPos == p {
				best, own = s, true
			}
		case *syntax.Raise, *syntax.Import, *syntax.ImportFrom, *syntax.With:
			if s.Bounds().Start == p {
				best = s
			}
		}
		e, ok := n.(syntax.Expr)
		if c, isChain := n.(*syntax.Compare); isChain && slices.Contains(c.OpPos, p) {
			if !own {
				best, own = c, true
			}
			return
		}
		if !ok || e.Anchor() != p {
			return
		}
		switch e.(type) {
		case *syntax.Call:
			if _, isCall := best.(*syntax.Call); !isCall {
				best, own = e, true
			}
		case *syntax.BinOp, *syntax.Attribute, *syntax.Subscript:
			if !own {
				best, own = e, true
			}
		default:
			if !own {
				best = e
			}
		}
	})
	return best
}
