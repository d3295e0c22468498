"""The event loop, which is the kernel's, and its watchers."""

from gevent._core import async_, callback, check, fork, io, loop, prepare, timer
from gevent._watchers import _Watcher as watcher, child, idle, signal, stat

__all__ = ['loop', 'callback', 'timer', 'io', 'async_', 'prepare', 'check', 'fork', 'child',
           'idle', 'signal', 'stat', 'watcher', 'get_version', 'get_header_version',
           'supported_backends', 'recommended_backends', 'embeddable_backends', 'time']
NONE = 0
READ = 1
WRITE = 2
EVENTS = READ | WRITE
TIMER = 256
SIGNAL = 1024
UNDEF = -1


def get_version():
    return 'kernel'


get_header_version = get_version


def supported_backends():
    return ['kernel']


recommended_backends = embeddable_backends = supported_backends


def time():
    import time
    return time.time()
