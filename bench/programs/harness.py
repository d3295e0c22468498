"""Runs one benchmark in rounds and prints what compare.py reads."""

import sys
import time


def main(work, rounds=10):
    if len(sys.argv) > 1:
        rounds = int(sys.argv[1])
    times = []
    result = None
    for i in range(rounds):
        begin = time.perf_counter()
        value = work()
        times.append(time.perf_counter() - begin)
        if i == 0:
            result = value
        elif value != result:
            sys.exit("rounds disagree: %r and %r" % (result, value))
    print("result %r" % (result,))
    print("whole %.6f" % sum(times))
    print("first %.6f" % times[0])
    print("best %.6f" % min(times))
