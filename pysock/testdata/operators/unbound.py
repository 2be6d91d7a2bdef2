# A comparison's method that can't be bound counts as missing.
from __future__ import print_function
def booh(self): raise AttributeError("booh")
def bad(self): raise ValueError("v")
class E(object):
    __eq__ = property(booh)
    __ne__ = property(bad)
class C(object):
    __eq__ = property(booh)
    __cmp__ = property(bad)
    __hash__ = None
for c in E, C:
    x = c()
    print(x == c(), x != c(), x == x, x != x, x in [c()], [x] == [x], x == 1, 1 != x)
