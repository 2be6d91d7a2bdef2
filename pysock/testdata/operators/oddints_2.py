# What Python 2 makes of numbers that special methods return.
import math
import operator
import collections


def returning(name, value, base=object):
    if base is None:
        class Old:
            pass
        setattr(Old, name, lambda self: value)
        return Old()
    return type('New', (base,), {name: lambda self: value})()


uses = {
    'index': operator.index, 'range': range, 'range2': lambda x: range(0, x), 'd': lambda x: '%d' % x, 'x': lambda x: '%x' % x, 'ui': lambda x: u'%i' % x,
    'factorial': math.factorial, 'maxlen': lambda x: collections.deque([], x), 'c': lambda x: '%c' % x, 'int': int, 'long': long,
}
for name in '__int__', '__index__', '__trunc__', '__long__', '__float__':
    for value in 3, 2L, True, 'x', 1.5, None:
        for base in object, None:
            for use in sorted(uses):
                try:
                    r = repr(uses[use](returning(name, value, base)))
                except Exception as e:
                    r = type(e).__name__ + ' ' + str(e)
                print name, repr(value), base and 'new' or 'old', use, r
for f, args in [(math.log1p, (-1,)), (math.pow, (0., -1e309)), (math.atan2, (1j, 'x')), (math.fmod, ('x', 1j)), (math.hypot, (None, 1j)), (math.cosh, (710,)),
                (math.sinh, (-710.2,)), (math.cosh, (711,)), (pow, (1.7976931348623157e308, 0.5)), (math.log1p, (-2,))]:
    try:
        print f.__name__, args, repr(f(*args))
    except Exception as e:
        print f.__name__, args, type(e).__name__, e
