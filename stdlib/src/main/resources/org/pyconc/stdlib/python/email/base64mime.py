"""Text in base64."""

import base64 as _base64
import binascii as _binascii
from email import _words

__all__ = ['body_decode', 'body_encode', 'decode', 'decodestring', 'header_encode', 'header_length']


def header_length(bytearray):
    return _words.b_length(bytearray)


def header_encode(header_bytes, charset='iso-8859-1'):
    if not header_bytes:
        return ''
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return '=?%s?b?%s?=' % (charset, _words.b_encode(header_bytes))


def body_encode(s, maxlinelen=76, eol='\n'):
    """The bytes in lines of limited length."""
    if not s:
        return ''
    size = maxlinelen * 3 // 4
    return ''.join([_binascii.b2a_base64(s[i:i + size]).decode('ascii')[:-1] + eol
                    for i in range(0, len(s), size)])


def decode(string):
    if not string:
        return b''
    if isinstance(string, str):
        return _binascii.a2b_base64(string.encode('raw-unicode-escape'))
    return _binascii.a2b_base64(string)


body_decode = decodestring = decode
