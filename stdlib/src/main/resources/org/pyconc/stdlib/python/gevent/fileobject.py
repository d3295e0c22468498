"""File objects that let other greenlets run while they wait."""

import io
import os as _os
import stat as _stat

from gevent._core import cooperate
from gevent.exceptions import ConcurrentObjectUseError
from gevent.hub import get_hub
from gevent.lock import DummySemaphore, Semaphore
from greenlet import getcurrent

__all__ = ['FileObjectPosix', 'FileObjectThread', 'FileObjectBlock', 'FileObject']


class FileObjectClosed(OSError):
    """The file was closed."""

    __module__ = 'gevent._fileobjectcommon'

    def __init__(self):
        OSError.__init__(self, 9, 'Bad file descriptor (FileObject was closed)')


class cancel_wait_ex(OSError):
    """The file was closed while a greenlet waited for it."""

    __module__ = 'gevent._fileobjectcommon'

    def __init__(self):
        OSError.__init__(self, 9, 'File descriptor was closed in another greenlet')


class _Opening:
    """What is to be opened, and how."""

    def __init__(self, fobj, mode='r', bufsize=None, close=None, encoding=None, errors=None,
                 newline=None, buffering=None, closefd=None, atomic_write=False):
        self.closefd = _one_of('closefd', closefd, 'close', close, True)
        self.buffering = _one_of('buffering', buffering, 'bufsize', bufsize, -1)
        if not hasattr(fobj, 'fileno'):
            if not isinstance(fobj, int):
                fobj = _os.fspath(fobj)
                self.closefd = True
        if not isinstance(mode, str):
            raise TypeError('invalid mode: %r' % (mode, ))
        if not isinstance(self.buffering, int):
            raise TypeError('invalid buffering: %r' % (self.buffering, ))
        if encoding is not None and not isinstance(encoding, str):
            raise TypeError('invalid encoding: %r' % (encoding, ))
        if errors is not None and not isinstance(errors, str):
            raise TypeError('invalid errors: %r' % (errors, ))
        self.fobj = fobj
        self.texts = encoding, errors, newline
        self.atomic_write = atomic_write
        self._parse(mode)

    def _parse(self, mode):
        letters = set(mode)
        if letters - set('axrwb+tU') or len(mode) > len(letters):
            raise ValueError('invalid mode: %r' % (mode, ))
        if 'U' in letters:
            if letters & set('xwa+'):
                raise ValueError("mode U cannot be combined with 'x', 'w', 'a', or '+'")
            letters.add('r')
        if 't' in letters and 'b' in letters:
            raise ValueError("can't have text and binary mode at once")
        kinds = len(letters & set('xrwa'))
        if kinds > 1:
            raise ValueError("can't have read/write/append mode at once")
        if kinds == 0:
            raise ValueError('must have exactly one of read/write/append mode')
        self.binary = 'b' in letters
        if self.binary:
            for name, value in zip(('encoding', 'errors', 'newline'), self.texts):
                if value is not None:
                    raise ValueError("binary mode doesn't take %s %s argument" % (
                        'a' if name == 'newline' else 'an', name))
        self.raw_mode = ''.join(letter for letter in 'xrwa+' if letter in letters)
        self.mode = self.raw_mode + ''.join(letter for letter in 'tb' if letter in letters)

    def wrapped(self, raw):
        """The raw file with what buffers and decodes."""
        if self.binary and isinstance(raw, io.TextIOBase):
            raise ValueError('Unable to perform binary IO on top of text IO stream')
        size = self.buffering
        by_line = size == 1 or size < 0 and raw.isatty()
        if by_line or size < 0:
            size = io.DEFAULT_BUFFER_SIZE
        result = raw
        if size and not _is_buffered(raw):
            if '+' in self.raw_mode:
                result = io.BufferedRandom(raw, size)
            else:
                result = (io.BufferedReader if 'r' in self.raw_mode else io.BufferedWriter)(
                    raw, size)
        if not self.binary and not isinstance(raw, io.TextIOBase):
            result = io.TextIOWrapper(result, *self.texts, by_line)
            result.mode = self.mode
        return result


def _one_of(name, value, old_name, old_value, default):
    if value is not None and old_value is not None:
        raise TypeError('Cannot specify both %s=%s and %s=%s' % (
            name, value, old_name, old_value))
    if value is None:
        value = old_value
    return default if value is None else value


def _is_buffered(stream):
    return isinstance(stream, (io.BufferedIOBase, io.TextIOBase)) \
        or getattr(stream, 'buffer', None) is not None


class _ClosedIO:
    """What is left of a closed file: its name."""

    __slots__ = ('name', )

    def __init__(self, file):
        try:
            self.name = file.name
        except AttributeError:
            pass

    def __getattr__(self, name):
        if name == 'name':
            raise AttributeError(name)
        raise FileObjectClosed()

    def __bool__(self):
        return False


# What may wait, and what only asks.
_CALLS = frozenset((
    'read', 'read1', 'readall', 'readinto', 'readinto1', 'readline', 'readlines', 'peek', 'write',
    'writelines', 'truncate', 'flush'))
_PLAIN = frozenset(('fileno', 'writable', 'readable', 'seek', 'seekable', 'tell'))
_WRITES = frozenset(('write', 'writelines', 'truncate', 'flush'))


