# Sockets of gevent: plain numbers, errors, what is closed or detached, files that timed out.
import errno
import os
import re
import gevent
from gevent import socket


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, e.args


def text(value):
    return re.sub(r'fd=\d+', 'fd=N', re.sub(r'0x[0-9a-f]+', '0x', str(value)))


listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(5)
print(listener.family, listener.type, repr(listener.family), text(listener))
address = listener.getsockname()
client = socket.create_connection(address, timeout=5)
server, _ = listener.accept()
print(client.connect(address), client.connect_ex(address))
client.setblocking(False)
print(tried(client.connect, address), client.connect_ex(address) == errno.EISCONN)
client.setblocking(True)
client.timeout = 2.5
print(client.gettimeout(), client.timeout)
client.sendall(b'')
print(client.sendall(b'abc'), server.recv(10))
print(tried(client.sendall, 'text')[0], tried(client.sendall, 5)[0])

server.settimeout(0.01)
file = server.makefile('rb')
print(tried(file.read, 1), tried(file.read, 1), tried(file.readline))
raw = server.makefile('rb', 0)
print(tried(raw.read, 1), tried(raw.read, 1))
server.close()
print(server.closed, server.fileno() >= 0)
file.close()
raw.close()
print(server.closed, server.fileno(), text(server))
client.sendall(b'x')

number = client.detach()
print(text(client), client.closed)
other = socket.socket(fileno=number)
print(other.family, other.type)
other.close()
for name, args in (('recv', (1, )), ('send', (b'x', )), ('shutdown', (2, )), ('connect', (address, )),
                   ('connect_ex', (address, )), ('getsockname', ())):
    print(name, tried(getattr(other, name), *args))

gevent.get_hub().exception_stream = None
waiting = gevent.spawn(listener.accept)
gevent.sleep(0.01)
listener.close()
print(tried(waiting.get), type(waiting.exception))

for wait in socket.wait_read, socket.wait_write, socket.wait_readwrite:
    print(tried(wait, -1), tried(wait, 'x'), tried(wait, None))
print(tried(socket.socketpair, 99))
for host in 5, None, []:
    print(tried(socket.gethostbyname, host), tried(socket.getaddrinfo, host, 80))
for place in 'x', (), ('127.0.0.1', ), (5, 5), ('127.0.0.1', 'x'):
    print(tried(socket.getnameinfo, place, 0))
