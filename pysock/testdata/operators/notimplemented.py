# An operator asks each operand once, where its methods return NotImplemented.
from __future__ import print_function


def method(n):
    def f(s, *o):
        print(' ', n, s)
        return NotImplemented
    f.__name__ = n
    return f


class V(object):
    def __init__(s, v): s.v = v
    def __repr__(s): return type(s).__name__ + str(s.v)
    for n in ('add sub mul truediv div floordiv mod pow lshift rshift and or xor matmul divmod radd rsub rmul rtruediv rdiv rfloordiv rmod rpow '
              'rlshift rrshift rand ror rxor rdivmod iadd isub imul itruediv idiv iand ior ixor ifloordiv ipow ilshift').split():
        locals()['__%s__' % n] = method(n)


class W(V):
    __radd__ = method('W radd')
    __rmul__ = method('W rmul')


class U(object):
    __radd__ = method('U radd')
    def __repr__(s): return 'u'


class M(type):
    __add__ = method('M add')
    __radd__ = method('M radd')
    __or__ = method('M or')
    def __repr__(c): return c.__name__


C = M('C', (object,), {})
D = M('D', (object,), {})
values = [V(1), V(2), W(3), U(), C, D, 1, 'a', [1], (1,), {}, None, 1.5]
for op in '+ - * / // % ** << >> & | ^'.split():
    for x in values[:8]:
        for y in values:
            if x in (1, 'a') and y in values[6:]:
                continue
            e = 'x %s y' % op
            try:
                print(x, op, y, eval(e))
            except Exception as z:
                print(x, op, y, type(z).__name__, z)
for s in 'a += b|a -= 1|a *= b|a /= b|a &= b|a //= 1|a **= 2|a <<= 1'.split('|'):
    a, b = values[:2]
    try:
        exec(s)
    except Exception as x:
        print(s, type(x).__name__, x)
for f in divmod, pow:
    try:
        f(V(1), V(2))
    except Exception as x:
        print(f.__name__, type(x).__name__, x)
