# Methods of built-in bases, called through the class; descriptors; __slots__.
class L(list):
    def append(self, x): list.append(self, x * 2)
    def __getitem__(self, i): return list.__getitem__(self, i) + 1
l = L([1, 2])
l.append(3)
print(l, l[0], list(l), sorted(l, reverse=True))
l += [9]
print(type(l).__name__, l)
class D(dict):
    __setattr__ = dict.__setitem__
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n)
d = D(a=1)
d.b = 2
print(d.a, d.b, d)
class Slots:
    __slots__ = ("a", "__b")
    def __init__(self): self.__b = 3
    def b(self): return self.__b
print(Slots().b())
class Desc:
    def __get__(self, i, o): return "got"
    def __set__(self, i, v): print("set", v)
    def __delete__(self, i): print("delete")
class A:
    d = Desc()
    @property
    def p(self):
        "the doc"
a = A()
a.d = 5
del a.d
print(a.d, A.p.__doc__)
class Bool:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class Len:
    def __len__(self): return -1
for x in Bool(5), Len():
    try:
        if x: print("true")
    except (TypeError, ValueError) as e: print(e)
try: iter(a)
except TypeError as e: print(e)
class Next:
    def __iter__(self): return self
    def __next__(self):
        raise KeyError("next")
for x in Next(): pass
