"""Child programs whose streams are read and written by coroutines."""

import subprocess

from . import events, tasks
from .streams import (StreamReader, StreamReaderProtocol, StreamWriter, _DEFAULT_LIMIT,
                      _PipeTransport)

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE = subprocess.PIPE
STDOUT = subprocess.STDOUT
DEVNULL = subprocess.DEVNULL


class Process:
    """A running child program."""

    def __init__(self, popen, loop, limit):
        self._popen = popen
        self._loop = loop
        self.stdin = self.stdout = self.stderr = None
        if popen.stdin is not None:
            protocol = StreamReaderProtocol(StreamReader(limit, loop), loop=loop)
            pipe = popen.stdin

            def send(data):
                pipe.write(data)
                pipe.flush()

            transport = _PipeTransport(loop, protocol, None, send, pipe.close, pipe.close)
            self.stdin = StreamWriter(transport, protocol, None, loop)
        if popen.stdout is not None:
            self.stdout = self._reader(popen.stdout, limit)
        if popen.stderr is not None:
            self.stderr = self._reader(popen.stderr, limit)
        self._end = loop.run_in_executor(None, popen.wait)

    def _reader(self, pipe, limit):
        reader = StreamReader(limit, self._loop)
        protocol = StreamReaderProtocol(reader, loop=self._loop)
        receive = getattr(pipe, 'read1', pipe.read)
        reader.set_transport(_PipeTransport(self._loop, protocol, receive, None, None,
                                            pipe.close))
        return reader

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.pid}>'

    @property
    def pid(self):
        return self._popen.pid

    @property
    def returncode(self):
        return self._popen.returncode

    async def wait(self):
        """Waits for the end; the exit status."""
        return await tasks.shield(self._end)

    def send_signal(self, signal):
        self._popen.send_signal(signal)

    def terminate(self):
        self._popen.terminate()

    def kill(self):
        self._popen.kill()

    async def _feed(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
                await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.stdin.close()

    async def communicate(self, input=None):
        """Sends input, reads all output, waits for the end."""
        async def nothing():
            return None
        _, output, errors = await tasks.gather(
            nothing() if self.stdin is None else self._feed(input),
            nothing() if self.stdout is None else self.stdout.read(),
            nothing() if self.stderr is None else self.stderr.read())
        await self.wait()
        return output, errors


async def _create(loop, limit, arguments, options):
    from .pipes import check_options
    check_options(options)

    def start():
        return subprocess.Popen(arguments, bufsize=-1, **options)
    popen = await loop.run_in_executor(None, start)
    return Process(popen, loop, limit)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=_DEFAULT_LIMIT, **kwds):
    """Starts a command of the shell."""
    if not isinstance(cmd, (str, bytes)):
        raise ValueError('cmd must be a string')
    return await _create(events.get_running_loop(), limit, cmd,
                         dict(kwds, shell=True, stdin=stdin, stdout=stdout, stderr=stderr))


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=_DEFAULT_LIMIT, **kwds):
    """Starts a program."""
    return await _create(events.get_running_loop(), limit, [program, *args],
                         dict(kwds, stdin=stdin, stdout=stdout, stderr=stderr))
