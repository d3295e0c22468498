"""Splits the text of programs into tokens."""

import io as _io
import re as _re
from codecs import BOM_UTF8, lookup as _lookup
from collections import namedtuple as _namedtuple
from token import *
from token import EXACT_TOKEN_TYPES, tok_name
import token as _token

__all__ = _token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'open',
                            'TokenInfo', 'TokenError']


class TokenError(Exception):
    """The text ends inside of a string or brackets."""


class StopTokenizing(Exception):
    """A caller wants no more tokens."""


class TokenInfo(_namedtuple('TokenInfo', 'type string start end line')):
    """A token: number of its kind, text, where it starts and ends, its line."""

    def __repr__(self):
        return 'TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)' % (
            '%d (%s)' % (self.type, tok_name[self.type]), self.string, self.start, self.end,
            self.line)

    @property
    def exact_type(self):
        """As type, but each operator has its own."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


_prefix = '(?i:br|rb|fr|rf|b|r|u|f)?'
_number = (r'0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+'
           r'|(?:[0-9](?:_?[0-9])*\.(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)'
           r'(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?'
           r'|[0-9](?:_?[0-9])*[eE][-+]?[0-9](?:_?[0-9])*[jJ]?|[0-9](?:_?[0-9])*[jJ]'
           r'|(?:0(?:_?0)*|[1-9](?:_?[0-9])*)')
_operator = '|'.join(_re.escape(op) for op in sorted(EXACT_TOKEN_TYPES, reverse=True))
_one_line = (r"%s(?:'[^\n'\\]*(?:\\.[^\n'\\]*)*(?:'|\\\r?\n)"
             r'|"[^\n"\\]*(?:\\.[^\n"\\]*)*(?:"|\\\r?\n))' % _prefix)
_pseudo = _re.compile(
    r'[ \f\t]*(\\\r?\n|\Z|#[^\r\n]*|%s(?:\'\'\'|""")|%s|\r?\n|%s|%s|\w+)'
    % (_prefix, _number, _operator, _one_line))
_ends = {"'": r"[^'\\]*(?:\\.[^'\\]*)*'", '"': r'[^"\\]*(?:\\.[^"\\]*)*"',
         "'''": r"[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''",
         '"""': r'[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""'}
_ends = {quote: _re.compile(pattern, _re.DOTALL) for quote, pattern in _ends.items()}
_cookie = _re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', _re.ASCII)
_blank = _re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', _re.ASCII)
_tab = 8


def tokenize(readline):
    """The tokens of a program whose lines (of bytes) a function gives."""
    encoding, consumed = detect_encoding(readline)
    lines = iter(consumed)

    def following():
        for line in lines:
            return line
        return readline()
    return _tokens(following, encoding)


def generate_tokens(readline):
    """The tokens of a program whose lines (of text) a function gives."""
    return _tokens(readline, None)


