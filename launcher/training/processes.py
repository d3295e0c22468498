"""Processes, threads and what they talk through, in functions with loops, which are compiled."""

import concurrent.futures
import multiprocessing
import queue
import threading


def fill(items, n):
    for i in range(n):
        items.put(i * 1.5)
    items.put(None)


def drain(items):
    total = 0.0
    while True:
        item = items.get()
        if item is None:
            return total
        total += item


def echo(connection):
    while True:
        try:
            connection.send(connection.recv())
        except EOFError:
            break


def count(shared, lock, n):
    for i in range(n):
        with lock:
            shared["n"] = shared["n"] + 1


def square(x):
    return x * x


def work(n):
    for items in (multiprocessing.Queue(), multiprocessing.SimpleQueue()):
        process = multiprocessing.Process(target=fill, args=(items, n))
        process.start()
        drain(items)
        process.join()
    items = queue.Queue()
    thread = threading.Thread(target=fill, args=(items, n))
    thread.start()
    drain(items)
    thread.join()
    here, there = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(there,))
    process.start()
    there.close()
    for i in range(n):
        here.send({"number": i, "bytes": b"x" * i})
        here.recv()
    here.close()
    process.join()
    with multiprocessing.Manager() as manager:
        shared = manager.dict(n=0)
        lock = manager.Lock()
        processes = [
            multiprocessing.Process(target=count, args=(shared, lock, n)) for _ in range(2)
        ]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
    with multiprocessing.Pool(2) as pool:
        pool.map(square, range(n), chunksize=2)
        sorted(pool.imap_unordered(square, range(n)), key=lambda x: -x)
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        list(executor.map(square, range(n)))
    with concurrent.futures.ProcessPoolExecutor(2) as executor:
        for future in concurrent.futures.as_completed([executor.submit(square, n)]):
            future.result()
    value = multiprocessing.Value("i", 0)
    with value.get_lock():
        value.value += 1


if __name__ == "__main__":
    work(3)
