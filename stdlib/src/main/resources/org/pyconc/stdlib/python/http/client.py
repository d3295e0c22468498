"""Requests over a connection.

See https://docs.python.org/3.11/library/http.client.html
"""

import socket
from http import _PHRASES

HTTP_PORT = 80
HTTPS_PORT = 443
_LONGEST_LINE = 65536
_MOST_HEADERS = 100
responses = dict(_PHRASES)


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
                               % (_LONGEST_LINE, line_type))


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *args, **kwargs):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *args, **kwargs)


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

    def __str__(self):
        return ''.join('%s: %s\n' % pair for pair in self._all) + '\n'

    as_string = __str__


def parse_headers(file, _class=HTTPMessage):
    """The headers up to the empty line."""
    found = _class()
    last = None
    while True:
        line = file.readline(_LONGEST_LINE + 1)
        if len(line) > _LONGEST_LINE:
            raise LineTooLong('header line')
        if line in (b'\r\n', b'\n', b''):
            return found
        if len(found) >= _MOST_HEADERS:
            raise HTTPException('got more than %d headers' % _MOST_HEADERS)
        text = line.decode('iso-8859-1').rstrip('\r\n')
        if text[:1] in ' \t' and len(found):
            name, value = found._all.pop()
            found._all.append((name, value + '\r\n' + text))
            continue
        name, colon, value = text.partition(':')
        if colon:
            found.add_header(name.rstrip(), value.strip(' \t'))


