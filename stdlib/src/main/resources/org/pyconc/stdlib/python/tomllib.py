"""Reads TOML 1.0."""
import re
from datetime import date, datetime, time, timedelta, timezone

__all__ = ('loads', 'load', 'TOMLDecodeError')

_BARE = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')
_CONTROL = frozenset(chr(i) for i in range(32)) | {'\x7f'}
_ILLEGAL_IN_LINE = _CONTROL - {'\t'}
_ILLEGAL_IN_LINES = _CONTROL - {'\t', '\n'}
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}

_CLOCK = r'([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?'
_TIME = re.compile(_CLOCK)
_DATE_TIME = re.compile(
    r'([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
    r'(?:[Tt ]' + _CLOCK + r'(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?')
_NUMBER = re.compile(
    r'0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)'
    r'|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<fraction>(?:\.[0-9](?:_?[0-9])*)?'
    r'(?:[eE][+-]?[0-9](?:_?[0-9])*)?)')


class TOMLDecodeError(ValueError):
    """The text is no TOML."""


def load(fp, /, *, parse_float=float):
    """The dict that a file opened for reading bytes stands for."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """The dict that a text stands for."""
    if parse_float is not float:
        given = parse_float

        def parse_float(text):
            value = given(text)
            if isinstance(value, (dict, list)):
                raise ValueError('parse_float must not return dicts or lists')
            return value
    return _Document(s.replace('\r\n', '\n'), parse_float).read()


class _Table:
    """A table that is being made, and what may still be done with it."""

    __slots__ = ('values', 'tables', 'is_defined', 'is_closed', 'is_dotted')

    def __init__(self, values):
        self.values = values
        self.tables = {}       # what is known of the tables below, by key
        self.is_defined = False  # by a header of its own
        self.is_closed = False   # inline, or an array that was written out
        self.is_dotted = False   # made by a dotted key

    def close(self):
        self.is_closed = True


class _Document:
    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float

    def error(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            where = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            column = at + 1 if line == 1 else at - self.text.rindex('\n', 0, at)
            where = 'line %d, column %d' % (line, column)
        return TOMLDecodeError('%s (at %s)' % (message, where))

    def peek(self, count=1):
        return self.text[self.at:self.at + count]

    def skip(self, chars):
        text, at, end = self.text, self.at, len(self.text)
        while at < end and text[at] in chars:
            at += 1
        self.at = at

    def skip_until(self, stop, forbidden, at_end):
        found = self.text.find(stop, self.at)
        if found < 0:
            found = len(self.text)
            if at_end:
                raise self.error('Expected ' + repr(stop), found)
        for i in range(self.at, found):
            if self.text[i] in forbidden:
                raise self.error('Found invalid character ' + repr(self.text[i]), i)
        self.at = found

    def skip_comment(self):
        if self.peek() == '#':
            self.at += 1
            self.skip_until('\n', _ILLEGAL_IN_LINE, False)

    def skip_blank_lines(self):
        while True:
            before = self.at
            self.skip(' \t\n')
            self.skip_comment()
            if self.at == before:
                return

    def read(self):
        self.root = self.current = _Table({})
        self.prefix = ()
        while True:
            self.skip(' \t')
            c = self.peek()
            if not c:
                break
            if c == '\n':
                self.at += 1
                continue
            if c in _BARE or c in '"\'':
                self.key_and_value()
                self.skip(' \t')
            elif c == '[':
                if self.peek(2) == '[[':
                    self.array_header()
                else:
                    self.table_header()
                self.skip(' \t')
            elif c != '#':
                raise self.error('Invalid statement')
            self.skip_comment()
            if not self.peek():
                break
            if self.peek() != '\n':
                raise self.error('Expected newline or end of document after a statement')
            self.at += 1
        return self.root.values

    def below(self, table, key, overwrite):
        known = table.tables.get(key)
        if known is None:
            if key in table.values:
                raise self.error(overwrite)
            value = table.values[key] = {}
            known = table.tables[key] = _Table(value)
        if isinstance(known, list):
            return known[-1]
        if known.is_closed:
            raise self.error(overwrite)
        return known

    def table_header(self):
        self.at += 1
        self.skip(' \t')
        keys = self.key()
        twice = 'Cannot declare %s twice' % (keys,)
        parent = self.header_parent(keys, twice)
        known = parent.tables.get(keys[-1])
        if known is None:
            if keys[-1] in parent.values:
                raise self.error('Cannot overwrite a value')
            value = parent.values[keys[-1]] = {}
            known = parent.tables[keys[-1]] = _Table(value)
        elif isinstance(known, list) or known.is_closed or known.is_defined or known.is_dotted:
            raise self.error(twice)
        known.is_defined = True
        self.current, self.prefix = known, keys
        if self.peek() != ']':
            raise self.error("Expected ']' at the end of a table declaration")
        self.at += 1

    def header_parent(self, keys, closed):
        table = self.root
        for key in keys[:-1]:
            known = table.tables.get(key)
            if isinstance(known, _Table) and known.is_closed:
                raise self.error(closed)
            table = self.below(table, key, 'Cannot overwrite a value')
        return table

    def array_header(self):
        self.at += 2
        self.skip(' \t')
        keys = self.key()
        mutate = 'Cannot mutate immutable namespace %s' % (keys,)
        parent = self.header_parent(keys, mutate)
        known = parent.tables.get(keys[-1])
        if known is None:
            if keys[-1] in parent.values:
                raise self.error('Cannot overwrite a value')
            parent.values[keys[-1]] = []
            known = parent.tables[keys[-1]] = []
        elif isinstance(known, _Table):
            raise self.error(mutate if known.is_closed else 'Cannot overwrite a value')
        table = _Table({})
        parent.values[keys[-1]].append(table.values)
        known.append(table)
        self.current, self.prefix = table, keys
        if self.peek(2) != ']]':
            raise self.error("Expected ']]' at the end of an array declaration")
        self.at += 2

    def key_and_value(self):
        keys, value = self.pair()
        table = self.current
        full = self.prefix
        for key in keys[:-1]:
            full += (key,)
            known = table.tables.get(key)
            if known is None:
                if key in table.values:
                    raise self.error('Cannot overwrite a value' if not self.is_closed_value(table, key)
                                     else 'Cannot mutate immutable namespace %s' % (self.prefix + keys[:-1],))
                made = table.values[key] = {}
                known = table.tables[key] = _Table(made)
                known.is_dotted = True
            elif isinstance(known, list) or known.is_defined:
                raise self.error('Cannot redefine namespace %s' % (full,))
            elif known.is_closed:
                raise self.error('Cannot mutate immutable namespace %s' % (self.prefix + keys[:-1],))
            else:
                known.is_dotted = True
            table = known
        if keys[-1] in table.values:
            raise self.error('Cannot overwrite a value')
        table.values[keys[-1]] = value
        if isinstance(value, (dict, list)):
            closed = table.tables[keys[-1]] = _Table(value)
            closed.close()

    def is_closed_value(self, table, key):
        return isinstance(table.values[key], (dict, list))

    def pair(self):
        keys = self.key()
        if self.peek() != '=':
            raise self.error("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(' \t')
        return keys, self.value()

    def key(self):
        parts = [self.key_part()]
        self.skip(' \t')
        while self.peek() == '.':
            self.at += 1
            self.skip(' \t')
            parts.append(self.key_part())
            self.skip(' \t')
        return tuple(parts)

    def key_part(self):
        c = self.peek()
        if c and c in _BARE:
            start = self.at
            self.skip(_BARE)
            return self.text[start:self.at]
        if c == "'":
            return self.literal()
        if c == '"':
            return self.basic()
        raise self.error('Invalid initial character for a key part')

    def value(self):
        c = self.peek()
        if c == '"':
            return self.lines('"') if self.peek(3) == '"""' else self.basic()
        if c == "'":
            return self.lines("'") if self.peek(3) == "'''" else self.literal()
        for word, value in (('true', True), ('false', False)):
            if self.peek(len(word)) == word:
                self.at += len(word)
                return value
        if c == '[':
            return self.array()
        if c == '{':
            return self.inline_table()
        match = _DATE_TIME.match(self.text, self.at)
        if match:
            try:
                value = self.date(match)
            except ValueError as e:
                raise self.error('Invalid date or datetime') from e
            self.at = match.end()
            return value
        match = _TIME.match(self.text, self.at)
        if match:
            self.at = match.end()
            return self.clock(match.groups())
        match = _NUMBER.match(self.text, self.at)
        if match:
            self.at = match.end()
            if match['fraction']:
                return self.parse_float(match.group())
            return int(match.group(), 0)
        for word in (self.peek(3), self.peek(4)):
            if word in ('inf', 'nan', '-inf', '+inf', '-nan', '+nan'):
                self.at += len(word)
                return self.parse_float(word)
        raise self.error('Invalid value')

    def clock(self, parts):
        hour, minute, second, fraction = parts
        return time(int(hour), int(minute), int(second), int((fraction or '0').ljust(6, '0')))

    def date(self, match):
        year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = match.groups()
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = None
        if sign:
            offset = timedelta(hours=int(hours), minutes=int(minutes))
            zone = timezone(offset if sign == '+' else -offset)
        elif zulu:
            zone = timezone.utc
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                        int((fraction or '0').ljust(6, '0')), tzinfo=zone)

    def array(self):
        self.at += 1
        found = []
        self.skip_blank_lines()
        while self.peek() != ']':
            found.append(self.value())
            self.skip_blank_lines()
            if self.peek() == ']':
                break
            if self.peek() != ',':
                raise self.error('Unclosed array')
            self.at += 1
            self.skip_blank_lines()
        self.at += 1
        return found

    def inline_table(self):
        self.at += 1
        table = _Table({})
        self.skip(' \t')
        if self.peek() == '}':
            self.at += 1
            return table.values
        while True:
            keys, value = self.pair()
            inner = table
            for key in keys[:-1]:
                known = inner.tables.get(key)
                if known is None:
                    if key in inner.values:
                        raise self.error('Cannot overwrite a value')
                    made = inner.values[key] = {}
                    known = inner.tables[key] = _Table(made)
                elif known.is_closed:
                    raise self.error('Cannot mutate immutable namespace %s' % (keys,))
                inner = known
            if keys[-1] in inner.values:
                if isinstance(inner.tables.get(keys[-1]), _Table) and inner.tables[keys[-1]].is_closed:
                    raise self.error('Cannot mutate immutable namespace %s' % (keys,))
                raise self.error('Duplicate inline table key %r' % keys[-1])
            inner.values[keys[-1]] = value
            if isinstance(value, (dict, list)):
                closed = inner.tables[keys[-1]] = _Table(value)
                closed.close()
            self.skip(' \t')
            c = self.peek()
            if c == '}':
                self.at += 1
                return table.values
            if c != ',':
                raise self.error('Unclosed inline table')
            self.at += 1
            self.skip(' \t')

    def literal(self):
        self.at += 1
        start = self.at
        self.skip_until("'", _ILLEGAL_IN_LINE, True)
        self.at += 1
        return self.text[start:self.at - 1]

    def basic(self):
        self.at += 1
        return self.quoted(_ILLEGAL_IN_LINE, '"', False)

    def lines(self, quote):
        self.at += 3
        if self.peek() == '\n':
            self.at += 1
        if quote == "'":
            start = self.at
            self.skip_until("'''", _ILLEGAL_IN_LINES, True)
            text = self.text[start:self.at]
            self.at += 3
        else:
            text = self.quoted(_ILLEGAL_IN_LINES, '"""', True)
        for _ in range(2):  # one or two quotes may stand before the end
            if self.peek() != quote:
                break
            self.at += 1
            text += quote
        return text

    def quoted(self, forbidden, end, is_long):
        parts = []
        start = self.at
        while True:
            c = self.peek()
            if not c:
                raise self.error('Unterminated string')
            if c == '"' and self.peek(len(end)) == end:
                parts.append(self.text[start:self.at])
                self.at += len(end)
                return ''.join(parts)
            if c == '\\':
                parts.append(self.text[start:self.at])
                parts.append(self.escape(is_long))
                start = self.at
            elif c in forbidden:
                raise self.error('Illegal character ' + repr(c))
            else:
                self.at += 1

    def escape(self, is_long):
        c = self.peek(2)[1:]
        self.at += 2
        if is_long and c and c in ' \t\n':
            if c != '\n':
                self.skip(' \t')
                if not self.peek():
                    return ''
                if self.peek() != '\n':
                    raise self.error("Unescaped '\\' in a string")
                self.at += 1
            self.skip(' \t\n')
            return ''
        if c in ('u', 'U'):
            size = 4 if c == 'u' else 8
            digits = self.peek(size)
            if len(digits) != size or any(d not in '0123456789abcdefABCDEF' for d in digits):
                raise self.error('Invalid hex value')
            self.at += size
            code = int(digits, 16)
            if not (0 <= code <= 0xd7ff or 0xe000 <= code <= 0x10ffff):
                raise self.error('Escaped character is not a Unicode scalar value')
            return chr(code)
        if c and c in _ESCAPES:
            return _ESCAPES[c]
        raise self.error("Unescaped '\\' in a string")
