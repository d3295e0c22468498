"""ZIP archives."""

import io
import os
import shutil
import stat
import struct
import sys
import time
import zlib

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2',
           'ZIP_LZMA', 'is_zipfile', 'ZipInfo', 'ZipFile', 'LargeZipFile', 'Path']


class BadZipFile(Exception):
    """No ZIP archive, or a damaged one."""


class LargeZipFile(Exception):
    """The archive needs ZIP64, which is not allowed."""


error = BadZipfile = BadZipFile

ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = ZIP_MAX_COMMENT = (1 << 16) - 1
ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
_names = {0: 'store', 1: 'shrink', 2: 'reduce', 3: 'reduce', 4: 'reduce', 5: 'reduce',
          6: 'implode', 7: 'tokenize', 8: 'deflate', 9: 'deflate64', 10: 'implode', 12: 'bzip2',
          14: 'lzma', 18: 'terse', 19: 'lz77', 97: 'wavpack', 98: 'ppmd'}
_local, _central, _end = '<4s2B4HL2L2H', '<4s4B4HL2L5H2L', '<4s4H2LH'
_end64, _locator = '<4sQ2H2L4Q', '<4sLQL'
_encrypted, _described, _utf8 = 1, 8, 0x800


def is_zipfile(filename):
    """Whether a file (or its name) looks like an archive."""
    try:
        if hasattr(filename, 'read'):
            return bool(_find_end(filename))
        with open(filename, 'rb') as file:
            return bool(_find_end(file))
    except OSError:
        return False


def _find_end(file):
    """The record at the end: fields of its struct, comment, place; None if there is none."""
    file.seek(0, 2)
    size = file.tell()
    start = max(size - 22 - ZIP_MAX_COMMENT - 1, 0)
    file.seek(start)
    data = file.read()
    at = data.rfind(b'PK\5\6')
    while at >= 0:
        record = data[at:at + 22]
        if len(record) == 22:
            fields = list(struct.unpack(_end, record))
            comment = data[at + 22:at + 22 + fields[7]]
            if at + 22 + fields[7] == len(data) or size > 22:
                return _find_end64(file, fields, start + at) + [comment, start + at]
        at = data.rfind(b'PK\5\6', 0, at)
    return None


def _find_end64(file, fields, place):
    if place < 20:
        return fields
    file.seek(place - 20)
    data = file.read(20)
    if len(data) != 20 or data[:4] != b'PK\6\7':
        return fields
    _, disk, _, disks = struct.unpack(_locator, data)
    if disk != 0 or disks > 1:
        raise BadZipFile('zipfiles that span multiple disks are not supported')
    file.seek(max(place - 20 - 56, 0))
    data = file.read(56)
    if len(data) != 56 or data[:4] != b'PK\6\6':
        return fields
    record = struct.unpack(_end64, data)
    fields[0] = record[0]
    fields[1:7] = record[4], record[5], record[6], record[7], record[8], record[9]
    return fields


