"""Files of sound, as WAV has them."""
import builtins
import struct
from collections import namedtuple

__all__ = ['open', 'Error', 'Wave_read', 'Wave_write']

WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE

_wave_params = namedtuple('_wave_params',
                          'nchannels sampwidth framerate nframes comptype compname')
_NAMES = {WAVE_FORMAT_PCM: ('NONE', 'not compressed')}
_PCM = bytes.fromhex('0100000000001000800000aa00389b71')


class Error(Exception):
    """It is no WAV file, or one that cannot be made."""


class Wave_read:
    """Reads a file."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = builtins.open(f, 'rb')
            self._i_opened_the_file = f
        try:
            self.initfp(f)
        except BaseException:
            if self._i_opened_the_file:
                f.close()
            raise

    def initfp(self, file):
        self._file = file
        self._soundpos = 0
        self._place = 0
        self._framesize = None
        name, size = struct.unpack('<4sL', self._read(8))
        if name != b'RIFF':
            raise Error('file does not start with RIFF id')
        if size < 4 or self._read(4) != b'WAVE':
            raise Error('not a WAVE file')
        self._start = None
        while True:
            head = file.read(8)
            self._place += len(head)
            if len(head) < 8:
                break
            name, size = struct.unpack('<4sL', head)
            if name == b'fmt ':
                self._read_format(size)
            elif name == b'data':
                if self._framesize is None:
                    raise Error('data chunk before fmt chunk')
                self._nframes = size // self._framesize
                self._start = self._place
                break
            else:
                self._skip(size)
        if self._start is None:
            raise Error('fmt chunk and/or data chunk missing')

    def _read(self, size):
        data = self._file.read(size)
        self._place += len(data)
        if len(data) < size:
            raise EOFError
        return data

    def _skip(self, size):
        self._read(size + (size & 1))

    def _read_format(self, size):
        data = self._read(size + (size & 1))[:size]
        if len(data) < 16:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _, bits = struct.unpack_from('<HHLLHH', data)
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(data) < 40:
                raise EOFError
            if data[24:40] != _PCM:
                raise Error('unknown extended format')
        elif kind != WAVE_FORMAT_PCM:
            raise Error('unknown format: %r' % (kind,))
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error('bad sample width')
        if not self._nchannels:
            raise Error('bad # of channels')
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = _NAMES[WAVE_FORMAT_PCM]

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def getfp(self):
        return self._file

    def rewind(self):
        self._soundpos = 0
        self._file.seek(self._start)

    def close(self):
        self._file = None
        file = self._i_opened_the_file
        if file:
            self._i_opened_the_file = None
            file.close()

    def tell(self):
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def getparams(self):
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes,
                            self._comptype, self._compname)

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error('no marks')

    def setpos(self, pos):
        if pos < 0 or pos > self._nframes:
            raise Error('position not in range')
        self._soundpos = pos
        self._file.seek(self._start + pos * self._framesize)

    def readframes(self, nframes):
        if not nframes:
            return b''
        left = self._nframes - self._soundpos
        count = left if nframes < 0 else min(nframes, left)
        data = self._file.read(count * self._framesize)
        self._soundpos += len(data) // self._framesize
        return data


class Wave_write:
    """Writes a file."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = builtins.open(f, 'wb')
            self._i_opened_the_file = f
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = 0
        self._nframes = self._nframeswritten = 0
        self._datawritten = self._datalength = 0
        self._headerwritten = False

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _changeable(self):
        if self._datawritten:
            raise Error('cannot change parameters after starting to write')

    def setnchannels(self, nchannels):
        self._changeable()
        if nchannels < 1:
            raise Error('bad # of channels')
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error('number of channels not set')
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._changeable()
        if sampwidth < 1 or sampwidth > 4:
            raise Error('bad sample width')
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error('sample width not set')
        return self._sampwidth

    def setframerate(self, framerate):
        self._changeable()
        if framerate <= 0:
            raise Error('bad frame rate')
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error('frame rate not set')
        return self._framerate

    def setnframes(self, nframes):
        self._changeable()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._changeable()
        if comptype not in ('NONE',):
            raise Error('unsupported compression type')
        self._comptype, self._compname = comptype, compname

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._changeable()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error('not all parameters set')
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes,
                            self._comptype, self._compname)

    def setmark(self, id, pos, name):
        raise Error('setmark() not supported')

    def getmark(self, id):
        raise Error('no marks')

    def getmarkers(self):
        return None

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._ensure_header(len(data))
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += len(data) // (self._sampwidth * self._nchannels)

    def writeframes(self, data):
        self.writeframesraw(data)
        if self._datalength != self._datawritten:
            self._patch_header()

    def _ensure_header(self, size):
        if self._headerwritten:
            return
        if not self._nchannels:
            raise Error('# channels not specified')
        if not self._sampwidth:
            raise Error('sample width not specified')
        if not self._framerate:
            raise Error('sampling rate not specified')
        self._write_header(size)

    def _write_header(self, size):
        self._headerwritten = True
        frame = self._nchannels * self._sampwidth
        if not self._nframes:
            self._nframes = size // frame
        self._datalength = self._nframes * frame
        try:
            self._place = self._file.tell()
        except (AttributeError, OSError):
            self._place = None
        self._file.write(struct.pack(
            '<4sL4s4sLHHLLHH4sL', b'RIFF', 36 + self._datalength, b'WAVE', b'fmt ', 16,
            WAVE_FORMAT_PCM, self._nchannels, self._framerate, self._framerate * frame, frame,
            self._sampwidth * 8, b'data', self._datalength))

    def _patch_header(self):
        if self._datawritten == self._datalength:
            return
        end = self._file.tell()
        self._file.seek(self._place + 4)
        self._file.write(struct.pack('<L', 36 + self._datawritten))
        self._file.seek(self._place + 40)
        self._file.write(struct.pack('<L', self._datawritten))
        self._file.seek(end)
        self._datalength = self._datawritten

    def close(self):
        try:
            if self._file:
                self._ensure_header(0)
                self._patch_header()
                self._file.flush()
                self._file = None
        finally:
            file = self._i_opened_the_file
            if file:
                self._i_opened_the_file = None
                file.close()


def open(f, mode=None):
    """Opens a file to read or write."""
    if mode is None:
        mode = getattr(f, 'mode', 'rb')
    if mode in ('r', 'rb'):
        return Wave_read(f)
    if mode in ('w', 'wb'):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
