def f(s):
    exec(s, {})
f("a = 1\nb = 0\nprint(a // b)\n")
# ---
ns = {}
exec("def g(x):\n    return x.nope\n", ns)
ns["g"](1)
# ---
eval("(lambda: nothing)()", {})
# ---
exec(compile("x = 1\nraise_it(x)\n", "my file.py", "exec"), {})
# ---
exec("def f(:\n  pass", {})
# ---
eval("[i for i in 5]", {})
# ---
print(eval("''.join(1)", {}))
# ---
ns = {}
exec("def h(a): pass", ns)
ns["h"]()
