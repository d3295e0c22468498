"""Programs of the host: started, fed, waited for.

See https://docs.python.org/3.11/library/subprocess.html
"""

import _subprocess
import io
import os
import select
import sys
import time

PIPE = -1
STDOUT = -2
DEVNULL = -3

_SIGNALS = {
    1: 'SIGHUP', 2: 'SIGINT', 3: 'SIGQUIT', 4: 'SIGILL', 5: 'SIGTRAP', 6: 'SIGABRT', 7: 'SIGBUS',
    8: 'SIGFPE', 9: 'SIGKILL', 10: 'SIGUSR1', 11: 'SIGSEGV', 12: 'SIGUSR2', 13: 'SIGPIPE',
    14: 'SIGALRM', 15: 'SIGTERM', 24: 'SIGXCPU', 25: 'SIGXFSZ'}


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A program has ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            name = _SIGNALS.get(-self.returncode)
            if name is None:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
            return "Command '%s' died with <Signals.%s: %d>." % (
                self.cmd, name, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program has not ended in time."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run returns."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = ['args={!r}'.format(self.args), 'returncode={!r}'.format(self.returncode)]
        if self.stdout is not None:
            parts.append('stdout={!r}'.format(self.stdout))
        if self.stderr is not None:
            parts.append('stderr={!r}'.format(self.stderr))
        return '{}({})'.format(type(self).__name__, ', '.join(parts))

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _file(value, stream):
    """How the native part calls one of the standard files."""
    if value is None or isinstance(value, int):
        return value
    fileno = value.fileno()
    if value is not stream:
        flush = getattr(value, 'flush', None)
        if flush is not None and not getattr(value, 'closed', False):
            try:
                flush()
            except (OSError, ValueError):
                pass
    return fileno


class Popen:
    """A program that was started."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None,
                 preexec_fn=None, close_fds=True, shell=False, cwd=None, env=None,
                 universal_newlines=None, startupinfo=None, creationflags=0,
                 restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None,
                 umask=-1, pipesize=-1, process_group=None):
        self.returncode = None
        self.args = args
        self._child = None
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if preexec_fn is not None and preexec_fn in (getattr(os, 'setsid', None),
                                                     getattr(os, 'setpgrp', None)):
            start_new_session = True
        elif preexec_fn is not None:
            raise ValueError('preexec_fn is not supported: programs are started by the host')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if text is not None and universal_newlines is not None \
                and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are '
                                  'supplied but different. Pass one or the other.')
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        self.text_mode = encoding or errors or text or universal_newlines
        if isinstance(args, (str, bytes, os.PathLike)):
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ['/bin/sh', '-c'] + args
            if executable:
                args[0] = executable
        elif executable is not None and args:
            args = [executable] + args[1:]
        if not args:
            raise IndexError('list index out of range')
        for each in args:
            if not isinstance(each, (str, bytes, os.PathLike)):
                raise TypeError('expected str, bytes or os.PathLike object, not '
                                + type(each).__name__)
        environment = dict(os.environ if env is None else env)
        if start_new_session or process_group == 0:
            args = self._in_new_session(args)
        self._communicated = False
        self._input_sent = 0
        self._gathered = {}
        self._codings = {}
        self.stdin = self.stdout = self.stderr = None
        self._child = _subprocess.spawn(args, cwd, environment, _file(stdin, sys.stdin),
                                        _file(stdout, sys.stdout), _file(stderr, sys.stderr))
        self.pid = self._child.pid
        line_buffering = bufsize == 1
        if line_buffering and not self.text_mode:
            bufsize = -1
        if self._child.stdin >= 0:
            self.stdin = self._open(self._child.stdin, 'wb', bufsize, line_buffering)
        if self._child.stdout >= 0:
            self.stdout = self._open(self._child.stdout, 'rb', bufsize, False)
        if self._child.stderr >= 0:
            self.stderr = self._open(self._child.stderr, 'rb', bufsize, False)

    def _in_new_session(self, args):
        """The host starts programs in its own session: one of its programs makes another."""
        import shutil
        leader = shutil.which('setsid')
        program = shutil.which(os.fsdecode(args[0]))
        return [leader, *args] if leader and program else args

    def _open(self, fd, mode, bufsize, line_buffering):
        if not self.text_mode:
            return io.open(fd, mode, bufsize)
        return io.open(fd, mode[0], 1 if line_buffering else -1, encoding=self.encoding,
                       errors=self.errors)

    @property
    def universal_newlines(self):
        return self.text_mode

    def __repr__(self):
        text = '<{}: returncode: {} args: {!r}>'.format(
            type(self).__name__, self.returncode, self.args)
        return text if len(text) <= 80 else text[:76] + '...>'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            self.wait()

    def poll(self):
        """The status, or None while it runs."""
        if self.returncode is None and self._child is not None:
            self.returncode = self._child.wait(0)
        return self.returncode

    def wait(self, timeout=None):
        """Waits for the end; the status."""
        if self.returncode is None:
            self.returncode = self._child.wait(timeout)
            if self.returncode is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        if self.poll() is None:
            self._child.send_signal(int(sig))

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def communicate(self, input=None, timeout=None):
        """Sends input, reads until the end, waits."""
        if self._communicated and input:
            raise ValueError('Cannot send input after starting communication')
        pipes = [self.stdin, self.stdout, self.stderr]
        if timeout is None and not self._communicated and pipes.count(None) >= 2:
            return self._one_pipe(input)
        deadline = None if timeout is None else time.monotonic() + timeout
        if not self._communicated:
            self._communicated = True
            for name in ('stdout', 'stderr'):
                stream = getattr(self, name)
                if stream is not None:
                    self._gathered[name] = []
                    if self.text_mode:
                        self._codings[name] = stream.encoding, stream.errors
            if self.stdin is not None:
                if isinstance(input, str) and not self.text_mode:
                    raise TypeError("memoryview: a bytes-like object is required, not 'str'")
                self._feed(input)
        self._gather(deadline, timeout)
        if deadline is None:
            self.wait()
        else:
            self._wait_until(deadline, timeout)
        return self._result('stdout'), self._result('stderr')

    def _one_pipe(self, input):
        out = err = None
        if self.stdin is not None:
            self._write(input)
        elif self.stdout is not None:
            out = self.stdout.read()
            self.stdout.close()
        elif self.stderr is not None:
            err = self.stderr.read()
            self.stderr.close()
        self.wait()
        return out, err

    def _write(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _feed(self, input):
        if not input:
            self._write(None)
            return
        if self.text_mode:
            input = input.encode(self.stdin.encoding, self.stdin.errors)
        try:
            self.stdin.flush()
        except BrokenPipeError:
            pass
        if len(input) <= 32768 or not self._gathered:
            # Fits into what a pipe holds.
            self._write_bytes(input)
        else:
            import threading
            threading.Thread(target=self._write_bytes, args=(input,), daemon=True).start()

    def _write_bytes(self, data):
        stream = getattr(self.stdin, 'buffer', self.stdin)
        try:
            stream.write(data)
            stream.flush()
        except BrokenPipeError:
            pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def _gather(self, deadline, timeout):
        waiting = {}
        for name in self._gathered:
            stream = getattr(self, name)
            if not stream.closed:
                waiting[stream.fileno()] = name
        while waiting:
            left = None
            if deadline is not None:
                left = deadline - time.monotonic()
                if left < 0:
                    self._expired(timeout)
            ready, _, _ = select.select(list(waiting), [], [], left)
            for fd in ready:
                name = waiting[fd]
                data = os.read(fd, 32768)
                if data:
                    self._gathered[name].append(data)
                else:
                    del waiting[fd]
                    getattr(self, name).close()

    def _expired(self, timeout):
        out = self._gathered.get('stdout')
        err = self._gathered.get('stderr')
        raise TimeoutExpired(self.args, timeout, output=b''.join(out) if out else None,
                             stderr=b''.join(err) if err else None)

    def _wait_until(self, deadline, timeout):
        if self.returncode is None:
            self.returncode = self._child.wait(max(0, deadline - time.monotonic()))
            if self.returncode is None:
                self._expired(timeout)

    def _result(self, name):
        parts = self._gathered.get(name)
        if parts is None:
            return None
        data = b''.join(parts)
        if self.text_mode:
            data = data.decode(*self._codings[name])
            data = data.replace('\r\n', '\n').replace('\r', '\n')
        return data


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Runs a program until it ends."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = PIPE
        kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        status = process.poll()
        if check and status:
            raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Runs a program; its status."""
    with Popen(*popenargs, **kwargs) as process:
        try:
            return process.wait(timeout=timeout)
        except:
            process.kill()
            raise


def check_call(*popenargs, **kwargs):
    """Runs a program, which must end with 0."""
    status = call(*popenargs, **kwargs)
    if status:
        command = kwargs.get('args')
        raise CalledProcessError(status, popenargs[0] if command is None else command)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Runs a program, which must end with 0; what it has written."""
    for each in ('stdout', 'check'):
        if each in kwargs:
            raise ValueError(f'{each} argument not allowed, it will be overridden.')
    if 'input' in kwargs and kwargs['input'] is None:
        text = any(kwargs.get(each) for each in ('text', 'encoding', 'errors',
                                                 'universal_newlines'))
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Runs a command of the shell; its status and what it has written."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding,
                            errors=errors)
        status = 0
    except CalledProcessError as failure:
        data = failure.output
        status = failure.returncode
    return status, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    """Runs a command of the shell; what it has written."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _cleanup():
    """Nothing is left to be done: the host reaps the children that the program forgets."""


def list2cmdline(seq):
    """Arguments as one line of Windows."""
    words = []
    for each in map(os.fsdecode, seq):
        quoted = ' ' in each or '\t' in each or not each
        text = ''
        slashes = 0
        for c in each:
            if c == '\\':
                slashes += 1
                continue
            text += '\\' * (slashes * 2 + 1 if c == '"' else slashes) + c
            slashes = 0
        text += '\\' * (slashes * 2 if quoted else slashes)
        words.append('"' + text + '"' if quoted else text)
    return ' '.join(words)


__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput',
           'check_output', 'run', 'CalledProcessError', 'DEVNULL', 'SubprocessError',
           'TimeoutExpired', 'CompletedProcess']
