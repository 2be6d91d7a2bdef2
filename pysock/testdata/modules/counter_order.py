from __future__ import print_function
import collections
C = collections.Counter
class V(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'V%s' % self.n
    def __add__(self, o): print('add', self, o); return V('(%s+%s)' % (self, o))
    def __radd__(self, o): print('radd', self, o); return V('(%s+%s)' % (o, self))
    def __sub__(self, o): print('sub', self, o); return V('(%s-%s)' % (self, o))
    def __rsub__(self, o): print('rsub', self, o); return V('(%s-%s)' % (o, self))
    def __lt__(self, o): print('lt', self, o); return False
    def __gt__(self, o): print('gt', self, o); return True
    def __le__(self, o): print('le', self, o); return False
    def __ge__(self, o): print('ge', self, o); return True
    def __eq__(self, o): print('eq', self, o); return False
    def __ne__(self, o): print('ne', self, o); return True
    def __neg__(self): print('neg', self); return V('-%s' % self)
    def __hash__(self): return 1
def t(name, f):
    print('--', name)
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def up(c, *a, **k): c.update(*a, **k); return sorted(c.items(), key=repr)
def su(c, *a, **k): c.subtract(*a, **k); return sorted(c.items(), key=repr)
t('u1', lambda: up(C({1: 1}), {7: 'x'}))
t('u2', lambda: up(C({1: 1}), {1: 'x'}))
t('u3', lambda: up(C({1: V(1)}), {1: V(2)}))
t('u4', lambda: up(C({1: V(1)}), a=V(3), b=2))
t('u5', lambda: up(C({1: V(1)}), [1]))
t('u6', lambda: up(C(), {1: V(1)}))
t('u7', lambda: up(C(a=1), [('a', 1)]))
t('u8', lambda: up(C(a=1), 5))
t('u9', lambda: up(C(a=1), [[]]))
t('s1', lambda: su(C({1: 1}), {7: 'x'}))
t('s2', lambda: su(C({1: 1}), {1: 'x'}))
t('s3', lambda: su(C({1: V(1)}), {1: V(2)}))
t('s4', lambda: su(C({1: V(1)}), a=V(3), b=2))
t('s5', lambda: su(C({1: V(1)}), [1]))
for n in ('__add__', '__sub__', '__or__', '__and__', '__iadd__', '__isub__', '__ior__', '__iand__', '__pos__', '__neg__', 'total', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', '__ne__'):
    for l, r in (({1: V(1), 2: V(2)}, {1: V(3), 3: V(4)}), ({'a': 'x'}, {'a': 1}), ({'a': 'x'}, {'b': 'y'}), ({'a': 2, 'b': -1}, {'a': 3, 'c': 1}), ({'a': 2}, {'a': 'x'}), ({'a': None}, {})):
        def f():
            m = getattr(C(l), n)
            x = m() if n in ('__pos__', '__neg__', 'total') else m(C(r))
            return sorted(x.items(), key=repr) if isinstance(x, dict) else x
        t((n, sorted(l.items(), key=repr), sorted(r.items(), key=repr)), f)
t('mc', lambda: C({1: V(1), 2: V(2)}).most_common())
t('mc1', lambda: C({1: V(1), 2: V(2)}).most_common(1))
t('mc2', lambda: C({1: 'x', 2: 2}).most_common())
t('el', lambda: list(C({1: 'x', 2: 2}).elements()))
t('el', lambda: list(C({1: -1, 2: 2}).elements()))
t('repr', lambda: repr(C({1: 'x', 2: 2})))
t('repr', lambda: repr(C({1: 'x', 2: 'y'})))
