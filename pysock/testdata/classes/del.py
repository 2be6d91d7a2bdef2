from __future__ import print_function
class A(object):
    def __init__(self,n): self.n=n
    def __del__(self): print('del', self.n)
a=A(1)
del a
print('after')
b=A(2)
def f():
    x=A(4)
    del x
    print('in f')
f()
print('end')
