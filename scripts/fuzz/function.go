package main

import (
	"fmt"
	"strings"
)

// A function takes parameters of some kinds, and returns, or yields, one.
type function struct {
	name       string
	params     []parameter
	ret        kind
	gen, async bool
	risky      bool // a mistake in it may show
	loose      bool // is an old class, or the like
}

// A parameter can be given by its place or by its name, or both, or takes what
// is left.
type parameter struct {
	name     string
	kind     kind
	place    bool
	named    bool
	optional bool
	rest     string // "*" or "**"
}

// signature makes parameters and writes them.
func (g *generator) signature() (ps []parameter, text string) {
	var parts []string
	add := func(p parameter, text string) {
		ps = append(ps, p)
		parts = append(parts, text)
	}
	optional := false
	n := g.Intn(4)
	slash := -1
	if !g.py2 && g.Intn(6) == 0 && n > 0 {
		slash = g.Intn(n)
	}
	for i := range n {
		k := g.kind()
		p := parameter{name: g.fresh(k.prefix()), kind: k, place: true, named: i > slash}
		if g.loose && g.Intn(2) == 0 {
			if name := g.of("x y z"); !strings.Contains(strings.Join(parts, ","), name) {
				p.name = name
			}
		}
		optional = optional || g.Intn(4) == 0
		s := p.name
		if !g.py2 && g.Intn(10) == 0 {
			s += ": " + g.of("int str 'x' list[int]")
		}
		if p.optional = optional; optional {
			s += "=" + g.defaults(k)
		}
		add(p, s)
		if i == slash {
			parts = append(parts, "/")
		}
	}
	star := g.Intn(4) == 0
	if star {
		name := g.fresh("args")
		add(parameter{name: name, kind: tupleKind, rest: "*"}, "*"+name)
	}
	if !g.py2 && g.Intn(4) == 0 {
		if !star {
			parts = append(parts, "*")
		}
		for range 1 + g.Intn(2) {
			k := g.kind()
			p := parameter{name: g.fresh(k.prefix()), kind: k, named: true, optional: g.Intn(2) == 0}
			s := p.name
			if p.optional {
				s += "=" + g.defaults(k)
			}
			add(p, s)
		}
	}
	if g.Intn(5) == 0 {
		name := g.fresh("kw")
		add(parameter{name: name, kind: dictKind, rest: "**"}, "**"+name)
	}
	return ps, strings.Join(parts, ", ")
}

// defaults is the value of a parameter that isn't given.
func (g *generator) defaults(k kind) string {
	g.exprs += 2
	defer func() { g.exprs -= 2 }()
	return g.expr(k)
}

// arguments are those of a call, in one of the many ways; now and then wrong.
func (g *generator) arguments(f *function) string {
	if f.risky {
		g.slips++
	}
	var args, named []string
	byName := false
	extra := "**"
	drop := -1
	if g.slip() && len(f.params) > 0 {
		drop = g.Intn(len(f.params))
	}
	stars := ""
	for i, p := range f.params {
		if p.rest != "" {
			if p.rest == "*" && !byName && g.Intn(2) == 0 {
				stars = p.rest
			}
			extra = map[bool]string{true: p.rest, false: extra}[p.rest == "**"]
			if p.rest == "**" && g.Intn(2) == 0 {
				named = append(named, g.fresh("q")+"="+g.expr(intKind))
			}
			continue
		}
		if i == drop {
			byName = true
			continue
		}
		if p.optional && g.Intn(3) == 0 {
			byName = true
			continue
		}
		if byName = p.named && (byName || !p.place || g.Intn(4) == 0); byName {
			named = append(named, p.name+"="+g.expr(p.kind))
		} else if p.place && !p.named && len(named) > 0 {
			continue
		} else {
			args = append(args, g.expr(p.kind))
		}
	}
	if stars != "" && !byName {
		for range g.Intn(3) {
			args = append(args, g.expr(intKind))
		}
		if g.Intn(3) == 0 {
			args = append(args, "*"+operand(g.outside(func() string { return g.iterableOf(intKind) })))
			stars = "used"
		}
	}
	if g.slip() {
		switch g.Intn(3) {
		case 0:
			args = append(args, g.expr(anyKind))
		case 1:
			named = append(named, g.of("q r")+"="+g.expr(anyKind))
		default:
			if len(named) > 0 {
				args = append(args, g.expr(anyKind))
			}
		}
	}
	g.Shuffle(len(named), func(i, j int) { named[i], named[j] = named[j], named[i] })
	if len(args) > 0 && stars != "used" && g.Intn(8) == 0 {
		i := g.Intn(len(args))
		args = append(args[:i:i], "*"+g.of("[ (")+strings.Join(args[i:], ", ")+",")
		last := &args[len(args)-1]
		*last += map[byte]string{'[': "]", '(': ")"}[(*last)[1]]
	}
	if len(named) > 0 && g.Intn(8) == 0 {
		i := g.Intn(len(named))
		var items []string
		for _, s := range named[i:] {
			name, value, _ := strings.Cut(s, "=")
			items = append(items, fmt.Sprintf("'%s': %s", name, value))
		}
		named = append(named[:i:i], "**{"+strings.Join(items, ", ")+"}")
	}
	all := append(args, named...)
	if len(all) == 1 && strings.Contains(all[0], " for ") && strings.HasPrefix(all[0], "(") {
		return "(" + all[0] + ")"
	}
	return "(" + strings.Join(all, ", ") + ")"
}

