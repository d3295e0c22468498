"""Processes that work with queues, pipes, locks and a pool while random ones are ended.

Every message that its sender has noted as sent must arrive once, messages of one sender in
order; every task of the pool has a result or a ProcessError; nothing is left at the end.
"""
import _chaos
import multiprocessing
import os
import queue
import random
import sys
import threading
import time

COUNT = _chaos.processes()
ALIVE = 40
rng = random.Random(_chaos.seed())


def sends_to_queue(number, q, sent, lock):
    for i in range(rng_of(number).randrange(1, 30)):
        q.put((number, i, 'x' * (i * 50)))
        sent[number] = i + 1
        if i % 7 == 0:
            time.sleep(0)


def sends_to_pipe(number, w, sent, lock):
    for i in range(rng_of(number).randrange(1, 30)):
        w.send((number, i, {'text': 'y' * (i * 100)}))
        sent[number] = i + 1
    w.close()


def sends_connection(number, w, sent, lock):
    r2, w2 = multiprocessing.Pipe(False)
    w.send((number, 0, r2))
    sent[number] = 1
    r2.close()
    w2.send('inside')
    w.close()


def works_with_locks(number, q, sent, lock):
    for i in range(rng_of(number).randrange(1, 20)):
        if lock.acquire(timeout=0.001):
            time.sleep(0)
            lock.release()
    q.put((number, 0, ''))
    sent[number] = 1


def has_children(number, q, sent, lock):
    ps = [multiprocessing.Process(target=sends_to_queue, args=(number, q, sent, lock)),
          multiprocessing.Process(target=time.sleep, args=(0.5,), daemon=True)]
    for p in ps:
        p.start()
    ps[0].join()


def has_threads(number, q, sent, lock):
    local = queue.Queue()
    threads = [threading.Thread(target=local.put, args=(i,)) for i in range(5)]
    for t in threads:
        t.start()
    for t in threads:
        local.get()
    q.put((number, 0, 'threads'))
    sent[number] = 1


def spins(number, q, sent, lock):
    end = time.monotonic() + 0.01
    while time.monotonic() < end:
        pass
    q.put((number, 0, 'spun'))
    sent[number] = 1


def rng_of(number):
    return random.Random(number)


def square(x):
    if x % 50 == 0:
        time.sleep(0.01)
    return x * x


def exits(x):
    if x % 3 == 0:
        os._exit(5)
    return x


class Main:
    def __init__(self):
        self.q = multiprocessing.Queue()
        self.sent = multiprocessing.RawArray('i', COUNT)
        self.locks = [multiprocessing.Lock() for _ in range(3)]
        self.got = {}
        self.running = []
        self.readers = []
        self.codes = {}
        self.problems = []

    def note(self, number, i):
        if self.got.get(number, 0) != i:
            self.problems.append('message %d of %d came after %d' % (i, number, self.got.get(number, 0)))
        self.got[number] = i + 1

    def read_pipe(self, number, r):
        while True:
            try:
                sender, i, content = r.recv()
            except EOFError:
                break
            self.note(sender, i)
            if not isinstance(content, dict):
                try:
                    content.recv()
                except EOFError:
                    pass
                content.close()
        r.close()

    def drain(self):
        while True:
            try:
                number, i, content = self.q.get_nowait()
            except queue.Empty:
                return
            self.note(number, i)

    def start(self, number):
        kind = rng.choice((sends_to_queue, sends_to_queue, sends_to_pipe, sends_to_pipe, sends_connection,
                           works_with_locks, has_children, has_threads, spins))
        lock = rng.choice(self.locks)
        if kind in (sends_to_pipe, sends_connection):
            r, w = multiprocessing.Pipe(False)
            p = multiprocessing.Process(target=kind, args=(number, w, self.sent, lock))
            p.start()
            w.close()
            t = threading.Thread(target=self.read_pipe, args=(number, r))
            t.start()
            self.readers.append(t)
        else:
            p = multiprocessing.Process(target=kind, args=(number, self.q, self.sent, lock))
            p.start()
        self.running.append(p)

    def reap(self):
        still = []
        for p in self.running:
            if p.is_alive():
                still.append(p)
            else:
                p.join()
                self.codes[p.exitcode] = self.codes.get(p.exitcode, 0) + 1
                p.close()
        self.running = still

    def disturb(self):
        if self.running and rng.random() < 0.6:
            victim = rng.choice(self.running)
            rng.choice((victim.terminate, victim.kill))()

    def processes(self):
        for number in range(COUNT):
            while len(self.running) >= ALIVE:
                self.disturb()
                time.sleep(0.001)
                self.drain()
                self.reap()
            self.start(number)
            if rng.random() < 0.3:
                self.disturb()
        while self.running:
            self.disturb()
            self.drain()
            self.reap()
            time.sleep(0.001)
        for t in self.readers:
            t.join()

    def pool(self):
        with multiprocessing.Pool(4) as pool:
            results = [pool.apply_async(square, (i,)) for i in range(COUNT)]
            for _ in range(10):
                children = multiprocessing.active_children()
                if children:
                    rng.choice(children).kill()
                time.sleep(0.002)
            lost = 0
            for i, r in enumerate(results):
                try:
                    if r.get(300) != i * i:
                        self.problems.append('wrong result')
                except multiprocessing.ProcessError:
                    lost += 1
            if lost > 10:
                self.problems.append('%d tasks lost by 10 kills' % lost)
            lost = 0
            for r in [pool.apply_async(exits, (i,)) for i in range(60)]:
                try:
                    r.get(300)
                except multiprocessing.ProcessError:
                    lost += 1
            if lost != 20:
                self.problems.append('%d of 20 tasks lost' % lost)

    def check(self):
        time.sleep(0.05)
        end = time.monotonic() + 60
        while _chaos.processes_alive() > 1 and time.monotonic() < end:
            time.sleep(0.01)
        self.drain()
        for number in range(COUNT):
            if self.sent[number] > self.got.get(number, 0):
                self.problems.append('%d noted %d messages as sent, %d came' % (
                    number, self.sent[number], self.got.get(number, 0)))
        if _chaos.processes_alive() != 1:
            self.problems.append('%d processes are left' % _chaos.processes_alive())


if __name__ == '__main__':
    before = _chaos.handles(), _chaos.tasks()
    main = Main()
    main.processes()
    main.pool()
    main.check()
    after = _chaos.handles(), _chaos.tasks()
    if before != after:
        main.problems.append('handles and tasks: %s before, %s after' % (before, after))
    if sum(main.codes.values()) != COUNT:
        main.problems.append('%d ends of %d' % (sum(main.codes.values()), COUNT))
    for code in main.codes:
        if code not in (0, -9, -15):
            main.problems.append('exit code %d' % code)
    print('\n'.join(main.problems[:20]) or 'all is well')
