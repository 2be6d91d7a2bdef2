# Variables that inner functions capture, of comprehensions run again and again,
# and of calls that return while something dies.
from __future__ import print_function
import sys
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self):
        sorted(sys._getframe(1).f_locals)
        print('del', self.n)
for k in range(3):
    fs = [(lambda: x + k) for x in range(3)]
    y = None
    print([f() for f in fs])
def f(kept):
    a = A('in f')
    def g(): return a, kept
    fs = [(lambda: (a, x)) for x in range(2)]
    return [z()[1] for z in fs]
print(f(1))
def h():
    for i in range(2):
        b = A('in h')
        gs = [lambda: (b, j) for j in range(2)]
        if i: return [t()[1] for t in gs]
print(h())
a = A('last'); a = None
