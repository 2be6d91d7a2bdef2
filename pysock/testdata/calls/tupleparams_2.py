def f(a, (b, (c, d)), e=5):
    return a, b, c, d, e
print f(1, (2, (3, 4)))
print f(1, [2, "xy"], 6)
def g((x, y)=(1, 2)):
    return x + y
print g(), g((3, 4))
print (lambda (a, b), c: a + b + c)((1, 2), 3)
print map(lambda (k, v): k * v, [(1, 2), (3, 4)])
def h((a,)):
    return lambda: a
print h([9])()
print sorted([("b", 1), ("a", 2)], key=lambda (n, i): i)
def two((a, b), (c, d)):
    b = b + 1
    return a, b, c, d
print two((1, 2), (3, 4))
print two((1, 2), (3,))
