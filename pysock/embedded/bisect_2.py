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
