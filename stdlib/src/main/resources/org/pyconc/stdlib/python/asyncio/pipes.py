"""Pipes and child programs whose transports are read and written by threads."""

import os
import subprocess

from . import tasks
from .protocols import BaseProtocol, Protocol
from .streams import _PipeTransport
from .transports import SubprocessTransport


def _checked(pipe):
    """The descriptor of a pipe, a socket or a terminal."""
    name = getattr(pipe, 'name', None)
    if isinstance(name, (str, bytes)) and os.path.isfile(name):
        raise ValueError('Pipe transport is for pipes/sockets only.')
    return pipe.fileno()


async def connect_read_pipe(loop, protocol_factory, pipe):
    number = _checked(pipe)
    protocol = protocol_factory()
    transport = _PipeTransport(loop, protocol, lambda most: os.read(number, most), None, None,
                               pipe.close, {'pipe': pipe})
    await tasks.sleep(0)
    return transport, protocol


async def connect_write_pipe(loop, protocol_factory, pipe):
    number = _checked(pipe)
    protocol = protocol_factory()

    def send(data):
        while data:
            data = data[os.write(number, data):]

    transport = _PipeTransport(loop, protocol, None, send, pipe.close, pipe.close, {'pipe': pipe})
    await tasks.sleep(0)
    return transport, protocol


class _Output(Protocol):
    """Hands what the child writes to the protocol of the child."""

    def __init__(self, child, fd):
        self._child = child
        self._fd = fd

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self._child._protocol.pipe_data_received(self._fd, data)

    def connection_lost(self, exc):
        self._child._pipe_lost(self._fd, exc)


class _Input(BaseProtocol):
    def __init__(self, child):
        self._child = child

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, exc):
        self._child._pipe_lost(0, exc)

    def pause_writing(self):
        self._child._protocol.pause_writing()

    def resume_writing(self):
        self._child._protocol.resume_writing()


class _ChildTransport(SubprocessTransport):
    """A child program."""

    def __init__(self, loop, protocol, popen):
        super().__init__({'subprocess': popen})
        self._loop = loop
        self._protocol = protocol
        self._popen = popen
        self._pipes = {}
        self._lost = set()
        self._closed = self._exited = self._told = False
        self._waiters = []
        protocol.connection_made(self)
        self._open(popen)
        self._end = loop.run_in_executor(None, popen.wait)
        self._end.add_done_callback(self._has_exited)

    def _open(self, popen):
        loop = self._loop
        if popen.stdin is not None:
            into, below = popen.stdin, _Input(self)

            def send(data):
                into.write(data)
                into.flush()
            _PipeTransport(loop, below, None, send, into.close, into.close, {'pipe': into})
            self._pipes[0] = below
        for fd, pipe in (1, popen.stdout), (2, popen.stderr):
            if pipe is not None:
                below = self._pipes[fd] = _Output(self, fd)
                _PipeTransport(loop, below, getattr(pipe, 'read1', pipe.read), None, None,
                               pipe.close, {'pipe': pipe})

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._closed:
            info.append('closed')
        info.append(f'pid={self.get_pid()}')
        if self._exited:
            info.append(f'returncode={self._popen.returncode}')
        else:
            info.append('running')
        return '<{}>'.format(' '.join(info))

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closed

    def get_pid(self):
        return self._popen.pid

    def get_returncode(self):
        return self._popen.returncode if self._exited else None

    def get_pipe_transport(self, fd):
        return self._pipes[fd].transport if fd in self._pipes else None

    def _running(self):
        if self._exited:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._running()
        self._popen.send_signal(signal)

    def terminate(self):
        self._running()
        self._popen.terminate()

    def kill(self):
        self._running()
        self._popen.kill()

    def close(self):
        if self._closed:
            return
        self._closed = True
        for below in self._pipes.values():
            below.transport.close()
        if not self._exited:
            self._popen.kill()

    async def _wait(self):
        if not self._exited:
            waiter = self._loop.create_future()
            self._waiters.append(waiter)
            await waiter
        return self._popen.returncode

    def _pipe_lost(self, fd, exc):
        self._lost.add(fd)
        self._loop.call_soon(self._protocol.pipe_connection_lost, fd, exc)
        self._try_to_end()

    def _has_exited(self, future):
        self._exited = True
        self._loop.call_soon(self._protocol.process_exited)
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
        if 0 in self._pipes and 0 not in self._lost:
            self._pipes[0].transport.close()
        self._try_to_end()

    def _try_to_end(self):
        if self._exited and not self._told and self._lost.issuperset(self._pipes):
            self._told = True
            self._closed = True
            self._loop.call_soon(self._protocol.connection_lost, None)


def check_options(options):
    """None of those that would make text of the pipes."""
    wrong = (('universal_newlines', bool, 'must be False'), ('bufsize', bool, 'must be 0'),
             ('text', bool, 'must be False'),
             ('encoding', lambda v: v is not None, 'must be None'),
             ('errors', lambda v: v is not None, 'must be None'))
    for name, is_wrong, words in wrong:
        if is_wrong(options.pop(name, None)):
            raise ValueError(f'{name} {words}')


async def start_child(loop, protocol_factory, args, shell, options):
    if options.pop('shell', shell) is not shell:
        raise ValueError(f'shell must be {shell}')
    if shell and not isinstance(args, (str, bytes)):
        raise ValueError('cmd must be a string')
    check_options(options)
    for name in 'stdin', 'stdout', 'stderr':
        options.setdefault(name, subprocess.PIPE)
    protocol = protocol_factory()

    def start():
        return subprocess.Popen(args, shell=shell, bufsize=-1, **options)
    popen = await loop.run_in_executor(None, start)
    return _ChildTransport(loop, protocol, popen), protocol
