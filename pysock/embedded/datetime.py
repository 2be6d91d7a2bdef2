"""Dates, times of day, moments and durations."""

import sys
import time as _time
import math as _math
from _collections import _static

_py3 = sys.version_info[0] == 3

MINYEAR = 1
MAXYEAR = 9999

if _py3:
    __all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MAXORDINAL = 3652059  # 9999-12-31
_MONTHS = (None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_WEEKDAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


# The proleptic Gregorian calendar: day 1 is 1 January of the year 1.

def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_before_month(year, month):
    return _BEFORE[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    return _days_before_year(year) + _days_before_month(year, month) + day


def _ord2ymd(n):
    n400, n = divmod(n - 1, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    leap = n1 == 3 and (n4 != 24 or n100 == 3)
    month = (n + 50) >> 5
    before = _BEFORE[month] + (month > 2 and leap)
    if before > n:
        month -= 1
        before -= 29 if month == 2 and leap else _DAYS[month]
    return year, month, n - before + 1


def _isoweek1monday(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


# Checks.

def _index(v):
    if type(v) is int:
        return v
    if _py3:
        from operator import index
        return index(v)
    if isinstance(v, float):
        raise TypeError('integer argument expected, got float')
    try:
        return int(v.__index__() if hasattr(v, '__index__') else v.__int__())
    except AttributeError:
        raise TypeError('an integer is required')


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year %i is out of range' % year if _py3 else 'year is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute = _index(hour), _index(minute)
    second, microsecond = _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)


def _offset(name, offset):
    """What utcoffset() or dst() of a tzinfo gave, if it may be that."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not '%s'" % (name, type(offset).__name__))
    if not -timedelta(1) < offset < timedelta(1):
        if _py3:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
        raise ValueError('tzinfo.%s() returned %d; must be in -1439 .. 1439' % (name, offset.days * 1440 + offset.seconds // 60))
    if not _py3 and (offset.microseconds or offset.seconds % 60):
        raise ValueError('tzinfo.%s() must return a whole number of minutes' % name)
    return offset


def _missing(name, pos):
    if _py3:
        return TypeError("function missing required argument '%s' (pos %d)" % (name, pos))
    return TypeError("Required argument '%s' (pos %d) not found" % (name, pos))


def _compare_error(a, b):
    return TypeError("can't compare %s to %s" % (_qualified(a), _qualified(b)))


def _qualified(obj):
    cls = type(obj)
    return 'datetime.' + cls.__name__ if cls.__module__ == 'datetime' else cls.__name__


def _format_time(hh, mm, ss, us, timespec='auto'):
    if timespec == 'auto':
        timespec = 'microseconds' if us else 'seconds'
    if timespec == 'hours':
        return '%02d' % hh
    if timespec == 'minutes':
        return '%02d:%02d' % (hh, mm)
    if timespec == 'seconds':
        return '%02d:%02d:%02d' % (hh, mm, ss)
    if timespec == 'milliseconds':
        return '%02d:%02d:%02d.%03d' % (hh, mm, ss, us // 1000)
    if timespec == 'microseconds':
        return '%02d:%02d:%02d.%06d' % (hh, mm, ss, us)
    raise ValueError('Unknown timespec value')


def _format_offset(off, sep=':'):
    if off is None:
        return ''
    sign = '+'
    if off.days < 0:
        sign, off = '-', -off
    hh, mm = divmod(off.days * 1440 + off.seconds // 60, 60)
    s = '%s%02d%s%02d' % (sign, hh, sep, mm)
    if off.seconds % 60 or off.microseconds:
        s += '%s%02d' % (sep, off.seconds % 60)
        if off.microseconds:
            s += '.%06d' % off.microseconds
    return s


def _strftime(obj, format, timetuple):
    """time.strftime with %f, %z and %Z."""
    if '%f' in format or '%z' in format or '%Z' in format or '%:z' in format:
        parts = []
        i, n = 0, len(format)
        while i < n:
            c = format[i]
            i += 1
            if c != '%' or i == n:
                parts.append(c)
                continue
            c = format[i]
            i += 1
            if c == 'f':
                parts.append('%06d' % getattr(obj, 'microsecond', 0))
            elif c == 'z':
                parts.append(_format_offset(obj.utcoffset(), '') if hasattr(obj, 'utcoffset') else '')
            elif c == 'Z':
                name = obj.tzname() if hasattr(obj, 'tzname') else None
                parts.append((name or '').replace('%', '%%'))
            else:
                parts.append('%' + c)
        format = ''.join(parts)
    if not _py3 and timetuple[0] < 1900:
        raise ValueError('year=%d is before 1900; the datetime strftime() methods require year >= 1900' % timetuple[0])
    return _time.strftime(format, timetuple)


def _half_even(x):
    """x, a float, rounded to an integer."""
    n = int(_math.floor(x))
    rest = x - n
    return n + (rest > 0.5 or rest == 0.5 and n % 2)


def _divide(a, b):
    """a / b of integers, rounded half to even."""
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2:
        q += 1
    return q


@_static
class timedelta(object):
    """A duration: the difference of two moments."""

    __slots__ = '_days', '_seconds', '_microseconds', '_hash'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        if type(days) is type(seconds) is type(microseconds) is int and milliseconds == minutes == hours == weeks == 0:
            return cls._make(days, seconds, microseconds)
        total = 0
        fraction = 0.0
        for name, v, unit in (('days', days, 86400000000), ('seconds', seconds, 1000000),
                              ('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                              ('minutes', minutes, 60000000), ('hours', hours, 3600000000),
                              ('weeks', weeks, 604800000000)):
            if isinstance(v, float):
                if v != v:
                    raise ValueError('cannot convert float NaN to integer')
                if v in (_inf, -_inf):
                    raise OverflowError('cannot convert float infinity to integer')
                part, whole = _math.modf(v)
                total += int(whole) * unit
                part, whole = _math.modf(part * unit)
                total += int(whole)
                fraction += part
            elif isinstance(v, _integers):
                total += v * unit
            else:
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, type(v).__name__))
        if fraction:
            part, whole = _math.modf(fraction)
            total += int(whole)
            if part:  # Python 3 rounds half to even, seen from the whole number
                if abs(part) > 0.5 or abs(part) == 0.5 and (total % 2 or not _py3):
                    total += 1 if part > 0 else -1
        return cls._make(0, 0, total)

    @classmethod
    def _make(cls, d, s, us):
        if not 0 <= us < 1000000:
            carry, us = divmod(us, 1000000)
            s += carry
        if not 0 <= s < 86400:
            carry, s = divmod(s, 86400)
            d += carry
        if not -999999999 <= d <= 999999999:
            if not -0x80000000 <= d <= 0x7fffffff:
                raise OverflowError('Python int too large to convert to C int')
            raise OverflowError('days=%d; must have magnitude <= 999999999' % d)
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds = int(d), int(s), int(us)
        return self

    days = property(lambda self: self._days, doc='Number of days.')
    seconds = property(lambda self: self._seconds, doc='Number of seconds (>= 0 and less than 1 day).')
    microseconds = property(lambda self: self._microseconds,
                            doc='Number of microseconds (>= 0 and less than 1 second).')

    def __repr__(self):
        if not _py3:
            parts = [self._days]
            if self._seconds or self._microseconds:
                parts.append(self._seconds)
            if self._microseconds:
                parts.append(self._microseconds)
            return '%s(%s)' % (_qualified(self), ', '.join(map(str, parts)))
        parts = ['%s=%d' % (name, v) for name, v in (
            ('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds)) if v]
        return '%s(%s)' % (_qualified(self), ', '.join(parts) or '0')

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        s = '%d:%02d:%02d' % (hh, mm, ss)
        if self._days:
            s = '%d day%s, ' % (self._days, '' if abs(self._days) == 1 else 's') + s
        if self._microseconds:
            s += '.%06d' % self._microseconds
        return s

    def _us(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        """The duration in seconds."""
        return self._us() / 1e6

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._days + other._days, self._seconds + other._seconds,
                                   self._microseconds + other._microseconds)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._days - other._days, self._seconds - other._seconds,
                                   self._microseconds - other._microseconds)
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return -self + other
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return timedelta._make(self._days, self._seconds, self._microseconds)

    def __abs__(self):
        return -self if self._days < 0 else +self

    def __mul__(self, other):
        if isinstance(other, _integers):
            return timedelta._make(0, 0, self._us() * other)
        if _py3 and isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._make(0, 0, _divide(self._us() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta) and _py3:
            return self._us() // other._us()
        if isinstance(other, _integers):
            return timedelta._make(0, 0, self._us() // other)
        return NotImplemented

    if _py3:
        def __truediv__(self, other):
            if isinstance(other, timedelta):
                return self._us() / other._us()
            if isinstance(other, _integers):
                if not other:
                    raise ZeroDivisionError('integer division or modulo by zero')
                return timedelta._make(0, 0, _divide(self._us(), other))
            if isinstance(other, float):
                a, b = other.as_integer_ratio()
                if not a:
                    raise ZeroDivisionError('integer division or modulo by zero')
                return timedelta._make(0, 0, _divide(b * self._us(), a))
            return NotImplemented

        def __mod__(self, other):
            if isinstance(other, timedelta):
                return timedelta._make(0, 0, self._us() % other._us())
            return NotImplemented

        def __divmod__(self, other):
            if isinstance(other, timedelta):
                q, r = divmod(self._us(), other._us())
                return q, timedelta._make(0, 0, r)
            return NotImplemented
    else:
        __div__ = __floordiv__

    def _state(self):
        return self._days, self._seconds, self._microseconds

    def __eq__(self, other):
        if isinstance(other, timedelta):
            return self._state() == other._state()
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, timedelta):
            return self._state() != other._state()
        return NotImplemented

    def _order(self, other):
        if isinstance(other, timedelta):
            return True
        if not _py3:
            raise _compare_error(self, other)
        return False

    def __le__(self, other):
        return self._state() <= other._state() if self._order(other) else NotImplemented

    def __lt__(self, other):
        return self._state() < other._state() if self._order(other) else NotImplemented

    def __ge__(self, other):
        return self._state() >= other._state() if self._order(other) else NotImplemented

    def __gt__(self, other):
        return self._state() > other._state() if self._order(other) else NotImplemented

    def __hash__(self):
        return hash(self._state())

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    if not _py3:
        __nonzero__ = __bool__
        del __bool__

    def __reduce__(self):
        return self.__class__, self._state()


_inf = float('inf')
_integers = int if _py3 else (int, long)
timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


def _state_bytes(v):
    """The bytes of a pickled date or time, or None."""
    if isinstance(v, bytes):
        return bytearray(v)
    if _py3 and isinstance(v, str):  # pickled by Python 2
        try:
            return bytearray(v.encode('latin-1'))
        except UnicodeEncodeError:
            return None
    return None


@_static
class date(object):
    """A day of the calendar."""

    __slots__ = '_year', '_month', '_day', '_hashcode'

    def __new__(cls, year=None, month=None, day=None):
        if month is None and day is None and year is not None:
            state = _state_bytes(year)
            if state is not None and len(state) == 4 and 1 <= state[2] & 0x7F <= 12:
                self = object.__new__(cls)
                self._year, self._month, self._day = state[0] * 256 + state[1], state[2], state[3]
                return self
        for pos, (name, v) in enumerate((('year', year), ('month', month), ('day', day))):
            if v is None:
                raise _missing(name, pos + 1)
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def fromtimestamp(cls, timestamp):
        """The local day of a timestamp."""
        if _py3 and timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        y, m, d = _time.localtime(timestamp)[:3]
        return cls(y, m, d)

    @classmethod
    def today(cls):
        """The current local day."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        """The n'th day from 1 January of the year 1 on, which is the first."""
        n = _index(n)
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > _MAXORDINAL:
            raise ValueError('year is out of range' if not _py3 else 'year %d is out of range' % (n // 365.2425 + 1))
        y, m, d = _ord2ymd(n)
        return cls(y, m, d)

    if _py3:
        @classmethod
        def fromisoformat(cls, date_string):
            """The day of a string such as '2011-11-04', '20111104' or '2011-W44-5'."""
            from _datetime_iso import reading, parse_date
            return cls(*reading(parse_date, date_string))

        @classmethod
        def fromisocalendar(cls, year, week, day):
            """The day of an ISO year, week and weekday."""
            from _datetime_iso import from_week
            return cls(*from_week(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_qualified(self), self._year, self._month, self._day)

    def isoformat(self):
        """YYYY-MM-DD"""
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        """As C's ctime() shows it: 'Fri Nov  4 00:00:00 2011'."""
        return '%s %s %2d 00:00:00 %04d' % (_WEEKDAYS[self.weekday()], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format):
        """The day by a format: '%d/%m/%y'."""
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt):
        if not isinstance(fmt, str if _py3 else basestring):
            raise TypeError('__format__() argument 1 must be str, not %s' % type(fmt).__name__)
        return self.strftime(fmt) if len(fmt) else str(self)

    def timetuple(self):
        """As time.localtime() gives it."""
        yday = _days_before_month(self._year, self._month) + self._day
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def toordinal(self):
        """The number of the day: that of 1 January of the year 1 is 1."""
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The same day but for what is given."""
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        """Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Monday is 1."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """ISO year, week and weekday."""
        year = self._year
        monday = _isoweek1monday(year)
        today = self.toordinal()
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _isoweek1monday(year), 7)
        elif week >= 52 and today >= _isoweek1monday(year + 1):
            year, week = year + 1, 0
        if _py3:
            from _datetime_iso import IsoCalendarDate
            return IsoCalendarDate(year, week + 1, day + 1)
        return year, week + 1, day + 1

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._comparable(other) else NotImplemented

    def __ne__(self, other):
        return self._key() != other._key() if self._comparable(other) else NotImplemented

    def _order(self, other):
        if self._comparable(other):
            return True
        if isinstance(other, datetime) or not _py3 and not hasattr(other, 'timetuple'):
            raise _compare_error(self, other)
        return False

    def __le__(self, other):
        return self._key() <= other._key() if self._order(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._order(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._order(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._order(other) else NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other._days
            if 0 < n <= _MAXORDINAL:
                return (type(self) if _py3 else date).fromordinal(n)
            raise OverflowError('date value out of range')
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _getstate(self):
        hi, lo = divmod(self._year, 256)
        return bytes(bytearray([hi, lo, self._month, self._day])),

    def __reduce__(self):
        return self.__class__, self._getstate()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


@_static
class tzinfo(object):
    """What knows about a time zone: a class that derives from it has
    utcoffset(), dst() and tzname(), each of a datetime."""

    __slots__ = ()

    def tzname(self, dt):
        """The name of the zone."""
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        """How far the zone is ahead of UTC."""
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        """How much of that is daylight saving time."""
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """The local time of a datetime in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime' if _py3 else "fromutc() requires a datetime argument")
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst

    def __reduce__(self):
        args = getattr(self, '__getinitargs__', tuple)()
        getstate = getattr(self, '__getstate__', None) if not _py3 or type(self).__getstate__ is not getattr(object, '__getstate__', None) else None
        state = getstate() if getstate else getattr(self, '__dict__', None) or None
        return (self.__class__, args) if state is None else (self.__class__, args, state)


def _comparisons(owner):
    """__lt__, __le__, __gt__ and __ge__ of a class, by what its _order and _compare
    say."""
    def method(name, compare):
        def ordered(self, other):
            return compare(*self._compare(other)) if self._order(other) else NotImplemented
        ordered.__name__ = name
        if _py3:
            ordered.__qualname__ = owner + '.' + name
        return ordered
    return (method('__lt__', lambda a, b: a < b), method('__le__', lambda a, b: a <= b),
            method('__gt__', lambda a, b: a > b), method('__ge__', lambda a, b: a >= b))


def _tail(self):
    """The end of the repr of a time or a datetime."""
    zone = '' if self._tzinfo is None else ', tzinfo=%r' % (self._tzinfo,)
    return zone + ', fold=1' * bool(self._fold)


@_static
class time(object):
    """A time of day."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *args, **kwargs):
        fold = _take_fold(args, kwargs)
        state = _state_bytes(hour)
        if state is not None and len(state) == 6 and state[0] & 0x7F < 24:
            tzinfo = None if type(minute) is int else minute
            _check_tzinfo(tzinfo)
            fold = state[0] >> 7
            hour, minute, second = state[0] & 0x7F, state[1], state[2]
            microsecond = (state[3] << 8 | state[4]) << 8 | state[5]
        else:
            hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
            _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    if _py3:
        @classmethod
        def fromisoformat(cls, time_string):
            """The time of a string such as '04:23:01', 'T04:23' or '04:23:01+04:00'."""
            from _datetime_iso import reading, parse_time
            return cls(*reading(parse_time, time_string))

        fold = property(lambda self: self._fold)

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)

    def _seconds(self, offset):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return us - offset._us() if offset else us

    def _compare(self, other, equality=False):
        mine, its = self.utcoffset(), other.utcoffset()
        if mine == its:
            return self._seconds(None), other._seconds(None)
        if mine is None or its is None:
            if equality and _py3:
                return None
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._seconds(mine), other._seconds(its)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        pair = self._compare(other, True)
        return pair is not None and pair[0] == pair[1]

    def __ne__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return not self == other

    def _order(self, other):
        if isinstance(other, time):
            return True
        if not _py3:
            raise _compare_error(self, other)
        return False

    __lt__, __le__, __gt__, __ge__ = _comparisons('time')

    def __hash__(self):
        t = self.replace(fold=0) if self._fold else self
        return hash(t._seconds(t.utcoffset()))

    def __repr__(self):
        s = '%d, %d' % (self._hour, self._minute)
        if self._second or self._microsecond:
            s += ', %d' % self._second
        if self._microsecond:
            s += ', %d' % self._microsecond
        return '%s(%s%s)' % (_qualified(self), s, _tail(self))

    def isoformat(self, timespec='auto'):
        """HH:MM:SS.ffffff+HH:MM, as far as there is something to show."""
        return _format_time(self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """The time by a format; the day is 1 January 1900."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt):
        if not isinstance(fmt, str if _py3 else basestring):
            raise TypeError('__format__() argument 1 must be str, not %s' % type(fmt).__name__)
        return self.strftime(fmt) if len(fmt) else str(self)

    def utcoffset(self):
        """How far the zone is ahead of UTC, or None."""
        if self._tzinfo is None:
            return None
        return _offset('utcoffset', self._tzinfo.utcoffset(None))

    def tzname(self):
        """The name of the zone, or None."""
        return _zone_name(self._tzinfo, None)

    def dst(self):
        """How much of utcoffset() is daylight saving time, or None."""
        if self._tzinfo is None:
            return None
        return _offset('dst', self._tzinfo.dst(None))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *args, **kwargs):
        """The same time but for what is given."""
        fold = _take_fold(args, kwargs, self._fold)
        return _with_fold(type(self), (
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo), fold)

    def _getstate(self, protocol=3):
        h = self._hour
        if self._fold and protocol > 3:
            h += 128
        us2, us3 = divmod(self._microsecond, 256)
        us1, us2 = divmod(us2, 256)
        state = bytes(bytearray([h, self._minute, self._second, us1, us2, us3]))
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._getstate(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    if not _py3:
        def __nonzero__(self):
            return self._seconds(self.utcoffset()) != 0


def _take_fold(args, kwargs, default=0):
    """The argument fold, which only a name gives."""
    if args:
        raise TypeError('function takes at most 5 positional arguments (%d given)' % (len(args) + 5))
    if not kwargs:
        return default
    fold = kwargs.pop('fold', default) if _py3 else default
    for name in kwargs:
        raise TypeError("'%s' is an invalid keyword argument for this function" % name)
    return _index(fold)


def _with_fold(cls, args, fold):
    return cls(*args, fold=fold) if fold else cls(*args)


def _zone_name(tz, dt):
    if tz is None:
        return None
    name = tz.tzname(dt)
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % type(name).__name__)
    return name


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


@_static
class datetime(date):
    """A day and a time of day, with a time zone or without."""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold'

    def __new__(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *args, **kwargs):
        state = _state_bytes(year) if day is None and year is not None else None
        if state is not None and len(state) == 10 and 1 <= state[2] & 0x7F <= 12:
            self = object.__new__(cls)
            _check_tzinfo(month)
            self._fold, self._tzinfo = state[2] >> 7, month
            self._year, self._month, self._day = state[0] * 256 + state[1], state[2] & 0x7F, state[3]
            self._hour, self._minute, self._second = state[4], state[5], state[6]
            self._microsecond = (state[7] << 8 | state[8]) << 8 | state[9]
            return self
        fold = _take_fold(args, kwargs) if args or kwargs else 0
        for pos, (name, v) in enumerate((('year', year), ('month', month), ('day', day))):
            if v is None:
                raise _missing(name, pos + 1)
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
            _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)

    @classmethod
    def _from(cls, t, utc, tz):
        if t != t or t in (_inf, -_inf):
            raise (ValueError if t != t else OverflowError)('cannot convert float %s to integer' % ('NaN' if t != t else 'infinity'))
        part, whole = _math.modf(t)
        us = _half_even(part * 1e6) if _py3 else int(round(part * 1e6))
        whole = int(whole)
        if us >= 1000000:
            whole, us = whole + 1, us - 1000000
        elif us < 0:
            whole, us = whole - 1, us + 1000000
        y, m, d, hh, mm, ss = (_time.gmtime if utc else _time.localtime)(whole)[:6]
        result = cls(y, m, d, hh, mm, min(ss, 59), us, tz)
        if _py3 and tz is None and not utc:
            # the second of two equal local times, where the clock goes back
            before = _time.localtime(whole - 86400) if whole >= 86400 else None
            if before is not None and before.tm_gmtoff > _time.localtime(whole).tm_gmtoff:
                shift = before.tm_gmtoff - _time.localtime(whole).tm_gmtoff
                if _time.localtime(whole - shift)[:6] == (y, m, d, hh, mm, ss):
                    result = result.replace(fold=1)
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The local time of a timestamp, or that in a zone."""
        _check_tzinfo(tz)
        return cls._from(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t):
        """The time in UTC of a timestamp, without zone."""
        return cls._from(t, True, None)

    @classmethod
    def now(cls, tz=None):
        """The current time, local or in a zone."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """The current time in UTC, without zone."""
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day."""
        if not isinstance(date, _date_class):
            raise TypeError('combine() argument 1 must be datetime.date, not %s' % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError('combine() argument 2 must be datetime.time, not %s' % type(time).__name__)
        return _with_fold(cls, (date.year, date.month, date.day, time.hour, time.minute, time.second,
                                time.microsecond, time.tzinfo if tzinfo is True else tzinfo), time._fold)

    @classmethod
    def strptime(cls, date_string, format):
        """The time that a string shows by a format."""
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    def timetuple(self):
        """As time.localtime() gives it."""
        dst = self.dst()
        dst = -1 if dst is None else int(bool(dst))
        yday = _days_before_month(self._year, self._month) + self._day
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), yday, dst))

    def utctimetuple(self):
        """As time.gmtime() gives it."""
        offset = self.utcoffset()
        if offset:
            self = self.replace(tzinfo=None) - offset
        yday = _days_before_month(self._year, self._month) + self._day
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), yday, 0))

    if _py3:
        fold = property(lambda self: self._fold)

        @classmethod
        def fromisoformat(cls, date_string):
            """The time of a string such as '2011-11-04T00:05:23', in most ways of ISO 8601."""
            from _datetime_iso import reading, parse_datetime
            return cls(*reading(parse_datetime, date_string))

        def _mktime(self):
            """The timestamp of a local time; fold chooses between two."""
            t = (self.toordinal() - 719163) * 86400 + (self._hour * 60 + self._minute) * 60 + self._second

            def local(u):
                y, m, d, hh, mm, ss = _time.localtime(u)[:6]
                return (_ymd2ord(y, m, d) - 719163) * 86400 + (hh * 60 + mm) * 60 + ss

            a = local(t) - t
            u1 = t - a
            t1 = local(u1)
            if t1 == t:
                u2 = u1 + (-86400, 86400)[self._fold]
                b = local(u2) - u2
                if a == b:
                    return u1
            else:
                b = t1 - u1
            u2 = t - b
            if local(u2) == t:
                return u2
            if t1 == t:
                return u1
            return (max, min)[self._fold](u1, u2)

        def timestamp(self):
            """Seconds since 1970."""
            if self._tzinfo is None:
                return self._mktime() + self._microsecond / 1e6
            return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

        def _local_timezone(self):
            ts = self._mktime() if self._tzinfo is None else (self - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(seconds=1)
            t = _time.localtime(ts)
            return timezone(timedelta(seconds=t.tm_gmtoff), t.tm_zone)

    def date(self):
        """The day."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time of day, without zone."""
        return _with_fold(_time_class, (self._hour, self._minute, self._second, self._microsecond), self._fold)

    def timetz(self):
        """The time of day, with the zone."""
        return _with_fold(_time_class, (self._hour, self._minute, self._second, self._microsecond, self._tzinfo), self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *args, **kwargs):
        """The same time but for what is given."""
        fold = _take_fold(args, kwargs, self._fold)
        return _with_fold(type(self), (
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo), fold)

    def astimezone(self, tz=None):
        """The same moment in another zone; without one, in the local zone."""
        if tz is None and _py3:
            tz = self._local_timezone()
        elif not isinstance(tz, _tzinfo_class):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type(tz).__name__)
        mytz = self._tzinfo
        if mytz is None:
            if not _py3:
                raise ValueError('astimezone() cannot be applied to a naive datetime')
            mytz = self._local_timezone()
            offset = mytz.utcoffset(self)
        else:
            offset = mytz.utcoffset(self)
            if offset is None:
                if not _py3:
                    raise ValueError('astimezone() cannot be applied to a naive datetime')
                mytz = self.replace(tzinfo=None)._local_timezone()
                offset = mytz.utcoffset(self)
        if tz is mytz:
            return self
        return tz.fromutc((self.replace(tzinfo=None) - offset).replace(tzinfo=tz))

    def ctime(self):
        """As C's ctime() shows it."""
        return '%s %s %2d %02d:%02d:%02d %04d' % (_WEEKDAYS[self.weekday()], _MONTHS[self._month], self._day,
                                                  self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep='T', timespec='auto'):
        """YYYY-MM-DDTHH:MM:SS.ffffff+HH:MM, as far as there is something to show."""
        return '%04d-%02d-%02d%s' % (self._year, self._month, self._day, sep) + _format_time(
            self._hour, self._minute, self._second, self._microsecond, timespec) + _format_offset(self.utcoffset())

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        return '%s(%s%s)' % (_qualified(self), ', '.join(map(str, parts)), _tail(self))

    def __str__(self):
        return self.isoformat(' ')

    def utcoffset(self):
        """How far the zone is ahead of UTC, or None."""
        if self._tzinfo is None:
            return None
        return _offset('utcoffset', self._tzinfo.utcoffset(self))

    def tzname(self):
        """The name of the zone, or None."""
        return _zone_name(self._tzinfo, self)

    def dst(self):
        """How much of utcoffset() is daylight saving time, or None."""
        if self._tzinfo is None:
            return None
        return _offset('dst', self._tzinfo.dst(self))

    def _moment(self, offset=None):
        us = (((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return us - offset._us() if offset else us

    def _compare(self, other, equality=False):
        if self._tzinfo is other._tzinfo:
            return self._moment(), other._moment()
        mine, its = self.utcoffset(), other.utcoffset()
        if equality and _py3:  # a time that depends on fold is equal to none in another zone
            for dt, offset in (self, mine), (other, its):
                if dt._tzinfo is not None and offset != dt.replace(fold=not dt._fold).utcoffset():
                    return None
        if mine == its:
            return self._moment(), other._moment()
        if mine is None or its is None:
            if equality and _py3:
                return None
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._moment(mine), other._moment(its)

    def __eq__(self, other):
        if isinstance(other, datetime):
            pair = self._compare(other, True)
            return pair is not None and pair[0] == pair[1]
        return NotImplemented if not isinstance(other, _date_class) else False

    def __ne__(self, other):
        if isinstance(other, datetime):
            return not self == other
        return NotImplemented if not isinstance(other, _date_class) else True

    def _order(self, other):
        if isinstance(other, datetime):
            return True
        if isinstance(other, _date_class) or not _py3 and not hasattr(other, 'timetuple'):
            raise _compare_error(self, other)
        return False

    __lt__, __le__, __gt__, __ge__ = _comparisons('datetime')

    def __hash__(self):
        t = self.replace(fold=0) if self._fold else self
        return hash(t._moment(t.utcoffset()))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        us = self._moment() + other._us()
        day, us = divmod(us, 86400000000)
        if not 0 < day <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        y, m, d = _ord2ymd(day)
        s, us = divmod(us, 1000000)
        mm, ss = divmod(s, 60)
        hh, mm = divmod(mm, 60)
        return (type(self) if _py3 else datetime)(int(y), int(m), int(d), int(hh), int(mm), int(ss), int(us), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._make(0, 0, self._moment() - other._moment())
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._make(0, 0, self._moment(mine) - other._moment(its))

    def _getstate(self, protocol=3):
        hi, lo = divmod(self._year, 256)
        us2, us3 = divmod(self._microsecond, 256)
        us1, us2 = divmod(us2, 256)
        m = self._month + (128 if self._fold and protocol > 3 else 0)
        state = bytes(bytearray([hi, lo, m, self._day, self._hour, self._minute, self._second, us1, us2, us3]))
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce_ex__(self, protocol):
        return self.__class__, self._getstate(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class, _time_class, _tzinfo_class = date, time, tzinfo
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

if _py3:
    @_static
    class timezone(tzinfo):
        """A zone that is always as far from UTC."""

        __slots__ = '_offset', '_name'

        def __new__(cls, offset, name=None):
            if not isinstance(offset, timedelta):
                raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type(offset).__name__)
            if name is not None and not isinstance(name, str):
                raise TypeError('timezone() argument 2 must be str, not %s' % type(name).__name__)
            if not offset and name is None and hasattr(cls, 'utc'):
                return cls.utc
            if not -timedelta(1) < offset < timedelta(1):
                raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), '
                                 'not %r.' % (offset,))
            self = tzinfo.__new__(cls)
            self._offset, self._name = offset, name
            return self

        def __getinitargs__(self):
            return (self._offset,) if self._name is None else (self._offset, self._name)

        def __reduce__(self):
            return self.__class__, self.__getinitargs__()

        def __eq__(self, other):
            if isinstance(other, timezone):
                return self._offset == other._offset
            return NotImplemented

        def __hash__(self):
            return hash(self._offset)

        def __repr__(self):
            if self is timezone.utc:
                return 'datetime.timezone.utc'
            if self._name is None:
                return '%s(%r)' % (_qualified(self), self._offset)
            return '%s(%r, %r)' % (_qualified(self), self._offset, self._name)

        def __str__(self):
            return self.tzname(None)

        def _check(self, dt, name):
            if dt is not None and not isinstance(dt, datetime):
                raise TypeError('%s(dt) argument must be a datetime instance or None, not %s' % (name, type(dt).__name__))

        def utcoffset(self, dt):
            """The offset."""
            self._check(dt, 'utcoffset')
            return self._offset

        def tzname(self, dt):
            """The name, or one such as 'UTC+01:00'."""
            self._check(dt, 'tzname')
            if self._name is not None:
                return self._name
            return 'UTC' + _format_offset(self._offset) if self._offset else 'UTC'

        def dst(self, dt):
            """None."""
            self._check(dt, 'dst')

        def fromutc(self, dt):
            """The local time of a datetime in UTC."""
            if not isinstance(dt, datetime):
                raise TypeError('fromutc: argument must be a datetime instance, not %s' % type(dt).__name__)
            if dt.tzinfo is not self:
                raise ValueError('fromutc: dt.tzinfo is not self')
            return dt + self._offset

    UTC = timezone.utc = timezone(timedelta(0))
    timezone.min = timezone(-timedelta(hours=23, minutes=59))
    timezone.max = timezone(timedelta(hours=23, minutes=59))
