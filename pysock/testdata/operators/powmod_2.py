# pow(x, y, z) asks the types of its operands in turn.
class P(object):
    def __pow__(self, *args):
        return 'P', args


class R(object):
    def __rpow__(self, *args):
        return 'R', args


class Old:
    def __pow__(self, *args):
        return 'Old', args


class OldR:
    def __rpow__(self, *args):
        return 'OldR', args


class Unwilling(object):
    def __pow__(self, *args):
        return NotImplemented


class F(float):
    pass


values = [2, 2L, 2.0, 2j, P(), R(), Old(), OldR(), Unwilling(), F(2), 's', True, 0]
for x in values:
    for y in values:
        row = []
        for z in values:
            try:
                row.append(repr(pow(x, y, z))[:12])
            except Exception as e:
                row.append(str(e)[:34])
        print type(x).__name__, type(y).__name__, row

import sys
print pow(sys.maxint, 2, 3), repr(pow(sys.maxint, 2, 3)), repr(pow(3037000499, 2, 7)), repr(pow(3037000500, 2, 7)), repr(pow(2, 1000, 10 ** 10))
print repr((-sys.maxint - 1) % -1), divmod(-sys.maxint - 1, -1), repr((-sys.maxint - 1) % -2)
print (-0.0 - 0j) ** 1, (-(0j * 2)) ** 1, (-0j) ** 2, 0j ** 0, 0j ** 3
for x in [1], (1,), None, 's', u's', {1: 2}, set(), xrange(2), len, P, object:
    try:
        a, b = coerce(x, x)
        print a is x, b is x
    except TypeError as e:
        print e
C = type('C', (complex,), {})
for x in 1, 1L, 1.5, True, 2j, C(2):
    for op in cmp, lambda x, y: x < y, lambda x, y: x // y, lambda x, y: y % x, divmod:
        try:
            print op(x, C(1)),
        except TypeError as e:
            print e,
    print
numbers = [True, 2, 2L, 2.5, 10 ** 20, type('I', (int,), {})(4), type('L', (long,), {})(4)]
for x in numbers:
    print [cmp(x, Old()), cmp(Old(), x), x < Old(), Old() <= x]
