"""What the files of bz2 and lzma have in common."""
import builtins
import io
import os

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE
_CLOSED, _READ, _WRITE = 0, 1, 3


class Compressor:
    """Compresses piece by piece, with the encoder that a subclass has made."""

    def compress(self, data, /):
        """Compresses some bytes; what comes out of them may come later."""
        if self._encoder is None:
            raise ValueError('Compressor has been flushed')
        return self._encoder.encode(data)

    def flush(self):
        """Gives what is left; the last call."""
        if self._encoder is None:
            raise ValueError('Repeated call to flush()')
        encoder, self._encoder = self._encoder, None
        return encoder.finish()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle %r object" % type(self).__name__)


class BaseStream(io.BufferedIOBase):
    """A file that checks what may be done with it."""

    def _check_not_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def _check_can_read(self):
        if not self.readable():
            raise io.UnsupportedOperation('File not open for reading')

    def _check_can_write(self):
        if not self.writable():
            raise io.UnsupportedOperation('File not open for writing')

    def _check_can_seek(self):
        if not self.readable():
            raise io.UnsupportedOperation('Seeking is only supported on files open for reading')
        if not self.seekable():
            raise io.UnsupportedOperation('The underlying file object does not support seeking')


class DecompressReader(io.RawIOBase):
    """The plain bytes of a file that holds one compressed stream after the other."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp = fp
        self._make = lambda: decomp_factory(**decomp_args)
        self._trailing_error = trailing_error
        self._restart()
        self._size = -1

    def _restart(self):
        self._pos = 0
        self._eof = False
        self._decompressor = self._make()

    def readable(self):
        return True

    def seekable(self):
        return self._fp.seekable()

    def close(self):
        self._decompressor = None
        return super().close()

    def readinto(self, b):
        with memoryview(b) as view, view.cast('B') as flat:
            data = self.read(len(flat))
            flat[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b''
        while True:
            if self._decompressor.eof:
                left = self._decompressor.unused_data or self._fp.read(BUFFER_SIZE)
                if not left:
                    break
                self._decompressor = self._make()
                try:
                    data = self._decompressor.decompress(left, size)
                except self._trailing_error:
                    break
            elif self._decompressor.needs_input:
                left = self._fp.read(BUFFER_SIZE)
                if not left:
                    raise EOFError('Compressed file ended before the end-of-stream marker was '
                                   'reached')
                data = self._decompressor.decompress(left, size)
            else:
                data = self._decompressor.decompress(b'', size)
            if data:
                self._pos += len(data)
                return data
        self._eof = True
        self._size = self._pos
        return b''

    def readall(self):
        parts = []
        while part := self.read(1 << 30):
            parts.append(part)
        return b''.join(parts)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self._size < 0 and self.read(BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError('Invalid value for whence: {}'.format(whence))
        if offset < self._pos:
            self._fp.seek(0)
            self._restart()
        while self._pos < offset and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        return self._pos


class CompressedFile(BaseStream):
    """A compressed file: the part that does not depend on how it is compressed."""

    def _begin(self, filename, mode, reader, compressor, wrong, invalid):
        self._fp = None
        self._closefp = False
        self._mode = _CLOSED
        if mode in ('', 'r', 'rb'):
            plain = 'rb'
        elif mode in ('w', 'wb', 'a', 'ab', 'x', 'xb'):
            plain = mode[0] + 'b'
        else:
            raise ValueError(invalid)
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = builtins.open(filename, plain)
            self._closefp = True
        elif hasattr(filename, 'read') or hasattr(filename, 'write'):
            self._fp = filename
        else:
            raise TypeError(wrong)
        if plain == 'rb':
            self._mode = _READ
            self._buffer = io.BufferedReader(reader(self._fp))
        else:
            self._mode = _WRITE
            self._compressor = compressor
            self._pos = 0

    def close(self):
        if self._mode == _CLOSED:
            return
        try:
            if self._mode == _READ:
                self._buffer.close()
            else:
                self._fp.write(self._compressor.flush())
                self._compressor = None
        finally:
            try:
                if self._closefp:
                    self._fp.close()
            finally:
                self._fp = None
                self._closefp = False
                self._mode = _CLOSED
                self._buffer = None

    @property
    def closed(self):
        return self._mode == _CLOSED

    def fileno(self):
        self._check_not_closed()
        return self._fp.fileno()

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def readable(self):
        self._check_not_closed()
        return self._mode == _READ

    def writable(self):
        self._check_not_closed()
        return self._mode == _WRITE

    def peek(self, n=0):
        self._check_can_read()
        return self._buffer.peek(n)

    def read(self, size=-1):
        self._check_can_read()
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_can_read()
        return self._buffer.read1(BUFFER_SIZE if size < 0 else size)

    def readline(self, size=-1):
        self._check_can_read()
        return self._buffer.readline(size)

    def __iter__(self):
        self._check_can_read()
        return self

    def __next__(self):
        line = self._buffer.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        self._check_can_write()
        if isinstance(data, (bytes, bytearray)):
            length = len(data)
        else:
            data = memoryview(data)
            length = data.nbytes
        self._fp.write(self._compressor.compress(data))
        self._pos += length
        return length

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_can_seek()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check_not_closed()
        return self._buffer.tell() if self._mode == _READ else self._pos

    def __enter__(self):
        self._check_not_closed()
        return self

    def __exit__(self, *exc):
        self.close()


def check_mode(mode, encoding, errors, newline):
    """Refuses what does not go with a mode; the mode of the file below."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError('Argument %r not supported in binary mode' % name)
    return mode.replace('t', '')
