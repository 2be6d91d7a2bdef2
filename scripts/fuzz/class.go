package main

import (
	"fmt"
	"slices"
	"strings"
)

// A class has a value v of a kind in each instance, and methods. Its instances
// are of its own kind.
type class struct {
	name    string
	kind    kind
	value   kind
	old     bool // Python 2's old style
	bases   []*class
	methods []*function
	uses    map[kind][]string // what is done with an instance _ by what that gives
}

// instance is a new one.
func (c *class) instance(g *generator) string {
	g.exprs++
	defer func() { g.exprs-- }()
	if g.exprs > 3 {
		return c.name + "()"
	}
	return c.name + g.of("( (v=") + g.expr(c.value) + ")"
}

// ancestors are the classes above.
func (c *class) ancestors() (all []*class) {
	for _, b := range c.bases {
		all = append(append(all, b), b.ancestors()...)
	}
	return all
}

func (c *class) is(other *class) bool {
	for _, a := range c.ancestors() {
		if a == other {
			return true
		}
	}
	return c == other
}

// An ability is methods of a class _C whose instances hold a _V, and what is
// done with an instance _ then, by the letter of what that gives.
type ability struct {
	methods template
	uses    string
	newOnly bool // isn't for old-style classes
}

// abilities are those of protocols.
var abilities = []ability{
	{methods: "def __len__(self): return ${0 1 3 5}", uses: "i:len(_) b:bool(_) b:(not§_)"},
	{methods: "def __str__(self): return 'str ' + repr(self.v)[:9]", uses: "s:str(_) s:'%s'%_ s:'{}'.format(_) s:format(_) s:'%s'%(_,)"},
	{methods: "def __repr__(self): return '_C(%r)' % (self.v,)", uses: "s:repr(_) s:'%r'%(_,) s:repr([_]) s:'{!r}'.format(_)"},
	{methods: "def __add__(self, o): return _C(self.v)\ndef __radd__(self, o): return ('radd', repr(o)[:9])", uses: "o:_+_ o:_+1 o:1+_ o:sum([_],5)[0] o:operator.add(_,2)"},
	{methods: "def __mul__(self, o):\n if isinstance(o, (int, float)): return ('mul', o)\n return NotImplemented\n__rmul__ = __mul__", uses: "o:_*2 o:2*_ o:2.5*_"},
	{methods: "def __sub__(self, o): return ('sub', repr(o)[:9])\ndef __rsub__(self, o): return ('rsub', repr(o)[:9])", uses: "o:_-1 o:1-_ o:_-_ o:'a'-_"},
	{methods: "def __floordiv__(self, o): return 1\ndef __mod__(self, o): return 2\ndef __divmod__(self, o): return (3, 4)", uses: "i:_//2 i:_%2 o:divmod(_,2) o:_%_"},
	{methods: "def __pow__(self, o, m=None): return (o, m)\ndef __rpow__(self, o): return ('rpow', o)", uses: "o:_**2 o:2**_ o:pow(_,2,3) o:pow(_,2)"},
	{methods: "def __and__(self, o): return 'and'\ndef __or__(self, o): return 'or'\ndef __xor__(self, o): return 'xor'\ndef __ror__(self, o): return 'ror'", uses: "s:_&1 s:_|1 s:_^1 s:1|_"},
	{methods: "def __lshift__(self, o): return ('lshift', o)\ndef __rshift__(self, o): return ('rshift', o)", uses: "o:_<<1 o:_>>'a'"},
	{methods: "def __iadd__(self, o):\n show('iadd', o)\n return self", uses: ""},
	{methods: "def __neg__(self): return 'neg'\ndef __pos__(self): return 'pos'\ndef __invert__(self): return 'invert'\ndef __abs__(self): return 'abs'", uses: "s:-_ s:+_ s:~_ s:abs(_)"},
	{methods: "def __int__(self): return 42\ndef __float__(self): return 2.5\ndef __index__(self): return 2\ndef __complex__(self): return 2j", uses: "i:int(_) f:float(_) i:operator.index(_) i:[1,2,3][_] s:hex(_) s:'%d'%_ c:complex(_) s:'abcdef'[_:] i:range(5)[_] l:list(range(_))", newOnly: true},
	{methods: "def __eq__(self, o): return isinstance(o, _C) and repr(self.v) == repr(o.v)\ndef __ne__(self, o): return not self == o\ndef __hash__(self): return 7", uses: "b:_==_ b:_!=_ b:_==1 b:_§in§[_] i:[_].count(_) i:{_:5}[_] i:len({_,_}) b:(1,_)==(1,_) i:[1,_].index(_)"},
	{methods: "def __lt__(self, o): return repr(self.v) < repr(o.v)\ndef __gt__(self, o): return repr(self.v) > repr(o.v)", uses: "b:_<_ b:_>_ o:max(_,_) o:sorted([_,_])[0] o:min([_,_])"},
	{methods: "def __getitem__(self, i):\n if isinstance(i, slice): return [i.start, i.step]\n if i == 3: raise IndexError(i)\n return i", uses: "i:_[0] o:_[1:2] o:_['k'] o:_[1,2] i:_[$k%3] o:_[::2] o:_[...]"},
	{methods: "def __getitem__(self, i):\n if isinstance(i, int) and i > 2: raise IndexError(i)\n return i", uses: "l:list(_) b:1§in§_ o:zip(_,[1])and§0 l:[x§for§x§in§_] i:max(_) l:sorted(_) T:tuple(_)"},
	{methods: "def __setitem__(self, i, x): show('setitem', i, x)\ndef __delitem__(self, i): show('delitem', i)", uses: ""},
	{methods: "def __iter__(self): return iter([$i, $i])", uses: "l:list(_) l:sorted(_) i:sum(_) T:tuple(_) i:max(_) b:5§in§_ l:[x§for§x§in§_] i:len(set(_)) o:list(zip(_,'ab')) o:list(map(str,_)) o:dict(enumerate(_))"},
	{methods: "def __iter__(self):\n yield 1\n yield self.v", uses: "X:list(_) o:tuple(_) o:next(iter(_)) o:list(enumerate(_)) o:(lambda§*a:a)(*_) o:[x§for§x§in§_]"},
	{methods: "def __contains__(self, x):\n show('contains', x)\n return x == 1", uses: "b:1§in§_ b:'a'§not§in§_ b:operator.contains(_,2)"},
	{methods: "def __reversed__(self): return iter([3, 2])", uses: "l:list(reversed(_))", newOnly: true},
	{methods: "def __call__(self, x=1, *a, **k): return (x, a, sorted(k))", uses: "o:_() o:_($a) o:_($a,2,k=1) b:callable(_) o:list(map(_,[1,2]))"},
	{methods: "def __bool__(self):\n show('bool')\n return $b\n__nonzero__ = __bool__", uses: "b:bool(_) b:(not§_) i:(1§if§_§else§2) o:(_§and§1) o:[x§for§x§in§[_]§if§x]"},
	{methods: "def __enter__(self):\n show('enter')\n return self\ndef __exit__(self, t, v, tb):\n show('exit', t and t.__name__)\n return True", uses: ""},
	{methods: "def __getattr__(self, name):\n if name[:1] == '_': raise AttributeError(name)\n return 'got ' + name", uses: "s:_.zz s:getattr(_,'qq') b:hasattr(_,'_q')"},
	{methods: "def __getattribute__(self, name):\n if name == 'zy': return 5\n return object.__getattribute__(self, name)", uses: "i:_.zy b:hasattr(_,'nono')", newOnly: true},
	{methods: "def __setattr__(self, name, value):\n show('setattr', name)\n object.__setattr__(self, name, value)", uses: "", newOnly: true},
	{methods: "@property\ndef half(self):\n show('half')\n return $i", uses: "i:_.half i:_.half+1", newOnly: true},
	{methods: "p = property(lambda self: self.v, lambda self, x: show('set', x))", uses: "o:_.p", newOnly: true},
	{methods: "desc = Descriptor('desc')", uses: "o:_.desc o:_C.desc", newOnly: true},
	{methods: "@staticmethod\ndef stat(x, y=2): return x, y", uses: "o:_.stat($a) o:_C.stat($a,y=1)"},
	{methods: "@classmethod\ndef make(cls, *a): return cls.__name__, len(a)", uses: "o:_.make($a) o:_C.make()"},
	{methods: "def gen(self, n=2):\n for i in range(n):\n  yield i, self.v", uses: "o:list(_.gen()) o:next(_.gen(1)) o:dict(_.gen(2))"},
	{methods: "count = 0\ndef inc(self):\n _C.count += 1\n return _C.count", uses: "i:_.inc() i:_C.count i:_.count"},
	{methods: "def chain(self, *a): return self", uses: "o:_.chain(1).chain(2).v b:_.chain()is§None"},
	{methods: "def __format__(self, spec): return '<' + spec + '>'", uses: "s:format(_,'5') s:'{:x}'.format(_) s:'{0:>9}'.format(_)", newOnly: true},
	{methods: "__slots__ = ()", uses: "", newOnly: true},
	{methods: "class Inner(object):\n z = $a\nw = Inner.z", uses: "o:_.w o:_C.Inner.z o:_.Inner().z"},
	{methods: "'doc'", uses: "o:_.__doc__"},
	{methods: "lam = lambda self, x=$a: (self.v, x)", uses: "o:_.lam() o:_.lam($a) o:_C.lam(_,1)"},
	{methods: "def __private(self): return $a\ndef public(self): return self.__private()", uses: "o:_.public() o:_._%s__private()"},
	{methods: "def __dir__(self): return ['z', 'y']", uses: "o:dir(_)[:2]", newOnly: true},
	{methods: "table = [x * 2 for x in range(3)]\nif table:\n flag = $b\nfor k in table: pass", uses: "o:_C.table b:_.flag i:_.k"},
	{methods: "3:def __matmul__(self, o): return 'matmul', o\ndef __rmatmul__(self, o): return 'rmatmul', o", uses: "o:_@1 o:1@_", newOnly: true},
	{methods: "3:def __class_getitem__(cls, k): return cls.__name__, k", uses: "o:_C[1] o:_C[int,str]", newOnly: true},
	{methods: "3:def __init_subclass__(cls, **k):\n show('subclass', cls.__name__)\n super().__init_subclass__(**k)", uses: "", newOnly: true},
	{methods: "3:def __bytes__(self): return b'bytes'\ndef __round__(self, n=None): return ('round', n)\ndef __length_hint__(self): return 2", uses: "y:bytes(_) o:round(_) o:round(_,2)", newOnly: true},
	{methods: "3:__match_args__ = ('v',)\ndef matched(self):\n match self:\n  case _C(x): return x", uses: "o:_.matched()", newOnly: true},
	{methods: "3:async def slow(self):\n await Wait(1)\n return self.v", uses: "o:run(_.slow())", newOnly: true},
	{methods: "3:x: int = 1\ny: 'str'", uses: "o:sorted(_C.__annotations__)", newOnly: true},
	{methods: "3:@functools.cached_property\ndef cached(self):\n show('computed')\n return $i", uses: "i:_.cached i:_.cached+_.cached", newOnly: true},
	{methods: "2:def __cmp__(self, o): return cmp(repr(self.v), repr(getattr(o, 'v', o)))", uses: "i:cmp(_,_) b:_<_ b:_==_ o:max(_,_)"},
	{methods: "2:def __div__(self, o): return 'div', o\ndef __rdiv__(self, o): return 'rdiv', o", uses: "o:_/2 o:2/_"},
	{methods: "2:def __getslice__(self, i, j): return i, min(j, 99)\ndef __setslice__(self, i, j, x): show(i, min(j, 99), x)", uses: "o:_[1:2] o:_[:] o:_[:1]"},
	{methods: "2:def __unicode__(self): return u'uni'\ndef __long__(self): return 7L\ndef __oct__(self): return '0o'\ndef __hex__(self): return '0h'", uses: "u:unicode(_) g:long(_) s:oct(_) s:hex(_) u:u'%s'%_"},
}

