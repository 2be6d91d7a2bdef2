# What an inner function sees when the outer one goes on changing things.
def f():
    seen = []
    x = 0
    def look():
        seen.append(x)
    while x < 3:
        look()
        x += 1
    look()
    for x in "ab":
        look()
    x, y = "tuple", 1
    look()
    del y
    (x) = "paren"
    look()
    return seen
print(f())
def g(a, b=[]):
    def h(c):
        b.append((a, c))
        return b
    return h
print(g(1)(2))
print(g(3)(4))
def params(a, *b, **c):
    return lambda: (a, b, c)
print(params(1, 2, 3, d=4)())
def gen():
    k = 5
    return list(k + i for i in range(3)), [k * i for i in range(3)]
print(gen())
x = "module"
def outer():
    def inner():
        return x
    return inner
print(outer()())
x = "changed"
print(outer()())
def twice(f):
    return lambda *a: f(f(*a))
print(twice(lambda n: n * 3)(2))
