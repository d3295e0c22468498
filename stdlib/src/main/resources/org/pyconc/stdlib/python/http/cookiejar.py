"""Cookies that are kept and sent back.

See https://docs.python.org/3.11/library/http.cookiejar.html
"""

import re
import time
from urllib.parse import quote, urlsplit

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar',
           'LWPCookieJar', 'LoadError', 'MozillaCookieJar']
_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']


class LoadError(OSError):
    pass


def http2time(text):
    """Seconds since 1970 of a date as servers write it, or None."""
    match = re.match(r'(?:\w+,\s*)?(\d{1,2})[\s-](\w{3})[\s-](\d{2,4})'
                     r'(?:\s+(\d{1,2}):(\d\d)(?::(\d\d))?)?(?:\s+(?:GMT|UTC))?\s*$', text.strip())
    if match is None or match[2].lower() not in _MONTHS:
        return None
    import datetime
    year = int(match[3])
    if year < 100:
        year += 1900 if year >= 70 else 2000
    try:
        when = datetime.datetime(year, _MONTHS.index(match[2].lower()) + 1, int(match[1]),
                                 int(match[4] or 0), int(match[5] or 0), int(match[6] or 0))
    except ValueError:
        return None
    return int((when - datetime.datetime(1970, 1, 1)).total_seconds())


def time2netscape(t=None):
    when = time.gmtime(t)
    return time.strftime('%a, %d-%b-%Y %H:%M:%S GMT', when)


