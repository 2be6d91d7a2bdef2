def f(n):
    if n == 0:
        return [][0]
    return f(n - 1)
f(10)
# ---
def a(n): return b(n)
def b(n): return a(n - 1) if n else 1 // 0
a(3)
# ---
def f(n):
    return f(n - 1) if n else {}["key"]
f(2)
# ---
def f(n):
    return f(n - 1) if n else {}["key"]
f(3)
# ---
def f(n):
    return f(n - 1) if n else {}["key"]
f(4)
