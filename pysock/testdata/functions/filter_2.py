# filter of strings and tuples asks a derived class for its items, and gives a plain one.
class badstr(str):
    def __getitem__(self, index):
        raise ValueError('asked')


class number(str):
    def __getitem__(self, index):
        return 42


class twice(str):
    def __getitem__(self, index):
        return twice(2 * str.__getitem__(self, index))


class unumber(unicode):
    def __getitem__(self, index):
        return 42


class utwice(unicode):
    def __getitem__(self, index):
        return utwice(2 * unicode.__getitem__(self, index))


class pair(tuple):
    def __getitem__(self, index):
        return 2 * tuple.__getitem__(self, index)


class items(list):
    def __getitem__(self, index):
        return 2 * list.__getitem__(self, index)


for f in (None, bool, lambda x: x >= '3', lambda x: True, 42):
    for v in (badstr('1234'), number('12'), twice('1234'), unumber('12'), utwice('1234'), pair((1, 2)), items([1, 2]), '12', u'1\xe9',
              (1, 0), pair(), twice(''), str, None, {1: 2}):
        try:
            r = filter(f, v)
            print type(r).__name__, repr(r)
        except Exception as e:
            print type(e).__name__, e

# range() of longs is of longs throughout; the repr of an xrange ends within its bounds.
import sys
for args in (10 ** 30, 10 ** 30 + 2), (0, 10 ** 30, 10 ** 30 // 2), (sys.maxint - 1, sys.maxint + 2), (5L, 7L):
    print range(*args)
for x in xrange(0, sys.maxint, sys.maxint - 1), xrange(1, 10, 3), xrange(5, 0, -2), xrange(0, -5), xrange(-sys.maxint, sys.maxint, sys.maxint // 2):
    print x, len(x)

# input() takes blanks before the expression.
import StringIO
sys.stdin = StringIO.StringIO("  'blank'\n\t1 + 2\n")
print input(), input()

import functools


@functools.total_ordering
class A(object):
    def __init__(self, v):
        self.v = v

    def __gt__(self, o):
        return self.v > o.v

    def __eq__(self, o):
        return self.v == o.v


print A(1) != A(1), A(1) != A(2)
m = memoryview(bytearray('abcdef'))
for v in '0', buffer('1'), bytearray('2'), memoryview('3'), 5, None, u'a', '00', '':
    for i in 0, slice(1, 2):
        try:
            m[i] = v
            print m.tobytes()
        except Exception as e:
            print type(e).__name__, e
