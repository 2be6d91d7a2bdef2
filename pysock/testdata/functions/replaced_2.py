# What functions are made of can be replaced: defaults, code.
import types


def f(a, b=2):
    return a, b


f.func_defaults = (1, 2)
print f(), f.func_defaults, f.__defaults__
del f.func_defaults
try:
    f(1)
except TypeError:
    print 'TypeError'
try:
    f.func_defaults = 1
except TypeError as e:
    print e


def g(x):
    return x


g.func_code = f.__code__
print g(1, 2), g.func_name


def outer(x):
    def inner():
        return x
    return inner


a, b = outer(1), outer(2)
c = types.FunctionType(a.func_code, a.func_globals, 'c', None, b.func_closure)
print c(), c.func_name
try:
    c.func_code = g.func_code
except ValueError as e:
    print e
