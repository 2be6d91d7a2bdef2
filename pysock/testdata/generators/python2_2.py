# generators and closures in 2
def g(n):
    i = 0
    while i < n:
        try:
            v = yield i
        except ValueError, e:
            print "threw", e
            v = None
        if v is not None: i = v
        else: i += 1
it = g(5)
print it.next(), it.next(), it.send(3), list(it)
it = g(3); it.next(); print it.throw(ValueError, "x"), it.throw(ValueError("y"))
def cm():
    print "enter"
    try:
        yield 1
    finally:
        print "leave"
for q in cm(): print q
print sum(x * x for x in xrange(4)), [(a, b) for a in (1, 2) for b in "xy"], max(len(w) for w in ["a", "bbb"])
class It(object):
    def __init__(self): self.n = 3
    def __iter__(self): return self
    def next(self):
        self.n -= 1
        if self.n < 0: raise StopIteration
        return self.n
print list(It()), zip(It(), "abc"), dict(zip("ab", It())), 1 in It()
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2
    def __len__(self): return 3
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError, n
        return "attr " + n
    def __del__(self): pass
o = Old(); print list(o), len(o), o.foo, [x for x in o], bool(o)
try: o + 1
except TypeError, e: print e
try: o()
except AttributeError, e: print e
try: o.__nope__
except AttributeError, e: print e
class Prop(object):
    def get(self): return self._v
    def set(self, v): self._v = v
    v = property(get, set)
p = Prop(); p.v = 4; print p.v
class Sup(object):
    def __init__(self, a): self.a = a
class Sub(Sup):
    def __init__(self): super(Sub, self).__init__(7)
print Sub().a, Sub.__name__, Sub.__bases__
class Meta(type):
    def __new__(m, n, b, d):
        d["made"] = n.lower(); return type.__new__(m, n, b, d)
class WithMeta(object):
    __metaclass__ = Meta
print WithMeta.made, type(WithMeta)
import sys
try:
    raise IOError(2, "gone", "f.txt")
except EnvironmentError, (n, s):
    print n, s
try:
    raise "string"
except TypeError, e: print e
def tb():
    try: 1 / 0
    except: 
        t, v, trace = sys.exc_info()
        raise RuntimeError, "again", trace
try: tb()
except RuntimeError, e: print e
class Cmp(object):
    def __init__(self, n): self.n = n
    def __cmp__(self, o): return cmp(self.n, o.n)
    def __hash__(self): return self.n
    def __coerce__(self, o): return None
print Cmp(1) < Cmp(2), Cmp(1) == Cmp(1), sorted([Cmp(3), Cmp(1)])[0].n, max(Cmp(1), Cmp(5)).n
with_stmt = type("W", (object,), {"__enter__": lambda s: 5, "__exit__": lambda s, *a: True})
with with_stmt() as w:
    print w; raise KeyError
def f(): yield 0
print type(f()).__name__
tb()
