import http.client
import json
import socket
import socketserver
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, format, *args):
        pass

    def answer(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        if url.path == '/moved':
            self.answer(302, b'', Location='/page?from=moved')
        elif url.path == '/missing':
            self.answer(404, b'nothing here')
        elif url.path == '/chunked':
            self.send_response(200)
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            for part in (b'one\n', b'two\n', b'three'):
                self.wfile.write(b'%x\r\n%s\r\n' % (len(part), part))
            self.wfile.write(b'0\r\n\r\n')
        else:
            body = json.dumps({'path': url.path, 'query': urllib.parse.parse_qs(url.query)})
            self.answer(200, body.encode(), Content_Type='application/json')

    do_HEAD = do_GET

    def do_POST(self):
        data = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(201, data.upper(), Content_Type=self.headers['Content-Type'])


server = ThreadingHTTPServer(('127.0.0.1', 0), Handler)
thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.05})
thread.start()
port = server.server_address[1]
base = 'http://127.0.0.1:%d' % port
with urllib.request.urlopen(base + '/page?a=1&a=2') as r:
    print(r.status, r.headers.get_content_type(), json.loads(r.read()))
with urllib.request.urlopen(base + '/moved') as r:
    print(r.geturl() == base + '/page?from=moved', r.read())
print(urllib.request.urlopen(base + '/chunked').readlines())
try:
    urllib.request.urlopen(base + '/missing')
except urllib.error.HTTPError as e:
    print(e, e.code, e.read())
data = urllib.parse.urlencode({'k': 'some value'}).encode()
with urllib.request.urlopen(base + '/post', data) as r:
    print(r.status, r.read(), r.headers['content-type'])
request = urllib.request.Request(base + '/x', headers={'X-Test': '1'}, method='HEAD')
with urllib.request.urlopen(request) as r:
    print(r.status, r.read(), request.get_method())
try:
    urllib.request.urlopen(urllib.request.Request(base, method='BREW'))
except urllib.error.HTTPError as e:
    print(e)
c = http.client.HTTPConnection('127.0.0.1', port)
for path in ('/one', '/two'):
    c.request('GET', path)
    r = c.getresponse()
    print(r.status, r.reason, r.version, r.read(), r.isclosed())
c.close()
# Garbage does not end the server.
for garbage in (b'\x00\xff\xfe\r\n\r\n', b'GET\r\n\r\n', b'GET / HTTP/9.9\r\n\r\n', b''):
    with socket.create_connection(('127.0.0.1', port)) as s:
        s.sendall(garbage)
        s.shutdown(socket.SHUT_WR)
        print(s.makefile('rb').readline())
with urllib.request.urlopen(base + '/still-there') as r:
    print(r.status)
server.shutdown()
thread.join()
server.server_close()
try:
    urllib.request.urlopen(base + '/')
except urllib.error.URLError as e:
    print(e)


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


with socketserver.ThreadingTCPServer(('127.0.0.1', 0), Upper) as s:
    t = threading.Thread(target=s.serve_forever, args=(0.05,))
    t.start()
    with socket.create_connection(s.server_address) as c, c.makefile('rwb') as f:
        f.write(b'a line\nand one more\n')
        f.flush()
        print(f.readline(), f.readline())
    s.shutdown()
    t.join()
