"""Signals between processes, os.kill, os.waitpid, os._exit, alarms."""
import multiprocessing
import os
import signal
import time


def handler(number, frame):
    print('handled', number, signal.Signals(number).name, flush=True)


class Stop(Exception):
    pass


def stop(number, frame):
    raise Stop(number)


def patient(conn):
    signal.signal(signal.SIGTERM, stop)
    conn.send('ready')
    try:
        time.sleep(600)
    except Stop as e:
        conn.send(('stopped', e.args))


def inherits(conn):
    conn.send(signal.getsignal(signal.SIGUSR1) is handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    conn.send('after')
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    signal.raise_signal(signal.SIGUSR1)
    conn.send('never')


def leaves(code):
    os._exit(code)


def interrupted(conn):
    try:
        conn.send('ready')
        time.sleep(600)
    except KeyboardInterrupt:
        conn.send('KeyboardInterrupt')


def ignores(conn):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    conn.send('ready')
    conn.recv()


def started(target, *args):
    p = multiprocessing.Process(target=target, args=args)
    p.start()
    return p


def attempt(action):
    try:
        print('->', action())
    except BaseException as e:
        print(type(e).__name__, e)


def main():
    here, there = multiprocessing.Pipe()
    print(repr(signal.SIGTERM), str(signal.SIGTERM), signal.SIGTERM + 1, repr(signal.getsignal(15)),
          repr(signal.SIG_IGN), signal.getsignal(signal.SIGINT) is signal.default_int_handler)
    print(signal.signal(signal.SIGUSR1, handler), signal.getsignal(signal.SIGUSR1) is handler)
    os.kill(os.getpid(), signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR1)

    p = started(patient, there)
    print(here.recv())
    p.terminate()
    print(here.recv())
    p.join()
    print(p.exitcode)

    p = started(inherits, there)
    print(here.recv(), here.recv())
    p.join()
    print(p.exitcode, here.poll())

    p = started(interrupted, there)
    print(here.recv())
    os.kill(p.pid, signal.SIGINT)
    print(here.recv())
    p.join()
    print(p.exitcode)

    p = started(ignores, there)
    print(here.recv())
    p.terminate()
    p.join(0.05)
    print(p.exitcode)
    p.kill()
    p.join()
    print(p.exitcode)

    p = started(leaves, 7)
    pid, status = os.waitpid(p.pid, 0)
    print(pid == p.pid, os.WIFEXITED(status), os.WEXITSTATUS(status), status)
    p = started(time.sleep, 600)
    print(os.waitpid(p.pid, os.WNOHANG))
    os.kill(p.pid, signal.SIGKILL)
    pid, status = os.waitpid(p.pid, 0)
    print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.waitstatus_to_exitcode(status))

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    attempt(lambda: time.sleep(600))
    signal.alarm(100)
    print(signal.alarm(0))
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    signal.pause()

    attempt(lambda: signal.signal(99, handler))
    attempt(lambda: signal.signal(signal.SIGKILL, handler))
    attempt(lambda: signal.signal(signal.SIGTERM, 'x'))
    attempt(lambda: os.kill(2 ** 22 + 5, 0))
    attempt(lambda: os.kill('x', 1))
    attempt(lambda: signal.raise_signal(signal.SIGINT))
    attempt(lambda: signal.strsignal(15))
    attempt(lambda: len(signal.valid_signals()))


if __name__ == '__main__':
    main()
