# __new__ and __init__ of built-in types, called by scripts.
from __future__ import print_function
import collections, itertools
def numbers(*a):
    for x in a:
        if x is None: raise KeyError('stop')
        yield x
def t(f):
    try: r = f()
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    return r
class K(object): pass
for c, made in ((list, '[9]'), (dict, '{9: 9}'), (set, 'set([9])'), (collections.deque, 'collections.deque([9], 5)'), (bytearray, 'bytearray(b"q")'),
                (tuple, '(9,)'), (frozenset, 'frozenset([9])'), (int, '9'), (str, '"q"'), (float, '9.5'), (object, 'object()')):
    for a in ((), (1,), ('a',), ([1, 2],), (None,), ([(1, 2)],), ([(1, 2), 3],), ([[1]],), None):
        def args(): return a or (numbers(7, None),)
        x = eval(made)
        r = t(lambda: x.__init__(*args()))
        if c is not object: print(c.__name__, a, r, x)
        if c not in (int, str, float, object, tuple, frozenset): print(t(lambda: c.__new__(c, *args())))
        print(t(lambda: c.__new__(K, *args())))
        print(t(lambda: c.__new__(int, *args())))
        class New(c):
            def __new__(cls, *a): return c.__new__(cls, *a)
        class Bare(c):
            def __new__(cls, *a): return super(Bare, cls).__new__(cls)
        class Init(c):
            def __init__(self, *a): pass
        class Both(c):
            def __new__(cls, *a): return super(Both, cls).__new__(cls)
            def __init__(self, *a): super(Both, self).__init__(*a)
        if c is not object:
            for C in New, Bare, Init, Both: print(C.__name__, t(lambda: C(*args())))
for c in (zip, enumerate, map, reversed, itertools.count, slice, collections.deque, bool, ValueError):
    if isinstance(c, type) and c is not map:
        print(t(lambda: c.__new__(int)), t(lambda: c.__new__(K)), t(lambda: c.__new__()), t(lambda: c.__new__(1)))
print(t(lambda: [].__init__((3, 4), 5)), t(lambda: {}.__init__((3, 4), 5)))
l = [1, 2]; l.__init__(l); print(l)
s = set([1, 2]); s.__init__(s); print(s)
d = {1: 2}; d.__init__(d, a=1) ; print(d == {1: 2, 'a': 1})
print(t(lambda: object().__init__(1)), t(lambda: type.__new__(K, 'a', (), {})))
