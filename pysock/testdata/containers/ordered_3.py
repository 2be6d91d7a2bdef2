# Classes that derive from OrderedDict, SimpleNamespace and what they leave to
# their bases; mappingproxy of other mappings than dict.
import copy
import pickle
import types
from collections import ChainMap, OrderedDict
from types import SimpleNamespace


class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
        self.calls = []

    def __getitem__(self, key):
        self.calls.append('get')
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        self.calls.append('set')
        while key not in self and len(self) >= self.size:
            self.popitem(last=False)
        super().__setitem__(key, value)
        self.move_to_end(key)

    def __delitem__(self, key):
        self.calls.append('del')
        super().__delitem__(key)


c = LRU(2)
c['a'] = 1
c['b'] = 2
print(c['a'], list(c), list(reversed(c)))
c['c'] = 3
print(list(c.items()), c.popitem(), c.pop('a'), c.pop('a', 'none'), c.calls)
try:
    c.pop('a')
except KeyError as e:
    print('KeyError', e)


class Refuses(OrderedDict):
    def update(self, *args, **kwargs):
        raise Exception('update was called')


print(Refuses([('x', 1)]))


class Slotted(OrderedDict):
    __slots__ = ('x', 'y')


s = Slotted([('k', 1)])
s.x = [1]
print(copy.copy(s).x is s.x, copy.deepcopy(s).x, copy.copy(s))


class L(list):
    def __getitem__(self, i):
        return 'item %d' % i


print(list(reversed(L([1, 2]))))


class S(SimpleNamespace):
    pass


class S2(SimpleNamespace):
    def __init__(self, a, **kwargs):
        super().__init__(**kwargs)
        self.a = a


print(S(ham=1), S(ham=1) == SimpleNamespace(ham=1), S(ham=1) != S(ham=2), S2(3, b=4))
print(pickle.loads(pickle.dumps(S(ham=1))), copy.copy(SimpleNamespace(a=[1])), vars(S(a=1)), S.__mro__)
for f in (lambda: hash(S()), lambda: S(1), lambda: SimpleNamespace(1), lambda: hash(SimpleNamespace())):
    try:
        f()
    except TypeError as e:
        print(e)
s = S()
s.s = s
print(s)
n = SimpleNamespace(x=1)
n.__init__(x=2, y=3)
print(n)


class Custom(dict):
    def __len__(self):
        return 500

    def get(self, k, d=None):
        return 'get ' + k

    def keys(self):
        return 'my keys'


p = types.MappingProxyType(Custom(a=1))
print(len(p), p.get('z'), p.keys())
p = types.MappingProxyType(ChainMap({'a': 1}, {'b': 2}))
print(len(p), sorted(p), p['b'], 'b' in p)