class FileObjectBase:
    """Calls the methods of a file of the library."""

    default_bufsize = io.DEFAULT_BUFFER_SIZE

    def __init__(self, descriptor):
        self._io = descriptor.wrapped(self._raw(descriptor))
        self._close = descriptor.closefd

    def _raw(self, descriptor):
        fobj = descriptor.fobj
        if hasattr(fobj, 'fileno'):
            return fobj
        return io.FileIO(fobj, descriptor.raw_mode, descriptor.closefd)

    @property
    def io(self):
        return self._io

    @property
    def closed(self):
        return isinstance(self._io, _ClosedIO)

    def _forget_methods(self):
        own = self.__dict__
        for name in _CALLS | _PLAIN:
            own.pop(name, None)

    def close(self):
        """Closes it; with closefd false only writes what is left."""
        file = self._io
        if isinstance(file, _ClosedIO):
            return
        self._io = _ClosedIO(file)
        self._forget_methods()
        self._do_close(file, self._close)

    def _wrap_method(self, name, method):
        """What calls a method of the file."""
        return method

    def __getattr__(self, name):
        if name == '_io':
            raise AttributeError(name)
        value = getattr(self._io, name)
        if name in _CALLS or name in _PLAIN:
            # Not looked for again.
            value = self.__dict__[name] = self._wrap_method(name, value)
        return value

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    next = __next__

    def __bool__(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return '<%s at 0x%x %s_fobj=%r%s>' % (
            type(self).__name__, id(self), 'closed' if self.closed else '', self._io,
            self._extra_repr())

    def _extra_repr(self):
        return ''


class FileObjectBlock(FileObjectBase):
    """One that does not let others run."""

    def __init__(self, fobj, *args, **kwargs):
        FileObjectBase.__init__(self, _Opening(fobj, *args, **kwargs))

    def _do_close(self, file, closefd):
        file.close()


class FileObjectPosix(FileObjectBase):
    """One for pipes, terminals and sockets."""

    # The greenlets that are in the middle of reading and of writing.
    _reader = _writer = None
    _original = None

    def __init__(self, fobj, *args, **kwargs):
        descriptor = _Opening(fobj, *args, **kwargs)
        FileObjectBase.__init__(self, descriptor)
        if descriptor.atomic_write and self._io is self.fileio:
            self.write = self._write_all

    def _raw(self, descriptor):
        fobj = descriptor.fobj
        if hasattr(fobj, 'fileno'):
            self._original = fobj
            raw = io.FileIO(fobj.fileno(), descriptor.raw_mode, False)
            if hasattr(fobj, 'name'):
                raw.name = fobj.name
        else:
            if isinstance(fobj, int) and fobj < 0:
                raise ValueError('file descriptor cannot be a negative integer (%d)' % (fobj, ))
            raw = io.FileIO(fobj, descriptor.raw_mode, descriptor.closefd)
        self.fileio = raw
        self._raw_mode = descriptor.raw_mode
        # Nobody waits for what is in a file.
        self._waits = not _stat.S_ISREG(_os.fstat(raw.fileno()).st_mode)
        return raw

    @property
    def mode(self):
        mode = self._io.mode
        return mode if isinstance(self._io, io.TextIOBase) else self._raw_mode

    def _wrap_method(self, name, method):
        if not self._waits or name in _PLAIN:
            return method
        if self._io is self.fileio:
            return self._unbuffered(name in _WRITES, method)

        def call(*args):
            if self._reader is not None:
                # The two would share one buffer.
                raise self._is_used()
            self._reader = getcurrent()
            try:
                return cooperate(method, *args)
            finally:
                self._reader = None
        return call

    def _is_used(self):
        return RuntimeError('reentrant call inside %r' % (getattr(self._io, 'buffer', self._io), ))

    def _unbuffered(self, writes, method):
        side = '_writer' if writes else '_reader'

        def call(*args):
            other = getattr(self, side)
            if other is not None:
                raise ConcurrentObjectUseError(
                    'This socket is already used by another greenlet: %r' % (other.switch, ))
            setattr(self, side, getcurrent())
            try:
                return cooperate(method, *args)
            finally:
                setattr(self, side, None)
        return call

    def _write_all(self, value):
        write = self._wrap_method('write', self.fileio.write)
        total = len(value)
        while value:
            value = value[write(value):]
        return total

    def _do_close(self, file, closefd):
        waiting = [g for g in (self._reader, self._writer) if g is not None]
        raw = self.fileio
        if not waiting:
            cooperate(self._finish, file)
        elif file is raw:
            loop = get_hub().loop
            for each in waiting:
                loop.run_callback(each.throw, cancel_wait_ex())
            loop.run_callback(self._finish, file)
        else:
            raise RuntimeError('reentrant call inside %r' % (getattr(file, 'buffer', file), ))

    def _finish(self, file):
        try:
            file.close()
        finally:
            self.fileio = None
            original, self._original = self._original, None
            if original is not None and hasattr(original, 'close'):
                original.close()


class FileObjectThread(FileObjectBase):
    """One for files; a lock keeps greenlets from getting into each other's way."""

    def __init__(self, *args, **kwargs):
        lock = kwargs.pop('lock', True)
        self._threadpool = kwargs.pop('threadpool', None)
        descriptor = _Opening(*args, **kwargs)
        if lock is True:
            self.lock = Semaphore()
        else:
            self.lock = lock or DummySemaphore()
        if not hasattr(self.lock, '__enter__'):
            raise TypeError('Expected a Semaphore or boolean, got %r' % type(self.lock))
        FileObjectBase.__init__(self, descriptor)

    @property
    def threadpool(self):
        return self._threadpool or get_hub().threadpool

    def _wrap_method(self, name, method):
        def call(*args, **kwargs):
            with self.lock:
                if isinstance(self._io, _ClosedIO):
                    raise FileObjectClosed()
                return cooperate(method, *args, **kwargs)
        return call

    def _do_close(self, file, closefd):
        try:
            with self.lock:
                cooperate(file.flush)
        finally:
            if closefd:
                cooperate(file.close)

    def _extra_repr(self):
        return ' threadpool=%r' % (self.threadpool, )


FileObject = FileObjectPosix
