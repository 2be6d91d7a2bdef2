package main

import (
	"fmt"
	"strings"
)

const deepest = 3

// block is a few statements, one step further in.
func (g *generator) block(depth int) {
	g.indent++
	for range 1 + g.Intn(3) {
		g.statement(depth + 1)
	}
	g.indent--
}

// statement is one of any sort.
func (g *generator) statement(depth int) {
	s := g.scope()
	n := 32
	if depth >= deepest {
		n = 13 // none with a block
	}
	switch g.Intn(n) {
	case 11, 12:
		g.lines(g.pick(statements))
	case 26, 27, 28:
		g.lines(g.pick(compounds))
	case 29:
		if s.async {
			g.lines(g.pick(asyncs))
		} else {
			g.lines(g.pick(compounds))
		}
	case 30, 31:
		if s.async {
			g.lines(g.pick(asyncs))
		} else {
			g.lines(g.pick(statements))
		}
	case 0, 1:
		k := g.kind()
		e := g.expr(k)
		g.line("%s = %s", g.target(k), e)
	case 2:
		g.line("show(%s)", g.expr(anyKind))
	case 3:
		g.simple()
	case 4:
		g.unpack()
	case 5:
		g.augmented()
	case 6, 7:
		g.jump()
	case 8:
		g.change()
	case 9:
		g.line("show(%s, %s)", g.expr(anyKind), g.expr(anyKind))
	case 10:
		if s.generates {
			g.yields()
		} else {
			g.line("%s", g.expr(anyKind))
		}
	case 24, 25:
		g.ifs(depth)
	case 13, 14:
		g.loop(depth)
	case 15, 16, 17:
		g.tries(depth)
	case 18:
		g.with(depth)
	case 19, 20:
		if depth < 3 {
			g.def(depth)
		} else {
			g.ifs(depth)
		}
	case 21:
		if depth < 2 {
			g.class(depth)
		} else {
			g.loop(depth)
		}
	case 22:
		if !g.py2 {
			g.match(depth)
		} else {
			g.tries(depth)
		}
	case 23:
		if s.generates {
			g.yields()
		} else {
			g.drive()
		}
	}
}

// simple are the statements that need no other thought.
func (g *generator) simple() {
	switch g.Intn(6) {
	case 0:
		if v := g.own(); v != "" {
			g.line("del %s", v)
			return
		}
		g.line("pass")
	case 1:
		g.line("assert %s, %s", g.expr(boolKind), g.expr(anyKind))
	case 2:
		g.lines(g.pick(executions))
	case 3:
		g.line("%s = %s = %s", g.target(intKind), g.target(intKind), g.expr(intKind))
	case 4:
		if !g.py2 {
			g.line("%s: %s = %s", g.target(intKind), g.of("int str list"), g.expr(intKind))
			return
		}
		g.line("%s = %s", g.target(intKind), g.expr(intKind))
	default:
		g.line("show(sys.exc_info()[0])")
	}
}

// own is a variable of the current scope, or "".
func (g *generator) own() string {
	s := g.scope()
	if len(s.order) == 0 {
		return ""
	}
	return s.order[g.Intn(len(s.order))]
}

func (g *generator) unpack() {
	e := one(g, func() string { return g.expr(tupleKind) }, func() string { return g.iterable() },
		func() string { return g.expr(anyKind) + ", " + g.expr(anyKind) })
	x, y := g.target(anyKind), g.target(anyKind)
	if !g.py2 && g.Intn(3) == 0 {
		g.line("%s, *%s = %s", x, y, e)
		return
	}
	switch g.Intn(4) {
	case 0:
		g.line("[%s, %s] = %s", x, y, e)
	case 1:
		g.line("(%s, (%s, %s)) = %s", x, y, g.target(anyKind), e)
	default:
		g.line("%s, %s = %s", x, y, e)
	}
}

func (g *generator) augmented() {
	k := []kind{intKind, floatKind, strKind, listKind, setKind, tupleKind}[g.Intn(6)]
	v := g.own()
	if v == "" {
		v = g.target(k)
	}
	switch k {
	case intKind, floatKind:
		g.line("%s %s= %s", v, g.of("+ - | & ^ // % * / **"), g.small())
	case setKind:
		g.line("%s %s= %s", v, g.of("| & - ^"), g.expr(k))
	default:
		g.line("%s += %s", v, g.atom(k))
	}
}

