import collections as c
def show(g):
    try: print(g())
    except Exception as x: print(type(x).__name__, x)
P = c.namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), len(p), list(p), p._fields, P._make([3, 4]), p._replace(x=9), p._asdict(), P.__doc__, P.__module__)
x, y = p; print(x, y, isinstance(p, tuple), p + (3,), p[0:1], '%s %s' % p, P.x.__doc__, p.__class__)
show(lambda: P(1)); show(lambda: P(1, 2, 3)); show(lambda: P(1, z=2)); show(lambda: P._make([1])); show(lambda: p._replace(z=1))
def setx(): p.x = 1
show(setx)
def sety(): p.foo = 1
show(sety)
D = c.namedtuple('D', ['a', 'b', 'c'], defaults=(5, 6)); print(D(1), D._field_defaults, D(1, c=2))
for args in [('A', 'class'), ('A', '_x'), ('A', 'x x'), ('1A', 'x'), ('A', 'x-y'), ('def', 'x')]: show(lambda: c.namedtuple(*args))
print(c.namedtuple('R', 'class _x x x', rename=True)._fields); show(lambda: c.namedtuple('A', 'x', defaults=(1, 2)))
class Sub(P):
    __slots__ = ()
    def norm(self): return self.x + self.y
    def __new__(cls, x=0, y=0): return super().__new__(cls, x, y)
print(Sub(), Sub(1, 2).norm(), Sub(3))
print(c.namedtuple('E', '')(), P(1, 2) < P(1, 3), sorted([P(2, 1), P(1, 2)]), {P(1, 2): 3}[(1, 2)])
o = c.OrderedDict([('a', 1), ('b', 2)]); o['c'] = 3; o.move_to_end('a'); print(o, o.popitem(), o.popitem(last=False), o, list(reversed(o)))
print(c.OrderedDict(a=1, b=2) == c.OrderedDict(b=2, a=1), c.OrderedDict(a=1, b=2) == dict(b=2, a=1), c.OrderedDict.fromkeys('abc'), c.OrderedDict())
o.move_to_end; show(lambda: o.move_to_end('zz')); show(lambda: c.OrderedDict().popitem()); show(lambda: o.pop('zz')); print(o.pop('b', 1), o.setdefault('q', 5), o)
o['self'] = o; print(o)
d = c.defaultdict(list); d['a'].append(1); d['a'].append(2); print(d, d['b'], len(d), d.default_factory, 'z' in d, d.get('z'))
show(lambda: c.defaultdict()['x']); show(lambda: c.defaultdict(3)); print(c.defaultdict(int, a=1), c.defaultdict(int, {'a': 2}).copy(), c.defaultdict, type(d))
d2 = c.defaultdict(int); 
for ch in 'hello': d2[ch] += 1
print(sorted(d2.items()), d2 | {'q': 1}, isinstance(d2, dict))
k = c.Counter('abracadabra'); print(k, k.most_common(2), k['zz'], sum(k.values()), sorted(k.elements())[:4], k.total())
k.update('aaa'); k.subtract({'b': 5}); print(k, +k, -k, k + c.Counter(a=1), k - c.Counter(a=1), k & c.Counter(a=1, b=1), k | c.Counter(z=4))
k += c.Counter(r=2); print(k); del k['nope']; print(c.Counter(a=1) == c.Counter(a=1, b=0), c.Counter(a=1) < c.Counter(a=2), c.Counter())
show(lambda: c.Counter.fromkeys('a')); show(lambda: c.Counter(1, 2)); show(lambda: c.Counter(3))
from collections import deque
d=deque([1,2],3)
for e in ['deque(1,2,3)','deque(3)','deque([],"a")','deque([],-1)','deque().pop()','d["a"]','d[0:1]','d[9]','d.remove(9)','d.index(9)','d.index()','d.rotate("a")','d.rotate(1,2)','d.append()','d.append(1,2)','deque([1,2],2).insert(0,3)','d.insert("a",1)','d+[1]','hash(d)','d<[1]','d<deque([3])','d.extend(3)','d.maxlen','d.count()','deque([1],maxlen=1,x=2)','d.copy(1)','d.__init__(1,2,3)','d.insert(1)','d.index(1,"a")','deque','d.reverse(1)', 'd==[1,2]', 'd == deque([1,2])', 'd.foo', 'deque([1,2,3])*2', 'deque([1,2],2)*3', '3*deque([1])','deque([1])+deque([2])', '2 in d', 'list(reversed(d))', 'type(iter(d))']:
    show(lambda: (e, eval(e)))
def mutate():
    for x in d: d.append(x)
show(mutate)
d = deque(range(5)); d.rotate(2); print(d); d.rotate(-3); print(d); d.appendleft(9); d.extendleft('ab'); print(d, d.pop(), d.popleft(), d[-1], d.index(9)); d[0] = 'z'; del d[1]; d.insert(1, 'i'); d.reverse(); print(d, d.count(3)); d += [1]; d *= 2; print(d); d.remove(1); print(len(d), bool(d)); d.clear(); print(d, bool(d))
class DD(deque):
    def __init__(self, a, b): super().__init__([a, b]); self.z = 1
print(DD(1, 2), DD(3, 4).z, len(DD(1, 2)), DD(1, 2) == deque([1, 2]))
def setml(): d.maxlen = 3
show(setml); d.append(d); print(d)
