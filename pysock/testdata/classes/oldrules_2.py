# Methods and classes as Python 2 has them.
class Old:
    def __init__(self, x):
        self.x = x
    def f(self):
        return self.x
    def __eq__(self, other):
        return self.x == other.x
    def __hash__(self):
        return self.x
print Old(1).f == Old(1).f, Old(1).f == Old(2).f, hash(Old(1).f) == hash(Old(1).f), Old.f == Old(1).f
print [].__add__ == [].__add__, [].__add__ == [5].__add__, [].append == [].append, [].__add__.__objclass__

def booh(self):
    raise AttributeError('booh')
class Bad:
    __init__ = property(booh)
try:
    Bad()
except AttributeError as e:
    print e

class C(object):
    def __init__(self, x):
        self.x = x
    def foo(self):
        return self.x
class D(C):
    boo = C.foo
    goo = C(1).foo
class E(object):
    foo = C.foo
print D(2).boo(), D(2).goo(), E.foo == C.foo, E().foo == C.foo, D.boo
print [n for n in dir(C.foo) if not n.startswith('__')]

class Int(int):
    pass
import sys
try:
    Int(sys.maxint + 1)
except OverflowError as e:
    print e
print repr(Int(5L)), coerce(Int(1), 2L), coerce(1.5, Int(2))

class S(object):
    f = staticmethod(lambda: 1)
    try:
        f()
    except TypeError as e:
        print e
print S.f(), S().f()

class J(object):
    __slots__ = ['c']
class N(J):
    __slots__ = ['__weakref__']
x = J()
try:
    x.__class__ = N
except TypeError as e:
    print e

class Late(object):
    class reversing(object):
        def __get__(self, x, c):
            raise KeyError('late')
    __unicode__ = __format__ = __enter__ = __exit__ = reversing()
for f in unicode, format:
    try:
        f(Late())
    except KeyError as e:
        print e

class Sliced(object):
    def __getslice__(self, i, j):
        return i, j
print Sliced()[-5L:7L], Sliced()[-2L**100:2L**100] == (-sys.maxint - 1, sys.maxint)
import warnings
class New(object):
    def __new__(cls, *args):
        return object.__new__(cls, *args)
    def __init__(self, *args):
        pass
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    New(1)
    z = 1j
    z % 2
print [str(x.message) for x in w]
