package main

// riskyStatements need no block, and can fail.
var riskyStatements = []template{
	"del $v, $w", "del $v.x", "del $v[$x]", "del ($v, [$w])", "$v = $w = $a", "$v[$a] = $a", "$v[$x] = $a", "$v[$k:$k] = $r", "$v[::$k] = $r", "$v.x = $v = $a", "$v, $w = $w, $v", "($v, $w), $v = $a", "[$v, $w] = $r", "$v, = $r",
	"3:$v, *$w = $r", "3:*$v, $w = $r", "3:$v, *$w, a = $r", "3:($v, *$w), a = $a", "3:*$v, = $a", "3:[*$v] = $r", "$v = $w = [$a]", "$v[0], $w = $a, $a", "$v.x, $v.y = $r", "$v += $a", "$v -= $a", "$v *= $k", "$v |= $a", "$v[$x] += $a", "$v.x += $a", "$v %= $a", "$v <<= $k", "$v **= $k", "$v //= $a", "$v &= $a", "3:$v @= $a",
	"show($a, $a, $a)", "show(type($a))", "show(lines())", "show(sys.exc_info()[0], sys.exc_info()[1])", "show(*$r)", "show(*$a)", "show(**$d)", "show(*$l, **{})", "show(sorted(locals())[:3])", "show(len(globals()) > 3)", "show(vars($a))", "assert $a", "assert $b, ($a, $a)",
	"2:print $a", "2:print $a, $s", "2:print $a,", "2:print >>sys.stdout, $a", "2:print '%s' % $a, '%r' % ($a,)", "2:print", "2:print ($a, $a)", "3:print($a)", "3:print($a, $a, sep=$s)", "3:print($a, end=$s)", "3:print(*$r, sep='-')", "3:print($a, file=sys.stdout, flush=True)", "3:print($a, sep=$a)",
	"setattr($v, $s, $a)", "delattr($v, 'x')", "$v.sort(key=lambda x: $a)", "$v.sort()", "$v.append($v)", "$v.update($d, k=1)", "$v.extend($r)", "$v.insert($k, $a)", "$v.remove($a)", "$v.pop($k)", "$v.__init__($a)", "$v.__class__ = $a", "$v.__dict__ = $a", "$v.__doc__ = $a", "$v.__name__ = $s",
	"3:$v: int = $a", "3:$v: undefined", "3:$v.x: int = $a", "3:($v): $a = 1", "3:($v := $a)", "3:if ($v := $a): show($v)", "3:show([$v := $a, $v])", "3:raise ExceptionGroup($s, [ValueError($a), E1()])", "3:raise E1() from $a", "3:raise ValueError($a).with_traceback($a)", "2:raise ValueError, $a", "2:raise E1, ($a, $a), sys.exc_info()[2]", "2:raise E2($a), $a", "2:raise 'text'", "2:raise $a, $a, $a", "raise E2", "raise $a", "raise $a($a)", "raise",
	"lambda: (yield)", "pass; pass", "$v = lambda *a, **k: (a, sorted(k)); show($v($a, k=$a))", "$v = (lambda x: lambda y: (x, y))($a); show($v($a))", "$v = [lambda: $M for $M in range(3)]; show([$w() for $w in $v])", "$v = [lambda $M=$M: $M for $M in range(3)]; show([$w() for $w in $v])", "$v = iter($r); show(next($v), list($v))", "$v = ($M for $M in $r); show(next($v, 0)); show(list($v))", "$v = $l; $v.append($a); show($v)", "$v = $d; $v[$a] = $a; show($v)",
	"show(sys.exc_info()[1].__class__)", "3:show(chain(sys.exc_info()[1]))", "show(getattr(sys.exc_info()[1], 'args', 0))", "$v = $l; $v[$k:$k] = $r; show($v)", "$v = $l; $v[$k:$k:$k] = $r; show($v)", "$v = $l; del $v[$k:$k:$k]; show($v)", "$v = bytearray($y); $v[$k:$k] = $y; show($v)", "$v = bytearray($y); $v[$k] = $i; show($v)", "$v = bytearray($y); $v += $a; $v.extend($r); show($v)", "$v = set($r); $v |= $e; $v -= $a; show($v)",
}

