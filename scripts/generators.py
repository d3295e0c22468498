"""Generators as coroutines: each yields to let the others run."""

from collections import deque


def countdown(name, start):
    while start > 0:
        print(name, start)
        start -= 1
        yield


def run_all(tasks):
    ready = deque(tasks)
    while ready:
        task = ready.popleft()
        try:
            next(task)
        except StopIteration:
            continue
        ready.append(task)


run_all([countdown("a", 3), countdown("b", 1), countdown("c", 2)])
