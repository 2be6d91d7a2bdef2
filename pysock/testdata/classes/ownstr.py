import collections
bases = [(int, 5), (float, 1.5), (complex, 2j), (str, 'a'), (bytes, b'b'), (list, [1]), (tuple, (1,)), (dict, {}), (set, []), (frozenset, []), (ValueError, 'v'), (collections.deque, [1])]
try: bases += [(unicode, u'u'), (long, 5), (object, None)]
except NameError: pass
for b, v in bases:
    class R(b):
        def __repr__(self): return 'R'
    class S(b):
        def __str__(self): return 'S'
    for c in R, S:
        try: x = c(v) if v is not None else c()
        except Exception as e: print(b, e); continue
        print(b.__name__, c.__name__, str(x), repr(x)[:10], '%s' % (x,), '{0}'.format(x), '%r' % (x,) if c is R else 0)
        print(x)
class D(collections.deque): pass
d = D([1]); e = d
d += [2]
print(type(d), d, d is e)
