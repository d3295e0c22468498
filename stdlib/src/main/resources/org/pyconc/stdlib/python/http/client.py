"""Requests over a connection.

See https://docs.python.org/3.11/library/http.client.html
"""

import io
import socket
from http import _PHRASES

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol',
           'UnknownTransferEncoding', 'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL',
           'ImproperConnectionState', 'CannotSendRequest', 'CannotSendHeader', 'ResponseNotReady',
           'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error', 'responses',
           'HTTPSConnection']

HTTP_PORT = 80
HTTPS_PORT = 443
_MAXLINE = 65536
_MAXHEADERS = 100
responses = dict(_PHRASES)


def __getattr__(name):
    """The status numbers are names of this module, too."""
    from http import HTTPStatus
    status = HTTPStatus.__members__.get(name)
    if status is None:
        raise AttributeError(f"module 'http.client' has no attribute {name!r}")
    return status


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = version,
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = ', %i more expected' % self.expected if self.expected is not None else ''
        return '%s(%i bytes read%s)' % (self.__class__.__name__, len(self.partial), more)

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = line,
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, 'got more than %d bytes when reading %s'
                               % (_MAXLINE, line_type))


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *args, **kwargs)


error = HTTPException


class HTTPMessage:
    """Headers: names in any case, several values."""

    def __init__(self):
        self._all = []

    def add_header(self, name, value):
        self._all.append((name, value))

    def get_all(self, name, failobj=None):
        name = name.lower()
        return [value for key, value in self._all if key.lower() == name] or failobj

    def get(self, name, failobj=None):
        name = name.lower()
        for key, value in self._all:
            if key.lower() == name:
                return value
        return failobj

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, value):
        self._all.append((name, value))

    def __delitem__(self, name):
        name = name.lower()
        self._all = [pair for pair in self._all if pair[0].lower() != name]

    def __contains__(self, name):
        return self.get(name) is not None

    def __len__(self):
        return len(self._all)

    def __iter__(self):
        return iter(self.keys())

    def keys(self):
        return [key for key, _ in self._all]

    def values(self):
        return [value for _, value in self._all]

    def items(self):
        return list(self._all)

    def get_content_type(self):
        kind = (self.get('content-type') or 'text/plain').partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_param(self, param, failobj=None, header='content-type'):
        for each in (self.get(header) or '').split(';')[1:]:
            name, _, value = each.partition('=')
            if name.strip().lower() == param.lower():
                return value.strip().strip('"')
        return failobj

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        return charset.lower() if charset else failobj

    def getallmatchingheaders(self, name):
        """The lines of a header."""
        return ['%s: %s' % pair for pair in self._all if pair[0].lower() == name.lower()]

    def __getattr__(self, name):
        """What is asked for rarely, a message of the module email knows."""
        if name.startswith('__'):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        import email.message
        whole = email.message.Message()
        for key, value in self._all:
            whole[key] = value
        return getattr(whole, name)

    def __str__(self):
        return ''.join('%s: %s\n' % pair for pair in self._all) + '\n'

    as_string = __str__


def parse_headers(file, _class=HTTPMessage):
    """The headers up to the empty line."""
    found = _class()
    last = None
    while True:
        line = file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('header line')
        if line in (b'\r\n', b'\n', b''):
            return found
        if len(found) >= _MAXHEADERS:
            raise HTTPException('got more than %d headers' % _MAXHEADERS)
        text = line.decode('iso-8859-1').rstrip('\r\n')
        if text[:1] in ' \t' and len(found):
            name, value = found._all.pop()
            found._all.append((name, value + '\r\n' + text))
            continue
        name, colon, value = text.partition(':')
        if colon:
            found.add_header(name.rstrip(), value.strip(' \t'))


