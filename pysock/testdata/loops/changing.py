# Lists that change under the loop.
l = [1, 2, 3, 4]
for x in l:
    print(x)
    if x == 2:
        l.remove(2)
    if len(l) < 6:
        l.append(x * 10)
print(l)
l = [1, 2, 3]
for x in l:
    del l[0]
    print(x, l)
l = [3, 2, 1]
for i, x in enumerate(l):
    l[i] = x * 2
print(l)
l = [1, 2, 3]
for x in l:
    l = [x]
print(l)
l = [1, 2]
for x in l:
    l[:] = []
print(l)
for x in [1, 2, 3]:
    x = x * 2
    print(x)
print(x)
l = [1, 2, 3]
it = iter(l)
for x in it:
    print("one", x)
    break
for x in it:
    print("rest", x)
for x in it:
    print("none")
l = [0]
print([l.append(x + 1) for x in l if x < 3], l)
for x in range(3):
    x = 10
print(x)
clients = ["a", "b", "c"]
for c in clients[:]:
    clients.remove(c)
print(clients)
s = "abc"
for ch in s:
    s = s + ch
print(s)
