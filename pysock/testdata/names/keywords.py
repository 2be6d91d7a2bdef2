# Names that are keywords or built-ins of Starlark, or of the other Python.
load = 1
fail = 2
ctypes = 3
elems = 4
def struct(): return "struct"
def module(): return "module"
set_ = set
print(load, fail, ctypes, elems, struct(), module())
def f(load, fail=2, *set, **type):
    return load, fail, set, type
print(f(1), f(1, 2, 3, k=4))
list_ = [load for load in range(3)]
print(list_)
match, case, _ = 1, 2, 3
print(match, case, _)
def g():
    None_ = 1
    lambda_ = 2
    return None_ + lambda_
print(g())
type = "shadow"
print(type)
del type
print(type(1).__name__)
self = cls = 5
print(self, cls)
def hash(x): return "my hash"
print(hash(5))
bool = str
print(bool(5))
def print_(*a): return a
print(print_(1))
dir = 3
print(dir)
breakpoint = range = 1
print(breakpoint, range)
