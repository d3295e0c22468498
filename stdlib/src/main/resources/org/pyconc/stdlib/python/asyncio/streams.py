"""Connections as streams: readers, writers, servers."""

import threading
from collections import deque

from . import events
from .exceptions import IncompleteReadError, LimitOverrunError
from .protocols import Protocol
from .selector_events import create_connection, create_server
from .tasks import iscoroutine, sleep
from .transports import Transport

__all__ = ('StreamReader', 'StreamWriter', 'StreamReaderProtocol', 'open_connection',
           'start_server', 'open_unix_connection', 'start_unix_server')

_DEFAULT_LIMIT = 2 ** 16
_CHUNK = 2 ** 16


class _PipeTransport(Transport):
    """Reads and writes with threads; `receive` and `send` block."""

    def __init__(self, loop, protocol, receive, send, end_of_writing, close, extra=None):
        super().__init__(extra)
        self._loop = loop
        self._protocol = protocol
        self._receive, self._send = receive, send
        self._end_of_writing, self._close = end_of_writing, close
        self._buffer = deque()
        self._size = 0
        self._wake = threading.Event()
        self._closing = self._lost = self._eof = False
        self._paused = False
        self._resumed = threading.Event()
        self._resumed.set()
        self._writer = None
        self._high = 65536
        protocol.connection_made(self)
        if receive is not None:
            threading.Thread(target=self._read, daemon=True).start()

    def _tell(self, function, *args):
        if not self._loop.is_closed():
            try:
                self._loop.call_soon_threadsafe(function, *args)
            except RuntimeError:
                pass  # the loop was closed meanwhile

    def _read(self):
        error = None
        while True:
            self._resumed.wait()
            try:
                data = self._receive(_CHUNK)
            except OSError as e:
                error = None if self._closing else e
                data = b''
            if not data:
                break
            self._tell(self._received, data)
        self._tell(self._ended, error)

    def _received(self, data):
        if not self._lost:
            self._protocol.data_received(data)

    def _ended(self, error):
        if self._lost:
            return
        if error is not None or self._closing:
            self._force(error)
        elif not self._protocol.eof_received():
            self.close()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data argument must be a bytes-like object, '
                            f'not {type(data).__name__!r}')
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data or self._lost:
            return
        self._buffer.append(bytes(data))
        self._size += len(data)
        if self._size > self._high and not self._paused:
            self._paused = True
            self._protocol.pause_writing()
        if self._writer is None:
            self._writer = threading.Thread(target=self._write, daemon=True)
            self._writer.start()
        self._wake.set()

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def _write(self):
        error = None
        while True:
            if not self._buffer:
                if self._closing or self._eof:
                    break
                self._tell(self._drained)
                self._wake.wait()
                self._wake.clear()
                continue
            data = self._buffer.popleft()
            try:
                self._send(data)
            except OSError as e:
                error = e
                break
            self._size -= len(data)
        self._buffer.clear()
        self._size = 0
        if self._eof and not self._closing and error is None:
            try:
                self._end_of_writing()
            except OSError:
                pass
            self._tell(self._drained)
        else:
            self._tell(self._force, error)

    def _drained(self):
        if self._paused:
            self._paused = False
            self._protocol.resume_writing()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._eof or self._closing:
            return
        self._eof = True
        if self._writer is None:
            self._end_of_writing()
        self._wake.set()

    def is_closing(self):
        return self._closing

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._wake.set()
        self._resumed.set()
        if self._writer is None or not self._writer.is_alive():
            self._loop.call_soon(self._force, None)

    def abort(self):
        self._closing = True
        self._force(None)

    def _force(self, error):
        if self._lost:
            return
        self._closing = self._lost = True
        self._wake.set()
        self._resumed.set()
        self._close()
        self._drained()
        self._protocol.connection_lost(error)

    def pause_reading(self):
        self._resumed.clear()

    def resume_reading(self):
        self._resumed.set()

    def is_reading(self):
        return self._resumed.is_set() and not self._closing

    def get_write_buffer_size(self):
        return self._size

    def set_write_buffer_limits(self, high=None, low=None):
        self._high = 65536 if high is None else high

    def get_write_buffer_limits(self):
        return self._high // 4, self._high

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol


