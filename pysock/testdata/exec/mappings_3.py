def check(src, *a):
    try: exec(src, *(a or ({},))); print('ok', src)
    except Exception as e: print(type(e).__name__, e, '|', src)
for c in ("[i for i in (a := range(5))]", "[i for i in (lambda:(j := range(5)))()]", "[i for i in range(5) for j in (i := range(5))]",
  "[i for i in [j for j in (k := range(5))]]", "[i for i in [(j := True) for j in range(5)]]", "{i for i in (a:=[1])}", "lambda: [x for y in [(z:=1)] for x in y]",
  "[x for x in [1] if (y := x)]", "def f():\n global x\n x: int", "def f():\n x: int\n global x", "def f():\n x=1\n def g():\n  nonlocal x\n  x: int", "global x; x: int = 3"):
    check(c)
def f2bad():
    (no_such_global): int
    print(no_such_global)
try: f2bad()
except NameError as e: print(type(e), e)
class M:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): print('set', k); self.d[k] = v
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __delitem__(self, k): print('del', k); del self.d[k]
exec('x = 1; y = x + len("ab"); del x', {}, M())
exec('x: int = 1', {}, M())
print(eval('a + b', {'a': 1}, M()) if 0 else '')
class D(dict): pass
g = D(); exec('q = 1; r = locals()', g); print(sorted(k for k in g if k != '__builtins__'))
class DD(dict):
    def __missing__(self, k): return 'miss ' + k
    def __getitem__(self, k): return 'got ' + k
print(eval('foo', {}, DD()))
for l in 5, [1], 'x':
    try: exec('1', {}, l)
    except TypeError as e: print(e)
    try: exec('1', l)
    except TypeError as e: print(e)
g, l = {}, {}
exec('global a; a = 1; b = 2', g, l)
g.pop('__builtins__'); print(g, l)
import sys
import types
print(types.__annotations__)
class I:
    def __iter__(self): return self
for f in iter, list, enumerate, zip, lambda x: [i for i in x], reversed:
    try: print(f(I()))
    except TypeError as e: print(e)
def g(): yield
x = g()
for n in '__name__', '__qualname__':
    try: delattr(x, n)
    except Exception as e: print(type(e), e)
try: slice(5).__hash__()
except TypeError as e: print(e)
