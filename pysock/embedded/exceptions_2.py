"""The built-in exceptions, in the module that they say they are from."""

import __builtin__


def _fill(names):
    for name, value in vars(__builtin__).items():
        if isinstance(value, type) and issubclass(value, BaseException):
            names[name] = value


_fill(globals())
del _fill, __builtin__
