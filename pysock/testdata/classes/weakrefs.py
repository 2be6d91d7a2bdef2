from __future__ import print_function
import weakref, gc
class A(object):
    def __init__(self,n): self.n=n
    def m(self): return self.n
    def __repr__(self): return 'A(%s)'%self.n
a=A(1)
r=weakref.ref(a)
print(r() is a, weakref.ref(a) is r, weakref.getweakrefcount(a))
def cb(x): print('cb', x is r2)
r2=weakref.ref(a,cb)
print(r2==r, r2 is r, weakref.getweakrefcount(a), hash(r)==hash(r2))
del a
print(r(), r2())
d=weakref.WeakValueDictionary()
b=A(2); c=A(3)
d['b']=b; d['c']=c
print(sorted(d.keys()), len(d), d['b'], 'b' in d)
del b
print(sorted(d.keys()), len(d), 'b' in d, d.get('b'))
k=weakref.WeakKeyDictionary()
x=A(4); k[x]=5; k[c]=6
print(len(k), k[x], x in k)
del x
print(len(k), list(k.items()))
s=weakref.WeakSet()
y=A(5); s.add(y); s.add(c)
print(len(s), y in s)
del y
print(len(s), list(s))
p=weakref.proxy(c)
print(p.n, p.m())
p.n=9
print(c.n)
del c
del s
try: p.n
except ReferenceError as e: print('RE', e)
try: weakref.ref(5)
except TypeError as e: print(e)
print(gc.collect() >= 0, gc.isenabled())
class S(object):
    __slots__=('q',)
try: weakref.ref(S())
except TypeError as e: print(e)
class T(object):
    __slots__=('q','__weakref__')
t=T(); print(weakref.ref(t)() is t)
