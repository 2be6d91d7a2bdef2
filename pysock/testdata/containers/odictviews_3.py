from collections import OrderedDict as O
o=O([(1,2),(3,4)])
for v in (o.keys(), o.values(), o.items()):
    print(v, type(v), type(v).__mro__, list(v), len(v), list(reversed(v)))
print(o.keys() & {1}, o.items() - {(1,2)}, o.keys() == {1,3}, 1 in o.keys(), 2 in o.values(), (1,2) in o.items(), isinstance(o.keys(), type({}.keys())))
class P(O):
    def items(self): return list(super().items())
print(P(a=1).items(), P(a=1), P(a=1).keys(), O.items(o))
try: o.items(1)
except TypeError as e: print(e)
try: hash(o.keys())
except TypeError as e: print(e)
for k in o.keys(): print(k)
import collections.abc as c
print(isinstance(o.keys(), c.KeysView), isinstance(o.items(), c.ItemsView), isinstance(o.values(), c.ValuesView), isinstance(o.keys(), c.Set))
