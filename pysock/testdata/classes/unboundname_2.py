import functools
def ident(x): return x
class T(object):
    f = functools.wraps(ident)(lambda x: x + 1)
    def g(self): pass
    g.__name__ = 'renamed'
for m in (T.f, T.g):
    for a in ((), (1,), (T,)):
        try: m(*a)
        except TypeError as e: print e
print T.f, T.g, T.f.__name__, T.g.im_func.__name__
class O:
    g = T.__dict__['g']
try: O.g(1)
except TypeError as e: print e
try: O.g()
except TypeError as e: print e
try: T().g(1)
except TypeError as e: print e
