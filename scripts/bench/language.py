# The language itself: the best of some runs of each small program, in
# milliseconds of the processor's time. usage: language.py [RUNS [NAME...]]
import sys
import time


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def recursion():
    fib(27)


def loop():
    total = 0
    i = 0
    while i < 1000000:
        total += i * 3 % 7
        i += 1
    return total


def for_loop():
    total = 0
    for i in range(1000000):
        total = total + (i & 15)
    return total


class Counter(object):
    def __init__(self):
        self.n = 0

    def add(self, k):
        self.n = self.n + k


def methods():
    c = Counter()
    for i in range(300000):
        c.add(i)


def attributes():
    c = Counter()
    for i in range(300000):
        c.n = c.n + 1
        c.m = c.n


def try_succeeds():
    n = 0
    for i in range(300000):
        try:
            n = n + 1
        except ValueError:
            n = 0


def try_raises():
    n = 0
    for i in range(50000):
        try:
            raise ValueError(i)
        except ValueError as e:
            n += 1


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def generator():
    total = 0
    for i in count(300000):
        total += i


def strings():
    parts = []
    for i in range(100000):
        parts.append('%d:%s' % (i, 'x'))
        s = 'a' + str(i) + 'b'
    return ','.join(parts).upper().split(',')


def dict_counting():
    words = ('the quick brown fox jumps over the lazy dog ' * 10000).split()
    counts = {}
    for w in words:
        if w in counts:
            counts[w] += 1
        else:
            counts[w] = 1
    return counts


def sorting():
    x = 12345
    values = []
    for i in range(100000):
        x = (x * 1103515245 + 12345) % 2147483648
        values.append(x)
    values.sort()
    return sorted(values, key=lambda v: -v)


clock = getattr(time, 'process_time', None) or time.clock
BENCHMARKS = [recursion, loop, for_loop, methods, attributes, try_succeeds,
              try_raises, generator, strings, dict_counting, sorting]


def main(args):
    runs = int(args[0]) if args else 3
    for f in BENCHMARKS:
        if args[1:] and f.__name__ not in args[1:]:
            continue
        best = None
        for _ in range(runs):
            begin = clock()
            f()
            took = clock() - begin
            if best is None or took < best:
                best = took
        print('%-14s %8.1f' % (f.__name__, best * 1000))


main(sys.argv[1:])
