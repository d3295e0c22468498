# What is said of timeouts that are none.
import pickle
import queue
import threading

event, condition, lock = threading.Event(), threading.Condition(), threading.Lock()
semaphore, barrier = threading.Semaphore(0), threading.Barrier(2)
fifo, full, simple = queue.Queue(), queue.Queue(1), queue.SimpleQueue()
full.put(1)
go = threading.Event()
thread = threading.Thread(target=go.wait)
thread.start()


def show(name, call):
    try:
        print(name, call())
    except Exception as e:
        print(name, type(e).__name__, e)


for value in ('x', [], b'1'):
    show('event', lambda: event.wait(value))
    with condition:
        show('condition', lambda: condition.wait(value))
        show('wait_for', lambda: condition.wait_for(lambda: False, value))
    show('semaphore', lambda: semaphore.acquire(timeout=value))
    show('barrier', lambda: barrier.wait(value))
    barrier.reset()
    show('get', lambda: fifo.get(timeout=value))
    show('put', lambda: full.put(1, timeout=value))
    show('simple', lambda: simple.get(timeout=value))
    show('join', lambda: thread.join(value))
    show('lock', lambda: lock.acquire(timeout=value))
for value in (float('nan'), float('inf'), 1e20, 10**30, 10**10, 1e10, 9223372036.5, -2):
    show('lock', lambda: lock.acquire(timeout=value))
    show('lock', lambda: lock.acquire(False, value))
    show('rlock', lambda: threading.RLock().acquire(True, value))
go.set()
thread.join()
for each in (threading.RLock(), threading.local(), simple):
    for protocol in (0, 1, 2):
        show(protocol, lambda: pickle.dumps(each, protocol))
