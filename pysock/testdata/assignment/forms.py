a = b = c = []
a.append(1)
print(a, b, c, a is c)
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (1, 2), 3
print(a, b, c)
[a, [b, c]] = 1, "xy"
print(a, b, c)
a, = [5]
print(a)
(a) = 6
print(a)
x = [0, 1, 2]
i = 0
i, x[i] = 1, 9
print(i, x)
x[0], x[1] = x[1], x[0]
print(x)
d = {}
d["a"], d["b"] = 1, 2
print(sorted(d.items()))
x = x[0] = [1, 2]
print(len(x), x[0] is x)
for d["i"], (p, q) in [(1, "ab"), (2, "cd")]:
    print(d["i"], p, q)
def f(): pass
f.a, f.b = f.c = "zw"
print(f.a, f.b, f.c)
a = b, c = 1, 2
print(a, b, c)
a, b = {"k": 1, "l": 2} and ["k", "l"]
print(a, b)
a, b, c = range(3)
print(a, b, c)
a, b = (i for i in (1, 2))
print(a, b)
(a, b)[0:0] if 0 else 0
a = 1; a = a, a; a = a, a
print(a)
def swap():
    p, q, r = 1, 2, 3
    p, q, r = r, p, q
    return p, q, r
print(swap())
def cells():
    u, v = 1, 2
    def look(): return u, v
    u, v = v, u
    return look()
print(cells())
l = [1, 2, 3]
l[0], l = 5, l
print(l)
