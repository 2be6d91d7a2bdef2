"""Averages and spreads of numbers, correlation, and the normal distribution.

Sums are exact: numbers are added as fractions and rounded once, to the type
that they have in common.
"""

import math
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from itertools import groupby, repeat
from math import erf, exp, fabs, fsum, hypot, log, sqrt, tau
from numbers import Rational
from operator import itemgetter

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


class StatisticsError(ValueError):
    """Raised for data that has no such statistic."""


# ---- exact sums

def _exact(x):
    """(numerator, denominator) of a number; a NaN or infinity over None."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _coerce(T, S):
    """The type that a sum of two types of numbers has."""
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _convert(value, T):
    """A fraction as a number of a type."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if T.__name__ == "Decimal":
            return T(value.numerator) / value.denominator
        raise


def _sum(data):
    """(type, exact sum, count)"""
    count, partials, T = 0, {}, int
    for kind, values in groupby(data, type):
        T = _coerce(T, kind)
        for n, d in map(_exact, values):
            count += 1
            partials[d] = partials.get(d, 0) + n
    if None in partials:
        total = partials[None]  # a NaN or an infinity
    else:
        total = sum((Fraction(n, d) for d, n in partials.items()), Fraction(0))
    return T, total, count


def _ss(data, c=None):
    """(type, sum of squared distances from c, mean or c, count)"""
    if c is not None:
        T, total, count = _sum((d := x - c) * d for x in data)
        return T, total, c, count
    count, T = 0, int
    sums, squares = {}, {}
    for kind, values in groupby(data, type):
        T = _coerce(T, kind)
        for n, d in map(_exact, values):
            count += 1
            sums[d] = sums.get(d, 0) + n
            squares[d] = squares.get(d, 0) + n * n
    if not count:
        return T, Fraction(0), Fraction(0), 0
    if None in sums:
        return T, sums[None], sums[None], count
    sx = sum((Fraction(n, d) for d, n in sums.items()), Fraction(0))
    sxx = sum((Fraction(n, d * d) for d, n in squares.items()), Fraction(0))
    return T, (count * sxx - sx * sx) / count, sx / count, count


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _root(value, T):
    """The square root of an exact value, rounded once."""
    if not isinstance(value, Fraction):
        return math.sqrt(value)
    if T.__name__ == "Decimal":
        return (T(value.numerator) / T(value.denominator)).sqrt()
    n, m = value.numerator, value.denominator
    # Enough bits for one correct rounding; what is lost is told by the last.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        root = math.isqrt(n // (m << 2 * shift))
        exact = root * root * (m << 2 * shift) == n
        return float((root | (not exact)) << shift)
    scaled = n << -2 * shift
    root = math.isqrt(scaled // m)
    root |= root * root * m != scaled
    return root / (1 << -shift)


def _list(data):
    return list(data) if iter(data) is data else data


# ---- averages

def mean(data):
    """The arithmetic mean."""
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, T)


def fmean(data, weights=None):
    """The mean as a float, fast; with weights a weighted one."""
    try:
        n = len(data)
    except TypeError:
        data = list(data)
        n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / n
    weights = list(weights)
    if len(weights) != n:
        raise StatisticsError("data and weights must be the same length")
    num, den = fsum(x * w for x, w in zip(data, weights)), fsum(weights)
    if not den:
        raise StatisticsError("sum of weights must be non-zero")
    return num / den


