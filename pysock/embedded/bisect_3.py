"""Lists that stay sorted: where an item belongs, found by halving."""

from _bisect_search import find as _find


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The position behind all items that are equal to x."""
    return _find(a, x, lo, hi, key, True)


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The position before all items that are equal to x."""
    return _find(a, x, lo, hi, key, False)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Insert x behind its equals."""
    pos = _find(a, x if key is None else key(x), lo, hi, key, True)
    a.insert(pos, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Insert x before its equals."""
    pos = _find(a, x if key is None else key(x), lo, hi, key, False)
    a.insert(pos, x)


bisect = bisect_right
insort = insort_right