// common is what can be done with instances of any class.
const common = "b:isinstance(_,_C) b:(_§is§None) s:type(_).__name__ s:_C.__name__ s:_.__class__.__name__ o:_.tag o:_C.tag o:getattr(_,'nope',$a) b:hasattr(_,'v') i:len([_]) b:isinstance(_,(int,str)) s:_.__module__ b:issubclass(_C,_C)"

// commonNew is what can be done with those that aren't of an old-style class.
const commonNew = " o:[x.__name__§for§x§in§_C.__mro__] i:len(_C.__bases__) b:isinstance(_,object)"

// changes are done to an instance _ of a class _C.
var usualChanges = []template{
	"_.v = $V", "_.extra = $a; show(_.extra); del _.extra", "_C.added = lambda self, *a: (self.v, a); show(_.added($a))", "_C.tag = $a; show(_.tag)", "_.tag = $a; show(_C.tag); del _.tag", "setattr(_, 'extra', $a); show(getattr(_, 'extra')); delattr(_, 'extra')", "class $M(_C): tag = $a; show($M().tag, $M.__name__)", "$M = type('$M', (_C,), {'tag': $a}); show($M().tag, isinstance($M(), _C))",
	"show(sorted(k for k in vars(_) if k != 'x'))", "show([_.v, _.tag])", "$M = _C; show($M().tag, $M is _C)", "$M = [_, _]; show($M[0] is $M[1], len($M))", "$M = {1: _}; show($M[1].tag)", "show(sorted(x for x in vars(_C) if x[:1] != '_'))",
}

