class F(frozenset):
    def __init__(self, v=1): self.v = v
print(F(v=2).v)
class F2(frozenset): pass
class S2(set): pass
class N(object):
    __iter__ = None
    __len__ = None
    __getitem__ = None
    __add__ = None
    __eq__ = None
    __nonzero__ = None
    __call__ = None
    __str__ = None
    __contains__ = None
    __enter__ = None
    __setitem__ = None
    __int__ = None
class B(bytearray):
    __iter__ = None
class H(object):
    __hash__ = None
def w():
    with n: pass
def si(): n[1] = 2
n = N()
for f in (lambda: F2(v=2), lambda: frozenset(v=2), lambda: S2(v=2), lambda: set(v=2), lambda: F2([1], v=2),
          lambda: range(2.0, 2.0), lambda: range(None, 2.5), lambda: range(1, 2, 'a'), lambda: range('a'), lambda: range('a', 1), lambda: range(1, 'a'), lambda: range(1, 2.5, 'a'),
          lambda: iter(n), lambda: list(n), lambda: [x for x in n], lambda: len(n), lambda: n[1], lambda: n + 1, lambda: n == 1, lambda: n(), lambda: str(n), lambda: 1 in n, w, si, lambda: int(n),
          lambda: [x for x in B()], lambda: hash(H()), lambda: hasattr(n, '__call__'), lambda: callable(n)):
    try: print(f())
    except Exception as e: print(type(e), e)
for spec in '#x', '#d', '#', '+x', '010', '=5', 'x', 's', '#s':
    try: print(format(1j, spec))
    except Exception as e: print(type(e), e)
    try: print(format(1.5, spec))
    except Exception as e: print(type(e), e)
