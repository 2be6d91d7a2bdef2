# Proxies as operands, the sets and dicts of weak references, and classes that
# derive from ref.
from __future__ import print_function
import operator
import sys
import weakref


class Number(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    __int__ = __index__

    def __float__(self):
        return float(self.n)

    def __add__(self, other):
        return 'add %s' % other

    def __radd__(self, other):
        return 'radd %s' % other

    def __iadd__(self, other):
        return 'iadd %s' % other

    def __floordiv__(self, other):
        return 'floordiv %s' % other

    def __divmod__(self, other):
        return 'divmod %s' % other

    def __reversed__(self):
        return iter('reversed')

    def __repr__(self):
        return 'Number(%d)' % self.n


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


n = Number(3)
p = weakref.proxy(n)
print(p + 1, 1 + p, p // 2, divmod(p, 2), int(p), float(p), operator.index(p), [0, 1, 2, 3][p])
if sys.version_info[0] == 3:
    print(''.join(reversed(p)))
q = p
q += 1
print(q, weakref.proxy(n) is p, weakref.proxy(n, len) is p)
show(next, p)


class Noted(weakref.ref):
    def __init__(self, ob, callback=None, value=42):
        super(Noted, self).__init__(ob, callback)
        self.value = value


r = Noted(n, value=24)
print(r() is n, r.value, Noted(n).value)
show(weakref.ref, n, callback=None)
show(weakref.ref)
show(weakref.ref, n, None, 1)

a, b, c = Number(1), Number(2), Number(3)
s = weakref.WeakSet([a, b])
s.symmetric_difference_update([b, c])
print(sorted(x.n for x in s))
s.difference_update([c])
print(sorted(x.n for x in s))
s |= weakref.WeakSet([b, c])
s.intersection_update([a, b])
s -= weakref.WeakSet([a])
print(sorted(x.n for x in s))
s ^= weakref.WeakSet([a, b])
s &= weakref.WeakSet([a, c])
print(sorted(x.n for x in s), a in s, b in s, 1 in s)

d = weakref.WeakValueDictionary({'a': a}, b=b)
d.update([('c', c)], self=a)
print(sorted(d.keys()), d['self'] is a)
k = weakref.WeakKeyDictionary({a: 1})
k.update({b: 2})
print(sorted(k.values()), k.pop(a), len(k))


class OnlyKeys(object):
    def keys(self):
        return ['x']

    def __getitem__(self, key):
        return c


d.update(OnlyKeys())
print(d['x'] is c)