// class is a class, an instance of it, and what is done with that.
func (g *generator) class() {
	c := &class{name: g.fresh("C"), kind: firstClass + kind(len(g.classes)), value: g.kind(), uses: map[kind][]string{}}
	c.old = g.py2 && g.Intn(4) == 0
	// Bases stand as they were defined, the last first, so their orders agree.
	for i := len(g.classes) - 1; i >= 0 && len(c.bases) < 2; i-- {
		b := g.classes[i]
		fits := b.old == c.old && g.Intn(2) == 0
		for _, other := range c.bases {
			fits = fits && !other.is(b)
		}
		if fits {
			c.bases = append(c.bases, b)
			c.value = c.bases[0].value
		}
	}
	before := g.slips
	var bases []string
	for _, b := range c.bases {
		bases = append(bases, b.name)
		for k, uses := range b.uses {
			c.uses[k] = append(c.uses[k], uses...)
		}
		c.methods = append(c.methods, b.methods...)
	}
	meta := !c.old && g.Intn(12) == 0
	switch {
	case len(bases) == 0 && !c.old && (g.py2 || g.Intn(3) == 0):
		bases = append(bases, "object")
	case len(bases) == 0 && g.Intn(8) == 0:
		meta = false
	}
	if meta && !g.py2 {
		bases = append(bases, "metaclass=Meta")
	}
	if g.Intn(10) == 0 && !c.old {
		g.line("@%s", g.of("ident ident deco(1) deco(k=2)"))
	}
	header := ""
	if len(bases) > 0 {
		header = "(" + strings.Join(bases, ", ") + ")"
	}
	g.line("class %s%s:", c.name, header)
	g.indent++
	if meta && g.py2 {
		g.line("__metaclass__ = Meta")
	}
	g.push(&scope{class: true})
	g.line("tag = %s", g.expr(anyKind))
	g.constructor(c)
	fill := strings.NewReplacer("_C", c.name, "_%s__", "_"+c.name+"__")
	for _, i := range g.Perm(len(abilities))[:1+g.Intn(6)] {
		a := abilities[i]
		if c.old && a.newOnly || a.methods == "__slots__ = ()" && len(c.bases) > 0 {
			continue
		}
		if d, _, ok := strings.Cut(string(a.methods), ":"); ok && (d == "2" || d == "3") && (d == "2") != g.py2 {
			continue
		}
		g.lines(template(fill.Replace(string(g.pick([]template{a.methods})))))
		c.can(a.uses)
	}
	for range g.Intn(4) {
		g.method(c)
	}
	g.pop()
	g.indent--
	if g.slips > before { // they may show in any use
		for _, m := range c.methods {
			m.risky = true
		}
	}
	g.slips = before
	uses := common
	if !c.old {
		uses += commonNew
	}
	c.can(uses)
	for k, all := range c.uses {
		for i, use := range all {
			all[i] = fill.Replace(use)
		}
		c.uses[k] = all
	}
	g.classes = append(g.classes, c)
	v := g.fresh("o")
	g.line("%s = %s", v, c.instance(g))
	g.declare(v, c.kind)
	for range 1 + g.Intn(5) {
		if g.Intn(4) == 0 {
			t := strings.NewReplacer("_C", c.name, "$V", "_V").Replace(string(g.pick(usualChanges)))
			t = strings.ReplaceAll(strings.ReplaceAll(t, "_.", v+"."), "(_,", "("+v+",")
			t = strings.NewReplacer("[_, _]", "["+v+", "+v+"]", "{1: _}", "{1: "+v+"}", "vars(_)", "vars("+v+")").Replace(t)
			if strings.Contains(t, "_V") {
				t = strings.ReplaceAll(t, "_V", g.expr(c.value))
			}
			g.lines(template(t))
			continue
		}
		if s := g.used(c, v, anyKind); s != "" {
			g.line("show(%s)", s)
		}
	}
}

