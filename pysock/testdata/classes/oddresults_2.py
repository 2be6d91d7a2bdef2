# What special methods of old-style and new-style classes may return, and what is said
# of other results.
import array
import operator
import struct


class Boom(Exception):
    pass


def boom():
    raise Boom('b')


def f(*a):
    return a


def delitem(x): del x[0]
def assign(x): x[0] = 1
def delslice(x): del x[0:1]
def setslice(x): x[0:1] = [1]


consumers = {
    '__nonzero__': ['bool(x)', 'not x', 'x or 1'],
    '__len__': ['bool(x)', 'len(x)', 'x and 1'],
    '__hash__': ['{x: 1} and 1', 'x in {1: 1}'],
    '__iter__': ['iter(x)', 'apply(f, x)', 'enumerate(x)'],
    '__repr__': ['str(x)', 'unicode(x)', '"%s" % x', '`x`'],
    '__str__': ['str(x)', 'unicode(x)', '"%s" % x', 'u"%s" % x'],
    '__coerce__': ['coerce(x, 1)', 'coerce(1, x)', 'cmp(x, 1)', 'x == 1', 'x < 1', '1 in [x]'],
    '__int__': ['int(x)', 'long(x)', 'chr(x)', 'array.array("i", [x])', 'operator.isNumberType(x)'],
    '__trunc__': ['int(x)', 'chr(x)', 'range(x)', 'struct.pack("i", x)'],
    '__index__': ['operator.index(x)', '"abc".count("a", x)', 'xrange(5)[x]', 'operator.isNumberType(x)'],
    '__complex__': ['complex(x)', 'operator.isNumberType(x)'],
    '__neg__': ['-x', 'abs(x)'],
    '__contains__': ['1 in x', 'operator.contains(x, 1)'],
    '__setitem__': ['delitem(x)', 'delslice(x)'],
    '__delitem__': ['assign(x)', 'setslice(x)'],
    '__setslice__': ['delslice(x)', 'delitem(x)'],
    '__delslice__': ['setslice(x)', 'assign(x)'],
    '__dir__': ['dir(x)'],
    '__instancecheck__': ['isinstance(1, x)'],
    '__subclasscheck__': ['issubclass(int, x)'],
}
returned = ['None', '1', '"s"', 'u"u"', '1L', '1.5', '(1, 2)', 'NotImplemented', 'boom()']
for base in '', '(object)':
    for name in sorted(consumers):
        for r in returned:
            exec 'class A%s:\n    def __repr__(self): return "A()"\n    def %s(self, *a): return %s' % (base, name, r)
            if name == '__index__' and r == '1L' or name == '__trunc__' and base == '' and r[0] in '1':
                continue
            row = []
            for c in consumers[name]:
                x = A()
                try:
                    v = eval(c)
                    row.append('%s %s' % (type(v).__name__, '' if 'iter' in name or 'dir' in name else v))
                except Exception as e:
                    row.append('%s: %s' % (type(e).__name__, e))
            print base or 'old', name, r, row


class Proxy:
    def __getattr__(self, name):
        print name,
        raise Boom(name)


for c in 'list(x)', 'set(x)', 'sum(x)', 'sorted(x)', 'max(x)', 'map(None, x)', 'array.array("d", [x])', '[].extend(x)':
    x = Proxy()
    try:
        eval(c)
    except Exception as e:
        print c, e

print 'apply'
for v in 'ab', u'ab', [1], (1,), xrange(2), bytearray('a'), buffer('ab'), set([1]), {1: 2}, iter([1]), None, 5:
    try:
        print apply(f, v)
    except Exception as e:
        print e

print 'keywords'
def g(**k): return k.keys()
for n in range(9):
    d = dict(('k%d' % i, i) for i in range(n))
    print g(**d), g(q=1, **d), g(q=1, r=2, **d), dict(d, q=1).keys(), set(d), set('ab').union(d)

print 'print and sort'


class W(object):
    def __init__(self): self.written = []
    def write(self, s): self.written.append(s)


class R(object):
    def __repr__(self): return 5


for odd in 'x', None, 1, True, 1L, -1, [1]:
    w = W()
    w.softspace = odd
    print >>w, 1
    print w.written, w.softspace
try:
    print R()
except TypeError as e:
    print e
for r in 1, True, 1L, 10 ** 20, 1.5, 'x', None:
    try:
        print sorted([2, 1], cmp=lambda a, b: r)
    except TypeError as e:
        print e
