# Operators of classes that derive from built-in types: who is asked, and when nobody is.
from __future__ import print_function
import sys


def shown(f, *args):
    try:
        r = f(*args)
        return type(r).__name__, r
    except Exception as e:
        return type(e).__name__, str(e)


def derived(name, base, methods, answer):
    def method(name):
        return lambda self, *args: (name,) + args if answer else NotImplemented
    return type(name, (base,), dict((m, method(m)) for m in methods))


NAMES = 'add sub mul truediv div floordiv mod divmod pow lshift rshift and or xor'.split()
OPERATORS = '+ - * / // % ** << >> & | ^'.split()
LEFT = ['__%s__' % n for n in NAMES]
RIGHT = ['__r%s__' % n for n in NAMES]

values = [('2', 2), ('2.0', 2.0), ('2j', 2j), ('set', set([1])), ('frozenset', frozenset([1]))]
if sys.version_info[0] == 2:
    values.append(('2L', eval('2L')))
for base, value in [(int, 2), (float, 2.0), (complex, 2j), (type(2 ** 70), 2), (set, [1]), (frozenset, [1])]:
    for kind, methods, answer in [('plain', [], 1), ('left', LEFT, 1), ('right', RIGHT, 1), ('neither', LEFT + RIGHT, 0), ('unwilling', LEFT, 0)]:
        name = kind.capitalize() + base.__name__.capitalize()
        values.append((name, derived(name, base, methods, answer)(value)))

total = 0
for a, x in values:
    for b, y in values:
        row = []
        for op in OPERATORS:
            one = shown(lambda: eval('x %s y' % op, {'x': x, 'y': y}))

            def augmented():
                space = {'x': x, 'y': y}
                if not isinstance(x, set):
                    exec('x %s= y' % op, space)
                return space['x']
            two = shown(augmented)
            row.append(one[1] if isinstance(one[1], str) and one[0] != 'TypeError' else one[0])
            if two[0] != one[0]:
                row.append(two[0])
        row.append(shown(divmod, x, y)[0])
        print(a, b, ' '.join(row))

print('what grows asks the other first')
Right = derived('Right', int, RIGHT, 1)
for x in [1], bytearray(b'a'):
    x += Right(2)
    print(x)
Plain = derived('Plain', list, [], 1)
x = Plain([1])
x += derived('RightTuple', tuple, RIGHT, 1)((2,))
print(type(x).__name__, x)
Set = derived('Set', set, [], 1)
x = Set([1])
x -= Right(2)
print(type(x[1]).__name__)

print('what was redefined is gone')
for x, op, y in [(derived('NoStr', str, LEFT, 0)('s'), '+', 's'), (derived('NoList', list, LEFT, 0)([1]), '+', [2]),
                 (derived('NoStr', str, LEFT, 0)('s'), '*', 2), (2, '*', derived('NoList', list, RIGHT, 0)([1]))]:
    print(shown(lambda: eval('x %s y' % op, {'x': x, 'y': y})))
