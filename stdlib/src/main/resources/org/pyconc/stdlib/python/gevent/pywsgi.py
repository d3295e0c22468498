"""A server for WSGI applications: each connection has a greenlet.

See PEP 3333 for what an application is.
"""

import errno
import sys
import time
import traceback
from urllib.parse import unquote_to_bytes

from gevent import socket, version_info as _version_info
from gevent.hub import get_hub
from gevent.server import StreamServer
from greenlet import GreenletExit

__all__ = [
    'WSGIServer',
    'WSGIHandler',
    'LoggingLogAdapter',
    'Environ',
    'SecureEnviron',
    'WSGISecureEnviron',
]

MAX_REQUEST_LINE = 8192
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_INTERNAL_ERROR_STATUS = '500 Internal Server Error'
_INTERNAL_ERROR_BODY = b'Internal Server Error'
_INTERNAL_ERROR_HEADERS = (
    ('Content-Type', 'text/plain'),
    ('Connection', 'close'),
    ('Content-Length', str(len(_INTERNAL_ERROR_BODY))),
)
_REQUEST_TOO_LONG_RESPONSE = (
    b"HTTP/1.1 414 Request URI Too Long\r\nConnection: close\r\nContent-length: 0\r\n\r\n")
_BAD_REQUEST_RESPONSE = (
    b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-length: 0\r\n\r\n")
_CONTINUE_RESPONSE = b"HTTP/1.1 100 Continue\r\n\r\n"


def format_date_time(timestamp):
    year, month, day, hour, minute, second, weekday, _, _ = time.gmtime(timestamp)
    return ("%s, %02d %3s %4d %02d:%02d:%02d GMT" % (
        _DAYS[weekday], day, _MONTHS[month], year, hour, minute, second)).encode('ascii')


class _InvalidClientInput(IOError):
    """The client's body is not what it said."""


class _InvalidClientRequest(ValueError):
    """The client's request is none."""


_HEX = b'0123456789abcdefABCDEF'
# More than any length of 64 bits has.
_MAX_CHUNK_DIGITS = 16


class Input:
    """The body of a request."""

    __slots__ = ('rfile', 'content_length', 'socket', 'position', 'chunked_input', 'chunk_length',
                 '_chunked_input_error')

    def __init__(self, rfile, content_length, socket=None, chunked_input=False):
        self.rfile = rfile
        self.content_length = content_length
        # Where "100 Continue" goes to at the first read; None when it need not.
        self.socket = socket
        self.position = 0
        self.chunked_input = chunked_input
        self.chunk_length = -1
        self._chunked_input_error = False

    def _discard(self):
        if self._chunked_input_error:
            return
        if self.socket is None and (self.position < (self.content_length or 0)
                                    or self.chunked_input):
            while self.read(16384):
                pass

    def _send_100_continue(self):
        if self.socket is not None:
            self.socket.sendall(_CONTINUE_RESPONSE)
            self.socket = None

    def _read_some(self, length, use_readline):
        length_left = self.content_length
        if length_left is None:
            return b''
        length_left -= self.position
        if length is None or length < 0 or length > length_left:
            length = length_left
        if not length:
            return b''
        read = self.rfile.readline(length) if use_readline else self.rfile.read(length)
        self.position += len(read)
        if len(read) < length and not (use_readline and read.endswith(b'\n')):
            raise IOError("unexpected end of file while reading request at position %s"
                          % (self.position, ))
        return read

    def _next_chunk(self):
        """Reads the line before a chunk, which says how long it is."""
        if self.chunk_length > 0:
            self._end_of_chunk()
        length = self._chunk_length()
        self.position = 0
        self.chunk_length = length
        if length == 0:
            # Trailers, up to an empty line.
            while True:
                line = self.rfile.readline(MAX_REQUEST_LINE)
                if not line or line in (b'\r\n', b'\n'):
                    break

    def _chunk_length(self):
        """What the line before a chunk says; reads no further than to what is wrong in it."""
        digits = b''
        while True:
            char = self.rfile.read(1)
            if not char:
                self._refuse("EOF before chunk end reached")
            if char in b'\r;':
                break
            if char not in _HEX:
                self._refuse("Non-hex data", char)
            digits += char
            if len(digits) > _MAX_CHUNK_DIGITS:
                self._refuse("Chunk-size too large.")
        if char == b';':
            for _ in range(MAX_REQUEST_LINE):
                char = self.rfile.read(1)
                if char == b'\r':
                    break
            else:
                self._refuse("Too large chunk extension")
        if self.rfile.read(1) != b'\n':
            self._refuse("Line didn't end in CRLF")
        return int(digits, 16)

    def _refuse(self, *why):
        self._chunked_input_error = True
        raise _InvalidClientInput(*why)

    def _end_of_chunk(self):
        end = self.rfile.readline(MAX_REQUEST_LINE)
        if end not in (b'\r\n', b'\n'):
            self._chunked_input_error = True
            raise _InvalidClientInput("Invalid chunk end")

    def _chunked_read(self, length=None, use_readline=False):
        if length is not None and length < 0:
            length = None
        if length == 0:
            return b''
        parts = []
        while self.chunk_length != 0:
            left = self.chunk_length - self.position
            if self.chunk_length < 0 or left == 0:
                self._next_chunk()
                continue
            wanted = left if length is None else min(left, length)
            data = self.rfile.readline(wanted) if use_readline else self.rfile.read(wanted)
            if not data:
                self._chunked_input_error = True
                raise IOError("unexpected end of file while parsing chunked data")
            self.position += len(data)
            parts.append(data)
            if length is not None:
                length -= len(data)
                if length == 0:
                    break
            if use_readline and data.endswith(b'\n'):
                break
        return b''.join(parts)

    def read(self, length=None):
        """Up to so many bytes, or all."""
        self._send_100_continue()
        if self.chunked_input:
            return self._chunked_read(length)
        return self._read_some(length, False)

    def readline(self, size=None):
        """The next line."""
        self._send_100_continue()
        if self.chunked_input:
            return self._chunked_read(size, True)
        return self._read_some(size, True)

    def readlines(self, hint=None):
        return list(self)

    def __iter__(self):
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    __next__ = next


class _Headers:
    """The headers of a request, in their order."""

    def __init__(self, pairs):
        self.pairs = pairs

    def get(self, name, default=None):
        name = name.lower()
        for each, value in self.pairs:
            if each.lower() == name:
                return value
        return default

    def items(self):
        return list(self.pairs)

    def __iter__(self):
        return iter([name for name, _ in self.pairs])


class WSGIHandler:
    """Answers the requests of one connection."""

    protocol_version = 'HTTP/1.1'

    status = None
    _orig_status = None
    response_headers = None
    code = None
    provided_date = None
    provided_content_length = None
    close_connection = False
    time_start = 0
    time_finish = 0
    headers_sent = False
    response_use_chunked = False
    connection_upgraded = False
    environ = None
    application = None
    requestline = None
    response_length = 0
    result = None
    wsgi_input = None
    content_length = 0
    headers = None
    request_version = None
    command = None
    path = None

    def __init__(self, sock, address, server, rfile=None):
        self.socket = sock
        self.client_address = address
        self.server = server
        self.rfile = sock.makefile('rb', -1) if rfile is None else rfile

    def handle(self):
        """Answers until somebody closes the connection."""
        try:
            while self.socket is not None:
                self.time_start = time.time()
                self.time_finish = 0
                result = self.handle_one_request()
                if result is None:
                    break
                if result is True:
                    if self.connection_upgraded:
                        break
                    continue
                self.status, response_body = result
                self.socket.sendall(response_body)
                if self.time_finish == 0:
                    self.time_finish = time.time()
                self.log_request()
                break
        finally:
            if self.socket is not None:
                if not self.connection_upgraded:
                    try:
                        self.socket.shutdown(socket.SHUT_WR)
                    except (OSError, AttributeError):
                        pass
                    self.rfile.close()
                    self.socket.close()
            self.__dict__.pop('socket', None)
            self.__dict__.pop('rfile', None)
            self.__dict__.pop('wsgi_input', None)

    socket = None

    def read_request(self, raw_requestline):
        """Reads the first line and the headers; what is wrong with them is raised."""
        self.requestline = raw_requestline.rstrip()
        words = self.requestline.split()
        if len(words) == 3:
            self.command, self.path, self.request_version = words
            if not self._check_http_version():
                raise _InvalidClientRequest('Invalid http version: %r' % (raw_requestline, ))
        elif len(words) == 2:
            self.command, self.path = words
            if self.command != "GET":
                raise _InvalidClientRequest('Expected GET method: %r' % (raw_requestline, ))
            self.request_version = "HTTP/0.9"
        else:
            raise _InvalidClientRequest('Invalid HTTP method: %r' % (raw_requestline, ))
        self.headers = self._read_headers()
        content_length = self.headers.get('content-length')
        if self.headers.get('transfer-encoding', '').lower() == 'chunked':
            # The chunks say how long the body is (RFC 7230, 3.3.3).
            content_length = None
        if content_length is not None:
            content_length = int(content_length)
            if content_length < 0:
                raise _InvalidClientRequest('Invalid Content-Length: %r' % (content_length, ))
            if content_length and self.command == 'HEAD':
                raise _InvalidClientRequest('Unexpected Content-Length')
        self.content_length = content_length
        if self.request_version == "HTTP/1.1":
            self.close_connection = self.headers.get("Connection", '').lower() == 'close'
        elif self.request_version == 'HTTP/1.0':
            self.close_connection = (
                self.headers.get("Connection", 'close').lower() != 'keep-alive')
        else:
            self.close_connection = True
        return True

    def _check_http_version(self):
        version = self.request_version
        if not version.startswith("HTTP/"):
            return False
        numbers = version[5:].split('.')
        if len(numbers) != 2:
            return False
        return (0, 9) <= tuple(map(int, numbers)) < (2, 0)

    def _read_headers(self):
        pairs = []
        size = 0
        while True:
            line = self.rfile.readline(MAX_REQUEST_LINE + 1)
            if len(line) > MAX_REQUEST_LINE or len(pairs) > 100:
                raise _InvalidClientRequest("Invalid headers status: 'Line too long'")
            if not line or line in (b'\r\n', b'\n'):
                return _Headers(pairs)
            text = line.decode('latin-1').rstrip('\r\n')
            if text[:1] in ' \t' and pairs:
                name, value = pairs[-1]
                pairs[-1] = name, value + '\r\n' + text
                continue
            name, colon, value = text.partition(':')
            if not colon:
                # As the library's parser does: what follows is no header.
                while line and line not in (b'\r\n', b'\n'):
                    line = self.rfile.readline(MAX_REQUEST_LINE + 1)
                return _Headers(pairs)
            pairs.append((name, value.strip(' \t')))

    def log_error(self, msg, *args):
        """Writes a line to the server's error log."""
        if not args:
            message = msg
        else:
            try:
                message = msg % args
            except Exception:
                traceback.print_exc()
                message = '%r %r' % (msg, args)
        try:
            self.server.error_log.write("%s: %s\n" % (self.server.socket, message))
        except Exception:
            traceback.print_exc()

    def read_requestline(self):
        """The first line of a request, without leading empty lines."""
        line = self.rfile.readline(MAX_REQUEST_LINE)
        return line.decode('latin-1')

    def handle_one_request(self):
        """Reads and answers a request.

        None at the end of the connection, True to go on, or a status and what is to be
        sent before it is closed.
        """
        if self.rfile.closed:
            return None
        try:
            self.requestline = self.read_requestline()
        except OSError:
            return None
        if not self.requestline:
            return None
        self.response_length = 0
        if len(self.requestline) >= MAX_REQUEST_LINE:
            return '414', _REQUEST_TOO_LONG_RESPONSE
        try:
            self.read_request(self.requestline)
        except Exception as ex:
            return self._handle_client_error(ex)
        self.environ = self.get_environ()
        self.application = self.server.application
        self.handle_one_response()
        if self.close_connection:
            return None
        if self.rfile.closed:
            return None
        return True

    def _connection_upgrade_requested(self):
        if self.headers.get('Connection', '').lower() == 'upgrade':
            return True
        return False

    def _sendall(self, data):
        try:
            self.socket.sendall(data)
        except OSError as ex:
            self.status = 'socket error: %s' % ex
            if self.code is not None and self.code > 0:
                self.code = -self.code
            raise
        self.response_length += len(data)

    def _write(self, data):
        if not data:
            return
        if self.response_use_chunked:
            self._sendall(b'%x\r\n%s\r\n' % (len(data), data))
        else:
            self._sendall(data)

    def write(self, data):
        """What start_response returns: sends a part of the body."""
        if self.code in (304, 204) and data:
            raise self.ApplicationError('The %s response must have no body' % self.code)
        if self.headers_sent:
            self._write(data)
        else:
            if not self.status:
                raise self.ApplicationError("The application did not call start_response()")
            self._write_with_headers(data)

    def _write_with_headers(self, data):
        self.headers_sent = True
        self.finalize_headers()
        lines = [b'HTTP/1.1 ' + self.status + b'\r\n']
        for name, value in self.response_headers:
            lines.append(name + b': ' + value + b'\r\n')
        lines.append(b'\r\n')
        if data and self.response_use_chunked:
            lines.append(b'%x\r\n%s\r\n' % (len(data), data))
        elif data and isinstance(data, bytes):
            lines.append(data)
            data = None
        self._sendall(b''.join(lines))
        if data and not self.response_use_chunked:
            # What is no bytes-like object is refused when the headers are out.
            self._sendall(data)

    def start_response(self, status, headers, exc_info=None):
        """What the application calls before it returns the body."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        response_headers = []
        for name, value in headers:
            if not isinstance(name, str):
                raise UnicodeError("The header must be a native string", name, value)
            if not isinstance(value, str):
                raise UnicodeError("The value must be a native string", name, value)
            if '\r' in name or '\n' in name:
                raise ValueError('carriage return or newline in header name', name)
            if '\r' in value or '\n' in value:
                raise ValueError('carriage return or newline in header value', value)
            try:
                response_headers.append((name.encode('latin-1'), value.encode('latin-1')))
            except UnicodeEncodeError:
                raise UnicodeError("Non-latin1 header", repr(name), repr(value))
        if not isinstance(status, str):
            raise UnicodeError("The status string must be a native string")
        if '\r' in status or '\n' in status:
            raise ValueError("carriage return or newline in status", status)
        code = int(status.split(' ', 1)[0])
        self.status = status.encode('latin-1')
        self._orig_status = status
        self.code = code
        self.response_headers = response_headers
        self.provided_date = None
        self.provided_content_length = None
        has_connection = False
        for name, value in headers:
            name = name.lower()
            if name == 'connection':
                has_connection = True
                if value.lower() == 'close':
                    self.close_connection = True
            elif name == 'date':
                self.provided_date = value
            elif name == 'content-length':
                self.provided_content_length = value
        if self.request_version == 'HTTP/1.0' and not has_connection:
            if self.close_connection:
                response_headers.append((b'Connection', b'close'))
            else:
                response_headers.append((b'Connection', b'keep-alive'))
        if code in (304, 204) and self.provided_content_length not in (None, '0'):
            raise self.ApplicationError(
                'Invalid Content-Length for %s response: %r (must be absent or zero)'
                % (code, self.provided_content_length))
        return self.write

    def finalize_headers(self):
        """Adds the headers that the application did not give."""
        if self.provided_date is None:
            self.response_headers.append((b'Date', format_date_time(time.time())))
        if self.code in (304, 204):
            return
        if self.provided_content_length is None:
            try:
                length = len(self.result)
            except TypeError:
                length = None
            if length is not None and not self._written_before:
                self.provided_content_length = sum(len(chunk) for chunk in self.result)
                self.response_headers.append(
                    (b'Content-Length', b'%d' % self.provided_content_length))
            elif self.request_version == 'HTTP/1.1':
                self.response_use_chunked = True
                self.response_headers.append((b'Transfer-Encoding', b'chunked'))

    @property
    def _written_before(self):
        """Whether the application writes before it has returned a body."""
        return self.result is None

    def log_request(self):
        self.server.log.write(self.format_request() + '\n')

    def format_request(self):
        """The line of the log."""
        from datetime import datetime
        now = datetime.now().replace(microsecond=0)
        length = self.response_length or '-'
        delta = '%.6f' % (self.time_finish - self.time_start) if self.time_finish else '-'
        address = self.client_address
        client = address[0] if isinstance(address, tuple) else address
        return '%s - - [%s] "%s" %s %s %s' % (
            client or '-', now, self.requestline or '',
            (self._orig_status or self.status or '000').split()[0], length, delta)

    def process_result(self):
        """Sends the body that the application has returned."""
        for data in self.result:
            if data:
                self.write(data)
        if self.status and not self.headers_sent:
            self.write(b'')
        if self.response_use_chunked:
            self._sendall(b'0\r\n\r\n')

    def run_application(self):
        """Calls the application and sends what it returns."""
        try:
            self.result = self.application(self.environ, self.start_response)
            self.process_result()
        finally:
            close = getattr(self.result, 'close', None)
            try:
                if close is not None:
                    close()
            finally:
                # Refers to the handler.
                self.result = None

    ApplicationError = AssertionError
    # What a client that is gone causes.
    ignored_socket_errors = (errno.EPIPE, errno.ECONNRESET)

    def handle_one_response(self):
        """Answers one request."""
        self.time_start = time.time()
        self.status = None
        self._orig_status = None
        self.code = None
        self.headers_sent = False
        self.result = None
        self.response_use_chunked = False
        self.connection_upgraded = False
        self.response_length = 0
        try:
            try:
                self.run_application()
            finally:
                try:
                    self.wsgi_input._discard()
                except OSError:
                    pass
        except _InvalidClientInput:
            # Its fault: nothing that the log of the server should tell.
            self._send_error_response_if_possible(400)
        except OSError as ex:
            if ex.errno in self.ignored_socket_errors:
                self.close_connection = True
            else:
                self.handle_error(*sys.exc_info())
        except:
            self.handle_error(*sys.exc_info())
        finally:
            self.time_finish = time.time()
            self.log_request()

    def _send_error_response_if_possible(self, error_code):
        if self.response_length:
            self.close_connection = True
            return
        status, headers, body = {
            400: ('400 Bad Request', (('Content-Type', 'text/plain'), ('Connection', 'close'),
                                      ('Content-Length', '0')), b''),
            500: (_INTERNAL_ERROR_STATUS, _INTERNAL_ERROR_HEADERS, _INTERNAL_ERROR_BODY),
        }[error_code]
        try:
            self.start_response(status, headers)
            self.headers_sent = False
            self.write(body)
        except OSError:
            self.close_connection = True

    def _log_error(self, t, v, tb):
        if not issubclass(t, GreenletExit):
            context = self.environ
            if not isinstance(context, self.server.secure_environ_class):
                context = self.server.secure_environ_class(context)
            get_hub().handle_error(context, t, v, tb)

    def handle_error(self, t, v, tb):
        """Prints an exception of the application, and answers with status 500."""
        self._log_error(t, v, tb)
        self.close_connection = True
        self._send_error_response_if_possible(500)

    def _handle_client_error(self, ex):
        """Tells the log of a request that is none; what handle_one_request returns."""
        if isinstance(ex, _InvalidClientRequest):
            self.log_error(str(ex))
        else:
            if not isinstance(ex, ValueError):
                traceback.print_exc()
            self.log_error('Invalid request: %s', str(ex) or type(ex).__name__)
        return '400', _BAD_REQUEST_RESPONSE

    def get_environ(self):
        """What the application gets to know about the request."""
        env = self.server.get_environ()
        env['REQUEST_METHOD'] = self.command
        env['SCRIPT_NAME'] = ''
        path, query = self.path.split('?', 1) if '?' in self.path else (self.path, '')
        env['PATH_INFO'] = unquote_to_bytes(path).decode('latin-1')
        env['QUERY_STRING'] = query
        content_type = self.headers.get('content-type')
        if content_type is not None:
            env['CONTENT_TYPE'] = content_type
        length = self.content_length
        if length is not None:
            env['CONTENT_LENGTH'] = str(length)
        env['SERVER_PROTOCOL'] = self.request_version
        address = self.client_address
        if isinstance(address, tuple):
            env['REMOTE_ADDR'] = str(address[0])
            env['REMOTE_PORT'] = str(address[1])
        for name, value in self._headers():
            if name in env:
                separator = '; ' if name == 'HTTP_COOKIE' else ','
                env[name] += separator + value
            else:
                env[name] = value
        sock = self.socket if env.get('HTTP_EXPECT') == '100-continue' else None
        chunked = env.get('HTTP_TRANSFER_ENCODING', '').lower() == 'chunked'
        self.wsgi_input = Input(self.rfile, self.content_length, sock, chunked)
        env['wsgi.input'] = self.wsgi_input
        # Whether the body ends by itself.
        env['wsgi.input_terminated'] = True
        return env

    def _headers(self):
        for name, value in self.headers.items():
            if '_' in name:
                # It could not be told from one with a hyphen.
                continue
            name = name.replace('-', '_').upper()
            if name not in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
                yield 'HTTP_' + name, value


class _NoopLog:
    """Keeps nothing."""

    def write(self, *args, **kwargs):
        pass

    def flush(self):
        pass

    def writelines(self, *args, **kwargs):
        pass


class LoggingLogAdapter:
    """Writes lines to a logger."""

    __slots__ = ('_logger', '_level', '__dict__')

    def __init__(self, logger, level=20):
        self._logger = logger
        self._level = level

    def write(self, msg):
        self._logger.log(self._level, msg[:-1] if msg.endswith('\n') else msg)

    def flush(self):
        """Does nothing."""

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def __getattr__(self, name):
        return getattr(self._logger, name)

    def __setattr__(self, name, value):
        if name not in LoggingLogAdapter.__slots__:
            setattr(self._logger, name, value)
        else:
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        delattr(self._logger, name)


class Environ(dict):
    """What an application gets to know; a dict."""

    __slots__ = ()


class SecureEnviron(Environ):
    """One whose representation does not show secrets."""

    default_secure_repr = True
    default_whitelist_keys = ()
    default_print_masked_keys = True
    __slots__ = ('secure_repr', 'whitelist_keys', 'print_masked_keys')

    def __getattr__(self, name):
        if name in SecureEnviron.__slots__:
            return getattr(type(self), 'default_' + name)
        raise AttributeError(name)

    def __repr__(self):
        if self.secure_repr:
            whitelist = self.whitelist_keys
            if not whitelist:
                return '<pywsgi.SecureEnviron dict (keys: %d) at %s>' % (len(self), id(self))
            if self.print_masked_keys:
                return repr({k: self[k] if k in whitelist else '<MASKED>' for k in self})
            shown = {k: self[k] for k in self if k in whitelist}
            text = repr(shown)
            if len(shown) != len(self):
                text = '%s, (hidden keys: %d)}' % (text[:-1], len(self) - len(shown))
            return text
        return Environ.__repr__(self)

    __str__ = __repr__


class WSGISecureEnviron(SecureEnviron):
    """The default: shows what is harmless."""

    default_whitelist_keys = ('REMOTE_ADDR', 'REMOTE_PORT', 'HTTP_HOST')
    default_print_masked_keys = False


class WSGIServer(StreamServer):
    """Serves an application."""

    handler_class = WSGIHandler
    log = None
    error_log = None
    environ_class = Environ
    secure_environ_class = WSGISecureEnviron
    base_env = {
        'GATEWAY_INTERFACE': 'CGI/1.1',
        'SERVER_SOFTWARE': 'gevent/%d.%d Python/%d.%d' % (
            _version_info[:2] + sys.version_info[:2]),
        'SCRIPT_NAME': '',
        'wsgi.version': (1, 0),
        'wsgi.multithread': False,
        'wsgi.multiprocess': False,
        'wsgi.run_once': False,
    }

    def __init__(self, listener, application=None, backlog=None, spawn='default', log='default',
                 error_log='default', handler_class=None, environ=None, **ssl_args):
        StreamServer.__init__(self, listener, backlog=backlog, spawn=spawn, **ssl_args)
        if application is not None:
            self.application = application
        if handler_class is not None:
            self.handler_class = handler_class
        self.log = self._log(log, 20)
        self.error_log = self._log(error_log, 40)
        self.set_environ(environ)
        self.set_max_accept()

    def _log(self, log, level):
        if log == 'default':
            return sys.stderr
        if log is None:
            return _NoopLog()
        if not hasattr(log, 'write') and hasattr(log, 'log'):
            return LoggingLogAdapter(log, level)
        return log

    def set_environ(self, environ=None):
        """Sets what is the same in all requests."""
        if environ is not None:
            self.environ = environ
        environ_update = getattr(self, 'environ', None)
        self.environ = self.environ_class(self.base_env)
        self.environ['wsgi.url_scheme'] = 'https' if self.ssl_enabled else 'http'
        if environ_update is not None:
            self.environ.update(environ_update)
        if self.environ.get('wsgi.errors') is None:
            self.environ['wsgi.errors'] = self.error_log

    def set_max_accept(self):
        if self.environ.get('wsgi.multiprocess'):
            self.max_accept = 1

    def get_environ(self):
        return self.environ_class(self.environ)

    def init_socket(self):
        StreamServer.init_socket(self)
        self.update_environ()

    def update_environ(self):
        """Says which address the server has."""
        address = self.address
        if isinstance(address, tuple):
            if 'SERVER_NAME' not in self.environ:
                try:
                    name = socket.getfqdn(address[0])
                except OSError:
                    name = str(address[0])
                self.environ['SERVER_NAME'] = name
            self.environ.setdefault('SERVER_PORT', str(address[1]))
        else:
            self.environ.setdefault('SERVER_NAME', '')
            self.environ.setdefault('SERVER_PORT', '')

    def handle(self, sock, address):
        """Answers the requests of a connection."""
        self.handler_class(sock, address, self).handle()


def _main():
    import argparse
    import importlib
    parser = argparse.ArgumentParser()
    parser.add_argument("app", help="module:object")
    parser.add_argument("-b", "--bind", help="The socket to bind", default=":8080")
    options = parser.parse_args()
    module, _, name = options.app.partition(':')
    application = getattr(importlib.import_module(module), name or 'application')
    WSGIServer(options.bind, application).serve_forever()


if __name__ == '__main__':
    _main()
