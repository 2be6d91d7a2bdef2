package main

import (
	"regexp"
	"strconv"
	"strings"
)

// expr is an expression of kind k, unless there is a mistake. It can stand
// beside operators.
func (g *generator) expr(k kind) string {
	s := g.openExpr(k)
	if !closed(s) && !number.MatchString(s) {
		return "(" + s + ")"
	}
	return s
}

var number = regexp.MustCompile(`^-?[0-9.e]+$`)

func (g *generator) openExpr(k kind) string {
	if k == anyKind {
		k = g.kind()
		if !g.loose && (k == setKind || k == frozenKind) {
			k = listKind // how a set prints depends on what was in it before
		}
	}
	if g.slip() {
		return g.mistake()
	}
	if g.exprs > 2 || g.Intn(3) == 0 {
		return g.atom(k)
	}
	g.exprs++
	defer func() { g.exprs-- }()
	switch g.Intn(10) {
	case 0:
		if s := g.general(k); s != "" {
			return s
		}
	case 1:
		if s := g.ofClass(k); s != "" {
			return s
		}
	case 2:
		if s := g.call(k); s != "" {
			return s
		}
	case 3:
		if g.loose && g.scope().async && g.waits == 0 {
			return g.fill(g.pick(awaits))
		}
		if s := g.comprehension(k); s != "" {
			return s
		}
	case 4:
		if k == strKind || k == textKind && !g.py2 {
			return g.formatted()
		}
	}
	if ts := riskyValues[k]; len(ts) > 0 && g.risk() {
		return g.fill(g.pick(ts))
	}
	if ts := values[k]; len(ts) > 0 {
		return g.fill(g.pick(ts))
	}
	return g.atom(k)
}

// mistake is what is wrong where it stands.
func (g *generator) mistake() string {
	if g.loose || g.Intn(3) == 0 {
		k := g.kind()
		if g.loose {
			return g.expr(k)
		}
		return g.atom(k)
	}
	return g.fill(g.pick(mistakes))
}

