"""Events and results to wait for."""

from gevent._linkable import AbstractLinkable
from gevent._waiter import reraise
from gevent.timeout import Timeout

__all__ = ['Event', 'AsyncResult']

_UNSET = object()


class Event(AbstractLinkable):
    """A flag that greenlets wait for."""

    __slots__ = ('_flag', )

    def __init__(self):
        AbstractLinkable.__init__(self)
        self._flag = False

    def __str__(self):
        return '<%s %s _links[%s]>' % (
            type(self).__name__, 'set' if self._flag else 'clear', self.linkcount())

    def is_set(self):
        return self._flag

    def isSet(self):
        return self._flag

    def ready(self):
        return self._flag

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def _wait_return_value(self, waited, wait_success):
        return wait_success if waited else True

    def wait(self, timeout=None):
        """Waits until the flag is set; false when the time is over first."""
        return self._wait(timeout)

    def _reset_internal_locks(self):
        pass

    def _at_fork_reinit(self):
        pass


class AsyncResult(AbstractLinkable):
    """A value or an exception that comes once."""

    __slots__ = ('_value', '_exc_info', '_imap_task_index')

    def __init__(self):
        AbstractLinkable.__init__(self)
        self._value = _UNSET
        self._exc_info = ()

    @property
    def _exception(self):
        return self._exc_info[1] if self._exc_info else _UNSET

    @property
    def value(self):
        return None if self._value is _UNSET else self._value

    @property
    def exc_info(self):
        return self._exc_info

    @property
    def exception(self):
        if self._exc_info:
            return self._exc_info[1]

    def __str__(self):
        text = '<%s ' % (type(self).__name__, )
        if self.value is not None or self._exception is not _UNSET:
            text += 'value=%r ' % self.value
        if self._exception is not None and self._exception is not _UNSET:
            text += 'exception=%r ' % self._exception
        if self._exception is _UNSET:
            text += 'unset '
        return text + ' _links[%s]>' % self.linkcount()

    def ready(self):
        return bool(self._exc_info) or self._value is not _UNSET

    def successful(self):
        return self._value is not _UNSET

    def set(self, value=None):
        self._value = value
        self._check_and_notify()

    def set_exception(self, exception, exc_info=None):
        if exc_info:
            self._exc_info = (exc_info[0], exc_info[1], exc_info[2])
        else:
            self._exc_info = (type(exception), exception, None)
        self._check_and_notify()

    def _raise_exception(self):
        reraise(*self.exc_info)

    def get(self, block=True, timeout=None):
        """The value, or raises the exception; waits for it if need be."""
        if self._value is not _UNSET:
            return self._value
        if self._exc_info:
            return self._raise_exception()
        if not block:
            raise Timeout()
        self._wait_core(timeout, ())
        return self.get(block=False)

    def get_nowait(self):
        return self.get(block=False)

    def _wait_return_value(self, waited, wait_success):
        return self.value

    def wait(self, timeout=None):
        """Waits; returns the value, or None without one."""
        return self._wait(timeout)

    def __call__(self, source):
        """To be linked to a greenlet: takes its result."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, 'exc_info', None))

    # What concurrent.futures.Future has.
    def result(self, timeout=None):
        return self.get(timeout=timeout)

    set_result = set

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    def cancelled(self):
        return False
