"""Context managers, and what makes them."""

import sys
from functools import wraps

__all__ = ["contextmanager", "nested", "closing"]


_end = object()  # stands for the item behind the last one


class GeneratorContextManager(object):
    """A context manager whose block is the yield of a generator."""

    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        value = next(self.gen, _end)
        if value is _end:
            raise RuntimeError("generator didn't yield")
        return value

    def __exit__(self, type, value, traceback):
        if type is None:
            if next(self.gen, _end) is not _end:
                raise RuntimeError("generator didn't stop")
            return
        if value is None:
            value = type()
        try:
            self.gen.throw(type, value, traceback)
        except StopIteration as exc:
            return exc is not value
        except:
            if sys.exc_info()[1] is not value:
                raise
            return
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Make a context manager of a generator function that yields once."""
    @wraps(func)
    def helper(*args, **kwds):
        return GeneratorContextManager(func(*args, **kwds))
    return helper


@contextmanager
def nested(*managers):
    """Context that is all of these, the first one outermost."""
    exits, values = [], []
    exc = None, None, None
    try:
        for mgr in managers:
            leave, enter = mgr.__exit__, mgr.__enter__
            values.append(enter())
            exits.append(leave)
        yield values
    except:
        exc = sys.exc_info()
    finally:
        while exits:
            try:
                if exits.pop()(*exc):
                    exc = None, None, None
            except:
                exc = sys.exc_info()
        if exc != (None, None, None):
            raise exc[0], exc[1], exc[2]


class closing(object):
    """Context to close a thing at the end of its block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()
