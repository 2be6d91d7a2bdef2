nonlocal x
# ---
def f():
    nonlocal x
# ---
x = 1
def f():
    def g():
        nonlocal x
# ---
def f(x):
    nonlocal x
# ---
def f():
    x = 1
    def g(x):
        nonlocal x
# ---
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
# ---
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
# ---
def f():
    x = 1
    def g():
        global x
        nonlocal x
# ---
def f(a):
    global a
# ---
def f():
    print(a)
    global a
# ---
def f():
    a = 1
    global a
