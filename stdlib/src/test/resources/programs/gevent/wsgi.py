"""pywsgi: what goes over the wire."""
import gevent, re, sys, io
from gevent import socket
from gevent.pywsgi import WSGIServer, WSGIHandler
def norm(b):
    b = re.sub(rb'Date: [^\r]*', b'Date: D', b)
    return re.sub(rb'127\.0\.0\.1:\d+', b'H:P', b)
def app(env, start):
    p = env['PATH_INFO']
    if p == '/': start('200 OK', [('Content-Type', 'text/plain')]); return [b'hello']
    if p == '/two': start('200 OK', []); return [b'one', b'two']
    if p == '/gen':
        start('200 OK', [('X-A', 'b')])
        return (x for x in [b'a', b'', b'bc'])
    if p == '/write':
        w = start('201 Created', []); w(b'written'); return [b' more']
    if p == '/empty': start('204 No Content', []); return []
    if p == '/notmod': start('304 Not Modified', []); return []
    if p == '/err': raise ValueError('app error')
    if p == '/late':
        start('200 OK', [])
        def g():
            yield b'x'
            raise ValueError('late')
        return g()
    if p == '/body':
        d = env['wsgi.input'].read(); start('200 OK', []); return [b'got ' + d]
    if p == '/lines':
        d = env['wsgi.input'].readlines(); start('200 OK', []); return [repr(d).encode()]
    if p == '/len': start('200 OK', [('Content-Length', '3')]); return [b'abc']
    if p == '/long': start('200 OK', [('Content-Length', '2')]); return [b'abc']
    if p == '/nostart': return [b'x']
    if p == '/twice':
        start('200 OK', []); start('201 OK', []); return [b'x']
    if p == '/exc':
        start('200 OK', [])
        try: 1/0
        except ZeroDivisionError: start('500 Oops', [('X', 'y')], sys.exc_info())
        return [b'oops']
    if p == '/badstatus': start(200, []); return [b'']
    if p == '/badheader': start('200 OK', [('a', 5)]); return [b'']
    if p == '/env':
        start('200 OK', [])
        keys = [k for k in sorted(env) if k not in ('REMOTE_PORT', 'SERVER_PORT', 'wsgi.errors', 'wsgi.input', 'SERVER_NAME', 'SERVER_SOFTWARE')]
        return ['\n'.join('%s=%r' % (k, env[k]) for k in keys).encode() + b'\n' + env['SERVER_SOFTWARE'][:7].encode()]
    start('404 Not Found', []); return [b'nope ' + p.encode('latin-1')]
log = io.StringIO(); err = io.StringIO()
server = WSGIServer(('127.0.0.1', 0), app, log=log, error_log=err); server.start()
gevent.get_hub().exception_stream = None
def ask(raw, half=True):
    s = socket.create_connection(('127.0.0.1', server.server_port)); s.sendall(raw)
    if half: s.shutdown(1)
    got = b''
    try:
        with gevent.Timeout(5, False):
            while True:
                d = s.recv(4096)
                if not d: break
                got += d
            got += b'<EOF>'
    except OSError as e: got += type(e).__name__.encode()
    s.close()
    print(raw[:60], '->', norm(got))
H = b'Host: x\r\n'
for p in ('/', '/two', '/gen', '/write', '/empty', '/notmod', '/err', '/late', '/len', '/long', '/nostart', '/twice', '/exc', '/badstatus', '/badheader', '/env?a=b&c', '/missing%20x'):
    ask(b'GET %s HTTP/1.1\r\n%s\r\n' % (p.encode(), H))
    ask(b'GET %s HTTP/1.0\r\n\r\n' % p.encode())
ask(b'HEAD / HTTP/1.1\r\n' + H + b'\r\n'); ask(b'HEAD /gen HTTP/1.1\r\n' + H + b'\r\n')
ask(b'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'); ask(b'GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n')
ask(b'GET / HTTP/1.1\r\n' + H + b'\r\nGET /two HTTP/1.1\r\n' + H + b'\r\n')
ask(b'POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello'); ask(b'POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n')
ask(b'POST /lines HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\na\nb\nccc'); ask(b'POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nshort')
ask(b'POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nok'); ask(b'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloGET /two HTTP/1.1\r\nHost: x\r\n\r\n')
for bad in (b'GARBAGE\r\n\r\n', b'GET /\r\n\r\n', b'GET / HTTP/9.9\r\n\r\n', b'GET / FOO\r\n\r\n', b'\r\n', b'', b'GET / HTTP/1.1\r\nbadheader\r\n\r\n', b'GET / HTTP/1.1\r\n\r\n', b'POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n', b'GET /' + b'a' * 9000 + b' HTTP/1.1\r\n\r\n', b'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', b'GET http://h.com/two HTTP/1.1\r\nHost: x\r\n\r\n', b'POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n', b'POST /body HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: foo\r\n\r\n'):
    ask(bad)
ask(b'GET / HTTP/1.1\r\nHost: x\r\nX-Multi: a\r\nX-Multi: b\r\nCookie: a=1\r\nCookie: b=2\r\nX_Under: 1\r\nContent-Type: text/x\r\nFold: a\r\n b\r\n\r\n')
server.stop()
print(re.sub(r'\[.*?\]', '[T]', re.sub(r'\d\.\d{6}', 'S', log.getvalue())))
print(len(err.getvalue().splitlines()) > 0)
