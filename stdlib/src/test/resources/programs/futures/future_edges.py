"""Futures at their edges: states, cancelling, waiting, time limits, shutdown, broken pools."""
import concurrent.futures
import logging
import os
import threading
import time
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future,
                                ProcessPoolExecutor, ThreadPoolExecutor, as_completed, wait)
from concurrent.futures.process import BrokenProcessPool
from concurrent.futures.thread import BrokenThreadPool


def attempt(what, action):
    try:
        print(what, '->', shown(action()))
    except BaseException as e:
        print(what, '!!', type(e).__module__, type(e).__name__, shown(str(e)))


def shown(value):
    words = str(value if isinstance(value, str) else repr(value)).split(' ')
    return ' '.join(word for word in words if not word.startswith('0x'))


def square(x):
    return x * x


def fail(x):
    raise ValueError('failed', x)


def nap(x):
    time.sleep(x)
    return x


def dies(x):
    os._exit(4)


def bad_start():
    raise RuntimeError('the initializer fails')


def futures():
    f = Future()
    print(shown(f), f.done(), f.running(), f.cancelled())
    attempt('result', lambda: f.result(0.01))
    attempt('exception', lambda: f.exception(timeout=0))
    print(f.set_running_or_notify_cancel(), shown(f), f.running(), f.cancel())
    f.add_done_callback(lambda x: print('callback', x is f, x.done()))
    f.set_result(5)
    print(shown(f), f.result(), f.exception(), f.cancel(), f.done())
    f.add_done_callback(lambda x: print('at once'))
    attempt('again', lambda: f.set_result(6))
    attempt('exception', lambda: f.set_exception(ValueError()))
    attempt('running', lambda: f.set_running_or_notify_cancel())
    f = Future()
    f.set_exception(KeyError('x'))
    print(shown(f), repr(f.exception()))
    attempt('result', f.result)
    f = Future()
    print(f.cancel(), f.cancel(), shown(f), f.cancelled(), f.done(), f.set_running_or_notify_cancel(), shown(f))
    attempt('result', f.result)
    attempt('exception', f.exception)
    attempt('set', lambda: f.set_result(1))


def both(Executor):
    print('#', Executor.__name__)
    attempt('workers', lambda: Executor(0))
    attempt('workers', lambda: Executor(-1))
    attempt('initializer', lambda: Executor(1, initializer=5))
    with Executor(2) as e:
        print(e.submit(square, 3).result(), list(e.map(square, range(4))), list(e.map(pow, [2, 3], [3, 2, 1])))
        attempt('fails', lambda: e.submit(fail, 1).result())
        f = e.submit(fail, 2)
        print(repr(f.exception()), type(f.exception()).__name__)
        attempt('map fails', lambda: list(e.map(fail, [1])))
        attempt('no function', lambda: e.submit())
        attempt('map time', lambda: list(e.map(nap, [0.3], timeout=0.01)))
        attempt('no iterable', lambda: e.map(square, 5))
        fs = [e.submit(nap, t) for t in (0.01, 0.3)]
        done, rest = wait(fs, return_when=FIRST_COMPLETED)
        print(len(done), len(rest), type(done).__name__)
        done, rest = wait(fs, timeout=0.001)
        print(len(done) + len(rest))
        print(wait(fs) == (set(fs), set()), wait(fs).done == set(fs))
        attempt('when', lambda: len(wait(fs, return_when='SOMETIMES').done))
        fs = [e.submit(fail, 1), e.submit(nap, 0.2)]
        result = wait(fs, return_when=FIRST_EXCEPTION)
        print(len(result.done), len(result.not_done))
        slow = e.submit(nap, 0.5)
        quick = e.submit(square, 5)
        seen = []
        try:
            for f in as_completed([slow, quick, quick], timeout=0.15):
                seen.append(f.result())
        except concurrent.futures.TimeoutError as error:
            print(seen, error)
        print(sorted(f.result() for f in as_completed([slow, quick])))
        print(list(as_completed([])), wait([]))
    attempt('after', lambda: e.submit(square, 1))
    attempt('after', lambda: e.map(square, [1]))
    e = Executor(1)
    first = e.submit(nap, 0.2)
    while not first.running():
        time.sleep(0.001)
    others = [e.submit(nap, 0.01) for _ in range(8)]
    e.shutdown(wait=True, cancel_futures=True)
    print(first.result(), sum(f.cancelled() for f in others) >= 6, all(f.done() for f in others))
    print(e.shutdown(), e.shutdown(wait=False))


def broken():
    with ProcessPoolExecutor(1) as e:
        attempt('dies', lambda: e.submit(dies, 1).result())
        attempt('after', lambda: e.submit(square, 1))
    e = ThreadPoolExecutor(1, thread_name_prefix='pre', initializer=bad_start)
    f = e.submit(square, 1)
    attempt('initializer', f.result)
    attempt('after', lambda: e.submit(square, 1))
    e.shutdown()
    with ThreadPoolExecutor(1, thread_name_prefix='pre') as e:
        print(e.submit(lambda: threading.current_thread().name).result())
    print(BrokenProcessPool.__mro__[1].__name__, BrokenThreadPool.__mro__[1].__name__,
          concurrent.futures.TimeoutError is TimeoutError)
    attempt('name', lambda: concurrent.futures.nothing)
    print(sorted(concurrent.futures.__all__))


if __name__ == '__main__':
    logging.disable()
    futures()
    both(ThreadPoolExecutor)
    both(ProcessPoolExecutor)
    broken()
