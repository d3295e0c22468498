"""Sockets of an event loop: non-blocking, told by the loop when they are ready."""

import collections
import errno
import socket

from . import tasks
from .protocols import BufferedProtocol
from .transports import DatagramTransport, _FlowControl

_CHUNK = 65536
_TRY_AGAIN = (BlockingIOError, InterruptedError)
_USUAL = (BrokenPipeError, ConnectionResetError, ConnectionAbortedError)


def _extra(sock):
    extra = {'socket': sock, 'sockname': None, 'peername': None}
    try:
        extra['sockname'] = sock.getsockname()
        extra['peername'] = sock.getpeername()
    except OSError:
        pass
    return extra


def _check_data(data):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f'data argument must be a bytes-like object, '
                        f'not {type(data).__name__!r}')


class _Endpoint:
    """What transports of streams and datagrams have in common."""

    def _begin(self, loop, sock, protocol, server):
        self._sock = sock
        self._fd = sock.fileno()
        self._server = server
        self._closing = False
        self._lost = 0
        self._paused = False
        self.set_protocol(protocol)
        sock.setblocking(False)
        if server is not None:
            server._attach(self)
        protocol.connection_made(self)
        if not self._closing:
            loop._watch_fd(self._fd, False, self._read_ready)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._sock is None:
            info.append('closed')
        elif self._closing:
            info.append('closing')
        info.append(f'fd={self._fd}')
        return '<{}>'.format(' '.join(info))

    def is_closing(self):
        return self._closing

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop._unwatch_fd(self._fd, False)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._loop._watch_fd(self._fd, False, self._read_ready)

    def get_write_buffer_size(self):
        return self._size

    def _finish(self, error):
        self._lost += 1
        self._loop.call_soon(self._call_connection_lost, error)

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._loop._unwatch_fd(self._fd, False)
        if not self._size:
            self._finish(None)

    def abort(self):
        self._force_close(None)

    def _fatal_error(self, error, message):
        if not isinstance(error, _USUAL):
            self._loop.call_exception_handler({
                'message': message, 'exception': error, 'transport': self,
                'protocol': self._protocol})
        self._force_close(error)

    def _force_close(self, error):
        if self._lost:
            return
        if self._size:
            self._buffer.clear()
            self._size = 0
            self._loop._unwatch_fd(self._fd, True)
        if not self._closing:
            self._closing = True
            self._loop._unwatch_fd(self._fd, False)
        self._finish(error)

    def _call_connection_lost(self, error):
        sock, server = self._sock, self._server
        try:
            self._protocol.connection_lost(error)
        finally:
            sock.close()
            self._sock = self._server = None
            if server is not None:
                server._detach(self)


class _SocketTransport(_Endpoint, _FlowControl):
    """A connection."""

    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, server=None):
        _FlowControl.__init__(self, _extra(sock), loop)
        self._buffer = bytearray()
        self._size = 0
        self._eof = False
        if sock.family != socket.AF_UNIX:
            try:
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError:
                pass
        self._begin(loop, sock, protocol, server)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._buffered = isinstance(protocol, BufferedProtocol)

    def _read_ready(self):
        if self._lost:
            return
        try:
            if self._buffered:
                self._receive_into_buffer()
                return
            data = self._sock.recv(_CHUNK)
        except _TRY_AGAIN:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._fatal_error(e, 'Fatal read error on socket transport')
            return
        if not data:
            self._end_of_reading()
            return
        try:
            self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._fatal_error(e, 'Fatal error: protocol.data_received() call failed.')

    def _receive_into_buffer(self):
        buffer = self._protocol.get_buffer(-1)
        if not len(buffer):
            raise RuntimeError('get_buffer() returned an empty buffer')
        count = self._sock.recv_into(buffer)
        if count:
            self._protocol.buffer_updated(count)
        else:
            self._end_of_reading()

    def _end_of_reading(self):
        try:
            stays_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._fatal_error(e, 'Fatal error: protocol.eof_received() call failed.')
            return
        if stays_open:
            self._loop._unwatch_fd(self._fd, False)
        else:
            self.close()

    def write(self, data):
        _check_data(data)
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data or self._lost:
            return
        if not self._size:
            try:
                count = self._sock.send(data)
            except _TRY_AGAIN:
                pass
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e:
                self._fatal_error(e, 'Fatal write error on socket transport')
                return
            else:
                if count == len(data):
                    return
                data = memoryview(data)[count:]
            self._loop._watch_fd(self._fd, True, self._write_ready)
        self._buffer += data
        self._size = len(self._buffer)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._lost:
            return
        try:
            count = self._sock.send(self._buffer)
        except _TRY_AGAIN:
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._loop._unwatch_fd(self._fd, True)
            self._buffer.clear()
            self._size = 0
            self._fatal_error(e, 'Fatal write error on socket transport')
            return
        del self._buffer[:count]
        self._size = len(self._buffer)
        self._maybe_resume_protocol()
        if not self._size:
            self._loop._unwatch_fd(self._fd, True)
            if self._closing:
                self._finish(None)
            elif self._eof:
                self._shut_down()

    def _shut_down(self):
        try:
            self._sock.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._size:
            self._shut_down()

    def can_write_eof(self):
        return True


