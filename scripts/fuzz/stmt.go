package main

import (
	"fmt"
	"strings"
)

const deepest = 3

// block is a few statements, one step further in. What they define is known
// there only.
func (g *generator) block(depth int) {
	g.indent++
	g.inside(func() {
		for range 1 + g.Intn(3) {
			g.statement(depth + 1)
		}
	})
	g.indent--
}

// statement is one of any sort. One with a mistake in it mostly stands in a try
// statement, as programs go on.
func (g *generator) statement(depth int) {
	if g.loose {
		g.anyStatement(depth)
		return
	}
	before, s := g.slips, *g.scope()
	kinds := map[string]kind{}
	for name, k := range s.kinds {
		kinds[name] = k
	}
	funcs, classes := len(g.funcs), len(g.classes)
	text := g.apart(func() { g.anyStatement(depth) })
	if g.slips == before || g.Intn(6) == 0 {
		g.b.WriteString(text)
		return
	}
	g.slips = before
	now := g.scope()
	now.kinds, now.order = kinds, s.order // it may not have come to the end
	g.funcs, g.classes = g.funcs[:funcs], g.classes[:classes]
	g.line("try:")
	for line := range strings.Lines(text) {
		g.b.WriteString(" " + line)
	}
	switch g.Intn(4) {
	case 0:
		g.line("except Exception as e: show(type(e).__name__, str(e))")
	case 1:
		g.line("except Exception as e: show(e, lines())")
	default:
		g.line("except Exception as e: show(e)")
	}
}

