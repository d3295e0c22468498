"""The module _thread with greenlets in the place of threads."""

import _thread
from _thread import *

from gevent.greenlet import Greenlet
from gevent.hub import get_hub
from gevent.local import local as _local
from greenlet import GreenletExit, getcurrent

__implements__ = ['allocate_lock', 'get_ident', 'exit', 'LockType', 'stack_size',
                  'start_new_thread', '_local']
__all__ = ['error', 'allocate_lock', 'get_ident', 'start_new_thread', 'LockType', 'RLock',
           'allocate', 'exit', 'exit_thread', 'get_native_id', 'interrupt_main', 'stack_size',
           'start_new', 'TIMEOUT_MAX']
error = _thread.error
allocate = allocate_lock = _thread.allocate_lock
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


def exit():
    raise GreenletExit


exit_thread = getattr(_thread, 'exit_thread', exit)
