def f(a, b=2, *args, **kw):
    return (a, b, args, sorted(kw.items()))
print(f(1))
print(f(1, 3))
print(f(1, 3, 4, 5))
print(f(a=1))
print(f(b=1, a=2))
print(f(1, c=3, d=4))
print(f(*[1, 2, 3]))
print(f(*(1,), **{"b": 5, "z": 6}))
print(f(1, *"xyz"))
print(f(1, 2, *(), **{}))
def d(x, acc=[]):
    acc.append(x)
    return acc
print(d(1))
print(d(2))
print(d(3, []))
print(d(4))
calls = []
def default(n):
    calls.append(n)
    return n
def e(a=default("a"), b=default("b")):
    return a, b
print(calls)
print(e(), e(1), e(b=2))
print(calls)
x = 1
def g(y=x):
    return y
x = 2
print(g())
def args(*args): args += (1,); return args
print(args(), args(0))
def kws(**kw):
    kw["new"] = 1
    return kw
m = {"a": 2}
print(sorted(kws(**m).items()), m)
def rebinding(a, b=None):
    a = b = (a, b)
    return a, b
print(rebinding(1))
def self(self, args=1, kwargs=2, lambda_=3, f=4, name=5):
    return self, args, kwargs, lambda_, f, name
print(self(self=0, args=1, kwargs=2, f=3, name=4))
print((lambda a, b=2, *c, **d: (a, b, c, d))(1, *(2, 3), **{"x": 1}))
print((lambda: None)(), (lambda *a: a)(1, 2), (lambda **k: k)(z=1))
