"""Greenlets that only the loop knows are in the trees, and print to the backdoor's connection."""
import re

import gevent
from gevent import socket
from gevent.backdoor import BackdoorServer
from gevent.util import GreenletTree

gevent.config.track_greenlet_tree = True


def child(seconds):
    gevent.sleep(seconds)


def parent():
    gevent.spawn(child, 0)
    gevent.spawn(child, 9)
    gevent.sleep(9)


def show():
    text = re.sub('0x[0-9a-f]+', '0x', str(GreenletTree.current_tree()))
    print('\n'.join(line for line in text.splitlines() if 'Hub' not in line))


gevent.spawn(parent)
gevent.sleep(0)
show()
gevent.sleep(0.02)
show()

server = BackdoorServer(('127.0.0.1', 0))
server.start()
connection = socket.create_connection(('127.0.0.1', server.server_port))
file = connection.makefile('rw', newline='\n')
file.write('import sys; sys.stderr.write("to the connection\\n")\nprint(5)\nquit()\n')
file.flush()
print([line for line in file.read().splitlines() if not line.startswith(('Python', '[', 'Type'))])
server.stop()
