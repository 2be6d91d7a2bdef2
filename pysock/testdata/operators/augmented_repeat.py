# x *= y, where y is a sequence and x has a class of the script's: y isn't repeated.
def t(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
class I(int): pass
class Fl(float): pass
class L(list): pass
class Ix(object):
    def __index__(self): return 2
class M(Ix):
    def __mul__(self, o): return 'mul'
class R(list):
    def __rmul__(self, o): return 'rmul'
class B(bytearray): pass
def aug(a, b):
    a *= b
    return a
for x in I(3), Ix(), Fl(1.0), M(), 3, True, "ab", [1], L([1]), (1,), bytearray(b'a'), B(b'a'):
    for y in I(3), Ix(), Fl(1.0), M(), 3, True, 'ab', [1], L([1]), R([1]), (1,), bytearray(b'a'), B(b'a'):
        t(aug, x, y)
