"""Requests to servers of the web, the easy way.

See https://requests.readthedocs.io/en/latest/api/
"""

import http.client as _client
import json as _json
from urllib.parse import quote, urlencode, urljoin, urlsplit, urlunsplit
from urllib.request import _base64, getproxies, proxy_bypass

from requests import exceptions
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError,
                                 ReadTimeout, RequestException, Timeout, TooManyRedirects,
                                 URLRequired)

__version__ = '2.31.0'


class codes:
    """Status numbers by name."""


def _define_codes():
    from http import HTTPStatus, _PHRASES
    for number in _PHRASES:
        name = HTTPStatus(number).name
        setattr(codes, name, number)
        setattr(codes, name.lower(), number)


_define_codes()


class CaseInsensitiveDict(dict):
    """Headers: names in any case."""

    def __init__(self, data=None, **more):
        super().__init__()
        self._names = {}
        self.update(data or {}, **more)

    def __setitem__(self, key, value):
        lower = key.lower()
        old = self._names.get(lower)
        if old is not None and old != key:
            super().__delitem__(old)
        self._names[lower] = key
        super().__setitem__(key, value)

    def __getitem__(self, key):
        return super().__getitem__(self._names[key.lower()])

    def __delitem__(self, key):
        super().__delitem__(self._names.pop(key.lower()))

    def __contains__(self, key):
        return isinstance(key, str) and key.lower() in self._names

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, other=(), **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def copy(self):
        return CaseInsensitiveDict(self)


class _Cookies(dict):
    """Cookies by name."""

    def get_dict(self):
        return dict(self)

    def set(self, name, value, **more):
        self[name] = value


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None,
                 auth=None, cookies=None, hooks=None, json=None):
        self.method = method
        self.url = url
        self.headers = headers
        self.files = files
        self.data = data
        self.params = params
        self.auth = auth
        self.cookies = cookies
        self.json = json

    def prepare(self):
        return Session()._prepare(self)

    def __repr__(self):
        return '<Request [%s]>' % self.method