// can adds uses of instances.
func (c *class) can(uses string) {
	for use := range strings.FieldsSeq(uses) {
		k := letters[use[0]]
		c.uses[k] = append(c.uses[k], strings.ReplaceAll(use[2:], "§", " "))
	}
}

// constructor is what makes an instance of a class, if that isn't inherited.
func (g *generator) constructor(c *class) {
	if len(c.bases) == 0 || g.Intn(3) == 0 {
		g.line("def __init__(self, v=%s):", g.defaults(c.value))
		if len(c.bases) > 0 {
			super := "super(" + c.name + ", self).__init__(v)"
			switch {
			case c.old || g.Intn(4) == 0:
				super = c.bases[0].name + ".__init__(self, v)"
			case !g.py2 && g.Intn(2) == 0:
				super = "super().__init__(v)"
			}
			g.line(" show('init %s')", c.name)
			g.line(" %s", super)
			return
		}
		g.line(" self.v = v")
	}
	if len(c.bases) == 0 && !c.old && g.Intn(8) == 0 {
		g.line("def __new__(cls, *a, **k):")
		g.line(" show('new', cls.__name__, len(a))")
		g.line(" return super(%s, cls).__new__(cls)", c.name)
	}
}

// method is a new one, or one in the place of an inherited one.
func (g *generator) method(c *class) {
	f := &function{name: g.fresh("m"), ret: g.kind()}
	above := ""
	var text string
	before := g.slips
	if len(c.methods) > 0 && g.Intn(2) == 0 {
		m := c.methods[g.Intn(len(c.methods))]
		for _, p := range m.params {
			if p.rest != "" || !p.place || !p.named || p.optional {
				return
			}
		}
		f.name, f.ret, f.params = m.name, m.ret, m.params
		var names []string
		for _, p := range m.params {
			names = append(names, p.name)
		}
		text = strings.Join(names, ", ")
		if !c.old {
			above = fmt.Sprintf("super(%s, self).%s(%s)", c.name, f.name, text)
			if !g.py2 && g.Intn(2) == 0 {
				above = fmt.Sprintf("super().%s(%s)", f.name, text)
			}
		}
		inherited := false
		for _, b := range c.ancestors() {
			for _, o := range b.methods {
				inherited = inherited || o == m
			}
		}
		if !inherited {
			above = ""
		}
	} else {
		f.params, text = g.signature()
		c.methods = append(c.methods, f)
	}
	if text != "" {
		text = ", " + text
	}
	g.line("def %s(self%s):", f.name, text)
	g.push(&scope{function: true, returns: f.ret})
	for _, p := range f.params {
		g.declare(p.name, p.kind)
	}
	s := g.scope()
	s.kinds["self.v"], s.order = c.value, append(s.order, "self.v")
	g.indent++
	g.line("tick()")
	for range g.Intn(3) {
		g.statement(3)
	}
	if above != "" {
		g.line("show('above', %s)", above)
	}
	g.line("return %s", g.expr(f.ret))
	g.indent--
	g.pop()
	f.risky = g.slips > before
}

