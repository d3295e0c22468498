"""Text in the letters, digits and hyphens of ASCII: RFC 3492."""

import codecs

_BASE = 36
_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'


def _adapted(delta, first, numchars):
    delta = delta // 700 if first else delta // 2
    delta += delta // numchars
    bias = 0
    while delta > 455:
        delta //= 35
        bias += 36
    return bias + 36 * delta // (delta + 38)


def _threshold(j, bias):
    return min(max(_BASE * (j + 1) - bias, 1), 26)


def punycode_encode(text):
    """The bytes of a str."""
    plain = [c for c in text if ord(c) < 128]
    out = ''.join(plain)
    if out:
        out += '-'
    done = len(plain)
    n, delta, bias = 128, 0, 72
    rest = sorted({ord(c) for c in text if ord(c) >= 128})
    for char in rest:
        delta += (char - n) * (done + 1)
        n = char
        for c in text:
            code = ord(c)
            if code < n:
                delta += 1
            elif code == n:
                q, j = delta, 0
                while True:
                    t = _threshold(j, bias)
                    if q < t:
                        break
                    out += _DIGITS[t + (q - t) % (_BASE - t)]
                    q = (q - t) // (_BASE - t)
                    j += 1
                out += _DIGITS[q]
                bias = _adapted(delta, done == len(plain), done + 1)
                delta = 0
                done += 1
        delta += 1
        n += 1
    return out.encode('ascii')


def punycode_decode(text, errors):
    """The str of bytes, or of a str of ASCII characters."""
    if isinstance(text, str):
        text = text.encode('ascii')
    if isinstance(text, memoryview):
        text = bytes(text)
    at = text.rfind(b'-')
    out = list(str(text[:at], 'ascii', errors)) if at >= 0 else []
    digits = str(text[at + 1:], 'ascii').upper()
    n, i, bias, first, pos = 128, 0, 72, True, 0
    while pos < len(digits):
        begin, weight, j = i, 1, 0
        while True:
            if pos >= len(digits):
                if errors == 'strict':
                    raise UnicodeError('incomplete punicode string')
                return ''.join(out)
            c = digits[pos]
            pos += 1
            if 'A' <= c <= 'Z':
                digit = ord(c) - 65
            elif '0' <= c <= '9':
                digit = ord(c) - 22
            elif errors == 'strict':
                raise UnicodeError("Invalid extended code point '%s'" % c)
            else:
                return ''.join(out)
            t = _threshold(j, bias)
            i += digit * weight
            if digit < t:
                break
            weight *= _BASE - t
            j += 1
        size = len(out) + 1
        n += i // size
        if n > 0x10ffff:
            if errors == 'strict':
                raise UnicodeError('Invalid character U+%x' % n)
            n = ord('?')
        bias = _adapted(i - begin, first, size)
        first = False
        i %= size
        out.insert(i, chr(n))
        i += 1
    return ''.join(out)


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        return punycode_encode(input), len(input)

    def decode(self, input, errors='strict'):
        if errors not in ('strict', 'replace', 'ignore'):
            raise UnicodeError('Unsupported error handling ' + errors)
        return punycode_decode(input, errors), len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return punycode_encode(input)


class IncrementalDecoder(codecs.IncrementalDecoder):
    def decode(self, input, final=False):
        return punycode_decode(input, self.errors)


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    return codecs.CodecInfo(Codec().encode, Codec().decode, StreamReader, StreamWriter,
                            IncrementalEncoder, IncrementalDecoder, 'punycode')
