# A name is looked up when the line runs.
def f():
    return later()
def later():
    return "later"
print(f())
def g():
    return never
print("before")
g()