class HTTPResponse:
    """What a server has answered."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb')
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = None
        self.chunked = False
        self.chunk_left = None
        self.length = None
        self.will_close = True
        self.url = url
        self.closed = False

    def _read_status(self):
        line = self.fp.readline(_LONGEST_LINE + 1).decode('iso-8859-1')
        if len(line) > _LONGEST_LINE:
            raise LineTooLong('status line')
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
        self.closed = True
        self._end()

    def isclosed(self):
        return self.fp is None

    def readable(self):
        return True

    def flush(self):
        pass

    def fileno(self):
        return self.fp.fileno()

    def _next_chunk(self):
        if self.chunk_left is not None:
            self.fp.readline()
        line = self.fp.readline(_LONGEST_LINE + 1)
        if len(line) > _LONGEST_LINE:
            raise LineTooLong('chunk size')
        try:
            size = int(line.partition(b';')[0], 16)
        except ValueError:
            self._end()
            raise IncompleteRead(b'') from None
        if size == 0:
            while self.fp.readline(_LONGEST_LINE + 1) not in (b'\r\n', b'\n', b''):
                pass
            self.chunk_left = None
            self._end()
        else:
            self.chunk_left = size
        return size

    def _some(self, amount):
        """Some bytes; none at the end."""
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
            if left:
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
                    limit = self.length
                data = self._some(limit)
                if not data:
                    break
                parts.append(data)
                size += len(data)
        except IncompleteRead as failure:
            raise IncompleteRead(b''.join(parts), failure.expected) from None
        return b''.join(parts)

    def read1(self, n=-1):
        return self._some(n if n > 0 else 65536)

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, limit=-1):
        line = bytearray()
        while limit < 0 or len(line) < limit:
            if not self.chunked and self.fp is not None:
                most = 65536 if self.length is None else self.length
                data = self.fp.readline(most if limit < 0 else min(most, limit - len(line)))
                if self.length is not None:
                    self.length -= len(data)
                    if self.length == 0:
                        self._end()
            else:
                data = self._some(1)
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
        found = self.headers.get_all(name)
        return ', '.join(found) if found else default

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    """A connection to a server."""

    default_port = HTTP_PORT
    response_class = HTTPResponse
    debuglevel = 0
    auto_open = 1

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.sock = None
        self._buffer = []
        self._method = None
        self._response = None
        self._state = 'Idle'
        self._tunnel = None
        self.host, self.port = self._place(host, port)

    def _place(self, host, port):
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
        self._tunnel = self._place(host, port), dict(headers or {})

    def _open_tunnel(self):
        (host, port), headers = self._tunnel
        lines = ['CONNECT %s:%d HTTP/1.0\r\n' % (host, port)]
        lines += ['%s: %s\r\n' % each for each in headers.items()]
        self.sock.sendall((''.join(lines) + '\r\n').encode('latin-1'))
        response = self.response_class(self.sock, method='CONNECT')
        _, code, message = response._read_status()
        while response.fp.readline(_LONGEST_LINE + 1) not in (b'\r\n', b'\n', b''):
            pass
        response.close()
        if code != 200:
            self.close()
            raise OSError(f'Tunnel connection failed: {code} {message.strip()}')

    def connect(self):
        self.sock = self._create_connection((self.host, self.port), self.timeout,
                                            self.source_address)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tunnel is not None:
            self._open_tunnel()

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
        if hasattr(data, 'read'):
            block = data.read(65536)
            while block:
                self.sock.sendall(block.encode('iso-8859-1') if isinstance(block, str) else block)
                block = data.read(65536)
        elif isinstance(data, (bytes, bytearray, memoryview)):
            self.sock.sendall(data)
        else:
            for each in data:
                self.sock.sendall(each)

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Idle':
            raise CannotSendRequest(self._state)
        url = url or '/'
        for c in url:
            if c <= ' ' or c == '\x7f':
                raise InvalidURL(f"URL can't contain control characters. {url!r} "
                                 f'(found at least {c!r})')
        self._state = 'Request-started'
        self._method = method
        self._buffer = [('%s %s HTTP/1.1' % (method, url)).encode('ascii')]
        if not skip_host:
            host = self.host
            if url.startswith('http'):
                host = url.partition('//')[2].partition('/')[0]
            elif ':' in host:
                host = '[' + host + ']'
            if self.port != self.default_port and not url.startswith('http'):
                host = '%s:%s' % (host, self.port)
            self.putheader('Host', host)
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def putheader(self, header, *values):
        if self._state != 'Request-started':
            raise CannotSendHeader()
        values = [each if isinstance(each, bytes) else str(each).encode('latin-1')
                  for each in values]
        value = b'\r\n\t'.join(values)
        if b'\n' in value.replace(b'\r\n\t', b'') or b'\r' in value.replace(b'\r\n\t', b''):
            raise ValueError('Invalid header value %r' % (value,))
        name = header if isinstance(header, bytes) else header.encode('ascii')
        self._buffer.append(name + b': ' + value)

    def endheaders(self, message_body=None, *, encode_chunked=False):
        if self._state != 'Request-started':
            raise CannotSendHeader()
        self._state = 'Request-sent'
        data = b'\r\n'.join(self._buffer) + b'\r\n\r\n'
        self._buffer = []
        if isinstance(message_body, bytes) and len(message_body) < 16384:
            data += message_body
            message_body = None
        self.send(data)
        if message_body is not None:
            if encode_chunked:
                for each in message_body:
                    if each:
                        self.send(b'%X\r\n' % len(each) + each + b'\r\n')
                self.send(b'0\r\n\r\n')
            else:
                self.send(message_body)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a request."""
        names = {str(each).lower() for each in headers}
        self.putrequest(method, url, 'host' in names, 'accept-encoding' in names)
        if isinstance(body, str):
            body = body.encode('iso-8859-1')
        if 'content-length' not in names and 'transfer-encoding' not in names:
            if isinstance(body, (bytes, bytearray, memoryview)):
                self.putheader('Content-Length', len(body))
            elif body is None:
                if method.upper() in ('PATCH', 'POST', 'PUT'):
                    self.putheader('Content-Length', '0')
            else:
                encode_chunked = not hasattr(body, 'read')
                if encode_chunked:
                    self.putheader('Transfer-Encoding', 'chunked')
                else:
                    body = body.read()
                    if isinstance(body, str):
                        body = body.encode('iso-8859-1')
                    self.putheader('Content-Length', len(body))
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body, encode_chunked=encode_chunked)

    def getresponse(self):
        """Reads the answer's beginning."""
        if self._response is not None and self._response.isclosed():
            self._response = None
        if self._state != 'Request-sent' or self._response is not None:
            raise ResponseNotReady(self._state)
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
        name = self.host if self._tunnel is None else self._tunnel[0][0]
        self.sock = self._context.wrap_socket(self.sock, server_hostname=name)
