"""Looking up names of hosts while everybody waits."""

import socket as _socket

__all__ = ['Resolver']


class Resolver:
    """Asks the host."""

    def __init__(self, hub=None):
        pass

    def close(self):
        pass

    def __getattr__(self, name):
        if name in ('gethostbyname', 'gethostbyname_ex', 'getaddrinfo', 'gethostbyaddr',
                    'getnameinfo'):
            return getattr(_socket, name)
        raise AttributeError(name)
