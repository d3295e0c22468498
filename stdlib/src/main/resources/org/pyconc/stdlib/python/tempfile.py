"""Files and folders for a while."""
import io
import os
import random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory',
           'mkstemp', 'mkdtemp', 'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir',
           'gettempprefixb', 'gettempdirb']

TMP_MAX = 10000
template = 'tmp'
tempdir = None

_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'
_names = None
_owner = None


def _name():
    global _names, _owner
    if _owner != os.getpid():
        _names = random.Random()
        _owner = os.getpid()
    return ''.join(_names.choices(_LETTERS, k=8))


def gettempdir():
    """The folder for files that are not kept."""
    global tempdir
    if tempdir is None:
        for folder in (os.getenv('TMPDIR'), os.getenv('TEMP'), os.getenv('TMP'), '/tmp',
                       '/var/tmp', '/usr/tmp', os.getcwd()):
            if folder and os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK):
                tempdir = os.path.abspath(folder)
                break
        else:
            raise FileNotFoundError(2, 'No usable temporary directory found')
    return os.fsdecode(tempdir)


def gettempdirb():
    """The same in bytes."""
    return os.fsencode(gettempdir())


def gettempprefix():
    """How the names start."""
    return template


def gettempprefixb():
    """The same in bytes."""
    return os.fsencode(template)


def _parts(suffix, prefix, folder):
    is_bytes = any(isinstance(part, bytes) for part in (suffix, prefix, folder))
    if is_bytes and any(isinstance(part, str) for part in (suffix, prefix, folder)):
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    if suffix is None:
        suffix = b'' if is_bytes else ''
    if prefix is None:
        prefix = gettempprefixb() if is_bytes else template
    if folder is None:
        folder = gettempdirb() if is_bytes else gettempdir()
    return suffix, prefix, folder, is_bytes


def _candidates(suffix, prefix, folder):
    suffix, prefix, folder, is_bytes = _parts(suffix, prefix, folder)
    for _ in range(TMP_MAX):
        name = _name()
        if is_bytes:
            name = os.fsencode(name)
        yield os.path.join(folder, prefix + name + suffix)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file; returns its descriptor and its path."""
    for path in _candidates(suffix, prefix, dir):
        path = os.path.abspath(path)
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), path
        except FileExistsError:
            continue
    raise FileExistsError(17, 'No usable temporary file name found')


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder; returns its path."""
    for path in _candidates(suffix, prefix, dir):
        try:
            os.mkdir(path, 0o700)
            return path
        except FileExistsError:
            continue
    raise FileExistsError(17, 'No usable temporary directory name found')


def mktemp(suffix='', prefix=template, dir=None):
    """A path at which there is nothing yet."""
    for path in _candidates(suffix, prefix, dir):
        if not os.path.lexists(path):
            return os.path.abspath(path)
    raise FileExistsError(17, 'No usable temporary filename found')


class _TemporaryFileWrapper:
    """A file that has a name and is removed when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        value = getattr(self.__dict__['file'], name)
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>'

    def close(self):
        """Closes the file and removes it if it is to be removed."""
        if not self.file.closed:
            self.file.close()
            if self.delete:
                os.unlink(self.name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.close()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None):
    """Makes a file with a name that is removed when it is closed."""
    descriptor, path = mkstemp(suffix, prefix, dir)
    try:
        file = io.open(descriptor, mode, buffering=buffering, newline=newline, encoding=encoding,
                       errors=errors)
    except BaseException:
        os.close(descriptor)
        os.unlink(path)
        raise
    return _TemporaryFileWrapper(file, path, delete)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                  dir=None, *, errors=None):
    """Makes a file without a name."""
    descriptor, path = mkstemp(suffix, prefix, dir)
    os.unlink(path)
    return io.open(descriptor, mode, buffering=buffering, newline=newline, encoding=encoding,
                   errors=errors)


class SpooledTemporaryFile:
    """A file that is kept in memory up to a size."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None,
                 suffix=None, prefix=None, dir=None, *, errors=None):
        if 'b' in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding or 'utf-8',
                                          errors=errors, newline=newline)
        self._max_size = max_size
        self._rolled = False
        self._arguments = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix,
                               encoding=encoding, newline=newline, dir=dir, errors=errors)

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Goes on in a real file."""
        if self._rolled:
            return
        old = self._file
        new = self._file = TemporaryFile(**self._arguments)
        position = old.tell()
        old.seek(0)
        new.write(old.read())
        new.seek(position)
        self._rolled = True

    def write(self, data):
        count = self._file.write(data)
        self._check()
        return count

    def writelines(self, lines):
        self._file.writelines(lines)
        self._check()

    @property
    def name(self):
        return self._file.name if self._rolled else None

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._arguments['mode']

    @property
    def closed(self):
        return self._file.closed

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, *exc):
        self._file.close()


class TemporaryDirectory:
    """Makes a folder that is removed with all in it."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignores_errors = ignore_cleanup_errors

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        """Removes it."""
        import shutil
        if os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignores_errors)
