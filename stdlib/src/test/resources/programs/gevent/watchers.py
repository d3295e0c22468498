"""Watchers of descriptors and of child processes."""

import os

import gevent
from gevent import socket

hub = gevent.get_hub()
loop = hub.loop

# A watcher of reading calls in each round while there is something.
r, w = os.pipe()
calls = []


def readable(*args):
    calls.append((args, os.read(r, 2)))
    if len(calls) == 3:
        watcher.stop()


watcher = loop.io(r, 1)
print(watcher.active, watcher.fd == r, watcher.events & 3, watcher.callback, watcher.args)
watcher.start(readable, "an argument", 2)
print(watcher.active, watcher.callback is readable, watcher.args)
os.write(w, b"abcdef")
gevent.sleep(0.05)
print(calls, watcher.active, watcher.callback)

# With the events that came.
got = []
watcher = loop.io(r, 1)
watcher.start(lambda *args: (got.append(args), watcher.stop()), "x", pass_events=True)
os.write(w, b"!")
gevent.sleep(0.05)
print(got, os.read(r, 10))

# Writing is always possible into an empty pipe.
watcher = loop.io(w, 2)
got = []
watcher.start(lambda: (got.append("writable"), watcher.stop()))
gevent.sleep(0.05)
print(got)

# The hub waits for any watcher.
os.write(w, b"z")
print(hub.wait(loop.io(r, 1)), os.read(r, 1))
with loop.timer(0.01) as timer:
    print(hub.wait(timer))

# Sockets.
a, b = socket.socketpair()
watcher = loop.io(a.fileno(), 1)
gevent.spawn_later(0.01, b.sendall, b"data")
print(socket.wait(watcher), a.recv(10))
try:
    socket.wait(loop.io(a.fileno(), 1), timeout=0.01)
except socket.timeout as e:
    print("timeout", e)
try:
    socket.wait(loop.io(a.fileno(), 1), timeout=0.01, timeout_exc=KeyError("own"))
except KeyError as e:
    print("KeyError", e)

watcher = loop.io(a.fileno(), 1)


def waits():
    try:
        socket.wait(watcher)
    except OSError as e:
        print(type(e).__name__, e)


g = gevent.spawn(waits)
gevent.sleep(0)
socket.cancel_wait(watcher)
g.join()
print(watcher.active)

# What is wrong.
for make in (
    lambda: loop.io(-1, 1),
    lambda: loop.io(r, 16),
    lambda: loop.io(r, 1).start(None),
    lambda: loop.io(r, 1).start(5),
):
    try:
        make()
        print("no error")
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
watcher = loop.io(r, 1)
watcher.start(print)
for name in ("fd", "events"):
    try:
        setattr(watcher, name, 1)
    except AttributeError as e:
        print("AttributeError")
watcher.stop()
watcher.fd = w
watcher.events = 2
print(watcher.fd == w, watcher.events & 3)
watcher.close()

# An exception in a callback is told to the hub.
class Stream:
    def write(self, text):
        if "failed with" in text:
            print("told:", text.strip().split(" ")[-1])

    def flush(self):
        pass


hub.exception_stream = Stream()
watcher = loop.io(w, 2)


def fails():
    watcher.stop()
    raise ZeroDivisionError


watcher.start(fails)
gevent.sleep(0.05)
hub.exception_stream = None

# A child process.
loop.install_sigchld()
pid = os.fork()
if pid == 0:
    os._exit(7)
ended = []
child = loop.child(pid)
print(child.active, child.pid == pid, child.rpid)
child.start(lambda: ended.append((child.rpid == pid, os.WEXITSTATUS(child.rstatus))))
for i in range(1000):
    if ended:
        break
    gevent.sleep(0.01)
print(ended)
child.stop()

# Every round of the loop.
count = []
idle = loop.idle()
idle.start(count.append, 1)
while len(count) < 5:
    gevent.sleep(0.001)
idle.stop()
n = len(count)
gevent.sleep(0.01)
print(n == len(count))
os.close(r)
os.close(w)
