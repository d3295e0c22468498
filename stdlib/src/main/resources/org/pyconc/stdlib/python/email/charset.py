"""How texts of a character set are written in mail."""

import codecs as _codecs
from email import _words

__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']

QP, BASE64, SHORTEST = 1, 2, 3
RFC2047_CHROME_LEN = 7
DEFAULT_CHARSET = 'us-ascii'
UNKNOWN8BIT = 'unknown-8bit'

# header encoding, body encoding, output character set
CHARSETS = {'us-ascii': (None, None, None), 'utf-8': (SHORTEST, BASE64, 'utf-8'),
            'utf8': (SHORTEST, BASE64, 'utf-8'), 'big5': (BASE64, BASE64, None),
            'gb2312': (BASE64, BASE64, None), 'euc-jp': (BASE64, None, 'iso-2022-jp'),
            'shift_jis': (BASE64, None, 'iso-2022-jp'), 'iso-2022-jp': (BASE64, None, None),
            'koi8-r': (BASE64, BASE64, None), 'viscii': (QP, QP, None),
            'windows-1252': (QP, QP, None)}
for _number in 1, 2, 3, 4, 9, 10, 13, 14, 15, 16:
    CHARSETS['iso-8859-%d' % _number] = QP, QP, None

ALIASES = {'ascii': 'us-ascii', 'latin_1': 'iso-8859-1', 'latin-1': 'iso-8859-1',
           'latin_2': 'iso-8859-2', 'latin-2': 'iso-8859-2', 'latin_9': 'iso-8859-15',
           'latin-9': 'iso-8859-15', 'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp',
           'euc_kr': 'euc-kr'}

CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how texts of a character set are encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    CODEC_MAP[charset] = codecname


class Charset:
    """A character set, and how its texts are written."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        from email.errors import CharsetError
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')
        except UnicodeError:
            raise CharsetError(input_charset) from None
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        header, body, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        self.header_encoding = header
        self.body_encoding = body
        output = output or self.input_charset
        self.output_charset = ALIASES.get(output, output)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    __str__ = __repr__

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of the transfer encoding, or a function that makes it."""
        if self.body_encoding == QP:
            return 'quoted-printable'
        if self.body_encoding == BASE64:
            return 'base64'
        from email.encoders import encode_7or8bit
        return encode_7or8bit

    def get_output_charset(self):
        return self.output_charset or self.input_charset

    def _bytes(self, string):
        codec = self.output_codec or 'us-ascii'
        if codec == UNKNOWN8BIT:
            return string.encode('ascii', 'surrogateescape')
        return string.encode(codec)

    def _kind(self, data):
        if self.header_encoding == BASE64:
            return 'b'
        if self.header_encoding == QP:
            return 'q'
        if self.header_encoding == SHORTEST:
            return 'q' if _words.q_length(data) <= _words.b_length(data) else 'b'
        return None

    def _word(self, data, kind):
        return '=?%s?%s?%s?=' % (self.output_charset, kind, _words.q_encode(data) if kind == 'q'
                                 else _words.b_encode(data))

    def header_encode(self, string):
        """The text as encoded word."""
        data = self._bytes(string)
        kind = self._kind(data)
        return string if kind is None else self._word(data, kind)

    def header_encode_lines(self, string, maxlengths):
        """The text as encoded words of at most those lengths."""
        kind = self._kind(self._bytes(string))
        length_of = _words.q_length if kind == 'q' else _words.b_length
        chrome = len(self.output_charset) + RFC2047_CHROME_LEN
        lines, current = [], ''
        most = next(maxlengths) - chrome
        for character in string:
            if length_of(self._bytes(current + character)) > most:
                if not lines and not current:
                    lines.append(None)
                else:
                    lines.append(self._word(self._bytes(current), kind))
                current = character
                most = next(maxlengths) - chrome
            else:
                current += character
        lines.append(self._word(self._bytes(current), kind))
        return lines

    def body_encode(self, string):
        """The text as it is written in a body."""
        if not string:
            return string
        if self.body_encoding == BASE64:
            from email.base64mime import body_encode
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return body_encode(string)
        if self.body_encoding == QP:
            from email.quoprimime import body_encode
            if isinstance(string, str):
                string = string.encode(self.output_charset)
            return body_encode(string.decode('latin1'))
        if isinstance(string, str):
            string = string.encode(self.output_charset).decode('ascii')
        return string
