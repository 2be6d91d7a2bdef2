# A built-in that is shadowed only on one path, and only for a while.
def show(x):
    print(x)
if 0:
    len = 1
show(len("abc"))
len = lambda x: "mine"
show(len("abc"))
del len
show(len("abc"))
abs = abs
show(abs(-3))
def f(len):
    return len
show(f(7))
def g():
    for max in (1, 2):
        pass
    return max
show(g())
show(max(1, 9))
