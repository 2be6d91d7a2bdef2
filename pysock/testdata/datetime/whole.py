# datetime: each class, in and out of its ranges.
from __future__ import print_function
from datetime import *
import datetime as m, pickle, copy, sys
def attempt(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
d = datetime(2024, 2, 29, 13, 5, 9, 123456)
print(d, repr(d), d.isoformat(), d.isoformat(' '), d.ctime(), d.date(), d.time(), d.weekday(), d.isoweekday(), tuple(d.isocalendar()))
print(d.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %b %p %y %%f'), '{:%d/%m/%Y}'.format(d), format(d, ''))
print(d + timedelta(days=366, hours=11), d - timedelta(weeks=3), d - datetime(2000, 1, 1), date(2024, 3, 1) - date(2024, 2, 1))
for t in (timedelta(1), timedelta(-1), timedelta(0), timedelta(hours=-5, microseconds=3), timedelta(1.5), timedelta(seconds=0.1), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(weeks=1, days=2, hours=3, minutes=4, seconds=5, milliseconds=6)):
    print(t, repr(t), t.total_seconds(), bool(t), abs(t), -t, t * 3, t // 2, t == timedelta(1))
print(datetime.strptime('2024-02-29 13:05:09.12', '%Y-%m-%d %H:%M:%S.%f'), repr(datetime.strptime('29/02/24', '%d/%m/%y')), datetime.strptime('Thu Feb 29 13:05:09 2024', '%a %b %d %H:%M:%S %Y'))
attempt(datetime.strptime, 'x', '%Y'); attempt(datetime.strptime, '2024 1', '%Y')
attempt(date, 2024, 13, 1); attempt(date, 2023, 2, 29); attempt(date, 0, 1, 1); attempt(datetime, 2024, 1, 1, 25); attempt(date, 2024); attempt(date, '2024', 1, 1); attempt(date, 2024.0, 1, 1)
attempt(lambda: date.max + timedelta(1)); attempt(timedelta, 10**10); attempt(timedelta, 'a'); attempt(datetime, 2024, 1, 1, tzinfo=5)
attempt(lambda: d < date(2024, 1, 1)); attempt(lambda: d < 5); attempt(lambda: d == 5); attempt(lambda: date(2024, 1, 1) < date(2025, 1, 1)); attempt(lambda: d + 5); attempt(lambda: d + d)
print(repr(time(1, 2)), time(1, 2, 3), repr(time(1, 2, 3, 4)), time(23, 59).isoformat(), time(1) < time(2), time.max, time(5).strftime('%H:%M'))
print(date.fromordinal(738000), date(2024, 1, 1).toordinal(), date.min, date.max, date(2024, 5, 6).replace(day=7), d.replace(minute=0))
print(datetime.utcfromtimestamp(0), datetime.utcfromtimestamp(1e9 + 0.5), datetime.combine(date(2024, 1, 2), time(3, 4)), d.timetuple()[:9], d.utctimetuple()[:6])
class Zone(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=2)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return 'ZZZ'
    def __repr__(self): return 'Zone()'
z = d.replace(tzinfo=Zone())
print(z, repr(z), z.strftime('%z %Z'), z.utcoffset(), z.tzname(), z.isoformat())
attempt(lambda: z - d); attempt(lambda: z < d); print(z.timetz(), z.utctimetuple()[:6])
for p in range(3):
    for o in (d, d.date(), d.time(), timedelta(1, 2, 3)):
        assert pickle.loads(pickle.dumps(o, p)) == o
assert copy.deepcopy(d) == d and hash(d) == hash(d.replace())
class MyDate(date): pass
print(repr(MyDate(2024, 1, 2)), type(MyDate.today()).__name__, str(MyDate(2024, 1, 2)))
print(datetime, date.__mro__[1:], timedelta.max, timedelta.min, timedelta.resolution)
if sys.version_info[0] == 3:
    u = datetime(2024, 1, 1, tzinfo=timezone.utc)
    print(repr(u), u, u.timestamp(), u.astimezone(timezone(timedelta(hours=-5))), repr(timezone(timedelta(hours=1))), timezone(timedelta(hours=-3, minutes=-30)), timezone.utc, timezone(timedelta(0), 'X'))
    for s in ('2024-02-29', '2024-02-29T12:34', '2024-02-29 12:34:56.789', '2024-02-29T12:34:56+02:00', '20240229T123456Z', '2024-W09-4', '2024-02-30', 'x', '2024-02-29T25:00'):
        attempt(datetime.fromisoformat, s)
    attempt(date.fromisoformat, '2024-01-02'); attempt(time.fromisoformat, '04:05:06.7'); attempt(date.fromisocalendar, 2024, 9, 4)
    print(timedelta(1) / 2, timedelta(1) / timedelta(hours=5), timedelta(1) // timedelta(hours=5), timedelta(1) % timedelta(hours=5), divmod(timedelta(1), timedelta(hours=5)), timedelta(1) * 1.5, timedelta(1) / 1.5)
    print(datetime.strptime('2024-02-29 +0130', '%Y-%m-%d %z'), d.isoformat(timespec='minutes'), d.isoformat(timespec='milliseconds'), repr(d.isocalendar()))
    print(datetime.fromtimestamp(0, timezone.utc), repr(time(1, 2, fold=1)), type(MyDate(2024, 1, 1) + timedelta(1)).__name__, z == d, z != d)
    attempt(timezone, 5); attempt(timezone, timedelta(1)); attempt(lambda: d < 'a')
