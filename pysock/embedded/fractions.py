"""Rational numbers: a numerator over a denominator, without rounding."""

import math
import numbers
import operator
import sys

__all__ = ["Fraction"]

_py2 = sys.version_info[0] == 2
if _py2:
    __all__ = ["Fraction", "gcd"]
    _str, _int = basestring, long

    def gcd(a, b):
        """The greatest common divisor, with the sign of b."""
        while b:
            a, b = b, a % b
        return a
else:
    _str, _int = str, int
    gcd = math.gcd


def _parsed(text):
    """(numerator, denominator) of "3", "-3/4", "1.25", "1e-3" or "3 / 4" in
    blanks; None if it is none of these."""
    s = text.strip()
    sign = 1
    if s[:1] in ("+", "-"):
        sign, s = (-1 if s[0] == "-" else 1), s[1:]
    top, slash, bottom = s.partition("/")
    if slash:
        if _digits(top) is None or _digits(bottom) is None:
            return None
        return sign * _digits(top), _digits(bottom)
    mantissa, exponent = s, 0
    for mark in "eE":
        head, found, tail = s.partition(mark)
        if found:
            e = _digits(tail[tail[:1] in ("+", "-"):])
            if e is None:
                return None
            mantissa, exponent = head, -e if tail[:1] == "-" else e
    whole, point, part = mantissa.partition(".")
    if not whole and not part:
        return None
    w, p = _digits(whole or "0"), _digits(part or "0")
    if w is None or p is None:
        return None
    digits = len(part.replace("_", ""))
    numerator, denominator = w * 10 ** digits + p, 10 ** digits
    if exponent >= 0:
        numerator *= 10 ** exponent
    else:
        denominator *= 10 ** -exponent
    return sign * numerator, denominator


def _digits(s):
    """An unsigned number without blanks, None if it isn't one."""
    if not _py2 and "_" in s:
        if s[0] == "_" or s[-1] == "_" or "__" in s:
            return None
        s = s.replace("_", "")
    return int(s) if s.isdigit() else None


