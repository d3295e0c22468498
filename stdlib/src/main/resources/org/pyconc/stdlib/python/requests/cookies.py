"""Cookies of sessions: a jar that can be used like a dict."""

from collections.abc import MutableMapping
from http.cookiejar import Cookie, CookieJar
from urllib.parse import urlsplit


class CookieConflictError(RuntimeError):
    """There are two cookies that meet the criteria specified in the cookie jar."""


class _Asked:
    """A request as the jar wants to see it."""

    def __init__(self, request):
        self._request = request
        self.added = {}
        self.type = urlsplit(request.url).scheme

    def get_full_url(self):
        host = self._request.headers.get('Host')
        if not host:
            return self._request.url
        parts = urlsplit(self._request.url)
        return '%s://%s%s' % (parts.scheme, host, parts.path)

    def has_header(self, name):
        return name in self._request.headers or name in self.added

    def get_header(self, name, default=None):
        return self._request.headers.get(name, self.added.get(name, default))

    def add_unredirected_header(self, name, value):
        self.added[name] = value


class _Answered:
    def __init__(self, headers):
        self._headers = headers

    def info(self):
        return self._headers


class RequestsCookieJar(CookieJar, MutableMapping):
    """A jar of cookies and a mapping of their names to their values."""

    def get(self, name, default=None, domain=None, path=None):
        try:
            return self._find_no_duplicates(name, domain, path)
        except KeyError:
            return default

    def set(self, name, value, **kwargs):
        if value is None:
            remove_cookie_by_name(self, name, kwargs.get('domain'), kwargs.get('path'))
            return None
        if hasattr(value, 'coded_value'):
            cookie = create_cookie(name, value.value, domain=value['domain'] or '',
                                   path=value['path'] or '/', secure=bool(value['secure']))
        else:
            cookie = create_cookie(name, value, **kwargs)
        self.set_cookie(cookie)
        return cookie

    def iterkeys(self):
        for cookie in iter(self):
            yield cookie.name

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        for cookie in iter(self):
            yield cookie.value

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for cookie in iter(self):
            yield cookie.name, cookie.value

    def items(self):
        return list(self.iteritems())

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in iter(self)))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in iter(self)))

    def multiple_domains(self):
        domains = [cookie.domain for cookie in iter(self)]
        return len(domains) != len(set(domains))

    def get_dict(self, domain=None, path=None):
        return {cookie.name: cookie.value for cookie in iter(self)
                if (domain is None or cookie.domain == domain)
                and (path is None or cookie.path == path)}

    def __contains__(self, name):
        try:
            self._find_no_duplicates(name)
        except KeyError:
            return False
        except CookieConflictError:
            pass
        return True

    def __getitem__(self, name):
        return self._find_no_duplicates(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        remove_cookie_by_name(self, name)

    def _find_no_duplicates(self, name, domain=None, path=None):
        found = [cookie.value for cookie in iter(self)
                 if cookie.name == name and (domain is None or cookie.domain == domain)
                 and (path is None or cookie.path == path)]
        if len(found) > 1:
            raise CookieConflictError(f'There are multiple cookies with name, {name!r}')
        if found and found[0] is not None:
            return found[0]
        raise KeyError(f'name={name!r}, domain={domain!r}, path={path!r}')

    def update(self, other=(), **more):
        if isinstance(other, CookieJar):
            for cookie in other:
                self.set_cookie(cookie)
        else:
            for name, value in dict(other, **more).items():
                self.set(name, value)

    def copy(self):
        made = RequestsCookieJar(self._policy)
        made.update(self)
        return made

    def get_policy(self):
        return self._policy


def create_cookie(name, value, **kwargs):
    """A cookie that belongs to every address, unless said otherwise."""
    known = {'version': 0, 'name': name, 'value': value, 'port': None, 'domain': '', 'path': '/',
             'secure': False, 'expires': None, 'discard': True, 'comment': None,
             'comment_url': None, 'rest': {'HttpOnly': None}, 'rfc2109': False}
    wrong = set(kwargs) - set(known)
    if wrong:
        raise TypeError(f'create_cookie() got unexpected keyword arguments: {list(wrong)}')
    known.update(kwargs)
    known['port_specified'] = bool(known['port'])
    known['domain_specified'] = bool(known['domain'])
    known['domain_initial_dot'] = known['domain'].startswith('.')
    known['path_specified'] = bool(known['path'])
    return Cookie(**known)


def remove_cookie_by_name(cookiejar, name, domain=None, path=None):
    for cookie in list(cookiejar):
        if cookie.name == name and domain in (None, cookie.domain) and path in (None, cookie.path):
            cookiejar.clear(cookie.domain, cookie.path, cookie.name)


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    if cookiejar is None:
        cookiejar = RequestsCookieJar()
    for name in cookie_dict or ():
        if overwrite or name not in [cookie.name for cookie in cookiejar]:
            cookiejar.set_cookie(create_cookie(name, cookie_dict[name]))
    return cookiejar


def merge_cookies(cookiejar, cookies):
    """Adds cookies of a dict or jar."""
    if isinstance(cookies, dict):
        return cookiejar_from_dict(cookies, cookiejar, overwrite=False)
    for cookie in cookies or ():
        cookiejar.set_cookie(cookie)
    return cookiejar


def extract_cookies_to_jar(jar, request, headers):
    """Keeps the cookies of an answer's headers."""
    jar.extract_cookies(_Answered(headers), _Asked(request))


def get_cookie_header(jar, request):
    """What a request says about cookies, or None."""
    asked = _Asked(request)
    jar.add_cookie_header(asked)
    return asked.added.get('Cookie')
