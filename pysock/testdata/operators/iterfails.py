# What __iter__ raises shows through "in" as if there were none, in Python 3 if
# it is a TypeError; the __contains__ of built-in types asks no __iter__.
import operator


class Wrong(object):
    def __iter__(self):
        raise TypeError('mine')


class Fails(object):
    def __iter__(self):
        raise ValueError('mine')


class Odd(object):
    def __iter__(self):
        return 5


class Plain:
    def __iter__(self):
        raise ValueError('mine')


class List(list):
    def __iter__(self):
        raise ValueError('mine')


class Dict(dict):
    def __iter__(self):
        raise ValueError('mine')


class Later(object):
    def __iter__(self):
        return self

    def next(self):
        raise TypeError('later')
    __next__ = next


def show(f):
    try:
        print(f())
    except Exception as e:
        print('%s: %s' % (type(e).__name__, e))


for c in (Wrong, Fails, Odd, Plain, List, Dict, Later):
    x = c()
    show(lambda: 1 in x)
    show(lambda: 1 not in x)
    show(lambda: operator.contains(x, 1))
    show(lambda: operator.countOf(x, 1))
    show(lambda: operator.indexOf(x, 1))
    show(lambda: ''.join(x))
