"""Pools at their edges: after close, wrong arguments, chunks, timeouts, callbacks, representations."""
import multiprocessing
import multiprocessing.pool
import threading
import time
from multiprocessing.pool import AsyncResult, ThreadPool


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def shown(value):
    return repr(value).split(' at 0x')[0]


def square(x):
    return x * x


def add(a, b=10, *, c=0):
    return a + b + c


def fail(x):
    if x == 3:
        raise ValueError('three', x)
    return x


def slow(x):
    time.sleep(0.2)
    return x


def pid_of(x):
    return multiprocessing.current_process().name


def leave(code):
    import sys
    sys.exit(code)


start = None


def begin(value, more='y'):
    global start
    start = (value, more)


def started(x):
    return start


def bad_items():
    yield 1
    yield 2
    raise KeyError('from the iterable')


def wrong_arguments(Pool):
    attempt('processes=0', lambda: Pool(0))
    attempt('processes=-1', lambda: Pool(-1))
    attempt('initializer', lambda: Pool(1, 5))


def basics(pool):
    attempt('apply', lambda: pool.apply(add, (1, 2), {'c': 3}))
    attempt('apply kwds', lambda: pool.apply(add, [1], dict(b=5)))
    attempt('apply without', lambda: pool.apply(add))
    attempt('map', lambda: pool.map(square, range(7), 3))
    attempt('map nothing', lambda: pool.map(square, []))
    attempt('map iterator', lambda: pool.map(square, iter((1, 2))))
    attempt('map no iterable', lambda: pool.map(square, 5))
    attempt('map fails', lambda: pool.map(fail, range(5)))
    attempt('map fails chunked', lambda: pool.map(fail, range(5), chunksize=10))
    attempt('starmap', lambda: pool.starmap(add, [(1, 2), (3, 4), (5,)]))
    attempt('starmap bad', lambda: pool.starmap(add, [1]))
    attempt('imap', lambda: list(pool.imap(square, range(7), 2)))
    attempt('imap 0', lambda: pool.imap(square, range(7), 0))
    attempt('imap_unordered 0', lambda: pool.imap_unordered(square, range(7), chunksize=-1))
    attempt('imap_unordered', lambda: sorted(pool.imap_unordered(square, range(7), chunksize=3)))
    attempt('imap no iterable', lambda: next(pool.imap(square, None)))
    it = pool.imap(fail, range(5))
    got = []
    while True:
        try:
            got.append(next(it))
        except ValueError as e:
            got.append(e.args)
        except StopIteration:
            break
    print(got, iter(it) is it)
    it = pool.imap(square, bad_items())
    print(next(it), next(it))
    attempt('iterable fails', lambda: next(it))
    attempt('after that', lambda: next(it, 'end'))
    it = pool.imap(slow, [1])
    attempt('next timeout', lambda: it.next(timeout=0.01))
    attempt('next', lambda: it.next(timeout=20))
    attempt('next end', lambda: it.next(20))


def results(pool):
    r = pool.apply_async(slow, (5,))
    print(shown(r), isinstance(r, AsyncResult), r.ready())
    try:
        r.successful()
    except ValueError as e:
        print(str(e).split(' at 0x')[0], str(e)[-10:])
    attempt('get', lambda: r.get(0.01))
    attempt('get', lambda: r.get(timeout=0))
    print(r.wait(0.01), r.wait(), r.ready(), r.successful(), r.get(), r.get(0))
    r = pool.apply_async(fail, (3,))
    r.wait()
    print(r.ready(), r.successful())
    attempt('get', r.get)
    r = pool.map_async(square, range(4))
    print(shown(r), r.get(), r.successful())
    r = pool.starmap_async(add, [(1, 2)], callback=None)
    print(shown(r), r.get())
    r = pool.map_async(square, [])
    print(r.ready(), r.get())
    told = []
    done = threading.Event()

    def tell(value):
        told.append((threading.current_thread() is threading.main_thread(), value))
        done.set()

    for action in (lambda: pool.apply_async(square, (4,), callback=tell),
                   lambda: pool.apply_async(fail, (3,), callback=tell, error_callback=tell),
                   lambda: pool.map_async(square, [1, 2], callback=tell),
                   lambda: pool.map_async(fail, [3], error_callback=tell),
                   lambda: pool.starmap_async(add, [(1,)], callback=tell)):
        done.clear()
        action()
        done.wait()
    print([(a, repr(b)) for a, b in told])


def the_end(pool):
    print(shown(pool), pool.close(), shown(pool))
    for what in ('apply', 'apply_async', 'map', 'map_async', 'imap', 'imap_unordered', 'starmap'):
        attempt(what, lambda: getattr(pool, what)(square, [1]))
    print(pool.join(), pool.close(), pool.terminate(), shown(pool), pool.join())
    attempt('with', lambda: pool.__enter__())


def processes():
    with multiprocessing.Pool(2, begin, ('x',)) as pool:
        print(pool.map(started, [1, 2, 3]))
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        names = [pool.apply(pid_of, (i,)) for i in range(5)]
        print([names.index(n) for n in names])
    with multiprocessing.Pool(1, maxtasksperchild=1) as pool:
        names = pool.map(pid_of, range(4), chunksize=2)
        print([names.index(n) for n in names])
    for bad in (0, -1, 1.5, 'x'):
        attempt('maxtasksperchild', lambda: multiprocessing.Pool(1, maxtasksperchild=bad))
    pool = multiprocessing.Pool(1)
    attempt('join', pool.join)
    pool.terminate()
    pool.join()
    print(shown(pool))
    attempt('apply', lambda: pool.apply(square, (1,)))


if __name__ == '__main__':
    for Pool in (multiprocessing.Pool, ThreadPool):
        print('#', Pool.__name__)
        wrong_arguments(Pool)
        pool = Pool(2)
        basics(pool)
        results(pool)
        the_end(pool)
    processes()
    attempt('size', lambda: (ThreadPool(3)._processes, multiprocessing.pool.Pool(2)._processes))
