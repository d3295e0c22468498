"""Tables as text: comma-separated values.

See https://docs.python.org/3.11/library/csv.html
"""

import re
from io import StringIO

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect',
           'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect',
           'get_dialect', 'list_dialects', 'Sniffer', 'unregister_dialect', 'DictReader',
           'DictWriter', 'unix_dialect']

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

_dialects = {}
_limit = 131072


class Error(Exception):
    """A defect of a table or a dialect."""


class Dialect:
    """How a table is written; the attributes of a subclass say it."""

    _name = ''
    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        try:
            _Dialect(self)
        except TypeError as e:
            raise Error(str(e))


class excel(Dialect):
    """What Excel writes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """What programs on Unix write."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_DEFAULTS = {'delimiter': ',', 'doublequote': True, 'escapechar': None,
             'lineterminator': '\r\n', 'quotechar': '"', 'quoting': QUOTE_MINIMAL,
             'skipinitialspace': False, 'strict': False}


class _Dialect:
    """A dialect that was checked."""

    def __init__(self, base=None, **options):
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if isinstance(base, str):
            base = get_dialect(base)
        values = {}
        for name, value in _DEFAULTS.items():
            if name in options:
                value = options[name]
            elif base is not None:
                value = getattr(base, name, value)
            values[name] = value
        self.delimiter = self._character('delimiter', values['delimiter'], False)
        self.escapechar = self._character('escapechar', values['escapechar'], True)
        quotechar = values['quotechar']
        quoting = values['quoting']
        if quotechar is None and 'quoting' not in options and \
                (base is None or not hasattr(base, 'quoting')):
            quoting = QUOTE_NONE
        self.quotechar = self._character('quotechar', quotechar, True)
        self.doublequote = bool(values['doublequote'])
        self.skipinitialspace = bool(values['skipinitialspace'])
        self.strict = bool(values['strict'])
        if not isinstance(quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= quoting <= 3:
            raise TypeError('bad "quoting" value')
        if quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        self.quoting = quoting
        if values['lineterminator'] is None:
            raise TypeError('lineterminator must be set')
        if not isinstance(values['lineterminator'], str):
            raise TypeError('"lineterminator" must be a string')
        self.lineterminator = values['lineterminator']
        self._special = frozenset(
            (self.delimiter, self.quotechar, self.escapechar, *self.lineterminator))

    def _character(self, name, value, optional):
        if value is None and optional:
            return None
        if not isinstance(value, str):
            words = 'string or None' if optional else 'string'
            raise TypeError('"%s" must be %s, not %s' % (name, words, type(value).__name__))
        if len(value) != 1:
            raise TypeError('"%s" must be a 1-character string' % name)
        return value


def _dialect_of(dialect, options):
    if isinstance(dialect, _Dialect) and not options:
        return dialect
    return _Dialect(dialect, **options)


def register_dialect(name, dialect=None, **fmtparams):
    """Give a dialect a name."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect_of(dialect, fmtparams)


def unregister_dialect(name):
    """Forget a name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """The dialect of that name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    """The names of all dialects."""
    return list(_dialects)


def field_size_limit(*limit):
    """How long a field may be; sets it if told."""
    global _limit
    former = _limit
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError('limit must be an integer')
        _limit = limit[0]
    return former


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)

_START_RECORD, _START_FIELD, _ESCAPED, _IN_FIELD, _IN_QUOTES, _ESCAPED_IN_QUOTES, \
    _QUOTE_IN_QUOTES, _END_OF_LINE, _AFTER_ESCAPED_END = range(9)


class _Reader:
    """Iterates over the rows of a table, as lists of str."""

    def __init__(self, lines, dialect):
        self._lines = iter(lines)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row = []
        self._field = []
        self._number = False
        self._state = _START_RECORD
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or self._state == _IN_QUOTES:
                    if self.dialect.strict:
                        raise Error('unexpected end of data') from None
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                raise Error('iterator should return strings, not %s '
                            '(the file should be opened in text mode)' % type(line).__name__)
            self.line_num += 1
            if not self._fast(line):
                for c in line:
                    self._take(c)
                self._take('')
            if self._state == _START_RECORD:
                return self._row

    def _fast(self, line):
        # Lines without escapes are taken apart by builtins.
        d = self.dialect
        if self._state != _START_RECORD or d.quoting == QUOTE_NONNUMERIC or d.skipinitialspace \
                or d.escapechar is not None and d.escapechar in line:
            return False
        line = line.rstrip('\r\n') if line[-1:] in '\r\n' else line
        if '\n' in line or '\r' in line or len(line) > _limit:
            return False
        if d.quotechar is not None and d.quotechar in line:
            row = self._quoted(line) if d.doublequote and d.quoting != QUOTE_NONE else None
            if row is None:
                return False
            self._row = row
            return True
        self._row = line.split(d.delimiter) if line else []
        return True

    def _quoted(self, line):
        # The fields of a line whose quotes are about whole fields; None if they are not.
        delimiter, quote = self.dialect.delimiter, self.dialect.quotechar
        row = []
        start = 0
        while True:
            if line[start:start + 1] == quote:
                end = line.find(quote, start + 1)
                doubled = False
                while end >= 0 and line[end + 1:end + 2] == quote:
                    doubled = True
                    end = line.find(quote, end + 2)
                if end < 0:
                    return None
                text = line[start + 1:end]
                row.append(text.replace(quote + quote, quote) if doubled else text)
                if end + 1 == len(line):
                    return row
                if line[end + 1] != delimiter:
                    return None
                start = end + 2
            else:
                end = line.find(delimiter, start)
                if end < 0:
                    row.append(line[start:])
                    return row
                row.append(line[start:end])
                start = end + 1

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error('field larger than field limit (%d)' % _limit)
        self._field.append(c)

    def _save(self):
        text = ''.join(self._field)
        self._field = []
        if self._number:
            self._number = False
            text = float(text)
        self._row.append(text)

    def _take(self, c):
        # One character, or '' at the end of a line.
        d = self.dialect
        state = self._state
        if state == _START_RECORD:
            if c == '':
                return
            if c in '\r\n':
                self._state = _END_OF_LINE
                return
            state = self._state = _START_FIELD
        if state == _AFTER_ESCAPED_END:
            if c == '':
                return
            state = self._state = _IN_FIELD
        if state == _START_FIELD:
            if c == '' or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c == '' else _END_OF_LINE
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _IN_QUOTES
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == ' ' and d.skipinitialspace:
                pass
            elif c == d.delimiter:
                self._save()
            else:
                if d.quoting == QUOTE_NONNUMERIC:
                    self._number = True
                self._add(c)
                self._state = _IN_FIELD
        elif state == _ESCAPED:
            if c and c in '\r\n':
                self._add(c)
                self._state = _AFTER_ESCAPED_END
            else:
                self._add(c or '\n')
                self._state = _IN_FIELD
        elif state == _IN_FIELD:
            if c == '' or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c == '' else _END_OF_LINE
            elif c == d.escapechar:
                self._state = _ESCAPED
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            else:
                self._add(c)
        elif state == _IN_QUOTES:
            if c == '':
                return
            if c == d.escapechar:
                self._state = _ESCAPED_IN_QUOTES
            elif c == d.quotechar and d.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTES if d.doublequote else _IN_FIELD
            else:
                self._add(c)
        elif state == _ESCAPED_IN_QUOTES:
            self._add(c or '\n')
            self._state = _IN_QUOTES
        elif state == _QUOTE_IN_QUOTES:
            if d.quoting != QUOTE_NONE and c == d.quotechar:
                self._add(c)
                self._state = _IN_QUOTES
            elif c == d.delimiter:
                self._save()
                self._state = _START_FIELD
            elif c == '' or c in '\r\n':
                self._save()
                self._state = _START_RECORD if c == '' else _END_OF_LINE
            elif not d.strict:
                self._add(c)
                self._state = _IN_FIELD
            else:
                raise Error("'%s' expected after '%s'" % (d.delimiter, d.quotechar))
        elif c == '':
            self._state = _START_RECORD
        elif c not in '\r\n':
            raise Error('new-line character seen in unquoted field - '
                        'do you need to open the file in universal-newline mode?')


class _Writer:
    """Writes rows to whatever has write()."""

    def __init__(self, file, dialect):
        write = getattr(file, 'write', None)
        if not callable(write):
            raise TypeError('argument 1 must have a "write" method')
        self._write = write
        self.dialect = dialect

    def writerow(self, row):
        """Write one row; what write() returned."""
        try:
            fields = list(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        d = self.dialect
        texts = [self._text(value, len(fields) == 1) for value in fields]
        return self._write(d.delimiter.join(texts) + d.lineterminator)

    def writerows(self, rows):
        """Write several rows."""
        for row in rows:
            self.writerow(row)

    def _text(self, value, alone):
        d = self.dialect
        if value is None:
            text = ''
        elif isinstance(value, str):
            text = value
        else:
            text = repr(value) if type(value) is float else str(value)
        if d.quoting == QUOTE_ALL:
            quoted = True
        elif d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float))
        else:
            quoted = False
        escape = d.escapechar
        if not d._special.isdisjoint(text):
            special = d._special
            parts = []
            for c in text:
                if c in special:
                    escaped = False
                    if d.quoting == QUOTE_NONE:
                        escaped = True
                    elif c == d.quotechar:
                        if d.doublequote:
                            parts.append(c)
                            quoted = True
                        else:
                            escaped = True
                    elif c == escape:
                        escaped = True
                    else:
                        quoted = True
                    if escaped:
                        if escape is None:
                            raise Error('need to escape, but no escapechar set')
                        parts.append(escape)
                parts.append(c)
            text = ''.join(parts)
        if text == '' and alone and not quoted:
            if d.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            quoted = True
        return d.quotechar + text + d.quotechar if quoted else text


def reader(iterable, dialect='excel', **fmtparams):
    """An iterator over the rows of a table."""
    return _Reader(iterable, _dialect_of(dialect, fmtparams))


def writer(fileobj, dialect='excel', **fmtparams):
    """Something that writes rows."""
    return _Writer(fileobj, _dialect_of(dialect, fmtparams))


class DictReader:
    """Iterates over the rows of a table, as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel',
                 *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        values = dict(zip(names, row))
        if len(names) < len(row):
            values[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for name in names[len(row):]:
                values[name] = self.restval
        return values


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel',
                 *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, values):
        if self.extrasaction == 'raise':
            odd = values.keys() - self.fieldnames
            if odd:
                raise ValueError('dict contains fields not in fieldnames: '
                                 + ', '.join(repr(name) for name in odd))
        return (values.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


class Sniffer:
    """Guesses how a table is written."""

    preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """A dialect that fits the sample."""
        quote, delimiter, space, doubled = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, space = self._by_counts(sample, delimiters)
            doubled = True if not quote else doubled
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = bool(doubled)
        dialect.delimiter = delimiter
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = bool(space)
        return dialect

    def _by_quotes(self, sample, delimiters):
        found = re.findall(r'(?:^|([^\w\n"\']))( ?)(["\']).*?\3(?=([^\w\n"\'])|$)', sample,
                           re.MULTILINE)
        if not found:
            return '', '', False, False
        quotes = {}
        counts = {}
        spaces = 0
        for before, space, quote, after in found:
            quotes[quote] = quotes.get(quote, 0) + 1
            c = before or after
            if c and (delimiters is None or c in delimiters):
                counts[c] = counts.get(c, 0) + 1
            if space:
                spaces += 1
        quote = max(quotes, key=quotes.get)
        if not counts:
            return quote, '', False, False
        delimiter = max(counts, key=counts.get)
        doubled = re.search(quote + '[^' + re.escape(delimiter) + r'\n]*' + quote * 2, sample)
        return quote, delimiter, counts[delimiter] == spaces, doubled is not None

    def _by_counts(self, sample, delimiters):
        lines = [line for line in sample.split('\n') if line]
        if not lines:
            return '', False
        best = []
        for c in dict.fromkeys(sample):
            if c.isalnum() or c in '\n\r"\'_' or delimiters is not None and c not in delimiters:
                continue
            counts = [line.count(c) for line in lines]
            common = max(set(counts), key=counts.count)
            if common and counts.count(common) >= 0.9 * len(lines):
                best.append(c)
        if not best:
            return '', False
        chosen = next((c for c in self.preferred if c in best), best[0])
        first = lines[0]
        return chosen, first.count(chosen) == first.count(chosen + ' ')

    def has_header(self, sample):
        """Whether the first row seems to be one of titles."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            votes += 1 if _kind(header[column]) != kind else -1
        return votes > 0


def _kind(text):
    try:
        complex(text)
        return complex
    except ValueError:
        return len(text)
