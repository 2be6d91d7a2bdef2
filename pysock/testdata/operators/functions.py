# Which values built-in functions and operators take, and what they say of those they don't.
from __future__ import print_function
import operator, sys
class O(object):
    def __repr__(self): return 'O()'
class F(float): pass
class I(int): pass
class S(str): pass
class L(list): pass
class T(tuple): pass
class D(dict): pass
class X(Exception): pass
class Fl(object):
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __repr__(self): return 'Fl()'
class Ix(object):
    def __index__(self): return 3
    def __repr__(self): return 'Ix()'
class Lf(object):
    def __len__(self): return 2.5
    def __repr__(self): return 'Lf()'
class Old:
    def __repr__(self): return 'Old()'
vals = [0, True, None, 1.5, 2j, 'a', '12', bytearray(b'xy'), [], ['a'], (), ('a', 'b'), {1: 2}, {1, 2}, frozenset([1]), O(), F(1.5), I(3), S('s'), L([1]), T((1, 2)), D(a=1), X(1), ValueError('v'), Fl(), Ix(), Lf(), O, len, Ellipsis, NotImplemented, 10**20]
if sys.version_info[0] == 2: vals += [Old(), eval('5L'), u'a', Old]
else: vals += [b'ab', memoryview(b'ab'), {1: 2}.keys(), range(2)]
def fmt(v):
    if type(v) in (set, frozenset): return type(v).__name__ + str(sorted(map(repr, v)))
    return repr(v).split(' at 0x')[0]
def run(label, f):
    try:
        r = f()
        s = type(r).__name__ + ' ' + fmt(r)
    except Exception as e: s = type(e).__name__ + ': ' + str(e).split(' at 0x')[0]
    print(label, '->', s[:120])
names = 'abs all any bin bool bytearray chr complex enumerate float hex int len list max next oct ord reversed round sorted sum tuple zip unichr intern xrange range memoryview'.split()
for n in names:
    f = globals()['__builtins__'].__dict__.get(n)
    if f is None: continue
    for v in vals:
        if n in ('bytearray', 'range', 'xrange') and v is vals[31]: continue
        if n in ('memoryview', 'int', 'float', 'complex', 'next', 'zip', 'reversed', 'enumerate') and sys.version_info[0] == 2 and type(v) in (S, type(Old)): continue
        if n in ('range',) and sys.version_info[0] == 2 and type(v) in (complex, type(Old())): continue
        if n in ('int', 'reversed') and type(v) in (bytearray, F, I) or n in ('int', 'float', 'memoryview') and type(v) is memoryview: continue
        run('%s(%s)' % (n, fmt(v)), lambda: f(v))
