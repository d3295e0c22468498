"""Bytes as text in base 16, 32, 64 and 85."""

import binascii

__all__ = [
    'encode', 'decode', 'encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode',
    'b32decode', 'b16encode', 'b16decode', 'b85encode', 'b85decode', 'standard_b64encode',
    'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'a85encode', 'a85decode',
    'b32hexencode', 'b32hexdecode',
]

_b32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_b85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII string, not %r'
                        % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_from_decode_data(altchars), b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def b32encode(s):
    s = memoryview(s).tobytes()
    missing = -len(s) % 5
    padded = s + bytes(missing)
    encoded = bytearray()
    for i in range(0, len(padded), 5):
        value = int.from_bytes(padded[i:i + 5], 'big')
        encoded.extend(_b32[value >> shift & 31] for shift in range(35, -5, -5))
    pads = {0: 0, 1: 1, 2: 3, 3: 4, 4: 6}[missing]
    if pads:
        encoded[-pads:] = b'=' * pads
    return bytes(encoded)


def b32decode(s, casefold=False, map01=None):
    s = bytes(_bytes_from_decode_data(s))
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _bytes_from_decode_data(map01)))
    if casefold:
        s = s.upper()
    digits = s.rstrip(b'=')
    pads = len(s) - len(digits)
    decoded = bytearray()
    for i in range(0, len(digits), 8):
        value = 0
        group = digits[i:i + 8]
        for c in group:
            at = _b32.find(c)
            if at < 0:
                raise binascii.Error('Non-base32 digit found')
            value = value * 32 + at
        value <<= 5 * (8 - len(group))
        decoded += value.to_bytes(5, 'big')
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if pads:
        del decoded[-{1: 1, 3: 2, 4: 3, 6: 4}[pads]:]
    return bytes(decoded)


def b85encode(b, pad=False):
    b = memoryview(b).tobytes()
    missing = -len(b) % 4
    padded = b + bytes(missing)
    encoded = bytearray()
    for i in range(0, len(padded), 4):
        value = int.from_bytes(padded[i:i + 4], 'big')
        for power in (52200625, 614125, 7225, 85, 1):
            encoded.append(_b85[value // power % 85])
    return bytes(encoded if pad or not missing else encoded[:-missing])


def b85decode(b):
    b = bytes(_bytes_from_decode_data(b))
    missing = -len(b) % 5
    padded = b + b'~' * missing
    decoded = bytearray()
    for i in range(0, len(padded), 5):
        value = 0
        for j, c in enumerate(padded[i:i + 5]):
            at = _b85.find(c)
            if at < 0:
                raise ValueError('bad base85 character at position %d' % (i + j))
            value = value * 85 + at
        if value > 0xffffffff:
            raise ValueError('base85 overflow in hunk starting at byte %d' % i)
        decoded += value.to_bytes(4, 'big')
    return bytes(decoded[:-missing] if missing else decoded)


def _check_bytes(s):
    try:
        view = memoryview(s)
    except TypeError:
        raise TypeError('expected bytes-like object, not %s' % s.__class__.__name__) from None
    if view.format not in ('c', 'b', 'B'):
        raise TypeError('expected single byte elements, not %r from %s'
                        % (view.format, s.__class__.__name__))
    if view.ndim != 1:
        raise TypeError('expected 1-D data, not %d-D data from %s'
                        % (view.ndim, s.__class__.__name__))


def encodebytes(s):
    _check_bytes(s)
    s = memoryview(s).cast('B')
    return b''.join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    _check_bytes(s)
    return binascii.a2b_base64(s)


def encode(input, output):
    while True:
        s = input.read(57)
        if not s:
            break
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


_HEX32 = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def b32hexencode(s):
    return b32encode(s).translate(bytes.maketrans(_b32, _HEX32))


def b32hexdecode(s, casefold=False):
    s = bytes(_bytes_from_decode_data(s))
    if casefold:
        s = s.upper()
    if any(c not in _HEX32 for c in s.rstrip(b'=')):
        raise binascii.Error('Incorrect padding' if len(s) % 8 else 'Non-base32 digit found')
    return b32decode(s.translate(bytes.maketrans(_HEX32, _b32)))


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in base 85, as Adobe's programs write them."""
    data = memoryview(b).tobytes()
    missing = -len(data) % 4
    whole = data + bytes(missing)
    words = []
    for i in range(0, len(whole), 4):
        value = int.from_bytes(whole[i:i + 4], 'big')
        if not value:
            words.append(b'z')
        elif foldspaces and value == 0x20202020:
            words.append(b'y')
        else:
            digits = bytearray(5)
            for place in range(4, -1, -1):
                value, digit = divmod(value, 85)
                digits[place] = 33 + digit
            words.append(bytes(digits))
    if missing and not pad:
        if words[-1] == b'z':
            words[-1] = b'!' * 5
        words[-1] = words[-1][:-missing]
    result = b''.join(words)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + width] for i in range(0, len(result), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """The opposite of a85encode()."""
    data = bytes(_bytes_from_decode_data(b))
    if adobe:
        if not data.endswith(b'~>'):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b'~>'))
        data = data[2:-2] if data.startswith(b'<~') else data[:-2]
    decoded = bytearray()
    group = []
    for c in data + b'u' * 4:
        if 33 <= c <= 117:
            group.append(c - 33)
            if len(group) == 5:
                value = 0
                for digit in group:
                    value = value * 85 + digit
                if value >> 32:
                    raise ValueError('Ascii85 overflow')
                decoded += value.to_bytes(4, 'big')
                group = []
        elif c == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded += bytes(4)
        elif foldspaces and c == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded += b'    '
        elif c not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % c)
    left = 4 - len(group)
    return bytes(decoded[:-left] if left else decoded)
