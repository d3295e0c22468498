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


def _bare(place):
    host, colon, port = place.rpartition(':')
    return (host if colon and port.isdigit() else place).lower()


class Request:
    """What is asked for, with headers and data."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False,
                 method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self._tunnel_host = None
        self._has_proxy = False
        self.data = data
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = origin_req_host or _bare(urlsplit(self._url).netloc)
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
        if not colon or not self.type[:1].isalpha():
            raise ValueError('unknown url type: %r' % url)
        self.type = self.type.lower()
        self.host = urlsplit(self._url).netloc or None
        self.selector = self._url.partition('//')[2]
        self.selector = self.selector[len(self.host or ''):] or '/'
        if not self.selector.startswith('/'):
            self.selector = '/' + self.selector

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            self.remove_header('Content-length')

    @data.deleter
    def data(self):
        self.data = None

    def set_proxy(self, host, type):
        """Sends it to another host."""
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
            self._has_proxy = True
        self.host = host

    def has_proxy(self):
        return self._has_proxy

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
    """Does something for certain kinds of addresses or answers."""

    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        return self.handler_order < getattr(other, 'handler_order', 1000)


class HTTPErrorProcessor(BaseHandler):
    """Hands answers that tell of an error to those who know what to do."""

    handler_order = 1000

    def http_response(self, request, response):
        if not 200 <= response.code < 300:
            response = self.parent.error('http', request, response, response.code, response.msg,
                                         response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    """Follows answers that lead elsewhere."""

    max_repeats = 4
    max_redirections = 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD')
                or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {key: value for key, value in req.headers.items()
                if key.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), headers=kept, unverifiable=True,
                       method='HEAD' if method == 'HEAD' else 'GET')

    def http_error_302(self, req, fp, code, msg, headers):
        target = headers.get('location') or headers.get('uri')
        if target is None:
            return None
        parts = urlsplit(target)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(target, code, "%s - Redirection to url '%s' is not allowed"
                            % (msg, target), headers, fp)
        if not parts.path and parts.netloc:
            target = parts._replace(path='/').geturl()
        target = urljoin(req.full_url, quote(target, safe="!#$%&'()*+,/:;=?@[]~"))
        made = self.redirect_request(req, fp, code, msg, headers, target)
        if made is None:
            return None
        visited = made.redirect_dict = getattr(req, 'redirect_dict', {})
        if visited.get(target, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[target] = visited.get(target, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(made, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class ProxyHandler(BaseHandler):
    """Sends requests to a proxy."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        for kind, url in self.proxies.items():
            setattr(self, kind.lower() + '_open', lambda request, proxy=url, kind=kind:
                    self.proxy_open(request, proxy, kind))

    def proxy_open(self, req, proxy, type):
        if req.host and proxy_bypass(req.host, self.proxies):
            return None
        parts = urlsplit(proxy if '//' in proxy else req.type + '://' + proxy)
        if parts.username:
            info = '%s:%s' % (unquote(parts.username), unquote(parts.password or ''))
            req.add_header('Proxy-authorization', 'Basic ' + _base64(info.encode()))
        req.set_proxy(unquote(parts.netloc.rpartition('@')[2]), parts.scheme)
        return None


class HTTPPasswordMgr:
    """Who one is in a realm of a server."""

    def __init__(self):
        self.passwd = {}

    def _places(self, uri):
        return [(parts.netloc.rpartition('@')[2] or uri, parts.path or '/')
                for parts in [urlsplit(uri)]]

    def add_password(self, realm, uri, user, passwd):
        for each in [uri] if isinstance(uri, str) else uri:
            for place in self._places(each):
                self.passwd.setdefault(realm, {})[place] = user, passwd

    def find_user_password(self, realm, authuri):
        (host, path), = self._places(authuri)
        for (known, below), found in self.passwd.get(realm, {}).items():
            if known in (host, host.partition(':')[0]) and path.startswith(below):
                return found
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    def find_user_password(self, realm, authuri):
        user, password = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        if user is not None:
            return user, password
        return HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)


