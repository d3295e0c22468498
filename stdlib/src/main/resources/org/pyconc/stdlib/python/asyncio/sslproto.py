"""TLS between a transport and a protocol of an event loop."""

import ssl

from .protocols import BufferedProtocol, Protocol
from .transports import Transport

_HANDSHAKE_TIMEOUT = 60.0
_SHUTDOWN_TIMEOUT = 30.0
_CHUNK = 256 * 1024
_WAITS = (ssl.SSLWantReadError, ssl.SSLWantWriteError)
_NEW, _AGREEING, _OPEN, _CLOSING, _DONE = range(5)


def _limit(name, seconds, usual):
    if seconds is None:
        return usual
    if seconds <= 0:
        raise ValueError(f'{name} should be a positive number, got {seconds}')
    return seconds


def _context(given, server_side, server_hostname):
    if given and not isinstance(given, bool):
        return given
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


class TlsTransport(Transport):
    """What the program sees of a connection with TLS."""

    _start_tls_compatible = True

    def __init__(self, layer):
        self._layer = layer
        self._closed = False

    def __repr__(self):
        return f'<{self.__class__.__name__} over {self._layer._lower!r}>'

    def get_extra_info(self, name, default=None):
        return self._layer._extra_info(name, default)

    def set_protocol(self, protocol):
        self._layer._set_protocol(protocol)

    def get_protocol(self):
        return self._layer._protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if not self._closed:
            self._closed = True
            self._layer._close()

    def abort(self):
        self._closed = True
        self._layer._abort(None)

    def is_reading(self):
        return not self._closed and not self._layer._reading_paused

    def pause_reading(self):
        self._layer._pause_reading()

    def resume_reading(self):
        self._layer._resume_reading()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if data:
            self._layer._write(data)

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        return False

    def get_write_buffer_size(self):
        return self._layer._lower.get_write_buffer_size()

    def get_write_buffer_limits(self):
        return self._layer._lower.get_write_buffer_limits()

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 512 * 1024 if low is None else 4 * low
        self._layer._lower.set_write_buffer_limits(high, low)


