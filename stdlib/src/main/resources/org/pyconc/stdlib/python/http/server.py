"""A small server of the web.

See https://docs.python.org/3.11/library/http.server.html
"""

import http.client
import os
import socketserver
import sys
import time
import urllib.parse
from http import HTTPStatus, _PHRASES

__version__ = '0.6'

DEFAULT_ERROR_MESSAGE = """\
<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: %(code)d</p>
        <p>Message: %(message)s.</p>
        <p>Error code explanation: %(code)s - %(explain)s.</p>
    </body>
</html>
"""
DEFAULT_ERROR_CONTENT_TYPE = 'text/html;charset=utf-8'
_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
_MONTHS = [None, 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov',
           'Dec']


def _escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _civil(seconds):
    """Year, month, day, weekday, hour, minute, second in UTC."""
    days, rest = divmod(int(seconds), 86400)
    weekday = (days + 3) % 7
    z = days + 719468
    era, doe = divmod(z, 146097)
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    month = mp + 3 if mp < 10 else mp - 9
    year = yoe + era * 400 + (month <= 2)
    return (year, month, doy - (153 * mp + 2) // 5 + 1, weekday, rest // 3600, rest // 60 % 60,
            rest % 60)


class HTTPServer(socketserver.TCPServer):
    allow_reuse_address = 1

    def server_bind(self):
        socketserver.TCPServer.server_bind(self)
        host, port = self.server_address[:2]
        self.server_name = host
        self.server_port = port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Reads requests and calls do_GET and so on."""

    sys_version = 'Python/3.11'
    server_version = 'BaseHTTP/' + __version__
    error_message_format = DEFAULT_ERROR_MESSAGE
    error_content_type = DEFAULT_ERROR_CONTENT_TYPE
    default_request_version = 'HTTP/0.9'
    protocol_version = 'HTTP/1.0'
    MessageClass = http.client.HTTPMessage
    responses = {number: (phrase, phrase) for number, phrase in _PHRASES.items()}

    def parse_request(self):
        """Reads the headers; False after an error was sent."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, 'iso-8859-1').rstrip('\r\n')
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            number = version[5:].split('.')
            if not version.startswith('HTTP/') or len(number) != 2 \
                    or not (number[0].isdigit() and number[1].isdigit()):
                self.send_error(400, 'Bad request version (%r)' % version)
                return False
            number = int(number[0]), int(number[1])
            if number >= (2, 0):
                self.send_error(505, 'Invalid HTTP version (%s)' % version[5:])
                return False
            if number >= (1, 1) and self.protocol_version >= 'HTTP/1.1':
                self.close_connection = False
            self.request_version = version
        if not 2 <= len(words) <= 3:
            self.send_error(400, 'Bad request syntax (%r)' % self.requestline)
            return False
        command, path = words[:2]
        if len(words) == 2 and command != 'GET':
            self.send_error(400, 'Bad HTTP/0.9 request type (%r)' % command)
            return False
        self.command, self.path = command, path
        if self.path.startswith('//'):
            self.path = '/' + self.path.lstrip('/')
        try:
            self.headers = http.client.parse_headers(self.rfile, _class=self.MessageClass)
        except http.client.LineTooLong as failure:
            self.send_error(431, 'Line too long', str(failure))
            return False
        except http.client.HTTPException as failure:
            self.send_error(431, 'Too many headers', str(failure))
            return False
        connection = (self.headers.get('Connection') or '').lower()
        if connection == 'close':
            self.close_connection = True
        elif connection == 'keep-alive' and self.protocol_version >= 'HTTP/1.1':
            self.close_connection = False
        expect = (self.headers.get('Expect') or '').lower()
        if expect == '100-continue' and self.protocol_version >= 'HTTP/1.1' \
                and self.request_version >= 'HTTP/1.1':
            self.send_response_only(100)
            self.end_headers()
        return True

    def handle_one_request(self):
        try:
            self.raw_requestline = self.rfile.readline(65537)
            if len(self.raw_requestline) > 65536:
                self.requestline = self.request_version = self.command = ''
                self.send_error(414)
                return
            if not self.raw_requestline:
                self.close_connection = True
                return
            if not self.parse_request():
                return
            method = getattr(self, 'do_' + self.command, None)
            if method is None:
                self.send_error(501, 'Unsupported method (%r)' % self.command)
                return
            method()
            self.wfile.flush()
        except TimeoutError as failure:
            self.log_error('Request timed out: %r', failure)
            self.close_connection = True

    def handle(self):
        self.close_connection = True
        self.handle_one_request()
        while not self.close_connection:
            self.handle_one_request()

    def send_error(self, code, message=None, explain=None):
        short = _PHRASES.get(int(code), '???')
        message = short if message is None else message
        explain = short if explain is None else explain
        self.log_error('code %d, message %s', code, message)
        self.send_response(code, message)
        self.send_header('Connection', 'close')
        body = None
        if code >= 200 and code not in (204, 205, 304):
            body = (self.error_message_format % {
                'code': code, 'message': _escape(message), 'explain': _escape(explain)})
            body = body.encode('UTF-8', 'replace')
            self.send_header('Content-Type', self.error_content_type)
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD' and body:
            self.wfile.write(body)

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header('Server', self.version_string())
        self.send_header('Date', self.date_time_string())

    def send_response_only(self, code, message=None):
        if self.request_version != 'HTTP/0.9':
            if message is None:
                message = _PHRASES.get(int(code), '')
            if not hasattr(self, '_headers_buffer'):
                self._headers_buffer = []
            self._headers_buffer.append(('%s %d %s\r\n' % (
                self.protocol_version, code, message)).encode('latin-1', 'strict'))

    def send_header(self, keyword, value):
        if self.request_version != 'HTTP/0.9':
            if not hasattr(self, '_headers_buffer'):
                self._headers_buffer = []
            self._headers_buffer.append(('%s: %s\r\n' % (keyword, value)).encode('latin-1'))
        if keyword.lower() == 'connection':
            if value.lower() == 'close':
                self.close_connection = True
            elif value.lower() == 'keep-alive':
                self.close_connection = False

    def end_headers(self):
        if self.request_version != 'HTTP/0.9':
            self._headers_buffer.append(b'\r\n')
            self.flush_headers()

    def flush_headers(self):
        if hasattr(self, '_headers_buffer'):
            self.wfile.write(b''.join(self._headers_buffer))
            self._headers_buffer = []

    def log_request(self, code='-', size='-'):
        self.log_message('"%s" %s %s', self.requestline, str(int(code)), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        sys.stderr.write('%s - - [%s] %s\n' % (
            self.address_string(), self.log_date_time_string(), format % args))

    def version_string(self):
        return self.server_version + ' ' + self.sys_version

    def date_time_string(self, timestamp=None):
        year, month, day, weekday, hour, minute, second = _civil(
            time.time() if timestamp is None else timestamp)
        return '%s, %02d %s %04d %02d:%02d:%02d GMT' % (
            _DAYS[weekday], day, _MONTHS[month], year, hour, minute, second)

    def log_date_time_string(self):
        year, month, day, _, hour, minute, second = _civil(time.time())
        return '%02d/%3s/%04d %02d:%02d:%02d' % (day, _MONTHS[month], year, hour, minute, second)

    def address_string(self):
        return self.client_address[0]


_KINDS = {'.html': 'text/html', '.htm': 'text/html', '.txt': 'text/plain', '.py': 'text/x-python',
          '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json',
          '.png': 'image/png', '.jpg': 'image/jpeg', '.gif': 'image/gif', '.svg': 'image/svg+xml',
          '.pdf': 'application/pdf', '.xml': 'text/xml', '.csv': 'text/csv',
          '.gz': 'application/gzip', '.zip': 'application/zip'}


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves the files of a folder."""

    server_version = 'SimpleHTTP/' + __version__
    index_pages = ('index.html', 'index.htm')

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        self._answer(True)

    def do_HEAD(self):
        self._answer(False)

    def guess_type(self, path):
        dot = path.rfind('.')
        return _KINDS.get(path[dot:].lower(), 'application/octet-stream')

    def translate_path(self, path):
        path = urllib.parse.unquote(path.split('?', 1)[0].split('#', 1)[0])
        words = [each for each in path.split('/') if each and each not in ('.', '..')]
        return os.path.join(self.directory, *words) if words else self.directory

    def _answer(self, with_body):
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            if not self.path.split('?', 1)[0].endswith('/'):
                self.send_response(301)
                self.send_header('Location', self.path.split('?', 1)[0] + '/')
                self.send_header('Content-Length', '0')
                self.end_headers()
                return
            for index in self.index_pages:
                if os.path.isfile(os.path.join(path, index)):
                    path = os.path.join(path, index)
                    break
            else:
                self._send(self._listing(path), 'text/html; charset=utf-8', with_body)
                return
        try:
            with open(path, 'rb') as file:
                data = file.read()
        except OSError:
            self.send_error(404, 'File not found')
            return
        self._send(data, self.guess_type(path), with_body)

    def _send(self, data, kind, with_body):
        self.send_response(200)
        self.send_header('Content-type', kind)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def _listing(self, path):
        title = 'Directory listing for ' + _escape(urllib.parse.unquote(self.path))
        lines = ['<!DOCTYPE HTML>', '<html lang="en">', '<head>', '<meta charset="utf-8">',
                 '<title>%s</title>' % title, '</head>', '<body>', '<h1>%s</h1>' % title, '<hr>',
                 '<ul>']
        for name in sorted(os.listdir(path), key=str.lower):
            shown = name + '/' if os.path.isdir(os.path.join(path, name)) else name
            lines.append('<li><a href="%s">%s</a></li>' % (urllib.parse.quote(shown),
                                                           _escape(shown)))
        return '\n'.join(lines + ['</ul>', '<hr>', '</body>', '</html>', '']).encode()
