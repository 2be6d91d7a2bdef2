# What a dict or set is updated with itself: nothing happens, its order stays.
from __future__ import print_function
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update(d); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update({}); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update(); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update([]); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update(**{}); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update(dict(d)); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d = dict(d); print(list(d.values()))
d = {'k': 0, 'b': -5, 'zzz': 0}; d.update(d.items()); print(list(d.values()))
s = {1, 9, 17}; s.update(s); s |= s; s &= s; print(list(s)); s -= s; print(list(s)); s ^= s; s = {1, 9, 17, 4}; s.difference_update(s); s.update([3, 11]); print(list(s))
class A(object): pass
a = A(); a.k = 0; a.b = -5; a.zzz = 0; a.__dict__.update(a.__dict__); print(list(vars(a)))
from collections import OrderedDict, defaultdict, Counter
for c in OrderedDict, Counter, lambda x: defaultdict(int, x):
    d = c({'k': 0, 'b': -5, 'zzz': 0}); d.update(d); print(list(d.values()))
