"""Sockets that let other greenlets run while they wait."""

import errno
import operator
import os
import socket as _socket
from _socket import socket as _native
from socket import *

from gevent._core import cancel_waits, cooperate, wait_for_socket
from gevent.exceptions import ConcurrentObjectUseError
from gevent.hub import get_hub
from gevent.timeout import Timeout

_plain = _socket.socket
__dns__ = ['getaddrinfo', 'gethostbyname', 'gethostbyname_ex', 'gethostbyaddr', 'getnameinfo',
           'getfqdn']
__implements__ = ['create_connection', 'socket', 'SocketType', 'fromfd', 'socketpair'] + __dns__
__imports__ = ['error', 'gaierror', 'herror', 'timeout', 'has_ipv6', 'inet_aton', 'inet_ntoa',
               'inet_ntop', 'inet_pton', 'ntohl', 'ntohs', 'htonl', 'htons', 'if_nameindex',
               'getdefaulttimeout', 'setdefaulttimeout', 'getprotobyname', 'getservbyname',
               'getservbyport', 'gethostname', 'create_server', 'has_dualstack_ipv6']
__extensions__ = ['cancel_wait', 'wait_read', 'wait_write', 'wait_readwrite']
__all__ = [name for name in dir(_socket) if not name.startswith('_')] + __extensions__
__socket__ = _socket
EBADF = errno.EBADF
EAGAIN = EWOULDBLOCK = errno.EAGAIN
EINVAL = errno.EINVAL
ECONNRESET = errno.ECONNRESET
EINTR = errno.EINTR


# How a socket is printed that has given up its descriptor: its number, and why.
_GONE = '<%s.%s [closed] at 0x%x object [closed proxy at 0x%x fd=%d %s]>'


class socket(_plain):
    """A socket whose operations let other greenlets run."""

    __module__ = 'gevent._socket3'
    _wait = wait_for_socket

    def accept(self):
        fd, address = self._accept()
        made = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def connect(self, address):
        try:
            cooperate(_connect, self, address)
        except OSError as ex:
            # One that is connected stays so.
            if ex.errno != errno.EISCONN or self.gettimeout() == 0:
                raise

    def connect_ex(self, address):
        """As connect, but returns the number of the error."""
        try:
            return self.connect(address) or 0
        except timeout:
            return EAGAIN
        except gaierror:
            raise
        except OSError as ex:
            if ex.errno:
                return ex.errno
            raise

    def sendto(self, *args):
        return cooperate(_sendto, self, *args)

    @property
    def hub(self):
        return get_hub()

    @property
    def closed(self):
        return self._closed

    ref = True

    # Plain numbers, as those of the socket below.
    family = property(_native.family.__get__)
    type = property(_native.type.__get__)

    @property
    def timeout(self):
        return self.gettimeout()

    @timeout.setter
    def timeout(self, value):
        self.settimeout(value)

    def _real_close(self, *args, **kwargs):
        number = self.fileno()
        if number >= 0:
            cancel_waits(number, cancel_wait_ex, 3)
            self._gone = number, 'closed'
        _plain._real_close(self, *args, **kwargs)

    def shutdown(self, how):
        number = self.fileno()
        if number >= 0 and how in _ENDED:
            cancel_waits(number, cancel_wait_ex, _ENDED[how])
        _plain.shutdown(self, how)

    def detach(self):
        number = self.fileno()
        if number >= 0:
            self._gone = number, 'detached'
        return _plain.detach(self)

    # The descriptor that it had, and what became of it.
    _gone = None

    def __repr__(self):
        if self._gone is not None:
            return _GONE % (
                type(self).__module__, type(self).__name__, id(self), id(self._gone), *self._gone)
        return '<%s.%s%s at 0x%x object, fd=%i, family=%d, type=%d, proto=%i>' % (
            type(self).__module__, type(self).__name__, ' [closed]' if self.closed else '',
            id(self), self.fileno(), self.family, self.type, self.proto)

    def dup(self):
        made = _plain.dup(self)
        made = socket(made.family, made.type, made.proto, fileno=made.detach())
        made.settimeout(self.gettimeout())
        return made