func (g *generator) anyStatement(depth int) {
	s := g.scope()
	n := 32
	if depth >= deepest {
		n = 13 // none with a block
	}
	switch g.Intn(n) {
	case 11, 12, 5, 8:
		g.template(riskyStatements, statements)
	case 26, 27, 28:
		g.template(riskyCompounds, compounds)
	case 29:
		if s.async {
			g.asyncs()
		} else {
			g.template(riskyCompounds, compounds)
		}
	case 30, 31:
		if s.async {
			g.asyncs()
		} else {
			g.template(riskyStatements, statements)
		}
	case 0, 1:
		g.assign()
	case 2:
		g.line("show(%s)", g.expr(anyKind))
	case 3:
		g.simple()
	case 4:
		g.unpack()
	case 6, 7:
		g.jump()
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
		switch {
		case depth >= 2:
			g.loop(depth)
		case g.loose && g.Intn(3) > 0:
			g.riskyClass()
		default:
			g.class()
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

// template writes one of those that can fail, or of those that don't.
func (g *generator) template(risky, safe []template) {
	if g.risk() {
		safe = risky
	}
	g.lines(g.pick(safe))
}

func (g *generator) asyncs() { g.template(riskyAsyncs, asyncs) }

func (g *generator) assign() {
	k := g.kind()
	if len(g.classes) > 0 && g.Intn(4) == 0 {
		k = firstClass + kind(g.Intn(len(g.classes)))
	}
	e := g.expr(k)
	if k == intKind && !g.loose && g.scope().loops > 0 {
		e += " % 1009" // else it might grow each time
	}
	v := g.target(k)
	g.line("%s = %s", v, e)
	g.declare(v, k)
}

// simple are the statements that need no other thought.
func (g *generator) simple() {
	switch g.Intn(5) {
	case 0:
		v := g.own(anyKind)
		if !g.loose { // one that has just been assigned, as others may be in use
			k := g.kind()
			v = g.fresh("gone")
			g.line("%s = %s", v, g.expr(k))
		}
		if v != "" {
			g.line("del %s", v)
			return
		}
		g.line("pass")
	case 1:
		if g.loose || g.slip() {
			g.line("assert %s, %s", g.expr(boolKind), g.expr(anyKind))
		} else {
			g.line("assert %s or True, %s", g.expr(boolKind), g.expr(anyKind))
		}
	case 2:
		g.template(riskyExecutions, executions)
	case 3:
		k := g.kind()
		e := g.expr(k)
		x, y := g.target(k), g.target(k)
		g.line("%s = %s = %s", x, y, e)
		g.declare(x, k)
		g.declare(y, k)
	case 4:
		e, v := g.expr(intKind), g.fresh("n")
		if g.py2 || has(g.scope(), v) {
			g.line("show(%s)", e)
			return
		}
		g.line("%s: %s = %s", v, g.of("int str list 'a' list[int] int|None"), e)
		g.declare(v, intKind)
	}
}

// unpack assigns to several variables.
func (g *generator) unpack() {
	k := g.kind()
	if g.loose {
		e := g.fill(g.pick([]template{"$T", "$t", "$r", "$a, $a"}))
		x, y := g.target(anyKind), g.target(anyKind)
		form := g.of("X,§Y [X,§Y] (X,§(Y,§a)) X,§Y")
		if !g.py2 && g.Intn(3) == 0 {
			form = g.of("X,§*Y *X,§Y")
		}
		g.line("%s = %s", strings.NewReplacer("X", x, "Y", y).Replace(form), e)
		g.declare(x, noneKind)
		g.declare(y, noneKind)
		return
	}
	other := g.kind()
	x, y, z := g.fresh(k.prefix()), g.fresh(other.prefix()), ""
	var target, value string
	e, f := g.expr(k), g.expr(other)
	rest := listKind
	switch g.Intn(9) {
	case 0, 1:
		target, value = x+", "+y, e+", "+f
	case 2:
		target, value = "["+x+", "+y+"]", "("+e+", "+f+")"
	case 3:
		z = g.fresh("i")
		rest = intKind
		target, value = "("+z+", ("+x+", "+y+"))", "["+g.expr(intKind)+", ("+e+", "+f+")]"
	case 4:
		target, value = x+", "+y, "{'a': "+e+"}['a'], "+f
	case 5:
		z = g.fresh("i")
		rest = intKind
		target, value = z+", "+x+", "+y, "(lambda *a: a)("+g.expr(intKind)+", "+e+", "+f+")"
	default:
		if g.py2 {
			target, value = x+", "+y, "[("+e+", "+f+")][0]"
			break
		}
		z = g.fresh("l")
		target, value = g.of("X,§*Z,§Y X,§Y,§*Z *Z,§X,§Y X,§(Y,§*Z) [X,§*Z,§Y]"), ""
		ints := "*" + operand(g.expr(listKind))
		value = strings.NewReplacer("X", e, "Y", f, "*Z", ints).Replace(target)
		target = strings.NewReplacer("X", x, "Y", y, "Z", z).Replace(target)
	}
	g.line("%s = %s", target, value)
	g.declare(x, k)
	g.declare(y, other)
	if z != "" {
		g.declare(z, rest)
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
		if !g.loose {
			g.line("if %s: %s", g.expr(boolKind), word)
			return
		}
		g.line("%s", word)
	case n < 4 && s.function && !s.class:
		switch {
		case s.generates && g.py2:
			g.line("if %s: return", g.expr(boolKind))
		case g.loose:
			g.line("return %s", g.expr(anyKind))
		default:
			g.line("if %s: return %s", g.expr(boolKind), g.expr(s.returns))
		}
	case n == 4 && g.risk():
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
	text := g.apart(func() {
		g.inside(func() {
			if g.Intn(3) == 0 {
				n := g.fresh("n")
				g.line("%s = 0", n)
				g.line("while %s < %d%s:", n, 1+g.Intn(3), g.of("ø ø §and§True"))
				g.line(" %s += 1", n)
			} else {
				g.forLine()
			}
			s.loops++
			old := s.finally
			s.finally = 0
			g.block(depth)
			s.finally = old
			s.loops--
		})
	})
	g.b.WriteString(text)
	if g.Intn(3) == 0 {
		g.line("else:")
		g.block(depth)
	}
}

// forLine begins a loop over no more than a few values.
func (g *generator) forLine() {
	var kinds []kind
	var form, over string
	switch g.Intn(8) {
	case 0, 1, 2:
		form, over, kinds = "_", g.iterableOf(intKind), []kind{intKind}
	case 3:
		form, over, kinds = "_", g.iterableOf(strKind), []kind{strKind}
	case 4:
		form, over, kinds = g.of("_,§_ (_,§_) [_,§_]"), "enumerate("+g.iterableOf(strKind)+")", []kind{intKind, strKind}
	case 5:
		form, over, kinds = "_, (_, _)", "enumerate("+g.expr(pairsKind)+")", []kind{intKind, intKind, strKind}
	case 6:
		form, over, kinds = "_, _", "sorted("+operand(g.expr(dictKind))+".items())", []kind{strKind, intKind}
	default:
		form, over, kinds = "_", g.iterable(), []kind{noneKind}
	}
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = g.fresh(k.prefix())
		if g.loose {
			names[i] = g.target(k)
		}
		form = strings.Replace(form, "_", names[i], 1)
	}
	g.line("for %s in list(%s)[:4]:", form, over)
	for i, k := range kinds {
		g.declare(names[i], k)
	}
}

func (g *generator) tries(depth int) {
	s := g.scope()
	before := g.slips
	bare, final := g.Intn(4) == 0, g.Intn(3) == 0
	handlers, all := 0, false
	if g.Intn(4) > 0 {
		handlers = 1 + g.Intn(2)
	} else {
		bare, final = false, true
	}
	if bare || final {
		s.guarded++
		defer func() { s.guarded-- }()
	}
	g.line("try:")
	g.block(depth)
	if g.loose || g.Intn(3) == 0 { // there ought to be something to catch
		g.indent++
		g.raises()
		g.indent--
	}
	if handlers > 0 {
		for range handlers {
			switch g.Intn(6) {
			case 0:
				v := g.fresh("x")
				g.line("except (ValueError, E1) as %s:", v)
				g.line(" show(%s)", v)
			case 1:
				g.line("except %s:", g.of("TypeError E2 ZeroDivisionError LookupError"))
			case 2:
				if g.py2 {
					v := g.fresh("x")
					g.line("except Exception, %s:", v)
					g.line(" show(%s)", v)
					all = true
					break
				}
				fallthrough
			default:
				class := g.of("Exception TypeError ValueError E1 E2 KeyError AttributeError IndexError NameError ArithmeticError")
				g.line("except %s as e:", class)
				g.line(" show(e)")
				all = all || class == "Exception"
			}
			g.block(depth)
		}
		if bare {
			g.line("except:")
			g.block(depth)
			all = true
		}
		if g.Intn(3) == 0 {
			g.line("else:")
			g.block(depth)
		}
	}
	if final {
		g.line("finally:")
		s.finally++
		g.block(depth)
		s.finally--
	}
	if all && !g.loose {
		g.slips = before
	} else {
		g.slips++
	}
}

func (g *generator) with(depth int) {
	items := []string{}
	before, swallows := g.slips, false
	s := g.scope()
	s.guarded++
	defer func() { s.guarded-- }()
	g.inside(func() {
		for range 1 + g.Intn(2) {
			swallow := g.of("ø ø ,True")
			swallows = swallows || swallow != ""
			item := fmt.Sprintf("Log(%d%s)", g.Intn(9), swallow)
			if g.risk() {
				item = g.expr(anyKind)
			}
			if g.Intn(2) == 0 {
				v := g.target(noneKind)
				item += " as " + v
				g.declare(v, noneKind)
			}
			items = append(items, item)
		}
		g.line("with %s:", strings.Join(items, ", "))
		g.block(depth)
	})
	if swallows {
		g.slips = before
	}
}

// yields is for generators. One that is left alone must have nothing to say
// when it is closed, as nobody knows when that is.
func (g *generator) yields() {
	s := g.scope()
	if s.guarded > 0 {
		g.line("show(%s)", g.expr(anyKind))
		return
	}
	k := s.returns
	switch g.Intn(5) {
	case 0:
		v := g.target(noneKind)
		g.line("%s = yield %s", v, g.expr(k))
		g.declare(v, noneKind)
	case 1:
		if !g.py2 && !s.async {
			over := g.iterable()
			if k == intKind {
				over = g.iterableOf(k)
			}
			v := g.target(noneKind)
			g.line("%s = yield from %s", v, over)
			g.declare(v, noneKind)
			return
		}
		g.line("yield %s", g.expr(k))
	case 2:
		g.line("show((yield %s))", g.expr(k))
	default:
		g.line("yield %s", g.expr(k))
	}
}

// match is one with a few patterns for values of one kind.
func (g *generator) match(depth int) {
	subjects := []struct {
		kind     kind
		patterns string
	}{
		{anyKind, "1 'a' None True -1 2.5 [] [V] [V,_] [1,*V] [_,*_] (V,2) {} {'a':V} {'a':1,**V} int() int(V) str(V) list() float()|int() 1|2|'a' [1|2,V] [V,[_,_]] Log() b'a'"},
		{intKind, "1 0|1|2 -1 V§if§V>3 int(V) bool() int()§as§V float()|str() (5|7)§as§V True"},
		{strKind, "'' 'a' 'a'|'b' str(V) V§if§len(V)>2 [V] ('x'|'ab')§as§V"},
		{listKind, "[] [V] [_,V] [1,*V] [*V,3] [_,*V,_] [1|2|3,*_] [int(V),*_] V§if§len(V)>2 (1,2,V) list(V)"},
		{pairKind, "(1,V) (V,'a') [V,str()] (int()|float(),V) (0|1,('a'|'x')§as§V) (_,_,V) V§if§V[0]>1"},
		{pairsKind, "[] [(1,V)] [(1,V),*_] [_,(2,V)] [(int(),str(V)),*_] [*_,(V,'a')]"},
		{dictKind, "{} {'a':V} {'a':1,**V} {'a':int(V),'b':_} {'k':0|1} {'zz':_} dict(V) {**V}"},
	}
	subject := subjects[g.Intn(len(subjects))]
	g.line("match %s:", g.expr(subject.kind))
	g.indent++
	for range 1 + g.Intn(4) {
		v := g.fresh("m")
		pattern := strings.ReplaceAll(g.of(subject.patterns), "V", v)
		if pattern == v {
			continue
		}
		g.inside(func() {
			if strings.Contains(pattern, v) {
				g.declare(v, noneKind)
			}
			if g.Intn(4) == 0 && !strings.Contains(pattern, " if ") {
				pattern += " if " + g.expr(boolKind)
			}
			g.line("case %s:", pattern)
			g.line(" show(%d%s)", g.Intn(9), map[bool]string{true: ", " + v}[strings.Contains(pattern, v)])
			g.block(depth)
		})
	}
	g.line("case _:")
	g.block(depth)
	g.indent--
}
