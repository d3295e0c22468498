"""What was printed before a process is killed is not lost, whoever reads the output."""
import multiprocessing
import os
import signal
import time


def prints(how, ready):
    print('printed before', how)
    ready.set()
    time.sleep(600)


def task(x):
    print('task', x)
    return x


def leaves():
    print('printed before _exit')
    os._exit(3)


if __name__ == '__main__':
    for how in ('terminate', 'kill'):
        ready = multiprocessing.Event()
        p = multiprocessing.Process(target=prints, args=(how, ready))
        p.start()
        ready.wait()
        getattr(p, how)()
        p.join()
        print(how, p.exitcode)
    p = multiprocessing.Process(target=leaves)
    p.start()
    p.join()
    print(p.exitcode)
    with multiprocessing.Pool(1) as pool:
        print(pool.map(task, [1, 2]))
    print('end')
    os.kill(os.getpid(), signal.SIGKILL)
