# global in functions that call each other, and at module level.
count = 0
def up():
    global count, made
    count += 1
    made = "made by up"
def nested():
    count = "nested's own"
    def inner():
        global count
        count = 100
    inner()
    return count
up()
up()
print(count)
print(made)
print(nested())
print(count)
count = 3
print(count)
def f():
    global made
    del made
    global fn, imported
    def fn():
        return "fn"
    import sys as imported
    for loopvar in (1, 2):
        pass
f()
print(fn())
print(imported.__name__)
def g():
    global i, t1, t2, rest
    for i in (1, 2, 3):
        pass
    t1, t2 = "ab"
    [rest] = ["r"]
g()
print(i, t1, t2, rest)
