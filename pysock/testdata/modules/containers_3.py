import collections as c, heapq as h, bisect as b
def show(g):
    try: print(repr(g()))
    except Exception as x: print(type(x).__name__, x)
m = c.ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m, m['a'], m['b'], len(m), list(m), m.new_child({'z': 0}), m.parents, dict(m), m.get('q', 5), 'b' in m)
m['b'] = 9; print(m.maps); show(lambda: m['zz']); show(lambda: m.pop('nope')); del m['a']; print(m, m | {'n': 1})
class D(c.UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
d = D({'a': 1}, b=2); d.update(c=3); print(d, d['a'], len(d), d == {'a': 2, 'b': 4, 'c': 6}, d.copy(), d | {'x': 1}); show(lambda: d['q'])
l = c.UserList([3, 1, 2]); l.sort(); l.append(5); print(l, l[1:], type(l[1:]).__name__, l + [1], [0] + l, l * 2, l == [1, 2, 3, 5], l.pop(), l.index(2), 3 in l)
s = c.UserString('hello'); print(s, s.upper(), type(s.upper()).__name__, s + ' x', s[1:3], s == 'hello', s.find('l'), s.split('l'), 'ell' in s, len(s), hash(s) == hash('hello'), s * 2, c.UserString('%s!') % 'a'); show(lambda: s)
x = [5, 3, 8, 1, 9, 2]; h.heapify(x); print(x[0], [h.heappop(x) for _ in range(3)], h.heappushpop(x, 0), h.heapreplace(x, 7), sorted(x)); show(lambda: h.heappop([]))
print(h.nsmallest(2, [3, 1, 2]), h.nlargest(2, 'abc', key=lambda c: -ord(c)), list(h.merge([1, 4], [2, 3], [])), list(h.merge([4, 1], [3, 2], reverse=True)))
print(b.bisect([1, 2, 2, 3], 2), b.bisect_left([1, 2, 2, 3], 2), b.bisect([(1, 'a')], 1, key=lambda p: p[0])); q = [1, 3]; b.insort(q, 2); print(q); show(lambda: b.bisect([], 1, -1))
