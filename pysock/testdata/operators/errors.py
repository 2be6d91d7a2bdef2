1 + "a"
# ---
"a" + 1
# ---
[1] + (2,)
# ---
(1,) + [2]
# ---
None + 1
# ---
1 - "a"
# ---
"a" - "b"
# ---
"a" * "b"
# ---
[1] * 1.5
# ---
"a" * 1.5
# ---
{} + {}
# ---
1.5 & 1
# ---
1 << -1
# ---
1 << 1.5
# ---
-"a"
# ---
~1.5
# ---
+[]
# ---
-None
# ---
len + 1
# ---
1 ** "a"
# ---
"a" // 2
# ---
[] % 2
# ---
1 | None
# ---
set([1]) | [2]
# ---
set([1]) + set([2])
# ---
x = 1
y = "b"
z = x + y
# ---
def f(a, b):
    return a * b + a // b
f(1, 0)
# ---
def f(a, b): return a % b
f(None, 1)
# ---
def add(x): return x + None
add([])
# ---
abs("a")
# ---
len(5)
# ---
int("x")
# ---
int("1.5")
# ---
float("abc")
# ---
ord("ab")
# ---
int([])
# ---
"abc".nope
# ---
[].nope
# ---
(1).nope
# ---
None.x
# ---
"abc".x = 1
# ---
x = 5
x.y = 1
# ---
None.x = 1
# ---
[1].remove(2)
# ---
[].pop()
# ---
[].index(1)
# ---
"a".join([1])
# ---
{}.pop("a")
# ---
range("a")
# ---
{[]: 1}
# ---
set([[]])
# ---
"a".upper(1)
# ---
len()
# ---
len(1, 2)
# ---
sorted(5)
# ---
sum(["a"])
# ---
list(5)
# ---
dict([1])
# ---
next([])
# ---
iter(5)
# ---
isinstance(1, 1)
