"""Who asks again and again without waiting lets other greenlets run, where gevent does."""
from gevent import monkey
monkey.patch_all()
import queue
import select
import selectors
import socket
import subprocess
import threading
import time
from concurrent.futures import Future, wait

import gevent


def asks(name, question):
    ran = []
    g = gevent.spawn(ran.append, True)
    tries = 0
    while not ran and tries < 50:
        try:
            question()
        except (queue.Empty, TimeoutError, subprocess.TimeoutExpired, BlockingIOError):
            pass
        tries += 1
    print(name, bool(ran))
    g.join()


event = threading.Event()
asks('Event.wait(0)', lambda: event.wait(0))
lock = threading.Lock()
asks('Lock free', lambda: (lock.acquire(), lock.release()))
lock.acquire()
asks('Lock.acquire(False)', lambda: lock.acquire(False))
asks('Lock.acquire(timeout=0)', lambda: lock.acquire(timeout=0))
semaphore = threading.Semaphore(0)
asks('Semaphore.acquire(False)', lambda: semaphore.acquire(False))
asks('Semaphore.acquire(timeout=0)', lambda: semaphore.acquire(timeout=0))
condition = threading.Condition()


def look():
    with condition:
        condition.wait(0)


asks('Condition.wait(0)', look)
rlock = threading.RLock()


def hold():
    with rlock:
        time.sleep(0.2)


thread = threading.Thread(target=hold)
thread.start()
asks('RLock.acquire(False)', lambda: rlock.acquire(False))
asks('Thread.is_alive', thread.is_alive)
asks('Thread.join(0)', lambda: thread.join(0))
asks('Queue.get_nowait', queue.Queue().get_nowait)
one, two = socket.socketpair()
asks('select of nothing', lambda: select.select([], [], [], 0))
asks('select', lambda: select.select([one], [], [], 0))
asks('select of what is ready', lambda: select.select([], [two], []))
poll = select.poll()
poll.register(one, select.POLLIN)
asks('poll', lambda: poll.poll(0))
selector = selectors.DefaultSelector()
selector.register(one, selectors.EVENT_READ)
asks('selector', lambda: selector.select(0))
selector.register(two, selectors.EVENT_WRITE)
asks('selector of what is ready', lambda: selector.select(0))
one.setblocking(False)
asks('recv', lambda: one.recv(1))
future = Future()
asks('Future.result(0)', lambda: future.result(0))
asks('Future.done', future.done)
asks('futures.wait', lambda: wait([future], timeout=0))
child = subprocess.Popen(['sleep', '0.1'])
asks('Popen.poll', child.poll)
asks('Popen.wait(0)', lambda: child.wait(0))
while child.poll() is None:
    pass
while thread.is_alive():
    pass
print(child.returncode, rlock.acquire(False))
event.set()
asks('Event.wait of one that is set', event.wait)
for each in (one, two, selector):
    each.close()
