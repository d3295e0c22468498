"""A process can be ended wherever it waits, and what it waited for can be used afterwards.

CPython's queues and JoinableQueue.join hang once a process was ended in them.
"""
import multiprocessing
import multiprocessing.connection
import os
import queue
import select
import signal
import socket
import subprocess
import threading
import time


def sleep(x):
    time.sleep(100)


def waits():
    """What to wait with, each with what it needs, made in the parent."""
    q = multiprocessing.Queue()
    yield 'Queue.get', q.get, lambda: (q.put(1), q.get())
    q1 = multiprocessing.Queue()
    yield 'Queue.get with a limit', lambda: q1.get(timeout=100), lambda: (q1.put(1), q1.get())
    j = multiprocessing.JoinableQueue()
    j.put(1)
    yield 'JoinableQueue.join', j.join, lambda: (j.get(), j.task_done(), j.join())
    s = multiprocessing.SimpleQueue()
    yield 'SimpleQueue.get', s.get, lambda: (s.put(2), s.get())
    lock = multiprocessing.Lock()
    lock.acquire()
    yield 'Lock.acquire', lock.acquire, lambda: (lock.release(), lock.acquire(False))
    r = multiprocessing.RLock()
    r.acquire()
    yield 'RLock.acquire', r.acquire, lambda: (r.release(), r.acquire(False))
    sem = multiprocessing.Semaphore(0)
    yield 'Semaphore.acquire', sem.acquire, lambda: (sem.release(), sem.acquire(False))
    e = multiprocessing.Event()
    yield 'Event.wait', e.wait, e.is_set
    b = multiprocessing.Barrier(3)
    yield 'Barrier.wait', b.wait, lambda: b.parties
    a, z = multiprocessing.Pipe()
    yield 'Connection.recv', a.recv, lambda: (z.send(5), a.recv())
    a1, z1 = multiprocessing.Pipe()
    yield 'Connection.poll', lambda: a1.poll(100), lambda: (z1.send(5), a1.recv())
    a2, z2 = multiprocessing.Pipe()
    yield 'connection.wait', lambda: multiprocessing.connection.wait([a2]), lambda: a2.poll()
    a3, z3 = multiprocessing.Pipe()

    def fill():
        while True:
            z3.send_bytes(b'x' * 100000)

    yield 'Connection.send', fill, lambda: len(a3.recv_bytes())
    ours, theirs = socket.socketpair()
    yield 'socket.recv', lambda: ours.recv(1), lambda: (theirs.send(b'y'), ours.recv(1))
    ours1, theirs1 = socket.socketpair()
    yield 'select', lambda: select.select([ours1], [], []), lambda: (theirs1.send(b'y'), ours1.recv(1))
    r1, w1 = os.pipe()
    yield 'os.read', lambda: os.read(r1, 1), lambda: (os.write(w1, b'z'), os.read(r1, 1))
    yield 'sleep', lambda: time.sleep(100), lambda: None
    yield 'signal.pause', signal.pause, lambda: None
    yield 'subprocess', lambda: subprocess.run(['sleep', '5']), lambda: None

    def thread():
        t = threading.Thread(target=time.sleep, args=(100,))
        t.start()
        t.join()

    yield 'Thread.join', thread, lambda: None
    yield 'queue.Queue.get', lambda: queue.Queue().get(), lambda: None
    full = queue.Queue(1)
    full.put(1)
    yield 'queue.Queue.put', lambda: full.put(2), full.full

    def threads_lock():
        mine = threading.Lock()
        with mine, mine:
            pass

    yield 'threading.Lock', threads_lock, lambda: None

    def condition():
        c = threading.Condition()
        with c:
            c.wait()

    yield 'threading.Condition.wait', condition, lambda: None
    yield 'threading.Event.wait', lambda: threading.Event().wait(), lambda: None
    yield 'threading.Barrier.wait', lambda: threading.Barrier(2).wait(), lambda: None

    def inner():
        p = multiprocessing.Process(target=time.sleep, args=(1,))
        p.start()
        p.join()

    yield 'Process.join', inner, lambda: None

    def pool():
        with multiprocessing.Pool(1) as workers:
            workers.map(sleep, [1])

    yield 'Pool.map', pool, lambda: None

    def manager():
        with multiprocessing.Manager() as m:
            m.Event().wait()

    yield 'Manager', manager, lambda: None
    yield 'endless loop', endless, lambda: None


def endless():
    while True:
        pass


def child(ready, wait):
    ready.send(1)
    wait()
    print('went on')


if __name__ == '__main__':
    for name, wait, after in waits():
        for end in 'terminate', 'kill':
            if name in ('Pool.map', 'Manager') and end == 'kill':
                continue  # their own processes would be left behind
            here, there = multiprocessing.Pipe()
            p = multiprocessing.Process(target=child, args=(there, wait))
            p.start()
            here.recv()
            time.sleep(0.01)
            getattr(p, end)()
            p.join()
            print(name, end, p.exitcode, p.is_alive())
        print('  then', after())
