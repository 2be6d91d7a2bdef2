# What can't be set or deleted of built-in values, and in which words.
from __future__ import print_function
import sys, re


def f():
    pass


def g():
    yield


class C(object):
    __slots__ = ('q',)

    def m(self):
        pass


def words(op, *args):
    try:
        op(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    return 'fine'


frame = sys._getframe()
for name, v, attrs in (
    ('code', f.__code__, 'co_name co_code __hash__ nope __class__'),
    ('frame', frame, 'f_back f_locals f_code nope __class__ __repr__'),
    ('generator', g(), 'gi_code gi_frame gi_running __iter__ close nope __class__'),
    ('method', C().m, '__self__ __func__ __doc__ __call__ nope __class__'),
    ('builtin', len, '__name__ __self__ __doc__ __call__ nope __class__'),
    ('list method', [].append, '__name__ __self__ nope'),
    ('slot', int.__add__, '__name__ __objclass__ nope'),
    ('pattern', re.compile('a'), 'pattern flags groups match nope'),
    ('match', re.match('a', 'a'), 'string pos lastgroup group nope'),
    ('exception', ValueError(1), '__dict__ __class__'),
    ('slots', C(), 'm nope'),
    ('int', 1, 'real __add__ nope __class__'),
    ('list', [], 'append nope __class__'),
    ('range', range(3), '__len__ nope'),
    ('super', super(C, C()), '__self__ __thisclass__ nope'),
    ('version', sys.version_info, 'major count nope'),
):
    for attr in attrs.split():
        print(name, attr, words(setattr, v, attr, 1), '|', words(setattr, v, attr, None), '|', words(delattr, v, attr))
try:
    raise ValueError
except ValueError:
    tb = sys.exc_info()[2]
for attr in 'tb_frame', 'tb_lineno', 'nope':
    print('traceback', attr, words(setattr, tb, attr, 1), '|', words(delattr, tb, attr))


# __bool__ that returns its own instance asks no further; nested tuples of classes count as recursion.
class N(int):
    def __bool__(self):
        return self
    __nonzero__ = __bool__


print(words(bool, N()))
nested = ()
for _ in range(2000):
    nested = (nested,)
print(words(isinstance, 1, nested), words(issubclass, int, nested))
