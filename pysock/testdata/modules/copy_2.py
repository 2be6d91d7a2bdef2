import copy, collections, types
class A(object):
    def __init__(self, x): self.x = x
class O:
    def __init__(self, x): self.x = x
a = A([1, 2]); b = copy.copy(a); c = copy.deepcopy(a)
print b is a, b.x is a.x, c.x is a.x, c.x == a.x, type(b).__name__
o = O([1]); p = copy.copy(o); q = copy.deepcopy(o); print p.x is o.x, q.x is o.x, q.x, q.__class__ is O
l = [1, [2, 3], {'a': [4]}, (5, [6]), {7}]; m = copy.deepcopy(l); print m == l, m[1] is l[1], m[3][1] is l[3][1], copy.copy(l)[1] is l[1]
d = {}; d['d'] = d; e = copy.deepcopy(d); print e['d'] is e
class C:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
print copy.copy(C()), copy.deepcopy(C())
print copy.copy(collections.deque([1, 2], 5)), copy.deepcopy(collections.OrderedDict([('a', [1])])), copy.copy(u'x'), copy.copy(5L), copy.copy(O) is O, copy.copy(A) is A
P = collections.namedtuple('P', 'x y'); p = P([1], 2); q = copy.deepcopy(p); print q, q.x is p.x
print types.StringTypes, types.ClassType, types.InstanceType, types.DictType, isinstance(o, types.InstanceType), type(O) is types.ClassType, types.FunctionType, types.NoneType, types.GeneratorType, types.FileType
