"""Opens and closes files, sockets and pipes very often: no descriptor may be left behind.

    ./pyconc run bench/descriptors.py [COUNT]

Those that the program forgets without closing them are found by collection, at the latest when the
host has no more to give. Prints what is left after each kind; the status is 1 if that is much.
"""
import gc
import os
import socket
import sys
import tempfile
import time

LEFT = 20  # what libraries may hold for themselves


def count():
    return len(os.listdir('/proc/self/fd'))


def files(n, path):
    for i in range(n):
        open(path).close()


def sockets(n, path):
    for i in range(n):
        socket.socket().close()


def pipes(n, path):
    for i in range(n):
        for each in os.pipe():
            os.close(each)


def pairs(n, path):
    for i in range(n // 10):
        for each in socket.socketpair():
            each.close()


def connections(n, path):
    with socket.create_server(('127.0.0.1', 0), backlog=100) as server:
        address = server.getsockname()
        for i in range(n // 10):
            client = socket.create_connection(address)
            served, _ = server.accept()
            client.sendall(b'x')
            assert served.recv(1) == b'x'
            client.close()
            served.close()


def forgotten_files(n, path):
    for i in range(n):
        open(path)
    gc.collect()


def forgotten_sockets(n, path):
    for i in range(n):
        socket.socket()
    gc.collect()


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    failed = False
    with tempfile.NamedTemporaryFile() as file:
        sockets(10, file.name)
        before = count()
        for work in files, sockets, pipes, pairs, connections, forgotten_files, forgotten_sockets:
            begin = time.time()
            work(n, file.name)
            open(file.name).close()
            left = count() - before
            failed |= left > LEFT
            print('%-18s %6.2f s, %d left' % (work.__name__, time.time() - begin, left), flush=True)
    return failed


if __name__ == '__main__':
    sys.exit(main())
