"""How many threads a pool has, and futures that greenlets wait for."""
import concurrent.futures
import time

import gevent
from gevent.threadpool import ThreadPool, ThreadPoolExecutor

pool = ThreadPool(3)
print(pool.size, pool.maxsize, len(pool))
pool.size = 2
print(pool.size)
pool.maxsize = 5
pool.size = 0
print(pool.size, pool.maxsize)
for name, value in [('size', 100), ('size', -1), ('maxsize', -1), ('maxsize', 'x')]:
    try:
        setattr(pool, name, value)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(pool.apply(lambda: 'still works'), pool.adjust())
pool.kill()
print(pool.size, pool.apply(lambda: 'and again'))
pool.kill()

idle = ThreadPool(1, idle_task_timeout=0.02)
print(idle.apply(lambda: idle.size))
gevent.sleep(0.2)
print(idle.size)

executor = ThreadPoolExecutor(2)
print(isinstance(executor, concurrent.futures.Executor))
future = executor.submit(time.sleep, 0.01)
print(len(gevent.wait([future], timeout=2)), future.done())
print([each.result() for each in gevent.iwait([executor.submit(int, '7')])])
executor.shutdown()
