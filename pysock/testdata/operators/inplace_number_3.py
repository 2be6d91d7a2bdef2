class A:
    def __init__(self, v): self.val = v
    def __add__(self, v): return A(self.val + v)
class B(A):
    def __iadd__(self, v): return B(self.val + v)
class C(A):
    def __iadd__(self, v): self.val += v; return self
def f():
    x = C(2); y = x
    x += 10
    print(x is y, x.val)
f()
class T:
    def __init__(self): self.l=[]
for n in 'add sub mul matmul floordiv mod truediv and or xor lshift rshift pow'.split():
    def m(self, v, n=n): print('i'+n); return self
    setattr(T, '__i%s__' % n, m)
x = y = T()
x += 1; x -= 1; x *= 1; x @= 1; x //= 1; x %= 1; x /= 1; x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 1
print(x is y)
class N: __itruediv__ = None; __imod__ = None
for s in 'x /= 1', 'x %= 2':
    x = N()
    try: exec(s)
    except TypeError as e: print(e)
class R:
    def __itruediv__(self, o): return NotImplemented
    def __truediv__(self, o): return 'plain'
x = R(); x /= 2; print(x)
