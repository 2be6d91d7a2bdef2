g = (x * x for x in range(3))
for v in g:
    print(v)
print(list(g))
g = (x for x in "ab")
print(next(g))
print(next(g))
print(next(g, "end"))
print(list(zip((a for a in "ab"), (b for b in range(2)))))
def f(*args):
    return [list(a) for a in args]
print(f((i for i in range(2)), (j for j in range(3))))
print(sorted((x for x in [3, 1, 2]), reverse=True))
print(2 in (x for x in range(5)))
print(dict(a=1, b=list(i for i in range(2)))["b"])
next(x for x in [])
