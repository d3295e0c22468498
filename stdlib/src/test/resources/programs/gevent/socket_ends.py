"""Files of sockets in both directions; who waits when a direction is shut."""

import gevent
from gevent import select, socket

gevent.get_hub().exception_stream = None


def shown(name, function, *args, **kwargs):
    try:
        print(name, repr(function(*args, **kwargs)))
    except Exception as ex:
        print(name, type(ex).__name__, ex)


a, b = socket.socketpair()
for mode, size in ('rwb', -1), ('rw', -1), ('rb', 0), ('wb', 0), ('rwb', 0), ('r', 1), ('w', -1):
    f = a.makefile(mode, size)
    print(mode, size, type(f).__name__, f.readable(), f.writable(), f.closed)
    f.close()
    print(f.closed, a.fileno() >= 0)
shown('text', a.makefile, 'r', 0)
f, g = a.makefile('rw', encoding='utf-8'), b.makefile('rwb')
f.write('grüße\n')
f.flush()
print(g.readline())
g.write(b'back\nagain\n')
g.flush()
print(f.readline(), next(f))
raw = a.makefile('rwb', 0)
print(raw.write(b'raw'), g.read(3), raw.mode, raw.name == a.fileno())
g.write(b'1\n2\n')
g.flush()
print(raw.readline(), raw.read(10))
a.close()
print(a.fileno() >= 0)
for each in f, raw:
    each.close()
print(a.fileno(), g.read())
shown('closed', raw.read)
g.close()
b.close()

for how in socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR:
    a, b = socket.socketpair()
    reader = gevent.spawn(a.recv, 1)
    gevent.sleep(0)
    a.shutdown(how)
    if how == socket.SHUT_WR:
        b.send(b'x')
    shown('shut %d' % how, reader.get)
    a.close()
    b.close()
shown('select', select.select, [], [], [], 'x')
shown('poll', select.poll().poll, 'x')
