"""Pools of threads, and the face of multiprocessing over threads."""
import multiprocessing
import multiprocessing.dummy
import os
import threading
from multiprocessing.pool import AsyncResult, Pool, ThreadPool

here = os.getpid()
seen = []


def square(x):
    assert os.getpid() == here
    seen.append(x)
    return x * x


def fails(x):
    raise ValueError(x)


with ThreadPool(3) as pool:
    print(pool.map(square, range(5)), sorted(seen))
    print(pool.apply(square, (9,)), pool.apply_async(square, (3,)).get(), pool._processes)
    print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(square, range(4))))
    print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.starmap_async(pow, [(2, 1)]).get())
    result = pool.apply_async(fails, (1,))
    result.wait()
    print(isinstance(result, AsyncResult), result.ready(), result.successful())
    try:
        result.get()
    except ValueError as e:
        print(repr(e), e.__cause__)
    done = []
    pool.map_async(square, [1, 2], callback=done.append).wait()
    pool.apply_async(fails, (2,), error_callback=done.append).wait()
    print(done)
    print(pool.apply(lambda: threading.current_thread() is not threading.main_thread()))
print(isinstance(pool, Pool))
try:
    pool.map(square, [1])
except ValueError as e:
    print(e)
pool = ThreadPool(2, initializer=seen.append, initargs=('start',))
pool.close()
pool.join()
print(seen.count('start'))
try:
    ThreadPool(0)
except ValueError as e:
    print(e)

p = multiprocessing.dummy.Process(target=square, args=(7,))
print(p.exitcode)
p.start()
p.join()
print(p.exitcode, seen[-1], multiprocessing.dummy.active_children())
a, b = multiprocessing.dummy.Pipe()
a.send([1])
print(b.poll(), b.recv(), b.poll())
with multiprocessing.dummy.Pool(2) as pool:
    print(pool.map(square, [1, 2, 3]))
print(multiprocessing.dummy.Value('i', 3), multiprocessing.dummy.Manager().Namespace(a=1))
