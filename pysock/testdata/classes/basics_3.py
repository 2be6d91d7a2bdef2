class A:
    """doc"""
    x = 1
    def __init__(self, n=0):
        self.n = n
    def get(self): return self.n
    @property
    def double(self): return self.n * 2
    @double.setter
    def double(self, v): self.n = v // 2
    @classmethod
    def make(cls, n): return cls(n)
    @staticmethod
    def hello(a): return "hi " + a
    def __repr__(self): return "A(%d)" % self.n
    def __eq__(self, o): return self.n == o.n
    def __add__(self, o): return A(self.n + (o.n if isinstance(o, A) else o))
    def __radd__(self, o): return A(self.n + o)
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= 3: raise IndexError("no")
        return i * 10
    def __call__(self, *a): return a
    def __contains__(self, x): return x == 7
class B(A):
    def __init__(self, n):
        super().__init__(n + 1)
        self.extra = "e"
    def get(self): return "B" + str(super().get())
a = A(3); b = B(5)
print(a, b, a.get(), b.get(), a.double, b.x, A.x, A.__doc__, B.__mro__, B.__name__)
a.double = 20
print(a.n, A.make(4), A.hello("x"), a == A(10), a != A(10), a + b, a + 1, 1 + a, len(a), a[2], list(A(1)), a(1, 2), 7 in a, 8 in a)
print(isinstance(b, A), issubclass(B, A), type(b), type(b).__name__, hasattr(b, "extra"), getattr(b, "zz", None), b.__dict__, callable(a))
try:
    a.nothing
except AttributeError as e:
    print(e)
class MyErr(Exception):
    def __init__(self, code):
        super().__init__("code %d" % code)
        self.code = code
try:
    raise MyErr(5)
except MyErr as e:
    print(e, e.code, repr(e), e.args)
class Stack(list):
    def push(self, x): self.append(x)
s = Stack([1,2]); s.push(3)
print(s, len(s), s[0], s[-1], isinstance(s, list), sum(s), [x for x in s], s == [1,2,3])
class D(dict):
    def __missing__(self, k): return k * 2
d = D(a=1); print(d["a"], d["b"], d)
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t); return True
with Ctx() as c:
    print("in")
    1/0
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)))
for q in It(2): print(q)
print(a.__class__, sorted([A(3), A(1)], key=lambda z: z.n), str(a), "%s %r" % (a, a), f"{a}")
def deco(f):
    def w(*args, **kw):
        print("calling", f.__name__)
        return f(*args, **kw)
    return w
@deco
def foo(x): return x + 1
print(foo(2))
class Meta(type):
    def __new__(m, name, bases, d):
        d["added"] = 1
        return super().__new__(m, name, bases, d)
class WM(metaclass=Meta): pass
print(WM.added, type(WM))
X = type("X", (A,), {"y": 5})
print(X.y, X(2), X)
print(B(1) )
class P:
    def __str__(self): return "P!"
print(P(), [P()] != [])
class Q: pass
q = Q(); q.a = 1; del q.a
try: q.a
except AttributeError as e: print(e)
try: Q(1)
except TypeError as e: print(e)
raise MyErr(9)
