"""The event loop, which is the kernel's."""

from gevent._core import callback, loop, timer

__all__ = ['loop', 'get_version', 'get_header_version', 'supported_backends',
           'recommended_backends', 'embeddable_backends', 'time']
READ = 1
WRITE = 2


def get_version():
    return 'kernel'


get_header_version = get_version


def supported_backends():
    return ['kernel']


recommended_backends = embeddable_backends = supported_backends


def time():
    import time
    return time.time()
