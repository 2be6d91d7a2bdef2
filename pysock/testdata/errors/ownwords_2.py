# Words of errors that differ between the Pythons.
import functools
import math
import re


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, repr(str(e))


class Text(unicode):
    pass


# join: the first that is no str decides whose words are used
for sep in (u',', ',', ''):
    for items in ([u'a', []], ['a', []], [[], u'a'], ['a', u'b', 1], [1, u'a'], [Text('a'), 1], [[]]):
        show(lambda: sep.join(items))
        show(lambda: sep.join(iter(items)))

# sorted and sort
show(lambda: sorted([1], foo=2))
show(lambda: sorted(foo=2))
show(lambda: sorted(1, foo=2))
show(lambda: sorted(iterable=[3, 1]))
show(lambda: sorted([3], iterable=4))
show(lambda: sorted([1], None, None, True, iterable=4))
show(lambda: sorted([1], None, cmp=None))
show(lambda: sorted(1, None, None, 'a'))
show(lambda: [].sort(None, cmp=3))

show(lambda: math.ldexp())
show(lambda: math.ldexp(1))
show(lambda: math.ldexp(1, 2, 3))
show(lambda: unicode('', 'nope'))
show(lambda: unicode(buffer(''), 'nope', 'nope'))
show(lambda: unicode('a', 'nope'))


class Fails(object):
    def __iter__(self):
        raise TypeError('mine')


class Other(object):
    def __iter__(self):
        raise ValueError('mine')


for x in (Fails(), Other(), 5):
    for f in (zip, lambda x: zip([1], x), lambda x: map(None, [1], x), lambda x: map(str, x),
              lambda x: reduce(max, x), list, set):
        show(lambda: f(x))

# NUL in text of numbers
for f in (int, long):
    for s in ('H\0e', '1\0', '\0', u'1\0', ' 1\0 '):
        show(lambda: f(s))
        show(lambda: f(s, 10))


# unbound methods go by their functions' names
def outer(self):
    pass


class Old:
    tag = functools.wraps(len)(lambda self: 1)
    plain = lambda self: 1


class New(object):
    tag = functools.wraps(outer)(lambda self: 1)


outer.__name__ = 'renamed'
Old.o = New.o = outer
print Old.tag, Old.plain, Old.o, New.tag, New.o
