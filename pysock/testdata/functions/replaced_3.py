# What functions are made of can be replaced: defaults, code, closure.
import types
from collections import namedtuple
P = namedtuple('P', 'a b c')
P.__new__.__defaults__ = (1, 2)
print(P(5), P._field_defaults)
def f(a, b=2, *rest, c=3, d, **kw): return a, b, rest, c, d, kw
print(f.__defaults__, f.__kwdefaults__)
def attempt(fn, *a, **k):
    try: print(fn(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(f, 1)
f.__kwdefaults__ = {'d': 9, 'zz': 1}
attempt(f, 1)
attempt(f, 1, c=5)
print(f.__kwdefaults__)
f.__kwdefaults__ = None
attempt(f, 1, c=1)
attempt(f, 1, c=1, d=2)
f.__defaults__ = (10, 20)
attempt(f, c=1, d=2)
f.__defaults__ = ()
attempt(f, 1, c=1, d=2)
print(f.__defaults__)
f.__defaults__ = None
attempt(f, 1, c=1, d=2)
f.__defaults__ = (1,2,3,4)
attempt(f, c=1, d=2)
del f.__defaults__, f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
def sd(name, v):
    try: setattr(f, name, v)
    except Exception as e: print(type(e).__name__, e)
sd('__defaults__', 1); sd('__kwdefaults__', 1); sd('__code__', 1)
def g(x): return 'g', x
def h(x, y=7): return 'h', x, y
g.__code__ = h.__code__
g.__defaults__ = (8,)
attempt(g, 1)
print(g.__name__, g.__qualname__, g.__code__ is h.__code__, g.__code__.co_name)
def outer(a, b):
    def one(): return a
    def two(): return a, b
    def set(v): nonlocal a; a = v
    def zero(): return 'zero'
    return one, two, set, zero
one, two, set, zero = outer(1, 2)
try: one.__code__ = two.__code__
except ValueError as e: print(e)
try: zero.__code__ = two.__code__
except ValueError as e: print(e)
o2 = outer(3, 4)
one.__code__ = o2[0].__code__
print(one()); set(5); print(one(), two())
print(two.__closure__[0].cell_contents, [c.cell_contents for c in two.__closure__])
two.__closure__[1].cell_contents = 'b'
print(two(), one.__closure__[0] is two.__closure__[0], one.__closure__[0] == two.__closure__[0])
f2 = types.FunctionType(two.__code__, globals(), 'f2', None, (types.CellType(1), types.CellType()))
print(f2.__name__, f2.__closure__[0].cell_contents)
try: f2()
except NameError as e: print(e)
for args in [(1, {}), (two.__code__, 1), (two.__code__, {}), (two.__code__, globals(), 1), (two.__code__, globals(), 'x', 1), (two.__code__, globals(), 'x', (), 1), (two.__code__, globals(), 'x', (), (1,)),  (two.__code__, globals(), 'x', (), (1,2))]:
    attempt(types.FunctionType, *args)
c = types.CellType
print(c() == c(), c(1) == c(1), c() < c(1), c(1) < c(2), c(1) == 1)
try: hash(c())
except TypeError as e: print(e)
x = c(1); del x.cell_contents
try: x.cell_contents
except ValueError as e: print(e)
m = {}
exec('y = 1\ndef k(): return y', m)
k2 = types.FunctionType(m['k'].__code__, {'y': 'other'})
print(m['k'](), k2(), k2.__globals__['y'])
def gen(n=2):
    for i in range(n): yield i
gen.__defaults__ = (3,)
print(list(gen()))
class C:
    def m(self, x=1): return x, super().__repr__()[:3]
C.m.__defaults__ = (5,)
print(C().m())
print(C.m.__closure__[0].cell_contents)
