"""How classes say by what their instances are pickled and copied."""

from _copyreg import *

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]


def pickle_union(obj):
    from functools import reduce
    from operator import or_
    return reduce, (or_, obj.__args__)


pickle(type(int | str), pickle_union)


def __newobj_ex__(cls, args, kwargs):
    """__newobj__ for classes whose __new__ takes arguments by name."""
    return cls.__new__(cls, *args, **kwargs)