class TlsLayer(Protocol):
    """The protocol of the transport below and the transport of the protocol above."""

    def __init__(self, loop, protocol, context, waiter, server_side=False, server_hostname=None,
                 announce=True, handshake_timeout=None, shutdown_timeout=None):
        self._handshake_timeout = _limit('ssl_handshake_timeout', handshake_timeout,
                                         _HANDSHAKE_TIMEOUT)
        self._shutdown_timeout = _limit('ssl_shutdown_timeout', shutdown_timeout,
                                        _SHUTDOWN_TIMEOUT)
        context = _context(context, server_side, server_hostname)
        self._loop = loop
        self._waiter = waiter
        self._announce = announce
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=server_side,
                                     server_hostname=None if server_side else server_hostname)
        self._extra = {'sslcontext': context}
        self._phase = _NEW
        self._timer = None
        self._lower = None
        self._reading_paused = False
        self._end_told = False
        self._set_protocol(protocol)
        self.transport = TlsTransport(self)

    def _set_protocol(self, protocol):
        self._protocol = protocol
        self._buffered = isinstance(protocol, BufferedProtocol)

    def _extra_info(self, name, default):
        if name in self._extra:
            return self._extra[name]
        return default if self._lower is None else self._lower.get_extra_info(name, default)

    # ---- told by the transport below ----

    def connection_made(self, transport):
        self._lower = transport
        try:
            transport.set_write_buffer_limits(512 * 1024)
        except NotImplementedError:
            pass
        self._phase = _AGREEING
        self._timer = self._loop.call_later(self._handshake_timeout, self._handshake_too_long)
        self._agree()

    def data_received(self, data):
        self._incoming.write(data)
        self._advance()

    def eof_received(self):
        self._incoming.write_eof()
        if self._phase == _AGREEING:
            self._agreed(ConnectionResetError())
        elif self._phase == _OPEN:
            self._close()
        elif self._phase == _CLOSING:
            self._shut_down()
        return self._reading_paused and self._phase == _CLOSING

    def connection_lost(self, error):
        if self._phase != _AGREEING:
            self._loop.call_soon(self._protocol.connection_lost, error)
        self._finish()
        self._wake(error or ConnectionResetError())
        self.transport._closed = True

    def pause_writing(self):
        self._protocol.pause_writing()

    def resume_writing(self):
        self._protocol.resume_writing()

    # ---- the parts of a connection ----

    def _advance(self):
        if self._phase == _AGREEING:
            self._agree()
        elif self._phase == _OPEN:
            self._read()
        elif self._phase == _CLOSING:
            self._shut_down()

    def _send(self):
        data = self._outgoing.read()
        if data:
            self._lower.write(data)

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _finish(self):
        self._phase = _DONE
        self._stop_timer()

    def _wake(self, error):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            if error is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(error)

    def _agree(self):
        try:
            self._tls.do_handshake()
        except _WAITS:
            self._send()
            return
        except ssl.SSLError as failure:
            self._send()
            self._agreed(failure)
            return
        self._send()
        self._agreed(None)

    def _handshake_too_long(self):
        if self._phase == _AGREEING:
            self._agreed(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._handshake_timeout} seconds: '
                'aborting the connection'))

    def _agreed(self, failure):
        self._stop_timer()
        if failure is not None:
            self._finish()
            self._fail(failure, 'SSL handshake failed')
            self._wake(failure)
            return
        tls = self._tls
        self._phase = _OPEN
        self._extra.update(peercert=tls.getpeercert(), cipher=tls.cipher(),
                           compression=tls.compression(), ssl_object=tls)
        if self._announce:
            self._protocol.connection_made(self.transport)
        self._wake(None)
        self._read()

    def _read(self):
        """Hands what has come to the protocol."""
        try:
            while not self._reading_paused and self._phase in (_OPEN, _CLOSING):
                data = self._tls.read(_CHUNK)
                if not data:
                    self._tell_end()
                    self._close()
                    break
                self._deliver(data)
        except _WAITS:
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as failure:
            self._fail(failure, 'Fatal error on SSL protocol')
            return
        if self._phase != _DONE:
            self._send()

    def _deliver(self, data):
        if not self._buffered:
            self._protocol.data_received(data)
            return
        while data:
            buffer = self._protocol.get_buffer(len(data))
            count = min(len(data), len(buffer))
            if not count:
                raise RuntimeError('get_buffer() returned an empty buffer')
            buffer[:count] = data[:count]
            self._protocol.buffer_updated(count)
            data = data[count:]

    def _tell_end(self):
        if self._end_told:
            return
        self._end_told = True
        if self._protocol.eof_received():
            import logging
            logging.getLogger('asyncio').warning(
                'returning true from eof_received() has no effect when using ssl')

    def _write(self, data):
        if self._phase != _OPEN:
            return
        try:
            self._tls.write(data)
        except _WAITS:
            pass
        except ssl.SSLError as failure:
            self._fail(failure, 'Fatal error on SSL protocol')
            return
        self._send()

    def _pause_reading(self):
        if not self._reading_paused:
            self._reading_paused = True
            self._lower.pause_reading()

    def _resume_reading(self):
        if self._reading_paused:
            self._reading_paused = False
            self._lower.resume_reading()
            self._loop.call_soon(self._advance)

    # ---- the end ----

    def _close(self):
        """Says farewell and waits for the other side's."""
        self.transport._closed = True
        if self._phase == _AGREEING:
            self._abort(None)
        elif self._phase == _OPEN:
            self._read_rest()
            if self._phase != _OPEN:
                return
            self._phase = _CLOSING
            self._timer = self._loop.call_later(self._shutdown_timeout, self._shutdown_too_long)
            self._shut_down()

    def _read_rest(self):
        """What has come already is still delivered."""
        if self._reading_paused:
            return
        try:
            while data := self._tls.read(_CHUNK):
                self._deliver(data)
        except _WAITS:
            pass
        except ssl.SSLEOFError:
            pass
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as failure:
            self._fail(failure, 'Fatal error on SSL protocol')

    def _shut_down(self):
        if self._reading_paused and not self._end_told and self._incoming.pending:
            return
        try:
            self._tls.unwrap()
        except _WAITS:
            self._send()
            if not self._incoming.eof:
                return
        except ssl.SSLError as failure:
            self._send()
            if not self._incoming.eof:
                self._finish()
                self._fail(failure, 'Error occurred during shutdown')
                return
        self._send()
        self._tell_end()
        self._finish()
        self._loop.call_soon(self._lower.close)

    def _shutdown_too_long(self):
        if self._phase == _CLOSING:
            self._finish()
            self._lower._force_close(TimeoutError('SSL shutdown timed out'))

    def _abort(self, failure):
        self._finish()
        if self._lower is not None:
            self._lower._force_close(failure)

    def _fail(self, failure, message):
        if not isinstance(failure, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': failure, 'transport': self._lower,
                'protocol': self})
        self._abort(failure)

    _force_close = _abort


async def start_tls(loop, transport, protocol, context, *, server_side=False,
                    server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Goes on with TLS on a connection that was open without it."""
    if not isinstance(context, ssl.SSLContext):
        raise TypeError('sslcontext is expected to be an instance of ssl.SSLContext, '
                        f'got {context!r}')
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError(f'transport {transport!r} is not supported by start_tls()')
    waiter = loop.create_future()
    layer = TlsLayer(loop, protocol, context, waiter, server_side, server_hostname, False,
                     ssl_handshake_timeout, ssl_shutdown_timeout)
    transport.pause_reading()
    transport.set_protocol(layer)
    layer.connection_made(transport)
    transport.resume_reading()
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return layer.transport


async def connect_tls(loop, sock, protocol, context, server_side=False, server_hostname=None,
                      handshake_timeout=None, shutdown_timeout=None):
    """A connection whose protocol is told when both sides have agreed."""
    from .selector_events import _SocketTransport
    waiter = loop.create_future()
    layer = TlsLayer(loop, protocol, context, waiter, server_side, server_hostname, True,
                     handshake_timeout, shutdown_timeout)
    _SocketTransport(loop, sock, layer)
    try:
        await waiter
    except BaseException:
        layer.transport.close()
        raise
    return layer.transport
