"""Prints what the dicts of the built-in types hold: typedicts2.txt and typedicts3.txt are
its output under CPython 2.7.18 and 3.11.7."""

from __future__ import print_function
import sys
import types

try:
    import builtins
except ImportError:
    import __builtin__ as builtins

python3 = sys.version_info[0] == 3
seen = {}


def add(c):
    if isinstance(c, type) and c.__module__ in ('builtins', '__builtin__', 'exceptions', 'types') and c.__name__[0] != '_':
        seen.setdefault(c.__name__, c)


def generator():
    yield


class Old:
    def method(self):
        pass


values = [[], (), '', b'', set(), {}, bytearray(), u'', generator(), generator, len, [].append, int.__dict__, int.__add__,
          list.append, type.__dict__['__mro__'], slice.__dict__['start'], generator.__code__, sys, (1).__add__,
          iter(lambda: 0, 0), sys.flags, NotImplemented, Ellipsis, memoryview(b''), Old.method, Old().method]
if python3:
    values += [range(3), range(1 << 70), {}.keys(), {}.values(), {}.items(), int | str, list[int], types.SimpleNamespace()]
    exec('async def co(): pass\nasync def ag(): yield\nc = co(); values += [ag(), c, ag().__anext__()]; c.close()')
else:
    values += [xrange(3), {}.viewkeys(), {}.viewvalues(), {}.viewitems(), {}.iterkeys(), {}.itervalues(), {}.iteritems()]

for v in list(vars(builtins).values()) + list(vars(types).values()):
    add(v)
for v in values:
    add(type(v))
    for walk in iter, reversed:
        try:
            add(type(walk(v)))
        except TypeError:
            pass
try:
    1 / 0
except ZeroDivisionError:
    tb = sys.exc_info()[2]
    add(type(tb))
    add(type(tb.tb_frame))
for name in 'DynamicClassAttribute', 'classobj':
    seen.pop(name, None)
for name, c in sorted(seen.items()):
    print(name + ':', *list(c.__dict__))
