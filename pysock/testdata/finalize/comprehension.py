# The variable of a comprehension holds nothing when that is over.
from __future__ import print_function
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
r = [a.n for a in [A(1)] if a]; a = None; print(r)
r = {a.n: 1 for a in [A(2)]}; a = None; print(r)
r = [n for n in (a.n for a in [A(3)])]; a = None; print(r)
print('end')
