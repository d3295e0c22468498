"""Connections: between the processes of a program through pipes, between programs through sockets.

Messages through sockets, and the way in which the two sides show each other that they know the key,
are those of CPython, so that one of them may be a program that CPython runs.
"""

import _multiprocessing
from _multiprocessing import Connection, _ConnectionBase, wait
from multiprocessing import AuthenticationError, BufferTooShort, Pipe

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

BUFSIZE = 8192
CONNECTION_TIMEOUT = 20.0
MESSAGE_LENGTH = 20
CHALLENGE = b'#CHALLENGE#'
WELCOME = b'#WELCOME#'
FAILURE = b'#FAILURE#'

default_family = 'AF_INET'
families = ['AF_INET', 'AF_UNIX']


# ---- addresses ----------------------------------------------------------------------------


def arbitrary_address(family):
    """A free address of a family."""
    if family == 'AF_INET':
        return ('localhost', 0)
    if family == 'AF_UNIX':
        import tempfile
        from multiprocessing.util import get_temp_dir
        return tempfile.mktemp(prefix='listener-', dir=get_temp_dir())
    if family == 'AF_PIPE':
        return '\\\\.\\pipe\\pyc'
    raise ValueError('unrecognized family')


def _validate_family(family):
    if family == 'AF_PIPE':
        raise ValueError('Family %s is not recognized.' % family)


def address_type(address):
    """The family that an address belongs to."""
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str and address.startswith('\\\\'):
        return 'AF_PIPE'
    if type(address) is str:
        return 'AF_UNIX'
    if not address or isinstance(address, bytes):
        raise ValueError('address type of %r unrecognized' % address)
    raise TypeError('address type of %r unrecognized' % address)


# ---- listeners and clients ----------------------------------------------------------------


class Listener:
    """A socket that is listening for connections."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        _validate_family(family)
        self._listener = SocketListener(address, family, backlog)
        if authkey is not None and not isinstance(authkey, bytes):
            self._listener.close()
            raise TypeError('authkey should be a byte string')
        self._authkey = authkey

    def accept(self):
        """A connection, once somebody has asked for one and shown to know the key."""
        if self._listener is None:
            raise OSError('listener is closed')
        c = self._listener.accept()
        if self._authkey is not None:
            _prove(c, deliver_challenge, answer_challenge, self._authkey)
        return c

    def close(self):
        listener = self._listener
        if listener is not None:
            self._listener = None
            listener.close()

    @property
    def address(self):
        return self._listener._address

    @property
    def last_accepted(self):
        return self._listener._last_accepted

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to the address of a Listener."""
    family = family or address_type(address)
    _validate_family(family)
    c = SocketClient(address)
    if authkey is not None and not isinstance(authkey, bytes):
        c.close()
        raise TypeError('authkey should be a byte string')
    if authkey is not None:
        _prove(c, answer_challenge, deliver_challenge, authkey)
    return c


class SocketListener:
    """What a Listener listens with."""

    def __init__(self, address, family, backlog=1):
        import socket
        self._socket = socket.socket(getattr(socket, family))
        try:
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._socket.setblocking(True)
            self._socket.bind(address)
            self._socket.listen(backlog)
            self._address = self._socket.getsockname()
        except OSError:
            self._socket.close()
            raise
        self._family = family
        self._last_accepted = None
        self._unlink = None
        if family == 'AF_UNIX':
            import os
            from multiprocessing.util import Finalize
            self._unlink = Finalize(self, os.unlink, args=(address,), exitpriority=0)

    def accept(self):
        s, self._last_accepted = self._socket.accept()
        s.setblocking(True)
        return Connection(s.detach())

    def close(self):
        try:
            self._socket.close()
        finally:
            unlink = self._unlink
            if unlink is not None:
                self._unlink = None
                unlink()


def SocketClient(address):
    """A connection to the address, whoever listens there."""
    import socket
    s = socket.socket(getattr(socket, address_type(address)))
    try:
        s.setblocking(True)
        s.connect(address)
    except BaseException:
        s.close()
        raise
    return Connection(s.detach())


# ---- showing that the key is known --------------------------------------------------------


def _prove(connection, first, second, authkey):
    try:
        first(connection, authkey)
        second(connection, authkey)
    except BaseException:
        connection.close()
        raise


def _digest(authkey, message):
    import hmac
    return hmac.new(authkey, message, 'md5').digest()


def _check_key(authkey):
    if not isinstance(authkey, bytes):
        raise ValueError('Authkey must be bytes, not {0!s}'.format(type(authkey)))


def deliver_challenge(connection, authkey):
    """Has the other side show that it knows the key."""
    import hmac
    import os
    _check_key(authkey)
    message = os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(CHALLENGE + message)
    response = connection.recv_bytes(256)
    if hmac.compare_digest(response, _digest(authkey, message)):
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    """Shows the other side that this one knows the key."""
    _check_key(authkey)
    message = connection.recv_bytes(256)
    assert message[:len(CHALLENGE)] == CHALLENGE, 'message = %r' % message
    connection.send_bytes(_digest(authkey, message[len(CHALLENGE):]))
    if connection.recv_bytes(256) != WELCOME:
        raise AuthenticationError('digest sent was rejected')
