"""The exceptions of gevent."""

from gevent._core import BlockingSwitchOutError, ConcurrentObjectUseError
from greenlet import GreenletExit

__all__ = ['LoopExit']


class LoopExit(Exception):
    """Nothing is left that could wake the main greenlet, which waits."""

    @property
    def hub(self):
        return self.args[1]

    def __repr__(self):
        if len(self.args) == 3:
            return '%s\n\tHub: %s\n\tHandles:\n%s' % self.args
        return Exception.__repr__(self)

    def __str__(self):
        return repr(self)


class InvalidSwitchError(AssertionError):
    """A greenlet was switched to by somebody it does not wait for."""


class InvalidThreadUseError(RuntimeError):
    """An object is used by a thread it does not belong to."""


class HubDestroyed(GreenletExit):
    """Ends the greenlets of a hub that is destroyed."""

    def __init__(self, destroy_loop):
        GreenletExit.__init__(self, destroy_loop)
        self.destroy_loop = destroy_loop
