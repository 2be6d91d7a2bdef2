# Which values built-in functions and operators take, and what they say of those they don't.
from __future__ import print_function
import operator, sys
class O(object):
    def __repr__(self): return 'O()'
class F(float): pass
class I(int): pass
class S(str): pass
class L(list): pass
class D(dict): pass
class Ix(object):
    def __index__(self): return 3
    def __repr__(self): return 'Ix()'
vals = [0, True, None, 1.5, 'a', [5], (5,), {1: 2}, {1}, O(), F(1.5), I(3), S('s'), L([1]), D(a=1), Ix()]
def fmt(v):
    if type(v) in (set, frozenset): return type(v).__name__ + str(sorted(map(repr, v)))
    return repr(v).split(' at 0x')[0]
def run(label, f):
    try:
        r = f()
        s = type(r).__name__ + ' ' + fmt(r)
    except Exception as e: s = type(e).__name__ + ': ' + str(e).split(' at 0x')[0]
    print(label, '->', s[:120])
for o in 'add sub mul mod floordiv truediv and_ contains getitem iadd isub imul'.split():
    f = getattr(operator, o)
    for x in vals:
        for y in vals:
            fx, fy = fmt(x), fmt(y)
            if o == 'imul' and isinstance(x, (Ix, I)) or o == 'mod' and isinstance(x, S): continue
            if o[0] == 'i' and isinstance(x, (list, set, dict)): x = type(x)(x)
            if o == 'getitem' and isinstance(x, set) and isinstance(y, Ix): continue
            run('%s(%s, %s)' % (o, fx, fy), lambda: f(x, y))
