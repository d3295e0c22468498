# Who waits when a pool of threads has enough to do; who may give it something to do.
import threading
import time
import gevent
from gevent.exceptions import InvalidThreadUseError
from gevent.threadpool import ThreadPool


def late(n):
    time.sleep(0.05 * n)
    return n


pool = ThreadPool(1)
results = [pool.spawn(late, 1), pool.spawn(late, 2)]
print([str(result) for result in results], len(pool), pool.size)
print([result.get() for result in results], pool.size, len(pool))
print(gevent.with_timeout(5, pool.map, late, range(3)), pool.size)
pool.maxsize = 3
pool.size = 3
print(pool.size, pool.maxsize)
pool.size = 0
pool.maxsize = 1
print(pool.size, pool.apply(late, (1, )), pool.size)
refused = []


def foreign():
    try:
        pool.spawn(late, 0)
    except InvalidThreadUseError as e:
        refused.append(repr(e))


thread = threading.Thread(target=foreign)
thread.start()
thread.join()
print(refused)
pool.kill()
empty = ThreadPool(0)
print(str(gevent.with_timeout(5, empty.spawn, late, 1)), len(empty))
