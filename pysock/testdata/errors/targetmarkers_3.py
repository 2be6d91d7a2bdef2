# Under which part of a statement with several targets the markers stand.
import sys
class Any:
    def __getattr__(self, name):
        if name[:2] == '__': raise AttributeError(name)
        return self
    def __call__(self, *args): return self
    def __getitem__(self, i): return self
    def __setitem__(self, i, x): pass
    def __setattr__(self, i, x): pass
    def __iter__(self): return iter(['ab', 'cd'])
    def __enter__(self): return [1, 2]
    def __exit__(self, *args): pass
o = Any()
n = None
def note(f):
    try: f()
    except Exception: sys.excepthook(*sys.exc_info())

def f0():
    undef.a, o.b = o
note(f0)
def f1():
    undef[o], y = o
note(f1)
def f2():
    undef.a, y = o
note(f2)
def f3():
    y, undef.a = o
note(f3)
def f4():
    undef(o).a, y = o
note(f4)
def f5():
    undef[o:o], y = o
note(f5)
def f6():
    (undef.a, y), z = o
note(f6)
def f7():
    [undef.a, [undef.b, z]] = o
note(f7)
def f8():
    *undef.a, y = o
note(f8)
def f9():
    o.a, y = n
note(f9)
def f10():
    o[o], y = 1
note(f10)
def f11():
    (x, y), z = 1, 2
note(f11)
def f12():
    (x, (y, z)), w = (1, 2), 3
note(f12)
def f13():
    [[x], y] = 1, 2
note(f13)
def f14():
    (x), y = n
note(f14)
def f15():
    x, = n
note(f15)
def f16():
    () = o
note(f16)
def f17():
    [] = 1
note(f17)
def f18():
    for undef.a, o[o] in o: break
note(f18)
def f19():
    for (x, y), z in [(1, 2)]: break
note(f19)
def f20():
    for x, (y, z) in [(1, 2)]: break
note(f20)
def f21():
    for o.a, y in [1]: break
note(f21)
def f22():
    x = [x for (x, y), z in [(1, 2)]]
note(f22)
def f23():
    x = [x for o.a, y in [1]]
note(f23)
def f24():
    x = [x for undef.a, y in [o]]
note(f24)
def f25():
    with o as (undef.a, y): pass
note(f25)
def f26():
    with o as ((x, y), z): pass
note(f26)
def f27():
    loc[0], loc = 1, 2
note(f27)
def f28():
    loc.a, loc = 1, 2
note(f28)
def f29():
    x = undef.a, y = o
note(f29)
def f30():
    x = {*o, [], undef}
note(f30)
def f31():
    n[0] += undef
note(f31)
def f32():
    undef.a.b += n
note(f32)
def f33():
    o.a[undef] += 1
note(f33)
