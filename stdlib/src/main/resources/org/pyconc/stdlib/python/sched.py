"""A scheduler of events: calls functions at given times."""

import heapq
import itertools
import threading
import time
from collections import namedtuple

__all__ = ["scheduler"]

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')

_NOTHING = object()


class scheduler:
    """Calls functions at given times; timefunc is the clock, delayfunc waits."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._events = []
        self._lock = threading.RLock()
        self._numbers = itertools.count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=_NOTHING):
        """Adds an event at a time; returns it, for cancel()."""
        if kwargs is _NOTHING:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, kwargs)
            heapq.heappush(self._events, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_NOTHING):
        """Adds an event some time from now; returns it, for cancel()."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out; a ValueError if it is not in the queue."""
        with self._lock:
            self._events.remove(event)
            heapq.heapify(self._events)

    def empty(self):
        """Whether there are no events."""
        with self._lock:
            return not self._events

    def run(self, blocking=True):
        """Does what is due until there are no events.

        Without blocking: does what is due now and returns the time until the next event.
        """
        while True:
            with self._lock:
                if not self._events:
                    return None
                event = self._events[0]
                wait = event.time - self.timefunc()
                if wait <= 0:
                    heapq.heappop(self._events)
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)

    @property
    def queue(self):
        """The events in the order in which they will be done."""
        with self._lock:
            return sorted(self._events)
