"""Threads and processes have attributes that the program can list, as classes of Python have."""

import inspect
import multiprocessing
import queue
import threading
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.connection import address_type


def tell(call):
    try:
        print('ok', call())
    except Exception as e:
        print(type(e).__name__, e)


for made in (threading.Thread(), multiprocessing.Process()):
    made.note = 'mine'
    print('note' in dir(made), vars(made)['note'], hasattr(made, '__dict__'))
    made.__dict__['other'] = 1
    print(made.other, 'other' in dir(made))
    del made.note
    print(hasattr(made, 'note'))


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.results = []


print(vars(Worker())['results'])


class Repeated(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


ticks = []
three = threading.Event()


def tick(step):
    ticks.append(step)
    if len(ticks) == 3:
        three.set()


timer = Repeated(0.001, tick, args=(2,))
print({'args', 'finished', 'function', 'interval', 'kwargs'} <= set(dir(timer)))
timer.start()
three.wait()
timer.cancel()
timer.join()
print(ticks[:3], timer.interval, timer.args, timer.kwargs)

# ---- signatures of what belongs to an object leave the object out
print(inspect.signature([].append), inspect.signature(list.append))
print(inspect.signature(len), inspect.signature(''.join), inspect.signature(str.join))
thread, q = threading.Thread(), queue.Queue()
for bound in (q.put, q.get, thread.start, thread.join, threading.Condition().wait_for,
              threading.Event().wait, multiprocessing.Queue().put, multiprocessing.Pool,
              multiprocessing.Value, multiprocessing.Process().join,
              multiprocessing.Pipe()[0].send_bytes):
    print(bound.__name__, inspect.signature(bound))
print(inspect.signature(threading.Thread.join), inspect.signature(queue.Queue.put))

# ---- an address that is none
for address in (None, '', b'x', 3, [], ('localhost', 1), 'file'):
    tell(lambda: address_type(address))
tell(lambda: SharedMemoryManager().SharedMemory(size=9))
