"""Queues between threads: all classes, all methods, all errors."""
import queue
import threading


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


for make in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = make(3)
    print(make.__name__, q.maxsize, q.empty(), q.full(), q.qsize())
    for x in (2, 1, 3):
        q.put(x)
    print(q.full(), q.qsize())
    attempt(q.put, 4, False)
    attempt(q.put_nowait, 4)
    attempt(q.put, 4, timeout=0.01)
    attempt(q.put, 4, True, -1)
    print([q.get(), q.get_nowait(), q.get(False)])
    attempt(q.get, False)
    attempt(q.get_nowait)
    attempt(q.get, timeout=0.01)
    attempt(q.get, True, -1)
    for i in range(3):
        q.task_done()
    attempt(q.task_done)
    q.join()

s = queue.SimpleQueue()
print(s.empty(), s.qsize())
s.put(1)
s.put(2, block=False, timeout=3)
s.put_nowait(3)
print(s.get(), s.get(timeout=1), s.get_nowait(), s.empty())
attempt(s.get, False)
attempt(s.get, timeout=0.01)
attempt(s.get, timeout=-1)
print(issubclass(queue.Empty, Exception), issubclass(queue.Full, Exception))

q = queue.Queue(2)
got = []


def consume():
    while True:
        x = q.get()
        if x is None:
            break
        got.append(x)
        q.task_done()
    q.task_done()


ts = [threading.Thread(target=consume) for i in range(3)]
for t in ts:
    t.start()
for i in range(20):
    q.put(i)
q.join()
print(sorted(got) == list(range(20)), q.unfinished_tasks)
for t in ts:
    q.put(None)
for t in ts:
    t.join()

p = queue.PriorityQueue()
for x in [(3, 'c'), (1, 'a'), (2, 'b')]:
    p.put(x)
print([p.get() for i in range(3)])
p.put(1)
attempt(p.put, 'x')
q = queue.Queue()
for i in range(3):
    q.put(i)
print(list(q.queue), queue.Queue[int])
with q.mutex:
    q.queue.clear()
print(q.qsize(), q.empty())
