"""A scheduler: calls functions at their times, by any clock."""

import heapq
import threading
import time
from collections import namedtuple
from itertools import count
from time import monotonic as _time

__all__ = ['scheduler']

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
Event.time.__doc__ = 'When the action is due, by the scheduler\'s clock.'
Event.priority.__doc__ = 'The action with the lower number comes first at the same time.'
Event.sequence.__doc__ = 'The order of those that are equal otherwise.'
Event.action.__doc__ = 'What is called.'
Event.argument.__doc__ = 'The positional arguments of the action.'
Event.kwargs.__doc__ = 'The named arguments of the action.'

_sentinel = object()


class scheduler:
    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """Has the action called at a time; returns the event, by which it can be cancelled."""
        if kwargs is _sentinel:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, next(self._sequence_generator), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """Has the action called after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out; ValueError if it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Calls what is due, until there is nothing left; without blocking, returns the time till the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                late = event.time > now
                if not late:
                    heapq.heappop(self._queue)
            if not late:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)  # the other threads may run
            elif not blocking:
                return event.time - now
            else:
                self.delayfunc(event.time - now)

    @property
    def queue(self):
        """The events, in the order in which they will come."""
        with self._lock:
            return sorted(self._queue)
