# What __class__ means in class bodies and functions.
class Outer:
    def inner(self):
        class Inner:
            around = __class__
        return Inner

    def rebound(self):
        __class__ = 3
        return __class__

    def nested(self):
        return (lambda: [__class__ for i in "ab"])()


print(Outer().inner().around, Outer().rebound(), Outer().nested())


def function():
    __class__ = 5

    class C:
        z = __class__

        def f(self):
            return __class__, super().__class__
    return C


print(function().z, function()().f())
try:
    class X:
        __class__
except NameError as e:
    print(type(e), e)

a = Outer()
try:
    object.__getattribute__(a, "rebind")
except AttributeError as e:
    print(e, e.name, e.obj is a)
