"""All modules and types, so that a start finds the code that makes them prepared."""

import builtins
import json
import multiprocessing
import os
import queue
import re
import sys
import threading
import time

for name in sys.stdlib_module_names | {
    "concurrent.futures",
    "gevent",
    "gevent.monkey",
    "gevent.pool",
    "gevent.queue",
    "gevent.server",
    "greenlet",
    "http.client",
    "http.server",
    "logging.handlers",
    "multiprocessing.connection",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "os.path",
    "requests",
    "urllib.parse",
    "urllib.request",
}:
    try:
        __import__(name)
    except ImportError:
        pass

for thing in vars(builtins).values():
    dir(thing)

print(json.loads(json.dumps({"a": [1, 2.5, None, True]})), re.sub(r"\d+", "n", "a1"), os.getcwd())


def work(items):
    items.put(threading.current_thread().name)


def ask(pipe):
    pipe.send(pipe.recv() + 1)


items = queue.Queue()
thread = threading.Thread(target=work, args=(items,))
thread.start()
thread.join()
process = multiprocessing.Process(target=work, args=(multiprocessing.Queue(),))
process.start()
process.join()
here, there = multiprocessing.Pipe()
process = multiprocessing.Process(target=ask, args=(there,))
process.start()
here.send(1)
print(here.recv())
process.join()
with multiprocessing.Pool(2) as pool:
    print(pool.map(abs, [1, -2]), pool.apply_async(abs, (-1,)).get())
with multiprocessing.Manager() as manager:
    shared = manager.dict(a=1)
    shared["a"] += 1
    print(shared)

import gevent

gevent.joinall([gevent.spawn(time.sleep, 0)])
