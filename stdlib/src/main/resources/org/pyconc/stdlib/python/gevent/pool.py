"""Groups of greenlets, and pools that limit how many there are."""

from gevent._core import get_hub
from gevent._linkable import AbstractLinkable
from gevent.event import AsyncResult, Event
from gevent.greenlet import CallbackLink, Greenlet, joinall
from gevent.hub import iwait
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Full, UnboundQueue
from gevent.timeout import Timeout
from greenlet import GreenletExit, getcurrent

__all__ = ['Group', 'Pool', 'PoolFull']


class PoolFull(Full):
    """There was no place in a pool in time."""


class Failure:
    __slots__ = ('exc', 'raise_exception')

    def __init__(self, exc, raise_exception=None):
        self.exc = exc
        self.raise_exception = raise_exception

    def raise_it(self):
        if self.raise_exception:
            self.raise_exception()
        else:
            raise self.exc


class IMapUnordered(Greenlet):
    """Calls a function for each item; yields the results as they come."""

    def __init__(self, func, iterable, spawn, maxsize=None, _zipped=False):
        Greenlet.__init__(self)
        self.spawn = spawn
        self._zipped = _zipped
        self.func = func
        self.iterable = iterable
        self.queue = UnboundQueue()
        # So many results may wait for somebody to take them.
        self._result_semaphore = None
        if maxsize:
            self._result_semaphore = Semaphore(maxsize)
        self._outstanding_tasks = 0
        self._max_index = -1
        self._task_index = 0
        self.finished = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._result_semaphore is not None:
            self._result_semaphore.release()
        value = self._inext()
        if isinstance(value, Failure):
            value.raise_it()
        return value

    next = __next__

    def _inext(self):
        return self.queue.get()

    def _ispawn(self, func, item, index):
        if self._result_semaphore is not None:
            self._result_semaphore.acquire()
        self._outstanding_tasks += 1
        g = self.spawn(func, item) if not self._zipped else self.spawn(func, *item)
        g._imap_task_index = index
        g.rawlink(self._on_result)
        return g

    def _run(self):
        try:
            func = self.func
            for item in self.iterable:
                self._max_index += 1
                self._ispawn(func, item, self._max_index)
            self._on_finish(None)
        except BaseException as e:
            self._on_finish(e)
            raise
        finally:
            self.spawn = None
            self.func = None
            self.iterable = None

    def _on_result(self, g):
        self._outstanding_tasks -= 1
        if g.successful():
            self.queue.put(self._item(g.value, g))
        else:
            self.queue.put(self._item(Failure(g.exception, g._raise_exception), g))
        if self.ready() and self._outstanding_tasks <= 0 and not self.finished:
            self.finished = True
            self._put_end(Failure(StopIteration()))

    def _item(self, value, g):
        return value

    def _put_end(self, failure):
        self.queue.put(failure)

    def _on_finish(self, exception):
        if self.finished:
            return
        if exception is not None:
            self.finished = True
            self._put_end(Failure(exception, self._raise_exception))
        elif self._outstanding_tasks <= 0:
            self.finished = True
            self._put_end(Failure(StopIteration()))


class IMap(IMapUnordered):
    """The same, in the order of the items."""

    def __init__(self, *args, **kwargs):
        self._early = {}
        self.index = 0
        IMapUnordered.__init__(self, *args, **kwargs)

    def _item(self, value, g):
        return (g._imap_task_index, value)

    def _put_end(self, failure):
        self._max_index += 1
        self.queue.put((self._max_index, failure))

    def _inext(self):
        while True:
            if self.index in self._early:
                value = self._early.pop(self.index)
            else:
                index, value = self.queue.get()
                if index != self.index:
                    self._early[index] = value
                    continue
            self.index += 1
            return value


