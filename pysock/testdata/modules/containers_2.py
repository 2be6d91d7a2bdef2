import UserDict, UserList
d = UserDict.UserDict({'a': 1}, b=2); d['c'] = 3
print sorted(d.items()), d == {'a': 1, 'b': 2, 'c': 3}, len(d), d.get('q'), 'a' in d, d.pop('a'), d.has_key('a'), d.copy()['b']
class M(UserDict.DictMixin):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def keys(self): return sorted(self.d)
m = M(); m.update({'a': 1}, b=2); print m, m.items(), m.get('z', 0), m.pop('a'), list(m), len(m), m == {'b': 2}
l = UserList.UserList([3, 1, 2]); l.sort(); l.append(5); print l, l[1:], l[1:].__class__.__name__, l + [1], [0] + l, l * 2, l == [1, 2, 3, 5], l.pop(), l.index(2), 3 in l
l[0:1] = [7, 8]; del l[0:1]; print l
