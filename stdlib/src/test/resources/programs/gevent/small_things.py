"""Copies of sockets, files of strange descriptors, exported names."""

import gevent
from gevent import socket
from gevent.fileobject import FileObject


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as e:
        return type(e).__name__, str(e)


first = socket.socket()
first.settimeout(3)
second = first.dup()
print(second.gettimeout(), type(second) is socket.socket, type(second).__module__)
first.setblocking(False)
third = first.dup()
print(third.gettimeout(), third.getblocking(), second.gettimeout())
for each in first, second, third:
    each.close()

print(attempt(FileObject, -1, 'rb'))
print('fork' in gevent.__all__, gevent.get_hub().minimal_ident)
names = {}
exec('from gevent.subprocess import *', names)
print([name for name in ('os', 'sys', 'time', 'io', 'select') if name in names], 'Popen' in names)
import gevent.select
print(attempt(gevent.select.poll().modify, 99, 1), attempt(gevent.select.poll().unregister, 99))
