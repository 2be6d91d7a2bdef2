import sys
class A:
    def __enter__(self): return 1
    def __exit__(self, *a): 1/0
class B:
    def __enter__(self): 1/0
    def __exit__(self, *a): pass
class C:
    def __enter__(self): pass
def t(f):
    try: f()
    except Exception: sys.excepthook(*sys.exc_info())
def f1():
    with A(): pass
def f2():
    with A():   
        pass
def f3():
    with A(), B():  # x
        return 1
def f4():
    with C():
        pass
def f5():
    with C() : pass ; pass
def f6():
    with A() as x, A() as y:
        1 + 'a'
def f7():
    with A() as x.y:  
        pass
def f8():
    for i in 1,:
        with A(): continue
async def f9():
    async with A():   
        pass
def f10(): f9().send(None)
def f11():
    x = 1; 
    if x: 
      with 1: pass
def f12():
    with (yield):   
        pass
def f13(): g = f12(); next(g); next(g)
for f in f1, f2, f3, f4, f5, f6, f7, f8, f10, f11, f13: t(f)
def g1():
    with {}.setdefault('日本', 10):
        pass
def g2():
    with 1: # é  
        pass
def g3():
    with 'é':   
        pass
def g4():
    len(  
        1, 2)
for f in g1, g2, g3, g4: t(f)
