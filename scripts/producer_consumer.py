"""Producers and a consumer that do not know each other, and a mark for the end."""

from multiprocessing import Process, Queue


def produce(numbers, queue):
    for number in numbers:
        queue.put(number)
    queue.put(None)


def consume(queue, producers, result):
    total = 0
    while producers > 0:
        item = queue.get()
        if item is None:
            producers -= 1
        else:
            total += item
    result.put(total)


if __name__ == "__main__":
    queue, result = Queue(maxsize=4), Queue()
    halves = [range(0, 500), range(500, 1000)]
    workers = [Process(target=produce, args=(half, queue)) for half in halves]
    workers.append(Process(target=consume, args=(queue, len(halves), result)))
    for worker in workers:
        worker.start()
    print("sum of 0 to 999:", result.get())
    for worker in workers:
        worker.join()
