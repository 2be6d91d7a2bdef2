# What timeit takes, and its errors.
from __future__ import print_function
import timeit

x = [3]


def f():
    x.append(1)


print(timeit.timeit('1 + 1', number=10) >= 0, len(timeit.repeat('y', 'y = 2', number=3, repeat=2)))
print(timeit.timeit(f, number=3) >= 0, len(x))
print(timeit.timeit('f()', setup='from __main__ import f', number=4) >= 0, len(x))
print(timeit.Timer(f, f).timeit(2) >= 0, len(x))
t = timeit.Timer('a = 2\nif a:\n    b = a', 'c = 1\nd = 3')
print(t.timeit(1) >= 0)
for wrong in 'nowhere', '1 +', 'return', 3:
    try:
        timeit.timeit(wrong, number=1)
    except Exception as e:
        print(type(e).__name__, str(e).split(' (')[0])
