import collections
import math


def t(f, *a):
    try:
        print f(*a)
    except Exception as e:
        print type(e).__name__, e


NT = collections.namedtuple('NT', 'x y')


def r(x):
    raise x


for x in (NT(ValueError(1), 2), NT(1, 2), (), ((KeyError, 1), 2), NT(KeyError, 3), type('T', (tuple,), {})()):
    t(r, x)
for b in ('', 'a', u'', u'a', b'', 5):
    t(bytearray, b, 'nope')
for n in 'sqrt', 'floor', 'isnan', 'trunc', 'factorial', 'fabs':
    for a in (1j, 'a', None, []):
        print n,
        t(getattr(math, n), a)


def inside():
    exec 'x = 1' in {}
    def g():
        undefined
    t(g)
    t(lambda: undefined)
    t(lambda: [undefined for i in (1,)])
    try:
        undefined
    except NameError as e:
        print e
    try:
        print [undefined for i in (1,)]
    except NameError as e:
        print e
    try:
        print sum(undefined for i in (1,))
    except NameError as e:
        print e


inside()
