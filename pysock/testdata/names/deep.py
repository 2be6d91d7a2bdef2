# Names in functions within functions, seen and hidden.
x = "module"
def f():
    print(x)
    def g(x):
        print(x)
        def h():
            print(x)
            y = x + "!"
            def k(y=y, x=1):
                return x, y
            return k()
        return h()
    return g("param of g")
print(f())
def a():
    x = "a"
    def b():
        def c():
            return x
        return c()
    x = "a later"
    return b()
print(a())
def glob():
    x = "local"
    def inner():
        global x
        return x
    return inner()
print(glob())
def comp():
    x = [1, 2]
    return [x for x in x], (lambda x: [x for x in x])("ab")
print(comp())
def default(x=x):
    return x
x = "module changed"
print(default(), default("given"))
def shadow():
    print = lambda *a: None
    len = 5
    return len
print(shadow()) if 0 else None
def count(n, acc=()):
    return acc if not n else count(n - 1, acc + (n,))
print(count(3))
lam = lambda x: (lambda y: (lambda z: (x, y, z)))
print(lam(1)(2)(3))
def args(args, kwargs=1, *a, **k): return args, kwargs, a, k
print(args(1), args(1, 2, 3, z=4))
_ = "underscore"
__ = "two"
print(_, __)
class_ = def_ = 1
print(class_ + def_)
