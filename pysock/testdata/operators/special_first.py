# Which operand's type is asked first where one of them derives from a built-in type and
# redefines operators, and the other is of another built-in type or derives from it.
from __future__ import print_function
import operator


class Own(object):
    def __eq__(self, o): return 'eq'
    def __ne__(self, o): return 'ne'
    def __lt__(self, o): return 'lt'
    def __le__(self, o): return 'le'
    def __gt__(self, o): return 'gt'
    def __ge__(self, o): return 'ge'
    __hash__ = None


values = []
for base, v in ((int, 1), (float, 1.0), (str, 'a'), (type(u''), u'a'), (list, [1]), (tuple, (1,)), (dict, {1: 1}),
                (set, [1]), (frozenset, [1]), (bytes, b'a'), (bytearray, b'a')):
    values.append(base(v))
    values.append(type('S' + base.__name__, (base,), {})(v))
    values.append(type('O' + base.__name__, (Own, base), {})(v))
for x in values:
    line = []
    for y in values:
        if 'O' in type(x).__name__ + type(y).__name__:
            for op in operator.eq, operator.lt:
                try:
                    r = op(x, y)
                except Exception as e:
                    r = type(e).__name__
                line.append(str(r))
    print(type(x).__name__, *line)


# += and *= of sequences ask the right operand's __radd__ and __rmul__ first.
class R(object):
    def __radd__(self, o): return 'radd'
    def __rmul__(self, o): return 'rmul'


class N(object):
    def __radd__(self, o): return NotImplemented


class I(N):
    def __iter__(self): return iter([1])


class L(list):
    def __radd__(self, o): return 'L'


class Plain(object):
    pass


class Old:
    pass


class OldIndex:
    def __index__(self): return 2


def iadd(x, y):
    x += y
    return x


def imul(x, y):
    x *= y
    return x


for x in ('[1]', "'a'", '(1,)', "bytearray(b'a')", "b'a'", "u'a'", '{}', 'set([1])', 'Plain()', '1', 'None'):
    for y in ('R()', 'N()', 'I()', 'L()', 'Plain()', 'OldIndex()', "''", '[2]', "memoryview(b'a')", '{}'):
        for name, f in (('+=', iadd), ('*=', imul), ('+', operator.add), ('*', operator.mul)):
            try:
                r = f(eval(x), eval(y))
            except Exception as e:
                r = '%s: %s' % (type(e).__name__, e)
            print(x, name, y, r)
