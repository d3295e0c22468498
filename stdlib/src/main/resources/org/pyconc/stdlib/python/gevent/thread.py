"""The module _thread with greenlets in the place of threads."""

import _thread
from _thread import *

from gevent.exceptions import LoopExit
from gevent.greenlet import Greenlet
from gevent.hub import get_hub
from gevent.local import local as _local
from gevent.lock import BoundedSemaphore
from greenlet import GreenletExit, getcurrent

__implements__ = ['allocate_lock', 'get_ident', 'exit', 'LockType', 'stack_size',
                  'start_new_thread', '_local']
__imports__ = ['error', 'allocate', 'exit_thread', 'get_native_id', 'interrupt_main', 'RLock',
               'start_new', 'TIMEOUT_MAX']
__all__ = ['error', 'allocate_lock', 'get_ident', 'start_new_thread', 'LockType', 'RLock',
           'allocate', 'exit', 'exit_thread', 'get_native_id', 'interrupt_main', 'stack_size',
           'start_new', 'TIMEOUT_MAX']
error = _thread.error
_thread_ident = _thread.get_ident


def get_ident(gr=None):
    """A number of the greenlet; the main greenlet has that of its thread."""
    if gr is None:
        gr = getcurrent()
    return _thread_ident() if gr.parent is None else id(gr)


def start_new_thread(function, args=(), kwargs=None):
    if kwargs is not None:
        g = Greenlet.spawn(function, *args, **kwargs)
    else:
        g = Greenlet.spawn(function, *args)
    return get_ident(g)


start_new = start_new_thread


class LockType(BoundedSemaphore):
    """A lock for greenlets with the face of _thread.lock."""

    __slots__ = ()
    _OVER_RELEASE_ERROR = RuntimeError

    def acquire(self, blocking=True, timeout=-1):
        if timeout == -1:
            timeout = None
        elif not blocking:
            raise ValueError("can't specify a timeout for a non-blocking call")
        elif timeout is not None:
            if timeout < 0:
                raise ValueError("timeout value must be strictly positive")
            if timeout > TIMEOUT_MAX:
                raise OverflowError('timeout value is too large')
        return bool(BoundedSemaphore.acquire(self, blocking, timeout))

    def __enter__(self):
        return self.acquire()


allocate = allocate_lock = LockType


def exit():
    raise GreenletExit


exit_thread = getattr(_thread, 'exit_thread', exit)
