"""SIGCHLD comes when a child has ended: a fork, a program, a Process."""
import multiprocessing
import os
import signal
import subprocess
import time

seen = []


def reap(number, frame):
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        seen.append(os.waitstatus_to_exitcode(status))


def wait_for(number):
    for _ in range(400):
        if len(seen) >= number:
            break
        time.sleep(0.005)
    print(seen)


signal.signal(signal.SIGCHLD, reap)
pid = os.fork()
if pid == 0:
    os._exit(3)
wait_for(1)
signal.signal(signal.SIGCHLD, lambda number, frame: seen.append(signal.Signals(number).name))
subprocess.run(['true'])
wait_for(2)
process = multiprocessing.Process(target=time.sleep, args=(0.01, ))
process.start()
process.join()
wait_for(3)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
subprocess.run(['true'])
time.sleep(0.02)
print(seen)
