"""Addresses, dates and parameters of headers."""

import datetime as _datetime
import re as _re
import time as _time

__all__ = ['collapse_rfc2231_value', 'decode_params', 'decode_rfc2231', 'encode_rfc2231',
           'formataddr', 'formatdate', 'format_datetime', 'getaddresses', 'make_msgid', 'mktime_tz',
           'parseaddr', 'parsedate', 'parsedate_tz', 'parsedate_to_datetime', 'quote', 'unquote']

COMMASPACE, EMPTYSTRING, CRLF, TICK = ', ', '', '\r\n', "'"
specialsre = _re.compile(r'[][\\()<>@,:;".]')
escapesre = _re.compile(r'[\\"]')
_months = ('jan feb mar apr may jun jul aug sep oct nov dec january february march april may june '
           'july august september october november december').split()
_days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
_zones = {'UT': 0, 'UTC': 0, 'GMT': 0, 'Z': 0, 'AST': -400, 'ADT': -300, 'EST': -500, 'EDT': -400,
          'CST': -600, 'CDT': -500, 'MST': -700, 'MDT': -600, 'PST': -800, 'PDT': -700}


def _has_surrogates(s):
    try:
        s.encode()
        return False
    except UnicodeEncodeError:
        return True


def quote(str):
    """Puts backslashes before quotes and backslashes."""
    return str.replace('\\', '\\\\').replace('"', '\\"')


