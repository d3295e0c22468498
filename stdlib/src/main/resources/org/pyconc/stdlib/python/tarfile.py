"""Tar archives."""

import copy
import io
import os
import re
import shutil
import stat
import struct
import sys
import time

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError',
           'StreamError', 'ExtractError', 'HeaderError', 'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT',
           'PAX_FORMAT', 'DEFAULT_FORMAT', 'open', 'fully_trusted_filter', 'data_filter',
           'tar_filter', 'FilterError', 'AbsoluteLinkError', 'OutsideDestinationError',
           'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']

NUL, BLOCKSIZE = b'\0', 512
RECORDSIZE = BLOCKSIZE * 20
(REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE) = (
    b'0', b'\0', b'1', b'2', b'3', b'4', b'5', b'6', b'7')
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b'L', b'K', b'S'
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'x', b'g', b'X'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
ENCODING = 'utf-8'
REGULAR_TYPES = REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE
_most_header = 1 << 24


class TarError(Exception):
    """Base of the errors of this module."""


class ExtractError(TarError):
    """A member cannot be written."""


class ReadError(TarError):
    """The archive cannot be read."""


class CompressionError(TarError):
    """The compression is not there."""


class StreamError(TarError):
    """A stream cannot do that."""


class HeaderError(TarError):
    """A header is damaged."""


class EmptyHeaderError(HeaderError):
    """There is no header."""


class TruncatedHeaderError(HeaderError):
    """A header is not complete."""


class EOFHeaderError(HeaderError):
    """A block of zeros: the end."""


class InvalidHeaderError(HeaderError):
    """No header at all."""


class SubsequentHeaderError(HeaderError):
    """The header that an extended one belongs to is damaged."""


class FilterError(TarError):
    """A filter refuses a member."""


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__('member %r has an absolute path' % tarinfo.name)


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__('%r would be extracted to %r, which is outside the destination'
                         % (tarinfo.name, path))


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__('%r is a special file' % tarinfo.name)


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__('%r is a link to an absolute path' % tarinfo.name)


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__('%r would link to %r, which is outside the destination'
                         % (tarinfo.name, path))


def _changes(member, dest_path, for_data):
    changes = {}
    name = member.name
    dest_path = os.path.realpath(dest_path)
    if name.startswith(('/', os.sep)):
        name = changes['name'] = member.path.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if os.path.commonpath([target, dest_path]) != dest_path:
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        if for_data:
            if member.isreg() or member.islnk():
                if not mode & 0o100:
                    mode &= ~0o111
                mode |= 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes['mode'] = mode
    if for_data:
        for owner in 'uid', 'gid', 'uname', 'gname':
            if getattr(member, owner) is not None:
                changes[owner] = None
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            if member.issym():
                target = os.path.join(dest_path, os.path.dirname(name), member.linkname)
            else:
                target = os.path.join(dest_path, member.linkname)
            target = os.path.realpath(target)
            if os.path.commonpath([target, dest_path]) != dest_path:
                raise LinkOutsideDestinationError(member, target)
    return changes


def fully_trusted_filter(member, dest_path):
    """The member as it is."""
    return member


