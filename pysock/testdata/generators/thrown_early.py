import traceback
def deco(f): return f
@deco
@deco
def g():
    yield 1
def t(x):
    try: x.throw(ValueError("a"))
    except ValueError: traceback.print_exc()
t(g())
t(i for i in [1])
x = g()
next(x)
t(x)
t(x)
class A:
    def m(self):
        yield
t(A().m())
