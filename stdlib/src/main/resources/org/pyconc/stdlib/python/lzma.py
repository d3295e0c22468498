"""Compression as xz does it, and as LZMA did before."""
import io
import _streams
from _compression import CompressedFile as _CompressedFile
from _compression import Compressor as _Compressor
from _compression import DecompressReader as _DecompressReader
from _compression import check_mode as _check_mode

__all__ = ['CHECK_NONE', 'CHECK_CRC32', 'CHECK_CRC64', 'CHECK_SHA256', 'CHECK_ID_MAX',
           'CHECK_UNKNOWN', 'FILTER_LZMA1', 'FILTER_LZMA2', 'FILTER_DELTA', 'FILTER_X86',
           'FILTER_IA64', 'FILTER_ARM', 'FILTER_ARMTHUMB', 'FILTER_POWERPC', 'FILTER_SPARC',
           'FORMAT_AUTO', 'FORMAT_XZ', 'FORMAT_ALONE', 'FORMAT_RAW', 'MF_HC3', 'MF_HC4', 'MF_BT2',
           'MF_BT3', 'MF_BT4', 'MODE_FAST', 'MODE_NORMAL', 'PRESET_DEFAULT', 'PRESET_EXTREME',
           'LZMACompressor', 'LZMADecompressor', 'LZMAFile', 'LZMAError', 'open', 'compress',
           'decompress', 'is_check_supported']

FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = range(4)
CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256 = 0, 1, 4, 10
CHECK_ID_MAX, CHECK_UNKNOWN = 15, 16
FILTER_LZMA1, FILTER_LZMA2, FILTER_DELTA = 0x4000000000000001, 0x21, 3
FILTER_X86, FILTER_POWERPC, FILTER_IA64 = 4, 5, 6
FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC = 7, 8, 9
MF_HC3, MF_HC4, MF_BT2, MF_BT3, MF_BT4 = 0x03, 0x04, 0x12, 0x13, 0x14
MODE_FAST, MODE_NORMAL = 1, 2
PRESET_DEFAULT, PRESET_EXTREME = 6, 1 << 31

_FIRST_KIND = 0x61  # FILTER_LZMA1 as _streams calls it
_FIELDS = ('preset', 'dict_size', 'lc', 'lp', 'pb', 'mode', 'nice_len', 'mf')


class LZMAError(Exception):
    """The data are not what they should be, or cannot be made so."""


LZMAError.__module__ = '_lzma'

_WORDS = {
    'XZFormatException': 'Input format not supported by decoder',
    'UnsupportedOptionsException': 'Invalid or unsupported options',
    'MemoryLimitException': 'Memory usage limit exceeded',
    'IllegalArgumentException': 'Invalid or unsupported options',
}


def _error(e):
    return LZMAError(_WORDS.get(str(e), 'Corrupt input data'))


def _preset(preset):
    if preset & ~PRESET_EXTREME > 9:
        raise LZMAError('Invalid compression preset: %d' % preset)
    return preset


def _filter(spec):
    """The numbers of a filter, as _streams takes them."""
    if not hasattr(spec, 'keys'):
        raise TypeError('Filter specifier must be a dict or dict-like object')
    if 'id' not in spec:
        raise ValueError('Filter specifier must have an "id" entry')
    kind = spec['id']
    given = {name: value for name, value in spec.items() if name != 'id'}
    if kind in (FILTER_LZMA1, FILTER_LZMA2):
        if not given.keys() <= {*_FIELDS, 'depth'}:
            raise ValueError('Invalid filter specifier for LZMA filter')
        preset = _preset(given.get('preset', PRESET_DEFAULT))
        return (_FIRST_KIND if kind == FILTER_LZMA1 else kind, preset,
                *(given.get(name, -1) for name in _FIELDS[1:]))
    if kind == FILTER_DELTA:
        if not given.keys() <= {'dist'}:
            raise ValueError('Invalid filter specifier for delta filter')
        return kind, given.get('dist', 1)
    if kind in (FILTER_X86, FILTER_POWERPC, FILTER_IA64, FILTER_ARM, FILTER_ARMTHUMB, FILTER_SPARC):
        if not given.keys() <= {'start_offset'}:
            raise ValueError('Invalid filter specifier for BCJ filter')
        return kind, given.get('start_offset', 0)
    raise ValueError('Invalid filter ID: %d' % kind)


def _chain(filters):
    if len(filters) > 4:
        raise ValueError('Too many filters - liblzma supports a maximum of 4')
    return [_filter(spec) for spec in filters]


_MAGIC = b'\xfd7zXZ\0'


def _is_usual(head):
    """Whether a .lzma file that nobody calls one begins so."""
    room = int.from_bytes(head[1:5], 'little')
    if len(head) >= 5 and room != 0xffffffff and bin(room).rstrip('0') not in ('0b1', '0b11'):
        return False
    size = int.from_bytes(head[5:13], 'little')
    return len(head) < 13 or size == 0xffffffffffffffff or size < 1 << 38


class LZMACompressor(_Compressor):
    """Compresses piece by piece."""

    def __init__(self, format=FORMAT_XZ, check=-1, preset=None, filters=None):
        if preset is not None and filters is not None:
            raise ValueError('Cannot specify both preset and filter chain')
        preset = PRESET_DEFAULT if preset is None else preset
        if format not in (FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW):
            raise ValueError('Invalid container format: %d' % format)
        if format != FORMAT_XZ and check not in (-1, CHECK_NONE):
            raise ValueError('Integrity checks are only supported by FORMAT_XZ')
        try:
            if format == FORMAT_XZ:
                chain = [(FILTER_LZMA2, preset)] if filters is None else _chain(filters)
                check = CHECK_CRC64 if check == -1 else check
                if not is_check_supported(check):
                    raise LZMAError('Unsupported integrity check')
                self._encoder = _streams.xz_encoder(check, chain)
            elif format == FORMAT_ALONE:
                chain = [(_FIRST_KIND, _preset(preset))] if filters is None else _chain(filters)
                if len(chain) != 1 or chain[0][0] != _FIRST_KIND:
                    raise ValueError('Invalid filter chain for FORMAT_ALONE - '
                                     'must be a single LZMA1 filter')
                self._encoder = _streams.lzma_encoder(chain, True)
            else:
                if filters is None:
                    raise ValueError('Must specify filters for FORMAT_RAW')
                self._encoder = _streams.lzma_encoder(_chain(filters), False)
        except ValueError as e:
            if str(e) in _WORDS:
                raise _error(e) from None
            raise


