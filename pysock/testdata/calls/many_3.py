# More arguments than fit into one Starlark call.
def f(*args, **kw):
    return len(args), len(kw)
src = "f(" + ", ".join(str(i) for i in range(300)) + ")"
print(eval(src))
src = "f(" + ", ".join("a%d=%d" % (i, i) for i in range(300)) + ")"
print(eval(src))
src = "f(" + ", ".join(str(i) for i in range(260)) + ", *[1, 2], **{'x': 1})"
print(eval(src))
src = "f(*range(1000), **dict(('k%d' % i, i) for i in range(1000)))"
print(eval(src))
print(len(eval("[" + "1," * 2000 + "]")))
print(len(eval("(" + "[]," * 2000 + ")")))
print(len(eval("{" + ",".join("%d:%d" % (i, i) for i in range(2000)) + "}")))
def many(n):
    ns = {}
    params = ", ".join("p%d=%d" % (i, i) for i in range(n))
    exec("def g(" + params + "): return p0 + p%d" % (n - 1), ns)
    return ns["g"]()
print(many(200))
