"""How much memory greenlets take that are suspended, all at once: a million, or as many as it is told.

    pyconc run bench/memory/suspended_greenlets.py [how many]

Prints the highest resident memory of the whole process in MiB; fails if a greenlet did not do its work.
"""
import sys
import time

from greenlet import getcurrent, greenlet


def peak():
    with open('/proc/self/status') as status:
        for line in status:
            if line.startswith('VmHWM'):
                return int(line.split()[1]) // 1024


def main(count):
    home = getcurrent()

    def body(number):
        try:
            got = home.switch(number)
        finally:
            finished.append(None)
        return number + got

    finished = []
    begin = time.perf_counter()
    alive = []
    total = 0
    for number in range(count):
        g = greenlet(body)
        total += g.switch(number)
        alive.append(g)
    suspended = time.perf_counter()
    highest = peak()
    for g in alive:
        total += g.switch(1)
    end = time.perf_counter()
    assert len(finished) == count and all(g.dead for g in alive)
    assert total == count * (count - 1) + count, total
    print(f'{count} greenlets suspended: {highest} MiB at the peak, '
          f'{(suspended - begin) / count * 1e6:.2f} us each to begin, '
          f'{(end - suspended) / count * 1e6:.2f} us each to end')


if __name__ == '__main__':
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000000)
