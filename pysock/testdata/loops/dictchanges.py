d = {1: 1, 2: 2}
for k in d:
    d[k] = 5
print(d[1])
d = {1: 1}
for k in d:
    d[k + 1] = 1
# ---
d = {1: 1, 2: 2, 3: 3}
for k in d:
    del d[k]
# ---
s = set([1])
for x in s:
    s.add(x + 1)
# ---
s = set([1, 2, 3])
for x in list(s):
    s.remove(x)
print(len(s))
d = {"a": 1}
for k in list(d):
    del d[k]
print(d)
def f(d):
    for k in d:
        d.clear()
        print("cleared")
f({1: 2})
f({1: 2, 3: 4})
# ---
d = {1: 1}
print([d.pop(k) for k in d])
# ---
d = {1: 1, 2: 2}
[d.pop(k) for k in d]
# ---
for k, v in {"one": 1}.items(): print(k, v)
for k in {"a": 1}.keys(): print(k)
for v in {"a": 1}.values(): print(v)
for c in "ab": print(c)
for t in (1, 2): print(t)
for i in 5: pass
# ---
for i in None: pass
# ---
for i in len: pass
# ---
def f():
    for x in 1.5:
        pass
f()
