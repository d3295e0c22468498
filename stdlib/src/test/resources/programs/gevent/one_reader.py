"""A socket serves one greenlet that reads and one that writes."""

import gevent
import gevent.select
from gevent import socket
from gevent.exceptions import ConcurrentObjectUseError


def attempt(function, *args):
    try:
        return function(*args)
    except BaseException as e:
        return type(e).__name__, isinstance(e, AssertionError), str(e).split(':')[0]


a, b = socket.socketpair()


def reader(s, name):
    got = attempt(s.recv, 10)
    print('reader', name, got if isinstance(got, tuple) else len(got))


def together(*greenlets):
    gevent.sleep(0.01)
    return greenlets


# the second is refused, the first not disturbed
both = together(gevent.spawn(reader, a, 'first'), gevent.spawn(reader, a, 'second'))
b.sendall(b'x')
gevent.joinall(both)

# after a timeout, and after the death of the one who waited, others may
a.settimeout(0.01)
print(attempt(a.recv, 1))
print(attempt(a.recv, 1))
a.settimeout(None)
killed = gevent.spawn(reader, a, 'killed')
gevent.sleep(0)
killed.kill()

# one reads while another writes
waiting = gevent.spawn(reader, a, 'beside a writer')
gevent.sleep(0)
a.sendall(b'hi')
print(b.recv(2))
b.sendall(b'z')
waiting.join()

# another object for the same connection may
other = a.dup()
both = together(gevent.spawn(reader, a, 'either'), gevent.spawn(reader, other, 'either'))
b.sendall(b'z')
gevent.sleep(0.05)
b.sendall(b'y')
gevent.joinall(both)
other.close()

# writers
SIZE = 5000000


def writer(name):
    print('writer', name, attempt(a.sendall, b'x' * SIZE))


both = together(gevent.spawn(writer, 'first'), gevent.spawn(writer, 'second'))
got = 0
while got < SIZE:
    got += len(b.recv(1000000))
gevent.joinall(both)

# who accepts
listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen()


def accept(name):
    got = attempt(listener.accept)
    print('accept', name, got if len(got) == 3 else 'accepted')
    if len(got) == 2:
        got[0].close()


both = together(gevent.spawn(accept, 'first'), gevent.spawn(accept, 'second'))
socket.create_connection(listener.getsockname()).close()
gevent.joinall(both)
listener.close()

# the end of the socket is told to the one who waits
waiting = gevent.spawn(reader, a, 'closed')
gevent.sleep(0)
a.close()
waiting.join()

# what only looks may be many
r, w = socket.socketpair()


def looks(name):
    print('select', attempt(gevent.select.select, [r], [], [])[1:])


def waits(name):
    print('wait_read', attempt(socket.wait_read, r.fileno()))


all = together(gevent.spawn(looks, 1), gevent.spawn(looks, 2))
w.send(b'x')
gevent.joinall(all)
r.recv(1)
all = together(gevent.spawn(waits, 1), gevent.spawn(waits, 2))
w.send(b'x')
gevent.joinall(all)
r.close()
w.close()
b.close()