// mistakes are usual ones.
var mistakes = []template{
	"missing", "$a.missing", "$s.uper()", "$l.add($i)", "$l[99]", "$T[99]", "$s[99]", "$d['missing']", "$D[99]", "$i // 0", "$i % 0", "$f / 0", "$i / 0", "divmod($i, 0)", "0 ** -1", "int('x' + $s)", "int('')", "int(None)", "int([])", "float('abc')", "float([])",
	"$s + $i", "$i + $s", "$l + $t", "$i - $s", "None + $i", "$s * $s", "$l * $f", "-$s", "~$f", "$d + $d", "$s - $s", "$e + $e", "$i & $f", "$f << 1", "3:$i @ $i", "len($i)", "len(None)", "$i($i)", "$s()", "None()", "$i[0]", "None[0]", "$f['a']", "$l['a']", "$s['a']", "$l[1.5]", "$e[0]", "3:$d.keys()[0]", "3:map(str, $l)[0]",
	"$s.upper(1)", "$l.append()", "$l.append(1, 2)", "$s.replace('a')", "$s.split(1)", "$d.get()", "$d.pop('missing')", "$l.pop(99)", "[].pop()", "{}.popitem()", "set().pop()", "$e.remove(99)", "$l.remove(99)", "$l.index(99)", "$T.index(99)", "$s.index('missing')", "$d[$l]", "{$l: 1}", "{$d}", "hash($l)", "{$e: 1}", "max([])", "min(())", "max($i)", "sum($S)", "sum($i)", "sum(['a'])",
	"'%d' % $s", "'%s %s' % ($i,)", "'%s' % ($i, $i)", "'%x' % $f", "'%q' % 1", "'%(k)s' % {}", "'%(k)s' % $i", "'{} {}'.format($i)", "'{x}'.format()", "'{:d}'.format($s)", "'{:s}'.format($i)", "'{:x}'.format($f)", "'{!z}'.format(1)", "'{'.format(1)", "format($i, 'z')", "format($s, 'd')", "format([], '5')", "ord('ab')", "ord('')", "ord($i)", "chr(-1)", "chr($s)", "next(iter([]))", "next($l)", "iter($i)", "list($i)", "tuple(5)", "set(None)", "dict([$i])", "dict($l + [1])", "dict($s + 'a')",
	"3:$s + $y", "3:$y + $s", "$s.join([$i])", "$s.join($i)", "3:sorted([$i, $s])", "3:$i < $s", "3:$s >= $l", "3:None < 1", "3:max([1, 'a'])", "$c < $c", "$i in $i", "$i in $s", "range('a')", "range(1, 2, 0)", "range(1.5)", "isinstance($i, 5)", "issubclass($i, int)", "abs($s)", "round($s)", "pow($s, 2)", "divmod($s, $i)", "sorted($i)", "reversed($i)", "reversed($e)", "enumerate($i)", "zip($i)", "map(abs)", "filter()", "sorted($L, key=5)", "sorted($l, foo=1)", "functools.reduce(min, [])", "E1.zz", "E1().zz", "E2(b=1)", "Log()", "Log(1, 2, 3)", "ident()", "ident(1, 2)", "ident(y=1)", "tick(1)",
	"math.sqrt(-1)", "math.sqrt($s)", "math.log(0)", "math.factorial(-1)", "int('12', 99)", "int('zz', 10)", "int($i, 2)", "bytearray([300])", "bytearray(-1)", "bytearray($s, 'nope')", "$s.encode('nope')", "u'\\xe9'.encode('ascii')", "b'\\xff'.decode('ascii')", "b'\\xff'.decode('utf-8')", "$y.decode($i)", "getattr($i, 'zz')", "getattr($i)", "setattr($i, 'x', 1)", "setattr($i, 5, 1)", "delattr($i, 'x')", "object().x", "object(1)", "int.foo", "str.upper()", "str.upper(5)", "list.append($l)", "dict.fromkeys(5)", "type('a', 5, {})", "eval('1 +')", "eval('missing')", "eval(5)", "$l.sort(key=len)", "$l.insert(1)", "$L.extend(5)", "$d.update(5)", "$d.update([1])", "(lambda x: x)()", "(lambda x: x)(1, 2)", "(lambda x: x)(y=1)", "3:(lambda *, k: k)()", "operator.itemgetter(9)($l)", "operator.attrgetter('a.b')($i)", "operator.add($i, $s)", "collections.namedtuple('N', 'a b')(1)", "collections.deque().pop()", "list(zip($l, 5))", "3:int.from_bytes($s, 'big')", "3:bytes($s)", "3:bytes([256])", "3:(300).to_bytes(1, 'big')", "3:b''.join([$s])", "2:unicode('\\xff')", "2:u'\\xe9' + '\\xff'", "2:cmp(1)", "2:unichr(-1)", "2:long('x')", "2:reduce(cmp, [])", "2:coerce(1)", "slice()", "complex('x')", "complex($s, 1)", "hex($f)", "bin($s)", "super().x", "Point.zz if 0 else missing", "re.compile('(')", "struct.pack('>B', 300)", "struct.unpack('>H', b'a')", "json.loads('{')", "json.dumps($c)", "itertools.islice($l, -1)", "next(itertools.combinations($i, 2))",
}

// atom is a variable or a display of constants.
func (g *generator) atom(k kind) string {
	if v := g.variable(k); v != "" && g.Intn(3) > 0 {
		return v
	}
	if k >= firstClass {
		return g.classes[k-firstClass].instance(g)
	}
	if k == longKind && g.py2 && g.Intn(2) == 0 {
		return g.of("1L 0L -5L 100L")
	}
	if k == strKind && !g.py2 && g.Intn(8) == 0 {
		return g.of(`'é' '\u20ac' 'naïve§café' '日本' '\x00'`)
	}
	return g.of(atoms[k])
}

// general is what yields a value of any kind, in the many ways there are.
func (g *generator) general(k kind) string {
	if g.loose && g.Intn(2) == 0 {
		return g.fill(g.pick(loosely))
	}
	sub := func(s string) string {
		var b strings.Builder
		for i, part := range strings.Split(s, "_") {
			if i > 0 {
				b.WriteString(g.expr(k))
			}
			b.WriteString(part)
		}
		return b.String()
	}
	s := sub(g.of("(_§if§$b§else§_) (_§or§_) (_§and§_) [_,§_][$b] (_,§_)[${0§1§-1}] {'a':§_}['a'] {1:§_}.get(True) ident(_) (lambda§x,§*y:§x)(_) (lambda§x=_:§x)() getattr(5,§'zz',§_) next(iter([_])) [x§for§x§in§(_,)][0] max([_],§key=repr) list(reversed([_,§_]))[0] sorted([_],§key=str)[0] dict(k=_)['k'] (lambda§**k:§k)(k=_)['k'] [_].pop() {}.setdefault('k',§_) Point(_,§0).x (None§or§_) list(zip([_],§'ab'))[0][0] dict([('k',§_)]).pop('k') (not§$a§and§_§or§_) functools.partial(ident,§_)() ident(*[_]) ident(**{'x':§_}) ((_)if§1§else(_)) (lambda:§_)() operator.itemgetter(1)([0,§_]) (yes:=_) collections.OrderedDict([(1,§_)])[1] E2(_).a type('T',§(object,),§{'x':§_}).x eval('x',§{'x':§_})"))
	switch {
	case strings.HasPrefix(s, "(yes") && (g.py2 || g.waits+g.inClass() > 0):
		return ""
	case strings.HasPrefix(s, "(yes"):
		return strings.Replace(s, "yes", g.fresh("w"), 1)
	}
	if strings.Contains(s, "lambda") && strings.Contains(s, ":=") {
		return ""
	}
	return g.fill(template(s))
}

