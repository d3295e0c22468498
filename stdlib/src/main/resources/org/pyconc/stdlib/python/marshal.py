"""Numbers, texts and containers of such as bytes, in the form that CPython reads and writes."""
import struct as _struct

version = 4

_DEEPEST = 2000
_REF = 0x80
_LONG, _DOUBLE = _struct.Struct('<l'), _struct.Struct('<d')


def dump(value, file, version=version, /):
    """Writes a value into a file opened for bytes."""
    file.write(dumps(value, version))


def dumps(value, version=version, /):
    """The bytes of a value."""
    out = bytearray()
    try:
        _write(out, value, version, 0)
    except RecursionError:
        raise ValueError('object too deeply nested to marshal') from None
    return bytes(out)


def load(file, /):
    """Reads one value from a file opened for bytes."""
    return _Reader(file.read).value()


def loads(bytes, /):
    """The value of some bytes."""
    try:
        view = memoryview(bytes).tobytes()
    except TypeError as e:
        raise TypeError(str(e).removeprefix('memoryview: ')) from None
    at = 0

    def read(size):
        nonlocal at
        at += size
        return view[at - size:at]
    return _Reader(read).value()


def _size(out, code, value):
    out += code + _LONG.pack(len(value))


def _write(out, value, version, depth):
    if depth > _DEEPEST:
        raise ValueError('object too deeply nested to marshal')
    kind = type(value)
    if value is None:
        out += b'N'
    elif value is True or value is False:
        out += b'T' if value else b'F'
    elif value is StopIteration:
        out += b'S'
    elif value is Ellipsis:
        out += b'.'
    elif kind is int:
        _write_int(out, value)
    elif kind is float:
        _write_float(out, b'fg', value, version)
    elif kind is complex:
        if version > 1:
            out += b'y' + _DOUBLE.pack(value.real) + _DOUBLE.pack(value.imag)
        else:
            text = b'x'
            for part in (value.real, value.imag):
                digits = b'%.17g' % part
                text += bytes((len(digits),)) + digits
            out += text
    elif kind is str:
        _write_text(out, value, version)
    elif kind is bytes:
        _size(out, b's', value)
        out += value
    elif kind is tuple:
        if version >= 4 and len(value) < 256:
            out += b')' + bytes((len(value),))
        else:
            _size(out, b'(', value)
        for each in value:
            _write(out, each, version, depth + 1)
    elif kind in (list, set, frozenset):
        _size(out, b'[' if kind is list else b'<' if kind is set else b'>', value)
        for each in value:
            _write(out, each, version, depth + 1)
    elif kind is dict:
        out += b'{'
        for key, each in value.items():
            _write(out, key, version, depth + 1)
            _write(out, each, version, depth + 1)
        out += b'0'
    else:
        try:
            data = memoryview(value)
        except TypeError:
            raise ValueError('unmarshallable object') from None
        _size(out, b's', data.tobytes())
        out += data.tobytes()


def _write_int(out, value):
    if -0x80000000 <= value <= 0x7fffffff:
        out += b'i' + _LONG.pack(value)
        return
    rest = abs(value)
    digits = []
    while rest:
        digits.append(rest & 0x7fff)
        rest >>= 15
    out += b'l' + _LONG.pack(-len(digits) if value < 0 else len(digits))
    for digit in digits:
        out += digit.to_bytes(2, 'little')


def _write_float(out, codes, value, version):
    if version > 1:
        out += b'g' + _DOUBLE.pack(value)
    else:
        digits = b'%.17g' % value
        out += b'f' + bytes((len(digits),)) + digits


def _write_text(out, value, version):
    if version >= 4 and value.isascii():
        if len(value) < 256:
            out += b'z' + bytes((len(value),))
        else:
            _size(out, b'a', value)
        out += value.encode()
        return
    data = value.encode('utf-8', 'surrogatepass')
    _size(out, b'u', data)
    out += data


class _Reader:
    def __init__(self, read):
        self.source = read
        self.known = []

    def read(self, size):
        data = self.source(size)
        if len(data) < size:
            raise EOFError('marshal data too short')
        return data

    def number(self):
        return _LONG.unpack(self.read(4))[0]

    def size(self, what):
        size = self.number()
        if size < 0:
            raise ValueError('bad marshal data (%s size out of range)' % what)
        return size

    def value(self):
        try:
            found = self.next()
        except RecursionError:
            raise ValueError('recursion limit exceeded') from None
        if found is _END:
            raise TypeError('NULL object in marshal data for object')
        return found

    def next(self):
        code = self.source(1)
        if not code:
            raise EOFError('EOF read where object expected')
        is_known = code[0] & _REF
        code = chr(code[0] & ~_REF)
        if code in _SIMPLE:
            return _SIMPLE[code]
        if code == 'r':
            index = self.number()
            if not 0 <= index < len(self.known) or self.known[index] is _END:
                raise ValueError('bad marshal data (invalid reference)')
            return self.known[index]
        if code in '([)<>{':
            return self.container(code, is_known)
        value = self.scalar(code)
        if is_known:
            self.known.append(value)
        return value

    def scalar(self, code):
        if code == 'i':
            return self.number()
        if code == 'l':
            return self.long()
        if code == 'g':
            return _DOUBLE.unpack(self.read(8))[0]
        if code == 'f':
            return float(self.read(self.read(1)[0]))
        if code == 'y':
            return complex(_DOUBLE.unpack(self.read(8))[0], _DOUBLE.unpack(self.read(8))[0])
        if code == 'x':
            real = float(self.read(self.read(1)[0]))
            return complex(real, float(self.read(self.read(1)[0])))
        if code == 's':
            return self.read(self.size('bytes object'))
        if code in 'zZ':
            return self.read(self.read(1)[0]).decode('latin-1')
        if code in 'aA':
            return self.read(self.size('string')).decode('latin-1')
        if code in 'ut':
            return self.read(self.size('string')).decode('utf-8', 'surrogatepass')
        raise ValueError('bad marshal data (unknown type code)')

    def long(self):
        count = self.number()
        value = 0
        digits = []
        for _ in range(abs(count)):
            digit = int.from_bytes(self.read(2), 'little')
            if digit > 0x7fff:
                raise ValueError('bad marshal data (digit out of range in long)')
            digits.append(digit)
        if digits and not digits[-1]:
            raise ValueError('bad marshal data (unnormalized long data)')
        for digit in reversed(digits):
            value = value << 15 | digit
        return -value if count < 0 else value

    def container(self, code, is_known):
        place = None
        if is_known:
            place = len(self.known)
            self.known.append(_END)
        if code == '{':
            made = {}
            if is_known:
                self.known[place] = made
            while (key := self.next()) is not _END:
                value = self.next()
                if value is _END:
                    break
                made[key] = value
            return made
        size = self.read(1)[0] if code == ')' else self.size(_NAMES[code])
        if code == '[':
            made = []
            if is_known:
                self.known[place] = made
            for _ in range(size):
                made.append(self.element(code))
            return made
        items = [self.element(code) for _ in range(size)]
        made = set(items) if code == '<' else frozenset(items) if code == '>' else tuple(items)
        if is_known:
            self.known[place] = made
        return made

    def element(self, code):
        value = self.next()
        if value is _END:
            raise TypeError('NULL object in marshal data for ' + _NAMES[code])
        return value


_END = object()
_SIMPLE = {'N': None, 'T': True, 'F': False, 'S': StopIteration, '.': Ellipsis, '0': _END}
_NAMES = {'(': 'tuple', ')': 'tuple', '[': 'list', '<': 'set', '>': 'set'}
