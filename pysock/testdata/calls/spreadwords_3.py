def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e))
def o():
    t(lambda: (lambda: 1)(*5))
    def p(x=t(lambda: (lambda: 1)(**5))): pass
    class C(object):
        t(lambda: (lambda: 1)(**5))
o()
try:
    def q(x=(lambda: 1)(**5)): pass
except TypeError as e: print(e)
for f in (compile, eval, exec):
    try: f(5, 'q', 'exec') if f is compile else f(5)
    except TypeError as e: print(e)
class Keyless(object):
    def keys(self): raise AttributeError('mine')
t(lambda: {**Keyless()})
t(lambda: (lambda **k: k)(**Keyless()))
