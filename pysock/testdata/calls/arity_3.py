def f(): pass
f(1)
# ---
def f(a): pass
f(1, 2)
# ---
def f(a, b=2): pass
f(1, 2, 3)
# ---
def f(a, b=2): pass
f()
# ---
def f(a, b): pass
f()
# ---
def f(a, b, c): pass
f()
# ---
def f(a, b, c): pass
f(b=1)
# ---
def f(a, *, k): pass
f(1)
# ---
def f(a, *, k, l): pass
f(1)
# ---
def f(a, *, k, l, m): pass
f(1)
# ---
def f(a, *, k=1): pass
f(1, 2)
# ---
def f(a, *, k=1): pass
f(1, 2, k=3)
# ---
def f(a, *, k): pass
f(1, 2, 3, k=3)
# ---
def f(a, b=1, *, k, l=1): pass
f(1, 2, 3, k=3, l=2)
# ---
def f(a): pass
f(1, a=2)
# ---
def f(a): pass
f(b=2)
# ---
def f(a): pass
f(1, b=2)
# ---
def f(): pass
f(a=1)
# ---
def f(a, /): pass
f(a=1)
# ---
def f(a, b, /, c): pass
f(a=1, b=2, c=3)
# ---
def f(a, /): pass
f()
# ---
def f(*, k): pass
f()
# ---
def f(*, k): pass
f(1)
# ---
(lambda x: x)()
# ---
(lambda: 0)(1)
# ---
def f(a): pass
f(*[1, 2, 3])
# ---
def f(a): pass
f(**{"a": 1, "b": 2})
# ---
def f(a): pass
f(1, **{"a": 1})
# ---
def f(**kw): pass
f(x=1, **{"x": 2})
# ---
def f(**kw): pass
f(**{"x": 2}, **{"x": 3})
# ---
def f(**kw): pass
f(**{1: 2})
# ---
def f(*a): pass
f(*1)
# ---
def f(*a): pass
f(**1)
# ---
f = 1
f()
# ---
None()
# ---
"abc"(1)
# ---
def outer():
    def inner(x):
        pass
    inner()
outer()
# ---
def f(a, b=1, *c, d): pass
f()
# ---
def f(a=1, b=2): pass
f(1, 2, 3, 4)
# ---
f = lambda a, b: 0
f(1, 2, 3)
# ---
def f(a, b, c=1): pass
f(1, c=2)
# ---
def f(a, k, **kw): pass
f(1, 2, k=2)
