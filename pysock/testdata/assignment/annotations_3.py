x: int = 1
y: "unevaluated until here" = 2
print(x, y)
z: print("annotation runs")
def f():
    a: undefined_is_fine = 3
    b: also_undefined
    return a
print(f())
def g():
    pass
g.attr: print("attribute annotation") = 4
print(g.attr)
l = [0]
l[0]: int = 5
print(l)
(w): int = 6
print(w)
def h():
    b: int
    return b
h()
