# raise and throw() with a class and what it is called with: odd classes, tuples of
# classes below tuple, values that aren't exceptions.
from collections import namedtuple
import sys

NT = namedtuple('NT', 'x y')


class T(tuple):
    def __repr__(self): return 'T!'
    def __str__(self): return 'T~'


class E2(Exception):
    def __init__(self, *a): self.a = a


class E3(Exception):
    def __init__(self, *a): Exception.__init__(self, *a)


class Old:
    def __init__(self, *a): self.args = a


class Old1(Old):
    pass


class N(object):
    def __repr__(self): return 'N'


class Bad(Exception):
    def __new__(cls, *a): return 5


class Bad4(Exception):
    def __init__(self, *a): 1 / 0


def throw(*args):
    def g():
        try:
            yield 1
        except GeneratorExit:
            raise
        except:
            print 'in', seen(),
            raise
    h = g()
    next(h)
    h.throw(*args)


def seen():
    t, v, tb = sys.exc_info()
    return getattr(t, '__name__', t), type(v).__name__, repr(getattr(v, 'args', None))


def raise2(c, v): raise c, v
def raise3(c, v): raise c, v, None
def raised(c, v): raise apply(c, v)


for c in ValueError, E2, E3, OSError, KeyError, SyntaxError, StopIteration:
    for v in NT(1, 2), T((1, 2)), T((1,)), T(), T((1, 2, 3)):
        for how in raise2, throw, raised:
            try:
                how(c, v)
            except Exception as e:
                print c.__name__, type(e.args).__name__, str(e), repr(e), list(e), e[:1], e.__reduce__(), unicode(e), e.args is e.args

for c in Old, Old1, N, Bad, Bad4, Old1(2), N(), ValueError, ValueError(3), 5, None, (), (ValueError,), ((Old,),), ((),), int, T((KeyError,)):
    for v in None, 1, (), (1, 2), ValueError(3), ValueError, 'x', [1], N(), KeyError(1):
        for how in raise2, raise3, throw:
            if how == throw and c is Bad:
                continue # what it makes is thrown
            try:
                how(c, v)
            except:
                print how.__name__, getattr(c, '__name__', type(c).__name__), repr(v), seen()

try:
    raise ValueError, NT(1, 2)
except ValueError as e:
    e.args = t = (1, 2)
    print e.args is t
    e.args = NT(3, 4)
    print type(e.args), e.args
raise ValueError, T((3, 4))