class HTTPResponse(io.BufferedIOBase):
    """What a server has answered."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = None
        self.chunked = False
        self.chunk_left = None
        self.length = None
        self.will_close = True
        self.url = url

    def _read_status(self):
        line = self.fp.readline(_MAXLINE + 1).decode('iso-8859-1')
        if len(line) > _MAXLINE:
            raise LineTooLong('status line')
        if self.debuglevel > 0:
            print('reply:', repr(line))
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        parts = line.split(None, 2)
        version = parts[0] if parts else ''
        status = parts[1] if len(parts) > 1 else ''
        reason = parts[2].strip() if len(parts) > 2 else ''
        if not version.startswith('HTTP/') or not status.isdigit() or not 100 <= int(status) <= 999:
            self.close()
            raise BadStatusLine(line)
        return version, int(status), reason

    def begin(self):
        """Reads the status and the headers."""
        while True:
            version, status, reason = self._read_status()
            headers = parse_headers(self.fp)
            if status != 100:
                break
        self.status = self.code = status
        self.reason = reason
        self.version = 10 if version in ('HTTP/1.0', 'HTTP/0.9') else 11
        self.headers = self.msg = headers
        if self.debuglevel > 0:
            for name, value in headers.items():
                print('header:', name + ':', value)
        self.chunked = (headers.get('transfer-encoding') or '').lower() == 'chunked'
        connection = (headers.get('connection') or '').lower()
        if self.version == 11:
            self.will_close = 'close' in connection
        else:
            self.will_close = 'keep-alive' not in connection and not headers.get('keep-alive')
        length = headers.get('content-length')
        if length and length.isdigit() and not self.chunked:
            self.length = int(length)
        if status in (204, 304) or 100 <= status < 200 or self._method == 'HEAD':
            self.length = 0
            self.chunked = False
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True
        if self.length == 0:
            self._end()

    def _end(self):
        if self.fp is not None:
            file, self.fp = self.fp, None
            file.close()

    def close(self):
        try:
            super().close()
        finally:
            self._end()

    def isclosed(self):
        return self.fp is None

    def readable(self):
        return True

    def flush(self):
        super().flush()
        if self.fp is not None:
            self.fp.flush()

    def fileno(self):
        return self.fp.fileno()

    def _next_chunk(self):
        if self.chunk_left is not None:
            self.fp.readline()
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong('chunk size')
        try:
            size = int(line.partition(b';')[0], 16)
        except ValueError:
            self._end()
            raise IncompleteRead(b'') from None
        if size == 0:
            while self.fp.readline(_MAXLINE + 1) not in (b'\r\n', b'\n', b''):
                pass
            self.chunk_left = None
            self._end()
        else:
            self.chunk_left = size
        return size

    def _some(self, amount, is_whole):
        """Some bytes; none at the end, which must not come early if the whole body is wanted."""
        if self.fp is None:
            return b''
        if self.chunked:
            if not self.chunk_left and not self._next_chunk():
                return b''
            data = self.fp.read(min(amount, self.chunk_left))
            if not data:
                self._end()
                raise IncompleteRead(b'', self.chunk_left)
            self.chunk_left -= len(data)
            return data
        if self.length is not None:
            amount = min(amount, self.length)
        data = self.fp.read(amount)
        if not data and amount:
            left = self.length
            self._end()
            if left and is_whole:
                raise IncompleteRead(b'', left)
        elif self.length is not None:
            self.length -= len(data)
            if self.length == 0:
                self._end()
        return data

    def read(self, amt=None):
        """The body, or so much of it."""
        parts = []
        size = 0
        try:
            while amt is None or amt < 0 or size < amt:
                limit = 65536 if amt is None or amt < 0 else amt - size
                if amt is None and self.length is not None:
                    limit = min(self.length, 1 << 20)
                data = self._some(limit, amt is None or amt < 0)
                if not data:
                    break
                parts.append(data)
                size += len(data)
        except IncompleteRead as failure:
            raise IncompleteRead(b''.join(parts), failure.expected) from None
        return b''.join(parts)

    def read1(self, n=-1):
        if n == 0 or self.fp is None:
            return b''
        if n < 0:
            n = io.DEFAULT_BUFFER_SIZE
        if self.chunked:
            if not self.chunk_left and not self._next_chunk():
                return b''
            n = min(n, self.chunk_left)
        elif self.length is not None:
            n = min(n, self.length)
        data = self.fp.read1(n)
        self._count(len(data))
        return data

    def _count(self, size):
        """So many bytes of the body were read from the file."""
        if self.chunked:
            if not size:
                left = self.chunk_left
                self._end()
                raise IncompleteRead(b'', left)
            self.chunk_left -= size
        elif self.length is not None:
            self.length -= size
            if not size or self.length == 0:
                self._end()
        elif not size:
            self._end()

    def peek(self, n=-1):
        """Some of the bytes that come next, without reading them."""
        if self.fp is None:
            return b''
        if self.chunked:
            if not self.chunk_left and not self._next_chunk():
                return b''
            return self.fp.peek(n)[:self.chunk_left]
        found = self.fp.peek(n)
        return found if self.length is None else found[:self.length]

    def readinto(self, buffer):
        with memoryview(buffer) as view, view.cast('B') as flat:
            data = self.read(len(flat))
            flat[:len(data)] = data
        return len(data)

    def readline(self, limit=-1):
        line = bytearray()
        while limit < 0 or len(line) < limit:
            if self.fp is None:
                break
            most = 65536 if limit < 0 else limit - len(line)
            if self.chunked:
                if not self.chunk_left and not self._next_chunk():
                    break
                most = min(most, self.chunk_left)
            elif self.length is not None:
                most = min(most, self.length)
            data = self.fp.readline(most)
            self._count(len(data))
            line += data
            if not data or line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()

    def getheader(self, name, default=None):
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name) or default
        if isinstance(found, str) or not hasattr(found, '__iter__'):
            return found
        return ', '.join(found)

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


def _is_legal_name(name):
    """No colon, no line end, no space at the beginning."""
    return (len(name) > 0 and name[:1] not in (b':', b' ', b'\t', b'\n', b'\r', b'\f', b'\v')
            and b':' not in name and b'\n' not in name and b'\r' not in name)


def _is_legal_value(value):
    """Each line end must be followed by a space: then the header goes on."""
    value = value.replace(b'\r\n', b'\n').replace(b'\r', b'\n')
    at = value.find(b'\n')
    while at >= 0:
        if value[at + 1:at + 2] not in (b' ', b'\t'):
            return False
        at = value.find(b'\n', at + 1)
    return True


def _header_line(header, values):
    """The bytes of a header; ValueError if it would not be one."""
    name = header if isinstance(header, bytes) else header.encode('ascii')
    if not _is_legal_name(name):
        raise ValueError('Invalid header name %r' % (name,))
    encoded = []
    for each in values:
        if not isinstance(each, bytes):
            each = each.encode('latin-1') if isinstance(each, str) else str(each).encode('ascii')
        if (b'\n' in each or b'\r' in each) and not _is_legal_value(each):
            raise ValueError('Invalid header value %r' % (each,))
        encoded.append(each)
    return name + b': ' + b'\r\n\t'.join(encoded)


def _encoded(body):
    try:
        return body.encode('iso-8859-1')
    except UnicodeEncodeError as e:
        raise UnicodeEncodeError(
            e.encoding, e.object, e.start, e.end,
            "Body (%.20r) is not valid Latin-1. Use body.encode('utf-8') if you want to send it "
            'encoded in UTF-8.' % e.object[e.start:e.end]) from None


class HTTPConnection:
    """A connection to a server."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    default_port = HTTP_PORT
    response_class = HTTPResponse
    debuglevel = 0
    auto_open = 1

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._method = None
        self._response = None
        self._state = 'Idle'
        self._tunnel_host = None
        self._tunnel_port = None
        self._tunnel_headers = {}
        self.host, self.port = self._get_hostport(host, port)
        self._validate_host(self.host)

    def _get_hostport(self, host, port):
        if port is None:
            colon = host.rfind(':')
            if colon > host.rfind(']'):
                text, host = host[colon + 1:], host[:colon]
                if text and not text.isdigit():
                    raise InvalidURL("nonnumeric port: '%s'" % text)
                port = int(text) if text else self.default_port
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Asks the server at the other end to lead on to another one."""
        if self.sock is not None:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})

    def _tunnel(self):
        lines = [b'CONNECT %s:%d HTTP/1.0' % (self._tunnel_host.encode('ascii'),
                                              self._tunnel_port)]
        lines += [_header_line(name, (value,)) for name, value in self._tunnel_headers.items()]
        self.send(b'\r\n'.join(lines) + b'\r\n\r\n')
        response = self.response_class(self.sock, method=self._method)
        try:
            _, code, message = response._read_status()
            if code != 200:
                self.close()
                raise OSError(f'Tunnel connection failed: {code} {message.strip()}')
            while True:
                line = response.fp.readline(_MAXLINE + 1)
                if len(line) > _MAXLINE:
                    raise LineTooLong('header line')
                if line in (b'\r\n', b'\n', b''):
                    break
                if self.debuglevel > 0:
                    print('header:', line.decode())
        finally:
            response.close()

    def connect(self):
        import sys
        sys.audit('http.client.connect', self, self.host, self.port)
        self.sock = self._create_connection((self.host, self.port), self.timeout,
                                            self.source_address)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tunnel_host:
            self._tunnel()

    _create_connection = staticmethod(socket.create_connection)

    def close(self):
        self._state = 'Idle'
        if self.sock is not None:
            sock, self.sock = self.sock, None
            sock.close()
        if self._response is not None:
            response, self._response = self._response, None
            response.close()

    def send(self, data):
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print('send:', repr(data))
        if hasattr(data, 'read'):
            for block in self._read_readable(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, '__iter__') or isinstance(data, str):
                raise TypeError('data should be a bytes-like object or an iterable, got %r'
                                % type(data)) from None
            for each in data:
                self.sock.sendall(each)

    def _read_readable(self, readable):
        """What a file holds, block by block."""
        encode = isinstance(readable, io.TextIOBase)
        while block := readable.read(self.blocksize):
            yield block.encode('iso-8859-1') if encode else block

    def _validate_method(self, method):
        found = next((c for c in method if c < ' ' or c == '\x7f'), None)
        if found is not None:
            raise ValueError(f"method can't contain control characters. {method!r} "
                             f'(found at least {found!r})')

    def _validate_path(self, url):
        found = next((c for c in url if c <= ' ' or c == '\x7f'), None)
        if found is not None:
            raise InvalidURL(f"URL can't contain control characters. {url!r} "
                             f'(found at least {found!r})')

    def _validate_host(self, host):
        found = next((c for c in host if c <= ' ' or c == '\x7f'), None)
        if found is not None:
            raise InvalidURL(f"URL can't contain control characters. {host!r} "
                             f'(found at least {found!r})')

    def _encode_request(self, request):
        return request.encode('ascii')

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Idle':
            raise CannotSendRequest(self._state)
        self._validate_method(method)
        url = url or '/'
        self._validate_path(url)
        self._state = 'Request-started'
        self._method = method
        self._buffer = [self._encode_request('%s %s %s' % (method, url, self._http_vsn_str))]
        if self._http_vsn == 11:
            if not skip_host:
                self._put_host(url)
            if not skip_accept_encoding:
                self.putheader('Accept-Encoding', 'identity')

    def _put_host(self, url):
        place = ''
        if url.startswith('http'):
            place = url.partition('//')[2].partition('/')[0]
        if place:
            self.putheader('Host', place.encode('ascii' if place.isascii() else 'idna'))
            return
        if self._tunnel_host:
            host, port = self._tunnel_host, self._tunnel_port
        else:
            host, port = self.host, self.port
        try:
            name = host.encode('ascii')
        except UnicodeEncodeError:
            name = host.encode('idna')
        if ':' in host:
            name = b'[' + name + b']'
        if port == self.default_port:
            self.putheader('Host', name)
        else:
            self.putheader('Host', name + (':%s' % port).encode('ascii'))

    def putheader(self, header, *values):
        if self._state != 'Request-started':
            raise CannotSendHeader()
        self._buffer.append(_header_line(header, values))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != 'Request-started':
            raise CannotSendHeader()
        self._state = 'Request-sent'
        data = b'\r\n'.join(self._buffer) + b'\r\n\r\n'
        self._buffer = []
        self.send(data)
        if message_body is None:
            return
        for each in self._blocks(message_body):
            if each:
                if encode_chunked and self._http_vsn == 11:
                    each = b'%X\r\n' % len(each) + each + b'\r\n'
                self.send(each)
        if encode_chunked and self._http_vsn == 11:
            self.send(b'0\r\n\r\n')

    def _blocks(self, body):
        """The body as pieces of bytes."""
        if hasattr(body, 'read'):
            return self._read_readable(body)
        try:
            memoryview(body)
        except TypeError:
            try:
                return iter(body)
            except TypeError:
                raise TypeError('message_body should be a bytes-like object or an iterable, got %r'
                                % type(body)) from None
        return (body,)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a request."""
        names = {(each.decode('latin-1') if isinstance(each, bytes) else str(each)).lower()
                 for each in headers}
        self.putrequest(method, url, 'host' in names, 'accept-encoding' in names)
        if 'content-length' not in names:
            if 'transfer-encoding' not in names:
                encode_chunked = False
                length = self._get_content_length(body, method)
                if length is not None:
                    self.putheader('Content-Length', str(length))
                elif body is not None:
                    encode_chunked = True
                    self.putheader('Transfer-Encoding', 'chunked')
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encoded(body)
        self.endheaders(body, encode_chunked=encode_chunked)

    @staticmethod
    def _get_content_length(body, method):
        """How long the body is; None if that is not known before it is sent."""
        if body is None:
            return 0 if method.upper() in ('PATCH', 'POST', 'PUT') else None
        if hasattr(body, 'read'):
            return None
        if isinstance(body, str):
            return len(body)
        try:
            return memoryview(body).nbytes
        except TypeError:
            return None

    def getresponse(self):
        """Reads the answer's beginning."""
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Request-sent' or self._response is not None:
            raise ResponseNotReady(self._state)
        if self.debuglevel > 0:
            response = self.response_class(self.sock, self.debuglevel, method=self._method)
        else:
            response = self.response_class(self.sock, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = 'Idle'
            if response.will_close:
                sock, self.sock = self.sock, None
                sock.close()
            else:
                self._response = response
            return response
        except:
            response.close()
            raise


class HTTPSConnection(HTTPConnection):
    """A connection to a server over TLS."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, key_file=None, cert_file=None,
                 timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, context=None,
                 check_hostname=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context()
        if key_file or cert_file:
            context.load_cert_chain(cert_file, key_file)
        if check_hostname is not None:
            context.check_hostname = check_hostname
        self._context = context

    def connect(self):
        super().connect()
        name = self._tunnel_host or self.host
        self.sock = self._context.wrap_socket(self.sock, server_hostname=name)
