"""Looking up names of hosts while other greenlets run."""

import socket as _socket

from gevent import monkey
from gevent._core import cooperate
from gevent.hub import get_hub

__all__ = ['Resolver']
# The module may be patched already.
_gethostbyname = monkey.get_original('socket', 'gethostbyname')
_gethostbyname_ex = monkey.get_original('socket', 'gethostbyname_ex')
_getaddrinfo = monkey.get_original('socket', 'getaddrinfo')
_gethostbyaddr = monkey.get_original('socket', 'gethostbyaddr')
_getnameinfo = monkey.get_original('socket', 'getnameinfo')


class Resolver:
    """Asks the host; greenlets wait for the answers."""

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        # A name that is not known is no error of the program.
        if _socket.gaierror not in self.hub.NOT_ERROR:
            self.hub.NOT_ERROR += (_socket.gaierror, _socket.herror)

    @property
    def pool(self):
        return self.hub.threadpool

    def __repr__(self):
        return '<%s.%s at 0x%x pool=%r>' % (
            type(self).__module__, type(self).__name__, id(self), self.pool)

    def close(self):
        pass

    def gethostbyname(self, *args):
        return cooperate(_gethostbyname, *args)

    def gethostbyname_ex(self, *args):
        return cooperate(_gethostbyname_ex, *args)

    def getaddrinfo(self, *args, **kwargs):
        return cooperate(_getaddrinfo, *args, **kwargs)

    def gethostbyaddr(self, *args, **kwargs):
        return cooperate(_gethostbyaddr, *args, **kwargs)

    def getnameinfo(self, *args, **kwargs):
        return cooperate(_getnameinfo, *args, **kwargs)
