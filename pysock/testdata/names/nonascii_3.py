# Names that aren't ASCII are bound, looked up and unbound like all others.
é = 1
print(é)
del é
try:
    é
except NameError as e:
    print(e)


class C:
    ł = 2


c = C()
c.ж = 3
print(c.ł, c.ж)
del c.ж
try:
    c.ж
except AttributeError as e:
    print(e)


def f():
    漢 = 1
    del 漢
    return 漢


try:
    f()
except UnboundLocalError as e:
    print(e)
exec('ø = 5\nprint(ø)\ndel ø\ntry:\n    ø\nexcept NameError as e:\n    print(e)')
