def f():
    try:
        (w := w) + 1
    except NameError as e:
        print(type(e), e)
    exec("z=1")
f()
def g():
    print([w := 1 for i in range(2) if w])
try: g()
except NameError as e: print(type(e), e)
def h():
    exec("q = 1")
    try:
        print(w)
        w = 1
    except NameError as e: print(type(e), e)
h()
def k():
    (w := w)
try: k()
except NameError as e: print(type(e), e)
def m():
    {{1}: "x", 2: (w:=w)}
    exec("1")
try: m()
except NameError as e: print(type(e), e)
def m():
    try:
        print(u)
    finally:
        u=1
    exec("1")
try: m()
except NameError as e: print(type(e), e)
def o():
    def i():
        return t
    try: i()
    except NameError as e: print(type(e), e)
    t = 1
    locals()
o()
def o():
    x = 1
    print(locals())
    del x
    try: del x
    except NameError as e: print(type(e), e)
    try: x
    except NameError as e: print(type(e), e)
    class A:
        x = 5
        print(locals()['x'])
    [locals() for x in range(2)]
    try: x
    except NameError as e: print(type(e), e)
o()
