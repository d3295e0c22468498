"""Cookies in headers.

See https://docs.python.org/3.11/library/http.cookies.html
"""

import re as _re

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']
_LEGAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~:"
_UNQUOTED = _LEGAL + ' ()/<=>?@[]{}'
_PAIR = _re.compile(r'''
    \s*([\w!#$%&'*+\-.^`|~:/<>?@()\[\]{}]+?)        # a name
    (?:\s*=\s*("(?:[^\\"]|\\.)*"|                    # a quoted value,
       \w{3},\s[\w\d\s-]{9,11}\s[\d:]{8}\sGMT|       # a date,
       [\w!#$%&'*+\-.^`|~:/<>?@()\[\]{}=]*))?        # or a plain one
    \s*(?:\s+|;|$)''', _re.ASCII | _re.VERBOSE)


class CookieError(Exception):
    pass


def _quote(text):
    if text is None or text and all(c in _LEGAL for c in text):
        return text
    made = []
    for c in text:
        if c in '"\\':
            made.append('\\' + c)
        elif c in _UNQUOTED or ' ' <= c < '\x7f' and c not in ',;':
            made.append(c)
        else:
            made.append('\\%03o' % ord(c))
    return '"' + ''.join(made) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return _re.sub(r'\\(?:([0-3][0-7][0-7])|(.))',
                   lambda m: chr(int(m[1], 8)) if m[1] else m[2], text[1:-1])


def _getdate(future=0):
    import time
    when = time.gmtime(time.time() + future)
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (
        ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[when[6]], when[2],
        ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov',
         'Dec')[when[1] - 1], when[0], when[3], when[4], when[5])


class Morsel(dict):
    """One cookie: key, value and what is said about it."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain',
                 'max-age': 'Max-Age', 'secure': 'Secure', 'httponly': 'HttpOnly',
                 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, name, value):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        dict.__setitem__(self, name, value)

    def setdefault(self, name, value=None):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        return dict.setdefault(self, name, value)

    def __eq__(self, other):
        if not isinstance(other, Morsel):
            return NotImplemented
        return dict.__eq__(self, other) and (self._key, self._value, self._coded_value) == (
            other._key, other._value, other._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def update(self, values):
        for name, value in dict(values).items():
            self[name] = value

    def isReservedKey(self, name):
        return name.lower() in self._reserved

    def set(self, key, value, coded_value):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not key or not all(c in _LEGAL for c in key):
            raise CookieError('Illegal key %r' % (key,))
        self._key, self._value, self._coded_value = key, value, coded_value

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self.OutputString())

    def OutputString(self, attrs=None):
        parts = ['%s=%s' % (self._key, self._coded_value)]
        for name, value in sorted(self.items()):
            if value == '' or name not in (self._reserved if attrs is None else attrs):
                continue
            shown = self._reserved[name]
            if name == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (shown, _getdate(value)))
            elif name == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (shown, value))
            elif name == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (shown, _quote(value)))
            elif name in self._flags:
                if value:
                    parts.append(shown)
            else:
                parts.append('%s=%s' % (shown, value))
        return '; '.join(parts)


class BaseCookie(dict):
    """Cookies by name."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        return str(val), str(val)

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join([value.output(attrs, header) for _, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, ' '.join(
            ['%s=%s' % (key, repr(value.value)) for key, value in sorted(self.items())]))

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        at = 0
        found = []
        is_after_cookie = False
        while 0 <= at < len(rawdata):
            match = _PAIR.match(rawdata, at)
            if match is None or match.end() == at:
                break
            at = match.end()
            name, value = match.group(1), match.group(2)
            if name[0] == '$':
                if is_after_cookie:
                    found.append((True, name[1:].lower(), value))
            elif name.lower() in Morsel._reserved:
                if not is_after_cookie:
                    return
                if value is None:
                    if name.lower() not in Morsel._flags:
                        return
                    value = True
                found.append((True, name.lower(), _unquote(value) if value is not True else True))
            elif value is not None:
                found.append((False, name, self.value_decode(value)))
                is_after_cookie = True
            else:
                return
        morsel = None
        for is_attribute, name, value in found:
            if is_attribute:
                morsel[name] = value
            else:
                self._set(name, *value)
                morsel = self[name]


class SimpleCookie(BaseCookie):
    """Cookies whose values are text."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
