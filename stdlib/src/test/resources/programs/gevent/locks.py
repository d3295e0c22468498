import gevent
from gevent.lock import *

gevent.get_hub().exception_stream = None
s=Semaphore(2)
def w(n):
    with s: print('in',n,s.counter); gevent.sleep(0.03 + n * 0.05)
    print('out',n)
gevent.joinall([gevent.spawn(w,i) for i in range(4)])
print(s.acquire(timeout=0.01), s.acquire(blocking=False), s.acquire(timeout=0.01), s.locked(), s.release())
b=BoundedSemaphore(1)
try: b.release()
except ValueError as e: print(e)
r=RLock()
with r:
    with r: print('twice', gevent.spawn(r.acquire, False).get())
try: r.release()
except RuntimeError as e: print(str(e)[:30])
