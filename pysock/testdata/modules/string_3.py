import string
def show(g):
    try: print(repr(g()))
    except Exception as x: print(type(x).__name__, x)
T = string.Template
print(string.capwords('hello  wOrld'), string.capwords('a-b', '-'), string.hexdigits, repr(string.printable), string.punctuation)
show(lambda: T('$who likes ${what} $$5').substitute(who='tim', what='kung')); show(lambda: T('$a').substitute()); show(lambda: T('$a $').substitute(a=1)); show(lambda: T('x\n  $-').substitute({})); show(lambda: T('$a $b').safe_substitute(a=1)); show(lambda: T('$a').substitute({'a': 2}, a=3)); show(lambda: T('$$ $a ${').is_valid()); show(lambda: T('$a ${b} $a').get_identifiers()); show(lambda: T('$a').substitute({}, {}))
class P(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
show(lambda: P('%no %with_under %% %').safe_substitute(with_under='x'))
F = string.Formatter()
for f, a, k in [('{0} {1!r:>5} {x[1]} {y.real}', (1, 'a'), {'x': [1, 2], 'y': 3}), ('{} {}', (1, 2), {}), ('{{}} {0:{1}}', (5, 4), {}), ('{0} {}', (1, 2), {}), ('{x', (), {}), ('}', (), {}), ('{0!q}', (1,), {}), ('{z}', (), {}), ('{5}', (), {}), ('{0.__class__.__name__!s:*^9}', (1,), {}), ('{a[b]}', (), {'a': {'b': 1}})]:
    show(lambda: F.format(f, *a, **k))
print(list(F.parse('a{b!r:c}{{d}')) if 0 else list(F.parse('a{b!r:c}d')), F.get_field('0.real', (3,), {}))
class MyF(string.Formatter):
    def get_value(self, key, args, kw): return kw.get(key, '?' + str(key)) if isinstance(key, str) else args[key]
    def check_unused_args(self, used, args, kw): print('used', sorted(map(str, used)))
show(lambda: MyF().format('{0} {a} {b}', 1, a=2))
