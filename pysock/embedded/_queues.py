"""Queues between threads: FIFO, LIFO and by priority. They are module Queue of
Python 2 and queue of Python 3."""

import sys as _sys
import threading as _threading
from _queue import Empty, _Base, _Full as Full
from collections import deque
from heapq import heappop, heappush

__name__ = 'queue' if _sys.version_info[0] == 3 else 'Queue'
__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue']


class Queue(_Base):
    """A queue with a limit: put() waits for room, get() for an item."""

    def __init__(self, maxsize=0):
        self.maxsize, self.unfinished_tasks = maxsize, 0
        self._init(maxsize)
        self.mutex = _threading.Lock()
        for name in 'not_empty', 'not_full', 'all_tasks_done':
            setattr(self, name, _threading.Condition(self.mutex))

    def _init(self, maxsize):
        self.queue = deque()


class LifoQueue(Queue):
    """A Queue whose get() returns the item that was put last."""

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """A Queue whose get() returns the least item."""

    def _init(self, maxsize):
        self.queue = []

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)
