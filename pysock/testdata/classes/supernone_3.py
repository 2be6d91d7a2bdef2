def f():
    return list((lambda *, k: k) for x in [1])[0]
try: f()()
except TypeError as e: print(e)
def f2(): return [lambda: 1 for x in [1]], {(lambda: 1) for x in [1]}, {1: lambda:1 for x in [1]}, [[lambda: 1 for y in [1]] for x in [1]], [(lambda: 1 for y in [1]) for x in [1]]
import re
class A:
    z = [lambda: 1 for x in [1]]
    w = lambda: (lambda: 1)
    print(z[0].__qualname__, w.__qualname__, w().__qualname__)
def g():
    def h(): return (lambda: 1), (x for x in [])
    return h()
print([x.__qualname__ for x in g()])
try: super()
except RuntimeError as e: print(e)
def f(x): return super()
try: f(1)
except RuntimeError as e: print(e)
def f(): return super()
try: f()
except RuntimeError as e: print(e)
try: print([super() for i in [1]])
except RuntimeError as e: print(e)
try: print((lambda x: super())(1))
except RuntimeError as e: print(e)
try: eval('super()')
except RuntimeError as e: print(e)
class B:
    try: super()
    except RuntimeError as e: print(e)
    def f(): return super()
    def g(self): 
        return [super() for i in [1]]
    def h(self): return list(super().x for i in [1])
    def k(self):
        del self
        return super()
for m in (lambda: B.f(), lambda: B().g(), lambda: B().h(), lambda: B().k()):
    try: m()
    except Exception as e: print(type(e), e)
