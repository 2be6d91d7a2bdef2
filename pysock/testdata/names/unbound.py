# Reading a name that is unbound, in all the places.
x = 1
def f():
    print("in f")
    print(x)
    x = 2
f()
# ---
def f(c):
    if c:
        y = 1
    return y
print(f(1))
f(0)
# ---
def f():
    for i in ():
        pass
    return i
f()
# ---
def f():
    x = 1
    del x
    return x
f()
# ---
def f():
    x = 1
    del x
    del x
f()
# ---
def f():
    del x
    x = 1
f()
# ---
def f():
    x += 1
f()
# ---
x += 1
# ---
del x
# ---
x = 1
del x
print(x)
# ---
for i in ():
    pass
print(i)
# ---
def f():
    def g():
        return x
    g()
    x = 1
f()
# ---
def f():
    x = 1
    def g():
        return x
    print(g())
    x = 2
    print(g())
f()
# ---
def f():
    return f.missing
f()
# ---
import nothing_like_it
# ---
def f():
    global gone
    del gone
f()
# ---
if 0:
    z = 1
def f():
    return z
f()
# ---
print(x); x = 1
# ---
def f(a, b=undefined):
    pass
