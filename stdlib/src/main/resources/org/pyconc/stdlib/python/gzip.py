"""Files compressed as gzip does."""
import io
import os
import time
import zlib

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

READ, WRITE = 'rb', 'wb'
_GZIP = 31
_CHUNK = 65536


class BadGzipFile(OSError):
    """It is not a file of gzip, or broken."""


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a compressed file of bytes or text."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        if encoding is not None:
            raise ValueError("Argument 'encoding' not supported in binary mode")
        if errors is not None:
            raise ValueError("Argument 'errors' not supported in binary mode")
        if newline is not None:
            raise ValueError("Argument 'newline' not supported in binary mode")
    plain = mode.replace('t', '')
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    return io.TextIOWrapper(file, encoding, errors, newline) if 't' in mode else file


def compress(data, compresslevel=9, *, mtime=None):
    """Compresses bytes."""
    when = int(time.time() if mtime is None else mtime)
    packed = zlib.compress(data, compresslevel, _GZIP)
    if when == 0:
        return packed
    best = b'\002' if compresslevel == 9 else b'\004' if compresslevel == 1 else b'\000'
    return packed[:4] + when.to_bytes(4, 'little') + best + b'\377' + packed[10:]


def decompress(data):
    """Decompresses bytes: one part after the other."""
    out = []
    while data:
        if data[:2] != b'\037\213':
            raise BadGzipFile('Not a gzipped file (%r)' % data[:2])
        part = zlib.decompressobj(_GZIP)
        try:
            out.append(part.decompress(data))
        except zlib.error as e:
            if 'data check' in str(e):
                raise BadGzipFile('CRC check failed') from None
            raise
        if not part.eof:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        data = part.unused_data.lstrip(b'\x00')
    return b''.join(out)


class _Reader(io.RawIOBase):
    """The bytes that a compressed file stands for, piece by piece."""

    def __init__(self, file):
        self._file = file
        self._begin()

    def _begin(self):
        self._pending = b''
        self._part = None
        self._is_first = True
        self._position = 0

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._position

    def readinto(self, buffer):
        with memoryview(buffer) as view:
            data = self._next(len(view))
            view[:len(data)] = data
        return len(data)

    def _next(self, size):
        data = self._pending
        while size:
            if self._part is None:
                data = self._next_part(data)
                if not data:
                    return b''
            elif not data:
                data = self._file.read(_CHUNK)
                if not data:
                    raise EOFError('Compressed file ended before the end-of-stream marker '
                                   'was reached')
            try:
                out = self._part.decompress(data, size)
            except zlib.error as e:
                if 'data check' in str(e):
                    raise BadGzipFile('CRC check failed') from None
                raise
            if self._part.eof:
                data, self._part = self._part.unused_data, None
            else:
                data = self._part.unconsumed_tail
            self._pending = data
            if out:
                self._position += len(out)
                return out
        return b''

    def _next_part(self, data):
        """The beginning of the next part; empty at the end of the file."""
        if not self._is_first:
            data = data.lstrip(b'\0')
        while len(data) < 2:
            more = self._file.read(_CHUNK)
            if not more:
                break
            data += more
            if not self._is_first:
                data = data.lstrip(b'\0')
        self._is_first = False
        if data:
            if data[:2] != b'\037\213':
                raise BadGzipFile('Not a gzipped file (%r)' % data[:2])
            self._part = zlib.decompressobj(_GZIP)
        return data

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._position
        elif whence == io.SEEK_END:
            while self._next(_CHUNK):
                pass
            offset += self._position
        if offset < self._position:
            self._file.seek(0)
            self._begin()
        while self._position < offset and self._next(min(_CHUNK, offset - self._position)):
            pass
        return self._position


class GzipFile(io.BufferedIOBase):
    """A compressed file."""

    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError('Invalid mode: {!r}'.format(mode))
        if mode and 'b' not in mode:
            mode += 'b'
        if fileobj is None:
            fileobj = self.myfileobj = io.open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, 'mode', READ)
        self.name = filename
        self.fileobj = fileobj
        self._offset = 0
        if mode.startswith('r'):
            self.mode = 1
            self._data = io.BufferedReader(_Reader(fileobj))
        elif mode.startswith(('w', 'a', 'x')):
            self.mode = 2
            self._compressor = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
            self._crc = 0
            self._size = 0
            self._write_header(compresslevel, mtime)
        else:
            raise ValueError('Invalid mode: {!r}'.format(mode))

    def _write_header(self, level, mtime):
        name = os.path.basename(os.fsencode(self.name))
        if name.endswith(b'.gz'):
            name = name[:-3]
        when = int(time.time() if mtime is None else mtime)
        extra = b'\002' if level == 9 else b'\004' if level == 1 else b'\000'
        self.fileobj.write(b'\037\213\010' + (b'\010' if name else b'\000')
                           + when.to_bytes(4, 'little') + extra + b'\377')
        if name:
            self.fileobj.write(name + b'\000')

    def _check(self):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')

    @property
    def closed(self):
        return self.fileobj is None

    def readable(self):
        return self.mode == 1

    def writable(self):
        return self.mode == 2

    def seekable(self):
        return True

    def _load(self):
        self._check()
        if self.mode != 1:
            raise OSError(9, 'read() on write-only GzipFile object')
        return self._data

    def read(self, size=-1):
        return self._load().read(size)

    def read1(self, size=-1):
        return self._load().read(size)

    def readline(self, size=-1):
        return self._load().readline(size)

    def readlines(self, hint=-1):
        return self._load().readlines(hint)

    def readinto(self, buffer):
        return self._load().readinto(buffer)

    def peek(self, n):
        return self._load().peek(n)

    def write(self, data):
        self._check()
        if self.mode != 2:
            raise OSError(9, 'write() on read-only GzipFile object')
        data = bytes(data)
        if data:
            self.fileobj.write(self._compressor.compress(data))
            self._size += len(data)
            self._crc = zlib.crc32(data, self._crc)
            self._offset += len(data)
        return len(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._check()
        if self.mode == 2:
            self.fileobj.write(self._compressor.flush(zlib_mode))
            self.fileobj.flush()

    def tell(self):
        return self._load().tell() if self.mode == 1 else self._offset

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == 1:
            return self._load().seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self._offset
        if offset < self._offset:
            raise OSError('Negative seek in write mode')
        self.write(b'\0' * (offset - self._offset))
        return self._offset

    def rewind(self):
        """Starts again."""
        self.seek(0)

    def fileno(self):
        return self.fileobj.fileno()

    def close(self):
        file = self.fileobj
        if file is None:
            return
        self.fileobj = None
        try:
            if self.mode == 2:
                file.write(self._compressor.flush())
                file.write(self._crc.to_bytes(4, 'little')
                           + (self._size & 0xffffffff).to_bytes(4, 'little'))
        finally:
            if self.myfileobj is not None:
                self.myfileobj.close()
                self.myfileobj = None

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line