# The directions that nobody need wait for any more.
_ENDED = {SHUT_RD: 1, SHUT_WR: 2, SHUT_RDWR: 3}
_connect = _plain.connect
_sendto = _plain.sendto
SocketType = socket
_original = {
    name: getattr(_socket, name) for name in __dns__ + ['socketpair'] if hasattr(_socket, name)}


def _adopt(plain):
    return socket(plain.family, plain.type, plain.proto, fileno=plain.detach())


def socketpair(*args):
    a, b = _original['socketpair'](*args)
    return _adopt(a), _adopt(b)


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, fileno=os.dup(fd))


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    return get_hub().resolver.getaddrinfo(host, port, family, type, proto, flags)


def gethostbyname(hostname):
    return get_hub().resolver.gethostbyname(hostname)


def gethostbyname_ex(hostname):
    return get_hub().resolver.gethostbyname_ex(hostname)


def gethostbyaddr(ip_address):
    return get_hub().resolver.gethostbyaddr(ip_address)


def getnameinfo(sockaddr, flags):
    return get_hub().resolver.getnameinfo(sockaddr, flags)


def getfqdn(name=''):
    return cooperate(_original['getfqdn'], name)


timeout_default = _GLOBAL_DEFAULT_TIMEOUT = _DEFAULT = _socket._GLOBAL_DEFAULT_TIMEOUT


def create_connection(address, timeout=_DEFAULT, source_address=None, *, all_errors=False):
    """Connects to the first of the host's addresses that answers."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = None
        try:
            made = socket(family, kind, proto)
            if timeout is not _DEFAULT:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(target)
            return made
        except error as e:
            failures.append(e)
            if made is not None:
                made.close()
    if failures:
        try:
            if all_errors:
                raise ExceptionGroup('create_connection failed', failures)
            raise failures[-1]
        finally:
            failures.clear()
    raise error("getaddrinfo returns an empty list")


def _wait(fileno, read, write, timeout, timeout_exc):
    fileno = operator.index(fileno)
    if fileno < 0:
        raise ValueError('fd must be non-negative: %d' % fileno)
    from gevent.select import select
    r, w, x = select([fileno] if read else [], [fileno] if write else [], [], timeout)
    if not r and not w:
        raise timeout_exc if timeout_exc is not None else _socket.timeout('timed out')


def wait_read(fileno, timeout=None, timeout_exc=None):
    """Waits until there is something to be read."""
    _wait(fileno, True, False, timeout, timeout_exc)


def wait_write(fileno, timeout=None, timeout_exc=None, event=None):
    """Waits until something can be written."""
    _wait(fileno, False, True, timeout, timeout_exc)


def wait_readwrite(fileno, timeout=None, timeout_exc=None, event=None):
    _wait(fileno, True, True, timeout, timeout_exc)


def wait(watcher, timeout=None, timeout_exc=_DEFAULT, hub=None):
    """Waits until the watcher calls, or until the time is over."""
    if watcher.callback is not None:
        raise ConcurrentObjectUseError(
            'This socket is already used by another greenlet: %r' % (watcher.callback, ))
    if hub is None:
        hub = get_hub()
    if timeout is None:
        return hub.wait(watcher)
    if timeout_exc is _DEFAULT:
        timeout_exc = _socket.timeout('timed out')
    with Timeout(timeout, timeout_exc):
        return hub.wait(watcher)


class cancel_wait_ex(error):
    __module__ = 'gevent._socketcommon'

    def __init__(self):
        super().__init__(errno.EBADF, 'File descriptor was closed in another greenlet')


def cancel_wait(watcher, error=cancel_wait_ex):
    """Raises the error in the greenlet that waits for the watcher."""
    get_hub().cancel_wait(watcher, error)
