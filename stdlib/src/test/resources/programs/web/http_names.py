"""Status numbers, methods, and what a request may say."""
import copy
import http
import http.client
import io
import pickle
from http import HTTPMethod, HTTPStatus

print(HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(404).phrase, HTTPStatus['GONE'].value)
print(HTTPStatus.OK.description, '|', HTTPStatus.BAD_GATEWAY.description)
print(len(HTTPStatus), list(HTTPStatus)[:2], HTTPStatus.OK in HTTPStatus, HTTPStatus)
print(HTTPMethod.GET, repr(HTTPMethod.POST), HTTPMethod.GET == 'GET', list(HTTPMethod))
print(HTTPMethod.PUT.description, HTTPMethod('HEAD') is HTTPMethod.HEAD, HTTPMethod.GET.value)
for kind, value in ((HTTPStatus, 999), (HTTPMethod, 'FROB')):
    try:
        kind(value)
    except ValueError as e:
        print(e)
try:
    HTTPStatus.OK = 3
except AttributeError as e:
    print(type(e).__name__)
for each in (HTTPStatus.OK, HTTPMethod.GET):
    print(pickle.loads(pickle.dumps(each)) is each, copy.copy(each) is each,
          copy.deepcopy([each])[0] is each)
print(http.client.OK, http.client.NOT_FOUND is HTTPStatus.NOT_FOUND, http.client.responses[418])
try:
    http.client.FROB
except AttributeError as e:
    print(e)


class FakeSocket:
    def __init__(self, text=b''):
        self.text, self.sent, self.count = text, b'', 0

    def sendall(self, data):
        self.sent += bytes(data)
        self.count += 1

    def makefile(self, mode, size=None):
        return io.BufferedReader(io.BytesIO(self.text))

    def close(self):
        pass

    def setsockopt(self, *args):
        pass


def connection(text=b''):
    made = http.client.HTTPConnection('example.com')
    made.sock = FakeSocket(text)
    return made


def attempt(f, *args, **options):
    try:
        f(*args, **options)
    except Exception as e:
        print(type(e).__name__, e)


c = connection()
attempt(c.request, 'GET\n', '/')
c = connection()
attempt(c.request, 'GET', '/a b')
attempt(http.client.HTTPConnection, 'exam\nple.com')
for name, value in (('X:', 'a'), (' X', 'a'), ('', 'a'), ('X', 'a\nb'), ('X', 'a\r\n b'),
                    ('X', 'a\n'), ('X\n', 'a'), ('X', b'\r\nY: z')):
    c = connection()
    c.putrequest('GET', '/')
    attempt(c.putheader, name, value)
for body, options in ((None, {}), (b'abc', {}), ('text', {}), ([b'a', b'', b'bc'], {}),
                      (io.BytesIO(b'file'), {}), (io.StringIO('words'), {}),
                      (bytearray(b'xy'), {'headers': {'Content-Length': '2'}}),
                      (iter([b'1', b'2']), {'headers': {'Transfer-Encoding': 'chunked'},
                                            'encode_chunked': True})):
    c = connection()
    c.request('POST', '/p', body, **options)
    print(c.sock.sent)
c = connection()
attempt(c.request, 'POST', '/', '\u2603')
attempt(connection().request, 'POST', '/', 5)
c = connection(b'HTTP/1.1 200 OK\r\nA: 1\r\nA: 2\r\nContent-Type: text/html; charset=utf-8\r\n'
               b'Content-Length: 12\r\n\r\nline\nrest of it')
c.request('GET', 'http://other.org:80/x')
print(c.sock.sent)
r = c.getresponse()
print(isinstance(r, io.BufferedIOBase), r.getheader('a'), r.getheader('b', 'none'),
      r.getheader('b', ['p', 'q']), r.headers.get_params(), r.headers.get_content_charset())
print(r.peek(3)[:3], r.readline(), r.read1(2), r.read1(0), r.closed, r.isclosed())
buffer = bytearray(3)
print(r.readinto(buffer), buffer, r.read(), r.isclosed(), r.read(), r.read1(5), r.peek())
r.close()
print(r.closed)
c = connection(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab\ncd\r\n3\r\nef\n\r\n0\r\n\r\n')
c.request('GET', '/')
r = c.getresponse()
print(r.peek()[:2], r.read1(1), list(r))
c = connection(b'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort')
c.request('GET', '/')
r = c.getresponse()
print(r.read(4), r.read(4), r.read(4))
c = connection(b'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort')
c.request('GET', '/')
attempt(c.getresponse().read)
c = connection(b'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\none\ntw')
c.request('GET', '/')
print(io.TextIOWrapper(c.getresponse(), encoding='ascii').read().split())
http.client._MAXHEADERS = 2
c = connection(b'HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n')
c.request('GET', '/')
attempt(c.getresponse)
c = connection(b'HTTP/1.1 200 OK\r\n\r\n')
c._tunnel_host = None
attempt(c.set_tunnel, 'inner.org', 8080)
