import sys
py2 = sys.version_info[0] == 2
def show(x): sys.stdout.write(repr(x) + "\n")
show({3, 1, 2}); show({10, 20, 30, 40, 50}); show(set([10, 20, 30, 40, 50])); show({-1, -2, 0, 5}); show({1.5, 2.5, 100, 7})
show(set(range(20, 0, -1))); show({5, 3} | {1, 9, 17}); show({1,2,3,4} & {4,3}); show({8, 16, 24, 1} - {1}); show({1, 2, 3} ^ {3, 4})
show(frozenset([9, 8, 7])); show({(1, 2), (3, 4), (0, 1)}); show({True, False, 2}); show({x * x for x in range(10)})
s = set()
for i in [33, 1, 65, 2, 97, 3]: s.add(i); show(s)
show({1, 2, 3}.union([100, 50], (7,))); show(list({5, 4, 3})); show(sorted({5, 4, 3}))
t = {1000, 2000, 3000, 4000, 5000, 6000}; show(t); t.remove(3000); t.add(3001); show(t)
while t: show(t.pop())
show({i * 7 for i in range(30)}); show(set([1, 2, 3]).copy())
if py2:
    show({'name': 'x', 'age': 3, 'city': 'y'}); show(dict(a=1, b=2, c=3, d=4, e=5, f=6, g=7))
    d = {}
    for w in 'the quick brown fox jumps over the lazy dog'.split(): d[w] = len(w); show(d)
    show(d.keys()); show(d.items()); show(sorted(d)); show(d.popitem()); show(d)
    del d['fox']; show(d); show(dict(d)); show({u'\xe9': 1, u'b': 2, 'c': 3, 5: 6, 1.5: 2, (1, 'a'): 3})
    show(set('hello world')); show(set(['apple', 'banana', 'orange'])); show({'host': 'localhost', 'port': 8080, 'timeout': 5, 'ssl': False, 'user': 'root', 'passwd': 'x', 'db': 'test'})
    show({'a': 1, 'b': {'c': 2, 'd': 3}}); show(dict([('one', 1), ('two', 2), ('three', 3)])); show(dict.fromkeys('abcdef', 0)); show({}.fromkeys(range(12)))
    for k, v in {'x': 1, 'yy': 2, 'zzz': 3}.iteritems(): show((k, v))
    d = {'tim': 5, 'jack': 4098, 'sape': 4139, 'guido': 4127}; d.update({'irv': 4127}); show(d); d.update(a=1, b=2); show(d)
    show({'sape': 4139, 'jack': 4098, 'guido': 4127}); show({x: x**2 for x in (2, 4, 6)}); show({1: 2, 10**20: 3, -5: 1, 2**40: 1})
