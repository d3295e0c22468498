"""What is wrong with a patched thread is told as with any other; threads are daemons as those that make them."""
from gevent import monkey
monkey.patch_all()
import threading
import time

import gevent


def tell(function, *args):
    try:
        print(function(*args))
    except (AssertionError, RuntimeError, ValueError) as e:
        print(type(e).__name__, e)


class Empty(threading.Thread):
    def __init__(self):
        pass


for name in ('start', 'join', 'is_alive', '__repr__'):
    tell(getattr(Empty(), name))
thread = threading.Thread(target=time.sleep, args=(0.01, ))
tell(thread.join)
thread.start()
tell(setattr, thread, 'daemon', True)
tell(thread.start)
thread.name = 'renamed'
print(thread.name, thread.daemon, thread.is_alive())
thread.join()
tell(thread.start)
tell(threading.Thread, 1)

made = []


def make():
    made.append(threading.Thread().daemon)


for daemon in (True, False):
    thread = threading.Thread(target=make, daemon=daemon)
    thread.start()
    thread.join()
gevent.spawn(make).join()
print(made)
thread = threading.Thread(daemon=True)
thread.daemon = False
print(thread.daemon, threading.Timer(1, print).daemon)


class Worker(threading.Thread):
    daemon = True

    def run(self):
        made.append((threading.current_thread() is self, self.ident == threading.get_ident()))


worker = Worker()
worker.start()
worker.join()
print(made[-1], worker.daemon)
