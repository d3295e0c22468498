"""What a greenlet waits with: somebody hands it one value or one exception."""

from gevent._core import get_hub
from gevent.exceptions import ConcurrentObjectUseError, InvalidSwitchError
from greenlet import getcurrent

_UNSET = object()


def reraise(type, value, tb=None):
    if value.__traceback__ is not tb and tb is not None:
        raise value.with_traceback(tb)
    raise value


class Waiter:
    __slots__ = ('hub', 'greenlet', 'value', '_exception')

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.greenlet = None
        self.value = None
        self._exception = _UNSET

    def clear(self):
        self.greenlet = None
        self.value = None
        self._exception = _UNSET

    def __str__(self):
        if self._exception is _UNSET:
            return '<%s greenlet=%s>' % (type(self).__name__, self.greenlet)
        if self._exception is None:
            return '<%s greenlet=%s value=%r>' % (type(self).__name__, self.greenlet, self.value)
        return '<%s greenlet=%s exc_info=%r>' % (
            type(self).__name__, self.greenlet, self.exc_info)

    def ready(self):
        return self._exception is not _UNSET

    def successful(self):
        return self._exception is None

    @property
    def exc_info(self):
        if self._exception is not _UNSET:
            return self._exception

    def switch(self, value):
        """Hands over a value. Called in the hub."""
        greenlet = self.greenlet
        if greenlet is None:
            self.value = value
            self._exception = None
            return
        if getcurrent() is not self.hub:
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            greenlet.switch(value)
        except:
            self._report(greenlet.switch)

    def switch_args(self, *args):
        return self.switch(args)

    def throw(self, *throw_args):
        """Hands over an exception. Called in the hub."""
        greenlet = self.greenlet
        if greenlet is None:
            self._exception = throw_args
            return
        if getcurrent() is not self.hub:
            raise AssertionError("Can only use Waiter.switch method from the Hub greenlet")
        try:
            greenlet.throw(*throw_args)
        except:
            self._report(greenlet.throw)

    def _report(self, context):
        import sys
        self.hub.handle_error(context, *sys.exc_info())

    def get(self):
        """Waits for what is handed over."""
        if self._exception is not _UNSET:
            if self._exception is None:
                return self.value
            getcurrent().throw(*self._exception)
        if self.greenlet is not None:
            raise ConcurrentObjectUseError(
                'This Waiter is already used by %r' % (self.greenlet, ))
        self.greenlet = getcurrent()
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        """To be linked to something that ends."""
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class MultipleWaiter(Waiter):
    """A waiter that keeps what comes before it is asked for."""

    __slots__ = ('_values', )

    def __init__(self, hub=None):
        Waiter.__init__(self, hub)
        self._values = []

    def switch(self, value):
        self._values.append(value)
        Waiter.switch(self, True)

    def get(self):
        if not self._values:
            Waiter.get(self)
            Waiter.clear(self)
        return self._values.pop(0)
