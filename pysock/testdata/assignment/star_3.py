a, *b = 1, 2, 3
print(a, b)
*a, b = "abc"
print(a, b)
a, *b, c = range(2)
print(a, b, c)
a, (b, *c), *d = 1, "xyz", 4, 5
print(a, b, c, d)
[*a] = "ab"
print(a)
*a, = ()
print(a)
x = [0, 0]
x[0], *x[1] = 1, 2, 3
print(x)
for a, *b in [(1, 2, 3), "xyz"]:
    print(a, b)
def f():
    *p, q = 1, 2, 3
    def g(): return p, q
    return g()
print(f())
print([*range(3), *"ab"], (*[1], 2), {*[1], *[1]}, {**{"a": 1}, "b": 2, **{"a": 3}})
t = *[1, 2], 3
print(t)
def r(): return *[1], 2
print(r())
for x in *[1], 2: print(x)
() = []
[] = ()
def all_():
    a, *b, c = 1, 2
    del b
    return a, c
print(all_())
a, *b, c = [1]
# ---
a, *b = 5
# ---
() = [1]
# ---
[*1]
# ---
{**1}
# ---
print(*1)
