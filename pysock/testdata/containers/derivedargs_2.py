# What Python 2's functions ask of classes below list, tuple, dict, set and str.
log = []


def below(base):
    def __iter__(self):
        log.append('iter')
        return iter([7, 8])

    def __len__(self):
        log.append('len')
        return base.__len__(self)
    return type('X', (base,), {'__iter__': __iter__}), type('Y', (base,), {'__len__': __len__})


def error(x):
    try:
        raise ValueError, x
    except ValueError as e:
        return e.args


functions = {
    'repr': repr, 'str': str, 'star': lambda x: (lambda *a: a)(*x), 'apply': lambda x: apply(lambda *a: a, x),
    'keywords': lambda x: apply(lambda **k: k, (), x), 'frozenset': frozenset, 'set': set, 'isdisjoint': lambda x: set([7]).isdisjoint(x),
    'type': lambda x: type('T', x, {}).__name__, 'globals': lambda x: eval('1', x) if not isinstance(x, dict) else 0, 'locals': lambda x: eval('1', {}, x),
    'isinstance': lambda x: isinstance(1, x), 'issubclass': lambda x: issubclass(int, x), 'unicode': lambda x: unicode(x, 'ascii'),
    'raise': error, 'reversed': lambda x: list(reversed(x)), 'tuple': tuple, 'exit': lambda x: type(SystemExit(*x).code).__name__,
}
for base, given in (list, [0, 1]), (tuple, (int, str)), (dict, {'a': 1}), (set, [0]), (frozenset, [0]), (str, 'ab'), (bytearray, 'ab'):
    for K in below(base):
        for name in sorted(functions):
            if (name, base) in (('reversed', tuple), ('reversed', str), ('reversed', bytearray), ('exit', str), ('apply', bytearray)):
                continue
            del log[:]
            try:
                r = repr(functions[name](K(given)))
            except Exception as e:
                r = type(e).__name__, str(e)
            if name not in ('repr', 'str', 'raise') or K.__name__ == 'X':
                print base.__name__, K.__name__, name, log if K.__name__ == 'X' else '', r if ' at 0x' not in r else ''


class Pair(tuple):
    pass


try:
    raise SystemExit, Pair((1, 2))
except SystemExit as e:
    print type(e.code).__name__, e.code
try:
    class Meta(type):
        __slots__ = 'v'
except TypeError as e:
    print e


class Old:
    pass


for bases in (Old,), (Old, Old):
    try:
        type('T', bases, {})
    except TypeError as e:
        print e
try:
    class T:
        __metaclass__ = 5
except TypeError as e:
    print e


class Seq(list):
    def __getitem__(self, i):
        return i, type(i).__name__


print '{0[1]} {1[2]}'.format(Seq(), type('D', (dict,), {'__getitem__': lambda s, k: type(k).__name__})())
# instances' dicts lie as any dict does
for n in 2, 5, 6, 12, 22, 30:
    c, d = Old(), {}
    for i in range(n):
        setattr(c, 'k%d' % i, i)
        d['k%d' % i] = i
    print vars(c) == d, vars(c).keys() == d.keys(), repr(c.__dict__) == repr(d), c.__dict__
for n in range(1, 30):
    if n != 11:
        print dict.fromkeys(set(['k%d' % i for i in range(n)])).keys()[:4], dict.fromkeys(dict.fromkeys(range(0, 3 * n, 3))).keys()[-3:]
