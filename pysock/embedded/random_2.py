"""Random numbers: CPython's own sequence for every seed."""

from __future__ import division
import _random
from math import ceil as _ceil, log as _log
from types import MethodType as _MethodType, BuiltinMethodType as _BuiltinMethodType
from _random_distributions import TWOPI, NV_MAGICCONST, LOG4, SG_MAGICCONST

__all__ = ['Random', 'seed', 'random', 'uniform', 'randint', 'choice', 'sample',
           'randrange', 'shuffle', 'normalvariate', 'lognormvariate',
           'expovariate', 'vonmisesvariate', 'gammavariate', 'triangular',
           'gauss', 'betavariate', 'paretovariate', 'weibullvariate',
           'getstate', 'setstate', 'jumpahead', 'WichmannHill', 'getrandbits',
           'SystemRandom']

BPF = 53  # bits of a float
RECIP_BPF = 2 ** -BPF
_MAXWIDTH = 1L << BPF


def _entropy(n):
    from binascii import hexlify
    from os import urandom
    return long(hexlify(urandom(n)), 16)


def _integer(v, what):
    n = int(v)
    if n != v:
        raise ValueError('non-integer %s for randrange()' % what)
    return n


class Random(_random.Random):
    """A generator with a state of its own. A class that derives from it may
    bring its own random()."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)
        self.gauss_next = None

    def seed(self, a=None):
        """Begin the sequence that belongs to a; without one, any sequence."""
        if a is None:
            a = _entropy(2500)
        super(Random, self).seed(a)
        self.gauss_next = None

    def getstate(self):
        """What setstate() takes."""
        return self.VERSION, super(Random, self).getstate(), self.gauss_next

    def setstate(self, state):
        """Go back to where getstate() was called."""
        version = state[0]
        if version == 3:
            version, internal, self.gauss_next = state
        elif version == 2:
            version, internal, self.gauss_next = state
            try:
                internal = tuple(long(x) % (2 ** 32) for x in internal)
            except ValueError as e:
                raise TypeError(e)
        else:
            raise ValueError('state with version %s passed to '
                             'Random.setstate() of version %s' % (version, self.VERSION))
        super(Random, self).setstate(internal)

    def jumpahead(self, n):
        """Change the state, to another one for each n."""
        import hashlib
        s = repr(n) + repr(self.getstate())
        super(Random, self).jumpahead(int(hashlib.new('sha512', s).hexdigest(), 16))

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def _randbelow(self, n):
        try:
            getrandbits = self.getrandbits
        except AttributeError:
            pass
        else:
            # a class with a random() of its own must bring getrandbits() too
            if type(self.random) is _BuiltinMethodType or type(getrandbits) is _MethodType:
                k = int(1.00001 + _log(n - 1, 2.0))
                r = getrandbits(k)
                while r >= n:
                    r = getrandbits(k)
                return r
        if n >= _MAXWIDTH:
            import warnings
            warnings.warn('Underlying random() generator does not supply \n'
                          'enough bits to choose from a population range this large', stacklevel=3)
        return int(self.random() * n)

    def _pick(self, n):
        return self._randbelow(n) if n >= _MAXWIDTH else int(self.random() * n)

    def randrange(self, start, stop=None, step=1):
        """An element of range(start, stop, step)."""
        start = _integer(start, 'arg 1')
        if stop is None:
            if start > 0:
                return self._pick(start)
            raise ValueError('empty range for randrange()')
        stop = _integer(stop, 'stop')
        width = stop - start
        if step == 1:
            if width > 0:
                return int(start + self._pick(width))
            raise ValueError('empty range for randrange() (%d,%d, %d)' % (start, stop, width))
        step = _integer(step, 'step')
        if step == 0:
            raise ValueError('zero step for randrange()')
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._pick(n)

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """An element of a sequence."""
        return seq[int(self.random() * len(seq))]

    def shuffle(self, x, random=None):
        """Bring a list into any order, in place."""
        if random is None:
            random = self.random
        for i in xrange(len(x) - 1, 0, -1):
            j = int(random() * (i + 1))
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k):
        """k elements of a population, each at most once."""
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('sample larger than population')
        random = self.random
        result = [None] * k
        setsize = 21  # as large as a small set, less a list of the population
        if k > 5:
            setsize += 4 ** _ceil(_log(k * 3, 4))
        if n <= setsize or hasattr(population, 'keys'):
            pool = list(population)
            for i in xrange(k):
                j = int(random() * (n - i))
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        try:
            seen = set()
            for i in xrange(k):
                j = int(random() * n)
                while j in seen:
                    j = int(random() * n)
                seen.add(j)
                result[i] = population[j]
        except (TypeError, KeyError):  # no sequence
            if isinstance(population, list):
                raise
            return self.sample(tuple(population), k)
        return result

    from _random_distributions import (
        uniform, triangular, normalvariate, gauss, lognormvariate, expovariate,
        vonmisesvariate, gammavariate, betavariate, paretovariate, weibullvariate)


class WichmannHill(Random):
    """The generator of Python 2.2 and before: Wichmann and Hill, "Algorithm AS
    183", 1982."""

    VERSION = 1

    def seed(self, a=None):
        """Begin the sequence that belongs to a; without one, any sequence."""
        if a is None:
            a = _entropy(16)
        if not isinstance(a, (int, long)):
            a = hash(a)
        a, x = divmod(a, 30268)
        a, y = divmod(a, 30306)
        a, z = divmod(a, 30322)
        self._seed = int(x) + 1, int(y) + 1, int(z) + 1
        self.gauss_next = None

    def random(self):
        """A number in [0.0, 1.0)."""
        x, y, z = self._seed
        x = (171 * x) % 30269
        y = (172 * y) % 30307
        z = (170 * z) % 30323
        self._seed = x, y, z
        return (x / 30269.0 + y / 30307.0 + z / 30323.0) % 1.0

    def getstate(self):
        """What setstate() takes."""
        return self.VERSION, self._seed, self.gauss_next

    def setstate(self, state):
        """Go back to where getstate() was called."""
        version = state[0]
        if version != 1:
            raise ValueError('state with version %s passed to '
                             'Random.setstate() of version %s' % (version, self.VERSION))
        version, self._seed, self.gauss_next = state

    def jumpahead(self, n):
        """Do what n calls of random() would do."""
        if not n >= 0:
            raise ValueError('n must be >= 0')
        x, y, z = self._seed
        self._seed = (int(x * pow(171, n, 30269)) % 30269,
                      int(y * pow(172, n, 30307)) % 30307,
                      int(z * pow(170, n, 30323)) % 30323)

    def __whseed(self, x=0, y=0, z=0):
        if not type(x) == type(y) == type(z) == int:
            raise TypeError('seeds must be integers')
        if not (0 <= x < 256 and 0 <= y < 256 and 0 <= z < 256):
            raise ValueError('seeds must be in range(0, 256)')
        if x == y == z == 0:
            import time
            t = long(time.time() * 256)
            t = int((t & 0xffffff) ^ (t >> 24))
            t, x = divmod(t, 256)
            t, y = divmod(t, 256)
            t, z = divmod(t, 256)
        self._seed = x or 1, y or 1, z or 1
        self.gauss_next = None

    def whseed(self, a=None):
        """Seed as Python 1.5.2 and 1.6 did: seed() is the better way."""
        if a is None:
            self.__whseed()
            return
        a, x = divmod(hash(a), 256)
        a, y = divmod(a, 256)
        a, z = divmod(a, 256)
        self.__whseed((x + a) % 256 or 1, (y + a) % 256 or 1, (z + a) % 256 or 1)


class SystemRandom(Random):
    """Random numbers of the operating system. They can't be had again."""

    def random(self):
        """A number in [0.0, 1.0)."""
        return (_entropy(7) >> 3) * RECIP_BPF

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        if k != int(k):
            raise TypeError('number of bits should be an integer')
        n = (k + 7) // 8
        return _entropy(n) >> (n * 8 - k)

    def _stub(self, *args, **kwds):
        return None

    seed = jumpahead = _stub

    def _notimplemented(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


# The functions of the module are the methods of one generator.
_inst = Random()
for _name in __all__:
    if hasattr(_inst, _name):
        globals()[_name] = getattr(_inst, _name)
del _name
