"""A generator that is sent values and answers with what it knows so far."""


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return f"{count} values, mean {average}"
        total += value
        count += 1
        average = total / count


def report(name):
    result = yield from averager()
    print(name, "->", result)


readings = report("thermometer")
next(readings)
for value in (20, 22, 27):
    print("so far", readings.send(value))
try:
    readings.send(None)
except StopIteration:
    pass