def geometric_mean(data):
    """The nth root of the product."""
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of reciprocals."""
    data = _list(data)
    errmsg = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        if isinstance(x, (Rational, float)) or type(x).__name__ == "Decimal":
            if x < 0:
                raise StatisticsError(errmsg)
            return x
        raise TypeError("unsupported type")
    if weights is None:
        weights, total = repeat(1, n), n
    else:
        weights = _list(weights)
        if len(weights) != n:
            raise StatisticsError("Number of weights does not match data size")
        _, total, _ = _sum(_fail_neg(weights, errmsg))
    try:
        T, reciprocals, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, errmsg)))
    except ZeroDivisionError:
        return 0
    if reciprocals <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(total / reciprocals, T)


def median(data):
    """The middle value, or the mean of the two in the middle."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the lower of the two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The middle value, or the higher of the two."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    """The middle of values that stand for intervals around them."""
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError("no median for empty data")
    x = data[n // 2]
    try:
        interval, middle = float(interval), float(x)
    except ValueError:
        raise TypeError("Value cannot be converted to a float")
    below = bisect_left(data, x)
    within = bisect_right(data, x) - below
    return middle - interval / 2 + interval * (n / 2 - below) / within


def mode(data):
    """The most frequent value, the first of several."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    """All the most frequent values, in the order they came."""
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The n - 1 values that cut the data into n parts of equal weight."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
    elif method == "exclusive":
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    else:
        raise ValueError(f"Unknown method: {method!r}")
    return result


# ---- spread

def _spread(what, data, centre, given):
    """(mean of the squared distances from the mean, type), where so many of the
    values are given away to an estimated mean."""
    T, ss, _, n = _ss(data, centre)
    if n <= given:
        points = "two data points" if given else "one data point"
        raise StatisticsError(f"{what} requires at least {points}")
    return ss / (n - given), T


def variance(data, xbar=None):
    """The variance of a sample, whose mean may be given."""
    return _convert(*_spread("variance", data, xbar, 1))


def pvariance(data, mu=None):
    """The variance of a population."""
    return _convert(*_spread("pvariance", data, mu, 0))


def stdev(data, xbar=None):
    """The standard deviation of a sample."""
    return _root(*_spread("stdev", data, xbar, 1))


def pstdev(data, mu=None):
    """The standard deviation of a population."""
    return _root(*_spread("pstdev", data, mu, 0))


# ---- two variables

def _deviations(x, y, what):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(what + " requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError(what + " requires at least two data points")
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return xbar, ybar, [v - xbar for v in x], [v - ybar for v in y]


def covariance(x, y, /):
    """How two variables vary together."""
    _, _, dx, dy = _deviations(x, y, "covariance")
    return fsum(a * b for a, b in zip(dx, dy)) / (len(x) - 1)


def correlation(x, y, /):
    """Pearson's coefficient, from -1 to 1."""
    _, _, dx, dy = _deviations(x, y, "correlation")
    sxy, sxx, syy = fsum(a * b for a, b in zip(dx, dy)), fsum(a * a for a in dx), fsum(b * b for b in dy)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant")


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """The slope and intercept of the line nearest to the points."""
    xbar, ybar, dx, dy = _deviations(x, y, "linear regression")
    if proportional:
        sxy, sxx = fsum(a * b for a, b in zip(x, y)), fsum(a * a for a in x)
    else:
        sxy, sxx = fsum(a * b for a, b in zip(dx, dy)), fsum(a * a for a in dx)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError("x is constant")
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# ---- the normal distribution

# Rational approximations of the inverse of the distribution function: the
# middle, the tail and the far tail, highest power first. (M. J. Wichura, 1988,
# Applied Statistics 37, algorithm AS 241, PPND16)
_middle = (
    (2.50908092873012267e+3, 3.34305755835881281e+4, 6.72657709270087009e+4, 4.59219539315498715e+4,
     1.37316937655094611e+4, 1.97159095030655145e+3, 1.33141667891784377e+2, 3.38713287279636661e+0),
    (5.22649527885285456e+3, 2.87290857357219427e+4, 3.93078958000927106e+4, 2.12137943015865959e+4,
     5.39419602142475111e+3, 6.87187007492057908e+2, 4.23133307016009113e+1, 1.0))
_tail = (
    (7.74545014278341407e-4, 2.27238449892691846e-2, 2.41780725177450612e-1, 1.27045825245236838e+0,
     3.64784832476320461e+0, 5.76949722146069141e+0, 4.63033784615654530e+0, 1.42343711074968358e+0),
    (1.05075007164441685e-9, 5.47593808499534495e-4, 1.51986665636164572e-2, 1.48103976427480075e-1,
     6.89767334985100005e-1, 1.67638483018380385e+0, 2.05319162663775882e+0, 1.0))
_far = (
    (2.01033439929228813e-7, 2.71155556874348758e-5, 1.24266094738807844e-3, 2.65321895265761230e-2,
     2.96560571828504891e-1, 1.78482653991729133e+0, 5.46378491116411437e+0, 6.65790464350110378e+0),
    (2.04426310338993979e-15, 1.42151175831644589e-7, 1.84631831751005468e-5, 7.86869131145613259e-4,
     1.48753612908506149e-2, 1.36929880922735805e-1, 5.99832206555887938e-1, 1.0))


def _ratio(polynomials, r):
    top = bottom = 0.0
    for a, b in zip(*polynomials):
        top, bottom = top * r + a, bottom * r + b
    return top / bottom


def _inverse(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        return mu + q * _ratio(_middle, 0.180625 - q * q) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    x = _ratio(_tail, r - 1.6) if r <= 5.0 else _ratio(_far, r - 5.0)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """NormalDist(mu=0.0, sigma=1.0): a normal distribution."""

    __slots__ = {"_mu": "The mean.", "_sigma": "The standard deviation."}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        """The distribution with mean and deviation of the data."""
        data = _list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        """n random values."""
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """The density at x."""
        if not self._sigma:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff, v = x - self._mu, self._sigma * self._sigma
        return exp(diff * diff / (-2.0 * v)) / sqrt(tau * v)

    def cdf(self, x):
        """How probable a value up to x is."""
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        """The value that is not exceeded with probability p."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 values that cut the distribution into equal parts."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area that two distributions share, from 0 to 1."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        vx, vy = X.variance, Y.variance
        if not vx or not vy:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = vy - vx, fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * sqrt(2.0)))
        a = X._mu * vy - Y._mu * vx
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(vy / vx))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        """How many deviations x is above the mean."""
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu, doc="The mean.")
    median = property(lambda self: self._mu, doc="The median, which is the mean.")
    mode = property(lambda self: self._mu, doc="The mode, which is the mean.")
    stdev = property(lambda self: self._sigma, doc="The standard deviation.")
    variance = property(lambda self: self._sigma * self._sigma, doc="Its square.")

    def __add__(x1, x2):
        """The distribution of a sum of independent values; or moved by a number."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
