"""Queues between greenlets."""

import heapq
import queue as _queue
from collections import deque
from operator import index as _index

from gevent._core import get_hub
from gevent._waiter import Waiter
from gevent.event import Event
from gevent.exceptions import InvalidSwitchError
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = [
    'Queue',
    'PriorityQueue',
    'LifoQueue',
    'SimpleQueue',
    'JoinableQueue',
    'Channel',
    'Empty',
    'Full',
]

__implements__ = ['Queue', 'PriorityQueue', 'LifoQueue']
__extensions__ = ['JoinableQueue', 'Channel']
__imports__ = ['Empty', 'Full']

Empty = _queue.Empty
Full = _queue.Full


class ItemWaiter(Waiter):
    """One who waits for room; has the item to be put."""

    __slots__ = ('item', 'queue')

    def __init__(self, item, queue):
        Waiter.__init__(self)
        self.item = item
        self.queue = queue

    def put_and_switch(self):
        self.queue._put(self.item)
        self.queue = None
        self.item = None
        return self.switch(self)


class _Exchange:
    """What all queues have in common: who can go on is woken later, by the hub."""

    __slots__ = ()

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = get_hub().loop.run_callback(self._unlock)

    def __iter__(self):
        return self

    def __next__(self):
        result = self.get()
        if result is StopIteration:
            raise result
        return result

    next = __next__

    def __reduce__(self):
        raise TypeError("cannot pickle %r object" % (type(self).__name__, ))


