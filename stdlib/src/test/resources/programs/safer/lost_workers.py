"""A worker that is killed or exits in the middle of a task: the task fails, the pool goes on."""
import multiprocessing
import os
import signal
import sys
import time


def square(x):
    return x * x


def dies(how):
    if how == 'kill':
        os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(600)
    elif how == 'exit':
        os._exit(3)
    elif how == 'sys.exit':
        sys.exit(4)
    return how


def words(error):
    before, pid = str(error).split(' (pid ')
    number, after = pid.split(')', 1)
    return type(error).__name__, number.isdigit(), after.strip()


class Uncopiable:
    def __reduce__(self):
        raise TypeError('not this one')


def gives_uncopiable():
    return Uncopiable()


def told(value):
    raise RuntimeError('the callback fails')


def attempt(action):
    try:
        print('->', action())
    except Exception as e:
        print(words(e) if '(pid' in str(e) else (type(e).__name__, str(e)[:40]))


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        for how in ('kill', 'exit', 'sys.exit', 'lives'):
            attempt(lambda: pool.apply(dies, (how,)))
        attempt(lambda: pool.map(dies, ['a', 'b', 'kill', 'c'], chunksize=1))
        attempt(lambda: pool.map(square, range(10)))
        results = []
        stream = pool.imap(dies, ['a', 'exit', 'b'])
        while True:
            try:
                results.append(next(stream))
            except StopIteration:
                break
            except multiprocessing.ProcessError:
                results.append('lost')
        print(results)
        attempt(lambda: pool.apply(gives_uncopiable))
        r = pool.apply_async(square, (3,), callback=told)
        attempt(lambda: r.get(20))
        attempt(lambda: pool.apply(lambda x: x + 1, (5,)))
        print(len(multiprocessing.active_children()))
    print('end')
