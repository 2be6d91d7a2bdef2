# complex(a, b): which signs of zeros and which NaNs its parts have.
from __future__ import print_function
vals = [0, -1, 1.5, -0.0, 0.0, 2j, -2j, 1-2j, complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -0.0), True, float('inf'), float('nan'), complex('nan'), complex(float('inf'), -0.0)]
class C(object):
    def __complex__(self): return 3-0j
class F(object):
    def __float__(self): return -0.0
for a in vals + [C(), F()]:
    print(repr(complex(a)))
    for b in vals + [F()]:
        print(type(a).__name__, type(b).__name__, repr(complex(a, b)))
