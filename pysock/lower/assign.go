package lower

import (
	"strconv"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// iterOp is the operator that prepares a value for a loop over it. Where each
// element is unpacked, the elements are prepared too: strings unpack in Python.
// The operators of async for await each element.
func iterOp(target syntax.Expr, async bool) string {
	op := "iter"
	switch target.(type) {
	case *syntax.Tuple, *syntax.List:
		op = "iterunpack"
	}
	if async {
		return "async" + op
	}
	return op
}

// assignStmt lowers a = b = value.
func (l *lowerer) assignStmt(s *syntax.Assign) []star.Stmt {
	if len(s.Targets) == 1 {
		return l.assignTo(s.Targets[0], s.Value, nil)
	}
	at := l.start(s)
	if _, ok := constant(s.Value); ok {
		var out []star.Stmt
		for _, t := range s.Targets {
			out = append(out, l.assignTo(t, s.Value, nil)...)
		}
		return out
	}
	tmp := l.temp()
	out := []star.Stmt{assign(at, ident(at, tmp), l.expr(s.Value))}
	for _, t := range s.Targets {
		out = append(out, l.assignTo(t, nil, ident(at, tmp))...)
	}
	return append(out, release(at, tmp))
}

// assignTo assigns to one target either a Python expression or a Starlark one.
func (l *lowerer) assignTo(t syntax.Expr, value syntax.Expr, done star.Expr) []star.Stmt {
	at := l.start(t)
	x := done
	lower := func() star.Expr {
		if x == nil {
			x = l.expr(value)
		}
		return x
	}
	switch t := t.(type) {
	case *syntax.Name:
		return []star.Stmt{l.set(t.Id, at, lower())}
	case *syntax.Attribute:
		at := l.anchor(t)
		return []star.Stmt{discard(apply(at, apply(at, lower(), l.named(at, "setattr", t.Name)), l.expr(t.X)))}
	case *syntax.Subscript:
		at := l.anchor(t)
		x := lower()
		if s, ok := t.Index.(*syntax.Slice); ok {
			return []star.Stmt{discard(l.call(at, "setitem", x, l.expr(t.X), l.slice(at, s)))}
		}
		return []star.Stmt{assign(at, index(at, l.expr(t.X), l.expr(t.Index)), x)}
	case *syntax.Tuple:
		return l.unpack(l.unpackPos(t), t.Elts, value, done)
	case *syntax.List:
		return l.unpack(l.unpackPos(t), t.Elts, value, done)
	}
	l.fail(t, "cannot assign to expression here. Maybe you meant '==' instead of '='?")
	return nil
}

// unpackPos is where unpacking what is assigned to a target fails.
func (l *lowerer) unpackPos(target syntax.Expr) star.Position {
	return l.pos(syntax.UnpackAnchor(target))
}

// unpack assigns to the elements of a tuple target, from left to right. The first
// that isn't a Starlark variable, and all that follow it, get their parts by way of
// temporaries: a.b, a = c assigns to the old a's b.
func (l *lowerer) unpack(at star.Position, elts []syntax.Expr, value syntax.Expr, done star.Expr) []star.Stmt {
	starred := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			starred = i
		}
	}
	x := done
	if x == nil {
		x = l.expr(value)
	}
	switch t, ok := value.(*syntax.Tuple); {
	case starred >= 0:
		key := strconv.Itoa(starred) + "," + strconv.Itoa(len(elts)-starred-1)
		x = apply(at, x, l.bind(at, "unpackex", key, &syntax.Tuple{Elts: []syntax.Expr{
			&syntax.Int{Value: int64(starred)}, &syntax.Int{Value: int64(len(elts) - starred - 1)},
		}}))
	case ok && len(t.Elts) == len(elts) && !hasStar(t.Elts):
	default:
		x = l.op1(at, "unpack", x)
	}
	if len(elts) == 0 {
		return []star.Stmt{discard(l.op1(at, "unpackempty", x))}
	}
	var list []star.Expr
	var after []star.Stmt
	for _, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			e = s.X
		}
		p := l.start(e)
		if n, ok := e.(*syntax.Name); ok {
			if after == nil && l.s.Lookup(n.Id).Storage == scope.Native {
				list = append(list, ident(p, n.Id))
				continue
			}
		}
		tmp := l.temp()
		list = append(list, ident(p, tmp))
		after = append(after, l.assignTo(e, nil, ident(p, tmp))...)
		after = append(after, release(p, tmp))
	}
	return append([]star.Stmt{assign(at, tuple(at, list...), x)}, after...)
}

func hasStar(elts []syntax.Expr) bool {
	for _, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

// augAssign lowers x op= y. Parts of the target are evaluated once.
func (l *lowerer) augAssign(s *syntax.AugAssign) []star.Stmt {
	at := l.pos(s.OpPos)
	combine := func(x star.Expr) star.Expr {
		return l.op2(at, "i"+l.operator(s.Op), x, s.Value)
	}
	switch t := s.Target.(type) {
	case *syntax.Name:
		return []star.Stmt{l.set(t.Id, at, combine(l.load(t.Id, l.start(t))))}
	case *syntax.Attribute:
		obj, before, after := l.once(t.X)
		target := &syntax.Attribute{X: obj, Dot: t.Dot, NamePos: t.NamePos, Name: t.Name}
		target.Span = t.Span
		out := append(before, l.assignTo(target, nil, combine(l.expr(target)))...)
		return append(out, after...)
	case *syntax.Subscript:
		obj, before, after := l.once(t.X)
		key, before2, after2 := l.once(t.Index)
		target := &syntax.Subscript{X: obj, Lbrack: t.Lbrack, Index: key}
		target.Span = t.Span
		out := append(append(before, before2...), l.assignTo(target, nil, combine(l.expr(target)))...)
		return append(append(out, after...), after2...)
	}
	l.fail(s.Target, "illegal expression for augmented assignment")
	return nil
}

// once returns an expression that can be evaluated twice in place of e, and the
// statements that prepare it and clean up after it.
func (l *lowerer) once(e syntax.Expr) (again syntax.Expr, before, after []star.Stmt) {
	if _, ok := constant(e); ok {
		return e, nil, nil
	}
	if n, ok := e.(*syntax.Name); ok && l.s.Lookup(n.Id).Storage == scope.Native {
		return n, nil, nil // nothing can bind it in between
	}
	at := l.start(e)
	tmp := l.temp()
	name := &syntax.Name{Id: tmp}
	name.Span = e.Bounds()
	x := l.expr(e)
	return name, []star.Stmt{assign(at, ident(at, tmp), x)}, []star.Stmt{release(at, tmp)}
}

// deleteStmt lowers del.
func (l *lowerer) deleteStmt(targets []syntax.Expr) []star.Stmt {
	var out []star.Stmt
	for _, t := range targets {
		at := l.anchor(t)
		switch t := t.(type) {
		case *syntax.Name:
			out = append(out, l.unset(t)...)
		case *syntax.Attribute:
			out = append(out, discard(apply(at, l.expr(t.X), l.named(at, "delattr", t.Name))))
		case *syntax.Subscript:
			out = append(out, discard(l.op2(at, "delitem", l.expr(t.X), t.Index)))
		case *syntax.Tuple:
			out = append(out, l.deleteStmt(t.Elts)...)
		case *syntax.List:
			out = append(out, l.deleteStmt(t.Elts)...)
		default:
			l.fail(t, "cannot delete expression")
		}
	}
	return out
}
