# Python 2 numbers lines a statement at a time: an operation is on the furthest
# line that anything compiled before it begins on.
import sys, traceback
def lines():
    tb, r = sys.exc_info()[2], []
    while tb:
        code = tb.tb_frame.f_code
        r.append((code.co_name, tb.tb_lineno, code.co_name != '<module>' and code.co_firstlineno))
        tb = tb.tb_next
    return r
def bad(x): raise ValueError
def good(x): return x
def mk(*a): return good
try:
  @good
  class C:
    1/0
except Exception: print lines()
try:
  @good
  @good
  class C(object,
     ):
    1/0
except Exception: print lines()
try:
  @good
  @mk(
     1,
     2)
  class C(object):
    1/0
except Exception: print lines()
try:
  @good
  class C(
     object,
     good and
     Exception):

    1/0
except Exception: print lines()
try:
  @good
  class C(
     int,
     good and
     Exception):
    pass
except Exception: print lines()
try:
  class C(
     int,
     good and
     Exception):
    pass
except Exception: print lines()
try:
  @bad
  @good
  class C(
     int,
     ):
    pass
except Exception: print lines()
try:
  @good
  @bad
  class C(
     int,
     ):
    pass
except Exception: print lines()
try:
  @good
  @bad
  def f(x=1,
     y=
       2):
    pass
except Exception: print lines()
try:
  @good
  @bad
  def f(x,
     y):
    pass
except Exception: print lines()
try:
  @good
  @good
  def f(x,
     y=[]):
    1/0
  f(1)
except Exception: print lines()
try:
  @good
  @good
  def f(x,
     y=[]):

    return (x
       + y)
  f(1)
except Exception: print lines()
def g():
  @good
  class A:
    @good
    def f(self): pass
    x = 1
    y = (1,
      2,
      1/0)
try: g()
except Exception: print lines()
try:
   bad(1,
     2,
     len,
     )
except Exception: print lines()
try:
   bad(1,
     2,
     len,
     )(1)
except Exception: print lines()
try:
   x = (1 +
     [] +
     2)
except Exception: print lines()
try:
   for x in (1,
      2,
      bad)[
     :][3]: pass
except Exception: print lines()
try:
   raise ValueError, (
     1,
     2)
except Exception: print lines()
try:
   with (1,
     2): pass
except Exception: print lines()
try:
   print (1,
     2, x.
     foo)
except Exception: print lines()
try:
   del (x,
     y)
except Exception: print lines()
try:
   x, y = (lambda:
     1), (
     2), 3
except Exception: print lines()
try:
   x, y = [i for
      i in (1,2,
     2)]
except Exception: print lines()
try:
   import foo, \
      bar
except Exception: print lines()
class A:
    def __init__(self, *a): self.a = a
    def __enter__(self):
        if self.a == (1,): raise IndexError
    def __exit__(self, *a):
        if self.a == (2,): raise KeyError
for a in (1, 2):
  for body in (0, 1):
   try:
    with A(a):
      x = 1
      if body: raise ValueError
      y = 2
   except Exception: print lines()
   try:
    with A(
      a):
      x = 1
      if body:
          raise ValueError
   except Exception: print lines()
   try:
    with A(0), A(
      a) as c, \
       A(3):
      x = 1
      if body:
          raise ValueError
   except Exception: print lines()
try:
  for x, y in ((1,2),
     (1,
     2), 3): pass
except Exception: print lines()
try:
  for x, y in iter([(1,2),
     (1,
     2), 3]):
     x = 1
     z = 1
except Exception: print lines()
def g():
  yield 1
  yield 2
  raise KeyError
try:
  for x in g(
    ):
     x = 1
     z = 1
except Exception: print lines()
try:
  try: 1/0
  except x[
     4:]: pass
except Exception: print lines()
try:
  x = (1
    + 5
    + [])
except Exception: print lines()
try:
  x = (1
    + []
    + 3)
except Exception: print lines()
try:
  x = (1
    + 2 * []
      * 3
    + 3)
except Exception: print lines()
try:
  x = {}
  x[
    0].f = (
      1, 2)
except Exception: print lines()
try:
  x = {}
  x[
    0] += (
      1,
      2)
except Exception: print lines()
try:
  x = lambda y: (
     y +
     [])
  x(
     5)
except Exception: print lines()
try:
  list(x for x in [
     1,
     2] if
     x + [])
except Exception: print lines()
try:
  [x for x in [
     1,
     2] if
     x + []]
except Exception: print lines()
try:
  [x +
     [] for x in [
     1,
     2]]
except Exception: print lines()
try:
  {x +
     [] for x in [
     1,
     2]}
except Exception: print lines()
try:
  assert x.foo(
     1), (
     2)
except Exception: print lines()
try:
  assert (
     not 1), (
     2)
except Exception: print lines()
try:
  raise (
     ValueError), (
     2)
except Exception: print lines()
try:
  x = (1 if
     0 else
     x.foo or
     3)
except Exception: print lines()
try:
  x = (x.foo if
     1 else
     x.foo or
     3)
except Exception: print lines()
try:
  x = [1,
       2].foo(
   5)
except Exception: print lines()
try:
  x = (1 < 2
     < x.foo < 4
      < 5)
except Exception: print lines()
try:
  x = (1 and 2
     and len(5) and 4
      or 5)
except Exception: print lines()
try:
  if (x
    .foo): pass
except Exception: print lines()
try:
  if 0: pass
  elif (x
    .foo): pass
except Exception: print lines()
try:
  while (1,
    x.foo): pass
except Exception: print lines()
try:
  print >>x, (
   1), 2
except Exception: print lines()
try:
  print 1, (
   x.foo), 2
except Exception: print lines()
try:
  exec (
   "1/0") in {}
except Exception: print lines()
try:
  del x, (y,
   zz)
except Exception: print lines()
try:
  from sys import (a,
     b)
except Exception: print lines()
