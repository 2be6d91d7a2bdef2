x = "outer"
[x for x in range(3)]
{x for x in range(3)}
{x: 1 for x in range(3)}
list(x for x in range(3))
print(x)
def f():
    y = "mine"
    l = [y for y in range(3)]
    return l, y
print(f())
def g(n):
    return [[n * i for i in range(n)] for n in range(n)]
print(g(3))
def k():
    fs = [lambda: n for n in range(3)]
    return [f() for f in fs]
print(k())
def d():
    w = {}
    [0 for w["x"] in range(5)]
    return w
print(d())
class_like = 3
print([class_like for _ in range(2)])
print([a + b for a, b in [(1, 2)]], [a for a, *b in ["xyz"]])
[q for q in "ab"]
print(q)
