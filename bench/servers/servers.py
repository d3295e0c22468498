"""One server in many styles: STYLE [PORT].  It prints its port and answers until it is killed.

Text comes back in capitals; a GET of HTTP gets a short page, so that wrk and curl can be clients.
"""
import sys

PAGE = b'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nhello\n'


def answer(message):
    return PAGE if message.startswith(b'GET ') else message.upper()


def listening(port):
    from socket import AF_INET, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket
    server = socket(AF_INET, SOCK_STREAM)
    server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
    server.bind(('127.0.0.1', port))
    server.listen(1000)
    print(server.getsockname()[1], flush=True)
    return server


def talk(conn, address):
    while True:
        try:
            message = conn.recv(1024)
            if not message:
                break
            conn.sendall(answer(message))
        except Exception:
            break
    conn.close()


def threads(port):
    from threading import Thread
    server = listening(port)
    while True:
        conn, address = server.accept()
        Thread(target=talk, args=(conn, address), daemon=True).start()


def processes(port):
    from multiprocessing import Process
    server = listening(port)
    while True:
        conn, address = server.accept()
        p = Process(target=talk, args=(conn, address))
        p.daemon = True
        p.start()
        conn.close()


def pool(port):
    from multiprocessing import Pool
    server = listening(port)
    workers = Pool(250)
    while True:
        conn, address = server.accept()
        workers.apply_async(talk, args=(conn, address))


def executor(port):
    from concurrent.futures import ThreadPoolExecutor
    server = listening(port)
    with ThreadPoolExecutor(250) as workers:
        while True:
            workers.submit(talk, *server.accept())


def patched(port):
    from gevent import monkey
    monkey.patch_all()
    import gevent
    server = listening(port)
    while True:
        conn, address = server.accept()
        gevent.spawn(talk, conn, address)


def selecting(port):
    import queue
    import select
    server = listening(port)
    server.setblocking(False)
    inputs, outputs, messages = [server], [], {}

    def forget(sock):
        inputs.remove(sock)
        if sock in outputs:
            outputs.remove(sock)
        del messages[sock]
        sock.close()

    while True:
        readable, writable, failed = select.select(inputs, outputs, inputs)
        for sock in readable:
            if sock is server:
                conn, address = sock.accept()
                conn.setblocking(False)
                inputs.append(conn)
                messages[conn] = queue.Queue()
                continue
            try:
                data = sock.recv(1024)
            except OSError:
                data = b''
            if not data and sock in outputs:
                continue  # its answers come first
            if not data:
                forget(sock)
                continue
            messages[sock].put(answer(data))
            if sock not in outputs:
                outputs.append(sock)
        for sock in writable:
            if sock in messages:
                outputs.remove(sock)
                try:
                    sock.send(messages[sock].get())
                except OSError:
                    forget(sock)
                    continue
                if not messages[sock].empty():
                    outputs.append(sock)


def selectors(port):
    from selectors import EVENT_READ, DefaultSelector
    server = listening(port)
    server.setblocking(False)
    selector = DefaultSelector()

    def accept(sock, mask):
        conn, address = sock.accept()
        conn.setblocking(False)
        selector.register(conn, EVENT_READ, read)

    def read(conn, mask):
        try:
            data = conn.recv(1024)
            if data:
                conn.send(answer(data))
                return
        except OSError:
            pass
        selector.unregister(conn)
        conn.close()

    selector.register(server, EVENT_READ, accept)
    while True:
        for key, mask in selector.select():
            key.data(key.fileobj, mask)


def epoll(port):
    import select
    server = listening(port)
    server.setblocking(False)
    poller = select.epoll()
    poller.register(server.fileno(), select.EPOLLIN)
    open_ones = {}
    while True:
        for fd, event in poller.poll():
            if fd == server.fileno():
                conn, address = server.accept()
                conn.setblocking(False)
                open_ones[conn.fileno()] = conn
                poller.register(conn.fileno(), select.EPOLLIN)
                continue
            conn = open_ones[fd]
            try:
                data = conn.recv(1024)
                if data:
                    conn.send(answer(data))
                    continue
            except OSError:
                pass
            poller.unregister(fd)
            del open_ones[fd]
            conn.close()


def streams(port):
    import asyncio

    async def serve(reader, writer):
        try:
            while data := await reader.read(1024):
                writer.write(answer(data))
                await writer.drain()
        except OSError:
            pass
        writer.close()

    async def main():
        server = await asyncio.start_server(serve, '127.0.0.1', port, backlog=1000)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(main())


def protocols(port):
    import asyncio

    class Answering(asyncio.Protocol):
        def connection_made(self, transport):
            self.transport = transport

        def data_received(self, data):
            self.transport.write(answer(data))

    async def main():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(Answering, '127.0.0.1', port, backlog=1000)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(main())


def stream_server(port):
    from gevent.server import StreamServer
    server = StreamServer(('127.0.0.1', port), talk, backlog=1000)
    server.start()
    print(server.server_port, flush=True)
    server.serve_forever()


def socketserver(port):
    import socketserver

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            talk(self.request, self.client_address)

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True
        request_queue_size = 1000

    with Server(('127.0.0.1', port), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


def forking(port):
    import socketserver

    class Handler(socketserver.BaseRequestHandler):
        def handle(self):
            talk(self.request, self.client_address)

    class Server(socketserver.ForkingTCPServer):
        allow_reuse_address = True
        max_children = 1000
        request_queue_size = 1000

    with Server(('127.0.0.1', port), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


def http(port):
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = 'HTTP/1.1'

        def do_GET(self):
            self.send_response(200)
            self.send_header('Content-Type', 'text/plain')
            self.send_header('Content-Length', '6')
            self.end_headers()
            self.wfile.write(b'hello\n')

        def log_message(self, *args):
            pass

    class Server(ThreadingHTTPServer):
        request_queue_size = 1000

    with Server(('127.0.0.1', port), Handler) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


STYLES = {f.__name__: f for f in (threads, processes, pool, executor, patched, stream_server, selecting,
                                  selectors, epoll, streams, protocols, socketserver, forking,
                                  http)}

if __name__ == '__main__':
    STYLES[sys.argv[1]](int(sys.argv[2]) if len(sys.argv) > 2 else 0)
