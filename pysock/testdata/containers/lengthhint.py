# What makes a list or a tuple asks an iterable how long it is, and raises what that raises.
from __future__ import print_function
import functools
import itertools
import sys


class Walk(object):
    def __iter__(self):
        print('iter', end=' ')
        return self

    def __next__(self):
        self.n = getattr(self, 'n', 0) + 1
        if self.n > 2:
            raise StopIteration
        return (self.n, 2)
    next = __next__

    def __len__(self):
        print('len', end=' ')
        return 3


def made(name, **members):
    return type(name, (Walk,), members)


def raising(error):
    def f(self):
        raise error
    return f


Hint = made('Hint', __len__=None, __length_hint__=lambda self: print('hint', end=' ') or 3)
classes = [Walk, Hint] + [made('Len' + n, __len__=f) for n, f in [
    ('TypeError', raising(TypeError('t'))), ('ValueError', raising(ValueError('v'))), ('Negative', lambda self: -1),
    ('Text', lambda self: 'a'), ('Huge', lambda self: 10 ** 30), ('Float', lambda self: 2.5)]] + [
    made('Hint' + n, __len__=None, __length_hint__=f) for n, f in [
        ('Text', lambda self: 'a'), ('No', lambda self: NotImplemented), ('ValueError', raising(ValueError('v'))),
        ('TypeError', raising(TypeError('t')))]]
if sys.version_info[0] > 2:
    classes.append(made('HintNegative', __len__=None, __length_hint__=lambda self: -1))


def iadd(x):
    m = [0]
    m += x
    return m


def assigned(x):
    m = [0, 1, 2]
    m[1:2] = x
    return m


def unpacked(x):
    a, b = x
    return a, b


ways = [list, tuple, set, sorted, frozenset, bytearray, dict, min, any, iadd, assigned, unpacked]
ways += [lambda x: [].extend(x), lambda x: (lambda *a: a)(*x), lambda x: bytearray().extend(x), lambda x: ''.join(x),
         lambda x: b''.join(x), lambda x: list(map(str, x)), lambda x: list(filter(None, x)), lambda x: list(zip(x)),
         lambda x: list(enumerate(x)), lambda x: [y for y in x], lambda x: functools.reduce(lambda a, b: a, x),
         lambda x: list(itertools.product(x)), lambda x: list(itertools.combinations(x, 1)), lambda x: {1}.difference(x),
         lambda x: set().update(x), lambda x: 5 in x, lambda x: list(iter(x))]
for number, way in enumerate(ways):
    for c in classes:
        print(number, c.__name__, end=': ')
        try:
            print(way(c()))
        except Exception as e:
            print(type(e).__name__, e)
