package main

import (
	"fmt"
	"strconv"
	"strings"
)

// expr is an expression that is likely to be of kind k.
func (g *generator) expr(k kind) string {
	if k == anyKind || g.Intn(16) == 0 {
		k = g.kind()
	}
	if g.exprs > 2 || g.Intn(3) == 0 {
		return g.atom(k)
	}
	g.exprs++
	defer func() { g.exprs-- }()
	switch g.Intn(8) {
	case 0:
		return g.general(k)
	case 1, 2, 3:
		if s := g.some(k); s != "" {
			return s
		}
	case 4:
		if g.scope().async && !g.scope().class {
			return g.fill(g.pick(awaits))
		}
	}
	switch k {
	case intKind, longKind:
		return g.intExpr()
	case floatKind:
		return g.floatExpr()
	case strKind:
		return g.strExpr()
	case boolKind:
		return g.boolExpr()
	case listKind, tupleKind:
		return g.sequence(k)
	case dictKind:
		return g.dictExpr()
	case setKind:
		return g.setExpr()
	case bytesKind:
		return g.bytesExpr()
	}
	return g.atom(k)
}

// primary is an expression that .name, [index] or (arguments) can follow.
func (g *generator) primary(k kind) string {
	s := g.expr(k)
	if strings.ContainsAny(s[:1], "0123456789-+~*!l") || strings.HasSuffix(s, "]*3") || strings.HasPrefix(s, "not ") {
		return "(" + s + ")"
	}
	return s
}

// atom is a variable or a display of constants.
func (g *generator) atom(k kind) string {
	if v := g.variable(k); v != "" && g.Intn(3) > 0 {
		return v
	}
	switch k {
	case intKind:
		return g.of("0 1 2 3 -1 7 -3 10 255 True 5 0x1f")
	case longKind:
		if g.py2 {
			return g.of("10**20 -2**63 2**64 1L 0L -5L 2**62")
		}
		return g.of("10**20 -2**63 2**64 10**30 2**62")
	case floatKind:
		return g.of("0.0 1.5 -2.25 0.1 1e16 3.0 1e-7 -0.0 100.0 1e300 2.5")
	case strKind:
		return g.of(`'' 'a' 'ab' 'hello' 'a,b' "it's" 'A1' 'xyz' '%s' '12' 'a\tb\n' 'é' u'\u20ac' u'x' r'\n'`)
	case boolKind:
		return g.of("True False None (not§1)")
	case listKind:
		return g.of("[] [1] [1,2,3] [3,1,2] ['a','b'] [[1],[2]] [0]*3 [None,1] list(range(4)) [1.5,2]")
	case tupleKind:
		return g.of("() (1,) (1,2) (1,2,3) ('a','b') (1,'x',None) ((1,2),3)")
	case dictKind:
		return g.of("{} {1:2} {'a':1} {'a':1,'b':2} dict(a=1) {1:'x',2:'y'} {(1,2):3}")
	case setKind:
		return g.of("set() {1} {1,2,3} {'a','b'} set([1,2]) frozenset([1]) {1.0,True}")
	case bytesKind:
		return g.of(`b'' b'a' b'abc' b'\x00\xff' bytearray(b'xy') b'a,b' bytearray(3)`)
	}
	return g.of("None None None Ellipsis 0")
}

