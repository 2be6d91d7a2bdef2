# More words of errors that Python 2 has for itself.
import re


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, repr(str(e))


for x in ([3], ['a'], ['.'], [u'.'], 5, None, ['a', 1], [[]], (), [], ('.',), bytearray('a.b'), buffer('a.b'),
          set([1]), iter([1]), xrange(2), 1.5, u'a.b', 2L):
    show(lambda: re.escape(x))

for x in (bytearray(), bytearray('a'), buffer('a'), 1, [], True):
    show(lambda: u'a' + x)
    show(lambda: u'a'.find(x))
    show(lambda: u'a'.split(x))
    show(lambda: u'a'.replace(x, u'b'))
    show(lambda: u'a'.partition(x))

show(lambda: range(1, 2j))
show(lambda: range(2j))
show(lambda: range('a', 'b'))


class Meta(type):
    def __instancecheck__(cls, x):
        return x == 1


class Base(object):
    __metaclass__ = Meta

    def method(self):
        return 'called'


class Derived(Base):
    pass


show(lambda: Base.method(Base()))
show(lambda: Base.method(Derived()))
show(lambda: Base.method(1))
show(lambda: Base.method(2))
show(lambda: Base.method())


class Pair(tuple):
    pass


def raises(kind, value):
    raise kind, value


show(lambda: raises(ValueError, Pair((1, 2))))
show(lambda: raises(Pair((ValueError, 1)), 'v'))
show(lambda: raises(ValueError, (1, 2)))
show(lambda: re.sub('a', 'b', bytearray('a,b')))
show(lambda: re.sub('a', 'b', buffer('a,b')))
show(lambda: re.match('a', bytearray('a,b')).expand('x'))
show(lambda: int('1', 10 ** 20))
show(lambda: long('1', 99))
