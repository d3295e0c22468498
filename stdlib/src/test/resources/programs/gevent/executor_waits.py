# Futures of gevent's ThreadPoolExecutor in wait and as_completed.
from gevent import monkey
monkey.patch_all()
import gevent
from concurrent.futures import FIRST_COMPLETED, as_completed, wait
from gevent.threadpool import ThreadPoolExecutor

sleep = monkey.get_original('time', 'sleep')
gevent.get_hub().exception_stream = None


def late(n):
    sleep(0.05 * n)
    return n


def fails(n):
    raise ValueError(n)


executor = ThreadPoolExecutor(2)
futures = [executor.submit(late, n) for n in (3, 1)]
print([future.result() for future in as_completed(futures)])
futures = [executor.submit(late, n) for n in (3, 1)]
done, pending = wait(futures, return_when=FIRST_COMPLETED)
print([future.result() for future in done], len(pending))
done, pending = wait(futures)
print(sorted(future.result() for future in done), len(pending))
future = executor.submit(late, 4)
print(len(wait([future], timeout=0.01).not_done), future.result())
future = executor.submit(fails, 1)
print(len(wait([future]).done))
try:
    future.result()
except ValueError as e:
    print(repr(e))
executor.shutdown()
