# Small things that print True in every Python.
x = [1]
y = x
print(x is y, x is not y, [1] is [1])
print(None is None, True is (1 == 1), (1 < 2) is True, (1 in []) is False, (not 1) is False)
def f(): pass
g = f
print(f is g)
d = {"f": f}
print(d["f"] is f, d is d, d is {})
import sys
print(sys is sys)
print(type(1) is int, type("") is str, type([]) is list, type(None) is type(None), type(f) is type(g))
print(str is str, int is not str)
print(() is (), "" is "") if 0 else None
print(bool(1) is True, bool([]) is False)
