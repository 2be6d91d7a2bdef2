"""Lists that stay sorted: where an item belongs, found by halving."""


def _find(a, x, lo, hi, key, right):
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        item = a[mid] if key is None else key(a[mid])
        if not (x < item) if right else item < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


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
