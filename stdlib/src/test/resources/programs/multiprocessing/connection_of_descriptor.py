"""Connections made from descriptors that the program has."""

import multiprocessing
import os
import socket
import struct
from multiprocessing.connection import Connection, wait


def tell(call):
    try:
        print('ok', call())
    except Exception as e:
        print(type(e).__name__, e)


def pipe():
    r, w = os.pipe()
    return Connection(r, writable=False), Connection(w, readable=False)


def pair():
    a, b = socket.socketpair()
    return Connection(a.detach()), Connection(b.detach())


# ---- what is refused
for arguments in ((), ('a',), (1.5,), (-1,), (7, False, False), (None,)):
    tell(lambda: Connection(*arguments))
tell(lambda: Connection(7, readable=False, writable=False))


class Index:
    def __index__(self):
        return -2


tell(lambda: Connection(Index()))
unmade = Connection.__new__(Connection)
print(unmade.closed)
tell(lambda: unmade.send(1))

# ---- a pipe, one way
reader, writer = pipe()
print(type(reader) is Connection, type(reader).__name__, type(reader).__module__)
print(reader.readable, reader.writable, reader.closed, writer.readable, writer.writable)
print(repr(reader)[:46])
tell(lambda: reader.send(1))
tell(lambda: reader.send_bytes(b'x'))
tell(writer.recv)
tell(writer.recv_bytes)
tell(writer.poll)
print(reader.poll(), reader.poll(0.01), wait([reader], 0))
writer.send({'a': [1, 2.5, None], 'b': ('x', b'y')})
print(reader.poll(), wait([reader], 1) == [reader])
print(reader.recv())
writer.send_bytes(b'0123456789', 2, 5)
writer.send_bytes(bytearray(b'abc'), 1)
writer.send_bytes(b'')
print(reader.recv_bytes(), reader.recv_bytes(100), reader.recv_bytes())
for arguments in ((b'abc', -1), (b'abc', 4), (b'abc', 1, -1), (b'abc', 1, 3), ('text',)):
    tell(lambda: writer.send_bytes(*arguments))
tell(lambda: reader.recv_bytes(-1))
writer.send_bytes(b'hello')
room = bytearray(8)
print(reader.recv_bytes_into(room, 2), room)
writer.send_bytes(b'too long for it')
tell(lambda: reader.recv_bytes_into(room, 2))
tell(lambda: reader.recv_bytes_into(room, -1))
tell(lambda: reader.recv_bytes_into(room, 9))
writer.send_bytes(b'12345')
tell(lambda: reader.recv_bytes(4))
print(reader.closed)
tell(lambda: writer.send(1))
writer.close()

# ---- bytes that are no messages, and ends of file
reader, writer = pipe()
os.write(writer.fileno(), struct.pack('!i', 3) + b'raw')
print(reader.recv_bytes())
os.write(writer.fileno(), struct.pack('!i', 10) + b'part')
writer.close()
tell(reader.recv_bytes)
print(reader.poll(), wait([reader]) == [reader])
tell(reader.recv)
reader.close()
reader.close()
print(reader.closed)
for call in (reader.fileno, reader.recv, reader.poll, lambda: reader.send(1)):
    tell(call)

# ---- sockets, both ways
a, b = pair()
a.send('ping')
print(b.recv())
b.send(['pong'])
print(a.recv())
big = os.urandom(300_000)


def echo(connection):
    while True:
        try:
            message = connection.recv_bytes()
        except EOFError:
            break
        connection.send_bytes(message)
    connection.send('end')
    connection.close()


child = multiprocessing.Process(target=echo, args=(b,))
child.start()
b.close()
a.send_bytes(big)
print(a.recv_bytes() == big)
copy = socket.socket(fileno=os.dup(a.fileno()))
copy.shutdown(socket.SHUT_WR)
copy.close()
print(a.recv())
tell(a.recv)
child.join()
print(child.exitcode)
a.close()

a, b = pair()
b.send_bytes(b'long message')
tell(lambda: a.recv_bytes(3))
print(a.closed, a.readable, a.writable)
tell(a.recv)
a.send(1)
print(b.recv())
with a:
    pass
print(a.closed)
tell(b.recv)

# ---- in messages: another descriptor of the same thing
reader, writer = pipe()
here, there = multiprocessing.Pipe()


def take(connection):
    given = connection.recv()
    given.send(('from the child', given.readable, given.writable))
    given.close()
    connection.send('done')


child = multiprocessing.Process(target=take, args=(there,))
child.start()
here.send(writer)
print(here.recv())
child.join()
writer.close()
print(reader.recv())
tell(reader.recv)
reader.close()

# ---- a class below it, and descriptors that are not open
class Mine(Connection):
    def greet(self, name):
        self.send('hello ' + name)


r, w = os.pipe()
mine = Mine(w, readable=False)
other = Connection(os.dup(r))
mine.greet('you')
print(other.recv(), isinstance(mine, Connection))
mine.close()
os.close(r)
tell(other.recv)
os.close(other.fileno())
tell(other.recv)
print(other.poll())
tell(other.close)
tell(other.close)
