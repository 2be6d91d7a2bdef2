# The order in which Python 2's dicts and sets show what they hold, after keys have
# come, gone, and come at once: holes and the sizes of tables count.
import collections
import functools
import random


def key(r):
    if r.randrange(4) < 3:
        return r.choice([r.randrange(-9, 40), r.randrange(1000), r.randrange(8) * 8, r.randrange(6) * 32, r.randrange(2 ** 31)])
    return r.choice(['ab%d' % r.randrange(40), u'k%d' % r.randrange(9), (1, r.randrange(5)), 1.5 * r.randrange(9), True, 'Name', 'Age'])


DICT = [
    lambda d, r: dict(d),
    lambda d, r: d.copy(),
    lambda d, r: dict(d.items()),
    lambda d, r: dict.fromkeys(d),
    lambda d, r: dict.fromkeys(set(d)),
    lambda d, r: {k: 1 for k in d},
    lambda d, r: dict(d, a=1, b=2, zz=3),
    lambda d, r: {1: 1, 2: 2, 'a': 3, 'b': 4, 'c': 5, 9: 1, 17: 2},
    lambda d, r: dict(a=1, b=2, c=3, d=4, e=5, f=6, zz=7),
    lambda d, r: d.clear(),
    lambda d, r: d.update(dict((key(r), 2) for i in range(r.randrange(9)))),
    lambda d, r: d.update([(key(r), 2) for i in range(r.randrange(5))]),
    lambda d, r: d.setdefault(key(r), None),
    lambda d, r: [d.popitem() for i in range(r.randrange(2)) if d] * 0 or None,
]
SET = [
    lambda s, r: set(s),
    lambda s, r: s.copy(),
    lambda s, r: set(list(s)),
    lambda s, r: set(frozenset(s) | some(r)),
    lambda s, r: s | some(r),
    lambda s, r: s & some(r),
    lambda s, r: s ^ some(r),
    lambda s, r: s - some(r),
    lambda s, r: s.update(some(r)),
    lambda s, r: s.update(list(some(r))),
    lambda s, r: s.update(dict.fromkeys(some(r))),
    lambda s, r: s.intersection_update(list(some(r))),
    lambda s, r: s.symmetric_difference_update(some(r)),
    lambda s, r: s.difference_update(some(r)),
    lambda s, r: s.difference(list(some(r))),
    lambda s, r: {x for x in s},
    lambda s, r: [s.pop() for i in range(r.randrange(2)) if s] * 0 or None,
]


def some(r):
    return set([key(r) for i in range(r.randrange(9))])


def walk(n, made, ways, add, remove):
    r = random.Random(n)
    for i in range(r.randrange(10, 40)):
        step = r.randrange(10)
        if step < 4:
            add(made, key(r))
        elif step < 7 and made:
            remove(made, r.choice(list(made)))
        else:
            next = r.choice(ways)(made, r)
            made = made if next is None else next
    return list(made)


for n in range(120):
    print n, walk(n, {}, DICT, lambda d, k: d.__setitem__(k, n), dict.pop)
    print n, walk(n, set(), SET, set.add, set.remove)


# dicts that Python makes itself
class Some(object):
    def __init__(self, **given):
        self.given = given
        for i in range(9):
            setattr(self, 'name%d' % (i * 5), i)

    def __call__(self, **given):
        return given.keys()


def function(**given):
    a1 = b1 = c1 = d1 = e1 = f1 = g1 = 1
    exec 'zz = 1; zy = 2'
    return locals().keys()


d = {'k64': 1, 'k48': 2, 'k81': 3, 'k78': 4, 'k0': 5, 'k25': 6}
for make in Some, Some(), dict, function, functools.partial(function), functools.partial(function, k60=1):
    for made in make(k44=1, k49=1, k46=1, k54=1, k42=1, k25=1), make(k44=1, k1=2, **d), make(**d), make(*[], k51=1, k44=1):
        print made if isinstance(made, list) else getattr(made, 'given', made).keys()
print vars(Some()).keys(), [name for name in vars(Some) if name[0] != '_']
od = collections.OrderedDict.fromkeys('hello world, and more')
print dict(od).keys(), dict(od, zz=1).keys(), collections.Counter(od).keys(), od.keys(), function(**{str(i) * 3: 1 for i in od.values() + [7, 8]})


@functools.wraps(function)
def generator():
    yield


print repr(generator()).split(' at ')[0], generator().__name__, generator
generator.__name__ = 'other'
print repr(generator()).split(' at ')[0]
print sorted({-17: 1, generator: 2}.values()), {-17: 1, generator: 2}.values(), list({generator, -9}) == [generator, -9]
