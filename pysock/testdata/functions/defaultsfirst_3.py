import sys
class E(Exception):
    def __setattr__(self, n, v):
        print('set', n)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('del', n)
        object.__delattr__(self, n)
e = E(); e.x = 1; print(e.x); del e.x
try: del e.x
except AttributeError as x: print(x)
def show(x):
    print(x)
    return x
def f(a: show('a') = show(1), *args: show('args'), b: show('b') = show(2), **kw: show('kw')) -> show('r'): return a, b
print(f(), f.__annotations__, f.__defaults__, f.__kwdefaults__)
class C:
    def g(self, x: show('x'), y: show('y') = show(3)): return y
    @staticmethod
    def h(y: int = show(4)): return y
print(C().g(1), C.h())
async def k(x: show('kx') = show(5)): return x
def gen(x: int = show(6)): yield x
print(list(gen()))
def outer():
    z = show(7)
    def inner(q: z = z, r: show(8) = show(9)): return q, r, z
    return inner
print(outer()())
for r in (None, 'a', 1.5, 1, True):
    try: print(sorted([2, 1], reverse=r))
    except TypeError as x: print(x)
