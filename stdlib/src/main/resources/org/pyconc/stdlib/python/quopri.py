"""Quoted-printable bytes."""

__all__ = ['encode', 'decode', 'encodestring', 'decodestring']

MAXLINESIZE = 76
ESCAPE = b'='
_hex = b'0123456789ABCDEF'


def needsquoting(c, quotetabs, header):
    if c in b' \t':
        return quotetabs
    if c == b'_':
        return header
    return c == ESCAPE or not b' ' <= c <= b'~'


def quote(c):
    return b'=%02X' % ord(c)


def encodestring(s, quotetabs=False, header=False):
    """The bytes as quoted-printable text."""
    out = []
    for line in s.splitlines(True) if b'\r' not in s else _lines(s):
        end = b''
        if line[-1:] == b'\n':
            line, end = line[:-1], b'\n'
        parts = []
        for byte in line:
            c = bytes((byte,))
            if needsquoting(c, quotetabs, header):
                c = quote(c)
            elif header and c == b' ':
                c = b'_'
            parts.append(c)
        if parts and parts[-1] in (b' ', b'\t'):
            parts[-1] = quote(parts[-1])
        current, length = [], 0
        for i, part in enumerate(parts):
            last = i == len(parts) - 1
            if length + 3 >= MAXLINESIZE if len(part) == 3 and not (last and end) else (
                    not last and length + 1 >= MAXLINESIZE):
                out.append(b''.join(current) + b'=\n')
                current, length = [], 0
            current.append(part)
            length += len(part)
        out.append(b''.join(current) + end)
    return b''.join(out)


def _lines(s):
    start = 0
    while start < len(s):
        end = s.find(b'\n', start) + 1 or len(s)
        yield s[start:end]
        start = end


def decodestring(s, header=False):
    """The bytes that the text stands for."""
    out = bytearray()
    i, n = 0, len(s)
    while i < n:
        byte = s[i]
        if byte == 61:
            i += 1
            if i >= n:
                break
            if s[i] in b'\r\n':
                if s[i] != 10:
                    i = s.find(b'\n', i)
                    if i < 0:
                        break
                i += 1
            elif s[i] == 61:
                out.append(61)
                i += 1
            elif i + 1 < n and chr(s[i]) in '0123456789abcdefABCDEF' and chr(
                    s[i + 1]) in '0123456789abcdefABCDEF':
                out.append(int(s[i:i + 2], 16))
                i += 2
            else:
                out.append(61)
        elif header and byte == 95:
            out.append(32)
            i += 1
        else:
            out.append(byte)
            i += 1
    return bytes(out)


def encode(input, output, quotetabs, header=False):
    output.write(encodestring(input.read(), quotetabs, header))


def decode(input, output, header=False):
    output.write(decodestring(input.read(), header))
