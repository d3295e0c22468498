import selectors
import socket
from threading import Thread

sel = selectors.DefaultSelector()
server = socket.create_server(('127.0.0.1', 0))
server.setblocking(False)
counts = {'accepted': 0, 'closed': 0, 'reset': 0}


def read(conn, mask):
    try:
        data = conn.recv(1000)
    except ConnectionResetError:
        counts['reset'] += 1
        data = b''
    if data:
        conn.send(data)
    else:
        counts['closed'] += 1
        conn.close()
        sel.unregister(conn)


def accept(sock, mask):
    conn, addr = sock.accept()
    conn.setblocking(False)
    counts['accepted'] += 1
    sel.register(conn, selectors.EVENT_READ, read)


sel.register(server, selectors.EVENT_READ, accept)


def loop():
    while counts['closed'] < 61:
        for key, mask in sel.select():
            key.data(key.fileobj, mask)


thread = Thread(target=loop)
thread.start()
address = server.getsockname()
clients = [socket.create_connection(address) for _ in range(60)]
for i, c in enumerate(clients):
    c.sendall(b'client %d' % i)
print(sum(c.recv(100) == b'client %d' % i for i, c in enumerate(clients)))
rude = socket.create_connection(address)
rude.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b'\1\0\0\0\0\0\0\0')
rude.close()
clients[0].shutdown(socket.SHUT_WR)
print(clients[0].recv(10))
for c in clients:
    c.close()
thread.join()
print(counts)