class Queue(_Exchange):
    """Items for the one who comes first; put waits when maxsize items are inside."""

    __slots__ = ('_maxsize', 'getters', 'putters', 'hub', '_event_unlock', 'queue',
                 '__weakref__')

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            if maxsize == 0:
                import warnings
                warnings.warn('Queue(0) now equivalent to Queue(None); if you want a channel,'
                              ' use Channel', DeprecationWarning, stacklevel=_warn_depth)
            maxsize = None
        self._maxsize = -1 if maxsize is None else _index(maxsize)
        self.getters = deque()
        self.putters = deque()
        self.hub = get_hub()
        self._event_unlock = None
        self.queue = self._create_queue(items)

    @property
    def maxsize(self):
        return self._maxsize if self._maxsize > 0 else None

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = -1 if value is None or value <= 0 else _index(value)

    def copy(self):
        return type(self)(self.maxsize, self.queue)

    def _create_queue(self, items=()):
        return deque(items)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    def _put(self, item):
        self.queue.append(item)

    def __repr__(self):
        return '<%s at %s%s>' % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return '<%s%s>' % (type(self).__name__, self._format())

    def _format(self):
        result = []
        if self.maxsize is not None:
            result.append('maxsize=%r' % (self.maxsize, ))
        if getattr(self, 'queue', None):
            result.append('queue=%r' % (self.queue, ))
        if self.getters:
            result.append('getters[%s]' % len(self.getters))
        if self.putters:
            result.append('putters[%s]' % len(self.putters))
        return ' ' + ' '.join(result) if result else ''

    def qsize(self):
        return len(self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        """Puts an item in; waits for room if need be."""
        if self._maxsize < 0 or self.qsize() < self._maxsize:
            self._put(item)
            if self.getters:
                self._schedule_unlock()
            return
        hub = get_hub()
        if getcurrent() is hub:
            # Nobody may wait in the hub; somebody who waits for an item can take one now.
            while self.getters and self.qsize() and self.qsize() >= self._maxsize:
                getter = self.getters.popleft()
                getter.switch(getter)
            if self._maxsize < 0 or self.qsize() < self._maxsize:
                self._put(item)
                return
            raise Full
        if not block:
            raise Full
        waiter = ItemWaiter(item, self)
        self.putters.append(waiter)
        current = getcurrent()
        hub._waiting[current] = 'room in %s', self
        timer = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError("Invalid switch into Queue.put: %r" % (result, ))
        finally:
            timer.cancel()
            hub._waiting.pop(current, None)
            _remove(self.putters, waiter)

    def put_nowait(self, item):
        self.put(item, False)

    def _get_or_peek(self, method, block, timeout):
        hub = get_hub()
        if getcurrent() is hub:
            while self.putters and not self.qsize():
                self.putters.popleft().put_and_switch()
            if self.qsize():
                return method()
            raise Empty()
        if not block:
            raise Empty()
        waiter = Waiter()
        current = getcurrent()
        hub._waiting[current] = 'an item of %s', self
        timer = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError('Invalid switch into Queue.get: %r' % (result, ))
            return method()
        finally:
            timer.cancel()
            hub._waiting.pop(current, None)
            _remove(self.getters, waiter)

    def get(self, block=True, timeout=None):
        """Takes an item out; waits for one if need be."""
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            return self._get()
        return self._get_or_peek(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        """The next item, which stays inside; waits for one if need be."""
        if self.qsize():
            return self._peek()
        return self._get_or_peek(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _unlock(self):
        while True:
            repeat = False
            if self.putters and (self._maxsize < 0 or self.qsize() < self._maxsize):
                repeat = True
                putter = self.putters.popleft()
                try:
                    putter.put_and_switch()
                except:
                    putter.throw(*_exc_info())
            if self.getters and self.qsize():
                repeat = True
                getter = self.getters.popleft()
                getter.switch(getter)
            if not repeat:
                return


def _exc_info():
    import sys
    return sys.exc_info()


def _remove(waiters, waiter):
    try:
        waiters.remove(waiter)
    except ValueError:
        pass


class UnboundQueue(Queue):
    """A queue without a limit."""

    __slots__ = ()

    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError("UnboundQueue has no maxsize")
        Queue.__init__(self, maxsize, items)
        self.putters = None

    def put(self, item, block=True, timeout=None):
        self._put(item)
        if self.getters:
            self._schedule_unlock()

    def _unlock(self):
        while self.getters and self.qsize():
            getter = self.getters.popleft()
            getter.switch(getter)


class PriorityQueue(Queue):
    """A queue that gives the smallest item first."""

    __slots__ = ()

    def _create_queue(self, items=()):
        heap = list(items)
        heapq.heapify(heap)
        return heap

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """A queue that gives the youngest item first."""

    __slots__ = ()

    def _create_queue(self, items=()):
        return list(items)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class JoinableQueue(Queue):
    """A queue that knows how many of its items are not done yet."""

    __slots__ = ('_cond', 'unfinished_tasks')

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        Queue.__init__(self, maxsize, items, _warn_depth=3)
        self._cond = Event()
        self._cond.set()
        self.unfinished_tasks = 0
        if unfinished_tasks:
            self.unfinished_tasks = unfinished_tasks
        elif items:
            self.unfinished_tasks = len(items)
        if self.unfinished_tasks:
            self._cond.clear()

    def copy(self):
        return type(self)(self.maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        result = Queue._format(self)
        if self.unfinished_tasks:
            result += ' tasks=%s _cond=%s' % (self.unfinished_tasks, self._cond)
        return result

    def _put(self, item):
        Queue._put(self, item)
        self._did_put_task()

    def _did_put_task(self):
        self.unfinished_tasks += 1
        self._cond.clear()

    def task_done(self):
        """One item that was taken out is done."""
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        """Waits until all items are done; false when the time is over first."""
        return self._cond.wait(timeout=timeout)


class Channel(_Exchange):
    """Hands items from one who puts to one who gets; both wait for each other."""

    __slots__ = ('getters', 'putters', 'hub', '_event_unlock', '__weakref__')

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError("Channels have a maxsize of 1")
        self.getters = deque()
        self.putters = deque()
        self.hub = get_hub()
        self._event_unlock = None

    def __repr__(self):
        return '<%s at %s %s>' % (type(self).__name__, hex(id(self)), self._format())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._format())

    def _format(self):
        result = ''
        if self.getters:
            result += ' getters[%s]' % len(self.getters)
        if self.putters:
            result += ' putters[%s]' % len(self.putters)
        return result

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    def full(self):
        return True

    def put(self, item, block=True, timeout=None):
        hub = get_hub()
        current = getcurrent()
        if current is hub:
            if self.getters:
                self.getters.popleft().switch(item)
                return
            raise Full
        if not block:
            timeout = 0
        waiter = Waiter()
        entry = (item, waiter)
        self.putters.append(entry)
        hub._waiting[current] = 'a getter of %s', self
        timer = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError("Invalid switch into Channel.put: %r" % (result, ))
        except:
            _remove(self.putters, entry)
            raise
        finally:
            timer.cancel()
            hub._waiting.pop(current, None)

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        hub = get_hub()
        current = getcurrent()
        if current is hub:
            if self.putters:
                item, putter = self.putters.popleft()
                hub.loop.run_callback(putter.switch, putter)
                return item
        if not block:
            timeout = 0
        waiter = Waiter()
        hub._waiting[current] = 'an item of %s', self
        timer = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            return waiter.get()
        except:
            _remove(self.getters, waiter)
            raise
        finally:
            timer.close()
            hub._waiting.pop(current, None)

    def get_nowait(self):
        return self.get(False)

    def _unlock(self):
        while self.putters and self.getters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch(putter)


SimpleQueue = getattr(_queue, 'SimpleQueue', UnboundQueue)
