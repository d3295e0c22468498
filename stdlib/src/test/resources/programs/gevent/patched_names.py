"""Names of hosts are looked up in a patched program too, whatever was imported first."""
from gevent import monkey

monkey.patch_all()

import socket

import gevent
from gevent import socket as green
from gevent.resolver.blocking import Resolver as Blocking
from gevent.resolver.thread import Resolver

print(socket.getaddrinfo is green.getaddrinfo)
print(socket.getaddrinfo('127.0.0.1', 80, 0, socket.SOCK_STREAM)[0][4])
print(socket.gethostbyname('127.0.0.1'))
print(socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
print(Blocking().gethostbyname('127.0.0.1'), Resolver().gethostbyname('127.0.0.1'))

listener = socket.create_server(('127.0.0.1', 0))


def serve():
    connection, address = listener.accept()
    with connection:
        connection.sendall(connection.recv(100).upper())


server = gevent.spawn(serve)
with socket.create_connection(listener.getsockname()) as client:
    client.sendall(b'hello')
    print(client.recv(100))
server.join()
listener.close()

print([monkey.is_object_patched(*name) for name in (
    ('os', 'fork'), ('os', 'waitpid'), ('signal', 'signal'), ('selectors', 'DefaultSelector'),
    ('_threading_local', 'local'), ('time', 'sleep'), ('time', 'time'))])