def unquote(str):
    """Takes quotes or angle brackets away."""
    if len(str) > 1:
        if str.startswith('"') and str.endswith('"'):
            return str[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        if str.startswith('<') and str.endswith('>'):
            return str[1:-1]
    return str


def formataddr(pair, charset='utf-8'):
    """The text of a pair of name and address."""
    name, address = pair
    address.encode('ascii')
    if name:
        try:
            name.encode('ascii')
        except UnicodeEncodeError:
            if isinstance(charset, str):
                from email.charset import Charset
                charset = Charset(charset)
            return '%s <%s>' % (charset.header_encode(name), address)
        quotes = '"' if specialsre.search(name) else ''
        return '%s%s%s <%s>' % (quotes, escapesre.sub(r'\\\g<0>', name), quotes, address)
    return address


class _Addresses:
    """Reads a list of addresses, whatever is in it."""

    def __init__(self, text):
        self.text, self.at = text, 0
        self.comments = []

    def _peek(self):
        return self.text[self.at:self.at + 1]

    def _space(self):
        while self.at < len(self.text):
            c = self.text[self.at]
            if c in ' \t\r\n':
                self.at += 1
            elif c == '(':
                self.comments.append(self._comment())
            else:
                break

    def _delimited(self, ends, nested=True):
        self.at += 1
        out, escaped = [], False
        while self.at < len(self.text):
            c = self.text[self.at]
            if escaped:
                out.append(c)
                escaped = False
            elif c in ends:
                self.at += 1
                break
            elif nested and c == '(':
                out.append(self._comment())
                continue
            elif c == '\\':
                escaped = True
            else:
                out.append(c)
            self.at += 1
        return ''.join(out)

    def _comment(self):
        return self._delimited(')\r')

    def _quoted(self):
        return self._delimited('"\r', False)

    def _atom(self, ends):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in ends:
            self.at += 1
        return self.text[start:self.at]

    def _phrase(self):
        words = []
        while self.at < len(self.text):
            c = self.text[self.at]
            if c in ' \t\r\n':
                self.at += 1
            elif c == '"':
                words.append(self._quoted())
            elif c == '(':
                self.comments.append(self._comment())
            elif c in '()<>@,:;".[]' and c != '.':
                break
            else:
                word = self._atom('()<>@,:;"[] \t\r\n')
                if not word:
                    break
                words.append(word)
        return words

    def all(self):
        found = []
        while self.at < len(self.text):
            one = self._address()
            if one:
                found += one
            else:
                found.append(('', ''))
        return found

    def _address(self):
        self.comments = []
        self._space()
        start, kept = self.at, self.comments[:]
        words = self._phrase()
        self._space()
        c = self._peek()
        found = []
        if not c:
            if words:
                found = [(' '.join(self.comments), words[0])]
        elif c in '.@':
            self.at, self.comments = start, kept
            spec = self._spec()
            found = [(' '.join(self.comments), spec)]
        elif c == ':':
            self.at += 1
            while self.at < len(self.text):
                self._space()
                if self._peek() == ';':
                    self.at += 1
                    break
                if not self._peek():
                    break
                found += self._address() or []
                if self.text[self.at - 1:self.at] == ';':
                    break
        elif c == '<':
            route = self._route()
            if self.comments:
                found = [(' '.join(words) + ' (' + ' '.join(self.comments) + ')', route)]
            else:
                found = [(' '.join(words), route)]
        elif words:
            found = [(' '.join(self.comments), words[0])]
        elif c in '()<>@,:;".[]':
            self.at += 1
        self._space()
        if self._peek() == ',':
            self.at += 1
        return found

    def _route(self):
        self.at += 1
        self._space()
        spec, expects = '', False
        while self.at < len(self.text):
            c = self._peek()
            if expects:
                self._domain()
                expects = False
            elif c == '>':
                self.at += 1
                break
            elif c == '@':
                self.at += 1
                expects = True
            elif c == ':':
                self.at += 1
            else:
                spec = self._spec()
                self._space()
                if self._peek() == '>':
                    self.at += 1
                break
            self._space()
        return spec

    def _spec(self):
        parts = []
        self._space()
        while self.at < len(self.text):
            c = self._peek()
            keep_space = True
            if c == '.':
                if parts and not parts[-1].strip():
                    parts.pop()
                parts.append('.')
                self.at += 1
                keep_space = False
            elif c == '"':
                parts.append('"%s"' % quote(self._quoted()))
            elif c in '()<>@,:;".[]':
                if parts and not parts[-1].strip():
                    parts.pop()
                break
            else:
                parts.append(self._atom('()<>@,:;".[] \t\r\n'))
            before = self.at
            self._space()
            if keep_space and self.at > before and self.text[before] in ' \t\r\n':
                parts.append(' ')
        if self._peek() != '@':
            return ''.join(parts).rstrip() if parts else ''
        parts.append('@')
        self.at += 1
        self._space()
        domain = self._domain()
        return ''.join(parts) + domain if domain else ''

    def _domain(self):
        parts = []
        while self.at < len(self.text):
            c = self._peek()
            if c in ' \t\r\n':
                self.at += 1
            elif c == '(':
                self.comments.append(self._comment())
            elif c == '[':
                parts.append('[%s]' % self._delimited(']\r', False))
            elif c == '.':
                parts.append('.')
                self.at += 1
            elif c == '@':
                return ''
            elif c in '()<>@,:;".[]':
                break
            else:
                parts.append(self._atom('()<>@,:;".[] \t\r\n'))
        return ''.join(parts)


def getaddresses(fieldvalues):
    """Pairs of name and address of all addresses in some headers."""
    return [pair for pair in _Addresses(', '.join([str(v) for v in fieldvalues])).all()
            if pair] if fieldvalues else []


def parseaddr(addr):
    """Name and address of the first address in a text."""
    found = _Addresses(addr).all()
    return found[0] if found else ('', '')


def parsedate_tz(data):
    """The date in a header as tuple of ten; the last item is the offset of its zone."""
    found = _parse_date(data)
    if not found:
        return None
    if found[9] is None:
        found[9] = 0
    return tuple(found)


def parsedate(data):
    """As parsedate_tz, without the zone."""
    found = parsedate_tz(data)
    return found[:9] if isinstance(found, tuple) else found


def _parse_date(data):
    data = (data or '').split()
    if not data:
        return None
    if data[0].endswith(',') or data[0].lower() in _days:
        del data[0]
    else:
        comma = data[0].rfind(',')
        if comma >= 0:
            data[0] = data[0][comma + 1:]
    if len(data) == 3:
        parts = data[0].split('-')
        if len(parts) == 3:
            data = parts + data[1:]
    if len(data) == 4:
        last = data[3]
        sign = last.find('+')
        if sign == -1:
            sign = last.find('-')
        if sign > 0:
            data[3:] = [last[:sign], last[sign:]]
        else:
            data.append('')
    if len(data) < 5:
        return None
    day, month, year, clock, zone = data[:5]
    if not (day and month and year):
        return None
    month = month.lower()
    if month not in _months:
        day, month = month, day.lower()
        if month not in _months:
            return None
    month = _months.index(month) % 12 + 1
    if day[-1] == ',':
        day = day[:-1]
    if ':' in year:
        year, clock = clock, year
    if year[-1:] == ',':
        year = year[:-1]
        if not year:
            return None
    if not year[:1].isdigit():
        year, zone = zone, year
    if clock[-1:] == ',':
        clock = clock[:-1]
    clock = clock.split(':')
    if len(clock) == 1 and '.' in clock[0]:
        clock = clock[0].split('.')
    if len(clock) == 2:
        clock.append('0')
    if len(clock) != 3:
        return None
    try:
        year, day, hour, minute, second = [int(x) for x in (year, day, *clock)]
    except ValueError:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    offset = None
    zone = zone.upper()
    if zone in _zones:
        offset = _zones[zone]
    else:
        try:
            offset = int(zone)
        except ValueError:
            pass
        if offset == 0 and zone.startswith('-'):
            offset = None
    if offset:
        sign = -1 if offset < 0 else 1
        offset = sign * (abs(offset) // 100 * 3600 + abs(offset) % 100 * 60)
    return [year, month, day, hour, minute, second, 0, 1, -1, offset]


def mktime_tz(data):
    """Seconds since 1970 of a tuple of parsedate_tz."""
    if data[9] is None:
        return _time.mktime(data[:8] + (-1,))
    import calendar
    return calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """The date in a header as datetime."""
    found = _parse_date(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    *parts, offset = found
    if offset is None:
        return _datetime.datetime(*parts[:6])
    return _datetime.datetime(
        *parts[:6], tzinfo=_datetime.timezone(_datetime.timedelta(seconds=offset)))


def _date(parts, zone):
    return '%s, %02d %s %04d %02d:%02d:%02d %s' % (
        _days[parts[6]].capitalize(), parts[2], _months[parts[1] - 1].capitalize(), parts[0],
        parts[3], parts[4], parts[5], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A date for a header."""
    if timeval is None:
        timeval = _time.time()
    if localtime or usegmt:
        moment = _datetime.datetime.fromtimestamp(timeval, _datetime.timezone.utc)
    else:
        moment = _datetime.datetime.utcfromtimestamp(timeval)
    if localtime:
        moment = moment.astimezone()
        usegmt = False
    return format_datetime(moment, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime for a header."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != _datetime.timezone.utc:
            raise ValueError('usegmt option requires a UTC datetime')
        zone = 'GMT'
    elif dt.tzinfo is None:
        zone = '-0000'
    else:
        zone = dt.strftime('%z')
    return _date(dt.timetuple(), zone)


def localtime(dt=None, isdst=-1):
    """The local time with its zone."""
    if dt is None:
        dt = _datetime.datetime.now(_datetime.timezone.utc)
    return dt.astimezone()


def make_msgid(idstring=None, domain=None):
    """A value for the header Message-ID."""
    import os
    import random
    if domain is None:
        import socket
        domain = socket.getfqdn()
    return '<%d.%d.%d%s@%s>' % (int(_time.time() * 100), os.getpid(), random.getrandbits(64),
                                '' if idstring is None else '.' + idstring, domain)


def decode_rfc2231(s):
    """Character set, language and text."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else parts


def encode_rfc2231(s, charset=None, language=None):
    from urllib.parse import quote as url_quote
    s = url_quote(s, safe='', encoding=charset or 'ascii')
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or '', s)


def decode_params(params):
    """Joins the parameters that are in several parts (RFC 2231)."""
    from urllib.parse import unquote as url_unquote
    new = [params[0]]
    parts = {}
    for name, value in params[1:]:
        encoded = name.endswith('*')
        value = unquote(value)
        found = _re.match(r'^(?P<name>\w+)\*((?P<num>[0-9]+)\*?)?$', name)
        if found:
            number = found.group('num')
            parts.setdefault(found.group('name'), []).append(
                (None if number is None else int(number), value, encoded))
        else:
            new.append((name, '"%s"' % quote(value)))
    for name, pieces in parts.items():
        pieces.sort(key=lambda piece: -1 if piece[0] is None else piece[0])
        extended = False
        values = []
        for _, text, encoded in pieces:
            if encoded:
                text = url_unquote(text, encoding='latin-1')
                extended = True
            values.append(text)
        value = quote(''.join(values))
        if extended:
            charset, language, value = decode_rfc2231(value)
            new.append((name, (charset, language, '"%s"' % value)))
        else:
            new.append((name, '"%s"' % value))
    return new


def collapse_rfc2231_value(value, errors='replace', fallback_charset='us-ascii'):
    """The text of a parameter that may be in three parts."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return str(text.encode('raw-unicode-escape'), charset or fallback_charset, errors)
    except LookupError:
        return unquote(text)
