"""What servers have in common."""

import sys

from gevent._core import sleep
from _socket import AF_INET, AF_INET6
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.hub import get_hub
from gevent import pool as _pool
from greenlet import GreenletExit

__all__ = ['BaseServer']


def parse_address(address):
    """A family and an address of 'host:port', a port, or a pair."""
    if isinstance(address, tuple):
        if not address[0] or ':' in address[0]:
            return AF_INET6, address
        return AF_INET, address
    if not isinstance(address, (str, int)):
        raise TypeError('Expected tuple or string, got %s' % type(address))
    try:
        if isinstance(address, int) or ':' not in address:
            # Of all that there are, of both families.
            return AF_INET6, ('', int(address))
        host, port = address.rsplit(':', 1)
        family = AF_INET
        if host.startswith('[') and host.endswith(']'):
            host = host[1:-1]
            family = AF_INET6
        return family, (host if host != '*' else '', int(port))
    except ValueError as ex:
        raise ValueError('Failed to parse address %r: %s' % (address, ex))


# Its name stands in what is printed when a handle fails.
def _handle_and_close_when_done(handle, close, args):
    try:
        return handle(*args)
    finally:
        close(*args)


class BaseServer:
    """Takes what arrives at a socket and has it handled in greenlets."""

    min_delay = 0.01
    max_delay = 1
    max_accept = 100
    stop_timeout = 1
    fatal_errors = (9, 22, 88)

    def __init__(self, listener, handle=None, spawn='default'):
        self._stop_event = Event()
        self._stop_event.set()
        self._acceptor = None
        self.pool = None
        self.delay = self.min_delay
        self.set_listener(listener)
        self.set_spawn(spawn)
        self.set_handle(handle)
        self._wakes = Event()
        self._wakes.set()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stop()

    def set_listener(self, listener):
        if hasattr(listener, 'accept') or hasattr(listener, 'recvfrom'):
            self.socket = listener
            self.address = listener.getsockname()
            self.family = listener.family
        else:
            self.family, self.address = parse_address(listener)

    def set_spawn(self, spawn):
        if spawn == 'default':
            self.pool = None
            self._spawn = Greenlet.spawn
        elif spawn == 'raw':
            from gevent.hub import spawn_raw
            self.pool = None
            self._spawn = spawn_raw
        elif hasattr(spawn, 'spawn'):
            self.pool = spawn
            self._spawn = spawn.spawn
        elif isinstance(spawn, int):
            self.pool = _pool.Pool(spawn)
            self._spawn = self.pool.spawn
        else:
            self.pool = None
            self._spawn = spawn
        if hasattr(self.pool, 'full'):
            self.full = self.pool.full

    def set_handle(self, handle):
        if handle is not None:
            self.handle = handle
        if hasattr(self, 'handle'):
            self._handle = self.handle
        else:
            raise TypeError("'handle' must be provided")

    ssl_enabled = False

    @property
    def loop(self):
        return get_hub().loop

    def full(self):
        return False

    def do_handle(self, *args):
        handle = self.wrap_socket_and_handle if self.ssl_enabled else self._handle
        if self._spawn is None:
            _handle_and_close_when_done(handle, self.do_close, args)
        else:
            self._spawn(_handle_and_close_when_done, handle, self.do_close, args)

    def do_close(self, *args):
        pass

    def do_read(self):
        raise NotImplementedError()

    def __repr__(self):
        return '<%s at %s %s>' % (type(self).__name__, hex(id(self)), self._formatinfo())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._formatinfo())

    def _formatinfo(self):
        text = ''
        if not self.closed:
            try:
                text = 'fileno=%s ' % self.socket.fileno()
            except Exception as ex:
                text = 'fileno=%s ' % ex
        address = self.address
        try:
            if address is None:
                address = self.socket.getsockname()
            if isinstance(address, tuple) and len(address) == 2:
                address = '%s:%s' % address
        except Exception as ex:
            address = str(ex)
        text += 'address=%s' % (address, )
        handle = self.__dict__.get('handle')
        if handle is not None:
            text += ' handle=%s' % ('<bound method %s>' % handle.__name__
                                    if getattr(handle, '__self__', None) is self
                                    else repr(handle))
        return text

    @property
    def server_host(self):
        return self._own_address()[0]

    @property
    def server_port(self):
        return self._own_address()[1]

    def _own_address(self):
        return self.address if self.closed else self.socket.getsockname()

    def init_socket(self):
        """Makes the socket. For subclasses."""

    @property
    def started(self):
        return not self._stop_event.is_set()

    @property
    def closed(self):
        return not hasattr(self, 'socket')

    def start(self):
        """Takes connections from now on."""
        if self.started:
            return
        self.init_socket()
        self._handle = self.handle
        self._stop_event.clear()
        try:
            self.start_accepting()
        except:
            self.close()
            raise

    def start_accepting(self):
        if self._acceptor is None:
            # One that made no socket cannot accept.
            self.socket.fileno()
            self._acceptor = Greenlet.spawn(self._accept_loop)

    def stop_accepting(self):
        acceptor, self._acceptor = self._acceptor, None
        if acceptor is not None:
            acceptor.kill(block=False)

    def _accept_loop(self):
        delay = self.min_delay
        while self.started:
            if self.full():
                self.pool.wait_available()
                continue
            try:
                args = self.do_read()
                delay = self.min_delay
            except OSError as ex:
                if self.is_fatal_error(ex):
                    self.close()
                    return
                get_hub().handle_error(self, *sys.exc_info())
                sleep(delay)
                delay = min(self.max_delay, delay * 2)
                continue
            if args is None:
                continue
            try:
                self.do_handle(*args)
            except:
                get_hub().handle_error((args, self), *sys.exc_info())
                self.do_close(*args)

    def is_fatal_error(self, ex):
        return isinstance(ex, OSError) and ex.errno in self.fatal_errors

    def close(self):
        """Takes no connections any more; those that are there go on."""
        self.stop_accepting()
        listener = self.__dict__.pop('socket', None)
        if listener is not None:
            listener.close()
        self.__dict__.pop('handle', None)
        self.__dict__.pop('_handle', None)
        self._stop_event.set()

    def stop(self, timeout=None):
        """Closes, and ends the greenlets of its pool after some time."""
        self.close()
        if timeout is None:
            timeout = self.stop_timeout
        if self.pool:
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        """Starts and waits until somebody stops it."""
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()
