# Special methods called directly: how many arguments they take, and what they say of
# those that they don't know. What says the same stands in one line.
from __future__ import print_function
import sys

SKIP = '''__class__ __doc__ __new__ __init__ __reduce__ __reduce_ex__ __subclasshook__ __sizeof__ __dir__ __hash__ __call__ __setstate__
__getstate__ __init_subclass__ __class_getitem__ __getnewargs__ __getformat__ __setformat__ __subclasses__ __round__ __length_hint__
__del__ __alloc__ __set_name__'''.split()


class New(object):
    pass


class Str(str):
    pass


VALUES = ['None', '5', '10**30', '2.5', '1j', "'a'", "u'a'", "bytearray(b'a')", '[1]', '(1,)', "{'a': 1}", '{1, 2}',
          'frozenset([1])', 'slice(1, 2, 3)', 'iter([1])', '(x for x in [1])', "{2: 1}.keys()", 
          'New()', "Str('a')", 'property()']
ARGS = [(), (None,), (1,), ([1],), (1, 2), (1, 2, 3)]


def says(f, args, kw):
    try:
        r = f(*args, **kw)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    if ' at 0x' in repr(r):
        return 'iterator' if 'iterator' in type(r).__name__ else type(r).__name__
    return repr(r)


groups, order = {}, []
for v in VALUES:
    value = eval(v)
    for name in sorted(dir(value)):
        if name[:2] != '__' or name in SKIP or not callable(getattr(value, name)):
            continue
        for args in ARGS:
            for kw in {}, {'zzz': 1}:
                if kw and len(args) > 1:
                    continue
                value = eval(v)
                r = says(getattr(value, name), args, kw)
                key = repr(args), sorted(kw), r
                if str(key) not in groups:
                    order.append(key)
                groups.setdefault(str(key), []).append('%s.%s' % (v, name))
for key in order:
    args, kw, r = key
    if 'read-only' in r or 'has no attribute' in r:
        continue
    print('%s%s -> %s\n    %s' % (args, ' zzz=1' if kw else '', r, ' '.join(groups[str(key)])))