// general is what yields a value of any kind.
func (g *generator) general(k kind) string {
	switch g.Intn(15) {
	case 0:
		return fmt.Sprintf("(%s if %s else %s)", g.expr(k), g.expr(boolKind), g.expr(k))
	case 1:
		return fmt.Sprintf("(%s or %s)", g.expr(k), g.expr(k))
	case 2:
		return fmt.Sprintf("(%s and %s)", g.expr(anyKind), g.expr(k))
	case 3:
		return g.callExpr(k)
	case 4:
		return fmt.Sprintf("[%s, %s][%s]", g.expr(k), g.expr(k), g.expr(boolKind))
	case 5:
		return fmt.Sprintf("{%s: %s}[%s]", g.of("0 1 'a'"), g.expr(k), g.of("0 1 'a' True"))
	case 6:
		p := g.fresh("p")
		return fmt.Sprintf("(lambda %s, %sd=%s: %s)(%s)", p, p, g.expr(k), g.of(p+" "+p+"d"), g.expr(k))
	case 7:
		if g.py2 {
			return fmt.Sprintf("ident(%s)", g.expr(k))
		}
		if s := g.scope(); s.class {
			return g.expr(k)
		}
		v := g.of("w v")
		g.declare(v, k)
		return fmt.Sprintf("(%s := %s)", v, g.expr(k))
	case 8:
		return fmt.Sprintf("getattr(%s, %q, %s)", g.expr(anyKind), g.of("real imag append zzz __len__ upper"), g.expr(k))
	case 9:
		return fmt.Sprintf("(%s, %s)[%d]", g.expr(k), g.expr(k), g.Intn(2))
	case 10:
		return fmt.Sprintf("next(iter(%s), %s)", g.iterable(), g.expr(k))
	case 11:
		return fmt.Sprintf("%s(%s%s)", g.of("max min"), g.iterable(), g.of("ø ø ,key=str ,key=repr"))
	case 12:
		return fmt.Sprintf("%s(%s)", g.of("abs repr str int float bool list tuple set dict len type ident hash sorted sum ord chr"), g.expr(anyKind))
	case 13:
		return fmt.Sprintf("(%s %s %s)", g.expr(anyKind), g.of("+ - * / // % & | ^ << >>"), g.small())
	}
	return g.expr(k)
}

// small is a number that can do little harm as a right operand.
func (g *generator) small() string { return g.of("0 1 2 3 -1 2.5 True 1.0") }

func (g *generator) callExpr(k kind) string {
	if len(g.funcs) == 0 {
		return g.atom(k)
	}
	f := g.funcs[g.Intn(len(g.funcs))]
	call := f.name + g.arguments(f)
	if f.gen {
		return "list(" + call + ")"
	}
	if f.class {
		return call + g.of("ø .m .v .p [0] ()")
	}
	return call
}

// arguments are those of a call, now and then too few or too many.
func (g *generator) arguments(f function) string {
	n := f.min + g.Intn(f.max-f.min+1)
	if g.Intn(14) == 0 {
		n += g.Intn(3) - 1
	}
	var args []string
	for range n {
		args = append(args, g.expr(anyKind))
	}
	switch g.Intn(10) {
	case 0:
		if len(args) > 1 {
			args = append(args[:1], "*["+strings.Join(args[1:], ", ")+"]")
		}
	case 1:
		if f.keyword == "" {
			break
		}
		args = append(args, fmt.Sprintf("**{%q: %s}", f.keyword, g.expr(anyKind)))
	case 2:
		if len(args) > 0 && f.keyword != "" {
			args = append(args[1:], f.keyword+"="+args[0])
		}
	case 3:
		args = append(args, g.of("q r")+"="+g.expr(anyKind))
	}
	return "(" + strings.Join(args, ", ") + ")"
}

func (g *generator) intExpr() string {
	switch g.Intn(16) {
	case 0, 1, 2:
		return fmt.Sprintf("(%s %s %s)", g.expr(intKind), g.of("+ - & | ^"), g.expr(intKind))
	case 3, 4:
		return fmt.Sprintf("(%s %s %s)", g.expr(g.numeric()), g.of("// %"), g.expr(g.numeric()))
	case 5:
		return fmt.Sprintf("(%s * %s)", g.expr(intKind), g.small())
	case 6:
		return fmt.Sprintf("(%s %s %s)", g.expr(intKind), g.of("** << >>"), g.of("0 1 2 3 -1 True"))
	case 7:
		return g.of("- ~ +") + g.expr(intKind)
	case 8:
		return fmt.Sprintf("len(%s)", g.iterable())
	case 9:
		return fmt.Sprintf("int(%s)", g.expr(one(g, func() kind { return strKind }, func() kind { return floatKind })))
	case 10:
		return fmt.Sprintf("%s(%s)", g.of("abs sum ord hash round"), g.expr(one(g, g.numeric, func() kind { return listKind })))
	case 11:
		return fmt.Sprintf("%s.%s(%s)", g.primary(one(g, func() kind { return strKind }, func() kind { return listKind }, func() kind { return tupleKind })),
			g.of("count index find rfind"), g.expr(anyKind))
	case 12:
		return fmt.Sprintf("%s[%s]", g.primary(listKind), g.index())
	case 13:
		return fmt.Sprintf("divmod(%s, %s)[%d]", g.expr(g.numeric()), g.expr(g.numeric()), g.Intn(2))
	case 14:
		return fmt.Sprintf("sum(%s for %s in %s)", g.of("i i*2 i%3 1"), "i", g.iterable())
	}
	return fmt.Sprintf("(%s).%s", g.expr(intKind), g.of("bit_length() real imag numerator conjugate()"))
}