class Cookie:
    """A cookie with all that is known of it."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified,
                 domain_initial_dot, path, path_specified, secure, expires, discard, comment,
                 comment_url, rest, rfc2109=False):
        if port is None and port_specified is True:
            raise ValueError('if port is None, port_specified must be false')
        self.version = int(version) if version is not None else None
        self.name = name
        self.value = value
        self.port = port
        self.port_specified = port_specified
        self.domain = domain.lower()
        self.domain_specified = domain_specified
        self.domain_initial_dot = domain_initial_dot
        self.path = path
        self.path_specified = path_specified
        self.secure = secure
        self.expires = int(float(expires)) if expires is not None else None
        self.discard = discard
        self.comment = comment
        self.comment_url = comment_url
        self.rfc2109 = rfc2109
        self._rest = dict(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        if now is None:
            now = time.time()
        return self.expires is not None and self.expires <= now

    def __str__(self):
        port = '' if self.port is None else ':' + self.port
        shown = self.name if self.value is None else '%s=%s' % (self.name, self.value)
        return '<Cookie %s for %s>' % (shown, self.domain + port + self.path)

    def __repr__(self):
        parts = ['%s=%s' % (name, repr(getattr(self, name)))
                 for name in ('version', 'name', 'value', 'port', 'port_specified', 'domain',
                              'domain_specified', 'domain_initial_dot', 'path', 'path_specified',
                              'secure', 'expires', 'discard', 'comment', 'comment_url')]
        parts += ['rest=%s' % repr(self._rest), 'rfc2109=%s' % repr(self.rfc2109)]
        return '%s(%s)' % (self.__class__.__name__, ', '.join(parts))


class CookiePolicy:
    """Which cookies are taken and sent back."""

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


def _host(request):
    host = urlsplit(request.get_full_url()).hostname or ''
    host = host or (request.get_header('Host', '') or '').partition(':')[0]
    return host.lower()


def _path(request):
    path = urlsplit(request.get_full_url()).path
    return path if path.startswith('/') else '/' + path


def _is_address(host):
    return host.replace('.', '').isdigit() or ':' in host


def _domain_fits(host, domain):
    bare = domain.lstrip('.')
    return host == bare or domain.startswith('.') and host.endswith('.' + bare) \
        and not _is_address(host)


class DefaultCookiePolicy(CookiePolicy):
    """The policy of browsers, for cookies as Netscape made them."""

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False,
                 **more):
        self.netscape = netscape
        self.rfc2965 = rfc2965
        self._blocked = tuple(blocked_domains or ())
        self._allowed = None if allowed_domains is None else tuple(allowed_domains)

    def blocked_domains(self):
        return self._blocked

    def set_blocked_domains(self, blocked_domains):
        self._blocked = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(_domain_fits(domain.lstrip('.'), each) for each in self._blocked)

    def allowed_domains(self):
        return self._allowed

    def set_allowed_domains(self, allowed_domains):
        self._allowed = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed is not None and not any(
            _domain_fits(domain.lstrip('.'), each) for each in self._allowed)

    def _domain_ok(self, domain):
        return not self.is_blocked(domain) and not self.is_not_allowed(domain)

    def set_ok(self, cookie, request):
        host = _host(request)
        if not self._domain_ok(cookie.domain):
            return False
        if cookie.domain_specified:
            bare = cookie.domain.lstrip('.')
            if '.' not in bare and bare != host and bare != 'local':
                return False
            full = host if '.' in host else host + '.local'
            return _domain_fits(host, cookie.domain) or _domain_fits(full, cookie.domain)
        return True

    def return_ok(self, cookie, request):
        if cookie.secure and urlsplit(request.get_full_url()).scheme not in ('https', 'wss'):
            return False
        if cookie.is_expired():
            return False
        return self.domain_return_ok(cookie.domain, request) \
            and self.path_return_ok(cookie.path, request)

    def domain_return_ok(self, domain, request):
        host = _host(request)
        full = host if '.' in host or ':' in host else host + '.local'
        if not self._domain_ok(domain):
            return False
        return not domain or host == domain or full == domain or _domain_fits(full, domain)

    def path_return_ok(self, path, request):
        asked = _path(request)
        return asked == path or asked.startswith(path) and (
            path.endswith('/') or asked[len(path):len(path) + 1] == '/')


class CookieJar:
    """Takes cookies out of answers and puts them into requests."""

    def __init__(self, policy=None):
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_request(self, request):
        found = [each for each in self if self._policy.return_ok(each, request)]
        found.sort(key=lambda each: len(each.path), reverse=True)
        return found

    def add_cookie_header(self, request):
        """Puts the cookies that belong to a request into its header."""
        found = self._cookies_for_request(request)
        if found and not request.has_header('Cookie'):
            text = '; '.join(each.name if each.value is None else
                             '%s=%s' % (each.name, each.value) for each in found)
            request.add_unredirected_header('Cookie', text)
        self.clear_expired_cookies()

    def _parsed(self, header, request):
        pair, *attributes = header.split(';')
        name, equals, value = pair.partition('=')
        name, value = name.strip(), value.strip()
        if not name:
            return None
        if not equals:
            name, value = pair.strip(), None
        known = {}
        rest = {}
        for each in attributes:
            key, equals, text = each.partition('=')
            key = key.strip()
            text = text.strip() if equals else None
            if key.lower() in ('domain', 'path', 'expires', 'max-age', 'secure', 'version',
                               'comment', 'discard', 'port', 'commenturl'):
                known.setdefault(key.lower(), text)
            elif key:
                rest[key] = text
        host = _host(request)
        domain = known.get('domain')
        has_domain = bool(domain)
        dot = False
        if has_domain:
            dot = domain.startswith('.')
            if not dot and not _is_address(domain):
                domain = '.' + domain
            elif _is_address(domain.lstrip('.')):
                domain = domain.lstrip('.')
        else:
            domain = host if '.' in host or ':' in host else host + '.local'
        path = known.get('path')
        has_path = bool(path) and path.startswith('/')
        if not has_path:
            path = _path(request)
            path = path[:path.rfind('/')] or '/'
        expires = None
        if known.get('max-age') is not None:
            try:
                expires = time.time() + int(known['max-age'].strip('"'))
            except ValueError:
                pass
        elif known.get('expires'):
            expires = http2time(known['expires'].strip('"'))
        return Cookie(0, name, value, None, False, domain, has_domain, dot, path, has_path,
                      'secure' in known, expires, expires is None, known.get('comment'), None,
                      rest)

    def make_cookies(self, response, request):
        """The cookies of an answer."""
        headers = response.info()
        made = [self._parsed(each, request) for each in headers.get_all('Set-Cookie', [])]
        return [each for each in made if each is not None]

    def extract_cookies(self, response, request):
        """Keeps the cookies of an answer."""
        for cookie in self.make_cookies(response, request):
            if not self._policy.set_ok(cookie, request):
                continue
            if cookie.is_expired():
                try:
                    self.clear(cookie.domain, cookie.path, cookie.name)
                except KeyError:
                    pass
            else:
                self.set_cookie(cookie)

    def set_cookie_if_ok(self, cookie, request):
        if self._policy.set_ok(cookie, request):
            self.set_cookie(cookie)

    def set_cookie(self, cookie):
        paths = self._cookies.setdefault(cookie.domain, {})
        paths.setdefault(cookie.path, {})[cookie.name] = cookie

    def clear(self, domain=None, path=None, name=None):
        if name is not None:
            if domain is None or path is None:
                raise ValueError('domain and path must be given to remove a cookie by name')
            del self._cookies[domain][path][name]
        elif path is not None:
            if domain is None:
                raise ValueError('domain must be given to remove cookies by path')
            del self._cookies[domain][path]
        elif domain is not None:
            del self._cookies[domain]
        else:
            self._cookies = {}

    def clear_session_cookies(self):
        for cookie in list(self):
            if cookie.discard:
                self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        now = time.time()
        for cookie in list(self):
            if cookie.is_expired(now):
                self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        for paths in list(self._cookies.values()):
            for names in list(paths.values()):
                yield from list(names.values())

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(repr(each) for each in self))

    def __str__(self):
        return '<%s[%s]>' % (self.__class__.__name__, ', '.join(str(each) for each in self))


class FileCookieJar(CookieJar):
    """A jar that is kept in a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        self.filename = filename
        self.delayload = bool(delayload)

    def _name(self, filename):
        if filename is None:
            filename = self.filename
        if filename is None:
            raise ValueError('a filename was not supplied (nor was the CookieJar instance '
                             'initialised with one)')
        return filename

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        with open(self._name(filename), 'w') as file:
            file.write(self._HEAD)
            for cookie in self:
                if (ignore_discard or not cookie.discard) \
                        and (ignore_expires or not cookie.is_expired()):
                    file.write(self._line(cookie) + '\n')

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        filename = self._name(filename)
        with open(filename) as file:
            if not re.match(self._MAGIC, file.readline()):
                raise LoadError('%r does not look like a %s format cookies file'
                                % (filename, self._KIND))
            for line in file:
                cookie = self._read(line.rstrip('\n'))
                if cookie is not None and (ignore_discard or not cookie.discard) \
                        and (ignore_expires or not cookie.is_expired()):
                    self.set_cookie(cookie)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        before = self._cookies
        self._cookies = {}
        try:
            self.load(filename, ignore_discard, ignore_expires)
        except OSError:
            self._cookies = before
            raise


