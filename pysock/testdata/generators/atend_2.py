import sys
def show(x): print x
def g(n):
  try: yield 1
  finally: show('closed %s' % n)
def f():
  a = g('local'); next(a); 1/0
class Foo: pass
o_1 = g('o_1'); next(o_1)
c = g('c'); next(c)
zz = g('zz'); next(zz)
b = g('b'); next(b)
ab = g('ab'); next(ab)
_x = g('_x'); next(_x)
l = [g('l')]; next(l[0])
o = Foo(); o.g = g('o.g'); next(o.g)
print [k for k in globals().keys()]
f()
# ---
import sys
def show(x): print x
def g(n):
  try: yield 1
  finally: show('closed %s' % n)
def f():
  a = g('local'); next(a); 1/0
class Foo: pass
o_1 = g('o_1'); next(o_1)
c = g('c'); next(c)
zz = g('zz'); next(zz)
b = g('b'); next(b)
ab = g('ab'); next(ab)
_x = g('_x'); next(_x)
l = [g('l')]; next(l[0])
o = Foo(); o.g = g('o.g'); next(o.g)

f()
