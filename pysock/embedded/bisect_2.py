"""Lists that stay sorted: where an item belongs, found by halving."""

from _bisect_search import find as _find


def bisect_right(a, x, lo=0, hi=None):
    """The position behind all items that are equal to x."""
    return _find(a, x, lo, None if hi == -1 else hi, None, True)


def bisect_left(a, x, lo=0, hi=None):
    """The position before all items that are equal to x."""
    return _find(a, x, lo, None if hi == -1 else hi, None, False)


def insort_right(a, x, lo=0, hi=None):
    """Insert x behind its equals."""
    a.insert(bisect_right(a, x, lo, hi), x)


def insort_left(a, x, lo=0, hi=None):
    """Insert x before its equals."""
    a.insert(bisect_left(a, x, lo, hi), x)


bisect = bisect_right
insort = insort_right
