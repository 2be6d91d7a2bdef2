# Names that are bound only sometimes.
import sys
if len(sys.argv) > 5:
    extra = 1
def check():
    if "extra" in globals():
        return extra
    return "no extra"
print(check())
if 1:
    def f(): return "f1"
else:
    def f(): return "f2"
print(f())
for _ in range(1):
    def in_loop(): return _
print(in_loop())
def g(flag):
    if flag:
        import sys as s
    else:
        s = None
    return s is None
print(g(0), g(1))
print([i for i in range(3)], "i" in globals() and sys.version_info[0] == 3)
def h():
    for i in range(3):
        j = i
    return i, j
print(h())
def outer():
    if 0:
        x = 1
    def inner():
        return x
    return inner
outer()()
