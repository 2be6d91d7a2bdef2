from __future__ import print_function
import gc, sys, weakref
class Node(object):
    def __init__(self, name): self.name = name; self.parent = None; self.children = []
    def add(self, c): self.children.append(c); c.parent = self
    def __del__(self): print('del', self.name)
a = Node('a'); b = Node('b'); a.add(b)
del a, b
print('after del')
print(gc.collect() > 0)
print('after collect')
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
class S(object):
    def __init__(self): self.me = self
    def __del__(self): print('S del')
s = S(); s = None; print('s gone'); gc.collect(); print('collected')

class Q(object): pass
q = Q(); q.me = q; q.p = P('in cycle'); r = weakref.ref(q); q = None; print(r() is None); gc.collect(); print(r())
gc.disable()
for i in range(3): Node(i).add(Node(i * 10))
print('disabled'); print(gc.isenabled()); gc.enable(); gc.collect()
print('the end')
