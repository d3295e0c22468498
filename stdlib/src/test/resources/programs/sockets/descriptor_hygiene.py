"""100,000 sockets opened and closed leave no descriptor behind."""
import os
import socket


def count():
    return len(os.listdir('/proc/self/fd'))


with socket.create_server(('127.0.0.1', 0), backlog=100) as server:
    address = server.getsockname()
    socket.create_connection(address).close()
    server.accept()[0].close()
    before = count()
    for i in range(97_000):
        socket.socket().close()
    for i in range(1000):
        client = socket.create_connection(address)
        conn, _ = server.accept()
        client.sendall(b'x')
        assert conn.recv(1) == b'x'
        with client.makefile('rwb') as f:
            f.write(b'y')
        conn.close()
        client.close()
    for i in range(1000):
        a, b = socket.socketpair()
        a.close()
        os.close(b.detach())
    print(count() - before < 20)
    s = socket.socket()
    print(s.fileno() < 50)
    s.close()
