"""A socket that is closed ends the waits of other greenlets for it."""
import gevent
from gevent import socket

gevent.get_hub().exception_stream = None
a, b = socket.socketpair()
reader = gevent.spawn(a.recv, 1)
gevent.sleep(0)
print(a.closed, a.ref, a.hub is gevent.get_hub())
a.close()
reader.join()
print(repr(reader.exception), a.closed, a.fileno())
try:
    a.recv(1)
except OSError as e:
    print(e)
b.close()

listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(1)
accepting = gevent.spawn(listener.accept)
gevent.sleep(0)
listener.close()
accepting.join()
print(repr(accepting.exception))