class ZipInfo:
    """A member of an archive."""

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        nul = filename.find('\0')
        if nul >= 0:
            filename = filename[:nul]
        if os.sep != '/' and os.sep in filename:
            filename = filename.replace(os.sep, '/')
        self.filename = filename
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type = ZIP_STORED
        self._compresslevel = None
        self.comment = self.extra = b''
        self.create_system = 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = 0
        self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = self.CRC = 0
        self.header_offset = 0

    def __repr__(self):
        text = ['<%s filename=%r' % (self.__class__.__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            text.append(' compress_type=%s' % _names.get(self.compress_type, self.compress_type))
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            text.append(' filemode=%r' % stat.filemode(high))
        if low:
            text.append(' external_attr=%#x' % low)
        folder = self.is_dir()
        if not folder or self.file_size:
            text.append(' file_size=%r' % self.file_size)
        if (not folder or self.compress_size) and (
                self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            text.append(' compress_size=%r' % self.compress_size)
        text.append('>')
        return ''.join(text)

    def is_dir(self):
        return self.filename[-1:] == '/'

    def _stamp(self):
        t = self.date_time
        return t[3] << 11 | t[4] << 5 | t[5] // 2, (t[0] - 1980) << 9 | t[1] << 5 | t[2]

    def _encoded(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | _utf8

    def FileHeader(self, zip64=None):
        """The header before the data."""
        clock, day = self._stamp()
        crc, packed, size = self.CRC, self.compress_size, self.file_size
        if self.flag_bits & _described:
            crc = packed = size = 0
        extra = self.extra
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or packed > ZIP64_LIMIT
        if zip64:
            extra += struct.pack('<HHQQ', 1, 16, size, packed)
            size = packed = 0xFFFFFFFF
        needed = max(45 if zip64 else 0, {ZIP_BZIP2: 46, ZIP_LZMA: 63}.get(self.compress_type, 0))
        self.extract_version = max(needed, self.extract_version)
        self.create_version = max(needed, self.create_version)
        name, flags = self._encoded()
        return struct.pack(_local, b'PK\3\4', self.extract_version, self.reserved, flags,
                           self.compress_type, clock, day, crc, packed, size, len(name),
                           len(extra)) + name + extra

    def _read_extra(self):
        extra = self.extra
        while len(extra) >= 4:
            kind, length = struct.unpack('<HH', extra[:4])
            if length + 4 > len(extra):
                raise BadZipFile('Corrupt extra field %04x (size=%d)' % (kind, length))
            if kind == 1:
                data = extra[4:4 + length]
                try:
                    field = 'File size'
                    if self.file_size in (0xFFFFFFFFFFFFFFFF, 0xFFFFFFFF):
                        self.file_size, = struct.unpack('<Q', data[:8])
                        data = data[8:]
                    field = 'Compress size'
                    if self.compress_size == 0xFFFFFFFF:
                        self.compress_size, = struct.unpack('<Q', data[:8])
                        data = data[8:]
                    field = 'Header offset'
                    if self.header_offset == 0xFFFFFFFF:
                        self.header_offset, = struct.unpack('<Q', data[:8])
                except struct.error:
                    raise BadZipFile('Corrupt zip64 extra field. %s not found.' % field) from None
            extra = extra[length + 4:]

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """The member for a file."""
        if isinstance(filename, os.PathLike):
            filename = os.fspath(filename)
        found = os.stat(filename)
        folder = stat.S_ISDIR(found.st_mode)
        moment = time.localtime(found.st_mtime)[:6]
        if not strict_timestamps and moment[0] < 1980:
            moment = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and moment[0] > 2107:
            moment = (2107, 12, 31, 23, 59, 59)
        if arcname is None:
            arcname = filename
        arcname = os.path.normpath(os.path.splitdrive(arcname)[1]).lstrip(os.sep)
        if folder:
            arcname += '/'
        info = cls(arcname, moment)
        info.external_attr = (found.st_mode & 0xFFFF) << 16
        if folder:
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            info.file_size = found.st_size
        return info


def _check_method(method):
    if method not in (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA):
        raise NotImplementedError('That compression method is not supported')


def _compressor(method, level):
    if method == ZIP_DEFLATED:
        return zlib.compressobj(-1 if level is None else level, zlib.DEFLATED, -15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    if method == ZIP_LZMA:
        return _LzmaPacker()
    return None


def _decompressor(method):
    _check_method(method)
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    if method == ZIP_LZMA:
        return _LzmaUnpacker()
    return None


class _LzmaPacker:
    """LZMA as archives have it: its properties come first."""

    def __init__(self):
        self._packer = None

    def _begin(self):
        import lzma
        self._packer = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[
            {'id': lzma.FILTER_LZMA1, 'dict_size': 1 << 23, 'lc': 3, 'lp': 0, 'pb': 2}])
        return struct.pack('<BBHBL', 9, 4, 5, (2 * 5 + 0) * 9 + 3, 1 << 23)

    def compress(self, data):
        head = self._begin() if self._packer is None else b''
        return head + self._packer.compress(data)

    def flush(self):
        head = self._begin() if self._packer is None else b''
        return head + self._packer.flush()


class _LzmaUnpacker:
    """Reads what _LzmaPacker writes."""

    def __init__(self):
        self._unpacker = None
        self._head = b''
        self.eof = False

    def decompress(self, data):
        if self._unpacker is None:
            import lzma
            self._head += data
            if len(self._head) <= 4:
                return b''
            size, = struct.unpack('<H', self._head[2:4])
            if len(self._head) <= 4 + size:
                return b''
            what, room = struct.unpack('<BL', self._head[4:9])
            self._unpacker = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[
                {'id': lzma.FILTER_LZMA1, 'dict_size': room, 'lc': what % 9, 'lp': what // 9 % 5,
                 'pb': what // 45}])
            data = self._head[4 + size:]
            self._head = b''
        plain = self._unpacker.decompress(data)
        self.eof = self._unpacker.eof
        return plain


class _Keys:
    """The old encryption of archives: takes the bytes of a member apart."""

    def __init__(self, password):
        self.a, self.b, self.c = 0x12345678, 0x23456789, 0x34567890
        for byte in password:
            self._update(byte)

    def _update(self, byte):
        self.a = zlib.crc32(bytes((byte,)), self.a ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        self.b = ((self.b + (self.a & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        self.c = zlib.crc32(bytes((self.b >> 24,)), self.c ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def decrypt(self, data):
        out = bytearray()
        for byte in data:
            k = self.c | 2
            byte ^= (k * (k ^ 1) >> 8) & 0xFF
            self._update(byte)
            out.append(byte)
        return bytes(out)


class ZipExtFile(io.BufferedIOBase):
    """Reads a member."""

    MIN_READ_SIZE = 1 << 14

    def __init__(self, archive, info, start, keys, mode='r'):
        self._archive, self._info, self._start, self._keys = archive, info, start, keys
        self.mode, self.name, self.newlines = mode, info.filename, None
        self._first_key_state = (keys.a, keys.b, keys.c) if keys else None
        self._rewind()

    def _rewind(self):
        info = self._info
        self._at, self._left = self._start, info.compress_size
        self._plain_left = info.file_size
        if self._keys:
            self._keys.a, self._keys.b, self._keys.c = self._first_key_state
            self._left -= 12
        self._unpacker = _decompressor(info.compress_type)
        self._crc, self._buffer, self._position, self._done = 0, b'', 0, False

    def __repr__(self):
        text = '<%s.%s' % (self.__class__.__module__, self.__class__.__qualname__)
        if self.closed:
            return text + ' [closed]>'
        text += ' name=%r' % self.name
        if self._info.compress_type != ZIP_STORED:
            text += ' compress_type=%s' % _names.get(self._info.compress_type)
        return text + '>'

    def readable(self):
        self._require()
        return True

    def seekable(self):
        self._require()
        return True

    def _require(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _more(self, wanted):
        """Reads some bytes behind those in the buffer; False at the end."""
        if self._done:
            return False
        size = min(self._left, max(wanted, self.MIN_READ_SIZE))
        data = b''
        if size > 0:
            data = self._archive._read_at(self._at, size)
            if not data:
                raise EOFError
            self._at += len(data)
            self._left -= len(data)
            if self._keys:
                data = self._keys.decrypt(data)
        unpacker = self._unpacker
        if unpacker is None:
            done = self._left <= 0
        elif self._info.compress_type == ZIP_DEFLATED:
            wanted = max(wanted, self.MIN_READ_SIZE)
            data = unpacker.decompress(unpacker.unconsumed_tail + data, wanted)
            done = unpacker.eof or self._left <= 0 and not unpacker.unconsumed_tail
            if done:
                data += unpacker.flush()
        else:
            data = unpacker.decompress(data)
            done = unpacker.eof or self._left <= 0
        data = data[:self._plain_left]
        self._plain_left -= len(data)
        if self._plain_left <= 0:
            done = True
        self._crc = zlib.crc32(data, self._crc)
        self._done = done
        if done and self._crc != self._info.CRC:
            raise BadZipFile('Bad CRC-32 for file %r' % self.name)
        self._buffer += data
        return True

    def read(self, n=-1):
        self._require()
        if n is None or n < 0:
            parts = [self._buffer]
            self._buffer = b''
            while self._more(1 << 16):
                parts.append(self._buffer)
                self._buffer = b''
            data = b''.join(parts)
        else:
            while len(self._buffer) < n and self._more(n - len(self._buffer)):
                pass
            data, self._buffer = self._buffer[:n], self._buffer[n:]
        self._position += len(data)
        return data

    def read1(self, n=-1):
        self._require()
        if not self._buffer and n != 0:
            while not self._buffer and self._more(self.MIN_READ_SIZE):
                pass
        size = len(self._buffer) if n is None or n < 0 else n
        data, self._buffer = self._buffer[:size], self._buffer[size:]
        self._position += len(data)
        return data

    def peek(self, n=1):
        while len(self._buffer) < n and self._more(n):
            pass
        return self._buffer[:512]

    def readline(self, limit=-1):
        self._require()
        while b'\n' not in self._buffer and (limit < 0 or len(self._buffer) < limit):
            if not self._more(self.MIN_READ_SIZE):
                break
        end = self._buffer.find(b'\n') + 1 or len(self._buffer)
        if limit is not None and 0 <= limit < end:
            end = limit
        data, self._buffer = self._buffer[:end], self._buffer[end:]
        self._position += len(data)
        return data

    def tell(self):
        self._require()
        return self._position

    def seek(self, offset, whence=0):
        self._require()
        if whence == 0:
            place = offset
        elif whence == 1:
            place = self._position + offset
        elif whence == 2:
            place = self._info.file_size + offset
        else:
            raise ValueError('whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)')
        place = min(max(place, 0), self._info.file_size)
        if place < self._position:
            self._rewind()
        while self._position < place:
            if not self.read(min(1 << 16, place - self._position)):
                break
        return self._position


class _Writer(io.BufferedIOBase):
    """Writes a member."""

    def __init__(self, archive, info, zip64):
        self._archive, self._info, self._zip64 = archive, info, zip64
        self._packer = _compressor(info.compress_type, info._compresslevel)
        self._size = self._packed = self._crc = 0

    @property
    def _file(self):
        return self._archive.fp

    name = property(lambda self: self._info.filename)
    mode = property(lambda self: 'wb')

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        data = bytes(data) if not isinstance(data, (bytes, bytearray)) else data
        self._size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        size = len(data)
        if self._packer:
            data = self._packer.compress(data)
            self._packed += len(data)
        self._archive.fp.write(data)
        return size

    def close(self):
        if self.closed:
            return
        try:
            super().close()
            info, archive = self._info, self._archive
            if self._packer:
                rest = self._packer.flush()
                self._packed += len(rest)
                archive.fp.write(rest)
                info.compress_size = self._packed
            else:
                info.compress_size = self._size
            info.CRC, info.file_size = self._crc, self._size
            if not self._zip64 and (info.file_size > ZIP64_LIMIT
                                    or info.compress_size > ZIP64_LIMIT):
                raise RuntimeError('File size too large, try using force_zip64')
            if info.flag_bits & _described:
                archive.fp.write(struct.pack('<LLQQ' if self._zip64 else '<LLLL', 0x08074b50,
                                             info.CRC, info.compress_size, info.file_size))
                archive.start_dir = archive.fp.tell()
            else:
                archive.start_dir = archive.fp.tell()
                archive.fp.seek(info.header_offset)
                archive.fp.write(info.FileHeader(self._zip64))
                archive.fp.seek(archive.start_dir)
            archive.filelist.append(info)
            archive.NameToInfo[info.filename] = info
        finally:
            self._archive._writing = False


class _Tellable:
    """A file that cannot be positioned: counts what is written."""

    def __init__(self, fp):
        self.fp, self.offset = fp, 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


class ZipFile:
    """An archive."""

    fp = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None,
                 *, strict_timestamps=True, metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_method(compression)
        if metadata_encoding and mode != 'r':
            raise ValueError('metadata_encoding is only supported for reading files')
        self._allowZip64, self._strict_timestamps = allowZip64, strict_timestamps
        self.metadata_encoding = metadata_encoding
        self._didModify, self._writing = False, False
        self.debug, self.pwd, self._comment = 0, None, b''
        self.NameToInfo, self.filelist = {}, []
        self.compression, self.compresslevel, self.mode = compression, compresslevel, mode
        self._seekable = True
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        if isinstance(file, str):
            self._filePassed, self.filename = 0, file
            modes = {'r': 'rb', 'w': 'w+b', 'x': 'x+b', 'a': 'r+b'}
            try:
                self.fp = io.open(file, modes[mode])
            except FileNotFoundError:
                if mode != 'a':
                    raise
                self.fp = io.open(file, 'w+b')
        else:
            self._filePassed, self.fp = 1, file
            self.filename = getattr(file, 'name', None)
        try:
            if mode == 'r':
                self._read_directory()
            elif mode in ('w', 'x'):
                self._didModify = True
                try:
                    self.start_dir = self.fp.tell()
                except (AttributeError, OSError):
                    self.fp = _Tellable(self.fp)
                    self.start_dir, self._seekable = 0, False
            else:
                try:
                    self._read_directory()
                    self.fp.seek(self.start_dir)
                except BadZipFile:
                    self.fp.seek(0, 2)
                    self._didModify = True
                    self.start_dir = self.fp.tell()
        except BaseException:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        text = ['<%s.%s' % (self.__class__.__module__, self.__class__.__qualname__)]
        if self.fp is not None:
            if self._filePassed:
                text.append(' file=%r' % self.fp)
            elif self.filename is not None:
                text.append(' filename=%r' % self.filename)
            text.append(' mode=%r' % self.mode)
        else:
            text.append(' [closed]')
        return ''.join(text) + '>'

    def _read_at(self, place, size):
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on "
                             'it. Close the writing handle before trying to read.')
        if self.fp is None:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        self.fp.seek(place)
        return self.fp.read(size)

    def _read_directory(self):
        fp = self.fp
        try:
            end = _find_end(fp)
        except OSError:
            raise BadZipFile('File is not a zip file') from None
        if not end:
            raise BadZipFile('File is not a zip file')
        size, offset, self._comment, place = end[5], end[6], end[8], end[9]
        concat = place - size - offset
        if end[0] == b'PK\6\6':
            concat -= 56 + 20
        self.start_dir = offset + concat
        if self.start_dir < 0:
            raise BadZipFile('Bad offset for central directory')
        fp.seek(self.start_dir)
        data = io.BytesIO(fp.read(size))
        total = 0
        while total < size:
            head = data.read(46)
            if len(head) != 46:
                raise BadZipFile('Truncated central directory')
            fields = struct.unpack(_central, head)
            if fields[0] != b'PK\1\2':
                raise BadZipFile('Bad magic number for central directory')
            name = data.read(fields[12])
            if fields[5] & _utf8:
                name = name.decode('utf-8')
            else:
                name = name.decode(self.metadata_encoding or 'cp437')
            x = ZipInfo(name)
            x.extra, x.comment = data.read(fields[13]), data.read(fields[14])
            x.header_offset = fields[18]
            (x.create_version, x.create_system, x.extract_version, x.reserved, x.flag_bits,
             x.compress_type, clock, day, x.CRC, x.compress_size, x.file_size) = fields[1:12]
            if x.extract_version > 63:
                raise NotImplementedError('zip file version %.1f' % (x.extract_version / 10))
            x.volume, x.internal_attr, x.external_attr = fields[15:18]
            x.date_time = ((day >> 9) + 1980, day >> 5 & 15, day & 31, clock >> 11,
                           clock >> 5 & 63, (clock & 31) * 2)
            x._read_extra()
            x.header_offset += concat
            self.filelist.append(x)
            self.NameToInfo[x.filename] = x
            total += 46 + fields[12] + fields[13] + fields[14]

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        """Prints a table of the members."""
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d'
                                     % info.date_time[:6], info.file_size), file=file)

    def testzip(self):
        """The name of the first damaged member, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename) as file:
                    while file.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename
        return None

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError('comment: expected bytes, got %s' % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn('Archive comment is too long; truncating to %d bytes' % ZIP_MAX_COMMENT,
                          stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """The bytes of a member."""
        with self.open(name, 'r', pwd) as file:
            return file.read()

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        """A file that reads or writes a member."""
        if mode not in ('r', 'w'):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if isinstance(name, ZipInfo):
            info = name
        elif mode == 'w':
            info = ZipInfo(name)
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on "
                             'it. Close the writing handle before trying to read.')
        head = self._read_at(info.header_offset, 30)
        if len(head) != 30:
            raise BadZipFile('Truncated file header')
        fields = struct.unpack(_local, head)
        if fields[0] != b'PK\3\4':
            raise BadZipFile('Bad magic number for file header')
        raw = self._read_at(info.header_offset + 30, fields[10])
        if info.flag_bits & 0x20:
            raise NotImplementedError('compressed patched data (flag bit 5)')
        if info.flag_bits & 0x40:
            raise NotImplementedError('strong encryption (flag bit 6)')
        text = raw.decode('utf-8' if fields[3] & _utf8 else self.metadata_encoding or 'cp437')
        if text != info.orig_filename:
            raise BadZipFile('File name in directory %r and header %r differ.'
                             % (info.orig_filename, raw))
        start = info.header_offset + 30 + fields[10] + fields[11]
        keys = None
        if info.flag_bits & _encrypted:
            pwd = pwd or self.pwd
            if pwd and not isinstance(pwd, bytes):
                raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
            if not pwd:
                raise RuntimeError('File %r is encrypted, password required for extraction' % name)
            keys = _Keys(pwd)
            check = keys.decrypt(self._read_at(start, 12))
            start += 12
            if info.flag_bits & _described:
                expected = info._stamp()[0] >> 8 & 0xFF
            else:
                expected = info.CRC >> 24 & 0xFF
            if check[11] != expected:
                raise RuntimeError('Bad password for file %r' % name)
        return ZipExtFile(self, info, start, keys)

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError('force_zip64 is True, but allowZip64 was False when opening the ZIP file.')
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open "
                             'on it. Close the first handle before opening another.')
        info.compress_size = info.CRC = info.flag_bits = 0
        if not self._seekable:
            info.flag_bits |= _described
        if info.compress_type == ZIP_LZMA:
            info.flag_bits |= 2
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if zip64 and not self._allowZip64:
            raise LargeZipFile('Filesize would require ZIP64 extensions')
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._check_new(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _Writer(self, info, zip64)

    def _check_new(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % info.filename, stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        _check_method(info.compress_type)
        if not self._allowZip64 and (len(self.filelist) >= ZIP_FILECOUNT_LIMIT
                                     or info.header_offset > ZIP64_LIMIT):
            raise LargeZipFile('Files count would require ZIP64 extensions')

    def extract(self, member, path=None, pwd=None):
        """Writes a member into a folder; gives its path."""
        return self._extract(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members into a folder."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract(member, path, pwd)

    def _extract(self, member, path, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        # a name never leads out of the folder
        name = os.path.splitdrive(member.filename.replace('/', os.sep))[1]
        name = os.sep.join([part for part in name.split(os.sep) if part not in ('', '.', '..')])
        target = os.path.normpath(os.path.join(path, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above)
        if member.is_dir():
            if not os.path.isdir(target):
                os.mkdir(target)
            return target
        with self.open(member, pwd=pwd) as source, open(target, 'wb') as file:
            shutil.copyfileobj(source, file)
        return target

    def _require_writable(self):
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file or folder."""
        self._require_writable()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        with open(filename, 'rb') as source, self.open(info, 'w') as target:
            shutil.copyfileobj(source, target, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds a member with that content."""
        if isinstance(data, str):
            data = data.encode('utf-8')
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
            if info.filename[-1] == '/':
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        self._require_writable()
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self.open(info, 'w') as target:
            target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Adds a folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError('The given ZipInfo does not describe a directory')
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith('/') else name + '/')
            info.external_attr = (0o40000 | mode) << 16 | 0x10
        else:
            raise TypeError('Expected type str or ZipInfo')
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        if info.compress_type == ZIP_LZMA:
            info.flag_bits |= 2
        self._check_new(info)
        self._didModify = True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self.fp.write(info.FileHeader(False))
        self.start_dir = self.fp.tell()

    def close(self):
        """Writes the directory of a new archive, and closes it."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             'Close the writing handle before closing the zip.')
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_directory()
        finally:
            fp, self.fp = self.fp, None
            if not self._filePassed:
                fp.close()

    def __del__(self):
        self.close()

    def _write_directory(self):
        for info in self.filelist:
            clock, day = info._stamp()
            large = []
            size, packed = info.file_size, info.compress_size
            if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
                large += [size, packed]
                size = packed = 0xFFFFFFFF
            offset = info.header_offset
            if offset > ZIP64_LIMIT:
                large.append(offset)
                offset = 0xFFFFFFFF
            extra, needed = info.extra, 0
            if large:
                extra = struct.pack('<HH%dQ' % len(large), 1, 8 * len(large), *large) + extra
                needed = 45
            needed = max(needed, {ZIP_BZIP2: 46, ZIP_LZMA: 63}.get(info.compress_type, 0))
            name, flags = info._encoded()
            self.fp.write(struct.pack(
                _central, b'PK\1\2', max(needed, info.create_version), info.create_system,
                max(needed, info.extract_version), info.reserved, flags, info.compress_type, clock,
                day, info.CRC, packed, size, len(name), len(extra), len(info.comment), 0,
                info.internal_attr, info.external_attr, offset) + name + extra + info.comment)
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        if count > ZIP_FILECOUNT_LIMIT or offset > ZIP64_LIMIT or size > ZIP64_LIMIT:
            if not self._allowZip64:
                raise LargeZipFile('Files count would require ZIP64 extensions')
            self.fp.write(struct.pack(_end64, b'PK\6\6', 44, 45, 45, 0, 0, count, count, size,
                                      offset))
            self.fp.write(struct.pack(_locator, b'PK\6\7', 0, end, 1))
            count, size, offset = min(count, 0xFFFF), min(size, 0xFFFFFFFF), min(offset, 0xFFFFFFFF)
        self.fp.write(struct.pack(_end, b'PK\5\6', 0, 0, count, count, size, offset,
                                  len(self._comment)) + self._comment)
        if self.mode == 'a' and hasattr(self.fp, 'truncate'):
            self.fp.truncate()
        self.fp.flush()


class Path:
    """A member of an archive, used like a path."""

    def __init__(self, root, at=''):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def __repr__(self):
        return '%s(%r, %r)' % (self.__class__.__name__, self.root.filename, self.at)

    def __str__(self):
        return os.path.join(self.root.filename, self.at) if self.at else self.root.filename

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def _all(self):
        names = self.root.namelist()
        known = dict.fromkeys(names)
        for name in names:
            parts = name.rstrip('/').split('/')[:-1]
            for i in range(len(parts), 0, -1):
                known.setdefault('/'.join(parts[:i]) + '/')
        return list(known)

    def open(self, mode='r', *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        kind = mode[0]
        if not self.exists() and kind == 'r':
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, kind, pwd=pwd)
        if 'b' in mode:
            if args or kwargs:
                raise ValueError('encoding args invalid for binary operation')
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    @property
    def name(self):
        import pathlib
        return pathlib.PurePosixPath(str(self)).name

    @property
    def stem(self):
        import pathlib
        return pathlib.PurePosixPath(str(self)).stem

    @property
    def suffix(self):
        import pathlib
        return pathlib.PurePosixPath(str(self)).suffix

    @property
    def filename(self):
        import pathlib
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        above = self.at.rstrip('/').rpartition('/')[0]
        return self._next(above + '/' if above else '')

    def _next(self, at):
        return self.__class__(self.root, at)

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def is_dir(self):
        return not self.at or self.at.endswith('/')

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self._all()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._all():
            if name.startswith(self.at) and name != self.at:
                if '/' not in name[len(self.at):].rstrip('/'):
                    yield self._next(name)

    def joinpath(self, *other):
        at = self.at
        for part in other:
            at = at.rstrip('/') + '/' + part if at else part
        if at + '/' in self._all() and at not in self._all():
            at += '/'
        return self._next(at)

    def __truediv__(self, other):
        return self.joinpath(other)
