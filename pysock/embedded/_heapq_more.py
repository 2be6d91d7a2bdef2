"""What heapq has besides heaps: merging, the largest and the smallest items,
and heaps with the greatest item first."""

import itertools
import sys
from heapq import heapify, heappop, heapreplace

__name__ = 'heapq'
_py2 = sys.version_info[0] == 2


class _Reversed(object):
    """An item that compares the other way round."""

    __slots__ = ('item',)

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        return other.item < self.item


def _merging(iterables, key, reverse):
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            rank = value if key is None else key(value)
            heap.append(_Entry(_Reversed(rank) if reverse else rank, order, value, it))
            break
    heapify(heap)
    while heap:
        entry = heap[0]
        yield entry.value
        for value in entry.it:
            rank = value if key is None else key(value)
            heapreplace(heap, _Entry(_Reversed(rank) if reverse else rank, entry.order, value, entry.it))
            break
        else:
            heappop(heap)


_merging.__name__ = 'merge'  # which the generators are called by
if not _py2:
    _merging.__qualname__ = 'merge'


class _Entry(object):
    """The next value of one of the iterables that are merged."""

    __slots__ = ('rank', 'order', 'value', 'it')

    def __init__(self, rank, order, value, it):
        self.rank, self.order, self.value, self.it = rank, order, value, it

    def __lt__(self, other):
        if self.rank < other.rank:
            return True
        return self.order < other.order and not other.rank < self.rank


if _py2:
    def merge(*iterables):
        """Merge sorted iterables into one."""
        return _merging(iterables, None, False)
else:
    def merge(*iterables, **options):
        """Merge sorted iterables into one: merge(*iterables, key=None,
        reverse=False)."""
        for name in options:
            if name not in ('key', 'reverse'):
                raise TypeError("merge() got an unexpected keyword argument '%s'" % name)
        return _merging(iterables, options.get('key'), options.get('reverse', False))


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order."""
    return _first(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    return _first(n, iterable, key, True)


def _first(n, iterable, key, reverse):
    if n == 1:
        items = list(iterable)
        if not items:
            return []
        return [(max if reverse else min)(items) if key is None else (max if reverse else min)(items, key=key)]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    if _py2 and key is None:
        itertools.izip(iterable)  # raises what is wrong with it
    items = sorted(iterable, key=key, reverse=reverse)
    return items[:len((xrange if _py2 else range)(n))]


def _siftdown(heap, startpos, pos):
    item = heap[pos]
    while pos > startpos:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def _siftup(heap, pos):
    end, start = len(heap), pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _siftdown(heap, start, pos)


def _siftdown_max(heap, startpos, pos):
    item = heap[pos]
    while pos > startpos:
        above = (pos - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[pos] = parent
        pos = above
    heap[pos] = item


def _siftup_max(heap, pos):
    end, start = len(heap), pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        other = child + 1
        if other < end and not heap[other] < heap[child]:
            child = other
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _siftdown_max(heap, start, pos)


def _heapify_max(x):
    for i in reversed(range(len(x) // 2)):
        _siftup_max(x, i)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _siftup_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item):
    greatest = heap[0]
    heap[0] = item
    _siftup_max(heap, 0)
    return greatest


def _heappushpop_max(heap, item):
    if heap and item < heap[0]:
        item, heap[0] = heap[0], item
        _siftup_max(heap, 0)
    return item
