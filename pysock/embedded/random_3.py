"""Random numbers: CPython's own sequence for every seed."""

import _random
from math import floor as _floor, ceil as _ceil, log as _log, inf as _inf
from os import urandom as _urandom
from operator import index as _index
from _random_distributions import TWOPI, NV_MAGICCONST, LOG4, SG_MAGICCONST

__all__ = ['Random', 'SystemRandom', 'betavariate', 'choice', 'choices',
           'expovariate', 'gammavariate', 'gauss', 'getrandbits', 'getstate',
           'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes',
           'randint', 'random', 'randrange', 'sample', 'seed', 'setstate',
           'shuffle', 'triangular', 'uniform', 'vonmisesvariate',
           'weibullvariate']

BPF = 53  # bits of a float
RECIP_BPF = 2 ** -BPF
_ONE = 1


def _warn(message, category=UserWarning):
    import warnings
    warnings.warn(message, category, 4)


def _integer(v, what):
    """v as an integer, for randrange."""
    try:
        return _index(v)
    except TypeError:
        n = int(v)
        if n != v:
            _warn('randrange() will raise TypeError in the future', DeprecationWarning)
            raise ValueError('non-integer %s for randrange()' % what)
        _warn('non-integer arguments to randrange() have been deprecated since '
              'Python 3.10 and will be removed in a subsequent version', DeprecationWarning)
        return n


def _hash_of_2(s):
    """The hash that Python 2 gave to a string, on machines of 64 bits."""
    codes = list(s) if isinstance(s, bytes) else [ord(c) for c in s]
    h = codes[0] << 7 if codes else 0
    for code in codes:
        h = (h * 1000003 ^ code) % (1 << 64)
    return h ^ len(codes)


def _sums(weights):
    from itertools import accumulate
    try:
        return list(accumulate(weights))
    except TypeError:
        if isinstance(weights, int):
            raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}') from None
        raise


class Random(_random.Random):
    """A generator with a state of its own. A class that derives from it may
    bring its own random(), or getrandbits() too."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None, version=2):
        """Begin the sequence that belongs to a; without one, any sequence."""
        if version == 1 and isinstance(a, (str, bytes)):
            a = _hash_of_2(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            from hashlib import sha512
            content = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(content + sha512(content).digest(), 'big')
        elif not isinstance(a, (type(None), int, float, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\n'
                            'int, float, str, bytes, and bytearray.')
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() takes."""
        return self.VERSION, super().getstate(), self.gauss_next

    def setstate(self, state):
        """Go back to where getstate() was called."""
        version = state[0]
        if version in (2, 3):
            version, internal, self.gauss_next = state
        if version == 2:
            try:
                internal = tuple(x % (2 ** 32) for x in internal)
            except ValueError as e:
                raise TypeError from e
        elif version != 3:
            raise ValueError('state with version %s passed to '
                             'Random.setstate() of version %s' % (version, self.VERSION))
        super().setstate(internal)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def __init_subclass__(cls, /, **kwargs):
        own = ('_randbelow', 'getrandbits', 'random')
        first = next((name for c in cls.__mro__ for name in own if name in vars(c)), None)
        if first == 'getrandbits':
            cls._randbelow = cls._randbelow_with_getrandbits
        elif first == 'random':
            cls._randbelow = cls._randbelow_without_getrandbits

    def _randbelow_with_getrandbits(self, n):
        getrandbits = self.getrandbits
        k = n.bit_length()
        r = getrandbits(k)
        while r >= n:
            r = getrandbits(k)
        return r

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        random = self.random
        if n >= maxsize:
            _warn('Underlying random() generator does not supply \n'
                  'enough bits to choose from a population range this large.\n'
                  'To remove the range limitation, add a getrandbits() method.')
            return _floor(random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        r = random()
        while r >= limit:
            r = random()
        return _floor(r * maxsize) % n

    _randbelow = _random.Random._below  # the former one, written in Go

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        """An element of range(start, stop, step)."""
        start = start if type(start) is int else _integer(start, 'arg 1')
        if stop is None:
            if step is not _ONE:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop = stop if type(stop) is int else _integer(stop, 'stop')
        step = step if type(step) is int else _integer(step, 'step')
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """An element of a sequence."""
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        """Bring a list into any order, in place."""
        below = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        """k elements of a sequence, each at most once, or as often as counts
        has it."""
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  '
                            'For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            from bisect import bisect
            from itertools import accumulate
            sums = list(accumulate(counts))
            if len(sums) != n:
                raise ValueError('The number of counts does not match the population')
            total = sums.pop()
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')
            return [population[bisect(sums, s)] for s in self.sample(range(total), k=k)]
        below = self._randbelow
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        result = [None] * k
        setsize = 21  # as large as a small set, less a list of the population
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = below(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            seen = set()
            for i in range(k):
                j = below(n)
                while j in seen:
                    j = below(n)
                seen.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k elements of a sequence, each as often as it may be, by weight."""
        n, random = len(population), self.random
        if weights is None and cum_weights is None:
            return [population[_floor(random() * float(n))] for _ in range(k)]
        sums = _sums(weights) if cum_weights is None else cum_weights
        if weights is not None and cum_weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(sums) != n:
            raise ValueError('The number of weights does not match the population')
        total = float(sums[-1])
        if not 0.0 < total < _inf:
            raise ValueError('Total of weights must be ' + ('greater than zero' if total <= 0.0 else 'finite'))
        from bisect import bisect
        return [population[bisect(sums, random() * total, 0, n - 1)] for _ in range(k)]

    from _random_distributions import (
        uniform, triangular, normalvariate, gauss, lognormvariate, expovariate,
        vonmisesvariate, gammavariate, betavariate, paretovariate, weibullvariate)


class SystemRandom(Random):
    """Random numbers of the operating system. They can't be had again."""

    def random(self):
        """A number in [0.0, 1.0)."""
        return (int.from_bytes(_urandom(7), 'big') >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        n = (k + 7) // 8
        return int.from_bytes(_urandom(n), 'big') >> (n * 8 - k)

    def randbytes(self, n):
        """n random bytes."""
        return _urandom(n)

    def seed(self, *args, **kwds):
        """Do nothing."""

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


# The functions of the module are the methods of one generator.
_inst = Random()
for _name in __all__:
    if hasattr(_inst, _name):
        globals()[_name] = getattr(_inst, _name)
del _name
