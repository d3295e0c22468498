"""A server with an answer of each kind, for the programs about clients."""
import base64
import gzip
import json
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

connections = []


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def setup(self):
        connections.append(self.client_address)
        super().setup()

    def log_message(self, *args):
        pass

    def answer(self, status=200, body=b'', **headers):
        self.send_response(status)
        for name, values in headers.items():
            for value in values if isinstance(values, list) else [values]:
                self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def received(self):
        if self.headers.get('Transfer-Encoding') != 'chunked':
            return self.rfile.read(int(self.headers.get('Content-Length') or 0))
        body = b''
        while True:
            size = int(self.rfile.readline(), 16)
            body += self.rfile.read(size)
            self.rfile.readline()
            if not size:
                return body

    def do_GET(self):
        body = self.received()
        name, _, number = self.path.partition('?')[0].strip('/').partition('/')
        page = getattr(self, 'page_' + name, None)
        if page is None:
            text = {'method': self.command, 'path': self.path, 'headers': dict(self.headers),
                    'body': body.decode('latin1')}
            self.answer(body=json.dumps(text).encode(), Content_Type='application/json',
                        X_Multi=['1', '2'])
        else:
            page(int(number or 0))

    do_POST = do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_HEAD = do_GET

    def page_gzip(self, _):
        self.answer(body=gzip.compress(b'zipped ' * 100), Content_Encoding='gzip',
                    Content_Type='text/plain; charset=utf-8')

    def page_deflate(self, _):
        self.answer(body=zlib.compress(b'deflated'), Content_Encoding='deflate')

    def page_bare_deflate(self, _):
        maker = zlib.compressobj(9, 8, -15)
        self.answer(body=maker.compress(b'without a header') + maker.flush(),
                    Content_Encoding='deflate')

    def page_bad_gzip(self, _):
        self.answer(body=b'nonsense', Content_Encoding='gzip')

    def page_chunked(self, _):
        self.send_response(200)
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        for part in (b'hello ', b'chunked ', b'world'):
            self.wfile.write(b'%x\r\n%s\r\n' % (len(part), part))
        self.wfile.write(b'0\r\n\r\n')

    def page_broken_chunk(self, _):
        self.send_response(200)
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        self.wfile.write(b'5\r\nhello\r\n')
        self.close_connection = True

    def page_short(self, _):
        self.send_response(200)
        self.send_header('Content-Length', '100')
        self.end_headers()
        self.wfile.write(b'abc')
        self.close_connection = True

    def page_closes(self, _):
        self.close_connection = True

    def page_cookies(self, _):
        self.answer(body=self.headers.get('Cookie', 'none').encode(),
                    Set_Cookie=['a=1; Path=/', 'b="two"; HttpOnly; Max-Age=100; Path=/',
                                'c=3; Path=/below'])

    def page_forget(self, _):
        self.answer(Set_Cookie='a=; Max-Age=0; Path=/')

    def page_redirect(self, number):
        self.answer(302, b'moving', Location='/redirect/%d' % (number - 1) if number else '/echo',
                    Set_Cookie='r%d=%d; Path=/' % (number, number))

    def page_moved(self, number):
        self.answer(number, b'', Location='/echo#part')

    def page_loop(self, _):
        self.answer(302, b'', Location='/loop')

    def page_status(self, number):
        self.answer(number, b'status')

    def page_slow(self, _):
        time.sleep(0.7)
        self.answer(body=b'slow')

    def page_lines(self, _):
        self.answer(body=b'one\ntwo\r\nthree\n\nfour', Content_Type='text/plain')

    def page_latin(self, _):
        self.answer(body='gr\xfc\xdfe'.encode('latin1'), Content_Type='text/html')

    def page_unicode(self, _):
        self.answer(body='gr\xfc\xdfe \u20ac'.encode(), Content_Type='application/octet-stream')

    def page_no_json(self, _):
        self.answer(body=b'{nope', Content_Type='application/json')

    def page_links(self, _):
        self.answer(Link='<http://a/b?page=2>; rel="next", <http://a/b?page=9>; rel="last"')

    def page_auth(self, _):
        wanted = 'Basic ' + base64.b64encode(b'user:pass').decode()
        if self.headers.get('Authorization') == wanted:
            self.answer(body=b'welcome')
        else:
            self.answer(401, b'who?', WWW_Authenticate='Basic realm="here"')

    def page_digest(self, _):
        if self.headers.get('Authorization', '').startswith('Digest username="user"'):
            self.answer(body=b'digested')
        else:
            self.answer(401, b'', WWW_Authenticate='Digest realm="here", nonce="abc", qop="auth", '
                                                   'algorithm=MD5')


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args):
        pass


def start(context=None):
    """A running server; with TLS if a context is given."""
    server = Server(('127.0.0.1', 0), Handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
