# What globals(), locals(), vars() and dir() show, and what they change.
a = 1
def f(p, q=2):
    r = p + q
    return sorted(locals().items())
print(f(1))
globals()["b"] = 2
print(b)
print("a" in globals(), "f" in globals(), "zzz" in globals(), globals() is globals())
print(locals() is globals(), vars() is globals())
def g():
    d = locals()
    x = 1
    return "x" in d, "x" in locals(), "x" in d, d is locals()
print(g())
def n():
    x = 7
    locals()["x"] = 8
    eval("[locals().update(x=9)]")
    return x
print(n())
def dropped():
    x = 1
    locals()
    del x
    return "x" in locals()
print(dropped())
def k():
    global c
    c = 3
    return globals()["c"]
print(k())
print([n for n in dir() if n in ("a", "b", "c", "f")])
globals().update(d=4, e=5)
print(d, e)
del globals()["d"]
x = eval("a + b + c")
print(x)
print(eval("a", {"a": "other"}), eval("a + z", {"a": 1}, {"z": 2}))
y = [eval("i * 2") for i in range(3)]
print(y)
def args(a, *b, **c):
    return sorted(locals().items())
print(args(1, 2, k=3))
print(sorted(vars()) == sorted(dir()) if 0 else "")
f_globals = globals()
f_globals["len"] = lambda x: "shadowed"
print(len("abc"))
del f_globals["len"]
print(len("abc"))
d
