import functools as f
def show(g):
    try: print(g())
    except Exception as x: print(type(x).__name__, x)
def add(a, b=0, *args, **kw): return (a, b, args, sorted(kw.items()))
add.attr = 5
p = f.partial(add, 1, x=2)
print(p(2), p(2, 3, x=4, y=5), p.func is add, p.args, p.keywords)
q = f.partial(p, 7, z=1); print(q(), q.func is add, q.args, q.keywords)
p.foo = 3; print(p.foo, p.__dict__)
q = f.partial(p, 7); print(q.func is p)
print(repr(f.partial(print, 1, sep='-')), f.partial(max)(3, 4))
show(lambda: f.partial()); show(lambda: f.partial(3)); show(lambda: p.nothing)
def setf(): p.func = 3
show(setf)
@f.wraps(add)
def w(*a): "doc of w"; return add(*a)
print(w.__name__, w.__doc__, w.attr, w.__wrapped__ is add, w.__qualname__, w.__module__)
@f.lru_cache(maxsize=2)
def sq(x):
    "squares"
    print('computing', x); return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.__name__, sq.__doc__, sq.cache_parameters(), sq.__wrapped__(5))
@f.lru_cache
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(50), fib.cache_info().hits)
@f.cache
def g(*a, **k): return len(a) + len(k)
print(g(1, 2, x=1), g(1, 2, x=1), g.cache_info())
@f.lru_cache(typed=True)
def ty(x): return type(x).__name__
print(ty(3), ty(3.0), ty(True), ty.cache_info())
show(lambda: g([])); show(lambda: f.lru_cache('a')); show(lambda: f.lru_cache(maxsize=-3)(len).cache_parameters())
class C:
    @f.lru_cache(maxsize=None)
    def m(self, x): return x * 2
    @f.cached_property
    def cp(self): "cpdoc"; print('cp'); return 9
    def base(self, a, b, c=None): return a, b, c
    pm = f.partialmethod(base, 1, c=3)
    @f.partialmethod
    def bad(self): pass
    @f.singledispatchmethod
    def sd(self, x): return 'other'
    @sd.register
    def _(self, x: int): return 'int'
    @sd.register(str)
    def _(self, x): return 'str'
c = C(); print(c.m(3), c.m(3), C.m.cache_info(), c.cp, c.cp, c.__dict__['cp'], C.cp.__doc__, c.pm(2), C.pm(c, 5), c.sd(1), c.sd('x'), c.sd(2.0))
print(f.reduce(lambda a, b: a + b, [1,2,3]), f.reduce(lambda a,b: a+b, [], 5)); show(lambda: f.reduce(add, [])); show(lambda: f.reduce(add, 3)); show(lambda: f.reduce(add))
print(sorted([3, 1, 2], key=f.cmp_to_key(lambda a, b: b - a)))
k = f.cmp_to_key(lambda a, b: a - b); print(k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj); show(lambda: k(1) < 3); show(lambda: hash(k(1))); show(lambda: k()); show(lambda: f.cmp_to_key())
@f.total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n if isinstance(o, T) else NotImplemented
print(T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T.__le__.__name__)
show(lambda: T(1) <= 3)
def bad():
    @f.total_ordering
    class X: pass
show(bad)
@f.singledispatch
def d(x): return 'object'
@d.register
def _(x: int): return 'int'
@d.register(list)
def dl(x): return 'list'
d.register(type(None), lambda x: 'none')
print(d(1), d(True), d([]), d(None), d('x'), d.dispatch(int)(4), dl([]), d.registry.keys() == {object, int, list, type(None)}); show(lambda: d()); show(lambda: d.register(3)); show(lambda: d.register(3, 4))
class Sub(f.partial): pass
s = Sub(pow, 2); print(s(5), s.args, isinstance(s, f.partial))
print(sorted(f.__all__))
show(lambda: f.cached_property(len).__get__(3, int))
def fib2(n, f=None): return n
print(f.partial(fib2, f=3)(2), f.update_wrapper(f.partial(add), add).__name__)
