"""Headers with characters outside ASCII."""

import re as _re
from email import _words
from email.charset import Charset, UNKNOWN8BIT
from email.errors import HeaderParseError

__all__ = ['Header', 'decode_header', 'make_header']

_word = _re.compile(r'=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=',
                    _re.MULTILINE)
_header_inside = _re.compile(r'\n[^ \t]+:')


def decode_header(header):
    """Pairs of text (or bytes) and the name of its character set, or None."""
    if hasattr(header, '_chunks'):
        return [(_plain(string, str(charset)), str(charset)) for string, charset in header._chunks]
    if not _word.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        parts = _word.split(line)
        first = True
        while parts:
            plain = parts.pop(0)
            if first:
                plain = plain.lstrip()
                first = False
            if plain:
                words.append((plain, None, None))
            if parts:
                charset = parts.pop(0).lower()
                encoding = parts.pop(0).lower()
                words.append((parts.pop(0), encoding, charset))
    # spaces between two encoded words do not count
    words = [word for i, word in enumerate(words)
             if not (i and i + 1 < len(words) and word[1] is None and word[0].isspace()
                     and words[i - 1][1] and words[i + 1][1])]
    decoded = []
    for text, encoding, charset in words:
        if encoding is None:
            decoded.append((text, charset))
        elif encoding == 'q':
            decoded.append((_words.q_decode(text), charset))
        else:
            try:
                decoded.append((_words.b_decode(text), charset))
            except ValueError:
                raise HeaderParseError('Base64 decoding error') from None
    joined = []
    for text, charset in decoded:
        if isinstance(text, str):
            text = bytes(text, 'raw-unicode-escape')
        if joined and joined[-1][1] == charset:
            last = joined[-1][0]
            joined[-1] = (last + b' ' + text if charset is None else last + text, charset)
        else:
            joined.append((text, charset))
    return joined


def _plain(string, charset):
    if charset == UNKNOWN8BIT:
        return string.encode('ascii', 'surrogateescape')
    return string.encode(charset)


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A Header of such pairs."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        if charset is not None and not isinstance(charset, Charset):
            charset = Charset(charset)
        header.append(text, charset)
    return header


class Header:
    """A header made of texts in several character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ',
                 errors='strict'):
        charset = Charset('us-ascii') if charset is None else charset
        self._charset = charset if isinstance(charset, Charset) else Charset(charset)
        self._continuation_ws = continuation_ws
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = 78 if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        self._normalize()
        out, last, last_space = [], None, False
        for string, charset in self._chunks:
            now = charset
            if now == UNKNOWN8BIT:
                string = string.encode('ascii', 'surrogateescape').decode('ascii', 'replace')
            if out:
                has_space = string and string[0] in ' \t'
                if last not in (None, 'us-ascii'):
                    if now in (None, 'us-ascii') and not has_space:
                        out.append(' ')
                        now = None
                elif now not in (None, 'us-ascii') and not last_space:
                    out.append(' ')
            last_space = string and string[-1] in ' \t'
            last = now
            out.append(string)
        return ''.join(out)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors='strict'):
        """Adds a text."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            input_charset = charset.input_codec or 'us-ascii'
            if input_charset == UNKNOWN8BIT:
                s = s.decode('us-ascii', 'surrogateescape')
            else:
                s = s.decode(input_charset, errors)
        output = charset.output_codec or 'us-ascii'
        if output != UNKNOWN8BIT:
            try:
                s.encode(output, errors)
            except UnicodeEncodeError:
                if output != 'us-ascii':
                    raise
                charset = Charset('utf-8')
        self._chunks.append((s, charset))

    def _normalize(self):
        chunks = []
        for string, charset in self._chunks:
            if chunks and chunks[-1][1] == charset:
                chunks[-1] = chunks[-1][0] + ' ' + string, charset
            else:
                chunks.append((string, charset))
        self._chunks = chunks

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The header's value as it is written, in lines of limited length."""
        self._normalize()
        if maxlinelen is None:
            maxlinelen = self._maxlinelen
        if maxlinelen == 0:
            maxlinelen = 1000000
        lines = _Lines(self._headerlen, maxlinelen, self._continuation_ws, splitchars)
        last, has_space = None, None
        for string, charset in self._chunks:
            if has_space is not None:
                space = string and string[0] in ' \t'
                if not has_space or last not in (None, 'us-ascii'):
                    if not space or charset not in (None, 'us-ascii'):
                        lines.transition()
                elif charset not in (None, 'us-ascii') and not has_space:
                    lines.transition()
            has_space = string and string[-1] in ' \t'
            last = charset
            pieces = string.splitlines() or ['']
            lines.feed('', pieces[0], charset)
            for line in pieces[1:]:
                lines.newline()
                if charset.header_encoding is not None:
                    lines.feed(self._continuation_ws, ' ' + line.lstrip(), charset)
                else:
                    stripped = line.lstrip()
                    lines.feed(line[:len(line) - len(stripped)], stripped, charset)
            if len(pieces) > 1:
                lines.newline()
        if self._chunks:
            lines.transition()
        value = lines.text(linesep)
        if _header_inside.search(value):
            raise HeaderParseError('header value appears to contain an embedded header: %r' % value)
        return value


class _Lines:
    """Folds a header."""

    def __init__(self, first, most, space, splitchars):
        self.first, self.most, self.space, self.splitchars = first, most, space, splitchars
        self.lines, self.parts = [], []

    def _length(self):
        return self.first + sum(len(space) + len(text) for space, text in self.parts)

    def _push(self, space, text):
        self.parts.append((space, text))

    def _current(self):
        return ''.join([space + text for space, text in self.parts])

    def newline(self):
        if self.parts and self.parts[-1] == (' ', ''):
            self.parts.pop()
        if self.parts:
            line = self._current()
            if self.lines and not self.first and line.isspace():
                self.lines[-1] += line
            else:
                self.lines.append(line)
        self.parts, self.first = [], 0

    def transition(self):
        self._push(' ', '')

    def text(self, linesep):
        self.newline()
        return linesep.join(self.lines)

    def _lengths(self):
        yield self.most - self._length()
        while True:
            yield self.most - len(self.space)

    def feed(self, space, string, charset):
        if charset.header_encoding is None:
            parts = _re.split('([ \t]+)', space + string)
            if parts[0]:
                parts[:0] = ['']
            else:
                parts.pop(0)
            for each, part in zip(parts[::2], parts[1::2]):
                self._append(each, part)
            return
        words = charset.header_encode_lines(string, self._lengths())
        first = words.pop(0)
        if first is not None:
            self._append(space, first)
        if not words:
            return
        last = words.pop()
        self.newline()
        self._push(self.space, last if not words else words[0])
        for word in words[1:] + [last] if words else ():
            self.newline()
            self._push(self.space, word)

    def _append(self, space, string):
        self._push(space, string)
        if self._length() <= self.most:
            return
        at = self._place()
        if at is None:
            space, part = self.parts.pop()
            if self.first > 0:
                self.newline()
                space = space or ' '
            self._push(space, part)
            return
        rest = self.parts[at:]
        del self.parts[at:]
        self.lines.append(self._current())
        self.parts, self.first = rest, 0

    def _place(self):
        for wanted in self.splitchars:
            for i in range(len(self.parts) - 1, 0, -1):
                if wanted.isspace() and self.parts[i][0][:1] == wanted:
                    return i
                if self.parts[i - 1][1][-1:] == wanted:
                    return i
        return None
