# What comes of a set of a derived class, sets in sets, cmp() and hashes.
class S(set):
    pass
class F(frozenset):
    pass
for C in S, F:
    a = C('abc')
    for r in (a.union('d'), a | set('d'), a & a, a - set('a'), a ^ set('a'), a.copy(), a.difference('a'),
              a.intersection('a'), a.symmetric_difference('a'), set('d') | a, a.union(), a.intersection(), a.difference()):
        print type(r).__name__,
    print
print frozenset() is frozenset([]), frozenset('a').union() is frozenset('a')
print S('a') in set([frozenset('a')]), set([frozenset('a')]).discard(S('a'))
try:
    set().remove(S('a'))
except KeyError as e:
    print type(e.args[0]), e
for x, y in ((set('a'), set('b')), (set('a'), set('a')), (set('a'), set('ab')), (set('ab'), set('a')), (set(), 1)):
    try:
        print cmp(x, y)
    except TypeError as e:
        print e
for f in (lambda: set().__cmp__(set()), lambda: {}.__cmp__(1), lambda: (5).__cmp__(7), lambda: 5L.__cmp__(3L), lambda: {1: 2}.__cmp__({1: 3})):
    try:
        print f()
    except TypeError as e:
        print e

class Misbehaved(object):
    def __lt__(self, other): return 0
    def __gt__(self, other): return 0
    def __eq__(self, other): return 0
    def __cmp__(self, other): raise RuntimeError('expected')
try:
    cmp(Misbehaved(), Misbehaved())
except RuntimeError as e:
    print e

class Shows(object):
    def __repr__(self):
        return repr(self.value)
for make in set, frozenset, S, F, lambda l: list(l), lambda l: {1: l[0]}, tuple:
    w = Shows()
    w.value = make([w])
    if make is not tuple:
        print repr(w.value), [w]

class Counted(int):
    n = 0
    def __hash__(self):
        Counted.n += 1
        return int(self)
d = dict.fromkeys(map(Counted, range(5)))
s = set(d)
s.difference(d)
s.symmetric_difference_update(d)
dict.fromkeys(frozenset(d), 1)
set(d) | set(d)
print Counted.n
F('abc').__init__('x')
