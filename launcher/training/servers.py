"""Servers and their clients in one program, in each of the usual styles."""

import asyncio
import select
import selectors
import socket
import subprocess
import sys
import threading
from concurrent.futures import Future

import gevent
import gevent.event
import gevent.pool
import gevent.queue
import gevent.server
import gevent.socket


def serve(connection):
    while True:
        data = connection.recv(4096)
        if not data:
            break
        connection.sendall(data)
    connection.close()


def talk(kind, port, number):
    s = kind.socket(kind.AF_INET, kind.SOCK_STREAM)
    s.connect(("127.0.0.1", port))
    for k in range(3):
        message = b"message %d of client %d\n" % (k, number)
        s.sendall(message)
        got = b""
        while len(got) < len(message):
            got += s.recv(4096)
    s.close()


def listen(kind):
    listener = kind.socket(kind.AF_INET, kind.SOCK_STREAM)
    listener.setsockopt(kind.SOL_SOCKET, kind.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", 0))
    listener.listen(5)
    return listener


def with_threads():
    listener = listen(socket)
    port = listener.getsockname()[1]
    client = threading.Thread(target=talk, args=(socket, port, 1))
    client.start()
    serve(listener.accept()[0])
    client.join()
    listener.close()


def with_select():
    here, there = socket.socketpair()
    here.setblocking(False)
    there.sendall(b"x")
    select.select([here], [], [], 1)
    here.recv(1)
    with selectors.DefaultSelector() as selector:
        selector.register(here, selectors.EVENT_READ)
        there.send(b"y")
        selector.select(1)
    here.close()
    there.close()


def with_gevent():
    listener = listen(gevent.socket)
    port = listener.getsockname()[1]
    clients = [gevent.spawn(talk, gevent.socket, port, i) for i in range(2)]
    for _ in clients:
        connection, address = listener.accept()
        gevent.spawn(serve, connection)
    gevent.joinall(clients, timeout=5)
    listener.close()
    server = gevent.server.StreamServer(("127.0.0.1", 0), lambda c, address: serve(c))
    server.start()
    gevent.spawn(talk, gevent.socket, server.server_port, 3).join(5)
    server.stop()
    items = gevent.queue.Queue()
    pool = gevent.pool.Pool(2)
    pool.spawn(items.put, 1)
    items.get()
    pool.map(abs, [1, -2])
    event = gevent.event.Event()
    gevent.spawn_later(0.001, event.set)
    event.wait(1)
    with gevent.Timeout(5, False):
        gevent.sleep(0)


async def answer(reader, writer):
    writer.write(await reader.readline())
    await writer.drain()
    writer.close()


async def with_asyncio():
    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"hello\n")
    await writer.drain()
    await asyncio.wait_for(reader.readline(), 5)
    writer.close()
    server.close()
    await asyncio.gather(asyncio.sleep(0.001), asyncio.sleep(0))


if __name__ == "__main__":
    with_threads()
    with_select()
    with_gevent()
    asyncio.run(with_asyncio())
    subprocess.run(["true"], capture_output=True)
