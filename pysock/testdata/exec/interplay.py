# exec'd functions, closures, and the names they see.
ns = {}
exec("""
counter = 0
def up():
    global counter
    counter += 1
    return counter
def make(n):
    def add(x): return x + n + counter
    return add
total = sum(i for i in range(4))
squares = [i * i for i in range(4)]
""", ns)
print(ns["up"](), ns["up"](), ns["counter"], ns["make"](10)(1), ns["total"], ns["squares"])
ns["counter"] = 100
print(ns["up"](), sorted(k for k in ns if k != "__builtins__"))
g = {"x": 1}
exec("y = x + 1\nx = 5", g)
print(g["x"], g["y"])
print(eval("x * y", g), eval("len", {})([1, 2]), eval("__name__"))
exec("def f(a, b=2, *c, **d): return a, b, c, d", g)
print(g["f"](1), g["f"](1, 3, 4, e=5))
exec("import sys; name = sys.__name__", g)
print(g["name"])
print(eval("lambda a: a * x", g)(3))
code = compile("v = 1\nfor i in range(3): v *= 2\n", "c", "exec")
a, b = {}, {"v": 0}
exec(code, a)
exec(code, b)
print(a["v"], b["v"], b["i"])
expr = compile("p + 1", "e", "eval")
print([eval(expr, {"p": p}) for p in range(3)])
print(eval("[a for a in (1, 2)]"), eval("(1 if 0 else 2)"), eval("'a' 'b'"), eval("\n1 + 1\n") if 0 else eval("1 +\\\n1"))
exec("if 1:\n  z = 'if'\nelse:\n  z = 'else'\n")
print(z)
exec("x = 'main'")
print(x)
def scoped():
    d = {}
    exec("inside = 1", d)
    return "inside" in d, "inside" in globals()
print(scoped())
exec("print(undefined_name)", {})
