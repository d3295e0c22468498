"""Unicode in seven bits, as old mail has it: RFC 2152."""

import codecs
from base64 import b64decode, b64encode

_DIRECT = set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
              '\'(),-./:? \t\r\n!"#$%&*;<=>@[]^_`{|}')
_BASE64 = set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')


def encode(input, errors='strict'):
    out = []
    at = 0
    while at < len(input):
        c = input[at]
        if c in _DIRECT:
            out.append(c)
            at += 1
        elif c == '+':
            out.append('+-')
            at += 1
        else:
            end = at
            while end < len(input) and input[end] not in _DIRECT:
                end += 1
            run = input[at:end].encode('utf-16-be', 'surrogatepass')
            out.append('+' + b64encode(run).decode().rstrip('='))
            if end == len(input) or input[end] in _BASE64 or input[end] == '-':
                out.append('-')
            at = end
    return ''.join(out).encode('ascii'), len(input)


def _decode(data, errors, final):
    """What the bytes say, and how many of them were used."""
    out = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte >= 128:
            at = _handle(out, errors, data, at, at + 1, 'unexpected special character')
        elif byte != 43:
            out.append(chr(byte))
            at += 1
        else:
            end = at + 1
            while end < len(data) and chr(data[end]) in _BASE64:
                end += 1
            if end == len(data) and not final:
                return ''.join(out), at
            if end == at + 1:
                if end < len(data) and data[end] == 45:
                    out.append('+')
                    at = end + 1
                else:
                    stop = min(end + 1, len(data))
                    why = 'ill-formed sequence' if end < len(data) else (
                        'unterminated shift sequence')
                    at = _handle(out, errors, data, at, stop, why)
                continue
            digits = data[at + 1:end]
            bits = len(digits) * 6
            units = b64decode(bytes(digits) + b'=' * (-len(digits) % 4)) if bits % 24 != 6 else b''
            units = units[:bits // 16 * 2]
            if bits % 16 >= 6:
                why = 'partial character in base64 sequence' if end < len(data) else (
                    'unterminated shift sequence')
                at = _handle(out, errors, data, at, min(end + 1, len(data)), why)
                continue
            out.append(units.decode('utf-16-be', 'surrogatepass'))
            at = end + 1 if end < len(data) and data[end] == 45 else end
    return ''.join(out), at


def _handle(out, errors, data, start, end, reason):
    error = UnicodeDecodeError('utf7', data, start, end, reason)
    text, at = codecs.lookup_error(errors)(error)
    out.append(text)
    return at


def decode(input, errors='strict'):
    data = bytes(input)
    return _decode(data, errors, True)[0], len(data)


class IncrementalEncoder(codecs.IncrementalEncoder):
    def encode(self, input, final=False):
        return encode(input, self.errors)[0]


class IncrementalDecoder(codecs.IncrementalDecoder):
    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = b''

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        text, used = _decode(data, self.errors, final)
        self._rest = data[used:]
        return text

    def reset(self):
        self._rest = b''


class StreamWriter(codecs.StreamWriter):
    encode = encode


class StreamReader(codecs.StreamReader):
    decode = decode


def getregentry():
    return codecs.CodecInfo(encode, decode, StreamReader, StreamWriter,
                            IncrementalEncoder, IncrementalDecoder, 'utf-7')
