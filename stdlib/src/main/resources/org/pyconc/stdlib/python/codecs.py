"""Encodings: looking them up, incremental decoding, files."""
import io
from _encodings import is_native as _is_native

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM64_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = BOM64_BE = b'\x00\x00\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE


class CodecInfo(tuple):
    """What lookup gives: encode, decode, streamreader, streamwriter."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (
            type(self).__module__, type(self).__qualname__, self.name, id(self))


class Codec:
    """Encodes and decodes whole values."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes text that comes in pieces."""

    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self._started = False

    def encode(self, input, final=False):
        """The bytes of some text."""
        out = input.encode(self._encoding, self.errors)
        if self._started and self._encoding in _MARKED:
            out = out[len(_MARKED[self._encoding]):]
        self._started = True
        return out

    def reset(self):
        self._started = False

    def getstate(self):
        return int(self._started)

    def setstate(self, state):
        self._started = bool(state)


_MARKED = {'utf-16': BOM_UTF16, 'utf-32': BOM_UTF32, 'utf-8-sig': BOM_UTF8}


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    _encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self._rest = b''
        self._order = None

    def decode(self, input, final=False):
        """The text of some bytes; what is not complete is kept."""
        data = self._rest + bytes(input)
        encoding = self._order or self._encoding
        mark = _MARKED.get(encoding)
        if mark is not None and self._order is None:
            if len(data) < len(mark) and not final and mark.startswith(data):
                self._rest = data
                return ''
            if encoding == 'utf-8-sig':
                self._order = 'utf-8'
            elif data[:len(mark)] == mark[::-1] and encoding == 'utf-16':
                self._order = 'utf-16-be'
            elif data[:4] == BOM_UTF32_BE and encoding == 'utf-32':
                self._order = 'utf-32-be'
            elif len(data) >= len(mark):
                self._order = encoding + '-le'
            if self._order and data[:len(mark)] in (mark, mark[::-1]):
                data = data[len(mark):]
            encoding = self._order or encoding
        keep = 0 if final else _incomplete(data, encoding)
        end = len(data) - keep
        text = data[:end].decode(encoding, self.errors)
        self._rest = data[end:]
        return text

    def reset(self):
        self._rest = b''
        self._order = None

    def getstate(self):
        return self._rest, 0

    def setstate(self, state):
        self._rest = state[0]


def _incomplete(data, encoding):
    """How many bytes at the end are the beginning of a character."""
    if encoding == 'utf-8':
        for back in range(1, min(3, len(data)) + 1):
            byte = data[-back]
            if byte >= 0xc0:
                wanted = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
                return back if wanted > back else 0
            if byte < 0x80:
                return 0
        return 0
    if encoding.startswith('utf-16'):
        keep = len(data) % 2
        end = len(data) - keep
        if end >= 2:
            high = data[end - 2] if encoding.endswith('be') else data[end - 1]
            if 0xd8 <= high < 0xdc:
                keep += 2
        return keep
    if encoding.startswith('utf-32'):
        return len(data) % 4
    if encoding in ('ascii', 'iso8859-1', 'latin-1') or encoding.startswith(('cp', 'iso')):
        return 0
    for keep in range(min(4, len(data))):
        try:
            data[:len(data) - keep].decode(encoding)
            return keep
        except UnicodeDecodeError:
            continue
    return 0


