import collections as c
def show(g):
    try: print g()
    except Exception as x: print type(x).__name__, x
P = c.namedtuple('P', 'x y')
p = P(1, y=2)
print p, p.x, p[1], p == (1, 2), len(p), list(p), p._fields, P._make([3, 4]), p._replace(x=9), p._asdict(), P.__doc__, P.__module__, '%s-%s' % p
show(lambda: P(1)); show(lambda: P(1, 2, 3)); show(lambda: P(1, z=2)); show(lambda: P._make([1])); show(lambda: p._replace(z=1))
def setx(): p.x = 1
show(setx)
for args in [('A', 'class'), ('A', '_x'), ('A', 'x x'), ('1A', 'x'), ('A', 'x-y')]: show(lambda: c.namedtuple(*args))
print c.namedtuple('R', 'class _x x x', rename=True)._fields
o = c.OrderedDict([('b', 1), ('a', 2)]); o['zz'] = 3; o['c'] = 0; print o, o.keys(), o.popitem(), o.popitem(last=False), list(reversed(o)), o.items(), list(o.iteritems())
print c.OrderedDict.fromkeys('qwerty'), c.OrderedDict(), c.OrderedDict([('a', 1)]) == {'a': 1}, o.copy() == o
d = c.defaultdict(list); d['a'].append(1); d['b']; print d, d['b'], len(d), d.default_factory
show(lambda: c.defaultdict()['x']); show(lambda: c.defaultdict(3)); print c.defaultdict, c.defaultdict(int, a=1).copy()
k = c.Counter('abracadabra'); print k.most_common(1), k['zz'], sum(k.values()), c.Counter('aab') + c.Counter('b'), c.Counter('aab') - c.Counter('ab'), c.Counter(a=1) | c.Counter(a=3), c.Counter('aab')
print isinstance({}, c.Mapping), isinstance([], c.Sequence), isinstance('', c.Iterable), isinstance(3, c.Hashable), isinstance([], c.Hashable), issubclass(dict, c.MutableMapping), isinstance(iter([]), c.Iterator)
class M(c.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update({'a': 1}, b=2); print sorted(m.items()), m.pop('a'), m.get('q'), 'b' in m, m == {'b': 2}, m.keys(), list(m.itervalues()), m.setdefault('n', 1)
try: c.Sequence()
except TypeError as e: print e
print c.deque([1, 2], 3), c.deque