// change alters a container.
func (g *generator) change() {
	switch g.Intn(9) {
	case 0:
		g.line("%s[%s] = %s", g.primary(listKind), g.index(), g.expr(anyKind))
	case 1:
		g.line("%s[%s] = %s", g.primary(dictKind), g.expr(anyKind), g.expr(anyKind))
	case 2:
		g.line("del %s[%s]", g.primary(one(g, func() kind { return listKind }, func() kind { return dictKind })), g.index())
	case 3:
		g.line("%s.%s(%s)", g.primary(listKind), g.of("append remove extend pop index"), g.expr(anyKind))
	case 4:
		g.line("%s.%s", g.primary(listKind), g.of("sort() reverse() insert(1,2) sort(key=str) sort(reverse=True) clear()"))
	case 5:
		g.line("show(%s.%s(%s))", g.primary(dictKind), g.of("get pop setdefault update __contains__"), g.expr(anyKind))
	case 6:
		g.line("%s.%s(%s)", g.primary(setKind), g.of("add discard remove update"), g.expr(anyKind))
	case 7:
		g.line("%s[%s] %s= %s", g.primary(listKind), g.of("0 -1 1 :1"), g.of("+ * -"), g.small())
	default:
		g.line("%s.%s = %s", g.primary(anyKind), g.of("v w real"), g.expr(anyKind))
	}
}

// jump leaves a loop or function, if there is one, or raises.
func (g *generator) jump() {
	s := g.scope()
	switch n := g.Intn(6); {
	case n < 2 && s.loops > 0:
		word := g.of("break continue")
		if word == "continue" && s.finally > 0 && g.py2 {
			word = "break"
		}
		g.line("%s", word)
	case n < 4 && s.function && !s.class:
		if s.generates && g.py2 {
			g.line("return")
		} else {
			g.line("return %s", g.expr(anyKind))
		}
	case n == 4:
		g.raises()
	default:
		g.line("show(%s)", g.expr(anyKind))
	}
}

func (g *generator) raises() {
	switch g.Intn(9) {
	case 0, 1:
		g.line("raise %s(%s)", g.of("ValueError E1 E2 KeyError StopIteration TypeError"), g.expr(anyKind))
	case 2:
		g.line("raise %s", g.of("ValueError E1 E2 IndexError"))
	case 3:
		g.line("raise")
	case 4:
		g.line("raise %s", g.expr(anyKind))
	case 5:
		if g.py2 {
			g.line("raise %s, %s", g.of("ValueError E1 E2"), g.expr(anyKind))
		} else {
			g.line("raise %s(%s) from %s", g.of("ValueError E1"), g.expr(anyKind), g.of("None E2() KeyError(1) 5"))
		}
	case 6:
		g.line("%s", g.of("1/0 [][1] {}['k'] None.x int('z') undefined 'a'+1 len(5) ()() E1.zz"))
	default:
		g.line("raise %s(%s, %s)", g.of("ValueError E1 E2 OverflowError"), g.expr(anyKind), g.expr(anyKind))
	}
}

func (g *generator) ifs(depth int) {
	g.line("if %s:", g.expr(boolKind))
	g.block(depth)
	for g.Intn(3) == 0 {
		g.line("elif %s:", g.expr(boolKind))
		g.block(depth)
	}
	if g.Intn(2) == 0 {
		g.line("else:")
		g.block(depth)
	}
}

func (g *generator) loop(depth int) {
	s := g.scope()
	if s.loops > 2 {
		g.ifs(depth)
		return
	}
	if g.Intn(3) == 0 {
		n := g.fresh("n")
		g.line("%s = 0", n)
		g.line("while %s < %d%s:", n, 1+g.Intn(3), g.of("ø ø §and§True"))
		g.indent++
		g.line("%s += 1", n)
		g.indent--
	} else {
		e := "list(" + g.iterable() + ")[:4]"
		if g.Intn(5) == 0 {
			g.line("for %s, %s in enumerate(%s):", g.target(intKind), g.target(anyKind), e)
		} else {
			g.line("for %s in %s:", g.target(anyKind), e)
		}
	}
	s.loops++
	old := s.finally
	s.finally = 0
	g.block(depth)
	s.finally = old
	s.loops--
	if g.Intn(3) == 0 {
		g.line("else:")
		g.block(depth)
	}
}

func (g *generator) tries(depth int) {
	s := g.scope()
	g.line("try:")
	g.block(depth)
	handlers := 0
	if g.Intn(4) > 0 {
		for range 1 + g.Intn(2) {
			handlers++
			switch g.Intn(6) {
			case 0:
				g.line("except (ValueError, E1) as %s:", g.target(noneKind))
			case 1:
				g.line("except %s:", g.of("TypeError E2 ZeroDivisionError LookupError"))
			case 2:
				if g.py2 {
					g.line("except Exception, %s:", g.target(noneKind))
					break
				}
				fallthrough
			default:
				g.line("except %s as e:", g.of("Exception TypeError ValueError E1 E2 KeyError AttributeError IndexError NameError ArithmeticError"))
				g.indent++
				g.line("show(e)")
				g.indent--
			}
			g.block(depth)
		}
		if g.Intn(4) == 0 {
			g.line("except:")
			g.block(depth)
		}
		if g.Intn(3) == 0 {
			g.line("else:")
			g.block(depth)
		}
	}
	if handlers == 0 || g.Intn(3) == 0 {
		g.line("finally:")
		s.finally++
		g.block(depth)
		s.finally--
	}
}

