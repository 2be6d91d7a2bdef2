x = y = z = 1
del x, (y, [z])
d = {"a": 1, "b": 2}
del d["a"]
print(d)
l = [0, 1, 2, 3, 4, 5]
del l[0], l[-1]
print(l)
del l[1:3]
print(l)
l = list(range(10))
del l[::2]
print(l)
l = list(range(10))
del l[8:2:-3]
print(l)
del l[:]
print(l)
def f():
    pass
f.attr = 1
print(f.attr)
del f.attr
x = 3
print(x)
def g():
    x = 1
    y = 2
    del x, y
    x = 5
    return x
print(g())
def h(a, b):
    del a
    a = b
    return a
print(h(1, 2))
del (x)
l = [1]
del l[3]
# ---
d = {}
del d["k"]
# ---
t = (1, 2)
del t[0]
# ---
s = "abc"
del s[0]
# ---
def f(): pass
del f.nothing
# ---
l = [1, 2]
del l["a"]
# ---
del [][0]
