"""The repr of large values, cut to a size."""

from _repr import Repr, aRepr, repr
from _thread import get_ident as _get_ident

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """Decorator: a __repr__ that comes back to itself gives fillvalue there."""
    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self), _get_ident()
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        for name in "__module__", "__doc__", "__name__", "__qualname__", "__annotations__":
            if hasattr(function, name):
                setattr(wrapper, name, getattr(function, name))
        return wrapper
    return decorate
