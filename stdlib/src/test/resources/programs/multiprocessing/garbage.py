"""What nobody refers to any more ends: a connection, a pool, a manager. Proxies and results count."""
import gc
import multiprocessing
import time
from multiprocessing import Manager, Pipe, Pool


def collect():
    for _ in range(3):
        gc.collect()
        time.sleep(0.05)


def children():
    """Number of children, once it is 0 or 20 seconds have passed."""
    end = time.time() + 20
    while multiprocessing.active_children() and time.time() < end:
        gc.collect()
        time.sleep(0.05)
    return len(multiprocessing.active_children())


def double(x):
    return x * 2


def slow(x):
    time.sleep(0.3)
    return x


def pipe_in_function():
    r, w = Pipe()
    w.send('left over')
    return r


if __name__ == '__main__':
    r, w = Pipe(False)
    w.send('left over')
    del w
    gc.collect()
    print(r.recv(), r.poll(20))
    try:
        r.recv()
    except EOFError:
        print('EOFError')

    r = pipe_in_function()
    print(r.recv())
    try:
        r.recv()
    except EOFError:
        print('EOFError')

    pool = Pool(2)
    print(pool.apply(double, (1,)), len(multiprocessing.active_children()))
    result = pool.apply_async(slow, ('from a pool without a name',))
    del pool
    collect()
    print(result.get())
    del result
    print(children())

    results = Pool(2).imap(double, range(5))
    collect()
    print(list(results))
    del results
    print(children())

    m = Manager()
    d = m.dict(a=1)
    print(d, len(multiprocessing.active_children()))
    del m
    collect()
    print(d['a'], len(multiprocessing.active_children()))
    del d
    print(children())
