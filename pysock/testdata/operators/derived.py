class D(dict): pass
class L(list): pass
class F(float): pass
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, str(e))
def a1(x, y):
    x += y
def a2(x, y):
    x -= y
def a3(x, y):
    x *= y
def a4(x, y):
    x |= y
for x in (D(a=1), L([1]), F(1.5), {}, [], 1):
    for y in (1, 'a', [], D(), L(), F(2)):
        for f in (a1, a2, a3, a4): t(f, x, y)
class Ix(object):
    def __index__(self): return 3
t(lambda: Ix() * 'ab'); t(lambda: 'ab' * Ix()); t(lambda: [1] * Ix()); t(lambda: Ix() * [1]); t(lambda: 'abc'[Ix():]);  t(lambda: (1,2) * Ix()); t(a3, [1], Ix()); t(a3, 'a', Ix()); t(lambda: b'a' * Ix()); t(lambda: u'a' * Ix()); t(lambda: bytearray(b'a') * Ix())
