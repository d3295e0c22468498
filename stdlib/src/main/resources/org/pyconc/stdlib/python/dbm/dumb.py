"""A dictionary of bytes in a file of values and a file of their places."""
import ast as _ast
import collections.abc
import os as _os
from builtins import open as _open

__all__ = ['error', 'open']

_BLOCKSIZE = 512
error = OSError


class _Database(collections.abc.MutableMapping):
    """The open dictionary."""

    def __init__(self, filebasename, mode, flag='c'):
        base = _os.fsencode(filebasename)
        self._mode = mode
        self._readonly = flag == 'r'
        self._dirfile = base + b'.dir'
        self._datfile = base + b'.dat'
        self._bakfile = base + b'.bak'
        self._index = None
        self._modified = False
        if flag == 'n':
            for name in (self._dirfile, self._datfile, self._bakfile):
                try:
                    _os.remove(name)
                except OSError:
                    pass
        if not _os.path.exists(self._datfile):
            if flag not in ('c', 'n'):
                raise FileNotFoundError(2, 'No such file or directory', _os.fsdecode(self._datfile))
            _open(self._datfile, 'wb').close()
            _os.chmod(self._datfile, self._mode)
        self._index = {}
        try:
            f = _open(self._dirfile, 'r', encoding='Latin-1')
        except OSError:
            if flag not in ('c', 'n'):
                raise
            self._modified = True
        else:
            with f:
                for line in f:
                    key, place = _ast.literal_eval(line.rstrip())
                    self._index[key.encode('Latin-1')] = place

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')

    def _verify_writable(self):
        if self._readonly:
            raise error('The database is opened for reading only')

    def sync(self):
        """Writes the places of all values."""
        if self._index is None or not self._modified:
            return
        for remove, move in ((self._bakfile, None), (None, (self._dirfile, self._bakfile))):
            try:
                _os.unlink(remove) if remove else _os.rename(*move)
            except OSError:
                pass
        with _open(self._dirfile, 'w', encoding='Latin-1') as f:
            for key, place in self._index.items():
                f.write('%r, %r\n' % (key.decode('Latin-1'), place))
        _os.chmod(self._dirfile, self._mode)
        self._modified = False

    def close(self):
        try:
            self.sync()
        finally:
            self._index = None

    def __getitem__(self, key):
        key = key.encode('utf-8') if isinstance(key, str) else key
        self._verify_open()
        at, size = self._index[key]
        with _open(self._datfile, 'rb') as f:
            f.seek(at)
            return f.read(size)

    def __setitem__(self, key, val):
        self._verify_writable()
        if isinstance(key, str):
            key = key.encode('utf-8')
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')
        if isinstance(val, str):
            val = val.encode('utf-8')
        elif not isinstance(val, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')
        self._verify_open()
        self._modified = True
        place = self._index.get(bytes(key))
        blocks = lambda size: (size + _BLOCKSIZE - 1) // _BLOCKSIZE
        with _open(self._datfile, 'rb+') as f:
            if place is not None and blocks(len(val)) <= blocks(place[1]):
                at = place[0]
            else:
                end = f.seek(0, 2)
                at = blocks(end) * _BLOCKSIZE
                f.write(b'\0' * (at - end))
            f.seek(at)
            f.write(val)
        self._index[bytes(key)] = (at, len(val))
        if place is None:
            self.sync()

    def __delitem__(self, key):
        self._verify_writable()
        self._verify_open()
        key = key.encode('utf-8') if isinstance(key, str) else key
        self._modified = True
        del self._index[key]
        self.sync()

    def keys(self):
        self._verify_open()
        return list(self._index)

    def items(self):
        self._verify_open()
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        self._verify_open()
        return (key.encode('utf-8') if isinstance(key, str) else key) in self._index

    def iterkeys(self):
        self._verify_open()
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        self._verify_open()
        return len(self._index)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag='c', mode=0o666):
    """Opens the dictionary."""
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    mask = _os.umask(0)
    _os.umask(mask)
    return _Database(file, mode & ~mask, flag=flag)
