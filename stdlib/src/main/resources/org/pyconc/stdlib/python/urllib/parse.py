"""Addresses of the web: taken apart and put together.

See https://docs.python.org/3.11/library/urllib.parse.html
"""

from collections import namedtuple

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp',
                 'mms', 'prospero', 'rtsp', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = uses_relative + ['telnet', 'snews', 'rsync', 'nfs', 'git', 'git+ssh']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtspu',
               'sip', 'sips', 'mms', 'sftp', 'tel']
_SCHEME = set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _Parts:
    def _host(self):
        place = self.netloc.rpartition('@')[2]
        if place.startswith('['):
            host, _, rest = place[1:].partition(']')
            return host, rest.partition(':')[2] or None
        host, found, port = place.partition(':')
        return host, (port or None) if found else None

    @property
    def username(self):
        info, found, _ = self.netloc.rpartition('@')
        return info.partition(':')[0] if found else None

    @property
    def password(self):
        info, found, _ = self.netloc.rpartition('@')
        if not found:
            return None
        _, has, password = info.partition(':')
        return password if has else None

    @property
    def hostname(self):
        host = self._host()[0]
        if not host:
            return None
        name, percent, zone = host.partition('%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._host()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        if int(port) > 65535:
            raise ValueError('Port out of range 0-65535')
        return int(port)

    def geturl(self):
        return urlunparse(self) if len(self) == 6 else urlunsplit(self)


class _Encodes:
    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*(x.encode(encoding, errors) for x in self))


class _Decodes:
    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*(x.decode(encoding, errors) for x in self))

    def geturl(self):
        return self.decode().geturl().encode('ascii')


class _ByteParts(_Decodes):
    """As _Parts, in bytes."""

    @property
    def username(self):
        return _encoded(self.decode().username)

    @property
    def password(self):
        return _encoded(self.decode().password)

    @property
    def hostname(self):
        return _encoded(self.decode().hostname)

    @property
    def port(self):
        return self.decode().port


class SplitResult(_Parts, _Encodes, namedtuple('SplitResult', 'scheme netloc path query fragment')):
    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Parts, _Encodes, namedtuple('ParseResult',
                                               'scheme netloc path params query fragment')):
    def geturl(self):
        return urlunparse(self)


class DefragResult(_Encodes, namedtuple('DefragResult', 'url fragment')):
    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_ByteParts, namedtuple('SplitResultBytes', SplitResult._fields)):
    pass


class ParseResultBytes(_ByteParts, namedtuple('ParseResultBytes', ParseResult._fields)):
    pass


class DefragResultBytes(_Decodes, namedtuple('DefragResultBytes', DefragResult._fields)):
    pass


for _text_class, _byte_class in ((SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes),
                                 (DefragResult, DefragResultBytes)):
    _text_class._encoded_counterpart = _byte_class
    _byte_class._decoded_counterpart = _text_class
del _text_class, _byte_class


def _encoded(value):
    return None if value is None else value.encode('ascii')


def _in_bytes(result):
    return result.encode('ascii')


def _as_given(result):
    return result


def _texts(*values):
    """The arguments as text, and what gives a result in their kind: text or bytes."""
    is_text = isinstance(values[0], str)
    for value in values[1:]:
        if value and isinstance(value, str) != is_text:
            raise TypeError('Cannot mix str and non-str arguments')
    if is_text:
        return *values, _as_given
    return *(x.decode('ascii') if x else '' for x in values), _in_bytes


def urlsplit(url, scheme='', allow_fragments=True):
    """The five parts of an address."""
    url, scheme, given = _texts(url, scheme)
    url = url.lstrip(''.join(map(chr, range(33))))
    for each in '\t\r\n':
        url = url.replace(each, '')
    netloc = query = fragment = ''
    colon = url.find(':')
    if colon > 0 and url[0].isascii() and url[0].isalpha() and set(url[:colon]) <= _SCHEME:
        scheme, url = url[:colon].lower(), url[colon + 1:]
    if url[:2] == '//':
        end = min([place for place in (url.find(c, 2) for c in '/?#') if place >= 0],
                  default=len(url))
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')
    if allow_fragments and '#' in url:
        url, fragment = url.split('#', 1)
    if '?' in url:
        url, query = url.split('?', 1)
    return given(SplitResult(scheme, netloc, url, query, fragment))