// riskyExecutions run source.
var riskyExecutions = []template{
	"2:exec $q in {'a': $a, 'show': show}", "2:exec $q in {}", "2:exec $q in globals()", "2:exec $q in {'show': show}, {'a': $a}", "2:exec compile($q, 'q', 'exec') in globals()", "2:exec $q",
	"3:exec($q)", "3:exec($q)", "3:exec($q, {'a': $a, 'show': show})", "3:exec($q, globals(), {'a': $a})", "3:exec(compile($q, 'q', 'exec'))", "3:exec($q, {})",
	"show(eval('a'))", "show(eval($s))", "show(eval($Q))", "show(eval($Q, {'a': $a, 'show': show}))", "show(eval('lambda: a')())", "compile($a, 'q', 'exec')", "compile($s, 'q', 'eval')", "2:exec $s in {}", "2:exec $a in {}", "3:exec($s)", "3:exec($a)", "show(eval(compile($Q, 'q', 'eval')))", "exec($q, $a)", "eval($Q, $a, $a)",
}

// riskyCompounds are of more than one line, and can fail.
var riskyCompounds = []template{
	`
def $O(x, *$M, **kw):
 $F
show($O($a, $a, k=$a))`, `
def $O(x=$a, y=$a):
 show(x, y)
show($O(*$r))
show($O(**$d))
show($O($a, y=$a))
show($O($a, x=$a))`, `3:
def $O(x, /, y, *, z=$a):
 show(x, y, z)
 $F
show($O($a, $a))
show($O(1, y=$a, z=$a))
show($O(1, x=$a))`, `3:
def $O(*, x, y=$a):
 show(x, y)
show($O(x=$a))
show($O($a))
show($O())`, `2:
def $O(x, (y, z), w=(1, 2)):
 show(x, y, z, w)
show($O($a, ($a, $a)))
show($O($a, $a))`, `3:
def $O(x: int, y: 'str' = $s, *args: $a) -> None:
 return x
show(sorted($O.__annotations__))
show($O($a))`, `
def $O():
 $M = $a
 def inner():
  show($M)
  $F
 inner()
 $M = $a
 return inner
show($O()())`, `3:
def $O():
 $M = 0
 def up():
  nonlocal $M
  $M += $i
  return $M
 def get(): return $M
 return up, get
$v, $w = $O()
show($v(), $v(), $w())`, `
def $O(x):
 global $v
 $v = x
 $F
show($O($a), $v)`, `
def $O(n):
 if n <= 0: return $a
 return $O(n - 1)
show($O(3))`, `
def $O(n):
 if n <= 0:
  $F
  raise E1($a)
 try:
  return $O(n - 1)
 finally:
  show(n)
show($O(2))`, `
@deco($a)
@logged
def $O(*a):
 $F
show($O($a))`, `
@ident
def $O(): pass
show($O)`, `
def $O(x):
 "doc"
 return x
$O.attribute = $a
show($O.attribute, $O.__name__, $O.__doc__, $O.__code__.co_varnames, $O.__defaults__, $O.__code__.co_argcount)`, `
def $O():
 try:
  return $a
 finally:
  show($a)
  $F
show($O())`, `
try:
 $B
except (E1, ($a, ValueError)) as $v:
 show($v)
else:
 $B
finally:
 $B`, `
try:
 raise $a
except $a as $v:
 show($v)
except:
 show(sys.exc_info()[:2])`, `3:
try:
 raise ExceptionGroup($s, [ValueError($a), E1($a), TypeError(1), ExceptionGroup('x', [E2(), KeyError(2)])])
except* ValueError as e:
 show(e)
 $B
except* (E1, KeyError) as e:
 show(e)
 $B`, `3:
try:
 raise E1() from ValueError($a)
except E1 as e:
 e.add_note('note')
 show(chain(e), e.__notes__)
 raise`, `3:
with (Log(1) as $v, Log(2, $b)):
 $B`, `3:
with manage($a) as $v, manage(2, $b):
 $B
 raise E1($v)`, `
with Log($a, $a), Log(2):
 $B
 raise E1(1)`, `
def $O():
 with Log(1):
  return $a
show($O())`, `
for i in range(3):
 with Log(i, True):
  if i == 1: continue
  raise E1(i)`, `
def $O(x):
 y = yield x
 show(y)
 try:
  z = yield y
  $G
 except E1 as e:
  show(e)
  yield 'caught'
 finally:
  show('closed')
$v = $O($a)
show(next($v))
show($v.send($a))
show($v.throw(E1($a)))
show(next($v, 'done'))`, `
def $O():
 try:
  yield 1
  $G
  yield 2
 except GeneratorExit:
  show('exit')
  raise
$v = $O()
show(next($v))
$v.close()
show(next($v, 'done'))`, `3:
def $O():
 x = yield from $r
 return (x, $a)
def $M():
 r = yield from $O()
 show(r)
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
$v = $M()
show(next($v), $v.throw(E1), list($v))`, `
def $O():
 yield $a
 raise $a
for $v in $O(): show($v)`, `
def $O():
 yield 1
 raise StopIteration($a)
show(list($O()))`, `
def $O():
 for x in $r:
  for y in $r:
   if x == y: yield (x, y)
show(list($O())[:9])`, `
$v = [[($M, y) for y in $r] for $M in $r]
show($v)
show($M)`, `
class $O(object):
 $M = $a
 l = [$M for i in range(2)]
show($O.l)`, `
class $O(object):
 $M = [1, 2]
 l = [i for i in $M]
 g = list(i for i in $M)
 def f(self): return $M
show($O.l, $O.g)
show($O().f())`, `3:
async def $O(x):
 async with ALog(1) as y, ALog(2, $b):
  $A
  raise E1(x)
 return x
show(run($O($a)))`, `3:
async def $O(r):
 async for x in Each(r):
  show(x)
  $A
 else:
  show('else')
 return [y async for y in Each(r)]
show(run($O($r)))`, `3:
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
show(run($M()))`, `3:
async def $O(): return $a
async def $M():
 try:
  x = await $O()
  return [await $O(), x, await $a]
 except TypeError as e:
  show(e)
show(run($M()))`, `3:
match $a:
 case Point(x=0, y=$M): show('x0', $M)
 case Point($M, 1) | [Point(1, $M)]: show($M)
 case {'k': [$M, *_], **rest}: show($M, rest)
 case [int() | float() as $M, str()]: show($M)
 case ($M, (_, _)) if $b: show($M)
 case str($M) | int($M): show($M)
 case _: show('other')`, `3:
match (Point($a, $a), $a):
 case (Point(0, y), z): show(y, z)
 case (Point(x=int() as x), [*rest]): show(x, rest)
 case (Point(x, y), None | True): show(x, y)
 case (p, {**rest}): show(p, rest)
 case [_, -1 | 1.5 | 'a' | b'a' as q]: show(q)
 case (Point(1, 2, 3), _): show('three')
 case _: show('none')`, `3:
match $a, $a:
 case $v, $w if $v == $w: show($v)
 case [1, *$v] | [*$v, 2]: show($v)
 case $v: show('seq', $v)`, `3:
match $a:
 case E1.zz(): pass
 case E1.zz: pass`, `
for $v, $w in $a:
 show($v, $w)
else:
 show('else')`, `
for $v.x in $r: show($v.x)`, `
for $v in $r:
 $B
 if $b: break
else:
 $B`, `
$M = 5
while $M:
 $M -= 1
 if $M == 3: continue
 $B
 if $b: break
else:
 show('else')`, `
$v = $l
for $M in $v:
 $v.remove($M)
show($v)`, `
$v = $d
for $M in $v: $v[$a] = 1
show($v)`, `
$v = object()
show($v == $v, $v != $a, hash($v) == hash($v), repr($v) == str($v))`, `3:
if ($v := $a) and ($w := $v): show($v, $w)`,
}

// riskyAsyncs are statements of coroutines.
var riskyAsyncs = []template{
	"await Wait($a)", "$v = await Wait($a)", "show(await Wait($a))", "await $a", "return await Wait($a)", "show([$M async for $M in Each($r)])", `
async for $v in Each($r):
 $B`, `
async for $v in $a:
 $B`, `
async with ALog($a, $b) as $v:
 $B`, `
async with $a as $v:
 $B`, `
try:
 await Wait($a)
 $B
except E1 as e:
 show(e)
finally:
 await Wait('finally')`,
}
