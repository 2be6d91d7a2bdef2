from __future__ import print_function
import sys
def show(label, fn):
    try:
        r = fn()
        print(label, r if ' at 0x' not in repr(r) else type(r))
    except Exception as e: print(label, type(e).__name__, e)
def f(a, b=2, *c, **d): return a, b, c, sorted(d.items(), key=repr)
def g(a): return a
def h(): return 'h'
class Old:
    def __init__(self, x=1): pass
    def m(self, a, b): return a, b
class New(object):
    def __init__(self, x=1): pass
    def m(self, a, b): return a, b
    def __call__(self, **k): return k
    def __repr__(self): return 'callable'
class Sub(dict): pass
class Maker(object):
    def __new__(cls, **k): return k
class Callee:
    def __call__(self, **k): return k
    def __repr__(self): return 'callable'
o, n = Old(), New()
class M(object):
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
class Bad(object):
    def keys(self): raise AttributeError('x')
class Bad2(object):
    def keys(self): raise ValueError('x')
    def __iter__(self): raise ValueError('y')
bad = [1.5, None, u'ab', 3]
callees = [f, g, h, Old, New, o.m, n.m, n, Callee(), Old.m, New.m, dict, Sub, Sub(), {}.update, dict.update, len, 'a'.format, list, Maker, lambda x: x, print, ValueError, 5, set, (1).__add__]
for i, c in enumerate(callees):
    for b in bad:
        show((i, 1), lambda: c(*b))
        show((i, 2), lambda: c(1, *b))
        show((i, 3), lambda: c(**b))
        show((i, 4), lambda: c(1, **b))
    show((i, 5), lambda: c(**{1: 2}))
    show((i, 6), lambda: c(1, **{1: 2}))
    show((i, 7), lambda: c(**{u'a': 1, 'b': 2}))
    show((i, 8), lambda: c(**{'x': 1}))
    show((i, 9), lambda: c(1, 2, 3, 4, 5, **{'x': 1}))
    show((i, 10), lambda: c(*(1, 2), **{'a': 1}))
    show((i, 11), lambda: c(a=1, **{'a': 1}))
    show((i, 12), lambda: c(a=1, **{None: 1}))
    show((i, 13), lambda: c(*[], **{}))
    show((i, 14), lambda: c(**M()))
    show((i, 15), lambda: c(**Bad()))
    show((i, 16), lambda: c(**Bad2()))
    show((i, 17), lambda: c(*Bad2()))
    show((i, 18), lambda: c(*Bad2(), **1))
    show((i, 19), lambda: c(*1, **1))
    show((i, 20), lambda: c(*1, **{1: 2}))
def e(x): print('e', x); return x
show('order', lambda: f(e(1), *e(2), **e(3)))
show('order', lambda: f(e(1), a=e(4), *e(2), **e(3)))
show('order', lambda: f(*e((1, 2)), **e({'k': 3})))
show('order', lambda: f(e(0), k=e(1), *e((1, 2)), **e({'j': 3})))
show('attr', lambda: o.m(*5))
show('attr', lambda: 'x'.join(*5))
show('attr', lambda: n.zz(*5))
show('{a}', lambda: '{a}'.format(**{1: 2}))
show('{a}', lambda: '{a}'.format(**{1: 2, 'a': 5}))
show('{a}', lambda: u'{a}'.format(**{1: 2, u'a': 5}))
show('dict', lambda: sorted(dict({3: 4}, **{1: 2, u'a': 3}).items()))
show('dict', lambda: dict({u'a': 4}, **{u'a': 3}))
show('dict', lambda: type(Sub(**{1: 2})))
show('many', lambda: f(*range(300))[2][-1])
show('many', lambda: len(f(1, **dict(('k%d' % i, i) for i in range(300)))[3]))
show('many', lambda: f(1, a1=1, **dict(('k%d' % i, i) for i in range(20)))[3][:2])
show('many', lambda: f(1, k3=1, **dict(('k%d' % i, i) for i in range(20))))
def gen(x): yield x
show('gen', lambda: gen(*(1, 2)))
show('gen', lambda: gen(**{'a': 1}))
show('gen', lambda: gen(a=1))
show('gen', lambda: gen())
show('m', lambda: o.m(1))
show('m', lambda: n.m(*[1]))
show('m', lambda: n.m(*[1], **{'a': 1}))
show('m', lambda: n.m(*[1,2,3]))
show('m', lambda: n.m(**{'a': 1}))
show('m', lambda: n.m(**{'c': 1}))
class S1(set): pass
show('s', lambda: S1(1, 2))
show('s', lambda: S1([1], a=1))
show('c', lambda: Old(1, 2, x=1))
show('c', lambda: New(1, 2, y=1))
show('c', lambda: n(1, y=1))
show('c', lambda: Maker(1, y=1))
class K(object):
    def __init__(self, **k): self.k = k
show('k', lambda: K(**{u'a': 1, 'b': 2}).k)
def a1(a, **k): return a, k
show('k', lambda: a1(**{u'a': 1, u'b': 2}))
def v(*a): return a
def v0(): pass
show('v', lambda: v(**{'r': 1}))
show('v', lambda: v0(**{'r': 1}))
show('v', lambda: v0(r=1))
show('v', lambda: v0(1, r=1))
show('v', lambda: v0(*[1], **{'r': 1}))
