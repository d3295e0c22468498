"""Locks and semaphores: arguments, errors, what they print."""
import re
import threading


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def show(x):
    print(re.sub(r'0x[0-9a-f]+', '0x', re.sub(r'owner=[1-9]\d*', 'owner=N', repr(x))))


lock = threading.Lock()
show(lock)
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
show(lock)
attempt(lock.acquire, False, 1)
attempt(lock.acquire, True, -2)
attempt(lock.acquire, timeout='x')
attempt(lock.acquire, timeout=1e20)
lock.release()
attempt(lock.release)
with lock as got:
    print(got, lock.locked())
print(type(lock).__name__, type(lock).__module__)
attempt(type(lock))

r = threading.RLock()
show(r)
print(r.acquire(), r.acquire(), r.acquire(blocking=False))
show(r)
other = []
t = threading.Thread(target=lambda: other.append(r.acquire(False)))
t.start()
t.join()
print(other)
t = threading.Thread(target=lambda: attempt(r.release))
t.start()
t.join()
r.release()
r.release()
r.release()
attempt(r.release)
show(r)

s = threading.Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(False), s.acquire(timeout=0.01))
s.release(2)
attempt(s.release, 0)
attempt(s.acquire, False, 1)
attempt(threading.Semaphore, -1)
with s as got:
    print(got)
b = threading.BoundedSemaphore(1)
b.acquire()
b.release()
attempt(b.release)
attempt(b.release, n=2)
show(s)
show(b)
attempt(threading.Semaphore, 'x')

a, b = threading.Lock(), threading.Lock()
count = 0


def add():
    global count
    for i in range(200):
        with a:
            c = count
            count = c + 1


ts = [threading.Thread(target=add) for i in range(5)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(count)