class StreamReaderProtocol(Protocol):
    """Hands what comes to a reader."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        self._stream_reader = stream_reader
        self._client_connected_cb = client_connected_cb
        self._loop = loop or events.get_event_loop()
        self._paused = False
        self._drain_waiters = deque()
        self._connection_lost = False
        self._closed = self._loop.create_future()
        self._task = None
        self._over_tls = False

    def connection_made(self, transport):
        reader = self._stream_reader
        reader._transport = transport
        self._over_tls = transport.get_extra_info('sslcontext') is not None
        if self._client_connected_cb is not None:
            writer = StreamWriter(transport, self, reader, self._loop)
            result = self._client_connected_cb(reader, writer)
            if iscoroutine(result):
                def done(task):
                    if task.cancelled():
                        transport.close()
                        return
                    exc = task.exception()
                    if exc is not None:
                        self._loop.call_exception_handler({
                            'message': 'Unhandled exception in client_connected_cb',
                            'exception': exc, 'transport': transport})
                        transport.close()
                self._task = self._loop.create_task(result)
                self._task.add_done_callback(done)

    def data_received(self, data):
        self._stream_reader.feed_data(data)

    def eof_received(self):
        self._stream_reader.feed_eof()
        return not self._over_tls

    def connection_lost(self, exc):
        self._connection_lost = True
        if exc is None:
            self._stream_reader.feed_eof()
        else:
            self._stream_reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                self._closed.exception()
        while self._drain_waiters:
            waiter = self._drain_waiters.popleft()
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        while self._drain_waiters:
            waiter = self._drain_waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError('Connection lost')
        if self._paused:
            waiter = self._loop.create_future()
            self._drain_waiters.append(waiter)
            await waiter


class StreamWriter:
    """Writes to a transport."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        info = [self.__class__.__name__, f'transport={self._transport!r}']
        if self._reader is not None:
            info.append(f'reader={self._reader!r}')
        return '<{}>'.format(' '.join(info))

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        await self._protocol._closed

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None):
        """Goes on with TLS."""
        protocol = self._protocol
        await self.drain()
        transport = await self._loop.start_tls(
            self._transport, protocol, sslcontext,
            server_side=protocol._client_connected_cb is not None,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout)
        self._transport = transport
        if protocol._stream_reader is not None:
            protocol._stream_reader._transport = transport
        protocol._over_tls = True

    async def drain(self):
        if self._reader is not None:
            exc = self._reader.exception()
            if exc is not None:
                raise exc
        if self._transport.is_closing():
            await sleep(0)
        await self._protocol._drain_helper()


class StreamReader:
    """Bytes that come from a transport."""

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError('Limit cannot be <= 0')
        self._limit = limit
        self._loop = loop or events.get_event_loop()
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        info = ['StreamReader']
        if self._buffer:
            info.append(f'{len(self._buffer)} bytes')
        if self._eof:
            info.append('eof')
        if self._limit != _DEFAULT_LIMIT:
            info.append(f'limit={self._limit}')
        if self._exception:
            info.append(f'exception={self._exception!r}')
        if self._transport:
            info.append(f'transport={self._transport!r}')
        return '<{}>'.format(' '.join(info))

    def exception(self):
        return self._exception

    def set_exception(self, exc):
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def set_transport(self, transport):
        self._transport = transport

    def _wakeup(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def feed_eof(self):
        self._eof = True
        self._wakeup()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        if not data:
            return
        self._buffer.extend(data)
        self._wakeup()
        if (self._transport is not None and not self._paused
                and len(self._buffer) > 2 * self._limit):
            self._transport.pause_reading()
            self._paused = True

    def _resume(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    async def _wait(self, func_name):
        if self._waiter is not None:
            raise RuntimeError(f'{func_name}() called while another coroutine is already '
                               f'waiting for incoming data')
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    async def readline(self):
        try:
            return await self.readuntil(b'\n')
        except IncompleteReadError as e:
            return e.partial
        except LimitOverrunError as e:
            if self._buffer.startswith(b'\n', e.consumed):
                del self._buffer[:e.consumed + 1]
            else:
                self._buffer.clear()
            self._resume()
            raise ValueError(e.args[0])

    async def readuntil(self, separator=b'\n'):
        size = len(separator)
        if size == 0:
            raise ValueError('Separator should be at least one-byte string')
        if self._exception is not None:
            raise self._exception
        offset = 0
        while True:
            found = self._buffer.find(separator, offset)
            if found >= 0:
                break
            offset = max(0, len(self._buffer) + 1 - size)
            if offset > self._limit:
                raise LimitOverrunError(
                    'Separator is not found, and chunk exceed the limit', offset)
            if self._eof:
                chunk = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(chunk, None)
            await self._wait('readuntil')
        if found > self._limit:
            raise LimitOverrunError('Separator is found, but chunk is longer than limit', found)
        chunk = bytes(self._buffer[:found + size])
        del self._buffer[:found + size]
        self._resume()
        return chunk

    async def read(self, n=-1):
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b''
        if n < 0:
            blocks = []
            while True:
                block = await self.read(self._limit)
                if not block:
                    return b''.join(blocks)
                blocks.append(block)
        if not self._buffer and not self._eof:
            await self._wait('read')
        data = bytes(self._buffer[:n])
        del self._buffer[:n]
        self._resume()
        return data

    async def readexactly(self, n):
        if n < 0:
            raise ValueError('readexactly size can not be less than zero')
        if self._exception is not None:
            raise self._exception
        while len(self._buffer) < n:
            if self._eof:
                incomplete = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(incomplete, n)
            await self._wait('readexactly')
        data = bytes(self._buffer[:n])
        del self._buffer[:n]
        self._resume()
        return data

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b'':
            raise StopAsyncIteration
        return line


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """A reader and a writer for a new connection."""
    return await _opened(
        limit, lambda loop, factory: create_connection(loop, factory, host, port, **kwds))


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    return await _opened(
        limit, lambda loop, factory: loop.create_unix_connection(factory, path, **kwds))


async def _opened(limit, connect):
    loop = events.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await connect(loop, lambda: protocol)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_DEFAULT_LIMIT,
                       **kwds):
    """A server that calls a function with reader and writer for each connection."""
    loop = events.get_running_loop()
    factory = _protocols(client_connected_cb, limit, loop)
    return await create_server(loop, factory, host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = events.get_running_loop()
    factory = _protocols(client_connected_cb, limit, loop)
    return await loop.create_unix_server(factory, path, **kwds)


def _protocols(client_connected_cb, limit, loop):
    return lambda: StreamReaderProtocol(StreamReader(limit=limit, loop=loop), client_connected_cb,
                                        loop=loop)
