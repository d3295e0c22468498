"""Parts of os that few programs need."""
import abc
import os


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any('__fspath__' in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented


PathLike.__module__ = 'os'


def system(command):
    """Runs a command in a shell; returns its wait status."""
    import subprocess
    code = subprocess.call(command, shell=True)
    return code << 8 if code >= 0 else -code


def popen(cmd, mode='r', buffering=-1):
    """A file object connected to a command in a shell."""
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    import subprocess
    if mode == 'r':
        process = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE)
        return _wrap_close(process.stdout, process)
    process = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE)
    return _wrap_close(process.stdin, process)


class _wrap_close:
    """A file whose close() waits for the process behind it."""

    def __init__(self, stream, process):
        self._stream = stream
        self._proc = process

    def close(self):
        self._stream.close()
        code = self._proc.wait()
        if code == 0:
            return None
        return code << 8

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    if env is None:
        env = os.environ
    path = env.get('PATH')
    if path is None:
        path = os.defpath
    return path.split(os.pathsep)


# ---- other programs ------------------------------------------------------------------------

P_WAIT = 0
P_NOWAIT = P_NOWAITO = 1


def _environment(env):
    return None if env is None else dict(env)


def _checked(file, args):
    args = [os.fspath(each) for each in args]
    if not args:
        raise ValueError('execv() arg 2 must not be empty')
    if not args[0]:
        raise ValueError('execv() arg 2 first element cannot be empty')
    return [os.fspath(file), *args[1:]]


def _execute(file, args, env, searches):
    """Runs a program in place of this one: with its files, and its status as one's own."""
    import subprocess
    import sys
    args = _checked(file, args)
    if not searches and os.sep not in os.fsdecode(args[0]):
        args[0] = os.path.join(os.curdir, args[0])
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        code = subprocess.Popen(args, env=_environment(env)).wait()
    except OSError as failure:
        raise type(failure)(failure.errno, failure.strerror) from None
    os._exit(code if code >= 0 else 128 - code)


def execv(path, argv):
    _execute(path, argv, None, False)


def execve(path, argv, env):
    _execute(path, argv, env, False)


def execvp(file, args):
    _execute(file, args, None, True)


def execvpe(file, args, env):
    _execute(file, args, env, True)


def execl(file, *args):
    execv(file, args)


def execle(file, *args):
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    execvp(file, args)


def execlpe(file, *args):
    execvpe(file, args[:-1], args[-1])


def _spawn(mode, file, args, env, searches):
    import subprocess
    if mode not in (P_WAIT, P_NOWAIT):
        raise ValueError('invalid mode: %r' % mode)
    args = _checked(file, args)
    if not searches and os.sep not in os.fsdecode(args[0]):
        args[0] = os.path.join(os.curdir, args[0])
    try:
        child = subprocess.Popen(args, env=_environment(env))
    except OSError:
        return 127
    if mode == P_WAIT:
        return child.wait()
    child._child.outlive()
    return child.pid


def spawnv(mode, file, args):
    return _spawn(mode, file, args, None, False)


def spawnve(mode, file, args, env):
    return _spawn(mode, file, args, env, False)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, None, True)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, env, True)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnle(mode, file, *args):
    return spawnve(mode, file, args[:-1], args[-1])


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


def spawnlpe(mode, file, *args):
    return spawnvpe(mode, file, args[:-1], args[-1])


def posix_spawn(path, argv, env, **more):
    import subprocess
    child = subprocess.Popen(_checked(path, argv), env=dict(env))
    child._child.outlive()
    return child.pid


posix_spawnp = posix_spawn


def killpg(pgid, sig):
    """Sends a signal to a group of processes of the host."""
    import subprocess
    done = subprocess.run(['kill', '-%d' % sig, '--', '-%d' % pgid], capture_output=True)
    if done.returncode:
        raise ProcessLookupError(3, 'No such process')


def getpgid(pid):
    """The group of a process of the host."""
    try:
        with open('/proc/%d/stat' % (pid or os.getpid())) as file:
            return int(file.read().rpartition(')')[2].split()[2])
    except (OSError, IndexError, ValueError):
        raise ProcessLookupError(3, 'No such process') from None


def getpgrp():
    return getpgid(0)


