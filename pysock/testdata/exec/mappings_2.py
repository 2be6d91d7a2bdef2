g, l = {}, {}
exec 'global a; a = 1; b = 2' in g, l
g.pop('__builtins__'); print g, l
class I(object):
    def __iter__(self): return self
for f in iter, list, enumerate, lambda x: [i for i in x], reversed:
    try: print(f(I()))
    except TypeError as e: print e
def h():
    exec "def add((a, b)):\n  return a + b" in locals()
    print add((1, 2))
h()
for l in 5, 'x':
    try: exec '1' in {}, l
    except TypeError as e: print(e)
    try: eval('1', {}, l)
    except TypeError as e: print(e)
def gen(): yield
x = gen()
try: del x.__name__
except Exception as e: print type(e), e
