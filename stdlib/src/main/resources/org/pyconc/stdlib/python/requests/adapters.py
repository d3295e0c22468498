"""How requests get to servers: connections, kept for the next request."""

import http.client as _client
import select
import socket
from urllib.parse import unquote, urlsplit

from requests.auth import _basic_auth_str
from requests.cookies import extract_cookies_to_jar
from requests.exceptions import (ConnectionError, ConnectTimeout, InvalidHeader, InvalidProxyURL,
                                 InvalidSchema, InvalidURL, ProxyError, ReadTimeout, RetryError,
                                 SSLError)
from requests.models import ProtocolError, Response
from requests.structures import CaseInsensitiveDict
from requests.utils import get_encoding_from_headers, select_proxy, urldefragauth

DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0


class Retry:
    """How often to try again, and after which answers."""

    def __init__(self, total=10, connect=None, read=None, redirect=None, status=None, other=None,
                 allowed_methods=frozenset({'HEAD', 'GET', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'}),
                 status_forcelist=(), backoff_factor=0, backoff_max=120, raise_on_redirect=True,
                 raise_on_status=True, **more):
        self.total = total
        self.connect = connect
        self.read = read
        self.redirect = redirect
        self.status = status
        self.other = other
        self.allowed_methods = allowed_methods
        self.status_forcelist = frozenset(status_forcelist or ())
        self.backoff_factor = backoff_factor
        self.backoff_max = backoff_max
        self.raise_on_status = raise_on_status

    @classmethod
    def from_int(cls, retries, redirect=True, default=None):
        return retries if isinstance(retries, Retry) else cls(retries or 0, read=retries or 0)

    def _times(self, kind):
        own = getattr(self, kind)
        known = [each for each in (self.total, own) if each is not None and each is not False]
        return min(known) if known else 0

    def _pause(self, tries):
        if self.backoff_factor and tries > 1:
            import time
            time.sleep(min(self.backoff_max, self.backoff_factor * 2 ** (tries - 1)))

    def _allows(self, method):
        return not self.allowed_methods or method.upper() in self.allowed_methods

    def __repr__(self):
        return (f'Retry(total={self.total}, connect={self.connect}, read={self.read}, '
                f'redirect={self.redirect}, status={self.status})')


class _Raw:
    """An answer as it comes over the connection."""

    def __init__(self, response, connection, pool, key):
        self._response = response
        self._connection = connection
        self._pool = pool
        self._key = key
        self._decoder = None
        self._has_decoder = False
        self._decoded = b''
        self.headers = response.headers
        self.status = response.status
        self.reason = response.reason
        self.version = response.version
        self.decode_content = False

    closed = property(lambda self: self._connection is None)

    def _place(self):
        return _place(self._key)

    def getheaders(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def _new_decoder(self):
        import zlib
        kinds = [each.strip().lower()
                 for each in (self.headers.get('content-encoding') or '').split(',')]
        decoders = []
        for kind in reversed(kinds):
            if kind in ('gzip', 'x-gzip'):
                decoders.append(zlib.decompressobj(16 + zlib.MAX_WBITS))
            elif kind == 'deflate':
                decoders.append(_Deflate())
        return decoders

    def _decode(self, data):
        if not self._has_decoder:
            self._has_decoder = True
            self._decoder = self._new_decoder()
        for each in self._decoder:
            data = each.decompress(data)
        return data

    _taken = 0

    def _plain(self, amt):
        if self._response is None:
            return b''
        response = self._response
        data = response.read(amt) if amt is not None else response.read()
        self._taken += len(data)
        if not response.isclosed():
            return data
        if not response.length:
            self.release_conn()
        elif not data:  # the connection has ended too early
            left, response.length = response.length, 0
            self.release_conn()
            raise _client.IncompleteRead(bytes(self._taken), left)
        return data

    def read(self, amt=None, decode_content=None, cache_content=False):
        if not (self.decode_content if decode_content is None else decode_content):
            return self._plain(amt)
        if amt is None:
            data = self._decoded + self._decode(self._plain(None))
            self._decoded = b''
            return data
        while len(self._decoded) < amt:
            data = self._plain(amt)
            if not data:
                break
            self._decoded += self._decode(data)
        data, self._decoded = self._decoded[:amt], self._decoded[amt:]
        return data

    def stream(self, amt=65536, decode_content=None):
        if amt is None:
            amt = 65536
        response = self._response
        if response is not None and response.chunked and amt >= 1024:
            while self._response is not None:
                data = self._response.read1(amt)
                if self._response is not None and self._response.isclosed():
                    self.release_conn()
                data = self._decode(data) if decode_content else data
                if data:
                    yield data
            return
        data = self.read(amt, decode_content)
        while data:
            yield data
            data = self.read(amt, decode_content)

    def release_conn(self):
        """Keeps the connection for the next request."""
        if self._connection is None:
            return
        connection, self._connection = self._connection, None
        response, self._response = self._response, None
        if response is not None and response.isclosed() and connection.sock is not None:
            self._pool.give_back(self._key, connection)
        else:
            if response is not None:
                response.close()
            connection.close()

    def close(self):
        if self._connection is not None:
            self._response.close()
            self._connection.close()
            self._connection = self._response = None

    def __iter__(self):
        for chunk in self.stream(decode_content=True):
            yield from chunk.splitlines(True)

    def readable(self):
        return True

    def fileno(self):
        return self._connection.sock.fileno()


class _Deflate:
    """With the header that belongs there, or without."""

    def __init__(self):
        self._inner = None

    def decompress(self, data):
        import zlib
        if not data:
            return data
        if self._inner is None:
            self._inner = zlib.decompressobj()
            try:
                return self._inner.decompress(data)
            except zlib.error:
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
        return self._inner.decompress(data)


class _Pool:
    """Connections that wait for their next request."""

    def __init__(self, size):
        self._size = size
        self._idle = {}

    def take(self, key):
        known = self._idle.get(key)
        while known:
            connection = known.pop()
            try:
                if not select.select([connection.sock], [], [], 0)[0]:
                    return connection
            except (OSError, ValueError):
                pass
            connection.close()
        return None

    def give_back(self, key, connection):
        known = self._idle.setdefault(key, [])
        if len(known) < self._size:
            known.append(connection)
        else:
            connection.close()

    def clear(self):
        for known in self._idle.values():
            for connection in known:
                connection.close()
        self._idle = {}


def _place(key):
    return "HTTP%sConnectionPool(host='%s', port=%s)" % (
        'S' if key[0] == 'https' else '', key[1], key[2])


class BaseAdapter:
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


class HTTPAdapter(BaseAdapter):
    """The adapter for http and https."""

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE,
                 max_retries=DEFAULT_RETRIES, pool_block=False):
        self.max_retries = Retry(0, read=False) if max_retries == DEFAULT_RETRIES \
            else Retry.from_int(max_retries)
        self.config = {}
        self.proxy_manager = {}
        self._pool = _Pool(pool_maxsize)

    def close(self):
        self._pool.clear()

    def add_headers(self, request, **kwargs):
        pass

    def request_url(self, request, proxies):
        proxy = select_proxy(request.url, proxies)
        if proxy and urlsplit(request.url).scheme != 'https':
            return urldefragauth(request.url)
        url = request.path_url
        return '/' + url.lstrip('/') if url.startswith('//') else url

    def proxy_headers(self, proxy):
        parts = urlsplit(proxy)
        if not parts.username:
            return {}
        return {'Proxy-Authorization': _basic_auth_str(unquote(parts.username),
                                                       unquote(parts.password or ''))}

    def build_response(self, req, resp):
        """An answer out of what came over the connection."""
        made = Response()
        made.status_code = resp.status
        made.headers = CaseInsensitiveDict()
        for name, value in resp.headers.items():
            known = made.headers.get(name)
            made.headers[name] = value if known is None else known + ', ' + value
        made.encoding = get_encoding_from_headers(made.headers)
        made.raw = resp
        made.reason = resp.reason
        made.url = req.url.decode('utf-8') if isinstance(req.url, bytes) else req.url
        extract_cookies_to_jar(made.cookies, req, resp.headers)
        made.request = req
        made.connection = self
        return made

    def _context(self, verify, cert):
        import os
        import ssl
        context = ssl.create_default_context() if verify is True else \
            ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        if not verify:
            context.check_hostname = False
            context.verify_mode = ssl.CERT_NONE
        elif verify is not True:
            if not os.path.exists(verify):
                raise OSError('Could not find a suitable TLS CA certificate bundle, invalid path: '
                              f'{verify}')
            if os.path.isdir(verify):
                context.load_verify_locations(capath=verify)
            else:
                context.load_verify_locations(cafile=verify)
        if cert:
            context.load_cert_chain(*((cert,) if isinstance(cert, str) else cert))
        return context

    def _connect(self, key, request, proxy, timeout, verify, cert):
        scheme, host, port, _ = key
        if proxy:
            if '//' not in proxy:
                proxy = 'http://' + proxy
            parts = urlsplit(proxy)
            if not parts.hostname:
                raise InvalidProxyURL('Please check proxy URL. It is malformed and could be '
                                      'missing the host.')
            place = parts.hostname, parts.port or (443 if parts.scheme == 'https' else 80)
        else:
            place = host, port
        if scheme == 'https':
            connection = _client.HTTPSConnection(*place, timeout=timeout,
                                                 context=self._context(verify, cert))
            if proxy:
                connection.set_tunnel(host, port, self.proxy_headers(proxy))
        else:
            connection = _client.HTTPConnection(*place, timeout=timeout)
        shown = "HTTP%sConnection(host='%s', port=%s)" % (
            'S' if scheme == 'https' else '', *place)
        head = '%s: Max retries exceeded with url: %s (Caused by ' % (
            _place(key), self.request_url(request, {scheme: proxy} if proxy else {}))
        try:
            connection.connect()
        except TimeoutError:
            connection.close()
            raise ConnectTimeout(
                "%sConnectTimeoutError(%s, 'Connection to %s timed out. (connect timeout=%s)'))"
                % (head, shown, place[0], timeout), request=request) from None
        except OSError as failure:
            connection.close()
            if hasattr(failure, 'library'):
                raise SSLError('%sSSLError(%r))' % (head, failure), request=request) from None
            if isinstance(failure, socket.gaierror):
                words = "NameResolutionError(\"%s: Failed to resolve '%s' (%s)\"))" % (
                    shown, place[0], failure)
            else:
                words = 'NewConnectionError("%s: Failed to establish a new connection: %s"))' % (
                    shown, failure)
            if proxy:
                words = "ProxyError('Unable to connect to proxy', %s)" % words
                raise ProxyError(head + words, request=request) from None
            raise ConnectionError(head + words, request=request) from None
        return connection

    def _transmit(self, connection, request, url, headers):
        body = request.body
        if isinstance(body, str):
            body = body.encode('utf-8')
        is_chunked = not (body is None or 'Content-Length' in request.headers)
        if is_chunked and hasattr(body, 'read'):
            body = iter(lambda file=body: file.read(8192), b'')
        connection.request(request.method, url, body, headers, encode_chunked=is_chunked)

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """Sends a request; the beginning of the answer."""
        try:
            parts = urlsplit(request.url)
            port = parts.port or (443 if parts.scheme == 'https' else 80)
        except ValueError as failure:
            raise InvalidURL(failure, request=request) from None
        if isinstance(timeout, tuple):
            try:
                connecting, reading = timeout
            except ValueError:
                raise ValueError(f'Invalid timeout {timeout}. Pass a (connect, read) timeout '
                                 'tuple, or a single float to set both timeouts to the same '
                                 'value.') from None
        else:
            connecting = reading = timeout
        for each, name in ((connecting, 'connect'), (reading, 'read')):
            if each is not None and not isinstance(each, (int, float)):
                raise ValueError('Timeout value %s was %s, but it must be an int, float or None.'
                                 % (name, each))
            if each is not None and (isinstance(each, bool) or each <= 0):
                raise ValueError('Attempted to set %s timeout to %s, but the timeout cannot be '
                                 'set to a value less than or equal to 0.' % (name, each))
        proxy = select_proxy(request.url, proxies)
        key = (parts.scheme, parts.hostname, port, (proxy, verify, cert))
        url = self.request_url(request, proxies)
        headers = dict(request.headers.items())
        if proxy and parts.scheme != 'https':
            headers.update(self.proxy_headers(proxy))
        if parts.username and 'Host' not in request.headers:
            headers.setdefault('Host', parts.netloc.rpartition('@')[2])
        retries = self.max_retries
        tries = 0
        while True:
            tries += 1
            connection = self._pool.take(key)
            is_old = connection is not None
            if connection is None:
                try:
                    connection = self._connect(key, request, proxy, connecting, verify, cert)
                except (ConnectionError, ConnectTimeout) as failure:
                    if isinstance(failure, SSLError) or tries > retries._times('connect'):
                        raise
                    retries._pause(tries)
                    continue
            connection.timeout = connecting
            connection.sock.settimeout(reading)
            try:
                self._transmit(connection, request, url, headers)
                raw = connection.getresponse()
            except TimeoutError:
                connection.close()
                if retries._allows(request.method) and tries <= retries._times('read'):
                    retries._pause(tries)
                    continue
                if retries.read is not False and retries.total:
                    raise ConnectionError(
                        '%s: Max retries exceeded with url: %s (Caused by ReadTimeoutError("%s: '
                        'Read timed out. (read timeout=%s)"))' % (
                            _place(key), url, _place(key), reading), request=request) from None
                raise ReadTimeout('%s: Read timed out. (read timeout=%s)'
                                  % (_place(key), reading), request=request) from None
            except _client.InvalidURL as failure:
                connection.close()
                raise InvalidURL(failure, request=request) from None
            except (OSError, _client.HTTPException) as failure:
                connection.close()
                if is_old or retries._allows(request.method) and tries <= retries._times('read'):
                    retries._pause(tries)
                    continue
                raise ConnectionError(ProtocolError('Connection aborted.', failure),
                                      request=request) from None
            if raw.status in retries.status_forcelist and retries._allows(request.method):
                if tries <= retries._times('status'):
                    raw.read()
                    connection.close()
                    retries._pause(tries)
                    continue
                if retries.raise_on_status:
                    raise RetryError(
                        '%s: Max retries exceeded with url: %s (Caused by ResponseError(\'too '
                        'many %s error responses\'))' % (_place(key), url, raw.status),
                        request=request)
            if raw.will_close:
                connection.sock = None
            return self.build_response(request, _Raw(raw, connection, self._pool, key))
