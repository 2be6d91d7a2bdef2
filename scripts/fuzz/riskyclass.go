package main

import "strings"

// riskyClass is a class with some of the methods that operators call, of which
// few fit what they are called for.
func (g *generator) riskyClass() {
	bases := []string{}
	for _, f := range g.funcs {
		if f.loose && g.Intn(2) == 0 && len(bases) < 2 {
			bases = append([]string{f.name}, bases...)
		}
	}
	if len(bases) == 0 && g.Intn(3) == 0 {
		bases = append(bases, g.of("list int str dict Exception E1 tuple float set object bytes bytearray complex frozenset BaseException type bool KeyError OSError property collections.OrderedDict collections.deque slice"))
	}
	f := &function{name: g.fresh("C"), loose: true}
	v1 := parameter{name: "v", place: true, named: true, optional: true}
	header := ""
	meta := g.Intn(10) == 0
	if len(bases) == 0 && g.Intn(3) > 0 {
		bases = append(bases, "object")
	}
	if meta && !g.py2 {
		bases = append(bases, "metaclass=Meta")
		if g.Intn(3) == 0 {
			bases = append(bases, "flag=1")
		}
	}
	if len(bases) > 0 {
		header = "(" + strings.Join(bases, ", ") + ")"
	}
	if g.Intn(10) == 0 {
		g.line("@%s", g.of("ident ident deco(1) logged deco(k=2)"))
	}
	g.line("class %s%s:", f.name, header)
	g.indent++
	if meta && g.py2 {
		g.line("__metaclass__ = Meta")
	}
	g.push(&scope{class: true})
	g.line("w = %s", g.expr(anyKind))
	g.declare("w", anyKind)
	switch {
	case g.Intn(2) == 0:
		f.params = []parameter{v1}
		g.line("def __init__(self, v=1): self.v = v")
	case g.Intn(3) == 0:
		f.params = []parameter{v1}
		super := "super(" + f.name + ", self)"
		if !g.py2 && g.Intn(2) == 0 {
			super = "super()"
		}
		g.line("def __init__(self, *v):")
		g.line(" %s.__init__(*v)", super)
		g.line(" self.u = v")
	case g.Intn(4) == 0:
		f.params = []parameter{v1, {kind: tupleKind, rest: "*"}}
		g.line("def __new__(cls, *v):")
		g.line(" show('new', len(v))")
		g.line(" return %s", strings.ReplaceAll(g.of("object.__new__(cls) super(_C,cls).__new__(cls) super(_C,cls).__new__(cls,*v) 1 v"), "_C", f.name))
	}
	for range 1 + g.Intn(6) {
		g.riskyMethod(f.name)
	}
	g.pop()
	g.indent--
	g.funcs = append(g.funcs, f)
	v := g.fresh("o")
	g.line("%s = %s%s", v, f.name, g.arguments(f))
	if len(g.scopes) == 1 {
		g.declare(v, noneKind)
	}
	fill := func(ts []template) string {
		return strings.NewReplacer("_O", v, "_C", f.name).Replace(g.fill(g.pick(ts)))
	}
	for range 1 + g.Intn(5) {
		if g.Intn(4) == 0 {
			g.line("%s", fill(changes))
			continue
		}
		g.line("show(%s)", fill(uses))
	}
	if len(g.scopes) > 1 {
		g.funcs = g.funcs[:len(g.funcs)-1]
	}
}

func (g *generator) riskyMethod(class string) {
	v := func() string {
		return strings.ReplaceAll(g.of("1 self.v self.w 'm' 0 [1] None NotImplemented 2.5 True self.__class__.__name__ -1 10**20 b'x' self (1,2) _C()"), "_C", class)
	}
	switch g.Intn(22) {
	case 0, 1:
		g.line("def __%s__(self, o): return %s", g.of("add radd sub rsub mul rmul eq lt le ne gt ge contains mod rmod floordiv rfloordiv truediv div iadd isub imul ior and or xor rand pow rpow lshift divmod rdivmod matmul cmp coerce format getitem delitem"), v())
	case 2:
		g.line("def __%s__(self): return %s", g.of("len bool nonzero str repr neg pos hash abs int index float invert complex long unicode bytes reversed dir hex oct trunc round length_hint next"), v())
	case 3:
		g.line("def __getitem__(self, i):")
		g.line(" if i == 3: raise IndexError(i)")
		g.line(" return i")
	case 4:
		g.line("def __iter__(self): return %s", g.of("iter([self.w]) iter([1,2]) self [1] 5 iter('ab') (x§for§x§in§'ab')"))
	case 5:
		g.line("def __iter__(self):")
		g.line(" yield %s", v())
	case 6:
		g.line("def __call__(self, *a): return %s", g.of("a self None len(a)"))
	case 7:
		g.line("def __getattr__(self, name):")
		g.line(" if name[:1] in '_uv': raise AttributeError(name)")
		g.line(" return name")
	case 8:
		g.line("@property")
		g.line("def p(self): return %s", v())
		if g.Intn(2) == 0 {
			g.line("@p.setter")
			g.line("def p(self, x): show('set', x)")
		}
		if g.Intn(3) == 0 {
			g.line("@p.deleter")
			g.line("def p(self): show('del')")
		}
	case 9:
		g.line("@staticmethod")
		g.line("def s(x): return x, %s", g.expr(anyKind))
	case 10:
		g.line("@classmethod")
		g.line("def c(cls): return %s", g.of("cls.__name__ cls cls() cls.w"))
	case 11:
		g.line("def __setattr__(self, name, value):")
		g.line(" show(name)")
		g.line(" object.__setattr__(self, name, value)")
	case 12:
		g.line("def __eq__(self, o): return isinstance(o, %s)", class)
	case 13:
		g.line("def __enter__(self): return %s", v())
		g.line("def __exit__(self, *a): return %s", v())
	case 14:
		g.line("%s", g.of("d=Descriptor('d') d=Getter() __slots__=('v','z') __slots__=['z'] __slots__='v' __hash__=None __doc__='text' m=len x=y=2 __eq__=None __iter__=None __contains__=None z=property(lambda§self:5) s=staticmethod(ident) __add__=__radd__=lambda§self,o:o"))
	case 15, 16, 17:
		g.lines(template(strings.ReplaceAll(string(g.pick(methods)), "_C", class)))
	default:
		g.line("def m(self, x=%s):", g.atom(g.kind()))
		g.push(&scope{function: true})
		g.declare("x", intKind)
		g.indent++
		g.line("tick()")
		g.statement(3)
		if g.Intn(2) == 0 {
			g.line("return %s", g.expr(anyKind))
		}
		g.indent--
		g.pop()
	}
}

