from __future__ import print_function
import time

# struct_time is a sequence, compares with tuples, and hashes like one.
plain = (2009, 1, 2, 3, 4, 5, 6, 7, 0)
x = time.struct_time(plain)
print(x)
print(type(x), isinstance(x, time.struct_time), isinstance(x, tuple))
print(x[0], x[-1], x[2:4], x[::-2], len(x))
year, month, day = x[:3]
print(year, month, day)
a, b, c, d, e, f, g, h, i = x
print(a + b + c + d + e + f + g + h + i)
print([n for n in x], tuple(x) == plain, list(x) == list(plain))
print(x == plain, plain == x, x != plain, x < (2010,), (2010,) > x, x == list(plain))
print(hash(x) == hash(plain), {x: "found"}[plain], {plain: "found"}[x], x in [plain], plain in (1, x))
print(3 in x, 33 in x, max(x), sum(x), sorted([x, (1,)])[0])
print(x + (1,), x * 2 == plain * 2)
print(x.tm_year, x.tm_mon, x.tm_mday, x.tm_hour, x.tm_min, x.tm_sec, x.tm_wday, x.tm_yday, x.tm_isdst)
print(hasattr(x, "tm_zone"), hasattr(x, "tm_gmtoff"), hasattr(x, "index"), x.n_sequence_fields)
print("%s" % (x,))
print("%d/%d/%d" % x[:3])
print(bool(x), repr(x) == str(x))

# Round trips.
for sec in (0, 1e9, -1, 1230865445, 2**31, 2**33):
    print(time.mktime(time.localtime(sec)) == sec, time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(sec)))
print(time.strptime(time.ctime(86400)) [:6] == time.localtime(86400)[:6])
print(time.asctime(time.gmtime(0)), time.strftime("%j %U %w %a %d %b", time.gmtime(0)))

# Clocks go forward, and sleep sleeps.
start = time.time()
time.sleep(0.02)
print(0.02 <= time.time() - start + 0.001 < 10)
time.tzset()
# ---
import time
print(time.struct_time((1, 2, 3)))
# ---
import time
time.sleep(-1)
# ---
import time
time.gmtime(1e30)
# ---
import time
x = time.gmtime(0)
x.tm_year = 3
# ---
import time
x = time.gmtime(0)
x[0] = 3
# ---
import time
time.strftime("%Y", (2009, 13, 1, 0, 0, 0, 0, 0, 0))
# ---
import time
time.strftime("%Y", (2009, 1))
