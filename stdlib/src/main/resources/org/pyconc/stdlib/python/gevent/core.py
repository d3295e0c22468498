"""The event loop, which is the kernel's."""

from gevent._core import callback, loop, timer

__all__ = ['loop', 'callback', 'timer']
READ = 1
WRITE = 2
