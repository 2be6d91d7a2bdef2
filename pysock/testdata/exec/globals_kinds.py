# What eval takes for globals and locals, and what exec adds to them.
import array, collections, re
class I(int): pass
class D(collections.deque): pass
class G(object):
    def __getitem__(self, k): raise KeyError(k)
d = {}
exec('1', d)
print(type(d['__builtins__']) is dict, list(d))
for o in (collections.deque(), D(), re.match('a', 'a'), ValueError(), I(), G(), int, [], (), '', set(), {1: 2}, None, 3, array.array('i'), range(3)):
    for f in (lambda: eval('1', o), lambda: eval('1', {}, o), lambda: '%(a)s' % o, lambda: 'x' % o):
        try: r = f()
        except Exception as e: r = repr(e).replace(",)", ")")
        print(type(o).__name__, r)
