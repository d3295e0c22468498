"""What a program forgets to close is written and closed when it is collected; nothing is left behind."""
import gc
import os
import socket
import tempfile

folder = tempfile.mkdtemp()


def count():
    return len(os.listdir('/proc/self/fd'))


def write_and_forget(i):
    f = open(os.path.join(folder, str(i)), 'w')
    f.write('text %d\n' % i)


def forget_files():
    for i in range(50):
        write_and_forget(i)
    for i in range(50):
        open(os.path.join(folder, str(i)), 'rb').read(3)


def forget_sockets():
    server = socket.create_server(('127.0.0.1', 0))
    for i in range(20):
        client = socket.create_connection(server.getsockname())
        conn, address = server.accept()
        conn.makefile('rw').write('x')
        client.makefile('rb')
        socket.socketpair()


forget_files()
gc.collect()
before = count()
for i in range(10):
    forget_files()
    forget_sockets()
for i in range(3):
    gc.collect()
print('files and sockets:', count() - before < 60)
for i in range(50):
    name = os.path.join(folder, str(i))
    with open(name) as f:
        assert f.read() == 'text %d\n' % i
    os.remove(name)
os.rmdir(folder)
