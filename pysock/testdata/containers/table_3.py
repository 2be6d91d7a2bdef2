# The order of Python 3's sets of numbers after some have come, gone, and come at once.
import random


def key(r):
    return r.choice([r.randrange(-9, 40), r.randrange(1000), r.randrange(8) * 8, r.randrange(6) * 32, r.randrange(2 ** 31)])


def some(r):
    return {key(r) for i in range(r.randrange(9))}


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
    lambda s, r: s.difference_update(s),
    lambda s, r: s.difference(list(some(r))),
    lambda s, r: [s.pop() for i in range(r.randrange(2)) if s] * 0 or None,
]


def same(s, op, t):
    if op == 0:
        s |= t
    elif op == 1:
        s &= t
    elif op == 2:
        s -= t
    elif op == 3:
        s ^= t
    else:
        s -= s


for n in range(150):
    r = random.Random(n)
    s = set()
    for i in range(r.randrange(10, 40)):
        step = r.randrange(11)
        if step < 4:
            s.add(key(r))
        elif step < 6 and s:
            s.remove(r.choice(list(s)))
        elif step < 8:
            same(s, r.randrange(4), some(r))
        else:
            made = r.choice(SET)(s, r)
            s = s if made is None else made
    print(n, s)


# a generator's names are those of its function at that time
def generator():
    yield


first = generator()
generator.__name__, generator.__qualname__ = 'short', 'long'
print(first.__name__, first.__qualname__, generator().__name__, generator().__qualname__)
# a number whose slot is the last one comes after what may lie anywhere
try:
    sorted({7, b'abc'})
except TypeError as e:
    print(e)