class _DatagramTransport(_Endpoint, _FlowControl, DatagramTransport):
    """Sends and receives datagrams."""

    def __init__(self, loop, sock, protocol, address=None):
        _FlowControl.__init__(self, _extra(sock), loop)
        self._buffer = collections.deque()
        self._size = 0
        self._address = address
        self._begin(loop, sock, protocol, None)

    def _read_ready(self):
        if self._lost:
            return
        try:
            data, address = self._sock.recvfrom(_CHUNK)
        except _TRY_AGAIN:
            return
        except OSError as e:
            self._protocol.error_received(e)
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._fatal_error(e, 'Fatal read error on datagram transport')
            return
        self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        _check_data(data)
        if not data:
            return
        if self._address is not None:
            if addr not in (None, self._address):
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
        if self._lost:
            return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except _TRY_AGAIN:
                self._loop._watch_fd(self._fd, True, self._write_ready)
            except OSError as e:
                self._protocol.error_received(e)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e:
                self._fatal_error(e, 'Fatal write error on datagram transport')
                return
        self._buffer.append((bytes(data), addr))
        self._size += len(data)
        self._maybe_pause_protocol()

    def _send(self, data, addr):
        if self._extra['peername'] is not None or addr is None:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def _write_ready(self):
        while self._buffer:
            data, addr = self._buffer[0]
            try:
                self._send(data, addr)
            except _TRY_AGAIN:
                break
            except OSError as e:
                self._protocol.error_received(e)
            self._buffer.popleft()
            self._size -= len(data)
        self._maybe_resume_protocol()
        if not self._buffer:
            self._loop._unwatch_fd(self._fd, True)
            if self._closing:
                self._finish(None)


class AbstractServer:
    """A server that was made by the loop."""


