"""Looking up names of hosts while everybody waits."""

from gevent import monkey

__all__ = ['Resolver']


def _plain(name):
    return monkey.get_original('socket', name)


class Resolver:
    """Asks the host."""

    def __init__(self, hub=None):
        pass

    def close(self):
        pass

    def gethostbyname(self, *args):
        return _plain('gethostbyname')(*args)

    def gethostbyname_ex(self, *args):
        return _plain('gethostbyname_ex')(*args)

    def getaddrinfo(self, *args, **kwargs):
        return _plain('getaddrinfo')(*args, **kwargs)

    def gethostbyaddr(self, *args, **kwargs):
        return _plain('gethostbyaddr')(*args, **kwargs)

    def getnameinfo(self, *args, **kwargs):
        return _plain('getnameinfo')(*args, **kwargs)
