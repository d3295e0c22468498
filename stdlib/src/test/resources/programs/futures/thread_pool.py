"""ThreadPoolExecutor: order, names, errors, cancelling, the end."""
import threading
import time
from concurrent.futures import (CancelledError, Executor, ThreadPoolExecutor, TimeoutError,
                                as_completed)


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


attempt(ThreadPoolExecutor, 0)
attempt(ThreadPoolExecutor, initializer=3)

with ThreadPoolExecutor(2) as ex:
    print(isinstance(ex, Executor), ex.submit(pow, 2, 5).result(), ex.submit(pow, 2, exp=3).result())
    print(list(ex.map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))
    print(list(ex.map(str, [])))
    results = ex.map(lambda x: 10 // x, [5, 2, 0, 1])
    print(next(results), next(results))
    attempt(next, results)
    attempt(next, results)
    gate = threading.Event()
    slow = ex.submit(gate.wait, 10)
    attempt(slow.result, 0.01)
    attempt(lambda: list(ex.map(lambda x: gate.wait(10), [1, 2], timeout=0.02)))
    gate.set()
    print(slow.result())

with ThreadPoolExecutor(1, thread_name_prefix='mine') as ex:
    print(ex.submit(lambda: threading.current_thread().name).result())
    print(ex.submit(lambda: threading.current_thread().daemon).result())
attempt(ex.submit, print)

with ThreadPoolExecutor(1) as ex:
    print(ex.submit(lambda: threading.current_thread().name).result())

box = threading.local()


def begin(text):
    box.text = text


with ThreadPoolExecutor(2, initializer=begin, initargs=('begun',)) as ex:
    print({f.result() for f in [ex.submit(lambda: box.text) for i in range(6)]})

ex = ThreadPoolExecutor(1)
gate = threading.Event()
begun = threading.Event()


def hold():
    begun.set()
    return gate.wait(10)


first = ex.submit(hold)
rest = [ex.submit(print, 'never') for i in range(3)]
begun.wait(10)
print(first.running(), rest[0].running(), rest[0].cancel(), first.cancel())
ex.shutdown(wait=False, cancel_futures=True)
gate.set()
print(first.result(), [f.cancelled() for f in rest])
attempt(rest[1].result)

ex = ThreadPoolExecutor(1)
order = []
fs = [ex.submit(order.append, i) for i in range(5)]
for f in as_completed(fs):
    f.result()
print(order)


class Stop(BaseException):
    pass


def stop():
    raise Stop('base')


try:
    ex.submit(stop).result()
except Stop as e:
    print('caught', e)
print(ex.submit(lambda: 'goes on').result())


def later():
    time.sleep(0.05)
    print('after the end of the main thread')


ex.submit(later)
print('end')