def _indentation(line):
    column = i = 0
    for c in line:
        if c == ' ':
            column += 1
        elif c == '\t':
            column = (column // _tab + 1) * _tab
        elif c == '\f':
            column = 0
        else:
            break
        i += 1
    return column, i


def _quotes(text):
    """The quotes that a string begins with."""
    start = text.lstrip('bBrRuUfF')
    return start[:3] if start[:3] in ('"""', "'''") else start[:1]


def _tokens(readline, encoding):
    number = depth = 0
    continued = False
    indents = [0]
    open_text = open_end = open_start = open_line = None
    needs_continuation = False
    if encoding is not None:
        yield TokenInfo(ENCODING, 'utf-8' if encoding == 'utf-8-sig' else encoding, (0, 0), (0, 0),
                        '')
    last_line = line = ''
    while True:
        last_line = line
        try:
            line = readline()
        except StopIteration:
            line = ''
        if encoding is not None and not isinstance(line, str):
            line = line.decode(encoding)
        number += 1
        position, length = 0, len(line)
        if open_text is not None:
            if not line:
                raise TokenError('EOF in multi-line string', open_start)
            found = open_end.match(line)
            if found:
                position = end = found.end()
                yield TokenInfo(STRING, open_text + line[:end], open_start, (number, end),
                                open_line + line)
                open_text = None
                needs_continuation = False
            elif needs_continuation and line[-2:] != '\\\n' and line[-3:] != '\\\r\n':
                yield TokenInfo(ERRORTOKEN, open_text + line, open_start, (number, len(line)),
                                open_line)
                open_text = None
                continue
            else:
                open_text += line
                open_line += line
                continue
        elif depth == 0 and not continued:
            if not line:
                break
            column, position = _indentation(line)
            if position == length:
                break
            if line[position] in '#\r\n':
                if line[position] == '#':
                    comment = line[position:].rstrip('\r\n')
                    yield TokenInfo(COMMENT, comment, (number, position),
                                    (number, position + len(comment)), line)
                    position += len(comment)
                yield TokenInfo(NL, line[position:], (number, position), (number, len(line)), line)
                continue
            if column > indents[-1]:
                indents.append(column)
                yield TokenInfo(INDENT, line[:position], (number, 0), (number, position), line)
            while column < indents[-1]:
                if column not in indents:
                    raise IndentationError(
                        'unindent does not match any outer indentation level',
                        ('<tokenize>', number, position, line))
                indents.pop()
                yield TokenInfo(DEDENT, '', (number, position), (number, position), line)
        else:
            if not line:
                raise TokenError('EOF in multi-line statement', (number, 0))
            continued = False
        while position < length:
            found = _pseudo.match(line, position)
            if not found:
                yield TokenInfo(ERRORTOKEN, line[position], (number, position),
                                (number, position + 1), line)
                position += 1
                continue
            start, end = found.span(1)
            where, to, position = (number, start), (number, end), end
            if start == end:
                continue
            token, first = line[start:end], line[start]
            quotes = _quotes(token) if token[-1] in '\'"\n\r' and first not in '\r\n' else ''
            if first.isdigit() or (first == '.' and token not in ('.', '...')):
                yield TokenInfo(NUMBER, token, where, to, line)
            elif first in '\r\n':
                yield TokenInfo(NL if depth > 0 else NEWLINE, token, where, to, line)
            elif first == '#':
                yield TokenInfo(COMMENT, token, where, to, line)
            elif quotes in ("'''", '"""') and token.endswith(quotes) and len(
                    token.lstrip('bBrRuUfF')) == 3:
                found = _ends[quotes].match(line, position)
                if found:
                    position = found.end()
                    yield TokenInfo(STRING, line[start:position], where, (number, position), line)
                else:
                    open_start, open_end = where, _ends[quotes]
                    open_text, open_line = line[start:], line
                    break
            elif quotes in ("'", '"'):
                if token[-1] == '\n':
                    open_start, open_end = where, _ends[quotes]
                    open_text, open_line = line[start:], line
                    needs_continuation = True
                    break
                yield TokenInfo(STRING, token, where, to, line)
            elif first.isidentifier():
                yield TokenInfo(NAME, token, where, to, line)
            elif first == '\\':
                continued = True
            else:
                if first in '([{':
                    depth += 1
                elif first in ')]}':
                    depth -= 1
                yield TokenInfo(OP, token, where, to, line)
    if last_line and last_line[-1] not in '\r\n' and not last_line.strip().startswith('#'):
        yield TokenInfo(NEWLINE, '', (number - 1, len(last_line)), (number - 1, len(last_line) + 1),
                        '')
    for _ in indents[1:]:
        yield TokenInfo(DEDENT, '', (number, 0), (number, 0), '')
    yield TokenInfo(ENDMARKER, '', (number, 0), (number, 0), '')


def detect_encoding(readline):
    """The encoding of a program, and the lines that had to be read to know it."""
    try:
        name = readline.__self__.name
    except AttributeError:
        name = None

    def next_line():
        try:
            return readline()
        except StopIteration:
            return b''

    def cookie(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            message = 'invalid or missing encoding declaration'
            if name is not None:
                message = '%s for %r' % (message, name)
            raise SyntaxError(message) from None
        found = _cookie.match(text)
        if not found:
            return None
        encoding = found.group(1)
        usual = encoding[:12].lower().replace('_', '-')
        if usual == 'utf-8' or usual.startswith('utf-8-'):
            encoding = 'utf-8'
        elif usual.split('-eol')[0] in ('latin-1', 'iso-8859-1', 'iso-latin-1') or usual.startswith(
                ('latin-1-', 'iso-8859-1-', 'iso-latin-1-')):
            encoding = 'iso-8859-1'
        try:
            known = _lookup(encoding)
        except LookupError:
            raise SyntaxError('unknown encoding: ' + encoding if name is None else
                              'unknown encoding for %r: %s' % (name, encoding)) from None
        if marked:
            if encoding != 'utf-8':
                raise SyntaxError('encoding problem: utf-8' if name is None else
                                  'encoding problem for %r: utf-8' % name)
            return 'utf-8-sig'
        return encoding

    marked = False
    first = next_line()
    if first.startswith(BOM_UTF8):
        marked = True
        first = first[3:]
    usual = 'utf-8-sig' if marked else 'utf-8'
    if not first:
        return usual, []
    encoding = cookie(first)
    if encoding:
        return encoding, [first]
    if not _blank.match(first):
        return usual, [first]
    second = next_line()
    if not second:
        return usual, [first]
    return cookie(second) or usual, [first, second]


def open(filename):
    """Opens a program in its encoding."""
    buffer = _io.open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(buffer.readline)
        buffer.seek(0)
        text = _io.TextIOWrapper(buffer, encoding, line_buffering=True)
        return text
    except BaseException:
        buffer.close()
        raise


def untokenize(iterable):
    """The text that the tokens come from, or one with the same tokens if there are no places."""
    tokens = list(iterable)
    encoding = None
    out = []
    row, column = 1, 0
    indents, starts_line = [], False
    for at, token in enumerate(tokens):
        if len(token) == 2:
            return _loose(tokens[at:], out, encoding, indents)
        kind, text, start, end, _ = token
        if kind == ENCODING:
            encoding = text
            continue
        if kind == ENDMARKER:
            break
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            row, column = end
            continue
        if kind in (NEWLINE, NL):
            starts_line = True
        elif starts_line and indents:
            if start[1] >= len(indents[-1]):
                out.append(indents[-1])
                column = len(indents[-1])
            starts_line = False
        if start < (row, column):
            raise ValueError('start (%d,%d) precedes previous end (%d,%d)' % (*start, row, column))
        if start[0] > row:
            out.append('\\\n' * (start[0] - row))
            column = 0
        out.append(' ' * (start[1] - column))
        out.append(text)
        row, column = end
        if kind in (NEWLINE, NL):
            row += 1
            column = 0
    text = ''.join(out)
    return text if encoding is None else text.encode(encoding)


def _loose(tokens, out, encoding, indents):
    starts_line = bool(out) and tokens[0][0] in (NEWLINE, NL)
    after_string = False
    for kind, text in [token[:2] for token in tokens]:
        if kind == ENCODING:
            encoding = text
            continue
        if kind in (NAME, NUMBER):
            text += ' '
        if kind == STRING:
            if after_string:
                text = ' ' + text
            after_string = True
        else:
            after_string = False
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            starts_line = True
        elif starts_line and indents:
            out.append(indents[-1])
            starts_line = False
        out.append(text)
    text = ''.join(out)
    return text if encoding is None else text.encode(encoding)