class Fraction(numbers.Rational):
    """Fraction(numerator=0, denominator=1), or of a number or a text such as
    "3/4" or "0.75". Always in lowest terms, with the sign above."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, **options):
        normalize = options.pop("_normalize", True)
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(numerator, "as_integer_ratio") and not isinstance(numerator, _str):
                if _py2:
                    value = Fraction.from_float(numerator) if isinstance(numerator, float) else Fraction.from_decimal(numerator)
                    self._numerator, self._denominator = value._numerator, value._denominator
                else:
                    self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if _py2 and type(numerator).__name__ == "Decimal":
                value = Fraction.from_decimal(numerator)
                self._numerator, self._denominator = value._numerator, value._denominator
                return self
            if not isinstance(numerator, _str):
                raise TypeError("argument should be a string or a Rational instance" if not _py2
                                else "argument should be a string or a number")
            pair = _parsed(numerator)
            if pair is None:
                raise ValueError("Invalid literal for Fraction: %r" % numerator)
            numerator, denominator = pair
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
        if normalize:
            g = gcd(numerator, denominator)
            if denominator < 0 and g > 0 or denominator > 0 and g < 0:
                g = -g
            numerator //= g
            denominator //= g
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The exact value of a float."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        if _py2 and (math.isnan(f) or math.isinf(f)):
            raise TypeError("Cannot convert %r to %s." % (f, cls.__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The exact value of a decimal.Decimal."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        if not _py2:
            return cls(*dec.as_integer_ratio())
        if not dec.is_finite():
            raise TypeError("Cannot convert %s to %s." % (dec, cls.__name__))
        sign, digits, exponent = dec.as_tuple()
        n = int("".join(map(str, digits)))
        n = -n if sign else n
        return cls(n * 10 ** exponent) if exponent >= 0 else cls(n, 10 ** -exponent)

    if not _py2:
        def as_integer_ratio(self):
            """(numerator, denominator)"""
            return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is no larger."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction come nearer from both sides.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        between, last = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return last if abs(last - self) <= abs(between - self) else between

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        name = "Fraction" if _py2 else self.__class__.__name__
        return "%s(%s, %s)" % (name, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return "%s/%s" % (self._numerator, self._denominator)

    # ---- arithmetic

    def _operators(exact, fallback):
        """The method for what stands on the left, and the one for the right:
        exact with rationals, else as floats or complex numbers do."""
        def forward(a, b):
            if isinstance(b, (int, _int, Fraction)):
                return exact(a, b)
            if isinstance(b, float):
                return fallback(float(a), b)
            if isinstance(b, complex):
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(a, b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return fallback(complex(a), complex(b))
            return NotImplemented

        name = fallback.__name__
        forward.__name__, reverse.__name__ = "__" + name + "__", "__r" + name + "__"
        return forward, reverse

    def _sum(a, b):
        return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)

    def _difference(a, b):
        return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)

    def _product(a, b):
        return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)

    def _quotient(a, b):
        return Fraction(a.numerator * b.denominator, a.denominator * b.numerator)

    def _floor_quotient(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _remainder(a, b):
        d = a.denominator * b.denominator
        return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), d)

    def _both(a, b):
        q, r = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return q, Fraction(r, a.denominator * b.denominator)

    __add__, __radd__ = _operators(_sum, operator.add)
    __sub__, __rsub__ = _operators(_difference, operator.sub)
    __mul__, __rmul__ = _operators(_product, operator.mul)
    __truediv__, __rtruediv__ = _operators(_quotient, operator.truediv)
    if _py2:
        __div__, __rdiv__ = _operators(_quotient, operator.div)

        def __floordiv__(a, b):
            """a // b"""
            q = a / b
            return q.numerator // q.denominator if isinstance(q, numbers.Rational) else math.floor(q)

        def __rfloordiv__(b, a):
            """a // b"""
            q = a / b
            return q.numerator // q.denominator if isinstance(q, numbers.Rational) else math.floor(q)

        def __mod__(a, b):
            """a % b"""
            return a - b * (a // b)

        def __rmod__(b, a):
            """a % b"""
            return a - b * (a // b)
    else:
        __floordiv__, __rfloordiv__ = _operators(_floor_quotient, operator.floordiv)
        __mod__, __rmod__ = _operators(_remainder, operator.mod)
        __divmod__, __rdivmod__ = _operators(_both, divmod)
    del _operators, _sum, _difference, _product, _quotient, _floor_quotient, _remainder, _both

    def __pow__(a, b):
        """a ** b: exact where b is an integer."""
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        n, d = a._numerator, a._denominator
        if power >= 0:
            return Fraction(n ** power, d ** power, _normalize=False)
        if n >= 0 or _py2:
            return Fraction(d ** -power, n ** -power, _normalize=_py2)
        return Fraction((-d) ** -power, (-n) ** -power, _normalize=False)

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator, _normalize=False)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator, _normalize=False)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator, _normalize=False)

    def __trunc__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    if not _py2:
        __int__ = __trunc__

        def __floor__(a):
            return a._numerator // a._denominator

        def __ceil__(a):
            return -(-a._numerator // a._denominator)

        def __round__(self, ndigits=None):
            """round(self, ndigits): halves go to the even neighbour."""
            if ndigits is None:
                floor, remainder = divmod(self._numerator, self._denominator)
                twice = remainder * 2
                return floor + (twice > self._denominator or twice == self._denominator and floor % 2)
            shift = 10 ** abs(ndigits)
            if ndigits > 0:
                return Fraction(round(self * shift), shift)
            return Fraction(round(self / shift) * shift)

        def __bool__(a):
            return bool(a._numerator)
    else:
        def __nonzero__(a):
            return bool(a._numerator)

    def __hash__(self):
        """That of the int or float of the same value, if there is one."""
        if _py2:
            if self._denominator == 1:
                return hash(self._numerator)
            return hash(float(self)) if self == float(self) else hash((self._numerator, self._denominator))
        modulus = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    if _py2:
        def __ne__(a, b):
            equal = a == b
            return equal if equal is NotImplemented else not equal

    def _ordering(op):
        def compare(a, b):
            if isinstance(b, numbers.Rational):
                return op(a._numerator * b.denominator, a._denominator * b.numerator)
            if isinstance(b, float):
                if math.isnan(b) or math.isinf(b):
                    return op(0.0, b)
                return op(a, a.from_float(b))
            if _py2 and isinstance(b, complex):
                raise TypeError("no ordering relation is defined for complex numbers")
            return NotImplemented
        return compare

    __lt__, __gt__ = _ordering(operator.lt), _ordering(operator.gt)
    __le__, __ge__ = _ordering(operator.le), _ordering(operator.ge)
    del _ordering

    # ---- copies

    def __reduce__(self):
        return self.__class__, (str(self),) if _py2 else (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
