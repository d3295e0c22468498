"""Sockets: connections to other programs, here and elsewhere.

See https://docs.python.org/3.11/library/socket.html
"""

import io
import _socket
from _socket import *
from _socket import _makefile, _socketpair


class _Constant(int):
    def __new__(cls, value, name):
        self = int.__new__(cls, value)
        self._name_ = name
        return self

    name = property(lambda self: self._name_)
    value = property(lambda self: int(self))

    def __repr__(self):
        return '<%s.%s: %d>' % (type(self).__name__, self._name_, int(self))

    def __str__(self):
        return int.__repr__(self)

    def __reduce__(self):
        return _constant, (type(self).__name__, int(self), self._name_)


class AddressFamily(_Constant):
    pass


class SocketKind(_Constant):
    pass


class MsgFlag(_Constant):
    pass


class AddressInfo(_Constant):
    pass


_families = {}
_kinds = {}


def _constant(kind, value, name):
    return globals().get(name, value)


def _define():
    space = globals()
    for name, value in list(vars(_socket).items()):
        if name.startswith('AF_'):
            space[name] = _families[value] = AddressFamily(value, name)
        elif name.startswith('SOCK_'):
            space[name] = _kinds[value] = SocketKind(value, name)
        elif name.startswith('MSG_'):
            space[name] = MsgFlag(value, name)
        elif name.startswith('AI_'):
            space[name] = AddressInfo(value, name)


_define()
SocketType = _socket.SocketType
EBADF = 9
EAGAIN = 11
EWOULDBLOCK = 11
_GLOBAL_DEFAULT_TIMEOUT = object()


class SocketIO(io.RawIOBase):
    """What makefile gives without a buffer."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError('invalid mode: %r' % (mode,))
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode if 'b' in mode else mode + 'b'
        # What a read that ran out of time had got is lost: there is no reading on.
        self._timeout_occurred = False

    def _check(self, direction):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if direction not in self._mode:
            raise io.UnsupportedOperation(
                'File or stream is not %sable.' % ('read' if direction == 'r' else 'writ'))

    def readinto(self, b):
        self._check('r')
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            return self._sock.recv_into(b)
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._check('w')
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def _can(self, direction):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return direction in self._mode

    def readable(self):
        return self._can('r')

    def writable(self):
        return self._can('w')

    def seekable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return False

    def fileno(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if not self.closed:
            io.RawIOBase.close(self)
            self._sock._decref_socketios()
            self._sock = None


def _both_ways(sock, binary, buffering, encoding, errors, newline):
    """What makefile gives for reading and writing."""
    size = io.DEFAULT_BUFFER_SIZE if buffering < 0 else buffering
    pair = io.BufferedRWPair(
        _makefile(sock, 'rb', 0, _NO_TEXT), _makefile(sock, 'wb', 0, _NO_TEXT), size)
    if binary:
        return pair
    text = io.TextIOWrapper(pair, encoding, errors, newline)
    text.mode = 'rw'
    return text


_NO_TEXT = (None, None, None)


class socket(_socket.socket):
    """A connection, or a place where connections arrive."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._io_refs = 0
        self._closed = False
        _socket.socket.__init__(self, family, type, proto, fileno)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        closed = self._closed or self.fileno() == -1
        text = '<%s.%s%s fd=%i, family=%d, type=%d, proto=%i' % (
            self.__class__.__module__, self.__class__.__qualname__,
            ' [closed]' if closed and self._closed else '',
            self.fileno(), self.family, self.type, self.proto)
        if not closed:
            try:
                address = self.getsockname()
                if address:
                    text += ', laddr=%s' % str(address)
            except OSError:
                pass
            try:
                address = self.getpeername()
                if address:
                    text += ', raddr=%s' % str(address)
            except OSError:
                pass
        return text + '>'

    @property
    def family(self):
        value = _socket.socket.family.__get__(self)
        return _families.get(value, value)

    @property
    def type(self):
        value = _socket.socket.type.__get__(self)
        return _kinds.get(value, value)

    def accept(self):
        fd, address = self._accept()
        made = socket(self.family, self.type, self.proto, fileno=fd)
        if getdefaulttimeout() is None and self.gettimeout():
            made.setblocking(True)
        return made, address

    def dup(self):
        fd = _socket.dup(self.fileno())
        made = self.__class__(self.family, self.type, self.proto, fileno=fd)
        made.settimeout(self.gettimeout())
        return made

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        binary = 'b' in mode
        if buffering is None:
            buffering = -1
        if buffering == 0 and not binary:
            raise ValueError('unbuffered streams must be binary')
        if buffering == 0:
            self._io_refs += 1
            return SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        rest = (encoding, errors, newline)
        if reading and writing:
            self._io_refs += 2
            return _both_ways(self, binary, buffering, *rest)
        self._io_refs += 1
        return _makefile(self, ('r' if reading else 'w') + ('b' if binary else ''), buffering, rest)

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Sends the content of buffers, one after the other."""
        data = b''.join([bytes(each) for each in buffers])
        if list(ancdata):
            raise OSError(95, 'Operation not supported')
        if address is not None:
            return self.sendto(data, flags, address)
        return self.send(data, flags)

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        """Receives; the data, nothing beside it, flags, and where it comes from."""
        if bufsize < 0:
            raise ValueError('negative buffer size in recvmsg()')
        if self.type & SOCK_STREAM:
            return self.recv(bufsize, flags), [], 0, None
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    def recvmsg_into(self, buffers, ancbufsize=0, flags=0, /):
        """As recvmsg, into buffers."""
        buffers = list(buffers)
        data, *rest = self.recvmsg(sum(len(each) for each in buffers), ancbufsize, flags)
        at = 0
        for each in buffers:
            part = data[at:at + len(each)]
            memoryview(each)[:len(part)] = part
            at += len(part)
        return len(data), *rest

    def sendfile(self, file, offset=0, count=None):
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if count is not None and count <= 0:
            raise ValueError('count must be a positive integer (got {!r})'.format(count))
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(65536 if count is None else min(65536, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _socket.socket.close(self)

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return _socket.socket.detach(self)

    _inheritable = False

    def get_inheritable(self):
        return self._inheritable

    def set_inheritable(self, inheritable):
        self._inheritable = bool(inheritable)


def fromfd(fd, family, type, proto=0):
    """A socket for another number of a descriptor."""
    return socket(family, type, proto, _socket.dup(fd))


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected to each other."""
    if family is None:
        family = AF_UNIX
    if family not in _families:
        raise OSError(97, 'Address family not supported by protocol')
    if family != AF_UNIX or type & SOCK_DGRAM and not type & SOCK_STREAM:
        raise OSError(95, 'Operation not supported')
    one, other = _socketpair()
    return (socket(family, type, proto, one), socket(family, type, proto, other))


