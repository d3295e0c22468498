"""A spawned process knows nothing of its parent's hooks, handlers and modules."""
from concurrent.futures import *
import multiprocessing
import os
import signal
import sys
import threading


def told():
    return 'handler', signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL, signal.getsignal(signal.SIGUSR2)


def child():
    with ThreadPoolExecutor(1) as pool:
        print(pool.submit(told).result(), flush=True)


def handler(number, frame):
    print('in', frame.f_code.co_name)


def work():
    os.kill(os.getpid(), signal.SIGUSR1)


if __name__ == '__main__':
    os.register_at_fork(before=lambda: print('before', flush=True),
                        after_in_child=lambda: print('in child', flush=True))
    signal.signal(signal.SIGUSR1, handler)
    signal.signal(signal.SIGUSR2, signal.SIG_IGN)
    work()
    with ThreadPoolExecutor(2) as pool:
        print(list(pool.map(abs, [-1, 2])))
    p = multiprocessing.get_context('spawn').Process(target=child)
    p.start()
    p.join()
    print(p.exitcode)
    try:
        ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=multiprocessing.get_context('fork'))
    except ValueError as e:
        print(e)
    print(signal.Signals(15).name, signal.Signals['SIGINT'] is signal.SIGINT, list(signal.Handlers))
    print(repr(signal.SIG_BLOCK), type(signal.SIGTERM), signal.SIGKILL in signal.Signals)
