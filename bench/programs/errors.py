"""Exceptions: raised, caught, passed on, finally."""

from harness import main


class Refused(Exception):
    def __init__(self, code):
        super().__init__("refused", code)
        self.code = code


def check(i):
    if i % 5 == 0:
        raise Refused(i)
    return i


def middle(i):
    try:
        return check(i)
    except KeyError:
        return -1
    finally:
        middle.count += 1


middle.count = 0


def work():
    middle.count = 0
    total = 0
    for i in range(200000):
        try:
            total += middle(i)
        except Refused as e:
            total -= e.code
    return total, middle.count


main(work)