def urlparse(url, scheme='', allow_fragments=True):
    """The six parts of an address."""
    url, scheme, given = _texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params and ';' in path:
        place = path.find(';', path.rfind('/') if '/' in path else 0)
        if place >= 0:
            path, params = path[:place], path[place + 1:]
    return given(ParseResult(scheme, netloc, path, params, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, given = _texts(*components)
    if netloc or (scheme and scheme in uses_netloc and url[:2] != '//'):
        if url and url[:1] != '/':
            url = '/' + url
        url = '//' + (netloc or '') + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url = url + '?' + query
    if fragment:
        url = url + '#' + fragment
    return given(url)


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, given = _texts(*components)
    if params:
        url = '%s;%s' % (url, params)
    return given(urlunsplit((scheme, netloc, url, query, fragment)))


def urljoin(base, url, allow_fragments=True):
    """An address as seen from another one."""
    if not base:
        return url
    if not url:
        return base
    base, url, given = _texts(base, url)
    return given(_join(base, url, allow_fragments))


def _join(base, url, allow_fragments):
    b = urlparse(base, '', allow_fragments)
    u = urlparse(url, b.scheme, allow_fragments)
    if u.scheme != b.scheme or u.scheme not in uses_relative:
        return url
    if u.scheme in uses_netloc and u.netloc:
        return urlunparse(u)
    netloc = b.netloc if u.scheme in uses_netloc else u.netloc
    if not u.path and not u.params:
        return urlunparse((u.scheme, netloc, b.path, b.params, u.query or b.query, u.fragment))
    above = b.path.split('/')
    if above[-1] != '':
        del above[-1]
    if u.path[:1] == '/':
        segments = u.path.split('/')
    else:
        segments = above + u.path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for each in segments:
        if each == '..':
            if resolved:
                resolved.pop()
        elif each != '.':
            resolved.append(each)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return urlunparse((u.scheme, netloc, '/'.join(resolved) or '/', u.params, u.query,
                       u.fragment))


def urldefrag(url):
    """The address without its fragment, and the fragment."""
    url, given = _texts(url)
    fragment = ''
    if '#' in url:
        *parts, fragment = urlparse(url)
        url = urlunparse((*parts, ''))
    return given(DefragResult(url, fragment))


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if isinstance(safe, str):
        safe = safe.encode('ascii', 'ignore')
    kept = _SAFE.union(safe)
    return ''.join(chr(b) if b in kept else '%{:02X}'.format(b) for b in bs)


def quote(string, safe='/', encoding=None, errors=None):
    """Text as it can stand in an address."""
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """As quote, with + for a blank."""
    blank = ' ' if isinstance(string, str) else b' '
    if blank not in string:
        return quote(string, safe, encoding, errors)
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if not string:
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    first, *rest = bytes(string).split(b'%')
    parts = [first]
    for each in rest:
        try:
            parts.append(bytes.fromhex(each[:2].decode('ascii')) if len(each[:2].strip()) == 2
                         else b'%' + each[:2])
            parts.append(each[2:])
        except ValueError:
            parts.append(each if parts[-1] == b'%' else b'%' + each)
    return b''.join(parts)


def unquote(string, encoding='utf-8', errors='replace'):
    """What quote has been given."""
    if isinstance(string, (bytes, bytearray)):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:
        return string
    found = []
    run = []
    for c in string:
        if c.isascii():
            run.append(c)
        else:
            found.append(unquote_to_bytes(''.join(run)).decode(encoding or 'utf-8',
                                                               errors or 'replace'))
            run.clear()
            found.append(c)
    found.append(unquote_to_bytes(''.join(run)).decode(encoding or 'utf-8', errors or 'replace'))
    return ''.join(found)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Names and values as a query."""
    if hasattr(query, 'items'):
        query = query.items()
    elif isinstance(query, (str, bytes)):
        raise TypeError('not a valid non-string sequence or mapping object')

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        name = quoted(key)
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
            except TypeError:
                pairs.append(name + '=' + quoted(value))
            else:
                for each in value:
                    pairs.append(name + '=' + quoted(each))
        else:
            pairs.append(name + '=' + quoted(value))
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8',
              errors='replace', max_num_fields=None, separator='&'):
    """The names and values of a query, in order."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if isinstance(separator, bytes):
        separator = separator.decode('ascii')
    qs, given = _texts(qs)
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')
    found = []
    for each in qs.split(separator):
        if not each and not strict_parsing:
            continue
        name, equals, value = each.partition('=')
        if not equals:
            if strict_parsing:
                raise ValueError('bad query field: %r' % (each,))
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            found.append((given(unquote_plus(name, encoding, errors)),
                          given(unquote_plus(value, encoding, errors))))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8',
             errors='replace', max_num_fields=None, separator='&'):
    """The values of a query by name."""
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


# ---- as it was done before urlsplit() ----------------------------------------------------------


def _old(function, name='urlparse'):
    def deprecated(*args, **kwargs):
        import warnings
        warnings.warn('urllib.parse.%s() is deprecated as of 3.8, use urllib.parse.%s() instead'
                      % (deprecated.__name__, name), DeprecationWarning, stacklevel=2)
        return function(*args, **kwargs)

    deprecated.__name__ = deprecated.__qualname__ = function.__name__[1:]
    deprecated.__doc__ = function.__doc__
    return deprecated


def _splittype(url):
    """'type:opaque' as its two parts."""
    scheme, found, rest = url.partition(':')
    if found and scheme and '/' not in scheme:
        return scheme.lower(), rest
    return None, url


def _splithost(url):
    """'//host[:port]/path' as host and path."""
    if not url.startswith('//'):
        return None, url
    end = min((at for at in map(url[2:].find, '/#?') if at >= 0), default=len(url) - 2) + 2
    path = url[end:]
    return url[2:end], '/' + path if path and path[0] != '/' else path


def _splituser(host):
    """'user@host' as its two parts."""
    user, found, host = host.rpartition('@')
    return user if found else None, host


def _splitpasswd(user):
    """'user:password' as its two parts."""
    user, found, password = user.partition(':')
    return user, password if found else None


def _splitport(host):
    """'host:port' as its two parts."""
    name, found, port = host.rpartition(':')
    if found and (not port or port.isascii() and port.isdigit()):
        return name, port or None
    return host, None


def _splitnport(host, defport=-1):
    """The same with a number; None for a port that is none."""
    name, found, port = host.rpartition(':')
    if not found:
        return host, defport
    if port:
        return name, int(port) if port.isdigit() and port.isascii() else None
    return name, defport


def _splitquery(url):
    """'path?query' as its two parts."""
    path, found, query = url.rpartition('?')
    return (path, query) if found else (url, None)


def _splittag(url):
    """'path#tag' as its two parts."""
    path, found, tag = url.rpartition('#')
    return (path, tag) if found else (url, None)


def _splitattr(url):
    """'/path;attr1=value1;...' as path and list."""
    path, *words = url.split(';')
    return path, words


def _splitvalue(attr):
    """'attr=value' as its two parts."""
    attr, found, value = attr.partition('=')
    return attr, value if found else None


splittype = _old(_splittype)
splithost = _old(_splithost)
splituser = _old(_splituser)
splitpasswd = _old(_splitpasswd)
splitport = _old(_splitport)
splitnport = _old(_splitnport)
splitquery = _old(_splitquery)
splittag = _old(_splittag)
splitattr = _old(_splitattr)
splitvalue = _old(_splitvalue, 'parse_qsl')