// loosely are expressions of no known kind.
var loosely = []template{
	"(yes or $a)", "[$a, $a][$b]", "{0: $a}[${0 1 'a' True}]", "getattr($a, ${'real' 'imag' 'append' 'zzz' '__len__' 'upper'}, $a)", "next(iter($r), $a)", "${max min}($r${ø ,key=str ,key=repr})",
	"${abs repr str int float bool list tuple set dict len type ident hash sorted sum ord chr}($a)", "($a ${+ - * / // % & | ^ << >>} ${0 1 2 3 -1 2.5 True 1.0})", "(lambda x, y=$a: ${x y})($a)", "($a and $a)",
}

// small is a number that can do little harm as an operand.
func (g *generator) small(careful string) string {
	if g.loose {
		return g.of("0 1 2 3 -1 5 True -2 None 2.0")
	}
	return g.of(careful)
}

func (g *generator) numeric() kind {
	return []kind{intKind, floatKind, longKind, boolKind}[g.Intn(4)]
}

func (g *generator) index() string {
	if g.loose {
		return g.of("0 1 -1 2 -2 5 True 1.0 'a' ::2 1: :2 ::-1 -2: 0:0 None:1 3:1:-1")
	}
	return g.of("::2 1: :2 ::-1 -2: 0:0 None:1 3:1:-1 : 1:-1 :-1 5:0:-2 True: -1:0:-1 99: :99 ::99")
}

// sized are the kinds that have a length.
var sized = []kind{strKind, listKind, strsKind, mixedKind, nestedKind, pairsKind, tupleKind, pairKind, dictKind, tableKind, setKind, frozenKind, bytesKind, arrayKind, textKind}

// iterable is one of anything.
func (g *generator) iterable() string {
	switch g.Intn(6) {
	case 0:
		return g.iterableOf(intKind)
	case 1:
		return g.iterableOf(strKind)
	}
	return g.fill(g.pick(iterables[anyKind]))
}

func (g *generator) iterableOf(k kind) string { return g.fill(g.pick(iterables[k])) }

// iterables are those of a kind's values.
var iterables = map[kind][]template{
	anyKind: {"$s", "$T", "$t", "$X", "$N", "$P", "sorted($d.items())", "sorted($D)", "enumerate($s)", "zip($R, $S)", "reversed($X)", "iter($X)", "list($r)", "tuple($r)", "map(repr, $r)", "itertools.chain($R, $S)", "itertools.islice($r, $k)", "[$a, $a, $a]", "($a, $a)", "{$i: $a}", "2:dict($P).iteritems()", "3:$d.items()", "itertools.product($R, $S)", "itertools.combinations($l, 2)", "(x for x in $r)"},
	intKind: {"$l", "$l", "$T", "sorted($e)", "sorted($z)", "$D", "$I", "range($k)", "range($K, $k)", "range(5, 0, -2)", "${list tuple sorted}($R)", "sorted($R, reverse=$b)", "map($C, $R)", "filter(None, $R)", "(x ${+ - *} 2 for x in $R)", "$D.keys()", "$d.values()", "map(len, $S)", "bytearray($y)", "3:$y", "2:xrange($k)", "2:$d.itervalues()", "itertools.islice(itertools.count($i), $k)", "itertools.takewhile(lambda x: x < 5, $R)", "itertools.repeat($i, $k)", "reversed($l)", "collections.deque($R, 3)", "[x[0] for x in $P]", "3:{**$D}", "3:[*$R, $i]", "3:(*$R,)", "3:itertools.accumulate($R)", "[x for y in $N for x in y]"},
	strKind: {"$L", "$L", "$s", "$s.split()", "$s.split(',')", "sorted($d)", "map(str, $R)", "$d", "$D.values()", "list($s)", "['%d' % x for x in $R]", "reversed($L)", "(x.upper() for x in $S)", "[x[1] for x in $P]", "'a b'.split()", "filter(None, $S)", "$s.splitlines()", "sorted($S)", "re.findall('[a-z]', $s)"},
}