class LZMADecompressor:
    """Decompresses one stream piece by piece."""

    def __init__(self, format=FORMAT_AUTO, memlimit=None, filters=None):
        if format == FORMAT_RAW:
            if memlimit is not None:
                raise ValueError('Cannot specify memory limit with FORMAT_RAW')
            if filters is None:
                raise ValueError('Must specify filters for FORMAT_RAW')
        elif filters is not None:
            raise ValueError('Cannot specify filters except with FORMAT_RAW')
        elif format not in (FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE):
            raise ValueError('Invalid container format: %d' % format)
        self._format = format
        self._limit = memlimit
        self._failure = None
        self._head = b''
        self._picky = False
        self._decoder = None
        self.check = CHECK_NONE if format in (FORMAT_RAW, FORMAT_ALONE) else CHECK_UNKNOWN
        if format == FORMAT_RAW:
            self._decoder = _streams.raw_decoder(_chain(filters))
        elif format != FORMAT_AUTO:
            self._decoder = _streams.lzma_decoder(format == FORMAT_XZ, memlimit)

    def decompress(self, data, max_length=-1):
        """Decompresses some bytes to at most so many."""
        if self.eof:
            raise EOFError('Already at end of stream')
        if self._failure is not None:
            raise self._failure
        if len(self._head) < 13:
            self._head += bytes(memoryview(data)[:13 - len(self._head)])
            if not self._head:
                return b''
            self._look_at_head()
        try:
            return self._decoder.decode(data, max_length)
        except ValueError as e:
            self._failure = _error(e)
        raise self._failure

    def _look_at_head(self):
        head = self._head
        picky = self._format == FORMAT_AUTO
        if picky:
            self._format = FORMAT_XZ if head[0] == 0xfd else FORMAT_ALONE
            self._picky = self._format == FORMAT_ALONE
        if self._decoder is None:
            self._decoder = _streams.lzma_decoder(self._format == FORMAT_XZ, self._limit)
        if self._format == FORMAT_XZ:
            is_right = head.startswith(_MAGIC[:len(head)])
            if len(head) > 7 and is_right:
                self.check = head[7]
        elif self._format == FORMAT_ALONE:
            self.check = CHECK_NONE
            is_right = head[0] <= (4 * 5 + 4) * 9 + 8 and (not self._picky or _is_usual(head))
        else:
            return
        if not is_right:
            self._failure = LZMAError('Input format not supported by decoder')
            raise self._failure

    @property
    def eof(self):
        return self._decoder is not None and self._decoder.eof

    @property
    def needs_input(self):
        return self._decoder is None or self._decoder.needs_input

    @property
    def unused_data(self):
        return self._decoder.rest if self.eof else b''

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle %r object" % type(self).__name__)


LZMACompressor.__module__ = LZMADecompressor.__module__ = '_lzma'


class LZMAFile(_CompressedFile):
    """A compressed file."""

    def __init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None,
                 filters=None):
        compressor = None
        self._mode = 0
        if mode in ('r', 'rb'):
            if check != -1:
                raise ValueError('Cannot specify an integrity check when opening a file for '
                                 'reading')
            if preset is not None:
                raise ValueError('Cannot specify a preset compression level when opening a file '
                                 'for reading')
            if format is None:
                format = FORMAT_AUTO
        elif mode in ('w', 'wb', 'a', 'ab', 'x', 'xb'):
            if format is None:
                format = FORMAT_XZ
            compressor = LZMACompressor(format, check, preset, filters)
        else:
            raise ValueError('Invalid mode: {!r}'.format(mode))
        self._begin(filename, mode,
                    lambda file: _DecompressReader(file, LZMADecompressor,
                                                   trailing_error=LZMAError, format=format,
                                                   filters=filters),
                    compressor, 'filename must be a str, bytes, file or PathLike object',
                    'Invalid mode: {!r}'.format(mode))


def open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None,
         errors=None, newline=None):
    """Opens a compressed file of bytes or text."""
    file = LZMAFile(filename, _check_mode(mode, encoding, errors, newline), format=format,
                    check=check, preset=preset, filters=filters)
    return io.TextIOWrapper(file, encoding, errors, newline) if 't' in mode else file


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """Compresses bytes."""
    compressor = LZMACompressor(format, check, preset, filters)
    return compressor.compress(data) + compressor.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """Decompresses bytes: one stream after the other."""
    parts = []
    while True:
        decompressor = LZMADecompressor(format, memlimit, filters)
        try:
            part = decompressor.decompress(data)
        except LZMAError:
            if parts:
                break  # what is behind the last stream does not count
            raise
        parts.append(part)
        if not decompressor.eof:
            raise LZMAError('Compressed data ended before the end-of-stream marker was reached')
        data = decompressor.unused_data
        if not data:
            break
    return b''.join(parts)


def is_check_supported(check_id, /):
    """Whether data can be checked so."""
    return check_id in (CHECK_NONE, CHECK_CRC32, CHECK_CRC64, CHECK_SHA256)
