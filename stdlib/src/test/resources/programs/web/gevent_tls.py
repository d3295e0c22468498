"""TLS under gevent: clients and servers take turns."""
import gevent
from gevent import socket, ssl
from gevent.server import StreamServer
from _certificates import certificate_file, key_file

log = []


def answer(connection, address):
    while True:
        data = connection.recv(1000)
        if not data:
            break
        connection.sendall(b'echo ' + data)


server = StreamServer(('127.0.0.1', 0), answer, certfile=certificate_file, keyfile=key_file)
print(server.ssl_enabled)
server.start()


def client(n):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    plain = socket.create_connection(server.address)
    with context.wrap_socket(plain) as s:
        for i in range(3):
            s.sendall(b'%d %d' % (n, i))
            log.append((n, s.recv(100)))
            gevent.sleep(0)


gevent.joinall([gevent.spawn(client, n) for n in range(3)], raise_error=True)
print(sorted(log) == [(n, b'echo %d %d' % (n, i)) for n in range(3) for i in range(3)])
server.stop()
