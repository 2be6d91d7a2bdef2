# The value is looked at before the range of the index.
def t(f):
    try: print(f())
    except Exception as e: print(repr(e))
b = bytearray(2)
def s(i, v): b[i] = v; return b
class I:
    def __init__(self, v): self.v = v
    def __index__(self): print('index', self.v); return self.v
class BadI:
    def __index__(self): raise TypeError('bad')
for i in (0, 1, 2, -3, 'a', 1.0, None, I(1), I(5), BadI(), 2**100, True):
    for v in (5, 256, -1, 'a', None, I(7), I(300), BadI(), b'a', 2**100):
        t(lambda: s(i, v))
for C in bytes, bytearray:
    for v in [300], [-1], [2**80], ['a'], iter([300]), (300,), {300}:
        try: print(C(v))
        except Exception as e: print(repr(e))
