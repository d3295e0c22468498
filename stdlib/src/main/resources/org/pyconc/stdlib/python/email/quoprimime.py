"""Quoted-printable text."""

import re as _re
from email import _words

__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode',
           'header_encode', 'header_length', 'quote', 'unquote']


def header_check(octet):
    return chr(octet) != _words.q_encode(bytes([octet]))


def body_check(octet):
    return not (32 <= octet <= 126 and octet != 61 or octet == 9)


def header_length(bytearray):
    return _words.q_length(bytearray)


def body_length(bytearray):
    return sum(3 if body_check(octet) else 1 for octet in bytearray)


def quote(c):
    return '=%02X' % ord(c)


def unquote(s):
    return chr(int(s[1:3], 16))


def header_encode(header_bytes, charset='iso-8859-1'):
    if not header_bytes:
        return ''
    return '=?%s?q?%s?=' % (charset, _words.q_encode(header_bytes))


def body_encode(body, maxlinelen=76, eol='\n'):
    """The text (of characters below 256) in lines of limited length."""
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    out = []
    for line in body.splitlines():
        parts = [quote(c) if body_check(ord(c)) else c for c in line]
        if line[-1:] in (' ', '\t'):
            parts[-1] = quote(line[-1])
        rest = len(parts)
        current, length = [], 0
        for i, part in enumerate(parts):
            last = i == rest - 1
            if length + len(part) > (maxlinelen if last else maxlinelen - 1):
                if last and line[-1:] in (' ', '\t') and length + 1 <= maxlinelen - 1:
                    part_text = line[-1]
                    current.append(part_text)
                    out.append(''.join(current) + '=' + eol)
                    current, length = [], 0
                    parts[i] = ''
                    continue
                out.append(''.join(current) + '=' + eol)
                current, length = [], 0
            current.append(part)
            length += len(part)
        out.append(''.join(current) + eol)
    if body[-1] not in '\r\n':
        out[-1] = out[-1][:-len(eol)]
    return ''.join(out)


def decode(encoded, eol='\n'):
    """The text that was quoted."""
    if not encoded:
        return encoded
    out = []
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            out.append(eol)
            continue
        soft = line.endswith('=')
        line = _re.sub('=[0-9a-fA-F]{2}', lambda m: unquote(m.group()), line[:-1] if soft else line)
        out.append(line if soft else line + eol)
    text = ''.join(out)
    if encoded[-1] not in '\r\n' and text.endswith(eol):
        text = text[:-len(eol)]
    return text


body_decode = decodestring = decode


def header_decode(s):
    return _re.sub('=[a-fA-F0-9]{2}', lambda m: unquote(m.group()), s.replace('_', ' '))
