"""Threads that hand items on through a queue and count under a lock."""

import queue
import threading

from harness import main


def work():
    items = queue.Queue(64)
    lock = threading.Lock()
    total = [0]

    def consume():
        while True:
            item = items.get()
            if item is None:
                return
            with lock:
                total[0] += item

    threads = [threading.Thread(target=consume) for _ in range(4)]
    for thread in threads:
        thread.start()
    for i in range(20000):
        items.put(i)
    for _ in threads:
        items.put(None)
    for thread in threads:
        thread.join()
    return total[0]


main(work, 5)
