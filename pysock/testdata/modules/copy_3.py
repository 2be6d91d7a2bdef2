import copy, collections, types, functools
class A:
    def __init__(self, x): self.x = x
class Sl:
    __slots__ = ('a', 'b')
a = A([1, 2]); b = copy.copy(a); c = copy.deepcopy(a)
print(b is a, b.x is a.x, c.x is a.x, c.x == a.x, type(b).__name__)
s = Sl(); s.a = [1]
try: t = copy.copy(s); print(t.a is s.a); t = copy.deepcopy(s); print(t.a is s.a, hasattr(t, 'b'))
except Exception as e: print(repr(e))
l = [1, [2, 3], {'a': [4]}, (5, [6]), {7}]; m = copy.deepcopy(l); print(m == l, m[1] is l[1], m[2]['a'] is l[2]['a'], m[3][1] is l[3][1], copy.copy(l)[1] is l[1])
l.append(l); m = copy.deepcopy(l); print(m[-1] is m)
d = {}; d['d'] = d; e = copy.deepcopy(d); print(e['d'] is e)
t = (1, 2); print(copy.deepcopy(t) is t, copy.copy(t) is t)
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print(copy.copy(C()), copy.deepcopy(C()), copy.deepcopy([C()]))
class R:
    def __reduce__(self): return (A, (5,), {'y': 6})
r = copy.copy(R()); print(type(r).__name__, r.x, r.y)
class S:
    def __getstate__(self): return {'z': 1}
    def __setstate__(self, st): self.st = st
print(copy.copy(S()).st, copy.deepcopy(S()).st)
class L(list): pass
x = L([1, [2]]); x.foo = 3; y = copy.copy(x); z = copy.deepcopy(x); print(type(y).__name__, y, y.foo, y[1] is x[1], z, z.foo, z[1] is x[1])
class D(dict): pass
x = D(a=[1]); y = copy.deepcopy(x); print(type(y).__name__, y, y['a'] is x['a'])
print(copy.copy(collections.deque([1, 2], 5)), copy.deepcopy(collections.deque([[1]])), copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.defaultdict(list, a=1)), copy.copy(collections.Counter('aab')))
P = collections.namedtuple('P', 'x y'); p = P([1], 2); q = copy.deepcopy(p); print(q, q.x is p.x, copy.copy(p) is p)
f = lambda: 1; print(copy.deepcopy(f) is f, copy.copy(len) is len, copy.deepcopy(A) is A, copy.copy(1.5), copy.copy(None))
e = copy.copy(ValueError('a', 1)); print(repr(e)); e = copy.deepcopy(ValueError('a', [1])); print(repr(e))
pt = functools.partial(f, 1); print(copy.copy(pt).args)
class T(tuple): pass
print(copy.deepcopy(T([1, [2]])), type(copy.copy(T([1]))).__name__, copy.deepcopy(frozenset([1])), copy.copy({1, 2}), copy.copy(bytearray(b'x')))
a = A(1); a.m = a; b = copy.deepcopy(a); print(b.m is b)
print(copy.deepcopy(types.SimpleNamespace(a=[1])), copy.copy(range(3)), copy.copy(slice(1, 2)))
