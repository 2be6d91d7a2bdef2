def show(label, fn):
    try: print(label, fn())
    except Exception as e: print(label, type(e).__name__, e)
def f(a, b=2, *c, **d): return a, b, c, d
def e(x): print('e', x); return x
show('p3', lambda: f(*1, *2))
show('p3', lambda: f(1, *2, **e(1)))
show('p3', lambda: f(*2, **e(1)))
show('p3', lambda: f(**2, **e(1)))
show('p3', lambda: f(**2, k=e(1)))
show('p3', lambda: f(*e([1]), *e([2]), **e({'z': 1}), y=e(2), **e({'w': 3})))
show('p3', lambda: f(**{'a': 1}, **{'a': 2}))
show('p3', lambda: f(**{'z': 1}, **{'z': 2}))
show('p3', lambda: f(**{1: 1}, **{1: 2}))
show('p3', lambda: f(**{1: 1}, **{2: 2}))
show('p3', lambda: (lambda: 0)(*1))
show('p3', lambda: (lambda: 0)(**1))
def cl(): 
    class X(**1): pass
show('p3', cl)
def cl(): 
    class X(a=1, **{'a': 1}): pass
show('p3', cl)
def cl(): 
    class X(*1): pass
show('p3', cl)
def cl(): 
    class X(**{1:2}): pass
show('p3', cl)
class Y:
    def __init_subclass__(cls, **k): cls.k = k
def cl(): 
    class X(Y, a=1, **{'b': 1}): pass
    return X.k
show('p3', cl)