// comprehension is one that makes a value of kind k, or "".
func (g *generator) comprehension(k kind) string {
	switch k {
	case listKind:
		return "[" + g.clauses(intKind, anyKind) + "]"
	case strsKind:
		return "[" + g.clauses(strKind, anyKind) + "]"
	case mixedKind:
		return "[" + g.clauses(mixedKind, anyKind) + "]"
	case nestedKind:
		return "[" + g.clauses(listKind, anyKind) + "][:5]"
	case tupleKind:
		return "tuple(" + g.clauses(intKind, anyKind) + ")"
	case setKind:
		return "{" + g.clauses(intKind, anyKind) + "}"
	case frozenKind:
		return "frozenset(" + g.clauses(intKind, anyKind) + ")"
	case dictKind:
		return "{" + g.clauses(strKind, intKind) + "}"
	case tableKind:
		return "{" + g.clauses(intKind, strKind) + "}"
	case iteratorKind:
		return "(" + g.clauses(intKind, anyKind) + ")"
	case boolKind:
		return g.of("any all") + "(" + g.clauses(boolKind, anyKind) + ")"
	case intKind:
		return "sum(" + g.clauses(intKind, anyKind) + ")"
	case strKind:
		return g.of("''.join ','.join '-'.join") + "(" + g.clauses(strKind, anyKind) + ")"
	}
	return ""
}

// clauses is what stands between the brackets of a comprehension of elt, or of
// elt: value if that is a kind.
func (g *generator) clauses(elt, value kind) string {
	g.waits++
	defer func() { g.waits-- }()
	await := g.scope().async && g.waits == 1 && !g.py2 && g.Intn(3) == 0
	var b strings.Builder
	inner := &scope{kinds: map[string]kind{}}
	outer := g.scopes
	defer func() { g.scopes = outer }()
	for n := range 1 + g.Intn(5)/4 {
		var over, names string
		var declare []func()
		name := func(k kind) string {
			v := g.fresh(k.prefix())
			declare = append(declare, func() { g.declare(v, k) })
			return v
		}
		switch g.Intn(6) {
		case 0, 1, 2:
			over, names = g.outside(func() string { return g.iterableOf(intKind) }), name(intKind)
		case 3:
			over, names = g.outside(func() string { return g.iterableOf(strKind) }), name(strKind)
		case 4:
			over = g.outside(func() string { return g.expr(pairsKind) })
			names = name(intKind) + ", " + name(strKind)
			if g.Intn(2) == 0 {
				over, names = "enumerate("+over+")", name(intKind)+", ("+names+")"
			}
		case 5:
			over, names = g.outside(func() string { return g.expr(nestedKind) }), name(listKind)
		}
		if n == 0 { // what a comprehension iterates over first stands outside of its scope
			g.scopes = append(outer[:len(outer):len(outer)], inner)
		}
		if n == 0 && await {
			b.WriteString(" async for " + names + " in Each(" + over + ")")
		} else {
			b.WriteString(" for " + names + " in " + over)
		}
		for _, f := range declare {
			f()
		}
		if g.Intn(3) == 0 {
			b.WriteString(" if " + g.expr(boolKind))
		}
	}
	s := g.expr(elt)
	if value != anyKind {
		s += ": " + g.expr(value)
	}
	return s + b.String()
}

// outside is what f returns once it has no := nor lambda: some places don't
// allow those.
func (g *generator) outside(f func() string) string {
	for {
		if s := f(); !strings.Contains(s, ":=") && !strings.Contains(s, "lambda") {
			return s
		}
	}
}

// formatted is a string that is made by formatting, in one of the ways.
func (g *generator) formatted() string {
	formats, value := numberFormats, g.numeric()
	if g.Intn(3) == 0 {
		formats, value = textFormats, strKind
	}
	if g.loose {
		formats = anyFormats
	}
	if value == boolKind {
		value = intKind
	}
	if value == floatKind && !g.loose {
		formats = floatFormats
	}
	e := g.expr(value)
	switch g.Intn(5) {
	case 0:
		return "('" + g.of("ø x= %%") + g.percent(formats) + "' % (" + e + ",))"
	case 1:
		return "'{" + g.of("ø 0") + ":" + g.spec(formats) + "}'.format(" + e + ")"
	case 2:
		return "format(" + e + ", '" + g.spec(formats) + "')"
	case 3:
		if !g.py2 {
			return g.fstring(value, formats)
		}
		return "`" + g.atom(value) + "`"
	}
	return "('%s " + g.percent(formats) + "' % (" + g.expr(anyKind) + ", " + e + "))"
}

