"""File objects: modes, what a closed one knows, readers that get into each other's way."""

import os
import tempfile

import gevent
from gevent.fileobject import FileObjectBlock, FileObjectPosix, FileObjectThread

gevent.get_hub().exception_stream = None
folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, 'f')


def shown(name, function, *args, **kwargs):
    try:
        print(name, repr(function(*args, **kwargs)))
    except Exception as ex:
        print(name, type(ex).__name__, str(ex).replace(folder.name, 'FOLDER').split('<')[0])


for kind in FileObjectPosix, FileObjectThread, FileObjectBlock:
    print(kind.__name__)
    with kind(path, 'w') as f:
        print(f.write('one\ntwo\nthree\n'), f.writelines(['four\n']), f.closed, bool(f))
    print(f.closed, bool(f), f.name == path, 'closed_fobj=' in repr(f))
    for name in 'read', 'flush', 'fileno', 'mode', 'other':
        shown(name, lambda: getattr(f, name)())
    f.close()
    f = kind(path)
    print(f.mode, f.readline(), next(f), list(f), f.read(), f.seek(0), f.read(2), f.encoding)
    f.close()
    for mode in 'rb', 'r+b', 'wb', 'ab', 'r', 'rU', 'rt':
        f = kind(path, mode)
        print(mode, type(f.io).__name__, f.readable(), f.writable())
        f.close()
    for mode in 'q', 'rw', 'rr', '', 'b', 'rbt', 'wU', 5:
        shown('mode %r' % (mode, ), kind, path, mode)
    shown('missing', kind, os.path.join(folder.name, 'missing'))
    shown('binary text', kind, path, 'rb', encoding='utf-8')
    shown('twice', kind, path, buffering=1, bufsize=2)
    shown('none', kind, None)
    shown('float', kind, 1.5)
    with open(path, 'wb') as out:
        out.write(b'a\r\nb\n')
    with kind(path, 'r', 0) as f:
        print(type(f.io).__name__, f.readlines())
    plain = open(path, 'rb')
    f = kind(plain)
    print(f.read(), f.name == path)
    f.close()
    print(plain.closed)
    r, w = os.pipe()
    reading, writing = kind(r, 'r'), kind(w, 'w', 1)
    writing.write('line\nrest')
    print(reading.readline())
    writing.close()
    print(reading.read())
    reading.close()
    shown('gone', os.fstat, 9999)

# Without a buffer: one that reads, one that comes too late.
r, w = os.pipe()
f = FileObjectPosix(r, 'rb', 0)
first, second = gevent.spawn(f.read, 1), gevent.spawn(f.read, 1)
gevent.sleep(0.01)
os.write(w, b'xy')
gevent.joinall([first, second])
print(first.value, type(second.exception).__name__)
print(f.read(1))

# Closed while somebody reads.
reader = gevent.spawn(f.read, 1)
gevent.sleep(0.01)
f.close()
shown('reader', reader.get)
os.close(w)
r, w = os.pipe()
f = FileObjectPosix(r, 'rb')
reader = gevent.spawn(f.read, 1)
gevent.sleep(0.01)
shown('close', f.close)
reader.kill()
os.close(w)

# A reader that was killed leaves what comes to others.
r, w = os.pipe()
f = FileObjectPosix(r, 'rb')
reader = gevent.spawn(f.read, 1)
gevent.sleep(0.01)
reader.kill()
os.write(w, b'z')
print(f.read(1))
f.close()
os.close(w)
folder.cleanup()
