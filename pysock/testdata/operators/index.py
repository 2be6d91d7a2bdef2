# What is a number by its __index__ alone: as an index, in a slice, and as the
# times a sequence is repeated.
from __future__ import print_function
from array import array
from collections import deque


class Old:
    def __index__(self):
        return 2


class New(object):
    def __index__(self):
        return 3


class Bad(object):
    def __index__(self):
        return 'x'


class Times(object):
    def __rmul__(self, other):
        return 'my own'


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


o, n = Old(), New()


def grown(s):
    s *= n
    return s


class L(list):
    pass


class T(tuple):
    pass


class S(str):
    pass


for s in 'abcd', b'abcd', u'abc\xe9', [1, 2, 3, 4], (1, 2, 3, 4), bytearray(b'abcd'), L('abcd'), T('abcd'), S('abcd'):
    show(lambda: s * n)
    show(lambda: n * s)
    show(lambda: s * o == o * s)
    show(lambda: s[o])
    show(lambda: s[o:n])
    show(lambda: s[::o])
    show(lambda: grown(s[:]))
    show(lambda: s * 2 ** 100)
    show(lambda: s * -2 ** 100)
    show(lambda: s['a'])
    show(lambda: s[1.0])
    show(lambda: s * 1.5)
    show(lambda: s * Bad())
    show(lambda: s[Bad()])
    show(lambda: s * Times())
show(lambda: array('b', [1]) * n)
show(lambda: [1].__mul__(n))
show(lambda: 'a'.__rmul__(n))
show(lambda: {} * n)
show(lambda: n * {})
show(lambda: n * n)
show(lambda: n + [])
show(lambda: n * 2.0)


def augmented():
    s = [1]
    s *= Times()
    return s


show(augmented)