func (g *generator) numeric() kind { return []kind{intKind, floatKind, longKind, boolKind}[g.Intn(4)] }

func (g *generator) index() string {
	return g.of("0 1 -1 2 -2 5 True 1.0 'a' ::2 1: :2 ::-1 -2: 0:0 None:1 3:1:-1")
}

func (g *generator) floatExpr() string {
	switch g.Intn(5) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", g.expr(floatKind), g.of("+ - * / // % **"), g.of("2 0.5 3.0 0 -1.5 1e3 -2"))
	case 2:
		return fmt.Sprintf("(%s / %s)", g.expr(g.numeric()), g.expr(g.numeric()))
	case 3:
		return fmt.Sprintf("float(%s)", g.expr(anyKind))
	}
	return fmt.Sprintf("round(%s, %s)", g.expr(floatKind), g.of("0 1 2 -1 None"))
}

func (g *generator) boolExpr() string {
	switch g.Intn(10) {
	case 0:
		return "(not " + g.expr(anyKind) + ")"
	case 1:
		return fmt.Sprintf("(%s %s %s)", g.expr(boolKind), g.of("and or"), g.expr(anyKind))
	case 2, 3:
		k := g.kind()
		return fmt.Sprintf("(%s %s %s)", g.expr(k), g.of("== != < <= > >="), g.expr(k))
	case 4:
		return fmt.Sprintf("(%s %s %s)", g.expr(anyKind), g.of("in not§in"), g.iterable())
	case 5:
		return fmt.Sprintf("(%s %s %s %s %s)", g.expr(intKind), g.of("< <= == !="), g.expr(g.numeric()), g.of("< > >= =="), g.expr(intKind))
	case 6:
		return fmt.Sprintf("(%s is None)", g.expr(anyKind))
	case 7:
		return fmt.Sprintf("isinstance(%s, %s)", g.expr(anyKind), g.of("int str list (int,str) bool dict object float (tuple,(set,list))"))
	case 8:
		return fmt.Sprintf("%s(%s)", g.of("any all"), g.iterable())
	}
	return fmt.Sprintf("%s.%s()", g.primary(strKind), g.of("isdigit isalpha isupper islower isspace istitle isalnum"))
}

func (g *generator) strExpr() string {
	switch g.Intn(13) {
	case 0:
		return fmt.Sprintf("(%s + %s)[:20]", g.expr(strKind), g.expr(strKind))
	case 1:
		return fmt.Sprintf("(%s * %s)", g.expr(strKind), g.small())
	case 2:
		return fmt.Sprintf("%s[%s]", g.primary(strKind), g.index())
	case 3, 4:
		return fmt.Sprintf("(%s %% %s)", g.percentFormat(), one(g, func() string { return g.expr(anyKind) },
			func() string { return "(" + g.expr(anyKind) + ",)" }, func() string { return "(" + g.expr(intKind) + ", " + g.expr(anyKind) + ")" }))
	case 5:
		return fmt.Sprintf("%s.format(%s, %s)", quote(g.braces(false)), g.expr(anyKind), g.expr(anyKind))
	case 6:
		return fmt.Sprintf("format(%s, '%s')", g.expr(anyKind), g.spec())
	case 7:
		return fmt.Sprintf("%s.%s", g.primary(strKind), g.of(`upper() lower() title() strip() swapcase() capitalize() zfill(5) center(7,'*') ljust(4) rjust(4,'.') replace('a','b') expandtabs(3) lstrip('ah') rstrip() partition('a')[0] split('a')[0] join(['x','y']) join('abc') encode('ascii') splitlines() translate({97:98}) casefold()`))
	case 8:
		return fmt.Sprintf("%s(%s)", g.of("str repr ascii"), g.expr(anyKind))
	case 9:
		return fmt.Sprintf("%s.join(%s)", g.atom(strKind), one(g, func() string { return g.expr(listKind) }, func() string { return "map(str, " + g.iterable() + ")" }))
	case 10:
		return fmt.Sprintf("%s(%s)", g.of("chr hex oct bin"), g.expr(intKind))
	}
	if g.py2 {
		return fmt.Sprintf("`%s`", g.atom(anyKind))
	}
	return g.fstring()
}

