package main

// awaits are expressions of coroutines.
var awaits = []template{
	"(await Wait($a))", "(await ident(Wait($a)))", "[$M async for $M in Each($r)]", "{$M: 1 async for $M in Each($R)}", "(await alist(Each($r)))", "[await Wait($M) for $M in $r]",
	"[$M async for $M in Each($r) if await Wait($M)]", "(await alist($M async for $M in Each($r)))", "(await $a)", "[$M async for $M in $a]", "(await Wait($a) if $b else $a)", "f'{await Wait($i)}'",
}

// statements need no block.
var statements = []template{
	"$=i = $i % 1009", "$=i, $=s = $i % 99, $s", "$>i += $i % 99", "$>i -= $i % 99", "$>i ${*= //= %= **= <<= >>=} ${1 2 3}; $>i = $>i % 1009", "$>i ${|= &= ^=} $i % 1009", "$>f ${+= -=} $f % 99", "$>f ${*= /=} ${2 0.5}; $>f = $>f % 1e6", "$>s += $s; $>s = $>s[:20]", "$>s *= 2; $>s = $>s[-20:]", "$>l += $l; $>l = $>l[:9]", "$>l *= 2; $>l = $>l[:9]", "$>L += $S; $>L = $>L[:9]", "$>T += $T; $>T = $>T[:9]", "$>e ${|= &= -= ^=} $e", "$>z ${|= &= -= ^=} $e", "$>y += $y; $>y = $>y[-9:]", "$>Y += $y; $>Y = $>Y[:9]", "$>u += $u; $>u = $>u[:9]", "$>g ${+= -= ^=} $i", "$>c += $c", "$>b ${&= |= ^=} $b", "3:$>d |= $d", "3:$>D |= $D",
	"$.l.append($i)", "$.l.extend($R)", "$.l.insert($K, $i)", "$.l.sort()", "$.l.sort(key=lambda x: -x)", "$.l.sort(reverse=$b)", "$.l.reverse()", "del $.l[5:]", "$.l[$k:$K] = $R", "$.l[:1] = [$i, $i]", "$.l[$k:] = []", "if $.l: show($.l.pop())", "$M = $l + [$i]; $M[0] = $i; $M[-1] += $i % 9; show($M)", "$M = $l + [$i]; show($M.pop(0), $M)", "$M = $l + [$i]; $M.remove($M[-1]); show($M)", "$M = list(range(9)); $M[::3] = [$i, $i, $i]; show($M)", "$M = list(range(9)); del $M[::$p]; show($M)", "$M = list(range(9)); del $M[$k:$K:$p]; show($M)", "$M = $l; $M[$k:$K] = $R; show($M)", "$M = $l[:]; $M.insert($K, $i); $M *= $k; show($M[:9])", "$M = [$i] * 3; $M[1:2] *= 2; show($M)", "$M = [$l] * 2; $M[0].append($i); show($M); $M[0].pop()",
	"$.d[$s] = $i", "$.d.update($d)", "$.d.update(k=$i)", "$.d.setdefault($s, $i)", "$.d.pop($s, None)", "$.D[$i] = $s", "$.D.update($P)", "$.D.setdefault($i, $s)", "$M = dict($d, k=1); del $M['k']; show($M)", "$M = dict($d, k=1); $M['k'] += $i; show($M)", "$M = {}; $M.setdefault($i, []).append($i); show($M)", "$M = collections.defaultdict(list); $M[$s].append($i); $M[$s].append($i); show(sorted($M.items()))", "$M = collections.Counter($S); $M.update($S); show($M, $M.most_common(1)[:0], sum($M.values()))", "$M = collections.OrderedDict($P); $M[9] = $a; show(list($M.items()), $M.popitem())", "$M = collections.deque($R, 3); $M.append($i); $M.appendleft($i); $M.rotate($K); show($M)", "$M = {1: {2: $i}}; $M[1][2] += 1; $M[1][3] = $i; show($M)", "$M = dict(a=$l); $M['a'] += [$i]; show($M)", "show($d.popitem() if len($d) == 99 else sorted($d.items()))",
	"$.e.add($i)", "$.e.discard($i)", "$.e.update($R)", "$M = set($R) | {$i}; $M.remove(max($M)); show($M)", "$.e.difference_update($R)", "$.e.intersection_update($R)", "$M = $e; $M |= {$i}; $M -= $z; $M ^= {1}; show($M)", "$.Y.append($i & 255)", "$.Y.extend($y)", "$.Y[$k:$k] = $y", "del $.Y[5:]", "$M = bytearray($y) + b'a'; $M[0] = $i & 255; show($M)", "$M = bytearray(b'hello'); $M[1:3] = $y; del $M[::2]; show($M)", "$M = bytearray(b'abc'); $M.insert(1, 65); $M.remove(65); $M += b'z'; show($M.pop(), $M)",
	"show($a, $a, $a)", "show(type($a))", "show(sys.exc_info()[0])", "show(*$r)", "show(*$l, **{})", "show(*[$a, $a])", "show($E)", "show($e)", "show($e, $z)", "show($z)", "show($E, $E)", "show([$E])", "show(sorted(locals())[:0])", "show(len(globals()) > 3)", "show($a) or show($a)", "show($i if $b else $s)", "show($f)", "show($g)", "show($s)", "show($u)", "show($y)", "show($P)", "show($N)", "show($d)", "show($D)", "show($c)", "show($f, $f)",
	"2:print $a", "2:print $i, $s", "2:print $s,", "2:print >>sys.stdout, $i, $s", "2:print '%s' % $i, '%r' % ($s,)", "2:print", "2:print ($i, $s)", "2:print $f, $g, $l,", "2:print $d, $D", "2:print $b; print $X", "2:sys.stdout.write(str($a)[:60] + '\\n')", "3:print($a)", "3:print($i, $s, sep=$s)", "3:print($i, end=$s)", "3:print(*$r, sep='-')", "3:print($f, file=sys.stdout, flush=True)", "3:print($s, $s, $s)", "3:print($d, $D)", "3:print(f'{$i:5}|{$f!r}')",
	"3:$=i: int = $i", "3:if ($M := $i) > 2: show($M)", "3:$O = $I\nwhile ($M := next($O, None)) is not None: show($M)", "3:show([$M := $i, $M * 2])", "3:show([y for x in $R if (y := x * 2) > 2])", "3:$=i, *$=l = $i, *$l", "3:*$=l, $=s = *$l, $s", "3:($=i, *$=l), $=s = [$i, *$l], $s", "3:for $M, *$O in [(1, 2, 3), ($i,)]: show($M, $O)", "3:*$=l, = $R", "3:[*$=L] = $S",
	"pass; pass", "$M = lambda *a, **k: (a, sorted(k.items())); show($M($a, k=$i), $M(*$T), $M(**$d))", "$M = (lambda x: lambda y: (x, y))($a); show($M($a))", "$M = [lambda: $O for $O in range(3)]; show([f() for f in $M])", "$M = [lambda $O=$O: $O for $O in range(3)]; show([f() for f in $M])", "$M = iter($r); show(next($M, 0), list($M))", "$M = ($O for $O in $r); show(next($M, 0)); show(list($M))", "$M = itertools.tee($R); show(list($M[0]), list($M[1]))", "$M = $l; $O = $M; $O.append($i); show($M is $O, $M)", "$M = $l; $O = $M[:]; $O.append($i); show($M is $O, $M == $O)", "$M = [1, 2, 3]; $M[0], $M[1] = $M[1], $M[0]; show($M)", "$M = 0; $O = [0, 0]; $M, $O[$M] = 1, 5; show($M, $O)", "$M = $O = [$i]; $M += [1]; show($M, $O)", "$M = $O = ($i,); $M += (1,); show($M, $O)", "$M = [1, [2, 3], {'k': (4, [5])}]; $M[1][0] += $i; $M[2]['k'][1].append($a); show($M)", "$M = (1, [2]); $M[1].append($i); show($M)", "$M = {$i: $a, $s: $a, $T: $a}; show($M)",
	"$M = type('T', (object,), {'x': $a, 'f': lambda self, y: (self.x, y)}); show($M().f($a), $M.__name__)", "$M = Point($i, $i); $M.x += 1; $M.z = $a; show($M.x, $M.z, sorted(vars($M)))", "$M = Point(1); setattr($M, 'q', $a); show(getattr($M, 'q'), hasattr($M, 'q')); delattr($M, 'q'); show(hasattr($M, 'q'))", "$M = E1($a, $i); show($M.args, str($M), repr($M))", "show(eval('x + y', {'x': $i}, {'y': $i}))", "global_ = $i; show('global_' in locals())", "$M = re.match(r'(?P<w>[a-z]+)(\\d*)', $s); show($M and ($M.group(0), $M.groups(), $M.groupdict(), $M.span(), $M.lastindex))", "show([m.start() for m in re.finditer('[a-l]', $s)])", "show(re.compile(r'\\s*(\\w)(\\w)?').findall($s))", "show(json.dumps({'k': $l, 'j': $s, 'f': 1.5, 'n': None, 'b': $b}, sort_keys=True))", "show(json.loads(json.dumps([$s, $i, $D and {'k': 1}, $N])))", "show(json.dumps($N, indent=1))", "show(struct.unpack('<Bxh4s', struct.pack('<Bxh4s', $i & 255, $i % 999, b'ab')))", "show(operator.itemgetter(0, 1)($t), operator.attrgetter('real')($i))", "show(sorted($P, key=functools.cmp_to_key(lambda x, y: x[0] - y[0])))", "show(math.floor(2.5), round(2.5), round(0.5), round(-1.5), int(-2.7))", "show(max($P or [$t], key=lambda x: x[1]), min($P or [$t]))", "show(divmod($i, $p), divmod($f % 99, 0.5))", "assert isinstance($i, int)", "assert True, $a", "show($i.__class__)", "show(sum($l), max($l + [0]), min($l + [0]))", "show('%5d|%-5d|%05d|%+d|%x|%o' % ($i, $i, $i, $i, $i, $i))", "show('%5.1f|%e|%g|%r' % ($f, $f, $f, $f))", "show('{:>5}|{:<5}|{:^5}|{:05}'.format($i, $i, $i, $i))", "show('{0:x} {0:o} {0:b} {0:#x} {0:n}'.format($i))", "show('{:.2f} {:+.1e} {:g} {!r}'.format($f, $f, $f, $f))", "show('{0.x} {0.y}'.format(Point($i, $s)), '{0[a]}'.format({'a': $a}))", "show($s.join($S), $s.split(), $s.splitlines(), $s.partition('a'))",
}

