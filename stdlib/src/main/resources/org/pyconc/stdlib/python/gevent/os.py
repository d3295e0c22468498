"""What of os waits; see gevent.monkey."""

import os as _os

from gevent._core import cooperate

__implements__ = []
__all__ = ['tp_read', 'tp_write', 'nb_read', 'nb_write', 'make_nonblocking', 'waitpid']


def tp_read(fd, n):
    return cooperate(_os.read, fd, n)


def tp_write(fd, buf):
    return cooperate(_os.write, fd, buf)


nb_read = tp_read
nb_write = tp_write


def make_nonblocking(fd):
    """Does nothing: what waits lets other greenlets run."""


def waitpid(pid, options):
    return cooperate(_os.waitpid, pid, options)


def fork(*args, **kwargs):
    return _os.fork(*args, **kwargs)


fork_gevent = fork_and_watch = fork
