"""Looking up names of hosts while other greenlets run."""

__all__ = ['Resolver']


class Resolver:
    """Asks the host; greenlets wait for the answers."""

    def __init__(self, hub=None):
        from gevent.hub import get_hub
        self.hub = get_hub() if hub is None else hub

    def __repr__(self):
        return '<%s.%s at 0x%x>' % (type(self).__module__, type(self).__name__, id(self))

    def close(self):
        pass

    def gethostbyname(self, *args):
        from gevent import socket
        return socket.gethostbyname(*args)

    def gethostbyname_ex(self, *args):
        from gevent import socket
        return socket.gethostbyname_ex(*args)

    def getaddrinfo(self, *args, **kwargs):
        from gevent import socket
        return socket.getaddrinfo(*args, **kwargs)

    def gethostbyaddr(self, *args, **kwargs):
        from gevent import socket
        return socket.gethostbyaddr(*args, **kwargs)

    def getnameinfo(self, *args, **kwargs):
        from gevent import socket
        return socket.getnameinfo(*args, **kwargs)