def tar_filter(member, dest_path):
    """The member without what leads out of the folder and without special modes."""
    changes = _changes(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """As tar_filter; no special files, no links that lead out, no owners."""
    changes = _changes(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_filters = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}


def _text_field(s, length, encoding, errors):
    if s is None:
        raise ValueError('metadata cannot contain None')
    s = s.encode(encoding, errors)
    return s[:length] + (length - len(s)) * NUL


def _text(s, encoding, errors):
    end = s.find(b'\0')
    return (s if end < 0 else s[:end]).decode(encoding, errors)


def _number(s):
    if s[0] in (0o200, 0o377):
        n = int.from_bytes(s[1:], 'big')
        return n - 256 ** (len(s) - 1) if s[0] == 0o377 else n
    try:
        return int(_text(s, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header') from None


def _number_field(n, digits=8, format=DEFAULT_FORMAT):
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return bytes('%0*o' % (digits - 1, n), 'ascii') + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        if n >= 0:
            return b'\x80' + n.to_bytes(digits - 1, 'big')
        return b'\xff' + (256 ** (digits - 1) + n).to_bytes(digits - 1, 'big')
    raise ValueError('overflow in number field')


def _checksums(block):
    plain = 256 + sum(block[:148]) + sum(block[156:512])
    signed = 256 + sum(struct.unpack('148b8x356b', block))
    return plain, signed


class TarInfo:
    """A member of an archive."""

    def __init__(self, name=''):
        self.name, self.linkname, self.uname, self.gname = name, '', '', ''
        self.mode, self.type = 0o644, REGTYPE
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.pax_headers, self.sparse, self.tarfile = {}, None, None

    path = property(lambda self: self.name, lambda self, name: setattr(self, 'name', name))
    linkpath = property(lambda self: self.linkname,
                        lambda self, name: setattr(self, 'linkname', name))

    def __repr__(self):
        return '<%s %r at %#x>' % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, deep=True, **values):
        """A copy with some other values."""
        new = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in values.items():
            if name not in ('name', 'mtime', 'mode', 'linkname', 'uid', 'gid', 'uname', 'gname'):
                raise TypeError('TarInfo.replace() got an unexpected keyword argument %r' % name)
            setattr(new, name, value)
        return new

    def get_info(self):
        info = {'name': self.name, 'mode': self.mode & 0o7777, 'uid': self.uid, 'gid': self.gid,
                'size': self.size, 'mtime': self.mtime, 'chksum': self.chksum, 'type': self.type,
                'linkname': self.linkname, 'uname': self.uname, 'gname': self.gname,
                'devmajor': self.devmajor, 'devminor': self.devminor}
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors='surrogateescape'):
        """The blocks of the header."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError('%s may not be None' % name)
        info['magic'] = b'ustar  \0' if format == GNU_FORMAT else b'ustar\x0000'
        out = b''
        if format == PAX_FORMAT:
            return self._pax(info, encoding)
        for field, length, kind, error in (('linkname', 100, GNUTYPE_LONGLINK, 'linkname is too long'),
                                           ('name', 100, GNUTYPE_LONGNAME, 'name is too long')):
            data = info[field].encode(encoding, errors)
            if len(data) > length:
                if format == USTAR_FORMAT:
                    if field == 'linkname':
                        raise ValueError(error)
                    info['prefix'], info['name'] = self._split(info['name'], encoding, errors)
                else:
                    out += self._extra('././@LongLink', data + NUL, kind)
        return out + self._block(info, format, encoding, errors)

    def _pax(self, info, encoding):
        headers = self.pax_headers.copy()
        for name, key, length in (('name', 'path', 100), ('linkname', 'linkpath', 100),
                                  ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if key in headers:
                continue
            try:
                info[name].encode('ascii', 'strict')
                if len(info[name]) > length:
                    headers[key] = info[name]
            except UnicodeEncodeError:
                headers[key] = info[name]
        for name, digits in (('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12)):
            needed = False
            value = info[name]
            if name in headers:
                info[name] = 0 if not 0 <= value < 8 ** (digits - 1) else int(value)
                continue
            if isinstance(value, float):
                info[name] = round(value)
                needed = True
            if not 0 <= info[name] < 8 ** (digits - 1):
                info[name] = 0
                needed = True
            if needed:
                headers[name] = str(value)
        out = b''
        if headers:
            records = b''
            for key, value in headers.items():
                record = b' ' + key.encode() + b'=' + value.encode('utf-8', 'surrogateescape') + b'\n'
                length = total = len(record)
                while total != length + len(str(total)):
                    total = length + len(str(total))
                records += str(total).encode() + record
            out = self._extra('././@PaxHeader', records, XHDTYPE, True)
        return out + self._block(info, USTAR_FORMAT, 'ascii', 'replace')

    def _extra(self, name, data, kind, ustar=False):
        info = {'name': name, 'type': kind, 'size': len(data),
                'magic': b'ustar\x0000' if ustar else b'ustar  \0'}
        out = self._block(info, USTAR_FORMAT, 'ascii', 'strict') + data
        rest = len(data) % BLOCKSIZE
        return out + (NUL * (BLOCKSIZE - rest) if rest else b'')

    def _split(self, name, encoding, errors):
        parts = name.split('/')
        for i in range(1, len(parts)):
            prefix, rest = '/'.join(parts[:i]), '/'.join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= 155 and len(
                    rest.encode(encoding, errors)) <= 100:
                return prefix, rest
        raise ValueError('name is too long')

    @staticmethod
    def _block(info, format, encoding, errors):
        device = info.get('type') in (CHRTYPE, BLKTYPE)
        major = _number_field(info.get('devmajor', 0), 8, format) if device else b'\0' * 8
        minor = _number_field(info.get('devminor', 0), 8, format) if device else b'\0' * 8
        parts = [_text_field(info.get('name', ''), 100, encoding, errors),
                 _number_field(info.get('mode', 0) & 0o7777, 8, format),
                 _number_field(info.get('uid', 0), 8, format),
                 _number_field(info.get('gid', 0), 8, format),
                 _number_field(info.get('size', 0), 12, format),
                 _number_field(info.get('mtime', 0), 12, format), b' ' * 8,
                 info.get('type', REGTYPE), _text_field(info.get('linkname', ''), 100, encoding, errors),
                 info['magic'], _text_field(info.get('uname', ''), 32, encoding, errors),
                 _text_field(info.get('gname', ''), 32, encoding, errors), major, minor,
                 _text_field(info.get('prefix', ''), 155, encoding, errors)]
        block = b''.join(parts)
        block += NUL * (BLOCKSIZE - len(block))
        total = _checksums(block)[0]
        return block[:148] + bytes('%06o\0' % total, 'ascii') + block[155:]

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member of a header."""
        if len(buf) == 0:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError('end of file header')
        total = _number(buf[148:156])
        if total not in _checksums(buf):
            raise InvalidHeaderError('bad checksum')
        new = cls()
        new.name = _text(buf[0:100], encoding, errors)
        new.mode, new.uid, new.gid = _number(buf[100:108]), _number(buf[108:116]), _number(buf[116:124])
        new.size, new.mtime, new.chksum = _number(buf[124:136]), _number(buf[136:148]), total
        new.type = buf[156:157]
        new.linkname = _text(buf[157:257], encoding, errors)
        new.uname, new.gname = _text(buf[265:297], encoding, errors), _text(buf[297:329], encoding, errors)
        new.devmajor, new.devminor = _number(buf[329:337]), _number(buf[337:345])
        prefix = _text(buf[345:500], encoding, errors)
        if new.type == AREGTYPE and new.name.endswith('/'):
            new.type = DIRTYPE
        if new.isdir():
            new.name = new.name.rstrip('/')
        if prefix and new.type not in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE):
            new.name = prefix + '/' + new.name
        return new

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.type == GNUTYPE_SPARSE

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _blocks(size):
    return (size + BLOCKSIZE - 1) // BLOCKSIZE * BLOCKSIZE


