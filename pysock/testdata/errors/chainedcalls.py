def a(x): return b(x)[0]
def b(x): return c(x) + 1
def c(x):
    if x: return {"k": x}["j"]
    return x
print(a(0) if 0 else "start"); a(1)
# ---
def outer():
    def inner():
        def innermost():
            return [][0]
        return innermost()
    return inner()
outer()
# ---
def f(*args, **kwargs): return g(*args, **kwargs)
def g(a, b=1): return a / b
f(1, b=0)
# ---
f = lambda x: g(x)
g = lambda x: h(
    x)
h = lambda x: x + None
f(1)
# ---
def f(x):
    x = x + \
        "a"
    return x
f(1)
# ---
def f(x): return (x
    .upper()
    .nope)
f("a")
# ---
def f(n):
    for i in range(n):
        for j in range(n):
            if i == j == 1: return [i][j]
f(3)
# ---
x = [1, 2, 3]
y = x[0] + x[1] + x[2] + x[3]
# ---
print("a" +
      "b" +
      1)
# ---
f = {"a": [1, {"b": None}]}
f["a"][1]["b"]["c"]
# ---
def f(a,
      b=2): pass
f(1,
  2,
  3)
# ---
"abc".split(1)
# ---
[1, 2].index("x")
# ---
int(x=5)
