"""A lock that four processes want all the time, and one that four threads want."""

import multiprocessing
import threading

from harness import main

EACH = 10000


def count_in_process(lock, counter):
    for _ in range(EACH):
        with lock:
            counter.value += 1


def count_in_thread(lock, counter):
    for _ in range(EACH):
        with lock:
            counter[0] += 1


def run(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def work():
    lock = multiprocessing.Lock()
    shared = multiprocessing.RawValue("i", 0)
    run([multiprocessing.Process(target=count_in_process, args=(lock, shared)) for _ in range(4)])
    lock = threading.Lock()
    counter = [0]
    run([threading.Thread(target=count_in_thread, args=(lock, counter)) for _ in range(4)])
    return shared.value, counter[0]


if __name__ == "__main__":
    main(work, 20)
