# The order of locals(): parameters, variables, those that inner functions use.
def f(a, *b, c=1, **d):
    z = 1; y = 2
    def g(): return z, a
    return list(locals())
print(f(1))
def f2(a, *b, c=1, **d):
    z = 1; y = 2
    return list(locals()), eval('list(locals())'), list(vars()), dir()
print(f2(1))
def f3(a, *b, c=1, **d):
    y = 2; z = 1
    def g():
        m = 1; k = (d, z, y, a); return list(locals())
    q = 1
    return g(), list(locals())
print(f3(1))
def f4(a, *b, c=1, **d):
    y = 2
    yield list(locals())
    def g(): return y, b
    yield list(locals())
    for y in [1]: pass
    x = 1
    yield list(locals())
print(list(f4(1)))
def f5(a, *b, c=1, **d):
    exec('pp = 1')
    y = 1
    return list(locals())
print(f5(1))
import sys
def f6(z, *y, x=1, **w):
    if 0: v = 1
    for u in [1]:
        with open('/dev/null') as t: pass
    try: 1/0
    except Exception as s: r = list(locals())
    import os as q
    class P: m = list(locals()); n = 1
    p = [o for o in [1]]
    del r
    return list(sys._getframe().f_locals), p, P.m
print(f6(1))
class C:
    b = 1; a = 2
    def m(self): pass
    print(list(locals()))
    a = 3
    del b
    b = 4
    print(list(locals()))
def f7(a, *b, c=1, **d):
    del a
    a = 1
    return list(locals())
print(f7(1)); print((lambda z, *y, x=1: list(locals()))(1))
def f(a):
    d = locals(); b = 1
    print(list(d))
    locals(); print(list(d)); d['q'] = 1; print(d is locals(), list(d)); del b; locals(); print(list(d))
f(1)
import sys
def f4(a, *b, c=1, **d):
    y = 2
    yield sys._getframe().f_code.co_varnames, list(sys._getframe().f_locals), list(locals())
    yield
g=f4(1)
print(next(g), g.gi_code.co_varnames, f4.__code__.co_varnames, list(g.gi_frame.f_locals))
