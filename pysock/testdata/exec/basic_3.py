exec("x = 1\ny = x + 1")
print(x, y)
ns = {}
exec("a = 5\ndef f(): return a * 2", ns)
print(ns["a"], ns["f"](), "__builtins__" in ns)
ns["a"] = 7
print(ns["f"]())
print(eval("x + y"), eval("a", ns), eval("  1 + 1  "))
g, l = {"p": 1}, {"q": 2}
exec("r = p + q", g, l)
print(l["r"], "r" in g)
print(eval("p + q", g, l))
def f():
    z = 3
    exec("w = z + 1")
    return locals().get("w"), z, eval("z * 2")
print(f())
def h():
    exec("x = 'local'")
    return x
print(h())
def kept():
    x = 7
    exec("x = 8; extra = x")
    return x, eval("x, extra")
print(kept())
code = compile("1 + 2", "<code>", "eval")
print(eval(code), eval(code))
code = compile("s = 'exec'\nprint(s)", "<code>", "exec")
exec(code)
print(s)
exec(compile("5 + 5", "<single>", "single"))
exec("print('one'); print('two')")
exec("for i in range(2):\n    print('loop', i)\n")
exec("def rec(n): return 1 if n == 0 else n * rec(n - 1)")
print(rec(5))
exec("")
exec("# only a comment")
print(eval("[i for i in range(3)]"), eval("(lambda q: q * 2)(4)"))
exec("global gg\ngg = 5")
print(gg)
def loc():
    v = 1
    return sorted(locals())
print(loc())
def glob():
    globals()["made"] = "by globals()"
glob()
print(made)
print(eval("__name__"), eval("len('abc')"))
print(eval(b"1 + 1"))
exec("def inner():\n  return undefined_in_exec\ninner()")
# ---
exec("x = = 1")
# ---
eval("1 + )")
# ---
eval("x = 1")
# ---
exec("1/0")
# ---
eval("nope")
# ---
exec("import nothing_here")
# ---
eval(5)
# ---
exec("x", 5)
# ---
eval("1; 2")
# ---
compile("1", "f", "bad")
# ---
def f():
    exec("raise_here()")
f()
