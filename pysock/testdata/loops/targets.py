for i, (a, [b, c]) in [(1, (2, "xy")), (3, (4, [5, 6]))]:
    print(i, a, b, c)
d = {}
for d["k"] in range(2):
    pass
print(d)
l = [0, 0]
for l[0], l[1] in [(1, 2), (3, 4)]:
    print(l)
def f():
    pass
for f.attr in "ab":
    pass
print(f.attr)
for (x) in [1]: print(x)
for [y] in [[2]]: print(y)
for x, in [[1], [2]]: print(x)
def g():
    for x in range(3):
        def h(): return x
    for x, y in [(7, 8)]:
        pass
    return h(), y
print(g())
def k():
    global gx
    for gx in "pq":
        pass
k()
print(gx)
for i in range(3): print(i); continue
for x in 1, 2, 3: print(x)
for x in [lambda: 1, lambda: 2]: print(x())
i = "kept"
for i in []: pass
print(i)
for x in "ab":
    for x in "cd":
        print(x)
    print(x)
