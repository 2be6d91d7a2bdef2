def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return up, get
up, get = counter()
up(); up(5)
print(get())
a, b = counter(), counter()
a[0]()
print(a[1](), b[1]())

def deep():
    x = "deep"
    def one():
        def two():
            nonlocal x
            def three():
                nonlocal x
                x += "!"
                return x
            return three()
        return two()
    return one(), x
print(deep())

def skip():
    x = "outer"
    def mid():
        def low():
            nonlocal x
            x = "changed by low"
        low()
        return x
    mid()
    return x
print(skip())

def params(p, *args, k=1, **kw):
    def change():
        nonlocal p, args, k, kw
        p, args, k, kw = p * 2, args[::-1], k + 1, dict(z=9)
    change()
    return p, args, k, kw
print(params(1, 2, 3, k=4, y=5))

def later():
    def g():
        nonlocal v
        v = 5
    v = 1
    g()
    return v
print(later())

def deleted():
    x = 1
    def d():
        nonlocal x
        del x
    d()
    return x
deleted()
