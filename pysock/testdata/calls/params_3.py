def f(a, /, b, *, c, d=4):
    return a, b, c, d
print(f(1, 2, c=3), f(1, b=2, d=0, c=3))
def g(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(g(1, d=4))
print(g(1, 2, 3, 4, 5, d=6, a=7, b=8, z=9))
def only(*, k): return k
print(only(k=1))
def pos(a, b, /): return a, b
print(pos(1, 2))
def kwpos(a, /, **kw): return a, kw
print(kwpos(1, a=2))
def k(*args, sep=" ", **kw): return args, sep, kw
print(k(1, 2, sep="-", end=""))
print((lambda a, /, *b, c=1, **d: (a, b, c, d))(1, 2, c=3, a=4))
print((lambda *, k=1: k)())
def later(*, a=[], b=()):
    a.append(1)
    return a, b
later(); print(later())
def ann(a: int, b: "str" = 1, *c: print("annotated"), d: 3 = 4, **e: None) -> print("returns"):
    return a, b, c, d, e
print(ann(1))
print(f(*[1], *[2], **{"c": 3}, **{"d": 5}))
print(f(1, *(2,), c=1))
def order(*a, **k): return a, k
def say(x):
    print("eval", x)
    return x
print(order(say(1), *[say(2)], k=say(3), *[say(4)], **{"z": say(5)}))
def closure_kwonly(*, n):
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = closure_kwonly(n=3)
i()
print(i())
def posclosure(n, /):
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
i = posclosure(3)
i()
print(i())