class _Counted:
    """A stream without seek: knows where it is."""

    def __init__(self, fileobj):
        self.fileobj, self.place = fileobj, 0

    def tell(self):
        return self.place

    def read(self, size=-1):
        parts = []
        while size:
            data = self.fileobj.read(size)
            if not data:
                break
            parts.append(data)
            size = size - len(data) if size > 0 else size
        data = b''.join(parts)
        self.place += len(data)
        return data

    def seek(self, place):
        if place < self.place:
            raise StreamError('seeking backwards is not allowed')
        while self.place < place and self.read(min(1 << 16, place - self.place)):
            pass
        return self.place

    def write(self, data):
        self.place += len(data)
        return self.fileobj.write(data)

    def close(self):
        pass


class ExFileObject(io.BufferedReader):
    """Reads a member."""

    def __init__(self, archive, info):
        super().__init__(_Section(archive.fileobj, info.offset_data, info.size, getattr(archive.fileobj, 'name', None)))


class _Section(io.RawIOBase):
    """A part of a file."""

    def __init__(self, fileobj, start, size, name):
        self._file, self._start, self._size, self._place = fileobj, start, size, 0
        self.name = name

    mode = 'r'

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._place

    def seek(self, place, whence=0):
        if whence == 1:
            place += self._place
        elif whence == 2:
            place += self._size
        self._place = min(max(place, 0), self._size)
        return self._place

    def readinto(self, buffer):
        wanted = min(len(buffer), self._size - self._place)
        if wanted <= 0:
            return 0
        self._file.seek(self._start + self._place)
        data = self._file.read(wanted)
        if not data:
            raise ReadError('unexpected end of data')
        buffer[:len(data)] = data
        self._place += len(data)
        return len(data)