// call is one of a function that returns a value of kind k, or "".
func (g *generator) call(k kind) string {
	var fit []*function
	for _, f := range g.funcs {
		switch {
		case f.async:
			if f.ret == k && (!g.scope().async || g.waits == 0) {
				fit = append(fit, f)
			}
		case g.loose || f.ret == k && !f.gen || f.gen && f.ret == intKind && (k == iteratorKind || k == listKind) || f.gen && k == mixedKind:
			fit = append(fit, f)
		}
	}
	if len(fit) == 0 {
		return ""
	}
	f := fit[g.Intn(len(fit))]
	if f.async && g.scope().async {
		return "(await " + f.name + g.arguments(f) + ")"
	}
	call := f.name + g.arguments(f)
	switch {
	case f.async:
		return "run(" + call + ")"
	case f.gen && k == iteratorKind && f.ret == intKind:
		return call
	case f.gen:
		return "list(" + call + ")"
	case f.loose:
		return call + g.of("ø .m .v .p [0] ()")
	}
	return call
}

// def is a function and a call of it.
func (g *generator) def(depth int) {
	outer := g.scope()
	f := &function{name: g.fresh("f"), ret: g.kind(), gen: g.Intn(4) == 0}
	f.async = !g.py2 && !f.gen && g.Intn(6) == 0
	if f.gen && g.Intn(2) == 0 {
		f.ret = intKind
	}
	if g.Intn(4) == 0 {
		g.line("@%s", g.of("ident ident logged deco(1) deco(k=2) functools.wraps(tick)"))
	}
	before := g.slips
	s := &scope{function: true, generates: f.gen, async: f.async, returns: f.ret}
	params, text := g.signature()
	f.params = params
	g.push(s)
	for _, p := range params {
		g.declare(p.name, p.kind)
	}
	word := "def"
	if f.async {
		word = "async def"
	}
	arrow := ""
	if !g.py2 && g.Intn(10) == 0 {
		arrow = " -> " + g.of("int None 'f'")
	}
	g.line("%s %s(%s)%s:", word, f.name, text, arrow)
	funcs, classes := len(g.funcs), len(g.classes)
	g.indent++
	if g.Intn(8) == 0 {
		g.line("%s", g.of(`'doc' """doc§string"""`))
	}
	g.line("tick()")
	g.outerNames(outer, s)
	for range 1 + g.Intn(5) {
		g.statement(depth + 1)
	}
	if f.gen {
		g.yields()
		g.line("yield %s", g.expr(f.ret))
	} else if !g.loose || g.Intn(2) == 0 {
		g.line("return %s", g.expr(f.ret))
	}
	g.indent--
	g.pop()
	f.risky = g.slips > before
	g.slips = before
	g.funcs, g.classes = append(g.funcs[:funcs:funcs], f), g.classes[:classes]
	if e := g.call(f.ret); e != "" {
		g.line("show(%s)", e)
	}
	if g.loose && (outer.function || outer.class) { // it isn't visible outside
		g.funcs = g.funcs[:funcs]
	}
}

// outerNames declares variables of the scopes around a function as assigned in
// it.
func (g *generator) outerNames(outer, s *scope) {
	if g.loose && g.Intn(4) == 0 {
		if v := g.of("a b c d"); !has(s, v) {
			g.line("global %s", v)
		}
		return
	}
	if g.Intn(3) > 0 || len(outer.order) == 0 || outer.class {
		return
	}
	v := outer.order[g.Intn(len(outer.order))]
	if has(s, v) || v == "e" || outer.foreign[v] {
		return
	}
	if !outer.function {
		g.line("global %s", v)
	} else if !g.py2 {
		g.line("nonlocal %s", v)
	} else {
		return
	}
	s.foreign = map[string]bool{v: true}
	if !g.loose {
		g.line("%s = %s", v, g.expr(outer.kinds[v]))
		g.declare(v, outer.kinds[v])
	}
}

func has(s *scope, name string) bool {
	_, ok := s.kinds[name]
	return ok
}

// drive runs a generator by hand.
func (g *generator) drive() {
	for _, i := range g.Perm(len(g.funcs)) {
		f := g.funcs[i]
		if !f.gen {
			continue
		}
		v := g.fresh("g")
		g.line("%s = %s%s", v, f.name, g.arguments(f))
		steps := "next(G,None) list(G)[:9]"
		if g.loose || g.risk() {
			steps = "next(G) G.send(1) G.throw(E1(2)) next(G,None) G.close() list(G) G.send(None) G.throw(ValueError)"
		}
		g.line("show(next(%s))", v)
		if !f.risky && !g.loose && g.Intn(2) == 0 {
			g.line("try: show(%s.%s)", v, g.of("send(5) send(None) throw(E1(1)) throw(ValueError) throw(ValueError('a'))"))
			g.line("except (StopIteration, E1, ValueError) as x: show(x)")
		}
		for range 1 + g.Intn(3) {
			g.line("show(%s)", strings.ReplaceAll(g.of(steps), "G", v))
		}
		if g.Intn(2) == 0 {
			g.line("%s.close()", v)
			g.line("show(list(%s))", v)
		}
		return
	}
	g.line("show(%s)", g.expr(anyKind))
}
