import collections.abc as a
print(a.Iterable, a.__all__)
for v in ([], (), {}, set(), frozenset(), 'a', b'a', bytearray(), range(3), iter([]), iter({}), {}.keys(), {}.items(), {}.values(), (x for x in []), len, 3, None, memoryview(b''), zip(), map(len, [])):
    print(type(v).__name__, [n for n in a.__all__ if isinstance(v, getattr(a, n))])
class L(a.MutableSequence):
    def __init__(self, *x): self.l = list(x)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(1, 2, 3); l.append(4); l += [5]; l.reverse(); print(list(l), 3 in l, l.index(2), l.count(1), list(reversed(l)), l.pop(), l.pop(0)); l.remove(3); l.extend(l); print(list(l)); l.clear(); print(len(l))
class M(a.MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m.update({'a': 1}, b=2); m.update([('c', 3)]); print(dict(m), list(m.keys()), list(m.items()), m.pop('a'), m.pop('z', 0), m.get('q'), 'b' in m, m == {'b': 2, 'c': 3}, m.setdefault('n', 1), m.popitem(), m.keys() & {'b'}, ('b', 2) in m.items(), 3 in m.values(), {**m})
class S(a.Set):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def __repr__(self): return 'S(%r)' % self.s
s = S([1, 2, 3]); print(s & [2], s | {9}, s - S([1]), s ^ S([3, 4]), s <= S([1,2,3,4]), s == {1, 2, 3}, s.isdisjoint([7]), {1, 5} & s, {5} | s, {1, 9} - s, s > S([1]))
try: a.Sequence()
except TypeError as e: print(e)
class H: __hash__ = None
class E: __iter__ = None
print(isinstance(H(), a.Hashable), isinstance(E(), a.Iterable), issubclass(dict, a.Mapping), issubclass(a.Mapping, a.Sized), isinstance(print, a.Callable))
class G(a.Generator):
    def send(self, v): return 7
    def throw(self, *a): raise GeneratorExit
g = G(); print(next(g), iter(g) is g, g.close())
print(a.KeysView({'a': 1}), a.ValuesView({1: 2}))
