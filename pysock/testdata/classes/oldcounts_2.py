# What bool(), len() and slices say of what __nonzero__ and __len__ return, in old-style classes and others.
class A:
    def __init__(self, **k): self.__dict__.update(k)
    def __len__(self): return self.l
    def __nonzero__(self): return self.z
class B:
    def __init__(self, **k): self.__dict__.update(k)
    def __len__(self): return self.l
class C(object):
    def __init__(self, **k): self.__dict__.update(k)
    def __nonzero__(self): return self.z
class D(object):
    def __init__(self, **k): self.__dict__.update(k)
    def __len__(self): return self.l
for K in A, B, C, D:
    for v in ([], 1.5, -1, 2, 'a', None, 10**30, True, 5L, -5L, 0L):
        for f in (bool, lambda x: not x, len, lambda x: x and 1, lambda x: bool.__nonzero__(bool(x))):
            try: r = f(K(l=v, z=v))
            except Exception as e: r = '%s: %s' % (type(e).__name__, e)
            if isinstance(r, K): r = 'K'
            print K.__name__, repr(v), r
class B:
    def __init__(self, l): self.l = l
    def __len__(self): return self.l
    def __getslice__(self, i, j): return i, j
    def __setslice__(self, i, j, v): print i, j, v
    def __contains__(self, x): return True
for v in ([], 1.5, -1, 2, 'a', None, 5L, True):
    for f in (lambda x: x[-1:], lambda x: x[:-2], lambda x: x[1:2]):
        try: r = f(B(v))
        except Exception as e: r = '%s: %s' % (type(e).__name__, e)
        print repr(v), r
