# How & | - ^ of dict views make their sets: the order shows.
from __future__ import print_function
import itertools, sys
class F(float): pass
def kv(d): return d.viewkeys() if sys.version_info[0] == 2 else d.keys()
def iv(d): return d.viewitems() if sys.version_info[0] == 2 else d.items()
d = {1: 10, 2: 20, 3: 30}
e = {1: 10, 9: 90, 17: 7, 25: 8}
others = [[9, 1, 17], (17, 25, 9, 3), set([9, 17]), frozenset([17, 9, 1]), e, kv(e), iv(e), iter([17, 9]), xrange(9) if sys.version_info[0] == 2 else range(9), [], set(), [(1, 10), (9, 9)], set([(1, 10), (2, 3)]), [1.0, 2.0], set([1.0, 2.0, 3.0, 4.0, 5.0]), frozenset([True])]
import operator
for n, a in enumerate(others):
    for v in kv(d), iv(d), kv({}), kv(e), iv({1: 10}):
        for op in operator.and_, operator.or_, operator.sub, operator.xor:
            for x, y in ((v, a), (a, v)):
                try:
                    if n == 7: 
                        if x is a: x = iter([17, 9])
                        else: y = iter([17, 9])
                    print(n, op.__name__, op(x, y))
                except TypeError as err:
                    print(n, op.__name__, err)
for bad in ([[]], 3, None, [1, []]):
    for op in operator.and_, operator.or_, operator.sub, operator.xor:
        for x, y in ((kv(d), bad), (bad, kv(d)), (iv(d), bad)):
            try: print(op(x, y))
            except TypeError as err: print(err)
