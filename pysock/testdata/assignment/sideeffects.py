# Parts of a target are evaluated once, and in order.
log = []
def f(x, v):
    log.append(x)
    return v
l = [1, 2, 3]
f("list", l)[f("index", 0)] += f("value", 5)
print(l, log)
log[:] = []
f("a", l)[0], f("b", l)[1] = f("c", 7), f("d", 8)
print(l, log)
log[:] = []
def obj(): pass
obj.n = 1
f("obj", obj).n *= f("val", 5)
print(obj.n, log)
log[:] = []
x = f("x", l)[f("i", 0):f("j", 1)] = f("v", [0, 0])
print(x, l, log)
log[:] = []
f("l", l)[f("i", 1):f("j", 3)] += f("v", [9])
print(l, log)
log[:] = []
for f("t", l)[f("i", 0)] in f("it", [4, 5]):
    log.append("body")
print(l, log)
log[:] = []
del f("l", l)[f("i", 0)], f("m", l)[f("j", 0)]
print(l, log)
log[:] = []
d = {}
d[f("k", 1)] = d[f("k2", 2)] = f("v", 3)
print(sorted(d.items()), log)
i = 0
a = [0, 0, 0]
i = a[i] = 2
print(i, a)
a = [0, 0]
i = 0
i, a[i] = 1, 5
print(i, a)
def swap(p):
    p[0], p[1] = p[1], p[0]
    return p
print(swap([1, 2]))
def g():
    x = y = []
    x += [1]
    y += [2]
    return x
print(g())
def h(n):
    n += 1
    def k():
        return n
    n += 1
    return k()
print(h(1))
