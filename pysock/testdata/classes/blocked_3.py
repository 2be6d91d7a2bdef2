# Special methods that are None, classmethods of anything callable, keyword
# arguments that only __init__ takes, and what is deprecated to return.
import warnings


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Block(list):
    __bytes__ = None


class Sequence:
    __reversed__ = None

    def __len__(self):
        return 1

    def __getitem__(self, i):
        return i


attempt(bytes, Block([1]))
attempt(bytearray, Block([1]))
attempt(reversed, Sequence())


class D:
    def __get__(self, instance, owner=None):
        return 'got', type(instance).__name__, owner


class A:
    def foo(self, *args):
        return type(self).__name__, args


class M:
    descriptor = classmethod(D())
    prop = classmethod(property(lambda cls: cls.__name__))
    both = classmethod(classmethod(lambda *args: args))
    builtin = classmethod(isinstance)
    kind = classmethod(str)
    bound = classmethod(A().foo)


print(M.descriptor, M().descriptor, M.prop, M().prop)
attempt(M.both)
attempt(M.builtin, type)
attempt(M().builtin, type)
attempt(M.kind)
attempt(M.bound, 1)

for base in float, tuple, frozenset, list, dict, int, str, bytes, complex:
    class Derived(base):
        def __init__(self, *args, **kwargs):
            self.kwargs = kwargs
    print(base.__name__, end=' ')
    attempt(lambda: Derived(keyword=1).kwargs)


class Int(int):
    pass


class Float(float):
    pass


class Odd:
    def __int__(self):
        return Int(1)

    def __float__(self):
        return Float(1)


class Trunc:
    def __init__(self, value):
        self.value = value

    def __trunc__(self):
        return self.value


class Index:
    def __index__(self):
        return 7


for f in (lambda: int(Odd()), lambda: float(Odd()), lambda: int(Trunc(3)), lambda: int(Trunc(Index())), lambda: int(Trunc('x'))):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        attempt(f)
    print([str(w.message) for w in caught])

nan = float('nan')
print(hash(nan) == object.__hash__(nan), hash(nan) == hash(float('nan')))
print(0.0 ** -float('inf'), b'%(x)s' % {b'x': b'1'}, bytearray(b'%(x)s') % {b'x': b'1'})
attempt(lambda: b'none' % b'1')
attempt(lambda: 'none' % b'1')


class Long(int):
    pass


attempt(str, Long('1' + '0' * 5000, 16))
