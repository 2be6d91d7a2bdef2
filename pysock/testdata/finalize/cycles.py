# What refers to itself lives until gc.collect().
from __future__ import print_function
import gc, weakref
class P(object):
    def __init__(self, name): self.name = name; self._parent = None; self.children = []
    def add(self, c): self.children.append(c); c._parent = weakref.ref(self)
    @property
    def parent(self): return self._parent() if self._parent else None
    def __del__(self): print('P del', self.name)
a = P('a'); b = P('b'); a.add(b)
print(b.parent.name)
del a
print(b.parent)
del b
print('end')
class Q(object): pass
q = Q(); q.me = q; q.p = P('in cycle'); r = weakref.ref(q); q = None
print(r() is None)
gc.collect()
print(r())
a = Q(); b = Q(); a.other = b; b.other = a; r = weakref.ref(a, lambda r: print('gone'))
del a, b
print(r() is None)
print(gc.collect() > 0)
print(r())
a = Q(); a.me = a; r = weakref.ref(a)
a.me = None; a = None
print(r())
