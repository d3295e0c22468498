"""The event loop."""

import collections
import contextvars
import heapq
import sys
import time
from _asyncio import Watch
from _weakref import ref

from . import events
from . import exceptions
from . import futures
from . import tasks
from .events import Handle, TimerHandle

__all__ = ('BaseEventLoop', 'EventLoop')


class EventLoop(events.AbstractEventLoop):
    """Runs callbacks and tasks of one thread; while it waits, other threads run."""

    _task = None

    def __init__(self):
        self._ready = collections.deque()
        self._scheduled = []
        self._stopping = False
        self._closed = False
        self._running = False
        self._watch = Watch()
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._default_executor = None
        self._asyncgens = []
        self._asyncgens_limit = 100
        self._origin_depth = None
        self._workers = []
        self._signals = {}

    def __repr__(self):
        return (f'<{type(self).__name__} running={self._running} closed={self._closed} '
                f'debug={self._debug}>')

    def time(self):
        return time.monotonic()

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self._running:
            self.call_soon_threadsafe(self._track_origins, enabled)

    def _track_origins(self, enabled):
        """Has coroutines remember who made them, as long as the loop runs in debug mode."""
        if bool(enabled) != (self._origin_depth is not None):
            if enabled:
                self._origin_depth = sys.get_coroutine_origin_tracking_depth()
                sys.set_coroutine_origin_tracking_depth(10)
            else:
                sys.set_coroutine_origin_tracking_depth(self._origin_depth)
                self._origin_depth = None

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def _call_again(self, handle):
        """Whether a handle that has been called was put into the queue again."""
        if self._closed or handle.__class__ is not Handle or handle._cancelled:
            return False
        self._ready.append(handle)
        return True

    def call_soon_threadsafe(self, callback, *args, context=None):
        handle = self.call_soon(callback, *args, context=context)
        self._watch.wake()
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        timer = TimerHandle(when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def _timer_cancelled(self, timer):
        while self._scheduled and self._scheduled[0]._cancelled:
            heapq.heappop(self._scheduled)._scheduled = False

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        if context is None:
            task = self._task_factory(self, coro)
        else:
            task = self._task_factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def _run_once(self):
        scheduled = self._scheduled
        ready = self._ready
        while scheduled and scheduled[0]._cancelled:
            heapq.heappop(scheduled)._scheduled = False
        timeout = None
        if ready or self._stopping:
            timeout = 0
        elif scheduled:
            timeout = max(0, scheduled[0]._when - self.time())
        found = self._watch.wait(timeout)
        if found is not None:
            ready.extend(found)
        if scheduled:
            now = self.time() + 1e-9
            while scheduled and scheduled[0]._when < now:
                timer = heapq.heappop(scheduled)
                timer._scheduled = False
                ready.append(timer)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _check_running(self):
        if self._running:
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    def run_forever(self):
        self._check_closed()
        self._check_running()
        self._running = True
        hooks = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins, finalizer=self._asyncgen_forgotten)
        events._set_running_loop(self)
        self._track_origins(self._debug)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(None)
            self._track_origins(False)
            sys.set_asyncgen_hooks(*hooks)

    def _asyncgen_begins(self, generator):
        """Notes a generator, so that it can be closed at the end."""
        known = self._asyncgens
        known.append(ref(generator))
        if len(known) >= self._asyncgens_limit:
            known[:] = [r for r in known if r() is not None and r().ag_frame is not None]
            self._asyncgens_limit = max(100, 2 * len(known))

    def _asyncgen_forgotten(self, generator):
        """Closes a generator that nobody refers to any more."""
        if not self._closed:
            self.call_soon_threadsafe(self.create_task, generator.aclose())

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_stop_loop)
        try:
            self.run_forever()
        finally:
            future.remove_done_callback(_stop_loop)
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')
        return future.result()

    def stop(self):
        self._stopping = True
        self._watch.wake()

    def close(self):
        if self._running:
            raise RuntimeError('Cannot close a running event loop')
        if self._closed:
            return
        futures._collect_failures(self)
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            executor = self._default_executor
        if executor is not None:
            return futures.wrap_future(executor.submit(func, *args), loop=self)
        future = self.create_future()

        def deliver(set_value, value):
            if not future.done():
                set_value(value)

        def work():
            try:
                outcome = future.set_result, func(*args)
            except BaseException as e:
                outcome = future.set_exception, e
            if not self._closed:
                self.call_soon_threadsafe(deliver, *outcome)

        number = len(self._workers)
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        import threading
        worker = threading.Thread(target=work, name=f'asyncio_{len(self._workers)}')
        self._workers.append(worker)
        worker.start()
        return future

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_asyncgens(self):
        closing = self._asyncgens
        self._asyncgens = []
        for generator in closing:
            generator = generator()
            if generator is None:
                continue
            try:
                await generator.aclose()
            except Exception as e:
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator '
                               f'{generator!r}',
                    'exception': e, 'asyncgen': generator})

    async def shutdown_default_executor(self):
        for worker in self._workers:
            while worker.is_alive():
                await tasks.sleep(0.001)
        self._workers = []
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=True)

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        from . import selector_events
        return await selector_events.create_connection(
            self, protocol_factory, host, port, **options)

    async def create_server(self, protocol_factory, host=None, port=None, **options):
        from . import selector_events
        return await selector_events.create_server(self, protocol_factory, host, port, **options)

    async def connect_accepted_socket(self, protocol_factory, sock, **options):
        from . import selector_events
        return await selector_events.connect_accepted_socket(
            self, protocol_factory, sock, **options)

    async def start_tls(self, transport, protocol, sslcontext, **options):
        from . import sslproto
        return await sslproto.start_tls(self, transport, protocol, sslcontext, **options)

    async def connect_read_pipe(self, protocol_factory, pipe):
        from . import pipes
        return await pipes.connect_read_pipe(self, protocol_factory, pipe)

    async def connect_write_pipe(self, protocol_factory, pipe):
        from . import pipes
        return await pipes.connect_write_pipe(self, protocol_factory, pipe)

    async def subprocess_shell(self, protocol_factory, cmd, **options):
        from . import pipes
        return await pipes.start_child(self, protocol_factory, cmd, True, options)

    async def subprocess_exec(self, protocol_factory, program, *args, **options):
        from . import pipes
        return await pipes.start_child(self, protocol_factory, [program, *args], False, options)

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None,
                                       **options):
        from . import selector_events
        return await selector_events.create_datagram_endpoint(
            self, protocol_factory, local_addr, remote_addr, **options)

    async def create_unix_connection(self, protocol_factory, path=None, *, sock=None, **options):
        import socket
        from . import selector_events
        server_hostname = options.get('server_hostname')
        if options.get('ssl'):
            if server_hostname is None:
                raise ValueError('you have to pass server_hostname when using ssl')
        elif server_hostname is not None:
            raise ValueError('server_hostname is only meaningful with ssl')
        if sock is None:
            if path is None:
                raise ValueError('no path and sock were specified')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.setblocking(False)
                await self.sock_connect(sock, path)
            except BaseException:
                sock.close()
                raise
        elif path is not None:
            raise ValueError('path and sock can not be specified at the same time')
        return await selector_events.create_connection(
            self, protocol_factory, sock=sock, **options)

    async def create_unix_server(self, protocol_factory, path=None, *, sock=None, **options):
        import socket
        from . import selector_events
        if sock is None:
            if path is None:
                raise ValueError('path was not specified, and no sock specified')
            sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            try:
                sock.bind(path)
            except BaseException:
                sock.close()
                raise
        elif path is not None:
            raise ValueError('path and sock can not be specified at the same time')
        return await selector_events.create_server(self, protocol_factory, sock=sock, **options)

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        import socket
        return await self.run_in_executor(
            None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        import socket
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)

    async def _when_ready(self, sock, for_writing, action, *args):
        """Calls the function again and again until it need not wait."""
        while True:
            try:
                return action(*args)
            except (BlockingIOError, InterruptedError):
                pass
            await self._ready_for(sock, for_writing)

    async def _ready_for(self, sock, for_writing):
        future = self.create_future()
        number = sock.fileno()
        self._watch_fd(number, for_writing, _set_ready, future)
        try:
            await future
        finally:
            self._unwatch_fd(number, for_writing)

    async def sock_recv(self, sock, n):
        _check_nonblocking(self, sock)
        return await self._when_ready(sock, False, sock.recv, n)

    async def sock_recv_into(self, sock, buf):
        _check_nonblocking(self, sock)
        return await self._when_ready(sock, False, sock.recv_into, buf)

    async def sock_recvfrom(self, sock, bufsize):
        _check_nonblocking(self, sock)
        return await self._when_ready(sock, False, sock.recvfrom, bufsize)

    async def sock_recvfrom_into(self, sock, buf, nbytes=0):
        _check_nonblocking(self, sock)
        return await self._when_ready(sock, False, sock.recvfrom_into, buf, nbytes or len(buf))

    async def sock_sendall(self, sock, data):
        _check_nonblocking(self, sock)
        rest = memoryview(data)
        while len(rest):
            rest = rest[await self._when_ready(sock, True, sock.send, rest):]

    async def sock_sendto(self, sock, data, address):
        _check_nonblocking(self, sock)
        return await self._when_ready(sock, True, sock.sendto, data, address)

    async def sock_accept(self, sock):
        _check_nonblocking(self, sock)
        connection, address = await self._when_ready(sock, False, sock.accept)
        connection.setblocking(False)
        return connection, address

    async def sock_connect(self, sock, address):
        import socket
        _check_nonblocking(self, sock)
        if sock.family != socket.AF_UNIX and not _is_number(sock.family, address[0]):
            found = await self.getaddrinfo(*address[:2], family=sock.family, type=sock.type,
                                           proto=sock.proto)
            address = found[0][4]
        try:
            sock.connect(address)
            return
        except (BlockingIOError, InterruptedError):
            pass
        await self._ready_for(sock, True)
        error = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, f'Connect call failed {address}')

    def _watch_fd(self, fd, for_writing, callback, *args):
        self._check_closed()
        self._watch.add(fd, for_writing, Handle(callback, args, self))

    def _unwatch_fd(self, fd, for_writing):
        handle = self._watch.remove(fd, for_writing)
        if handle is None:
            return False
        handle.cancel()
        return True

    def add_reader(self, fd, callback, *args):
        self._unwatch_fd(_number(fd), False)
        self._watch_fd(_number(fd), False, callback, *args)

    def add_writer(self, fd, callback, *args):
        self._unwatch_fd(_number(fd), True)
        self._watch_fd(_number(fd), True, callback, *args)

    def remove_reader(self, fd):
        return not self._closed and self._unwatch_fd(_number(fd), False)

    def remove_writer(self, fd):
        return not self._closed and self._unwatch_fd(_number(fd), True)

    def add_signal_handler(self, sig, callback, *args):
        import signal
        handle = Handle(callback, args, self)

        def deliver(number, frame):
            self._ready.append(handle)
            self._watch.wake()

        signal.signal(sig, deliver)
        self._signals[sig] = handle

    def remove_signal_handler(self, sig):
        import signal
        if self._signals.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT
                      else signal.SIG_DFL)
        return True

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def default_exception_handler(self, context):
        import traceback
        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        text = '\n'.join(lines)
        exception = context.get('exception')
        if 'logging' in sys.modules:
            import logging
            logging.getLogger('asyncio').error(text, exc_info=exception)
            return
        if exception is not None:
            text += '\n' + ''.join(traceback.format_exception(exception)).rstrip('\n')
        sys.stderr.write(text + '\n')

    def call_exception_handler(self, context):
        handler = self._exception_handler
        if handler is None:
            self.default_exception_handler(context)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self.default_exception_handler({
                'message': 'Unhandled error in exception handler',
                'exception': e, 'context': context})


BaseEventLoop = EventLoop


def _number(fd):
    return fd if isinstance(fd, int) else fd.fileno()


def _is_number(family, host):
    import socket
    try:
        socket.inet_pton(family, host)
        return True
    except (OSError, ValueError):
        return False


def _check_nonblocking(loop, sock):
    if loop._debug and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


def _set_ready(future):
    if not future.done():
        future.set_result(None)


def _stop_loop(future):
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        return
    future.get_loop().stop()
