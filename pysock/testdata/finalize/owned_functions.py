from __future__ import print_function
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print('del %s' % self.n)
def dflt(a=A('default')): return a.n
dflt()
del dflt; print('x')
print('y')
def f2(a=A('d2')): pass
del f2; print('x2')
def f3():
    b = A('in f3')
    def inner(): return b
    inner()
f3(); print('x5')
