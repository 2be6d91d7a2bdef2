print(1 if 1 else 2, 1 if 0 else 2, (1 if 0 else 2) if 1 else 3, 1 if 0 else 2 if 0 else 3)
f = lambda x: "pos" if x > 0 else "neg" if x < 0 else "zero"
print(f(1), f(-1), f(0))
print([x if x else None for x in (0, 1)], (1, 2) if 1 else 3, 1 if [] else 2)
def side(n):
    print("side %d" % n)
    return n
print(side(1) if side(0) else side(2))
x = 5
y = x if x > 3 and x < 10 else -x
print(y, (lambda: 1 if 0 else 2)(), not 1 if 0 else 2)
print("a" if "" or 0 else "b" and "c")
print({1 if 1 else 2: 3}, [1 if 0 else 2][0], -1 if 1 else 1)
