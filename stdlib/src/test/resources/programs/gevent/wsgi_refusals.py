# Requests that are refused and what the error log says; what of an environment is printed.
import io
import re
from gevent import pywsgi, socket


def application(environ, start_response):
    body = environ['wsgi.input']
    try:
        text = body.read()
    except OSError as e:
        text = ('%s %s' % (type(e).__name__, e.args)).encode()
    start_response('200 OK', [])
    return [text]


log = io.StringIO()
server = pywsgi.WSGIServer(('127.0.0.1', 0), application, log=None, error_log=log)
server.start()


def ask(request):
    client = socket.create_connection(server.address, timeout=5)
    client.sendall(request.encode('latin-1'))
    client.shutdown(socket.SHUT_WR)
    answer = b''
    while True:
        part = client.recv(1000)
        if not part:
            break
        answer += part
    client.close()
    answer = re.sub(r'Date: [^\r]*', 'Date: D', answer.decode('latin-1'))
    print(repr(answer.replace('\r\n', '|')))


POST = 'POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n'
CHUNKED = POST + 'Transfer-Encoding: chunked\r\n'
for request in (
        'GARBAGE\r\n\r\n', 'G\r\n\r\n', 'POST /\r\n\r\n', 'GET / HTTP/2.0\r\n\r\n',
        'GET / FTP/1.0\r\n\r\n', 'GET / HTTP/1.x\r\n\r\n', 'GET / HTTP/1.0\r\nA: ' + 'b' * 70000,
        'HEAD / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc',
        POST + 'Content-Length: x\r\n\r\n', POST + 'Content-Length: -1\r\n\r\n',
        POST + 'Content-Length: 3\r\n\r\nabc', CHUNKED + 'Content-Length: 9\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
        CHUNKED + '\r\n3;a=b\r\nabc\r\n0\r\n\r\n', CHUNKED + '\r\nz\r\n', CHUNKED + '\r\n',
        CHUNKED + '\r\n' + '0' * 20, CHUNKED + '\r\n3\rabc'):
    ask(request)
server.stop()
print(re.sub(r'<[^>]*>', '<socket>', log.getvalue()))


def bad_status(environ, start_response):
    start_response(b'200 OK', [])
    return []


def line_in_status(environ, start_response):
    start_response('200 OK\r\nX: y', [])
    return []


def text_body(environ, start_response):
    start_response('200 OK', [])
    return ['text']


import gevent
gevent.get_hub().exception_stream = io.StringIO()
for each in bad_status, line_in_status, text_body:
    server = pywsgi.WSGIServer(('127.0.0.1', 0), each, log=None)
    server.start()
    ask('GET / HTTP/1.0\r\n\r\n')
    server.stop()
told = gevent.get_hub().exception_stream.getvalue()
print([line.replace('memoryview: ', '') for line in told.splitlines() if 'Error: ' in line])
print([re.sub(r"'\d+'|^\S* ", 'N', line) for line in told.splitlines() if 'hidden' in line])

environ = pywsgi.SecureEnviron({'a': 1, 'REMOTE_ADDR': 2})
print(re.sub(r'at .*', 'at', repr(environ)))
environ.whitelist_keys = ('a', )
print(environ, str(environ))
environ.print_masked_keys = False
print(environ)
environ.secure_repr = False
print(environ)
environ = pywsgi.WSGISecureEnviron({'a': 1, 'REMOTE_ADDR': 2})
print(environ, pywsgi.WSGISecureEnviron.default_whitelist_keys)
print(pywsgi.WSGIServer.base_env['SERVER_SOFTWARE'])
