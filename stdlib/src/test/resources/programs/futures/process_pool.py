"""ProcessPoolExecutor: results, errors from the other side, a worker that dies."""
import multiprocessing
import os
import time
import traceback
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def power(a, b=2):
    return a ** b


def fail(x):
    raise LookupError('no %r' % x)


def sleep():
    time.sleep(60)


started = []


def begin(what):
    started.append(what)


def seen():
    return started


if __name__ == '__main__':
    attempt(ProcessPoolExecutor, 0)
    attempt(ProcessPoolExecutor, initializer='x')
    attempt(ProcessPoolExecutor, max_tasks_per_child=0)
    attempt(ProcessPoolExecutor, max_tasks_per_child='1')
    with ProcessPoolExecutor(2) as ex:
        print(ex.submit(power, 3).result(), ex.submit(power, 3, b=3).result())
        print(list(ex.map(power, range(5))), list(ex.map(power, [2, 3], [3, 4])))
        print(list(ex.map(power, range(7), chunksize=3)))
        attempt(lambda: ex.map(power, [1], chunksize=0))
        print(sorted(f.result() for f in as_completed([ex.submit(power, i) for i in range(4)])))
        f = ex.submit(fail, 'key')
        attempt(f.result)
        text = ''.join(traceback.format_exception(f.exception()))
        print('_RemoteTraceback' in text, 'in fail' in text,
              'The above exception was the direct cause' in text)
        print(ex.submit(os.getpid).result() != os.getpid())
    attempt(ex.submit, power, 1)
    with ProcessPoolExecutor(1, initializer=begin, initargs=('x',)) as ex:
        print(ex.submit(seen).result(), started)
    ex = ProcessPoolExecutor(1)
    f = ex.submit(sleep)
    g = ex.submit(power, 2)
    multiprocessing.active_children()[0].kill()
    attempt(f.result)
    attempt(g.result)
    for i in range(100):
        try:
            ex.submit(power, 2)
        except BrokenProcessPool as e:
            print(e)
            break
        time.sleep(0.02)
    print(issubclass(BrokenProcessPool, BrokenExecutor), issubclass(BrokenExecutor, RuntimeError))
    ex.shutdown()
    ProcessPoolExecutor(1).submit(print, 'done at the end')