func (g *generator) fstring() string {
	var b strings.Builder
	b.WriteString("f\"")
	for range 1 + g.Intn(2) {
		b.WriteString(g.of("x {{ }} =: -"))
		inner := strings.ReplaceAll(g.atom(g.kind()), `"`, "'")
		if strings.ContainsAny(inner, `'\{`) {
			inner = "1"
		}
		b.WriteString("{" + inner + g.of("ø ø !r !s ="))
		if g.Intn(2) == 0 {
			b.WriteString(":" + g.spec())
		}
		b.WriteString("}")
	}
	b.WriteString(`"`)
	return b.String()
}

func (g *generator) spec() string {
	if g.Intn(4) == 0 {
		return ""
	}
	var b strings.Builder
	if g.Intn(3) == 0 {
		b.WriteString(g.of("< > ^ = *< 0> _^ -="))
	}
	if g.Intn(4) == 0 {
		b.WriteString(g.of("+ -"))
	}
	if g.Intn(6) == 0 {
		b.WriteString(g.of("# 0"))
	}
	if g.Intn(2) == 0 {
		b.WriteString(strconv.Itoa(g.Intn(12)))
	}
	if g.Intn(6) == 0 {
		b.WriteString(g.of(", _ ,"))
	}
	if g.Intn(3) == 0 {
		b.WriteString("." + strconv.Itoa(g.Intn(6)))
	}
	if g.Intn(2) == 0 {
		b.WriteString(g.of("d s f g e x X b o c % n F G E"))
	}
	return b.String()
}

func (g *generator) braces(nested bool) string {
	return g.of("{}{} {0}{1} {1}{0} {0!r}") + "{0:" + g.spec() + "}"
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "") + "'" }

func (g *generator) percentFormat() string {
	var b strings.Builder
	for range 1 + g.Intn(2) {
		b.WriteString("%" + g.of("ø - + 0 # -0 +0"))
		if g.Intn(2) == 0 {
			b.WriteString(strconv.Itoa(g.Intn(9)))
		}
		if g.Intn(3) == 0 {
			b.WriteString("." + strconv.Itoa(g.Intn(5)))
		}
		b.WriteString(g.of("d s r f g e x X o i u c % F G a"))
	}
	return "'" + b.String() + "'"
}

func (g *generator) iterable() string {
	switch g.Intn(7) {
	case 0:
		return fmt.Sprintf("range(%s)", g.of("3 1,4 5,0,-2 0 2"))
	case 1:
		return g.expr(strKind)
	case 2:
		return g.expr(tupleKind)
	case 3:
		return fmt.Sprintf("sorted(%s, key=repr)", g.expr(one(g, func() kind { return setKind }, func() kind { return dictKind })))
	case 4:
		return fmt.Sprintf("%s(%s)", g.of("enumerate reversed list iter tuple"), g.expr(listKind))
	case 5:
		return fmt.Sprintf("zip(%s, %s)", g.expr(listKind), g.expr(strKind))
	}
	return g.expr(listKind)
}

// comprehension is what stands between the brackets of one.
func (g *generator) comprehension(elt string) string {
	v := g.of("i j k")
	s := g.scope()
	old, had := s.kinds[v]
	if !had {
		s.order = append(s.order, v)
	}
	s.kinds[v] = intKind
	defer func() {
		if had {
			s.kinds[v] = old
		} else {
			delete(s.kinds, v)
			for i, n := range s.order {
				if n == v {
					s.order = append(s.order[:i:i], s.order[i+1:]...)
					break
				}
			}
		}
	}()
	var b strings.Builder
	if elt == "" {
		elt = g.expr(anyKind)
	}
	fmt.Fprintf(&b, "%s for %s in %s", elt, v, g.iterableOutside())
	if g.Intn(3) == 0 {
		fmt.Fprintf(&b, " if %s", g.expr(boolKind))
	}
	if g.Intn(5) == 0 {
		fmt.Fprintf(&b, " for j in %s", g.of("range(2) 'xy' (1,2)"))
	}
	return b.String()
}

// iterableOutside is an iterable without names that := binds: it isn't allowed there.
func (g *generator) iterableOutside() string { return g.outside(g.iterable) }

