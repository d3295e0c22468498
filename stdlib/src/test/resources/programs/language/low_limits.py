# Limits of recursion below those that nobody comes near to; iterators that are asked for while they
# are being read; names that breakpoint() cannot import.
import itertools
import os
import sys
import threading
import warnings

try:
    sys.setrecursionlimit(1)
except RecursionError as e:
    print(str(e)[:40])


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


limit = sys.getrecursionlimit()
sys.setrecursionlimit(20)
print(depth(0) < 20)


def both(n):
    try:
        both(n + 1)
    except RecursionError:
        both(n + 1)


sys.setrecursionlimit(9)
try:
    both(0)
except RecursionError as e:
    print('RecursionError')
sys.setrecursionlimit(limit)
print(depth(0) > 500)

started = threading.Event()
finished = threading.Event()


class Slow:
    def __iter__(self):
        return self

    def __next__(self):
        started.set()
        finished.wait()


a, b = itertools.tee(Slow())
thread = threading.Thread(target=next, args=[a])
thread.start()
started.wait()
try:
    next(b)
except RuntimeError as e:
    print(e)
finished.set()
thread.join()

for name in '.', '..', '.int', 'int.', '.foo.bar', '/./', 'nosuchbuiltin', 'nosuch.thing', 'int':
    os.environ['PYTHONBREAKPOINT'] = name
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter('always')
        breakpoint()
    print(name, [(w.category.__name__, str(w.message)) for w in told])

nothing = None
try:
    nothing(*3)
except TypeError as e:
    print(e)
try:
    nothing(**3)
except TypeError as e:
    print(e)
