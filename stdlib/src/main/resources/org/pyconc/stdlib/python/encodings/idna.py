"""Names of hosts with letters of all scripts: RFC 3490."""

import codecs
import re

from _encodings import to_ascii, to_unicode

dots = re.compile('[\u002E\u3002\uFF0E\uFF61]')
ace_prefix = b'xn--'
sace_prefix = 'xn--'


def _checked(label):
    if 0 < len(label) < 64:
        return label
    raise UnicodeError('label empty or too long')


def ToASCII(label):
    """One label as it goes over the wire, in bytes."""
    try:
        plain = label.encode('ascii')
    except UnicodeError:
        pass
    else:
        return _checked(plain)
    if label.startswith(sace_prefix):
        raise UnicodeError('Label starts with ACE prefix')
    return _checked(to_ascii(label).encode('ascii'))


def ToUnicode(label):
    """One label as people read it; str or bytes."""
    if len(label) > 1024:
        raise UnicodeError('label way too long')
    if isinstance(label, bytes):
        text = str(label, 'ascii')
    else:
        text = label
        if not label.isascii():
            text = to_ascii(label)
    if not text[:4].lower() == sace_prefix:
        return text
    found = to_unicode(text)
    if found == text:
        raise UnicodeError('IDNA does not round-trip', label, text)
    return found


class Codec(codecs.Codec):
    def encode(self, input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError('unsupported error handling ' + errors)
        if not input:
            return b'', 0
        if input.isascii():
            out = input.encode('ascii')
            labels = out.split(b'.')
            for label in labels[:-1]:
                if not (0 < len(label) < 64):
                    raise UnicodeError('label empty or too long')
            if len(labels[-1]) >= 64:
                raise UnicodeError('label too long')
            return out, len(input)
        labels = dots.split(input)
        trailing = b''
        if labels and not labels[-1]:
            trailing = b'.'
            del labels[-1]
        return b'.'.join([ToASCII(label) for label in labels]) + trailing, len(input)

    def decode(self, input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError('Unsupported error handling ' + errors)
        if not input:
            return '', 0
        if not isinstance(input, bytes):
            input = bytes(input)
        if ace_prefix not in input:
            try:
                return input.decode('ascii'), len(input)
            except UnicodeDecodeError:
                pass
        labels = input.split(b'.')
        trailing = ''
        if labels and len(labels[-1]) == 0:
            trailing = '.'
            del labels[-1]
        return '.'.join([ToUnicode(label) for label in labels]) + trailing, len(input)


class IncrementalEncoder(codecs.IncrementalEncoder):
    """Keeps the last label until it is whole."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = ''

    def encode(self, input, final=False):
        text = self._rest + input
        cut = len(text) if final else max((m.end() for m in dots.finditer(text)), default=0)
        self._rest = text[cut:]
        return Codec().encode(text[:cut], self.errors)[0]

    def reset(self):
        self._rest = ''


class IncrementalDecoder(codecs.IncrementalDecoder):
    """Keeps the last label until it is whole."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = b''

    def decode(self, input, final=False):
        data = self._rest + bytes(input)
        cut = len(data) if final else data.rfind(b'.') + 1
        self._rest = data[cut:]
        return Codec().decode(data[:cut], self.errors)[0]

    def reset(self):
        self._rest = b''


class StreamWriter(Codec, codecs.StreamWriter):
    pass


class StreamReader(Codec, codecs.StreamReader):
    pass


def getregentry():
    return codecs.CodecInfo(Codec().encode, Codec().decode, StreamReader, StreamWriter,
                            IncrementalEncoder, IncrementalDecoder, 'idna')