class AbstractBasicAuthHandler:
    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        asked = headers.get(authreq) or ''
        kind, _, rest = asked.partition(' ')
        if not asked:
            return None
        if kind.lower() != 'basic':
            raise ValueError('AbstractBasicAuthHandler does not support the following scheme: %r'
                             % kind)
        realm = rest.partition('realm=')[2].strip('"').partition('"')[0]
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        said = 'Basic ' + _base64(('%s:%s' % (user, password)).encode())
        if req.get_header(self.auth_header, None) == said:
            return None
        req.add_unredirected_header(self.auth_header, said)
        return self.parent.open(req, timeout=req.timeout)


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Authorization'

    def http_error_401(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('www-authenticate', req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    auth_header = 'Proxy-authorization'

    def http_error_407(self, req, fp, code, msg, headers):
        return self.http_error_auth_reqed('proxy-authenticate', req.host, req, headers)


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        if not request.host:
            raise URLError('no host given')
        if request.data is not None:
            if isinstance(request.data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file '
                                'object. It cannot be of type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type',
                                                'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') \
                    and not request.has_header('Transfer-encoding'):
                if isinstance(request.data, (bytes, bytearray, memoryview)):
                    request.add_unredirected_header('Content-length', '%d' % len(request.data))
                else:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
        place = request.host.rpartition('@')[2]
        if request.has_proxy():
            place = urlsplit(request.selector).netloc or place
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', place)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    def do_open(self, http_class, req, **arguments):
        """Sends a request by a class of connections."""
        if not req.host:
            raise URLError('no host given')
        connection = http_class(req.host.rpartition('@')[2], timeout=req.timeout, **arguments)
        headers = dict(req.unredirected_hdrs)
        headers.update(req.headers)
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            proxy = headers.pop('Proxy-Authorization', None)
            connection.set_tunnel(req._tunnel_host,
                                  headers={'Proxy-Authorization': proxy} if proxy else {})
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as failure:
                raise URLError(failure)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock is not None:
            connection.sock.close()
            connection.sock = None
        response.url = req.full_url
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        AbstractHTTPHandler.__init__(self, debuglevel)
        self._context = context
        self._check_hostname = check_hostname

    def https_open(self, req):
        return self.do_open(http.client.HTTPSConnection, req, context=self._context,
                            check_hostname=self._check_hostname)

    https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies and sends them back."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            from http.cookiejar import CookieJar
            cookiejar = CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)


class _Local:
    """An answer that did not come over the network."""

    def __init__(self, file, headers, url):
        self._file = file
        self.headers = self.msg = headers
        self.url = url
        self.code = self.status = None

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self._file.close()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code


def _local(data_or_file, url, kind, length):
    headers = http.client.HTTPMessage()
    headers.add_header('Content-type', kind)
    headers.add_header('Content-length', str(length))
    return _Local(data_or_file, headers, url)


class FileHandler(BaseHandler):
    """Files of the machine."""

    def file_open(self, req):
        if req.host and req.host != 'localhost':
            raise URLError('file:// scheme is supported only on localhost')
        path = unquote(req.selector)
        import mimetypes
        try:
            size = os.stat(path).st_size
            return _local(open(path, 'rb'), 'file://' + path,
                          mimetypes.guess_type(path)[0] or 'text/plain', size)
        except OSError as failure:
            raise URLError(failure)


class DataHandler(BaseHandler):
    """Addresses that are data themselves."""

    def data_open(self, req):
        import io
        kind, _, data = req.full_url.partition(':')[2].partition(',')
        data = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            import base64
            data = base64.decodebytes(data)
            kind = kind[:-7]
        return _local(io.BytesIO(data), req.full_url, kind or 'text/plain;charset=US-ASCII',
                      len(data))


class OpenerDirector:
    """Opens requests by handlers."""

    def __init__(self):
        self.addheaders = [('User-agent', 'Python-urllib/' + __version__)]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        handler.add_parent(self)
        self.handlers.append(handler)
        self.handlers.sort(key=lambda each: each.handler_order)

    def close(self):
        pass

    def _first(self, names, *args):
        """What the first handler gives that knows one of the names."""
        for name in names:
            for handler in self.handlers:
                method = getattr(handler, name, None)
                if method is not None:
                    result = method(*args)
                    if result is not None:
                        return result
        return None

    def error(self, proto, *args):
        if proto in ('http', 'https'):
            code = args[2]
            return self._first(['http_error_%s' % code, 'http_error_default'], *args)
        return self._first([proto + '_error'], *args)

    def open(self, fullurl, data=None, timeout=_DEFAULT):
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if data is not None:
            request.data = data
        request.timeout = timeout
        for handler in self.handlers:
            prepare = getattr(handler, request.type + '_request', None)
            if prepare is not None:
                request = prepare(request)
        kind = request.type
        response = self._first(['default_open'], request)
        if response is None:
            for handler in self.handlers:
                method = getattr(handler, request.type + '_open', None)
                response = None if method is None else method(request)
                if response is not None:
                    break
        if response is None:
            response = self._first(['unknown_open'], request)
        for handler in self.handlers:
            process = getattr(handler, kind + '_response', None)
            if process is not None:
                response = process(request, response)
        return response


_opener = None


def build_opener(*handlers):
    """An opener with the usual handlers and those that are given."""
    usual = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler,
             HTTPRedirectHandler, FileHandler, HTTPErrorProcessor, DataHandler, HTTPSHandler]
    made = OpenerDirector()
    for each in usual:
        if not any(issubclass(own, each) if isinstance(own, type) else isinstance(own, each)
                   for own in handlers):
            made.add_handler(each())
    for each in handlers:
        made.add_handler(each() if isinstance(each, type) else each)
    return made


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_DEFAULT, *, cafile=None, capath=None, cadefault=False,
            context=None):
    """Opens an address or a request."""
    if cafile or capath or cadefault:
        if context is not None:
            raise ValueError("You can't pass both context and any of cafile, capath, and "
                             'cadefault')
        import ssl
        context = ssl.create_default_context(cafile=cafile, capath=capath)
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    global _opener
    if _opener is None:
        _opener = build_opener()
    return _opener.open(url, data, timeout)


_retrieved = []


def urlcleanup():
    """Removes files that urlretrieve has made, and forgets the opener."""
    global _opener
    while _retrieved:
        try:
            os.unlink(_retrieved.pop())
        except OSError:
            pass
    _opener = None


def parse_http_list(s):
    """The elements of a list in a header."""
    parts, part, quoted, escaped = [], '', False, False
    for c in s:
        if escaped:
            part += c
            escaped = False
        elif c == ',' and not quoted:
            parts.append(part.strip())
            part = ''
        else:
            escaped = quoted and c == '\\'
            if c == '"':
                quoted = not quoted
            if not escaped:
                part += c
    return parts + [part.strip()] if part else parts


def parse_keqv_list(l):
    """A dict of elements that are key=value."""
    found = {}
    for each in l:
        key, value = each.split('=', 1)
        found[key] = value[1:-1] if value[0] == '"' and value[-1] == '"' else value
    return found


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what an address leads to into a file."""
    if url.startswith('file://') and not filename:
        with urlopen(url) as response:
            return response.geturl()[len('file://'):], response.info()
    with urlopen(url, data) as response:
        if filename is None:
            import tempfile
            fd, filename = tempfile.mkstemp()
            os.close(fd)
            _retrieved.append(filename)
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
