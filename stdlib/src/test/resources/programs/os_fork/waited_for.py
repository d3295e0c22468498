"""os.fork: where it may be called, and what waitpid tells of the child."""
import os
import signal
import sys
import time


def child(n):
    print('child', n)
    sys.stdout.flush()
    os._exit(n)


def start(n):
    pid = os.fork()
    if not pid:
        child(n)
    return pid


for i in range(3):
    pid = start(i)
    print(os.waitpid(pid, 0) == (pid, i << 8))


class Server:
    def __init__(self):
        self.children = []

    def start(self, n):
        for i in range(n):
            pid = os.fork()
            if pid == 0:
                print('worker', i, len(self.children))
                sys.stdout.flush()
                os._exit(10 + i)
            self.children.append(pid)
            time.sleep(0.05)

    def reap(self):
        for each in self.children:
            print(os.waitstatus_to_exitcode(os.waitpid(each, 0)[1]))


server = Server()
server.start(3)
server.reap()
try:
    os.wait()
except ChildProcessError as e:
    print(e)
sys.stdout.flush()

if os.fork() == 0:
    if os.fork() == 0:
        print('grandchild')
        sys.stdout.flush()
        os._exit(1)
    print('child saw', os.wait()[1])
    sys.stdout.flush()
    os._exit(2)
print('parent saw', os.wait()[1])

pid = os.fork()
if pid == 0:
    time.sleep(60)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGTERM)
status = os.waitpid(pid, 0)[1]
print(os.WIFSIGNALED(status), os.WTERMSIG(status))


def deep(n):
    return os.fork() if n == 0 else deep(n - 1)


if deep(5) == 0:
    print('child of a deep call')
    sys.stdout.flush()
    os._exit(0)
os.wait()
