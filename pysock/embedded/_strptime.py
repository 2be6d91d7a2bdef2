"""datetime.strptime: time.strptime with fractions of seconds and zones."""

import re
import sys
import time
import datetime as _dt

_py3 = sys.version_info[0] == 3
_text = str if _py3 else basestring


def _strptime_datetime(cls, data, format='%a %b %d %H:%M:%S %Y'):
    """The datetime that data shows."""
    for i, v in enumerate((data, format)):
        if not isinstance(v, _text):
            if not _py3:
                raise TypeError('must be string, not %s' % type(v).__name__)
            raise TypeError('strptime() argument %d must be str, not %s' % (i, type(v).__name__))
    marks = re.findall(r'%(.)', format, re.DOTALL)
    if 'f' not in marks and not (_py3 and 'z' in marks):
        t = time.strptime(data, format)
        args = list(t[:6])
        if _py3 and 'Z' in marks and t.tm_gmtoff is not None:
            return cls(*args, tzinfo=_dt.timezone(_dt.timedelta(seconds=t.tm_gmtoff), t.tm_zone))
        return cls(*args)
    # Each of these two is read here, and stands as a fixed text for time.strptime.
    us, offset = 0, None
    for name, pattern in ('f', r'[0-9]{1,6}'), ('z', r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?:[Zz])'):
        at = _find(format, name)
        if at < 0 or name == 'z' and not _py3:
            continue
        done = False
        for m in re.finditer(pattern, data):
            end = m.end()
            while end > m.start() and not done:
                rest = data[:m.start()] + '@' + data[end:]
                try:
                    time.strptime(rest, format[:at] + '@' + format[at + 2:])
                except ValueError:
                    if name == 'f':
                        end -= 1
                        continue
                    break
                done = True
                found = data[m.start():end]
                data, format = rest, format[:at] + '@' + format[at + 2:]
            if done:
                break
        if not done:
            raise ValueError('time data %r does not match format %r' % (data.replace('@', ''), format))
        if name == 'f':
            us = int(found.ljust(6, '0'))
        else:
            offset = _offset(found)
    t = time.strptime(data, format)
    args = list(t[:6]) + [us]
    if offset is not None:
        tz = _dt.timezone(offset, t.tm_zone) if 'Z' in marks and t.tm_zone else _dt.timezone(offset)
        return cls(*args, tzinfo=tz)
    return cls(*args)


def _find(format, name):
    """Where %name stands, but after another %."""
    i = 0
    while i < len(format) - 1:
        if format[i] == '%':
            if format[i + 1] == name:
                return i
            i += 1
        i += 1
    return -1


def _offset(s):
    if s in ('Z', 'z'):
        return _dt.timedelta(0)
    digits = s[1:].replace(':', '')
    us = 0
    if '.' in digits:
        digits, us = digits.split('.')
        us = int(us.ljust(6, '0'))
    delta = _dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:6] or 0), microseconds=us)
    return -delta if s[0] == '-' else delta
