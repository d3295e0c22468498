# Limits in time that are over before they begin, or are none; what waits is left as it was.
import gevent
from gevent.event import AsyncResult, Event
from gevent.lock import BoundedSemaphore, RLock, Semaphore


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return type(e).__name__, e.args


for kind in Semaphore, BoundedSemaphore:
    lock = kind(0)
    for limit in -1, -0.5, 0, 0.01:
        print(limit, lock.acquire(timeout=limit), lock.acquire(True, limit), lock.wait(limit))
    print(tried(lock.acquire, timeout='x'), tried(lock.wait, 'x'), lock.linkcount())
    print(kind(2.5).counter, tried(kind, 'x'), tried(kind, -1))
event = Event()
print(event.wait(-1), tried(event.wait, 'x'), event.linkcount())
result = AsyncResult()
print(result.wait(-1), tried(result.get, timeout='x'), result.linkcount())
lock = RLock()
gevent.spawn(lock.acquire).join()
print(lock.acquire(timeout=-1), lock.acquire(timeout=0.01))
print(tried(gevent.idle, 'x'), gevent.idle(2))
print(gevent.version_info.major, gevent.version_info[:3], gevent.version_info)
config = gevent.config
print(tried(getattr, config, 'nothing'))
for value in 'x', -1, 0, '0.25', 0.5, None:
    print(repr(value), tried(setattr, config, 'max_blocking_time', value), config.max_blocking_time)
print(tried(setattr, config, 'resolver', 'nothing'))
print([tried(setattr, config, 'resolver', name)[0] for name in ('no.such', 'gevent.nothing')])
