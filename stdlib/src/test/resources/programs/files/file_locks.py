"""Locks of files, descriptors that refuse to wait, and the numbers of exits."""
import errno
import fcntl
import os
import tempfile
import threading


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


path = tempfile.mktemp()
a, b = open(path, 'w+'), open(path, 'r+')
fcntl.flock(a, fcntl.LOCK_EX)
show(fcntl.flock, b, fcntl.LOCK_EX | fcntl.LOCK_NB)
show(fcntl.flock, b.fileno(), fcntl.LOCK_SH | fcntl.LOCK_NB)
order = []


def wait_for_it():
    fcntl.flock(b, fcntl.LOCK_EX)
    order.append('got it')
    fcntl.flock(b, fcntl.LOCK_UN)


thread = threading.Thread(target=wait_for_it)
thread.start()
order.append('released')
fcntl.flock(a, fcntl.LOCK_UN)
thread.join()
print(order)
show(fcntl.lockf, a, fcntl.LOCK_EX, 10)
show(fcntl.lockf, a, fcntl.LOCK_SH, 5, 20, os.SEEK_SET)
show(fcntl.lockf, a, fcntl.LOCK_UN)
show(fcntl.flock, 9999, fcntl.LOCK_EX)
show(fcntl.flock, -1, fcntl.LOCK_EX)
show(fcntl.flock, 'x', fcntl.LOCK_EX)
a.close()
show(fcntl.flock, b, fcntl.LOCK_EX | fcntl.LOCK_NB)
b.close()
os.remove(path)

r, w = os.pipe()
print(os.get_blocking(r), os.get_blocking(w))
os.set_blocking(r, False)
print(os.get_blocking(r), os.get_blocking(w))
show(os.read, r, 10)
os.write(w, b'abc')
show(os.read, r, 10)
flags = fcntl.fcntl(w, fcntl.F_GETFL)
fcntl.fcntl(w, fcntl.F_SETFL, flags | os.O_NONBLOCK)
written = 0
try:
    while True:
        written += os.write(w, b'x' * 4096)
except BlockingIOError as e:
    print(e.errno == errno.EAGAIN, written >= 4096)
print(bool(fcntl.fcntl(w, fcntl.F_GETFL) & os.O_NONBLOCK), fcntl.fcntl(r, fcntl.F_GETFD))
os.set_blocking(r, True)
print(len(os.read(r, 100)))
os.close(w)
os.close(r)
show(os.get_blocking, r)
show(os.set_blocking, r, False)
r, w = os.pipe2(os.O_NONBLOCK)
show(os.read, r, 1)
print(os.EX_OK, os.EX_USAGE, os.EX_DATAERR, os.EX_SOFTWARE, os.EX_CONFIG, os.EX_NOPERM)