// executions run source.
var executions = []template{
	"2:exec 'show(%r)' % ($i,) in {'show': show}", "2:exec 'x = %r; show(x)' % ($l,) in {'show': show}", "2:exec 'x = 1; show(x)' in {'show': show}", "3:exec('show(%r)' % ($i,))", "3:exec('x = 1; show(x)', {'show': show})", "3:exec('def f(x): return x + 1\\nshow(f(2))', {'show': show})", "3:exec('show(sorted(locals()))', {'show': show}, {'q': 1})",
	"show(eval('[x * 2 for x in y]', {'y': $l}))", "show(eval('(lambda x: x + 1)($k)'))", "show(eval('a if b else c', {'a': $a, 'b': $b, 'c': $a}))", "show(eval(compile('1 + 2', 'q', 'eval')))", "show(eval('{1: (2, [3])}'), eval('not True'))",
}

// sources are given to exec.
var sources = []template{
	"show($a)", "$v = $a", "$v = $a; show($v)", "raise E1($a)", "1/0", "def $O(): return $a\nshow($O())", "for $M in $r: show($M)", "class $O: x = $a\nshow($O.x)", "def $O():\n  global $v\n  $v = $a\n$O()", "import sys; show(sys.maxsize)", "show([a for i in range(2)])", "global $v; $v = $i", "$v += 1", "del $v",
	"try:\n  raise $a\nexcept Exception as e:\n  show(e, lines())", "def $O():\n  raise E1($a)\n$O()", "2:print $a", "3:print($a)",
	"x = = 1", "  x = 1", "if 1:\nx", "return", "(", "a b", "def f(x, x): pass", "break", "continue", "yield 1", "f(", "x = 'abc", "else: pass", "if 1", "1 = x", "f() = 1", "del f()", "None = 1", "x +", "def f(", "for x", "import", "from x import", "a = 1\n b = 2", "if 1:\n  a\n b", "class", "lambda x: = 1", "try: pass", "'a' 'b' = 1", "x = 5a", "@", "global x; x = 1; global x", "return 5\nx = 1", "print 1", "exec 'a'", "raise E1, 1", "nonlocal x", "await x", "async def f(): pass", "f(a=1, 2)", "f(**a, *b)", "[x for x in]", "{1:2, 3}", "$", "?", "a = !b", "'\\x'", "0777", "1__0", "0x", "1e", "*a = 1", "*a, *b = c", "a, = 1 = 2", "(a for b)", "x: int = 1", "with a as 1: pass", "x if y", "not", "del", "pass 1", "assert", "a.1", "a..b", "f(x for x in y, 1)", "def f(a=1, b): pass", "def f(*): pass", "def f(**a, b): pass", "x = yield", "from __future__ import zz", "match x:\n case 1: pass",
}

