# __missing__ is asked by dict.__getitem__ itself, which a class may call from its own.
from __future__ import print_function


class D(dict):
    def __missing__(self, k):
        return 'missing %s' % k

    def __getitem__(self, k):
        return 'own', dict.__getitem__(self, k), super(D, self).__getitem__(k)


class E(dict):
    def __missing__(self, k):
        return 'missing %s' % k


class F(dict):
    def __getitem__(self, k):
        return 'F', dict.__getitem__(self, k)


print(D()['x'], D(a=1)['a'], E(a=1).__getitem__('b'), E(a=1).__getitem__('a'), dict.__getitem__(E(), 'c'))
for f in (lambda: F()['x'], lambda: {}.__getitem__('x'), lambda: E().__getitem__([]), lambda: E().__getitem__(), lambda: E().get('x')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


# object.__getattribute__ of a class that derives from a built-in type finds what the instance has.
class S(str):
    def __init__(self, *args):
        self.foo = 4


class L(list):
    def __getattribute__(self, name):
        return 'got', list.__getattribute__(self, name)


print(S('q').__getattribute__('foo'), str.__getattribute__(S('a'), 'foo'))
x = L()
x.foo = 3
print(x.foo)
