# The special methods of a with statement are looked up in the type.
class W: pass
w = W()
w.__enter__ = lambda: 1
w.__exit__ = lambda *a: 1
try:
    with w: print('in')
except Exception as e: print(repr(e))
class W:
    def __enter__(self): return 5
w = W()
w.__exit__ = lambda *a: 1
try:
    with w: print('in')
except Exception as e: print(repr(e))
class W:
    def __getattr__(self, n): print('ga', n); return lambda *a: 1
try:
    with W(): print('in')
except Exception as e: print(repr(e))
class W:
    def __enter__(self): return 5
    def __exit__(self, *a): return 7
w = W()
w.__enter__ = 4
with w as x: print(x)
class W:
    __enter__ = None
    __exit__ = None
try:
    with W(): pass
except Exception as e: print(repr(e))
class M(type):
    def __enter__(c): return 'cls'
    def __exit__(c, *a): print('exit')
class K(metaclass=M):
    def __enter__(self): return 'inst'
    def __exit__(self, *a): pass
with K as k: print(k)
with K() as k: print(k)
class E(Exception):
    def __enter__(self): return 1
    def __exit__(self, *a): print('ex', a[0]); return True
with E() as e: raise E