// What formats there are for kinds of values.
const (
	numberFormats = "d x X o d b c n ø e f g % G E"
	floatFormats  = "f g e F G E % ø n"
	textFormats   = "s s ø"
	anyFormats    = "d s f g e x X b o c % n F G E"
)

// spec is a format specification.
func (g *generator) spec(formats string) string {
	format := g.of(formats)
	if format == "c" && !g.loose {
		format = "d"
	}
	text := formats == textFormats
	whole := strings.Contains("dxXobn", format) && format != ""
	var b strings.Builder
	if g.Intn(3) == 0 {
		b.WriteString(g.of("< > ^ *< _^ x> ->"))
	} else if !text && g.Intn(6) == 0 {
		b.WriteString("=")
	}
	if !text || g.loose {
		if g.Intn(4) == 0 {
			b.WriteString(g.of("+ - §"))
		}
		if g.Intn(6) == 0 {
			b.WriteString("#")
		}
		if g.Intn(6) == 0 {
			b.WriteString("0")
		}
	}
	if g.Intn(2) == 0 {
		b.WriteString(strconv.Itoa(1 + g.Intn(12)))
	}
	if g.loose && g.Intn(6) == 0 || !text && strings.Contains("dfeg%", format) && g.Intn(6) == 0 {
		b.WriteString(g.of(", _ ,")[:1])
		if g.py2 {
			s := strings.ReplaceAll(b.String(), "_", ",")
			b.Reset()
			b.WriteString(s)
		}
	}
	if g.loose && g.Intn(3) == 0 || (text || !whole && format != "") && g.Intn(3) == 0 {
		b.WriteString("." + strconv.Itoa(g.Intn(6)))
	}
	return b.String() + format
}

// percent is a conversion of %-formatting.
func (g *generator) percent(formats string) string {
	var b strings.Builder
	b.WriteString("%" + g.of("ø - + 0 # § -0 +0"))
	if g.Intn(2) == 0 {
		b.WriteString(strconv.Itoa(1 + g.Intn(9)))
	}
	if g.Intn(3) == 0 {
		b.WriteString("." + strconv.Itoa(g.Intn(5)))
	}
	format := g.of(formats)
	switch {
	case g.loose:
		format = g.of("d s r f g e x X o i u c % F G a")
	case formats == textFormats:
		format = g.of("s r s")
	case formats == floatFormats:
		format = g.of("f g e F G E d i s r")
	case format == "" || strings.Contains("bcn%", format):
		format = g.of("d i u s r x o X f e g")
	}
	return b.String() + format
}

// fstring is one that shows a value of a kind, in one of the formats.
func (g *generator) fstring(k kind, formats string) string {
	var b strings.Builder
	b.WriteString("f\"" + g.of("x {{ }} =: - ø §"))
	inner := g.expr(k)
	if strings.ContainsAny(inner, "\"'\\{}:#!") {
		if inner = g.own(k); inner == "" {
			formats, inner = numberFormats, "5"
		}
	}
	b.WriteString("{" + inner + g.of("ø ø ø ="))
	switch g.Intn(4) {
	case 0:
		b.WriteString(g.of("!r !s !a") + g.of("ø :>9 :^12 :.3"))
	case 1:
		b.WriteString(":{" + g.of("5 10 '>8' '<'") + "}")
		if s := b.String(); strings.Contains(s, "'<'") {
			b.WriteString("7")
		}
	default:
		b.WriteString(":" + g.spec(formats))
	}
	b.WriteString("}")
	if v := g.own(anyKind); v != "" && g.Intn(3) == 0 && g.sameEverywhere(v) {
		b.WriteString(g.of(", § |") + "{" + v + "!r}")
	}
	b.WriteString("\"")
	return b.String()
}

// sameEverywhere reports whether the repr of a variable's value is neither a matter of
// chance nor of addresses.
func (g *generator) sameEverywhere(v string) bool {
	switch g.scope().kinds[v] {
	case namesKind, callableKind, iteratorKind:
		return false
	}
	return true
}
