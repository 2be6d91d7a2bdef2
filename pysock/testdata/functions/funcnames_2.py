"""The names that Python 2 has for the parts of functions and methods."""

import types


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


class Old:
    def a(self):
        pass


class New(object):
    def a(self):
        pass

    @classmethod
    def c(cls):
        pass


def f(x=1):
    free = 1
    return lambda: free


for o in f, f(), Old.a, Old().a, New.a, New().a, New.c:
    print o.__name__
    for name in 'func_globals func_closure im_class im_func im_self im_foo __globals__ __closure__ __class__'.split():
        for value in 2, None, 'x':
            print name,
            show(lambda: setattr(o, name, value) if 'foo' not in name or o.__class__ is not types.FunctionType else None)
        print 'del',
        show(lambda: delattr(o, name))

# Unbound methods of what isn't a function are bound like others.
Old.id = types.MethodType(id, None, Old)
x = Old()
show(lambda: x.id() == id(x))
show(lambda: Old.id.missing)


class Sized(list):
    ln = types.MethodType(len, None, list)


show(lambda: Sized([1, 2]).ln())
show(lambda: Sized.ln(Sized([1])))
show(lambda: Sized.ln([1]))
show(lambda: Sized.ln())
