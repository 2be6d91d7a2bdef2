# What x.name(...) calls may be anything.


class C(object):
    def method(self, *args, **kwargs):
        return 'method', self is c, args, sorted(kwargs.items())

    @classmethod
    def of_class(cls, *args):
        return 'class', cls is C, args

    @staticmethod
    def static(*args):
        return 'static', args

    @property
    def prop(self):
        return lambda *args: ('property', args)

    lower = str.lower
    inner = property(lambda self: [3, 1, 2])

    class Nested(object):
        def __init__(self, *args):
            self.args = args

    def __getattr__(self, name):
        if name.startswith('any'):
            return lambda *args: (name, args)
        raise AttributeError(name)

    def __call__(self, *args):
        return 'called', args


def run():
    c.own = lambda *args: ('own', args)
    c.callable = C()
    c.number = 5
    c.kind = int
    print(c.method(), c.method(1, 2), c.method(1, *[2], k=3), c.method(**{'z': 1}))
    print(c.of_class(1), c.static(1), c.prop(1), c.own(1), c.callable(1), c.kind('7'))
    print(c.Nested(1).args, c.anything(1), c.inner.sort())
    for f in (lambda: c.number(), lambda: c.missing(), lambda: c.lower(), lambda: c.method.nothing(), lambda: C.method()):
        try:
            print(f())
        except (TypeError, AttributeError) as e:
            print(type(e).__name__)
    c.method = lambda *args: ('shadowed', args)
    print(c.method(1))
    del c.method
    print(c.method(1))
    C.method = lambda self: 'replaced'
    print(c.method())
    print(C.static(2), C.of_class(2), C.Nested(2).args)


c = C()
run()


def each(x):
    for name in ('a', b'b', [1], (1,), {1: 2}, {1}, bytearray(b'x'), 1.5):
        x = name
        try:
            print(sorted(x.copy()))
        except AttributeError as e:
            print(e)
        try:
            print(x.count(x))
        except (TypeError, AttributeError) as e:
            print(type(e).__name__)


each(0)


class L(list):
    def append(self, x):
        super(L, self).append(x)
        list.append(self, x)
        return 'mine'


l = L()
print(l.append(1), l.pop(), l.extend([5, 4]), l.sort(), l, l.index(4))


def rebinds(x, y):
    return x.replace(*((x, y)[i] for i in range(2))), [x.upper() for x in (x, y)]


print(rebinds('a', 'b'))
