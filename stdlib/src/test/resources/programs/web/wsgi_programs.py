# wsgiref: headers, helpers, and a server with real requests.
import http.client
import io
import sys
import threading
from wsgiref.handlers import BaseCGIHandler, SimpleHandler
from wsgiref.headers import Headers
from wsgiref.simple_server import WSGIRequestHandler, demo_app, make_server
from wsgiref.util import (FileWrapper, application_uri, guess_scheme, is_hop_by_hop, request_uri,
                          setup_testing_defaults, shift_path_info)

h = Headers([('A', '1'), ('b', '2'), ('a', '3')])
print(h['a'], h.get_all('A'), h.get('z', 5), 'B' in h, len(h), h.keys(), h.values(), h.items())
h['A'] = 'new'
h.add_header('Content-Disposition', 'attachment', filename='bud "x".gif', flag=None, plain_one='y')
print(repr(h), h.setdefault('b', '9'), h.setdefault('c', '8'))
print(repr(str(h)), bytes(h))
del h['nothing']
del h['B']
print(h.items())
for wrong in (lambda: Headers('x'), lambda: h.__setitem__('x', 5)):
    try:
        wrong()
    except (TypeError, AssertionError) as e:
        print(type(e).__name__, e)

e = {}
setup_testing_defaults(e)
print({k: v for k, v in sorted(e.items()) if not hasattr(v, 'read')})
print(application_uri(e), request_uri(e), guess_scheme({'HTTPS': 'on'}))
e.update(SCRIPT_NAME='/app', PATH_INFO='/a b/./c//d', QUERY_STRING='q=1')
print(application_uri(e), request_uri(e), request_uri(e, False))
for _ in range(5):
    print(shift_path_info(e), repr(e['SCRIPT_NAME']), repr(e['PATH_INFO']))
print(is_hop_by_hop('Connection'), is_hop_by_hop('Content-Type'))
print(list(FileWrapper(io.BytesIO(b'abcdefg'), 3)))


def run(app, **settings):
    environ = {}
    setup_testing_defaults(environ)
    out, err = io.BytesIO(), io.StringIO()
    handler = settings.pop('kind', SimpleHandler)(io.BytesIO(b'input'), out, err, environ)
    for name, value in settings.items():
        setattr(handler, name, value)
    handler.run(app)
    lines = [l for l in out.getvalue().split(b'\r\n') if not l.startswith(b'Date: ')]
    print(lines, err.getvalue().splitlines()[-1:])


def good(environ, start):
    write = start('200 OK', [('X-Y', 'z')])
    write(b'first ')
    return [environ['wsgi.input'].read(), b' last']


def short(environ, start):
    start('200 OK', [('Content-Type', 'text/plain')])
    return [b'only']


def empty(environ, start):
    start('204 No Content', [])
    return []


def failing(environ, start):
    start('200 OK', [])
    raise ValueError('wrong')


for app in good, short, empty, failing:
    run(app)
run(short, kind=BaseCGIHandler)
run(short, server_software='Mine/1.0', http_version='1.1')
for arguments in (('200', []), ('abc x', []), ('200 OK', [('Connection', 'close')]), (b'200 OK', []),
                  ('200 OK', [('x', 5)])):
    run(lambda environ, start: start(*arguments) and [])
run(lambda environ, start: ['text'])


class Quiet(WSGIRequestHandler):
    def log_message(self, format, *args):
        logged.append((format, args[:2]))


def app(environ, start):
    name = shift_path_info(environ)
    if name == 'fail':
        raise KeyError('told')
    size = int(environ['CONTENT_LENGTH'] or 0)
    body = environ['wsgi.input'].read(size)
    start('200 OK', [('Content-Type', 'text/plain'), ('X-Name', str(name))])
    return [environ['REQUEST_METHOD'].encode(), b' ', environ['QUERY_STRING'].encode(), b' ', body,
            environ.get('HTTP_X_OWN', '-').encode(), environ['CONTENT_TYPE'].encode()]


sys.stderr = io.StringIO()
logged = []
with make_server('127.0.0.1', 0, app, handler_class=Quiet) as server:
    print(server.get_app() is app, server.base_environ['GATEWAY_INTERFACE'])
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    for request in (('GET', '/a/b?x=1'), ('POST', '/post', b'data', {'X-Own': 'mine'}),
                    ('GET', '/fail'), ('GET', '/%C3%A4')):
        connection = http.client.HTTPConnection(*server.server_address)
        connection.request(*request)
        response = connection.getresponse()
        print(response.status, response.reason, response.getheader('X-Name'),
              response.getheader('Content-Type'), response.getheader('Server') is not None,
              response.read())
        connection.close()
    server.set_app(demo_app)
    connection = http.client.HTTPConnection(*server.server_address)
    connection.request('GET', '/demo')
    text = connection.getresponse().read().decode()
    print([line for line in text.splitlines() if line.split(' ')[0] in (
        'Hello', 'PATH_INFO', 'REQUEST_METHOD', 'SCRIPT_NAME', 'wsgi.version')])
    connection.close()
    server.shutdown()
    thread.join()
print(logged)
print(sys.stderr.getvalue().splitlines()[-1])
