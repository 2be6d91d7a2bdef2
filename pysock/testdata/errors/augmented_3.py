import traceback
def t(f):
    try: f()
    except Exception: traceback.print_exc()
def f1():
    x = 1; x.foo()
def f2():
    x = {1}; x -= None
def f3():
    x = 1; x -= None
def f4():
    x = 1; x -= None; y = 2
def f5():
    x = [1]; x[0] -= None
def f6():
    x = [1]; x += 5
def f7():
    x = [1]; x[5] = 5
def f8():
    if 1: raise ValueError
def f9():
    x = 1; del x.y
def f10():
    x = 1; x.y = 5
def f11():
    x = 1; x @= 5
def f12():
    x = 1; x //= 0
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12): t(f)
