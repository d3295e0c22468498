"""What a handler's methods see; what its log is told."""

import re

import gevent
from gevent import pywsgi, socket

gevent.get_hub().exception_stream = None
lines = []


class Log:
    def write(self, text):
        lines.append(re.sub(r'<.*>|\[.*\]|\d+\.\d{6}', '..', text))


class Handler(pywsgi.WSGIHandler):
    def log_request(self):
        lines.append((self.requestline, self.status, self.code, self.headers_sent))

    def finalize_headers(self):
        super().finalize_headers()
        lines.append([name for name, value in self.response_headers])


def application(environ, start_response):
    path = environ['PATH_INFO']
    if path == '/exit':
        raise gevent.GreenletExit()
    if path == '/read':
        environ['wsgi.input'].read()
    headers = [('X', '\u20ac' if path == '/euro' else 'y')]
    start_response('200 OK', headers)
    return [b'body']


def ask(server, request):
    connection = socket.create_connection(('127.0.0.1', server.server_port))
    connection.sendall(request)
    connection.shutdown(socket.SHUT_WR)
    answer = b''
    while True:
        part = connection.recv(1000)
        if not part:
            break
        answer += part
    connection.close()
    gevent.sleep(0.01)
    print(answer.split(b'\r\n')[0], lines)
    lines.clear()


for kind in Handler, pywsgi.WSGIHandler:
    server = pywsgi.WSGIServer(('127.0.0.1', 0), application, handler_class=kind, log=Log(),
                               error_log=Log())
    server.start()
    for path in 'plain', 'exit', 'euro':
        ask(server, b'GET /%s HTTP/1.0\r\n\r\n' % path.encode())
    ask(server, b'NONSENSE\r\n\r\n')
    ask(server, b'POST /read HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n')
    server.stop()
print(pywsgi.format_date_time(0), server.loop is gevent.get_hub().loop)
