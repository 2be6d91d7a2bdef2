# Seeds of every kind, states, subclasses and errors.
from __future__ import print_function
import random, sys

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for seed in ("hello", b"hello", u"h\u00e9", "", 2**100, -7, 2.5, True):
    random.seed(seed)
    print(random.random(), random.getrandbits(33))

r = random.Random(5)
state = r.getstate()
a = [r.random() for _ in range(700)]
r.setstate(state)
print(a == [r.random() for _ in range(700)], len(state), len(state[1]), state[2])
print(random.Random(3).sample(range(10**6), 8))

class Fixed(random.Random):
    def random(self):
        return 0.25

f = Fixed()
print(f.randrange(8), f.uniform(0, 4), f.choice("abcd"), f.randint(1, 100))

attempt(random.randrange, 0)
attempt(random.randrange, 3, 3)
attempt(random.randrange, 1, 5, 0)
attempt(random.randrange, 5, 1, 2)
attempt(random.choice, [])
attempt(random.sample, [1], 2)
attempt(random.sample, [1], -1)
attempt(random.getrandbits, -1)
attempt(random.setstate, (9, 9, 9))
attempt(random.setstate, (3, (1, 2), None))
attempt(random.SystemRandom().getstate)
attempt(random.gammavariate, 0, 1)
s = random.SystemRandom()
print(0 <= s.random() < 1, s.getrandbits(20) < 2**20, 1 <= s.randint(1, 6) <= 6)

if sys.version_info[0] == 3:
    random.seed(1)
    print(random.choices("abc", k=5), random.choices("abc", [1, 5, 1], k=5), random.randbytes(5))
    print(random.sample("abc", 4, counts=[2, 1, 3]))
    random.seed("old", version=1)
    print(random.random())
    attempt(random.choices, [1, 2], 2)
    attempt(random.choices, [1, 2], [1])
    attempt(random.choices, [1, 2], [0, 0])
    attempt(random.sample, {1, 2}, 1)
    attempt(random.seed, [])
else:
    random.seed(1)
    random.jumpahead(10)
    print(random.random())
    w = random.WichmannHill(12)
    print(w.random(), w.getstate(), w.randint(1, 6))
    w.jumpahead(5)
    print(w.random())
    w.whseed("x")
    print(w.random())
    random.seed((1, "a"))
    print(random.random())
