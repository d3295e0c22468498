import socket

s = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
s.bind(('::1', 0))
s.listen(1)
name = s.getsockname()
print(name[0], len(name), name[2:])
c = socket.create_connection(('::1', name[1]))
d, addr = s.accept()
print(addr[0], d.getpeername() == c.getsockname())
c.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
print(c.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), c.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
print(s.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN), c.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
c.close()
try:
    print(d.recv(1))
except ConnectionResetError as e:
    print(repr(e))

for wrong in ['x', ('a',), ('127.0.0.1', 'x'), ('127.0.0.1', 70000), (1, 2)]:
    try:
        socket.socket().connect(wrong)
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for call in [lambda: socket.socket().recv(-1), lambda: socket.socket().settimeout(-1),
             lambda: socket.socket().settimeout('a'), lambda: socket.socket().send('text'),
             lambda: socket.socket(99), lambda: socket.socket().listen('x'),
             lambda: socket.socket().getpeername(), lambda: socket.inet_aton('x'),
             lambda: socket.inet_ntop(2, b'abc'), lambda: socket.htons(70000)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(socket.ntohl(1), socket.htons(80), socket.getservbyname('http'), socket.getservbyport(443))
print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
e, f = socket.socketpair()
print(repr(e.getsockname()), e.family, e.type)
fd = e.detach()
print(e.fileno(), fd >= 0)
g = socket.socket(fileno=fd)
g.sendall(b'detached')
print(f.recv(20), g.family == socket.AF_UNIX)
h = g.dup()
g.close()
h.send(b'dup')
print(f.recv(20))
h.close()
print(f.recv(20))
r = socket.socket()
r.settimeout(2)
print(r.gettimeout(), r.getblocking(), r.timeout)
r.setblocking(False)
print(r.gettimeout(), r.getblocking())
server = socket.create_server(('127.0.0.1', 0))
try:
    print(r.connect(server.getsockname()))
except BlockingIOError as e:
    print(e.errno)
conn, _ = server.accept()
conn.sendall(b'a' * 300000 + b'end')
conn.close()
r.setblocking(True)
with r.makefile('rb') as file:
    data = file.read()
print(len(data), data[-3:])
print(socket.has_ipv6, socket.timeout is TimeoutError, socket.error is OSError)
