# Calls that a function refuses say what the function is called now.
def f(a, *, k): pass
def g(): pass
def t(*a, **k):
    try: f(*a, **k)
    except TypeError as e: print(e)
def all():
    t(); t(1); t(1, 2, k=1); t(1, k=1, z=2); t(1, 2, 3); t(1, a=2, k=1)
    try: f(1)
    except TypeError as e: print(e)
    try: f(1, z=1)
    except TypeError as e: print(e)
    try: f(1, a=1)
    except TypeError as e: print(e)
    try: f(1, *2)
    except TypeError as e: print(e)
    try: f(1, k=1, **{'k': 2})
    except TypeError as e: print(e)
    try: f(1, **{1: 2})
    except TypeError as e: print(e)
    try: f(1, **1)
    except TypeError as e: print(e)
    try: list(map(f, [1]))
    except TypeError as e: print(e)
all()
f.__qualname__ = 'Q.f'
all()
f.__name__ = 'N'
all()
class C:
    def m(self): pass
    @classmethod
    def c(self): pass
    __init__ = f
try: C()
except TypeError as e: print(e)
C.__init__.__qualname__ = 'C.init'
try: C()
except TypeError as e: print(e)
C.m.__qualname__ = 'hey'
try: C.__new__(C).m(1)
except TypeError as e: print(e)
try: C.__new__(C).m(1, z=1)
except TypeError as e: print(e)
C.c.__func__.__qualname__ = 'HEY'
try: C.c(1)
except TypeError as e: print(e)
f.__code__ = g.__code__
try: f(1)
except TypeError as e: print(e)
import functools
def deco(fn):
    @functools.wraps(fn)
    def wrapper(x): return fn(x)
    return wrapper
@deco
def target(x): pass
try: target()
except TypeError as e: print(e)
try: target(1, 2)
except TypeError as e: print(e)
l = lambda: 0
l.__qualname__ = 'LAM'
try: l(1)
except TypeError as e: print(e)
def gen(): yield
gen.__qualname__ = 'GEN'
try: gen(1)
except TypeError as e: print(e)
import functools
def deco(fn):
    @functools.wraps(fn)
    def wrapper(x): return fn(x)
    return wrapper
@deco
def one(x): pass
@deco
def two(x): pass
class C:
    @deco
    def three(self): pass
    @property
    def p(self): return one
    def m(self): pass
def check(f):
    try: f()
    except TypeError as e: print(e)
check(lambda: one())
check(lambda: two())
check(lambda: two(x=1, y=2))
check(lambda: C().three(1))
check(lambda: C().three(z=2))
check(lambda: C().m(1, z=2))
check(lambda: C().m(*[1], **{'z': 2}))
check(lambda: (lambda self: 0)(1, q=2))
class C:
    def m(self): pass
def f(): pass
try: C().m(1, z=1)
except TypeError as e: print(e)
o = C()
try: o.m(1, z=1)
except TypeError as e: print(e)
try: f(1, z=1)
except TypeError as e: print(e)
try: C.m(o, 1, z=1)
except TypeError as e: print(e)
d = {1: C()}
try: d[1].m(1, z=1)
except TypeError as e: print(e)
try: d[1].m(1, 2, z=1)
except TypeError as e: print(e)
try: d.get(1).m(1, 2, z=1)
except TypeError as e: print(e)
try: C.__new__(C).m(1, z=1)
except TypeError as e: print(e)
# Methods that are made by exec stand all at one place of "<string>".
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
for args in (), (1, 2, 3):
    try: P(*args)
    except TypeError as e: print(e)
