"""Heaps: lists whose item at k is never greater than those at 2*k+1 and 2*k+2,
so that the smallest is heap[0]."""

import sys
from _heapq import heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']

__parts__ = {'_heapq_more': 'merge nlargest nsmallest _siftdown _siftup _heapify_max _heappop_max '
                            '_heapreplace_max _heappushpop_max _siftdown_max _siftup_max'}

if sys.version_info[0] == 2:
    def cmp_lt(x, y):
        """x < y; a class may define <= only."""
        return (x < y) if hasattr(x, '__lt__') else (not y <= x)
