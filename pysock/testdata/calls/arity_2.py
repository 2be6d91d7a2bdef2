def f(): pass
f(1)
# ---
def f(a): pass
f(1, 2)
# ---
def f(a): pass
f()
# ---
def f(a, b): pass
f(1)
# ---
def f(a, b): pass
f(1, 2, 3)
# ---
def f(a, b=2): pass
f(1, 2, 3)
# ---
def f(a, b=2): pass
f()
# ---
def f(a=1): pass
f(1, 2)
# ---
def f(a, *b): pass
f()
# ---
def f(a, b, *c): pass
f(1)
# ---
def f(a, **k): pass
f(1, 2)
# ---
def f(a, **k): pass
f(b=2)
# ---
def f(a, b): pass
f(b=1)
# ---
def f(a, b): pass
f(1, c=1)
# ---
def f(a): pass
f(1, a=2)
# ---
def f(): pass
f(a=1)
# ---
def f(): pass
f(1, a=1)
# ---
(lambda x: x)()
# ---
def f(a): pass
f(*[1, 2, 3])
# ---
def f(**kw): pass
f(x=1, **{"x": 2})
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
def f((a, b)): pass
f(1, 2)
# ---
def f(a, b=1, c=2): pass
f(1, 2, 3, d=4)
# ---
def f(a, b, c): pass
f(1, b=2)
