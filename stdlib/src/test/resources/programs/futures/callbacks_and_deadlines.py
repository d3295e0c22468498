"""Callbacks that raise, and executors inside threads and processes."""
import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor


def inside():
    with ThreadPoolExecutor(2) as ex:
        return sum(ex.map(lambda x: x + 1, range(10)))


def in_process():
    print('in a process:', inside())
    ThreadPoolExecutor(1).submit(print, 'at the end of the process')


if __name__ == '__main__':
    called = []
    with ThreadPoolExecutor(1) as ex:
        f = ex.submit(lambda: 5)
        f.result()
        f.add_done_callback(lambda x: called.append(('a', x.result())))
        f.add_done_callback(lambda x: called.append(('b', x is f)))
    print(called)
    with ThreadPoolExecutor(2) as ex:
        print(ex.submit(inside).result())
    t = threading.Thread(target=lambda: print('in a thread:', inside()))
    t.start()
    t.join()
    p = multiprocessing.Process(target=in_process)
    p.start()
    p.join()
    print(p.exitcode)
