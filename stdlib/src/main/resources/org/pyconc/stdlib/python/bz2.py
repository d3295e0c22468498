"""Compression as bzip2 does it."""
import io
import _streams
from _compression import CompressedFile as _CompressedFile
from _compression import Compressor as _Compressor
from _compression import DecompressReader as _DecompressReader
from _compression import check_mode as _check_mode

__all__ = ['BZ2File', 'BZ2Compressor', 'BZ2Decompressor', 'open', 'compress', 'decompress']


class BZ2Compressor(_Compressor):
    """Compresses piece by piece."""

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        self._encoder = _streams.bzip2_encoder(compresslevel)


class BZ2Decompressor:
    """Decompresses one stream piece by piece."""

    def __init__(self):
        self._decoder = _streams.bzip2_decoder()
        self._is_bad = False

    def decompress(self, data, max_length=-1):
        """Decompresses some bytes to at most so many."""
        if self.eof:
            raise EOFError('End of stream already reached')
        if self._is_bad:
            raise OSError('Invalid data stream')
        try:
            return self._decoder.decode(data, max_length)
        except ValueError:
            self._is_bad = True
        raise OSError('Invalid data stream')

    @property
    def eof(self):
        return self._decoder.eof

    @property
    def needs_input(self):
        return self._decoder.needs_input

    @property
    def unused_data(self):
        return self._decoder.rest if self._decoder.eof else b''

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle %r object" % type(self).__name__)


BZ2Compressor.__module__ = BZ2Decompressor.__module__ = '_bz2'


class BZ2File(_CompressedFile):
    """A compressed file."""

    def __init__(self, filename, mode='r', *, compresslevel=9):
        if not 1 <= compresslevel <= 9:
            raise ValueError('compresslevel must be between 1 and 9')
        writes = mode[:1] in ('w', 'a', 'x')
        self._begin(filename, mode,
                    lambda file: _DecompressReader(file, BZ2Decompressor, trailing_error=OSError),
                    BZ2Compressor(compresslevel) if writes else None,
                    'filename must be a str, bytes, file or PathLike object',
                    'Invalid mode: %r' % (mode,))

    def readinto(self, b):
        self._check_can_read()
        return self._buffer.readinto(b)

    def readlines(self, size=-1):
        self._check_can_read()
        return self._buffer.readlines(size)

    def writelines(self, seq):
        for line in seq:
            self.write(line)


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a compressed file of bytes or text."""
    file = BZ2File(filename, _check_mode(mode, encoding, errors, newline),
                   compresslevel=compresslevel)
    return io.TextIOWrapper(file, encoding, errors, newline) if 't' in mode else file


def compress(data, compresslevel=9):
    """Compresses bytes."""
    compressor = BZ2Compressor(compresslevel)
    return compressor.compress(data) + compressor.flush()


def decompress(data):
    """Decompresses bytes: one stream after the other."""
    parts = []
    while data:
        decompressor = BZ2Decompressor()
        try:
            part = decompressor.decompress(data)
        except OSError:
            if parts:
                break  # what is behind the last stream does not count
            raise
        parts.append(part)
        if not decompressor.eof:
            raise ValueError('Compressed data ended before the end-of-stream marker was reached')
        data = decompressor.unused_data
    return b''.join(parts)
