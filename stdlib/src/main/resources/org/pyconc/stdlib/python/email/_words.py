"""Encoded words of headers (RFC 2047)."""

import base64 as _base64
import binascii as _binascii

_safe = frozenset(b'-!*+/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')


def q_length(data):
    return sum(1 if byte in _safe or byte == 32 else 3 for byte in data)


def b_length(data):
    return (len(data) + 2) // 3 * 4


def q_encode(data):
    return ''.join(['_' if byte == 32 else chr(byte) if byte in _safe else '=%02X' % byte
                    for byte in data])


def b_encode(data):
    return _base64.b64encode(data).decode('ascii')


def q_decode(text):
    """The bytes of an encoded word of kind Q."""
    text = text.replace('_', ' ')
    out = bytearray()
    i = 0
    while i < len(text):
        if text[i] == '=' and i + 3 <= len(text):
            try:
                out.append(int(text[i + 1:i + 3], 16))
                i += 3
                continue
            except ValueError:
                pass
        out += text[i].encode('ascii', 'surrogateescape')
        i += 1
    return bytes(out)


def b_decode(text):
    """The bytes of an encoded word of kind B."""
    data = text.encode('ascii', 'surrogateescape')
    missing = len(data) % 4
    return _binascii.a2b_base64(data + b'==='[:4 - missing] if missing else data)


def encode(text, charset='utf-8', kind=None):
    """One encoded word."""
    data = (text.encode('ascii', 'surrogateescape') if charset == 'unknown-8bit'
            else text.encode(charset))
    if kind is None:
        kind = 'q' if q_length(data) - b_length(data) < 5 else 'b'
    return '=?%s?%s?%s?=' % (charset, kind, q_encode(data) if kind == 'q' else b_encode(data))
