# What __class__ may be set to.
import traceback
def t(f, tb=0):
    try: print(f())
    except BaseException as e:
        print(type(e).__name__, e)
        if tb: traceback.print_exc()
class C: pass
C2 = dict
import functools
def f(): pass
def g(): yield
t(lambda: setattr(g(), '__class__', []))
def f():
    g().__class__ = []
t(f)
for x in (1, 'a', [], {}, (), set(), f, len, object(), None, 1.5, type, C, C(), g(), range(3), ValueError(), slice(1), b'', bytearray(), memoryview(b''), [].append, property(), functools, iter([]), zip()):
    for k in ([], int, C, None, list, object, type):
        def h(): x.__class__ = k
        t(h)
    def h(): del x.__class__
    t(h)
def g(): yield
x = g()
for n in sorted(set(dir(x)) | {'foo', '__name__', '__qualname__', '__class__'}):
    if n[:2] == '__' and n not in ('__name__', '__class__', '__iter__', '__doc__', '__hash__'): continue
    for v in (5, 'a', None, int):
        try: setattr(x, n, v); r = 'ok'
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        print(n, v, r)
    try: delattr(x, n); r = 'ok'
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(n, r)
print(repr(x)[:25], x.__name__, 'gi_frame' in dir(x), '__name__' in dir(x))
y = (i for i in [1])
print(y.__name__, type(y).__name__)
try: print(type(y).gi_frame, type(y).__name__)
except Exception as e: print(e)
