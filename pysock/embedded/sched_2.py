"""A scheduler: calls functions at their times, by any clock."""

import heapq
from collections import namedtuple

__all__ = ['scheduler']

Event = namedtuple('Event', 'time, priority, action, argument')


class scheduler:
    def __init__(self, timefunc, delayfunc):
        self._queue = []
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument):
        """Has the action called at a time; returns the event, by which it can be cancelled."""
        event = Event(time, priority, action, argument)
        heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument):
        """Has the action called after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument)

    def cancel(self, event):
        """Takes an event out; ValueError if it is not there."""
        self._queue.remove(event)
        heapq.heapify(self._queue)

    def empty(self):
        return not self._queue

    def run(self):
        """Calls what is due, until there is nothing left."""
        while self._queue:
            event = self._queue[0]
            now = self.timefunc()
            if now < event.time:
                self.delayfunc(event.time - now)
                continue
            first = heapq.heappop(self._queue)
            if first is event:
                event.action(*event.argument)
                self.delayfunc(0)  # the other threads may run
            else:
                heapq.heappush(self._queue, first)

    @property
    def queue(self):
        """The events, in the order in which they will come."""
        return sorted(self._queue)
