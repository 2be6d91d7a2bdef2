x = "outer"
[x for x in range(3)]
print x
y = "outer"
list(y for y in range(3))
print y
z = "outer"
{z for z in range(3)}
{z: 1 for z in range(3)}
print z
def f():
    [q for q in "abc"]
    return q
print f()
def g():
    [(a, b) for a in range(2) for b in range(3)]
    def h(): return a, b
    return h()
print g()
print [x for x in 1, 2, 3]
def k():
    fs = [lambda: n for n in range(3)]
    n = 99
    return [f() for f in fs]
print k()
def m():
    global leaked
    [leaked for leaked in range(4)]
m()
print leaked
def d():
    w = {}
    [0 for w["x"] in range(5)]
    return w
print d()
print [i for i in range(10) if i % 2 if i > 3]
[t for t in []]
print t