class GroupMappingMixin:
    __slots__ = ()

    def spawn(self, func, *args, **kwargs):
        raise NotImplementedError()

    def _apply_immediately(self):
        return False

    def _apply_async_use_greenlet(self):
        return False

    def _apply_async_cb_spawn(self, callback, result):
        raise NotImplementedError()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            self._apply_async_cb_spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        """Spawns the call; returns its greenlet."""
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_async_use_greenlet():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        g = self.spawn(func, *args, **kwds)
        if callback is not None:
            g.link(pass_value(callback))
        return g

    def apply(self, func, args=None, kwds=None):
        """Calls the function in the group and waits for the result."""
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_immediately():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def _map(self, func, iterable):
        greenlets = [self.spawn(func, item) for item in iterable]
        result = []
        for g in iwait(greenlets):
            if not g.successful():
                g._raise_exception()
        return [g.value for g in greenlets]

    def map(self, func, iterable):
        """The results for all items, in their order."""
        return Greenlet.spawn(self._map, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        """Like map; returns a greenlet whose value is the list."""
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, **kwargs):
        """An iterator over the results in the order of the items."""
        return self._imap(IMap, func, iterables, kwargs)

    def imap_unordered(self, func, *iterables, **kwargs):
        """An iterator over the results as they come."""
        return self._imap(IMapUnordered, func, iterables, kwargs)

    def _imap(self, cls, func, iterables, kwargs):
        maxsize = kwargs.pop('maxsize', None)
        if kwargs:
            raise TypeError("Unsupported keyword arguments")
        return cls.spawn(func, zip(*iterables), spawn=self.spawn, _zipped=True, maxsize=maxsize)


class pass_value(CallbackLink):
    """A link that hands a result on; it equals the function that gets it."""

    __slots__ = ()

    def __call__(self, source):
        if source.successful():
            self.callback(source.value)


class Group(GroupMappingMixin):
    """Greenlets that are together waited for, or killed."""

    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        if args:
            for g in args[0]:
                g.rawlink(self._discard)
        self.dying = set()
        self._empty_event = Event()
        self._empty_event.set()
        if self.greenlets:
            self._empty_event.clear()

    def __repr__(self):
        return '<%s at 0x%x %s>' % (type(self).__name__, id(self), self.greenlets)

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        """Takes a greenlet in until it ends."""
        rawlink = getattr(greenlet, 'rawlink', None)
        if rawlink is not None:
            rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty_event.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()

    def discard(self, greenlet):
        """Lets go of a greenlet, which goes on."""
        self._discard(greenlet)
        unlink = getattr(greenlet, 'unlink', None)
        if unlink is not None:
            unlink(self._discard)

    def start(self, greenlet):
        """Takes a greenlet in and starts it."""
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        """A new greenlet in the group, started."""
        g = self.greenlet_class(*args, **kwargs)
        self.start(g)
        return g

    def join(self, timeout=None, raise_error=False):
        """Waits until the group is empty; whether it is."""
        greenlets = list(self.greenlets) if raise_error else ()
        result = self._empty_event.wait(timeout=timeout)
        for g in greenlets:
            if g.exception is not None:
                if hasattr(g, '_raise_exception'):
                    g._raise_exception()
                raise g.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises the exception in all; waits for their ends unless block is false."""
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for g in list(self.greenlets):
                    if g in self.dying:
                        continue
                    kill = getattr(g, 'kill', None)
                    if kill is None:
                        get_hub().loop.run_callback(g.throw, exception)
                    else:
                        kill(exception, block=False)
                    self.dying.add(g)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as ex:
            if ex is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.dying or greenlet not in self.greenlets:
            return
        greenlet.kill(exception, block=False)
        self.dying.add(greenlet)
        if block:
            greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def _apply_immediately(self):
        return getcurrent() in self

    def _apply_async_cb_spawn(self, callback, result):
        Greenlet.spawn(callback, result)

    def _apply_async_use_greenlet(self):
        return self.full()


class Pool(Group):
    """A group with a limit; spawn waits for a place."""

    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError('size must not be negative: %r' % (size, ))
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        """Waits for a place; how many are free."""
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        if self.size is None:
            return 1
        return max(0, self.size - len(self))

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking=blocking, timeout=timeout)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        """Takes a greenlet in, waiting for a place if need be."""
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        inside = greenlet in self.greenlets
        Group._discard(self, greenlet)
        if inside:
            self._semaphore.release()

