# A bytearray that is changed by itself or by a view of itself.
from __future__ import print_function
def t(f):
    b = bytearray(b'abc')
    try: r = f(b)
    except BaseException as e: r = '%s %s' % (type(e).__name__, e)
    print(b, r if r is not b else 'same')
def iadd(b, x):
    b += x
def sl(i, j, x, k=None):
    def f(b): b[i:j:k] = x(b)
    return f
V = [('b', lambda b: b), ('mv', lambda b: memoryview(b)), ('mv3', lambda b: memoryview(b)[:3]),('empty', lambda b: bytearray())]
for n, x in V:
    print(n)
    t(lambda b: iadd(b, x(b)))
    t(lambda b: b.extend(x(b)))
    t(sl(1, 1, x)); t(sl(0, 3, x)); t(sl(1, 2, x)); t(sl(0, 2, x)); t(sl(None, None, x)); t(sl(None, None, x, -1)); t(sl(None,None,x,2))
    t(lambda b: b.__init__(x(b)))
    t(lambda b: b + x(b))
    t(lambda b: b.replace(x(b), x(b)))
    t(lambda b: b.split(x(b)))
    t(lambda b: b.__iadd__(x(b)))
    t(lambda b: b.extend(iter(x(b))))
    t(lambda b: b.extend(i for i in x(b)))
    t(lambda b: b.extend([b[0]]))
    t(lambda b: b.__init__(len(x(b))))
    t(lambda b: b.__init__())
    t(lambda b: b.__init__('x'))
    t(lambda b: b.__init__([1, 'x']))
    t(lambda b: b.__init__(-1))
    t(lambda b: b.__init__(None))
    t(lambda b: b.__imul__(2))
    t(lambda b: b.__imul__(-1))
    t(lambda b: b.insert(1, x(b)))
