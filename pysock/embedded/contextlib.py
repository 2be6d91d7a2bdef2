"""Utilities for with-statement contexts."""

import sys

try:
    from functools import wraps
except ImportError:
    def wraps(func):
        def same(helper):
            helper.__name__, helper.__doc__ = func.__name__, func.__doc__
            return helper
        return same

__all__ = ["closing", "contextmanager"]


class closing(object):
    """Context to close a thing at the end of its block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class _GeneratorContextManager(object):
    """What a function decorated by contextmanager returns."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        self.__doc__ = func.__doc__

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                return False
            if isinstance(value, StopIteration) and getattr(exc, "__cause__", None) is value:
                return False
            raise
        except BaseException as exc:
            if exc is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Make a context manager of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)
    return helper


if sys.version_info[0] == 2:
    GeneratorContextManager = _GeneratorContextManager
else:
    __all__ += ["nullcontext", "redirect_stdout", "redirect_stderr", "suppress"]

    class nullcontext(object):
        """Context that does nothing."""

        def __init__(self, enter_result=None):
            self.enter_result = enter_result

        def __enter__(self):
            return self.enter_result

        def __exit__(self, *exc_info):
            pass

    class _RedirectStream(object):

        def __init__(self, new_target):
            self._new_target = new_target
            self._old_targets = []

        def __enter__(self):
            self._old_targets.append(getattr(sys, self._stream))
            setattr(sys, self._stream, self._new_target)
            return self._new_target

        def __exit__(self, *exc_info):
            setattr(sys, self._stream, self._old_targets.pop())

    class redirect_stdout(_RedirectStream):
        """Context that sends what is printed to another file."""
        _stream = "stdout"

    class redirect_stderr(_RedirectStream):
        """Context that sends what goes to sys.stderr to another file."""
        _stream = "stderr"

    class suppress(object):
        """Context that ends quietly with an exception of these classes."""

        def __init__(self, *exceptions):
            self._exceptions = exceptions

        def __enter__(self):
            pass

        def __exit__(self, typ, value, traceback):
            return typ is not None and issubclass(typ, self._exceptions)
