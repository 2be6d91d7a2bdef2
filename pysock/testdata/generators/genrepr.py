import re


def shown(x):
    return re.sub('0x[0-9a-f]+', '0x', repr(x))


def outer():
    def g():
        yield 1
    return g(), (x for x in ()), [(y for y in ()) for x in (1,)][0]


class C(object):
    def m(self):
        yield 1


print([shown(x) for x in outer()])
print(shown(C().m()))
