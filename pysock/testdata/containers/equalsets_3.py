# Equal set displays of constants are one frozenset to CPython's compiler, wherever they stand in the file: all have
# the order of the first.
a = {8, 0, 16}
print(a)
b = {16, 8, 0}
print(b, a is b)
b.add(24)
print(a)


def f():
    print({0, 16, 8})
    c = {0, 8, 16, 8, 0}
    print(c, sorted(c))
    for x in {0, 16, 8}:
        print(x)


f()
print(eval('{0, 16, 8}'))
print({16.0, 8, 0}, {0, 8, 16.0})
print({(16, 1), (8, 1), (0, 1)}, {(0, 1), (8, 1), (16, 1)})
print({16, 8}, {8, 16}, {-8, -16, 24}, {24, -16, -8}, {True, 8, 16}, {16, 8, True}, {1, 16, 8})
