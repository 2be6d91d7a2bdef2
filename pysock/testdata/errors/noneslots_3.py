# Special methods that are None: most are called, which fails; a few say that there is none.
import copy
import math
import operator


def made(name, **more):
    return type('N' + name, (object,), dict({name: None}, **more))()


for line in '''__add__ x + 1
__radd__ 1 + x
__mul__ [1] * x
__lt__ x < 1
__eq__ x == 1
__eq__ x in [1]
__neg__ -x
__abs__ abs(x)
__len__ len(x)
__len__ bool(x)
__bool__ not x
__index__ [1][x]
__index__ hex(x)
__index__ range(x)
__index__ '%x' % x
__index__ int(x)
__index__ operator.index(x)
__index__ b'abc'.find(x)
__int__ int(x)
__int__ '%d' % x
__float__ float(x)
__float__ '%f' % x
__float__ math.sin(x)
__complex__ complex(x)
__trunc__ math.trunc(x)
__floor__ math.floor(x)
__ceil__ math.ceil(x)
__round__ round(x)
__getitem__ x[0]
__getitem__ list(x)
__getitem__ 1 in x
__iter__ iter(x)
__iter__ 1 in x
__next__ next(x)
__contains__ 1 in x
__reversed__ reversed(x)
__call__ x()
__call__ callable(x)
__format__ format(x)
__bytes__ bytes(x)
__hash__ hash(x)
__dir__ dir(x)
__instancecheck__ isinstance(1, x)
__getattr__ x.foo'''.split('\n'):
    name, _, source = line.partition(' ')
    x = made(name)
    try:
        print(line, '->', eval(source))
    except Exception as e:
        print(line, '->', type(e).__name__, e)
