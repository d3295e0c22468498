"""A time limit for a block of code."""

from . import events
from . import exceptions

__all__ = ('Timeout', 'timeout', 'timeout_at')


class Timeout:
    """Cancels the block when the time is over, which then raises TimeoutError."""

    def __init__(self, when):
        self._state = 'created'
        self._when = when
        self._handler = None
        self._task = None

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != 'active':
            if self._state == 'created':
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._handler is not None:
            self._handler.cancel()
        if when is None:
            self._handler = None
            return
        loop = events.get_running_loop()
        if when <= loop.time():
            self._handler = loop.call_soon(self._on_timeout)
        else:
            self._handler = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ('expiring', 'expired')

    def __repr__(self):
        if self._state != 'active':
            return f'<Timeout [{self._state}]>'
        return f'<Timeout [active] when={None if self._when is None else round(self._when, 3)}>'

    async def __aenter__(self):
        from . import tasks
        if self._state != 'created':
            raise RuntimeError('Timeout has already been entered')
        task = tasks.current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = 'active'
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, value, traceback):
        if self._handler is not None:
            self._handler.cancel()
            self._handler = None
        if self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and kind is exceptions.CancelledError:
                raise TimeoutError from value
        elif self._state == 'active':
            self._state = 'finished'
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._handler = None


def timeout(delay):
    """A limit of so many seconds; None for no limit."""
    return Timeout(None if delay is None else events.get_running_loop().time() + delay)


def timeout_at(when):
    """A limit at a time of the loop's clock."""
    return Timeout(when)
