# What servers listen at, what they have before and after, what they print when a handle fails.
import io
import re
import gevent
from gevent import socket
from gevent.baseserver import BaseServer, parse_address
from gevent.server import DatagramServer, StreamServer


def tried(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return type(e).__name__, e.args


for each in (('', 1), ('::1', 1), ('h', 1), '5', 5, ':5', '*:5', '[::1]:5', '::1:5', 'h:x', 'x',
             '127.0.0.1', b'h:5', None, 1.5):
    print(repr(each), tried(parse_address, each))


def echo(connection, address):
    connection.sendall(connection.recv(10))


server = StreamServer(('127.0.0.1', 0), echo)
print(hasattr(server, 'socket'), hasattr(server, 'handle'), server.closed, server.started)
server.start()
print(hasattr(server, 'socket'), server.closed, server.started, server.server_port > 0)
server.stop()
print(hasattr(server, 'socket'), hasattr(server, 'handle'), server.closed, server.started)
print(tried(server.start))
base = BaseServer(('127.0.0.1', 0), echo)
print(tried(base.start), base.started)

hub = gevent.get_hub()
hub.exception_stream = io.StringIO()


def fails(*args):
    raise ValueError('handled badly')


for make in StreamServer, DatagramServer:
    server = make(('127.0.0.1', 0), fails)
    server.start()
    if make is StreamServer:
        client = socket.create_connection(server.address)
        print(client.recv(10))
    else:
        client = socket.socket(type=socket.SOCK_DGRAM)
        client.sendto(b'x', server.address)
        gevent.sleep(0.05)
    client.close()
    server.stop()
lines = hub.exception_stream.getvalue().splitlines()
print([re.search(r': _handle\w+\(<function fails', line).group() for line in lines
       if 'failed with' in line])
