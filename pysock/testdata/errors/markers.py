x = {"a": {"b": 1}}
y = x["a"]["c"]
# ---
x = None
print(x.foo.bar)
# ---
def f(a): return a.b.c(1)[2]
f(1)
# ---
a, b = 1, "x"
c = (a + a) * a + b
# ---
def f(x): return x
f(f(f(1)) + f("a"))
# ---
l = [1, 2]
l[0] = l[1] + l[2]
# ---
d = {}
print(1, 2, d["k"], 3)
# ---
x = 1; y = 2; z = x + y + None; w = 3
# ---
v = [1, 2,
     3, 4][
     9]
# ---
if [][1]: pass
# ---
while None + 1: pass
# ---
for i in 1 + []: pass
# ---
assert 1 == 2
# ---
assert 1 == 2, "message %d" % 5
# ---
x = [i + "a" for i in range(3)]
# ---
f = lambda x: x + "a"
f(1)
# ---
def f(a=1 + "x"): pass
# ---
del [1, 2][7]
# ---
x = [1]
x[1] = 5
# ---
x = 5
x.attr = 3
# ---
print("%d" % "x")
# ---
not (1 + "a")
# ---
-"abc"
# ---
1 < 2 < "a" + 1
# ---
def f(*a, **k): return a[5]
f(1, k=2)
# ---
return_value = (lambda: 1 // 0)()
# ---
"abc".nope()
# ---
"abc".upper().nope
# ---
[1].append(1, 2)
# ---
x = {"a": 1}["b"] if 1 else 0
# ---
import sys; sys.nothing.more
# ---
	
if 1:
	x = 1 + "tab"
# ---
def f():
    x = """multi
    line""" + 5
f()
# ---
f(1)(2)
# ---
def f(): pass
f()(2)
# ---
def f(): return 1
x = f().y.z
# ---
x = 10 ** 3 // (5 - 5)
# ---
x = 1 if 2 // 0 else 3
# ---
x = []
x += 5
# ---
def f(a, b):
    a //= b
f(1, 0)
# ---
a, b = 1, 2, 3
