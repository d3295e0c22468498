"""A worker whose initializer fails ends, and so does the pool; what cannot be sent is an error."""
import concurrent.futures
import logging
import multiprocessing
import sys


def fail(message):
    logging.getLogger('concurrent.futures').setLevel(logging.CRITICAL + 1)
    raise ValueError(message)


class EndsProgram:
    def __reduce__(self):
        sys.exit(3)


def make():
    return EndsProgram()


if __name__ == '__main__':
    pool = concurrent.futures.ProcessPoolExecutor(2, initializer=fail, initargs=('no',))
    try:
        print(pool.submit(abs, -1).result())
    except concurrent.futures.BrokenExecutor as e:
        print(type(e).__name__)
    pool.shutdown()
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        try:
            pool.submit(make).result()
        except SystemExit as e:
            print('SystemExit', e.code)
        print(pool.submit(abs, -1).result())
    # a process that is started beside a pool does not end it
    pool = concurrent.futures.ProcessPoolExecutor(2)
    print(pool.submit(abs, -2).result())
    child = multiprocessing.Process(target=print, args=('beside',))
    child.start()
    child.join()
    print(pool.submit(abs, -3).result())
    pool.shutdown()
