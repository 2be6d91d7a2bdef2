# Variables that are rebound around inner functions, in every statement that binds.
def loops():
    out = []
    for i in range(3):
        def f(): return i
        out.append(f())
        i = i * 10
        out.append(f())
    return out
print(loops())
def imports():
    import sys as m
    def f(): return m.__name__
    return f()
print(imports())
def nested():
    def f(): return g()
    def g(): return "g"
    return f()
print(nested())
def unpack():
    a, (b, c) = 1, (2, 3)
    def f(): return a + b + c
    a, (b, c) = 10, (20, 30)
    return f()
print(unpack())
def augment():
    n = 1
    def f(): return n
    n += 1
    n *= 5
    return f()
print(augment())
def param(n, *rest, **kw):
    def f(): return n, rest, sorted(kw)
    n = "changed"
    rest += (4,)
    kw["z"] = 1
    return f()
print(param(1, 2, 3, a=1))
def comp():
    n = 3
    fs = [lambda: (n, k) for k in range(2)]
    n = 4
    return [f() for f in fs]
print(comp())
def whileloop():
    n = 0
    fs = []
    while n < 3:
        fs.append(lambda: n)
        n += 1
    return [f() for f in fs]
print(whileloop())
def cond(c):
    if c:
        v = "set"
    def f(): return v
    return f
print(cond(1)())
def deep():
    a = 1
    def l1():
        b = 2
        def l2():
            c = 3
            def l3():
                return a, b, c
            b_ = l3()
            c = 4
            return b_, l3()
        return l2()
    return l1()
print(deep())
def same():
    x = 1
    def x(): return "function"
    return x()
print(same())
def recursive():
    def f(n): return [] if n == 0 else [n] + f(n - 1)
    g = f
    f = lambda n: ["replaced"]
    return g(2)
print(recursive())
cond(0)()
