"""Heaps: lists whose item at k is never greater than those at 2*k+1 and 2*k+2,
so that the smallest is heap[0]."""

import sys

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']

__parts__ = {'_heapq_more': 'merge nlargest nsmallest _heapify_max _heappop_max '
                            '_heapreplace_max _heappushpop_max _siftdown_max _siftup_max'}

if sys.version_info[0] == 2:
    def cmp_lt(x, y):
        """x < y; a class may define <= only."""
        return (x < y) if hasattr(x, '__lt__') else (not y <= x)


def _siftdown(heap, startpos, pos):
    """Move the item at pos towards startpos, to where it belongs."""
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
    """Move the item at pos down to a leaf along its smaller children, then up
    to where it belongs."""
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


def _check(heap):
    if not isinstance(heap, list):
        if sys.version_info[0] == 2:
            raise TypeError('heap argument must be a list')
        raise TypeError('heappush() argument must be list, not ' + type(heap).__name__)


def heappush(heap, item):
    """Add an item."""
    _check(heap)
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap):
    """Remove and return the smallest item. Raises IndexError."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _siftup(heap, 0)
    return smallest


def heapreplace(heap, item):
    """Remove and return the smallest item, then add one. Raises IndexError."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Add an item, then remove and return the smallest."""
    _check(heap)
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x):
    """Make a list a heap, in linear time."""
    _check(x)
    for i in reversed(range(len(x) // 2)):
        _siftup(x, i)
