"""Processes that answer through a queue, and a pipe that goes to and fro."""

from multiprocessing import Pipe, Process, Queue

from harness import main


def answer(queue, i):
    queue.put(i * i)


def echo(connection):
    while True:
        message = connection.recv()
        if message is None:
            return
        connection.send(message + 1)


def work():
    queue = Queue()
    children = [Process(target=answer, args=(queue, i)) for i in range(40)]
    for child in children:
        child.start()
    total = sum(queue.get() for _ in children)
    for child in children:
        child.join()
    here, there = Pipe()
    other = Process(target=echo, args=(there,))
    other.start()
    value = 0
    for _ in range(2000):
        here.send(value)
        value = here.recv()
    here.send(None)
    other.join()
    return total, value


if __name__ == "__main__":
    main(work, 5)
