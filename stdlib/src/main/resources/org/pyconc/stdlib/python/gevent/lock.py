"""Locks and semaphores for greenlets."""

from time import monotonic as _monotonic

from gevent._core import get_hub
from gevent._linkable import AbstractLinkable
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ['Semaphore', 'BoundedSemaphore', 'DummySemaphore', 'RLock']


class Semaphore(AbstractLinkable):
    """A number of units that greenlets take and give back."""

    __slots__ = ('counter', )
    _notify_all = False

    def __init__(self, value=1, hub=None):
        if not hasattr(value, '__index__') and not isinstance(value, float):
            raise TypeError("an integer is required")
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        AbstractLinkable.__init__(self, hub)
        self.counter = int(value)

    def __str__(self):
        return '<%s at 0x%x counter=%s _links[%s]>' % (
            type(self).__name__, id(self), self.counter, self.linkcount())

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        """Gives a unit back; one who waits gets it."""
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def _at_fork_reinit(self):
        self._links.clear()
        self._notifier = None

    _reset_internal_locks = _at_fork_reinit

    def wait(self, timeout=None):
        """Waits until a unit could be taken; returns how many there are."""
        return self._wait(timeout)

    def _wait_return_value(self, waited, wait_success):
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        """Takes a unit, waiting for one if need be; false when there was none in time."""
        hub = get_hub()
        if self.hub is None:
            self.hub = hub
        elif self.hub is not hub:
            self._foreign = True
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        begin = _monotonic()
        left = timeout
        while True:
            if not self._wait_core(left):
                return False
            if timeout is not None:
                left = max(0, begin + timeout - _monotonic())
            if self.counter > 0:
                self.counter -= 1
                return True

    def __enter__(self):
        self.acquire()

    def __exit__(self, t, v, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot get more units than at first."""

    __slots__ = ('_initial_value', )
    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, value=1, hub=None):
        Semaphore.__init__(self, value, hub)
        self._initial_value = value

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR("Semaphore released too many times")
        return Semaphore.release(self)


class DummySemaphore:
    """A semaphore that never runs out of units."""

    def __init__(self, value=None):
        pass

    def __str__(self):
        return '<%s>' % type(self).__name__

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, typ, val, tb):
        pass


class RLock:
    """A lock that its owner can take again."""

    __slots__ = ('_block', '_owner', '_count', '__weakref__')

    def __init__(self, hub=None):
        self._block = Semaphore(1, hub)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return "<%s at 0x%x _block=%s _count=%r _owner=%r)>" % (
            type(self).__name__, id(self), self._block, self._count, self._owner)

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock. Owner: %r Current: %r" % (
                self._owner, getcurrent()))
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, typ, value, tb):
        self.release()

    # For threading.Condition.

    def _acquire_restore(self, state):
        self._block.acquire()
        self._count, self._owner = state

    def _release_save(self):
        state = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return state

    def _is_owned(self):
        return self._owner is getcurrent()

    def _at_fork_reinit(self):
        self._block._at_fork_reinit()
        self._owner = None
        self._count = 0
