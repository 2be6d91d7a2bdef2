# Whom errors of + and * name.
import traceback, functools
def t(f, tb=0):
    try: print(f())
    except BaseException as e:
        print(type(e).__name__, e)
        if tb: traceback.print_exc()
class BA(bytearray): pass
class BB(bytes): pass
class SS(str): pass
class LL(list): pass
class TT(tuple): pass
for x in (BA(b'a'), BB(b'a'), SS('a'), LL([1]), TT([1]), bytearray(b'a'), b'a', 'a', [1], (1,)):
    for y in (1, None, 'a', b'a', [1], (1,), 1.5, BA(b'a'), SS('x'), LL(), TT(), {}, object()):
        t(lambda: x + y); t(lambda: y + x); t(lambda: x * y); t(lambda: y * x); t(lambda: x % y); t(lambda: x < y); t(lambda: x.__mul__(y)); t(lambda: x.__mod__(y))
        def h():
            z = x; z += y; return z
        t(h)
        def h():
            z = x; z *= y; return z
        t(h)