class Server(AbstractServer):
    """Accepts connections until it is closed."""

    def __init__(self, loop, sockets, protocol_factory, backlog, tls=None):
        self._loop = loop
        self._tls = tls
        self._sockets = sockets
        self._factory = protocol_factory
        self._backlog = backlog
        self._serving = False
        self._active = 0
        self._waiters = []
        self._forever = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def _attach(self, transport):
        self._active += 1

    def _detach(self, transport):
        self._active -= 1
        if not self._active and self._sockets is None:
            self._wake_up()

    def _wake_up(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            sock.setblocking(False)
            self._loop._watch_fd(sock.fileno(), False, self._accept, sock)

    def _accept(self, sock):
        for _ in range(self._backlog):
            if not self._serving:
                return
            try:
                connection, _ = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as e:
                if e.errno not in (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM):
                    raise
                self._loop.call_exception_handler({
                    'message': 'socket.accept() out of system resource', 'exception': e,
                    'socket': sock})
                self._loop._unwatch_fd(sock.fileno(), False)
                self._loop.call_later(1, self._go_on, sock)
                return
            try:
                self._serve(connection)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as e:
                connection.close()
                self._loop.call_exception_handler({
                    'message': 'Error on transport creation for incoming connection',
                    'exception': e})

    def _serve(self, connection):
        protocol = self._factory()
        if self._tls:
            from .sslproto import TlsLayer
            context, handshake_timeout, shutdown_timeout = self._tls
            protocol = TlsLayer(self._loop, protocol, context, None, True,
                                handshake_timeout=handshake_timeout,
                                shutdown_timeout=shutdown_timeout)
        _SocketTransport(self._loop, connection, protocol, self)

    def _go_on(self, sock):
        if self._serving:
            self._loop._watch_fd(sock.fileno(), False, self._accept, sock)

    def close(self):
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            if self._serving:
                self._loop._unwatch_fd(sock.fileno(), False)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._active:
            self._wake_up()

    async def start_serving(self):
        self._start()
        await tasks.sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        finally:
            self.close()
            self._forever = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


async def _addresses(loop, host, port, family, kind, proto, flags):
    """What a name stands for; numbers need not be looked up."""
    if host is not None and isinstance(port, (int, type(None))):
        known = (socket.AF_INET6,) if ':' in host else (socket.AF_INET,)
        for each in known:
            if family in (socket.AF_UNSPEC, each):
                try:
                    socket.inet_pton(each, host)
                except (OSError, ValueError):
                    continue
                address = (host, port or 0) if each == socket.AF_INET else (host, port or 0, 0, 0)
                return [(each, kind, proto, '', address)]
    found = await loop.getaddrinfo(host, port, family=family, type=kind, proto=proto, flags=flags)
    if not found:
        raise OSError('getaddrinfo() returned empty list')
    return found


async def _connect(loop, found, local_addr):
    family, kind, proto, _, address = found
    sock = socket.socket(family, kind, proto)
    try:
        sock.setblocking(False)
        if local_addr is not None:
            sock.bind(local_addr)
        await loop.sock_connect(sock, address)
    except BaseException:
        sock.close()
        raise
    return sock


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0,
                            proto=0, flags=0, sock=None, local_addr=None, server_hostname=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            happy_eyeballs_delay=None, interleave=None):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl:
        if not host:
            raise ValueError('You must set server_hostname when using ssl without a host')
        server_hostname = host
    _check_tls_times(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is None and port is None and sock is None:
        raise ValueError('host and port was not specified and no sock specified')
    if sock is not None:
        if host is not None or port is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    else:
        errors = []
        for found in await _addresses(loop, host, port, family, socket.SOCK_STREAM, proto, flags):
            try:
                sock = await _connect(loop, found, local_addr)
                break
            except OSError as e:
                errors.append(e)
        else:
            if len({str(e) for e in errors}) == 1:
                raise errors[0]
            raise OSError('Multiple exceptions: {}'.format(', '.join(map(str, errors))))
    protocol = protocol_factory()
    if ssl:
        from .sslproto import connect_tls
        return await connect_tls(loop, sock, protocol, ssl, False, server_hostname,
                                 ssl_handshake_timeout, ssl_shutdown_timeout), protocol
    return _SocketTransport(loop, sock, protocol), protocol


def _check_tls_times(ssl, handshake_timeout, shutdown_timeout):
    if handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None,
                                  ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    if sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    _check_tls_times(ssl, ssl_handshake_timeout, ssl_shutdown_timeout)
    protocol = protocol_factory()
    if ssl:
        from .sslproto import connect_tls
        return await connect_tls(loop, sock, protocol, ssl, True, None, ssl_handshake_timeout,
                                 ssl_shutdown_timeout), protocol
    return _SocketTransport(loop, sock, protocol), protocol


async def _listen(loop, host, port, family, flags, reuse_address, reuse_port):
    hosts = [None] if host in ('', None) else [host] if isinstance(host, str) else list(host)
    sockets = []
    try:
        for each in hosts:
            if each is None:
                each, kinds = '0.0.0.0', (socket.AF_INET,)
            for found in await _addresses(loop, each, port, family, socket.SOCK_STREAM, 0, flags):
                sock = socket.socket(found[0], found[1], found[2])
                sockets.append(sock)
                if reuse_address is not False:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                if found[0] == socket.AF_INET6:
                    sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
                try:
                    sock.bind(found[4])
                except OSError as err:
                    raise OSError(err.errno, 'error while attempting to bind on address %r: %s'
                                  % (found[4], (err.strerror or '').lower())) from None
    except BaseException:
        for sock in sockets:
            sock.close()
        raise
    return sockets


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=1,
                        sock=None, backlog=100, ssl=None, reuse_address=None, reuse_port=None,
                        ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    _check_tls_times(ssl is not None, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        sockets = await _listen(loop, host, port, family, flags, reuse_address, reuse_port)
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        sockets = [sock]
    for each in sockets:
        each.setblocking(False)
    server = Server(loop, sockets, protocol_factory, backlog,
                    ssl and (ssl, ssl_handshake_timeout, ssl_shutdown_timeout))
    if start_serving:
        server._start()
        await tasks.sleep(0)
    return server


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *,
                                   family=0, proto=0, flags=0, reuse_port=None,
                                   allow_broadcast=None, sock=None):
    if sock is not None:
        if sock.type == socket.SOCK_STREAM:
            raise ValueError(f'A datagram socket was expected, got {sock!r}')
        remote = None
    else:
        if not (local_addr or remote_addr):
            if family == 0:
                raise ValueError('unexpected address family')
        local = remote = None
        if remote_addr is not None:
            found = (await _addresses(loop, *remote_addr[:2], family, socket.SOCK_DGRAM, proto,
                                      flags))[0]
            family, remote = found[0], found[4]
        if local_addr is not None:
            found = (await _addresses(loop, *local_addr[:2], family, socket.SOCK_DGRAM, proto,
                                      flags))[0]
            family, local = found[0], found[4]
        sock = socket.socket(family, socket.SOCK_DGRAM, proto)
        try:
            if reuse_port:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if allow_broadcast:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
            sock.setblocking(False)
            if local is not None:
                sock.bind(local)
            if remote is not None:
                sock.connect(remote)
        except BaseException:
            sock.close()
            raise
    protocol = protocol_factory()
    return _DatagramTransport(loop, sock, protocol, remote), protocol
