# Closures see the variable, not the value.
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
fs = []
for i in range(3):
    fs.append(lambda i=i: i)
print([f() for f in fs])
def make():
    fs = []
    for j in range(3):
        def g():
            return j
        fs.append(g)
    j = 10
    return fs
print([f() for f in make()])
def adders():
    return [lambda x, n=n: x + n for n in range(3)]
print([a(10) for a in adders()])
def late():
    return [lambda: n for n in range(3)]
print([a() for a in late()])
def outer(x):
    def middle(y):
        def inner(z):
            return x, y, z
        return inner
    return middle
print(outer(1)(2)(3))
def selfref(n):
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact(n)
print(selfref(20))
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print(even(10), odd(7), even(3))
def shadow(x):
    def inner(x=x):
        x = x + 1
        return x
    return inner(), x
print(shadow(1))
def cond(flag):
    if flag:
        def f(): return "yes"
    else:
        def f(): return "no"
    return f
print(cond(1)(), cond(0)())
def redefine():
    def f(): return 1
    g = f
    def f(): return 2
    return f(), g()
print(redefine())