func (g *generator) outside(f func() string) string {
	for {
		if s := f(); !strings.Contains(s, ":=") && !strings.Contains(s, "lambda") {
			return s
		}
	}
}

func (g *generator) sequence(k kind) string {
	open, end, conv := "[", "]", "list"
	if k == tupleKind {
		open, end, conv = "(", ",)", "tuple"
	}
	switch g.Intn(9) {
	case 0:
		return fmt.Sprintf("(%s + %s)[:9]", g.expr(k), g.expr(k))
	case 1:
		return fmt.Sprintf("(%s * %s)[:9]", g.expr(k), g.small())
	case 2:
		return fmt.Sprintf("%s[%s]", g.primary(k), g.of("1: :2 ::-1 ::2 -2: 5:1:-1 0:9:3 ::0 True: None:None"))
	case 3:
		if k == listKind {
			return "[" + g.comprehension("") + "]"
		}
		return "tuple(" + g.comprehension("") + ")"
	case 4:
		return fmt.Sprintf("%s(%s)", conv, g.iterable())
	case 5:
		return fmt.Sprintf("sorted(%s%s)", g.iterable(), g.of("ø ,reverse=True ,key=str ,key=lambda*s:repr(s)"))
	case 6:
		if !g.py2 {
			return fmt.Sprintf("%s%s, *%s%s", open, g.expr(anyKind), g.iterable(), end)
		}
	case 7:
		return fmt.Sprintf("%s.%s()", g.primary(strKind), g.of("split rsplit splitlines"))
	case 8:
		return fmt.Sprintf("list(%s(%s, %s))", g.of("map filter"), g.of("str bool repr None ident abs"), g.iterable())
	}
	return fmt.Sprintf("%s%s, %s%s", open, g.expr(anyKind), g.expr(anyKind), end)
}

func (g *generator) dictExpr() string {
	switch g.Intn(6) {
	case 0:
		return "{" + g.comprehension(g.of("1 i")+": "+g.atom(anyKind)) + "}"
	case 1:
		return fmt.Sprintf("dict(zip(%s, %s))", g.iterable(), g.iterable())
	case 2:
		if !g.py2 {
			return fmt.Sprintf("{**%s, %s: %s}", g.expr(dictKind), g.atom(strKind), g.expr(anyKind))
		}
	case 3:
		return fmt.Sprintf("dict(%s, k=%s)", g.expr(dictKind), g.expr(anyKind))
	case 4:
		if !g.py2 {
			return fmt.Sprintf("(%s | %s)", g.expr(dictKind), g.expr(dictKind))
		}
	}
	return fmt.Sprintf("{%s: %s, %s: %s}", g.atom(g.kind()), g.expr(anyKind), g.atom(strKind), g.expr(anyKind))
}

func (g *generator) setExpr() string {
	switch g.Intn(5) {
	case 0, 1:
		return fmt.Sprintf("(%s %s %s)", g.expr(setKind), g.of("| & - ^"), g.expr(setKind))
	case 2:
		return "{" + g.comprehension(g.atom(g.kind())) + "}"
	case 3:
		return fmt.Sprintf("%s.%s(%s)", g.primary(setKind), g.of("union intersection difference symmetric_difference issubset isdisjoint"), g.iterable())
	}
	return fmt.Sprintf("set(%s)", g.iterable())
}

func (g *generator) bytesExpr() string {
	switch g.Intn(6) {
	case 0:
		return fmt.Sprintf("(%s + %s)[:9]", g.expr(bytesKind), g.expr(bytesKind))
	case 1:
		return fmt.Sprintf("%s[%s]", g.primary(bytesKind), g.index())
	case 2:
		return fmt.Sprintf("%s.%s", g.primary(bytesKind), g.of("upper() hex() decode('latin-1') split(b',') find(b'a') join([b'x',b'y']) startswith(b'a') replace(b'a',b'zz') strip() count(b'a')"))
	case 3:
		return fmt.Sprintf("%s(%s)", g.of("bytes bytearray"), g.of("b'x' 3 [1,2] 'a' -1 [300] None ()"))
	case 4:
		return fmt.Sprintf("%s.encode(%s)", g.primary(strKind), g.of("'utf-8' 'ascii' 'latin-1' 'ascii','replace' 'ascii','ignore'"))
	}
	return fmt.Sprintf("(%s * %s)[:5]", g.expr(bytesKind), g.small())
}
