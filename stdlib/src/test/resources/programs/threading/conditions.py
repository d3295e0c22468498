"""Events, conditions, barriers, timers, thread-local data."""
import re
import threading
import time


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def show(x):
    print(re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'owner=[1-9]\d*', 'owner=N', repr(x))))


def start(target, *args):
    t = threading.Thread(target=target, args=args)
    t.start()
    return t


e = threading.Event()
show(e)
print(e.is_set(), e.wait(0.01))
e.set()
show(e)
print(e.is_set(), e.wait(), e.wait(0))
e.clear()
print(e.is_set())

c = threading.Condition()
show(c)
attempt(c.wait, 0)
attempt(c.notify)
attempt(c.notify_all)
items = []


def consume(n):
    with c:
        while len(items) < n:
            c.wait()
        seen.append(items[:n])


seen = []
ts = [start(consume, n) for n in (1, 2, 3)]
for i in range(3):
    with c:
        items.append(i)
        c.notify_all()
for t in ts:
    t.join()
print(sorted(seen))
with c:
    print(c.wait(0.01), c.wait_for(lambda: len(items) == 3), c.wait_for(lambda: 0, timeout=0.01))
l = threading.Lock()
d = threading.Condition(l)
with d:
    print(l.locked(), d.acquire(False))
    show(d)
r = threading.Condition(threading.RLock())
with r:
    with r:
        print(r.wait(0.01))

b = threading.Barrier(3, action=lambda: print('all there'))
show(b)
print(b.parties, b.n_waiting, b.broken)
order = []


def meet():
    order.append(b.wait(10))


ts = [start(meet) for i in range(3)]
for t in ts:
    t.join()
print(sorted(order), b.broken)
attempt(b.wait, 0.01)
print(b.broken)
show(b)
attempt(b.wait)
b.reset()
print(b.broken)
b.abort()
attempt(b.wait)


def bad():
    raise ValueError('action')


b = threading.Barrier(1, bad)
attempt(b.wait)
print(b.broken, issubclass(threading.BrokenBarrierError, RuntimeError))

done = []
t = threading.Timer(0.01, lambda a, b=1: done.append((a, b)), args=[5], kwargs={'b': 6})
print(t.interval, t.args, t.kwargs, isinstance(t, threading.Thread))
t.start()
t.join()
print(done)
t = threading.Timer(60, print, ['never'])
t.start()
t.cancel()
t.join()
print(t.is_alive())

box = threading.local()
box.x = 1


def local():
    print(hasattr(box, 'x'), box.__dict__)
    box.x = 2
    box.y = 3
    print(sorted(box.__dict__.items()))


start(local).join()
print(box.x, hasattr(box, 'y'), box.__dict__)


class Counter(threading.local):
    total = 0

    def __init__(self, begin):
        self.n = begin

    def add(self):
        self.n += 1
        return self.n


counter = Counter(10)
counter.add()
start(lambda: print(counter.n, counter.add(), counter.add())).join()
print(counter.n)
attempt(threading.local, 1)
attempt(lambda: box.nothing)
