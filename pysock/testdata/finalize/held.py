from __future__ import print_function
# What is in use doesn't die, wherever it is held.
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): self.n = 'dead'
    def __add__(self, o): x = A('tmp'); x = None; return A((self.n, o.n))
    def __call__(self, *a): y = 1; y = 2; return self
    def __getitem__(self, i):
        z = i; z = None
        return self
    def __iter__(self):
        try:
            for i in range(2): yield i
        finally: pass
    def __enter__(self): q = 1; q = None; return self
    def __exit__(self, *a): q = 1; q = None
    def __lt__(self, o): q = 1; q = None; print(end=''); return self.n < o.n
    def __hash__(self): q = 1; q = None; return hash(self.n)
    def __eq__(self, o): q = None; return self.n == o.n
def f(*a, **k):
    x = 1; x = None
    return a, k
r = f(A(1), A(2), k=A(3)); print('1'); r = None
print([A(4), f(A(5)), {A(6): f()}][0].n)
print((A(7) + A(8)).n)
print(A(9)(A(10), f())[f(A(11))].n)
for i in A(12):
    x = 1; x = None
    print(i)
    for j in A(13):
        x = None
        print(j); break
with A(14), A(15) as b:
    x = None; print('with')
b = None
print(sorted([A(3), A(1), A(2)])[0].n)
print(max([A(3), A(1)], key=lambda a: [a for x in A(0)] and a.n).n)
def loop():
    for x in [A(16), A(17)]:
        for y in A(18):
            return x
print(loop().n)
def tr():
    a = A(19)
    try:
        b = A(20)
        return a
    finally:
        c = A(21); c = None
        print('finally', a.n, b.n)
print(tr().n)
def clo():
    a = A(22)
    def g(): return a.n
    return g
g = clo(); print('clo', g()); g = None
def gen():
    a = A(23)
    with A(24) as w:
        for i in range(3):
            x = None
            yield a, w
for a, w in gen(): print(a.n, w.n)
a = w = None
print(list(map(lambda p: p[0].n, gen())))
class K(object):
    a = A(25); x = None
    b = [A(26), a]
    print(a.n, b[0].n)
print(K.a.n, K.b[0].n)
d = {'a': A(27)}; e = dict((k, v) for k, v in d.items()); d = None; print(e['a'].n); e = None
def rec(n, a):
    x = A(('r', n)) if n % 2 else None
    if n: return rec(n - 1, a)
    return a
print(rec(4, A(28)).n)
l = [A(29), A(30)]; p, q = l; l = None; print(p.n, q.n); p = q = None
def kw(a=A(31), *b, **c): z = None; return a.n, [x.n for x in b], sorted((k, v.n) for k, v in c.items())
print(kw(A(32), A(33), c=A(34)), kw())
print((lambda a, b: (f(), a.n, b.n))(A(35), A(36)))
x = A(37) if f() else A(38); y = x or A(39); print(y.n); x = y = None
print([a.n for a in [A(40), A(41)] if f()])
s = '%s %s' % (A(42).n, f()[0]); print(s)
assert A(43).n, f()
def ex():
    a = A(44)
    try: raise KeyError(a)
    except KeyError as e: z = None; print(e.args[0].n); return e.args[0]
print(ex().n)
exec('e1 = A(45); z = None; print(e1.n); e1 = None')
print(eval('f(A(46))[0][0].n'))
import functools
print(functools.reduce(lambda a, b: a + b, [A(47), A(48)]).n)
pp = functools.partial(f, A(49)); z = None; print(pp()[0][0].n); pp = None
print('end')
