from typing import Optional
__annotations__[1] = 2
class C:
    x = 5; y: Optional['C'] = None
    print(__annotations__, __module__, __qualname__)
print(__annotations__)
def f(x):
    def g(y):
        def h(z):
            return y + z
        w = x + y
        y += 3
        return locals()
    return g
print({k:v for k,v in f(2)(4).items() if k!='h'})
def f(x):
    class C:
        x = 12
        def m(self): return x
        locals()
    return C
print(f(1).x)
def f(x):
    class C:
        y = x
        def m(self): return x
        z = list(locals())
    return C
print(f(1).z)
def t():
    x = 42
    class X:
        locals()["x"] = 43
        y = x
    print(X.y)
    class X:
        locals()["x"] = 43
        del x
    print(hasattr(X,'x'))
    class X:
        locals()["q"] = 43
        z = eval('q')
        exec('r = q + 1')
        zz = r, dir()
    print(X.z, X.zz)
t()
def f(a):
    def g(*args, **k):
        def inner(): return k
        return eval('(a2, args, k)', {'a2': 1}, None) if 0 else eval('args, k', None, None)
    return g
print(f(1)(2, b=3))
def gen(a):
    b = a
    def h(): return b
    yield sorted(locals())
    try:
        c = 1
        yield sorted(locals())
    finally: pass
for x in gen(1): print(x)
import sys
def gen(a):
    b = a
    def h(): return b
    yield sorted(sys._getframe().f_locals)
    try:
        c = 1
        yield sorted(sys._getframe().f_locals)
    finally: pass
for x in gen(1): print(x)
def deco(f):
    def w(*a):
        u = 1
        return f(*a), sorted(sys._getframe().f_locals)
    return w
@deco
def foo(n): return n
print(foo(3))
class A:
    def m(self):
        return 0, sorted(locals())
print(A().m()[1])
l = [locals is not None for i in (1,)]
def p():
    q = 1
    return [eval('i') for i in (2,)]
print(p())
def f():
    def g(): return sorted(locals()), later if 0 else 0
    r = g()
    later = 3
    return r, g()
print(f())
g = vars
def z(a): return g()
print(z(1))
class M(type):
    @classmethod
    def __prepare__(m, n, b): return {'x': 1}
def o():
    x = 2
    class K(metaclass=M):
        print(x, locals())
        def f(self): return x
    return K().f()
print(o())
