x = 5
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7
print(x)
x <<= 3; x >>= 1; x |= 1; x ^= 3; x &= 6
print(x)
l = m = [1]
l += [2]
print(m)
l += "ab"
l += (3,)
print(m)
l *= 2
print(m, l is m)
t = u = (1,)
t += (2,)
print(t, u)
s = "a"
s += "b"
s *= 2
print(s)
d = {"n": 1}
d["n"] += 1
print(d)
def f(): pass
f.n = 1
f.n += 5
f.l = []
f.l += [1]
print(f.n, f.l)
count = [0]
def idx():
    count[0] += 1
    return 0
a = [10, 20]
a[idx()] += 1
print(a, count)
def obj():
    count[0] += 1
    return f
obj().n -= 1
print(f.n, count)
a[:1] += [5]
print(a)
a[idx():idx()+1] *= 2
print(a, count)
def g():
    v = 0
    def h(): return v
    v += 3
    return h()
print(g())
b = True
b += 1
print(b)
b = True
b |= False
print(b)
b &= 3
print(b)
n = 3
n /= 2
print(n)
nested = [[1], {"k": [2]}]
nested[1]["k"][0] += 40
print(nested)
tup = ([],)
tup[0].append(1)
tup[0] += [2]
