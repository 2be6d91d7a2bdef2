# Copies of ordered dicts carry their attributes, except those by the method.
from collections import OrderedDict
import copy
class S(OrderedDict): pass
for cls in OrderedDict, S:
    d = cls([(1, [2]), (3, 4)])
    d.x = ['hi']
    for e in (copy.copy(d), copy.deepcopy(d), d.copy()):
        print('%s %s %s %s %s' % (type(e).__name__, e, getattr(e, 'x', None), getattr(e, 'x', None) is d.x, e[1] is d[1]))
