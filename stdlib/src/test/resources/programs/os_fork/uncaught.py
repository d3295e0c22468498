"""What a child does not catch is reported as it would be in the parent."""
import os
import sys


def divide(x):
    return 1 // x


def work():
    if os.fork() == 0:
        divide(0)
    print('status', os.wait()[1])
    sys.stdout.flush()
    divide(0)


work()
