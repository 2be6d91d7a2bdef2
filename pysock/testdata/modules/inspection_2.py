import inspect
def f(a, b=2, *c, **d):
    "doc"
    return 1
class A(object):
    def m(self, q): pass
class O: pass
print(inspect.getargspec(f), inspect.getargspec(A.m), inspect.formatargspec(*inspect.getargspec(f)))
print(inspect.getcallargs(f, 1, 3, 4, z=5) == {'a': 1, 'b': 3, 'c': (4,), 'd': {'z': 5}})
for call in [lambda: inspect.getcallargs(f), lambda: inspect.getcallargs(lambda x: 0, 1, 2), lambda: inspect.getcallargs(lambda x: 0, y=1)]:
    try: call()
    except TypeError as e: print(e)
for x in f, A, O, A.m, A().m, len, inspect:
    print([n for n in ("isfunction", "isclass", "ismethod", "isbuiltin", "isroutine", "ismodule") if getattr(inspect, n)(x)])
print(inspect.getsource(f)); print(inspect.getsource(A.m)); print(inspect.getsource(A))
def g(): return inspect.stack()[0][3], inspect.currentframe().f_code.co_name
print(g())