class TarFile:
    """An archive."""

    debug, dereference, ignore_zeros, errorlevel = 0, False, False, 1
    format, encoding, errors = DEFAULT_FORMAT, ENCODING, None
    tarinfo, fileobject, extraction_filter = TarInfo, ExFileObject, None
    OPEN_METH = {'tar': 'taropen', 'gz': 'gzopen', 'bz2': 'bz2open', 'xz': 'xzopen'}

    def __init__(self, name=None, mode='r', fileobj=None, format=None, tarinfo=None,
                 dereference=None, ignore_zeros=None, encoding=None, errors='surrogateescape',
                 pax_headers=None, debug=None, errorlevel=None, copybufsize=None):
        modes = {'r': 'rb', 'a': 'r+b', 'w': 'wb', 'x': 'xb'}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode = mode, modes[mode]
        if not fileobj:
            if mode == 'a' and not os.path.exists(name):
                self.mode, self._mode = 'w', 'wb'
            fileobj = io.open(name, self._mode)
            self._extfileobj = False
        else:
            if name is None and isinstance(getattr(fileobj, 'name', None), (str, bytes)):
                name = fileobj.name
            if hasattr(fileobj, 'mode') and isinstance(fileobj.mode, str):
                self._mode = fileobj.mode
            self._extfileobj = True
        self.name = os.path.abspath(name) if name else None
        self.fileobj, self.errors = fileobj, errors
        for key, value in (('format', format), ('tarinfo', tarinfo), ('dereference', dereference),
                           ('ignore_zeros', ignore_zeros), ('encoding', encoding), ('debug', debug),
                           ('errorlevel', errorlevel)):
            if value is not None:
                setattr(self, key, value)
        self.pax_headers = dict(pax_headers) if pax_headers and self.format == PAX_FORMAT else {}
        self.copybufsize, self.closed, self.members, self._loaded = copybufsize, False, [], False
        self.offset = self.fileobj.tell()
        self.inodes = {}
        self.firstmember = None
        try:
            if self.mode == 'r':
                self.firstmember = self.next()
            elif self.mode == 'a':
                while True:
                    self.fileobj.seek(self.offset)
                    try:
                        self.members.append(self._header())
                    except EOFHeaderError:
                        self.fileobj.seek(self.offset)
                        break
                    except HeaderError as error:
                        raise ReadError(str(error)) from None
            if self.mode in ('a', 'w', 'x'):
                self._loaded = True
                if self.pax_headers:
                    records = TarInfo()
                    records.pax_headers = self.pax_headers
        except BaseException:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True
            raise

    @classmethod
    def open(cls, name=None, mode='r', fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Opens an archive; the mode says how it is compressed."""
        if not name and not fileobj:
            raise ValueError('nothing to open')
        if mode in ('r', 'r:*'):
            reasons = []
            start = fileobj.tell() if fileobj is not None else 0
            for kind in sorted(cls.OPEN_METH, key=lambda k: k != 'tar'):
                if fileobj is not None:
                    fileobj.seek(start)
                try:
                    return getattr(cls, cls.OPEN_METH[kind])(name, 'r', fileobj, **kwargs)
                except (ReadError, CompressionError) as error:
                    reasons.append('- method %s: %r' % (kind, error))
            raise ReadError('file could not be opened successfully:\n' + '\n'.join(reasons))
        if ':' in mode:
            filemode, kind = mode.split(':', 1)
            kind = kind or 'tar'
            if kind not in cls.OPEN_METH:
                raise CompressionError('unknown compression type %r' % kind)
            return getattr(cls, cls.OPEN_METH[kind])(name, filemode or 'r', fileobj, **kwargs)
        if '|' in mode:
            filemode, kind = mode.split('|', 1)
            if filemode not in ('r', 'w', ''):
                raise ValueError("mode must be 'r' or 'w'")
            return cls._stream(name, filemode or 'r', kind or 'tar', fileobj, **kwargs)
        if mode in ('a', 'w', 'x'):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError('undiscernible mode')

    @classmethod
    def _stream(cls, name, mode, kind, fileobj, **kwargs):
        own = fileobj is None
        raw = io.open(name, mode + 'b') if own else fileobj
        if kind == '*':
            if not hasattr(raw, 'peek'):
                raw = io.BufferedReader(_Plain(raw)) if not isinstance(raw, io.BufferedReader) else raw
            head = raw.peek(10)
            kind = ('gz' if head[:2] == b'\x1f\x8b' else 'bz2' if head[:3] == b'BZh' else
                    'xz' if head[:6] in (b'\xfd7zXZ\0', b']\0\0\x80\0\0') else 'tar')
        if kind == 'gz':
            import gzip
            stream = gzip.GzipFile(name, mode + 'b', fileobj=raw)
        elif kind == 'tar':
            stream = raw
        elif kind == 'bz2':
            import bz2
            stream = bz2.BZ2File(raw, mode + 'b')
        elif kind == 'xz':
            import lzma
            stream = lzma.LZMAFile(raw, mode + 'b')
        else:
            raise CompressionError('unknown compression type %r' % kind)
        archive = cls(name, mode, _Counted(stream), **kwargs)
        archive._streams = [s for s in (stream if stream is not raw else None, raw if own else None)
                            if s is not None]
        archive._is_stream = True
        return archive

    _streams, _is_stream = (), False

    @classmethod
    def taropen(cls, name, mode='r', fileobj=None, **kwargs):
        if mode not in ('r', 'a', 'w', 'x'):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        import gzip
        try:
            stream = gzip.GzipFile(name, mode + 'b', compresslevel, fileobj)
        except OSError:
            if fileobj is not None and mode == 'r':
                raise ReadError('not a gzip file') from None
            raise
        try:
            archive = cls.taropen(name, mode, stream, **kwargs)
        except (OSError, EOFError) as error:
            stream.close()
            if mode == 'r':
                raise ReadError('not a gzip file') from error
            raise
        except BaseException:
            stream.close()
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def bz2open(cls, name, mode='r', fileobj=None, compresslevel=9, **kwargs):
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from bz2 import BZ2File
        stream = BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        try:
            archive = cls.taropen(name, mode, stream, **kwargs)
        except (OSError, EOFError) as error:
            stream.close()
            if mode == 'r':
                raise ReadError('not a bzip2 file') from error
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def xzopen(cls, name, mode='r', fileobj=None, preset=None, **kwargs):
        if mode not in ('r', 'w', 'x'):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from lzma import LZMAError, LZMAFile
        stream = LZMAFile(fileobj or name, mode, preset=preset)
        try:
            archive = cls.taropen(name, mode, stream, **kwargs)
        except (LZMAError, EOFError) as error:
            stream.close()
            if mode == 'r':
                raise ReadError('not an lzma file') from error
            raise
        archive._extfileobj = False
        return archive

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.close()
        else:
            if not self._extfileobj:
                self.fileobj.close()
            self.closed = True

    def close(self):
        """Writes the end of a new archive, and closes it."""
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode in ('a', 'w', 'x'):
                self.fileobj.write(NUL * (BLOCKSIZE * 2))
                self.offset += BLOCKSIZE * 2
                rest = self.offset % RECORDSIZE
                if rest:
                    self.fileobj.write(NUL * (RECORDSIZE - rest))
        finally:
            if not self._extfileobj:
                self.fileobj.close()
            for stream in self._streams:
                stream.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError('%s is closed' % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError('bad operation for mode %r' % self.mode)

    # ---- reading

    def _header(self):
        """The member whose header comes next, with what extended headers say."""
        start = self.fileobj.tell()
        info = self.tarinfo.frombuf(self.fileobj.read(BLOCKSIZE), self.encoding, self.errors)
        info.offset = start
        if info.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            data = self._extended(info)
            following = self._following()
            following.offset = start
            if info.type == GNUTYPE_LONGNAME:
                following.name = _text(data, self.encoding, self.errors)
            else:
                following.linkname = _text(data, self.encoding, self.errors)
            if following.isdir():
                following.name = following.name.rstrip('/')
            return following
        if info.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            headers = self._records(self._extended(info))
            if info.type == XGLTYPE:
                self.pax_headers.update(headers)
                return self._following()
            following = self._following(headers)
            following.offset = start
            return following
        self._finish(info, {})
        return info

    def _following(self, headers=None):
        try:
            info = self._header_with(headers)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None
        return info

    def _header_with(self, headers):
        if headers is None:
            return self._header()
        start = self.fileobj.tell()
        info = self.tarinfo.frombuf(self.fileobj.read(BLOCKSIZE), self.encoding, self.errors)
        info.offset = start
        if info.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, XHDTYPE, XGLTYPE):
            self.fileobj.seek(start)
            info = self._header()
        self._finish(info, headers)
        return info

    def _finish(self, info, headers):
        all_headers = {**self.pax_headers, **headers}
        if 'GNU.sparse.name' in all_headers:
            all_headers.setdefault('path', all_headers['GNU.sparse.name'])
        for key, value in all_headers.items():
            if key == 'path':
                info.name = value.rstrip('/')
            elif key in ('linkpath', 'uname', 'gname'):
                setattr(info, 'linkname' if key == 'linkpath' else key, value)
            elif key in ('uid', 'gid', 'size', 'mtime'):
                try:
                    value = float(value) if key == 'mtime' else int(value)
                except ValueError:
                    value = 0
                setattr(info, key, value)
        info.pax_headers = all_headers
        info.offset_data = self.fileobj.tell()
        if info.size < 0:
            raise InvalidHeaderError('invalid offset')
        has_data = info.isreg() or info.type not in (LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE,
                                                     FIFOTYPE)
        self.offset = info.offset_data + (_blocks(info.size) if has_data else 0)

    def _extended(self, info):
        if info.size < 0 or info.size > _most_header:
            raise InvalidHeaderError('invalid header')
        data = self.fileobj.read(_blocks(info.size))
        if len(data) < info.size:
            raise TruncatedHeaderError('truncated header')
        return data[:info.size]

    def _records(self, data):
        headers, at = {}, 0
        while at < len(data) and data[at]:
            found = re.compile(rb'(\d{1,20}) ([^=]+)=').match(data, at)
            if not found:
                raise InvalidHeaderError('invalid header')
            length = int(found.group(1))
            if length < 5 or at + length > len(data) or data[at + length - 1] != 10:
                raise InvalidHeaderError('invalid header')
            value = data[found.end():at + length - 1]
            headers[found.group(2).decode('utf-8', 'replace')] = value.decode('utf-8', self.errors)
            at += length
        return headers

    def next(self):
        """The next member, or None."""
        self._check('ra')
        if self.firstmember is not None:
            info, self.firstmember = self.firstmember, None
            return info
        if self.offset != self.fileobj.tell():
            if self.offset == 0:
                return None
            self.fileobj.seek(self.offset - 1)
            if not self.fileobj.read(1):
                raise ReadError('unexpected end of data')
        info = None
        while True:
            try:
                info = self._header()
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as error:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError('empty file') from None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except HeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                if type(error).__module__ == 'zlib' and type(error).__name__ == 'error':
                    raise ReadError('zlib error: %s' % error) from None
                raise
            break
        if info is None:
            self._loaded = True
        else:
            info.tarfile = self
            self.members.append(info)
        return info

    def _load(self):
        if not self._loaded:
            while self.next() is not None:
                pass
            self._loaded = True

    def getmembers(self):
        self._check()
        self._load()
        return self.members

    def getnames(self):
        return [info.name for info in self.getmembers()]

    def getmember(self, name):
        found = self._find(name.rstrip('/'))
        if found is None:
            raise KeyError('filename %r not found' % name)
        return found

    def _find(self, name, before=None):
        members = self.getmembers()
        if before is not None:
            members = members[:members.index(before)] if before in members else members
        for info in reversed(members):
            if os.path.normpath(info.name) == os.path.normpath(name):
                return info
        return None

    def __iter__(self):
        if self._loaded:
            yield from self.members
            return
        index = 0
        while True:
            if index < len(self.members) and self.firstmember is None:
                info = self.members[index]
            elif not self._loaded:
                info = self.next()
                if info is None:
                    return
            else:
                return
            index += 1
            yield info

    def list(self, verbose=True, *, members=None):
        """Prints a table of the members."""
        self._check()
        for info in self if members is None else members:
            parts = []
            if verbose:
                parts.append('?' + stat.filemode(info.mode)[1:])
                parts.append('%s/%s' % (info.uname or info.uid, info.gname or info.gid))
                parts.append('%10d' % info.size)
                parts.append('%d-%02d-%02d %02d:%02d:%02d' % time.localtime(info.mtime)[:6])
            parts.append(info.name + ('/' if info.isdir() else ''))
            if verbose and info.issym():
                parts.append('-> ' + info.linkname)
            if verbose and info.islnk():
                parts.append('link to ' + info.linkname)
            print(*parts, end=' \n')

    def extractfile(self, member):
        """A file that reads a member; None for folders and the like."""
        self._check('r')
        info = self.getmember(member) if isinstance(member, str) else member
        if info.isreg() or info.type not in (LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE):
            return self.fileobject(self, info)
        if info.islnk() or info.issym():
            if self._is_stream:
                raise StreamError('cannot extract (sym)link as file object')
            return self.extractfile(self._target(info))
        return None

    def _target(self, info):
        if info.issym():
            name = '/'.join(filter(None, (os.path.dirname(info.name), info.linkname)))
            found = self._find(name)
        else:
            name = info.linkname
            found = self._find(name, info)
        if found is None:
            raise KeyError('linkname %r not found' % name)
        return found

    def _filter(self, chosen):
        if chosen is None:
            chosen = self.extraction_filter
            if chosen is None:
                return fully_trusted_filter
            if isinstance(chosen, str):
                raise TypeError('String names are not supported for TarFile.extraction_filter. Use a '
                                'function such as tarfile.data_filter directly.')
            return chosen
        if callable(chosen):
            return chosen
        try:
            return _filters[chosen]
        except KeyError:
            raise ValueError('filter %r not found' % (chosen,)) from None

    def extractall(self, path='.', members=None, *, numeric_owner=False, filter=None):
        """Writes all members into a folder."""
        check, folders = self._filter(filter), []
        for member in self if members is None else members:
            info = self._filtered(member, check, path)
            if info is None:
                continue
            if info.isdir():
                folders.append(info)
            self._extract_one(info, path, not info.isdir(), numeric_owner)
        for info in sorted(folders, key=lambda each: each.name, reverse=True):
            self._attributes(info, os.path.join(path, info.name))

    def extract(self, member, path='', set_attrs=True, *, numeric_owner=False, filter=None):
        """Writes a member into a folder."""
        info = self._filtered(member, self._filter(filter), path)
        if info is not None:
            self._extract_one(info, path, set_attrs, numeric_owner)

    def _filtered(self, member, check, path):
        info = self.getmember(member) if isinstance(member, str) else member
        original = info
        try:
            info = check(info, path)
        except (OSError, FilterError) as error:
            if self.errorlevel > 0:
                raise
            return None
        if info is None:
            return None
        if info.islnk():
            info = copy.copy(info)
            info._link_target = os.path.join(path, info.linkname)
        info._original = original
        return info

    def _extract_one(self, info, path, set_attrs, numeric_owner):
        self._check('r')
        try:
            self._write_member(info, os.path.join(path, info.name), set_attrs)
        except OSError as error:
            if self.errorlevel > 0:
                raise
        except ExtractError:
            if self.errorlevel > 1:
                raise

    def _write_member(self, info, target, set_attrs):
        target = target.rstrip('/')
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above)
        if info.isdir():
            try:
                os.mkdir(target, *(() if info.mode is None else (0o700,)))
            except FileExistsError:
                if not os.path.isdir(target):
                    raise
        elif info.issym():
            if os.path.lexists(target):
                os.unlink(target)
            os.symlink(info.linkname, target)
            return
        elif info.islnk():
            if os.path.lexists(target):
                os.unlink(target)
            if os.path.exists(info._link_target):
                os.link(info._link_target, target)
            else:
                self._write_member(self._target(getattr(info, '_original', info)), target, set_attrs)
            return
        elif info.isfifo() or info.ischr() or info.isblk():
            raise ExtractError('special devices not supported by system')
        else:
            if os.path.lexists(target) and os.path.islink(target):
                os.unlink(target)
            with io.open(target, 'wb') as file:
                left = info.size
                self.fileobj.seek(info.offset_data)
                while left:
                    data = self.fileobj.read(min(left, 1 << 16))
                    if not data:
                        raise ReadError('unexpected end of data')
                    file.write(data)
                    left -= len(data)
        if set_attrs:
            self._attributes(info, target)

    def _attributes(self, info, target):
        if info.mode is not None:
            try:
                os.chmod(target, info.mode)
            except OSError:
                raise ExtractError('could not change mode') from None
        if info.mtime is not None:
            try:
                os.utime(target, (info.mtime, info.mtime))
            except OSError:
                raise ExtractError('could not change modification time') from None

    # ---- writing

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """The member for a file."""
        self._check('awx')
        if fileobj is not None:
            name = fileobj.name
        if arcname is None:
            arcname = name
        arcname = str(os.fspath(arcname)).replace(os.sep, '/').lstrip('/')
        info = self.tarinfo()
        info.tarfile = self
        if fileobj is None:
            found = os.stat(name) if self.dereference else os.lstat(name)
        else:
            found = os.fstat(fileobj.fileno())
        mode, linkname = found.st_mode, ''
        inode = found.st_ino, found.st_dev
        if stat.S_ISREG(mode):
            if (not self.dereference and found.st_nlink > 1 and inode in self.inodes
                    and arcname != self.inodes[inode]):
                kind, linkname = LNKTYPE, self.inodes[inode]
            else:
                kind = REGTYPE
                if inode[0]:
                    self.inodes[inode] = arcname
        elif stat.S_ISDIR(mode):
            kind = DIRTYPE
        elif stat.S_ISFIFO(mode):
            kind = FIFOTYPE
        elif stat.S_ISLNK(mode):
            kind, linkname = SYMTYPE, os.readlink(name)
        elif stat.S_ISCHR(mode):
            kind = CHRTYPE
        elif stat.S_ISBLK(mode):
            kind = BLKTYPE
        else:
            return None
        info.name, info.mode, info.uid, info.gid = arcname, mode, found.st_uid, found.st_gid
        info.size = found.st_size if kind == REGTYPE else 0
        info.mtime, info.type, info.linkname = found.st_mtime, kind, linkname
        try:
            import grp
            import pwd
            info.uname = pwd.getpwuid(info.uid)[0]
            info.gname = grp.getgrgid(info.gid)[0]
        except (ImportError, KeyError):
            pass
        return info

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all in it."""
        self._check('awx')
        if arcname is None:
            arcname = name
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        info = self.gettarinfo(name, arcname)
        if info is None:
            return
        if filter is not None:
            info = filter(info)
            if info is None:
                return
        if info.isreg():
            with io.open(name, 'rb') as file:
                self.addfile(info, file)
        else:
            self.addfile(info)
            if info.isdir() and recursive:
                for each in sorted(os.listdir(name)):
                    self.add(os.path.join(name, each), os.path.join(arcname, each), recursive,
                             filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member whose content comes from a file."""
        self._check('awx')
        info = copy.copy(tarinfo)
        data = info.tobuf(self.format, self.encoding, self.errors)
        self.fileobj.write(data)
        self.offset += len(data)
        if fileobj is not None:
            left = info.size
            while left:
                data = fileobj.read(min(left, 1 << 16))
                if not data:
                    raise OSError('unexpected end of data')
                self.fileobj.write(data)
                left -= len(data)
            rest = info.size % BLOCKSIZE
            if rest:
                self.fileobj.write(NUL * (BLOCKSIZE - rest))
            self.offset += _blocks(info.size)
        self.members.append(info)

    def chown(self, tarinfo, targetpath, numeric_owner):
        """Does nothing: owners are not changed."""


class _Plain(io.RawIOBase):
    """Makes a raw file of what can be read."""

    def __init__(self, source):
        self._source = source

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self._source.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)


def is_tarfile(name):
    """Whether a file (or its name) is an archive."""
    try:
        if hasattr(name, 'read'):
            place = name.tell()
            archive = open(fileobj=name)
            name.seek(place)
        else:
            archive = open(name)
        archive.close()
        return True
    except TarError:
        return False


open = TarFile.open
