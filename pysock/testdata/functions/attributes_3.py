# What functions and their code objects tell of themselves.
import sys
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, e)
def f(a: int, b: "s" = 2, /, c: list = 3, *args: str, d: float = 4, e=5, **kw: dict) -> bool:
    "doc"
    x = a + len(args)
    def g(): return x, b
    return g
print(f.__annotations__, f.__defaults__, f.__kwdefaults__)
c = f.__code__
for n in "co_name co_qualname co_argcount co_posonlyargcount co_kwonlyargcount co_varnames co_flags co_firstlineno co_names co_freevars co_cellvars co_nlocals".split():
    print(n, getattr(c, n))
g = f(1)
print(g.__qualname__, g.__code__.co_freevars, [x.cell_contents for x in g.__closure__], f.__closure__)
print(f.__code__ is f.__code__, f.__globals__ is globals(), f.__module__, f.__name__, f.__dict__, f.__doc__)
f.x = 1
print(f.__dict__)
f.__name__ = "other"; f.__qualname__ = "q.other"
print(repr(f)[:18])
class C:
    class D:
        def m(self): 
            def inner(): pass
            return inner
        l = lambda self: [lambda: 1 for i in (1,)]
    def __p(self): pass
    x: int = 1
    y: "str"
    (z): int = 3
print(C.__annotations__, C.__qualname__, C.D.__qualname__, C.D.m.__qualname__, C.D().m().__qualname__, C.D().l()[0].__qualname__)
print(C.__dict__['_C__p'].__name__, C._C__p.__qualname__)
q: int
r: "list" = []
print(__annotations__)
def h():
    global gg
    def gg(): pass
    class L: pass
    return L
print(h().__qualname__, gg.__qualname__ )
show(setattr, f, "__name__", 1)
show(setattr, f, "__globals__", {})
show(setattr, f, "__annotations__", 1)
show(setattr, f, "__dict__", 1)
show(lambda: f.nope)
print(type(f), type(c), type(lambda: 1).__name__, type(f.__closure__))
def gen(): yield
async def co(): pass
async def ag(): yield
print([hex(x.__code__.co_flags) for x in (gen, co, ag)])
def deco(fn):
    return fn
@deco
@deco
def decorated(): pass
print(decorated.__code__.co_firstlineno - deco.__code__.co_firstlineno)
g1, g2 = gen(), (i for i in ())
print(g1.__qualname__, g2.__qualname__, g1.gi_code is gen.__code__, g2.gi_code.co_name, g1.gi_frame.f_code.co_name)
g1.__name__ = "renamed"
print(g1.__name__, gen.__name__)
