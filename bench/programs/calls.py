"""Calls of all kinds: recursion, closures, defaults, keywords, stars."""

from harness import main


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def tagged(tag):
    def decorate(function):
        def wrapper(*args, **kwargs):
            wrapper.count += 1
            return tag + function(*args, **kwargs)

        wrapper.count = 0
        return wrapper

    return decorate


@tagged(1)
def scaled(value, factor=2, *, offset=0):
    return value * factor + offset


def work():
    scaled.count = 0
    total = ackermann(2, 90)
    pick = lambda a, b: a if a > b else b
    for i in range(60000):
        total += scaled(i) + scaled(i, 3) + scaled(i, offset=5) + pick(i, 100)
    return total, scaled.count


main(work)