class StreamWriter(Codec):
    """Writes text into a stream of bytes."""

    _encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._encoder = getincrementalencoder(self._encoding)(errors)

    def write(self, object):
        """Writes text."""
        self.stream.write(self._encoder.encode(object))

    def writelines(self, list):
        """Writes all strs."""
        self.write(''.join(list))

    def reset(self):
        self._encoder.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """Reads text from a stream of bytes."""

    _encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self._decoder = getincrementaldecoder(self._encoding)(errors)
        self._text = ''

    def _fill(self, size):
        data = self.stream.read() if size < 0 else self.stream.read(size)
        self._text += self._decoder.decode(data, not data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        """Text of about so many bytes, or of so many characters."""
        wanted = chars if chars >= 0 else size
        if wanted < 0:
            self._fill(-1)
            wanted = len(self._text)
        else:
            while len(self._text) < wanted and self._fill(max(size, 72)):
                pass
        text, self._text = self._text[:wanted], self._text[wanted:]
        return text

    def readline(self, size=None, keepends=True):
        """A line."""
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or not self._fill(72):
                break
        if not lines:
            lines = self._text.splitlines(True)
        line = lines[0] if lines else ''
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else line

    def readlines(self, sizehint=None, keepends=True):
        """All lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        self._decoder.reset()
        self._text = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    """Reads and writes text of a stream of bytes."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.__dict__['stream'], name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


_NAMES = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'latin1': 'iso8859-1',
          'latin-1': 'iso8859-1', 'l1': 'iso8859-1', 'iso-8859-1': 'iso8859-1',
          'us-ascii': 'ascii', '646': 'ascii', 'utf16': 'utf-16', 'utf32': 'utf-32',
          'utf-16le': 'utf-16-le', 'utf-16be': 'utf-16-be', 'windows-1252': 'cp1252'}
_search_functions = []
_known = {}


