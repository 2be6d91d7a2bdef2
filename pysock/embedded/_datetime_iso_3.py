"""What datetime reads of ISO 8601."""

import re
from datetime import (timedelta, timezone, _isoweek1monday, _ord2ymd, MINYEAR, MAXYEAR)

__name__ = 'datetime'


class IsoCalendarDate(tuple):
    """An ISO year, week and weekday."""

    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % self

    def __reduce__(self):
        return tuple, (tuple(self),)


def from_week(year, week, day):
    """The year, month and day of an ISO year, week and weekday."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('Year is out of range: %d' % year)
    weeks = (_isoweek1monday(year + 1) - _isoweek1monday(year)) // 7
    if not 0 < week <= weeks:
        raise ValueError('Invalid week: %d' % week)
    if not 0 < day < 8:
        raise ValueError('Invalid weekday: %d (range is [1, 7])' % day)
    return _ord2ymd(_isoweek1monday(year) + (week - 1) * 7 + day - 1)


def reading(parse, s):
    """parse(s), whose errors are about the string as a whole."""
    if not isinstance(s, str):
        raise TypeError('fromisoformat: argument must be str')
    try:
        return parse(s)
    except (ValueError, IndexError):
        raise ValueError('Invalid isoformat string: %r' % s) from None


_date = re.compile(r'(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d)|(\d{4})-W(\d\d)(?:-(\d))?|(\d{4})W(\d\d)(\d)?', re.ASCII)
_time = re.compile(r'(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?|(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?', re.ASCII)


def _read_date(s):
    """The date at the beginning, and where it ends."""
    m = _date.match(s)
    if m is None:
        raise ValueError(s)
    g = m.groups()
    for i in 0, 3:
        if g[i]:
            return (int(g[i]), int(g[i + 1]), int(g[i + 2])), m.end()
    for i in 6, 9:
        if g[i]:
            return from_week(int(g[i]), int(g[i + 1]), int(g[i + 2] or 1)), m.end()


def parse_date(s):
    """year, month, day"""
    if len(s) not in (7, 8, 10):
        raise ValueError(s)
    parts, end = _read_date(s)
    if end != len(s):
        raise ValueError(s)
    return parts


def _clock(s):
    m = _time.fullmatch(s)
    if m is None:
        raise ValueError(s)
    hour, m1, s1, f1, m2, s2, f2 = m.groups()
    fraction = (f1 or f2 or '')[:6].ljust(6, '0')
    return [int(hour), int(m1 or m2 or 0), int(s1 or s2 or 0), int(fraction)]


def parse_time(s):
    """The parts of a time and its zone."""
    if s[:1] == 'T':
        s = s[1:]
    tz, at = None, max(s.find('-'), s.find('+'), s.find('Z'))
    if at >= 0:
        if s[at] == 'Z':
            if at != len(s) - 1:
                raise ValueError(s)
            tz = timezone.utc
        else:
            hh, mm, ss, us = _clock(s[at + 1:])
            delta = timedelta(hours=hh, minutes=mm, seconds=ss, microseconds=us)
            tz = timezone(-delta if s[at] == '-' else delta)
        s = s[:at]
    return _clock(s) + [tz]


def parse_datetime(s):
    """All of both."""
    if len(s) < 7:
        raise ValueError(s)
    parts, end = _read_date(s)
    if end == len(s):
        return parts
    if end == 7 and s[end].isdigit():
        raise ValueError(s)
    return list(parts) + parse_time(s[end + 1:].replace('T', '?'))
