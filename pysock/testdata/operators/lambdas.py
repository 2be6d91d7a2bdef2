print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1))
print((lambda a, *b, **c: (a, b, c))(1, 2, x=3), (lambda x: lambda y: x + y)(1)(2))
add = lambda x, y: x + y
print(add(1, 2), add.__name__, list(map(lambda x: x * x, [1, 2, 3])))
print(sorted(["bb", "a"], key=lambda s: len(s)), (lambda: (1, 2))(), (lambda x: x if x else 0)(5))
fs = {"a": lambda: 1, "b": lambda: 2}
print(fs["a"](), fs["b"]())
print((lambda f, n: f(f, n))(lambda f, n: 1 if n < 2 else n * f(f, n - 1), 10))
print((lambda x=[]: x.append(1) or x)(), (lambda: [i for i in range(2)])(), (lambda: {})())
y = 10
print((lambda y=y: y)(), (lambda: y)())
y = 11
print([(lambda: x)() for x in "ab"])
def f(g=lambda: "default"): return g()
print(f(), f(lambda: "given"))
x = lambda: (
    1 +
    2)
print(x())
print((lambda: None)() is None, (lambda not_: not_)(1), (lambda _: _)(2))
print((lambda a, b: a < b)(1, 2), [f(2) for f in [lambda x: x, lambda x: -x]])
if (lambda: 1)(): print("yes")