// uses are what is done to an instance _O of a class _C.
var uses = []template{
	"_O+1", "1+_O", "_O*2", "_O==1", "_O<2", "_O!=_O", "_O[0]", "_O[1:2]", "_O[1:2:3]", "_O[1,2]", "len(_O)", "bool(_O)", "str(_O)", "repr(_O)", "_O()", "_O.m()", "_O.p", "_O.zz", "_O.w", "_O.v", "-_O", "_O-_O", "list(_O)",
	"_O.__len__()", "hash(_O)==hash(_O)", "_O.s(1)", "_O.c()", "isinstance(_O,object)", "_O>=1", "abs(_O)", "int(_O)", "_O%2", "_O//2", "2-_O", "'%s'%_O", "format(_O)", "_O($a)", "_O.m($a)", "_C.m(_O, $a)", "_C.m($a)", "_C.w", "_C.p", "_C.c()", "_C.__name__",
	"_O.d", "_C.d", "_O.__dict__", "_O.__class__", "_C.__mro__", "_C.__bases__", "_O + $a", "$a + _O", "$a - _O", "_O * $a", "_O & $a", "_O ** 2", "pow(_O, 2, 3)", "divmod(_O, 2)", "_O << 1", "_O == $a", "_O < $a", "$a < _O", "$a == _O", "_O in $r", "$a in _O", "_O is _O", "not _O", "float(_O)", "complex(_O)", "round(_O)", "operator.index(_O)",
	"[1, 2, 3][_O]", "'abc' * _O", "range(_O)", "sorted([_O, _O])", "max(_O, _O)", "min([_O, 1])", "sum([_O, _O])", "sum(_O)", "tuple(_O)", "set(_O)", "dict(_O)", "dict([_O])", "{_O: 1}", "{_O} == {_O}", "list(reversed(_O))", "list(enumerate(_O))", "iter(_O)", "next(_O)", "list(zip(_O, _O))", "'%d' % _O", "'%r' % _O", "'%s %s' % _O", "'{}'.format(_O)", "'{0.w}'.format(_O)", "'{0[a]}'.format(_O)", "'{:5}'.format(_O)", "format(_O, '5')",
	"''.join(_O)", "''.join([_O])", "chr(_O)", "ord(_O)", "hex(_O)", "bin(_O)", "bytes(_O)", "bytearray(_O)", "str(_O)[:9]", "isinstance(1, _C)", "isinstance(_O, _C)", "issubclass(_C, _C)", "issubclass(bool, _C)", "callable(_O)", "hasattr(_O, 'm')", "getattr(_O, $s)", "getattr(_O, 'v', $a)", "vars(_O)", "dir(_O)[:0]", "type(_O)", "_O.__doc__", "_C.__doc__", "_O.__module__", "_C()", "_C($a)", "_C($a, $a)", "_C(*_O)", "_C(**_O)", "ident(*_O)", "~_O", "+_O",
	"3:[*_O]", "(lambda *a: a)(*_O)", "all(_O)", "any(_O)", "map(str, _O)", "list(map(_O, [1]))", "list(filter(_O, [1, 2]))", "sorted([2, 1], key=_O)", "super(_C, _O).__repr__()[:0]", "super(_C, _O).m()", "super(_C, _O).w", "object.__getattribute__(_O, 'w')", "type.__call__(_C)", "_C.__dict__['w']", "_C.of_class()", "len(_C)", "list(_C)", "_C[1]", "1 in _C", "_C == _C", "_C < _C", "_C + 1", "3:_O @ 1", "_O.m.__name__", "_O.m.__self__ is _O", "_C.m.__name__", "sorted(x for x in vars(_C) if x[0] != '_')", "_O.args", "3:f'{_O}'", "3:f'{_O!r:>9}'", "2:cmp(_O, 1)", "2:cmp(_O, _O)", "2:unicode(_O)", "2:`_O`", "2:long(_O)", "2:coerce(_O, 1)", "2:oct(_O)", "2:_O / 2", "3:_O / 2", "3:ascii(_O)", "3:_C.__qualname__",
}

