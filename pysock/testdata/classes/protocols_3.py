class D:
    def __get__(self, obj, cls): return ("get", obj is None, cls.__name__)
    def __set__(self, obj, v): print("set", v)
    def __set_name__(self, owner, name): print("named", name)
class A:
    d = D()
    def f(self): return "A.f"
    def __init__(self, *a, **k): self.a, self.k = a, k
class B(A):
    def f(self): return "B.f>" + super().f()
class C(A):
    def f(self): return "C.f>" + super().f()
class E(B, C):
    def f(self): return "E.f>" + super().f()
print(E().f(), [k.__name__ for k in E.__mro__], A.d, A().d)
A().d = 5
class G:
    def __getattr__(self, n):
        if n.startswith("x"): return n.upper()
        raise AttributeError(n)
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
g = G(); g.q = 4; print(g.q, g.xyz, hasattr(g, "zz"), getattr(g, "zz", "dflt")); del g.q
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y) if isinstance(o, Vec) else NotImplemented
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** .5
    def __bool__(self): return bool(self.x or self.y)
    def __iter__(self): yield self.x; yield self.y
    def __repr__(self): return f"Vec({self.x!r}, {self.y!r})"
    def __format__(self, spec): return f"<{self.x:{spec}},{self.y:{spec}}>"
    def __iadd__(self, o): self.x += o.x; return self
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __getitem__(self, i):
        if isinstance(i, slice): return ("slice", i.start, i.stop, i.step)
        return (self.x, self.y)[i]
v = Vec(1, 2)
print(v == Vec(1, 2), v != Vec(1, 3), v == 5, {v: 1}[Vec(1, 2)], v * 2, 3 * v, -v, abs(Vec(3, 4)), bool(Vec(0, 0)), list(v), f"{v:.1f}", v / 2, v[0], v[1:5:2], v[-1], sorted([Vec(3, 1), Vec(1, 1)]), max(Vec(3, 1), Vec(1, 1)))
x, y = v; w = v; w += Vec(10, 0); print(x, y, v, w is v)
try: v.z = 1
except AttributeError as e: print(e)
class M(type):
    def __call__(cls, *a):
        print("making", cls.__name__); return super().__call__(*a)
    def __getattr__(cls, n): return "meta " + n
    def __len__(cls): return 42
    @property
    def prop(cls): return "mp"
class S(metaclass=M):
    def __new__(cls, *a):
        print("new", a); return super().__new__(cls)
    def __init__(self, *a): print("init", a)
S(1, 2); print(S.foo, len(S), S.prop, type(S), isinstance(S, M))
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
print(Single() is Single())
class Reg:
    subs = []
    def __init_subclass__(cls, **kw): Reg.subs.append((cls.__name__, kw))
class R1(Reg): pass
class R2(Reg, tag=5): pass
print(Reg.subs)
class I(int):
    def __add__(self, o): return I(int(self) + o)
    def twice(self): return self * 2
i = I(5); print(i, i + 1, type(i + 1).__name__, i.twice(), i * 2, i == 5, {5: "five"}[i], [10, 20, 30, 40, 50, 60][i], isinstance(i, int), i > 3, hash(i) == hash(5), "%d" % i, int(i))
class St(str):
    def shout(self): return self.upper() + "!"
s = St("hi"); print(s, s.shout(), s + "x", len(s), s == "hi", {"hi": 1}[s], s[0], "h" in s, "%s" % s, s.split("i"), ",".join([s, s]), repr(s))
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
t = T(1, 2); print(t, t.first, len(t), t == (1, 2), list(t), t[1:]); a, b = t; print(a, b)
class Dd(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.log = []
    def __setitem__(self, k, v): self.log.append(k); super().__setitem__(k, v)
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
d = Dd(a=1); d["b"] = 2; print(d, d.log, d.a, d.b, len(d), "a" in d, sorted(d), d.get("z", 9), list(d.items()))
class Lst(list):
    def append(self, x): super().append(x * 2)
l = Lst([1]); l.append(2); l += [7]; print(l, len(l), l[1], l[-1], sum(l), l == [1, 4, 7], l + [1], type(l + [1]).__name__, sorted(l, reverse=True), l.index(4)); l.extend((8,)); l[0] = 0; print(l, [q for q in l], 4 in l)
def cnt():
    cnt.calls += 1
cnt.calls = 0; cnt(); cnt(); print(cnt.calls, cnt.__name__, cnt.__doc__)
class Counter:
    total = 0
    def __init__(self): self.__class__.total += 1; type(self).last = self
Counter(); Counter(); print(Counter.total, isinstance(Counter.last, Counter))
class P:
    def __init__(self): self.__secret = 1
    def get(self): return self.__secret
p = P(); print(p.get(), p.__dict__)
try: p.__secret
except AttributeError as e: print(e)
class Outer:
    class Inner:
        v = 3
    def make(self): return self.Inner()
print(Outer().make().v, Outer.Inner.__name__)
class Q:
    items = [n * 2 for n in range(3)]
    total = sum(items)
    def m(self, default=total): return default
print(Q.items, Q.total, Q().m())
def wrap(tag):
    def deco(cls):
        cls.tag = tag; return cls
    return deco
@wrap("tagged")
class W: pass
print(W.tag, W.__name__, W.__module__)
print(issubclass(E, (int, A)), isinstance(3, (str, int)), callable(E), callable(E()), type(E.f), type(E().f))
m = E().f; print(m(), m.__name__, m.__self__.__class__.__name__)
class Ctx:
    def __enter__(self): return 1
    def __exit__(self, *a): return False
with Ctx() as a1, Ctx() as b1: print(a1, b1)
try:
    class Bad(A, object, A): pass
except TypeError as e: print(e)
try: E().nope
except AttributeError as e: print(e)
try: E.nope
except AttributeError as e: print(e)
try: Vec(1)
except TypeError as e: print(e)
try: Vec(1, 2)()
except TypeError as e: print(e)
try: len(Ctx())
except TypeError as e: print(e)
try: Ctx() + 1
except TypeError as e: print(e)
try: Ctx() < Ctx()
except TypeError as e: print(e)
try: Ctx()[0]
except TypeError as e: print(e)
try:
    for z in Ctx(): pass
except TypeError as e: print(e)
