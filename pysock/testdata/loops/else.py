for x in [1, 2, 3]:
    if x == 5:
        break
else:
    print("no break")
for x in [1, 2, 3]:
    if x == 2:
        break
else:
    print("not printed")
print(x)
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print(n)
else:
    print("done", n)
while True:
    n += 1
    if n > 5: break
else:
    print("never")
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print("inner else", i)
        if i == 2:
            break
        continue
    print("after inner", i)
else:
    print("outer else")
def f(l):
    for i in l:
        for j in i:
            if j: return i, j
        else:
            print("empty", i)
    else:
        return "nothing"
print(f([[0], [0, 0]]), f([[0], [0, 3]]))
for i in []:
    pass
else:
    print("empty else")
while 0:
    pass
else:
    print("while 0 else")
for i in range(2):
    while True:
        break
    else:
        print("x")
    for k in ():
        break
    else:
        continue
    print("unreached")
k = 0
while k < 2:
    k += 1
    for q in range(2):
        break
    else:
        break
    print("k", k)
else:
    print("outer while else")
for a in range(2):
    for b in range(2):
        if b: break
    else:
        for c in range(2):
            if c: break
        else: print("c else")
    while a:
        break
    else:
        print("a else", a)
