# What super() without arguments finds, and __class__ of a class in a method of
# another class.
def run(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def f(self):
        return 'A'

    def deleted(self):
        del self
        return super()

    def emptied(self):
        nonlocal __class__
        del __class__
        return super().__init__

    def inner(self):
        class B(A):
            outer = __class__

            def f(self):
                return __class__.__name__ + super().f()
        return B.outer.__name__, B().f()

    def rebind(self):
        class C:
            nonlocal __class__
            __class__ = 42
        return __class__

    def closure(self):
        return __class__


run(A().deleted)
run(A().inner)
run(A().rebind)
print(A.closure.__closure__[0].cell_contents, A.closure.__code__.co_freevars)
run(A().emptied)


class Meta(type):
    def mro(cls):
        print('in mro:', cls.__dict__['which']().__name__)
        return super().mro()


class D(metaclass=Meta):
    def which():
        return __class__


class Odd(Exception):
    def __new__(cls, *args):
        return cls


def gen():
    try:
        yield 1
    except TypeError as e:
        yield 'in the generator: ' + str(e)[:6]


g = gen()
next(g)
print(g.throw(Odd))
g = gen()
run(g.throw, Odd)
run(next, g)
