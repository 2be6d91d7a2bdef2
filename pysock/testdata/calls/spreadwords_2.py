# What can't be spread, in Python 2's words.
import sys, collections, itertools, warnings
def t(f):
    try: r = f(); print 'ok', repr(r)
    except BaseException as e: print type(e).__name__, repr(e), e.args, type(e.args).__name__
def r3(): raise ValueError, (1, 2)
t(r3)
class BI(object):
    def __iter__(self): raise KeyError(1)
class BI2(object):
    def __iter__(self): raise TypeError('mine')
class BI3(object):
    def __iter__(self): return [1]
class BN(object):
    def __iter__(self): return self
    def next(self): raise TypeError('next')
class O:
    def __getattr__(self, n): return 'str'
class O2:
    def __getattr__(self, n): raise AttributeError(n)
class K(object):
    def keys(self): return 'ab'
    def __getitem__(self, k): return {1: 1}[k]
class K2(object):
    def keys(self): raise KeyError('k')
class K3(object):
    keys = 5
    def __getitem__(self, k): return {1: 1}[k]
class K4(object):
    def keys(self): return 5
    def __getitem__(self, k): return {1: 1}[k]
class K5(object):
    def keys(self): return [1]
    def __getitem__(self, k): return {1: 1}[k]
def ff(*a, **k): return a, sorted(k)
for v in (BI(), BI2(), BI3(), BN(), O(), O2(), K(), K2(), K3(), K4(), K5(), 5, None, 'ab', {}, [1], {'a': 1}, {1: 2}):
    t(lambda: ff(*v))
    t(lambda: ff(**v))
    t(lambda: ff(1, *v))
    t(lambda: ff(1, *v, **{}))
    t(lambda: ff(a=1, **v))
    t(lambda: ff(*[1], **v))
    t(lambda: len(*v))
    t(lambda: dict(**v))
    t(lambda: itertools.izip([1], v))
    t(lambda: zip([1], v))
    t(lambda: map(None, [1], v))
    t(lambda: apply(ff, (), v))
    
    t(lambda: slice(**{'start': 1}))
def f(*a, **k): return a, k
print apply(f, (1,), {'a': 1}), apply(f, [1], {u'a': 1}), apply(f), apply(f, 'ab')
try: apply(f, (), {1: 2})
except TypeError as e: print e
try: apply(len, (), {1: 2})
except TypeError as e: print e
try: apply(f, (), {u'\xe9': 2})
except Exception as e: print e
d = {'a': 1}
def g(**k): k['b'] = 1
apply(g, (), d); print d