class MozillaCookieJar(FileCookieJar):
    """A jar in the format of curl and old browsers."""

    _KIND = 'Netscape'
    _MAGIC = '#( Netscape)? HTTP Cookie File'
    _HEAD = ('# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n'
             '# This is a generated file!  Do not edit.\n\n')

    def _line(self, cookie):
        name, value = cookie.name, cookie.value
        if value is None:
            name, value = '', name
        return '\t'.join([
            cookie.domain, 'TRUE' if cookie.domain.startswith('.') else 'FALSE', cookie.path,
            'TRUE' if cookie.secure else 'FALSE',
            '' if cookie.expires is None else str(cookie.expires), name, value])

    def _read(self, line):
        rest = {}
        if line.startswith('#HttpOnly_'):
            rest['HTTPOnly'] = ''
            line = line[len('#HttpOnly_'):]
        if not line.strip() or line.startswith(('#', '$')):
            return None
        domain, given, path, secure, expires, name, value = line.split('\t')
        if not name:
            name, value = value, None
        return Cookie(0, name, value, None, False, domain, given == 'TRUE',
                      domain.startswith('.'), path, False, secure == 'TRUE', expires or None,
                      not expires, None, None, rest)


class LWPCookieJar(FileCookieJar):
    """A jar in the format of libwww-perl."""

    _KIND = 'Set-Cookie3 (LWP)'
    _MAGIC = r'#LWP-Cookies-(\d+\.\d+)'
    _HEAD = '#LWP-Cookies-2.0\n'

    def _line(self, cookie):
        parts = ['%s=%s' % (cookie.name, _quoted(cookie.value)), 'path=' + _quoted(cookie.path),
                 'domain=' + _quoted(cookie.domain)]
        for name, is_there in (('path_spec', cookie.path_specified),
                               ('domain_dot', cookie.domain_initial_dot),
                               ('secure', cookie.secure)):
            if is_there:
                parts.append(name)
        if cookie.expires is not None:
            parts.append('expires="%s"' % time.strftime('%Y-%m-%d %H:%M:%SZ',
                                                         time.gmtime(cookie.expires)))
        if cookie.discard:
            parts.append('discard')
        for name, value in sorted(cookie._rest.items()):
            parts.append('%s=%s' % (name, _quoted(str(value))))
        return 'Set-Cookie3: ' + '; '.join(parts + ['version=0'])

    def _read(self, line):
        if not line.startswith('Set-Cookie3:'):
            return None
        pairs = [(m[1], re.sub(r'\\(.)', r'\1', m[2]) if m[2] is not None else m[3]) for m in re.finditer(
            r'([^\s=;]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^;]*)))?', line[len('Set-Cookie3:'):])]
        (name, value), *rest = pairs
        known = dict(rest)
        expires = known.get('expires')
        if expires:
            import datetime
            when = datetime.datetime(*time.strptime(expires, '%Y-%m-%d %H:%M:%SZ')[:6])
            expires = int((when - datetime.datetime(1970, 1, 1)).total_seconds())
        domain = known.get('domain', '')
        extra = {key: text for key, text in known.items()
                 if key not in ('path', 'domain', 'path_spec', 'domain_dot', 'secure', 'expires',
                                'discard', 'version')}
        return Cookie(known.get('version', 0), name, value, None, False, domain,
                      domain.startswith('.'), 'domain_dot' in known, known.get('path', '/'),
                      'path_spec' in known, 'secure' in known, expires, 'discard' in known, None,
                      None, extra)


def _quoted(text):
    text = '' if text is None else text
    if text and re.fullmatch(r'\w+', text):
        return text
    return '"%s"' % text.replace('\\', '\\\\').replace('"', '\\"')
