"""File objects that let other greenlets run while they wait."""

import io
import os as _os

from gevent._core import cooperate
from gevent.hub import get_hub
from gevent.lock import DummySemaphore, Semaphore

__all__ = ['FileObjectPosix', 'FileObjectThread', 'FileObjectBlock', 'FileObject']


class FileObjectClosed(OSError):
    """The file was closed."""

    __module__ = 'gevent._fileobjectcommon'

    def __init__(self):
        OSError.__init__(self, 9, 'Bad file descriptor (FileObject was closed)')


_CALLS = ('read', 'read1', 'readall', 'readinto', 'readinto1', 'readline', 'readlines', 'write',
          'writelines', 'peek', 'truncate')
_PLAIN = ('seek', 'tell', 'fileno', 'isatty', 'readable', 'seekable', 'writable')


class FileObjectBase:
    """Calls the methods of a file of the library."""

    default_bufsize = io.DEFAULT_BUFFER_SIZE

    def __init__(self, fobj, mode='r', buffering=None, closefd=True, encoding=None, errors=None,
                 newline=None, bufsize=None, atomic_write=False, **kwargs):
        if kwargs:
            raise TypeError('got an unexpected keyword argument %r' % next(iter(kwargs)))
        if bufsize is not None:
            if buffering is not None:
                raise TypeError('bufsize is a synonym of buffering')
            buffering = bufsize
        self._close = closefd
        if hasattr(fobj, 'fileno') and not isinstance(fobj, (int, str, bytes)):
            self._original = fobj
            if hasattr(fobj, 'flush') and not getattr(fobj, 'closed', False) \
                    and getattr(fobj, 'writable', bool)():
                fobj.flush()
            if not isinstance(mode, str) or (mode == 'r' and hasattr(fobj, 'mode')):
                mode = fobj.mode
            self._io = fobj
        else:
            self._original = None
            if buffering is None:
                buffering = -1
            if isinstance(fobj, bool):
                raise TypeError('fd must be a number: %r' % (fobj, ))
            if isinstance(fobj, int) and fobj < 0:
                raise ValueError('file descriptor cannot be a negative integer (%d)' % (fobj, ))
            self._io = open(fobj, mode.replace('U', ''), buffering, encoding, errors, newline,
                            closefd if isinstance(fobj, int) else True)
        self.mode = mode

    @property
    def io(self):
        return self._io

    @property
    def name(self):
        return self._io.name

    @property
    def closed(self):
        return self._io is None or self._io.closed

    def _call(self, method, *args):
        return method(*args)

    def _use(self, method, *args):
        """Calls what reads or writes."""
        return self._call(method, *args)

    def flush(self):
        if self._io is not None:
            self._call(self._io.flush)

    def close(self):
        """Closes it; with closefd false only writes what is left."""
        file, self._io = self._io, None
        if file is None:
            return
        if file.closed:
            return
        if self._close:
            self._call(file.close)
        elif getattr(file, 'writable', bool)():
            self._call(file.flush)

    def __getattr__(self, name):
        if name == '_io':
            raise AttributeError(name)
        file = self._io
        if file is None:
            raise FileObjectClosed()
        value = getattr(file, name)
        if name in _CALLS:
            def call(*args):
                if self._io is None:
                    raise FileObjectClosed()
                return self._use(value, *args)
            return call
        return value

    def __iter__(self):
        return self

    def __next__(self):
        if self._io is None:
            raise FileObjectClosed()
        line = self._use(self._io.readline)
        if not line:
            raise StopIteration
        return line

    next = __next__

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return '<%s at 0x%x %s_fobj=%r%s>' % (
            type(self).__name__, id(self), 'closed ' if self.closed else '', self._io,
            self._extra_repr())

    def _extra_repr(self):
        return ''


class FileObjectBlock(FileObjectBase):
    """One that does not let others run."""

    def __init__(self, fobj, *args, **kwargs):
        if kwargs.get('closefd') is False:
            raise TypeError('FileObjectBlock does not support closefd=False.')
        FileObjectBase.__init__(self, fobj, *args, **kwargs)


class FileObjectPosix(FileObjectBase):
    """One for pipes, terminals and sockets."""

    # Whether a greenlet is in the middle of reading or writing.
    _used = False

    def _call(self, method, *args):
        return cooperate(method, *args)

    def _use(self, method, *args):
        buffer = getattr(self._io, 'buffer', self._io)
        if isinstance(buffer, io.RawIOBase):
            return cooperate(method, *args)
        if self._used:
            # The two would share one buffer.
            raise RuntimeError('reentrant call inside %r' % (buffer, ))
        self._used = True
        try:
            return cooperate(method, *args)
        finally:
            self._used = False


class FileObjectThread(FileObjectBase):
    """One for files; a lock keeps greenlets from getting into each other's way."""

    def __init__(self, *args, **kwargs):
        lock = kwargs.pop('lock', True)
        kwargs.pop('threadpool', None)
        if lock is True:
            self.lock = Semaphore()
        else:
            self.lock = lock or DummySemaphore()
        if not hasattr(self.lock, '__enter__'):
            raise TypeError('Expected a Semaphore or boolean, got %r' % type(self.lock))
        FileObjectBase.__init__(self, *args, **kwargs)

    def _call(self, method, *args):
        with self.lock:
            return cooperate(method, *args)


FileObject = FileObjectPosix
