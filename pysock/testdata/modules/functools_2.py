import functools as f
def show(g):
    try: print g()
    except Exception as x: print type(x).__name__, x
def add(a, b=0, *args, **kw):
    "doc"
    return (a, b, args, sorted(kw.items()))
p = f.partial(add, 1, x=2)
print p(2), p(2, 3, x=4, y=5), p.func is add, p.args, p.keywords
q = f.partial(p, 7, z=1); print q(), q.func is p, q.args, q.keywords
show(lambda: f.partial()); show(lambda: f.partial(3)); show(lambda: p.nothing)
@f.wraps(add)
def w(*a): return add(*a)
print w.__name__, w.__doc__
show(lambda: f.wraps(f.partial(len))(w))
print f.reduce(add, [1,2])
show(lambda: f.reduce(add, [])); show(lambda: f.reduce(add, 3)); show(lambda: f.reduce(add))
print sorted([3, 1, 2], key=f.cmp_to_key(lambda a, b: b - a))
k = f.cmp_to_key(lambda a, b: a - b); print k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj; show(lambda: hash(k(1)))
@f.total_ordering
class T(object):
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __gt__(self, o): return self.n > o.n
print T(1) <= T(1), T(2) > T(1), T(2) >= T(3), T.__le__.__name__
def bad():
    @f.total_ordering
    class X: pass
show(bad)
