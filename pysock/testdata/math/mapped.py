# Errors of functions that aren't written in Python, called by what calls them.
from __future__ import print_function
import functools
import itertools
import math

calls = [
    lambda: list(map(math.log, [1, -1])),
    lambda: [x for x in map(math.log, [-1])],
    lambda: sum(map(math.sqrt, [4, -4])),
    lambda: tuple(map(math.log, ['a'])),
    lambda: next(iter(map(math.log, [0]))),
    lambda: sorted([1, -1], key=math.log),
    lambda: max([-1], key=math.log),
    lambda: list(filter(math.log, [-1])),
    lambda: functools.reduce(math.fmod, [1, 0]),
    lambda: list(itertools.starmap(math.pow, [(-1, .5)])),
    lambda: list(itertools.takewhile(math.log, [-1])),
    lambda: list(map(math.hypot, [3], [4])),
    lambda: functools.partial(math.log, -1)(),
    lambda: list(map(float, ['1', 'x'])),
    lambda: list(map(int, ['1', None])),
]
for call in calls:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
