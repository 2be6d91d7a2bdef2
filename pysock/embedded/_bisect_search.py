"""Where an item belongs in a sorted list: what both modules bisect search by."""


def find(a, x, lo, hi, key, right):
    """The first position that x may have, or the last one if right is true."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    hi = len(a) if hi is None else hi
    while lo < hi:
        mid = (lo + hi) // 2
        item = a[mid] if key is None else key(a[mid])
        if not (x < item) if right else item < x:
            lo = mid + 1
        else:
            hi = mid
    return lo
