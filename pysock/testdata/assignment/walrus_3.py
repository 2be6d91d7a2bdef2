if (n := 10) > 5:
    print(n)
print([y := 1, y ** 2, y + 5])
l = [1, 2, 3, 4]
print([(x, s) for x in l if (s := x * x) > 4], s)
while (item := l.pop()) > 2:
    print("item", item)
print(item)
def f(a):
    if (b := a * 2) and (c := b + 1):
        return b, c
print(f(3))
def g():
    total = 0
    return [total := total + v for v in range(4)], total
print(g())
print((z := 3) + z)
def k(x=(d := 5)):
    return x
print(k(), d)
def nest():
    [[last := i * j for i in range(3)] for j in range(3)]
    return last
print(nest())
(lambda: (w := 1) + w)()
def glob():
    global gw
    return [gw := i for i in range(3)]
glob()
print(gw)
print(w)