// used is what gives a value of kind k from an instance of a class, or "".
func (g *generator) used(c *class, instance string, k kind) string {
	var fit []string
	for of, uses := range c.uses {
		if k == anyKind || of == k {
			fit = append(fit, uses...)
		}
	}
	var methods []*function
	for _, m := range c.methods {
		if k == anyKind || m.ret == k {
			methods = append(methods, m)
		}
	}
	if len(methods) > 0 && g.Intn(len(fit)/3+2) == 0 {
		m := methods[g.Intn(len(methods))]
		call := instance + "." + m.name + g.arguments(m)
		if g.Intn(6) == 0 {
			call = "getattr(" + instance + ", '" + m.name + "')" + g.arguments(m)
		}
		return call
	}
	if c.value == k && g.Intn(3) == 0 {
		return instance + ".v"
	}
	if len(fit) == 0 {
		return ""
	}
	slices.Sort(fit) // a map has no order
	use := fit[g.Intn(len(fit))]
	var b strings.Builder
	for i := 0; i < len(use); i++ {
		word := i > 0 && (isWord(use[i-1]) || use[i-1] == '$') || i+1 < len(use) && isWord(use[i+1])
		if use[i] == '_' && !word {
			b.WriteString(instance)
		} else {
			b.WriteByte(use[i])
		}
	}
	return g.fill(template(b.String()))
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// ofClass is what gives a value of kind k from an instance of some class, or "".
func (g *generator) ofClass(k kind) string {
	if len(g.classes) == 0 {
		return ""
	}
	c := g.classes[g.Intn(len(g.classes))]
	instance := g.variable(c.kind)
	if instance == "" {
		instance = c.instance(g)
	}
	return g.used(c, instance, k)
}