class PreparedRequest:
    method = url = headers = body = None

    @property
    def path_url(self):
        parts = urlsplit(self.url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    def __repr__(self):
        return '<PreparedRequest [%s]>' % self.method


def _encoding(headers):
    kind = headers.get('content-type')
    if not kind:
        return None
    kind, *params = kind.split(';')
    for each in params:
        name, _, value = each.partition('=')
        if name.strip().lower() == 'charset':
            return value.strip().strip('\'"')
    if 'text' in kind:
        return 'ISO-8859-1'
    if 'application/json' in kind:
        return 'utf-8'
    return None


class Response:
    """What a server has answered."""

    def __init__(self):
        self._content = None
        self._raw = None
        self._connection = None
        self.status_code = None
        self.reason = None
        self.headers = CaseInsensitiveDict()
        self.url = None
        self.encoding = None
        self.history = []
        self.cookies = _Cookies()
        self.request = None
        self.elapsed = None

    def __repr__(self):
        return '<Response [%s]>' % self.status_code

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    @property
    def raw(self):
        return self._raw

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def is_permanent_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 308)

    @property
    def apparent_encoding(self):
        try:
            self.content.decode('ascii')
            return 'ascii'
        except UnicodeDecodeError:
            pass
        for name in ('utf-8', 'gb18030'):
            try:
                self.content.decode(name)
                return name
            except (UnicodeDecodeError, LookupError):
                pass
        return 'ISO-8859-1'

    def _failed(self, failure):
        self.close()
        if isinstance(failure, TimeoutError):
            return ConnectionError(failure, request=self.request)
        return exceptions.ChunkedEncodingError(failure, request=self.request)

    @property
    def content(self):
        if self._content is None:
            if self._raw is None:
                raise RuntimeError('The content for this response was already consumed')
            try:
                self._content = self._raw.read()
            except (OSError, _client.HTTPException) as failure:
                raise self._failed(failure)
            self.close()
        return self._content

    @property
    def text(self):
        content = self.content
        if not content:
            return ''
        try:
            return content.decode(self.encoding or self.apparent_encoding, 'replace')
        except LookupError:
            return content.decode('utf-8', 'replace')

    def json(self, **kwargs):
        text = self.text if self.encoding else self.content.decode('utf-8', 'replace')
        try:
            return _json.loads(text, **kwargs)
        except ValueError as failure:
            raise JSONDecodeError(str(failure)) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        if self._content is not None:
            size = chunk_size or len(self._content) or 1
            for start in range(0, len(self._content), size):
                part = self._content[start:start + size]
                yield part.decode(self.encoding or 'utf-8', 'replace') if decode_unicode else part
            return
        while self._raw is not None:
            try:
                part = self._raw.read(chunk_size or 65536)
            except (OSError, _client.HTTPException) as failure:
                raise self._failed(failure)
            if not part:
                self.close()
                break
            yield part.decode(self.encoding or 'utf-8', 'replace') if decode_unicode else part

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        pending = None
        for chunk in self.iter_content(chunk_size, decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1]:
                pending = lines.pop()
            else:
                pending = None
            yield from lines
        if pending is not None:
            yield pending

    def raise_for_status(self):
        kind = 'Client' if 400 <= self.status_code < 500 else 'Server'
        if 400 <= self.status_code < 600:
            raise HTTPError('%s %s Error: %s for url: %s' % (
                self.status_code, kind, self.reason, self.url), response=self)

    def close(self):
        if self._raw is not None:
            self._raw.close()
            self._raw = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Session:
    """Settings and cookies for several requests."""

    def __init__(self):
        self.headers = CaseInsensitiveDict({
            'User-Agent': 'python-requests/' + __version__, 'Accept-Encoding': 'identity',
            'Accept': '*/*', 'Connection': 'keep-alive'})
        self.auth = None
        self.params = {}
        self.cookies = _Cookies()
        self.proxies = {}
        self.verify = True
        self.max_redirects = 30
        self.trust_env = True

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def close(self):
        pass

    def _prepare(self, request):
        made = PreparedRequest()
        made.method = request.method.upper()
        made.url = self._url(request.url, request.params)
        made.headers = self.headers.copy()
        for name, value in (request.headers or {}).items():
            if value is None:
                made.headers.pop(name, None)
            else:
                made.headers[name] = value
        body = request.data
        kind = None
        if request.json is not None and not body:
            body = _json.dumps(request.json).encode()
            kind = 'application/json'
        elif isinstance(body, (dict, list, tuple)):
            body = urlencode(body, doseq=True) if body else None
            kind = 'application/x-www-form-urlencoded'
        elif isinstance(body, str):
            kind = 'application/x-www-form-urlencoded'
        if isinstance(body, str):
            body = body.encode('utf-8')
        if body is not None and kind:
            made.headers.setdefault('Content-Type', kind)
        made.body = body or None
        if isinstance(made.body, bytes):
            made.headers['Content-Length'] = str(len(made.body))
        elif made.body is None and made.method not in ('GET', 'HEAD'):
            made.headers['Content-Length'] = '0'
        auth = request.auth or self.auth
        parts = urlsplit(made.url)
        if auth is None and parts.username:
            auth = (parts.username, parts.password or '')
        if isinstance(auth, tuple):
            made.headers['Authorization'] = 'Basic ' + _base64(
                ('%s:%s' % auth).encode('latin1'))
        elif callable(auth):
            made = auth(made) or made
        cookies = {**self.cookies, **(request.cookies or {})}
        if cookies:
            made.headers['Cookie'] = '; '.join('%s=%s' % each for each in cookies.items())
        return made

    prepare_request = _prepare

    def _url(self, url, params):
        url = (url.decode() if isinstance(url, bytes) else str(url)).lstrip()
        parts = urlsplit(url)
        if not parts.scheme:
            raise exceptions.MissingSchema(
                f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        if parts.scheme not in ('http', 'https'):
            raise exceptions.InvalidSchema(f'No connection adapters were found for {url!r}')
        if not parts.hostname:
            raise exceptions.InvalidURL(f'Invalid URL {url!r}: No host supplied')
        query = parts.query
        for more in (self.params, params):
            if more:
                if isinstance(more, (str, bytes)):
                    text = more if isinstance(more, str) else more.decode()
                else:
                    pairs = more.items() if hasattr(more, 'items') else more
                    text = urlencode([each for each in pairs if each[1] is not None], doseq=True)
                query = query + '&' + text if query else text
        safe = "!#$%&'()*+,/:;=?@[]~"
        return urlunsplit((parts.scheme, parts.netloc, quote(parts.path, safe) or '/',
                           quote(query, safe), quote(parts.fragment, safe)))

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None,
                auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None,
                stream=None, verify=None, cert=None, json=None):
        prepared = self._prepare(Request(method, url, headers, files, data, params, auth, cookies,
                                         hooks, json))
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects,
                         proxies=proxies, stream=stream)

    def send(self, request, timeout=None, allow_redirects=True, proxies=None, stream=False,
             **kwargs):
        import time
        start = time.perf_counter()
        history = []
        while True:
            response = self._send_once(request, timeout, proxies)
            response.history = list(history)
            if not allow_redirects or not response.is_redirect:
                break
            response.content
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects('Exceeded %s redirects.' % self.max_redirects,
                                       response=response)
            request = self._follow(request, response)
        response.elapsed = time.perf_counter() - start
        if not stream:
            response.content
        return response

    def _follow(self, request, response):
        made = PreparedRequest()
        made.url = urljoin(response.url, response.headers['location'])
        made.method = request.method
        made.headers = request.headers.copy()
        made.body = request.body
        status = response.status_code
        if (status == 303 or status == 302) and made.method != 'HEAD' \
                or status == 301 and made.method == 'POST':
            made.method = 'GET'
        if status not in (307, 308):
            made.body = None
            for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                made.headers.pop(name, None)
        if urlsplit(made.url).hostname != urlsplit(request.url).hostname:
            made.headers.pop('Authorization', None)
        if self.cookies:
            made.headers['Cookie'] = '; '.join('%s=%s' % each for each in self.cookies.items())
        return made

    def _send_once(self, request, timeout, proxies):
        parts = urlsplit(request.url)
        place = parts.netloc.rpartition('@')[2]
        if parts.scheme != 'http':
            raise exceptions.InvalidSchema(
                f'No connection adapters were found for {request.url!r}')
        path = request.path_url
        known = getproxies() if self.trust_env else {}
        proxy = {**known, **self.proxies, **(proxies or {})}.get(parts.scheme)
        if proxy and not proxy_bypass(place, known):
            path = '%s://%s%s' % (parts.scheme, place, path)
            place = urlsplit(proxy if '//' in proxy else 'http://' + proxy).netloc
            place = place.rpartition('@')[2]
        connecting, reading = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        connection = _client.HTTPConnection(place, timeout=connecting)
        try:
            connection.connect()
        except TimeoutError as failure:
            raise ConnectTimeout(failure, request=request)
        except OSError as failure:
            raise ConnectionError(
                "HTTPConnectionPool(host='%s', port=%s): Max retries exceeded with url: %s "
                "(Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at "
                "0x%x>: Failed to establish a new connection: %s'))" % (
                    connection.host, connection.port, path, id(connection), failure),
                request=request)
        try:
            connection.sock.settimeout(reading)
            connection.request(request.method, path, request.body, request.headers)
            raw = connection.getresponse()
        except TimeoutError:
            connection.close()
            raise ReadTimeout("HTTPConnectionPool(host='%s', port=%s): Read timed out. "
                              "(read timeout=%s)" % (connection.host, connection.port, reading),
                              request=request)
        except (OSError, _client.HTTPException) as failure:
            connection.close()
            raise ConnectionError(('Connection aborted.', failure), request=request)
        response = Response()
        response._raw = raw
        response._connection = connection
        response.status_code = raw.status
        response.reason = raw.reason
        response.url = request.url
        response.request = request
        for name, value in raw.headers.items():
            if name in response.headers:
                value = response.headers[name] + ', ' + value
            response.headers[name] = value
        response.encoding = _encoding(response.headers)
        for each in raw.headers.get_all('set-cookie') or []:
            name, equals, value = each.partition(';')[0].partition('=')
            if equals:
                response.cookies[name.strip()] = value.strip()
        self.cookies.update(response.cookies)
        return response

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)


def session():
    return Session()


def request(method, url, **kwargs):
    """Sends a request; the answer."""
    with Session() as one:
        return one.request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('options', url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('delete', url, **kwargs)
