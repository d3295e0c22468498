"""Limits to how long code may wait."""

from gevent._core import get_hub
from greenlet import getcurrent

__all__ = ['Timeout', 'with_timeout']

_UNSET = object()


class _Never:
    """The timer of a timeout without a time."""

    __slots__ = ()
    pending = False
    active = False
    seconds = None
    timer = None
    exception = None

    def start(self, *args, **kwargs):
        raise AssertionError("non-expiring timer cannot be started")

    def stop(self):
        return

    cancel = close = stop

    def __enter__(self):
        return self

    def __exit__(self, typ, value, tb):
        return


_NEVER = _Never()


class Timeout(BaseException):
    """Raises itself, or another exception, in the greenlet that started it.

    Without a time it never does. As a context manager it is started at the
    beginning and closed at the end; with the exception False it is swallowed there.
    """

    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._one_shot = _one_shot
        if seconds is None:
            self.timer = _NEVER
        else:
            self.timer = get_hub().loop.timer(seconds or 0.0, ref=ref, priority=priority)

    def start(self):
        if self.pending:
            raise AssertionError('%r is already started; to restart it, cancel it first' % self)
        if self.seconds is None:
            return
        exception = self.exception
        if exception is None or exception is False or isinstance(exception, str):
            exception = self
        self.timer.start(getcurrent().throw, exception)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        """A started timeout: the given one, or a new one of so many seconds."""
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        timeout = cls(timeout, exception, ref=ref, _one_shot=_one_shot)
        timeout.start()
        return timeout

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None, ref=True):
        if timeout is None:
            return _NEVER
        return Timeout.start_new(timeout, exception, ref, _one_shot=True)

    @property
    def pending(self):
        return self.timer.pending or self.timer.active

    def cancel(self):
        """Stops it; it can be started again."""
        self.timer.stop()
        if self._one_shot:
            self.close()

    def close(self):
        """Stops it for good."""
        self.timer.stop()
        self.timer.close()
        self.timer = _NEVER

    def __repr__(self):
        pending = ' pending' if self.pending else ''
        exception = '' if self.exception is None else ' exception=%r' % self.exception
        return '<%s at %s seconds=%s%s%s>' % (
            type(self).__name__, hex(id(self)), self.seconds, exception, pending)

    def __str__(self):
        if self.seconds is None:
            return ''
        suffix = '' if self.seconds == 1 else 's'
        if self.exception is None:
            return '%s second%s' % (self.seconds, suffix)
        if self.exception is False:
            return '%s second%s (silent)' % (self.seconds, suffix)
        return '%s second%s: %s' % (self.seconds, suffix, self.exception)

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, typ, value, tb):
        self.close()
        if value is self and self.exception is False:
            return True


def with_timeout(seconds, function, *args, **kwds):
    """Calls the function with a limit in time.

    With the keyword argument timeout_value, that is the result when the time is over.
    """
    timeout_value = kwds.pop("timeout_value", _UNSET)
    timeout = Timeout.start_new(seconds, _one_shot=True)
    try:
        try:
            return function(*args, **kwds)
        except Timeout as ex:
            if ex is timeout and timeout_value is not _UNSET:
                return timeout_value
            raise
    finally:
        timeout.cancel()