def getfqdn(name=''):
    """The full name of a host."""
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        host, aliases, _ = gethostbyaddr(name)
    except error:
        return name
    aliases.insert(0, host)
    for each in aliases:
        if '.' in each:
            return each
    return host


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """The addresses of a host and service."""
    return [(_families.get(each[0], each[0]), _kinds.get(each[1], each[1]), *each[2:])
            for each in _socket.getaddrinfo(host, port, family, type, proto, flags)]


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                      all_errors=False):
    """A socket that is connected to (host, port)."""
    host, port = address
    failures = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = None
        try:
            made = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(target)
            failures.clear()
            return made
        except error as failure:
            if not all_errors:
                failures.clear()
            failures.append(failure)
            if made is not None:
                made.close()
    if failures:
        try:
            if not all_errors:
                raise failures[0]
            raise ExceptionGroup('create_connection failed', failures)
        finally:
            failures.clear()
    raise error('getaddrinfo returns an empty list')


def CMSG_LEN(length):
    """The size of a message of so many bytes beside the data."""
    return 16 + length


def CMSG_SPACE(length):
    return 16 + (length + 7) // 8 * 8


def if_nametoindex(if_name, /):
    """The number of an interface."""
    for number, name in if_nameindex():
        if name == if_name:
            return number
    raise OSError('no interface with this name')


def if_indextoname(if_index, /):
    for number, name in if_nameindex():
        if number == if_index:
            return name
    raise OSError(6, 'No such device or address')


def has_dualstack_ipv6():
    """Whether one socket can listen on both versions."""
    return has_ipv6


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False,
                  dualstack_ipv6=False):
    """A socket that listens on (host, port)."""
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    made = socket(family, SOCK_STREAM)
    try:
        try:
            made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        except error:
            pass
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        try:
            made.bind(address)
        except error as failure:
            text = '%s (while attempting to bind on address %r)' % (failure.strerror, address)
            raise error(failure.errno, text) from None
        if backlog is None:
            made.listen()
        else:
            made.listen(backlog)
        return made
    except error:
        made.close()
        raise


__all__ = [_name for _name in dir() if not _name.startswith('_')]
