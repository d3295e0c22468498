"""What the picture of a timeline shows: processes, threads and greenlets at work."""

import time
from multiprocessing import Process, Queue
from threading import Lock, Thread

import gevent


def work(milliseconds):
    end = time.perf_counter() + milliseconds / 1000
    while time.perf_counter() < end:
        pass


def smith(orders, wares):
    for size in iter(orders.get, None):
        work(size)
        wares.put(size)


def sleeper():
    time.sleep(60)


def porter(lock):
    for _ in range(2):
        with lock:
            time.sleep(0.008)
        work(3)


def round_trip(milliseconds):
    gevent.sleep(milliseconds / 1000)
    work(2)


if __name__ == '__main__':
    for _ in range(20):  # everything is warm before the timeline becomes interesting
        gevent.joinall([gevent.spawn(round_trip, 0)])
    orders, wares = Queue(), Queue()
    smiths = [Process(target=smith, args=(orders, wares), name=f'Smith {i}') for i in (1, 2)]
    idler = Process(target=sleeper, name='Sleeper')
    for process in [*smiths, idler]:
        process.start()
    for size in (6, 9, 4, 7):
        orders.put(size)
    door = Lock()
    porters = [Thread(target=porter, args=(door,), name=f'Porter {i}') for i in (1, 2)]
    for thread in porters:
        thread.start()
    for _ in range(4):
        wares.get()
    for _ in smiths:
        orders.put(None)
    for each in [*smiths, *porters]:
        each.join()
    idler.kill()
    idler.join()
    gevent.joinall([gevent.spawn(round_trip, n) for n in (2, 6, 4)])