// compounds are of more than one line.
var compounds = []template{
	`
def $O(x, *$M, **kw):
 show(x, $M, sorted(kw))
 return len($M)
show($O($a, $a, k=$a), $O(1, *$T), $O(x=$a, **$d if 'x' not in $d else {}))`, `
def $O(x=$a, y=$a):
 show(x, y)
$O()
$O($a, y=$a)
$O(y=$a)
$O(*[$a, $a])
$O(**{'x': $a})`, `
def $O(x, y=[]):
 y.append(x)
 return y
show($O($a), $O($a), $O($a, []))`, `3:
def $O(x, /, y, *, z=$a):
 show(x, y, z)
$O($a, $a)
$O(1, y=$a, z=$a)
try: $O(x=1, y=2)
except TypeError as e: show(e)`, `3:
def $O(*, x, y=$a): return x, y
show($O(x=$a), $O(y=1, x=$a))
try: $O($a)
except TypeError as e: show(e)`, `2:
def $O(x, (y, z), w=(1, 2)): return x, y, z, w
show($O($a, ($a, $a)), $O($a, $t, $a))`, `3:
def $O(x: int, y: 'str' = $s, *args: $a) -> None:
 return x
show(sorted($O.__annotations__), $O($a))`, `
def $O():
 $M = $a
 def inner():
  show($M)
  return $M
 inner()
 $M = $a
 return inner
show($O()())`, `3:
def $O(n=0):
 def up(by=1):
  nonlocal n
  n += by
  return n
 def get(): return n
 return up, get
up_, get_ = $O($i)
show(up_(), up_($i), get_())`, `
def $O():
 n = [0]
 def up():
  n[0] += $i
  return n[0]
 return up
$M = $O()
show($M(), $M(), $O()())`, `
$M = $a
def $O(x):
 global $M
 $M = x
$O($a)
show($M)`, `
def $O(n):
 if n <= 0: return $i
 return $O(n - 1) + 1
show($O(3), [$O(x) for x in range(3)])`, `
def $O(n): return n if n < 2 else $O(n - 1) + $O(n - 2)
show([$O(x) for x in range(9)])`, `
def $O(x, seen=None):
 seen = [] if seen is None else seen
 if isinstance(x, (list, tuple)):
  for y in x: $O(y, seen)
 else: seen.append(x)
 return seen
show($O($N), $O($X), $O([1, (2, [3])]))`, `
def $O(n):
 if n <= 0: raise E1($a)
 try:
  return $O(n - 1)
 finally:
  show(n)
try: $O(2)
except E1 as e: show(e, len(lines()))`, `
@deco($a)
@logged
def $O(*a): return a
show($O($a, $a))`, `
def $O(f):
 @functools.wraps(f)
 def wrapper(*a, **k):
  show('before', f.__name__, a)
  try: return f(*a, **k)
  finally: show('after')
 return wrapper
@$O
def $M(x, y=1):
 'doc'
 return x, y
show($M($a), $M($a, y=$a), $M.__name__, $M.__doc__)`, `
def $O(times):
 def wrap(f):
  def again(*a):
   return [f(*a) for i in range(times)]
  return again
 return wrap
@$O(2)
def $M(x): return x
show($M($a))`, `
def $O(x):
 "doc"
 return x
$O.attribute = $a
show($O.attribute, $O.__name__, $O.__doc__, $O.__code__.co_varnames, $O.__defaults__, $O.__code__.co_argcount, $O.__dict__)`, `
def $O():
 try:
  return $a
 finally:
  show($a)
show($O())`, `
def $O(x):
 try:
  if x: raise E1(x)
  return 'try'
 except E1 as e:
  show(e)
  return 'except'
 else:
  return 'else'
 finally:
  show('finally')
show($O(0), $O($a))`, `
def $O():
 for i in range(3):
  try:
   if i == 1: continue
   show(i)
  finally:
   show('f', i)
   if i == 2: break
 else:
  show('else')
show($O())`, `
def $O():
 for i in range(3):
  try:
   return i
  finally:
   break
 return 'end'
show($O())`, `
for $M in range(4):
 try:
  if $M == 1: continue
  if $M == 3: break
  if $M == 2: raise E1($M)
 except E1 as e: show(e)
 else: show('else', $M)
 finally: show('finally', $M)
else: show('no')`, `
def $O():
 while True:
  try:
   try:
    raise E1($a)
   except E2:
    show('no')
   finally:
    show('f')
  except E1 as e:
   show(e.args, lines())
   break
 try: show(e)
 except NameError as x: show(x)
show($O())`, `
try:
 try:
  $B
  raise E1($a)
 except E1 as e:
  show(e)
  raise KeyError($a)
 finally:
  show('finally')
except KeyError as e:
 show(e, chain(e), lines())
show('e' in globals())`, `
try:
 try:
  raise E2($a)
 except Exception as e:
  $B
  raise
 else:
  show('else')
except E1 as e:
 show(e, chain(e))`, `
try:
 $B
except (E1, ValueError) as $M:
 show($M)
else:
 $B
finally:
 $B`, `
class $O(E1):
 def __str__(self): return 'str: %s' % (self.args,)
try: raise $O($a, $i)
except E1 as e: show(type(e).__name__, str(e), e.args)`, `
class $O(Exception):
 def __init__(self, code, *rest):
  Exception.__init__(self, code, *rest)
  self.code = code
class $M($O): pass
for x in ($O, $M, E1, KeyError):
 try:
  raise x($i)
 except $M as e: show('M', e.code)
 except $O as e: show('O', e.code, e)
 except (E1, KeyError): show(sys.exc_info()[1])`, `
try:
 try: $i // 0
 except ZeroDivisionError as e: raise ValueError('bad')
except ValueError as e: show(e, chain(e))`, `
try: raise IOError(2, 'No such file', $s)
except EnvironmentError as e: show(e.errno, e.strerror, e.filename, str(e), e.args)`, `3:
try:
 raise ExceptionGroup($s, [ValueError($a), E1($a), TypeError(1), ExceptionGroup('x', [E2(), KeyError(2)])])
except* ValueError as e:
 show(e)
 $B
except* (E1, KeyError) as e:
 show(e)
except* TypeError: show('type')`, `3:
try:
 try: raise ExceptionGroup('g', [ValueError(1), E1($a)])
 except* ValueError as e: show(e.exceptions, e.message)
except ExceptionGroup as e: show(e, chain(e), e.split(E1)[0], e.subgroup(lambda x: True))`, `3:
try:
 $B
 raise E2($a)
except* E1 as e:
 show(e, chain(e.exceptions[0]))
except* Exception:
 show('other')
else:
 show('else')
finally:
 show('finally')`, `3:
try:
 raise E1() from ValueError($a)
except E1 as e:
 e.add_note('note')
 show(chain(e), e.__notes__)`, `3:
with (Log(1) as $M, Log(2, $b)):
 show($M.name)
 $B`, `3:
with manage($a) as $M, manage(2, True):
 show($M)
 raise E1($M)`, `3:
@manage($a)
def $O(): show('body')
$O()`, `3:
with contextlib.ExitStack() as $M:
 for x in range(2): show($M.enter_context(Log(x)).name)
 $M.callback(show, 'callback', $a)
 $B`, `3:
with contextlib.suppress(E1, KeyError):
 $B
 raise E1(1)
show('after')`, `
with Log($a, True), Log(2):
 $B
 raise E1(1)`, `
def $O():
 with Log(1) as x:
  return x.name, $a
show($O())`, `
for $M in range(3):
 with Log($M, True):
  if $M == 1: continue
  raise E1($M)`, `
def $O(x):
 try:
  y = yield x
  show(y)
  z = yield y
  show(z)
 except E1 as e:
  show(e)
  yield 'caught'
 finally:
  show('closed')
$M, x, y = $O($a), $a, E1($a)
show(next($M))
show($M.send(x))
show($M.throw(y))
show(next($M, 'done'))`, `
def $O(x):
 try:
  yield x
  yield 2
 except GeneratorExit:
  show('exit')
  raise
$M = $O($a)
show(next($M))
$M.close()
show(next($M, 'done'))`, `
def $O(n):
 total = 0
 while total < n:
  got = yield total
  total += got or 1
$M = $O(9)
show(next($M), $M.send(3), next($M), list($M))`, `
def $O(x):
 for y in x:
  if isinstance(y, list):
   for z in $O(y): yield z
  else: yield y
show(list($O($N)), list($O([1, [2, [3, $a]]])))`, `
def $O():
 a, b = 0, 1
 while True:
  yield a
  a, b = b, a + b
show(list(itertools.islice($O(), 9)), [x for x, y in zip($O(), $S)])`, `
def $O(it):
 for x in it:
  if x ${% > <} 2: yield x
def $M(it):
 for x in it: yield x * x
show(list($M($O($R))), sum($O($M($R))))`, `3:
def $O():
 x = yield from $R
 return (x, $a)
def $M():
 r = yield from $O()
 show(r)
 yield 'end'
show(list($M()))`, `3:
def $O():
 try:
  yield 1
  yield 2
 except E1:
  yield 3
 return $a
def $M():
 r = yield from $O()
 yield r
gen_ = $M()
show(next(gen_), gen_.throw(E1), list(gen_))`, `3:
def $O(tree):
 if tree:
  yield from $O(tree[0])
  yield tree[1]
  yield from $O(tree[2])
show(list($O(((None, 1, None), $a, (None, 3, None)))))`, `
def $O():
 for x in $R:
  for y in $R:
   if x == y: yield (x, y)
show(list($O())[:9])`, `
$M = [[(x, y) for y in $r] for x in $r][:3]
show($M)`, `
class $O(object):
 $M = $i
 l = [x + 1 for x in [$M, 2]]
 def f(self): return self.$M, self.l
show($O.l, $O().f())`, `
class $O(object):
 count = 0
 def __init__(self):
  $O.count += 1
  self.mine = self.count
$M = [$O() for x in range(3)]
show($O.count, [x.mine for x in $M], $M[0].count)
$M[0].count = 9
show($O.count, $M[0].count, vars($M[0]))`, `
class $O(object):
 def __init__(self): self.items = []
 def push(self, x):
  self.items.append(x)
  return self
 def pop(self): return self.items.pop()
 def __len__(self): return len(self.items)
 def __iter__(self): return iter(self.items[::-1])
$M = $O().push($a).push($a).push($a)
show(len($M), list($M), $M.pop(), bool($M))`, `
class $O(${dict list}):
 def __getitem__(self, k):
  show('get', k)
  return super($O, self).__getitem__(k)
$M = $O([(0, 1), (1, 2)])
show($M[0], $M, len($M), isinstance($M, $O), $M == $O([(0, 1), (1, 2)]))`, `
class $O(dict):
 def __missing__(self, k):
  self[k] = k * 2
  return self[k]
 def __getattr__(self, name):
  if name[:2] == '__': raise AttributeError(name)
  return self[name]
$M = $O(a=$a)
show($M[$i], $M.a, $M.zz, $M)`, `
class $O(${int float str tuple}):
 def twice(self): return self + self
 def __repr__(self): return 'O(%s)' % super($O, self).__repr__()
$M = $O(${'12'} if issubclass($O, str) else ([1, 2] if issubclass($O, tuple) else 12))
show($M, $M.twice(), type($M + $M).__name__, $M == $O($M), [$M])`, `
class $O(list):
 def append(self, x):
  show('append', x)
  list.append(self, x)
$M = $O($R)
$M.append($i)
$M += [1]
show($M, $M[1:], type($M[:]).__name__, len($M), sorted($M))`, `
class A_(object):
 def f(self): return ['A']
class B_(A_):
 def f(self): return ['B'] + super(B_, self).f()
class C_(A_):
 def f(self): return ['C'] + super(C_, self).f()
class $O(B_, C_):
 def f(self): return ['D'] + super($O, self).f()
show($O().f(), [x.__name__ for x in $O.__mro__], isinstance($O(), A_))`, `
class $O(object):
 def __init__(self, x): self.x = x
 def __eq__(self, o): return isinstance(o, $O) and self.x == o.x
 def __ne__(self, o): return not self == o
 def __hash__(self): return hash(self.x)
 def __lt__(self, o): return self.x < o.x
 def __repr__(self): return 'O(%r)' % self.x
show(sorted([$O(3), $O($i), $O(2)]), $O(1) in [$O(1)], {$O(1): 'a'}[$O(1)], len({$O(1), $O(1), $O(2)}), max($O(1), $O($i)))`, `
@functools.total_ordering
class $O(object):
 def __init__(self, x): self.x = x
 def __eq__(self, o): return self.x == o.x
 def __lt__(self, o): return self.x < o.x
show($O(1) <= $O($i), $O($i) > $O(2), $O(1) >= $O(1), $O(1) != $O(2))`, `
class $O(object):
 def __init__(self, n): self.n = n
 def __iter__(self): return self
 def next(self):
  if self.n <= 0: raise StopIteration
  self.n -= 1
  return self.n
 __next__ = next
show(list($O(3)), sum($O(4)), max($O(3)), tuple($O(0)), 2 in $O(5), list(zip($O(2), 'ab')))`, `
class $O(object):
 def __getitem__(self, i):
  if isinstance(i, slice): return ('slice', i.start, i.stop, i.step)
  if i ${== >} 3: raise IndexError(i)
  return i * 2
$M = $O()
show($M[1], $M[1:2], $M[::2], list($M) if $M[0] == 0 else 0, 2 in $M)
x, y, z = $M[0], $M[1], $M[2]
show(x, y, z)`, `
class $O(object):
 def __getattr__(self, name):
  if name.startswith('_'): raise AttributeError(name)
  return 'no ' + name
 def __setattr__(self, name, value):
  show('set', name)
  object.__setattr__(self, name, value)
$M = $O()
$M.x = $a
show($M.x, $M.other, getattr($M, 'zz', 0), hasattr($M, '_q'))`, `
class $O(object):
 def __init__(self): self._x = $i
 @property
 def x(self):
  show('get')
  return self._x
 @x.setter
 def x(self, value):
  show('set', value)
  self._x = value
 @x.deleter
 def x(self): show('del')
$M = $O()
$M.x = $a
$M.x
del $M.x
show($M.x, $O.x.__class__.__name__)`, `
class $O(object):
 __slots__ = ('a', 'b')
 def __init__(self): self.a = $a
$M = $O()
show($M.a, hasattr($M, 'b'), hasattr($M, '__dict__'))
try: $M.c = 1
except AttributeError as e: show(e)`, `
class M_(type):
 def __new__(m, name, bases, space):
  space['added'] = name.lower()
  return type.__new__(m, name, bases, space)
 def shout(cls): return cls.__name__.upper()
$O = M_('Made', (object,), {'y': $a})
class $M($O): z = 1
show($O.added, $O.y, $O.shout(), $M.added, $M.shout(), type($M).__name__)`, `
class $O(object):
 d = Descriptor('d')
 @staticmethod
 def s(*a): return a
 @classmethod
 def c(cls, *a): return cls.__name__, a
class $M($O): pass
x = $M()
x.d = $a
show(x.d, $M.s($a), x.s(1), $M.c($a), x.c(2))`, `3:
class $O:
 registry = []
 def __init_subclass__(cls, /, tag=None, **kw):
  super().__init_subclass__(**kw)
  $O.registry.append((cls.__name__, tag))
 def __class_getitem__(cls, item): return (cls.__name__, item)
class $M($O, tag=$a): pass
show($O.registry, $O[int], $M[1, 2])`, `3:
class N_:
 def __set_name__(self, owner, name): self.name = name
 def __get__(self, o, t): return self.name if o is None else (self.name, o.v)
class $O:
 first = N_()
 v = $a
show($O.first, $O().first)`, `2:
class $O:
 x = $a
 def m(self, y): return self.x, y
 def __cmp__(self, o): return cmp(id(self) == id(o), True)
 def __coerce__(self, o): return (1, o)
 def __add__(self, o): return ('added', o)
 def __nonzero__(self): return $b
 def __len__(self): return 3
 def __getslice__(self, i, j): return (i, min(j, 99))
 def __unicode__(self): return u'uni'
 def __long__(self): return 5L
$M = $O()
show($M.m($a), $M == $M, $M + $a, bool($M), len($M), $M[1:2], $M[:], unicode($M), long($M), $O.__name__, $M.__class__ is $O, isinstance($M, $O))`, `2:
class $O:
 def __getattr__(self, name):
  if name == 'zz': return lambda *a: ('zz', a)
  raise AttributeError, name
$M = $O()
show($M.zz($a), hasattr($M, 'q'), repr($M)[:9] == '<' + __name__ + '.')`, `2:
class $O(object):
 def __init__(self, x): self.x = x
 def __cmp__(self, o): return cmp(self.x, o.x)
 def __hash__(self): return hash(self.x)
 def __div__(self, o): return 'div', o
 def __truediv__(self, o): return 'truediv', o
show($O(1) < $O(2), $O($i) == $O($i), max($O(1), $O(3)).x, [y.x for y in sorted([$O(2), $O($i)])], $O(1) / 2)`, `3:
async def $O():
 $A
 return $a
show(run($O()))`, `3:
async def $O(x):
 try:
  async with ALog(1) as y, ALog(2, $b):
   show(y.name)
   raise E1(x)
 except E1 as e: show(e)
 return x
show(run($O($a), 20))`, `3:
async def $O(r):
 async for x in Each(r):
  show(x)
 else:
  show('else')
 return [y async for y in Each(r)]
show(run($O($r), 30))`, `3:
async def $O():
 yield 1
 await Wait($a)
 try:
  yield 2
 finally:
  show('finally')
async def $M():
 async for x in $O(): show(x)
 g = $O()
 show(await g.__anext__(), await g.asend($a))
 await g.aclose()
 return [x async for x in $O() if x]
show(run($M(), 20))`, `3:
async def $O(x):
 await Wait(x)
 return x
async def $M():
 return [await $O($a), await $O($a), [await $O(x) for x in $R][:3]]
show(run($M(), 30))`, `3:
def $O(x):
 match x:
  case Point(x=0, y=v): return 'x0', v
  case Point(v, 1) | [Point(1, v)]: return v
  case {'k': [v, *_], **rest}: return v, rest
  case [int() | float() as v, str()]: return v
  case (v, (_, _)) if $b: return v
  case str(v) | int(v): return v
  case [first, *rest]: return first, len(rest)
  case {}: return 'dict'
  case None: return 'none'
  case _: return 'other'
show($O($a), $O($X), $O(Point(0, $a)), $O(Point($a, 1)), $O([Point(1, $a)]), $O({'k': $l}), $O($t))`, `3:
match (Point($i, $i), $a):
 case (Point(0, y), z): show(y, z)
 case (Point(x=int() as x), [*rest]): show(x, rest)
 case (Point(x, y), None | True): show(x, y)
 case (p, {**rest}): show(p, rest)
 case [_, -1 | 1.5 | 'a' | b'a' as q]: show(q)
 case _: show('none')`, `
for $M in $r:
 show($M)
 $B
 break
else:
 show('else')`, `
$M = 5
while $M:
 $M -= 1
 if $M == 3: continue
 $B
 if $M ${== <} $k: break
else:
 show('else')`, `
for x in range(3):
 for y in range(3):
  if y == 1: continue
  if x == y: break
  show(x, y)
 else:
  show('inner', x)
else: show('outer')`, `
$M = {}
for x in $S:
 $M[x] = $M.get(x, 0) + 1
show(sorted($M.items()), max($M.values()) if $M else 0)`, `
$M = $P[:]
for i, (x, y) in enumerate($M):
 $M[i] = (x + i, y * 2)
show($M)`, `
$M = {}
for x, y in $P: $M.setdefault(y, []).append(x)
for x in sorted($M): show(x, $M[x])`, `
$M = []
for x in itertools.count():
 if x ** 2 > 20: break
 $M.append(x)
show($M)`, `
if $a: pass
elif $a:
 $B
else: show(0)`, `3:
if (n_ := len($W)) > 1 and (q_ := $i): show(n_, q_)`, `
$M = collections.namedtuple('$M', ['x', 'y'])
$O = $M($i, y=$a)
show($O, $O.x, $O[1], $O._fields, $O == ($O.x, $O.y), $O._replace(x=5))
x, y = $O
show(x, y)`, `
$M = object()
show($M == $M, $M != $a, hash($M) == hash($M), repr($M) == str($M))`, `
$M = [$i for x in range(3)]
$O = [[0] * 2 for x in range(2)]
$O[0][1] = $M[0]
$O[1][0:1] = $M
show($M, $O, list(zip(*$O)))`, `
def $O(*args, **kw): return args, sorted(kw.items())
$M = functools.partial($O, $a, k=$i)
show($M(), $M($a, k=2), $M(*$T, **{'z': 1}), $M.args, $M.keywords)`, `
def $O(n, memo={}):
 if n in memo: return memo[n]
 memo[n] = n if n < 2 else $O(n - 1) + $O(n - 2)
 return memo[n]
show($O(20), len($O.__defaults__[0]))`, `
def $O(x): raise E1(x)
$M = [lambda: $O(1), lambda: $i // 0, lambda: [][$k], lambda: {}[$s], lambda: int($s + 'q'), lambda: None.x, lambda: $s + 1, lambda: undefined_]
for f in $M:
 try: f()
 except Exception as e: show(type(e).__name__, str(e), len(lines()))`,
}

// asyncs are statements of coroutines.
var asyncs = []template{
	"await Wait($a)", "$=i = await Wait($a); $=i = 5", "show(await Wait($a))", "show([$M async for $M in Each($r)])", "show({x: y async for x, y in Each($P)})", "show([await Wait(x) for x in $R][:2])", `
async for $M in Each($r):
 show($M)
 $B
 break`, `
async with ALog($a, True) as $M:
 show($M.name)
 $B`, `
try:
 await Wait($a)
 $B
 raise E1($a)
except E1 as e:
 show(e)
finally:
 show('finally')`,
}
