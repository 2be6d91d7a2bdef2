from __future__ import print_function
import contextlib
class A(object):
    count = 0
    def __init__(self, n): self.n = n; A.count += 1
    def __del__(self): A.count -= 1; print('del %s' % self.n)
def g(n):
    try:
        while True:
            n += 1
            yield n
    finally:
        print('fin %s' % n)
# counting
a = A('c1'); b = A('c2'); print(A.count)
a = None; print(A.count)
b = 5; print(A.count)
# list with several
l = [A('l%d' % i) for i in range(3)]
l = None
print('list gone')
d = dict((i, A('d%d' % i)) for i in range(3))
d = None
print('dict gone')
t = (A('t0'), A('t1')); t = None
print('tuple gone')
# nested
class H(object):
    def __init__(self, *x): self.x = x
    def __del__(self): print('del H')
h = H(A('x1'), A('x2')); h = None
print('nested gone')
def keep():
    a = A('kept')
    return lambda: a
k = keep(); print('still', k().n); k = None; print('closure gone')
# temp in expression
print(A('temp').n)
print([A('e%d' % i).n for i in range(3)])
for i in range(3):
    a = A('loop%d' % i)
    print('body', i)
a = None
for x in [A('f1'), A('f2')]:
    print('for', x.n)
x = None
print('for over')
# with
@contextlib.contextmanager
def cm():
    r = A('cm')
    try: yield r
    finally: print('cm fin')
with cm() as r: print('in cm', r.n)
r = None
print('with over')
# generator abandoned
def first(it):
    for x in it: return x
print(first(g(10)))
print(next(g(50)), 5)
x = next(g(60)) + 1
print(x)
def use():
    o = g(20)
    print(next(o), next(o))
use(); print('used')
o = g(30); p = o; next(o); o = None; print('one'); p = None; print('none')
z = zip(g(40), [1, 2]); print(list(z)[:1]); z = None; print('zip')
try:
    a = A('tried'); a = None
    print('in try')
finally:
    print('finally')
# swap
a, b = A('s1'), A('s2'); a, b = b, a; a = None; print('swap1'); b = None
# attribute chains
class N(object):
    def __init__(self, n, nx=None): self.n = n; self.nx = nx
    def __del__(self): print('node', self.n)
n = N(1, N(2, N(3))); n = n.nx; print('head gone'); n.nx = None; print('tail gone'); n = None
# method returning self
class B(object):
    def __init__(self): print('init B')
    def me(self): return self
    def __enter__(self): return self
    def __exit__(self, *a): print('exit B')
    def __del__(self): print('del B')
B().me().me(); print('chain')
with B() as b: pass
print('b held'); b = None
s = set([A('set')]); s.pop(); print('popped')
s = [A('sl0'), A('sl1'), A('sl2')]; s[:2] = []; print('slice'); del s[:]; print('all')
def rec(n):
    a = A('rec%d' % n)
    if n: rec(n - 1)
rec(2); print('rec')
def dflt(a=A('default')): return a.n
print(dflt()); del dflt; print('dflt gone')
