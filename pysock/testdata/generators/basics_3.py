def gen(n):
    for i in range(n):
        try:
            x = yield i
            if x: print("got", x)
        except ValueError as e:
            print("caught", e)
            yield "v"
    return "done"
g = gen(3)
print(next(g), g.send("hi"), g.throw(ValueError("boo")), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value)
print(list(gen(4)), sum(gen(5)))
def outer():
    r = yield from gen(2)
    print("r", r)
    yield 99
print(list(outer()))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
for v in fib():
    if v > 50: break
    print(v, end=" ")
print()
def closing():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
c = closing(); next(c); c.close()
print(type(c), [x for x in closing()])
def bad():
    yield 1
    1/0
class T:
    def __iter__(self):
        for i in range(3): yield i * i
print(list(T()), max(T()), dict((a, b) for a, b in [(1, 2)]), set(x % 3 for x in range(10)))
def tree(t):
    if t:
        for x in tree(t[0]): yield x
        yield t[1]
        for x in tree(t[2]): yield x
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def perm(xs):
    if len(xs) <= 1: yield xs
    else:
        for i in range(len(xs)):
            for p in perm(xs[:i] + xs[i+1:]): yield [xs[i]] + p
print(len(list(perm([1,2,3,4]))))
for q in bad(): print(q)