func (g *generator) with(depth int) {
	items := []string{}
	for range 1 + g.Intn(2) {
		item := fmt.Sprintf("Log(%d%s)", g.Intn(9), g.of("ø ø ,True"))
		if g.Intn(8) == 0 {
			item = g.expr(anyKind)
		}
		if g.Intn(2) == 0 {
			item += " as " + g.target(anyKind)
		}
		items = append(items, item)
	}
	g.line("with %s:", strings.Join(items, ", "))
	g.block(depth)
}

// parameters declares those of a function in its scope.
func (g *generator) parameters(f *function) string {
	var ps []string
	n := g.Intn(3)
	f.min, f.max = n, n
	for i := range n {
		p := g.of("x y z")
		for strings.Contains(strings.Join(ps, ","), p) {
			p = g.fresh("p")
		}
		if i == 0 {
			f.keyword = p
		}
		g.declare(p, g.kind())
		ps = append(ps, p)
	}
	if g.Intn(3) == 0 {
		p := g.fresh("d")
		g.declare(p, intKind)
		ps = append(ps, p+"="+g.of("1 [] 'x' None"))
		f.max++
	}
	if g.Intn(4) == 0 {
		g.declare("args", tupleKind)
		ps = append(ps, "*args")
		f.max += 2
		if !g.py2 && g.Intn(2) == 0 {
			g.declare("q", intKind)
			ps = append(ps, "q"+g.of("=1 =None"))
		}
	}
	if g.Intn(5) == 0 {
		g.declare("kw", dictKind)
		ps = append(ps, "**kw")
	}
	return strings.Join(ps, ", ")
}

func (g *generator) def(depth int) {
	outer := g.scope()
	f := function{name: g.fresh("f"), gen: g.Intn(4) == 0}
	if g.Intn(4) == 0 {
		g.line("@%s", g.of("ident ident logged staticmethod deco(1)"))
	}
	s := &scope{function: true, generates: f.gen}
	g.push(s)
	params := g.parameters(&f)
	g.b.WriteString(strings.Repeat(" ", g.indent))
	fmt.Fprintf(&g.b, "def %s(%s):\n", f.name, params)
	known := len(g.funcs)
	g.indent++
	g.line("tick()")
	if g.Intn(4) == 0 {
		if v := g.of("a b c d"); !strings.Contains(" "+params, v) && s.kinds[v] == 0 {
			g.line("global %s", v)
		}
	} else if !g.py2 && outer.function && !outer.class && g.Intn(2) == 0 && len(outer.order) > 0 {
		if v := outer.order[g.Intn(len(outer.order))]; !has(s, v) && v != "e" {
			g.line("nonlocal %s", v)
		}
	}
	for range 1 + g.Intn(4) {
		g.statement(depth + 1)
	}
	if f.gen {
		g.yields()
	} else if g.Intn(2) == 0 {
		g.line("return %s", g.expr(anyKind))
	}
	g.indent--
	g.pop()
	g.funcs = append(g.funcs[:known:known], f)
	g.line("show(%s)", g.callExpr(anyKind))
	if outer.function || outer.class { // it isn't visible outside
		defer func() { g.funcs = g.funcs[:known] }()
	}
}

func has(s *scope, name string) bool {
	_, ok := s.kinds[name]
	return ok
}

func (g *generator) yields() {
	switch g.Intn(5) {
	case 0:
		g.line("%s = yield %s", g.target(anyKind), g.expr(anyKind))
	case 1:
		if !g.py2 {
			g.line("%s = yield from %s", g.target(anyKind), g.iterable())
			return
		}
		g.line("yield")
	case 2:
		g.line("show((yield %s))", g.expr(anyKind))
	default:
		g.line("yield %s", g.expr(anyKind))
	}
}

// drive runs a generator by hand.
func (g *generator) drive() {
	for _, f := range g.funcs {
		if !f.gen {
			continue
		}
		v := g.fresh("g")
		g.line("%s = %s%s", v, f.name, g.arguments(f))
		for range 1 + g.Intn(3) {
			g.line("show(%s)", strings.ReplaceAll(g.of("next(G) G.send(1) G.throw(E1(2)) next(G,None) G.close() list(G) G.send(None) G.throw(ValueError)"), "G", v))
		}
		return
	}
	g.line("show(%s)", g.expr(anyKind))
}

func (g *generator) match(depth int) {
	g.line("match %s:", g.expr(anyKind))
	g.indent++
	for range 1 + g.Intn(4) {
		v := g.of("x y z")
		pattern := strings.ReplaceAll(g.of("1 'a' None True -1 2.5 [] [V] [V,_] [1,*V] [_,*_] (V,2) {} {'a':V} {'a':1,**V} int() int(V) str(V) list() float()|int() 1|2|'a' [1|2,V] [V,[_,_]] E1.zz Log() b'a'"), "V", v)
		guard := ""
		if g.Intn(4) == 0 {
			guard = " if " + g.expr(boolKind)
		}
		if strings.Contains(pattern, v) {
			g.declare(v, anyKind)
		}
		g.line("case %s%s:", pattern, guard)
		g.block(depth)
	}
	if g.Intn(3) == 0 {
		g.line("case _:")
		g.block(depth)
	}
	g.indent--
}
