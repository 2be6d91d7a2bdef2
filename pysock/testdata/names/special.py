"The module's text."
print(__name__)
print(__doc__)
print(__file__.replace("\\", "/").split("/")[-1])
def f():
    "doc of f"
    return __name__
print(f())
print(f.__name__)
print(f.__doc__)
print((lambda: 0).__name__)
def g():
    1
    "not a doc"
print(g.__doc__)
if __name__ == '__main__':
    print("main")
f.__name__ = "renamed"
print(f.__name__)
f.extra = [1]
f.extra.append(2)
print(f.extra)
g.x = f
g.x.y = 3
print(f.y)
print(f.__module__)
f.__doc__ = "new"
print(f.__doc__)