// changes are what is done to an instance _O of a class _C in statements.
var changes = []template{
	"_O += 1", "_O -= $a", "_O *= 2", "_O |= $a", "_O[0] = $a", "_O['k'] = $a", "del _O[0]", "_O[1:2] = $a", "_O.p = $a", "del _O.p", "_O.v = $a", "_O.w = $a", "del _O.v", "del _O.w", "del _C.w", "_C.w = $a", "_O.d = $a", "del _O.d", "_O.zz = $a", "_C.new = lambda self: $a; show(_O.new())", "_O.__class__ = _C", "_O.__class__ = int", "_O.__dict__['v'] = 5; show(_O.v)", "raise _O", "raise _C", "raise _C($a)", "for $v in _O: show($v)", "$v, $w = _O", "with _O as $v: show($v)", "assert _O, _O", "_C.__len__ = lambda self: 7; show(len(_O))", "_O.__len__ = lambda: 8; show(len(_O))", "_C.__name__ = 'Renamed'; show(_C.__name__)", "_C.__bases__ = (object,)", "setattr(_C, 'x', $a); show(_O.x)", "class $M(_C): pass; show($M.w)", "$v = type('D', (_C,), {'w': $a}); show($v.w, $v.__name__)", "_O.append($a); show(len(_O))", "_O.x.y = 1", "show(_O, _O, *_O)", "del _O", "_O = $a",
}

// methods are those of class _C that take more lines.
var methods = []template{`
def __getattribute__(self, name):
 if name == 'zz': return 'got ' + name
 return object.__getattribute__(self, name)`, `
def __delattr__(self, name):
 show('del', name)
 object.__delattr__(self, name)`, `
def m(self, *a, **k):
 return super(_C, self).m(*a, **k)`, `3:
def m(self, x=1):
 return super().m(x), __class__.__name__`, `3:
def __init_subclass__(cls, **kw):
 show('subclass', cls.__name__, kw)
 super().__init_subclass__(**kw)`, `3:
def __class_getitem__(cls, item): return (cls.__name__, item)`, `3:
def __set_name__(self, owner, name): show(owner.__name__, name)`, `
def __missing__(self, k): return ('missing', k)`, `
def __setitem__(self, k, x): show('setitem', k, x)
def __delitem__(self, k): show('delitem', k)
def __getitem__(self, k): return k`, `
def __getslice__(self, i, j): return (i, j)
def __setslice__(self, i, j, x): show(i, j, x)`, `
def __exit__(self, t, v, tb):
 show(t)
 $F`, `
def __enter__(self): return self
def __exit__(self, t, v, tb): return $b`, `
def __str__(self): return 'str %s' % (self.w,)
def __repr__(self): return 'repr'`, `
def __eq__(self, o): return True
def __hash__(self): return 5`, `
def __lt__(self, o):
 show('lt')
 return $b
def __gt__(self, o):
 show('gt')
 return NotImplemented`, `
def __cmp__(self, o):
 show('cmp')
 return $k`, `
def __bool__(self): return $a
__nonzero__ = __bool__`, `
def __next__(self):
 if getattr(self, 'n', 0) > 2: raise StopIteration
 self.n = getattr(self, 'n', 0) + 1
 return self.n
next = __next__
def __iter__(self): return self`, `
@staticmethod
def m(*a):
 $F`, `
@classmethod
def m(cls, *a):
 show(cls.__name__)
 $F`, `
@property
def w(self):
 $F`, `
@functools.wraps(ident)
def s(self, x): return x`, `
def m(self):
 yield self.w
 $G`, `
class Inner(object):
 y = $a
z = Inner.y
l = [i for i in range(2)]`, `
if $b:
 def m(self): return 'first'
else:
 def m(self): return 'second'`, `
try:
 $B
except Exception as e:
 show(e)`, `
for i in range(2):
 show(i)
del i`, `3:
x: int = 1
y: str
show(__annotations__)`, `3:
async def m(self):
 $A
def c(self): return run(self.m())`, `3:
__match_args__ = ('w', 'v')
def c(self):
 match self:
  case _C(w, v): return w, v
  case _C(w): return w`, `
lambda self: 0
def __private(self): return 'private'
def m(self): return self.__private()`, `
def __add__(self, o):
 if isinstance(o, _C): return 'both'
 return NotImplemented
__radd__ = __add__`, `
def __format__(self, spec): return 'formatted ' + spec`, `
def __index__(self): return 2
__int__ = __index__`, `
def __coerce__(self, o): return 5, o`,
}
