# What eval, exec and execfile say of globals and locals that are none.
class Mapping(object):
    def __getitem__(self, k):
        return 1


class Plain(object):
    pass


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


for x in (1, [], 'a', (), Mapping(), Plain(), 1.5, xrange(3), type, Mapping, {}, set(), lambda: 1):
    show(lambda: eval('1', x))
    show(lambda: eval('1', {}, x))
    show(lambda: eval('1', None, x))

    def second():
        exec '1' in x

    def third():
        exec '1' in {}, x
    show(second)
    show(third)
    show(lambda: execfile('_filed.py', x, 1))
    show(lambda: execfile('nothing.py', x))
show(lambda: execfile('nothing.py', {}, 1))
show(lambda: execfile('nothing.py', None))
