"""As many processes as you like, all alive at once: many_processes.py 100000"""

import sys
from multiprocessing import Process, Queue


def wait_for_light(lights):
    lights.get()


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    lights = Queue()
    processes = [Process(target=wait_for_light, args=(lights,)) for _ in range(count)]
    for process in processes:
        process.start()
    print("all alive:", all(process.is_alive() for process in processes))
    for _ in processes:
        lights.put("green")
    for process in processes:
        process.join()
    print("all ended well:", all(process.exitcode == 0 for process in processes))
