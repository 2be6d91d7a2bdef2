# break, continue and else in loops within each other and within conditions.
def primes(n):
    out = []
    for i in range(2, n):
        for j in out:
            if i % j == 0:
                break
        else:
            out.append(i)
    return out
print(primes(30))
def find(rows, x):
    for i, row in enumerate(rows):
        for j, v in enumerate(row):
            if v == x:
                break
            if v is None:
                continue
        else:
            continue
        return i, j
    else:
        return None
print(find([[1, None], [2, 3]], 3), find([[1]], 5), find([], 1))
n = 0
while True:
    n += 1
    for i in range(5):
        if i == n:
            break
    else:
        break
    while i:
        i -= 1
        if i == 1:
            continue
        if i == 0:
            break
    else:
        print("never", n)
    print(n, i)
print("end", n, i)
for a in range(3):
    if a == 1:
        for b in range(3):
            if b == 1:
                break
        else:
            print("x")
        continue
    elif a == 2:
        break
    print("a", a)
else:
    print("no")
def ret():
    for x in range(3):
        while True:
            for y in range(3):
                if y == 1:
                    return x, y
            else:
                return "else"
print(ret())
for x in range(2):
    pass
else:
    for y in range(2):
        if y: break
    else:
        print("inner else")
    print("outer else", x, y)
k = 3
while k:
    k -= 1
    if k == 1: continue
    for z in "ab":
        if z == "b": break
        continue
    else: print("no")
    print(k, z)
else: print("while else")
for q in (lambda: [1, 2])():
    def inner():
        for r in range(3):
            if r: break
        return r
    if inner() == q: continue
    print("q", q)
