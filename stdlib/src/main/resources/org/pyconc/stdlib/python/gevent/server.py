"""Servers for connections and for datagrams."""

from gevent import socket as _socket
from gevent.baseserver import BaseServer

__all__ = ['StreamServer', 'DatagramServer']


class StreamServer(BaseServer):
    """Calls the handle with each connection and its address, in a greenlet of its own."""

    backlog = 128
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn='default', **ssl_args):
        self.ssl_args = None
        if ssl_args:
            ssl_args.setdefault('server_side', True)
            if 'ssl_context' in ssl_args:
                context = ssl_args.pop('ssl_context')
                self.wrap_socket = context.wrap_socket
            else:
                from gevent.ssl import wrap_socket
                self.wrap_socket = wrap_socket
            self.ssl_args = ssl_args
        if backlog is not None:
            if hasattr(listener, 'accept'):
                raise TypeError('backlog must be None when a socket instance is passed')
            self.backlog = backlog
        BaseServer.__init__(self, listener, handle, spawn)

    @property
    def ssl_enabled(self):
        return self.ssl_args is not None

    def wrap_socket_and_handle(self, client_socket, address):
        """Begins TLS before the handle is called."""
        wrapped = self.wrap_socket(client_socket, **self.ssl_args)
        try:
            return self._handle(wrapped, address)
        finally:
            wrapped.close()

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        made = _socket.socket(family if family is not None else _socket.AF_INET,
                              _socket.SOCK_STREAM)
        if cls.reuse_addr is not None:
            made.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, cls.reuse_addr)
        try:
            made.bind(address)
        except OSError as ex:
            made.close()
            ex.strerror = '%s: %r' % (ex.strerror, address)
            raise
        made.listen(cls.backlog if backlog is None else backlog)
        return made

    def init_socket(self):
        if self.closed:
            self.socket = self.get_listener(self.address, self.backlog, self.family)
            self.address = self.socket.getsockname()
        elif not isinstance(self.socket, _socket.socket):
            plain = self.socket
            self.socket = _socket.socket(
                plain.family, plain.type, plain.proto, fileno=plain.detach())

    def do_read(self):
        return self.socket.accept()

    def do_close(self, sock, *args):
        sock.close()


class DatagramServer(BaseServer):
    """Calls the handle with each datagram and its sender's address."""

    reuse_addr = 1

    def init_socket(self):
        if self.closed:
            self.socket = self.get_listener(self.address, self.family)
            self.address = self.socket.getsockname()

    @classmethod
    def get_listener(cls, address, family=None):
        made = _socket.socket(family if family is not None else _socket.AF_INET,
                              _socket.SOCK_DGRAM)
        if cls.reuse_addr is not None:
            made.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, cls.reuse_addr)
        made.bind(address)
        return made

    def do_read(self):
        return self.socket.recvfrom(8192)

    def sendto(self, *args):
        self.socket.sendto(*args)
