"""Two sides that talk in turns, and what may come instead of an answer."""

import select
import socket
import threading


def answer(conn):
    while True:
        data = conn.recv(100)
        if not data:
            break
        conn.sendall(data.upper())
    conn.close()


a, b = socket.socketpair()
thread = threading.Thread(target=answer, args=(b,))
thread.start()
for i in range(100):
    a.sendall(b"message %d" % i)
    got = a.recv(100)
    if got != b"MESSAGE %d" % i:
        print("wrong", got)

# Several messages before the answers are read.
for i in range(50):
    a.sendall(b"x")
got = b""
while len(got) < 50:
    got += a.recv(100)
print(got)

# One that does not wait, and one that waits for a time.
a.setblocking(False)
try:
    a.recv(100)
except BlockingIOError as e:
    print("BlockingIOError", e.errno)
a.settimeout(0.01)
try:
    a.recv(100)
except TimeoutError as e:
    print("TimeoutError", e)
a.setblocking(True)
a.sendall(b"again")
print(a.recv(3), a.recv(2))
a.sendall(b"look")
print(a.recv(2, socket.MSG_PEEK), a.recv(100))

# The end, after which every read finds the end.
a.shutdown(socket.SHUT_WR)
print(a.recv(100), a.recv(100), a.recv(1))
thread.join()
a.close()

# Data that are there when the wait begins, and an end behind them.
a, b = socket.socketpair()
for i in range(40):
    b.sendall(b"ping")
    print(a.recv(100).decode(), end=" ")
    a.sendall(b"pong")
    select.select([b], [], [])
    print(b.recv(100).decode(), end=" ")
print()
b.sendall(b"last words")
b.close()
print(a.recv(100), a.recv(100))
a.close()

# Many at once on each side, the same sockets read again and again.
pairs = [socket.socketpair() for i in range(20)]
threads = [threading.Thread(target=answer, args=(y,)) for x, y in pairs]
for t in threads:
    t.start()
total = 0
for turn in range(30):
    for k, (x, y) in enumerate(pairs):
        x.sendall(b"%d of %d" % (turn, k))
    waiting = {x for x, y in pairs}
    while waiting:
        readable, _, _ = select.select(list(waiting), [], [])
        for x in readable:
            total += len(x.recv(100))
            waiting.discard(x)
print(total)
for x, y in pairs:
    x.close()
for t in threads:
    t.join()
