# What derives from built-in types: its repr, __slots__ of int's in Python 2, its
# items, attributes that can't be deleted.
import itertools
import collections
A = {enumerate: ([],), classmethod: (len,), itertools.cycle: ([],), itertools.islice: ([], 1)}
for T in (property, enumerate, itertools.chain, itertools.cycle, collections.deque, itertools.islice, complex, float,
          bytearray, frozenset, set):
    X = type('X', (T,), {})
    print('%s %r' % (T.__name__, X(*A.get(T, ()))))
class S(str):
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print('%r' % ((list(S('abc')), all(S('abc')), [c for c in S('ab')], tuple(S('a')), sorted(S('zyx'))),))
a, b, c = S('abc')
print('%s %s %s' % (a, b, c))
class U(type(u'')):
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
print([len(str(x)) for x in U(u'abc')])
class L(list):
    def __getitem__(self, i): return 'x'
print(list(L([1, 2])))
try:
    class I(int): __slots__ = ['z']
    i = I(5)
    i.z = 4
    print('%d %d' % (i, i.z))
except TypeError as e:
    print(e)
class A(object):
    w = 1
    def f(self): pass
class B(A): pass
class J(int): w = 1
for c in (A, B, J):
    o = c()
    for i in range(3):
        for n in ('w', 'f', 'zz', '__class__', '__init__', '__hash__'):
            try:
                delattr(o, n)
            except Exception as e:
                print('%s %s' % (type(e).__name__, e))
        if i == 0: o.q = 1
        if i == 1: del o.q
class Meta(type): pass
class Meta2(type):
    def __call__(cls, *a): return type.__call__(cls, *a)
M3 = Meta2('M3', (type,), {})
for f in (lambda: Meta(1), lambda: Meta(1, 2), lambda: type(1, 2), lambda: Meta(), lambda: type(), lambda: type.__new__(type, 1),
          lambda: type.__new__(Meta, 1), lambda: type.__new__(type), lambda: M3(1), lambda: type.__new__(M3, 1)):
    try:
        print(f())
    except Exception as e:
        print('%s %s' % (type(e).__name__, e))
for v in (1, [], 'a', {}, None, 1.5, int, (), Exception(), range(1)):
    print(bool(v.__doc__))
