def f(): pass
print(repr(f)[:13])
print(str(lambda: 0)[:18])
print(repr(len))
print(type(f).__name__)
print(f == f, f != f, f is f, f == (lambda: 0))
print(f in [f], {f: 1}[f])
print(bool(f))
print(callable(f), callable(1))
print([f][0] is f)
f < f if 0 else None
f.nope
