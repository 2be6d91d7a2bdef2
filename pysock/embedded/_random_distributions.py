"""The distributions of module random: methods of class Random. Each takes its
numbers from self.random() in the order in which CPython takes them."""

import sys
from math import log, exp, pi, e, sqrt, acos, cos, sin

__name__ = 'random'

TWOPI = 2.0 * pi
NV_MAGICCONST = 4 * exp(-0.5) / sqrt(2.0)
LOG4 = log(4.0)
SG_MAGICCONST = 1.0 + log(4.5)

_py2 = sys.version_info[0] == 2


def uniform(self, a, b):
    """A number from a to b."""
    return a + (b - a) * self.random()


def triangular(self, low=0.0, high=1.0, mode=None):
    """A number from low to high, most often near mode."""
    u = self.random()
    try:
        c = 0.5 if mode is None else (mode - low) / (high - low)
    except ZeroDivisionError:
        return low
    if u > c:
        u, c, low, high = 1.0 - u, 1.0 - c, high, low
    if _py2:
        return low + (high - low) * (u * c) ** 0.5
    return low + (high - low) * sqrt(u * c)


def normalvariate(self, mu=0.0, sigma=1.0):
    """Normal distribution, by the ratio of uniform numbers (Kinderman and
    Monahan, 1977)."""
    random = self.random
    while True:
        u = random()
        v = 1.0 - random()
        z = NV_MAGICCONST * (u - 0.5) / v
        if z * z / 4.0 <= -log(v):
            return mu + z * sigma


def gauss(self, mu=0.0, sigma=1.0):
    """Normal distribution, two numbers at a time (Box and Muller, 1958)."""
    z = self.gauss_next
    self.gauss_next = None
    if z is None:
        angle = self.random() * TWOPI
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * radius
        self.gauss_next = sin(angle) * radius
    return mu + z * sigma


def lognormvariate(self, mu, sigma):
    """A number whose logarithm is distributed normally."""
    return exp(self.normalvariate(mu, sigma))


def expovariate(self, lambd):
    """Exponential distribution; lambd is 1 over the mean."""
    return -log(1.0 - self.random()) / lambd


def vonmisesvariate(self, mu, kappa):
    """An angle from 0 to 2*pi near mu (Best and Fisher, 1979)."""
    random = self.random
    if kappa <= 1e-6:
        return TWOPI * random()
    s = 0.5 / kappa
    r = s + sqrt(1.0 + s * s)
    while True:
        z = cos(pi * random())
        d = z / (r + z)
        u = random()
        if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    if random() > 0.5:
        return (mu + acos(f)) % TWOPI
    return (mu - acos(f)) % TWOPI


def gammavariate(self, alpha, beta):
    """Gamma distribution: Cheng's method of 1977 for alpha > 1, that of Ahrens
    and Dieter of 1974 below."""
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError('gammavariate: alpha and beta must be > 0.0')
    random = self.random
    if alpha > 1.0:
        ainv = sqrt(2.0 * alpha - 1.0)
        while True:
            u = random()
            if not 1e-7 < u < 0.9999999:
                continue
            v = 1.0 - random()
            w = log(u / (1.0 - u)) / ainv
            x = alpha * exp(w)
            z = u * u * v
            r = (alpha - LOG4) + (alpha + ainv) * w - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                return x * beta
    if alpha == 1.0:
        if not _py2:
            return -log(1.0 - random()) * beta
        u = random()
        while u <= 1e-7:
            u = random()
        return -log(u) * beta
    b = (e + alpha) / e
    while True:
        p = b * random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        u = random()
        if u <= (x ** (alpha - 1.0) if p > 1.0 else exp(-x)):
            return x * beta


def betavariate(self, alpha, beta):
    """Beta distribution: a number from 0 to 1."""
    y = self.gammavariate(alpha, 1.0)
    return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


def paretovariate(self, alpha):
    """Pareto distribution."""
    u = 1.0 - self.random()
    return 1.0 / pow(u, 1.0 / alpha) if _py2 else u ** (-1.0 / alpha)


def weibullvariate(self, alpha, beta):
    """Weibull distribution of scale alpha and shape beta."""
    u = 1.0 - self.random()
    return alpha * (-log(u)) ** (1.0 / beta)
