"""Opens what addresses of the web lead to.

See https://docs.python.org/3.11/library/urllib.request.html
"""

import os
import socket
import http.client
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import (quote, unquote, urldefrag, urlencode, urljoin, urlparse, urlsplit,
                          unquote_to_bytes)

__version__ = '3.11'
_DEFAULT = socket._GLOBAL_DEFAULT_TIMEOUT
_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _base64(data):
    text = ''
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        number = int.from_bytes(part + bytes(3 - len(part)), 'big')
        four = ''.join(_LETTERS[number >> shift & 63] for shift in (18, 12, 6, 0))
        text += four[:len(part) + 1] + '=' * (3 - len(part))
    return text


def getproxies():
    """The proxies that the environment names."""
    found = {}
    for name, value in os.environ.items():
        if name.lower().endswith('_proxy') and value:
            if name.islower() or name.lower()[:-6] not in found:
                found[name.lower()[:-6]] = value
    return found


getproxies_environment = getproxies


def proxy_bypass(host, proxies=None):
    """Whether no_proxy names a host."""
    exceptions = (getproxies() if proxies is None else proxies).get('no', '')
    if exceptions == '*':
        return True
    host = host.lower()
    bare = host.rpartition(':')[0] if host.rpartition(':')[2].isdigit() else host
    for each in exceptions.split(','):
        name = each.strip().lstrip('.').lower()
        if name and (host == name or bare == name or host.endswith('.' + name)
                     or bare.endswith('.' + name)):
            return True
    return False


proxy_bypass_environment = proxy_bypass


class Request:
    """What is asked for, with headers and data."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False,
                 method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self.data = data
        for key, value in headers.items():
            self.add_header(key, value)
        self.unverifiable = unverifiable
        self.timeout = _DEFAULT
        if method:
            self.method = method

    @property
    def full_url(self):
        return self._url + '#' + self.fragment if self.fragment else self._url

    @full_url.setter
    def full_url(self, url):
        self._url, self.fragment = urldefrag(url)
        self.type, colon, rest = self._url.partition(':')
        if not colon:
            raise ValueError('unknown url type: %r' % url)
        self.type = self.type.lower()
        self.host = urlsplit(self._url).netloc or None
        self.selector = self._url.partition('//')[2]
        self.selector = self.selector[len(self.host or ''):] or '/'
        if not self.selector.startswith('/'):
            self.selector = '/' + self.selector

    def get_method(self):
        return getattr(self, 'method', 'POST' if self.data is not None else 'GET')

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class BaseHandler:
    def close(self):
        pass


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies


class HTTPRedirectHandler(BaseHandler):
    pass


class HTTPHandler(BaseHandler):
    pass


class OpenerDirector:
    """Opens requests."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/' + __version__)]
        self.proxies = None

    def add_handler(self, handler):
        if isinstance(handler, ProxyHandler):
            self.proxies = handler.proxies

    def open(self, fullurl, data=None, timeout=_DEFAULT):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if data is not None:
            request.data = data
        seen = 0
        while True:
            response = self._open(request, timeout)
            if response.status not in (301, 302, 303, 307, 308) \
                    or response.headers.get('location') is None:
                break
            if request.get_method() not in ('GET', 'HEAD') and (
                    response.status in (307, 308) or request.get_method() != 'POST'):
                break
            seen += 1
            if seen > 10:
                raise HTTPError(request.full_url, response.status,
                                'The HTTP server returned a redirect error that would lead to an '
                                'infinite loop.\nThe last 30x error message was:\n'
                                + response.reason, response.headers, response)
            target = urljoin(request.full_url, response.headers['location'].replace(' ', '%20'))
            if urlsplit(target).scheme not in ('http', 'https', 'ftp', ''):
                raise HTTPError(target, response.status,
                                "%s - Redirection to url '%s' is not allowed"
                                % (response.reason, target), response.headers, response)
            response.read()
            response.close()
            headers = {key: value for key, value in request.headers.items()
                       if key.lower() not in ('content-length', 'content-type')}
            request = Request(target, headers=headers,
                              method='HEAD' if request.get_method() == 'HEAD' else None)
        if not 200 <= response.status < 300:
            raise HTTPError(request.full_url, response.status, response.reason, response.headers,
                            response)
        return response

    def _open(self, request, timeout):
        if request.type == 'data':
            raise URLError('unknown url type: data')
        if request.type == 'file':
            return open(unquote(request.selector), 'rb')
        if request.type not in ('http', 'https'):
            raise URLError('unknown url type: %s' % request.type)
        if not request.host:
            raise URLError('no host given')
        data = request.data
        if isinstance(data, str):
            raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. '
                            'It cannot be of type str.')
        headers = dict(request.unredirected_hdrs)
        headers.update(request.headers)
        for name, value in self.addheaders:
            headers.setdefault(name.capitalize(), value)
        if data is not None and 'Content-type' not in headers:
            headers['Content-type'] = 'application/x-www-form-urlencoded'
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        place = request.host.rpartition('@')[2]
        selector = request.selector
        proxies = getproxies() if self.proxies is None else self.proxies
        proxy = proxies.get(request.type)
        if proxy and not proxy_bypass(place, proxies):
            selector = '%s://%s%s' % (request.type, place, selector)
            parts = urlsplit(proxy if '//' in proxy else 'http://' + proxy)
            place = parts.netloc.rpartition('@')[2]
            if parts.username:
                info = '%s:%s' % (unquote(parts.username), unquote(parts.password or ''))
                headers['Proxy-Authorization'] = 'Basic ' + _base64(info.encode())
        if request.type == 'https':
            raise URLError('unknown url type: https')
        connection = http.client.HTTPConnection(place, timeout=timeout)
        try:
            try:
                connection.request(request.get_method(), selector, data, headers)
            except OSError as failure:
                raise URLError(failure)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock is not None:
            connection.sock.close()
            connection.sock = None
        response.url = request.full_url
        response.msg = response.reason
        return response


_opener = None


def build_opener(*handlers):
    made = OpenerDirector()
    for each in handlers:
        made.add_handler(each() if isinstance(each, type) else each)
    return made


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_DEFAULT, *, cafile=None, capath=None, cadefault=False,
            context=None):
    """Opens an address or a request."""
    opener = _opener or build_opener()
    return opener.open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what an address leads to into a file."""
    with urlopen(url, data) as response:
        if filename is None:
            import tempfile
            fd, filename = tempfile.mkstemp()
            os.close(fd)
        size = int(response.headers.get('content-length') or -1)
        count = read = 0
        with open(filename, 'wb') as file:
            if reporthook:
                reporthook(0, 8192, size)
            block = response.read(8192)
            while block:
                file.write(block)
                read += len(block)
                count += 1
                if reporthook:
                    reporthook(count, 8192, size)
                block = response.read(8192)
        if 0 <= size > read:
            raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes'
                                       % (read, size), (filename, response.headers))
    return filename, response.headers


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)
