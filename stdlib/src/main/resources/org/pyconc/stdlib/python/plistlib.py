"""Property lists of macOS, as XML and in their binary form."""
import binascii
import datetime
import enum
import itertools
import os
import re
import struct
from io import BytesIO

__all__ = ['InvalidFileException', 'FMT_XML', 'FMT_BINARY', 'load', 'dump', 'loads', 'dumps', 'UID']

PlistFormat = enum.Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
globals().update(PlistFormat.__members__)

_DATE = re.compile(r'(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)'
                   r'(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?Z', re.ASCII)
_CONTROL = re.compile(r'[\x00-\x08\x0b\x0c\x0e-\x1f]')
_HEAD = b'''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_EPOCH = datetime.datetime(2001, 1, 1)


class InvalidFileException(ValueError):
    """It is no property list."""

    def __init__(self, message='Invalid file'):
        ValueError.__init__(self, message)


class UID:
    """A number that keyed archives use for references."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError('data must be an int')
        if data >= 1 << 64:
            raise ValueError('UIDs cannot be >= 2**64')
        if data < 0:
            raise ValueError('UIDs must be positive')
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return '%s(%s)' % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


class _XmlReader:
    def __init__(self, dict_type):
        self.dict_type = dict_type
        self.stack = []
        self.key = None
        self.root = None
        self.text = []

    def parse(self, file):
        from xml.parsers import expat
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text_of
        self.parser.EntityDeclHandler = self.entity
        self.parser.ParseFile(file)
        return self.root

    def entity(self, *args):
        raise InvalidFileException('XML entity declarations are not supported in plist files')

    def text_of(self, data):
        self.text.append(data)

    def start(self, name, attributes):
        self.text = []
        if name in ('dict', 'array'):
            made = self.dict_type() if name == 'dict' else []
            self.add(made)
            self.stack.append(made)

    def end(self, name):
        text = ''.join(self.text)
        if name == 'dict':
            if self.key:
                raise ValueError("missing value for key '%s' at line %d"
                                 % (self.key, self.parser.CurrentLineNumber))
            self.stack.pop()
        elif name == 'array':
            self.stack.pop()
        elif name == 'key':
            if self.key or not isinstance(self.stack[-1], dict):
                raise ValueError('unexpected key at line %d' % self.parser.CurrentLineNumber)
            self.key = text
        elif name in ('true', 'false'):
            self.add(name == 'true')
        elif name == 'integer':
            digits = text
            self.add(int(digits, 16) if digits.startswith(('0x', '0X')) else int(digits))
        elif name == 'real':
            self.add(float(text))
        elif name == 'string':
            self.add(text)
        elif name == 'data':
            self.add(binascii.a2b_base64(text.encode('utf-8')))
        elif name == 'date':
            parts = _DATE.match(text).groupdict()
            self.add(datetime.datetime(*(int(part) for part in parts.values() if part is not None)))
        self.text = []

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.stack[-1], dict):
                raise ValueError('unexpected element at line %d' % self.parser.CurrentLineNumber)
            self.stack[-1][self.key] = value
            self.key = None
        elif not self.stack:
            self.root = value
        else:
            if not isinstance(self.stack[-1], list):
                raise ValueError('unexpected element at line %d' % self.parser.CurrentLineNumber)
            self.stack[-1].append(value)


def _escape(text):
    if _CONTROL.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace('\r\n', '\n').replace('\r', '\n')
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class _XmlWriter:
    def __init__(self, file, sort_keys, skipkeys):
        self.file = file
        self.sort_keys = sort_keys
        self.skipkeys = skipkeys

    def line(self, depth, text):
        self.file.write(b'\t' * depth + text.encode('utf-8') + b'\n')

    def simple(self, depth, name, text):
        self.line(depth, '<%s>%s</%s>' % (name, _escape(text), name))

    def write(self, value, depth):
        if isinstance(value, str):
            self.simple(depth, 'string', value)
        elif value is True or value is False:
            self.line(depth, '<true/>' if value else '<false/>')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.simple(depth, 'integer', '%d' % value)
        elif isinstance(value, float):
            self.simple(depth, 'real', repr(value))
        elif isinstance(value, dict):
            self.dict(value, depth)
        elif isinstance(value, (bytes, bytearray)):
            self.data(value, depth)
        elif isinstance(value, datetime.datetime):
            self.simple(depth, 'date', '%04d-%02d-%02dT%02d:%02d:%02dZ' % (
                value.year, value.month, value.day, value.hour, value.minute, value.second))
        elif isinstance(value, (tuple, list)):
            if not value:
                self.line(depth, '<array/>')
                return
            self.line(depth, '<array>')
            for each in value:
                self.write(each, depth + 1)
            self.line(depth, '</array>')
        else:
            raise TypeError('unsupported type: %s' % type(value))

    def dict(self, value, depth):
        if not value:
            self.line(depth, '<dict/>')
            return
        self.line(depth, '<dict>')
        for key, each in sorted(value.items()) if self.sort_keys else value.items():
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError('keys must be strings')
            self.simple(depth + 1, 'key', key)
            self.write(each, depth + 1)
        self.line(depth, '</dict>')

    def data(self, value, depth):
        self.line(depth, '<data>')
        width = max(16, 76 - len(b'\t' * depth * 8))
        size = width // 4 * 3
        for i in range(0, len(value), size):
            self.line(depth, binascii.b2a_base64(value[i:i + size], newline=False).decode())
        self.line(depth, '</data>')


class _BinaryReader:
    def __init__(self, dict_type):
        self.dict_type = dict_type

    def parse(self, file):
        try:
            self.file = file
            file.seek(-32, os.SEEK_END)
            trailer = file.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            self.offset_size, self.ref_size, count, top, table = struct.unpack('>6xBBQQQ', trailer)
            file.seek(table)
            self.offsets = self.ints(count, self.offset_size)
            self.objects = [None] * count
            self.known = [False] * count
            return self.read(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException() from None

    def ints(self, count, size):
        data = self.file.read(size * count)
        if not size or len(data) != size * count:
            raise InvalidFileException()
        return [int.from_bytes(data[i:i + size], 'big') for i in range(0, size * count, size)]

    def size(self, low):
        if low != 0xF:
            return low
        width = 1 << (self.file.read(1)[0] & 3)
        return int.from_bytes(self.file.read(width), 'big')

    def exactly(self, count):
        data = self.file.read(count)
        if len(data) != count:
            raise InvalidFileException()
        return data

    def read(self, ref):
        if self.known[ref]:
            return self.objects[ref]
        self.file.seek(self.offsets[ref])
        token = self.file.read(1)[0]
        high, low = token & 0xF0, token & 0x0F
        if token == 0x00:
            value = None
        elif token in (0x08, 0x09):
            value = token == 0x09
        elif token == 0x0f:
            value = b''
        elif high == 0x10:
            value = int.from_bytes(self.exactly(1 << low), 'big', signed=low >= 3)
        elif token == 0x22:
            value = struct.unpack('>f', self.exactly(4))[0]
        elif token == 0x23:
            value = struct.unpack('>d', self.exactly(8))[0]
        elif token == 0x33:
            value = _EPOCH + datetime.timedelta(seconds=struct.unpack('>d', self.exactly(8))[0])
        elif high == 0x40:
            value = self.exactly(self.size(low))
        elif high == 0x50:
            value = self.exactly(self.size(low)).decode('ascii')
        elif high == 0x60:
            value = self.exactly(self.size(low) * 2).decode('utf-16be')
        elif high == 0x80:
            value = UID(int.from_bytes(self.exactly(1 + low), 'big'))
        elif high == 0xA0:
            refs = self.ints(count, self.ref_size) if (count := self.size(low)) else []
            value = []
            self.note(ref, value)
            value.extend(self.read(each) for each in refs)
        elif high == 0xD0:
            count = self.size(low)
            keys = self.ints(count, self.ref_size) if count else []
            values = self.ints(count, self.ref_size) if count else []
            value = self.dict_type()
            self.note(ref, value)
            try:
                for key, each in zip(keys, values):
                    value[self.read(key)] = self.read(each)
            except TypeError:
                raise InvalidFileException() from None
        else:
            raise InvalidFileException()
        self.note(ref, value)
        return value

    def note(self, ref, value):
        self.objects[ref] = value
        self.known[ref] = True


def _width(count):
    return 1 if count < 1 << 8 else 2 if count < 1 << 16 else 4 if count < 1 << 32 else 8


class _BinaryWriter:
    def __init__(self, file, sort_keys, skipkeys):
        self.file = file
        self.sort_keys = sort_keys
        self.skipkeys = skipkeys

    def write(self, value):
        self.objects = []
        self.by_value = {}
        self.by_id = {}
        self.flatten(value)
        count = len(self.objects)
        self.ref_size = _width(count)
        self.file.write(b'bplist00')
        offsets = []
        for each in self.objects:
            offsets.append(self.file.tell())
            self.one(each)
        table = self.file.tell()
        width = _width(table)
        for each in offsets:
            self.file.write(each.to_bytes(width, 'big'))
        self.file.write(struct.pack('>5xBBBQQQ', 0, width, self.ref_size, count, self.ref(value),
                                    table))

    def place(self, value):
        if isinstance(value, (str, int, float, datetime.datetime, bytes, bytearray)):
            return self.by_value, (type(value), bytes(value) if isinstance(value, bytearray)
                                   else value)
        return self.by_id, id(value)

    def ref(self, value):
        table, key = self.place(value)
        return table[key]

    def pairs(self, value):
        items = sorted(value.items()) if self.sort_keys else value.items()
        keys, values = [], []
        for key, each in items:
            if not isinstance(key, str):
                if self.skipkeys:
                    continue
                raise TypeError('keys must be strings')
            keys.append(key)
            values.append(each)
        return keys, values

    def flatten(self, value):
        table, key = self.place(value)
        if key in table:
            return
        table[key] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            for each in itertools.chain(*self.pairs(value)):
                self.flatten(each)
        elif isinstance(value, (list, tuple)):
            for each in value:
                self.flatten(each)

    def head(self, token, size):
        if size < 15:
            self.file.write(bytes((token | size,)))
        else:
            width = _width(size)
            self.file.write(bytes((token | 0xF, 0x10 | width.bit_length() - 1))
                            + size.to_bytes(width, 'big'))

    def refs(self, values):
        for each in values:
            self.file.write(self.ref(each).to_bytes(self.ref_size, 'big'))

    def one(self, value):
        if value is None:
            self.file.write(b'\x00')
        elif value is False or value is True:
            self.file.write(b'\x09' if value else b'\x08')
        elif isinstance(value, int):
            if value < 0:
                try:
                    self.file.write(struct.pack('>Bq', 0x13, value))
                except struct.error:
                    raise OverflowError(value) from None
            elif value < 1 << 63:
                width = _width(value)
                self.file.write(bytes((0x10 | width.bit_length() - 1,))
                                + value.to_bytes(width, 'big'))
            elif value < 1 << 64:
                self.file.write(b'\x14' + value.to_bytes(16, 'big', signed=True))
            else:
                raise OverflowError(value)
        elif isinstance(value, float):
            self.file.write(struct.pack('>Bd', 0x23, value))
        elif isinstance(value, datetime.datetime):
            self.file.write(struct.pack('>Bd', 0x33, (value - _EPOCH).total_seconds()))
        elif isinstance(value, (bytes, bytearray)):
            self.head(0x40, len(value))
            self.file.write(value)
        elif isinstance(value, str):
            if value.isascii():
                self.head(0x50, len(value))
                self.file.write(value.encode('ascii'))
            else:
                data = value.encode('utf-16be')
                self.head(0x60, len(data) // 2)
                self.file.write(data)
        elif isinstance(value, UID):
            width = _width(value.data)
            self.file.write(bytes((0x80 | width - 1,)) + value.data.to_bytes(width, 'big'))
        elif isinstance(value, (list, tuple)):
            self.head(0xA0, len(value))
            self.refs(value)
        elif isinstance(value, dict):
            keys, values = self.pairs(value)
            self.head(0xD0, len(keys))
            self.refs(keys)
            self.refs(values)
        else:
            raise TypeError(value)


_BEGINNINGS = (b'<?xml', b'<plist')


def _is_xml(head):
    if head.startswith(_BEGINNINGS):
        return True
    for mark, encoding in ((b'\xef\xbb\xbf', 'utf-8'), (b'\xfe\xff', 'utf-16-be'),
                           (b'\xff\xfe', 'utf-16-le')):
        if head.startswith(tuple(mark + each.decode().encode(encoding) for each in _BEGINNINGS)):
            return True
    return False


def load(fp, *, fmt=None, dict_type=dict):
    """What a file stands for."""
    if fmt is None:
        head = fp.read(32)
        fp.seek(0)
        if _is_xml(head):
            fmt = PlistFormat.FMT_XML
        elif head[:8] == b'bplist00':
            fmt = PlistFormat.FMT_BINARY
        else:
            raise InvalidFileException()
    reader = _XmlReader if fmt is PlistFormat.FMT_XML else _BinaryReader
    return reader(dict_type).parse(fp)


def loads(value, *, fmt=None, dict_type=dict):
    """What some bytes stand for."""
    return load(BytesIO(value), fmt=fmt, dict_type=dict_type)


def dump(value, fp, *, fmt=PlistFormat.FMT_XML, sort_keys=True, skipkeys=False):
    """Writes a value into a file."""
    if fmt is PlistFormat.FMT_XML:
        fp.write(_HEAD + b'<plist version="1.0">\n')
        _XmlWriter(fp, sort_keys, skipkeys).write(value, 0)
        fp.write(b'</plist>\n')
    elif fmt is PlistFormat.FMT_BINARY:
        _BinaryWriter(fp, sort_keys, skipkeys).write(value)
    else:
        raise ValueError('Unsupported format: %r' % (fmt,))


def dumps(value, *, fmt=PlistFormat.FMT_XML, skipkeys=False, sort_keys=True):
    """The bytes of a value."""
    out = BytesIO()
    dump(value, out, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return out.getvalue()