def getsid(pid):
    """The session of a process of the host."""
    try:
        with open('/proc/%d/stat' % (pid or os.getpid())) as file:
            return int(file.read().rpartition(')')[2].split()[3])
    except (OSError, IndexError, ValueError):
        raise ProcessLookupError(3, 'No such process') from None


def setsid():
    """A process of the kernel is no process of the host: it has no session of its own."""
    raise PermissionError(1, 'Operation not permitted')


def setpgrp():
    raise PermissionError(1, 'Operation not permitted')


# ---- several buffers, and others -----------------------------------------------------------


def readv(fd, buffers):
    """Reads into buffers, one after the other."""
    data = os.read(fd, sum(len(each) for each in buffers))
    at = 0
    for each in buffers:
        part = data[at:at + len(each)]
        each[:len(part)] = part
        at += len(part)
    return len(data)


def writev(fd, buffers):
    """Writes the content of buffers."""
    return os.write(fd, b''.join(bytes(each) for each in buffers))


def sendfile(out_fd, in_fd, offset, count):
    """Copies from one descriptor to another; how many bytes."""
    if offset is None:
        data = os.read(in_fd, count)
    else:
        data = os.pread(in_fd, count, offset)
    at = 0
    while at < len(data):
        at += os.write(out_fd, data[at:])
    return at


def sched_yield():
    import time
    time.sleep(0)


def ctermid():
    return '/dev/tty'


def device_encoding(fd):
    return 'utf-8' if os.isatty(fd) else None


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    raise NotImplementedError('fwalk is not available: the host opens no folders')


def getenvb(key, default=None):
    """An environment variable as bytes."""
    value = os.environ.get(os.fsdecode(key))
    return default if value is None else os.fsencode(value)


def abort():
    """Ends the program at once, as if a signal had."""
    os._exit(134)


class _BytesEnvironment:
    """os.environ as bytes."""

    def _name(self, key):
        if not isinstance(key, bytes):
            raise TypeError(f'bytes expected, not {type(key).__name__}')
        return os.fsdecode(key)

    def __getitem__(self, key):
        try:
            return os.fsencode(os.environ[self._name(key)])
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        os.environ[self._name(key)] = self._name(value)

    def __delitem__(self, key):
        try:
            del os.environ[self._name(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        return iter([os.fsencode(name) for name in os.environ])

    def __len__(self):
        return len(os.environ)

    def __contains__(self, key):
        return isinstance(key, bytes) and os.fsdecode(key) in os.environ

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        inside = ', '.join(f'{key!r}: {value!r}' for key, value in self.items())
        return 'environ({' + inside + '})'

    def get(self, key, default=None):
        return self[key] if key in self else default

    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def copy(self):
        return dict(self.items())

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if default and key not in self:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def update(self, other=(), /):
        for key, value in dict(other).items():
            self[key] = value


environb = _BytesEnvironment()


def readv(fd, buffers, /):
    """Reads into several buffers; returns how many bytes."""
    total = 0
    for buffer in buffers:
        view = memoryview(buffer)
        data = os.read(fd, len(view))
        view[:len(data)] = data
        total += len(data)
        if len(data) < len(view):
            break
    return total


def writev(fd, buffers, /):
    """Writes several buffers; returns how many bytes."""
    return os.write(fd, b''.join(bytes(buffer) for buffer in buffers))


def preadv(fd, buffers, offset, flags=0, /):
    """Reads into several buffers at an offset."""
    total = 0
    for buffer in buffers:
        view = memoryview(buffer)
        data = os.pread(fd, len(view), offset + total)
        view[:len(data)] = data
        total += len(data)
        if len(data) < len(view):
            break
    return total


def pwritev(fd, buffers, offset, flags=0, /):
    """Writes several buffers at an offset."""
    return os.pwrite(fd, b''.join(bytes(buffer) for buffer in buffers), offset)


def wait3(options):
    """Waits for the end of a child; what the children have used is told, too."""
    return wait4(-1, options)


def wait4(pid, options):
    """Waits for the end of a child; what the children have used is told, too."""
    import resource
    pid, status = os.waitpid(pid, options)
    return pid, status, resource.struct_rusage(0.0, 0.0, *[0] * 14)
