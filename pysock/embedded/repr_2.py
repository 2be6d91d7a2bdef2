"""The repr of large values, cut to a size."""

from _repr import Repr, aRepr, repr

__all__ = ["Repr", "repr"]
