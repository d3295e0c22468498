"""Exceptions: their chain, what always runs, and one of our own."""


class OutOfFuel(Exception):
    def __init__(self, missing):
        super().__init__(f"{missing} litres missing")
        self.missing = missing


def drive(distance, litres):
    need = distance / 20
    if need > litres:
        raise OutOfFuel(need - litres)
    return litres - need


for distance in (100, 400):
    try:
        left = drive(distance, 10)
    except OutOfFuel as problem:
        print("stopped:", problem, "-", problem.missing)
    else:
        print("arrived with", left)
    finally:
        print("engine off")

try:
    try:
        {}["key"]
    except KeyError as error:
        raise ValueError("no such setting") from error
except ValueError as error:
    print(repr(error), "because of", repr(error.__cause__))
