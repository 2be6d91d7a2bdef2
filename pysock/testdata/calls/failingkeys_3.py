# ** of mappings that fail.
import traceback, functools
def t(f, tb=0):
    try: print(f())
    except BaseException as e:
        print(type(e).__name__, e)
        if tb: traceback.print_exc()
def E(exc, n):
    def raiser(*a): raise exc
    return type('E', (), {n: raiser, **({'keys': lambda s: ['a']} if n != 'keys' else {})})()
def ff(**k): return k
for exc in (KeyError('x'), KeyError, AttributeError('y'), TypeError('z'), ValueError('v'), IndexError, StopIteration):
    for n in ('keys', '__getitem__'):
        t(lambda: ff(**E(exc, n))); t(lambda: dict(**E(exc, n))); t(lambda: ff(a=1, **E(exc, n))); t(lambda: {**E(exc, n)}); t(lambda: ff(**{'b': 1}, **E(exc, n))); t(lambda: dict(E(exc, n))); t(lambda: {}.update(E(exc, n))); t(lambda: print(**E(exc,n)))
        t(lambda: '{a}'.format(**E(exc, n)))
        def h():
            d = {}; d |= E(exc, n); return d
        t(h)
