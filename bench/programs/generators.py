"""Generators: pipelines, send, yield from."""

from harness import main


def numbers(n):
    for i in range(n):
        yield i


def squares(source):
    for x in source:
        if x % 3:
            yield x * x


def averages():
    total = 0
    count = 0
    value = None
    while True:
        got = yield value
        total += got
        count += 1
        value = total // count


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def work():
    average = averages()
    next(average)
    last = 0
    for x in squares(numbers(500000)):
        last = average.send(x)
    return last, sum(tree(14))


main(work)
