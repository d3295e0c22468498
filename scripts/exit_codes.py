"""How a process ended: by itself, by sys.exit, by an exception or by a signal."""

import sys
import time
from multiprocessing import Process


def well():
    pass


def with_status():
    sys.exit(3)


def never():
    time.sleep(1000)


if __name__ == "__main__":
    for target in (well, with_status):
        process = Process(target=target)
        process.start()
        process.join()
        print(target.__name__, process.exitcode)
    process = Process(target=never)
    process.start()
    print("alive", process.is_alive(), process.exitcode)
    process.terminate()
    process.join()
    print("terminated", process.exitcode)
    process = Process(target=never)
    process.start()
    process.kill()
    process.join()
    print("killed", process.exitcode, "alive", process.is_alive())