def register(search_function):
    """Adds a function that finds codecs by name."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _search_functions.append(search_function)


def unregister(search_function):
    """Takes it away again."""
    if search_function in _search_functions:
        _search_functions.remove(search_function)
        _known.clear()


def lookup(encoding):
    """The codec of that name."""
    name = encoding.lower().replace(' ', '-')
    if name in _known:
        return _known[name]
    plain = name.replace('_', '-')
    plain = _NAMES.get(plain, plain)
    info = None
    if plain == 'rot13' or plain == 'rot-13':
        info = CodecInfo(_rot13, _rot13, name='rot13', _is_text_encoding=False)
    elif plain in ('hex', 'hex-codec'):
        info = CodecInfo(_hex_encode, _hex_decode, name='hex', _is_text_encoding=False)
    elif _is_native(plain):
        info = _text_codec(plain)
    else:
        from encodings import search_function
        for search in (search_function, *_search_functions):
            info = search(name.replace('-', '_'))
            if info is not None:
                break
    if info is None:
        raise LookupError('unknown encoding: ' + encoding)
    _known[name] = info
    return info


def _text_codec(encoding):
    def encode(input, errors='strict'):
        return input.encode(encoding, errors), len(input)

    def decode(input, errors='strict'):
        data = bytes(input)
        return data.decode(encoding, errors), len(data)

    def derived(base):
        return type(base.__name__, (base,), {'_encoding': encoding})

    return CodecInfo(encode, decode, derived(StreamReader), derived(StreamWriter),
                     derived(IncrementalEncoder), derived(IncrementalDecoder), encoding)


def strict_errors(exception):
    """Raises the error."""
    raise exception


def _range(exception):
    if not isinstance(exception, UnicodeError) or not hasattr(exception, 'start'):
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
    return exception.object[exception.start:exception.end]


def ignore_errors(exception):
    """Leaves out what failed."""
    _range(exception)
    return '', exception.end


def replace_errors(exception):
    """Puts a mark in the place of what failed."""
    count = len(_range(exception))
    if isinstance(exception, UnicodeEncodeError):
        return '?' * count, exception.end
    return '\ufffd' * (1 if isinstance(exception, UnicodeDecodeError) else count), exception.end


def _encoding_errors(name):
    def handle(exception):
        if not isinstance(exception, UnicodeEncodeError):
            raise TypeError("don't know how to handle %s in error callback"
                            % type(exception).__name__)
        return _range(exception).encode('ascii', name).decode(), exception.end

    handle.__name__ = handle.__qualname__ = name + '_errors'
    return handle


xmlcharrefreplace_errors = _encoding_errors('xmlcharrefreplace')
namereplace_errors = _encoding_errors('namereplace')


def backslashreplace_errors(exception):
    """Escapes what failed."""
    failed = _range(exception)
    if isinstance(exception, UnicodeDecodeError):
        return ''.join('\\x%02x' % byte for byte in failed), exception.end
    return ''.join('\\x%02x' % ord(c) if ord(c) < 256 else '\\u%04x' % ord(c) if ord(c) < 65536
                   else '\\U%08x' % ord(c) for c in failed), exception.end


def _surrogates(name):
    def handle(exception):
        failed = _range(exception)
        if isinstance(exception, UnicodeDecodeError):
            return failed.decode(exception.encoding, name), exception.end
        if isinstance(exception, UnicodeEncodeError):
            return failed.encode(exception.encoding, name), exception.end
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)

    handle.__name__ = handle.__qualname__ = name
    return handle


_handlers = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
             'xmlcharrefreplace': xmlcharrefreplace_errors, 'namereplace': namereplace_errors,
             'backslashreplace': backslashreplace_errors,
             'surrogateescape': _surrogates('surrogateescape'),
             'surrogatepass': _surrogates('surrogatepass')}


def register_error(name, handler, /):
    """Has a function called for errors of encoding and decoding that name it."""
    if not isinstance(name, str):
        raise TypeError("register_error() argument 1 must be str, not %s" % type(name).__name__)
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[name] = handler


def lookup_error(name, /):
    """The handler of that name."""
    found = _handlers.get(name)
    if found is None:
        raise LookupError("unknown error handler name '%s'" % name)
    return found


def _rot13(text, errors='strict'):
    out = []
    for c in text:
        if 'a' <= c <= 'z':
            c = chr((ord(c) - 97 + 13) % 26 + 97)
        elif 'A' <= c <= 'Z':
            c = chr((ord(c) - 65 + 13) % 26 + 65)
        out.append(c)
    return ''.join(out), len(text)


def _hex_encode(data, errors='strict'):
    return bytes(data).hex().encode(), len(data)


def _hex_decode(data, errors='strict'):
    return bytes.fromhex(bytes(data).decode()), len(data)


def encode(obj, encoding='utf-8', errors='strict'):
    """The value encoded."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """The value decoded."""
    return lookup(encoding).decode(obj, errors)[0]


def _text_info(encoding, function):
    info = lookup(encoding)
    if not getattr(info, '_is_text_encoding', True):
        raise LookupError("'%s' is not a text encoding; use codecs.%s() to handle arbitrary codecs"
                          % (encoding, function))
    return info


def _encode_text(text, encoding, errors):
    """What str.encode() does for encodings that are written in the language."""
    out = _text_info(encoding, 'encode').encode(text, errors)[0]
    if isinstance(out, bytes):
        return bytes(out)
    raise TypeError("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode "
                    'to arbitrary types' % (encoding, type(out).__name__))


def _decode_text(data, encoding, errors):
    """What bytes.decode() does for encodings that are written in the language."""
    out = _text_info(encoding, 'decode').decode(data, errors)[0]
    if isinstance(out, str):
        return out
    raise TypeError("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode "
                    'to arbitrary types' % (encoding, type(out).__name__))


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class that encodes pieces."""
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    """The class that decodes pieces."""
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    """The class that reads."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class that writes."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes what an iterator gives."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        out = encoder.encode(text)
        if out:
            yield out
    out = encoder.encode('', True)
    if out:
        yield out


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes what an iterator gives."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        out = decoder.decode(data)
        if out:
            yield out
    out = decoder.decode(b'', True)
    if out:
        yield out


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Opens a file of text whose line ends are not changed."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = io.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except BaseException:
        file.close()
        raise


def utf_8_encode(input, errors='strict'):
    """Encodes in UTF-8."""
    return input.encode('utf-8', errors or 'strict'), len(input)


def utf_8_decode(input, errors='strict', final=False):
    """Decodes UTF-8."""
    data = bytes(input)
    end = len(data) - (0 if final else _incomplete(data, 'utf-8'))
    return data[:end].decode('utf-8', errors or 'strict'), end
