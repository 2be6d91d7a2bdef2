# Comparisons of UserStrings and slices; what os.fspath and open refuse.
from collections import UserString as U
for o in ('a', U('a'), 'b', U('b'), 3, None):
    for op in ('__lt__', '__le__', '__gt__', '__ge__', '__eq__'):
        try: print(getattr(U('a'), op)(o))
        except Exception as e: print(repr(e))
    try: print(U('a') < o, o < U('a'), U('a') == o, U('a') != o, max(U('a'), U('b')))
    except Exception as e: print(repr(e))
print(slice(1) <= slice(1), slice(1, 2, 3) < slice(1, 3, 3))
s = slice(1)
print(s <= s, s < s, s >= s, s == s)
import re, weakref, os, types
print(type(weakref.ref(list[int])).__name__, callable(list[int]), types.MethodType(list[int], 1) and 1)
for o in re.compile('a'), 3, list[int]:
    for f in os.fspath, open, os.path.basename:
        if o != 3:
            try: f(o)
            except Exception as e: print(repr(e))
for a in slice(1), slice(1, 2), slice(None, 2), slice('a', 'b'), s:
    for b in slice(1), slice(1, 2), slice(None, 2), slice('a', 'c'), s:
        try: print(a < b, a <= b, a > b, a >= b, a == b)
        except TypeError as e: print(e)
