"""os.fork in a function that a thread or process runs."""
import multiprocessing
import os
import sys
import threading


def work(code):
    pid = os.fork()
    if pid == 0:
        print('child', threading.active_count())
        sys.stdout.flush()
        os._exit(code)
    print(os.WEXITSTATUS(os.waitpid(pid, 0)[1]))
    sys.stdout.flush()


t = threading.Thread(target=work, args=(3,))
t.start()
t.join()
p = multiprocessing.Process(target=work, args=(4,))
p.start()
p.join()
print(p.exitcode)
