def account(balance=0):
    history = []
    def deposit(n):
        nonlocal balance
        balance += n
        history.append(n)
        return balance
    def undo():
        nonlocal balance, history
        *history, last = history
        balance -= last
        return last
    def state(): return balance, history
    return deposit, undo, state
d, u, s = account(10)
d(5); d(7)
print(s(), u(), s())
def gen_id():
    i = 0
    def nxt():
        nonlocal i
        i += 1
        return i
    return nxt
n = gen_id()
print([n() for _ in range(3)], {n(): n() for _ in range(2)})
def loopvar():
    for i in range(3):
        def bump():
            nonlocal i
            i += 10
        bump()
        print(i)
    return i
print(loopvar())
def walr():
    total = 0
    def add(v):
        nonlocal total
        return (total := total + v)
    return [add(v) for v in range(4)], total
print(walr())
def delete():
    x = 1
    def d():
        nonlocal x
        del x
        x = 2
    d()
    return x
print(delete())
def deleted():
    n = 1
    def f(): return n
    a = f()
    del n
    n = 2
    return a, f()
print(deleted())
def tup():
    a = b = 0
    def f():
        nonlocal a, b
        a, b = 1, 2
        for a in (5, 6): pass
        (b, *_), c = "xyz", 1
    f()
    return a, b
print(tup())
def imp():
    m = None
    def f():
        nonlocal m
        import sys as m
    f()
    return m.__name__
print(imp())
def fun():
    g = None
    def f():
        nonlocal g
        def g(): return "inner g"
    f()
    return g()
print(fun())
def ann():
    x: int = 0
    def f():
        nonlocal x
        x = 5
    f()
    return x
print(ann())
