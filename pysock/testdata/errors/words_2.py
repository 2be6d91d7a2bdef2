# -*- coding: utf-8 -*-
import sys, collections, itertools, operator
def show(label, fn):
    try:
        r = fn()
        print label, repr(r)
    except Exception as e: print label, type(e).__name__, e, repr(e.args)
class Old:
    pass
class Tr:
    def __getitem__(self, i): raise IndexError
class C3:
    def __getattr__(self, n): raise AttributeError(n)
class BA(object):
    def __iter__(self): return [1]
    def __len__(self): return 3
class S(str):
    def __repr__(self): return 'R'
class D(collections.deque): pass
class D2(collections.deque): pass
class E1(Exception): pass
o = Old()
def g():
    return (x for x in [1])
print repr(g())[:30]
show(1, lambda: buffer({}))
show(2, lambda: bytearray(o))
show(3, lambda: bytearray(BA()))
show(4, lambda: range(o))
show(5, lambda: range(Tr()))
show(6, lambda: getattr('a', u'\u20ac'))
show(7, lambda: getattr(o, u'\u20ac', 5))
show(8, lambda: setattr(o, u'\u20ac', 5))
show(9, lambda: '\xc3\xa9'.encode('hello'))
show(10, lambda: '\xc3\xa9'.encode(''))
show(11, lambda: u'a'.encode(u'\u20ac'))
show(12, lambda: 'a'.decode(u'\u20ac'))
show(13, lambda: bytearray.fromhex(5))
show(14, lambda: bytearray.fromhex((5,)))
show(15, lambda: float.fromhex(5))
show(16, lambda: format(True, '\xa9'))
show(18, lambda: format(5, u'\xa9'))
show(19, lambda: format(5.0, '\xa9'))
show(20, lambda: '{:\xff}'.format(5))
show(21, lambda: set([1.0]) | set([1]))
show(22, lambda: set([1]) | set([1.0]))
show(23, lambda: set([1.0]) & set([1]))
show(24, lambda: set([1.0]) ^ set([1]))
show(25, lambda: set([1, 2]) - set([1.0]))
show(26, lambda: set([1]).intersection([1.0]))
show(27, lambda: set([1.0]).intersection([1]))
show(28, lambda: set([1.0]).intersection({1:2}))
show(29, lambda: frozenset([1.0]) & frozenset([1, 2, 3]))
show(30, lambda: frozenset([1, 2, 3]) & frozenset([1.0]))
def st(a, b): a &= b; return a
show(31, lambda: st(set([1]), set([1.0])))
show(32, lambda: st(set([1.0]), set([1])))
def up(a, b): a.update(b); return a
show(33, lambda: up(set([1]), [1.0]))
def d1():
    d = D([1]); d += [2]; return type(d), d
show(34, d1)
def d2():
    d = collections.deque([1]); d += D([2]); return type(d), d
show(35, d2)
show(36, lambda: D([1]) * 2)
show(37, lambda: D([1]) + D2([2]))
show(38, lambda: type('X', (slice,), {}))
def cl(a, b):
    class X(object): pass
    class Y(object): __slots__ = ['d']
    x = X(); x.__class__ = Y
show(39, lambda: cl(1, 2))
def attr():
    e = ValueError(1); del e.x
show(40, attr)
def attr():
    e = E1(1); del e.x
show(41, attr)
show(42, lambda: 'ab'.strip(bytearray('a')))
show(43, lambda: 'ab'.strip(5))
show(44, lambda: u'ab'.strip(5))
show(45, lambda: u'a' + (1,))
show(46, lambda: u'a'.join([(1,)]))
show(47, lambda: u'abc'.replace((1,), 'a'))
show(48, lambda: 'abc'.replace((1,), 'a'))
show(49, lambda: 'abc'.split((1,)))
show(50, lambda: u'abc'.split((1,)))
show(51, lambda: 'abc'.find(5))
show(52, lambda: 'abc'.partition(5))
show(53, lambda: u'abc'.partition(5))
show(54, lambda: 'x' in bytearray(3))
show(55, lambda: bytearray(2) in 'x')
show(56, lambda: unichr(2**31))
show(57, lambda: unichr(-2**40))
show(58, lambda: unichr(2**70))
show(59, lambda: chr(2**40))
show(60, lambda: '%06c' % bytearray(3))
show(61, lambda: '%c' % 5.5)
show(62, lambda: '%c' % None)
show(63, lambda: ''.join(BA()))
show(64, lambda: type(u'a', (), {}))
show(65, lambda: type(1, (), {}))
show(66, lambda: 'a\\xg'.decode('string_escape'))
show(67, lambda: coerce(1))
show(68, lambda: C3()[1])
def si(): C3()[1] = 2
show(69, si)
show(70, lambda: C3() + 1)
show(71, lambda: len(C3()))
show(72, lambda: str(S('a')))
show(73, lambda: S(S('a')) == 'a')
show(74, lambda: list(itertools.islice(itertools.count(True, 2), 3)))
show(75, lambda: list(itertools.islice(itertools.count(True), 3)))
class Co:
    def __coerce__(self, o): return (1, o)
    def __cmp__(self, o): print 'cmp', o; return -1 if o == 1 else 0
c = Co()
show(76, lambda: c == c)
show(77, lambda: c == 5)
show(78, lambda: 5 < c)
show(79, lambda: c == 1)
show(80, lambda: '\xff'.decode('nope'))
show(81, lambda: unicode('a', 'nope', 5))
show(82, lambda: unicode(5, 'nope'))
show(83, lambda: u'\xff'.encode('nope', 5))
show(84, lambda: 'a'.encode('nope', 'zz'))
show(85, lambda: cmp(NotImplemented, 1) in (1, -1))
show(87, lambda: {}.__lt__(5))
show(88, lambda: {1: 2}.get(1).__lt__('x'))
show(89, lambda: (1).__cmp__('x'))
show(90, lambda: 'a,b'.__lt__(5))
show(91, lambda: {} .__cmp__(5))
show(93, lambda: o.w)
show(94, lambda: [1].__iadd__(5))
show(102, lambda: int('1' * 3 + 'x' * 400))
show(103, lambda: int('%f%%' % 1e250))
show(104, lambda: float('x' * 300))
show(105, lambda: long('x' * 300))
class SL(object):
    __slots__ = ['z']
def mk():
    class Z(object):
        __slots__ = ['z']
        z = 5
show(106, mk)
show(107, lambda: str(type('P', (object,), {'__str__': property(lambda s: s)})())[:5])
show(108, lambda: [1, 2].index(2, None))
show(109, lambda: (1, 2).index(2, None))
show(110, lambda: bytearray('abc').find(5.5))
