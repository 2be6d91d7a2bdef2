# What a traceback holds dies with it.
import weakref
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print('del %s' % self.n)
def bad():
    r = A('bad')
    raise ValueError('v')
try: bad()
except ValueError as e: print('caught', e)
print('after')
try:
    a = A('tried'); raise ValueError
except ValueError: a = None; print('excepted')
def f():
    a = A('in f')
    try: bad()
    except ValueError: print('caught in f')
    print('leaving')
f()
print('left')
# weak references
def cb(r): print('callback', r() is None)
w = A('weak'); r = weakref.ref(w, cb); w = None; print('weak over')
w = A('weak2'); r = weakref.ref(w); w = 3; print(r())
class B(object): pass
b = B(); r = weakref.ref(b, lambda r: print('gone')); b = None; print('b')
weakref.finalize(b := B(), print, 'finalized', 1); b = B(); print('b again')
d = weakref.WeakValueDictionary(); d['k'] = b; print(len(d)); b = None; print(len(d), list(d))
