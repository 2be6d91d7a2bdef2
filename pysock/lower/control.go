package lower

import (
	"strconv"

	"example.com/pysock/pysock/scope"
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// The parts of try and with statements become a function inside the function
// that holds them, and an operator of the runtime's calls it: once for each
// part. A part says by its result how it ended:
//
//	None    it came to its end
//	1, 2    break, continue of a loop around the statement
//	(v,)    return v
//
// and an exception is an error. What the statement as a whole came to is the
// result of the operator; a statement after it carries out what that asks for.
// (Go's range-over-func statements do the same, see
// cmd/compile/internal/rangefunc.)
//
//	try: A               def #1(#p, #e):
//	except E as e: B         if not #p: A
//	else: C                  elif #p == 1:
//	finally: D                   if #e // @excmatch // E: e = #e; B
//	                             else: return 0            (not handled)
//	                         elif #p == 2: C
//	                         else: D
//	                     #r = #1 // @try:7
//	                     if #r: if #r == 1: break ... else: return #r[0]
//
// The 7 tells which parts there are. One function costs less than one for each
// part, for they are made anew whenever the statement is reached.
//
// A variable that such a part binds, and that occurs elsewhere too, is a cell
// or lives in a namespace (package scope sees to that).

const (
	signalBreak    = 1
	signalContinue = 2
)

// A region is a function, or a part of one that runs as a function.
type region struct {
	outer *region // the one around it, if this is a part
	loops []*loop
	// which signals statements of this part give
	breaks, continues, returns bool
	// handles is set for a function that may handle exceptions
	handles bool
}

// handling notes that the function handles exceptions.
func (l *lowerer) handling() {
	r := l.region
	for r.outer != nil {
		r = r.outer
	}
	r.handles = true
}

// part lowers statements as a part of the current function: def name(params).
func (l *lowerer) part(at star.Position, params []star.Expr, body func() []star.Stmt) (*star.Ident, *star.DefStmt, *region) {
	l.temps++
	name := "#" + strconv.Itoa(l.temps)
	outer := l.region
	l.region = &region{outer: outer}
	def := &star.DefStmt{Def: at, Name: ident(at, name), Lparen: at, Rparen: at, Params: params, Body: body()}
	r := l.region
	l.region = outer
	return ident(at, name), def, r
}

// leave is a break or continue statement: of a loop in this part, or a signal
// for one further out.
func (l *lowerer) leave(at star.Position, signal int64) []star.Stmt {
	if n := len(l.region.loops); n > 0 {
		if signal == signalContinue {
			return []star.Stmt{&star.BranchStmt{Token: star.CONTINUE, TokenPos: at}}
		}
		brk := &star.BranchStmt{Token: star.BREAK, TokenPos: at}
		lp := l.region.loops[n-1]
		if lp.flag == "" {
			return []star.Stmt{brk}
		}
		lp.broken = true
		return []star.Stmt{l.setFlag(at, lp, "True"), brk}
	}
	if signal == signalBreak {
		l.region.breaks = true
	} else {
		l.region.continues = true
	}
	return []star.Stmt{&star.ReturnStmt{Return: at, Result: integer(at, signal)}}
}

// result is a return statement: in a part, a signal.
func (l *lowerer) result(at star.Position, v star.Expr) star.Stmt {
	if l.region.outer == nil && !l.settles {
		return &star.ReturnStmt{Return: at, Result: v}
	}
	if v == nil {
		v = ident(at, "None")
	}
	if l.region.outer == nil {
		return &star.ReturnStmt{Return: at, Result: l.op1(at, "settlereturn", v)}
	}
	l.region.returns = true
	return &star.ReturnStmt{Return: at, Result: tuple(at, v)}
}

// obey carries out what the parts of a statement may have asked for.
func (l *lowerer) obey(at star.Position, result string, parts ...*region) []star.Stmt {
	var all region
	for _, p := range parts {
		all.breaks = all.breaks || p.breaks
		all.continues = all.continues || p.continues
		all.returns = all.returns || p.returns
	}
	r := func() star.Expr { return ident(at, result) }
	is := func(signal int64, then []star.Stmt) star.Stmt {
		return &star.IfStmt{If: at, Cond: binary(at, star.EQL, r(), integer(at, signal)), True: then}
	}
	var out []star.Stmt
	if all.breaks {
		out = append(out, is(signalBreak, l.leave(at, signalBreak)))
	}
	if all.continues {
		out = append(out, is(signalContinue, l.leave(at, signalContinue)))
	}
	if all.returns {
		v := r()
		if l.region.outer == nil {
			out = append(out, l.result(at, index(at, v, integer(at, 0))))
		} else {
			l.region.returns = true
			out = append(out, &star.ReturnStmt{Return: at, Result: v})
		}
	}
	if out == nil {
		return nil
	}
	return []star.Stmt{&star.IfStmt{If: at, Cond: r(), True: out}}
}

// The parts of a try statement, as its function is told which one to run; 1<<n
// is the bit of part n in what the operator is told.
const (
	partBody = iota
	partHandlers
	partElse
	partFinally
)

// tryStmt lowers try.
func (l *lowerer) tryStmt(s *syntax.Try) []star.Stmt {
	l.handling()
	exc := l.temp()
	parts := make([]func() []star.Stmt, partFinally+1)
	parts[partBody] = func() []star.Stmt { return l.block(s.Body) }
	if len(s.Handlers) > 0 {
		parts[partHandlers] = func() []star.Stmt { return l.handlers(l.start(s), s.Handlers, exc) }
		if s.Star {
			parts[partHandlers] = func() []star.Stmt { return l.starHandlers(l.start(s), s.Handlers, exc) }
		}
	}
	if len(s.Else) > 0 {
		parts[partElse] = func() []star.Stmt { return l.block(s.Else) }
	}
	if len(s.Finally) > 0 {
		parts[partFinally] = func() []star.Stmt { return l.block(s.Finally) }
	}
	def, run, region := l.try(l.start(s), exc, parts)
	r := l.temp()
	return append([]star.Stmt{def, assign(l.start(s), ident(l.start(s), r), run)}, l.obey(l.start(s), r, region)...)
}

// try makes the function of a try statement's parts, those that there are, and
// the expression that runs them.
func (l *lowerer) try(at star.Position, exc string, parts []func() []star.Stmt) (star.Stmt, star.Expr, *region) {
	which := l.temp()
	mask := int64(0)
	name, def, region := l.part(at, []star.Expr{ident(at, which), ident(at, exc)}, func() []star.Stmt {
		bodies := make([][]star.Stmt, len(parts))
		for n, part := range parts {
			if part != nil {
				mask |= 1 << n
				bodies[n] = part()
			}
		}
		var others []star.Stmt
		for n := len(parts) - 1; n > partBody; n-- {
			switch {
			case others == nil:
				others = bodies[n]
			case bodies[n] != nil:
				others = []star.Stmt{&star.IfStmt{
					If: at, Cond: binary(at, star.EQL, ident(at, which), integer(at, int64(n))),
					True: bodies[n], ElsePos: at, False: others,
				}}
			}
		}
		return []star.Stmt{&star.IfStmt{If: at, Cond: ident(at, which), True: others, ElsePos: at, False: bodies[partBody]}}
	})
	op := l.bind(at, "try", strconv.FormatInt(mask, 10), &syntax.Int{Value: mask})
	return def, apply(at, name, op), region
}

// handlers tries one after the other; 0 says that none was right.
func (l *lowerer) handlers(at star.Position, list []*syntax.ExceptHandler, exc string) []star.Stmt {
	if len(list) == 0 {
		return []star.Stmt{&star.ReturnStmt{Return: at, Result: integer(at, 0)}}
	}
	h := list[0]
	p := l.start(h)
	body := l.handlerBody(p, h, exc)
	if h.Type == nil {
		return body
	}
	return []star.Stmt{&star.IfStmt{
		If: p, Cond: l.op2(p, "excmatch", ident(p, exc), h.Type),
		True: body, ElsePos: p, False: l.handlers(at, list[1:], exc),
	}}
}

// handlerBody is what a handler does with the exception that a variable holds.
func (l *lowerer) handlerBody(p star.Position, h *syntax.ExceptHandler, exc string) []star.Stmt {
	var body []star.Stmt
	if h.Target != nil {
		caught := star.Expr(ident(p, exc))
		if l.py2 {
			caught = l.op1(p, "thrown", caught)
		}
		body = l.assignTo(h.Target, nil, caught)
	}
	if n, ok := h.Target.(*syntax.Name); ok && !l.py2 && l.s.Lookup(n.Id).Storage != scope.Native {
		body = append(body, l.forget(p, n))
	}
	return append(body, l.block(h.Body)...)
}

// forget has the statement whose handler this is unbind the name of its
// exception however the handler ends, as Python 3 does.
func (l *lowerer) forget(p star.Position, n *syntax.Name) star.Stmt {
	v := l.s.Lookup(n.Id)
	target := star.Expr(ident(p, cellName(n.Id)))
	if v.Storage != scope.Cell {
		target = l.namespace(p, v)
	}
	return discard(apply(p, target, l.named(p, "forget", n.Id)))
}

// raiseStmt lowers raise: @raise(), @raise(exc), @raise(exc, cause), and
// Python 2's @raise3(type, value, traceback).
func (l *lowerer) raiseStmt(s *syntax.Raise) []star.Stmt {
	at := l.start(s)
	none := ident(at, "None")
	expr := func(e syntax.Expr) star.Expr {
		if e == nil {
			return none
		}
		return l.expr(e)
	}
	switch {
	case s.Exc == nil:
		return []star.Stmt{discard(l.call(at, "raise"))}
	case s.Value != nil || s.Traceback != nil:
		return []star.Stmt{discard(l.call(at, "raise3", l.expr(s.Exc), expr(s.Value), expr(s.Traceback)))}
	case s.Cause != nil:
		return []star.Stmt{discard(l.call(at, "raise", l.expr(s.Exc), l.expr(s.Cause)))}
	}
	return []star.Stmt{discard(l.call(at, "raise", l.expr(s.Exc)))}
}

// withStmt lowers with, one item at a time:
//
//	with A as b: body      def #1(#v): b = #v; body
//	                       #r = A // @with // #1      (@asyncwith for async with)
func (l *lowerer) withStmt(s *syntax.With) []star.Stmt {
	l.handling()
	op := "with"
	if s.Async {
		op = "asyncwith"
	}
	return l.withItems(l.start(s), op, s.Items, s.Body)
}

func (l *lowerer) withItems(at star.Position, op string, items []*syntax.WithItem, body []syntax.Stmt) []star.Stmt {
	if len(items) == 0 {
		return l.block(body)
	}
	item := items[0]
	p := l.start(item)
	if l.py2 {
		at = p
	}
	v := l.temp()
	mgr := l.temp()
	out := []star.Stmt{assign(p, ident(p, mgr), l.expr(item.Context))}
	name, def, reg := l.part(at, []star.Expr{ident(p, v)}, func() []star.Stmt {
		var first []star.Stmt
		if item.Target != nil {
			first = l.assignTo(item.Target, nil, ident(p, v))
		}
		return append(first, l.withItems(at, op, items[1:], body)...)
	})
	r := l.temp()
	out = append(out, def, assign(p, ident(p, r), apply(at, l.op1(at, op, ident(p, mgr)), name)), release(p, mgr))
	return append(out, l.obey(at, r, reg)...)
}
